"""The theme's frame of pages of one shape, rendered once with marks where the pages differ.

A mark is a value that no page has, between characters of the private use area. What a filter of
the theme made of it shows which filter it went through, and so what to do to the value of a page.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from markupsafe import Markup
from markupsafe import escape as escaped

from generator.load.fingerprints import digest
from generator.present.page import Heading, Page

ENCODING: Final = ("utf-8", "xmlcharrefreplace")
"""How MkDocs writes a page."""

CANONICAL: Final = "canonical"
BODY: Final = "body"
_IMAGE: Final = ("file", "alt", "width", "height")
_SHELVED: Final = frozenset({"hide", "image"})
_PICTURES: Final = "anh/"
_PICTURE: Final = re.compile(_PICTURES + r"[\w-][\w.-]*(?:/[\w-][\w.-]*)*")
_OPEN, _NAMED, _CLOSE = "\ue000", "\ue001", "\ue002"
_MARK: Final = re.compile(f"{_OPEN}([^{_NAMED}]*){_NAMED}([^{_CLOSE}]*){_CLOSE}")
# Each of these a filter leaves, takes away or writes otherwise.
_TELLING: Final = "<b & \"q'  r</b>"
# What every filter leaves as it is.
_PLAIN: Final = re.compile(r"[^<>&\"'\s]+(?: [^<>&\"'\s]+)*")
_ANCHOR: Final = re.compile(r"[a-z0-9-]+")
_ADDRESS: Final = re.compile(r"(?:[a-z0-9-]+/)+")

Filter = Callable[[str], str]

_FILTERS: Final[tuple[Filter, ...]] = (
    str,
    lambda text: str(Markup(text).striptags()),  # noqa: S704  (as Jinja's `striptags`)
    lambda text: str(escaped(Markup(text).striptags())),  # noqa: S704
    lambda text: str(escaped(text)),
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the frame, and what the frame does to the value that stands there."""

    name: str
    shown: Filter


@dataclass(frozen=True, slots=True)
class Shell:
    """A frame in pieces: one before, between and after its slots."""

    pieces: tuple[bytes, ...]
    slots: tuple[Slot, ...]

    @property
    def digest(self) -> str:
        """What stands for the frame: its pieces, and what it does to each value."""
        slots = [(slot.name, _FILTERS.index(slot.shown)) for slot in self.slots]
        return digest(repr((self.pieces, slots)).encode())

    def around(self, values: Mapping[str, str]) -> bytes:
        """Return the page with these values."""
        parts = [self.pieces[0]]
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            value = values[slot.name]
            if slot.name != BODY and not _PLAIN.fullmatch(value):
                value = slot.shown(value)
            parts.append(value.encode(*ENCODING))
            parts.append(piece)
        return b"".join(parts)


def fits_a_shell(page: Page) -> bool:
    """Return whether a shell can be proven for pages like this one.

    A body with a script has a policy of its own, as has a page that names one; the search plugin
    takes its attributes out of bodies; the frame asks for a title and a heading.
    """
    image = page.meta.get("image")
    return (
        bool(_ADDRESS.fullmatch(page.address) and page.title)
        and page.meta.keys() <= _SHELVED
        and (
            image is None
            or (image.keys() == set(_IMAGE) and bool(_PICTURE.fullmatch(image["file"])))
        )
        and all(_ANCHOR.fullmatch(heading.id) and heading.text for heading in page.headings)
    )


def plain_body(body: str) -> bool:
    """Return whether the frame takes the body as it is, and gives it no policy of its own."""
    return "<h1" in body and "<script>" not in body and "data-search-" not in body


def values_of(page: Page, body: str, canonical: str) -> dict[str, str]:
    """Return what the frame prints of a page, as the theme is given it."""
    values = {
        "title": escape(page.title, quote=False),
        "description": escape(page.description),
        BODY: body,
        CANONICAL: canonical,
    }
    for number, heading in enumerate(page.headings):
        values[f"anchor{number}"] = heading.id
        values[f"heading{number}"] = escape(heading.text, quote=False)
    for name, value in page.meta.get("image", {}).items():
        values[f"image-{name}"] = str(value)
    return values


def marked(page: Page) -> Page:
    """Return a page of the same shape with marks for what differs between such pages."""
    headings = (
        Heading(_mark(f"anchor{number}"), _mark(f"heading{number}", _TELLING))
        for number, _ in enumerate(page.headings)
    )
    meta: dict[str, Any] = dict(page.meta)
    if "image" in meta:
        meta["image"] = {name: _mark(f"image-{name}", _TELLING) for name in _IMAGE}
        meta["image"]["file"] = _PICTURES + _mark("image-file")
    return Page(
        address=page.address,
        title=_mark("title", _TELLING),
        body=_mark(BODY, f"<h1>{_TELLING}</h1>"),
        description=_mark("description", _TELLING) if page.description else "",
        headings=tuple(headings),
        meta=meta,
    )


def canonical_mark() -> str:
    """Return the mark for the whole address of a page."""
    return _mark(CANONICAL, "&'")


def shell_of(html: str, values: Mapping[str, str]) -> Shell | None:
    """Return the shell that a frame around a marked page makes; None if a mark was not understood.

    `values` are those of the marked page.
    """
    pieces: list[bytes] = []
    slots: list[Slot] = []
    end = 0
    for found in _MARK.finditer(html):
        name = found[1]
        value = values.get(name, "")
        start = value.find(_OPEN)
        shown = next((each for each in _FILTERS if each(value[start:]) == found.group()), None)
        if start < 0 or shown is None or (name == BODY and shown is not str):
            return None
        before = html[end : found.start()]
        if start and not before.endswith(value[:start]):
            return None
        pieces.append(before.removesuffix(value[:start]).encode(*ENCODING))
        slots.append(Slot(name, shown))
        end = found.end()
    pieces.append(html[end:].encode(*ENCODING))
    if any(mark.encode() in piece for piece in pieces for mark in (_OPEN, _NAMED, _CLOSE)):
        return None
    return Shell(tuple(pieces), tuple(slots))


def _mark(name: str, telling: str = "") -> str:
    return f"{_OPEN}{name}{_NAMED}{telling}{_CLOSE}"
