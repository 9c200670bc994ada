"""The figures of one stretch of the calendar, for the organisation and for each member.

Source: design, section 2, *Counting, exactly* (population, mean); wording.md (lượt, trong kỳ, lũy
kế).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from generator.compliance.days import Presence, credited_days
from generator.domain.fields import Shape, public
from generator.domain.period import Period
from generator.domain.policy import DayUnit
from generator.domain.records import Records

DEFAULT_DECIMALS: Final = 1


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


def period_result(
    records: Records,
    period: Period,
    population: Sequence[str],
    presences: Iterable[Presence],
    day_unit: DayUnit,
    decimals: int,
) -> PeriodResult:
    """Return the figures of a period; `presences` are those of its year, up to the day counted."""
    of_year = [each for each in presences if each.day <= period.last_day]
    within = [each for each in of_year if each.day >= period.first_day]
    visits = {each.visit.id: each.visit for each in within}
    mine, cumulative = by_member(within), by_member(of_year)
    days = {member: credited_days(mine[member], day_unit) for member in population}
    return PeriodResult(
        period=str(period),
        year=period.year,
        population=len(population),
        visits=len(visits),
        participations=len({(each.member, each.visit.id) for each in within}),
        branch_meetings=branch_meetings(records, within),
        units=len({unit for visit in visits.values() for unit in visit.unit_ids}),
        issues_raised=sum(
            len(visit.issues) for visit in visits.values() if period.covers(visit.date)
        ),
        total_days=sum(days.values(), Decimal(0)),
        mean_days=mean(days.values(), decimals),
        median_days=median(days.values(), decimals),
        min_days=min(days.values(), default=None),
        members=tuple(
            MemberPeriod(
                id=member,
                name=records.members[member].name,
                days=days[member],
                cumulative_days=credited_days(cumulative[member], day_unit),
                visits=len({each.visit.id for each in mine[member]}),
                branch_meetings=branch_meetings(records, mine[member]),
            )
            for member in population
        ),
    )


def by_member(presences: Iterable[Presence]) -> Mapping[str, list[Presence]]:
    """Return the presences of each member, in the order given."""
    found: Mapping[str, list[Presence]] = defaultdict(list)
    for each in presences:
        found[each.member].append(each)
    return found


def branch_meetings(records: Records, presences: Iterable[Presence]) -> int:
    """Return how many visits of a branch-meeting kind credit a date among the presences."""
    return len(
        {
            each.visit.id
            for each in presences
            if each.credited and records.kinds[each.visit.kind].branch_meeting
        }
    )


def mean(days: Iterable[Decimal], decimals: int) -> Decimal | None:
    """Return the mean, rounded half up once; None of nothing."""
    values = list(days)
    return rounded(sum(values, Decimal(0)) / len(values), decimals) if values else None


def median(days: Iterable[Decimal], decimals: int) -> Decimal | None:
    """Return the middle value, or the mean of the middle two, rounded half up; None of nothing."""
    values = sorted(days)
    if not values:
        return None
    middle = len(values) // 2
    pair = values[middle : middle + 1] if len(values) % 2 else values[middle - 1 : middle + 1]
    return rounded(sum(pair, Decimal(0)) / len(pair), decimals)


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Return the value with exactly so many decimals, half up."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
