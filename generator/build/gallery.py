"""The pictures of the site, drawn anew from those of the records, and kept for the next build.

What was drawn is kept below `.cache/` beside the records, under a name made of the bytes of the
picture and of what it was drawn with, so that nothing is drawn twice and nothing old is taken. The
folder may be deleted at any time. A picture that left the records leaves it too.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Final

from generator.build.drawing import NoPictureError, drawn_as, painted_with
from generator.domain.finding import Finding
from generator.domain.media import LARGEST_BYTES
from generator.errors import UsageError
from generator.load.picture import quiet
from generator.load.tree import Progress
from generator.present.page import Rendition

CACHE: Final = ".cache/anh"
_MOST_AT_ONCE: Final = 4


@dataclass(frozen=True, slots=True)
class Gallery:
    """The files of the renditions by their addresses, and which pictures could not be drawn."""

    files: Mapping[str, Path]
    findings: tuple[Finding, ...]
    looked_at: int


def gallery(
    wanted: Iterable[Rendition], root: Path, progress: Progress = lambda _: None
) -> Gallery:
    """Return what the site has of the pictures below `root/media`; renditions come file by file.

    Raises:
        UsageError: what was drawn cannot be kept.
    """
    root = Path(os.path.abspath(root))  # noqa: PTH100  (`resolve` would follow links)
    drawer = _Drawer(root, root.parent / CACHE / root.name, painted_with())
    by_file = [(file, tuple(made)) for file, made in groupby(wanted, key=attrgetter("file"))]
    files: dict[str, Path] = {}
    findings: list[Finding] = []
    try:
        # Pillow lets other threads work while it draws.
        with quiet(), ThreadPoolExecutor(min(_MOST_AT_ONCE, os.cpu_count() or 1)) as pool:
            for drawn in pool.map(lambda each: drawer.draw(*each), by_file):
                progress("")
                if isinstance(drawn, Finding):
                    findings.append(drawn)
                else:
                    files.update(drawn)
        drawer.forget_gone()
    except OSError as error:
        message = f"Không đọc được ảnh hoặc không ghi được {drawer.cache}: {error.strerror}."
        raise UsageError(message) from error
    return Gallery(files, tuple(sorted(findings)), len(by_file))


@dataclass(frozen=True, slots=True)
class _Drawer:
    """Draws the pictures of the records at `root`, and keeps what it drew below `cache`."""

    root: Path
    cache: Path
    painted_with: str

    def draw(self, file: str, wanted: Sequence[Rendition]) -> Mapping[str, Path] | Finding:
        """Return the file of each rendition of one picture, drawn now or before."""
        with (self.root / "media" / file).open("rb") as stream:
            data = stream.read(LARGEST_BYTES + 1)
        name = hashlib.sha256(self.painted_with.encode() + data).hexdigest()[:32]
        folder = self.cache / file
        kept = {each.path: folder / _name(name, each) for each in wanted}
        if not all(path.is_file() for path in kept.values()):
            try:
                # All of them: a smaller one is drawn from the largest.
                drawn = list(drawn_as(data, wanted))
            except NoPictureError as error:
                return _undrawn(f"{self.root.name}/media/{file}", error)
            folder.mkdir(parents=True, exist_ok=True)
            for path, content in zip(kept.values(), drawn, strict=True):
                _write(path, content)
            _forget_others(folder, name)
        return kept

    def forget_gone(self) -> None:
        """Delete what was drawn of pictures that are no longer in the records."""
        for folder in {path.parent for path in self.cache.rglob("*") if path.is_file()}:
            if not (self.root / "media" / folder.relative_to(self.cache)).is_file():
                shutil.rmtree(folder)


def _name(name: str, made: Rendition) -> str:
    return f"{name}-{made.width}x{made.height}.{made.format.lower()}"


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, also if another build writes the same one."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with beside.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(path)


def _forget_others(folder: Path, name: str) -> None:
    """Delete what was drawn of a picture as it was before."""
    for path in folder.iterdir():
        if not path.name.lstrip(".").startswith(name):
            path.unlink(missing_ok=True)


def _undrawn(path: str, error: NoPictureError) -> Finding:
    """Return the finding of a picture whose headers promised more than there is (M003)."""
    hint = "Lưu lại ảnh dạng JPEG, PNG hoặc WebP."
    return Finding(path, 1, "M003", 1, "", "error", f"Tệp ảnh {error}.", hint)
