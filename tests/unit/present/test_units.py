"""The coverage of the units, and the page of one."""

import re
from datetime import date

from generator.domain.fields import Audience
from generator.present.page import Page
from generator.present.units import unit_pages
from tests.builders import item, member, plan, policy, unit, visit
from tests.unit.present.views import HOSTILE, UNITS, Outline, everything, page_at, text_of, view


def shown(id_: str, as_of: date = date(2020, 3, 15)) -> Page:
    return page_at(unit_pages(everything(as_of=as_of)), f"don-vi/{id_}/")


def covered(as_of: date) -> str:
    """Return the coverage, without the list of all units that follows it."""
    body = page_at(unit_pages(everything(as_of=as_of)), "don-vi/").body
    return body.partition('id="theo-van"')[0].partition("</nav>")[2]


def test_every_unit_there_ever_was_has_a_page() -> None:
    addresses = {page.address for page in unit_pages(everything())}
    pages = {each for each in addresses if "truoc-khi-di" not in each}
    assert pages == {"don-vi/", *(f"don-vi/{each.id}/" for each in UNITS)}


def test_a_unit_is_named_with_what_stands_above_it() -> None:
    assert shown("an-truong-a").title == "Xã An Trường A, huyện Càng Long"
    assert shown("ap-3").title == "Chi đoàn ấp 3, xã An Trường, huyện Càng Long"
    assert shown("an-truong-moi").title == "Xã An Trường, tỉnh Vĩnh Long"
    assert shown("tra-vinh").title == "Tỉnh Trà Vinh"


def test_predecessors_and_successors_are_linked() -> None:
    before = shown("an-truong").body
    assert (
        "<dt>Đơn vị kế tục</dt><dd><ul>\n"
        '<li><a href="../an-truong-moi/">Xã An Trường, tỉnh Vĩnh Long</a>, từ ngày 01/07/2025</li>\n</ul></dd>'
    ) in before
    after = shown("an-truong-moi").body
    assert (
        "<dt>Được lập từ</dt><dd><ul>\n"
        '<li><a href="../an-truong/">Xã An Trường, huyện Càng Long</a>, đến hết ngày 30/06/2025'
        ' · <a href="../../chuyen-di/?don-vi=an-truong">2 chuyến đi</a></li>\n'
        '<li><a href="../an-truong-a/">Xã An Trường A, huyện Càng Long</a>'
        ' · <a href="../../chuyen-di/?don-vi=an-truong-a">1 chuyến đi</a></li>\n</ul></dd>'
    ) in after
    assert "từ ngày 01/07/2025" in after
    assert "đến hết ngày 30/06/2025" in before


def test_visits_to_the_unit_and_to_units_below_it_stand_apart() -> None:
    text = text_of(shown("an-truong").body)
    own = text.index("Chuyến đi đến đơn vị")
    lower = text.index("Chuyến đi đến đơn vị trực thuộc")
    assert own < text.index("22/05/2019") < lower < text.index("23/05/2019Chi đoàn ấp 3")


def test_last_visited_and_number_count_up_to_the_day_only() -> None:
    text = text_of(shown("ap-3").body)
    assert "Chuyến đi cơ sở 1 chuyến Đến ngày 15/03/2020" in text
    assert "Lần cuối 23/05/2019" in text
    assert "Chuyến đi cơ sở 2 chuyến Đến ngày 31/12/2020" in text_of(
        shown("ap-3", date(2020, 12, 31)).body
    )


def test_those_who_came_are_named_with_their_number_of_visits() -> None:
    text = text_of(shown("cang-long").body)
    assert "Người đã đếnLê Văn An (2 chuyến), Lê Văn Binh (4 chuyến)" in text


def test_issues_raised_there_are_listed_with_what_came_of_them() -> None:
    body = shown("cang-long").body
    assert "Chỗ sinh hoạt còn thiếu ghế." in body
    assert "../../chuyen-di/2019/2019-04-12-an-truong-a/#kien-nghi-1" in Outline(body).links


