"""A table as CSV: RFC 4180, UTF-8, ISO dates, decimal points, and no text that a sheet would run.

Source: RFC 4180; research/reliability.md, section 4, row 28; decision 0009.
"""

import csv
from datetime import date
from decimal import Decimal
from io import BytesIO, TextIOWrapper
from typing import Final

from generator.present.summary import plain
from generator.present.tables.table import SEPARATOR, Cell, Grid

MARK: Final = "'"
RUN: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001
"""What spreadsheets take for the beginning of a formula, the wide forms of East Asia too."""


def csv_bytes(grid: Grid) -> bytes:
    """Return the table with its header; lines end as the RFC says."""
    # As text, all visits of a large organisation take three times the room of their bytes.
    held = BytesIO()
    text = TextIOWrapper(held, encoding="utf-8", newline="")
    writer = csv.writer(text)
    writer.writerow(column.name for column in grid.columns)
    for row in grid.rows:
        writer.writerow(_written(cell) for cell in row)
    text.flush()
    return held.getvalue()


def inert(text: str) -> str:
    """Return the text such that no spreadsheet runs it; one mark less gives it back exactly.

    A text that begins with the mark gets one more, so that the mark always means the same.
    """
    return MARK + text if text.startswith((*RUN, MARK)) else text


def _written(cell: Cell) -> str:
    match cell:
        case bool():
            return "true" if cell else "false"
        case int():
            return str(cell)
        case Decimal():
            return plain(cell)
        case date():
            return cell.isoformat()
        case tuple():
            return inert(SEPARATOR.join(cell))
        case _:
            return inert(cell or "")
