"""Rows are new, there already or wrong; rules speak at the cell, and of rows that they can judge."""

from datetime import date
from typing import Any

import pytest

from generator.domain.fields import Record, Shape
from generator.submit.choices import choices
from generator.submit.workbook.book import read_book
from generator.submit.workbook.columns import sheets
from generator.submit.workbook.judging import Outcome, judge_rows
from generator.submit.workbook.rows import read_rows
from tests.builders import item, leave, member, plan, records, visit
from tests.workbooks import book_of, saved

TODAY = date(2019, 6, 30)
TEXT = "Khó khăn, vướng mắc"
ROW: dict[str, Any] = {
    "STT": 1,
    "Ngày đi": "6/5/2019",
    "Đơn vị": "An-Truong",
    "Nội dung đi cơ sở": "Survey",
    "Ủy viên tham gia": "Lê Văn An",
    "Tóm tắt nội dung làm việc": "Họp.",
}
THERE = {"unit": "an-truong", "content": "Họp.", "recorded_on": "2019-05-09"}
AN = member("an", leave=[leave("2019-04-01", "2019-04-10")])
BA = member("ba")


def brought(
    *rows: dict[str, Any], there: tuple[Record | Shape, ...] = (), issues: Any = ()
) -> Outcome:
    held = records(AN, BA, *there)
    book = read_book(saved(book_of(*rows, issues=issues)), "bang.xlsx")
    reading = read_rows(book, sheets(internal=True), choices(held))
    return judge_rows(held, reading, TODAY, "records")


def told(outcome: Outcome) -> list[str]:
    return [str(fault) for fault in outcome.faults]


def codes(outcome: Outcome) -> list[tuple[int, int, str]]:
    return [(each.place.row, each.place.column, each.code) for each in outcome.faults]


def counts(outcome: Outcome) -> tuple[int, int, int]:
    return len(outcome.new), outcome.unchanged, outcome.bad_rows


def test_a_new_row_is_a_record_completed_as_every_door_does() -> None:
    outcome = brought(ROW, issues=[{"STT chuyến đi": 1, TEXT: "Thiếu kinh phí."}])
    (judged,) = outcome.new
    assert judged.arrival.path == "records/visits/2019/2019-05-06-an-truong-an.yml"
    assert judged.arrival.text == (
        "date: 2019-05-06\nunit: an-truong\nkind: survey\nmembers:\n  - an\ncontent: Họp.\n"
        "issues:\n  - id: kn-1\n    text: Thiếu kinh phí.\nrecorded_on: 2019-06-30\n"
    )
    assert (outcome.sound, counts(outcome)) == (True, (1, 0, 0))


def test_a_day_of_writing_that_is_told_stays() -> None:
    (judged,) = brought(ROW | {"Ngày ghi": "9/5/2019"}).new
    assert judged.arrival.tree["recorded_on"] == "2019-05-09"


def test_two_visits_of_one_name_take_two_files() -> None:
    outcome = brought(ROW, ROW | {"Nội dung đi cơ sở": "Meeting"})
    assert [each.arrival.id for each in outcome.new] == [
        "2019-05-06-an-truong-an", "2019-05-06-an-truong-an-2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"id": "2019-05-06-ten-khac"},
        {"guidance": "Ghi thêm sau.", "withdrawn": "2019-06-01"},
        {"session": "full_day"},
    ],
    ids=["as written", "under another name", "with more", "with what goes without saying"],
)
def test_what_some_record_says_is_there_already(more: dict[str, Any]) -> None:
    outcome = brought(ROW, there=(visit("2019-05-06", **THERE | more),))
    assert (outcome.sound, counts(outcome)) == (True, (0, 1, 0))


def test_issues_that_were_answered_since_are_there_already() -> None:
    answered = {
        "id": "kn-1", "text": "Thiếu kinh phí.", "status": "resolved",
        "resolved_on": "2019-06-01", "outcome": "Đã cấp.",
    }  # fmt: skip
    there = visit("2019-05-06", **THERE, issues=[answered])
    issue = {"STT chuyến đi": 1, TEXT: "Thiếu kinh phí."}
    assert counts(brought(ROW, there=(there,), issues=[issue])) == (0, 1, 0)
    (fault,) = brought(ROW, there=(there,), issues=[issue, issue]).faults
    assert (str(fault.place), fault.code) == ("Trang “Khó khăn, vướng mắc”, dòng 2", "W007")


