"""Files are replaced all together or not at all."""

import os
import stat
from pathlib import Path

import pytest

from generator.build import replace
from generator.build.replace import LEFT, create_files, replace_files, write_file
from tests.commands import ROOT


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


def test_the_names_are_on_the_disk_too_also_those_of_new_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    monkeypatch.setattr(
        replace,
        "sync_folder",
        lambda folder: synced.append(folder.relative_to(tmp_path.parent).as_posix()),
    )
    top = tmp_path.name
    create_files({tmp_path / "visits/2019/a.yml": b"a", tmp_path / "visits/2019/b.yml": b"b"})
    assert synced == [f"{top}/visits/2019", f"{top}/visits"]
    synced.clear()
    replace_files({tmp_path / "visits/2019/a.yml": b"A"})
    assert synced == [f"{top}/visits/2019", f"{top}/visits"]


def test_a_disk_that_does_not_keep_the_names_gets_no_new_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(_: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(replace, "sync_folder", lost)
    with pytest.raises(OSError, match="Input/output error"):
        create_files({tmp_path / "a.yml": b"a", tmp_path / "b.yml": b"b"})
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_call_leaves_is_what_git_ignores(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[str] = []

    def killed(_: int) -> None:
        left.extend(path.name for path in tmp_path.iterdir())

    monkeypatch.setattr(os, "fsync", killed)
    write_file(tmp_path / "a.yml", b"a")
    assert [name.startswith(".a.yml.") and name.endswith(LEFT) for name in left][:1] == [True]
    for ignored in (".gitignore", "generator/submit/templates/init/gitignore"):
        assert f"*{LEFT}" in (ROOT / ignored).read_text(encoding="utf-8").splitlines()


def test_new_files_are_taken_back_when_what_stood_beside_one_cannot_be_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def refused(self: Path, *, missing_ok: bool = False) -> None:
        if self.name.startswith(".b.yml."):
            raise OSError(5, "Input/output error")
        unlink(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refused)
    with pytest.raises(OSError, match="Input/output error"):
        create_files({tmp_path / "a.yml": b"a", tmp_path / "b.yml": b"b"})
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")] == []
