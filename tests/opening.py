"""Hears which files Python opens to be read, by whatever door.

A hook of the interpreter would hear more; but it stays for good, and while one runs no thread can
begin to be traced, as those of servers are where coverage is measured.
"""

import builtins
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch


@contextmanager
def opened_below(folder: Path) -> Iterator[list[str]]:
    """Give the paths, inside a folder, of the files opened for reading meanwhile, in that order."""
    heard: list[str] = []
    opened = io.open

    def hear(file: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        if mode.startswith("r") and not isinstance(file, int):
            path = Path(os.fsdecode(file))
            if path.is_relative_to(folder):
                heard.append(path.relative_to(folder).as_posix())
        return opened(file, mode, *arguments, **options)

    # `pathlib` looks for it at the one place, everybody else at the other.
    with patch.object(builtins, "open", hear), patch.object(io, "open", hear):
        yield heard
