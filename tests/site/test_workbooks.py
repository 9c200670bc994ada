"""The workbooks of the built site: on paper as LibreOffice prints them, on screen as they open.

Source: issue *Site*; design, section 4 (`/du-lieu/ket-qua-<năm>.xlsx`).
"""

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.acceptance.test_samples_summary import RECORDS, load

SHEETS = (
    "Kết quả", "Theo tháng", "Chuyến đi", "Kế hoạch", "Ngoài kế hoạch", "Kiến nghị", "Cách tính",
)  # fmt: skip
YEARS = ("2019", "2020")
SMALLEST_PRINT = 7
LINE_OF_A_POINT = 1.107
"""How high a line of the typeface is printed, in its size: its ascent and descent."""


@pytest.fixture(scope="module")
def printed(public_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of 2019 as PDF."""
    folder = tmp_path_factory.mktemp("workbooks")
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"),
            *("--convert-to", "pdf", "--outdir", str(folder)),
            str(public_site / "du-lieu/ket-qua-2019.xlsx"),
        ],
        check=True,
        capture_output=True,
    )
    return folder / "ket-qua-2019.pdf"


def test_every_page_is_a4_and_lies_on_its_side(printed: Path) -> None:
    told = _told("pdfinfo", "-l", "999", str(printed))
    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+) pts", told)
    assert len(sizes) == int(re.findall(r"Pages: +(\d+)", told)[0])
    assert {(round(float(wide)), round(float(high))) for wide, high in sizes} == {(842, 595)}


def test_the_page_of_the_results_names_everyone_and_gives_the_totals(printed: Path) -> None:
    text = _closed_up(_told("pdftotext", "-l", "1", "-layout", str(printed), "-"))
    members = [load(path) for path in (RECORDS / "members").glob("*.yml")]
    names = [each["name"] for each in members if any(term["full_time"] for term in each["terms"])]
    assert len(names) == 13
    assert [name for name in names if _closed_up(name) not in text] == []
    for words in ("DỮ LIỆU MẪU", "Tổng cộng 785", "Trung bình mỗi đồng chí 60.4"):
        assert _closed_up(words) in text, words


def test_every_page_says_that_the_data_are_samples(printed: Path) -> None:
    *pages, after = _told("pdftotext", str(printed), "-").split("\f")
    assert after == ""
    assert [n for n, page in enumerate(pages, 1) if "DỮLIỆUMẪU" not in _closed_up(page)] == []


def test_every_page_is_printed_large_enough_to_read(printed: Path) -> None:
    """The sheets above all, whose many columns share one page's width: none below 7 points."""
    pages = _told("pdftotext", "-bbox", str(printed), "-").split("<page ")[1:]
    lines = [re.findall(r'yMin="([\d.]+)"[^>]* yMax="([\d.]+)"', page) for page in pages]
    sizes = [min((float(end) - float(start)) for start, end in page) for page in lines]
    small = {n: size for n, size in enumerate(sizes, 1) if size < SMALLEST_PRINT * LINE_OF_A_POINT}
    assert small == {}


def test_the_columns_of_the_visits_head_every_page_of_them(printed: Path) -> None:
    pages = _told("pdftotext", str(printed), "-").split("\f")[:-1]
    visits = [page for page in pages if "Tómtắtnộidunglàmviệc" in _closed_up(page)]
    first = next(n for n, page in enumerate(pages) if "Chuyếnđicơsở" in _closed_up(page)[:12])
    after = next(n for n, page in enumerate(pages) if "Kếhoạchvàthựchiện" in _closed_up(page))
    assert visits == pages[first:after]


def test_there_is_one_workbook_for_each_year(public_site: Path) -> None:
    found = sorted(path.name for path in (public_site / "du-lieu").rglob("*.xlsx"))
    assert found == [f"ket-qua-{year}.xlsx" for year in YEARS]


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("audience", ["public", "internal"])
def test_nothing_in_a_workbook_is_computed_when_it_is_opened(
    request: pytest.FixtureRequest, audience: str, year: str
) -> None:
    for sheet in _sheets(request.getfixturevalue(f"{audience}_site"), year):
        kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
        assert kinds <= {"n", "s", "d", "b"}, sheet.title


@pytest.mark.parametrize("year", YEARS)
def test_the_header_of_each_sheet_stays_in_view_and_filters_what_is_under_it(
    public_site: Path, year: str
) -> None:
    sheets = _sheets(public_site, year)
    assert tuple(sheet.title for sheet in sheets) == SHEETS
    for sheet in sheets:
        assert sheet.freeze_panes, sheet.title
        assert sheet.auto_filter.ref, sheet.title
        frozen, filtered = sheet[sheet.freeze_panes], sheet[sheet.auto_filter.ref]
        header, under = filtered[0], filtered[1:]
        assert frozen.row == header[0].row + 1
        assert all(cell.value for cell in header)
        assert len(header) == sheet.max_column
        first = [row[0].value for row in under]
        assert first
        assert "Tổng cộng" not in first, "a total is no row to filter away"


def _sheets(site: Path, year: str) -> Sequence[Any]:
    return openpyxl.load_workbook(site / f"du-lieu/ket-qua-{year}.xlsx").worksheets


def _closed_up(text: str) -> str:
    """Return the text without spaces: a font that lacks a letter sets it apart from the others."""
    return "".join(text.split())


def _told(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
