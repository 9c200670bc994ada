"""A member's days added up month by month, beside what the target asks for by then.

Outsiders see the way to the target only of a year that is over: before, it would tell who is
behind, which is internal (design, section 4). Until then they see the target as a level line.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import plotly.graph_objects as go

from generator.audience import View
from generator.compliance.measure import Measure
from generator.compliance.target import STATUSES, eligible_days, told_pace
from generator.compliance.year import MemberYear, YearResult
from generator.domain.period import Period
from generator.present.charts import MONTHS, Chart, carried, layout, plain, scale
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
    frame = _frame(year.year)
    held, level, way = frame["data"]
    points = [(date(year.year, 1, 1), 0.0), *((each.until, float(each.total)) for each in sums)]
    series = [held | _through(points)]
    if member.target is not None:
        series.append(level | {"y": [member.target] * 3, "text": _named(member.target)})
        ends = _way(view, year, member)
        series += [way | _through([*points[:1], *ends])] if ends else []
    top = float(scale([member.days], member.target)) * ROOM_FOR_LABEL
    drawn = {"data": series, "layout": frame["layout"] | {"yaxis": {"range": [0, top]}}}
    label = f"Biểu đồ đường: số ngày lũy kế từng tháng năm {year.year} của đồng chí {member.name}"
    told = finding(view, year, member, sums)
    if any(each.asked is not None for each in sums):
        told += " Nét đứt: tiến độ đều để đạt chỉ tiêu."
    return carried(f"luy-ke-{year.year}", label, told, drawn)


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


def _way(view: View, year: YearResult, member: MemberYear) -> list[tuple[date, float]]:
    """Return what the pace asks for by the end of each month; nothing if it may not be told."""
    pace = _pace(view, year, member)
    ends = [Period(year.year, month, month).last_day for month in range(1, 13)]
    asked = [(end, _asked(member, pace, end)) for end in ends]
    return [(end, float(days)) for end, days in asked if days is not None]


def _named(target: int) -> list[str]:
    """Return the words along the level line of the target: at its second point."""
    return ["", f"Chỉ tiêu {target} ngày", ""]


def _through(points: Iterable[tuple[date, float]]) -> dict[str, Any]:
    """Return a line through days and numbers of days, as Plotly takes it."""
    days, numbers = zip(*points, strict=True)
    return {"x": [each.isoformat() for each in days], "y": list(numbers)}


@cache
def _frame(year: int) -> dict[str, Any]:
    """Return what all charts of a year have in common: three lines without numbers, and the axes.

    The days held, the level of the target and the way to it. Plotly takes longer to make a figure
    than the rest of a page, so it makes one for the year, which each member's numbers go into.
    """
    first, clear_of_axis, last = (f"{year}-{day}" for day in ("01-01", "01-06", "12-31"))
    held = go.Scatter(
        mode="lines+markers",
        line={"color": "var(--ct-chart-1)", "width": 3},
        hovertemplate="Đến hết ngày %{x|%d/%m}: %{y} ngày<extra></extra>",
    )
    level = go.Scatter(
        x=[first, clear_of_axis, last],
        mode="lines+text",
        textposition="top right",
        textfont={"color": "var(--ct-chart-target)"},
        line={"color": "var(--ct-chart-target)", "dash": "dot", "width": 1.5},
        hoverinfo="skip",
    )
    way = go.Scatter(
        mode="lines",
        line={"color": "var(--ct-chart-target)", "dash": "dash"},
        hovertemplate="Đến hết ngày %{x|%d/%m} cần %{y} ngày<extra></extra>",
    )
    axis = {
        "type": "date",
        "range": [first, last],
        "tickvals": [f"{year}-{month:02d}-15" for month in range(1, 13)],
        "ticktext": MONTHS,
        "ticklen": 0,
        "showgrid": False,
        "tickangle": 0,
        "title": {"text": "Tháng"},
    }
    return plain(go.Figure([held, level, way], layout(height=280) | {"xaxis": axis}))
