"""An issue as one entry of a list: what, where, when, who settles it, and what came of it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.audience import View
from generator.compliance.issues import AGES
from generator.domain.visit import COMPETENCES, ISSUE_STATUSES, Issue, IssueStatus, Visit
from generator.present import addresses
from generator.present.names import Names

STATUS_ORDER: Final[tuple[IssueStatus, ...]] = ("open", "referred", "resolved")

AGE_WORDS: Final = (
    f"đến {AGES[0]} ngày",
    *(f"{after + 1}–{last} ngày" for after, last in pairwise(AGES)),
    f"trên {AGES[-1]} ngày",
)
"""What the classes of age of an issue are called, the youngest first."""


@dataclass(frozen=True, slots=True)
class IssueRow:
    """What a list says of an issue, as it stood on the day counted.

    `state` is its status, `status` what that is called. `age` is in days, from the visit until it
    was settled or the day counted; none of one settled on a day that nobody wrote down, and of one
    of a visit to come. `days_overdue` is told to the organisation only.
    """

    anchor: str
    issue: Issue
    text: str
    state: IssueStatus
    status: str
    competence: str
    visit: str
    unit: str
    place: str
    date: dt.date
    age: int | None
    days_overdue: int

    @property
    def public_text(self) -> str:
        """What outsiders read instead of the text, where it differs."""
        public = self.issue.public_text or ""
        return public if public != self.text else ""

    @property
    def resolved_on(self) -> dt.date | None:
        """When it was settled, if by the day counted."""
        return self.issue.resolved_on if self.state == "resolved" else None

    @property
    def outcome(self) -> str:
        """What came of it, if that was known on the day counted."""
        settled_later = self.issue.resolved_on is not None and self.resolved_on is None
        return "" if settled_later else self.issue.outcome or ""

    @property
    def due(self) -> dt.date | None:
        """Until when an answer is awaited."""
        return self.issue.due if self.state != "resolved" else None


def issue_rows(visits: Iterable[Visit], view: View, names: Names) -> list[IssueRow]:
    """Return the issues of visits: by status, the oldest first; settled ones the latest first."""
    rows = [row for visit in visits if visit.issues for row in _rows(visit, view, names)]
    ordered: list[IssueRow] = []
    for status in STATUS_ORDER:
        same = [row for row in rows if row.state == status]
        ordered += sorted(same, key=lambda row: row.date, reverse=status == "resolved")
    return ordered


def anchor(index: int) -> str:
    """Return the id of a visit's issue on the visit's page; issues count from 0."""
    return f"kien-nghi-{index + 1}"


def _rows(visit: Visit, view: View, names: Names) -> Iterator[IssueRow]:
    for index, issue in enumerate(visit.issues):
        standing = view.standings.get((visit.id, index))
        state = standing.status if standing else issue.status
        dated = state != "resolved" or issue.resolved_on is not None
        yield IssueRow(
            anchor=anchor(index),
            issue=issue,
            text=issue.text or issue.public_text or "",
            state=state,
            status=ISSUE_STATUSES[state],
            competence=COMPETENCES[issue.competence] if issue.competence else "",
            visit=addresses.visit(visit),
            unit=visit.unit,
            place=names.place(visit.unit),
            date=visit.date,
            age=standing.age if standing and dated else None,
            days_overdue=standing.days_overdue if standing else 0,
        )
