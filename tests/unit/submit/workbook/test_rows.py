"""Rows become visits: blank ones are passed over, issues find theirs, merged cells are told."""

from typing import Any

from openpyxl import Workbook

from generator.submit.choices import choices
from generator.submit.workbook.book import read_book
from generator.submit.workbook.columns import sheets
from generator.submit.workbook.rows import Reading, read_rows
from tests.builders import member, records
from tests.workbooks import ISSUES, VISITS, book_of, saved

RECORDS = records(member("an"))
TEXT = "Khó khăn, vướng mắc"
ROW: dict[str, Any] = {
    "STT": 1,
    "Ngày đi": "6/5/2019",
    "Đơn vị": "An-Truong",
    "Nội dung đi cơ sở": "Survey",
    "Ủy viên tham gia": "Lê Văn An",
    "Tóm tắt nội dung làm việc": "Họp.",
}
TREE = {
    "date": "2019-05-06",
    "unit": "an-truong",
    "kind": "survey",
    "members": ["an"],
    "content": "Họp.",
}
NUMBER_IT = "Ghi số ở cột STT của chuyến đi tương ứng."


def read(book: Workbook, *, internal: bool = True) -> Reading:
    forms = sheets(internal=internal)
    return read_rows(read_book(saved(book), "bang.xlsx"), forms, choices(RECORDS))


def told(reading: Reading) -> list[tuple[str, str, str, str]]:
    faults = [*reading.faults, *(each for draft in reading.drafts for each in draft.faults)]
    return [(str(each.place), each.code, each.message, each.hint) for each in sorted(faults)]


def test_a_row_becomes_the_tree_of_a_visit() -> None:
    reading = read(
        book_of(ROW | {"Số thanh niên tham dự": 45, "Báo cáo riêng: Ngày nộp": "9/5/2019"})
    )
    (draft,) = reading.drafts
    assert draft.tree == TREE | {"turnout": {"youth": "45"}, "report": {"submitted": "2019-05-09"}}
    assert (draft.row, draft.number, draft.bad, reading.faults) == (2, "1", False, ())


def test_rows_of_nothing_but_a_number_are_blank() -> None:
    reading = read(book_of(ROW, {"STT": 2}, {}, ROW | {"STT": 4}, {"STT": 5}))
    assert [draft.row for draft in reading.drafts] == [2, 5]


def test_issues_go_to_the_visit_of_their_number_in_their_order() -> None:
    issues: list[dict[str, Any]] = [
        {"STT chuyến đi": 2, TEXT: "Một."},
        {"STT chuyến đi": 1, TEXT: "Hai.", "Thẩm quyền": "thuộc thẩm quyền"},
        {"STT chuyến đi": "2", TEXT: "Ba."},
    ]
    one, two = read(book_of(ROW, ROW | {"STT": 2.0}, issues=issues)).drafts
    assert one.tree["issues"] == [{"text": "Hai.", "competence": "own"}]
    assert two.tree["issues"] == [{"text": "Một."}, {"text": "Ba."}]
    assert str(two.place_of(("issues", 1, "due"))) == "Trang “Khó khăn, vướng mắc”, dòng 4"
    assert str(two.place_of(("issues", 1, "text"))) == (
        "Trang “Khó khăn, vướng mắc”, ô B4 (Khó khăn, vướng mắc)"
    )


def test_issues_of_no_visit_or_of_two_are_told_and_the_two_are_held_back() -> None:
    issues: list[dict[str, Any]] = [
        {"STT chuyến đi": number, TEXT: "Một."} for number in (7, 1, None, 3)
    ]
    reading = read(book_of(ROW, ROW, ROW | {"STT": 3}, issues=issues))
    place = "Trang “Khó khăn, vướng mắc”, ô A{} (STT chuyến đi)"
    assert told(reading) == [
        (place.format(2), "W006", "Không có chuyến đi nào mang số thứ tự 7.", NUMBER_IT),
        (
            place.format(3),
            "W006",
            "Số thứ tự 1 có ở nhiều dòng chuyến đi: 2, 3.",
            "Đánh số các chuyến đi không trùng nhau.",
        ),
        (place.format(4), "W006", "Không cho biết của chuyến đi nào.", NUMBER_IT),
    ]
    assert [draft.held for draft in reading.drafts] == [True, True, False]
    assert not reading.blocked


