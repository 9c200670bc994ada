"""What people write in cells becomes what a record holds; what fits two or nothing is asked."""

import unicodedata
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from generator.submit.choices import choices
from generator.submit.workbook.book import Cell
from generator.submit.workbook.columns import Column, sheets
from generator.submit.workbook.faults import Trouble
from generator.submit.workbook.values import Said, Values
from tests.builders import member, records, term, unit

UNITS = (
    unit("tinh", level="province", name="Tỉnh Trà Vinh"),
    unit("842-tra-vinh", level="district", name="Thành phố Trà Vinh", parent="tinh"),
    unit("851-duyen-hai", level="district", name="Thị xã Duyên Hải", parent="tinh"),
    unit("29236-phuong-1", name="Phường 1", parent="842-tra-vinh"),
    unit("29512-phuong-1", name="Phường 1", parent="851-duyen-hai"),
    unit("29311-hoa-an", name="Xã Hòa Ân", parent="851-duyen-hai", valid_to="2025-06-30"),
    unit("29311-2025-hoa-an", name="Xã Hòa Ân", valid_from="2025-07-01"),
)
MEMBERS = (
    member("ba", name="Lê Văn Ba"),
    member("tu", name="Trần Thị Tư"),
    member("nam", term("2015-01-01", "2017-12-31"), name="Thạch Năm"),
    member("nam-2", term("2016-01-01"), name="Thạch Năm"),
)
COLUMNS = {column.field: column for form in sheets(internal=True) for column in form.filled}
EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  (as workbooks have it)
VALUES = Values(choices(records(*UNITS, *MEMBERS)), EPOCH)
DAY = date(2018, 6, 3)
ANY_DAY = "Viết ngày/tháng/năm, ví dụ 20/05/2019."


def said(value: Any, *field: str, day: date | None = DAY) -> Said:
    return VALUES.said(Cell(value), COLUMNS[field], day)


def wrong(code: str, message: str, hint: str) -> Said:
    return Said(None, (Trouble(code, message, hint),))


@pytest.mark.parametrize(
    "value",
    [
        date(2018, 6, 3),
        datetime(2018, 6, 3, 8, 30),  # noqa: DTZ001
        43254,
        43254.4,
        "43254",
        "3/6/2018",
        "03/06/2018",
        "03-06-2018",
        "3.6.2018",
        "3 / 6 / 2018",
        "2018-06-03",
        "2018/6/3",
        "2018-06-03T08:00:00",
        "03/06/2018 08:00",
        "03/06/2018 8h30",
    ],
    ids=repr,
)
def test_a_day_is_a_day_however_it_is_written(value: Any) -> None:
    assert said(value, "date") == Said("2018-06-03")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("31/2/2018", ("Không có ngày 31/02/2018.", "Tháng 2 năm 2018 có 28 ngày.")),
        ("2018-13-01", ("Không có ngày 01/13/2018.", "Tháng chỉ từ 01 đến 12.")),
        ("1/1/1018", ("Năm 1018 không thể đúng.", "Năm phải từ 1900 đến 2199.")),
        ("3/6/18", ("“3/6/18” không phải là ngày.", f"Viết đủ bốn chữ số của năm. {ANY_DAY}")),
        ("tháng 6", ("“tháng 6” không phải là ngày.", ANY_DAY)),
        ("3/6", ("“3/6” không phải là ngày.", ANY_DAY)),
        (2018, ("“2018” không phải là ngày.", ANY_DAY)),
        (True, ("“True” không phải là ngày.", ANY_DAY)),
        (time(8), ("“08:00:00” không phải là ngày.", ANY_DAY)),
        (timedelta(hours=30), ("“1 day, 6:00:00” không phải là ngày.", ANY_DAY)),
    ],
)
def test_what_is_no_day_is_told(value: Any, expected: tuple[str, str]) -> None:
    assert said(value, "date") == wrong("S004", *expected)


