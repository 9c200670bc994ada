"""An issue as one entry of a list: what, where, when, who settles it, and what came of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.audience import View
from generator.domain.visit import COMPETENCES, ISSUE_STATUSES, Issue, IssueStatus, Visit
from generator.present import addresses
from generator.present.names import Names

STATUS_ORDER: Final[tuple[IssueStatus, ...]] = ("open", "referred", "resolved")


@dataclass(frozen=True, slots=True)
class IssueRow:
    """What a list says of an issue; `open_days` and `overdue` are only for the organisation."""

    anchor: str
    issue: Issue
    text: str
    status: str
    competence: str
    visit: str
    unit: str
    place: str
    date: date
    open_days: int | None
    overdue: bool

    @property
    def public_text(self) -> str:
        """What outsiders read instead of the text, where it differs."""
        public = self.issue.public_text or ""
        return public if public != self.text else ""


def issue_rows(visits: Iterable[Visit], view: View, names: Names) -> list[IssueRow]:
    """Return the issues of visits: by status, the oldest first; settled ones the latest first."""
    rows = [row for visit in visits for row in _rows(visit, view, names)]
    ordered: list[IssueRow] = []
    for status in STATUS_ORDER:
        same = [row for row in rows if row.issue.status == status]
        ordered += sorted(same, key=lambda row: row.date, reverse=status == "resolved")
    return ordered


def anchor(index: int) -> str:
    """Return the id of a visit's issue on the visit's page; issues count from 0."""
    return f"kien-nghi-{index + 1}"


def _rows(visit: Visit, view: View, names: Names) -> Iterator[IssueRow]:
    as_of = view.results.as_of
    for index, issue in enumerate(visit.issues):
        pending = view.internal and issue.status != "resolved" and visit.date <= as_of
        yield IssueRow(
            anchor=anchor(index),
            issue=issue,
            text=issue.text or issue.public_text or "",
            status=ISSUE_STATUSES[issue.status],
            competence=COMPETENCES[issue.competence] if issue.competence else "",
            visit=addresses.visit(visit),
            unit=visit.unit,
            place=names.place(visit.unit),
            date=visit.date,
            open_days=(as_of - visit.date).days if pending else None,
            overdue=pending and issue.due is not None and issue.due < as_of,
        )
