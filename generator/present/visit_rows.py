"""A visit as one line of a list: when, where, what kind, who."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.domain.visit import Visit
from generator.present import addresses
from generator.present.names import Names
from generator.present.wording import days_text


@dataclass(frozen=True, slots=True)
class VisitRow:
    """What a list says of a visit; `team` names the members."""

    date: date
    when: str
    address: str
    place: str
    kind: str
    team: str


def visit_row(visit: Visit, names: Names) -> VisitRow:
    """Return the line of one visit."""
    return VisitRow(
        date=visit.date,
        when=days_text(visit.date, visit.last_day),
        address=addresses.visit(visit),
        place=names.venue(visit),
        kind=names.kind(visit.kind),
        team=names.team(visit),
    )


def visit_rows(visits: Iterable[Visit], names: Names, most: int | None = None) -> list[VisitRow]:
    """Return the lines of visits, the latest first; with `most`, no more than so many."""
    ordered = sorted(visits, key=lambda visit: (visit.date, visit.id), reverse=True)
    return [visit_row(visit, names) for visit in ordered[:most]]
