"""The members: the list, and each one's page with every year against the target."""

import re
from typing import Any

import pytest

from generator.audience import View
from generator.domain.fields import Audience
from generator.domain.member import Member
from generator.present.page import Heading, Page
from generator.present.people import member_pages
from tests.builders import leave, member, part_time, policy, term, visit
from tests.unit.present.views import HOSTILE, UNITS, Outline, page_at, text_of, view
from tests.unit.present.worlds import RULES, assumed, world


def shown(id_: str = "an", *args: Any, **keys: Any) -> Page:
    return page_at(member_pages(world(*args, **keys)), f"uy-vien/{id_}/")


def people(held: View | None = None) -> Page:
    return page_at(member_pages(held or world()), "uy-vien/")


def year_of(page: Page, year: int) -> str:
    """Return the HTML of one year on a member's page."""
    found = re.search(rf'<section aria-label="Năm {year}">(.*?)</section>', page.body, re.DOTALL)
    assert found, year
    return found.group(1)


class TestList:
    def test_years_the_latest_first_and_people_by_given_name(self) -> None:
        html = people().body
        cards = re.findall(r'<p class="ct-person__name"><a href="([^"]*)">([^<]*)</a>', html)
        rows = re.findall(r'<tr><th scope="row"><a href="([^"]*)">([^<]*)</a>', html)
        order = [("an", "Lê Văn Ân"), ("binh", "Trần Thị Bình"), ("dao", "Kim Đào")]
        assert cards == [
            *((f"{id_}/#nam-2020", name) for id_, name in order),
            ("khach/", "Thạch Khách"),
        ]
        assert rows == [(f"{id_}/#nam-2019", name) for id_, name in order]
        assert "xếp theo tên" in html

    def test_a_card(self) -> None:
        told = text_of(people(world("internal")).body)
        assert "Bình Ủy viên BCH chuyên trách, Ban Phong trào 1 / 3 ngày bảo đảm tiến độ" in told

    def test_earlier_years_as_rows_with_their_result(self) -> None:
        told = text_of(people().body)
        assert "Lê Văn Ân 5 / 3 ngày đạt Trần Thị Bình 1 / 3 ngày chưa đạt chỉ tiêu" in told

    def test_a_year_in_a_sentence(self) -> None:
        told = text_of(people().body)
        assert "3 đồng chí; trung bình mỗi đồng chí 0,3 ngày." in told
        closed = "3 đồng chí, 1 đồng chí đạt chỉ tiêu; trung bình mỗi đồng chí 2,3 ngày."
        assert closed in told

    def test_what_rests_on_an_assumed_rule_says_so(self) -> None:
        html = people(world(rules=assumed(RULES, "day_unit"))).body
        assert 'href="../cach-tinh/#day_unit">tạm tính</a>' in html
        assert "tạm tính" not in people().body

    def test_an_adjusted_target_is_called_no_more_than_that(self) -> None:
        told = text_of(people().body)
        assert "1 ngày chưa đạt chỉ tiêu Chỉ tiêu điều chỉnh theo quy định" in told
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
            "Năm 2019 5/3 ngày đạt Kết quả năm 2019 của cả cơ quan"
            " Ngày công tác cơ sở 5 ngày Chỉ tiêu: 3 ngày cách tính: Ngày công tác cơ sở"
            " Chuyến đi cơ sở 2 chuyến cách tính: Chuyến đi cơ sở"
            " Dự sinh hoạt chi đoàn 1 lần cách tính: Dự sinh hoạt chi đoàn"
            " Kế hoạch đã thực hiện 1/2 mục cách tính: Kế hoạch đã thực hiện"
        )
        assert "ct-figure--good" in year_of(shown(), 2019)
        assert "ct-figure--bad" in year_of(shown("binh"), 2019)

    @pytest.mark.parametrize(
        ("audience", "told"),
        [
            ("public", "1 ngày Chỉ tiêu điều chỉnh theo quy định cách tính"),
            ("internal", "1 ngày Chỉ tiêu: 2 ngày, đã điều chỉnh cách tính"),
        ],
    )
    def test_an_adjusted_target(self, audience: str, told: str) -> None:
        assert told in text_of(year_of(shown("dao", audience), 2019))

    def test_no_policy(self) -> None:
        told = text_of(year_of(shown("an", rules=None), 2019))
        assert "5 ngày Chưa có quy định cách tính" in told
        assert "ct-progress__target" not in shown("an", rules=None).body

    def test_a_running_year_tells_no_status_outside(self) -> None:
        outside = text_of(year_of(shown("binh"), 2020))
        assert "ct-status--" not in year_of(shown("binh"), 2020)
        assert "tiến độ" not in outside
        inside = text_of(year_of(shown("binh", "internal"), 2020))
        assert inside.startswith("Năm 2020 1/3 ngày bảo đảm tiến độ ")

    def test_each_figure_leads_to_its_records_and_to_its_rule(self) -> None:
        links = Outline(year_of(shown("an", "internal"), 2019)).links
        for link in (
            "../../chuyen-di/?nam=2019&uy-vien=an",
            "#ke-hoach-2019",
            *(
                f"../../cach-tinh/#{rule}"
                for rule in ("so-ngay", "so-chuyen", "sinh-hoat-chi-doan", "ke-hoach", "bao-cao")
            ),
        ):
            assert link in links

    def test_reports_are_for_the_organisation_only(self) -> None:
        inside = text_of(year_of(shown("dao", "internal"), 2019))
        assert "Báo cáo quá hạn, chưa nộp 0 Đúng hạn 0, trễ hạn 1, chưa đến hạn 0" in inside
        assert "20/05/2019, Huyện Trà Cú30/05/201901/07/2019trễ hạn" in inside
        assert "áo cáo" not in text_of(shown("dao").body)

    def test_what_there_is_to_fetch_and_to_do(self) -> None:
        links = Outline(shown("an", "internal").body).links
        sheets = [f"../../du-lieu/uy-vien/an-{year}.docx" for year in (2020, 2019)]
        assert [link for link in links if "/du-lieu/uy-vien/" in link] == sheets
        assert "../../lich/uy-vien/an.ics" in links
        inside = ["../../du-lieu/ke-hoach/an-2019.docx", "../../can-lam/#an"]
        assert set(inside) < set(links)
        assert not set(inside) & set(Outline(shown("an").body).links)

    def test_reports_still_to_be_made_come_first(self) -> None:
        held = view(
            member("an"),
            visit("2020-01-05", "tre", recorded_on="2020-02-20"),
            visit("2020-02-02", "qua-han", recorded_on=None),
            visit("2020-01-20", "qua-han-lau", recorded_on=None),
            visit("2020-03-10", "chua-den-han", recorded_on=None),
            visit("2020-03-01", "dung-han"),
            policy(),
            *UNITS,
            audience="internal",
        )
        html = year_of(page_at(member_pages(held), "uy-vien/an/"), 2020)
        table = html.partition("Báo cáo chưa nộp hoặc nộp trễ")[2].partition("</table>")[0]
        told = re.findall(r'2020-\d\d-\d\d-([a-z-]+)/"', table)
        assert told == ["qua-han-lau", "qua-han", "chua-den-han", "tre"]
        assert "quá hạn, chưa nộp" in table

    def test_the_mark_leads_to_the_rule(self) -> None:
        html = year_of(shown("an", rules=assumed(RULES, "day_unit", "proration")), 2019)
        mark = '<a class="ct-provisional" href="../../cach-tinh/#day_unit">tạm tính</a>'
        assert f'<p class="ct-note">{mark} <a href="../../ket-qua/2019/">' in html
        assert "tạm tính" not in shown().body

    def test_the_chart_of_the_year_and_its_table(self) -> None:
        html = year_of(shown(), 2019)
        assert "<figcaption>Đủ chỉ tiêu 3 ngày từ tháng 5; cả năm 2019: 5 ngày." in html
        assert (
            '<tr><th scope="row">31/05/2019</th><td class="num">4</td><td class="num">5</td>'
            '<td class="num">1,2</td></tr>'
        ) in html

    def test_days_by_kind_and_level(self) -> None:
        html = year_of(shown(), 2019)
        bar = '<span class="ct-bars__bar" style="--ct-days: {}; --ct-max: 4"></span>'
        for label, days in (("Survey", 4), ("Meeting", 1), ("Cơ sở", 4), ("Chi đoàn", 1)):
            row = f'{label}{bar.format(days)}</th><td class="num">{days}</td></tr>'
            assert f'<tr><th scope="row">{row}' in html

    def test_a_year_without_days_has_no_such_tables(self) -> None:
        assert "Số ngày theo" not in year_of(shown(), 2020)
        assert '<p class="ct-empty">Chưa có chuyến đi nào.</p>' in year_of(shown(), 2020)


