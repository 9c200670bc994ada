"""Before you go: what to know of a unit, short enough to print.

Its last visits, what was promised there and is still open, who knows the place, and who means to
go. A unit formed of others inherits what happened at them. Source: issue *Site*, Unit page.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from generator.domain.unit import Unit
from generator.domain.visit import Visit
from generator.present import addresses
from generator.present.issue_rows import IssueRow, issue_rows
from generator.present.page import LatePage, Page
from generator.present.templating import render
from generator.present.unit_ground import Planned, UnitGround, unit_title
from generator.present.visit_rows import VisitRow, visit_row
from generator.present.wording import excerpt

LAST_VISITS: Final = 3
SHOWN_ISSUES: Final = 4
SHOWN_SETTLED: Final = 1
SHOWN_PEOPLE: Final = 4
SHOWN_PLANS: Final = 3
SHOWN_PREDECESSORS: Final = 3
CONTENT: Final = 210
GUIDANCE: Final = 90
ISSUE: Final = 130
LINE: Final = 70
"""How many characters of a text, or of a line, are told: the fullest brief is one page of A4."""


@dataclass(frozen=True, slots=True)
class ToldVisit:
    """A visit in short: what was done, what was advised, what came of it."""

    row: VisitRow
    place: str
    team: str
    content: str
    guidance: str
    results: str


@dataclass(frozen=True, slots=True)
class ToldIssue:
    """An issue in short: what was raised, where, and who is to settle it."""

    row: IssueRow
    text: str
    place: str
    referred_to: str


@dataclass(frozen=True, slots=True)
class Guide:
    """Someone who knows the place: how often there, when last, and a number to call, if told."""

    id: str
    name: str
    visits: int
    last: date
    phone: str


@dataclass(frozen=True, slots=True)
class Intent:
    """A planned item that is still to come at the unit or below it."""

    year: int
    month: int
    member: str
    kind: str
    place: str


def briefed(unit: Unit, ground: UnitGround) -> bool:
    """Whether there is something to read before going: a visit, or a plan to go.

    A province is too much for one page, and nobody goes to all of it.
    """
    if unit.level == "province":
        return False
    return bool(_history(unit, ground) or ground.planned.get(unit.id))


def brief_page(unit: Unit, ground: UnitGround) -> Page:
    """Return the page to print and take along."""
    title = unit_title(unit, ground.names)
    return LatePage(
        partial(_body, unit, ground),
        addresses.brief(unit.id),
        f"Trước khi đi: {title}",
        description=f"Những điều cần biết trước khi đến {title}: chuyến đi gần nhất, kiến nghị.",
        meta={"hide": ["navigation", "toc"]},
        made_of=ground.made_of("brief", unit),
    )


def _body(unit: Unit, ground: UnitGround) -> str:
    address, title = addresses.brief(unit.id), unit_title(unit, ground.names)
    visits = _history(unit, ground)
    issues = issue_rows(visits, ground.view, ground.names)
    pending = sorted(
        (row for row in issues if row.state != "resolved"),
        key=lambda row: (-row.days_overdue, row.date),
    )
    settled = [row for row in issues if row.state == "resolved"]
    before = [unit_title(each, ground.names) for each in ground.predecessors(unit.id)]
    values = {
        "unit": unit,
        "title": title,
        "above": ground.above(unit),
        "visits": [_told(visit, ground) for visit in reversed(visits[-LAST_VISITS:])],
        "count": len(visits),
        "pending": [_raised(row) for row in pending[:SHOWN_ISSUES]],
        "more_pending": max(0, len(pending) - SHOWN_ISSUES),
        "settled": [(row, _outcome(row)) for row in settled[:SHOWN_SETTLED]],
        "people": _guides(visits, ground)[:SHOWN_PEOPLE],
        "intents": [
            _intent(each, ground) for each in ground.planned.get(unit.id, ())[:SHOWN_PLANS]
        ],
        "before": before[:SHOWN_PREDECESSORS],
        "more_before": max(0, len(before) - SHOWN_PREDECESSORS),
        "as_of": ground.as_of,
    }
    return render("unit_brief.html", address, values)


def _history(unit: Unit, ground: UnitGround) -> list[Visit]:
    """Return the visits at the unit, below it and at its predecessors, by date."""
    visits = [*ground.inherited(unit.id), *ground.past(unit.id)]
    return sorted(visits, key=lambda visit: (visit.date, visit.id))


def _told(visit: Visit, ground: UnitGround) -> ToldVisit:
    row = visit_row(visit, ground.names)
    return ToldVisit(
        row=row,
        place=excerpt(row.place, LINE),
        team=excerpt(row.team, LINE),
        content=excerpt(visit.content, CONTENT),
        guidance=excerpt(visit.guidance or "", GUIDANCE),
        results=excerpt(visit.results or "", GUIDANCE),
    )


def _raised(row: IssueRow) -> ToldIssue:
    return ToldIssue(
        row=row,
        text=excerpt(row.text, ISSUE),
        place=excerpt(row.place, LINE),
        referred_to=excerpt(row.issue.referred_to or "", LINE),
    )


def _outcome(row: IssueRow) -> str:
    return excerpt(f"{row.text} → {row.outcome}" if row.outcome else row.text, ISSUE)


def _guides(visits: Iterable[Visit], ground: UnitGround) -> list[Guide]:
    """Return who has been there, those who were there most first, then the latest."""
    days: defaultdict[str, list[date]] = defaultdict(list)
    for visit in visits:
        for member in dict.fromkeys(visit.members):
            days[member].append(visit.date)
    ordered = sorted(
        ground.names.members_sorted(days),
        key=lambda member: (len(days[member]), max(days[member])),
        reverse=True,
    )
    return [
        Guide(id_, ground.names.member(id_), len(days[id_]), max(days[id_]), _phone(id_, ground))
        for id_ in ordered
    ]


def _phone(member_id: str, ground: UnitGround) -> str:
    member = ground.records.members.get(member_id)
    return (member.contact.phone if member and member.contact else None) or ""


def _intent(planned: Planned, ground: UnitGround) -> Intent:
    return Intent(
        year=planned.year,
        month=planned.item.month,
        member=ground.names.member(planned.member),
        kind=ground.names.kind(planned.item.kind),
        place=excerpt(ground.names.place(planned.item.unit or ""), LINE),
    )
