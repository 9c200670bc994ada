"""What a sheet of a workbook holds: a heading, rows under named columns, totals below them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.present.tables.table import Cell, Column, Grid


@dataclass(frozen=True)
class Foot:
    """A line below the rows: what it says first, and its figures by the columns' names."""

    label: str
    figures: Mapping[str, Cell]


@dataclass(frozen=True)
class Sheet:
    """A sheet; `frozen` columns at the left stay in sight when one scrolls to the right."""

    name: str
    title: str
    columns: Sequence[Column[Any]]
    rows: Sequence[Sequence[Cell]]
    frozen: int = 1
    feet: Sequence[Foot] = field(default_factory=tuple)


@dataclass(frozen=True)
class Front:
    """What each sheet says above its rows, whichever of them is printed.

    `marks` are what the whole file is (DỮ LIỆU MẪU), `notes` what the reader must know besides.
    """

    organisation: str
    counted: str
    marks: str
    notes: tuple[str, ...]


def chosen(grid: Grid, names: Sequence[str]) -> tuple[list[Column[Any]], list[list[Cell]]]:
    """Return the named columns that the audience may see, in the order of the names, and rows."""
    held = {column.name: column for column in grid.columns}
    columns = [held[name] for name in names if name in held]
    return columns, [[row[column.name] for column in columns] for row in grid.objects]
