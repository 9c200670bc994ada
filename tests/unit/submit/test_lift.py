"""Older records are lifted through several formats, all or none, and newer ones are refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.build.fmt import format_records
from generator.domain.organisation import SCHEMA_VERSION
from generator.domain.records import Records
from generator.errors import RefusedError
from generator.rules import privacy
from generator.submit import lift
from tests.builders import organisation

Tree = dict[str, Any]
ORGANISATION = """\
name: Tỉnh đoàn A
full_name: BCH Tỉnh đoàn A
document_issuer: BCH TỈNH ĐOÀN A
place: A
demo: false
"""
VISIT = """\
date: 2019-05-20
unit: 99901-binh-an
kind: sinh-hoat
who: le-van-ba
content: Họp lệ.
"""
LIFTED = """\
date: 2019-05-20
unit: 99901-binh-an
kind: sinh-hoat
members:
  - le-van-ba
content: Họp lệ.
"""


def rename_who(kind: str, tree: Tree) -> Tree:
    """Format 2: a visit's `who` is called `people`."""
    if kind != "visits" or "who" not in tree:
        return tree
    return {("people" if key == "who" else key): value for key, value in tree.items()}


def split_people(kind: str, tree: Tree) -> Tree:
    """Format 3: `people`, ids with commas between, become the list `members`."""
    if kind != "visits" or "people" not in tree:
        return tree
    if not isinstance(tree["people"], str):
        raise lift.LiftError("Khóa people phải là một dòng.")
    rest = {key: value for key, value in tree.items() if key != "people"}
    return {**rest, "members": [each.strip() for each in tree["people"].split(",")]}


@pytest.fixture
def two_lifts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lift, "LIFTS", (rename_who, split_people))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return records(tmp_path, ORGANISATION, VISIT)


def records(folder: Path, organisation: str, visit: str) -> Path:
    root = folder / "records"
    (root / "visits/2019").mkdir(parents=True)
    (root / "organisation.yml").write_text(organisation)
    (root / "visits/2019/2019-05-20-a.yml").write_text(visit)
    return root


def visit_of(root: Path) -> str:
    return (root / "visits/2019/2019-05-20-a.yml").read_text()


def test_the_registry_leads_to_the_format_of_the_models() -> None:
    assert lift.newest() == SCHEMA_VERSION
    assert lift.newest((rename_who, split_people)) == 3


def test_lifts_follow_each_other_and_change_nothing_they_were_given() -> None:
    tree = {"who": "a, b", "date": "2019-01-01"}
    lifts = (rename_who, split_people)
    assert lift.lifted("visits", tree, 1, lifts) == {"date": "2019-01-01", "members": ["a", "b"]}
    assert tree == {"who": "a, b", "date": "2019-01-01"}
    assert lift.lifted("visits", {"people": "a"}, 2, lifts) == {"members": ["a"]}
    assert lift.lifted("visits", {"people": "a"}, 3, lifts) == {"people": "a"}
    assert lift.lifted("plans", {"who": "a"}, 1, lifts) == {"who": "a"}


@pytest.mark.usefixtures("two_lifts")
def test_fmt_lifts_every_file_and_stamps_the_format(root: Path) -> None:
    found = format_records(root)
    assert (found.version, found.lifting, found.count) == (1, True, 2)
    assert visit_of(root) == VISIT, "nothing is written before it is asked for"
    found.write()
    assert visit_of(root) == LIFTED
    assert (root / "organisation.yml").read_text() == "schema_version: 3\n" + ORGANISATION
    again = format_records(root)
    assert (again.version, again.changes, again.refused) == (3, (), ())


@pytest.mark.usefixtures("two_lifts")
def test_a_tree_in_between_takes_the_last_lifts_only(tmp_path: Path) -> None:
    middle = VISIT.replace("who: le-van-ba", "people: le-van-ba, tran-thi-tu")
    root = records(tmp_path, "schema_version: 2\n" + ORGANISATION, middle)
    format_records(root).write()
    assert visit_of(root) == LIFTED.replace("  - le-van-ba\n", "  - le-van-ba\n  - tran-thi-tu\n")


