"""The results: all years, each year, each month that has begun."""

from datetime import date
from urllib.parse import urlsplit

import pytest

from generator.present.page import Heading, Page
from generator.present.years import year_pages
from tests.builders import item, member, plan, policy, visit
from tests.unit.present.views import Outline, page_at, text_of, view
from tests.unit.present.worlds import RULES, assumed, halves, world


def shown(address: str = "ket-qua/2019/", *args: object, **keys: object) -> Page:
    return page_at(year_pages(world(*args, **keys)), address)  # type: ignore[arg-type]


def test_a_page_for_each_year_and_each_month_begun() -> None:
    assert [page.address for page in year_pages(world())] == [
        "ket-qua/",
        "ket-qua/2019/",
        *(f"ket-qua/2019/{month:02d}/" for month in range(1, 13)),
        "ket-qua/2020/",
        "ket-qua/2020/01/",
        "ket-qua/2020/02/",
        "ket-qua/2020/03/",
    ]


class TestAllYears:
    def test_the_latest_first_each_with_who_reached_the_target(self) -> None:
        html = shown("ket-qua/").body
        assert html.index("Năm 2020</a>") < html.index("Năm 2019</a>")
        assert _cells(html) == [["3", "1", "1", "0,3", "–"], ["3", "3", "7", "2,3", "1/3"]]

    def test_the_organisation_sees_the_running_year_too(self) -> None:
        assert _cells(shown("ket-qua/", "internal").body)[0][-1] == "0/3"

    def test_without_a_policy(self) -> None:
        rows = _cells(shown("ket-qua/", rules=None).body)
        assert [row[-1] for row in rows] == ["chưa có quy định", "chưa có quy định"]

    def test_the_mark_stands_at_the_year(self) -> None:
        html = shown("ket-qua/", rules=assumed(policy("2020-01-01"), "day_unit")).body
        mark = '<a class="ct-provisional" href="../cach-tinh/#day_unit">tạm tính</a>'
        assert f"Năm 2020</a> (chưa kết thúc) {mark}" in html
        assert html.count("tạm tính") == 1

    def test_no_years(self) -> None:
        (page,) = year_pages(view())
        assert '<p class="ct-empty">Chưa có dữ liệu.</p>' in page.body


