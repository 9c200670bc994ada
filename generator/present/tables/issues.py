"""The table of issues: what was raised, where and when, how old it is and what came of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.audience import View
from generator.compliance.issues import IssueStanding
from generator.domain.period import Period
from generator.domain.visit import COMPETENCES, ISSUE_STATUSES, Issue, Visit
from generator.present.names import Names
from generator.present.tables.table import Column, Reference, Table, of


@dataclass(frozen=True)
class IssueEntry:
    """An issue of a visit, and where it stands on the day counted."""

    visit: Visit
    issue: Issue
    standing: IssueStanding
    names: Names

    def concerns(self, period: Period, member: str | None) -> bool:
        """Whether it was raised in the period, at a visit of that member."""
        mine = member is None or member in self.visit.members
        return mine and period.covers(self.standing.raised)


def _entries(view: View) -> Iterator[IssueEntry]:
    """Return the issues by date and id of the visit."""
    return _entries_of(view.results.issues, view)


def _near(view: View, period: Period) -> Iterator[IssueEntry]:
    """Return the issues raised in the year of the period."""
    return _entries_of(view.raised.get(period.year, ()), view)


def _entries_of(standings: Iterable[IssueStanding], view: View) -> Iterator[IssueEntry]:
    names = Names(view.records)
    for standing in standings:
        visit = view.records.visits[standing.visit]
        yield IssueEntry(visit, visit.issues[standing.number], standing, names)


ISSUES: Final = Table(
    name="issues",
    title="Kiến nghị, đề xuất",
    description="Mỗi dòng là một khó khăn, vướng mắc cơ sở nêu trong một chuyến đi. Bản công khai "
    "chỉ có những kiến nghị đã có nội dung công khai.",
    key=("visit", "number"),
    columns=(
        of(
            IssueStanding, "visit", lambda e: e.visit.id, required=True, title="Mã chuyến đi",
            description="Chuyến đi mà kiến nghị được nêu.",
        ),
        of(
            IssueStanding, "number", lambda e: e.standing.number + 1, "integer", required=True,
            description="Đếm từ 1 trong những kiến nghị của chuyến đi có trong bảng này.",
        ),
        of(
            Issue, "id", lambda e: e.issue.id, audience="internal",
            description="Mã được giữ nguyên khi kiến nghị được sửa; có thể trống.",
        ),
        of(
            IssueStanding, "raised", lambda e: e.standing.raised, "date", required=True,
            description="Ngày đầu của chuyến đi.",
        ),
        of(
            Visit, "unit", lambda e: e.visit.unit, required=True, title="Mã đơn vị",
            description="Mã của đơn vị nêu kiến nghị.",
        ),
        Column[IssueEntry](
            "unit_name", "string", "Đơn vị", "Tên đơn vị kèm đơn vị cấp trên đến cấp huyện.",
            lambda e: e.names.place(e.visit.unit), audience="public", required=True,
        ),
        Column[IssueEntry](
            "text", "string", "Nội dung",
            "Điều cơ sở nêu; bản công khai là nội dung đã viết cho mọi người đọc.",
            lambda e: e.issue.text or e.issue.public_text, audience="public", required=True,
        ),
        of(
            Issue, "competence", lambda e: e.issue.competence, choices=COMPETENCES,
        ),
        of(Issue, "referred_to", lambda e: e.issue.referred_to),
        of(
            IssueStanding, "status", lambda e: e.standing.status, choices=ISSUE_STATUSES,
            required=True, description="Tình trạng vào ngày chốt số liệu.",
        ),
        of(
            IssueStanding, "age", lambda e: e.standing.age, "integer", name="age_days",
            required=True,
            description="Đến ngày giải quyết xong; chưa xong thì đến ngày chốt số liệu.",
        ),
        of(
            Issue, "due", lambda e: e.issue.due, "date",
            description="Ngày cuối cùng phải trả lời, nếu có.",
        ),
        of(
            Issue, "resolved_on", lambda e: None if e.standing.pending else e.issue.resolved_on,
            "date", description="Trống là chưa giải quyết xong vào ngày chốt số liệu.",
        ),
        of(
            IssueStanding, "days_overdue", lambda e: e.standing.days_overdue, "integer",
            description="Số ngày đã qua hạn trả lời; 0 là chưa quá hạn hoặc không có hạn.",
        ),
        of(
            Issue, "public_text", lambda e: e.issue.public_text, audience="internal",
            description="Lời viết cho mọi người đọc; trống là kiến nghị không công khai.",
        ),
        of(
            Issue, "outcome", lambda e: e.issue.outcome,
            description="Việc đã làm để giải quyết.",
        ),
    ),
    rows=_entries,
    near=_near,
    references=(Reference("visit", "visits"), Reference("unit", "units")),
)  # fmt: skip
