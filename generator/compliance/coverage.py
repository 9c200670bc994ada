"""Which units were visited, when and by whom: a visit covers its units and all above them.

Source: design, section 2, *Counting, exactly* (coverage).
"""

from collections.abc import Iterable, Mapping
from datetime import date

from generator.compliance.days import Presence, grouped
from generator.domain.fields import Shape, public
from generator.domain.records import Records
from generator.domain.visit import Visit


class UnitCoverage(Shape):
    """What is known of one unit up to a day: the visits that cover it, and the last day of one."""

    unit: str = public("Đơn vị")
    visits: tuple[str, ...] = public("Các chuyến đi", "Mã, theo thời gian.", default=())
    members: tuple[str, ...] = public("Ủy viên đã đến", default=())
    last_visited: date | None = public("Lần cuối", default=None)


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


def _covered(unit: str, held: list[Presence]) -> UnitCoverage:
    return UnitCoverage(
        unit=unit,
        visits=tuple(dict.fromkeys(each.visit.id for each in held)),
        members=tuple(sorted({each.member for each in held})),
        last_visited=max((each.day for each in held), default=None),
    )
