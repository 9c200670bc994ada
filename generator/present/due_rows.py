"""What is due, put into words: reports, paces, planned items and issues as lines of a list.

The page of what is due and the weekly notes say the same from these.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.audience import View
from generator.compliance.coverage import NEGLECTED_AFTER, NeglectedUnit
from generator.compliance.due import Due, IssueDue, ItemDue, Pace, ReportOwed
from generator.compliance.target import STATUSES, told_pace
from generator.domain.plan import PlanItem
from generator.domain.visit import COMPETENCES
from generator.present import addresses
from generator.present.issue_rows import anchor
from generator.present.names import Names, in_sentence
from generator.present.visit_rows import VisitRow, visit_row
from generator.present.visits import plan_anchor
from generator.present.wording import name_key, number

SOON = 14
"""Within how many days something counts as due soon."""

NEGLECTED_RULE = f"chưa đến lần nào, hoặc lần cuối đã quá {NEGLECTED_AFTER} ngày"
"""When a commune counts as long unseen, as the pages and the note say it."""

Person = tuple[str, str]
"""A member's id and name."""


@dataclass(frozen=True, slots=True)
class OwedRow:
    """A report that is owed."""

    visit: VisitRow
    people: tuple[Person, ...]
    due: date
    days_left: int
    overdue: bool


@dataclass(frozen=True, slots=True)
class PaceRow:
    """A member's year against the pace; `expected` is as people read it."""

    member: str
    name: str
    pace: Pace
    word: str
    expected: Decimal

    @property
    def figures(self) -> str:
        """The days against the target: `9/60 ngày`."""
        return f"{number(self.pace.days)}/{self.pace.target} ngày"

    @property
    def need(self) -> str:
        """What the pace asks for, and what is lacking; empty once the target is reached."""
        pace = self.pace
        if pace.status == "reached":
            return ""
        if not pace.days_left:
            return f"thiếu {number(pace.to_target)} ngày"
        wanted = f"đến nay cần {number(self.expected)} ngày"
        return f"{wanted}, đi thêm {number(pace.lacking)} ngày mới kịp" if pace.behind else wanted

    @property
    def sentence(self) -> str:
        """All of it in one line: `9/60 ngày, chậm tiến độ: đến nay cần 12,3 ngày, …`."""
        return f"{self.figures}, {self.word}{': ' if self.need else ''}{self.need}."

    @property
    def outlook(self) -> str:
        """How much is still to do in the year, and in how many days; empty if nothing."""
        if not self.pace.to_target or not self.pace.days_left:
            return ""
        return (
            f"Còn {number(self.pace.to_target)} ngày nữa thì đủ chỉ tiêu; "
            f"từ nay đến cuối năm có thể đi {number(self.pace.days_left)} ngày."
        )


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A planned item that is not done yet."""

    member: str
    name: str
    year: int
    month: int
    what: str
    days: Decimal
    address: str
    approved: bool
    overdue: bool


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An issue that waits for an answer."""

    text: str
    place: str
    raised: date
    address: str
    people: tuple[Person, ...]
    age: int
    due: date | None
    days_left: int | None
    overdue: bool
    competence: str
    referred_to: str


@dataclass(frozen=True, slots=True)
class DueRows:
    """Everything that is due, in words, the most urgent first in each list; paces by name."""

    year: int
    reports: tuple[OwedRow, ...]
    paces: tuple[PaceRow, ...]
    items: tuple[PlannedRow, ...]
    issues: tuple[AnswerRow, ...]
    planless: tuple[Person, ...]
    coming: tuple[VisitRow, ...]

    @property
    def behind(self) -> list[PaceRow]:
        """Who is behind the pace, the farthest first."""
        return sorted(
            (row for row in self.paces if row.pace.behind), key=lambda row: -row.pace.lacking
        )

    def items_of(self, months_on: int, as_of: date) -> list[PlannedRow]:
        """Return what is planned for this month (0) or the next (1) and not over."""
        year, month = divmod(as_of.year * 12 + as_of.month - 1 + months_on, 12)
        return [
            row
            for row in self.items
            if not row.overdue and (row.year, row.month) == (year, month + 1)
        ]


def due_rows(view: View, due: Due) -> DueRows:
    """Return the lines of what is due."""
    names = Names(view.records)
    return DueRows(
        year=due.year,
        reports=tuple(_owed(each, view, names) for each in due.reports),
        paces=tuple(
            sorted(
                (_pace(each, names) for each in due.paces),
                key=lambda row: (name_key(row.name), row.member),
            )
        ),
        items=tuple(_planned(each, view, names) for each in due.items),
        issues=tuple(_answer(each, view, names) for each in due.issues),
        planless=_people(due.planless, names),
        coming=tuple(visit_row(view.records.visits[each], names) for each in due.coming),
    )


def neglected_rows(view: View) -> list[tuple[str, NeglectedUnit]]:
    """Return the communes long unseen and what they are called, the longest unseen first."""
    names = Names(view.records)
    return [(names.place(each.unit), each) for each in view.results.neglected]


def deadline(days_left: int) -> str:
    """Return how far a deadline is: `quá hạn 6 ngày`, `hạn cuối là hôm nay`, `còn 3 ngày`."""
    if days_left < 0:
        return f"quá hạn {number(-days_left)} ngày"
    return f"còn {number(days_left)} ngày" if days_left else "hạn cuối là hôm nay"


def soon(days_left: int | None) -> bool:
    """Whether a deadline lies within the days that count as soon, and is not past."""
    return days_left is not None and 0 <= days_left <= SOON


def planned_text(kind: str, place: str) -> str:
    """Return what was planned, and where if a unit was named."""
    return f"{kind}, {in_sentence(place)}" if place else kind


def _people(members: Iterable[str], names: Names) -> tuple[Person, ...]:
    return tuple((each, names.member(each)) for each in names.members_sorted(members))


def _owed(report: ReportOwed, view: View, names: Names) -> OwedRow:
    return OwedRow(
        visit=visit_row(view.records.visits[report.visit], names),
        people=_people(report.members, names),
        due=report.due,
        days_left=report.days_left,
        overdue=report.overdue,
    )


def _pace(pace: Pace, names: Names) -> PaceRow:
    name, word = names.member(pace.member), STATUSES[pace.status]
    return PaceRow(pace.member, name, pace, word, told_pace(pace.expected))


def _planned(due: ItemDue, view: View, names: Names) -> PlannedRow:
    plan = view.records.plans[f"{due.year}/{due.member}"]
    item: PlanItem = next(each for each in plan.items if each.id == due.item)
    return PlannedRow(
        member=due.member,
        name=names.member(due.member),
        year=due.year,
        month=due.month,
        what=planned_text(names.kind(item.kind), names.place(item.unit) if item.unit else ""),
        days=item.days,
        address=f"{addresses.plans(due.year)}#{plan_anchor(due.member, due.item)}",
        approved=plan.approved(due.month),
        overdue=due.overdue,
    )


def _answer(due: IssueDue, view: View, names: Names) -> AnswerRow:
    visit = view.records.visits[due.visit]
    issue = visit.issues[due.number]
    return AnswerRow(
        text=issue.text or "",
        place=names.place(visit.unit),
        raised=visit.date,
        address=f"{addresses.visit(visit)}#{anchor(due.number)}",
        people=_people(due.members, names),
        age=due.age,
        due=due.due,
        days_left=due.days_left,
        overdue=due.overdue,
        competence=COMPETENCES[issue.competence] if issue.competence else "",
        referred_to=issue.referred_to or "",
    )
