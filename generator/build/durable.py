"""What was written is on the disk before anything relies on it: a power cut leaves no empty file.

Source: POSIX, fsync; Linux, syncfs(2); docs/developers/decisions/0022-what-a-power-cut-leaves.md.
"""

import ctypes
import errno
import os
from pathlib import Path
from typing import Any, Final

_LOST: Final = frozenset({errno.EIO, errno.ENOSPC, errno.EDQUOT})


def system_call(name: str) -> Any | None:  # noqa: ANN401  (typed by whoever calls it)
    """Return a function of the system's C library; None where it has none of this name."""
    try:
        return getattr(ctypes.CDLL(None, use_errno=True), name)
    except (AttributeError, TypeError):
        # Windows has no library of no name.
        return None


def sync_folder(folder: Path) -> None:
    """Have the names in the folder on the disk; one that may not be opened is left alone.

    Raises:
        OSError: the disk refuses.
    """
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        # Windows opens no folder.
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_everything(folder: Path) -> None:
    """Have all that was written below the folder on the disk, by one call for its file system.

    Raises:
        OSError: some of it could not be written.
    """
    call = system_call("syncfs")
    if call is not None:
        handle = os.open(folder, os.O_RDONLY)
        try:
            if call(handle) == 0:
                return
            number = ctypes.get_errno()
        finally:
            os.close(handle)
        if number in _LOST:
            raise OSError(number, os.strerror(number), str(folder))
    # A container may forbid the call; the older one tells of no failure, but does the same.
    if hasattr(os, "sync"):
        os.sync()
