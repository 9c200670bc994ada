"""What changed since a commit is judged as a check of everything judges it."""

import os
import random
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from generator.build import recheck as rechecking
from generator.build.check import check
from generator.build.since import check_since
from generator.domain.finding import Finding
from generator.errors import UsageError
from tests.opening import opened_below
from tests.unit.build.edits import EDITS, PHOTO, world
from tests.unit.load.trees import visit, write

IDENTITY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Thử"), ("EMAIL", "thu@example.org"))
}


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", *arguments], cwd=folder, env=os.environ | IDENTITY, check=True, capture_output=True
    )


def committed(root: Path, why: str = "x") -> None:
    git(root, "add", "--all", "--force", ".")
    git(root, "commit", "--quiet", "--allow-empty", "--message", why)


def repository(folder: Path, *options: str) -> Path:
    """Return sound records, committed as `main`; the branch `gui` is checked out."""
    root = world(folder)
    git(folder, "init", "--quiet", "--initial-branch=main", *options)
    committed(root)
    git(folder, "switch", "--quiet", "--create", "gui")
    return root


def expected(root: Path, sound: dict[str, bytes]) -> tuple[Finding, ...]:
    """Return errors, and the warnings of files that are not as they were, of a check of all.

    Where a link lies, all is told, for what changed cannot be known by bytes.
    """
    findings = check(root).findings
    if any(each.is_symlink() for each in root.rglob("*")):
        return findings
    now = files(root)
    changed = {f"{root.name}/{path}" for path in now if now[path] != sound.get(path)}
    return tuple(f for f in findings if f.severity == "error" or f.path in changed)


def files(root: Path) -> dict[str, bytes]:
    found = (each for each in root.rglob("*") if each.is_file())
    return {each.relative_to(root).as_posix(): each.read_bytes() for each in found}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
@pytest.mark.parametrize("kept", [False, True], ids=["as it lies", "committed"])
def test_an_edit_is_judged_as_by_a_check_of_everything(
    tmp_path: Path, edit: Callable[[Path], object], *, kept: bool
) -> None:
    root = repository(tmp_path)
    before = files(root)
    edit(root)
    if kept:
        committed(root)
    assert check_since(root, "main").findings == expected(root, before)


@pytest.mark.parametrize("seed", range(12))
def test_random_edits_are_judged_as_by_a_check_of_everything(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    root = repository(tmp_path)
    before = files(root)
    for _ in range(6):
        day = f"2019-05-{dice.randrange(17, 27)}"
        more = dice.choice(("", "# x\n", f"end_date: 2019-05-{dice.randrange(20, 29)}\n",
                            "former_ids:\n  - cu\n", PHOTO.format(consent="false")))  # fmt: skip
        with suppress(OSError):
            if dice.randrange(4):
                write(root, f"visits/2019/{day}-{dice.choice('abx')}.yml", visit(day, more=more))
            else:
                dice.choice(list(EDITS.values()))(root)
        assert check_since(root, "main").findings == expected(root, before)


def test_only_what_changed_and_what_it_can_contradict_is_understood(tmp_path: Path) -> None:
    root = repository(tmp_path)
    write(root, "visits/2019/2019-05-20-a.yml", visit("2019-05-20", more="venue: ấp 3 # x\n"))
    heard: list[str] = []
    told = check_since(root, "main", heard.append)
    assert [(f.path, f.code) for f in told.findings] == [
        ("records/visits/2019/2019-05-20-a.yml", "T001")
    ]
    assert told.count == 1
    assert "visits/2019/2019-05-20-a.yml" in heard
    assert "visits/2020/2020-03-03-e.yml" not in heard


def test_nothing_is_told_where_nothing_changed(tmp_path: Path) -> None:
    told = check_since(repository(tmp_path), "main")
    assert (told.findings, told.count, told.sound) == ((), 0, True)


def test_what_others_merged_meanwhile_is_no_change(tmp_path: Path) -> None:
    root = repository(tmp_path)
    git(tmp_path, "switch", "--quiet", "main")
    write(root, "visits/2019/2019-07-01-x.yml", visit("2019-07-01", "khong-co"))
    committed(root, "Others")
    git(tmp_path, "switch", "--quiet", "gui")
    write(root, "visits/2019/2019-08-01-y.yml", visit("2019-08-01"))
    assert check_since(root, "main").count == 1


@pytest.mark.parametrize("flag", ["--assume-unchanged", "--skip-worktree"])
def test_no_flag_of_the_index_hides_a_change(tmp_path: Path, flag: str) -> None:
    root = repository(tmp_path)
    git(root, "update-index", flag, "visits/2019/2019-05-20-a.yml")
    write(root, "visits/2019/2019-05-20-a.yml", "a: b: c")
    assert not check_since(root, "main").sound


def test_what_git_ignores_is_seen(tmp_path: Path) -> None:
    root = repository(tmp_path)
    write(tmp_path, ".gitignore", "*-x.yml\n")
    write(root, "visits/2019/2019-07-01-x.yml", "a: b: c")
    assert not check_since(root, "main").sound


def test_a_repository_of_longer_names_is_understood(tmp_path: Path) -> None:
    root = repository(tmp_path, "--object-format=sha256")
    write(root, "visits/2019/2019-08-01-y.yml", visit("2019-08-01"))
    assert check_since(root, "main").count == 1


def test_records_that_are_new_are_checked_as_a_whole(tmp_path: Path) -> None:
    root = world(tmp_path)
    write(tmp_path, "README.md", "x")
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", "README.md")
    git(tmp_path, "commit", "--quiet", "--message", "x")
    told = check_since(root, "main")
    assert (told.findings, told.count) == (check(root).findings, check(root).count)


def test_many_changes_are_checked_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(tmp_path)
    monkeypatch.setattr(rechecking, "_MOST_CHANGES", 0)
    write(root, "visits/2019/2019-08-01-y.yml", visit("2019-08-01"))
    assert check_since(root, "main").count == check(root).count


def test_each_file_is_opened_once_to_see_what_changed(tmp_path: Path) -> None:
    root = repository(tmp_path)
    with opened_below(root) as opened:
        check_since(root, "main")
    assert sorted(set(opened)) == sorted(files(root))


def test_no_such_commit_is_told(tmp_path: Path) -> None:
    root = repository(tmp_path)
    with pytest.raises(UsageError) as raised:
        check_since(root, "khong-co")
    assert str(raised.value).startswith("Không tìm được bản để so. git: ")


def test_records_without_git_are_told(tmp_path: Path) -> None:
    root = world(tmp_path)
    with pytest.raises(UsageError) as raised:
        check_since(root, "main")
    assert str(raised.value) == f"{root} không nằm trong một kho git."
