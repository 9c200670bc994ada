"""Charts as Plotly figures, each with the finding that its caption states.

Colours are names of the theme, which draws them for light, dark and paper. The same numbers always
stand in a table beside the chart.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import Any, Final

import plotly.graph_objects as go

from generator.compliance.issues import AGES, IssueTotals
from generator.compliance.plan_totals import PlanTotals
from generator.compliance.variance import ITEM_STATUSES
from generator.compliance.year import MemberYear, YearResult
from generator.present.issue_rows import AGE_WORDS
from generator.present.names import NO_DISTRICT, in_sentence
from generator.present.wording import name_key, number

MONTHS: Final = tuple(str(month) for month in range(1, 13))
PLAN_LOOKS: Final = (
    ("var(--ct-chart-3)", ""),
    ("var(--ct-chart-1)", "/"),
    ("var(--ct-chart-6)", "."),
    ("var(--ct-chart-2)", "x"),
    ("var(--ct-chart-6)", "|"),
)
"""Colour and pattern of each of `ITEM_STATUSES`."""
LEGEND: Final[dict[str, Any]] = {
    "showlegend": True,
    "legend": {
        "orientation": "h",
        "x": 0,
        "y": 1.02,
        "yanchor": "bottom",
        "traceorder": "normal",
        "itemclick": False,
        "itemdoubleclick": False,
    },
}


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
        y=[_literal(each.name) for each in ordered],
        orientation="h",
        marker_color="var(--ct-chart-1)",
        hovertemplate="%{y}: %{x} ngày<extra></extra>",
    )
    figure = go.Figure(bars, layout(height=60 + 26 * len(ordered), margin={"l": 160}))
    figure.update_yaxes(type="category")
    common = _common_target(year.members)
    if common is not None:
        figure.add_vline(x=common, line_color="var(--ct-chart-target)", line_dash="dash")
    label = f"Biểu đồ cột: số ngày công tác cơ sở năm {year.year} của {len(ordered)} đồng chí"
    return chart(f"ngay-{year.year}", label, _reach(year), figure)


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
    figure = go.Figure(columns, layout(height=260))
    figure.update_xaxes(type="category", title_text="Tháng", tickangle=0)
    return chart(f"thang-{year.year}", label, finding, figure)


def coverage_bars(year: YearResult, names: Mapping[str, str]) -> Chart:
    """Return how many communes of each district were visited; `names` are those of the districts.

    The first district stands at the top; what was not visited is hatched.
    """
    groups = list(reversed(year.districts))
    labels = [_literal(names.get(each.id, NO_DISTRICT)) for each in groups]
    visited = [each.visited for each in groups]
    left = [len(each.units) - each.visited for each in groups]
    figure = go.Figure(
        [
            _part("đã có chuyến đi", labels, visited, "var(--ct-chart-1)", across=True),
            _part("chưa có chuyến đi", labels, left, "var(--ct-chart-6)", "/", across=True),
        ],
        layout(height=90 + 30 * len(groups), margin={"l": 130}) | LEGEND,
    )
    figure.update_layout(barmode="stack")
    figure.update_yaxes(type="category")
    return chart(
        f"do-bao-phu-{year.year}",
        f"Biểu đồ cột: số xã, phường, thị trấn đã có chuyến đi năm {year.year}, theo huyện",
        _least_covered(year, names),
        figure,
    )


def plan_bars(year: YearResult) -> Chart:
    """Return what became of the items planned for each month, and the visits nobody planned."""
    months = [str(each.month) for each in year.plan_months]
    parts = [
        _part(word.capitalize(), months, [getattr(each, key) for each in year.plan_months], *look)
        for (key, word), look in zip(ITEM_STATUSES.items(), PLAN_LOOKS, strict=True)
        if getattr(year.plan, key)
    ]
    besides = go.Scatter(
        name="Chuyến ngoài kế hoạch",
        x=months,
        y=[each.unplanned for each in year.plan_months],
        mode="markers",
        marker={"color": "var(--ct-text)", "symbol": "diamond", "size": 9},
        hovertemplate="Tháng %{x}: %{y} chuyến ngoài kế hoạch<extra></extra>",
    )
    figure = go.Figure([*parts, besides], layout(height=330) | LEGEND)
    figure.update_layout(barmode="stack")
    figure.update_xaxes(type="category", title_text="Tháng", tickangle=0)
    return chart(
        f"ke-hoach-{year.year}",
        f"Biểu đồ cột chồng: kế hoạch và thực hiện từng tháng, năm {year.year}",
        _kept(year.plan),
        figure,
    )


def issue_age_bars(totals: IssueTotals) -> Chart:
    """Return how many issues wait for how long; for the organisation."""
    middle = AGE_WORDS[1:-1]
    columns = go.Bar(
        x=[f"≤ {AGES[0]}", *(word.removesuffix(" ngày") for word in middle), f"> {AGES[-1]}"],
        y=list(totals.ages),
        text=[number(each) for each in totals.ages],
        textposition="outside",
        cliponaxis=False,
        marker_color="var(--ct-chart-2)",
        hovertemplate="%{x} ngày: %{y} kiến nghị<extra></extra>",
    )
    figure = go.Figure(columns, layout(height=240, margin={"t": 28}))
    figure.update_xaxes(type="category", tickangle=0, title_text="Số ngày từ khi nêu")
    finding = "Không còn kiến nghị, đề xuất nào chưa giải quyết xong."
    if totals.pending:
        finding = (
            f"{number(totals.pending)} kiến nghị, đề xuất chưa giải quyết xong, trong đó "
            f"{number(totals.ages[-1])} kiến nghị đã nêu {AGE_WORDS[-1]}."
        )
    label = "Biểu đồ cột: kiến nghị, đề xuất chưa giải quyết xong, theo số ngày từ khi nêu"
    return chart("kien-nghi-theo-thoi-gian", label, finding, figure)


def _literal(name: str) -> str:
    """Return a name as Plotly is to draw it: in its texts are tags, links and entities."""
    return escape(name, quote=False)


def _part(
    name: str,
    labels: Sequence[str],
    counts: Sequence[int],
    colour: str,
    pattern: str = "",
    *,
    across: bool = False,
) -> go.Bar:
    """Return one series of stacked bars, told apart by its pattern as well as by its colour."""
    line = {"color": colour, "width": 1}
    marker = {"color": colour, "pattern": {"shape": pattern, "solidity": 0.35}, "line": line}
    shown = [number(each) if each else "" for each in counts]
    place = {"x": counts, "y": labels, "orientation": "h"} if across else {"x": labels, "y": counts}
    group = "%{y}" if across else "Tháng %{x}"
    return go.Bar(
        name=name,
        marker=marker,
        customdata=shown,
        hovertemplate=f"{group}: %{{customdata}} {name.lower()}<extra></extra>",
        **place,
    )


def _least_covered(year: YearResult, names: Mapping[str, str]) -> str:
    if not year.communes:
        return "Chưa có xã, phường, thị trấn nào."
    if year.communes_covered == year.communes:
        return f"Cả {year.communes} xã, phường, thị trấn đều đã có chuyến đi năm {year.year}."
    least = min(year.districts, key=lambda each: each.visited / len(each.units))
    return (
        f"{year.communes_covered} trong {year.communes} xã, phường, thị trấn đã có chuyến đi năm "
        f"{year.year}; ít nhất là {in_sentence(names.get(least.id, NO_DISTRICT))}: "
        f"{least.visited}/{len(least.units)}."
    )


def _kept(plan: PlanTotals) -> str:
    if not plan.items:
        return f"Chưa có mục kế hoạch nào; {plan.unplanned} chuyến đi ngoài kế hoạch."
    return (
        f"{number(plan.done)} trong {number(plan.items)} mục kế hoạch thực hiện đúng tháng, "
        f"{number(plan.moved)} mục vào tháng khác; {number(plan.not_done)} mục chưa thực hiện, "
        f"{number(plan.cancelled)} mục đã hủy; {number(plan.unplanned)} chuyến đi ngoài kế hoạch."
    )


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


def layout(height: int, margin: dict[str, int] | None = None) -> dict[str, Any]:
    """Return a layout without anything that the theme decides; `height` keeps the place free."""
    edges = {"l": 40, "r": 16, "t": 12, "b": 48, **(margin or {})}
    return {"template": None, "height": height, "margin": edges, "showlegend": False}


def chart(name: str, label: str, finding: str, figure: go.Figure) -> Chart:
    """Return the figure as the page carries it."""
    return carried(name, label, finding, plain(figure))


def plain(figure: go.Figure) -> dict[str, Any]:
    """Return what Plotly draws as JSON knows it: its series, and its layout."""
    drawn: dict[str, Any] = json.loads(figure.to_json())
    drawn["layout"].pop("template", None)
    return drawn


def carried(name: str, label: str, finding: str, drawn: Mapping[str, Any]) -> Chart:
    """Return what Plotly draws as the page carries it."""
    # `<` would end the script element that carries the figure.
    text = json.dumps(drawn, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Chart(name, label, finding, text.replace("<", "\\u003c"))


def scale(days: Sequence[Decimal], target: int | None) -> Decimal:
    """Return the common length of the bars of a page: the most days or the target, and a little."""
    return max([*days, Decimal(target or 0), Decimal(1)]) * Decimal("1.08")
