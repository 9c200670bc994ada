"""A text that is kept for the next run, and believed only if this very program wrote it here.

Its seal stands for the text, the code and the versions that it runs on; spoilt, or made by other
code, it is as if it were not there. Nobody can make a seal without the key of whoever runs the
program, which lies with the user's other caches and never beside the records: so a text that came
with a change is not believed either. It is text and no more. Source: issue *Speed* (a cache that is
never wrong).
"""

import hmac
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Final

CACHE: Final = ".cache"
PACKAGE: Final = Path(__file__).resolve().parents[1]
_COMPILED: Final = "__pycache__"
_KEY_BYTES: Final = 32


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
    right = _seal(place, "\n".join(lines), code, packages)
    return lines if right and hmac.compare_digest(seal.encode(), right.encode()) else None


def keep_at(place: Path, text: str, code: tuple[str, ...], packages: tuple[str, ...]) -> None:
    """Keep the text there, whole or not at all; where nothing can be written, nothing is kept."""
    seal = _seal(place, text, code, packages)
    if not seal:
        return
    beside = place.with_name(f"{place.name}.{os.getpid()}.congtac-tmp")
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_text(f"{seal}\n{text}", encoding="utf-8")
            beside.replace(place)
        finally:
            beside.unlink(missing_ok=True)


def _seal(place: Path, text: str, code: tuple[str, ...], packages: tuple[str, ...]) -> str:
    """Return the seal; empty without a key."""
    key = _key()
    if key is None:
        return ""
    told = f"{made_by(code, packages)}\n{place.name}\n{text}".encode()
    return hmac.digest(key, told, "sha256").hex()


@cache
def _key() -> bytes | None:
    """Return the key of whoever runs the program, made when there is none; None without a home."""
    try:
        home = os.environ.get("XDG_CACHE_HOME") or Path.home() / CACHE
        place = Path(home, "congtac", "key")
        if not place.exists():
            _make_key(place)
        key = place.read_bytes()
    except (OSError, RuntimeError):
        return None
    return key if len(key) == _KEY_BYTES else None


def _make_key(place: Path) -> None:
    """Write a new key, which nobody else may read; of two that begin at once, one is first."""
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f"{place.name}.{os.getpid()}.congtac-tmp")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secrets.token_bytes(_KEY_BYTES))
        with suppress(FileExistsError):
            place.hardlink_to(beside)
    finally:
        beside.unlink(missing_ok=True)


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
