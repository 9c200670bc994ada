"""What became of the plans of a year, added up: for the year, and for each month.

Source: issue *Site*, "Plans: by month, done, moved, not done, cancelled, unplanned".
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from operator import attrgetter

from generator.compliance.days import Presence, grouped, total
from generator.compliance.measure import Measure
from generator.compliance.variance import ItemOutcome, PlanVariance, variance
from generator.domain.fields import Shape, public
from generator.domain.records import Records
from generator.domain.visit import Visit


class PlanTotals(Shape):
    """How many planned items came to what, and how many visits no plan foresaw.

    `planned_days` leaves out cancelled items; `actual_days` are those that the items brought.
    """

    items: int = public("Số mục kế hoạch", default=0)
    done: int = public("Đã thực hiện", default=0)
    moved: int = public("Thực hiện vào tháng khác", default=0)
    not_done: int = public("Chưa thực hiện", default=0)
    cancelled: int = public("Đã hủy", default=0)
    upcoming: int = public("Chưa đến kỳ", default=0)
    unplanned: int = public("Chuyến đi ngoài kế hoạch", default=0)
    planned_days: Decimal = public("Số ngày dự kiến", default=Decimal(0))
    actual_days: Decimal = public("Số ngày thực hiện", default=Decimal(0))


class PlanMonth(PlanTotals):
    """The same of the items planned for one month, and of the visits in it."""

    month: int = public("Tháng")


class YearPlans(Shape):
    """The plans of a year, begun or not: what became of each, and of all in each month."""

    year: int = public("Năm")
    variances: tuple[PlanVariance, ...] = public("Kế hoạch và thực hiện")
    plan: PlanTotals = public("Kế hoạch và thực hiện, cả năm", default=PlanTotals())
    plan_months: tuple[PlanMonth, ...] = public("Kế hoạch và thực hiện từng tháng", default=())


def year_plans(
    records: Records, by_plan: Mapping[str, Sequence[Presence]], measure: Measure
) -> YearPlans:
    """Return what became of the plans of a year; `by_plan` are the presences that concern each."""
    variances = tuple(
        variance(records, plan, by_plan[f"{plan.year}/{plan.member}"], measure)
        for plan in sorted(records.plans.values(), key=lambda each: each.member)
        if plan.year == measure.year
    )
    months = plan_months(records, measure.year, variances)
    return YearPlans(
        year=measure.year, variances=variances, plan=plan_totals(months), plan_months=months
    )


def plan_months(
    records: Records, year: int, variances: Sequence[PlanVariance]
) -> tuple[PlanMonth, ...]:
    """Return the totals of each month for which something was planned, or done besides the plans.

    An unplanned visit counts once, however many went, in the first month of the year that it saw.
    """
    cancelled = {
        (plan.member, item.id)
        for plan in records.plans.values()
        if plan.year == year
        for item in plan.items
        if item.cancelled is not None
    }
    outcomes = [(each.member, item) for each in variances for item in each.items]
    by_month = grouped(outcomes, lambda each: each[1].month)
    unplanned = {visit for each in variances for visit in each.unplanned}
    besides = Counter(first_month_in(records.visits[each], year) for each in unplanned)
    return tuple(
        PlanMonth(
            month=month,
            **_statuses(item for _, item in by_month[month]),
            unplanned=besides[month],
            planned_days=total(
                item.planned_days
                for member, item in by_month[month]
                if (member, item.item) not in cancelled
            ),
            actual_days=total(item.actual_days for _, item in by_month[month]),
        )
        for month in sorted({*by_month, *besides})
    )


def plan_totals(months: Sequence[PlanMonth]) -> PlanTotals:
    """Return the totals of all the months together."""
    counts = ("items", "done", "moved", "not_done", "cancelled", "upcoming", "unplanned")
    return PlanTotals(
        **{name: sum(map(attrgetter(name), months)) for name in counts},
        planned_days=total(each.planned_days for each in months),
        actual_days=total(each.actual_days for each in months),
    )


def first_month_in(visit: Visit, year: int) -> int:
    """Return the first month of the year in which the visit has a day."""
    return next(day.month for day in visit.days() if day.year == year)


def _statuses(items: Iterable[ItemOutcome]) -> dict[str, int]:
    held = Counter[str](item.status for item in items)
    return {"items": held.total(), **held}
