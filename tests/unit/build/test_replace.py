"""Files are replaced all together or not at all."""

import os
import stat
from pathlib import Path

import pytest

from generator.build.replace import replace_files, write_file


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


def test_a_new_file_has_the_mode_that_the_user_gives_and_an_old_one_keeps_its_own(
    tmp_path: Path,
) -> None:
    new, old = tmp_path / "new.csv", tmp_path / "old.csv"
    old.write_text("a\n")
    old.chmod(0o640)
    mask = os.umask(0o027)
    try:
        write_file(new, b"N\n")
        write_file(old, b"A\n")
    finally:
        os.umask(mask)
    assert (new.read_bytes(), old.read_bytes()) == (b"N\n", b"A\n")
    assert [stat.S_IMODE(each.stat().st_mode) for each in (new, old)] == [0o640, 0o640]


def test_a_file_that_cannot_be_renamed_leaves_no_traces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "out.csv"
    file.write_text("a\n")

    def refused(_new: Path, _file: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(PermissionError, match="Permission denied"):
        write_file(file, b"A\n")
    assert file.read_text() == "a\n"
    assert list(tmp_path.iterdir()) == [file]
