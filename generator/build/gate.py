"""A site goes out only if it is whole: no dead link within it, no sudden loss of pages.

Source: research/records-in-git.md, lesson 9; issue *Trust* (5 % of the pages).
"""

import posixpath
import re
import sys
from collections.abc import Container, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from generator.build.contents import PAGE, names_in
from generator.build.links import beside_tags, links, links_of_line

SMALLEST_SHARE: Final = 0.95
_UP: Final = "../"
# Frames have some hundreds; the lines of bodies need not all be kept.
_MOST_KNOWN: Final = 5_000
_FOLDERS_KNOWN: Final = 8
_ANCHOR: Final = re.compile(r"\s(?:id|name)=[\"']?([^\"'\s>]+)")


def objections(
    stage: Path, standing: Path | None, base: str = "", spared: Container[str] = ()
) -> Iterator[str]:
    """Yield, as sentences, why the staged site must not replace the standing one.

    `base` is the address at which a host serves the site, ending in a slash; empty if it is not
    known. Links of the files `spared` are known to lead somewhere.
    """
    names = names_in(stage)
    pages = sum(name.endswith(PAGE) for name in names)
    if standing is not None and standing.is_dir():
        before = sum(name.endswith(PAGE) for name in names_in(standing))
        if pages < before * SMALLEST_SHARE:
            yield f"Trang mới chỉ có {pages} trang, trang đang có {before}."
    sought = _Sought(stage, frozenset(names), base)
    for name in names:
        if name not in spared and (not name.endswith(PAGE) or not sought.sound(name)):
            yield from sought.dead(name)


def still_there(stage: Path, name: str, before: bytes) -> bool:
    """Return whether the file is still there, with every place that a link could lead to before."""
    if not (stage / name).is_file():
        return False
    if not name.endswith(PAGE):
        return True
    return _anchors(before.decode(errors="replace")) <= _anchors(_text(stage / name))


class _Sought:
    """Looks where links lead. What the frames of pages have in common is looked at once."""

    def __init__(self, stage: Path, names: frozenset[str], base: str) -> None:
        self._stage = stage
        self._names = names
        self._base = base
        self._anchors: dict[str, frozenset[str]] = {}
        self._linkless: set[str] = set()
        # Files come folder by folder, so that those of the last few will do.
        self._beside = lru_cache(_FOLDERS_KNOWN)(_lines_and_links)

    def dead(self, name: str) -> Iterator[str]:
        """Yield, as sentences, which links of a file lead nowhere."""
        for link in links(self._stage / name, name, self._base):
            target = _target(name, link, self._base)
            if target is None:
                continue
            path, anchor = target
            if path not in self._names:
                yield f"{name}: liên kết {link} không dẫn đến đâu."
            elif anchor and path.endswith(PAGE) and anchor not in self._anchors_of(path):
                yield f"{name}: liên kết {link} dẫn đến một mục không có."

    def sound(self, name: str) -> bool:
        """Return whether a page certainly has no such link; each line of a frame is read once.

        A link that goes up leads to the same place from all pages that stand beside each other.
        """
        text = _text(self._stage / name)
        lines, led = self._beside(posixpath.dirname(posixpath.dirname(name)))
        for line in {*text.split("\n")}.difference(self._linkless, lines):
            found = links_of_line(line, self._base)
            if found is None:
                return False
            going_up = True
            for link in found:
                if link in led:
                    continue
                if not self._leads(name, link, text):
                    return False
                if link.startswith(_UP):
                    _remember(link, led)
                else:
                    going_up = False
            if going_up:
                _remember(line, lines if found else self._linkless)
        others = beside_tags(text, self._base)
        return all(self._leads(name, link.strip(), text) for link in others)

    def _leads(self, name: str, link: str, text: str) -> bool:
        """Return whether a link of the page with that text leads somewhere, or out of the site."""
        target = _target(name, link, self._base)
        if target is None:
            return True
        path, anchor = target
        if path not in self._names:
            return False
        if not anchor or not path.endswith(PAGE):
            return True
        return (path == name and f' id="{anchor}"' in text) or anchor in self._anchors_of(path)

    def _anchors_of(self, path: str) -> frozenset[str]:
        if path not in self._anchors:
            self._anchors[path] = _anchors(_text(self._stage / path))
        return self._anchors[path]


def _lines_and_links(_: str) -> tuple[set[str], set[str]]:
    """Return what is known of a folder at first: lines and links that lead somewhere."""
    return set(), set()


def _anchors(page: str) -> frozenset[str]:
    # Most places have the same name on many pages.
    return frozenset(map(sys.intern, _ANCHOR.findall(page)))


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")


def _remember(text: str, known: set[str]) -> None:
    if len(known) < _MOST_KNOWN:
        known.add(text)


def _target(name: str, link: str, base: str) -> tuple[str, str] | None:
    """Return file and anchor that a link within the site leads to; None for any other link."""
    folder = urlsplit(base).path or "/"
    parts = urlsplit(folder + link.removeprefix(base) if base and link.startswith(base) else link)
    if parts.scheme or parts.netloc or (not parts.path and not parts.fragment):
        return None
    if not parts.path:
        return name, unquote(parts.fragment)
    start = "" if parts.path.startswith("/") else posixpath.dirname(name)
    within = unquote(parts.path).removeprefix(folder).lstrip("/")
    path = posixpath.normpath(posixpath.join(start, within))
    if parts.path.endswith(("/", "/.", "/..")) or parts.path in (".", ".."):
        path = posixpath.join(path, "index.html")
    return path.removeprefix("./"), unquote(parts.fragment)
