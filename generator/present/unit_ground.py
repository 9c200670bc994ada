"""What the pages of all units look up, gathered once: visits, what is below, what was before."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from generator.audience import View
from generator.compliance.coverage import UnitCoverage, covered_units
from generator.domain.plan import PlanItem
from generator.domain.records import Records
from generator.domain.unit import Unit
from generator.domain.visit import Visit
from generator.present import addresses
from generator.present.makings import Makings
from generator.present.mentions import Mentions
from generator.present.names import Names, in_sentence

SHADES: Final = (1, 3, 5)
"""How many visits it takes for each shade of a cell; below the first it stays empty."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One unit of the coverage: how many visits, in all and by year, and the last day of one."""

    unit: Unit
    count: int
    by_year: tuple[int, ...]
    last: date | None

    @property
    def shade(self) -> int:
        """How dark the cell is, from 0 to 3."""
        return sum(self.count >= least for least in SHADES)


@dataclass(frozen=True, slots=True)
class Planned:
    """An item of somebody's plan that is still to come."""

    year: int
    member: str
    item: PlanItem


@dataclass(frozen=True)
class UnitGround:
    """The view, and by unit: visits to it or below it by date, units below, and predecessors.

    `planned` are the items still to come there or below it.
    """

    view: View
    names: Names
    makings: Makings
    by_year: Mapping[int, Counter[str]]
    visits: Mapping[str, Sequence[Visit]]
    below: Mapping[str, Sequence[Unit]]
    before: Mapping[str, Sequence[Unit]]
    planned: Mapping[str, Sequence[Planned]]

    @classmethod
    def of(cls, view: View) -> "UnitGround":
        """Return the ground of all units of the view."""
        records, as_of = view.records, view.results.as_of
        visits: defaultdict[str, list[Visit]] = defaultdict(list)
        by_year: dict[int, Counter[str]] = {each.year: Counter() for each in view.results.years}
        for visit in records.standing_visits:
            covered = covered_units(records, visit)
            for unit_id in covered:
                visits[unit_id].append(visit)
            for year in {each.year for each in visit.days() if each <= as_of}:
                by_year[year].update(covered)
        below: defaultdict[str, list[Unit]] = defaultdict(list)
        before: defaultdict[str, list[Unit]] = defaultdict(list)
        for unit in records.units.values():
            below[unit.parent or ""].append(unit)
            for successor in unit.successors:
                before[successor].append(unit)
        makings = Makings(view)
        return cls(view, Names(records), makings, by_year, visits, below, before, _planned(view))

    @cached_property
    def mentions(self) -> Mentions:
        """The articles, by what they speak of."""
        return Mentions.of(self.view)

    @property
    def records(self) -> Records:
        """The records that the audience may see."""
        return self.view.records

    @property
    def as_of(self) -> date:
        """The day up to which figures count."""
        return self.view.results.as_of

    def above(self, unit: Unit) -> list[tuple[str, str]]:
        """Return name and address of the units above, the highest first, for the way back."""
        ancestors = list(self.records.with_ancestors(unit.id))[1:]
        return [(self.names.unit(each), addresses.unit(each)) for each in reversed(ancestors)]

    def coverage(self, unit_id: str) -> UnitCoverage:
        """Return who has been at the unit or below it up to the day counted, and when last."""
        return self.view.results.coverage[unit_id]

    def past(self, unit_id: str) -> list[Visit]:
        """Return the visits at the unit or below it that had begun by the day counted."""
        return [each for each in self.visits.get(unit_id, ()) if each.date <= self.as_of]

    def predecessors(self, unit_id: str) -> Iterator[Unit]:
        """Yield the units that the unit was formed of, and theirs, each once."""
        seen = {unit_id}
        waiting = list(self.before.get(unit_id, ()))
        while waiting:
            unit = waiting.pop(0)
            if unit.id not in seen:
                seen.add(unit.id)
                yield unit
                waiting += self.before.get(unit.id, ())

    def inherited(self, unit_id: str) -> list[Visit]:
        """Return the visits at the predecessors up to the day counted, each once, by date."""
        own = {visit.id for visit in self.visits.get(unit_id, ())}
        held = {
            visit.id: visit
            for unit in self.predecessors(unit_id)
            for visit in self.past(unit.id)
            if visit.id not in own
        }
        return sorted(held.values(), key=lambda visit: (visit.date, visit.id))

    def made_of(self, sort: str, unit: Unit, *parts: object) -> str:
        """Return what stands for all that a page of the unit looks at, besides these parts."""
        visits = self.visits.get(unit.id, ())
        before = [
            visit for each in self.predecessors(unit.id) for visit in self.visits.get(each.id, ())
        ]
        after = [visit for each in unit.successors for visit in self.visits.get(each, ())]
        return self.makings.of(
            sort,
            unit.id,
            parts,
            list(self.by_year),
            list(self.planned.get(unit.id, ())),
            self.mentions.of_visits(visits),
            visits=(*visits, *before, *after),
        )

    def cells(self, units: Iterable[Unit]) -> tuple[Cell, ...]:
        """Return the units in Vietnamese order with the visits of each."""
        return tuple(
            Cell(
                unit=unit,
                count=len(self.coverage(unit.id).visits),
                by_year=tuple(covered[unit.id] for covered in self.by_year.values()),
                last=self.coverage(unit.id).last_visited,
            )
            for unit in self.names.units_sorted(units)
        )


def unit_title(unit: Unit, names: Names) -> str:
    """Return the unit's name with those above it: there are two *Phường 1*."""
    place = names.place(unit.id)
    if place != unit.name or unit.parent is None:
        return place
    return f"{place}, {in_sentence(names.unit(unit.parent))}"


def _planned(view: View) -> Mapping[str, Sequence[Planned]]:
    """Return the items still to come by unit and by those above it, the next first."""
    found: defaultdict[str, list[Planned]] = defaultdict(list)
    for year in view.results.plans:
        for variance in year.variances:
            items = view.records.plans[f"{variance.year}/{variance.member}"].items
            awaited = {each.item for each in variance.items if each.status == "upcoming"}
            for item in items:
                if item.unit and item.id in awaited:
                    for unit in view.records.with_ancestors(item.unit):
                        found[unit].append(Planned(variance.year, variance.member, item))
    for held in found.values():
        held.sort(key=lambda each: (each.year, each.item.month, each.member, each.item.id))
    return found
