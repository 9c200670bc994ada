"""The workbook to fill in: headings, comments, choices and limits, all from the models.

The same records give the same bytes. Source: issue *Submission*, Door 4.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from generator.domain.records import Records
from generator.domain.scalars import YEARS
from generator.present.workbooks.writing import (
    A4,
    DATE_FORMAT,
    FONT,
    INERT,
    INK,
    LINE,
    LINE_HEIGHT,
    SHADE,
    WARNING,
)
from generator.submit.asking import asks_internal
from generator.submit.workbook.columns import (
    GUIDE_SHEET,
    LISTS_SHEET,
    Column,
    Shape,
    SheetForm,
    sheets,
)
from generator.submit.workbook.guide import TABLE, advice, example, way
from generator.submit.workbook.lists import HEADING_ROW, choice_lists

ROWS: Final = 2000
"""How many rows below the headings offer choices."""

TITLE: Final = "Bảng ghi chuyến đi cơ sở"
_MADE: Final = datetime(2019, 1, 1)  # noqa: DTZ001  (a workbook bears a day; this one never ages)
_WIDTHS: Final[Mapping[Shape, float]] = {
    "number": 7, "day": 12, "whole": 11, "line": 22, "text": 42, "choice": 26, "list": 32,
    "attendance": 30,
}  # fmt: skip
_GUIDE_WIDTHS: Final = (40, 10, 64, 50)
_HEADING_HEIGHT: Final = 62
_PRINTED_COLUMNS: Final = 11
"""How many columns stand on a page and can be read."""
_PROMPT_LIMIT: Final = 255
_COMMENT: Final = {"width": 260, "author": "congtac", "font_size": 10, "font_name": "Tahoma"}


def template(records: Records) -> bytes:
    """Return the workbook, with the names that the records know."""
    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True, **INERT})
    writing = _Writing(book, records)
    writing.write()
    book.close()
    return buffer.getvalue()


class _Writing:
    """One workbook being written."""

    def __init__(self, book: Workbook, records: Records) -> None:
        organisation = records.organisation
        self._book = book
        self._records = records
        self._forms = sheets(internal=asks_internal(organisation))
        self._lists = choice_lists(records, self._forms)
        self._marks = "DỮ LIỆU MẪU" if organisation and organisation.demo else ""
        name = organisation.full_name if organisation else ""
        book.set_properties(
            {"title": TITLE, "author": name, "comments": self._marks, "created": _MADE}
        )

    def write(self) -> None:
        """Write the sheets to fill in, then the guide and the lists."""
        pages = [self._book.add_worksheet(form.name) for form in self._forms]
        guide = self._book.add_worksheet(GUIDE_SHEET)
        sources = self._write_lists(self._book.add_worksheet(LISTS_SHEET))
        for page, form in zip(pages, self._forms, strict=True):
            self._write_form(page, form, sources)
        self._write_guide(guide)

    def _write_form(self, page: Worksheet, form: SheetForm, sources: Mapping[str, str]) -> None:
        for place, column in enumerate(form.columns):
            page.set_column(place, place, _WIDTHS[column.shape], self._body(column))
            page.write_string(0, place, _heading(column), self._head(column))
            text = _comment(column)
            height = 24 + LINE_HEIGHT * sum(1 + len(line) // 38 for line in text.splitlines())
            page.write_comment(0, place, text, {**_COMMENT, "height": height})
            rule = _validation(column, sources)
            if rule:
                page.data_validation(1, place, ROWS, place, rule)
        page.set_row(0, _HEADING_HEIGHT)
        page.freeze_panes(1, 2)
        page.autofilter(0, 0, ROWS, len(form.columns) - 1)
        page.repeat_rows(0)
        page.repeat_columns(0, 1)
        self._set_page(page, 1 + len(form.columns) // _PRINTED_COLUMNS)

    def _write_guide(self, page: Worksheet) -> None:
        for place, width in enumerate(_GUIDE_WIDTHS):
            page.set_column(place, place, width)
        page.set_row(0, 2 * LINE_HEIGHT)
        page.write_string(0, 0, TITLE, self._style(bold=True, font_size=15, font_color=INK))
        if self._marks:
            page.write_string(1, 0, self._marks, self._style(bold=True, font_color=WARNING))
        row = 2
        for line in advice(self._forms):
            page.merge_range(row, 0, row, 3, line, self._style(text_wrap=True))
            row += 1
        for form, shown in zip(self._forms, example(self._records, self._forms), strict=True):
            title = f"Trang “{form.name}”, từng cột và một dòng ví dụ"
            page.write_string(row + 1, 0, title, self._style(bold=True, font_color=INK))
            row += 2
            for place, heading in enumerate(TABLE):
                page.write_string(row, place, heading, self._cell(bold=True, bg_color=SHADE))
            for column in form.columns:
                row += 1
                must = "có" if column.required else ""
                cells = (column.heading, must, way(column), shown[column.field])
                for place, text in enumerate(cells):
                    page.write_string(row, place, text, self._cell(text_wrap=True))
                page.set_row(row, LINE_HEIGHT * _lines(cells))
            row += 1
        page.hide_gridlines(2)
        self._set_page(page)

    def _write_lists(self, page: Worksheet) -> dict[str, str]:
        """Write the lists side by side; return where the names of each stand."""
        lead = f"{self._marks} · " if self._marks else ""
        page.write_string(0, 0, f"{lead}Những tên dùng được khi điền bảng; không sửa ở đây.")
        sources: dict[str, str] = {}
        left = 0
        for each in self._lists:
            for place, heading in enumerate(each.headings, start=left):
                page.write_string(
                    HEADING_ROW, place, heading, self._cell(bold=True, bg_color=SHADE)
                )
                texts = [row[place - left] for row in each.rows]
                page.set_column(place, place, min(60, max(map(len, [heading, *texts])) + 2))
            for line, row in enumerate(each.rows, start=HEADING_ROW + 1):
                for place, text in enumerate(row, start=left):
                    page.write_string(line, place, text, self._cell())
            if each.rows:
                last = HEADING_ROW + len(each.rows)
                sources[each.key] = f"='{LISTS_SHEET}'!" + xl_range_abs(
                    HEADING_ROW + 1, left, last, left
                )
            left += len(each.headings) + 1
        page.freeze_panes(HEADING_ROW + 1, 0)
        self._set_page(page, 1 + left // _PRINTED_COLUMNS)
        return sources

    def _set_page(self, page: Worksheet, wide: int = 1) -> None:
        page.set_landscape()
        page.set_paper(A4)
        page.fit_to_pages(wide, 0)
        page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        page.set_footer(f"&L{self._marks}&RTrang &P/&N")

    def _head(self, column: Column) -> Format:
        shape: dict[str, Any] = {
            "bold": True, "text_wrap": True, "align": "center", "valign": "vcenter",
        }  # fmt: skip
        if column.required:
            return self._cell(**shape, bg_color=INK, font_color="#FFFFFF")
        return self._cell(**shape, bg_color=SHADE if column.first else "#F1F5F9")

    def _body(self, column: Column) -> Format:
        if column.shape == "day":
            return self._style(num_format=DATE_FORMAT, align="left")
        if column.shape in ("number", "whole"):
            return self._style(num_format="0")
        # As text, so that `15/3` stays what was typed.
        return self._style(num_format="@", text_wrap=True)

    def _cell(self, **properties: Any) -> Format:  # noqa: ANN401
        return self._style(border=1, border_color=LINE, **properties)

    def _style(self, **properties: Any) -> Format:  # noqa: ANN401
        return self._book.add_format({**FONT, **properties})


def _lines(cells: Sequence[str]) -> int:
    """Return how many lines the guide's cells take, wrapped."""
    return max(
        1 + len(text) // int(width * 1.15) for text, width in zip(cells, _GUIDE_WIDTHS, strict=True)
    )


