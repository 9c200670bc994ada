"""Parsed records, kept by content: what has the same bytes is not taken apart again.

They lie in `.cache/` beside the records, a shard for each month of visits and each other kind, each
written whole or not at all, and may be deleted at any time. A shard is believed only if the same
code of the same versions wrote it, and kept are trees alone: every value is held against the
models anew. Source: issue *Speed* (a cache that is never wrong); decision 0027.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from pydantic_core import from_json, to_json

from generator.build.sealed import keep_at, kept_at, place_of
from generator.build.verdicts import WORTH_KEEPING

FOLDER: Final = "ban-ghi"
CODE: Final = ("domain", "load", "build/sealed.py", "build/trees.py")
PACKAGES: Final = ("yaml",)

_MONTH: Final = len("2019-05")

Shard = dict[str, bytes]
"""Trees as JSON, by the digest of the bytes that they were read from."""


class Trees:
    """The trees of the records at `root`; those that are asked for or added stay for next time."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._before: dict[str, Shard] = {}
        self._now: dict[str, Shard] = {}

    def tree(self, inside: str, known_by: str) -> dict[str, Any] | None:
        """Return the tree of a file, by its path and the digest of its bytes, if it is kept."""
        name = _shard_of(inside)
        if name not in self._before:
            self._before[name] = self._read(name)
        line = self._before[name].get(known_by)
        if line is None:
            return None
        self._now.setdefault(name, {})[known_by] = line
        tree: dict[str, Any] = from_json(line)
        return tree

    def add(self, inside: str, known_by: str, tree: dict[str, Any]) -> None:
        """Add the tree that was read from a file."""
        line = to_json(tree)
        # Lines are told apart by what ends one.
        if line.decode().isprintable():
            self._now.setdefault(_shard_of(inside), {})[known_by] = line

    def keep(self) -> None:
        """Write the shards that changed, and remove those that no file is in; of few files, none.

        Where nothing can be written, nothing is kept.
        """
        if sum(map(len, self._now.values())) < WORTH_KEEPING:
            return
        for name, held in self._now.items():
            if held != self._before.get(name):
                lines = (f"{known_by} {line.decode()}" for known_by, line in held.items())
                keep_at(self._place(name), "\n".join(lines), CODE, PACKAGES)
        for place in self._written():
            if place.name.removeprefix(f"{self._root.name}.") not in self._now:
                with suppress(OSError):
                    place.unlink()

    def _read(self, name: str) -> Shard:
        lines = kept_at(self._place(name), CODE, PACKAGES) or ()
        parts = (each.partition(" ") for each in lines)
        return {known_by: line.encode() for known_by, _, line in parts}

    def _written(self) -> Iterator[Path]:
        place = self._place("")
        yield from place.parent.glob(f"{place.name}*")

    def _place(self, name: str) -> Path:
        return place_of(self._root, FOLDER, f".{name}")


def _shard_of(inside: str) -> str:
    """Return `visits-2019-05` of a visit in May 2019, `members` of a member."""
    folder, _, name = inside.partition("/")
    if folder == "visits":
        return f"{folder}-{name.rpartition('/')[2][:_MONTH]}"
    return folder if name else "records"
