"""Late files are made on another processor, while the pages are written on this one.

Source: issue *Speed*, Both processors; docs/developers/decisions/0028-both-processors.md.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

from generator.build.beside import beside
from generator.build.standing import Kept, write
from generator.present.page import LateArtifact

FEWEST: Final = 50
"""Of so many files it pays to make them on another processor."""


@dataclass(frozen=True)
class LateFiles:
    """The files that are to be written below `site`, and what was `kept` of those made before."""

    files: Sequence[LateArtifact]
    site: Path
    kept: Kept | None = None

    def write_with(self, pages: Callable[[], None]) -> None:
        """Write the pages, the files that are taken over, and those that have to be made.

        Where many have to be made, this process is copied.
        """
        rest = [each for each in self.files if not self._stands(each)]
        if len(rest) < FEWEST:
            pages()
            for file in rest:
                self._keep(file, file.content)
            return
        with _made_beside(rest, self.site) as contents:
            pages()
            for file, content in zip(rest, contents(), strict=True):
                self._keep(file, content)

    def _keep(self, file: LateArtifact, content: bytes) -> None:
        """Write a file that was made, and let it be known of what."""
        if self.kept is not None:
            self.kept.file(file.path, file.made_of, lambda: content)
        self._write(file, content)

    def _stands(self, file: LateArtifact) -> bool:
        """Write the file as it stands, if it is made of the same; tell whether that was so."""
        if self.kept is None:
            return False
        content = self.kept.file(file.path, file.made_of, lambda: None)
        if content is None:
            return False
        self._write(file, content)
        return True

    def _write(self, file: LateArtifact, content: bytes) -> None:
        target = self.site / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        write(self.kept, file.path, content, target)


@contextmanager
def _made_beside(
    files: Sequence[LateArtifact], folder: Path
) -> Iterator[Callable[[], Iterator[bytes]]]:
    """Begin to make the files beside; give what yields the bytes of each, in their order.

    What was made lies without a name on the disk of `folder` until it is asked for, so that
    nothing is left of it whatever happens.
    """
    with TemporaryFile(dir=folder) as spool:

        def make() -> list[int]:
            # A copy of a process shares the place in a file with it, but not what it knows of it.
            with open(spool.fileno(), "wb", closefd=False) as file:
                return [file.write(each.content) for each in files]

        with beside(make, pays=True) as sizes:
            yield lambda: _contents(files, spool.fileno(), sizes())


def _contents(
    files: Sequence[LateArtifact], spool: int, sizes: list[int] | None
) -> Iterator[bytes]:
    if sizes is None:
        # The room on the disk may be what was short.
        os.ftruncate(spool, 0)
        yield from (each.content for each in files)
        return
    start = 0
    for size in sizes:
        yield os.pread(spool, size, start)
        start += size
