"""A record in canonical form: keys in the model's order, block style, text plain where it can be.

Reading what is written here gives the same text for every key. Source: design, section 2.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import yaml
from pydantic import BaseModel

from generator.domain.fields import shape_within, written_fields

_NEVER_FOLD: Final = 2**31 - 1
_AS_WRITTEN: Final = (True, True)


def to_yaml(tree: Mapping[str, object]) -> str:
    """Return YAML of mappings, lists and text; several lines of text become a `|` block."""
    text: str = yaml.emit(
        _stream(tree), Dumper=yaml.CDumper, allow_unicode=True, width=_NEVER_FOLD, indent=2
    )
    return text


def in_order(tree: Mapping[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """Return the tree with the model's keys in its order, unknown ones last, empty ones dropped."""
    keys = {(field.alias or name): field for name, field in written_fields(model)}
    ordered = [key for key in keys if key in tree] + [key for key in tree if key not in keys]
    result: dict[str, Any] = {}
    for key in ordered:
        inner = shape_within(keys[key].annotation) if key in keys else None
        value = tree[key]
        if inner and isinstance(value, Mapping):
            value = in_order(value, inner)
        elif inner and isinstance(value, list):
            value = [in_order(v, inner) if isinstance(v, Mapping) else v for v in value]
        if value not in ("", [], {}) or key not in keys or keys[key].is_required():
            result[key] = value
    return result


def _stream(tree: Mapping[str, object]) -> Iterator[yaml.Event]:
    yield yaml.StreamStartEvent()
    yield yaml.DocumentStartEvent(explicit=False)
    yield from _node(tree)
    yield yaml.DocumentEndEvent(explicit=False)
    yield yaml.StreamEndEvent()


def _node(value: object) -> Iterator[yaml.Event]:
    if isinstance(value, Mapping):
        yield yaml.MappingStartEvent(None, None, implicit=True, flow_style=not value)
        for key, inner in value.items():
            yield from _node(key)
            yield from _node(inner)
        yield yaml.MappingEndEvent()
    elif isinstance(value, list | tuple):
        yield yaml.SequenceStartEvent(None, None, implicit=True, flow_style=not value)
        for inner in value:
            yield from _node(inner)
        yield yaml.SequenceEndEvent()
    else:
        text = str(value)
        style = "|" if "\n" in text else None
        yield yaml.ScalarEvent(None, None, _AS_WRITTEN, text, style=style)
