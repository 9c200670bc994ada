"""Figures, days and names as Vietnamese documents write them: 60,4; 31/12/2019; An before Bình.

Source: design, section 2; research/domain.md, section 6 (locale).
"""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

from babel.numbers import format_decimal
from vn_collate import collate_key

from generator.domain.period import HALF_YEAR, QUARTER, Period

LOCALE: Final = "vi"
WEEKDAYS: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
QUARTERS: Final = ("I", "II", "III", "IV")


def number(value: Decimal | int) -> str:
    """Return a number with a decimal comma and points between thousands: `60,4`, `1.234`.

    The decimals are those that the value has: a rounded mean keeps its zero (`61,0`).
    """
    decimals = max(0, -int(value.as_tuple().exponent)) if isinstance(value, Decimal) else 0
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return _written(str(value), pattern)


@cache
def _written(value: str, pattern: str) -> str:
    return format_decimal(value, format=pattern, locale=LOCALE)


@cache
def day(value: date) -> str:
    """Return `31/12/2019`; Babel's short form drops the zeros."""
    return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"


def days_text(first: date, last: date) -> str:
    """Return one day, or both ends: `05/03/2019`, `05–07/03/2019`, `30/12/2019–02/01/2020`."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%d}–{day(last)}"
    if first.year == last.year:
        return f"{first:%d/%m}–{day(last)}"
    return f"{day(first)}–{day(last)}"


def listed(items: Iterable[str]) -> str:
    """Return a list as a sentence has it: `A`, `A và B`, `A, B và C`."""
    names = list(items)
    if len(names) < 2:  # noqa: PLR2004  (a list of one is no list)
        return "".join(names)
    return f"{', '.join(names[:-1])} và {names[-1]}"


@cache
def name_key(name: str) -> tuple[str, str]:
    """Return the sort key of a person: given name first, then family and middle names."""
    family, _, given = name.rpartition(" ")
    return collate_key(given), collate_key(family)


@cache
def natural_key(text: str) -> str:
    """Return the sort key of any other text: Vietnamese order, with `Ấp 3` before `Ấp 12`."""
    return collate_key(re.sub(r"\d+", lambda found: found.group().zfill(6), text))


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text: its lines that are not empty."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def long_day(value: date) -> str:
    """Return the day with its weekday, as news has it: `Thứ Sáu, 27/12/2019`."""
    return f"{WEEKDAYS[value.weekday()]}, {day(value)}"


def period_text(period: Period) -> str:
    """Return `năm 2019`, `6 tháng đầu năm 2019`, `quý II/2019` or `tháng 3/2019`.

    Any other stretch is named by its ends: `tháng 1 đến tháng 10/2019`.
    """
    if period == Period(period.year):
        return f"năm {period.year}"
    length = period.last_month - period.first_month + 1
    if length == HALF_YEAR:
        which = "đầu" if period.first_month == 1 else "cuối"
        return f"6 tháng {which} năm {period.year}"
    if length == QUARTER:
        return f"quý {QUARTERS[period.last_month // QUARTER - 1]}/{period.year}"
    first = f"tháng {period.first_month} đến " if length > 1 else ""
    return f"{first}tháng {period.last_month}/{period.year}"


def excerpt(text: str, limit: int = 160) -> str:
    """Return the beginning of a text on one line, cut between words; a longer word is cut too."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,.;:–-") + "…"
