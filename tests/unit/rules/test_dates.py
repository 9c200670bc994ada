"""The days of one record agree with each other and with the file's name."""

import pytest

from generator.rules import dates
from tests.builders import records, visit
from tests.unit.rules.told import article, told


def test_a_wrong_date_is_told_once_by_the_name() -> None:
    wrong = visit("2019-05-20").model_copy(update={"date": visit("2018-05-20").date})
    some = records(wrong)
    assert told(dates.file_names_agree, some) == [
        (
            "2019-05-20-ap-3 date: Tên tệp “2019-05-20-ap-3” không mở đầu bằng ngày 2018-05-20. "
            "→ Đổi tên tệp thành 2018-05-20-ap-3, hoặc sửa ngày."
        )
    ]
    assert told(dates.folders_agree, some) == []


NAMES = [
    ("ap-3", "2019-05-20-ap-3"),
    ("2019-05-20", "2019-05-20-ten-ngan"),
    ("2019-5-20-ap-3", "2019-05-20-2019-5-20-ap-3"),
    ("2019-05-21ap-3", "2019-05-20-ap-3"),
]


@pytest.mark.parametrize(("name", "better"), NAMES)
def test_a_wrong_name_has_a_better_one(name: str, better: str) -> None:
    some = records(visit("2019-05-20").model_copy(update={"id": name}))
    assert told(dates.file_names_agree, some) == [
        (
            f"2019-05-20-ap-3 date: Tên tệp “{name}” không mở đầu bằng ngày 2019-05-20. "
            f"→ Đổi tên tệp thành {better}, hoặc sửa ngày."
        )
    ]


def test_articles_are_dated_like_visits() -> None:
    wrong = article().model_copy(update={"path": "records/articles/2018/2019-12-31-tin.md"})
    some = records()
    some = type(some)(articles={"a": wrong})
    assert told(dates.folders_agree, some) == [
        (
            "2019-12-31-tin date: Tệp nằm trong thư mục 2018, nhưng ngày là 2019-12-31. "
            "→ Chuyển tệp sang thư mục 2019."
        )
    ]
    assert told(dates.file_names_agree, some) == []


LENGTHS = [
    ("2019-05-19", ["D004"]),
    ("2019-05-20", []),
    ("2019-06-19", []),
    ("2019-06-20", ["D005"]),
    ("2199-12-31", ["D005"]),
]


@pytest.mark.parametrize(("end", "codes"), LENGTHS)
def test_a_visit_takes_1_to_31_days(end: str, codes: list[str]) -> None:
    some = records(visit("2019-05-20", end_date=end))
    found = [*dates.visits_end_after_they_begin(some), *dates.visits_are_short(some)]
    assert [fault.code for fault in found] == codes


def test_only_whole_days_make_a_longer_visit() -> None:
    some = records(
        visit("2019-05-20", session="morning", end_date="2019-05-21"),
        visit("2019-05-21", session="morning", end_date="2019-05-21"),
        visit("2019-05-22", end_date="2019-05-23"),
    )
    assert told(dates.sessions_need_one_day, some) == [
        (
            "2019-05-20-ap-3 session: Chuyến đi nhiều ngày không ghi theo buổi được. "
            "→ Bỏ khóa session, hoặc bỏ end_date."
        )
    ]


def test_attendance_lies_within_the_visit_and_names_its_members() -> None:
    days = ["2019-05-19", "2019-05-20", "2019-05-21", "2019-05-20", "2019-05-22"]
    attendance = [{"member": "an", "dates": days}, {"member": "ann", "dates": ["2019-05-20"]}]
    some = records(visit("2019-05-20", end_date="2019-05-21", attendance=attendance))
    outside = "nằm ngoài chuyến đi (2019-05-20 – 2019-05-21). → Sửa hoặc xóa ngày này."
    assert told(dates.attendance_lies_within, some) == [
        f"2019-05-20-ap-3 attendance[0].dates[0]: Ngày 2019-05-19 {outside}",
        "2019-05-20-ap-3 attendance[0].dates[3]: Ngày 2019-05-20 ghi hai lần. → Xóa ngày thừa.",
        f"2019-05-20-ap-3 attendance[0].dates[4]: Ngày 2019-05-22 {outside}",
    ]
    assert told(dates.attendance_names_members, some) == [
        "2019-05-20-ap-3 attendance[1].member: “ann” không có tên trong chuyến đi. → Ý bạn là “an”?"
    ]


def test_a_visit_that_ends_before_it_begins_has_no_days_to_lie_outside() -> None:
    attendance = [{"member": "an", "dates": ["2019-05-20"]}]
    some = records(visit("2019-05-20", end_date="2019-05-02", attendance=attendance))
    assert told(dates.attendance_lies_within, some) == []


def test_reports_and_records_follow_the_visit() -> None:
    some = records(
        visit("2019-05-20", recorded_on="2019-05-20", report={"submitted": "2019-05-20"}),
        visit("2019-05-21", recorded_on="2019-05-20", report={"submitted": "2019-05-19"}),
    )
    assert told(dates.reports_follow_visits, some) == [
        (
            "2019-05-21-ap-3 report.submitted: Báo cáo nộp ngày 2019-05-19, trước ngày đi 2019-05-21. "
            "→ Sửa ngày nộp."
        ),
        (
            "2019-05-21-ap-3 recorded_on: Ngày ghi 2019-05-20 đứng trước ngày đi 2019-05-21. "
            "→ Sửa ngày ghi."
        ),
    ]


ISSUES = [
    ({}, []),
    ({"status": "resolved", "resolved_on": "2019-06-01", "outcome": "Xong."}, []),
    ({"status": "resolved"}, ["Kiến nghị đã giải quyết mà thiếu resolved_on và outcome."]),
    ({"status": "resolved", "outcome": "Xong."}, ["Kiến nghị đã giải quyết mà thiếu resolved_on."]),
    ({"resolved_on": "2019-06-01"}, ["Có ngày giải quyết xong mà tình trạng chưa là resolved."]),
    ({"status": "referred", "outcome": "Đang xem."}, []),
]


@pytest.mark.parametrize(("issue", "messages"), ISSUES)
def test_resolved_issues_say_how(issue: dict[str, str], messages: list[str]) -> None:
    some = records(visit("2019-05-20", issues=[{"text": "a", **issue}]))
    assert [fault.message for fault in dates.resolved_issues_say_how(some)] == messages


def test_issues_follow_the_visit() -> None:
    issue = {"text": "a", "due": "2019-05-19", "resolved_on": "2019-05-20", "status": "resolved"}
    later = {"text": "b", "due": "2019-05-20", "resolved_on": "2019-05-19"}
    some = records(visit("2019-05-20", issues=[issue, later]))
    assert told(dates.issues_follow_visits, some) == [
        (
            "2019-05-20-ap-3 issues[0].due: Ngày 2019-05-19 đứng trước ngày đi 2019-05-20. "
            "→ Sửa ngày này."
        ),
        (
            "2019-05-20-ap-3 issues[1].resolved_on: Ngày 2019-05-19 đứng trước ngày đi 2019-05-20. "
            "→ Sửa ngày này."
        ),
    ]