def test_a_row_that_contradicts_its_record_is_told_and_nothing_is_overwritten() -> None:
    there = visit("2019-05-06", "an-truong-an", **THERE)
    outcome = brought(
        ROW | {"Tóm tắt nội dung làm việc": "Khác.", "Địa điểm": "ấp 3"}, there=(there,)
    )
    (fault,) = outcome.faults
    assert str(fault) == (
        "Trang “Chuyến đi”, ô G2 (Địa điểm): W007 Sổ đã có chuyến này (2019-05-06-an-truong-an), "
        "nhưng khác ở: Địa điểm, Tóm tắt nội dung làm việc.\n    → Bỏ dòng này nếu bản ghi đã đúng; "
        "cần sửa thì sửa records/visits/2019/2019-05-06-an-truong-an.yml; là chuyến khác thì chọn "
        "buổi khác."
    )
    assert counts(outcome) == (0, 0, 1)


def test_the_record_that_a_row_wrote_is_known_though_its_kind_was_changed() -> None:
    row = ROW | {"Nội dung đi cơ sở": "Meeting"}
    for name in ("an-truong-an", "an-truong-an-2"):
        assert codes(brought(row, there=(visit("2019-05-06", name, **THERE),))) == [(2, 4, "W007")]
    other = visit("2019-05-06", "ten-khac", **THERE)
    assert counts(brought(row, there=(other,))) == (1, 0, 0)


def test_each_record_answers_to_one_row() -> None:
    there = visit("2019-05-06", **THERE, guidance="Ghi thêm.")
    outcome = brought(ROW | {"Ý kiến chỉ đạo, định hướng, góp ý": "Ghi thêm."}, ROW, there=(there,))
    assert codes(outcome) == [(3, 0, "D017")]
    assert counts(outcome) == (0, 1, 1)


def test_two_rows_that_say_the_same_are_told_whether_new_or_there() -> None:
    again = ROW | {"STT": 2}
    expected = ["Trang “Chuyến đi”, dòng 3: D017 Dòng này giống hệt dòng 2.\n    → Xóa một dòng."]
    assert told(brought(ROW, again)) == expected
    outcome = brought(ROW, again, there=(visit("2019-05-06", **THERE),))
    assert (told(outcome), counts(outcome)) == (expected, (0, 1, 1))


def test_rules_hold_rows_against_rows_and_name_the_row() -> None:
    outcome = brought(
        ROW, ROW | {"Đơn vị": "Ham-Giang"}, ROW | {"Tóm tắt nội dung làm việc": "Khác."}
    )
    assert [(row, column, code) for row, column, code in codes(outcome)] == [
        (2, 0, "D017"), (2, 5, "D016"), (3, 5, "D016"), (3, 5, "D016"), (4, 0, "D017"), (4, 5, "D016"),
    ]  # fmt: skip
    assert str(outcome.faults[0]) == (
        "Trang “Chuyến đi”, dòng 2: D017 Chuyến đi này đã có bản ghi ở dòng 4.\n"
        "    → Giữ một bản; nếu nhiều người cùng đi thì ghi chung vào “Ủy viên tham gia”."
    )


def test_what_rules_find_stands_at_its_cell() -> None:
    rows = [
        ROW | {"Ngày đi": "3/4/2019"},
        ROW | {"Ngày đi": "3/3/2014"},
        ROW | {"Ngày đi": "7/5/2019", "Ngày về": "6/5/2019"},
        ROW | {"Ngày đi": "8/5/2019", "Ngày ghi": "7/5/2019"},
        ROW | {"Ngày đi": "9/5/2019", "Có mặt một số ngày": "Lê Văn Ba: 9/5/2019"},
        ROW | {"Ngày đi": "10/5/2019", "Ngày về": "11/5/2019", "Buổi": "sáng"},
        ROW | {"Ngày đi": "13/5/2019", "Mục kế hoạch": "2019/ba/t05"},
        ROW | {"Ngày đi": "14/5/2019", "STT": 9},
    ]
    issues = [{"STT chuyến đi": 9, TEXT: "Một.", "Hạn trả lời": "1/5/2019"}]
    outcome = brought(*rows, there=(plan(2019, "ba", item("t05", 5)),), issues=issues)
    assert [(fault.place.heading, fault.code) for fault in outcome.faults] == [
        ("Ủy viên tham gia", "D014"),
        ("Ủy viên tham gia", "D015"),
        ("Ngày về", "D004"),
        ("Ngày ghi", "D009"),
        ("Có mặt một số ngày", "D008"),
        ("Buổi", "D006"),
        ("Mục kế hoạch", "R009"),
        ("Hạn trả lời", "D011"),
    ]
    assert counts(outcome) == (0, 0, 8)


