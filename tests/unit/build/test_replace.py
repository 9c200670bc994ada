"""Files are replaced all together or not at all."""

import os
import stat
from pathlib import Path

import pytest

from generator.build.replace import replace_files


def two(folder: Path) -> tuple[Path, Path]:
    first, second = folder / "a.yml", folder / "b.yml"
    first.write_text("a\n")
    second.write_text("b\n")
    return first, second


def test_contents_change_and_modes_stay(tmp_path: Path) -> None:
    first, second = two(tmp_path)
    first.chmod(0o600)
    replace_files({first: b"A\n", second: b"B\n"})
    assert (first.read_text(), second.read_text()) == ("A\n", "B\n")
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    assert sorted(tmp_path.iterdir()) == [first, second]


def test_a_file_that_cannot_be_written_keeps_all_and_leaves_no_traces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = two(tmp_path)
    synced = []

    def full_disk(handle: int) -> None:
        synced.append(handle)
        if len(synced) > 1:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space left"):
        replace_files({first: b"A\n", second: b"B\n"})
    assert (first.read_text(), second.read_text()) == ("a\n", "b\n")
    assert sorted(tmp_path.iterdir()) == [first, second]


def test_a_file_that_went_away_is_not_made_anew(tmp_path: Path) -> None:
    first, second = two(tmp_path)
    second.unlink()
    with pytest.raises(FileNotFoundError):
        replace_files({first: b"A\n", second: b"B\n"})
    assert first.read_text() == "a\n"
    assert list(tmp_path.iterdir()) == [first]
