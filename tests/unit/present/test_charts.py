"""Charts: what they draw is what the tables say, and the sentence below is true."""

import json
import re
from decimal import Decimal
from typing import Any

import pytest

from generator.compliance.year import YearResult
from generator.present.charts import (
    Chart,
    coverage_bars,
    issue_age_bars,
    member_bars,
    month_bars,
    plan_bars,
    scale,
)
from tests.builders import member, policy, visit
from tests.unit.present.views import HOSTILE, view
from tests.unit.present.worlds import halves, world


def year(number: int = 2019, **keys: Any) -> YearResult:
    found = world(**keys).results.year(number)
    assert found is not None
    return found


def drawn(chart: Chart) -> Any:
    return json.loads(chart.json)


def charts() -> list[Chart]:
    closed = year()
    return [member_bars(closed), month_bars(closed)]


class TestMemberBars:
    def test_a_bar_for_each_the_most_days_on_top(self) -> None:
        chart = member_bars(year())
        (bars,) = drawn(chart)["data"]
        assert bars["y"] == ["Trần Thị Bình", "Kim Đào", "Lê Văn Ân"]
        assert bars["x"] == [1.0, 1.0, 5.0]
        assert (bars["type"], bars["orientation"]) == ("bar", "h")

    def test_the_common_target_is_a_line(self) -> None:
        (line,) = drawn(member_bars(year()))["layout"]["shapes"]
        assert (line["x0"], line["x1"]) == (3, 3)

    @pytest.mark.parametrize("audience", ["public", "internal"])
    def test_an_adjusted_target_is_no_line(self, audience: str) -> None:
        found = year(audience=audience)
        alone = found.model_copy(update={"members": (found.members[2],)})
        assert alone.members[0].adjusted
        assert "shapes" not in drawn(member_bars(alone))["layout"]

    def test_the_sentence_says_who_reached_it_beside_the_mean(self) -> None:
        assert member_bars(year()).finding == (
            "1 trong 3 đồng chí đạt chỉ tiêu; trung bình mỗi đồng chí 2,3 ngày."
        )

    def test_a_year_that_runs_tells_the_public_no_more_than_the_days(self) -> None:
        assert member_bars(year(2020)).finding == "Năm 2020: 1 ngày công tác cơ sở đến nay."
        assert member_bars(year(2020, audience="internal")).finding == (
            "0 trong 3 đồng chí đạt chỉ tiêu; trung bình mỗi đồng chí 0,3 ngày."
        )

    def test_without_a_policy_nobody_missed_anything(self) -> None:
        chart = member_bars(year(rules=None))
        assert chart.finding == "Năm 2019: 7 ngày công tác cơ sở."
        assert "shapes" not in drawn(chart)["layout"]

    def test_its_name_for_the_ear(self) -> None:
        chart = member_bars(year())
        assert chart.id == "ngay-2019"
        assert chart.label == "Biểu đồ cột: số ngày công tác cơ sở năm 2019 của 3 đồng chí"


class TestMonthBars:
    def test_a_column_for_each_month(self) -> None:
        (columns,) = drawn(month_bars(year()))["data"]
        assert columns["x"] == [str(month) for month in range(1, 13)]
        assert columns["y"] == [0, 0, 2, 0, 5, 0, 0, 0, 0, 0, 0, 0]

    def test_only_months_that_have_begun(self) -> None:
        (columns,) = drawn(month_bars(year(2020)))["data"]
        assert (columns["x"], columns["y"]) == (["1", "2", "3"], [0, 1, 0])

    def test_the_sentence_names_the_busiest_month(self) -> None:
        assert month_bars(year()).finding == (
            "Tháng 5 có nhiều ngày công tác cơ sở nhất năm 2019: 5 ngày."
        )

    def test_halves_are_drawn_as_halves(self) -> None:
        chart = month_bars(halves().results.years[0])
        assert drawn(chart)["data"][0]["y"][2:4] == [0.5, 0.5]
        assert chart.finding == "Tháng 3 có nhiều ngày công tác cơ sở nhất năm 2019: 0,5 ngày."

    def test_a_year_without_a_day(self) -> None:
        empty = view(member("an"), visit("2019-03-05", kind="office")).results.years[0]
        assert month_bars(empty).finding == "Chưa có ngày công tác cơ sở nào trong năm 2019."


