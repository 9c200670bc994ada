"""A member's days added up month by month, beside what the target asks for by then.

Outsiders see the way to the target only of a year that is over: before, it would tell who is
behind, which is internal (design, section 4). Until then they see the target as a level line.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import plotly.graph_objects as go

from generator.audience import View
from generator.compliance.measure import Measure
from generator.compliance.target import STATUSES, eligible_days, told_pace
from generator.compliance.year import MemberYear, YearResult
from generator.domain.period import Period
from generator.present.charts import MONTHS, Chart, chart, layout, scale
from generator.present.wording import day, number

ROOM_FOR_LABEL = 1.1


@dataclass(frozen=True, slots=True)
class SumToMonth:
    """The days of a month, and all up to its end or the day counted; `asked`: what pace asks."""

    month: int
    until: date
    days: Decimal
    total: Decimal
    asked: Decimal | None


def sums_by_month(view: View, year: YearResult, member: MemberYear) -> list[SumToMonth]:
    """Return the months of the year that have begun by the day counted."""
    sums: list[SumToMonth] = []
    total = Decimal(0)
    pace = _pace(view, year, member)
    for figures, days in zip(year.months, member.months, strict=False):
        until = min(figures.span.last_day, view.results.as_of)
        total += days
        asked = _asked(member, pace, until)
        sums.append(SumToMonth(figures.first_month, until, days, total, asked))
    return sums


def cumulative(
    view: View, year: YearResult, member: MemberYear, sums: Sequence[SumToMonth]
) -> Chart:
    """Return the member's days added up, with the way to the target or the target as a line."""
    first = date(year.year, 1, 1)
    held = go.Scatter(
        x=[first.isoformat(), *(each.until.isoformat() for each in sums)],
        y=[0.0, *(float(each.total) for each in sums)],
        mode="lines+markers",
        line={"color": "var(--ct-chart-1)", "width": 3},
        hovertemplate="Đến hết ngày %{x|%d/%m}: %{y} ngày<extra></extra>",
    )
    figure = go.Figure([held, *_target_lines(view, year, member)], layout(height=280))
    figure.update_layout(
        xaxis={
            "type": "date",
            "range": [first.isoformat(), f"{year.year}-12-31"],
            "tickvals": [f"{year.year}-{month:02d}-15" for month in range(1, 13)],
            "ticktext": MONTHS,
            "ticklen": 0,
            "showgrid": False,
            "tickangle": 0,
            "title": {"text": "Tháng"},
        },
        yaxis={"range": [0, float(scale([member.days], member.target)) * ROOM_FOR_LABEL]},
    )
    label = f"Biểu đồ đường: số ngày lũy kế từng tháng năm {year.year} của đồng chí {member.name}"
    told = finding(view, year, member, sums)
    if any(each.asked is not None for each in sums):
        told += " Nét đứt: tiến độ đều để đạt chỉ tiêu."
    return chart(f"luy-ke-{year.year}", label, told, figure)


def finding(view: View, year: YearResult, member: MemberYear, sums: Sequence[SumToMonth]) -> str:
    """Return in a sentence where the member stands, or stood at the end of the year."""
    return _outcome(year.year, member, sums) if year.closed else _standing(view, member)


def _outcome(year: int, member: MemberYear, sums: Sequence[SumToMonth]) -> str:
    days, target = f"{number(member.days)} ngày", member.target
    if not target:
        return f"Cả năm {year}: {days}; {_no_target(member)}."
    if member.days < target:
        lacking = number(target - member.days)
        return f"Cả năm {year}: {days}, còn thiếu {lacking} ngày so với chỉ tiêu {target} ngày."
    month = next(each.month for each in sums if each.total >= target)
    return f"Đủ chỉ tiêu {target} ngày từ tháng {month}; cả năm {year}: {days}."


def _standing(view: View, member: MemberYear) -> str:
    told = f"Đến ngày {day(view.results.as_of)}: {number(member.days)} ngày"
    if member.target is None:
        return f"{told}; {_no_target(member)}."
    told += f"; chỉ tiêu cả năm {member.target} ngày"
    if member.expected_days is None:
        return f"{told}."
    asked = number(told_pace(member.expected_days))
    status = f" ({STATUSES[member.status]})" if member.status else ""
    return f"{told}, theo tiến độ cần {asked} ngày{status}."


def _no_target(member: MemberYear) -> str:
    return (
        "chỉ tiêu điều chỉnh theo quy định" if member.adjusted else "chưa có quy định về chỉ tiêu"
    )


def _pace(view: View, year: YearResult, member: MemberYear) -> Sequence[date]:
    """Return the days that bring the target nearer; none where the audience is not told of it."""
    if member.target is None or not (year.closed or view.internal):
        return ()
    measure = Measure.of(view.records, year.year, view.results.as_of)
    return eligible_days(view.records.members[member.id], measure)


def _asked(member: MemberYear, pace: Sequence[date], until: date) -> Decimal | None:
    """Return the days that the pace asks for by the end of the day: as `expected_days` counts."""
    if member.target is None or not pace:
        return None
    return told_pace(Decimal(member.target * bisect_right(pace, until)) / len(pace))


def _target_lines(view: View, year: YearResult, member: MemberYear) -> list[go.Scatter]:
    """Return the target as a level line, and the way to it through the ends of the months."""
    if member.target is None:
        return []
    first, last = date(year.year, 1, 1), date(year.year, 12, 31)
    clear_of_axis = date(year.year, 1, 6)
    level = go.Scatter(
        x=[each.isoformat() for each in (first, clear_of_axis, last)],
        y=[member.target] * 3,
        mode="lines+text",
        text=["", f"Chỉ tiêu {member.target} ngày", ""],
        textposition="top right",
        textfont={"color": "var(--ct-chart-target)"},
        line={"color": "var(--ct-chart-target)", "dash": "dot", "width": 1.5},
        hoverinfo="skip",
    )
    pace = _pace(view, year, member)
    ends = [Period(year.year, month, month).last_day for month in range(1, 13)]
    asked = [(end, _asked(member, pace, end)) for end in ends]
    way = [(end, float(days)) for end, days in asked if days is not None]
    return [level, _way([(first, 0.0), *way])] if way else [level]


def _way(points: Sequence[tuple[date, float]]) -> go.Scatter:
    return go.Scatter(
        x=[each.isoformat() for each, _ in points],
        y=[days for _, days in points],
        mode="lines",
        line={"color": "var(--ct-chart-target)", "dash": "dash"},
        hovertemplate="Đến hết ngày %{x|%d/%m} cần %{y} ngày<extra></extra>",
    )
