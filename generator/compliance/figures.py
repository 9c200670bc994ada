"""The figures of one stretch of the calendar, for the organisation and for each member.

Source: design, section 2, *Counting, exactly* (population, mean, branch meetings); wording.md
(lượt, trong kỳ, lũy kế).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from operator import attrgetter

from generator.compliance.days import Presence, grouped, rounded, total
from generator.compliance.measure import Measure
from generator.domain.fields import Shape, public
from generator.domain.period import Period
from generator.domain.records import Records

MemberMonths = Mapping[str, Sequence[Decimal]]
"""The days of each member of the population in each month of a year, the members by id."""


class MemberPeriod(Shape):
    """What one member did in a period, and in the year up to its end (`cumulative_days`)."""

    id: str = public("Ủy viên")
    name: str = public("Họ và tên")
    days: Decimal = public("Số ngày trong kỳ")
    cumulative_days: Decimal = public("Lũy kế từ đầu năm")
    visits: int = public("Số chuyến")
    branch_meetings: int = public("Số lần dự sinh hoạt chi đoàn")


class PeriodResult(Shape):
    """The figures of a period up to a day; mean, median and minimum are null without population."""

    period: str = public("Kỳ")
    year: int = public("Năm")
    first_month: int = public("Tháng đầu")
    last_month: int = public("Tháng cuối")
    population: int = public("Số Ủy viên BCH chuyên trách")
    visits: int = public("Số chuyến đi cơ sở")
    participations: int = public("Số lượt (người × chuyến)")
    branch_meetings: int = public("Số lần dự sinh hoạt chi đoàn")
    units: int = public("Số đơn vị đã đến")
    issues_raised: int = public("Số kiến nghị, đề xuất")
    total_days: Decimal = public("Tổng số ngày")
    mean_days: Decimal | None = public("Trung bình mỗi đồng chí", default=None)
    median_days: Decimal | None = public("Trung vị", default=None)
    min_days: Decimal | None = public("Thấp nhất", default=None)
    members: tuple[MemberPeriod, ...] = public("Từng Ủy viên")

    @property
    def span(self) -> Period:
        """The months that the figures are of."""
        return Period(self.year, self.first_month, self.last_month)


def period_result(
    records: Records,
    period: Period,
    months: MemberMonths,
    presences: Sequence[Presence],
    measure: Measure,
) -> PeriodResult:
    """Return the figures of a period; `presences` are those within it, up to the day counted.

    The population is that of the year, so that the figures of its months add up to the year's.
    A visit counts in every period in which someone was present, its issues where it began. Visits,
    lượt and units are those of everyone present, of whatever kind; days are of credited dates only.
    """
    mine = grouped(presences, attrgetter("member"))
    visits = {each.visit.id: each.visit for each in presences}
    days = {member: total(own[_span(period)]) for member, own in months.items()}
    return PeriodResult(
        period=str(period),
        year=period.year,
        first_month=period.first_month,
        last_month=period.last_month,
        population=len(months),
        visits=len(visits),
        participations=len({(each.member, each.visit.id) for each in presences}),
        branch_meetings=branch_meetings(records, presences),
        units=len({unit for visit in visits.values() for unit in visit.unit_ids}),
        issues_raised=_issues_raised(records, period, measure),
        total_days=total(days.values()),
        mean_days=mean(days.values(), measure.decimals),
        median_days=median(days.values(), measure.decimals),
        min_days=min(days.values(), default=None),
        members=tuple(
            MemberPeriod(
                id=member,
                name=records.members[member].name,
                days=own,
                cumulative_days=total(months[member][: period.last_month]),
                visits=len({each.visit.id for each in mine[member]}),
                branch_meetings=branch_meetings(records, mine[member]),
            )
            for member, own in days.items()
        ),
    )


def branch_meetings(records: Records, presences: Iterable[Presence]) -> int:
    """Return how many visits of a branch-meeting kind credit a date among the presences."""
    credited = {each.visit.id: each.visit for each in presences if each.credited}
    return sum(records.kinds[visit.kind].branch_meeting for visit in credited.values())


def mean(days: Collection[Decimal], decimals: int) -> Decimal | None:
    """Return the mean, rounded half up once; None of nothing."""
    return rounded(total(days) / len(days), decimals) if days else None


def median(days: Iterable[Decimal], decimals: int) -> Decimal | None:
    """Return the middle value, or the mean of the middle two, rounded half up; None of nothing."""
    values = sorted(days)
    below = (len(values) - 1) // 2
    return mean(values[below : len(values) // 2 + 1], decimals)


def _span(period: Period) -> slice:
    return slice(period.first_month - 1, period.last_month)


def _issues_raised(records: Records, period: Period, measure: Measure) -> int:
    """Count the issues of the visits that began in the period, up to the day counted."""
    visits, last = records.standing_visits, min(period.last_day, measure.as_of)
    begun = slice(
        bisect_left(visits, period.first_day, key=attrgetter("date")),
        bisect_right(visits, last, key=attrgetter("date")),
    )
    return sum(len(visit.issues) for visit in visits[begun])