def test_colours_are_names_of_the_theme() -> None:
    for chart in charts():
        colours = re.findall(r'"color":"([^"]*)"', chart.json)
        assert colours
        assert set(colours) <= {"var(--ct-chart-1)", "var(--ct-chart-target)"}
        assert not re.search(r"#[0-9a-fA-F]{3,6}\b|rgb", chart.json)


def test_no_template_of_plotly_comes_along() -> None:
    assert all("template" not in drawn(chart)["layout"] for chart in charts())


def test_nothing_in_a_figure_ends_the_element_that_carries_it() -> None:
    hostile = view(member("an", name=HOSTILE), visit("2019-03-05"), policy()).results.years[0]
    chart = member_bars(hostile)
    assert "<" not in chart.json
    # Plotly would read tags and entities in a label.
    assert drawn(chart)["data"][0]["y"] == [
        (
            '&lt;script&gt;alert(1)&lt;/script&gt; "&amp;amp;" **đậm** {{ year(2019).mean_days }} '
            "&lt;b&gt;x&lt;/b&gt;"
        )
    ]


def test_the_scale_holds_the_longest_bar_and_the_target() -> None:
    assert scale([Decimal(50), Decimal(20)], 60) == Decimal("64.80")
    assert scale([Decimal(100)], 60) == Decimal(108)
    assert scale([Decimal(10)], None) == Decimal("10.80")
    assert scale([], None) == Decimal("1.08")


class TestPartsOfAWhole:
    def test_coverage_by_district_the_first_on_top(self) -> None:
        chart = coverage_bars(year(), {"cang-long": "Huyện Càng Long", "tra-cu": "Huyện Trà Cú"})
        visited, left = drawn(chart)["data"]
        assert visited["y"] == ["Huyện Trà Cú", "Huyện Càng Long"]
        assert (visited["x"], left["x"]) == ([0, 2], [1, 0])
        assert (visited["marker"]["pattern"]["shape"], left["marker"]["pattern"]["shape"]) == (
            "",
            "/",
        )
        assert chart.finding == (
            "2 trong 3 xã, phường, thị trấn đã có chuyến đi năm 2019; ít nhất là huyện Trà Cú: 0/1."
        )

    def test_what_became_of_the_plan_has_a_pattern_for_each(self) -> None:
        chart = plan_bars(year())
        *parts, besides = drawn(chart)["data"]
        assert [(each["name"], each["y"]) for each in parts] == [
            ("Đã thực hiện", [0, 1, 0]),
            ("Đã hủy", [0, 0, 1]),
        ]
        assert len({each["marker"]["pattern"]["shape"] for each in parts}) == 2
        assert (besides["x"], besides["y"]) == (["3", "5", "6"], [1, 0, 0])
        assert chart.finding == (
            "1 trong 2 mục kế hoạch thực hiện đúng tháng, 0 mục vào tháng khác; 0 mục chưa thực "
            "hiện, 1 mục đã hủy; 1 chuyến đi ngoài kế hoạch."
        )

    def test_issues_by_age(self) -> None:
        chart = issue_age_bars(world(audience="internal").results.issue_totals())
        (columns,) = drawn(chart)["data"]
        assert columns["x"] == ["≤ 30", "31–90", "91–180", "> 180"]
        assert columns["y"] == [0, 0, 0, 2]
        assert chart.finding == (
            "2 kiến nghị, đề xuất chưa giải quyết xong, trong đó 2 kiến nghị đã nêu trên 180 ngày."
        )