def test_a_unit_that_nobody_visited_says_so() -> None:
    text = text_of(shown("thpt").body)
    assert "Lần cuối chưa có Chưa có chuyến đi nào đến đơn vị này" in text
    assert "nên chưa có gì để đọc trước khi đi." in text
    assert "don-vi/thpt/truoc-khi-di/" not in {p.address for p in unit_pages(everything())}


def test_a_unit_with_very_many_visits_leads_to_the_list() -> None:
    first = date(2019, 1, 1).toordinal()
    visits = (visit(date.fromordinal(first + n)) for n in range(151))
    given = view(member("an"), policy(), *visits)
    body = page_at(unit_pages(given), "don-vi/tra-vinh/").body
    assert '<a href="../../chuyen-di/?don-vi=tra-vinh">Xem danh sách 151 chuyến đi</a>' in body
    assert body.count('<li class="ct-visit-row">') == 20


def test_the_coverage_goes_by_district_and_counts_what_is_below() -> None:
    page = page_at(unit_pages(everything()), "don-vi/")
    text = text_of(page.body)
    assert "3 trong 3 xã, phường, thị trấn đã có chuyến đi cơ sở" in text
    assert [each.text for each in page.headings] == [
        "Huyện Càng Long",
        "Huyện Trà Cú",
        "Trường học",
    ]
    assert "Huyện Càng Long 2/2 đơn vị đã có chuyến đi" in text
    assert (
        '<li class="ct-cell ct-cell--1"><a href="an-truong/"><span class="ct-cell__name">'
        'Xã An Trường</span> <span class="ct-cell__count">2<span class="ct-sr"> chuyến đi</span>'
    ) in page.body


def test_the_same_figures_stand_in_a_table_by_year() -> None:
    body = page_at(unit_pages(everything()), "don-vi/").body
    assert (
        '<tr><th scope="row"><a href="an-truong/">Xã An Trường</a></th><td class="num">2</td>'
        '<td class="num">0</td><td class="num">2</td><td>23/05/2019</td></tr>'
    ) in body


def test_only_units_of_the_day_are_covered() -> None:
    links = Outline(covered(date(2020, 3, 15))).links
    assert "an-truong-moi/" not in links
    links = Outline(covered(date(2025, 8, 1))).links
    assert "an-truong-moi/" in links
    assert "an-truong/" not in links


def test_a_commune_whose_parent_nobody_knows_is_not_lost() -> None:
    given = view(unit("xa-le"), member("an"), policy(), visit("2019-03-05", unit="xa-le"))
    page = page_at(unit_pages(given), "don-vi/")
    assert [each.text for each in page.headings] == ["Chưa rõ đơn vị cấp trên"]
    assert "xa-le/" in Outline(page.body).links


def test_names_stay_text() -> None:
    given = view(unit("xa-le", name=HOSTILE), member("an"), visit("2019-03-05", unit="xa-le"))
    for page in unit_pages(given):
        assert not {"script", "b"} & set(Outline(page.body).tags)
        assert HOSTILE in text_of(page.body)


def test_whatever_a_brief_tells_stays_text() -> None:
    issues = [
        {"text": HOSTILE, "referred_to": HOSTILE},
        {"text": HOSTILE, "status": "resolved", "resolved_on": "2019-04-01", "outcome": HOSTILE},
    ]
    told = dict.fromkeys(("venue", "content", "guidance", "results"), HOSTILE)
    given = view(
        unit("xa-le", name=HOSTILE, successors=["xa-moi"]),
        unit("xa-moi", name=HOSTILE),
        member("an", name=HOSTILE, contact={"phone": HOSTILE}),
        visit("2019-03-05", unit="xa-le", issues=issues, **told),
        plan(2020, "an", item("t06-1", 6, unit="xa-moi")),
        policy(),
        audience="internal",
    )
    for id_, times in (("xa-le", 9), ("xa-moi", 13)):
        body = page_at(unit_pages(given), f"don-vi/{id_}/truoc-khi-di/").body
        assert not {"script", "b"} & set(Outline(body).tags)
        assert text_of(body).count("<script>alert(1)</script>") >= times


