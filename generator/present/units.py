"""The units: where anyone has been, a page for each unit, and what to read before going there."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audience import View
from generator.compliance.coverage import is_commune
from generator.domain.unit import UNIT_TYPES, Unit
from generator.present import addresses
from generator.present.calendars import calendar_units
from generator.present.due_rows import NEGLECTED_RULE
from generator.present.names import NO_DISTRICT, capital, own_name
from generator.present.page import Heading, Page
from generator.present.templating import render
from generator.present.unit_brief import brief_page, briefed
from generator.present.unit_ground import Cell, UnitGround, unit_title
from generator.present.unit_page import unit_page
from generator.present.wording import natural_key


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


def unit_pages(view: View) -> Iterator[Page]:
    """Yield the coverage of all units, and the pages of each unit that there ever was."""
    ground = UnitGround.of(view)
    yield _list_page(ground)
    calendars = frozenset(calendar_units(view))
    for unit in view.records.units.values():
        yield unit_page(unit, ground, calendars)
        if briefed(unit, ground):
            yield brief_page(unit, ground)


def _list_page(ground: UnitGround) -> Page:
    districts, others = _districts(ground), _by_type(ground)
    cells = [cell for group in districts for cell in group.cells]
    values = {
        "districts": districts,
        "others": others,
        "years": list(ground.by_year),
        "communes": len(cells),
        "visited": sum(cell.count > 0 for cell in cells),
        "as_of": ground.as_of,
        "alphabet": _alphabet(ground),
        "neglected_rule": NEGLECTED_RULE,
        "neglected": [
            (unit_title(ground.records.units[each.unit], ground.names), each)
            for each in ground.view.results.neglected
        ],
    }
    return Page(
        address=addresses.UNITS,
        title="Đơn vị",
        body=render("units.html", addresses.UNITS, values),
        description="Các xã, phường, thị trấn và đơn vị đã có chuyến đi cơ sở, theo huyện.",
        search="Đơn vị, độ bao phủ, các huyện, xã, phường, thị trấn đã có chuyến đi cơ sở",
        headings=tuple(Heading(group.id, group.name) for group in (*districts, *others)),
    )


def _districts(ground: UnitGround) -> list[Group]:
    """Return the communes of the day counted, by the unit above them, in Vietnamese order."""
    by_parent: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in ground.records.units.values():
        if is_commune(unit, ground.as_of):
            by_parent[unit.parent or ""].append(unit)
    known = ground.records.units
    parents = ground.names.units_sorted(known[each] for each in by_parent if each in known)
    groups = [
        Group(f"thuoc-{parent.id}", parent.name, parent.id, ground.cells(by_parent[parent.id]))
        for parent in parents
    ]
    loose = [unit for parent, units in by_parent.items() if parent not in known for unit in units]
    if loose:
        groups.append(Group("khac", NO_DISTRICT, None, ground.cells(loose)))
    return groups


def _by_type(ground: UnitGround) -> list[Group]:
    """Return the units of the day counted that are no area, by type: schools, agencies."""
    groups: list[Group] = []
    for type_, name in UNIT_TYPES.items():
        units = [
            unit
            for unit in ground.records.units.values()
            if unit.type == type_ != "area" and unit.exists_on(ground.as_of)
        ]
        if units:
            groups.append(Group(type_, capital(name), None, ground.cells(units)))
    return groups


def _alphabet(ground: UnitGround) -> list[tuple[Unit, str]]:
    """Return every unit that there ever was with its title, by what it is called."""
    titled = ((unit, unit_title(unit, ground.names)) for unit in ground.records.units.values())
    return sorted(titled, key=lambda each: (natural_key(own_name(each[0].name)), each[1]))
