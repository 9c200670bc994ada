"""A member's year as twelve small months: each day with a visit leads to it.

What a day was shows by shape and is said in words: a whole day or one session, a branch meeting, a
day that does not count. Leave is marked where the records tell of it; those of the public never do.
"""

import calendar
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from generator.domain.member import Member
from generator.domain.visit import SESSIONS, Visit
from generator.present import addresses
from generator.present.names import Names
from generator.present.visit_words import kind_in_title

MARKS: Final = {
    "full": "đi cả ngày",
    "half": "đi một buổi",
    "meeting": "có dự sinh hoạt chi đoàn",
    "uncounted": "không tính ngày",
    "leave": "nghỉ",
}
"""What a day may be marked as, by the ending of the class that draws it; the order is the legend's.

`leave` is internal: only a view that tells of leave has it.
"""
_WEEKS: Final = calendar.Calendar(calendar.MONDAY)


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day; or, with number 0, the place of `span` days that are of another month.

    `target` is what the day leads to from the root, or `#…` on the same page; `label` says it all.
    """

    number: int
    span: int = 1
    marks: tuple[str, ...] = ()
    target: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """One month in weeks that begin on Monday.

    `begun` by the day counted; `busy` if the member was out on one of its days.
    """

    number: int
    weeks: tuple[tuple[DayCell, ...], ...]
    begun: bool
    busy: bool


def year_calendar(
    year: int, member: Member, visits: Iterable[Visit], as_of: date, names: Names
) -> tuple[MonthGrid, ...]:
    """Return the months of the year, with the member's days up to `as_of` at these visits."""
    by_day: defaultdict[date, list[Visit]] = defaultdict(list)
    for visit in visits:
        for day in visit.dates_of(member.id):
            if day.year == year and day <= as_of:
                by_day[day].append(visit)
    cells = {day: _visited(day, held, member, names) for day, held in by_day.items()}
    return tuple(_month(date(year, month, 1), cells, member, as_of) for month in range(1, 13))


def marks_of(months: Iterable[MonthGrid]) -> list[tuple[str, str]]:
    """Return the marks that occur, with their words, for the legend."""
    used = {
        mark for month in months for week in month.weeks for cell in week for mark in cell.marks
    }
    return [(mark, word) for mark, word in MARKS.items() if mark in used]


def month_anchor(year: int, month: int) -> str:
    """Return the id of a month's visits on the member's page."""
    return f"chuyen-{year}-{month:02d}"


def first_month(visit: Visit, member_id: str, year: int) -> int:
    """Return the month of the year under which the member's visits are listed."""
    return min(day.month for day in visit.dates_of(member_id) if day.year == year)


def _month(first: date, cells: Mapping[date, DayCell], member: Member, as_of: date) -> MonthGrid:
    month = first.month
    weeks = tuple(
        tuple(_week([_day(day, month, cells, member) for day in week]))
        for week in _WEEKS.monthdatescalendar(first.year, month)
    )
    busy = any(day.month == month for day in cells)
    return MonthGrid(month, weeks, begun=first <= as_of, busy=busy)


def _day(day: date, month: int, cells: Mapping[date, DayCell], member: Member) -> DayCell:
    if day.month != month:
        return DayCell(0)
    leave = ("leave",) if member.on_leave(day) else ()
    return cells.get(day) or DayCell(day.day, marks=leave)


def _week(days: Sequence[DayCell]) -> Iterator[DayCell]:
    """Yield the days of a week, those of another month as one empty place."""
    for of_month, held in groupby(days, lambda day: day.number > 0):
        if of_month:
            yield from held
        else:
            yield DayCell(0, span=len(list(held)))


def _visited(day: date, held: Sequence[Visit], member: Member, names: Names) -> DayCell:
    """Return a day with visits: one leads to its page, several to the list of their month."""
    told = "; ".join(_told(visit, names) for visit in held)
    target = addresses.visit(held[0])
    if len(held) > 1:
        told = f"{len(held)} chuyến: {told}"
        month = max(first_month(visit, member.id, day.year) for visit in held)
        target = f"#{month_anchor(day.year, month)}"
    marks = tuple(_marks(day, held, member, names))
    return DayCell(day.day, marks=marks, target=target, label=f"{day.day}/{day.month}: {told}")


def _told(visit: Visit, names: Names) -> str:
    session = "" if visit.session == "full_day" else f", {SESSIONS[visit.session]}"
    return f"{kind_in_title(names.kind(visit.kind))}, {names.venue(visit)}{session}"


def _marks(day: date, held: Sequence[Visit], member: Member, names: Names) -> Iterator[str]:
    """Yield the marks of a day: what counts of it; two sessions are as much as a day."""
    kinds = names.records.kinds
    full_time = member.full_time_on(day)
    counting = [visit for visit in held if full_time and kinds[visit.kind].counts]
    sessions = {visit.session for visit in counting}
    if not counting:
        yield "uncounted"
    elif len(sessions) == 1 and "full_day" not in sessions:
        yield "half"
    else:
        yield "full"
    if any(kinds[visit.kind].branch_meeting for visit in counting):
        yield "meeting"