def test_a_brief_tells_little_of_long_texts_and_leads_to_the_rest() -> None:
    long = "Đoàn xã đề nghị hỗ trợ " * 20
    issues = [{"text": long, "referred_to": long}] * 6
    told = dict.fromkeys(("venue", "content", "guidance", "results"), long)
    given = view(
        unit("xa-moi", name="Xã Mới"),
        *(unit(f"cu-{n}", name=f"Xã Cũ {n}", successors=["xa-moi"]) for n in range(5)),
        member("an"),
        visit("2019-03-05", unit="xa-moi", issues=issues, **told),
        policy(),
        audience="internal",
    )
    body = page_at(unit_pages(given), "don-vi/xa-moi/truoc-khi-di/").body
    text = text_of(body)
    assert "kể cả chuyến đi đến đơn vị cũ: Xã Cũ 0; Xã Cũ 1; Xã Cũ 2 và 2 đơn vị khác." in text
    assert "Còn 2 kiến nghị nữa: xem danh sách" in text
    assert "../../../kien-nghi/?don-vi=xa-moi" in Outline(body).links
    assert len(text) < 2500


def test_before_you_go_tells_what_happened_and_who_knows_the_place() -> None:
    text = text_of(shown_brief("cang-long"))
    assert text.count("Trước khi đi: Huyện Càng Long, tỉnh Trà Vinh") == 1
    assert "Chỗ sinh hoạt còn thiếu ghế." in text
    assert "Lê Văn Binh: 4 chuyến, lần cuối 23/05/2019" in text
    assert "Phòng họp thiếu ghế" not in text
    inside = text_of(shown_brief("cang-long", "internal"))
    assert "Chuyện riêng của chi đoàn. chưa giải quyết nêu ngày 12/04/2019" in inside
    assert "hạn trả lời: 01/07/2019 (đã quá hạn)" in inside


def test_a_unit_formed_of_others_inherits_what_happened_there() -> None:
    pages = list(unit_pages(everything(as_of=date(2025, 8, 1))))
    brief = text_of(page_at(pages, "don-vi/an-truong-moi/truoc-khi-di/").body)
    assert "kể cả chuyến đi đến đơn vị cũ: Xã An Trường, huyện Càng Long" in brief
    assert "2019-04-12-an-truong-a" in page_at(pages, "don-vi/an-truong-moi/").body


def test_a_province_is_too_much_for_one_page_and_briefs_are_not_searched() -> None:
    pages = list(unit_pages(everything()))
    briefs = [page for page in pages if page.address.endswith("truoc-khi-di/")]
    assert "don-vi/tra-vinh/truoc-khi-di/" not in {page.address for page in briefs}
    assert briefs
    assert all(page.search == "" for page in briefs)


def test_neglected_units_are_for_the_organisation_only() -> None:
    later = date(2021, 1, 1)
    outside = page_at(unit_pages(everything(as_of=later)), "don-vi/").body
    inside = page_at(unit_pages(everything("internal", as_of=later)), "don-vi/").body
    assert "lau-chua-den" not in outside
    caption = re.search(r'<caption id="lau-chua-den">(.*?)</caption>', inside)
    assert caption is not None
    assert text_of(caption.group(1)) == (
        "2 xã, phường, thị trấn chưa đến lần nào, hoặc lần cuối đã quá 365 ngày"
    )


def shown_brief(id_: str, audience: Audience = "public") -> str:
    return page_at(unit_pages(everything(audience)), f"don-vi/{id_}/truoc-khi-di/").body
