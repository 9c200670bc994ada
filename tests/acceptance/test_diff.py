"""`congtac diff` on real branches of a real repository tells the truth, to the day."""

import os
import shutil
import subprocess
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.commands import ROOT, called

IDENTITY = {
    "GIT_AUTHOR_NAME": "Người thử",
    "GIT_AUTHOR_EMAIL": "thu@example.org",
    "GIT_COMMITTER_NAME": "Người thử",
    "GIT_COMMITTER_EMAIL": "thu@example.org",
}
NEW = """\
date: 2019-11-23
end_date: 2019-11-25
unit: 29272-an-truong-a
kind: kiem-tra-dinh-ky
members:
  - tang-quoc-hien
  - tram-minh-luan
content: Kiểm tra định kỳ công tác Đoàn.
issues:
  - id: kn-1
    text: Thiếu sổ đoàn viên.
recorded_on: 2019-11-26
"""


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", *arguments], cwd=folder, env=os.environ | IDENTITY, check=True, capture_output=True
    )


def commit(folder: Path, why: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", why)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with the sample records on `main`, and a branch `gui` checked out."""
    shutil.copytree(ROOT / "records", tmp_path / "records")
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    commit(tmp_path, "Records")
    git(tmp_path, "switch", "--quiet", "--create", "gui")
    return tmp_path


def counted_days(records: Path) -> dict[str, int]:
    """Count the days of 2019 from plain YAML: distinct dates at visits of kinds that count."""
    kinds = _read(records / "activities.yml")["kinds"]
    counting = {kind["id"] for kind in kinds if kind["counts"] == "true"}
    days: dict[str, set[date]] = defaultdict(set)
    for file in (records / "visits").glob("*/*.yml"):
        visit = _read(file)
        if visit["kind"] in counting and "withdrawn" not in visit:
            for member in visit["members"]:
                days[member] |= set(_dates(visit, member))
    return {member: sum(each.year == 2019 for each in held) for member, held in days.items()}


def _dates(visit: dict[str, Any], member: str) -> list[date]:
    for entry in visit.get("attendance", []):
        if entry["member"] == member:
            return [date.fromisoformat(each) for each in entry["dates"]]
    first = date.fromisoformat(visit["date"])
    last = date.fromisoformat(visit.get("end_date", visit["date"]))
    return [first + timedelta(each) for each in range((last - first).days + 1)]


def _read(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)


def test_a_new_a_changed_and_a_removed_visit_are_told_to_the_day(repository: Path) -> None:
    records = repository / "records"
    before = counted_days(records)
    (records / "visits/2019/2019-11-23-an-truong-a.yml").write_text(NEW, encoding="utf-8")
    changed = records / "visits/2019/2019-10-22-phuong-thanh.yml"
    text = changed.read_text(encoding="utf-8")
    changed.write_text(
        text.replace("session: evening\n", "").replace("unit:", "end_date: 2019-10-23\nunit:"),
        encoding="utf-8",
    )
    (records / "visits/2019/2019-01-05-phuong-2.yml").unlink()
    commit(repository, "New, changed, removed")
    after = counted_days(records)

    ended = called("diff", "main", "--format", "json", cwd=repository)

    assert (ended.code, ended.err) == (0, "")
    told = ended.json
    assert [(each["change"], each["id"]) for each in told["visits"]] == [
        ("gone", "2019-01-05-phuong-2"),
        ("changed", "2019-10-22-phuong-thanh"),
        ("new", "2019-11-23-an-truong-a"),
    ]
    days = {each["id"]: (each["days_before"], each["days_after"]) for each in told["members"]}
    assert {each["year"] for each in told["members"]} == {2019}
    assert days == {id_: (str(before[id_]), str(after[id_])) for id_ in days}
    assert len(days) == 13
    moved = {id_ for id_, (old, new) in days.items() if old != new}
    assert moved == {id_ for id_ in before if before[id_] != after[id_]}
    assert len(moved) >= 3
    assert [(each["change"], each["visit"], each["text"]) for each in told["issues"]] == [
        ("opened", "2019-11-23-an-truong-a", "Thiếu sổ đoàn viên.")
    ]
    assert told["other_files"] == []


def test_what_others_merged_meanwhile_is_not_told(repository: Path) -> None:
    git(repository, "switch", "--quiet", "main")
    (repository / "records/visits/2019/2019-01-05-phuong-2.yml").unlink()
    commit(repository, "Someone else's")
    git(repository, "switch", "--quiet", "gui")
    assert called("diff", "main", cwd=repository).out == (
        "Số liệu tính đến ngày 15/03/2020.\nKhông có thay đổi nào trong bản ghi.\n"
    )


def test_a_change_not_yet_committed_is_told_too(repository: Path) -> None:
    member = repository / "records/members/tang-quoc-hien.yml"
    member.write_text(member.read_text(encoding="utf-8").replace("Tăng", "Tằng"), encoding="utf-8")
    ended = called("diff", "main", "--format", "markdown", cwd=repository)
    assert "- `members/tang-quoc-hien.yml`\n" in ended.out


def test_a_new_folder_of_records_has_nothing_before_it(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    (tmp_path / "README.md").write_text("Sổ.\n", encoding="utf-8")
    commit(tmp_path, "Begin")
    shutil.copytree(ROOT / "records", tmp_path / "records")
    ended = called("diff", "main", cwd=tmp_path)
    assert ended.out.splitlines()[1] == (
        "Bản trước còn lỗi nên không so được số ngày; chỉ nêu chuyến đi và kiến nghị."
    )


def test_records_with_findings_are_not_compared(repository: Path) -> None:
    (repository / "records/visits/2019/2019-01-05-phuong-2.yml").write_text("date: x\n")
    ended = called("diff", "main", cwd=repository)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.endswith("Bản ghi còn lỗi nên chưa làm gì cả.\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["khong-co"], "Không tìm được bản để so. git: fatal: Needed a single revision\n"),
        (["--", "--output=x"], "Không tìm được bản để so. git: fatal: Needed a single revision\n"),
        (["main", "--reviewer", "la"], "Người duyệt không có trong danh sách Ủy viên: la.\n"),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_said(
    repository: Path, arguments: list[str], message: str
) -> None:
    ended = called("diff", *arguments, cwd=repository)
    assert (ended.code, ended.out, ended.err) == (2, "", message)


def test_outside_git_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "records", tmp_path / "records")
    ended = called("diff", "main", cwd=tmp_path)
    folder = tmp_path / "records"
    assert (ended.code, ended.err) == (2, f"{folder} không nằm trong một kho git.\n")


def test_a_machine_without_git_is_told_so(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    ended = called("diff", "main", cwd=repository)
    assert ended.err == "Không có lệnh git trên máy này.\n"


def test_the_photo_of_a_new_visit_is_told_with_the_visit(repository: Path) -> None:
    records = repository / "records"
    photo = next((records / "media").rglob("*.jpg"))
    shutil.copy(photo, records / "media/2019/moi.jpg")
    shutil.copy(photo, records / "media/2019/la.jpg")
    told = NEW + "photos:\n  - file: 2019/moi.jpg\n    caption: Kiểm tra\n    consent: true\n"
    (records / "visits/2019/2019-11-23-an-truong-a.yml").write_text(told, encoding="utf-8")
    ended = called("diff", "main", "--format", "json", cwd=repository)
    assert ended.json["other_files"] == ["media/2019/la.jpg"]


def test_links_in_the_state_before_are_not_followed(repository: Path) -> None:
    git(repository, "switch", "--quiet", "main")
    (repository / "records/visits/2019/link.yml").symlink_to("/etc/hosts")
    commit(repository, "A link")
    git(repository, "switch", "--quiet", "--create", "sach")
    (repository / "records/visits/2019/link.yml").unlink()
    ended = called("diff", "main", cwd=repository)
    assert (ended.code, ended.out.splitlines()[1:]) == (
        0,
        ["Bản trước còn lỗi nên không so được số ngày; chỉ nêu chuyến đi và kiến nghị."],
    )


def test_where_history_is_too_short_the_base_itself_is_compared(repository: Path) -> None:
    git(repository, "switch", "--quiet", "--orphan", "khac")
    git(repository, "checkout", "--quiet", "main", "--", "records")
    (repository / "records/visits/2019/2019-01-05-phuong-2.yml").unlink()
    commit(repository, "Another beginning")
    ended = called("diff", "main", "--format", "json", cwd=repository)
    assert [each["id"] for each in ended.json["visits"]] == ["2019-01-05-phuong-2"]
