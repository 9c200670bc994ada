"""A text that is kept for the next run, and believed only if this very program wrote it.

Its seal stands for the text, the code and the versions that it runs on; spoilt, or made by other
code, it is as if it were not there. It is text and no more, so that a file which somebody else put
there cannot run anything. Source: issue *Speed* (a cache that is never wrong).
"""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from generator.load.fingerprints import digest

CACHE: Final = ".cache"
PACKAGE: Final = Path(__file__).resolve().parents[1]
_COMPILED: Final = "__pycache__"


def place_of(root: Path, folder: str, which: str = "") -> Path:
    """Return where something about the records at `root` is kept: beside them, below `.cache`."""
    root = Path(os.path.abspath(root))  # noqa: PTH100  (`resolve` would follow links)
    return root.parent / CACHE / folder / f"{root.name}{which}"


def kept_at(place: Path, code: tuple[str, ...], packages: tuple[str, ...]) -> list[str] | None:
    """Return the lines that are kept there; None if they are not of this code and these packages.

    `code` are folders and files of this program.
    """
    try:
        seal, *lines = place.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return None
    return lines if seal == _seal(place, "\n".join(lines), code, packages) else None


def keep_at(place: Path, text: str, code: tuple[str, ...], packages: tuple[str, ...]) -> None:
    """Keep the text there, whole or not at all; where nothing can be written, nothing is kept."""
    beside = place.with_name(f"{place.name}.{os.getpid()}.congtac-tmp")
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_text(f"{_seal(place, text, code, packages)}\n{text}", encoding="utf-8")
            beside.replace(place)
        finally:
            beside.unlink(missing_ok=True)


def _seal(place: Path, text: str, code: tuple[str, ...], packages: tuple[str, ...]) -> str:
    return digest(f"{made_by(code, packages)}\n{place.name}\n{text}".encode())


@cache
def made_by(code: tuple[str, ...], packages: tuple[str, ...]) -> str:
    """Return what stands for the code, and the versions that it runs on."""
    known = blake2b(f"{sys.version}\n{digest_of_code(code)}".encode())
    specs = (find_spec(name) for name in packages)
    places = {Path(spec.origin).parents[1] for spec in specs if spec and spec.origin}
    for place in sorted(places):
        installed = (each for each in os.listdir(place) if each.endswith(".dist-info"))  # noqa: PTH208
        known.update("\n".join(sorted(installed)).encode())
    return known.hexdigest()


def digest_of_code(code: tuple[str, ...]) -> str:
    """Return what stands for every byte of these folders and files of this program, as they are."""
    known = blake2b()
    for file in _files(code):
        known.update(f"\n{file.relative_to(PACKAGE)}\n".encode())
        known.update(file.read_bytes())
    return known.hexdigest()


def _files(code: tuple[str, ...]) -> Iterator[Path]:
    for name in code:
        place = PACKAGE / name
        found = sorted(place.rglob("*")) if place.is_dir() else (place,)
        yield from (each for each in found if each.is_file() and _COMPILED not in each.parts)