def test_days_count_from_the_epoch_of_the_file() -> None:
    mac = Values({}, datetime(1904, 1, 1))  # noqa: DTZ001
    assert mac.said(Cell(43254 - 1462), COLUMNS["date",], None) == Said("2018-06-03")


@pytest.mark.parametrize(
    ("value", "text"),
    [(29, "29"), (29.0, "29"), (29.5, "29.5"), ("29", "29"), ("29 người", "29 người")],
    ids=repr,
)
def test_numbers_become_text_for_the_model_to_judge(value: Any, text: str) -> None:
    assert said(value, "turnout", "members") == Said(text)
    assert said(value, "venue") == Said(text)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(date(2019, 3, 15), "15/03/2019"), (True, "True"), (time(8, 30), "08:30:00")],
)
def test_text_that_excel_took_for_something_else_is_told(value: Any, shown: str) -> None:
    message = f"Excel hiểu ô này là “{shown}”, không phải chữ hay số."
    hint = "Định dạng ô là Text (Văn bản), rồi gõ lại."
    for field in (("report", "number"), ("turnout", "youth"), ("unit",)):
        assert said(value, *field) == wrong("W001", message, hint)


def test_a_cell_in_trouble_is_told_whatever_it_should_hold() -> None:
    cell = Cell("#N/A", "Ô này báo lỗi #N/A.")
    hint = "Sửa công thức rồi lưu lại bằng Excel, hoặc chép giá trị vào ô."
    for column in COLUMNS.values():
        assert VALUES.said(cell, column, DAY) == wrong("W001", "Ô này báo lỗi #N/A.", hint)


def test_text_is_composed_and_free_of_hidden_characters() -> None:
    assert said(unicodedata.normalize("NFD", "Họp ấp 3"), "content") == Said("Họp ấp 3")
    assert said("Ấp\u200b 3", "venue") == wrong(
        "Y004",
        "Có ký tự ẩn hoặc điều khiển U+200B (ZERO WIDTH SPACE).",
        "Xóa ký tự đó; thường nó theo vào khi dán từ Word, Zalo hay trang web.",
    )


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ("buổi sáng", "morning"), ("BUOI SANG", "morning"), ("sáng", "morning"),
        ("morning", "morning"), ("cả ngày", "full_day"), ("full_day", "full_day"),
    ],
)  # fmt: skip
def test_a_word_of_a_closed_list_is_known_by_label_or_key(value: str, word: str) -> None:
    assert said(value, "session") == Said(word)


def test_levels_may_leave_the_word_for_level_out() -> None:
    assert said("Tỉnh", "level") == Said("province")
    assert said("cơ sở", "level") == Said("commune")


def test_no_word_is_guessed() -> None:
    listed = "Chọn một trong: cả ngày, buổi sáng, buổi chiều, buổi tối."
    assert said("trưa", "session") == wrong("S008", "“trưa” không nằm trong các lựa chọn.", listed)
    assert said("buổi xáng", "session") == wrong(
        "S008", "“buổi xáng” không nằm trong các lựa chọn.", f"Ý bạn là: buổi sáng? {listed}"
    )


def test_a_unit_is_known_without_accents_and_by_the_day() -> None:
    assert said("xa hoa an", "unit") == Said("29311-hoa-an")
    assert said("xa hoa an", "unit", day=date(2026, 1, 1)) == Said("29311-2025-hoa-an")
    assert said("Phường 1 (TX Duyên Hải)", "unit") == Said("29512-phuong-1")


def test_a_name_that_fits_two_is_never_taken() -> None:
    assert said("phuong 1", "unit") == wrong(
        "W005",
        "“phuong 1” có thể là: Phường 1, thành phố Trà Vinh; Phường 1, thị xã Duyên Hải.",
        "Chép nguyên tên đầy đủ của mục đúng.",
    )


