"""A year: its population, each member against the target, and the figures around the mean.

Source: design, section 2, *Counting, exactly*, and section 3 (the JSON of `summary`).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from generator.compliance.coverage import CoverageGroup, by_district, by_type
from generator.compliance.days import (
    MONTHS,
    Presence,
    credited_days,
    days_by_month,
    grouped,
    total,
)
from generator.compliance.figures import PeriodResult, branch_meetings, period_result
from generator.compliance.measure import Measure
from generator.compliance.plan_totals import YearPlans, year_plans
from generator.compliance.population import named_members, population
from generator.compliance.target import Status, eligibility, expected_days, status, target
from generator.compliance.timeliness import (
    ReportCounts,
    VisitReport,
    report_counts,
    reports_of_year,
    tallied,
)
from generator.domain.fields import Shape, internal, public
from generator.domain.member import Member
from generator.domain.period import HALF_YEAR, QUARTER, Period
from generator.domain.policy import DayUnit
from generator.domain.records import Records
from generator.domain.visit import Visit

__all__ = ["DaysBy", "MemberYear", "ReportCounts", "VisitReport", "YearResult", "year_result"]


class DaysBy(Shape):
    """Days with one kind or level; a date with visits of two counts once in each."""

    id: str = public("Mã")
    days: Decimal = public("Số ngày")


class Share(Shape):
    """What the visits of one kind, level or programme amount to in a year."""

    id: str = public("Mã")
    visits: int = public("Số chuyến")
    participations: int = public("Số lượt (người × chuyến)")
    days: Decimal = public("Số ngày")


class MemberYear(Shape):
    """One member's year against the target."""

    id: str = public("Ủy viên")
    name: str = public("Họ và tên")
    days: Decimal = public("Số ngày công tác cơ sở")
    target: int | None = public("Chỉ tiêu", default=None)
    adjusted: bool = public("Chỉ tiêu được điều chỉnh theo quy định", default=False)
    status: Status | None = public("Kết quả", "Công khai khi năm đã kết thúc.", default=None)
    expected_days: Decimal | None = internal("Số ngày cần có theo tiến độ")
    branch_meetings: int = public("Số lần dự sinh hoạt chi đoàn")
    visits: tuple[str, ...] = public("Các chuyến đi")
    months: tuple[Decimal, ...] = public("Số ngày từng tháng", "Mười hai tháng.")
    by_kind: tuple[DaysBy, ...] = public("Số ngày theo nội dung")
    by_level: tuple[DaysBy, ...] = public("Số ngày theo cấp")
    reports: ReportCounts | None = internal("Báo cáo")


class YearResult(YearPlans):
    """A year: the figures of `summary`, each month begun, and plans against actual."""

    closed: bool = public("Năm đã kết thúc")
    policy: str | None = public("Chủ trương", default=None)
    whole: PeriodResult = public("Cả năm")
    reached: int | None = public("Số đồng chí đạt chỉ tiêu", default=None)
    members: tuple[MemberYear, ...] = public("Từng Ủy viên")
    months: tuple[PeriodResult, ...] = public("Từng tháng")
    to_date: tuple[PeriodResult, ...] = public("Lũy kế đến hết từng tháng")
    longer: tuple[PeriodResult, ...] = public("Từng quý, sáu tháng")
    kinds: tuple[Share, ...] = public("Chuyến đi theo nội dung", default=())
    levels: tuple[Share, ...] = public("Chuyến đi theo cấp", default=())
    programmes: tuple[Share, ...] = public("Chuyến đi theo chương trình", default=())
    districts: tuple[CoverageGroup, ...] = public("Độ bao phủ theo huyện", default=())
    types: tuple[CoverageGroup, ...] = public("Độ bao phủ đơn vị khác, theo loại", default=())
    communes_covered: int = public("Số xã, phường, thị trấn đã đến")
    communes: int = public("Số xã, phường, thị trấn")
    all_reported: bool = public(
        "Chuyến đi nào cũng đã báo cáo", "Công khai khi năm đã kết thúc.", default=False
    )
    reports: tuple[VisitReport, ...] = internal("Báo cáo từng chuyến", default=())

    @property
    def standing(self) -> Mapping[Status, int]:
        """How many members have each status; of those whose status may be told."""
        return Counter(each.status for each in self.members if each.status)

    @property
    def report_counts(self) -> ReportCounts:
        """How many reports of visits were made in time, late, not at all, or are not due yet."""
        return tallied(self.reports)

    def figures_of(self, period: Period) -> PeriodResult | None:
        """Return the figures of the year, or of a half, a quarter or a month that has begun."""
        held = (self.whole, *self.months, *self.longer)
        return next((each for each in held if each.period == str(period)), None)


