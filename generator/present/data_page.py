"""What can be downloaded, and by whom: spreadsheets and documents first, files for programs below.

Source: design, section 4 (`/du-lieu/`); issue *Site* (Data); decision 0009.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from generator.audience import View
from generator.present import addresses
from generator.present.page import Heading, Page
from generator.present.reference import field_reference
from generator.present.tables.package import LICENCE, TABLES, VERSION
from generator.present.tables.table import Column, Table, notice
from generator.present.templating import render

HEADINGS: Final = (
    Heading("theo-nam", "Kết quả từng năm"),
    Heading("bang", "Các bảng số liệu (CSV)"),
    Heading("may-doc", "Dành cho máy đọc"),
    Heading("su-dung", "Sử dụng lại"),
)
TYPES: Final = {
    "string": "chữ",
    "integer": "số nguyên",
    "number": "số",
    "date": "ngày (năm-tháng-ngày)",
    "boolean": "true (có) hoặc false (không)",
}


@dataclass(frozen=True, slots=True)
class TablePart:
    """One table as the page tells of it."""

    table: Table[Any]
    columns: tuple[Column[Any], ...]
    rows: int


def data_page(view: View) -> Iterator[Page]:
    """Yield the page; columns are told of as the tables themselves define them."""
    values = {
        "as_of": view.results.as_of,
        "notice": notice(view),
        "internal": view.internal,
        "years": view.results.years[::-1],
        "documents": view.records.organisation is not None,
        "tables": [
            TablePart(table, table.shown(view.audience), sum(1 for _ in table.rows(view)))
            for table in TABLES
        ],
        "types": TYPES,
        "schemas": [(each.title, addresses.schema(each.name)) for each in field_reference()],
        "version": VERSION,
        "licence": LICENCE,
    }
    yield Page(
        address=addresses.DATA,
        title="Dữ liệu",
        body=render("data.html", addresses.DATA, values),
        description="Tải số liệu về: bảng tính Excel, báo cáo Word, CSV, JSON, bản tin và lịch.",
        search="Tải dữ liệu, bảng tính Excel (XLSX), báo cáo Word (DOCX), CSV, JSON, bản tin RSS, "
        "lịch ICS, giấy phép; " + "; ".join(table.title for table in TABLES),
        headings=HEADINGS,
    )