def test_two_of_the_very_same_name_are_told_apart_by_what_is_known_of_them() -> None:
    assert said("Thạch Năm", "members", day=date(2017, 1, 1)) == wrong(
        "W005",
        "“Thạch Năm” có thể là: "
        "Thạch Năm (Ủy viên BCH chuyên trách, Ban Phong trào, từ 01/01/2015, đến 31/12/2017, mã nam)"
        "; Thạch Năm (Ủy viên BCH chuyên trách, Ban Phong trào, từ 01/01/2016, mã nam-2).",
        "Ghi mã của mục đúng.",
    )
    assert said("Thạch Năm", "members", day=date(2018, 1, 1)) == Said(["nam-2"])
    assert said("nam", "members", day=date(2017, 1, 1)) == Said(["nam"])


@pytest.mark.parametrize("value", ["Lê Văn Ba; Trần Thị Tư", "le van ba;tran thi tu;", "Lê Văn Ba\nTrần Thị Tư", "Lê Văn Ba, đ/c Trần Thị Tư"])  # fmt: skip
def test_names_in_one_cell(value: str) -> None:
    assert said(value, "members") == Said(["ba", "tu"])


def test_units_hold_commas_so_they_are_set_apart_by_semicolons_alone() -> None:
    assert said("Phường 1, thị xã Duyên Hải; Xã Hòa Ân", "other_units") == Said(
        ["29512-phuong-1", "29311-hoa-an"]
    )
    assert said("Xã Hòa Ân, Xã Hòa Ân", "other_units") == wrong(
        "R002",
        "Không có đơn vị “Xã Hòa Ân, Xã Hòa Ân”.",
        "Ngăn cách các tên bằng dấu chấm phẩy (;). Xem trang Danh mục.",
    )


def test_of_several_names_each_wrong_one_is_told() -> None:
    assert said("Lê Văn Ba; Lê Văn Bá Đạo; Người Lạ", "members") == Said(
        ["ba"],
        (
            Trouble("R001", "Không có Ủy viên “Lê Văn Bá Đạo”.", "Ý bạn là: Lê Văn Ba?"),
            Trouble("R001", "Không có Ủy viên “Người Lạ”.", "Xem trang Danh mục."),
        ),
    )


@pytest.mark.parametrize(
    ("field", "code", "thing"),
    [
        ("kind", "R004", "nội dung đi cơ sở"),
        ("programme", "R005", "chương trình, đợt hoạt động"),
        ("topics", "R007", "vấn đề trao đổi"),
    ],
)
def test_what_is_in_no_list_has_the_code_of_the_list(field: str, code: str, thing: str) -> None:
    assert said("Việc lạ", field) == wrong(
        code, f"Không có {thing} “Việc lạ”.", "Xem trang Danh mục."
    )


def test_who_was_there_on_which_days() -> None:
    assert said("Lê Văn Ba: 3/6/2018, 04/06/2018; tran thi tu: 3/6/2018;", "attendance") == Said(
        [
            {"member": "ba", "dates": ["2018-06-03", "2018-06-04"]},
            {"member": "tu", "dates": ["2018-06-03"]},
        ]
    )


def test_everything_wrong_with_who_was_there_is_told() -> None:
    found = said("Lê Văn Ba 3/6/2018; Ai Đó: 3/6/2018; Trần Thị Tư: hôm qua", "attendance")
    assert found.troubles == (
        Trouble(
            "W008",
            "“Lê Văn Ba 3/6/2018” không cho biết ai có mặt những ngày nào.",
            "Viết tên: các ngày, ví dụ “Lê Văn Ba: 03/06/2019, 04/06/2019”.",
        ),
        Trouble("R001", "Không có Ủy viên “Ai Đó”.", "Xem trang Danh mục."),
        Trouble("S004", "“hôm qua” không phải là ngày.", ANY_DAY),
    )


def test_every_column_reads_text() -> None:
    column = Column((), "STT", "", "number")
    assert VALUES.said(Cell(7.0), column, None) == Said("7")