def year_result(
    records: Records,
    presences: Sequence[Presence],
    by_plan: Mapping[str, Sequence[Presence]],
    measure: Measure,
) -> YearResult:
    """Return everything about one year.

    `presences` are those of the year up to the day counted, `by_plan` those that concern each plan.
    """
    reports = reports_of_year(records, measure)
    members = _member_years(records, presences, reports, measure)
    months = {each.id: each.months for each in members}
    by_month = grouped(presences, lambda each: each.day.month)

    def figures(period: Period) -> PeriodResult:
        within = [each for number in period.months for each in by_month[number]]
        return period_result(records, period, months, within, measure)

    begun = [each for each in MONTHS if date(measure.year, each, 1) <= measure.as_of]
    districts = by_district(records, presences, measure.last_counted)
    return YearResult(
        **dict(year_plans(records, by_plan, measure)),
        closed=measure.closed,
        policy=measure.policy.id if measure.policy else None,
        whole=figures(Period(measure.year)),
        reached=sum(each.status == "reached" for each in members),
        members=members,
        months=tuple(figures(Period(measure.year, each, each)) for each in begun),
        to_date=tuple(figures(Period(measure.year, 1, each)) for each in begun),
        longer=tuple(
            figures(Period(measure.year, each, each + length - 1))
            for length in (QUARTER, HALF_YEAR)
            for each in begun
            if each % length == 1
        ),
        kinds=_shares(presences, lambda visit: visit.kind, measure.day_unit),
        levels=_shares(presences, records.level_of, measure.day_unit),
        programmes=_shares(presences, lambda visit: visit.programme, measure.day_unit),
        districts=districts,
        types=by_type(records, presences, measure.last_counted),
        communes_covered=sum(each.visited for each in districts),
        communes=sum(len(each.units) for each in districts),
        all_reported=all(each.made is not None for each in reports),
        reports=reports,
    )


def _member_years(
    records: Records,
    presences: Iterable[Presence],
    reports: Iterable[VisitReport],
    measure: Measure,
) -> tuple[MemberYear, ...]:
    """Return the year of each member of the population, by id."""
    mine = grouped(presences, lambda each: each.member)
    named = named_members(records, measure)
    counts = report_counts(records, reports)
    return tuple(
        _member_year(
            records,
            records.members[each],
            mine[each],
            measure,
            named=each in named,
            reports=counts[each],
        )
        for each in population(records, measure)
    )


def _member_year(
    records: Records,
    member: Member,
    presences: Sequence[Presence],
    measure: Measure,
    *,
    named: bool,
    reports: ReportCounts,
) -> MemberYear:
    eligible = eligibility(member, measure)
    wanted = target(eligible, measure)
    months = days_by_month(presences, measure.day_unit)
    days = total(months)
    return MemberYear(
        id=member.id,
        name=member.name,
        days=days,
        target=wanted,
        adjusted=measure.policy is not None and wanted != measure.policy.rules.annual_days.value,
        status=status(days, wanted, eligible, measure, named=named),
        expected_days=expected_days(wanted, eligible),
        branch_meetings=branch_meetings(records, presences),
        visits=tuple(dict.fromkeys(each.visit.id for each in presences)),
        months=months,
        by_kind=_days_by(presences, lambda visit: visit.kind, measure.day_unit),
        by_level=_days_by(presences, records.level_of, measure.day_unit),
        reports=reports,
    )


def _days_by(
    presences: Iterable[Presence], key: Callable[[Visit], str], day_unit: DayUnit
) -> tuple[DaysBy, ...]:
    """Return one member's days for each value of `key`, most first; those without a day not."""
    groups = grouped(presences, lambda each: key(each.visit))
    return _most_first({name: credited_days(held, day_unit) for name, held in groups.items()})


def _most_first(days: Mapping[str, Decimal]) -> tuple[DaysBy, ...]:
    found = (DaysBy(id=name, days=each) for name, each in days.items() if each)
    return tuple(sorted(found, key=lambda each: (-each.days, each.id)))


def _shares(
    presences: Iterable[Presence], key: Callable[[Visit], str | None], day_unit: DayUnit
) -> tuple[Share, ...]:
    """Return what each value of `key` amounts to, most days first; visits without one are not."""
    groups = grouped(presences, lambda each: key(each.visit))
    shares = [_share(name, held, day_unit) for name, held in groups.items() if name]
    return tuple(sorted(shares, key=lambda each: (-each.days, -each.visits, each.id)))


def _share(name: str, held: Sequence[Presence], day_unit: DayUnit) -> Share:
    each_member = grouped(held, lambda each: each.member).values()
    return Share(
        id=name,
        visits=len({each.visit.id for each in held}),
        participations=len({(each.member, each.visit.id) for each in held}),
        days=total(credited_days(mine, day_unit) for mine in each_member),
    )
