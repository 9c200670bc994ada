"""A workbook is read within limits, values only; what is no workbook is told in plain words."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from xlsxwriter import Workbook as Written

from generator.submit.workbook import book as reader
from generator.submit.workbook.book import BookError, Cell, Merged, Sheet, read_book
from tests.workbooks import saved

RESAVE = (
    "Mở bằng Excel hoặc LibreOffice, chọn “Lưu thành” (Save As), kiểu “Excel Workbook (.xlsx)”."
)
MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def sheet_of(book: Workbook) -> Sheet:
    (sheet,) = read_book(saved(book), "bang.xlsx")
    return sheet


def filled(*rows: list[Any]) -> Workbook:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    return book


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return buffer.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(BookError) as refused:
        read_book(data, "bang.xlsx")
    return str(refused.value)


def test_cells_that_hold_something_stand_at_their_row_and_column() -> None:
    day = datetime(2019, 3, 5, 8, 30)  # noqa: DTZ001  (as workbooks have it)
    sheet = sheet_of(filled(["a", None, " b \r\nc "], [], [1, 2.5, day], ["  ", None, None]))
    assert sheet.rows == {
        1: {1: Cell("a"), 3: Cell("b \nc")},
        3: {1: Cell(1), 2: Cell(2.5), 3: Cell(day)},
    }


def test_a_carriage_return_that_excel_escaped_is_none() -> None:
    assert sheet_of(filled(["Sáng:_x000D_\nhọp"])).rows == {1: {1: Cell("Sáng:\nhọp")}}


def test_hidden_rows_and_columns_are_read() -> None:
    book = filled(["a", "b"], ["c", "d"])
    assert book.active is not None
    book.active.row_dimensions[2].hidden = True
    book.active.column_dimensions["B"].hidden = True
    assert len(sheet_of(book).rows) == 2
    assert sheet_of(book).rows[2] == {1: Cell("c"), 2: Cell("d")}


def test_merged_cells_are_told() -> None:
    book = filled(["a"], ["b"])
    assert book.active is not None
    book.active.merge_cells("A2:B4")
    assert sheet_of(book).merged == (Merged("A2:B4", 2, 4, 1, 2),)


def formulas(*cells: tuple[str, object]) -> bytes:
    """Return a workbook whose formulas were saved with these results."""
    buffer = BytesIO()
    with Written(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Chuyến đi")
        for row, (formula, result) in enumerate(cells):
            sheet.write_formula(row, 0, formula, None, result)
    return buffer.getvalue()


def test_a_formula_is_the_value_that_was_saved_with_it() -> None:
    (sheet,) = read_book(formulas(("=1+1", 2), ('="a"', "a")), "bang.xlsx")
    assert sheet.rows == {1: {1: Cell(2)}, 2: {1: Cell("a")}}


def test_a_formula_that_gave_empty_text_is_blank() -> None:
    """Excel writes such a cell as text of no length; xlsxwriter cannot."""
    with ZipFile(BytesIO(formulas(('=""', "a")))) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    part = "xl/worksheets/sheet1.xml"
    assert b't="str"' in parts[part]
    parts[part] = parts[part].replace(b"<v>a</v>", b"<v></v>")
    (sheet,) = read_book(archive(parts), "bang.xlsx")
    assert sheet.rows == {}


def test_a_formula_without_a_value_is_told() -> None:
    sheet = sheet_of(filled(["=1+1"]))
    assert sheet.rows == {1: {1: Cell(None, "Ô này là công thức chưa có kết quả lưu sẵn.")}}


def test_an_error_is_told() -> None:
    (sheet,) = read_book(formulas(("=NA()", "#N/A")), "bang.xlsx")
    assert sheet.rows == {1: {1: Cell("#N/A", "Ô này báo lỗi #N/A.")}}


def test_a_number_that_is_no_day_though_shown_as_one_is_an_error() -> None:
    book = filled([99_999_999])
    assert book.active is not None
    book.active["A1"].number_format = "dd/mm/yyyy"
    assert sheet_of(book).rows == {1: {1: Cell("#VALUE!", "Ô này báo lỗi #VALUE!.")}}


def test_days_count_from_the_epoch_of_the_file() -> None:
    book = filled([1])
    book.epoch = CALENDAR_MAC_1904
    assert sheet_of(book).epoch == datetime(1904, 1, 1)  # noqa: DTZ001


def test_a_stray_cell_far_away_costs_nothing() -> None:
    book = filled(["a"])
    assert book.active is not None
    book.active["XFD1048576"] = "x"
    assert sheet_of(book).rows == {1: {1: Cell("a")}, 1_048_576: {16_384: Cell("x")}}


def test_charts_between_sheets_are_passed_over() -> None:
    book = filled(["a"])
    book.create_chartsheet("Biểu đồ")
    assert [sheet.name for sheet in read_book(saved(book), "bang.xlsx")] == ["Sheet"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", f"bang.xlsx: Tệp không phải là sổ tính .xlsx. {RESAVE}"),
        ("STT,Ngày đi\n".encode(), f"bang.xlsx: Tệp không phải là sổ tính .xlsx. {RESAVE}"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            f"bang.xlsx: Tệp Excel đời cũ (.xls), không phải .xlsx. {RESAVE}",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "bang.xlsx: Tệp đặt mật khẩu nên không đọc được. Bỏ mật khẩu rồi lưu lại.",
        ),
        (b"PK\x03\x04 cut off", f"bang.xlsx: Tệp không phải là sổ tính .xlsx, hoặc bị hỏng. {RESAVE}"),
        (archive({"mimetype": "x"}), f"bang.xlsx: Tệp không phải là sổ tính .xlsx, hoặc bị hỏng. {RESAVE}"),
        (
            archive({"[Content_Types].xml": "wordprocessingml.document.main+xml"}),
            f"bang.xlsx: Tệp không phải là sổ tính .xlsx. {RESAVE}",
        ),
        (
            archive({"[Content_Types].xml": "application/vnd.ms-excel.sheet.macroEnabled.main+xml"}),
            f"bang.xlsx: Tệp có macro nên không nhận. {RESAVE}",
        ),
        (
            archive({"[Content_Types].xml": MAIN, "xl/vbaProject.bin": "x"}),
            f"bang.xlsx: Tệp có macro nên không nhận. {RESAVE}",
        ),
        (
            archive({"[Content_Types].xml": MAIN}),
            f"bang.xlsx: Sổ tính bị hỏng, không đọc được. {RESAVE}",
        ),
    ],
    ids=["empty", "csv", "xls", "password", "cut", "other zip", "docx", "xlsm", "macro", "broken"],
)  # fmt: skip
def test_what_is_no_workbook_is_told_in_plain_words(data: bytes, message: str) -> None:
    assert refusal(data) == message


def test_a_workbook_of_charts_alone_has_nothing_to_read() -> None:
    book = Workbook()
    book.create_chartsheet("Biểu đồ")
    assert book.active is not None
    book.remove(book["Sheet"])
    assert refusal(saved(book)) == f"bang.xlsx: Sổ tính không có trang nào đọc được. {RESAVE}"


def test_a_file_too_large_is_not_opened() -> None:
    data = b"PK" + b"\0" * reader.FILE_LIMIT
    assert refusal(data) == "bang.xlsx: Tệp lớn hơn 20 MB. Tách thành nhiều tệp nhỏ hơn."


def test_a_file_that_swells_is_not_unpacked() -> None:
    bomb = archive({"[Content_Types].xml": MAIN, "xl/x.xml": "0" * (reader.UNPACKED_LIMIT + 1)})
    assert len(bomb) < 200_000
    assert refusal(bomb) == (
        "bang.xlsx: Nội dung tệp quá lớn. Chỉ giữ các trang cần nhập, hoặc tách ra nhiều tệp."
    )


def test_a_sheet_of_too_many_rows_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "ROW_LIMIT", 3)
    book = filled(["a"], ["b"], ["c"])
    assert len(sheet_of(book).rows) == 3
    assert book.active is not None
    book.active.append(["d"])
    assert refusal(saved(book)) == (
        "bang.xlsx: Trang “Sheet” có quá nhiều dòng (quá 3). Tách thành nhiều tệp."
    )
