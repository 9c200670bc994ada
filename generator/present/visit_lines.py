"""A visit as labelled lines of text, in the order and with the words of the model.

For whoever reads a visit away from the site: a reviewer, a chat. Source: issue *Submission*.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, Final

from generator.domain.fields import REFERS_KEY
from generator.domain.plain_schema import Schema, plain_schema
from generator.domain.visit import Visit
from generator.present.names import Names
from generator.present.wording import day

YES_NO: Final = {True: "có", False: "không"}


def visit_lines(visit: Visit, names: Names) -> Iterator[tuple[str, str]]:
    """Yield the label and the text of each thing that the record says; what it leaves out is not.

    Parts of a part are told with it: `Khó khăn, vướng mắc 2: Hạn trả lời`.
    """
    told = visit.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude_none=True)
    yield from _lines(_schema(), told, "", names)


@cache
def _schema() -> Schema:
    return plain_schema(Visit)


def _lines(schema: Schema, value: Any, label: str, names: Names) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    if isinstance(value, Mapping):
        for key, inner in schema["properties"].items():
            if key in value:
                title = f"{label}: {inner['title']}" if label else inner["title"]
                yield from _lines(inner, value[key], title, names)
    elif isinstance(value, list) and "properties" in schema["items"]:
        for number, each in enumerate(value, start=1):
            yield from _lines(schema["items"], each, f"{label} {number}", names)
    elif isinstance(value, list):
        # Names of units hold commas, so a list of them cannot be told with commas.
        items = schema["items"] | {REFERS_KEY: schema.get(REFERS_KEY)}
        yield label, "; ".join(_text(items, each, names) for each in value)
    else:
        yield label, _text(schema, value, names)


def _text(schema: Schema, value: Any, names: Names) -> str:  # noqa: ANN401
    if schema.get("format") == "date":
        return day(date.fromisoformat(value))
    if isinstance(value, bool):
        return YES_NO[value]
    for choice in schema.get("oneOf", ()):
        if choice["const"] == value:
            return str(choice["title"])
    return names.called(schema.get(REFERS_KEY), str(value))