class TestFolds:
    """Issue 3, *on a phone in the field*: what is over is folded, and whole all the same."""

    @staticmethod
    def unfolded(page: Page) -> list[str]:
        """Return what of a page's years and months stands open."""
        return re.findall(
            r'<details class="ct-fold[^"]*" open>\n<summary><h\d>(.*?)</h\d>', page.body
        )

    @staticmethod
    def page_of(*visits: Any) -> Page:
        held = view(member("an"), *visits, policy(), *UNITS)
        return page_at(member_pages(held), "uy-vien/an/")

    def test_the_latest_year_is_open_and_in_each_the_latest_month(self) -> None:
        days = ("2019-03-05", "2019-05-06", "2020-01-07", "2020-02-08")
        page = self.page_of(*(visit(day) for day in days))
        month = 'Tháng {}<span class="ct-sr">/{}</span>'
        opened = ["Năm 2020", month.format(2, 2020), month.format(5, 2019)]
        assert self.unfolded(page) == opened
        for year in (2019, 2020):
            assert f'<div class="ct-fold__body" id="nam-{year}">' in year_of(page, year)
        assert {f"chuyen-{day[:7]}" for day in days} <= set(Outline(page.body).ids)

    def test_a_year_with_nothing_to_tell_of_yet_leaves_the_one_before_open(self) -> None:
        others = (member("binh"), visit("2020-01-07", members=["binh"]))
        page = self.page_of(visit("2019-03-05"), *others)
        assert page.headings[0].text == "Năm 2020"
        assert self.unfolded(page)[0] == "Năm 2019"
        assert self.unfolded(self.page_of(*others)) == ["Năm 2020"]

    def test_visits_of_no_year_are_folded_beside_years_and_open_by_themselves(self) -> None:
        summary = '><summary>1 chuyến<span class="ct-sr"> khác</span></summary>'
        beside = self.page_of(visit("2019-03-05"), visit("2020-04-01")).body
        assert f'<details class="ct-data"{summary}' in beside
        assert f'<details class="ct-data" open{summary}' in shown("khach").body

    def test_of_many_issues_three_stand_open(self) -> None:
        raised = [{"text": f"Nêu {each}.", "public_text": f"Thiếu {each}."} for each in "abcde"]
        told = text_of(self.page_of(visit("2020-03-05", issues=raised)).body)
        before, _, after = told.partition("Chưa giải quyết xong: thêm 2 kiến nghị năm 2020")
        assert (before.count("Thiếu"), after.count("Thiếu")) == (3, 2)


