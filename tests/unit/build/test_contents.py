"""Names of files, in an order that no file system changes."""

from pathlib import Path

from generator.build.contents import names_in


def test_files_at_every_depth_by_the_parts_of_their_names(tmp_path: Path) -> None:
    for name in ("b.html", "a/z.html", "a-b/x.html", "a/b/c.txt", "a.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    in_order = [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*.*"))]
    assert names_in(tmp_path) == in_order
    assert names_in(tmp_path) == ["a/b/c.txt", "a/z.html", "a-b/x.html", "a.html", "b.html"]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert names_in(tmp_path / "none") == []
