"""The front page: the year that is over, the year that runs, what happened last, the news."""

import re
from datetime import date

import pytest

from generator.audience import View
from generator.present.home import home_page
from tests.builders import member, part_time, policy, visit
from tests.unit.present.views import HOSTILE, UNITS, article, text_of, view
from tests.unit.present.worlds import RULES, assumed, world

PROVISIONAL = '<a class="ct-provisional" href="cach-tinh/#day_unit">tạm tính</a>'


def body(held: View) -> str:
    (page,) = home_page(held)
    return page.body


def section(html: str, heading: str) -> str:
    """Return the text of the section below a heading."""
    found = re.search(rf'<section aria-labelledby="{heading}">(.*?)</section>', html, re.DOTALL)
    assert found, heading
    return text_of(found.group(1))


def test_the_page_and_its_frame() -> None:
    (page,) = home_page(world())
    assert (page.address, page.title) == ("", "Đi công tác cơ sở")
    assert page.description == (
        "Ban Chấp hành Tỉnh đoàn: số ngày công tác cơ sở, chuyến đi, kết quả và tin tức."
    )
    assert page.meta == {"hide": ["navigation", "toc"]}
    assert "Số liệu tính đến ngày 15/03/2020" in text_of(page.body)


def test_the_year_that_is_over() -> None:
    assert section(body(world()), "nam-2019") == (
        "Kết quả năm 2019 Xem từng đồng chí"
        " Trung bình mỗi đồng chí 2,3 ngày Chỉ tiêu: ít nhất 3 ngày/năm"
        " Ủy viên BCH chuyên trách 3 đồng chí 1 đồng chí đạt chỉ tiêu"
        " Tổng số ngày công tác cơ sở 7 ngày 3 chuyến đi, 5 lượt"
        " Xã, phường, thị trấn đã đến 2/3 1 lần dự sinh hoạt chi đoàn"
    )


def test_the_year_that_runs() -> None:
    assert section(body(world()), "nam-2020") == (
        "Năm 2020 đến nay Xem từng đồng chí"
        " Trung bình mỗi đồng chí 0,3 ngày"
        " Chuyến đi cơ sở 1 chuyến 1 lượt"
        " Tổng số ngày công tác cơ sở 1 ngày"
        " Dự sinh hoạt chi đoàn 0 lần"
    )


@pytest.mark.parametrize(("annual", "good"), [(2, True), (3, False)])
def test_a_mean_is_good_only_from_the_target_on(annual: int, *, good: bool) -> None:
    html = body(world(rules=policy(annual_days=annual)))
    assert ("ct-figure--good" in html) is good


def test_without_a_policy_there_is_no_target_and_nobody_missed_it() -> None:
    told = section(body(world(rules=None)), "nam-2019")
    assert "2,3 ngày Chưa có quy định" in told
    assert "đạt chỉ tiêu" not in told


def test_what_rests_on_an_assumed_rule_is_marked_in_both_years() -> None:
    html = body(world(rules=assumed(RULES, "day_unit")))
    assert f"Kết quả năm 2019 {PROVISIONAL}" in html
    assert f"Năm 2020 đến nay {PROVISIONAL}" in html
    assert "tạm tính" not in body(world())


def test_only_the_year_whose_policy_assumes_is_marked() -> None:
    html = body(world(rules=assumed(policy("2020-01-01", annual_days=3), "day_unit")))
    assert f"Năm 2020 đến nay {PROVISIONAL}" in html
    assert html.count("tạm tính") == 1


def test_pace_is_for_the_organisation_only() -> None:
    note = "Nội bộ: 2 đồng chí chậm tiến độ hoặc chưa có dữ liệu: Lê Văn Ân và Kim Đào."
    assert note in text_of(body(world("internal")))
    for word in ("Nội bộ", "chậm tiến độ"):
        assert word not in body(world())


def test_the_months_of_the_year_that_is_over_are_drawn_and_told() -> None:
    html = body(world())
    assert 'data-chart="thang-2019"' in html
    assert "<figcaption>Tháng 5 có nhiều ngày công tác cơ sở nhất năm 2019: 5 ngày." in html
    assert (
        '<tr><th scope="row"><a href="ket-qua/2019/05/">Tháng 5</a></th><td class="num">2</td>'
        '<td class="num">2</td><td class="num">5</td><td class="num">0</td>'
        '<td class="num">2</td></tr>'
    ) in html


def test_before_a_year_is_over_the_running_one_is_drawn() -> None:
    html = body(world(as_of=date(2019, 6, 30)))
    assert 'data-chart="thang-2019"' in html
    assert "Năm 2019 đến nay" in html
    assert "Kết quả năm" not in html


def test_the_last_visits_up_to_the_day() -> None:
    told = section(body(world()), "chuyen-di-moi")
    assert told.index("04/02/2020") < told.index("20/05/2019") < told.index("05/03/2019")
    assert "01/04/2020" not in told
    many = view(member("an"), *(visit(f"2019-03-{day:02d}") for day in range(1, 9)), *UNITS)
    assert body(many).count("ct-visit-row__date") == 6


def test_the_latest_news_come_first() -> None:
    held = [article(f"2019-0{n}-01-tin", title=f"Tin số {n}") for n in range(1, 7)]
    told = section(body(world(articles=held)), "tin-moi")
    assert re.findall(r"Tin số \d", told) == ["Tin số 6", "Tin số 5", "Tin số 4", "Tin số 3"]
    assert "tin-moi" not in body(world())


def test_before_anything_is_recorded() -> None:
    html = body(view())
    assert '<p class="ct-empty">Chưa có chuyến đi nào được ghi.</p>' in html
    assert "<section" not in html
    assert "ct-chart" not in html


def test_a_year_without_anybody_in_full_time_has_no_mean() -> None:
    told = section(body(view(member("an", part_time()), visit("2019-03-05"), *UNITS)), "nam-2019")
    assert "Trung bình" not in told


def test_what_was_written_is_text_and_never_markup() -> None:
    html = body(world(articles=[article(title=HOSTILE, lead=HOSTILE)]))
    assert "<script>alert" not in html
    assert "<b>x</b>" not in html
