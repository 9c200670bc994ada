"""Branch meetings, evening after evening, until each member has the days of the cast list."""

from __future__ import annotations

from datetime import date
from random import Random

from samples import vocabulary as v
from samples.atlas import Atlas
from samples.diary import Diary, days_between, holiday
from samples.itinerary import Itinerary
from samples.members import MEMBERS, Person
from samples.places import Place
from samples.visit import Visit

# Meetings by month: many in March and summer, few around Tết.
_MONTHS = {1: 5, 2: 4, 3: 8, 4: 8, 5: 8, 6: 7, 7: 8, 8: 9, 9: 9, 10: 10, 11: 8, 12: 7}
_SESSIONS = (*("evening",) * 7, *("afternoon",) * 3, "morning", "morning", "full_day")
_PAIRS = {2019: 0.08, 2020: 0.3}
_HAMLETS = (*(f"ấp {n}" for n in range(1, 9)), "ấp Chợ", "ấp Giồng")
_QUARTERS = tuple(f"khóm {n}" for n in range(1, 9))


class Rounds:
    """Fills what the tours left open, one evening at a time."""

    def __init__(self, diary: Diary, atlas: Atlas, itinerary: Itinerary, rng: Random) -> None:
        self._diary = diary
        self._atlas = atlas
        self._itinerary = itinerary
        self._rng = rng

    def fill(self, year: int, until: date) -> None:
        """Every member reaches exactly the days meant for the year."""
        days = [day for day in days_between(date(year, 1, 2), until) if not holiday(day)]
        for person in MEMBERS:
            while self._diary.wanting(person.id, year) > 0:
                self._meeting(person, self._day(person, days), year)

    def second_visits(self, count: int, year: int) -> None:
        """Some members use the same day twice: another hamlet in another session."""
        single = [
            visit
            for visit in self._diary.visits
            if visit.start.year == year
            and visit.kind == v.BRANCH_MEETING
            and visit.session == "evening"
            and len(visit.members) == 1
            and not visit.written
        ]
        for visit in self._rng.sample(single, count):
            session = self._rng.choice(("morning", "afternoon"))
            same = self._rng.random() < 0.3
            unit = visit.unit if same else self._unit(visit.unit)[0]
            kind = self._rng.choice((v.SUPPORT, v.BUILDING, v.OTHER, v.SUPPORT))
            if self._atlas.by_id[unit].level == "branch":
                unit = self._atlas.commune_of(unit).id
            if not self._diary.free(visit.members[0], [visit.start], session):
                continue
            self._diary.add(
                Visit(
                    start=visit.start,
                    end=visit.start,
                    session=session,
                    unit=unit,
                    kind=kind,
                    members=list(visit.members),
                )
            )

    def _day(self, person: Person, days: list[date]) -> date:
        free = [day for day in days if person.serves(day) and self._diary.untouched(person.id, day)]
        # Meetings fall on Saturdays and Sundays as often as in the week: people are at home then.
        weights = [_MONTHS[day.month] * (1.5 if day.weekday() > 4 else 1) for day in free]
        return self._rng.choices(free, weights)[0]

    def _meeting(self, person: Person, day: date, year: int) -> None:
        rng = self._rng
        if rng.random() < 0.82:
            code = rng.choice(person.districts)
        else:
            code = rng.choice(self._atlas.districts).code
        unit, venue = self._branch(self._itinerary.commune(code))
        session = rng.choice(_SESSIONS)
        team = [person.id]
        others = [
            other.id
            for other in MEMBERS
            if other is not person
            and self._diary.wanting(other.id, year) > 0
            and other.serves(day)
            and self._diary.untouched(other.id, day)
        ]
        if others and rng.random() < _PAIRS[year]:
            team.append(rng.choice(others))
        self._diary.add(
            Visit(
                start=day,
                end=day,
                session=session,
                unit=unit,
                venue=venue,
                kind=v.BRANCH_MEETING,
                members=team,
            )
        )

    def _unit(self, near: str) -> tuple[str, str]:
        """A place in the same district, so that two visits fit into one day."""
        return self._branch(self._itinerary.commune(self._atlas.district_of(near).code))

    def _branch(self, commune: Place) -> tuple[str, str]:
        """A listed branch, or the commune with the branch in the venue."""
        rng = self._rng
        listed = self._atlas.branches_of(commune.id)
        if listed and rng.random() < 0.6:
            branch = rng.choice(listed)
            hall = f"nhà văn hóa {branch.name.removeprefix('Chi đoàn ')}"
            return branch.id, rng.choice(("", "", hall))
        if rng.random() < 0.15:
            return commune.id, f"cụm {rng.randint(1, 4)}"
        rural = commune.name.startswith("Xã")
        hamlet = rng.choice(_HAMLETS if rural else _QUARTERS)
        form = rng.choice(("chi đoàn {0}", "{0}", "nhà văn hóa {0}", "trụ sở {0}"))
        return commune.id, form.format(hamlet)
