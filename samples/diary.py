"""Who is where on which day, so that nobody is in two places at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from samples.members import BY_ID
from samples.visit import Visit
from samples.vocabulary import AT_PROVINCE

# Tết, Giỗ Tổ, 30/4 – 1/5, Quốc khánh: nobody tours the hamlets on these days.
_HOLIDAYS = (
    (date(2019, 1, 1), date(2019, 1, 1)),
    (date(2019, 2, 2), date(2019, 2, 10)),
    (date(2019, 4, 14), date(2019, 4, 15)),
    (date(2019, 4, 29), date(2019, 5, 1)),
    (date(2019, 9, 2), date(2019, 9, 2)),
    (date(2020, 1, 22), date(2020, 1, 30)),
)


def holiday(day: date) -> bool:
    """True on the public holidays of the two years."""
    return any(start <= day <= end for start, end in _HOLIDAYS)


def days_between(start: date, end: date) -> list[date]:
    """Every day from the first to the last."""
    return [start + timedelta(n) for n in range((end - start).days + 1)]


class Diary:
    """The visits so far, with the sessions that they take from each member."""

    def __init__(self) -> None:
        self.visits: list[Visit] = []
        self._taken: dict[tuple[str, date], list[str]] = defaultdict(list)
        self._credited: dict[str, dict[date, None]] = defaultdict(dict)

    def free(self, member: str, days: Iterable[date], session: str = "full_day") -> bool:
        """In service, and no session of these days is taken; a full day meets every session."""
        return all(
            BY_ID[member].serves(day) and not self._meets(member, day, session) for day in days
        )

    def _meets(self, member: str, day: date, session: str) -> bool:
        taken = self._taken[member, day]
        return bool(taken) and (session == "full_day" or "full_day" in taken or session in taken)

    def untouched(self, member: str, day: date) -> bool:
        """No visit at all on that day."""
        return not self._taken[member, day]

    def add(self, visit: Visit) -> Visit:
        """Enters the visit; a clash is a mistake in this package, so it raises."""
        for member in visit.members:
            days = visit.dates_of(member)
            if not self.free(member, days, visit.session):
                raise ValueError(f"{member} is not free for {visit.unit} on {visit.start}")
            for day in days:
                self._taken[member, day].append(visit.session)
                if visit.kind != AT_PROVINCE and visit.withdrawn is None:
                    self._credited[member][day] = None
        self.visits.append(visit)
        return visit

    def days(self, member: str, year: int) -> int:
        """Distinct counted days of the member in the year."""
        return sum(1 for day in self._credited[member] if day.year == year)

    def wanting(self, member: str, year: int) -> int:
        """Days still missing to the days that the member shall have."""
        person = BY_ID[member]
        return (person.days if year == 2019 else person.days_2020) - self.days(member, year)
