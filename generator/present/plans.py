"""The plans of a year, month by month, beside what became of each item."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.audience import View
from generator.compliance.plan_totals import PlanMonth, YearPlans, first_month_in
from generator.compliance.variance import ITEM_STATUSES, ItemOutcome, PlanVariance
from generator.compliance.year import YearResult
from generator.domain.plan import Approval, Plan, PlanItem
from generator.domain.visit import Visit
from generator.present import addresses
from generator.present.addresses import FILTERS
from generator.present.filters import Filter, by_choice, by_member
from generator.present.names import Names
from generator.present.page import Heading, Page
from generator.present.templating import render
from generator.present.visit_rows import VisitRow, visit_row, visit_rows
from generator.present.visits import plan_anchor
from generator.present.wording import name_key, period_text

UNPLANNED: Final = "unplanned"
"""Beside the statuses of items: what a visit outside the plans answers to."""


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A planned item, and what came of it."""

    anchor: str
    member: str
    name: str
    item: PlanItem
    kind: str
    unit: str
    approved: bool
    outcome: ItemOutcome
    status: str
    visits: tuple[VisitRow, ...]


@dataclass(frozen=True, slots=True)
class UnplannedRow:
    """A visit that was in the plan of none of the `members` named, by id and name."""

    visit: VisitRow
    members: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class MonthOfPlans:
    """What was planned for one month, and the visits in it that nobody had planned.

    `all_days` are those of everyone in the month, planned or not; None before it begins.
    """

    totals: PlanMonth
    rows: list[ItemRow]
    unplanned: list[UnplannedRow]
    all_days: Decimal | None

    @property
    def month(self) -> int:
        """The number of the month."""
        return self.totals.month


def plan_pages(view: View) -> Iterator[Page]:
    """Yield a page for each year that somebody planned."""
    names = Names(view.records)
    found = {each.year: each for each in view.results.plans}
    for year in sorted({plan.year for plan in view.records.plans.values()}):
        # The public is told of no year to come, yet the page stands, so that its address holds.
        yield _year_page(found.get(year) or YearPlans(year=year, variances=()), view, names)


def _year_page(held: YearPlans, view: View, names: Names) -> Page:
    year = held.year
    address = addresses.plans(year)
    plans = [plan for plan in view.records.plans.values() if plan.year == year]
    result = view.results.year(year)
    months = _months(held, result, view, names)
    values = {
        "year": year,
        "counted": result is not None,
        "months": months,
        "plan": held.plan,
        "statuses": ITEM_STATUSES,
        "approvals": _approvals(plans),
        "forms": _forms(plans, view, names),
        "filters": _filters(months, names),
        "status_name": FILTERS["status"],
        "unplanned_status": UNPLANNED,
        "as_of": view.results.as_of,
        "internal": view.internal,
    }
    return Page(
        address=address,
        title=f"Kế hoạch đi công tác cơ sở năm {year}",
        body=render("plans.html", address, values),
        description=f"Kế hoạch và thực hiện đi công tác cơ sở năm {year}, theo tháng.",
        search=f"Kế hoạch đi cơ sở năm {year}, đã thực hiện, dời, hủy, ngoài kế hoạch",
        headings=tuple(Heading(f"thang-{each.month}", f"Tháng {each.month}") for each in months),
        meta={"hide": ["toc"]},
    )


def _months(
    held: YearPlans, result: YearResult | None, view: View, names: Names
) -> list[MonthOfPlans]:
    """Return the months that have something to show."""
    days = {each.first_month: each.total_days for each in result.months} if result else {}
    rows: defaultdict[int, list[ItemRow]] = defaultdict(list)
    for variance in sorted(held.variances, key=lambda each: name_key(names.member(each.member))):
        plan = view.records.plans[f"{variance.year}/{variance.member}"]
        items = {item.id: item for item in plan.items}
        for outcome in variance.items:
            row = _row(plan, items[outcome.item], outcome, view, names)
            rows[outcome.month].append(row)
    unplanned = _unplanned(held.variances, view, names)
    return [
        MonthOfPlans(each, rows[each.month], unplanned[each.month], days.get(each.month))
        for each in held.plan_months
    ]


def _unplanned(
    variances: Iterable[PlanVariance], view: View, names: Names
) -> Mapping[int, list[UnplannedRow]]:
    """Return the visits outside the plans by month, the latest first."""
    visits: defaultdict[int, dict[str, Visit]] = defaultdict(dict)
    members: defaultdict[str, list[str]] = defaultdict(list)
    for variance in variances:
        for visit in (view.records.visits[each] for each in variance.unplanned):
            visits[first_month_in(visit, variance.year)][visit.id] = visit
            members[addresses.visit(visit)].append(variance.member)
    rows: defaultdict[int, list[UnplannedRow]] = defaultdict(list)
    for month, held in visits.items():
        for row in visit_rows(held.values(), names):
            who = names.members_sorted(members[row.address])
            rows[month].append(UnplannedRow(row, [(each, names.member(each)) for each in who]))
    return rows


def _filters(months: Iterable[MonthOfPlans], names: Names) -> list[Filter]:
    """Return the choices that some row answers to."""
    held = list(months)
    planned = {row.member for month in held for row in month.rows}
    besides = {each for month in held for row in month.unplanned for each, _ in row.members}
    found = {row.outcome.status for month in held for row in month.rows}
    statuses: list[tuple[str, str]] = [
        (key, word.capitalize()) for key, word in ITEM_STATUSES.items() if key in found
    ]
    if besides:
        statuses.append((UNPLANNED, "Ngoài kế hoạch"))
    return [by_member(planned | besides, names), by_choice("status", "Kết quả", statuses)]


def _forms(plans: Iterable[Plan], view: View, names: Names) -> list[tuple[str, str]]:
    """Return whose forms there are to sign, and where: the organisation's only."""
    if not view.internal or view.records.organisation is None:
        return []
    planned = {plan.member: plan for plan in plans if plan.items}
    return [
        (names.member(each), addresses.plan_form(planned[each].year, each))
        for each in names.members_sorted(planned)
    ]


def _row(plan: Plan, item: PlanItem, outcome: ItemOutcome, view: View, names: Names) -> ItemRow:
    visits = (view.records.visits[each] for each in outcome.visits)
    return ItemRow(
        anchor=plan_anchor(plan.member, item.id),
        member=plan.member,
        name=names.member(plan.member),
        item=item,
        kind=names.kind(item.kind),
        unit=names.place(item.unit) if item.unit else "",
        approved=plan.approved(item.month),
        outcome=outcome,
        status=ITEM_STATUSES[outcome.status],
        visits=tuple(visit_row(visit, names) for visit in visits),
    )


def _approvals(plans: Iterable[Plan]) -> list[tuple[str, Approval, int]]:
    """Return who approved which stretch, each once, with the number of plans that it approved."""
    given = Counter(approval for plan in plans for approval in plan.approvals)
    ordered = sorted(given, key=lambda each: (each.date, each.period, each.by))
    return [(period_text(each.period), each, given[each]) for each in ordered]