def test_what_is_missing_is_told_at_the_empty_cell() -> None:
    row = ROW | {"Đơn vị": None, "Tóm tắt nội dung làm việc": None}
    assert told(brought(row)) == [
        f"Trang “Chuyến đi”, ô {cell}: S001 Ô này bắt buộc, không được để trống.\n    → Điền ô này."
        for cell in ("C2 (Đơn vị)", "F2 (Tóm tắt nội dung làm việc)")
    ]
    (fault,) = brought(ROW | {"Số báo cáo": "15"}).faults
    assert str(fault) == (
        "Trang “Chuyến đi”, ô G2 (Báo cáo riêng: Số báo cáo): S001 Thiếu “Báo cáo riêng: Ngày nộp”."
        "\n    → Thêm cột này, rồi điền."
    )
    issues = [{"STT chuyến đi": 1, "Hạn trả lời": "1/6/2019", TEXT: None}]
    assert codes(brought(ROW, issues=issues)) == [(2, 3, "S001")]


def test_the_missing_cells_of_a_missing_column_are_told_once() -> None:
    row = {heading: value for heading, value in ROW.items() if heading != "Đơn vị"}
    outcome = brought(row, row | {"Ngày đi": "7/5/2019"})
    assert [fault.code for fault in outcome.faults] == ["W003"]
    assert outcome.new == ()


def test_a_cell_that_could_not_be_read_is_told_once() -> None:
    assert codes(brought(ROW | {"Ngày đi": "x", "Đơn vị": "Lạ", "Nội dung đi cơ sở": "Lạ"})) == [
        (2, 2, "S004"), (2, 3, "R002"), (2, 4, "R004"),
    ]  # fmt: skip


def test_other_faults_of_a_row_with_an_unreadable_cell_are_told_too() -> None:
    row = ROW | {"Ngày đi": "3/4/2019", "Ủy viên tham gia": "Lê Văn An; Ai Đó"}
    assert codes(brought(row | {"Vấn đề trao đổi": "Lạ"})) == [
        (2, 5, "D014"), (2, 5, "R001"), (2, 7, "R007"),
    ]  # fmt: skip


def test_a_row_of_unknown_session_or_end_meets_nobody() -> None:
    morning = ROW | {"Đơn vị": "Ham-Giang", "Buổi": "sáng"}
    for wrong in ({"Buổi": "trưa"}, {"Ngày về": "mai"}, {"Có mặt một số ngày": "Ai Đó: 6/5/2019"}):
        outcome = brought(morning, ROW | wrong | {"Ngày ghi": "1/5/2019"})
        assert [(row, code) for row, _, code in codes(outcome) if row == 2] == []
        assert min(code for row, _, code in codes(outcome) if row == 3) == "D009"
        assert len(codes(outcome)) == 2
        assert counts(outcome) == (1, 0, 1)


def test_warnings_are_told_and_keep_nothing_out() -> None:
    outcome = brought(ROW | {"Tóm tắt nội dung làm việc": "Sinh ho¹t chi ®oµn Êp 3."})
    assert [(each.place.heading, each.code) for each in outcome.faults] == [
        ("Tóm tắt nội dung làm việc", "T002")
    ]
    assert (outcome.sound, counts(outcome)) == (True, (1, 0, 0))


def test_a_record_too_long_is_told_at_its_row() -> None:
    long = "Họp chi đoàn ấp. " * 1_150
    row = ROW | {
        "Tóm tắt nội dung làm việc": long,
        "Kết quả": long,
        "Ý kiến chỉ đạo, định hướng, góp ý": long,
    }
    assert codes(brought(row)) == [(2, 0, "Y001")]


def test_text_too_long_is_told_at_its_cell() -> None:
    (fault,) = brought(ROW | {"Địa điểm": "a" * 501}).faults
    assert str(fault) == (
        "Trang “Chuyến đi”, ô G2 (Địa điểm): S010 Dài 501 ký tự, quá 500.\n"
        "    → Viết ngắn lại; phần chi tiết để ở tóm tắt nội dung."
    )
