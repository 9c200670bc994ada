"""Row 28: no text is a formula, a link or a number in CSV and XLSX, and each is read back.

Source: research/reliability.md, section 4; RFC 4180; ECMA-376, part 1, section 18.3.1.4.
"""

import csv
import io
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

import frictionless
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from generator.domain.period import Period
from generator.present.subject import PeriodSubject, PlanSubject, VisitSubject
from generator.present.tables.csv_text import csv_bytes
from generator.present.tables.package import TABLES, data_package
from generator.present.tables.table import Column, Grid
from generator.present.workbooks.workbooks import xlsx_export
from tests.hostile.alone import day, held, on_a_line, seen_by
from tests.hostile.texts import EVALUATED, GROUPS, TEXTS

Record = Callable[[str, object], None]
STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001
KEPT: Final = {
    "members": ("name", "members.name"),
    "units": ("name", "units.units[].name"),
    "visits": ("content", "visits.content"),
    "issues": ("text", "visits.issues[].text"),
}
"""A column of each table, and the place that fills it."""


@cache
def package() -> dict[str, bytes]:
    """Return the files of the data package of the internal edition."""
    return {
        each.path.rpartition("/")[2]: each.content for each in data_package(seen_by("internal"))
    }


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table as Python's own reader gives them."""
    text = package()[f"{name}.csv"].decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def back(cell: str) -> str:
    """Return a cell without the one mark that stands before what a sheet would run."""
    return cell.removeprefix("'")


@pytest.mark.parametrize("table", KEPT)
def test_row_28_csv_gives_every_text_back(table: str, record_property: Record) -> None:
    column, path = KEPT[table]
    found = [back(row[column]) for row in rows(table) if row.get(column)]
    wanted = {held(number, path) for number in range(len(TEXTS))}
    assert wanted <= set(found)
    record_property("figure", f"{table}.csv: {len(wanted)} texts equal up to the mark")


def test_row_28_no_cell_of_a_csv_begins_as_a_formula(record_property: Record) -> None:
    cells = columns = 0
    for table in TABLES:
        table_rows = rows(table.name)
        columns += len(table_rows[0])
        for row in table_rows:
            cells += len(row)
            assert not [cell for cell in row.values() if cell.startswith(STARTS)]
    assert columns > 40
    record_property("figure", f"CSV: {columns} columns, {cells} cells, 0 formulas")


def test_row_28_every_prefix_in_every_column_gets_the_mark(record_property: Record) -> None:
    columns = [column for table in TABLES for column in table.shown("internal")]
    for start in STARTS:
        grid = Grid(tuple(columns), (tuple(f"{start}1" for _ in columns),))
        _, row = csv.reader(io.StringIO(csv_bytes(grid).decode(), newline=""))
        assert row == [f"'{start}1"] * len(columns)
    record_property("figure", f"CSV: {len(STARTS)} prefixes × {len(columns)} columns, 0 formulas")


def test_row_28_the_data_package_is_valid(tmp_path: Path) -> None:
    for name, content in package().items():
        (tmp_path / name).write_bytes(content)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "note"])[:5]


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("=+-@\t\r\n',;\"a ＝＠"), max_size=6))  # noqa: RUF001
def test_row_28_whatever_a_cell_holds_is_read_back(text: str) -> None:
    column: Column[Any] = Column("a", "string", "A", "", lambda _: None, audience="public")
    written = csv_bytes(Grid((column,), ((text,), ("x",)))).decode()
    _, (cell,), _ = csv.reader(io.StringIO(written, newline="")) if text else ((), ("",), ())
    assert back(cell) == text
    assert not cell.startswith(STARTS)


def workbooks() -> Iterator[tuple[str, bytes]]:
    """Yield workbooks of every sort of subject."""
    shown = seen_by("internal")
    yield "year", xlsx_export(shown, PeriodSubject(Period(2019)))
    yield "plan", xlsx_export(shown, PlanSubject(2019))
    for group, texts in GROUPS.items():
        number = TEXTS.index(texts[0])
        yield group, xlsx_export(shown, VisitSubject(f"{day(number)}-chuyen"))


def test_row_28_every_cell_of_a_workbook_is_plain(record_property: Record) -> None:
    cells, found = 0, set[str]()
    books = list(workbooks())
    for name, content in books:
        book = openpyxl.load_workbook(io.BytesIO(content), rich_text=True)
        for sheet in book:
            for cell in (each for row in sheet.iter_rows() for each in row):
                cells += cell.value is not None
                assert cell.data_type in ("s", "n", "d"), (name, cell.coordinate, cell.value)
                assert cell.hyperlink is None
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            # Read by itself: openpyxl loses a part of what is written for `_x000D_`.
            root = ET.fromstring(parts.read("xl/sharedStrings.xml"))  # noqa: S314  (our own)
            strings = root.iterfind("{*}si/{*}t")
            found |= {on_a_line(unescape(each.text or "")) for each in strings}
            for part in parts.namelist():
                text = parts.read(part).decode()
                assert "<f>" not in text
                assert "hyperlink" not in text
                assert "externalLink" not in part
                assert EVALUATED not in text
    for path in ("members.name", "visits.content", "visits.issues[].text", "plans.items[].purpose"):
        wanted = {on_a_line(held(number, path)) for number in range(len(TEXTS))}
        assert wanted <= found, (path, sorted(wanted - found))
    record_property(
        "figure", f"{len(books)} workbooks, {cells} cells, 0 formulas, 0 links, all texts equal"
    )


def test_row_28_libreoffice_reckons_nothing(tmp_path: Path, record_property: Record) -> None:
    (tmp_path / "nam.xlsx").write_bytes(dict(workbooks())["year"])
    (tmp_path / "visits.csv").write_bytes(package()["visits.csv"])
    (tmp_path / "members.csv").write_bytes(package()["members.csv"])
    filters = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"),
            *("--convert-to", filters, "--outdir", str(tmp_path / "out")),
            *(str(tmp_path / name) for name in ("nam.xlsx", "visits.csv", "members.csv")),
        ],
        check=True,
        capture_output=True,
    )
    files = sorted((tmp_path / "out").glob("*.csv"))
    assert len(files) >= 8
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    assert EVALUATED not in text
    assert "=7919*7907" in text
    assert "=cmd|' /C calc'!A0" in text
    record_property("figure", f"LibreOffice: {len(files)} sheets, 0 evaluated")
