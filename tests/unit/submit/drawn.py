"""Records drawn at random from the schemas of their models, as text, as the reader gives them."""

import string
import unicodedata
from datetime import date
from typing import Any

from hypothesis import strategies as st

from generator.domain.period import PERIOD_PATTERN
from generator.domain.plain_schema import Schema
from generator.domain.scalars import ID_PATTERN, LINE_LIMIT, URL_PATTERN
from generator.load.hygiene import FORBIDDEN

LETTERS = "aáàảãạăắặâấậbcdđeéêếghiklmnoôơớpqrstuưvxyABCDĐ0123456789 :-#'\"\\,.!?%&*@|>[]{}=~–…😀"
WORDS = ("no", "010", "2019-01-01", "12:30", "a: b", "- x", "x #y", "~", "1e3", "=", "<<", "84")


def drawn(schema: Schema) -> st.SearchStrategy[Any]:
    """Return a strategy of values that the schema allows; numbers, dates and true are text."""
    if schema["type"] == "object":
        return _groups(schema)
    if schema["type"] == "array":
        return st.lists(drawn(schema["items"]), min_size=schema.get("minItems", 0), max_size=3)
    if "oneOf" in schema:
        return st.sampled_from([choice["const"] for choice in schema["oneOf"]])
    if schema["type"] == "string":
        return _texts(schema)
    return {
        "integer": st.integers(0, 999_999_999).map(str),
        "number": st.integers(0, 1998).map(lambda halves: f"{halves / 2:g}"),
        "boolean": st.sampled_from(["true", "false"]),
    }[schema["type"]]


def _groups(schema: Schema) -> st.SearchStrategy[dict[str, Any]]:
    keys = {key: drawn(inner) for key, inner in schema["properties"].items()}
    required = {key: keys[key] for key in schema.get("required", ())}
    optional = {key: keys[key] for key in keys if key not in required}
    return st.fixed_dictionaries(required, optional=optional)


def _texts(schema: Schema) -> st.SearchStrategy[str]:
    if schema.get("format") == "date":
        return st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(str)
    by_pattern = {
        ID_PATTERN: st.text(string.ascii_lowercase + "0123456789-", min_size=1, max_size=30).map(
            lambda text: "0" + text
        ),
        PERIOD_PATTERN: st.sampled_from(["2019", "2019-H1", "2019-Q2", "2019-03"]),
        URL_PATTERN: st.just("https://example.org/?a=1#b"),
    }
    if schema.get("pattern") in by_pattern:
        return by_pattern[schema["pattern"]]
    several = schema["maxLength"] > LINE_LIMIT
    letters = st.sampled_from(LETTERS + ("\n" if several else ""))
    lines = st.lists(letters, min_size=1, max_size=40).map("".join) | st.sampled_from(WORDS)
    composed = lines.map(lambda text: unicodedata.normalize("NFC", text))
    return composed.filter(lambda text: bool(text.strip()) and not FORBIDDEN.search(text))
