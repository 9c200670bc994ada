"""Workbooks as people fill them in: rows from visits, cells set one by one, saved as bytes."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook, load_workbook

from generator.domain.records import Records
from generator.domain.visit import Visit
from generator.submit.choices import choices
from generator.submit.workbook.columns import Column, FieldKey, SheetForm, sheets

VISITS, ISSUES = sheets(internal=True)
ROW: Final = 2
"""The first row below the headings."""


def book_of(*rows: Mapping[str, Any], issues: Iterable[Mapping[str, Any]] = ()) -> Workbook:
    """Return a workbook with these rows, each by heading; only the columns named are there."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = VISITS.name
    _fill(sheet, rows)
    issues = list(issues)
    if issues:
        _fill(book.create_sheet(ISSUES.name), issues)
    return book


def _fill(sheet: Any, rows: Iterable[Mapping[str, Any]]) -> None:
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    sheet.append(headings)
    for row in rows:
        sheet.append([row.get(heading) for heading in headings])


def saved(book: Workbook) -> bytes:
    """Return the bytes of the workbook."""
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def fill_template(template: bytes, records: Records, visits: Iterable[Visit]) -> bytes:
    """Return the template with a row for each visit, and one for each issue."""
    book = load_workbook(BytesIO(template))
    names = {each.id: each.label for offered in choices(records).values() for each in offered}
    for number, visit in enumerate(visits, start=1):
        book[VISITS.name].append([_cell(column, visit, number, names) for column in VISITS.columns])
        for issue in visit.issues:
            row = [_cell(column, issue, number, names) for column in ISSUES.columns]
            book[ISSUES.name].append(row)
    return saved(book)


def heading(field: FieldKey, form: SheetForm = VISITS) -> str:
    """Return the heading of a key's column."""
    return next(column.heading for column in form.columns if column.field == field)


def write(file: Path, data: bytes) -> Path:
    """Write the bytes to the file, and return it."""
    file.write_bytes(data)
    return file


def _cell(column: Column, record: Any, number: int, names: Mapping[str, str]) -> Any:
    if not column.field:
        return number
    value = record
    for key in column.field:
        value = getattr(value, key, None)
    if value is None or value == ():
        return None
    if column.shape == "attendance":
        return "; ".join(
            f"{names[each.member]}: {', '.join(f'{day:%d/%m/%Y}' for day in each.dates)}"
            for each in value
        )
    if column.words:
        return next(each.label for each in column.words if each.id == value)
    if column.refers:
        return "; ".join(names[each] for each in ([value] if isinstance(value, str) else value))
    return value
