"""A member's days added up, and the way to the target."""

import json
from datetime import date
from typing import Any

import pytest

from generator.audience import View
from generator.present.charts import Chart
from generator.present.member_charts import cumulative, sums_by_month
from tests.builders import leave, member, policy, term, visit
from tests.unit.present.views import UNITS, view
from tests.unit.present.worlds import halves, world


def chart_of(held: View, year: int = 2019, index: int = 0) -> Chart:
    result = held.results.year(year)
    assert result
    each = result.members[index]
    return cumulative(held, result, each, sums_by_month(held, result, each))


def drawn(chart: Chart) -> list[dict[str, Any]]:
    traces: list[dict[str, Any]] = json.loads(chart.json)["data"]
    return traces


def test_days_add_up_month_by_month() -> None:
    chart = chart_of(world())
    held, level, way = drawn(chart)
    assert held["x"][:3] == ["2019-01-01", "2019-01-31", "2019-02-28"]
    assert held["y"] == [0, 0, 0, 1, 1, *[5] * 8]
    assert (level["y"], level["text"]) == ([3, 3, 3], ["", "Chỉ tiêu 3 ngày", ""])
    # 3 days × 31, 59, 90 … of 365 days.
    assert way["y"] == [0, 0.3, 0.5, 0.7, 1.0, 1.2, 1.5, 1.7, 2.0, 2.2, 2.5, 2.7, 3.0]
    assert chart.id == "luy-ke-2019"
    assert chart.label == (
        "Biểu đồ đường: số ngày lũy kế từng tháng năm 2019 của đồng chí Lê Văn Ân"
    )


@pytest.mark.parametrize(
    ("index", "audience", "finding"),
    [
        (0, "public", "Đủ chỉ tiêu 3 ngày từ tháng 5; cả năm 2019: 5 ngày."),
        (1, "public", "Cả năm 2019: 1 ngày, còn thiếu 2 ngày so với chỉ tiêu 3 ngày."),
        (2, "public", "Cả năm 2019: 1 ngày; chỉ tiêu điều chỉnh theo quy định."),
        (2, "internal", "Cả năm 2019: 1 ngày, còn thiếu 1 ngày so với chỉ tiêu 2 ngày."),
    ],
)
def test_the_finding_of_a_year_that_is_over(index: int, audience: Any, finding: str) -> None:
    assert chart_of(world(audience), index=index).finding.partition(" Nét đứt")[0] == finding


def test_the_dashed_line_is_explained_where_there_is_one() -> None:
    assert chart_of(world()).finding.endswith(" Nét đứt: tiến độ đều để đạt chỉ tiêu.")
    assert "Nét đứt" not in chart_of(world(), index=2).finding


def test_an_adjusted_target_is_drawn_inside_only() -> None:
    assert len(drawn(chart_of(world(), index=2))) == 1
    _, level, way = drawn(chart_of(world("internal"), index=2))
    assert level["y"] == [2, 2, 2]
    # On leave in March and April: 304 days are eligible, and the way is level meanwhile.
    assert way["y"][1:6] == [0.2, 0.4, 0.4, 0.4, 0.6]


def test_of_a_running_year_outsiders_see_the_target_and_not_the_way_to_it() -> None:
    public, inside = chart_of(world(), 2020, 1), chart_of(world("internal"), 2020, 1)
    assert [trace["y"] for trace in drawn(public)] == [[0, 0, 1, 1], [3, 3, 3]]
    assert drawn(public)[0]["x"][-1] == "2020-03-15"
    assert public.finding == "Đến ngày 15/03/2020: 1 ngày; chỉ tiêu cả năm 3 ngày."
    assert len(drawn(inside)) == 3
    # 3 days × 75 ÷ 366 = 0,61…
    assert inside.finding.startswith(
        "Đến ngày 15/03/2020: 1 ngày; chỉ tiêu cả năm 3 ngày,"
        " theo tiến độ cần 0,6 ngày (bảo đảm tiến độ)."
    )


def test_pace_is_rounded_half_up() -> None:
    """Three days of a term's twenty, of a target of 3, are 0,45."""
    held = view(
        member("an", term("2019-12-12")),
        visit("2019-12-12"),
        policy(),
        *UNITS,
        audience="internal",
        as_of=date(2019, 12, 14),
    )
    assert "theo tiến độ cần 0,5 ngày" in chart_of(held).finding
    (year,) = held.results.years
    assert [str(each.asked) for each in sums_by_month(held, year, year.members[0])][-2:] == [
        "0.0",
        "0.5",
    ]


def test_nobody_laid_a_target_down() -> None:
    chart = chart_of(world(rules=None))
    assert len(drawn(chart)) == 1
    assert chart.finding == "Cả năm 2019: 5 ngày; chưa có quy định về chỉ tiêu."
    running = chart_of(world(rules=None), 2020, 1)
    assert running.finding == "Đến ngày 15/03/2020: 1 ngày; chưa có quy định về chỉ tiêu."


def test_a_whole_year_on_leave_asks_for_nothing() -> None:
    held = view(
        member("an", leave=[leave("2019-01-01", "2019-12-31")]),
        member("binh"),
        visit("2019-03-05", members=["binh"]),
        policy(),
        audience="internal",
    )
    chart = chart_of(held)
    assert chart.finding == "Cả năm 2019: 0 ngày; chỉ tiêu điều chỉnh theo quy định."
    assert len(drawn(chart)) == 2


def test_halves_are_drawn_as_halves() -> None:
    assert drawn(chart_of(halves()))[0]["y"][3:6] == [0.5, 1.0, 1.0]


def test_colours_are_names_of_the_theme() -> None:
    told = chart_of(world()).json
    assert "#" not in told
    assert "rgb" not in told
    assert "template" not in json.loads(told)["layout"]
