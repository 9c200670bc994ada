"""Charts as Plotly figures, each with the finding that its caption states.

Colours are names of the theme, which draws them for light, dark and paper. The same numbers always
stand in a table beside the chart.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import plotly.graph_objects as go

from generator.compliance.year import MemberYear, YearResult
from generator.present.wording import name_key, number

MONTHS: Final = tuple(str(month) for month in range(1, 13))


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure ready for the page: Plotly's JSON, its name for the ear, and its finding."""

    id: str
    label: str
    finding: str
    json: str


def member_bars(year: YearResult) -> Chart:
    """Return the days of each member as bars, most first, with the common target as a line."""
    ordered = sorted(year.members, key=lambda each: (each.days, name_key(each.name)))
    bars = go.Bar(
        x=[float(each.days) for each in ordered],
        y=[each.name for each in ordered],
        orientation="h",
        marker_color="var(--ct-chart-1)",
        hovertemplate="%{y}: %{x} ngày<extra></extra>",
    )
    figure = go.Figure(bars, _layout(height=60 + 26 * len(ordered), margin={"l": 160}))
    common = _common_target(year.members)
    if common is not None:
        figure.add_vline(x=common, line_color="var(--ct-chart-target)", line_dash="dash")
    label = f"Biểu đồ cột: số ngày công tác cơ sở năm {year.year} của {len(ordered)} đồng chí"
    return _chart(f"ngay-{year.year}", label, _reach(year), figure)


def month_bars(year: YearResult) -> Chart:
    """Return the days of all members by month as columns."""
    days = [float(month.total_days) for month in year.months]
    columns = go.Bar(
        x=list(MONTHS[: len(days)]),
        y=days,
        marker_color="var(--ct-chart-1)",
        hovertemplate="Tháng %{x}: %{y} ngày<extra></extra>",
    )
    busiest = max(year.months, key=lambda month: month.total_days, default=None)
    finding = f"Chưa có ngày công tác cơ sở nào trong năm {year.year}."
    if busiest is not None and busiest.total_days:
        finding = (
            f"Tháng {int(busiest.period[-2:])} có nhiều ngày công tác cơ sở nhất năm {year.year}: "
            f"{number(busiest.total_days)} ngày."
        )
    label = f"Biểu đồ cột: số ngày công tác cơ sở theo tháng, năm {year.year}"
    figure = go.Figure(columns, _layout(height=260))
    figure.update_xaxes(type="category", title_text="Tháng", tickangle=0)
    return _chart(f"thang-{year.year}", label, finding, figure)


def cumulative(member: MemberYear, year: int, until_month: int) -> Chart:
    """Return a member's days added up month by month, with the target as a line."""
    sums: list[float] = []
    for held in member.months[:until_month]:
        sums.append(float(held) + (sums[-1] if sums else 0.0))
    line = go.Scatter(
        x=list(MONTHS[:until_month]),
        y=sums,
        mode="lines+markers",
        line={"color": "var(--ct-chart-1)", "width": 3},
        hovertemplate="Đến hết tháng %{x}: %{y} ngày<extra></extra>",
    )
    figure = go.Figure(line, _layout(height=260))
    figure.update_xaxes(
        type="category",
        range=[-0.3, 11.3],
        categoryorder="array",
        categoryarray=list(MONTHS),
        title_text="Tháng",
        tickangle=0,
    )
    figure.update_yaxes(rangemode="tozero")
    if member.target is not None:
        figure.add_hline(y=member.target, line_color="var(--ct-chart-target)", line_dash="dash")
    finding = f"Năm {year}: {number(member.days)} ngày công tác cơ sở"
    finding += f", chỉ tiêu {member.target} ngày." if member.target is not None else "."
    label = f"Biểu đồ đường: số ngày lũy kế từng tháng năm {year} của đồng chí {member.name}"
    return _chart(f"luy-ke-{year}", label, finding, figure)


def _reach(year: YearResult) -> str:
    whole = year.whole
    if year.policy is None or year.reached is None or whole.mean_days is None:
        so_far = "" if year.closed else " đến nay"
        return f"Năm {year.year}: {number(whole.total_days)} ngày công tác cơ sở{so_far}."
    return (
        f"{year.reached} trong {whole.population} đồng chí đạt chỉ tiêu; trung bình mỗi đồng chí "
        f"{number(whole.mean_days)} ngày."
    )


def _common_target(members: Sequence[MemberYear]) -> int | None:
    """Return the target that is not adjusted, which is the same for all."""
    return next((each.target for each in members if not each.adjusted), None)


def _layout(height: int, margin: dict[str, int] | None = None) -> dict[str, Any]:
    edges = {"l": 40, "r": 16, "t": 12, "b": 48, **(margin or {})}
    return {"template": None, "height": height, "margin": edges, "showlegend": False}


def _chart(name: str, label: str, finding: str, figure: go.Figure) -> Chart:
    drawn = json.loads(figure.to_json())
    drawn["layout"].pop("template", None)
    # `<` would end the script element that carries the figure.
    text = json.dumps(drawn, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Chart(name, label, finding, text.replace("<", "\\u003c"))


def scale(days: Sequence[Decimal], target: int | None) -> Decimal:
    """Return the common length of the bars of a page: the most days or the target, and a little."""
    return max([*days, Decimal(target or 0), Decimal(1)]) * Decimal("1.08")
