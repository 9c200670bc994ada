"""The internal page of what is due: overdue first, then soon, then to come; then by member.

On a phone it must be read in the field, so all but the oldest reports is folded behind a line that
says how much there is, and members stand by what is overdue.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.audience import View
from generator.compliance.due import Due
from generator.domain.member import Member
from generator.present import addresses
from generator.present.due_rows import (
    NEGLECTED_RULE,
    SOON,
    DueRows,
    PaceRow,
    deadline,
    due_rows,
    neglected_rows,
    soon,
)
from generator.present.names import Names
from generator.present.page import Heading, Page
from generator.present.policy import assumed_rules, policy_of
from generator.present.templating import render
from generator.present.wording import number

SHOWN = 5
"""How many rows of an open list the page shows before it folds the rest away."""

HEADINGS = (
    Heading("qua-han", "Đã quá hạn"),
    Heading("sap-den-han", f"Đến hạn trong {SOON} ngày"),
    Heading("sap-toi", "Sắp tới"),
)
NEGLECTED = Heading("lau-chua-den", "Nơi lâu chưa có người đến")
MEMBERS = Heading("tung-dong-chi", "Từng đồng chí")


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for one member; `overdue` counts what is past its day."""

    id: str
    name: str
    overdue: int
    pace: PaceRow | None
    rows: DueRows

    @property
    def counts(self) -> str:
        """What the closed line says: `9 việc quá hạn; 6/60 ngày, chậm tiến độ`."""
        late = f"{number(self.overdue)} việc quá hạn" if self.overdue else "không có việc quá hạn"
        return f"{late}; {self.pace.figures}, {self.pace.word}" if self.pace else late

    def urgency(self) -> tuple[int, Decimal]:
        """What sorts the most overdue first, of as many the farthest behind the pace."""
        return -self.overdue, -self.pace.pace.lacking if self.pace else Decimal(0)


def due_page(view: View) -> Iterator[Page]:
    """Yield the page for the organisation; for the public there is none."""
    due = view.results.due
    if due is None:
        return
    rows = due_rows(view, due)
    as_of = view.results.as_of
    year = view.results.year(due.year)
    policy = policy_of(view.records, year)
    deadlines = policy.rules.report_deadline_days if policy else None
    values = {
        "as_of": as_of,
        "rows": rows,
        "overdue_reports": [row for row in rows.reports if row.overdue],
        "overdue_issues": [row for row in rows.issues if row.overdue],
        "overdue_items": [row for row in rows.items if row.overdue],
        "soon_reports": [row for row in rows.reports if soon(row.days_left)],
        "soon_issues": [row for row in rows.issues if soon(row.days_left)],
        "later_reports": [row for row in rows.reports if row.days_left > SOON],
        "later_issues": [row for row in rows.issues if (row.days_left or 0) > SOON],
        "undated_issues": [row for row in rows.issues if row.due is None],
        "shown": SHOWN,
        "this_month": rows.items_of(0, as_of),
        "next_month": rows.items_of(1, as_of),
        "behind": _behind(rows),
        "neglected": neglected_rows(view),
        "neglected_rule": NEGLECTED_RULE,
        "waiting": sorted(
            (_waiting(view, due, each) for each in _members(view)), key=Waiting.urgency
        ),
        "assumed": assumed_rules(view.records, year),
        "assumed_deadline": (
            ["report_deadline_days"] if deadlines and deadlines.provenance == "assumed" else []
        ),
        "deadline": deadline,
        "soon": SOON,
    }
    yield Page(
        address=addresses.DUE,
        title="Việc cần làm",
        body=render("due.html", addresses.DUE, values),
        description="Báo cáo, tiến độ, kế hoạch và kiến nghị đã quá hạn hoặc sắp đến hạn.",
        search="Việc cần làm, quá hạn, sắp đến hạn, báo cáo chưa nộp, chậm tiến độ, nhắc việc",
        headings=(*HEADINGS, *([NEGLECTED] if view.results.neglected else []), MEMBERS),
        nav="Cần làm",
    )


def _members(view: View) -> list[Member]:
    members = view.records.members
    return [members[each] for each in Names(view.records).members_sorted(members)]


def _behind(rows: DueRows) -> str:
    """Return who is behind in one line, the farthest first: `2 đồng chí: An thiếu 7 ngày, …`."""
    lacking = (f"{row.name} thiếu {number(row.pace.lacking)} ngày" for row in rows.behind)
    return f"{number(len(rows.behind))} đồng chí: {', '.join(lacking)}"


def _waiting(view: View, due: Due, member: Member) -> Waiting:
    own = due.of(member.id)
    rows = due_rows(view, own)
    return Waiting(
        id=member.id,
        name=member.name,
        overdue=own.overdue,
        pace=next(iter(rows.paces), None),
        rows=rows,
    )
