"""What was written is on the disk before anything relies on it, as far as the system can say."""

import ctypes
import errno
import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.build.durable import sync_everything, sync_folder, system_call


def a_system(monkeypatch: pytest.MonkeyPatch, library: Callable[..., Any]) -> list[str]:
    """Put another system's library into place; return the list of what is asked of the disk."""
    asked: list[str] = []
    monkeypatch.setattr(ctypes, "CDLL", library)
    monkeypatch.setattr(os, "sync", lambda: asked.append("sync"))
    return asked


def opened(handle: int) -> str:
    """Return the path of what is open."""
    return os.fspath(Path(f"/proc/self/fd/{handle}").readlink())


def failing(number: int) -> Callable[..., Any]:
    def syncfs(_: int) -> int:
        ctypes.set_errno(number)
        return -1

    return lambda *_, **__: SimpleNamespace(syncfs=syncfs)


def test_one_call_brings_a_file_system_to_its_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handles: list[str] = []

    def syncfs(handle: int) -> int:
        handles.append(opened(handle))
        return 0

    asked = a_system(monkeypatch, lambda *_, **__: SimpleNamespace(syncfs=syncfs))
    sync_everything(tmp_path)
    assert (handles, asked) == ([str(tmp_path)], [])


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC, errno.EDQUOT])
def test_what_the_disk_lost_is_an_error(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_system(monkeypatch, failing(number))
    with pytest.raises(OSError, match=os.strerror(number)) as told:
        sync_everything(tmp_path)
    assert (told.value.errno, told.value.filename) == (number, str(tmp_path))


def no_name(*_: object, **__: object) -> None:
    raise TypeError("argument of type 'NoneType' is not iterable")


@pytest.mark.parametrize(
    "library",
    [failing(errno.ENOSYS), failing(errno.EPERM), lambda *_, **__: SimpleNamespace(), no_name],
    ids=["an old kernel", "a container that forbids it", "another library", "Windows"],
)
def test_a_system_without_the_call_is_asked_in_the_older_way(
    library: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = a_system(monkeypatch, library)
    sync_everything(tmp_path)
    assert asked == ["sync"]


def test_a_system_that_cannot_be_asked_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_system(monkeypatch, no_name)
    monkeypatch.delattr(os, "sync")
    sync_everything(tmp_path)
    assert system_call("syncfs") is None


def test_a_folder_that_may_not_be_opened_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []

    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)
    monkeypatch.setattr(os, "fsync", synced.append)
    sync_folder(tmp_path)
    assert synced == []


def test_the_names_in_a_folder_are_brought_to_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(opened(handle)))
    sync_folder(tmp_path)
    assert synced == [str(tmp_path)]
