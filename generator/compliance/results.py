"""Everything that the records amount to on a day: the years, and who has been where.

Source: design, section 2, *Counting, exactly*.
"""

from collections.abc import Mapping
from datetime import date

from generator.compliance.coverage import NeglectedUnit, UnitCoverage, coverage, neglected
from generator.compliance.days import days_by_month, grouped, presences
from generator.compliance.due import Due, due
from generator.compliance.figures import PeriodResult, period_result
from generator.compliance.issues import (
    IssueStanding,
    IssueTotals,
    issue_standings,
    issue_totals,
)
from generator.compliance.measure import Measure
from generator.compliance.plan_totals import YearPlans, year_plans
from generator.compliance.population import population, years_of
from generator.compliance.variance import plan_concerned
from generator.compliance.year import YearResult, year_result
from generator.domain.fields import Shape, internal, public
from generator.domain.period import Period
from generator.domain.records import Records


class Results(Shape):
    """The results as of a day; years ascending, coverage by unit over all years.

    `to_come` are the years that somebody planned and that have not begun.
    """

    as_of: date = public("Số liệu tính đến ngày")
    years: tuple[YearResult, ...] = public("Các năm")
    to_come: tuple[YearPlans, ...] = internal("Kế hoạch các năm chưa đến", default=())
    coverage: Mapping[str, UnitCoverage] = public("Các đơn vị đã đến")
    issues: tuple[IssueStanding, ...] = public("Kiến nghị, đề xuất")
    neglected: tuple[NeglectedUnit, ...] = internal("Các xã lâu chưa có chuyến đi", default=())
    due: Due | None = internal("Việc cần làm")

    @property
    def plans(self) -> tuple[YearPlans, ...]:
        """The plans of all years, begun or not."""
        return (*self.years, *self.to_come)

    def year(self, year: int) -> YearResult | None:
        """Return the result of the year, if it has one."""
        return next((each for each in self.years if each.year == year), None)

    def figures_of(self, period: Period) -> tuple[YearResult, PeriodResult]:
        """Return the period's year and figures.

        Raises:
            KeyError: there are none.
        """
        year = self.year(period.year)
        figures = year.figures_of(period) if year else None
        if year is None or figures is None:
            raise KeyError(str(period))
        return year, figures

    def issue_totals(self, year: int | None = None) -> IssueTotals:
        """Return how the issues stand that were raised in the year, else all of them."""
        return issue_totals(each for each in self.issues if year in (None, each.raised.year))


def assess(records: Records, as_of: date) -> Results:
    """Return what sound records amount to on the day; a visit after it counts nothing."""
    present = presences(records, as_of)
    by_year = grouped(present, lambda each: each.day.year)
    by_plan = grouped(present, plan_concerned)

    def result(year: int) -> YearResult:
        return year_result(records, by_year[year], by_plan, Measure.of(records, year, as_of))

    planned = {plan.year for plan in records.plans.values()}
    years = {year: result(year) for year in years_of(records, as_of)}
    # In the first days of a year nothing is recorded yet, but the pace runs.
    running = years.get(as_of.year) or result(as_of.year)
    covered, issues = coverage(records, present), issue_standings(records, as_of)
    measure = Measure.of(records, as_of.year, as_of)
    return Results(
        as_of=as_of,
        years=tuple(years.values()),
        to_come=tuple(
            year_plans(records, by_plan, Measure.of(records, year, as_of))
            for year in sorted(planned)
            if year > as_of.year
        ),
        coverage=covered,
        neglected=neglected(records, covered, as_of),
        issues=issues,
        due=due(records, years.values(), running, issues, measure),
    )


def assess_period(records: Records, period: Period, as_of: date) -> PeriodResult:
    """Return the figures of any period, by the policy of its year."""
    measure = Measure.of(records, period.year, as_of)
    of_year = [each for each in presences(records, as_of) if each.day.year == period.year]
    mine = grouped(of_year, lambda each: each.member)
    months = {
        member: days_by_month(mine[member], measure.day_unit)
        for member in population(records, measure)
    }
    within = [each for each in of_year if each.day.month in period.months]
    return period_result(records, period, months, within, measure)
