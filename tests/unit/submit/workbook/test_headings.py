"""Columns are found by their headings; what is missing, strange or told twice is a fault."""

from datetime import datetime
from typing import Any

import pytest

from generator.submit.workbook.book import Cell, Sheet
from generator.submit.workbook.columns import internal_headings, sheets
from generator.submit.workbook.headings import Layout, layout

VISITS = sheets(internal=True)[0]
NAMES = ["Ngày đi", "Đơn vị", "Nội dung đi cơ sở", "Ủy viên tham gia", "Tóm tắt nội dung làm việc"]
DROP = "Sửa tên cột, hoặc xóa cột nếu không cần."


def sheet(*rows: list[Any]) -> Sheet:
    cells = {
        number: {
            place: Cell(value) for place, value in enumerate(row, start=1) if value is not None
        }
        for number, row in enumerate(rows, start=1)
    }
    return Sheet("Chuyến đi", datetime(1899, 12, 30), cells, ())  # noqa: DTZ001


def laid(*rows: list[Any], internal: bool = True) -> Layout:
    forms = sheets(internal=internal)
    return layout(sheet(*rows), forms[0], 0, internal_headings(forms))


def fields(found: Layout) -> list[str]:
    return [".".join(found.columns[place].field) for place in sorted(found.columns)]


def told(found: Layout) -> list[tuple[str, str, str, str]]:
    return [(str(each.place), each.code, each.message, each.hint) for each in found.faults]


def test_columns_stand_where_they_like_and_are_typed_as_one_likes() -> None:
    found = laid(
        ["TOM TAT NOI DUNG LAM VIEC", "Ủy viên tham gia *", "members", "đơn vị", "kind", "Ngày đi*"]
    )
    assert fields(found) == ["content", "members", "unit", "kind", "date"]
    assert told(found) == [
        (
            "Trang “Chuyến đi”, ô C1", "W004", "Có hai cột “Ủy viên tham gia”.",
            "Giữ một cột, xóa cột kia.",
        )
    ]  # fmt: skip


def test_a_part_is_known_by_its_own_title_where_only_one_is_called_so() -> None:
    found = laid(
        [*NAMES, "Số báo cáo", "Ngày nộp", "Số thanh niên tham dự", "Ghi chú nội bộ", "STT"]
    )
    assert fields(found)[5:] == [
        "report.number",
        "report.submitted",
        "turnout.youth",
        "internal.note",
        "",
    ]
    assert found.faults == ()


def test_headings_may_stand_below_a_title() -> None:
    found = laid(["BẢNG TỔNG HỢP"], [], ["Năm 2018"], NAMES)
    assert (found.row, found.faults) == (4, ())
    assert len(found.columns) == 5


def test_a_missing_column_is_told_once() -> None:
    found = laid(NAMES[:2] + NAMES[3:])
    hint = "Thêm cột này, hoặc chép số liệu sang mẫu mới: congtac import --template."
    assert told(found) == [
        ("Trang “Chuyến đi”, dòng 1", "W003", "Thiếu cột “Nội dung đi cơ sở”.", hint)
    ]


def test_a_sheet_of_something_else_lacks_them_all() -> None:
    assert [fault.message for fault in laid(["Tên", "Tuổi"]).faults] == [
        f"Thiếu cột “{name}”." for name in NAMES
    ]


@pytest.mark.parametrize(
    ("heading", "message", "hint"),
    [
        ("Người lái xe", "Không có cột “Người lái xe” trong mẫu.", DROP),
        (
            "Ý kiến chỉ đạo",
            "Không có cột “Ý kiến chỉ đạo” trong mẫu.",
            f"Ý bạn là cột “Ý kiến chỉ đạo, định hướng, góp ý”? {DROP}",
        ),
        ("Ngày vê nhà", "Không có cột “Ngày vê nhà” trong mẫu.", f"Ý bạn là cột “Ngày về”? {DROP}"),
        (
            None,
            "Cột này có số liệu mà không có tên cột.",
            "Ghi tên cột, hoặc xóa cột nếu không cần.",
        ),
        (2018, "Không có cột “2018” trong mẫu.", DROP),
    ],
)
def test_a_strange_column_that_holds_something_is_told(
    heading: str | None, message: str, hint: str
) -> None:
    found = laid([*NAMES, heading], [None] * 5 + ["x"])
    assert told(found) == [("Trang “Chuyến đi”, ô F1", "W004", message, hint)]
    assert laid([*NAMES, heading], ["x"]).faults == ()


def test_an_internal_column_is_refused_where_anyone_can_read_the_repository() -> None:
    found = laid([*NAMES, "Ghi chú nội bộ"], [None] * 5 + ["x"], internal=False)
    assert told(found) == [
        (
            "Trang “Chuyến đi”, ô F1",
            "S016",
            "Cột “Ghi chú nội bộ” là nội bộ, mà kho bản ghi thì ai cũng đọc được.",
            "Xóa cột này; phần nội bộ để ở kho riêng.",
        )
    ]
