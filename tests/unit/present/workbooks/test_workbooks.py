"""Workbooks read back by openpyxl: cells of the right types, headings that stay, nothing that runs."""

from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from generator.domain.fields import Audience
from generator.domain.period import Period
from generator.present.subject import PeriodSubject
from generator.present.workbooks.workbooks import xlsx_export
from tests.builders import member, policy, visit
from tests.unit.present.views import everything, view

SHEETS = [
    *("Kết quả", "Theo tháng", "Chuyến đi", "Kế hoạch", "Ngoài kế hoạch", "Kiến nghị"),
    "Cách tính",
]
YEAR = PeriodSubject(Period(2019))


def read(audience: Audience = "public") -> Workbook:
    return load_workbook(BytesIO(xlsx_export(everything(audience), YEAR)))


@pytest.mark.parametrize("name", SHEETS)
def test_each_sheet_is_filtered_frozen_and_printed_on_a4(name: str) -> None:
    book = read()
    assert book.sheetnames == SHEETS
    sheet = book[name]
    assert sheet.auto_filter.ref
    assert sheet.freeze_panes
    page = sheet.page_setup
    assert f"{page.paperSize} {page.orientation} {page.fitToHeight}" == "9 landscape 0"


def test_a_day_is_a_day() -> None:
    held = (cell for row in read()["Chuyến đi"].iter_rows() for cell in row)
    cells = [cell for cell in held if isinstance(cell, Cell) and cell.is_date]
    assert cells[0].value == datetime(2019, 4, 12)  # noqa: DTZ001
    assert {cell.number_format for cell in cells} == {"dd/mm/yyyy"}


def test_no_text_runs() -> None:
    held = view(member("an"), visit("2019-04-12", content='=HYPERLINK("http://x")'), policy())
    book = load_workbook(BytesIO(xlsx_export(held, YEAR)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert '=HYPERLINK("http://x")' in [cell.value for cell in cells if cell.data_type == "s"]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]


def test_the_public_is_told_no_report() -> None:
    texts = {cell.value for sheet in read() for row in sheet.iter_rows() for cell in row}
    assert not {"Báo cáo trễ hạn", "Ghi chú kín.", "NỘI BỘ"} & texts


def test_the_same_view_gives_the_same_bytes() -> None:
    assert xlsx_export(everything(), YEAR) == xlsx_export(everything(), YEAR)
