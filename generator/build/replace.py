"""Files are written whole or not at all: beside the old ones first, then renamed.

When a call returns, what it wrote is on the disk, the names too. A call that was killed may leave a
file of the kind `LEFT` behind, which no reader of records looks at and git is told to ignore.
Source: research/reliability.md, section 4, row 37.
"""

import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from generator.build.durable import sync_folder

LEFT: Final = ".congtac-tmp"


def replace_files(contents: Mapping[Path, bytes]) -> None:
    """Give existing files their new contents, keeping their modes.

    All new files are on disk before the first old one goes, so a full disk or a missing right
    changes nothing.

    Raises:
        OSError: a file cannot be written.
    """
    staged: dict[Path, Path] = {}
    try:
        for file, data in contents.items():
            staged[file] = _beside(file, data, file.stat().st_mode & 0o7777)
        for file, new in staged.items():
            new.replace(file)
        _sync_names(staged)
    finally:
        for new in staged.values():
            new.unlink(missing_ok=True)


def write_file(file: Path, data: bytes) -> None:
    """Make the file, or give it its new contents if it exists, keeping its mode.

    Raises:
        OSError: the file cannot be written; what stood there is still there.
    """
    mode = file.stat().st_mode & 0o7777 if file.exists() else _mode_of_new_files()
    new = _beside(file, data, mode)
    try:
        new.replace(file)
        _sync_names([file])
    finally:
        new.unlink(missing_ok=True)


def create_files(contents: Mapping[Path, bytes]) -> None:
    """Make new files in their order, with the folders that they need; all of them or none.

    Raises:
        FileExistsError: one of them is there already; it stays as it is.
        OSError: a file cannot be written.
    """
    made: list[Path] = []
    try:
        for file, data in contents.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            new = _beside(file, data, _mode_of_new_files())
            try:
                # A link refuses to take the place of a file, where a rename would not.
                file.hardlink_to(new)
                made.append(file)
            finally:
                new.unlink()
        _sync_names(made)
    except BaseException:
        for file in made:
            with suppress(OSError):
                file.unlink()
        raise


def _beside(file: Path, data: bytes, mode: int) -> Path:
    """Write the data to a hidden file in the same folder, which no reader of records looks at."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", suffix=LEFT, dir=file.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        new.chmod(mode)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return new


def _sync_names(files: Iterable[Path]) -> None:
    """Have the files' names on the disk, and those of their folders, which may be new."""
    for folder in dict.fromkeys(
        each for file in files for each in (file.parent, file.parent.parent)
    ):
        sync_folder(folder)


def _mode_of_new_files() -> int:
    """Return the mode that the user gives new files; a mask cannot be read without being set."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask
