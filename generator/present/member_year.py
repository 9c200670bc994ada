"""Everything that a member's page says of one year."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from generator.audience import View
from generator.compliance.timeliness import VisitReport
from generator.compliance.variance import ITEM_STATUSES, ItemOutcome, PlanVariance
from generator.compliance.year import DaysBy, MemberYear, YearResult
from generator.domain.plan import PlanItem
from generator.domain.visit import LEVELS, Visit
from generator.present import addresses
from generator.present.charts import Chart, scale
from generator.present.issue_rows import IssueRow, issue_rows
from generator.present.member_charts import SumToMonth, cumulative, sums_by_month
from generator.present.mentions import Mentions
from generator.present.names import Names, capital
from generator.present.policy import assumed_rules
from generator.present.visit_rows import VisitRow, visit_row, visit_rows
from generator.present.visits import plan_anchor
from generator.present.year_calendar import MonthGrid, first_month, month_anchor, year_calendar


@dataclass(frozen=True, slots=True)
class Bars:
    """Days by kind or by level: what, how many, and the most of all, by which bars are drawn."""

    rows: list[tuple[str, Decimal]]
    most: Decimal


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One planned item beside what became of it; `anchor` is its place on the page of plans."""

    anchor: str
    item: PlanItem
    outcome: ItemOutcome
    place: str
    kind: str
    visits: list[VisitRow]


@dataclass(frozen=True, slots=True)
class PlanOfYear:
    """The items of a plan, how many came to what, and the visits that nobody had planned."""

    rows: list[PlanRow]
    totals: list[tuple[str, str, int]]
    done: int
    unplanned: list[VisitRow]


@dataclass(frozen=True, slots=True)
class OwedReport:
    """A report that is to be made, or was made too late."""

    visit: VisitRow
    report: VisitReport


@dataclass(frozen=True, slots=True)
class MonthOfVisits:
    """The visits of a month, under a heading that days of the calendar lead to."""

    anchor: str
    month: int
    rows: list[VisitRow]


@dataclass(frozen=True, slots=True)
class YearOfMember:
    """Everything that a member's page says of one year; `sheet` and `form` lead to documents."""

    year: YearResult
    member: MemberYear
    assumed: list[str]
    sums: list[SumToMonth]
    chart: Chart
    scale: Decimal
    month_scale: Decimal
    calendar: tuple[MonthGrid, ...]
    by_kind: Bars
    by_level: Bars
    plan: PlanOfYear | None
    reports: list[OwedReport]
    issues: list[IssueRow]
    months: list[MonthOfVisits]
    sheet: str
    form: str


@dataclass(frozen=True)
class MemberGround:
    """What the pages of all members look up; gathered once."""

    view: View
    names: Names
    visits: Mapping[str, Sequence[Visit]]

    @classmethod
    def of(cls, view: View) -> "MemberGround":
        """Return the visits of the view by member, in their order."""
        visits: defaultdict[str, list[Visit]] = defaultdict(list)
        for visit in view.records.standing_visits:
            for member in dict.fromkeys(visit.members):
                visits[member].append(visit)
        return cls(view, Names(view.records), visits)

    @cached_property
    def mentions(self) -> Mentions:
        """The articles, by what they speak of."""
        return Mentions.of(self.view)


def year_of_member(ground: MemberGround, year: YearResult, member: MemberYear) -> YearOfMember:
    """Return what the page says of this year of the member."""
    view, names = ground.view, ground.names
    counted = [view.records.visits[each] for each in member.visits]
    sums = sums_by_month(view, year, member)
    return YearOfMember(
        year=year,
        member=member,
        assumed=assumed_rules(view.records, year),
        sums=sums,
        chart=cumulative(view, year, member, sums),
        scale=scale([member.days], member.target),
        month_scale=max([*member.months, Decimal(1)]),
        calendar=year_calendar(
            year.year, view.records.members[member.id], counted, view.results.as_of, names
        ),
        by_kind=_bars((names.kind(each.id), each) for each in member.by_kind),
        by_level=_bars((capital(LEVELS.get(each.id, each.id)), each) for each in member.by_level),
        plan=_plan(ground, year, member.id),
        reports=_owed(ground, year, member.id),
        issues=_issues(ground, year.year, member.id),
        months=_months(year.year, member.id, counted, names),
        sheet=addresses.member_sheet(member.id, year.year) if view.records.organisation else "",
        form=_form(view, year.year, member.id),
    )


