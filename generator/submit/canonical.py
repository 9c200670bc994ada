"""A record in canonical form: keys in the model's order, block style, text plain where it can be.

Reading what is written here gives the same text for every key. Source: design, section 2.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from generator.domain.fields import shape_within, written_fields
from generator.submit.yaml_text import Typed, to_yaml

_NOTHING: tuple[object, ...] = ("", [], {})


def canonical(tree: Mapping[str, Any], model: type[BaseModel]) -> str:
    """Return the record as it is written in `records/`."""
    return to_yaml(in_order(tree, model))


def in_order(tree: Mapping[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """Return the tree with the model's keys in its order, unknown ones last, empty ones dropped.

    A required key stays though it is empty, and what is unknown stays as it was written: `check`
    reports both.
    """
    keys = _keys(model)
    ordered = [key for key in keys if key in tree] + [key for key in tree if key not in keys]
    result: dict[str, Any] = {}
    for key in ordered:
        if key not in keys:
            result[key] = _as_written(tree[key])
            continue
        required, inner, typed = keys[key]
        value = _within(tree[key], inner) if inner else tree[key]
        if required or value not in _NOTHING:
            result[key] = _as_written(value) if typed else value
    return result


def _within(value: object, model: type[BaseModel]) -> object:
    if isinstance(value, Mapping):
        return in_order(value, model)
    if isinstance(value, list | tuple):
        return [_within(each, model) for each in value]
    return value


def _as_written(value: object) -> object:
    """Return the value with all text in it marked to be written without quotes where YAML can."""
    if isinstance(value, Mapping):
        return {key: _as_written(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_as_written(each) for each in value]
    return Typed(value)


def tree_of(record: BaseModel) -> dict[str, Any]:
    """Return the tree that says the same as the record: what was given to it, as text."""
    fields = type(record).model_fields
    given = {
        fields[name].alias or name: getattr(record, name)
        for name, _ in written_fields(type(record))
        if name in record.model_fields_set
    }
    return {key: _text_of(value) for key, value in given.items() if value is not None}


def _text_of(value: object) -> object:
    if isinstance(value, BaseModel):
        return tree_of(value)
    if isinstance(value, tuple):
        return [_text_of(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


@cache
def _keys(model: type[BaseModel]) -> dict[str, tuple[bool, type[BaseModel] | None, bool]]:
    """Return of each key whether it is required, the model in it, and whether it is no text."""
    return {
        field.alias or name: (
            field.is_required(),
            shape_within(field.annotation),
            _holds_no_text(field.annotation),
        )
        for name, field in written_fields(model)
    }


def _holds_no_text(annotation: Any) -> bool:  # noqa: ANN401
    if annotation in (int, bool, Decimal, date):
        return True
    return any(_holds_no_text(each) for each in get_args(annotation))
