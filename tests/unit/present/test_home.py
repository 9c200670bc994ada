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


def figures(html: str, heading: str) -> list[str]:
    """Return the key figures of a section, each as label, number and note."""
    found = re.search(rf'<section aria-labelledby="{heading}">(.*?)</dl>', html, re.DOTALL)
    assert found, heading
    return [text_of(each) for each in found.group(1).split('<div class="ct-figure')[1:]]


def test_the_year_that_is_over() -> None:
    assert [each.partition(">")[2].strip() for each in figures(body(world()), "nam-2019")] == [
        (
            "Trung bình mỗi đồng chí 2,3 ngày Chỉ tiêu: ít nhất 3 ngày/năm"
            " cách tính: Trung bình mỗi đồng chí"
        ),
        "Đồng chí đạt chỉ tiêu 1/3 cách tính: Đồng chí đạt chỉ tiêu",
        "Tổng số ngày công tác cơ sở 7 ngày của 3 đồng chí cách tính: Tổng số ngày công tác cơ sở",
        "Chuyến đi cơ sở 3 chuyến 5 lượt cách tính: Chuyến đi cơ sở",
        "Dự sinh hoạt chi đoàn 1 lần cách tính: Dự sinh hoạt chi đoàn",
        "Xã, phường, thị trấn đã đến 2/3 cách tính: Xã, phường, thị trấn đã đến",
    ]


def test_the_year_that_runs() -> None:
    told = [each.partition(">")[2].strip() for each in figures(body(world()), "nam-2020")]
    assert [each.partition(" cách tính")[0] for each in told] == [
        "Trung bình mỗi đồng chí 0,3 ngày",
        "Tổng số ngày công tác cơ sở 1 ngày của 3 đồng chí",
        "Chuyến đi cơ sở 1 chuyến 1 lượt",
        "Dự sinh hoạt chi đoàn 0 lần",
        "Xã, phường, thị trấn đã đến 1/3",
    ]


def test_each_figure_leads_to_its_records_and_its_rule() -> None:
    html = body(world())
    assert '<a href="chuyen-di/?nam=2019">3</a>' in html
    assert '<a href="chuyen-di/?nam=2019&amp;noi-dung=meeting">1</a>' in html
    for rule in ("trung-binh", "ket-qua", "so-ngay", "so-chuyen", "sinh-hoat-chi-doan"):
        assert f'<a class="ct-figure__rule" href="cach-tinh/#{rule}">' in html


def test_who_reached_the_target_and_who_did_not() -> None:
    told = section(body(world()), "nam-2019")
    roster = told.partition("Từng đồng chí so với chỉ tiêu ")[2]
    assert roster == (
        "Lê Văn Ân 5 / 3 ngày đạt Trần Thị Bình 1 / 3 ngày chưa đạt chỉ tiêu"
        " Kim Đào 1 ngày chưa đạt chỉ tiêu chỉ tiêu điều chỉnh theo quy định"
    )


def test_coverage_has_a_tile_for_each_commune_by_district() -> None:
    told = section(body(world()), "do-bao-phu")
    assert "1 trong 3 xã, phường, thị trấn đã có chuyến đi năm 2020." in told
    assert (
        "Huyện Càng Long 1/2 Xã An Trường: 1 chuyến"
        " Xã An Trường A: 0 chuyến năm 2020, đã đến năm khác"
        " Huyện Trà Cú 0/1 Xã Hàm Giang: 0 chuyến, chưa đến lần nào"
        " Đơn vị khác Trường học 0/1"
    ) in told


def test_issues_are_counted_and_told() -> None:
    told = section(body(world()), "kien-nghi")
    assert "1 chưa giải quyết 0 đã chuyển cấp có thẩm quyền 0 đã giải quyết" in told
    assert "Kín." not in told


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


def test_what_the_organisation_watches() -> None:
    html = body(world("internal"))
    found = re.search(r'<section class="ct-internal"(.*?)</section>', html, re.DOTALL)
    assert found
    told = text_of(found.group(1))
    assert "1 bảo đảm tiến độ" in told
    assert "2 chưa có dữ liệu" in told
    assert "1 đúng hạn 0 trễ hạn 0 quá hạn, chưa nộp 0 chưa đến hạn" in told
    assert "2 kiến nghị, đề xuất chưa giải quyết xong, trong đó 2 kiến nghị đã nêu trên 180" in told
    assert told.endswith(
        "Xã, phường, thị trấn lâu chưa có người đến Xã Hàm Giang, huyện Trà Cú chưa đến lần nào "
        "1 nơi chưa đến lần nào, hoặc lần cuối đã quá 365 ngày."
    )
    assert '<a href="can-lam/">Xem việc cần làm</a>' in html


def test_what_is_internal_is_not_for_the_public() -> None:
    html = body(world())
    for word in ("NỘI BỘ", "tiến độ", "Báo cáo", "hạn", "can-lam", "lâu chưa có", "kien-nghi-theo"):
        assert word not in html, word


def test_the_months_of_the_latest_year_are_drawn_and_told() -> None:
    html = body(world())
    assert 'data-chart="thang-2020"' in html
    assert "<figcaption>Tháng 2 có nhiều ngày công tác cơ sở nhất năm 2020: 1 ngày." in html
    assert (
        '<tr><th scope="row"><a href="ket-qua/2020/02/">Tháng 2</a></th><td class="num">1</td>'
        '<td class="num">1</td><td class="num">1</td><td class="num">0</td>'
        '<td class="num">1</td></tr>'
    ) in html


def test_plans_stand_beside_what_was_done() -> None:
    told = section(body(world(as_of=date(2019, 12, 1))), "ke-hoach")
    assert "1 đã thực hiện" in told
    assert "1 đã hủy" in told


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
    assert re.findall(r"Tin số \d", told) == ["Tin số 6", "Tin số 5", "Tin số 4"]
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
