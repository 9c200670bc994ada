"""Which column of a sheet is which: found by its heading, wherever it stands.

Headings are matched without accents and case; a sheet may have a title above them. Source: issue
*Submission*, Door 4.
"""

import difflib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.domain.shorten import shorten
from generator.submit.choices import folded
from generator.submit.workbook.book import Sheet
from generator.submit.workbook.columns import Column, SheetForm
from generator.submit.workbook.faults import CellFault, Place, Trouble
from generator.submit.workbook.values import number_text

TITLE_ROWS: Final = 20
_ENOUGH: Final = 2


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a sheet's columns stand, the row of their headings, and what is wrong with them."""

    row: int
    columns: Mapping[int, Column]
    faults: tuple[CellFault, ...]


def layout(sheet: Sheet, form: SheetForm, rank: int, barred: Collection[str]) -> Layout:
    """Return where the columns of the form stand; `barred` are headings that may not be here."""
    known = _known(form)
    row = _heading_row(sheet, known)
    found: dict[int, Column] = {}
    faults: list[CellFault] = []
    below = {number for line, cells in sheet.rows.items() if line > row for number in cells}
    for number in sorted(below - sheet.rows.get(row, {}).keys()):
        message = "Cột này có số liệu mà không có tên cột."
        place = Place(rank, row, number, sheet.name)
        faults.append(CellFault(place, "W004", message, "Ghi tên cột, hoặc xóa cột nếu không cần."))
    for number, text in _headings(sheet, row):
        place = Place(rank, row, number, sheet.name)
        column = known.get(folded(text))
        if column is None:
            if number in below:
                faults.append(CellFault(place, *_stray(text, form, barred)))
        elif column in found.values():
            message = f"Có hai cột “{column.heading}”."
            faults.append(CellFault(place, "W004", message, "Giữ một cột, xóa cột kia."))
        else:
            found[number] = column
    missing = [each for each in form.columns if each.required and each not in found.values()]
    for column in missing:
        message = f"Thiếu cột “{column.heading}”."
        hint = "Thêm cột này, hoặc chép số liệu sang mẫu mới: congtac import --template."
        faults.append(CellFault(Place(rank, row, 0, sheet.name), "W003", message, hint))
    return Layout(row, found, tuple(faults))


def _known(form: SheetForm) -> dict[str, Column]:
    """Return the columns by every way to write their headings that means one column only."""
    known = {folded(column.heading): column for column in form.columns}
    for column in form.columns:
        for name in column.names:
            same = [each for each in form.columns if folded(name) in map(folded, each.names)]
            if name and len(same) == 1:
                known.setdefault(folded(name), column)
    return known


def _heading_row(sheet: Sheet, known: Mapping[str, Column]) -> int:
    """Return the first row, near the top, in which two headings stand; else the first row."""
    for row in range(1, TITLE_ROWS + 1):
        told = {
            known[folded(text)].heading
            for _, text in _headings(sheet, row)
            if folded(text) in known
        }
        if len(told) >= _ENOUGH:
            return row
    return 1


def _headings(sheet: Sheet, row: int) -> Iterator[tuple[int, str]]:
    for number, cell in sorted(sheet.rows.get(row, {}).items()):
        yield number, number_text(cell.value) or str(cell.value)


def _stray(text: str, form: SheetForm, barred: Collection[str]) -> Trouble:
    """Return what is wrong with a column that holds something and that nobody knows."""
    if folded(text) in barred:
        message = f"Cột “{shorten(text)}” là nội bộ, mà kho bản ghi thì ai cũng đọc được."
        return Trouble("S016", message, "Xóa cột này; phần nội bộ để ở kho riêng.")
    headings = {folded(each.heading): each.heading for each in form.columns}
    near = difflib.get_close_matches(folded(text), headings, n=1)
    asked = f"Ý bạn là cột “{headings[near[0]]}”? " if near else ""
    hint = f"{asked}Sửa tên cột, hoặc xóa cột nếu không cần."
    return Trouble("W004", f"Không có cột “{shorten(text)}” trong mẫu.", hint)