@pytest.mark.usefixtures("two_lifts")
def test_a_lift_that_was_cut_off_is_repeated(root: Path) -> None:
    (root / "visits/2019/2019-05-20-a.yml").write_text(LIFTED)
    format_records(root).write()
    assert visit_of(root) == LIFTED


@pytest.mark.usefixtures("two_lifts")
@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (
            VISIT.replace("who: le-van-ba", "who:\n  - le-van-ba"),
            "Khóa people phải là một dòng.",
        ),
        (VISIT + "# nhớ hỏi lại\n", "T001"),
        (VISIT + "date: 2019-05-21\n", "Y011"),
    ],
)
def test_one_file_that_cannot_be_lifted_keeps_all_as_they_are(
    root: Path, broken: str, reason: str
) -> None:
    other = root / "visits/2019/2019-05-21-b.yml"
    other.write_text(broken)
    found = format_records(root)
    assert [refusal.path for refusal in found.refused] == ["records/visits/2019/2019-05-21-b.yml"]
    assert reason in "\n".join(found.refused[0].reasons)
    with pytest.raises(RefusedError, match="Chưa nâng tệp nào"):
        found.write()
    assert (visit_of(root), other.read_text()) == (VISIT, broken)
    assert (root / "organisation.yml").read_text() == ORGANISATION


@pytest.mark.usefixtures("two_lifts")
def test_some_files_of_an_older_tree_are_not_lifted_alone(root: Path) -> None:
    with pytest.raises(RefusedError, match=r"định dạng 1\..*không kèm đường dẫn"):
        format_records(root, [root / "visits"])


@pytest.mark.usefixtures("two_lifts")
def test_a_file_begun_before_the_lift_is_lifted_when_its_format_is_named(tmp_path: Path) -> None:
    root = records(tmp_path, "schema_version: 3\n" + ORGANISATION, VISIT)
    file = root / "visits/2019/2019-05-20-a.yml"
    format_records(root, [file], written_in=1).write()
    assert visit_of(root) == LIFTED
    assert (root / "organisation.yml").read_text() == "schema_version: 3\n" + ORGANISATION


@pytest.mark.usefixtures("two_lifts")
@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("4", "theo định dạng 4, còn phần mềm này đọc đến 3. Cập nhật congtac"),
        ("0", "Không có định dạng 0; định dạng đầu tiên là 1."),
        ("mới", "schema_version phải là số từ 1 đến 3."),
        ("9999999999", "schema_version phải là số từ 1 đến 3."),
    ],
)
def test_a_format_that_nobody_knows_is_refused(tmp_path: Path, written: str, message: str) -> None:
    organisation = f"schema_version: {written}\n{ORGANISATION}"
    root = records(tmp_path, organisation, VISIT)
    with pytest.raises(RefusedError, match=message):
        format_records(root)


@pytest.mark.usefixtures("two_lifts")
def test_a_named_format_must_exist_too(root: Path) -> None:
    with pytest.raises(RefusedError, match="còn phần mềm này đọc đến 3"):
        format_records(root, written_in=4)


@pytest.mark.usefixtures("two_lifts")
@pytest.mark.parametrize("spoil", [Path.unlink, lambda file: file.write_text("a: [")])
def test_without_a_readable_organisation_nothing_is_lifted(
    root: Path, spoil: Callable[[Path], object]
) -> None:
    spoil(root / "organisation.yml")
    found = format_records(root)
    assert not found.lifting
    found.write()
    assert visit_of(root) == (
        "date: 2019-05-20\nunit: 99901-binh-an\nkind: sinh-hoat\ncontent: Họp lệ.\nwho: le-van-ba\n"
    )


@pytest.mark.parametrize(
    ("written", "read", "hints"),
    [
        (1, 1, []),
        (1, 2, ["Chạy congtac fmt để nâng lên."]),
        (3, 2, ["Cập nhật congtac lên phiên bản mới."]),
    ],
)
def test_check_tells_what_to_do_about_another_format(
    monkeypatch: pytest.MonkeyPatch, written: int, read: int, hints: list[str]
) -> None:
    monkeypatch.setattr(privacy, "SCHEMA_VERSION", read)
    records = Records(organisation=organisation(schema_version=written))
    faults = list(privacy.the_format_is_known(records))
    assert [fault.hint for fault in faults] == hints
    assert all(fault.code == "S015" for fault in faults)
