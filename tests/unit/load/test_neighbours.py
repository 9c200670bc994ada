"""What a record can contradict is found by file names; nothing else is read."""

import os
from pathlib import Path

import pytest

from generator.build.check import check
from generator.load import neighbours
from generator.load.neighbours import Neighbours
from generator.load.tree import load_some
from tests.unit.load.trees import base, small, visit, write

LISTS = {"organisation.yml", "units.yml", "activities.yml"}


def read_beside(root: Path, subject: str) -> set[str]:
    """Return the files read besides the subject and the lists."""
    heard: set[str] = set()
    load_some(root, [subject], heard.add)
    return heard - LISTS - {subject}


ARTICLE = "articles/2019/2019-12-31-tong-ket.md"
POLICY = "policies/chu-truong-1-2.yml"
BESIDE = {
    "organisation.yml": {POLICY},
    "units.yml": {POLICY},
    POLICY: set(),
    "members/le-van-ba.yml": {POLICY},
    "plans/2019/le-van-ba.yml": {POLICY, "members/le-van-ba.yml"},
    "visits/2019/2019-05-20-ap-3.yml": {POLICY, "members/le-van-ba.yml", "media/2019/ap-3.jpg"},
    "visits/2019/2019-06-12-nhi-long.yml": {
        POLICY, "members/le-van-ba.yml", "members/tran-thi-tu.yml", "media/2019/nhi-long.png",
        "visits/2019/2019-05-20-ap-3.yml",
    },
    ARTICLE: {
        POLICY, "members/le-van-ba.yml", "visits/2019/2019-05-20-ap-3.yml", "media/2019/ap-3.jpg",
    },
    "media/2019/ap-3.jpg": {POLICY},
}  # fmt: skip


@pytest.mark.parametrize("subject", BESIDE)
def test_what_is_read_beside_a_file(tmp_path: Path, subject: str) -> None:
    assert read_beside(base(tmp_path), subject) == BESIDE[subject]


NEAR = [
    ("2019-05-01", "2019-03-31", False),
    ("2019-05-01", "2019-04-01", True),
    ("2019-05-01", "2019-04-30", True),
    ("2019-05-01", "2019-05-01", True),
    ("2019-05-01", "2019-05-02", False),
    ("2020-01-05", "2019-12-06", True),
    ("2020-01-05", "2019-12-05", False),
]


@pytest.mark.parametrize(("day", "other", "near"), NEAR)
def test_visits_that_may_still_last_are_neighbours(
    tmp_path: Path,
    day: str,
    other: str,
    near: bool,  # noqa: FBT001
) -> None:
    root = small(tmp_path)
    mine = f"visits/{day[:4]}/{day}-a.yml"
    theirs = f"visits/{other[:4]}/{other}-b.yml"
    write(root, mine, visit(day))
    write(root, theirs, visit(other, "nhi-long"))
    assert (theirs in read_beside(root, mine)) == near


def test_a_long_visit_meets_those_until_its_end(tmp_path: Path) -> None:
    root = small(tmp_path)
    write(root, "visits/2019/2019-12-30-a.yml", visit("2019-12-30", more="end_date: 2020-01-02\n"))
    for day in ("2019-12-31", "2020-01-01", "2020-01-02", "2020-01-03"):
        write(root, f"visits/{day[:4]}/{day}-b.yml", visit(day, "nhi-long"))
    beside = read_beside(root, "visits/2019/2019-12-30-a.yml")
    assert sorted(path[12:22] for path in beside if "visits" in path) == [
        "2019-12-31", "2020-01-01", "2020-01-02",
    ]  # fmt: skip


def test_visits_that_name_nobody_of_this_one_are_not_understood(tmp_path: Path) -> None:
    root = small(tmp_path)
    mine = "visits/2019/2019-05-20-a.yml"
    write(root, mine, visit("2019-05-20"))
    escaped = visit("2019-05-20", member='"le\\x2dvan-ba"')
    write(root, "visits/2019/2019-05-20-b.yml", visit("2019-05-20", "nhi-long", "tran-thi-tu"))
    write(root, "visits/2019/2019-05-20-c.yml", escaped)
    write(
        root,
        "visits/2019/2019-05-20-d.yml",
        visit("2019-05-20", "nhi-long", "tran-thi-tu", "# như le-van-ba\n"),
    )
    (root / "visits/2019/2019-05-20-e.yml").symlink_to("nowhere.yml")
    os.mkfifo(root / "visits/2019/2019-05-20-f.yml")
    beside = read_beside(root, mine)
    assert sorted(path[-5] for path in beside if "visits" in path) == ["c", "d", "e", "f"]
    found = [f.code for f in check(root, [root / mine]).findings]
    assert found == ["D017"]