def _heading(column: Column) -> str:
    return f"{column.heading} *" if column.required else column.heading


def _comment(column: Column) -> str:
    must = "Bắt buộc." if column.required else "Không bắt buộc."
    return f"{column.heading}\n{must}\n{way(column)}"


def _validation(column: Column, sources: Mapping[str, str]) -> dict[str, Any] | None:
    """Return what a cell of the column may hold; None if anything."""
    told = {"input_title": column.own_title[:32], "input_message": way(column)[:_PROMPT_LIMIT]}
    wrong = {"error_title": "Chưa đúng", "error_type": "stop", "ignore_blank": True}
    if column.shape in ("choice", "list"):
        source = sources.get(column.choices_key)
        if source is None:
            return None
        # Names may be typed in other ways, and several in one cell: the import knows them.
        strict = bool(column.words)
        message = "Chọn một mục trong danh sách."
        return {
            "validate": "list",
            "source": source,
            "show_error": strict,
            "error_message": message,
            **wrong,
            **told,
        }
    if column.shape == "day":
        return {
            "validate": "date", "criteria": "between",
            "minimum": datetime.combine(date(YEARS[0], 1, 1), time()),
            "maximum": datetime.combine(date(YEARS[-1], 12, 31), time()),
            "error_message": "Ghi ngày/tháng/năm, ví dụ 20/05/2019.", **wrong, **told,
        }  # fmt: skip
    if column.shape == "whole":
        return {
            "validate": "integer", "criteria": ">=", "value": 0,
            "error_message": "Ghi một số nguyên, không âm.", **wrong, **told,
        }  # fmt: skip
    if column.limit and column.shape in ("line", "text"):
        return {
            "validate": "length", "criteria": "<=", "value": column.limit,
            "error_message": f"Dài nhất {column.limit} ký tự.", **wrong, **told,
        }  # fmt: skip
    return None