class TestYear:
    def test_its_figures(self) -> None:
        told = text_of(shown().body)
        for each in (
            "Trung bình mỗi đồng chí 2,3 ngày Chỉ tiêu: ít nhất 3 ngày/năm cách tính",
            "Đồng chí đạt chỉ tiêu 1/3 cách tính",
            "Tổng số ngày công tác cơ sở 7 ngày của 3 đồng chí cách tính",
            "Chuyến đi cơ sở 3 chuyến 5 lượt cách tính",
            "Dự sinh hoạt chi đoàn 1 lần cách tính",
            "Xã, phường, thị trấn đã đến 2/3 cách tính",
            "Trung vị 1,0 ngày; thấp nhất 1 ngày. Trung bình cao không có nghĩa là ai cũng đạt.",
            "Quý I/20191320,711",
        ):
            assert each in told, each

    def test_shares_coverage_plans_and_issues(self) -> None:
        told = text_of(shown().body)
        assert "Survey225" in told
        assert "Huyện Càng Long22 Huyện Trà Cú01 Tất cả23" in told
        assert "1 đã thực hiện" in told
        assert "1 chưa giải quyết" in told

    def test_the_annual_report_and_the_workbook_can_be_fetched(self) -> None:
        assert 'href="../../du-lieu/ket-qua-2019.xlsx"' in shown().body
        assert 'href="../../du-lieu/bao-cao-2019.docx"' in shown().body

    def test_reports_that_were_late_are_for_the_organisation(self) -> None:
        told = text_of(shown("ket-qua/2019/", "internal").body)
        assert "Huyện Trà Cú, 20/05/2019Kim Đào30/05/201901/07/2019trễ hạn" in told
        for word in ("NỘI BỘ", "trễ hạn", "theo tiến độ"):
            assert word not in shown().body

    def test_members_by_days_then_by_name(self) -> None:
        html = shown().body
        names = ("Lê Văn Ân</a>", "Trần Thị Bình</a>", "Kim Đào</a>")
        places = [html.index(name) for name in names]
        assert places == sorted(places)

    def test_the_row_of_a_member(self) -> None:
        assert (
            '<tr><th scope="row"><a href="../../uy-vien/an/">Lê Văn Ân</a></th>'
            '<td class="num" data-label="Số ngày">5</td>'
            '<td class="num" data-label="Chỉ tiêu">3</td>'
            '<td data-label="Kết quả"><span class="ct-status ct-status--reached">đạt</span></td>'
            '<td class="num" data-label="Chuyến đi">2</td>'
            '<td class="num" data-label="Dự sinh hoạt chi đoàn">1</td></tr>'
        ) in shown().body

    def test_an_adjusted_target_is_called_no_more_than_that(self) -> None:
        adjusted = '<td class="num" data-label="Chỉ tiêu">điều chỉnh theo quy định</td>'
        assert shown().body.count(adjusted) == 1
        assert adjusted not in shown("ket-qua/2019/", "internal").body
        assert (
            '<td class="num" data-label="Chỉ tiêu">2</td>'
            in shown("ket-qua/2019/", "internal").body
        )

    def test_a_running_year(self) -> None:
        page = shown("ket-qua/2020/")
        assert "; năm chưa kết thúc." in page.body
        assert page.body.count('<td data-label="Kết quả">đang thực hiện</td>') == 3
        assert "Đồng chí đạt chỉ tiêu" not in page.body
        assert "năm chưa kết thúc" not in shown().body

    def test_the_organisation_sees_pace_and_reports(self) -> None:
        running = shown("ket-qua/2020/", "internal").body
        assert '<span class="ct-status ct-status--on-pace">bảo đảm tiến độ</span>' in running
        assert '<span class="ct-status ct-status--no-data">chưa có dữ liệu</span>' in running
        assert (
            '<td class="num" data-label="Chỉ tiêu"><div>3<small>đến nay cần 0,6</small></div></td>'
        ) in running
        closed = shown("ket-qua/2019/", "internal").body
        assert '<th scope="col">Báo cáo (nội bộ)</th>' in closed
        assert "đến nay cần" not in closed
        assert (
            '<td data-label="Báo cáo"><span class="ct-status ct-status--late">1 trễ hạn</span>'
        ) in closed
        assert "<summary>1 báo cáo trễ hạn</summary>" in closed
        assert "Báo cáo quá hạn, chưa nộp" not in closed
        assert "Báo cáo" not in shown().body

    def test_no_policy(self) -> None:
        page = shown("ket-qua/2019/", rules=None)
        told = text_of(page.body)
        assert "2,3 ngày Chưa có quy định cách tính" in told
        assert page.body.count('<td class="num" data-label="Chỉ tiêu">chưa có quy định</td>') == 3
        assert "Đồng chí đạt chỉ tiêu" not in told
        assert "đồng chí đạt chỉ tiêu" not in told

    def test_the_mark_leads_to_the_rule(self) -> None:
        html = shown("ket-qua/2019/", rules=assumed(RULES, "proration")).body
        assert (
            "<h1>Kết quả năm 2019 "
            '<a class="ct-provisional" href="../../cach-tinh/#proration">tạm tính</a>'
        ) in html
        assert "tạm tính" not in shown().body

    @pytest.mark.parametrize(("annual", "good"), [(2, True), (3, False)])
    def test_a_mean_is_good_only_from_the_target_on(self, annual: int, *, good: bool) -> None:
        html = shown("ket-qua/2019/", rules=policy(annual_days=annual)).body
        assert ("ct-figure--good" in html) is good

    def test_plans_are_linked_where_they_are_told_of(self) -> None:
        link = '<a href="../../ke-hoach/2019/">Kế hoạch và thực hiện</a>'
        assert link in shown().body
        assert "ke-hoach" not in shown("ket-qua/2020/").body

    def test_what_the_frame_and_the_search_say(self) -> None:
        page = shown()
        assert page.title == "Kết quả năm 2019"
        assert page.description == "3 đồng chí, 3 chuyến đi, trung bình 2,3 ngày."
        assert page.search == "Kết quả đi công tác cơ sở năm 2019, đạt và chưa đạt chỉ tiêu"
        assert page.headings == (
            Heading("tung-dong-chi", "Từng đồng chí"),
            Heading("tung-thang", "Từng tháng, quý"),
            Heading("theo-noi-dung", "Theo nội dung, cấp, chương trình"),
            Heading("do-bao-phu", "Độ bao phủ"),
            Heading("ke-hoach", "Kế hoạch và thực hiện"),
            Heading("kien-nghi", "Kiến nghị, đề xuất"),
        )


