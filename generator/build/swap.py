"""A built site takes the place of the old one at once; whatever happens before leaves the old one.

Source: design, section 3 (`build`: staged, gated, swapped in whole); research/reliability.md,
section 4, rows 37 and 38; docs/developers/decisions/0022-what-a-power-cut-leaves.md.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from filelock import FileLock

from generator.build.durable import sync_everything, sync_folder, system_call
from generator.errors import RefusedError

MARK: Final = "build.json"
_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """Yield an empty folder beside `out`, and put it in place of `out` if the block succeeds.

    A second build of the same site waits. A stage that a killed build left behind is cleared, and
    a site that it had already moved aside is put back. Where `out` is a link, the folder that it
    leads to is meant.

    Raises:
        RefusedError: `out` holds something that is no built site.
        OSError: the new site cannot be put there; the old one stands.
    """
    out = out.resolve()
    _refuse_foreign(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    stage = out.with_name(f".{out.name}.stage")
    with FileLock(out.with_name(f".{out.name}.lock")):
        shutil.rmtree(stage, ignore_errors=True)
        if _aside(out).is_dir() and not out.exists():
            _aside(out).rename(out)
        stage.mkdir()
        try:
            yield stage
            _refuse_foreign(out)
            # A name that comes onto the disk before its contents would be an empty page.
            sync_everything(stage)
            _exchange(stage, out)
            # The old site goes when the new one is sure to be found.
            sync_folder(out.parent)
        finally:
            shutil.rmtree(stage, ignore_errors=True)


def _refuse_foreign(out: Path) -> None:
    if out.exists() and not (out.is_dir() and _is_ours(out)):
        message = f"{out} đã có nội dung khác, không phải trang do congtac dựng. Chọn thư mục khác."
        raise RefusedError(message)


def _is_ours(folder: Path) -> bool:
    return (folder / MARK).is_file() or not any(folder.iterdir())


def _aside(out: Path) -> Path:
    """Return where the old site stands while the new one comes in two steps."""
    return out.with_name(f".{out.name}.old")


def _exchange(stage: Path, out: Path) -> None:
    """Swap the two folders in one step where the system can, else in two."""
    if not out.exists():
        stage.rename(out)
        return
    rename = system_call("renameat2")
    if rename is not None:
        ends = (_AT_FDCWD, os.fsencode(stage), _AT_FDCWD, os.fsencode(out))
        if rename(*ends, _RENAME_EXCHANGE) == 0:
            return
    old = _aside(out)
    shutil.rmtree(old, ignore_errors=True)
    out.rename(old)
    try:
        stage.rename(out)
    except BaseException:
        old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)
