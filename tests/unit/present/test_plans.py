"""The plans of a year beside what came of them."""

from datetime import date

from generator.domain.fields import Audience
from generator.present.page import Page
from generator.present.plans import plan_pages
from tests.builders import item, member, plan, policy, visit
from tests.unit.present.views import HOSTILE, Outline, everything, page_at, text_of, view

APPROVED = {"period": "2019", "date": "2019-01-05", "by": "Thường trực"}
PARTS = (
    member("an"),
    member("binh"),
    policy(),
    plan(
        2019,
        "an",
        item("t03-1", 3, unit="an-truong", days="2", purpose="Nắm tình hình"),
        item("t03-2", 3, kind="inspection", cancelled="Trùng lịch họp"),
        item("t04-1", 4, kind="inspection"),
        item("t12-1", 12, kind="meeting"),
        approvals=[APPROVED],
    ),
    plan(2019, "binh", item("t03-1", 3, kind="meeting")),
    visit("2019-03-05", end_date="2019-03-06"),
    visit("2019-05-07", "kiem-tra", kind="inspection", plan_item="2019/an/t04-1"),
    visit("2019-06-07", "khac", unit="ham-giang"),
)


def shown(audience: Audience = "public", as_of: date = date(2019, 11, 15)) -> Page:
    return page_at(plan_pages(view(*PARTS, audience=audience, as_of=as_of)), "ke-hoach/2019/")


def test_there_is_a_page_for_each_year_that_somebody_planned() -> None:
    assert [page.address for page in plan_pages(everything())] == [
        "ke-hoach/2019/",
        "ke-hoach/2020/",
    ]


def test_an_item_stands_beside_what_came_of_it() -> None:
    assert (
        '<tr id="an-t03-1" data-uy-vien="an" data-tinh-trang="done"><th scope="row"><a href="../../uy-vien/an/">Lê Văn An</a></th>'
        '<td data-label="Nội dung"><div>Survey<br><a href="../../don-vi/an-truong/">'
        "An-Truong, Cang-Long</a><br>Nắm tình hình</div></td>"
        '<td class="num" data-label="Dự kiến">2 ngày</td>'
        '<td class="num" data-label="Thực hiện">2 ngày</td>'
        '<td data-label="Kết quả"><div><span class="ct-status ct-status--done">đã thực hiện</span>'
        '<br>Đi ngày <a href="../../chuyen-di/2019/2019-03-05-ap-3/">05–06/03/2019</a></div></td></tr>'
    ) in shown().body


def test_moved_and_cancelled_items_say_so() -> None:
    body = shown().body
    assert (
        '<span class="ct-status ct-status--moved">thực hiện vào tháng khác</span>'
        '<br>Đi ngày <a href="../../chuyen-di/2019/2019-05-07-kiem-tra/">07/05/2019</a>'
    ) in body
    assert '<span class="ct-status ct-status--cancelled">đã hủy</span><br>Trùng lịch họp' in body


def test_a_month_says_planned_and_actual_days_and_those_of_all() -> None:
    text = text_of(shown().body)
    assert "Tháng 3 dự kiến 2 ngày, thực hiện 2 ngày; ngoài kế hoạch 0 chuyến" in text
    assert "Cả trong và ngoài kế hoạch, tháng 3/2019 có 2 ngày công tác cơ sở." in text


def test_visits_outside_the_plan_are_listed_in_their_month() -> None:
    body = shown().body
    june = text_of(body[body.index('id="thang-6"') :])
    assert "dự kiến 0 ngày, thực hiện 0 ngày; ngoài kế hoạch 1 chuyến" in june
    assert "Lê Văn An" in june
    assert "ngoài kế hoạch Đi ngày 07/06/2019" in june.replace("hoạchĐi", "hoạch Đi")
    assert '<tr data-uy-vien="an" data-tinh-trang="unplanned">' in body


def test_a_cancelled_item_adds_nothing_to_the_days_planned() -> None:
    assert '<td class="num" data-label="Dự kiến" data-value="0">1 ngày</td>' in shown().body