class TestMonth:
    def test_in_the_month_and_so_far(self) -> None:
        assert _figures(shown("ket-qua/2019/05/").body) == {
            "Chuyến đi cơ sở": ["2", "3"],
            "Lượt (người × chuyến)": ["2", "5"],
            "Ngày công tác cơ sở": ["5", "7"],
            "Đơn vị đã đến": ["2", "3"],
            "Dự sinh hoạt chi đoàn": ["0", "1"],
            "Kiến nghị, đề xuất": ["1", "1"],
        }
        inside = _figures(shown("ket-qua/2019/05/", "internal").body)
        assert inside["Kiến nghị, đề xuất"] == ["2", "2"]

    def test_the_plan_of_the_next_month_and_none(self) -> None:
        told = text_of(shown("ket-qua/2019/04/").body)
        assert "Lê Văn ÂnSurvey, Xã An Trường A, huyện Càng Long2,5đã thực hiện" in told
        told = text_of(shown("ket-qua/2020/03/").body)
        assert "Kế hoạch tháng 4/2020 Kế hoạch được công khai khi đã duyệt và tháng đã qua." in told
        told = text_of(shown("ket-qua/2019/12/", "internal").body)
        assert "Kế hoạch tháng 1/2020 Chưa có kế hoạch cho tháng này." in told

    def test_each_member_by_days_in_the_month(self) -> None:
        html = shown("ket-qua/2019/05/").body.partition('id="bang-thang"')[2]
        assert [[text_of(each) for each in row] for row in _cells(html)] == [
            ["4", "5", "1"],
            ["1", "1", "1"],
            ["0", "1", "0"],
        ]

    def test_each_figure_leads_to_its_very_records(self) -> None:
        html = shown("ket-qua/2019/05/").body
        of_all = ["nam=2019&thang=5", "nam=2019&den-thang=5"]
        meetings = [f"{each}&noi-dung=meeting" for each in of_all]
        assert _queries(html, "chuyen-di") == [
            *of_all * 4,
            *meetings,
            *("nam=2019&thang=5&uy-vien=an", "nam=2019&den-thang=5&uy-vien=an"),
            "nam=2019&thang=5&uy-vien=an",
            *("nam=2019&thang=5&uy-vien=dao", "nam=2019&den-thang=5&uy-vien=dao"),
            "nam=2019&thang=5&uy-vien=dao",
            "nam=2019&den-thang=5&uy-vien=binh",
        ]
        assert _queries(html, "kien-nghi") == of_all

    def test_the_first_month_is_all_so_far_and_the_last_the_year(self) -> None:
        january = _queries(shown("ket-qua/2019/01/").body, "kien-nghi")
        december = _queries(shown("ket-qua/2019/12/").body, "kien-nghi")
        assert january == ["nam=2019&thang=1"] * 2
        assert december == ["nam=2019&thang=12", "nam=2019"]

    def test_a_running_month_leads_to_the_visits_that_count_by_the_day(self) -> None:
        html = shown("ket-qua/2020/03/").body
        assert _queries(html, "chuyen-di")[:2] == [
            "nam=2020&thang=3&so-lieu=da-tinh",
            "nam=2020&den-thang=3&so-lieu=da-tinh",
        ]
        assert _queries(html, "kien-nghi") == ["nam=2020&thang=3", "nam=2020&den-thang=3"]
        assert _queries(shown("ket-qua/2020/").body, "chuyen-di")[0] == "nam=2020&so-lieu=da-tinh"

    def test_two_halves_are_one(self) -> None:
        html = page_at(year_pages(halves()), "ket-qua/2019/04/").body
        assert _figures(html)["Ngày công tác cơ sở"] == ["0,5", "1"]

    @pytest.mark.parametrize(
        ("address", "day"), [("ket-qua/2019/05/", "31/05/2019"), ("ket-qua/2020/03/", "15/03/2020")]
    )
    def test_it_is_told_up_to_its_end_or_today(self, address: str, day: str) -> None:
        assert f"Số liệu tính đến ngày {day}." in shown(address).body

    def test_the_way_to_the_months_beside(self) -> None:
        assert '<a href="../04/">Tháng 4</a>' in shown("ket-qua/2019/05/").body
        assert '<a href="../06/">Tháng 6</a>' in shown("ket-qua/2019/05/").body
        assert "../00/" not in shown("ket-qua/2019/01/").body
        assert "../04/" not in shown("ket-qua/2020/03/").body

    def test_its_visits_and_none(self) -> None:
        told = text_of(shown("ket-qua/2019/05/").body)
        assert told.index("20/05/2019") < told.index("10–13/05/2019")
        assert "Không có chuyến đi nào trong tháng." in shown("ket-qua/2019/06/").body

    def test_visits_beyond_ten_fold_away(self) -> None:
        visits = [visit(f"2019-05-{day:02d}", f"so-{day}") for day in range(1, 14)]
        html = page_at(year_pages(view(member("an"), *visits)), "ket-qua/2019/05/").body
        before, _, folded = html.partition("<summary>3 chuyến khác trong tháng</summary>")
        assert "04/05/2019" in before
        assert "03/05/2019" not in before
        assert "03/05/2019" in folded

    def test_the_plan_of_the_next_month_says_how_much_it_is(self) -> None:
        planned = plan(2019, "an", item("a", 6, days="2"), item("b", 6), item("c", 7))
        seen = view(member("an"), visit("2019-05-01"), planned, audience="internal")
        html = page_at(year_pages(seen), "ket-qua/2019/05/").body
        assert "<summary>2 mục, dự kiến 3 ngày</summary>" in html

    def test_a_visit_after_the_day_is_not_yet_of_the_month(self) -> None:
        page = page_at(year_pages(world(as_of=date(2019, 5, 12))), "ket-qua/2019/05/")
        assert "10–13/05/2019" in page.body
        assert "20/05/2019" not in page.body

    def test_a_long_visit_is_of_every_month_that_it_touches(self) -> None:
        seen = view(member("an"), visit("2019-01-31", end_date="2019-03-02"))
        pages = {page.address: page.body for page in year_pages(seen)}
        told = [f"ket-qua/2019/{n:02d}/" for n in range(1, 13)]
        assert [n for n, each in enumerate(told, 1) if "31/01–02/03/2019" in pages[each]] == [
            1,
            2,
            3,
        ]

    def test_the_mark(self) -> None:
        html = shown("ket-qua/2019/05/", rules=assumed(RULES, "day_unit")).body
        assert 'href="../../../cach-tinh/#day_unit">tạm tính</a>' in html


def _cells(html: str) -> list[list[str]]:
    """Return the figures of each row of the first table's body."""
    rows = html.partition("<tbody>")[2].partition("</tbody>")[0].split("<tr>")[1:]
    return [
        [cell.partition("</td>")[0] for cell in row.split('<td class="num">')[1:]] for row in rows
    ]


def _queries(html: str, page: str) -> list[str]:
    """Return what the links to a list choose from it, in their order."""
    links = (urlsplit(each) for each in Outline(html).links)
    return [each.query for each in links if each.path.endswith(f"/{page}/") and each.query]


def _figures(html: str) -> dict[str, list[str]]:
    """Return the figures of a month by label: in it, and so far."""
    rows = html.partition("<tbody>")[2].partition("</tbody>")[0].split("<tr>")[1:]
    told = [row.split("<td")[:3] for row in rows]
    return {
        text_of(head).partition(" cách tính")[0]: [text_of("<td" + each) for each in cells]
        for head, *cells in told
    }
