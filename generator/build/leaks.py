"""The last look before a site goes out: does any of its files tell what its audience must not see?

Every file is read, packed ones too; lines that pages have in common are read once.
Source: issue *Trust*, It is done when 1 (the gate finds each planted leak).
"""

import re
from collections.abc import Container, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from generator.build.contents import names_in
from generator.build.glance import Glance, SeenLines
from generator.build.hidden import Hidden
from generator.build.phrases import Phrase, windows, words
from generator.build.unpacked import unpacked
from generator.errors import RefusedError

# The theme's and the browser's part, which were there before any record was read.
_INSTALLED: Final = "assets/"
SHOWN: Final = 20
_BLANK: Final = re.compile(rb"[ \n]")
_ANCHOR: Final = 6
"""Phrases are looked for by so many of their words first: one look for all lengths."""
_AT_ONCE: Final = 250_000
"""So many bytes of a file are looked at in one go, for their words take many times the room."""


def leaks(stage: Path, hidden: Hidden, spared: Container[str] = ()) -> Iterator[str]:
    """Yield, as sentences, where the staged site tells what it must not; never what it tells.

    `spared` are files that were looked through before with the same bytes, for the same.
    """
    looking = _Looking(hidden)
    for name in names_in(stage):
        if not name.startswith(_INSTALLED) and name not in spared:
            for place in dict.fromkeys(looking.at(name, (stage / name).read_bytes())):
                yield f"{name}: lộ phần không công khai, {place}."


def require_no_leaks(stage: Path, hidden: Hidden, spared: Container[str] = ()) -> None:
    """Refuse a site that tells what its audience must not see; `spared` as for `leaks`.

    Raises:
        RefusedError: it does; the first few places are named.
    """
    shown = list(islice(leaks(stage, hidden, spared), SHOWN))
    if shown:
        raise RefusedError("\n".join(["Trang dựng xong nhưng không đưa ra:", *shown]))


class _Looking:
    """Looks through files; remembers the lines that told nothing."""

    def __init__(self, hidden: Hidden) -> None:
        self._hidden = hidden
        self._anchors = {
            length: frozenset(each[:length] for each in hidden.phrases if _anchored(each) == length)
            for length in {_anchored(each) for each in hidden.phrases}
        }
        self._glance = Glance.at(hidden.phrases)
        self._seen = SeenLines()

    def at(self, name: str, content: bytes) -> Iterator[str]:
        """Yield what the file tells of, by its place in the records."""
        yield from map(self._place, self._told(name.encode()))
        for part in unpacked(content):
            yield from (
                f"dấu {mark.decode()}"
                for mark in self._hidden.marks
                if name.endswith(".html") and mark in part
            )
            yield from map(self._place, self._told(part))

    def _place(self, phrase: Phrase) -> str:
        return self._hidden.phrases[phrase]

    def _told(self, content: bytes) -> Iterator[Phrase]:
        if b"\0" in content:
            return
        before: list[bytes] = []
        shared = max(self._hidden.lengths, default=1) - 1
        for part in _parts(content):
            lines = self._seen.fresh(part.split(b"\n"))
            said = before + words(b"\n".join(lines).decode("utf-8", "replace"))
            found = list(self._found(said))
            yield from found
            if not found:
                self._seen.add(lines)
            # A phrase may begin in one part and end in the next.
            before = said[-shared:] if shared else []

    def _found(self, said: list[bytes]) -> Iterator[Phrase]:
        if not self._glance.catches(said):
            return
        for length, held in self._anchors.items():
            if not held.isdisjoint(windows(said, length)):
                yield from self._whole(said, length)

    def _whole(self, said: list[bytes], anchored: int) -> Iterator[Phrase]:
        """Yield the phrases whose beginning was found, where the rest follows too."""
        held = self._anchors[anchored]
        lengths = [each for each in self._hidden.lengths if min(each, _ANCHOR) == anchored]
        for start, beginning in enumerate(windows(said, anchored)):
            if beginning in held:
                for length in lengths:
                    phrase = tuple(said[start : start + length])
                    if phrase in self._hidden.phrases:
                        yield phrase


def _parts(content: bytes) -> Iterator[bytes]:
    """Yield the content in parts, none cut within a word."""
    start = 0
    while len(content) - start > _AT_ONCE:
        end = start + _AT_ONCE
        cut = max(content.rfind(b" ", start, end), content.rfind(b"\n", start, end)) + 1
        if not cut:
            blank = _BLANK.search(content, end)
            cut = blank.end() if blank else len(content)
        yield content[start:cut]
        start = cut
    yield content[start:]


def _anchored(phrase: Phrase) -> int:
    return min(len(phrase), _ANCHOR)
