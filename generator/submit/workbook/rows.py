"""Rows become drafts of visits.

Rows that hold nothing but a number are blank; what stands in one of several merged cells is not
taken for the others. Source: issue *Submission*, Door 4.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.domain.fields import Referent
from generator.domain.scalars import parse_day
from generator.domain.shorten import shorten
from generator.submit.choices import Choice, folded
from generator.submit.workbook.book import Cell, Sheet
from generator.submit.workbook.columns import (
    GUIDE_SHEET,
    ISSUES,
    LISTS_SHEET,
    Column,
    FieldKey,
    SheetForm,
    internal_headings,
)
from generator.submit.workbook.draft import Cells, Draft, Tree
from generator.submit.workbook.faults import CellFault, Place
from generator.submit.workbook.headings import Layout, layout
from generator.submit.workbook.values import Values


@dataclass(frozen=True, slots=True)
class Reading:
    """What a workbook tells: visits, faults of no single visit, and sheets that were not read.

    `blocked` if a whole sheet or column is wrong, so that not even good rows can be trusted.
    """

    drafts: tuple[Draft, ...]
    faults: tuple[CellFault, ...]
    unread: tuple[str, ...]
    blocked: bool


def read_rows(
    book: Sequence[Sheet], forms: Sequence[SheetForm], offered: Mapping[Referent, Sequence[Choice]]
) -> Reading:
    """Return the visits that the workbook tells; `forms` are the sheets that may be filled in."""
    found = {folded(sheet.name): sheet for sheet in book}
    ranks = {sheet.name: rank for rank, sheet in enumerate(book)}
    sheets = [found.get(folded(form.name)) for form in forms]
    others = [sheet for sheet in book if sheet not in sheets and not _ours(sheet) and sheet.rows]
    if sheets[0] is None and len(others) == 1:
        sheets[0] = others.pop()
    barred = internal_headings(forms)
    faults = [*_barred_sheets(others, barred, ranks)]
    if sheets[0] is None:
        message = f"Sổ tính không có trang “{forms[0].name}”."
        hint = f"Đặt tên trang ghi chuyến đi là “{forms[0].name}”."
        faults.append(CellFault(Place(0, 0, 0, forms[0].name), "W003", message, hint))
        return Reading((), tuple(faults), (), blocked=True)
    tables = [
        _Table(
            sheet, form, layout(sheet, form, ranks[sheet.name], barred), ranks[sheet.name], offered
        )
        for sheet, form in zip(sheets, forms, strict=True)
        if sheet is not None
    ]
    faults += (fault for table in tables for fault in table.layout.faults)
    blocked = bool(faults)
    drafts = tables[0].drafts()
    for table in tables[1:]:
        faults += table.add_issues(drafts)
    unread = tuple(sheet.name for sheet in others if folded(sheet.name) not in barred)
    return Reading(tuple(drafts), tuple(faults), unread, blocked)


def _ours(sheet: Sheet) -> bool:
    return folded(sheet.name) in (folded(LISTS_SHEET), folded(GUIDE_SHEET))


def _barred_sheets(
    others: Sequence[Sheet], barred: frozenset[str], ranks: Mapping[str, int]
) -> Iterator[CellFault]:
    for sheet in others:
        if folded(sheet.name) in barred:
            message = f"Trang “{sheet.name}” là nội bộ, mà kho bản ghi thì ai cũng đọc được."
            hint = "Xóa trang này; phần nội bộ để ở kho riêng."
            yield CellFault(Place(ranks[sheet.name], 0, 0, sheet.name), "S016", message, hint)


@dataclass(frozen=True)
class _Table:
    """A sheet with its columns found."""

    sheet: Sheet
    form: SheetForm
    layout: Layout
    rank: int
    offered: Mapping[Referent, Sequence[Choice]]

    def drafts(self) -> list[Draft]:
        """Return a draft for every row that tells something, merged cells told once."""
        drafts = [self._draft(row, cells) for row, cells in self._rows()]
        for fault, rows in self._merged():
            covered = [draft for draft in drafts if draft.row in rows]
            for draft in covered:
                draft.held = True
            if covered:
                covered[0].faults.append(fault)
        return drafts

    def add_issues(self, drafts: Sequence[Draft]) -> Iterator[CellFault]:
        """Give the drafts their issues; yield what is wrong with issues of no single visit."""
        by_number: dict[str, list[Draft]] = defaultdict(list)
        for draft in drafts:
            by_number[draft.number].append(draft)
        for row, cells in self._rows():
            number, faults = self._number(row, cells)
            owners = by_number[number] if number else []
            if len(owners) == 1:
                self._add_issue(owners[0], row, cells)
            else:
                for owner in owners:
                    owner.held = True
                yield from faults or [self._astray(row, number, owners)]
        for fault, rows in self._merged():
            yield fault
            for row, cells in self.sheet.rows.items():
                number = self._number(row, cells)[0] if row in rows else ""
                for owner in by_number[number] if number else []:
                    owner.held = True

    def _rows(self) -> Iterator[tuple[int, Mapping[int, Cell]]]:
        """Yield the rows below the headings that hold more than a number."""
        filled = {n for n, column in self.layout.columns.items() if column.field}
        for row, cells in sorted(self.sheet.rows.items()):
            if row > self.layout.row and any(n in filled for n in cells):
                yield row, cells

    def _draft(self, row: int, cells: Mapping[int, Cell]) -> Draft:
        number, faults = self._number(row, cells)
        whole = Place(self.rank, row, 0, self.sheet.name)
        draft = Draft(row, whole, number, self._places(row), faults=faults)
        day = self._day(cells)
        for column, cell in self._filled(cells):
            said = self._values.said(cell, column, day)
            _put(draft.tree, column.field, said.value)
            draft.cannot_read(draft.cells[column.field], said.troubles)
        return draft

    def _add_issue(self, draft: Draft, row: int, cells: Mapping[int, Cell]) -> None:
        issue: Tree = {}
        places = self._places(row)
        for column, cell in self._filled(cells):
            said = self._values.said(cell, column, None)
            _put(issue, column.field, said.value)
            draft.cannot_read(places[column.field], said.troubles)
        draft.tree.setdefault(ISSUES, []).append(issue)
        draft.issue_cells.append(places)

    def _astray(self, row: int, number: str, owners: Sequence[Draft]) -> CellFault:
        place = self._number_place(row)
        if owners:
            rows = ", ".join(str(draft.row) for draft in owners)
            message = f"Số thứ tự {shorten(number)} có ở nhiều dòng chuyến đi: {rows}."
            return CellFault(place, "W006", message, "Đánh số các chuyến đi không trùng nhau.")
        if number:
            message = f"Không có chuyến đi nào mang số thứ tự {shorten(number)}."
            return CellFault(place, "W006", message, "Ghi số ở cột STT của chuyến đi tương ứng.")
        message = "Không cho biết của chuyến đi nào."
        return CellFault(place, "W006", message, "Ghi số ở cột STT của chuyến đi tương ứng.")

    def _number(self, row: int, cells: Mapping[int, Cell]) -> tuple[str, list[CellFault]]:
        for column, cell in self._held(cells):
            if not column.field:
                said = self._values.said(cell, column, None)
                place = self._number_place(row)
                return str(said.value or ""), [CellFault(place, *each) for each in said.troubles]
        return "", []

    def _number_place(self, row: int) -> Place:
        columns = (n for n, column in self.layout.columns.items() if not column.field)
        return Place(self.rank, row, next(columns, 0), self.sheet.name, self.form.number.heading)

    def _places(self, row: int) -> Cells:
        return {
            column.field: Place(self.rank, row, number, self.sheet.name, column.heading)
            for number, column in self.layout.columns.items()
            if column.field
        }

    def _day(self, cells: Mapping[int, Cell]) -> date | None:
        """Return the visit's day, if it can be told."""
        for column, cell in self._filled(cells):
            if column.field == ("date",):
                said = self._values.said(cell, column, None).value
                return parse_day(said) if isinstance(said, str) else None
        return None

    def _filled(self, cells: Mapping[int, Cell]) -> Iterator[tuple[Column, Cell]]:
        return ((column, cell) for column, cell in self._held(cells) if column.field)

    def _held(self, cells: Mapping[int, Cell]) -> Iterator[tuple[Column, Cell]]:
        for number, cell in sorted(cells.items()):
            if number in self.layout.columns:
                yield self.layout.columns[number], cell

    def _merged(self) -> Iterator[tuple[CellFault, range]]:
        """Yield a fault for each block of merged cells among the rows, and the rows it covers."""
        for block in self.sheet.merged:
            columns = range(block.first_column, block.last_column + 1)
            known = [n for n in columns if n in self.layout.columns]
            rows = range(max(block.first_row, self.layout.row + 1), block.last_row + 1)
            if known and rows:
                heading = self.layout.columns[known[0]].heading
                place = Place(self.rank, rows[0], known[0], self.sheet.name, heading)
                message = f"Các ô {block.name} gộp làm một."
                hint = "Bỏ gộp ô (Unmerge), rồi điền từng ô."
                yield CellFault(place, "W002", message, hint), rows

    @property
    def _values(self) -> Values:
        return Values(self.offered, self.sheet.epoch)


def _put(tree: Tree, key: FieldKey, value: object) -> None:
    """Set a key in the tree, within others where it stands there; nothing is not set."""
    if value is None:
        return
    for step in key[:-1]:
        tree = tree.setdefault(step, {})
    tree[key[-1]] = value
