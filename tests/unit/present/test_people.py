"""The members: the list, and each one's page with every year against the target."""

import re
from datetime import date
from typing import Any

import pytest

from generator.audience import View
from generator.present.page import Heading, Page
from generator.present.people import member_pages
from tests.builders import leave, member, part_time, policy, term, visit
from tests.unit.present.views import HOSTILE, UNITS, page_at, text_of, view
from tests.unit.present.worlds import RULES, assumed, world


def shown(id_: str = "an", *args: Any, **keys: Any) -> Page:
    return page_at(member_pages(world(*args, **keys)), f"uy-vien/{id_}/")


def people(held: View | None = None) -> Page:
    return page_at(member_pages(held or world()), "uy-vien/")


def year_of(page: Page, year: int) -> str:
    """Return the HTML of one year on a member's page."""
    found = re.search(
        rf'<section aria-labelledby="nam-{year}">(.*?)</section>', page.body, re.DOTALL
    )
    assert found, year
    return found.group(1)


class TestList:
    def test_years_the_latest_first_and_people_by_given_name(self) -> None:
        html = people().body
        names = re.findall(r'<p class="ct-person__name"><a href="([^"]*)">([^<]*)</a>', html)
        order = [("an", "Lê Văn Ân"), ("binh", "Trần Thị Bình"), ("dao", "Kim Đào")]
        assert names == [
            *((f"{id_}/#nam-2020", name) for id_, name in order),
            *((f"{id_}/#nam-2019", name) for id_, name in order),
            ("khach/", "Thạch Khách"),
        ]

    def test_a_card(self) -> None:
        told = text_of(people().body)
        assert "Lê Văn Ân Ủy viên BCH chuyên trách, Ban Phong trào 5 / 3 ngày đạt" in told
        assert "Trần Thị Bình Ủy viên BCH chuyên trách, Ban Phong trào 1 / 3 ngày chưa đạt" in told

    def test_an_adjusted_target_is_called_no_more_than_that(self) -> None:
        told = text_of(people().body)
        assert "1 ngày chưa đạt chỉ tiêuChỉ tiêu điều chỉnh theo quy định" in told
        assert "1 / 2 ngày" not in told
        inside = text_of(people(world("internal")).body)
        assert "1 / 2 ngày chưa đạt chỉ tiêu" in inside
        assert "điều chỉnh" not in inside

    def test_pace_is_for_the_organisation_only(self) -> None:
        assert "tiến độ" not in people().body
        assert "1 / 3 ngày bảo đảm tiến độ" in text_of(people(world("internal")).body)

    def test_those_who_only_came_along_stand_apart(self) -> None:
        told = text_of(people().body)
        assert told.endswith(
            "Cùng tham gia các chuyến đi Thạch KháchỦy viên BCH chuyên trách, Ban Phong trào"
        )

    def test_before_the_first_visit_they_are_a_plain_list(self) -> None:
        told = text_of(people(view(member("b", name="Lê Bình"), member("a", name="Lê An"))).body)
        assert "Danh sách Lê An" in told
        assert told.index("Lê An") < told.index("Lê Bình")
        assert "Cùng tham gia" not in told

    def test_nobody(self) -> None:
        (page,) = member_pages(view())
        assert '<p class="ct-empty">Chưa có dữ liệu.</p>' in page.body

    def test_the_frame(self) -> None:
        assert people().title == "Ủy viên BCH chuyên trách"
        assert people().headings == (
            Heading("nam-2020", "Năm 2020"),
            Heading("nam-2019", "Năm 2019"),
        )


