"""Records as people and doors write them, read at once: one value a line, two spaces a step.

What `congtac fmt` and the doors write, but for blocks of several lines and escapes, is in this
form. Whatever is not, or is in any doubt, is none of it and takes the way through libyaml, which
knows the places and the words for what is wrong. So this reader refuses nothing and warns of
nothing: it gives the very tree that `strict_yaml` gives, or None.

Source: YAML 1.1, sections 9.1.3 (plain, one line) and 10.2.2; docs/developers/decisions/0023.
"""

import re
import unicodedata
from typing import Any, Final, NamedTuple

from generator.load.hygiene import beyond_doubt
from generator.load.limits import DEPTH_LIMIT, SCALAR_LIMIT, Limits

# Indentation, dash, key, value. A plain value begins with nothing that means something in YAML;
# a list's item may open a mapping one step deeper, so no depth is more than is allowed.
_LINE: Final = re.compile(
    rf"""((?:[ ]{{2}}){{0,{DEPTH_LIMIT - 2}}})(-[ ])?(?:([a-z_]+):(?:[ ](?=\S)|$))?"""
    r"""([^\s\-?:,\[\]{}#&*!|>'"%@`].*|"[^"\\]*"|'[^']*'|)"""
)
# Comments, tabs, and spaces that are seen by nobody.
_DOUBTFUL: Final = ("#", "\t", "\r", " \n")
_EVENTS_A_LINE: Final = 5
_SHORT: Final = 80
_LINES_KEPT: Final = 50_000


class _Line(NamedTuple):
    """A line: its depth in steps, whether a dash stands there, its key and its value, if any."""

    depth: int
    dash: bool
    key: str
    value: str | None


# Half of the lines of a record stood in another one: each short one is looked at, and taken apart,
# once. What is in doubt is never kept.
_lines: dict[str, _Line | None] = {}


def read_everyday(data: bytes, limits: Limits) -> dict[str, Any] | None:
    """Return the tree of a file in the everyday form that raises no doubt, else None."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if len(data) > limits.size or not text.endswith("\n"):
        return None
    lines = text.split("\n")
    if len(lines) * _EVENTS_A_LINE > limits.events:
        return None
    new = [line for line in lines if line not in _lines]
    return _tree(lines) if _beyond_doubt(new) else None


def _beyond_doubt(lines: list[str]) -> bool:
    """Whether no line holds anything that takes a closer look; one that was kept holds nothing."""
    text = "".join(f"{line}\n" for line in lines)
    if any(doubtful in text for doubtful in _DOUBTFUL) or not beyond_doubt(text):
        return False
    if len(text) > SCALAR_LIMIT and max(map(len, lines)) > SCALAR_LIMIT:
        return False
    return unicodedata.is_normalized("NFC", text)


def _tree(lines: list[str]) -> dict[str, Any] | None:  # noqa: C901  (a call for each line costs)
    """Return what the lines hold, if they fit together."""
    tree: dict[str, Any] = {}
    # The mapping or list that each depth is in, and the key that waits for what is below it.
    open_: list[Any] = [tree]
    holder: Any = tree
    waiting = ""
    for written in lines:
        if not written:
            continue
        line = _lines[written] if written in _lines else _taken_apart(written)
        if line is None:
            return None
        depth, dash, key, value = line
        if waiting:
            if depth != len(open_):
                return None
            holder[waiting] = [] if dash else {}
            open_.append(holder[waiting])
            waiting = ""
        elif depth >= len(open_):
            return None
        else:
            del open_[depth + 1 :]
        holder = open_[depth]
        if dash is not (holder.__class__ is list):
            return None
        if not key:
            holder.append(value)
            continue
        if dash:
            item: dict[str, Any] = {}
            holder.append(item)
            open_.append(item)
            holder = item
        if key in holder:
            return None
        holder[key] = value
        if value is None:
            waiting = key
    return tree if tree and not waiting else None


def _taken_apart(written: str) -> _Line | None:
    """Return the parts of a line that is not empty, or None if it is not of the everyday form."""
    found = _LINE.fullmatch(written)
    line = _line(*found.groups("")) if found else None
    if len(written) < _SHORT:
        if len(_lines) > _LINES_KEPT:
            _lines.clear()
        _lines[written] = line
    return line


def _line(indent: str, dash: str, key: str, value: str) -> _Line | None:
    depth = len(indent) // 2
    if value[:1] in ('"', "'"):
        return _Line(depth, bool(dash), key, value[1:-1]) if key or dash else None
    if ": " in value or value.endswith(":") or not (key or (dash and value)):
        return None
    return _Line(depth, bool(dash), key, value or None)