def test_the_forms_to_sign_are_for_the_organisation() -> None:
    assert "../../du-lieu/ke-hoach/an-2019.docx" in Outline(shown("internal").body).links
    assert "docx" not in shown().body


def test_a_visit_over_new_year_stands_in_the_month_that_belongs_to_the_year() -> None:
    given = view(
        member("an"),
        policy(),
        *(plan(year, "an", approvals=[APPROVED | {"period": str(year)}]) for year in (2018, 2019)),
        visit("2018-12-30", end_date="2019-01-02"),
    )
    for year, month in ((2018, 12), (2019, 1)):
        page = page_at(plan_pages(given), f"ke-hoach/{year}/")
        assert [heading.text for heading in page.headings] == [f"Tháng {month}"]


def test_the_public_sees_approved_items_of_past_months_only() -> None:
    body = shown().body
    assert "binh-t03-1" not in body
    assert "an-t12-1" not in body
    assert "chỉ đăng kế hoạch đã được duyệt của các tháng đã qua" in body


def test_the_organisation_sees_all_and_what_awaits_approval() -> None:
    body = shown("internal").body
    assert '<tr id="binh-t03-1" ' in body
    assert body.count('<span class="ct-provisional">chưa duyệt</span>') == 1
    assert '<span class="ct-status ct-status--upcoming">chưa đến kỳ</span>' in body
    assert "đã được duyệt của các tháng" not in body


def test_who_approved_what_is_told_once() -> None:
    text = text_of(shown("internal").body)
    assert "Đã duyệt: năm 2019 (Thường trực, 05/01/2019; 1 kế hoạch)." in text


def test_the_public_is_told_who_approved_the_past_months_only() -> None:
    text = text_of(shown().body)
    assert ("Đã duyệt: tháng 1 đến tháng 10/2019 (Thường trực, 05/01/2019; 1 kế hoạch).") in text


def test_the_totals_count_each_status() -> None:
    text = text_of(shown("internal").body)
    for words in (
        *("Đã thực hiện 1 mục", "Thực hiện vào tháng khác 1 mục", "Đã hủy 1 mục"),
        *("Chưa thực hiện 1 mục", "Chưa đến kỳ 1 mục", "Ngoài kế hoạch 1 chuyến"),
    ):
        assert words in text


def test_a_year_that_has_not_begun_is_planned_all_the_same() -> None:
    page = shown("internal", as_of=date(2018, 12, 31))
    assert page.body.count('ct-status--upcoming">chưa đến kỳ') == 4
    assert '<span class="ct-status ct-status--cancelled">đã hủy</span><br>Trùng' in page.body
    assert (
        "Có 5 mục kế hoạch: dự kiến 5 ngày, thực hiện 0 ngày; ngoài kế hoạch 0 chuyến."
        in text_of(page.body)
    )
    assert "../../ket-qua/2019/" not in Outline(page.body).links
    assert "Chưa có kế hoạch nào được công khai." in shown(as_of=date(2018, 12, 31)).body


def test_an_item_of_a_year_to_come_that_was_done_before_it_is_told_as_done() -> None:
    early = visit("2018-12-28", "som", kind="inspection", plan_item="2019/an/t04-1")
    given = view(*PARTS[:5], early, audience="internal", as_of=date(2018, 12, 31))
    body = page_at(plan_pages(given), "ke-hoach/2019/").body
    row = body.partition('<tr id="an-t04-1"')[2].partition("</tr>")[0]
    assert "thực hiện vào tháng khác" in text_of(row)
    assert '<a href="../../chuyen-di/2018/2018-12-28-som/">28/12/2018</a>' in row


def test_what_people_wrote_stays_text() -> None:
    given = view(
        member("an"),
        policy(),
        plan(
            2019,
            "an",
            item("t03-1", 3, purpose=HOSTILE),
            approvals=[APPROVED | {"by": HOSTILE, "number": HOSTILE}],
        ),
    )
    body = next(plan_pages(given)).body
    assert not {"script", "b"} & set(Outline(body).tags)
    assert text_of(body).count(HOSTILE) == 3
