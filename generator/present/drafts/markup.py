"""Prose in which figures are marked, as plain text or as Markdown: what records say stays text.

A mark is made of characters that no record may hold (load/hygiene.py), so nothing that a person
wrote can pass for a figure; and whatever is not a mark is escaped in one place, here.
"""

import re
from typing import Final

_OPEN, _CLOSE = "\x02", "\x03"
_MARK: Final = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
_PART: Final = re.compile(f"({_OPEN}[^{_CLOSE}]*{_CLOSE})")
_SPECIAL: Final = re.compile(r"[\\`*_\[\]{}]")
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")
_DOUBLE: Final = re.compile(r"\{(?=\{)")
_LEADING: Final = re.compile(r"\A(\d*)([#>+.!-])")


def figure(call: str, name: str) -> str:
    """Return the mark of a figure: `figure("visit(2019-05-20-ap-3)", "date")`."""
    return f"{_OPEN}{call}.{name}{_CLOSE}"


def as_plain(prose: str) -> str:
    """Return the prose as a title or a lead, whose only grammar is that of placeholders."""
    return _placed(_DOUBLE.sub("{ ", prose))


def as_markdown(prose: str) -> str:
    """Return the prose as one paragraph of Markdown, in which no word of it means anything."""
    parts = enumerate(_PART.split(" ".join(prose.split())))
    text = "".join(_escaped(part, place) for place, part in parts)
    return _placed(_LEADING.sub(r"\1\\\2", text))


def as_caption(prose: str) -> str:
    """Return the prose as the words of a picture in Markdown; brackets become round ones."""
    return as_markdown(prose.translate(str.maketrans("[]", "()")))


def _escaped(part: str, place: int) -> str:
    """Escape what stands between two marks; the marks have the odd places."""
    if place % 2:
        return part
    text = _SPECIAL.sub(lambda found: f"\\{found.group()}", part)
    return _ENTITY.sub("&amp;", text).replace("<", "&lt;")


def _placed(prose: str) -> str:
    return _MARK.sub(r"{{ \1 }}", prose)
