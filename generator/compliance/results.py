"""Everything that the records amount to on a day: the years, and who has been where."""

from collections.abc import Mapping
from datetime import date

from generator.compliance.coverage import UnitCoverage, coverage
from generator.compliance.days import presences
from generator.compliance.figures import DEFAULT_DECIMALS, PeriodResult, period_result
from generator.compliance.year import YearResult, population, year_result, years_of
from generator.domain.fields import Shape, public
from generator.domain.period import Period
from generator.domain.records import Records


class Results(Shape):
    """The results as of a day; years ascending, coverage by unit over all years."""

    as_of: date = public("Số liệu tính đến ngày")
    years: tuple[YearResult, ...] = public("Các năm")
    coverage: Mapping[str, UnitCoverage] = public("Các đơn vị đã đến")

    def year(self, year: int) -> YearResult | None:
        """Return the result of the year, if it has one."""
        return next((each for each in self.years if each.year == year), None)


def assess(records: Records, as_of: date) -> Results:
    """Return what sound records amount to on the day; a visit after it counts nothing."""
    present = presences(records, as_of)
    return Results(
        as_of=as_of,
        years=tuple(
            year_result(records, year, present, as_of) for year in years_of(records, as_of)
        ),
        coverage=coverage(records, date.min, as_of),
    )


def assess_period(records: Records, period: Period, as_of: date) -> PeriodResult:
    """Return the figures of any period, by the policy of its year."""
    policy = records.policy_on(period.first_day)
    of_year = (each for each in presences(records, as_of) if each.day.year == period.year)
    return period_result(
        records,
        period,
        population(records, period.year, as_of),
        of_year,
        policy.rules.day_unit.value if policy else "calendar_date",
        policy.rules.mean_rounding.value if policy else DEFAULT_DECIMALS,
    )
