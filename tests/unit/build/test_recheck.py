"""A check that remembers says what a check that does not says: whatever changed in between."""

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from generator.build import recheck as rechecking
from generator.build import sealed, standing, verdicts
from generator.build.check import Checked, check
from generator.build.recheck import recheck
from generator.build.sealed import place_of
from generator.build.verdicts import FOLDER, Verdict
from generator.domain.finding import Finding
from generator.errors import UsageError
from generator.load.fingerprints import fingerprints
from tests.unit.build.edits import EDITS, PHOTO, world
from tests.unit.load.trees import base, visit, write


@pytest.fixture(autouse=True)
def _small_trees_are_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rechecking, "WORTH_KEEPING", 0)


@pytest.fixture
def heard() -> list[str]:
    return []


def judgement(made: Verdict | Checked) -> tuple[tuple[Finding, ...], int, bool]:
    """Return what is told of the records."""
    return made.findings, made.count, made.sound


def remembered(root: Path) -> tuple[tuple[Finding, ...], int, bool]:
    """Return what a check says that remembers."""
    return judgement(recheck(root, lambda _: None))


def afresh(root: Path) -> tuple[tuple[Finding, ...], int, bool]:
    """Return what a check says that remembers nothing."""
    return judgement(check(root))


def same(root: Path, heard: list[str] | None = None) -> Verdict:
    """Recheck, and hold it against a check that remembers nothing."""
    told = recheck(root, (heard if heard is not None else []).append)
    assert judgement(told) == afresh(root)
    return told


def kept(root: Path) -> Path:
    return place_of(root, FOLDER)


def test_what_did_not_change_is_not_read_as_records(tmp_path: Path, heard: list[str]) -> None:
    root = world(tmp_path)
    assert same(root, heard).sound
    assert "visits/2019/2019-05-20-a.yml" in heard
    heard.clear()
    assert [f.code for f in same(root, heard).findings] == ["T001"]
    assert heard == []


def test_a_changed_visit_is_read_with_those_that_it_can_contradict(
    tmp_path: Path, heard: list[str]
) -> None:
    root = world(tmp_path)
    same(root)
    heard.clear()
    write(root, "visits/2019/2019-05-20-a.yml", visit("2019-05-20", more="venue: ấp 3 # x\n"))
    assert [f.line for f in same(root, heard).findings] == [7]
    assert "visits/2020/2020-03-03-e.yml" not in heard
    heard.clear()
    same(root, heard)
    assert heard == []


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_whatever_changes_the_verdict_is_that_of_a_check(
    tmp_path: Path, edit: Callable[[Path], object]
) -> None:
    root = world(tmp_path)
    assert remembered(root) == afresh(root)
    edit(root)
    # The first after the edit, and the one that may take over what the first has kept.
    assert remembered(root) == afresh(root)
    assert remembered(root) == afresh(root)
    shutil.rmtree(root)
    assert remembered(world(tmp_path)) == afresh(root)


