"""Cells as people fill them in become the text that a record holds; nothing is guessed.

Days come as days, as numbers of days, or as text with the day first (`3/6/2018` is the third of
June) or the year first; choices by label, by name or by key. Source: issue *Submission*, Door 4.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from openpyxl.utils.datetime import from_excel
from pydantic_core import PydanticCustomError

from generator.domain.fields import Referent
from generator.domain.scalars import parse_day
from generator.domain.shorten import shorten
from generator.load.hygiene import forbidden
from generator.present.wording import day as day_shown
from generator.submit.choices import Choice, folded, matches, near
from generator.submit.workbook.book import Cell
from generator.submit.workbook.columns import Column
from generator.submit.workbook.faults import Trouble
from generator.submit.workbook.words import shown_days

UNKNOWN: Final[Mapping[Referent, tuple[str, str]]] = {
    "units": ("R002", "đơn vị"),
    "members": ("R001", "Ủy viên"),
    "kinds": ("R004", "nội dung đi cơ sở"),
    "programmes": ("R005", "chương trình, đợt hoạt động"),
    "topics": ("R007", "vấn đề trao đổi"),
}
"""The code of a name that is in no list, and what is listed there."""

# Days as Excel counts them, from 1954 to 2119: a smaller number is a year, a larger one anything.
SERIALS: Final = range(20_000, 80_000)
_DAY_FIRST: Final = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})", re.ASCII)
_SHORT_YEAR: Final = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2}", re.ASCII)
_TIME: Final = re.compile(r"(?:T|,?\s+)\d{1,2}[:hg]\d{0,2}(?::\d{2})?(?:\.\d+)?Z?$", re.ASCII)
_WHOLE: Final = re.compile(r"\d{5}", re.ASCII)
_ITEMS: Final = re.compile(r"[;\n]")
_ITEMS_OR_COMMA: Final = re.compile(r"[;\n,]")
# Words before a choice that people leave out: *buổi sáng* is *sáng*, *cấp tỉnh* is *tỉnh*.
_LEFT_OUT: Final = ("buoi ", "cap ")

_ANY_DAY: Final = "Viết ngày/tháng/năm, ví dụ 20/05/2019."
_BY_COMMA: Final = "Ngăn cách các tên bằng dấu chấm phẩy (;)."
_ATTENDANCE: Final = "Viết tên: các ngày, ví dụ “Lê Văn Ba: 03/06/2019, 04/06/2019”."
_AS_TEXT: Final = "Định dạng ô là Text (Văn bản), rồi gõ lại."


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says, as a record writes it, and what is wrong with it."""

    value: object = None
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class Values:
    """Reads cells; `offered` are the choices by kind, `epoch` the day from which days count."""

    offered: Mapping[Referent, Sequence[Choice]]
    epoch: datetime

    def said(self, cell: Cell, column: Column, day: date | None) -> Said:
        """Return what the cell says; `day`, that of the visit if known, tells units apart."""
        if cell.trouble:
            hint = "Sửa công thức rồi lưu lại bằng Excel, hoặc chép giá trị vào ô."
            return _wrong("W001", cell.trouble, hint)
        if column.shape == "day":
            return self._day(cell.value)
        text = number_text(cell.value)
        if text is None:
            return _not_text(cell.value)
        return self._written(text, column, day)

    def _written(self, text: str, column: Column, day: date | None) -> Said:
        if column.shape == "choice":
            return self._one(text, column, day)
        if column.shape == "list":
            return self._several(text, column, day)
        if column.shape == "attendance":
            return self._attendance(text, day)
        return _free_text(text)

    def _day(self, value: object) -> Said:
        written = self._written_day(value)
        if written is None:
            shown = shorten(str(value))
            short = isinstance(value, str) and _SHORT_YEAR.fullmatch(value)
            hint = f"Viết đủ bốn chữ số của năm. {_ANY_DAY}" if short else _ANY_DAY
            return _wrong("S004", f"“{shown}” không phải là ngày.", hint)
        try:
            parse_day(written)
        except PydanticCustomError as error:
            context = error.context or {}
            return _wrong("S004", shown_days(context["message"]), context["hint"])
        return Said(written)

    def _written_day(self, value: object) -> str | None:
        """Return the day as records write it, though it may never have been; None for no day."""
        if isinstance(value, date):
            return f"{value:%Y-%m-%d}".zfill(10)
        if isinstance(value, bool):
            return None
        if isinstance(value, str) and _WHOLE.fullmatch(value):
            value = int(value)
        if isinstance(value, int | float):
            if int(value) not in SERIALS:
                return None
            counted = from_excel(value, self.epoch)
            return f"{counted:%Y-%m-%d}" if isinstance(counted, date) else None
        text = _TIME.sub("", value.strip()) if isinstance(value, str) else ""
        first, last = _DAY_FIRST.fullmatch(text), _YEAR_FIRST.fullmatch(text)
        if first:
            parts = first.groups()[::-1]
        elif last:
            parts = last.groups()
        else:
            return None
        year, month, each = parts
        return f"{year}-{month.zfill(2)}-{each.zfill(2)}"

    def _choices(self, column: Column) -> Sequence[Choice]:
        return self.offered[column.refers] if column.refers else column.words

    def _one(self, text: str, column: Column, day: date | None) -> Said:
        chosen = self._chosen(text, column, day)
        return Said(chosen.id) if isinstance(chosen, Choice) else Said(None, (chosen,))

    def _several(self, text: str, column: Column, day: date | None) -> Said:
        offered = self._choices(column)
        commas = any("," in each.label for each in offered)
        items = (_ITEMS if commas else _ITEMS_OR_COMMA).split(text)
        found = [self._chosen(item.strip(), column, day) for item in items if item.strip()]
        ids = [each.id for each in found if isinstance(each, Choice)]
        return Said(ids or None, tuple(each for each in found if isinstance(each, Trouble)))

    def _attendance(self, text: str, day: date | None) -> Said:
        entries: list[dict[str, object]] = []
        troubles: list[Trouble] = []
        for item in (each.strip() for each in _ITEMS.split(text)):
            if not item:
                continue
            name, colon, days = item.partition(":")
            if not colon or not name.strip() or not days.strip():
                message = f"“{shorten(item)}” không cho biết ai có mặt những ngày nào."
                troubles.append(Trouble("W008", message, _ATTENDANCE))
                continue
            who = self._chosen(name.strip(), _MEMBER, day)
            told = [self._day(each.strip()) for each in days.split(",") if each.strip()]
            if isinstance(who, Trouble):
                troubles.append(who)
            troubles += (trouble for each in told for trouble in each.troubles)
            if isinstance(who, Choice):
                entries.append({"member": who.id, "dates": [each.value for each in told]})
        return Said(entries, tuple(troubles))

    def _chosen(self, text: str, column: Column, day: date | None) -> Choice | Trouble:
        offered = self._choices(column)
        found = _worded(text, offered) if column.words else matches(text, offered, day)
        if len(found) == 1:
            return found[0]
        if found:
            return _ambiguous(text, found)
        return _unknown(text, column, offered)


