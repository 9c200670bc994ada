"""Coverage in little: one tile for each unit, by district and by type, as a dashboard shows it."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.audience import View
from generator.compliance.coverage import CoverageGroup, UnitVisits
from generator.compliance.year import YearResult
from generator.domain.unit import UNIT_TYPES
from generator.present.names import NO_DISTRICT, Names, capital

MANY = 3
"""From so many visits in a year on, a tile is at its darkest."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One unit: its visits of the year, and whether anybody ever was there up to the day."""

    unit: str
    name: str
    visits: int
    ever: bool

    @property
    def shade(self) -> int:
        """How dark the tile is: 0 nobody ever, 1 only in other years, 2 and 3 in this one."""
        if not self.visits:
            return int(self.ever)
        return 3 if self.visits >= MANY else 2


@dataclass(frozen=True, slots=True)
class Ground:
    """The tiles of one district, whose unit it names, or of one type of unit."""

    name: str
    unit: str | None
    visited: int
    tiles: tuple[Tile, ...]


def districts(view: View, year: YearResult) -> list[Ground]:
    """Return the communes of the year by district, in Vietnamese order, the unplaced last."""
    names = Names(view.records)
    placed = {each.id: each for each in year.districts}
    known = view.records.units
    ordered = names.units_sorted(known[each] for each in placed if each in known)
    held = [_ground(unit.name, unit.id, placed[unit.id], view, names) for unit in ordered]
    loose = (each for each in year.districts if each.id not in known)
    return held + [_ground(NO_DISTRICT, None, each, view, names) for each in loose]


def types(view: View, year: YearResult) -> list[Ground]:
    """Return the other units of the year by type: schools, agencies, enterprises, armed forces."""
    names = Names(view.records)
    held = {each.id: each for each in year.types}
    return [
        _ground(capital(word), None, held[type_], view, names)
        for type_, word in UNIT_TYPES.items()
        if type_ in held
    ]


def _ground(name: str, unit: str | None, group: CoverageGroup, view: View, names: Names) -> Ground:
    return Ground(name, unit, group.visited, tuple(_tiles(group.units, view, names)))


def _tiles(units: Iterable[UnitVisits], view: View, names: Names) -> list[Tile]:
    visits = {each.unit: each.visits for each in units}
    return [
        Tile(
            unit=unit.id,
            name=unit.name,
            visits=visits[unit.id],
            ever=bool(view.results.coverage[unit.id].visits),
        )
        for unit in names.units_sorted(view.records.units[each] for each in visits)
    ]
