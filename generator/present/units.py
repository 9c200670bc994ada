"""The units: where anyone has been, and a page for each unit with all that happened there."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.audience import View
from generator.compliance.coverage import covered_units
from generator.domain.records import Records
from generator.domain.unit import UNIT_TYPES, Unit
from generator.domain.visit import LEVELS, Visit
from generator.present import addresses
from generator.present.issue_rows import issue_rows
from generator.present.names import Names, capital, in_sentence
from generator.present.page import Heading, Page
from generator.present.templating import render
from generator.present.visit_rows import visit_rows
from generator.present.wording import day

SHADES: Final = (1, 3, 5)
"""How many visits it takes for each shade of a cell; below the first it stays empty."""
LISTED_VISITS: Final = 150
"""A unit with more visits than this, such as the province, leads to the list of all visits."""


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
class Group:
    """The cells of one district, or of one type of unit; `unit` is what stands above them."""

    id: str
    name: str
    unit: str | None
    cells: tuple[Cell, ...]

    @property
    def visited(self) -> int:
        """How many of the units somebody has been to."""
        return sum(cell.count > 0 for cell in self.cells)


@dataclass(frozen=True)
class _Ground:
    """What every page of a unit looks up; gathered once."""

    view: View
    names: Names
    by_year: Mapping[int, Counter[str]]
    visits: Mapping[str, list[Visit]]
    below: Mapping[str, list[Unit]]
    before: Mapping[str, list[Unit]]

    @property
    def records(self) -> Records:
        """The records that the audience may see."""
        return self.view.records

    @property
    def as_of(self) -> date:
        """The day up to which figures count."""
        return self.view.results.as_of


def unit_pages(view: View) -> Iterator[Page]:
    """Yield the coverage of all units, and a page for each unit that there ever was."""
    ground = _ground(view)
    yield _list_page(ground)
    for unit in view.records.units.values():
        yield _unit_page(unit, ground)


def _ground(view: View) -> _Ground:
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
    return _Ground(view, Names(records), by_year, visits, below, before)


def _list_page(ground: _Ground) -> Page:
    districts, others = _districts(ground), _by_type(ground)
    cells = [cell for group in districts for cell in group.cells]
    values = {
        "districts": districts,
        "others": others,
        "years": list(ground.by_year),
        "communes": len(cells),
        "visited": sum(cell.count > 0 for cell in cells),
        "as_of": ground.as_of,
    }
    return Page(
        address=addresses.UNITS,
        title="Đơn vị",
        body=render("units.html", addresses.UNITS, values),
        description="Các xã, phường, thị trấn và đơn vị đã có chuyến đi cơ sở, theo huyện.",
        search="Đơn vị, độ bao phủ, các huyện, xã, phường, thị trấn đã có chuyến đi cơ sở",
        headings=tuple(Heading(group.id, group.name) for group in (*districts, *others)),
    )


def _districts(ground: _Ground) -> list[Group]:
    """Return the communes of the day counted, by the unit above them, in Vietnamese order."""
    by_parent: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in ground.records.units.values():
        if unit.level == "commune" and unit.type == "area" and unit.exists_on(ground.as_of):
            by_parent[unit.parent or ""].append(unit)
    known = ground.records.units
    parents = ground.names.units_sorted(known[each] for each in by_parent if each in known)
    groups = [
        Group(f"thuoc-{parent.id}", parent.name, parent.id, _cells(by_parent[parent.id], ground))
        for parent in parents
    ]
    loose = [unit for parent, units in by_parent.items() if parent not in known for unit in units]
    if loose:
        groups.append(Group("khac", "Chưa rõ đơn vị cấp trên", None, _cells(loose, ground)))
    return groups


def _by_type(ground: _Ground) -> list[Group]:
    """Return the units of the day counted that are no area, by type: schools, agencies."""
    groups: list[Group] = []
    for type_, name in UNIT_TYPES.items():
        units = [
            unit
            for unit in ground.records.units.values()
            if unit.type == type_ != "area" and unit.exists_on(ground.as_of)
        ]
        if units:
            groups.append(Group(type_, name.capitalize(), None, _cells(units, ground)))
    return groups


def _cells(units: Iterable[Unit], ground: _Ground) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            unit=unit,
            count=len(ground.view.results.coverage[unit.id].visits),
            by_year=tuple(covered[unit.id] for covered in ground.by_year.values()),
            last=ground.view.results.coverage[unit.id].last_visited,
        )
        for unit in ground.names.units_sorted(units)
    )


def _unit_page(unit: Unit, ground: _Ground) -> Page:
    address = addresses.unit(unit.id)
    title = unit_title(unit, ground.names)
    visits = ground.visits.get(unit.id, [])
    covered = ground.view.results.coverage[unit.id]
    values = {
        "unit": unit,
        "title": title,
        "names": ground.names,
        "above": _above(unit, ground),
        "level": capital(LEVELS[unit.level]),
        "type": UNIT_TYPES[unit.type],
        "before": ground.names.units_sorted(ground.before.get(unit.id, [])),
        "unit_title": unit_title,
        "below": _cells(ground.below.get(unit.id, []), ground),
        "last": covered.last_visited,
        "count": len(covered.visits),
        "as_of": ground.as_of,
        "people": _people(visits, ground),
        **_happened(unit, visits, ground),
    }
    last = f", lần cuối ngày {day(covered.last_visited)}" if covered.last_visited else ""
    return Page(
        address=address,
        title=title,
        body=render("unit.html", address, values),
        description=f"{title}: {len(covered.visits)} chuyến đi cơ sở{last}.",
        search=f"{ground.names.place(unit.id)}. {LEVELS[unit.level]}. {unit.code or ''}",
    )


def unit_title(unit: Unit, names: Names) -> str:
    """Return the unit's name with those above it: there are two *Phường 1*."""
    place = names.place(unit.id)
    if place != unit.name or unit.parent is None:
        return place
    return f"{place}, {in_sentence(names.unit(unit.parent))}"


def _above(unit: Unit, ground: _Ground) -> list[tuple[str, str]]:
    """Return name and address of the units above, the highest first, for the way back."""
    ancestors = list(ground.records.with_ancestors(unit.id))[1:]
    return [(ground.names.unit(each), addresses.unit(each)) for each in reversed(ancestors)]


def _people(visits: Iterable[Visit], ground: _Ground) -> list[tuple[str, int]]:
    """Return the members who came, by name, with the number of their visits."""
    came = Counter(
        member
        for visit in visits
        if visit.date <= ground.as_of
        for member in dict.fromkeys(visit.members)
    )
    return [(member, came[member]) for member in ground.names.members_sorted(came)]


def _happened(unit: Unit, visits: list[Visit], ground: _Ground) -> dict[str, object]:
    """Return the visits of the unit and of those below it, and the issues raised there."""
    if len(visits) > LISTED_VISITS:
        return {"own": [], "lower": [], "issues": [], "too_many": len(visits)}
    own = [visit for visit in visits if unit.id in visit.unit_ids]
    lower = [visit for visit in visits if unit.id not in visit.unit_ids]
    return {
        "own": visit_rows(own, ground.names),
        "lower": visit_rows(lower, ground.names),
        "issues": issue_rows(visits, ground.view, ground.names),
        "too_many": 0,
    }
