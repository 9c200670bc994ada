"""Two visits meet where a member is at both on the same day.

Source: design, section 2, *Counting, exactly* (presence, collision, duplicate).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.domain.visit import LONGEST_VISIT_DAYS, Visit


@dataclass(frozen=True, slots=True)
class Meeting:
    """A member at two visits on the same days, in order; `one` stands before `other`."""

    one: Visit
    other: Visit
    member: str
    days: tuple[date, ...]


def meetings(visits: Iterable[Visit]) -> Iterator[Meeting]:
    """Yield each pair of visits with a member on days in common, once per member.

    The visits come by date, so only those that may not have ended yet are looked at again.
    """
    under_way: dict[str, list[tuple[int, Visit]]] = {}
    for visit in visits:
        first, end = visit.date.toordinal(), _end(visit)
        for member in dict.fromkeys(visit.members):
            still = [each for each in under_way.get(member, ()) if each[0] >= first]
            for _, before in still:
                theirs = days_within(before, member)
                days = tuple(sorted(set(theirs).intersection(days_within(visit, member))))
                if days:
                    yield Meeting(before, visit, member, days)
            still.append((end, visit))
            under_way[member] = still


def days_within(visit: Visit, member: str) -> tuple[date, ...]:
    """Return the member's days of the visit; those of an attendance outside it are rule D007's."""
    days = visit.dates_of(member)
    return tuple(day for day in days if visit.date <= day <= visit.last_day)


def _end(visit: Visit) -> int:
    """Return the last day on which anyone can be present, counted as `toordinal` does."""
    last = visit.last_day.toordinal()
    # Of a visit that is too long, attendance alone is believed beyond the days it may take.
    return last if visit.attendance else min(last, visit.date.toordinal() + LONGEST_VISIT_DAYS - 1)
