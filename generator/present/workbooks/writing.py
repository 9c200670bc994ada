"""Sheets as the bytes of a workbook: A4 landscape, headings that stay, numbers and days as such.

No text ever becomes a formula or a link, and the file bears the day counted, not that of its
making. Source: issue *Site*, "Data"; research/reliability.md, section 4, row 28.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from math import ceil
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.present.tables.table import SEPARATOR, Cell, Column
from generator.present.wording import day
from generator.present.workbooks.sheet import Front, Sheet

INERT: Final = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
A4: Final = 9
LONGEST_TEXT: Final = 32767
"""How many characters a cell holds."""

FIRST_YEAR: Final = 1900
"""Spreadsheets count days from its first."""

DATE_FORMAT: Final = "dd/mm/yyyy"
NARROWEST, WIDEST, NUMBER, DATE = 8, 44, 6.5, 11.5
"""Widths of columns in characters; a longer text is wrapped."""

NARROWEST_TEXT: Final = 14
"""The least width that a column of longer texts gives way to."""

PAPER: Final = 184
"""Characters across a sheet of A4 on its side that are printed at 7 points or more."""

LETTERS: Final = 1.35
"""Letters of the sheet's typeface in one character of a width, and room for a word that breaks."""

LINE_HEIGHT, TALLEST = 15, 409
"""In points: of a line, and the most that a row may have."""

FONT: Final = {"font_name": "Times New Roman", "font_size": 11, "valign": "top"}
INK, LINE, SHADE, WARNING = "#12365F", "#B8C2CC", "#DCE8F5", "#B00020"


def workbook(front: Front, title: str, sheets: Iterable[Sheet], made: date) -> bytes:
    """Return the workbook; `made` is the only day that it bears."""
    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True, **INERT})
    about = {"title": title, "author": front.organisation, "comments": front.marks}
    book.set_properties({**about, "created": datetime.combine(made, time())})
    styles = _Styles(book)
    for sheet in sheets:
        _Page(book.add_worksheet(sheet.name), styles, sheet, front).write()
    book.close()
    return buffer.getvalue()


