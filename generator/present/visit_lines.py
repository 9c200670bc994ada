"""A visit as labelled lines of text, in the order and with the words of the model.

For whoever reads a visit away from the site: a reviewer, a chat. Source: issue *Submission*.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Final

from pydantic_core import PydanticCustomError

from generator.domain.fields import REFERS_KEY
from generator.domain.plain_schema import Schema, plain_schema
from generator.domain.scalars import parse_day
from generator.domain.visit import Visit
from generator.present.names import Names
from generator.present.wording import day

Called = Callable[[str | None, str], str]
"""What an id is called, given what it refers to."""

_YES_NO: Final = {"true": "có", "false": "không"}


def visit_lines(visit: Visit, names: Names) -> Iterator[tuple[str, str]]:
    """Yield the label and the text of each thing that the record says; what it leaves out is not.

    Parts of a part are told with it: `Khó khăn, vướng mắc 2: Hạn trả lời`.
    """
    told = visit.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude_none=True)
    yield from _lines(_schema(), told, "", names.called)


def value_text(schema: Schema, value: object, called: Called) -> str:
    """Return a single value as people write it: `16/03/2020`, *có*, *buổi sáng*, a name.

    What does not fit its schema stays as it was written.
    """
    text = str(value)
    if schema.get("type") == "boolean":
        return _YES_NO.get(text.lower(), text)
    if schema.get("format") == "date":
        return _day_text(text)
    chosen = {option["const"]: option["title"] for option in schema.get("oneOf", ())}
    return chosen.get(text) or called(schema.get(REFERS_KEY), text)


def list_text(schema: Schema, values: list[Any], called: Called) -> str:
    """Return a list of single values; names of units hold commas, so they are parted otherwise."""
    items = {**schema.get("items", {}), REFERS_KEY: schema.get(REFERS_KEY)}
    return "; ".join(value_text(items, each, called) for each in values)


@cache
def _schema() -> Schema:
    return plain_schema(Visit)


def _lines(
    schema: Schema,
    value: Any,  # noqa: ANN401  (a value of the record, of whatever shape)
    label: str,
    called: Called,
) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, inner in schema["properties"].items():
            # Ids of parts are for programs.
            if key in value and key != "id":
                title = f"{label}: {inner['title']}" if label else inner["title"]
                yield from _lines(inner, value[key], title, called)
    elif isinstance(value, list) and "properties" in schema["items"]:
        for number, each in enumerate(value, start=1):
            yield from _lines(schema["items"], each, f"{label} {number}", called)
    elif isinstance(value, list):
        yield label, list_text(schema, value, called)
    else:
        yield label, value_text(schema, value, called)


def _day_text(text: str) -> str:
    try:
        return day(parse_day(text))
    except PydanticCustomError:
        return text
