"""A new folder is there with all its files, or not at all.

Source: design, section 3 (`init`, `publish --to-files`); research/reliability.md, row 37.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.build.durable import sync_everything, sync_folder
from generator.errors import RefusedError


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """Yield an empty folder beside `target`, and put it in its place if the block succeeds.

    Raises:
        RefusedError: `target` is there and not empty.
        OSError: a file cannot be written.
    """
    if target.is_symlink() or (target.exists() and not (target.is_dir() and _empty(target))):
        message = f"{target} đã có và không trống nên chưa ghi gì. Chọn một thư mục mới."
        raise RefusedError(message)
    target = target.absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    stage = target.parent / f".{target.name}.{os.getpid()}"
    # What a killed call of the same number may have left.
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir()
    try:
        yield stage
        # A name that comes onto the disk before its contents would be an empty file.
        sync_everything(stage)
        _settle(stage, target)
        sync_folder(target.parent)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _settle(stage: Path, target: Path) -> None:
    """Put the finished folder in its place; an empty folder that is there already is filled."""
    if not target.exists():
        stage.rename(target)
        return
    moved: list[Path] = []
    try:
        for entry in sorted(stage.iterdir()):
            entry.rename(target / entry.name)
            moved.append(target / entry.name)
    except BaseException:
        for entry in moved:
            entry.rename(stage / entry.name)
        raise


def _empty(folder: Path) -> bool:
    return next(folder.iterdir(), None) is None
