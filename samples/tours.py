"""Visits in teams: inspections, campaigns, surveys and conferences through the year."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from samples import members as m
from samples import vocabulary as v
from samples.atlas import Atlas
from samples.diary import Diary, days_between, holiday
from samples.itinerary import Itinerary
from samples.visit import Visit
from samples.waves import Tour

_ATTEMPTS = 60
_CROWD = ("842", "844", "845", "846", "847", "848", "849", "850", "851")


class Planner:
    """Puts the tours into the diary, each where a unit and a team are free."""

    def __init__(self, diary: Diary, atlas: Atlas, itinerary: Itinerary, rng: Random) -> None:
        self._diary = diary
        self._atlas = atlas
        self._itinerary = itinerary
        self._rng = rng

    def run(self, tour: Tour) -> None:
        """All visits of the tour; a tour that cannot be placed is a mistake, so it raises."""
        units = self._units(tour)
        for number in range(tour.count):
            if not any(self._place(tour, units[number]) for _ in range(_ATTEMPTS)):
                raise ValueError(f"no room for {tour.kind} at {units[number]}")

    def _units(self, tour: Tour) -> list[str]:
        if tour.level == "province":
            return ["tinh-doan-tra-vinh"] * tour.count
        if tour.level == "commune":
            codes = [self._rng.choice(_CROWD) for _ in range(tour.count)]
            return [self._itinerary.commune(code).id for code in codes]
        # Every district has its turn before the unions of schools and agencies have theirs.
        districts = [district.id for district in self._atlas.districts]
        organs = [o.id for o in self._atlas.organs if o.level in ("district", "commune")]
        self._rng.shuffle(districts)
        self._rng.shuffle(organs)
        if tour.kind not in (v.PERIODIC, v.THEMATIC, v.CONFERENCE):
            organs = districts
        elif tour.kind != v.PERIODIC:
            districts = [*districts[: tour.count - 2], *organs[:2]]
        return [*districts, *organs][: tour.count]

    def _place(self, tour: Tour, unit: str) -> bool:
        rng = self._rng
        length = rng.randint(*tour.days)
        span = (tour.end - tour.start).days - length + 1
        start = tour.start + timedelta(rng.randint(0, max(span, 0)))
        days = days_between(start, start + timedelta(length - 1))
        if any(holiday(day) or (day.weekday() > 4 and not tour.weekends) for day in days):
            return False
        session = "full_day"
        if length == 1 and tour.half_days:
            session = rng.choice(("morning", "morning", "afternoon"))
        team = self._team(tour, days, session)
        if not team:
            return False
        visit = Visit(
            start=days[0],
            end=days[-1],
            session=session,
            unit=unit,
            kind=tour.kind,
            programme=tour.programme,
            members=team,
        )
        if length > 1 and len(team) > 1 and rng.random() < 0.3:
            visit.attendance[team[-1]] = [rng.choice(days)]
        self._diary.add(visit)
        return True

    def _team(self, tour: Tour, days: list[date], session: str) -> list[str]:
        """Members of the departments concerned first, then those who have gone out least."""
        rng = self._rng
        free = [
            person
            for person in m.MEMBERS
            if self._diary.free(person.id, days, session)
            and all(self._diary.untouched(person.id, day) for day in days)
            and (tour.kind == v.AT_PROVINCE or self._room(person, days))
        ]
        size = rng.randint(*tour.team)
        if len(free) < size:
            return []
        leads = [person for person in free if person.department in tour.departments]
        chosen = [rng.choice(leads)] if leads and rng.random() < 0.75 else []
        while len(chosen) < size:
            rest = [person for person in free if person not in chosen]
            weights = [max(self._diary.wanting(p.id, days[0].year), 1) for p in rest]
            chosen += rng.choices(rest, weights)
        team = [person.id for person in chosen]
        companion = m.COMPANION.id
        if size > 1 and rng.random() < 0.06 and self._diary.free(companion, days, session):
            team.append(companion)
        return team

    def _room(self, person: m.Person, days: list[date]) -> bool:
        """A good part of the days stays for branch meetings, the main work."""
        year = days[0].year
        share = 0.33 if year == 2019 else 0.25
        target = person.days if year == 2019 else person.days_2020
        return self._diary.wanting(person.id, year) - len(days) >= target * share
