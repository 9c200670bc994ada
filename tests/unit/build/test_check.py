"""Check: everything, or some files and folders, with the neighbours that they can contradict."""

from pathlib import Path

import pytest

from generator.build.check import check, inside
from generator.errors import UsageError
from tests.opening import opened_below
from tests.unit.load.trees import base, small, visit, write


def told(root: Path, *paths: Path) -> list[str]:
    """Return path and code of each finding."""
    return [f"{f.path} {f.code}" for f in check(root, paths).findings]


def colliding(folder: Path) -> Path:
    """Return records in which one member is at two places on one day."""
    root = small(folder)
    write(root, "visits/2019/2019-05-20-a.yml", visit("2019-05-20"))
    write(root, "visits/2019/2019-05-20-b.yml", visit("2019-05-20", "nhi-long"))
    write(root, "visits/2019/2019-09-01-c.yml", visit("2019-09-01", "khong-co"))
    return root


A, B, C = (f"records/visits/2019/2019-0{day}.yml" for day in ("5-20-a", "5-20-b", "9-01-c"))


def test_everything_is_checked(tmp_path: Path) -> None:
    checked = check(colliding(tmp_path))
    assert [f"{f.path} {f.code}" for f in checked.findings] == [
        f"{A} D016",
        f"{B} D016",
        f"{C} R002",
    ]
    assert checked.count == 7
    assert not checked.sound
    assert check(base(tmp_path / "b")).sound


def test_warnings_leave_records_sound(tmp_path: Path) -> None:
    root = small(tmp_path)
    write(root, "visits/2019/2019-05-20-a.yml", visit("2019-05-20", more="# nhớ gọi lại\n"))
    checked = check(root)
    assert [finding.code for finding in checked.findings] == ["T001"]
    assert checked.sound


def test_a_file_finds_its_collisions_and_tells_of_itself_only(tmp_path: Path) -> None:
    root = colliding(tmp_path)
    assert told(root, tmp_path / A) == [f"{A} D016"]
    assert told(root, tmp_path / B) == [f"{B} D016"]
    assert told(root, tmp_path / C) == [f"{C} R002"]
    assert told(root, tmp_path / C, tmp_path / A) == [f"{A} D016", f"{C} R002"]
    assert check(root, [tmp_path / C, tmp_path / A]).count == 2


def test_a_folder_stands_for_all_in_it(tmp_path: Path) -> None:
    root = colliding(tmp_path)
    assert told(root, root / "visits") == [f"{A} D016", f"{B} D016", f"{C} R002"]
    assert told(root, root / "visits/2019/") == [f"{A} D016", f"{B} D016", f"{C} R002"]
    assert told(root, root / "members") == []
    assert check(root, [root / "members"]).count == 1
    assert told(root, root) == told(root)
    assert told(root, root / "members", root) == told(root)


def test_an_empty_folder_is_nothing(tmp_path: Path) -> None:
    root = small(tmp_path)
    (root / "articles").mkdir()
    checked = check(root, [root / "articles"])
    assert (checked.count, checked.findings) == (0, ())


def test_a_stray_file_asked_for_is_told(tmp_path: Path) -> None:
    root = small(tmp_path)
    write(root, "ghi-chu.txt", "x")
    write(root, ".hidden.yml", "x")
    assert told(root, root / "ghi-chu.txt") == ["records/ghi-chu.txt S012"]
    assert told(root, root / ".hidden.yml") == ["records/.hidden.yml S012"]


def test_a_required_file_that_is_missing_is_told_where_everything_is_checked(
    tmp_path: Path,
) -> None:
    root = small(tmp_path)
    (root / "units.yml").unlink()
    assert told(root) == ["records/units.yml S013"]
    assert told(root, root / "members") == []


def test_a_linked_folder_is_told_and_not_entered(tmp_path: Path) -> None:
    root = small(tmp_path)
    (tmp_path / "outside").mkdir()
    (root / "visits").symlink_to(tmp_path / "outside", target_is_directory=True)
    assert told(root, root / "visits") == ["records/visits S012"]


@pytest.mark.parametrize("number", [0, 300])
def test_a_file_is_checked_without_reading_the_others(tmp_path: Path, number: int) -> None:
    """The files opened are the same however many there are."""
    root = colliding(tmp_path)
    for each in range(number):
        write(root, f"visits/2018/2018-{each // 28 + 1:02d}-{each % 28 + 1:02d}-x.yml", "không đọc")
        write(root, f"members/nguoi-{each}.yml", "không đọc")
    with opened_below(root) as opened:
        assert told(root, tmp_path / A) == [f"{A} D016"]
    first, second = A.removeprefix("records/"), "visits/2019/2019-05-20-b.yml"
    whole = ["activities.yml", "members/le-van-ba.yml", "organisation.yml", "units.yml", second]
    # Whom those of the day around name is looked at before they are read; lines come from the file.
    assert opened == [first, first, second, *whole, first, second]


def test_reading_everything_opens_each_file_once(tmp_path: Path) -> None:
    root = base(tmp_path)
    with opened_below(root) as opened:
        check(root)
    assert len(opened) == len(set(opened)) == 11 + 2


def test_the_same_finding_is_told_once(tmp_path: Path) -> None:
    root = small(tmp_path)
    write(root, "visits/2019/2019-05-20-a.yml", visit("2019-05-20", more="former_ids: [a, a]\n"))
    findings = check(root).findings
    assert len(findings) == len(set(findings)) == 1
    assert findings == tuple(sorted(findings))


# --- calls that cannot be answered ----------------------------------------------------------------


def test_records_that_are_no_folder_are_refused(tmp_path: Path) -> None:
    for root in (tmp_path / "gone", write(tmp_path, "file", "x")):
        with pytest.raises(UsageError) as error:
            check(root)
        assert str(error.value) == f"Không có thư mục bản ghi {root}."


def test_a_path_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    root = small(tmp_path)
    for path in ("members/gone.yml", "gone/"):
        with pytest.raises(UsageError) as error:
            check(root, [root / path])
        assert str(error.value) == f"Không có tệp records/{path.rstrip('/')}."


def test_a_path_outside_the_records_is_refused(tmp_path: Path) -> None:
    root = small(tmp_path)
    for path in (tmp_path / "x.yml", tmp_path / "records-2/x.yml", root / "../x.yml", tmp_path):
        with pytest.raises(UsageError) as error:
            check(root, [path])
        assert str(error.value) == f"{path} không nằm trong thư mục bản ghi {root}."


def test_paths_are_taken_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert inside(Path("records"), Path("records/units.yml")) == "units.yml"
    assert inside(Path("records"), Path("records/members/../units.yml")) == "units.yml"
    assert inside(Path("records"), tmp_path / "records/members") == "members"
    assert inside(Path("records"), Path("records")) == "."
    monkeypatch.chdir(tmp_path / "records")
    assert inside(Path(), Path("units.yml")) == "units.yml"
    assert told(Path(), Path("units.yml")) == []
