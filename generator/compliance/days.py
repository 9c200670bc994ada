"""Presence becomes credited dates, and credited dates become days.

Source: design, section 2, *Counting, exactly* (presence, credited dates) and rule `day_unit`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, TypeVar

from generator.domain.fields import open_to
from generator.domain.policy import DayUnit
from generator.domain.records import Records
from generator.domain.visit import SessionName, Visit

HALF: Final = Decimal("0.5")
ONE: Final = Decimal(1)
MONTHS: Final = range(1, 13)

Item = TypeVar("Item")
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Presence:
    """One member at one visit on one date; `credited` if the date counts for the member."""

    member: str = open_to("public")
    visit: Visit = open_to("public")
    day: date = open_to("public")
    credited: bool = open_to("public")


def presences(records: Records, as_of: date) -> tuple[Presence, ...]:
    """Return every presence up to `as_of` at a visit that stands, by the visit's date and id."""
    found: list[Presence] = []
    for visit in records.standing_visits:
        found += presences_at(visit, records, as_of)
    return tuple(found)


def presences_at(visit: Visit, records: Records, as_of: date) -> Iterator[Presence]:
    """Yield the presences at one visit up to `as_of`.

    A date is credited at a visit of a counting kind, in a full-time term. A date after `as_of`
    counts nothing.
    """
    counts = records.kinds[visit.kind].counts
    for name in visit.members:
        member = records.members[name]
        for day in visit.dates_of(name):
            if day <= as_of:
                yield Presence(name, visit, day, counts and member.full_time_on(day))


def credited_days(presences: Iterable[Presence], day_unit: DayUnit) -> Decimal:
    """Return the days that one member's credited presences amount to."""
    return worth((each for each in presences if each.credited), day_unit)


def worth(presences: Iterable[Presence], day_unit: DayUnit) -> Decimal:
    """Return the days that one member's presences amount to, credited or not.

    `calendar_date`: each distinct date is 1. `session`: each distinct session is 0.5 and a full day
    1, at most 1 a date. Source: design, section 2, rule `day_unit`.
    """
    sessions: Mapping[date, set[SessionName]] = defaultdict(set)
    for each in presences:
        sessions[each.day].add(each.visit.session)
    if day_unit == "calendar_date":
        return Decimal(len(sessions))
    return total(_worth_of_date(held) for held in sessions.values())


def days_by_month(presences: Iterable[Presence], day_unit: DayUnit) -> tuple[Decimal, ...]:
    """Return the days of each of the twelve months, from one member's presences of one year."""
    months = grouped(presences, lambda each: each.day.month)
    return tuple(credited_days(months[month], day_unit) for month in MONTHS)


def total(days: Iterable[Decimal]) -> Decimal:
    """Return the sum of days, without a decimal where it is whole: `1`, not `1.0`."""
    exact = sum(days, Decimal(0))
    whole = exact.to_integral_value()
    return whole if whole == exact else exact


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Return the value with exactly so many decimals, half up."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> Mapping[Key, list[Item]]:
    """Return the items under each key, in the order given; under any other key, none."""
    groups: Mapping[Key, list[Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups


def _worth_of_date(sessions: set[SessionName]) -> Decimal:
    return ONE if "full_day" in sessions else min(ONE, HALF * len(sessions))
