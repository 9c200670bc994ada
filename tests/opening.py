"""Hears which files are opened to be read, whoever opens them and however."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_listening: dict[Path, list[str]] = {}


@contextmanager
def opened_below(folder: Path) -> Iterator[list[str]]:
    """Give the paths, inside a folder, of the files opened for reading meanwhile, in that order."""
    heard = _listening[folder] = []
    try:
        yield heard
    finally:
        del _listening[folder]


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    if event != "open" or not _listening or not isinstance(arguments[0], str | bytes):
        return
    if arguments[2] & os.O_ACCMODE != os.O_RDONLY:
        return
    path = Path(os.fsdecode(arguments[0]))
    for folder, heard in _listening.items():
        if path.is_relative_to(folder):
            heard.append(path.relative_to(folder).as_posix())


# A hook stays as long as the process does.
sys.addaudithook(_hear)
