"""The figures of the page as files for programs and spreadsheets: one CSV, one JSON.

Source: design, section 3 (days as text without trailing zeros) and decision 0009 (tables).
"""

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from generator.national.figures import Counted, Year, together, years_of
from generator.national.trouble import Trouble
from generator.present.page import Artifact
from generator.present.tables.csv_text import csv_bytes
from generator.present.tables.table import Cell, Column, Grid

CSV: Final = "du-lieu/ca-nuoc.csv"
JSON: Final = "du-lieu/ca-nuoc.json"
ALL: Final = "ca-nuoc"
"""What the row of all provinces together is called."""

_FIGURES: Final = (
    "population", "total_days", "mean_days", "median_days", "reached", "visits", "communes",
    "communes_covered", "issues_raised", "issues_pending",
)  # fmt: skip
COLUMNS: Final = ("year", "province", "name", "as_of", *_FIGURES, "notice")


def data_files(
    counted: Sequence[Counted], troubles: Sequence[Trouble], notice: str
) -> Iterator[Artifact]:
    """Yield both files: a row for each province and year, and for each year one of all."""
    rows = list(_rows(counted))
    columns = tuple(
        Column[Any](name, "string", name, "", str, audience="public") for name in COLUMNS
    )
    grid = Grid(columns, tuple((*row, notice) for row in rows))
    yield Artifact(CSV, csv_bytes(grid))
    document = {
        "notice": notice or None,
        "missing": [{"id": each.id, "name": each.name, "why": each.told} for each in troubles],
        "provinces": [
            {
                "id": each.id,
                "name": each.name,
                "as_of": each.as_of.isoformat(),
                "members": each.members,
                "issues_pending": each.issues_pending,
            }
            for each in counted
        ],
        "years": [dict(zip(COLUMNS, map(_json, row), strict=False)) for row in rows],
    }
    yield Artifact(JSON, (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode())


def _rows(counted: Sequence[Counted]) -> Iterator[tuple[Cell, ...]]:
    for number in reversed(years_of(counted)):
        for each in counted:
            # What a package does not know is no nought.
            cells = _cells(each.year(number)) if number in each.years else (None,) * len(_FIGURES)
            yield (number, each.id, each.name, each.as_of.isoformat(), *cells)
        yield (number, ALL, "Cả nước", None, *_cells(together(number, _all(counted, number))))


def _all(counted: Sequence[Counted], number: int) -> Iterator[Year]:
    for each in counted:
        yield each.year(number)


def _cells(year: Year) -> tuple[Cell, ...]:
    return (
        year.population, year.total_days, year.mean_days, year.median_days, year.reached,
        year.visits, year.communes, year.communes_covered, year.issues_raised,
        year.issues_pending,
    )  # fmt: skip


def _json(cell: Cell) -> Any:  # noqa: ANN401
    return f"{cell:f}" if isinstance(cell, Decimal) else cell