def test_a_number_that_cannot_be_read_is_told_as_such() -> None:
    book = book_of(ROW, issues=[{"STT chuyến đi": "=1+0", TEXT: "Một."}])
    assert told(read(book)) == [
        (
            "Trang “Khó khăn, vướng mắc”, ô A2 (STT chuyến đi)",
            "W001",
            "Ô này là công thức chưa có kết quả lưu sẵn.",
            "Sửa công thức rồi lưu lại bằng Excel, hoặc chép giá trị vào ô.",
        )
    ]


def test_merged_cells_are_told_once_and_hold_back_every_row_they_cover() -> None:
    book = book_of(ROW, ROW, ROW)
    book[VISITS.name].merge_cells("B2:B3")
    book[VISITS.name].merge_cells("A7:F9")
    reading = read(book)
    assert told(reading) == [
        (
            "Trang “Chuyến đi”, ô B2 (Ngày đi)",
            "W002",
            "Các ô B2:B3 gộp làm một.",
            "Bỏ gộp ô (Unmerge), rồi điền từng ô.",
        )
    ]
    assert [draft.held for draft in reading.drafts] == [True, True, False]


def test_merged_cells_among_issues_hold_back_their_visits() -> None:
    issues = [{"STT chuyến đi": number, TEXT: "Một."} for number in (1, 2)]
    book = book_of(ROW, ROW | {"STT": 2}, ROW | {"STT": 3}, issues=issues)
    book[ISSUES.name].merge_cells("B2:B3")
    reading = read(book)
    assert [(place, code) for place, code, _, _ in told(reading)] == [
        ("Trang “Khó khăn, vướng mắc”, ô B2 (Khó khăn, vướng mắc)", "W002")
    ]
    assert [draft.held for draft in reading.drafts] == [True, True, False]


def test_a_title_may_be_merged_above_the_headings() -> None:
    book = book_of(ROW)
    book[VISITS.name].insert_rows(1)
    book[VISITS.name]["A1"] = "BẢNG TỔNG HỢP"
    book[VISITS.name].merge_cells("A1:F1")
    reading = read(book)
    assert told(reading) == []
    assert [draft.row for draft in reading.drafts] == [3]


def test_the_name_of_the_sheet_is_typed_as_one_likes() -> None:
    book = book_of(ROW)
    book[VISITS.name].title = "CHUYEN DI"
    assert len(read(book).drafts) == 1


def test_a_single_sheet_of_another_name_is_taken() -> None:
    book = book_of(ROW)
    book[VISITS.name].title = "Năm 2019"
    book.create_sheet("Danh mục").append(["x"])
    assert len(read(book).drafts) == 1


def test_without_a_sheet_of_visits_nothing_can_be_read() -> None:
    book = book_of(ROW)
    book[VISITS.name].title = "Năm 2019"
    book.create_sheet("Năm 2018").append(["x"])
    reading = read(book)
    assert reading.blocked
    assert told(reading) == [
        (
            "Trang “Chuyến đi”",
            "W003",
            "Sổ tính không có trang “Chuyến đi”.",
            "Đặt tên trang ghi chuyến đi là “Chuyến đi”.",
        )
    ]


def test_sheets_that_are_not_read_are_named_if_they_hold_something() -> None:
    book = book_of(ROW)
    book.create_sheet("Nháp").append(["x"])
    book.create_sheet("Trống")
    book.create_sheet("Hướng dẫn").append(["x"])
    assert read(book).unread == ("Nháp",)


def test_issues_are_refused_where_anyone_can_read_the_repository() -> None:
    reading = read(book_of(ROW, issues=[{"STT chuyến đi": 1, TEXT: "Một."}]), internal=False)
    assert reading.blocked
    assert told(reading) == [
        (
            "Trang “Khó khăn, vướng mắc”",
            "S016",
            "Trang “Khó khăn, vướng mắc” là nội bộ, mà kho bản ghi thì ai cũng đọc được.",
            "Xóa trang này; phần nội bộ để ở kho riêng.",
        )
    ]
    assert reading.unread == ()


def test_a_place_is_the_cell_the_row_or_the_first_cell_of_a_group() -> None:
    (draft,) = read(book_of(ROW | {"Số báo cáo": "15"})).drafts
    assert str(draft.place_of(("members", 3))) == "Trang “Chuyến đi”, ô E2 (Ủy viên tham gia)"
    assert str(draft.place_of(("report", "submitted"))) == (
        "Trang “Chuyến đi”, ô G2 (Báo cáo riêng: Số báo cáo)"
    )
    assert str(draft.place_of(())) == "Trang “Chuyến đi”, dòng 2"
    assert str(draft.place_of(("recorded_on",))) == "Trang “Chuyến đi”, dòng 2"
