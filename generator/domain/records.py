"""All records together, by id, with the look-ups that rules and counting share."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final

from generator.domain.activity import Activities, Kind, Programme, Topic
from generator.domain.article import Article
from generator.domain.media import Picture
from generator.domain.meetings import Meeting, meetings
from generator.domain.member import Member
from generator.domain.organisation import Organisation
from generator.domain.plan import Plan
from generator.domain.policy import Policy
from generator.domain.unit import Unit, UnitList
from generator.domain.visit import LONGEST_VISIT_DAYS, LevelName, Visit

_DAY: Final = attrgetter("date")
_NONE: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Records:
    """The readable records; what could not be read is missing here and stands in the faults.

    `known` holds the ids of every file by folder, and the names of pictures as `media`, readable or
    not, so that a reference to a broken file is not called a reference to nothing.
    """

    organisation: Organisation | None = None
    unit_list: UnitList | None = None
    activities: Activities | None = None
    members: Mapping[str, Member] = field(default_factory=lambda: _NONE)
    policies: Mapping[str, Policy] = field(default_factory=lambda: _NONE)
    plans: Mapping[str, Plan] = field(default_factory=lambda: _NONE)
    visits: Mapping[str, Visit] = field(default_factory=lambda: _NONE)
    articles: Mapping[str, Article] = field(default_factory=lambda: _NONE)
    pictures: Mapping[str, Picture] = field(default_factory=lambda: _NONE)
    known: Mapping[str, frozenset[str]] = field(default_factory=lambda: _NONE)

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        """Units by id; of two with one id, the first."""
        units: dict[str, Unit] = {}
        for unit in self.unit_list.units if self.unit_list else ():
            units.setdefault(unit.id, unit)
        return units

    @cached_property
    def kinds(self) -> Mapping[str, Kind]:
        """Kinds of visit by id."""
        return {kind.id: kind for kind in self.activities.kinds} if self.activities else {}

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """Topics by id."""
        return {topic.id: topic for topic in self.activities.topics} if self.activities else {}

    @cached_property
    def programmes(self) -> Mapping[str, Programme]:
        """Programmes by id."""
        return {each.id: each for each in self.activities.programmes} if self.activities else {}

    @cached_property
    def standing_visits(self) -> tuple[Visit, ...]:
        """The visits that were not withdrawn, by date and id."""
        standing = (visit for visit in self.visits.values() if visit.withdrawn is None)
        return tuple(sorted(standing, key=lambda visit: (visit.date, visit.id)))

    def standing_within(self, first: date, last: date) -> list[Visit]:
        """Return the standing visits that have a day from the first to the last, in their order.

        None takes longer than it may (rule D005), so those that began long before need no look.
        """
        visits = self.standing_visits
        earliest = date.fromordinal(max(first.toordinal() - LONGEST_VISIT_DAYS + 1, 1))
        begin = bisect_left(visits, earliest, key=_DAY)
        end = bisect_right(visits, last, begin, key=_DAY)
        return [visit for visit in visits[begin:end] if first <= min(visit.last_day, last)]

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """Whoever is at two standing visits on the same day."""
        return tuple(meetings(self.standing_visits))

    def policy_on(self, day: date) -> Policy | None:
        """Return the policy in force on the day, if any; two never overlap (rule P006)."""
        return next((p for p in self.policies.values() if p.in_force_on(day)), None)

    def with_ancestors(self, unit_id: str) -> Iterator[str]:
        """Yield the unit and all units above it, nearest first; stops at a loop or a gap."""
        seen: set[str] = set()
        current: str | None = unit_id
        while current is not None and current not in seen:
            seen.add(current)
            yield current
            unit = self.units.get(current)
            current = unit.parent if unit else None

    def level_of(self, visit: Visit) -> LevelName:
        """Return the level worked with.

        As written; else `branch` for a branch meeting; else the unit's. Source: design, section 2,
        key `level`.
        """
        if visit.level:
            return visit.level
        kind = self.kinds.get(visit.kind)
        if kind and kind.branch_meeting:
            return "branch"
        unit = self.units.get(visit.unit)
        return unit.level if unit else "commune"