def _form(view: View, year: int, member_id: str) -> str:
    """Return where the form of the plan is, which only the organisation has."""
    plan = view.records.plans.get(f"{year}/{member_id}")
    written = view.internal and view.records.organisation and plan and plan.items
    return addresses.plan_form(year, member_id) if written else ""


def _bars(named: Iterable[tuple[str, DaysBy]]) -> Bars:
    rows = [(label, each.days) for label, each in named]
    return Bars(rows, max((days for _, days in rows), default=Decimal(1)))


def _plan(ground: MemberGround, year: YearResult, member_id: str) -> PlanOfYear | None:
    """Return the plan that the audience is told of, if anything of it."""
    plan = ground.view.records.plans.get(f"{year.year}/{member_id}")
    variance = next((each for each in year.variances if each.member == member_id), None)
    if plan is None or variance is None or not (variance.items or variance.unplanned):
        return None
    items = {item.id: item for item in plan.items}
    counts = Counter[str](each.status for each in variance.items)
    visits = ground.view.records.visits
    return PlanOfYear(
        rows=list(_plan_rows(ground, variance, items)),
        totals=[(key, word, counts[key]) for key, word in ITEM_STATUSES.items() if counts[key]],
        done=counts["done"] + counts["moved"],
        unplanned=visit_rows((visits[each] for each in variance.unplanned), ground.names),
    )


def _plan_rows(
    ground: MemberGround, variance: PlanVariance, items: Mapping[str, PlanItem]
) -> Iterator[PlanRow]:
    names, visits = ground.names, ground.view.records.visits
    for outcome in variance.items:
        item = items[outcome.item]
        yield PlanRow(
            anchor=plan_anchor(variance.member, item.id),
            item=item,
            outcome=outcome,
            place=names.place(item.unit) if item.unit else "",
            kind=names.kind(item.kind),
            visits=visit_rows((visits[each] for each in outcome.visits), names),
        )


def _owed(ground: MemberGround, year: YearResult, member_id: str) -> list[OwedReport]:
    """Return the reports not made yet, the first due first, and then those made late."""
    visits = ground.view.records.visits
    mine = [each for each in year.reports if member_id in visits[each.visit].members]
    owed = [each for each in mine if each.made is None]
    owed.sort(key=lambda each: each.due or date.max)
    late = [each for each in mine if each.timeliness == "late"]
    return [
        OwedReport(visit_row(visits[each.visit], ground.names), each) for each in (*owed, *late)
    ]


def _issues(ground: MemberGround, year: int, member_id: str) -> list[IssueRow]:
    """Return the issues that the member's visits of the year brought up to the day counted."""
    last = min(date(year, 12, 31), ground.view.results.as_of)
    held = (
        visit
        for visit in ground.view.records.standing_within(date(year, 1, 1), last)
        if visit.date.year == year and member_id in visit.members
    )
    return issue_rows(held, ground.view, ground.names)


def _months(
    year: int, member_id: str, visits: Iterable[Visit], names: Names
) -> list[MonthOfVisits]:
    """Return the visits by the month in which the member was first there, the latest first."""

    def month(visit: Visit) -> int:
        return first_month(visit, member_id, year)

    ordered = sorted(visits, key=lambda each: (month(each), each.date, each.id), reverse=True)
    return [
        MonthOfVisits(month_anchor(year, number), number, [visit_row(each, names) for each in held])
        for number, held in groupby(ordered, month)
    ]
