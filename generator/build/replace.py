"""Files are replaced whole or not at all: written beside the old ones first, then renamed."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


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
            staged[file] = _beside(file, data)
        for file, new in staged.items():
            new.replace(file)
    finally:
        for new in staged.values():
            new.unlink(missing_ok=True)


def _beside(file: Path, data: bytes) -> Path:
    """Write the data to a hidden file in the same folder, which no reader of records looks at."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        new.chmod(file.stat().st_mode & 0o7777)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return new
