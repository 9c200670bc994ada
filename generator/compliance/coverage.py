"""Which units were visited, when and by whom: a visit covers its units and all above them.

Source: design, section 2, *Counting, exactly* (coverage).
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from generator.domain.fields import Shape, public
from generator.domain.records import Records
from generator.domain.visit import Visit


class UnitCoverage(Shape):
    """What is known of one unit up to a day: the visits that cover it, and the last day of one."""

    unit: str = public("Đơn vị")
    visits: tuple[str, ...] = public("Các chuyến đi", "Mã, theo thời gian.", default=())
    members: tuple[str, ...] = public("Ủy viên đã đến", default=())
    last_visited: date | None = public("Lần cuối", default=None)


def coverage(records: Records, first: date, last: date) -> Mapping[str, UnitCoverage]:
    """Return the coverage of every unit by the visits with a day from `first` to `last`.

    Units that nobody visited are there too, with no visit.
    """
    covering: Mapping[str, list[Visit]] = defaultdict(list)
    for visit in records.standing_visits:
        if visit.date <= last and visit.last_day >= first:
            for unit in covered_units(records, visit):
                covering[unit].append(visit)
    return {unit: _covered(unit, covering[unit], last) for unit in records.units}


def covered_units(records: Records, visit: Visit) -> tuple[str, ...]:
    """Return the visit's units and all their ancestors, each once, the main unit first."""
    found: dict[str, None] = {}
    for unit in visit.unit_ids:
        found.update(dict.fromkeys(records.with_ancestors(unit)))
    return tuple(found)


def _covered(unit: str, visits: list[Visit], last: date) -> UnitCoverage:
    days = [min(visit.last_day, last) for visit in visits]
    members = dict.fromkeys(member for visit in visits for member in visit.members)
    return UnitCoverage(
        unit=unit,
        visits=tuple(visit.id for visit in visits),
        members=tuple(sorted(members)),
        last_visited=max(days, default=None),
    )