@pytest.mark.parametrize("seed", range(25))
def test_random_edits_one_after_the_other(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    root = world(tmp_path)
    for _ in range(6):
        assert remembered(root) == afresh(root)
        for _ in range(dice.choice((1, 1, 2))):
            day = f"2019-05-{dice.randrange(17, 27)}"
            name = f"visits/2019/{day}-{dice.choice('abx')}.yml"
            fate = dice.randrange(10)
            if fate < 2:
                (root / name).unlink(missing_ok=True)
            elif fate == 2:
                with suppress(OSError):
                    dice.choice(list(EDITS.values()))(root)
            else:
                more = dice.choice(
                    ("", "", "# x\n", f"end_date: 2019-05-{dice.randrange(20, 29)}\n",
                     "former_ids:\n  - cu\n", PHOTO.format(consent=dice.choice(("true", "false"))),
                     "withdrawn: 2019-06-01\n", "plan_item: 2019/le-van-ba/x\n")
                )  # fmt: skip
                unit = dice.choice(("an-truong-a", "nhi-long"))
                write(root, name, visit(day, unit, more=more))
    assert remembered(root) == afresh(root)


def damaged(text: str) -> dict[str, str]:
    """Return ways in which a file of the cache can be spoilt."""
    seal, head, *lines = text.splitlines()
    emptied = json.dumps({**json.loads(head), "findings": []})
    return {
        "empty": "",
        "one line": seal,
        "cut": text[:-9],
        "findings gone": "\n".join((seal, emptied, *lines, "")),
        "another digest": text.replace(lines[0][:8], "0" * 8),
        "no JSON": "\n".join((seal, "{", *lines, "")),
    }


@pytest.mark.parametrize(
    "how", ["empty", "one line", "cut", "findings gone", "another digest", "no JSON"]
)
def test_a_damaged_verdict_is_as_if_there_were_none(tmp_path: Path, how: str) -> None:
    root = world(tmp_path)
    same(root)
    sound = kept(root).read_text(encoding="utf-8")
    kept(root).write_text(damaged(sound)[how], encoding="utf-8")
    assert Verdict.kept(root) is None
    same(root)
    assert kept(root).read_text(encoding="utf-8") == sound


def test_bytes_that_are_no_text_are_as_if_there_were_none(tmp_path: Path) -> None:
    root = world(tmp_path)
    same(root)
    sound = kept(root).read_bytes()
    kept(root).write_bytes(b"\xff\xfe\x00")
    assert Verdict.kept(root) is None
    assert remembered(root) == afresh(root)
    assert kept(root).read_bytes() == sound


def test_what_other_code_found_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = world(tmp_path)
    same(root)
    assert Verdict.kept(root) is not None
    monkeypatch.setattr(sealed, "made_by", lambda *_: "another")
    assert Verdict.kept(root) is None


def _one_byte_more(read: Callable[[Path], bytes], name: str, file: Path) -> bytes:
    return read(file) + b" " * file.as_posix().endswith(f"/{name}")


@pytest.mark.parametrize(
    ("code", "packages", "files"),
    [
        (
            verdicts.CODE,
            verdicts.PACKAGES,
            ("people.py", "codes/shape.py", "recheck.py", "errors.py"),
        ),
        (
            standing.CODE,
            standing.PACKAGES,
            ("present/visits.py", "templates/visit.html", "framing.py", "audience.py", "links.py"),
        ),
    ],
    ids=["verdicts", "sites"],
)
def test_the_code_is_known_by_every_byte_of_it_and_by_the_versions_that_it_runs_on(
    code: tuple[str, ...],
    packages: tuple[str, ...],
    files: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made_by = partial(sealed.made_by.__wrapped__, code, packages)
    before = made_by()
    assert made_by() == before
    read = Path.read_bytes
    for name in files:
        another = partial(_one_byte_more, read, name)
        monkeypatch.setattr(Path, "read_bytes", lambda file, another=another: another(file))
        assert made_by() != before, name
    monkeypatch.undo()
    monkeypatch.setattr(os, "listdir", lambda _: ["pydantic-9.dist-info"])
    assert made_by() != before


def test_records_of_another_name_have_a_verdict_of_their_own(tmp_path: Path) -> None:
    root = world(tmp_path)
    same(root)
    other = root.rename(tmp_path / "so")
    assert Verdict.kept(other) is None
    kept(root).rename(kept(other))
    assert Verdict.kept(other) is None
    assert {f.path for f in same(other).findings} == {"so/visits/2019/2019-05-20-a.yml"}


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    root = world(tmp_path)
    write(tmp_path, ".cache", "in the way")
    for _ in range(2):
        assert remembered(root) == afresh(root)
        assert Verdict.kept(root) is None
    assert (tmp_path / ".cache").read_text() == "in the way"


def test_few_records_leave_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rechecking, "WORTH_KEEPING", 1_000)
    root = base(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    same(root)
    assert sorted(tmp_path.rglob("*")) == before


def test_many_changes_are_checked_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, heard: list[str]
) -> None:
    root = world(tmp_path)
    same(root)
    monkeypatch.setattr(rechecking, "_MOST_CHANGES", 0)
    write(root, "visits/2019/2019-05-20-a.yml", visit("2019-05-20"))
    same(root, heard)
    assert "visits/2020/2020-03-03-e.yml" in heard


def test_a_file_that_changes_while_it_is_looked_at_is_told_as_it_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, name = world(tmp_path), "visits/2019/2019-05-20-a.yml"
    same(root)
    write(root, name, visit("2019-05-20"))
    look = fingerprints

    def look_and_change(folder: str) -> dict[str, str] | None:
        found = look(folder)
        write(root, name, visit("2019-05-20", more="# x\n"))
        return found

    monkeypatch.setattr(rechecking, "fingerprints", look_and_change)
    assert [f.code for f in recheck(root, lambda _: None).findings] == ["T001"]
    monkeypatch.undo()
    write(root, name, visit("2019-05-20"))
    assert same(root).findings == ()


def test_a_name_that_no_line_can_hold_is_not_kept(tmp_path: Path) -> None:
    verdict = Verdict((), 1, {"visits/2019/a\nb.yml": "0"})
    verdict.keep(tmp_path / "records")
    assert not (tmp_path / ".cache").exists()


def test_records_that_are_not_there_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        recheck(tmp_path / "gone", lambda _: None)


def test_two_at_once_leave_one_whole_verdict(tmp_path: Path) -> None:
    root = world(tmp_path)
    code = (
        "import sys; from pathlib import Path; from generator.build import recheck as r; "
        "r.WORTH_KEEPING = 0; root = Path(sys.argv[1]); "
        "[(r._whole(root, print), r.recheck(root, print)) for _ in range(15)]"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, root], stdout=subprocess.DEVNULL)
        for _ in range(2)
    ]
    assert [each.wait() for each in running] == [0, 0]
    assert list(kept(root).parent.iterdir()) == [kept(root)]
    assert Verdict.kept(root) == same(root)
