"""A visit in lines for people: the model's titles, names instead of ids, days as 16/03/2020.

The form says the same (generator/web/src/form/message.js). Source: issue *Submission*, Door 1.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from generator.domain.plain_schema import Schema
from generator.domain.records import Records
from generator.domain.visit import Visit
from generator.load.layout import KIND_BY_NAME
from generator.present.visit_lines import Called, list_text, value_text
from generator.submit.canonical import in_order
from generator.submit.choices import CHOSEN, choices
from generator.submit.json_schema import schema_of

Labels = Mapping[str, Mapping[str, str]]

# A lone CR would let a terminal write over what stands before it.
_BREAKS: Final = re.compile("\r\n|\r|\n")


def labels_of(records: Records) -> Labels:
    """Return what the ids in a visit are called, by what they refer to."""
    offered = choices(records)
    return {kind: {each.id: each.label for each in offered[kind]} for kind in CHOSEN}


def readable(tree: Mapping[str, Any], labels: Labels) -> list[str]:
    """Return the lines of a visit's tree, whatever it holds; what is no key of a visit is left out.

    The first line says what it is. Of text in several lines, each is one line more.
    """
    schema = schema_of(KIND_BY_NAME["visits"])

    def called(referent: str | None, id_: str) -> str:
        return labels.get(referent or "", {}).get(id_, id_)

    entries = _lines(in_order(tree, Visit), schema, called)
    return [line for entry in (schema["title"], *entries) for line in _BREAKS.split(entry)]


def denied(said: str, tree: Mapping[str, Any], labels: Labels) -> list[str]:
    """Return the lines of a visit that the words of a message lack: somebody edited those.

    Signs, blanks and capitals do not matter. Words that say nothing of the visit deny nothing.
    """
    squashed = _squashed(said)
    lines = [line for line in readable(tree, labels) if _squashed(line)]
    missing = [line for line in lines if _squashed(line) not in squashed]
    return missing if len(missing) < len(lines) else []


def _squashed(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return "".join(letter for letter in composed.casefold() if letter.isalnum())


def _lines(tree: Mapping[str, Any], schema: Schema, called: Called) -> Iterator[str]:
    for key, value in tree.items():
        told = schema["properties"].get(key)
        if told and key != "id":
            yield from _entry(told["title"], value, told, called)


def _entry(title: str, value: object, schema: Schema, called: Called) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield f"{title}:"
        yield from _dashed(_lines(value, schema, called) if schema["type"] == "object" else ())
    elif not isinstance(value, list):
        yield f"{title}: {value_text(schema, value, called)}"
    elif "properties" in schema.get("items", {}):
        for number, each in enumerate(value, start=1):
            yield from _part(f"{title} {number}", each, schema["items"], called)
    else:
        yield f"{title}: {list_text(schema, value, called)}"


def _part(title: str, value: object, schema: Schema, called: Called) -> Iterator[str]:
    """Yield one of several parts: what it must have stands beside its number."""
    first = schema["required"][0]
    held = value if isinstance(value, Mapping) else {first: value}
    yield f"{title}: {value_text(schema['properties'][first], held.get(first, ''), called)}"
    rest = {key: inner for key, inner in held.items() if key != first}
    yield from _dashed(_lines(rest, schema, called))


def _dashed(lines: Iterable[str]) -> Iterator[str]:
    yield from (f"- {line}" for line in lines)
