"""A new folder is there whole, or what stood there is as it was."""

from pathlib import Path

import pytest

from generator.build import new_folder as module
from generator.build.new_folder import new_folder
from generator.errors import RefusedError


def fill(target: Path, *names: str) -> None:
    """Make a folder of files; the name `fail` fails instead."""
    with new_folder(target) as stage:
        for name in names:
            if name == "fail":
                raise ZeroDivisionError
            (stage / name).write_text("x")


@pytest.mark.parametrize("there", [False, True])
def test_it_comes_whole(tmp_path: Path, *, there: bool) -> None:
    target = tmp_path / "a" / "moi"
    if there:
        target.mkdir(parents=True)
    with new_folder(target) as stage:
        (stage / "tep.txt").write_text("x")
        (stage / "con").mkdir()
        assert not target.exists() or not list(target.iterdir())
    assert sorted(each.name for each in target.iterdir()) == ["con", "tep.txt"]
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("there", [False, True])
def test_a_failure_leaves_nothing(tmp_path: Path, *, there: bool) -> None:
    target = tmp_path / "moi"
    if there:
        target.mkdir()
    with pytest.raises(ZeroDivisionError):
        fill(target, "tep.txt", "fail")
    assert list(tmp_path.rglob("*")) == ([target] if there else [])


def test_a_failure_while_it_is_filled_takes_back_what_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "moi"
    target.mkdir()
    rename = Path.rename

    def renamed(path: Path, to: Path) -> Path:
        if path.name == "b":
            raise OSError(28, "No space left on device")
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", renamed)
    with pytest.raises(OSError, match="No space left"):
        fill(target, "a", "b")
    assert list(tmp_path.rglob("*")) == [target]


@pytest.mark.parametrize("kind", ["full", "file", "link"])
def test_what_is_there_already_is_refused(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "moi"
    if kind == "full":
        target.mkdir()
        (target / "tep.txt").write_text("x")
    elif kind == "file":
        target.write_text("x")
    else:
        (tmp_path / "khac").mkdir()
        target.symlink_to(tmp_path / "khac")
    message = f"{target} đã có và không trống nên chưa ghi gì. Chọn một thư mục mới."
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(RefusedError) as refused:
        fill(target)
    assert str(refused.value) == message
    assert sorted(tmp_path.rglob("*")) == before


def test_the_files_are_on_the_disk_before_the_folder_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "so"
    seen: list[tuple[str, bool]] = []
    monkeypatch.setattr(
        module, "sync_everything", lambda _: seen.append(("everything", target.exists()))
    )
    monkeypatch.setattr(
        module, "sync_folder", lambda folder: seen.append((folder.name, target.exists()))
    )
    with new_folder(target) as stage:
        (stage / "a.yml").write_text("a", encoding="utf-8")
    assert seen == [("everything", False), (tmp_path.name, True)]