class TestFigures:
    def test_days_against_the_target(self) -> None:
        told = text_of(year_of(shown(), 2019))
        assert told.startswith(
            "Năm 2019 Xem cả cơ quan Ngày công tác cơ sở 5 ngày Chỉ tiêu: 3 ngày"
            " Chuyến đi cơ sở 2 chuyến Dự sinh hoạt chi đoàn 1 lần đạt"
        )
        assert "ct-figure--good" in year_of(shown(), 2019)
        assert "ct-figure--bad" in year_of(shown("binh"), 2019)

    @pytest.mark.parametrize(
        ("audience", "told"),
        [
            ("public", "1 ngày Chỉ tiêu điều chỉnh theo quy định Chuyến"),
            ("internal", "1 ngày Chỉ tiêu: 2 ngày, đã điều chỉnh Chuyến"),
        ],
    )
    def test_an_adjusted_target(self, audience: str, told: str) -> None:
        assert told in text_of(year_of(shown("dao", audience), 2019))

    def test_no_policy(self) -> None:
        told = text_of(year_of(shown("an", rules=None), 2019))
        assert "5 ngày Chưa có quy định Chuyến" in told
        assert "ct-progress__target" not in shown("an", rules=None).body

    def test_a_running_year_tells_no_status_outside(self) -> None:
        assert "ct-status--" not in year_of(shown("binh"), 2020)
        inside = text_of(year_of(shown("binh", "internal"), 2020))
        # 3 ngày × 75/366 = 0,61…
        assert "bảo đảm tiến độ Nội bộ: theo tiến độ cần 0,6 ngày đến nay." in inside
        assert "theo tiến độ cần" not in text_of(year_of(shown("binh", "internal"), 2019))

    def test_pace_is_rounded_half_up(self) -> None:
        """Three days of a term's twenty, of a target of 3, are 0,45."""
        held = view(
            member("an", term("2019-12-12")),
            visit("2019-12-12"),
            policy(),
            *UNITS,
            audience="internal",
            as_of=date(2019, 12, 14),
        )
        told = page_at(member_pages(held), "uy-vien/an/").body
        assert "theo tiến độ cần 0,5 ngày" in told

    def test_reports_are_for_the_organisation_only(self) -> None:
        inside = text_of(year_of(shown("dao", "internal"), 2019))
        assert "Báo cáo quá hạn, chưa nộp 0 đúng hạn 0, trễ hạn 1, chưa đến hạn 0" in inside
        assert "Báo cáo" not in text_of(shown("dao").body)

    def test_the_mark_leads_to_the_rule(self) -> None:
        html = year_of(shown("an", rules=assumed(RULES, "day_unit", "proration")), 2019)
        mark = '<a class="ct-provisional" href="../../cach-tinh/#day_unit">tạm tính</a>'
        assert f"Năm 2019 {mark}" in html
        assert "tạm tính" not in shown().body

    def test_months_and_the_chart_of_the_year(self) -> None:
        html = year_of(shown(), 2019)
        days = re.findall(r'<span class="ct-month__days">([^<]*)<', html)
        assert days == ["0", "0", "1", "0", "4", *["0"] * 7]
        assert "<figcaption>Năm 2019: 5 ngày công tác cơ sở, chỉ tiêu 3 ngày." in html

    def test_days_by_kind_and_level(self) -> None:
        html = year_of(shown(), 2019)
        for row in (
            '<tr><th scope="row">Survey</th><td class="num">4</td></tr>',
            '<tr><th scope="row">Meeting</th><td class="num">1</td></tr>',
        ):
            assert row in html
        assert '<td class="num">1</td></tr></tbody>' in html
        assert text_of(html.partition("Số ngày theo cấp làm việc")[2]).startswith(
            "CấpSố ngày cơ sở4chi đoàn1"
        )

    def test_a_year_without_days_has_no_such_tables(self) -> None:
        assert "Số ngày theo" not in year_of(shown(), 2020)
        assert '<p class="ct-empty">Chưa có chuyến đi nào.</p>' in year_of(shown(), 2020)


class TestPlanAndIssues:
    def test_each_item_beside_what_became_of_it(self) -> None:
        html = year_of(shown(), 2019)
        assert (
            '<tr><th scope="row">Survey, Xã An Trường A, huyện Càng Long</th>'
            '<td class="num" data-label="Tháng">5</td>'
            '<td class="num" data-label="Dự kiến">2,5 ngày</td>'
            '<td class="num" data-label="Thực hiện">4 ngày</td>'
            '<td data-label="Kết quả"><span class="ct-status ct-status--done">đã thực hiện</span>'
            ' <a href="../../chuyen-di/2019/2019-05-10-an-truong-a/">10–13/05/2019</a></td></tr>'
        ) in html
        assert ('<th scope="row">Inspection</th><td class="num" data-label="Tháng">6</td>') in html
        assert '">đã hủy</span> Trùng lịch họp</td></tr>' in html
        assert "Kế hoạch và thực hiện" not in shown("binh").body

    def test_issues_by_their_public_text_outside(self) -> None:
        assert "Thiếu ghế." in year_of(shown("dao"), 2019)
        assert "Kín." not in shown("dao").body
        inside = year_of(shown("dao", "internal"), 2019)
        assert "Thiếu &lt;ghế&gt;." in inside
        assert "Kín." in inside
        assert "Kiến nghị" not in shown("an").body