class TestPlanAndIssues:
    def test_each_item_beside_what_became_of_it(self) -> None:
        html = year_of(shown(), 2019)
        assert (
            '<tr><th scope="row"><a href="../../ke-hoach/2019/#an-t05">'
            "Survey, Xã An Trường A, huyện Càng Long</a></th>"
            '<td class="num" data-label="Tháng">5</td>'
            '<td class="num" data-label="Dự kiến">2,5 ngày</td>'
            '<td class="num" data-label="Thực hiện">4 ngày</td>'
            '<td data-label="Kết quả"><div>'
            '<span class="ct-status ct-status--done">đã thực hiện</span> '
            '<a href="../../chuyen-di/2019/2019-05-10-an-truong-a/">10–13/05/2019</a>'
            "</div></td></tr>"
        ) in html
        assert '">đã hủy</span> Trùng lịch họp</div></td></tr>' in html
        told = text_of(html)
        assert "đã thực hiện: 1 đã hủy: 1 ngoài kế hoạch: 1" in told
        assert "Ngoài kế hoạch: 1 chuyến năm 2019 05/03/2019Chi đoàn ấp 3" in told
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
        # Once in the list, once in the calendar.
        assert html.count("2019-03-05-truoc") == 2

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
        for word in ("Nghỉ", "nghỉ", "example.org", "0912", "Nội bộ"):
            assert word not in outside

    def test_leave_leaves_no_trace_in_the_public_calendar(self) -> None:
        away, there = (
            member("an", leave=days) for days in ([leave("2019-06-01", "2019-06-10")], ())
        )

        def page(who: Member, audience: Audience) -> str:
            seen = view(who, visit("2019-03-05"), *UNITS, audience=audience)
            return page_at(member_pages(seen), "uy-vien/an/").body

        assert page(away, "public") == page(there, "public")
        assert 'class="ct-day--leave"' in page(away, "internal")
        assert "ct-day--leave" not in page(there, "internal")

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
