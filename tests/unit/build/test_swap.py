"""A built site takes the place of the old one, also where the system cannot swap folders."""

import ctypes
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.build import swap
from generator.build.swap import staged
from generator.errors import RefusedError

SYSTEMS: dict[str, Callable[..., Any]] = {
    "swaps folders": ctypes.CDLL,
    "knows no such call": lambda *_, **__: SimpleNamespace(),
    "refuses the call": lambda *_, **__: SimpleNamespace(renameat2=lambda *_: -1),
}


@pytest.fixture(params=list(SYSTEMS.values()), ids=list(SYSTEMS))
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(ctypes, "CDLL", request.param)
    return request.param


def build(out: Path, content: str) -> None:
    with staged(out) as stage:
        assert list(stage.iterdir()) == []
        (stage / "build.json").write_text(content, encoding="utf-8")
        (stage / f"{content}.html").write_text("", encoding="utf-8")


@pytest.mark.usefixtures("system")
def test_the_new_site_stands_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    out = tmp_path / "a/site"
    for content in ("1", "2", "3"):
        build(out, content)
        assert sorted(path.name for path in out.iterdir()) == [f"{content}.html", "build.json"]
    assert {path.name for path in out.parent.iterdir()} <= {"site", ".site.lock"}


def killed_between_the_two_steps(out: Path) -> Path:
    """Leave what a build leaves that was killed after the old site went and before the new came."""
    build(out, "1")
    return out.rename(out.with_name(f".{out.name}.old"))


@pytest.mark.usefixtures("system")
def test_after_a_killed_swap_the_next_build_stands_alone(tmp_path: Path) -> None:
    out = tmp_path / "site"
    old = killed_between_the_two_steps(out)
    build(out, "2")
    assert sorted(path.name for path in out.iterdir()) == ["2.html", "build.json"]
    assert not old.exists()


def test_after_a_killed_swap_a_build_that_fails_leaves_the_old_site(tmp_path: Path) -> None:
    out = tmp_path / "site"
    killed_between_the_two_steps(out)
    with pytest.raises(OSError, match="full"), staged(out):
        raise OSError("full")
    assert (out / "1.html").exists()


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_is_no_site_is_refused(tmp_path: Path, kind: str) -> None:
    out = tmp_path / "site"
    if kind == "file":
        out.write_text("dear", encoding="utf-8")
    else:
        out.mkdir()
        (out / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(RefusedError) as told:
        build(out, "1")
    assert str(told.value) == (
        f"{out} đã có nội dung khác, không phải trang do congtac dựng. Chọn thư mục khác."
    )
    assert not (tmp_path / ".site.stage").exists()


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    build(tmp_path / "site", "1")
    assert (tmp_path / "site/1.html").exists()


def test_what_came_there_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    out = tmp_path / "site"
    building = staged(out)
    stage = building.__enter__()
    (stage / "build.json").write_text("1", encoding="utf-8")
    out.mkdir()
    (out / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(RefusedError):
        building.__exit__(None, None, None)
    assert (out / "letter.txt").read_text(encoding="utf-8") == "dear"


def test_the_new_site_is_on_the_disk_before_it_is_found_and_found_before_the_old_one_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "site"
    build(out, "1")
    seen: list[tuple[str, str, bool]] = []

    def note(call: str) -> Callable[[Path], None]:
        def noted(folder: Path) -> None:
            left = (tmp_path / ".site.stage").exists()
            seen.append((f"{call} {folder.name}", (out / "build.json").read_text("utf-8"), left))

        return noted

    monkeypatch.setattr(swap, "sync_everything", note("everything"))
    monkeypatch.setattr(swap, "sync_folder", note("folder"))
    build(out, "2")
    assert seen == [
        ("everything .site.stage", "1", True),
        (f"folder {tmp_path.name}", "2", True),
    ]


def test_a_disk_that_did_not_keep_the_new_site_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "site"
    build(out, "1")

    def lost(_: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(swap, "sync_everything", lost)
    with pytest.raises(OSError, match="Input/output error"):
        build(out, "2")
    assert sorted(path.name for path in out.iterdir()) == ["1.html", "build.json"]
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".site.lock"}


def test_a_swap_in_two_steps_that_fails_at_the_second_is_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "site"
    build(out, "1")
    monkeypatch.setattr(ctypes, "CDLL", SYSTEMS["knows no such call"])
    rename = Path.rename

    def renamed(self: Path, target: Path) -> Path:
        if self.name == ".site.stage":
            raise OSError(5, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", renamed)
    with pytest.raises(OSError, match="Input/output error"):
        build(out, "2")
    assert sorted(path.name for path in out.iterdir()) == ["1.html", "build.json"]
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".site.lock"}


def test_a_link_stays_a_link_and_the_folder_behind_it_is_swapped(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("there/site")
    for content in ("1", "2"):
        build(tmp_path / "link", content)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "link/2.html").exists()
    assert {path.name for path in (tmp_path / "there").iterdir()} == {"site", ".site.lock"}
    assert {path.name for path in tmp_path.iterdir()} == {"link", "there"}