class _Styles:
    """The formats of a book, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._held: dict[tuple[tuple[str, object], ...], Format] = {}

    def of(self, **properties: object) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self._held:
            self._held[key] = self._book.add_format({**FONT, **properties})
        return self._held[key]


class _Page:
    """One sheet being written."""

    def __init__(self, page: Worksheet, styles: _Styles, sheet: Sheet, front: Front) -> None:
        self._page = page
        self._styles = styles
        self._sheet = sheet
        self._front = front
        self._formats = [_pattern(column, cells) for column, cells in self._by_column()]
        self._widths = _widths([*self._by_column()])

    def write(self) -> None:
        """Write what stands above, the rows, the totals, and how it is shown and printed."""
        head = list(self._head())
        for line, (text, style) in enumerate(head):
            self._page.write_string(line, 0, _held(text), style)
        top = len(head)
        for place, column in enumerate(self._sheet.columns):
            self._page.write_string(top, place, column.title, self._header())
        self._page.set_row(top, self._height([column.title for column in self._sheet.columns]))
        bottom = self._write_rows(top + 1)
        self._set_widths()
        self._set_page(top, bottom)

    def _head(self) -> Iterator[tuple[str, Format]]:
        yield self._sheet.title, self._styles.of(bold=True, font_size=15, font_color=INK)
        if self._front.marks:
            yield self._front.marks, self._styles.of(bold=True, font_color=WARNING)
        yield f"{self._front.organisation} · {self._front.counted}", self._styles.of()
        for note in self._front.notes:
            yield note, self._styles.of(italic=True)

    def _header(self) -> Format:
        return self._styles.of(
            bold=True, text_wrap=True, border=1, border_color=LINE, bg_color=SHADE, align="center"
        )

    def _write_rows(self, first: int) -> int:
        """Write rows and totals; return the last line of the rows, which a filter ends at."""
        for line, row in enumerate(self._sheet.rows, start=first):
            for place, cell in enumerate(row):
                self._write(line, place, cell, bold=False)
            self._page.set_row(line, self._height(row))
        if not self._sheet.rows:
            self._page.write_string(first, 0, "Không có dòng nào.", self._styles.of(italic=True))
        after = first + max(len(self._sheet.rows), 1)
        for line, foot in enumerate(self._sheet.feet, start=after):
            self._page.set_row(line, _lines(foot.label, self._widths[0]) * LINE_HEIGHT)
            for place, column in enumerate(self._sheet.columns):
                cell = foot.label if place == 0 else foot.figures.get(column.name)
                self._write(line, place, cell, bold=True)
        return after - 1

    def _write(self, line: int, place: int, cell: Cell, *, bold: bool) -> None:
        column = self._sheet.columns[place]
        shape: dict[str, object] = {"border": 1, "border_color": LINE}
        if bold:
            shape |= {"bold": True, "bg_color": SHADE}
        match cell:
            case None:
                self._page.write_blank(line, place, None, self._styles.of(**shape))
            case bool() | str() | tuple():
                text = _held(_text(column, cell))
                self._page.write_string(line, place, text, self._styles.of(**shape, text_wrap=True))
            case int() | Decimal():
                pattern = _pattern(column, [cell]) if bold else self._formats[place]
                style = self._styles.of(**shape, num_format=pattern)
                self._page.write_number(line, place, float(cell), style)
            case date() if cell.year < FIRST_YEAR:
                self._page.write_string(line, place, day(cell), self._styles.of(**shape))
            case date():
                style = self._styles.of(**shape, num_format=DATE_FORMAT, align="left")
                self._page.write_datetime(line, place, datetime.combine(cell, time()), style)

    def _height(self, cells: Sequence[Cell]) -> float:
        """Return the height, in points, in which every text of a row stands whole.

        Not every program fits the heights of wrapped rows by itself.
        """
        lines = 1
        for column, cell, width in zip(self._sheet.columns, cells, self._widths, strict=True):
            if isinstance(cell, str | tuple):
                lines = max(lines, _lines(_text(column, cell), width))
        return min(lines * LINE_HEIGHT, TALLEST)

    def _set_widths(self) -> None:
        for place, width in enumerate(self._widths):
            self._page.set_column(place, place, width)

    def _set_page(self, top: int, bottom: int) -> None:
        last = len(self._sheet.columns) - 1
        page = self._page
        page.freeze_panes(top + 1, self._sheet.frozen)
        page.autofilter(top, 0, bottom, last)
        page.set_landscape()
        page.set_paper(A4)
        page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        page.fit_to_pages(1, 0)
        page.repeat_rows(top)
        page.print_area(0, 0, bottom + len(self._sheet.feet), last)
        page.set_footer(f"&L{self._front.marks}&C{self._front.counted}&RTrang &P/&N")
        page.hide_gridlines(2)

    def _by_column(self) -> Iterator[tuple[Column[Any], list[Cell]]]:
        """Yield each column with the cells of its rows; totals are no wider."""
        for place, column in enumerate(self._sheet.columns):
            yield column, [row[place] for row in self._sheet.rows]


def _text(column: Column[Any], cell: str | bool | tuple[str, ...]) -> str:  # noqa: FBT001
    if isinstance(cell, bool):
        return "có" if cell else "không"
    if isinstance(cell, tuple):
        return f"{SEPARATOR} ".join(cell)
    return column.choices.get(cell, cell)


def _lines(text: str, width: float) -> int:
    """Return how many lines the text takes in a column so wide."""
    return sum(ceil((len(part) + 1) / (width * LETTERS)) for part in text.splitlines())


def _held(text: str) -> str:
    """Return the text, cut where a cell could not hold it."""
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def _pattern(column: Column[Any], cells: Sequence[Cell]) -> str:
    """Return the number format with as many decimals as the cells have at most."""
    if column.type != "number":
        return "0"
    found = (-int(cell.as_tuple().exponent) for cell in cells if isinstance(cell, Decimal))
    decimals = max(found, default=0)
    return "0." + "0" * decimals if decimals > 0 else "0"


def _widths(columns: Sequence[tuple[Column[Any], list[Cell]]]) -> list[float]:
    """Return the widths of a sheet: what is wrapped gives way until the print can be read.

    The texts that take the fewest lines give way first, so the rows stay as low as they can.
    """
    longest = [_longest(column, cells) for column, cells in columns]
    widths = [_width(column, text) for (column, _), text in zip(columns, longest, strict=True)]
    while sum(widths) > PAPER:
        lines = {
            text / width: place
            for place, (text, width) in enumerate(zip(longest, widths, strict=True))
            if text and width > NARROWEST_TEXT
        }
        if not lines:
            break
        widths[lines[min(lines)]] -= 1
    return widths


def _width(column: Column[Any], longest: int) -> float:
    """Return a width in which the longest word and most texts stand, headings wrapped."""
    word = max(len(each) for each in column.title.split()) + 1
    if column.type in ("integer", "number"):
        return max(NUMBER, word)
    if column.type == "date":
        return max(DATE, word)
    return max(NARROWEST, word, min(longest + 2, WIDEST))


def _longest(column: Column[Any], cells: Sequence[Cell]) -> int:
    """Return how long the longest line of text in a column is; 0 where there is none."""
    texts = (_text(column, cell) for cell in cells if isinstance(cell, str | bool | tuple))
    return max((len(line) for text in texts for line in text.splitlines()), default=0)
