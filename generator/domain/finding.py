"""A broken record is a finding: it has a place, a code, a sentence in Vietnamese and a mend.

Source: design, section 1 (findings and results) and section 3 (the JSON of `check`).
"""

import re
from dataclasses import dataclass
from typing import Final, Literal

from generator.domain.shorten import shorten

Severity = Literal["error", "warning"]
FieldPath = tuple[str | int, ...]

_STEP: Final = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with which field of which file; its line is known only to the reader.

    `path` counts from the parent folder of the records, with `/` between the parts.
    """

    code: str
    path: str
    field: FieldPath
    message: str
    hint: str


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A fault at its line and column, both counted from 1; sorts by path, line and code."""

    path: str
    line: int
    code: str
    column: int
    field: str
    severity: Severity
    message: str
    hint: str


def severity_of(code: str) -> Severity:
    """Text hygiene (`T…`) warns; everything else is an error. Source: design, section 3."""
    return "warning" if code.startswith("T") else "error"


def field_name(field: FieldPath) -> str:
    """Write a path as people read it: `issues[0].due`; the whole record is the empty text."""
    text = ""
    for step in field:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            # A key may hold anything that a file can: keep the message on one line.
            text += f".{shorten(step)}" if text else shorten(step)
    return text


def field_path(name: str) -> FieldPath:
    """Return the path that `issues[0].due` writes."""
    return tuple(key or int(number) for key, number in _STEP.findall(name))
