"""A year: its population, each member against the target, and the figures around the mean.

Source: design, section 2, *Counting, exactly*, and section 3 (the JSON of `summary`).
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal

from generator.compliance.coverage import covered_units
from generator.compliance.days import Presence, credited_days, full_time_between
from generator.compliance.figures import (
    DEFAULT_DECIMALS,
    PeriodResult,
    branch_meetings,
    by_member,
    period_result,
)
from generator.compliance.target import (
    Status,
    eligible_days,
    expected_by,
    status,
    target,
    year_bounds,
)
from generator.compliance.timeliness import Timeliness, report_due, report_made, timeliness
from generator.compliance.variance import PlanVariance, variance
from generator.domain.fields import Shape, internal, public
from generator.domain.member import Member
from generator.domain.period import Period
from generator.domain.policy import DayUnit, Policy
from generator.domain.records import Records
from generator.domain.unit import Unit
from generator.domain.visit import Visit


class ReportCounts(Shape):
    """How many reports a member owed and made."""

    on_time: int = internal("Đúng hạn", default=0)
    late: int = internal("Trễ hạn", default=0)
    missing: int = internal("Quá hạn, chưa nộp", default=0)
    not_due: int = internal("Chưa đến hạn", default=0)


class VisitReport(Shape):
    """How the report of one visit stands."""

    visit: str = internal("Chuyến đi", default=...)
    made: date | None = internal("Ngày báo cáo")
    due: date | None = internal("Hạn báo cáo")
    timeliness: Timeliness = internal("Tình trạng báo cáo", default=...)


class DaysBy(Shape):
    """Days with one kind or level; a date with visits of two counts once in each."""

    id: str = public("Mã")
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


class YearResult(Shape):
    """A year: the figures of `summary`, each month, and plans against actual."""

    year: int = public("Năm")
    closed: bool = public("Năm đã kết thúc")
    policy: str | None = public("Chủ trương", default=None)
    whole: PeriodResult = public("Cả năm")
    reached: int | None = public("Số đồng chí đạt chỉ tiêu", default=None)
    members: tuple[MemberYear, ...] = public("Từng Ủy viên")
    months: tuple[PeriodResult, ...] = public("Từng tháng")
    communes_covered: int = public("Số xã, phường, thị trấn đã đến")
    communes: int = public("Số xã, phường, thị trấn")
    reports: tuple[VisitReport, ...] = internal("Báo cáo từng chuyến", default=())
    variances: tuple[PlanVariance, ...] = public("Kế hoạch và thực hiện")


def years_of(records: Records, as_of: date) -> tuple[int, ...]:
    """Return, ascending, the years up to `as_of` with a visit or a plan."""
    years = {plan.year for plan in records.plans.values()}
    for visit in records.standing_visits:
        years.update((visit.date.year, visit.last_day.year))
    return tuple(sorted(year for year in years if year <= as_of.year))


def population(records: Records, year: int, as_of: date) -> tuple[str, ...]:
    """Return the ids of the members with a full-time term in the year, begun by `as_of`."""
    first, last = year_bounds(year)
    return tuple(
        sorted(
            member.id
            for member in records.members.values()
            if full_time_between(member, first, min(last, as_of))
        )
    )


def year_result(
    records: Records, year: int, presences: Iterable[Presence], as_of: date
) -> YearResult:
    """Return everything about one year; `presences` are all those up to `as_of`."""
    policy = records.policy_on(date(year, 1, 1))
    day_unit: DayUnit = policy.rules.day_unit.value if policy else "calendar_date"
    decimals = policy.rules.mean_rounding.value if policy else DEFAULT_DECIMALS
    of_year = tuple(each for each in presences if each.day.year == year)
    people = population(records, year, as_of)
    reports = _reports(records, year, as_of)
    mine = by_member(of_year)
    members = tuple(
        _member_year(records, records.members[each], year, policy, mine[each], reports, as_of)
        for each in people
    )
    last = min(as_of, year_bounds(year)[1])
    communes = [unit.id for unit in records.units.values() if _is_commune_on(unit, last)]
    covered = {unit for each in of_year for unit in covered_units(records, each.visit)}
    months = (Period(year, month, month) for month in range(1, 13))
    return YearResult(
        year=year,
        closed=as_of >= year_bounds(year)[1],
        policy=policy.id if policy else None,
        whole=period_result(records, Period(year), people, of_year, day_unit, decimals),
        reached=sum(each.status == "reached" for each in members),
        members=members,
        months=tuple(
            period_result(records, month, people, of_year, day_unit, decimals)
            for month in months
            if month.first_day <= as_of
        ),
        communes_covered=sum(unit in covered for unit in communes),
        communes=len(communes),
        reports=reports,
        variances=tuple(
            variance(records, plan, mine[plan.member], day_unit, as_of)
            for plan in sorted(records.plans.values(), key=lambda each: each.member)
            if plan.year == year
        ),
    )


def _member_year(
    records: Records,
    member: Member,
    year: int,
    policy: Policy | None,
    presences: Sequence[Presence],
    reports: Iterable[VisitReport],
    as_of: date,
) -> MemberYear:
    day_unit: DayUnit = policy.rules.day_unit.value if policy else "calendar_date"
    eligible = eligible_days(member, year)
    wanted = target(policy, len(eligible), year) if policy else None
    days = credited_days(presences, day_unit)
    named = any(_names(visit, member.id, year, as_of) for visit in records.standing_visits)
    return MemberYear(
        id=member.id,
        name=member.name,
        days=days,
        target=wanted,
        adjusted=policy is not None and wanted != policy.rules.annual_days.value,
        status=status(days, wanted, named=named, eligible=eligible, year=year, as_of=as_of),
        expected_days=None if wanted is None else expected_by(wanted, eligible, as_of),
        branch_meetings=branch_meetings(records, presences),
        visits=tuple(dict.fromkeys(each.visit.id for each in presences)),
        months=tuple(
            credited_days((each for each in presences if each.day.month == month), day_unit)
            for month in range(1, 13)
        ),
        by_kind=_days_by(presences, lambda visit: visit.kind, day_unit),
        by_level=_days_by(presences, records.level_of, day_unit),
        reports=_counts(records, member.id, reports),
    )


def _names(visit: Visit, member: str, year: int, as_of: date) -> bool:
    """Whether a visit with a day of the year, up to `as_of`, names the member."""
    return member in visit.members and any(
        day.year == year and day <= as_of for day in visit.days()
    )


def _is_commune_on(unit: Unit, day: date) -> bool:
    return unit.level == "commune" and unit.type == "area" and unit.exists_on(day)


def _days_by(
    presences: Iterable[Presence], key: Callable[[Visit], str], day_unit: DayUnit
) -> tuple[DaysBy, ...]:
    """Return the days for each value of `key`, most first."""
    grouped: dict[str, list[Presence]] = defaultdict(list)
    for each in presences:
        grouped[key(each.visit)].append(each)
    found = [DaysBy(id=name, days=credited_days(held, day_unit)) for name, held in grouped.items()]
    return tuple(
        sorted((each for each in found if each.days), key=lambda each: (-each.days, each.id))
    )


def _reports(records: Records, year: int, as_of: date) -> tuple[VisitReport, ...]:
    """Return how each report stands that belongs to the year: counting visits, by their last day."""
    found: list[VisitReport] = []
    for visit in records.standing_visits:
        policy = records.policy_on(visit.last_day)
        kind = records.kinds.get(visit.kind)
        if visit.last_day.year != year or visit.last_day > as_of:
            continue
        if policy and kind and kind.counts:
            found.append(
                VisitReport(
                    visit=visit.id,
                    made=report_made(visit, policy),
                    due=report_due(visit, policy),
                    timeliness=timeliness(visit, policy, as_of),
                )
            )
    return tuple(found)


def _counts(records: Records, member: str, reports: Iterable[VisitReport]) -> ReportCounts:
    """Count the reports of the visits at which the member was present: one serves everyone."""
    held: Counter[Timeliness] = Counter(
        each.timeliness for each in reports if member in records.visits[each.visit].members
    )
    return ReportCounts(
        on_time=held["on_time"],
        late=held["late"],
        missing=held["missing"],
        not_due=held["not_due"],
    )
