"""Which units were visited, when and by whom: a visit covers its units and all above them.

Source: design, section 2, *Counting, exactly* (coverage).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Final

from generator.compliance.days import Presence, grouped
from generator.domain.fields import Shape, internal, public
from generator.domain.records import Records
from generator.domain.unit import Unit
from generator.domain.visit import Visit

NEGLECTED_AFTER: Final = 365
"""A commune is neglected once its last visit lies more than this many days back: a whole year, in
which every season and every member's plan had its turn."""


class UnitCoverage(Shape):
    """What is known of one unit up to a day: the visits that cover it, and the last day of one."""

    unit: str = public("Đơn vị")
    visits: tuple[str, ...] = public("Các chuyến đi", "Mã, theo thời gian.", default=())
    members: tuple[str, ...] = public("Ủy viên đã đến", default=())
    last_visited: date | None = public("Lần cuối", default=None)


class UnitVisits(Shape):
    """How many visits covered one unit in a year."""

    unit: str = public("Đơn vị")
    visits: int = public("Số chuyến")


class CoverageGroup(Shape):
    """The units of one district, or of one type; `id` is that of the district or of the type."""

    id: str = public("Đơn vị cấp trên, hoặc loại đơn vị")
    visited: int = public("Số đơn vị đã đến")
    units: tuple[UnitVisits, ...] = public("Các đơn vị")


class NeglectedUnit(Shape):
    """A commune long unseen, and the last day on which anyone was there; none: nobody ever was."""

    unit: str = internal("Đơn vị", default=...)
    last_visited: date | None = internal("Lần cuối")
    days: int | None = internal("Số ngày kể từ lần cuối")


def coverage(records: Records, presences: Iterable[Presence]) -> Mapping[str, UnitCoverage]:
    """Return the coverage of every unit by those present, whatever the kind of visit.

    Units that nobody visited are there too, with no visit.
    """
    covering: dict[str, list[Presence]] = {unit: [] for unit in records.units}
    for held in grouped(presences, lambda each: each.visit.id).values():
        for unit in covered_units(records, held[0].visit):
            covering[unit] += held
    return {unit: _covered(unit, held) for unit, held in covering.items()}


def covered_units(records: Records, visit: Visit) -> tuple[str, ...]:
    """Return the visit's units and all their ancestors, each once, the main unit first."""
    return tuple(
        dict.fromkeys(above for unit in visit.unit_ids for above in records.with_ancestors(unit))
    )


def by_district(
    records: Records, presences: Iterable[Presence], day: date
) -> tuple[CoverageGroup, ...]:
    """Return the communes that exist on the day, by what stands above them.

    Those above which nothing stands are grouped under the empty text.
    """
    communes = [each for each in records.units.values() if is_commune(each, day)]
    return _grouped_by(communes, lambda unit: unit.parent or "", records, presences)


def by_type(
    records: Records, presences: Iterable[Presence], day: date
) -> tuple[CoverageGroup, ...]:
    """Return the units that exist on the day and are no area, by type: schools, agencies."""
    others = [
        each for each in records.units.values() if each.type != "area" and each.exists_on(day)
    ]
    return _grouped_by(others, lambda unit: unit.type, records, presences)


def neglected(
    records: Records, covered: Mapping[str, UnitCoverage], as_of: date
) -> tuple[NeglectedUnit, ...]:
    """Return the communes where nobody ever was, then those not seen for long, longest first.

    Source: issue *Site*, "Where things stand" (units neglected longest); the limit is our own.
    """
    communes = (each.id for each in records.units.values() if is_commune(each, as_of))
    held = (_neglected(covered[each], as_of) for each in communes)
    long_ago = [each for each in held if each.days is None or each.days > NEGLECTED_AFTER]
    return tuple(sorted(long_ago, key=lambda each: (each.last_visited or date.min, each.unit)))


def is_commune(unit: Unit, day: date) -> bool:
    """Whether the unit is a commune, a ward or a township on the day."""
    return unit.level == "commune" and unit.type == "area" and unit.exists_on(day)


def _grouped_by(
    units: Iterable[Unit],
    key: Callable[[Unit], str],
    records: Records,
    presences: Iterable[Presence],
) -> tuple[CoverageGroup, ...]:
    visits = {each.visit.id: each.visit for each in presences}.values()
    counts = Counter(unit for visit in visits for unit in covered_units(records, visit))
    return tuple(
        CoverageGroup(
            id=name,
            visited=sum(counts[each.id] > 0 for each in held),
            units=tuple(UnitVisits(unit=each.id, visits=counts[each.id]) for each in held),
        )
        for name, held in grouped(units, key).items()
    )


def _neglected(held: UnitCoverage, as_of: date) -> NeglectedUnit:
    last = held.last_visited
    days = None if last is None else (as_of - last).days
    return NeglectedUnit(unit=held.unit, last_visited=last, days=days)


def _covered(unit: str, held: list[Presence]) -> UnitCoverage:
    return UnitCoverage(
        unit=unit,
        visits=tuple(dict.fromkeys(each.visit.id for each in held)),
        members=tuple(sorted({each.member for each in held})),
        last_visited=max((each.day for each in held), default=None),
    )
