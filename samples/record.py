"""A record on its way to YAML: every scalar becomes the text that the reader will see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

Record = Mapping[str, object]


def as_text(value: object) -> object:
    """Dates, whole numbers and true/false become text; mappings and lists keep their order."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): as_text(inner) for key, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [as_text(inner) for inner in value]
    return value


def present(record: Record) -> Record:
    """The same record without the keys that say nothing: None, empty text, empty lists."""
    return {key: value for key, value in record.items() if value not in (None, "", [], (), {})}
