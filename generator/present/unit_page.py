"""The page of one unit: every visit, what was raised and what came of it, who came, mergers."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from generator.domain.unit import UNIT_TYPES, Unit
from generator.domain.visit import LEVELS, Visit
from generator.present import addresses
from generator.present.issue_rows import issue_rows
from generator.present.names import capital
from generator.present.page import LatePage, Page
from generator.present.templating import render
from generator.present.unit_brief import briefed
from generator.present.unit_ground import UnitGround, unit_title
from generator.present.visit_rows import VisitRow, visit_row, visit_rows
from generator.present.wording import day

LISTED_VISITS: Final = 150
"""A unit with more visits than this, such as the province, shows its latest and leads to all."""
LATEST_VISITS: Final = 20
SEARCH_WEIGHTS: Final = {"province": 8, "district": 4, "commune": 2}
"""Who asks for a district means it, not its town of that name, nor a visit there."""
UNFOLDED: Final = 10
"""A longer list of visits to units below is folded: those to the unit itself come first."""


@dataclass(frozen=True, slots=True)
class Relative:
    """A unit that this one was formed of, or that took it over, with its time and its visits."""

    unit: Unit
    title: str
    visits: int


def unit_page(unit: Unit, ground: UnitGround, calendars: frozenset[str]) -> Page:
    """Return the page of the unit; `calendars` are the units that have one."""
    title, covered = unit_title(unit, ground.names), ground.coverage(unit.id)
    last = f", lần cuối ngày {day(covered.last_visited)}" if covered.last_visited else ""
    return LatePage(
        partial(_body, unit, ground, calendars),
        addresses.unit(unit.id),
        title,
        description=f"{title}: {len(covered.visits)} chuyến đi cơ sở{last}.",
        search=f"{ground.names.place(unit.id)}. {LEVELS[unit.level]}. {unit.code or ''}",
        weight=SEARCH_WEIGHTS.get(unit.level, 1),
        made_of=ground.made_of("unit", unit, unit.id in calendars),
    )


def _body(unit: Unit, ground: UnitGround, calendars: frozenset[str]) -> str:
    title, covered = unit_title(unit, ground.names), ground.coverage(unit.id)
    visits = ground.visits.get(unit.id, ())
    past = ground.past(unit.id)
    issues = issue_rows(visits, ground.view, ground.names)
    crowded = len(visits) > LISTED_VISITS
    shown = visits[-LATEST_VISITS:] if crowded else visits
    values = {
        "unit": unit,
        "title": title,
        "names": ground.names,
        "above": ground.above(unit),
        "level": capital(LEVELS[unit.level]),
        "type": UNIT_TYPES[unit.type],
        "before": _relatives(ground.before.get(unit.id, ()), ground),
        "after": _relatives((ground.records.units[each] for each in unit.successors), ground),
        "below": ground.cells(ground.below.get(unit.id, ())),
        "last": _last(past, ground),
        "last_day": covered.last_visited,
        "count": len(covered.visits),
        "as_of": ground.as_of,
        "people": _people(past, ground),
        "topics": _topics(past, ground),
        "issues": [] if crowded else issues,
        "raised": len(issues),
        "pending": sum(row.state != "resolved" for row in issues),
        "own": _rows((each for each in shown if unit.id in each.unit_ids), ground),
        "lower": _rows((each for each in shown if unit.id not in each.unit_ids), ground),
        "inherited": _rows(ground.inherited(unit.id)[-LATEST_VISITS:], ground),
        "all": len(visits) if crowded else 0,
        "latest": LATEST_VISITS,
        "unfolded": UNFOLDED,
        "news": ground.mentions.of_visits(visits),
        "brief": briefed(unit, ground),
        "calendar": unit.id in calendars,
    }
    return render("unit.html", addresses.unit(unit.id), values)


def _relatives(units: Iterable[Unit], ground: UnitGround) -> list[Relative]:
    return [
        Relative(each, unit_title(each, ground.names), len(ground.coverage(each.id).visits))
        for each in ground.names.units_sorted(units)
    ]


def _rows(visits: Iterable[Visit], ground: UnitGround) -> list[VisitRow]:
    return visit_rows(visits, ground.names)


def _last(past: Sequence[Visit], ground: UnitGround) -> VisitRow | None:
    """Return the visit of which the latest day has come, of several the last listed."""
    latest = max(past, key=lambda each: min(each.last_day, ground.as_of), default=None)
    return visit_row(latest, ground.names) if latest else None


def _people(past: Iterable[Visit], ground: UnitGround) -> list[tuple[str, int]]:
    """Return the members who came, by name, with the number of their visits."""
    came = Counter(member for visit in past for member in dict.fromkeys(visit.members))
    return [(member, came[member]) for member in ground.names.members_sorted(came)]


def _topics(past: Iterable[Visit], ground: UnitGround) -> list[tuple[str, int]]:
    """Return what was talked about, most often first."""
    topics = ground.records.topics
    told = Counter(each for visit in past for each in dict.fromkeys(visit.topics) if each in topics)
    return [
        (topics[each].label, times)
        for each, times in sorted(told.items(), key=lambda held: (-held[1], held[0]))
    ]
