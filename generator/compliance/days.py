"""Presence becomes credited dates, and credited dates become days.

Source: design, section 2, *Counting, exactly* (presence, credited dates) and rule `day_unit`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from generator.domain.member import Member
from generator.domain.policy import DayUnit
from generator.domain.records import Records
from generator.domain.visit import SessionName, Visit

HALF: Final = Decimal("0.5")
ONE: Final = Decimal(1)


@dataclass(frozen=True, slots=True)
class Presence:
    """One member at one visit on one date; `credited` if the date counts for the member."""

    member: str
    visit: Visit
    day: date
    credited: bool


def presences(records: Records, as_of: date) -> tuple[Presence, ...]:
    """Return every presence up to `as_of`, by date of the visit.

    A date is credited at a visit of a counting kind, in a full-time term.
    """
    found: list[Presence] = []
    for visit in records.standing_visits:
        kind = records.kinds.get(visit.kind)
        counts = kind is not None and kind.counts
        for member_id in dict.fromkeys(visit.members):
            member = records.members.get(member_id)
            for day in visit.dates_of(member_id):
                if day <= as_of:
                    credited = counts and member is not None and member.full_time_on(day)
                    found.append(Presence(member_id, visit, day, credited))
    return tuple(found)


def credited_days(presences: Iterable[Presence], day_unit: DayUnit) -> Decimal:
    """Return the days that one member's credited presences amount to.

    `calendar_date`: each distinct date is 1. `session`: each distinct session is 0.5 and a full day
    1, at most 1 a date. Source: design, section 2, rule `day_unit`.
    """
    sessions: Mapping[date, set[SessionName]] = defaultdict(set)
    for each in presences:
        if each.credited:
            sessions[each.day].add(each.visit.session)
    if day_unit == "calendar_date":
        return Decimal(len(sessions))
    return sum((_worth(held) for held in sessions.values()), Decimal(0))


def _worth(sessions: set[SessionName]) -> Decimal:
    return ONE if "full_day" in sessions else min(ONE, HALF * len(sessions))


def full_time_between(member: Member, first: date, last: date) -> bool:
    """Whether a full-time term covers at least one day from `first` to `last`, both inclusive."""
    return any(
        term.full_time and term.from_ <= last and (term.to is None or first <= term.to)
        for term in member.terms
    )