_MEMBER: Final = Column((), "", "", "choice", refers="members")


def number_text(value: object) -> str | None:
    """Return text or a number as text, `29` of 29.0; None for a day, an hour, a yes or no."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return str(int(value)) if value == int(value) else str(value)


def listed_choices(found: Sequence[Choice]) -> str:
    """Return the choices as one tells them apart: label, note or days, and id if still alike."""
    labels = [each.label for each in found]
    return "; ".join(
        each.label if labels.count(each.label) == 1 else f"{each.label} ({_apart(each)})"
        for each in found
    )


def _apart(choice: Choice) -> str:
    """Return what tells a choice from one of the same label; the id is what to write."""
    since = f"từ {day_shown(choice.begins)}" if choice.begins else ""
    until = f"đến {day_shown(choice.ends)}" if choice.ends else ""
    return ", ".join(part for part in (choice.note, since, until, f"mã {choice.id}") if part)


def _worded(text: str, words: Sequence[Choice]) -> tuple[Choice, ...]:
    """Return the words of a closed list that the text means; `sáng` is *buổi sáng*."""
    found = matches(text, words)
    if found:
        return found
    wanted = folded(text)
    return tuple(
        each for each in words for lead in _LEFT_OUT if folded(each.label) == f"{lead}{wanted}"
    )


def _ambiguous(text: str, found: Sequence[Choice]) -> Trouble:
    alike = len({each.label for each in found}) < len(found)
    return Trouble(
        "W005",
        f"“{shorten(text)}” có thể là: {listed_choices(found)}.",
        "Ghi mã của mục đúng." if alike else "Chép nguyên tên đầy đủ của mục đúng.",
    )


def _unknown(text: str, column: Column, offered: Sequence[Choice]) -> Trouble:
    meant = listed_choices(near(text, offered))
    asked = f"Ý bạn là: {meant}? " if meant else ""
    if not column.refers:
        listed = ", ".join(each.label for each in offered)
        message = f"“{shorten(text)}” không nằm trong các lựa chọn."
        return Trouble("S008", message, f"{asked}Chọn một trong: {listed}.")
    code, thing = UNKNOWN[column.refers]
    comma = f"{_BY_COMMA} " if column.shape == "list" and "," in text else ""
    hint = f"{asked}{comma}Xem trang Danh mục." if not asked or comma else asked.strip()
    return Trouble(code, f"Không có {thing} “{shorten(text)}”.", hint)


def _free_text(text: str) -> Said:
    hidden = next(_hidden(text), None)
    return Said(text) if hidden is None else Said(None, (hidden,))


def _hidden(text: str) -> Iterator[Trouble]:
    for fault in forbidden(text):
        yield Trouble(fault.code, fault.message, fault.hint)


def _not_text(value: object) -> Said:
    shown = day_shown(value) if isinstance(value, date) else shorten(str(value))
    return _wrong("W001", f"Excel hiểu ô này là “{shown}”, không phải chữ hay số.", _AS_TEXT)


def _wrong(code: str, message: str, hint: str) -> Said:
    return Said(None, (Trouble(code, message, hint),))
