"""What is wrong with which cell: a place that people find, a code, a sentence and the mend."""

from dataclasses import dataclass
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from generator.domain.finding import Severity, severity_of


class Trouble(NamedTuple):
    """What is wrong, wherever it stands."""

    code: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A cell, a row (without `column`) or a sheet (without `row`); sorts as one reads.

    `rank` is the place of the sheet in the workbook; rows and columns count from 1.
    """

    rank: int
    row: int
    column: int
    sheet: str
    heading: str = ""

    @property
    def whole_row(self) -> "Place":
        """The row that the cell stands in."""
        return Place(self.rank, self.row, 0, self.sheet)

    def __str__(self) -> str:
        """Return `Trang “Chuyến đi”, ô D7 (Đơn vị)`."""
        where = f"Trang “{self.sheet}”"
        if not self.row:
            return where
        if not self.column:
            return f"{where}, dòng {self.row}"
        heading = f" ({self.heading})" if self.heading else ""
        return f"{where}, ô {get_column_letter(self.column)}{self.row}{heading}"


@dataclass(frozen=True, slots=True, order=True)
class CellFault:
    """A fault at its place in the workbook."""

    place: Place
    code: str
    message: str
    hint: str

    @property
    def severity(self) -> Severity:
        """Whether it keeps the row out, or warns."""
        return severity_of(self.code)

    def __str__(self) -> str:
        """Return the fault on one line, and its mend below it."""
        return f"{self.place}: {self.code} {self.message}\n    → {self.hint}"