def test_a_visit_that_cannot_be_looked_into_is_left_to_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = small(tmp_path)
    write(root, "visits/2019/2019-05-20-a.yml", visit("2019-05-20"))
    write(root, "visits/2019/2019-05-20-b.yml", visit("2019-05-20", "nhi-long", "tran-thi-tu"))

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(neighbours, "contents", refuse)
    assert "visits/2019/2019-05-20-b.yml" in read_beside(root, "visits/2019/2019-05-20-a.yml")


ODD = [
    "plan_item: ../../../outside/x\n",
    "plan_item: khong-ro\n",
    "plan_item: 2019/../x\n",
    "photos:\n  - file: 2019/../../../outside.jpg\n    caption: A\n",
    "photos:\n  - file: /etc/passwd\n    caption: A\n",
    "photos:\n  - file: ../../outside.jpg\n    caption: A\n",
    "former_ids:\n  - ../../outside\n",
]


@pytest.mark.parametrize("more", ODD)
def test_no_reference_leads_out_of_the_records(tmp_path: Path, more: str) -> None:
    """Row 30."""
    root = small(tmp_path)
    write(tmp_path, "outside.jpg", "x")
    write(tmp_path, "outside/x.yml", "x")
    write(root, "visits/2019/2019-05-20-a.yml", visit("2019-05-20", more=more))
    beside = read_beside(root, "visits/2019/2019-05-20-a.yml")
    assert beside <= {"members/le-van-ba.yml"}


def test_names_are_known_where_a_reference_may_be_misspelt(tmp_path: Path) -> None:
    root = base(tmp_path)
    write(root, "members/nguyen-thi-sau.yml", "không đọc đến")
    known = load_some(root, ["visits/2019/2019-05-20-ap-3.yml"]).records.known
    assert known["members"] == {"le-van-ba", "tran-thi-tu", "nguyen-van-nam", "nguyen-thi-sau"}
    assert known["media"] == {"2019/ap-3.jpg", "2019/nhi-long.png"}
    assert "plans" not in known


def test_names_of_the_years_that_are_mentioned_are_known(tmp_path: Path) -> None:
    root = base(tmp_path)
    more = "plan_item: 2019/le-van-b/t01\nformer_ids:\n  - 2019-05-19-x\n"
    write(root, "visits/2020/2020-05-20-a.yml", visit("2020-05-20", more=more))
    known = load_some(root, ["visits/2020/2020-05-20-a.yml"]).records.known
    assert known["plans"] == {"2019/le-van-ba"}
    assert known["visits"] == {"2020-05-20-a", "2019-05-20-ap-3", "2019-06-12-nhi-long"}


def test_a_folder_is_listed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = small(tmp_path)
    for number in range(10, 20):
        write(root, f"visits/2019/2019-05-{number}-a.yml", visit(f"2019-05-{number}"))
    subjects = load_some(root, [f"visits/2019/2019-05-{n}-a.yml" for n in range(10, 20)]).records
    listed: list[Path] = []
    listdir = os.listdir

    def hear(folder: Path) -> list[str]:
        listed.append(folder)
        return listdir(folder)

    monkeypatch.setattr(os, "listdir", hear)
    around = Neighbours(root, subjects)
    assert len(list(around.to_read())) == 14
    assert len(list(around.by_name())) == 1
    assert len(listed) == len(set(listed)) == 3


def test_an_article_needs_whom_it_names(tmp_path: Path) -> None:
    root = base(tmp_path)
    head = "title: A\ndate: 2019-12-30\nlead: '{{ visit(2019-06-12-nhi-long).date }}'\n"
    head += "author: B\ncategory: C\nstatus: draft\n"
    body = (
        "{{ member(tran-thi-tu, 2019).days }} {{ year(2019).visits }} {{ member(gone, 2019).days }}"
    )
    write(root, "articles/2019/2019-12-30-a.md", f"---\n{head}---\n{body}\n")
    assert read_beside(root, "articles/2019/2019-12-30-a.md") == {
        POLICY, "members/tran-thi-tu.yml", "visits/2019/2019-06-12-nhi-long.yml",
    }  # fmt: skip


def test_a_placeholder_of_no_known_form_needs_nothing_and_hides_nothing(tmp_path: Path) -> None:
    root = base(tmp_path)
    head = "title: A\ndate: 2019-12-30\nlead: B.\nauthor: B\ncategory: C\nstatus: draft\n"
    body = "{{ year 2019 }} {{ visit(2019-06-12-nhi-long).date }}"
    write(root, "articles/2019/2019-12-30-a.md", f"---\n{head}---\n{body}\n")
    assert read_beside(root, "articles/2019/2019-12-30-a.md") == {
        POLICY, "visits/2019/2019-06-12-nhi-long.yml",
    }  # fmt: skip