class TestVisits:
    def test_those_of_the_year_are_those_counted(self) -> None:
        html = year_of(shown("binh"), 2020)
        assert "04/02/2020" in html
        assert "01/04/2020" not in html

    def test_one_across_new_year_stands_where_the_member_was_there(self) -> None:
        tour = visit(
            "2019-12-30",
            end_date="2020-01-02",
            members=["an", "binh"],
            attendance=[{"member": "binh", "dates": ["2019-12-30"]}],
        )
        pages = list(member_pages(view(member("an"), member("binh"), tour, policy(), *UNITS)))
        an, binh = (page_at(pages, f"uy-vien/{id_}/") for id_ in ("an", "binh"))
        when = '">30/12/2019–02/01/2020</time>'
        assert [when in year_of(an, year) for year in (2019, 2020)] == [True, True]
        assert [when in year_of(binh, year) for year in (2019, 2020)] == [True, False]

    def test_those_of_no_full_time_year_are_told_all_the_same(self) -> None:
        held = view(
            member("an", term("2015-01-01", "2019-12-31"), part_time("2020-01-01")),
            visit("2019-03-05", "truoc"),
            visit("2020-02-04", "sau"),
            policy(),
            *UNITS,
        )
        html = page_at(member_pages(held), "uy-vien/an/").body
        other = html.partition("Các chuyến đi khác đã tham gia")[2]
        assert "2020-02-04-sau" in other
        assert "2019-03-05-truoc" not in other
        assert html.count("2019-03-05-truoc") == 1

    def test_a_guest_has_visits_and_no_years(self) -> None:
        page = shown("khach")
        assert page.headings == ()
        assert "2019-03-05-ap-3" in page.body
        assert "không tính ngày" in page.body


class TestPerson:
    def test_terms(self) -> None:
        told = member(
            "an",
            term("2015-01-01", "2018-06-30") | {"position": "Ủy viên BCH"},
            part_time("2018-07-01"),
        )
        html = page_at(member_pages(view(told)), "uy-vien/an/").body
        assert (
            '<li>Ủy viên BCH, Ban Phong trào <time datetime="2015-01-01">'
            "từ 01/01/2015 đến 30/06/2018</time></li>"
        ) in html
        assert "Ban Phong trào (không chuyên trách) <time" in html
        assert "từ 01/07/2018</time>" in html

    def test_leave_and_contact_are_for_the_organisation_only(self) -> None:
        told = member(
            "an",
            leave=[leave("2019-03-01", "2019-03-10") | {"reason": "Nghỉ ốm"}],
            contact={"email": "an@example.org", "phone": "0912345678"},
        )
        inside = page_at(member_pages(view(told, audience="internal")), "uy-vien/an/").body
        assert "<li>Nghỉ từ 01/03/2019 đến 10/03/2019: Nghỉ ốm</li>" in inside
        assert "<li>Thư điện tử: an@example.org</li>" in inside
        assert "<li>Điện thoại: 0912345678</li>" in inside
        outside = page_at(member_pages(view(told)), "uy-vien/an/").body
        for word in ("Nghỉ", "example.org", "0912", "Nội bộ"):
            assert word not in outside

    def test_the_frame_and_the_search(self) -> None:
        page = shown()
        assert page.title == "Lê Văn Ân"
        assert page.description == (
            "Lê Văn Ân, Ủy viên BCH chuyên trách, Ban Phong trào:"
            " số ngày, chuyến đi, kế hoạch và kiến nghị."
        )
        assert page.search == (
            "Ủy viên BCH chuyên trách, Ban Phong trào. Đã đến: Chi đoàn ấp 3, xã An Trường,"
            " huyện Càng Long; Xã An Trường A, huyện Càng Long"
        )
        assert page.headings == (Heading("nam-2020", "Năm 2020"), Heading("nam-2019", "Năm 2019"))

    def test_what_was_written_is_text_and_never_markup(self) -> None:
        held = view(member("an", name=HOSTILE), visit("2019-03-05"), policy(), *UNITS)
        for page in member_pages(held):
            assert "<script>alert" not in page.body
            assert "<b>x</b>" not in page.body
