"""The page of issues: by status, then age; what the public may read of them, and no more."""

import re
from datetime import date
from typing import Any

from generator.domain.fields import Audience
from generator.present.issue_rows import AGE_WORDS
from generator.present.issues import issues_page
from generator.present.page import Page
from tests.builders import member, policy, visit
from tests.unit.present.views import HOSTILE, Outline, everything, text_of, view


def issue(text: str, **keys: Any) -> dict[str, Any]:
    return {"text": f"{text} (kín)", "public_text": text} | keys


def shown(*visits: Any, audience: Audience = "public", as_of: date = date(2020, 3, 15)) -> Page:
    given = view(member("an"), policy(), *visits, audience=audience, as_of=as_of)
    return next(issues_page(given))


MARCH = visit(
    "2019-03-05",
    issues=[
        issue("Thiếu ghế"),
        issue("Thiếu đèn", status="resolved", resolved_on="2019-06-18"),
        {"text": "Chuyện kín"},
    ],
)
APRIL = visit(
    "2019-04-05",
    issues=[
        issue("Cần vốn", status="referred", competence="higher", referred_to="Ngân hàng"),
        issue("Thiếu sách", due="2019-05-01"),
        issue("Có lộ mới", status="resolved", resolved_on="2019-06-01"),
    ],
)


def test_open_ones_come_first_the_oldest_at_the_top_settled_ones_last() -> None:
    text = text_of(shown(APRIL, MARCH).body)
    order = ["Thiếu ghế", "Thiếu sách", "Cần vốn", "Có lộ mới", "Thiếu đèn"]
    places = [text.index(each) for each in order]
    assert places == sorted(places)


def test_each_status_has_its_number_and_heading() -> None:
    page = shown(APRIL, MARCH)
    assert [each.text for each in page.headings] == [
        *("Chưa giải quyết", "Đã chuyển cấp có thẩm quyền", "Đã giải quyết")
    ]
    assert (
        '<th scope="rowgroup" colspan="6" id="open">'
        'Chưa giải quyết (<span data-total="">2</span>)</th>'
    ) in page.body
    assert '<a href="#resolved">2</a>' in page.body


def test_an_issue_says_where_when_who_settles_it_and_until_when() -> None:
    body = shown(APRIL).body
    assert (
        '<a href="../don-vi/an-truong/">An-Truong, Cang-Long</a></div></td>'
        '<td data-label="Ngày nêu"><div>'
        '<a href="../chuyen-di/2019/2019-04-05-ap-3/#kien-nghi-1">'
        '<time datetime="2019-04-05">05/04/2019</time></a>'
    ) in body
    text = text_of(body)
    for words in (
        "đề xuất cấp có thẩm quyền xử lý",
        "chuyển đến: Ngân hàng",
        "hạn trả lời: 01/05/2019",
        "giải quyết xong ngày 01/06/2019",
    ):
        assert words in text


def row_of(page: Page, text: str) -> str:
    """Return the row of the issue that begins with the text."""
    rows = page.body.split("<tr")
    return "<tr" + next(row for row in rows if f"<div>{text}" in row).partition("</tr>")[0]


def cells_of(page: Page, text: str) -> dict[str, str]:
    """Return what the row says, by the label of the cell."""
    found = re.findall(r'<td[^>]* data-label="([^"]+)">(.*?)</td>', row_of(page, text))
    return {label: text_of(html) for label, html in found}


def test_the_public_reads_public_texts_only_and_nothing_of_what_is_overdue() -> None:
    page = shown(MARCH, APRIL)
    text = text_of(page.body)
    assert "kín" not in text
    assert "quá hạn" not in text.lower()
    assert "overdue" not in page.body
    assert "data-tuoi" in page.body
    assert 'name="tuoi"' not in page.body
    assert "chỉ đăng những kiến nghị có nội dung công khai" in text


def test_each_issue_has_its_age_on_the_day_or_when_it_was_settled() -> None:
    page = shown(MARCH, APRIL)
    ages = {
        "Thiếu ghế": ("Đã nêu", "376 ngày"),  # 5 March 2019 to 15 March 2020, a leap year
        "Thiếu đèn": ("Giải quyết sau", "105 ngày"),  # to 18 June
        "Cần vốn": ("Đã nêu", "345 ngày"),
    }
    for text, (label, age) in ages.items():
        assert cells_of(page, text)[label] == age


def test_the_organisation_reads_all_and_what_is_overdue() -> None:
    page = shown(MARCH, APRIL, audience="internal")
    text = text_of(page.body)
    assert "Chuyện kín" in text
    assert "Thiếu ghế (kín) Nội dung công khai: Thiếu ghế" in text
    assert "hạn trả lời: 01/05/2019 (quá hạn 319 ngày)" in text
    assert "Quá hạn trả lời 1 kiến nghị" in text
    assert '<a href="?tinh-trang=overdue">1</a>' in page.body
    assert "chỉ đăng" not in text


def test_the_organisation_reads_how_many_are_how_old() -> None:
    text = text_of(shown(MARCH, APRIL, audience="internal", as_of=date(2019, 5, 1)).body)
    # On 1 May: of 5 March 57 days, three of them, for one was settled in June; of 5 April 26, three.
    assert (
        "Chưa giải quyết xong, theo số ngày kể từ khi nêu: đến 30 ngày: 3 kiến nghị;"
        " 31–90 ngày: 3 kiến nghị; 91–180 ngày: 0; trên 180 ngày: 0."
    ) in text


def test_what_is_due_today_is_not_overdue() -> None:
    page = shown(APRIL, audience="internal", as_of=date(2019, 5, 1))
    assert "quá hạn" not in cells_of(page, "Thiếu sách (kín)")["Tình trạng"]
    assert "Quá hạn trả lời 0 kiến nghị" in text_of(page.body)


def test_what_was_settled_after_the_day_counted_was_not_settled_then() -> None:
    settled = visit(
        "2019-03-05",
        issues=[issue("Xong", status="resolved", resolved_on="2019-06-18", outcome="Đã lắp đèn")],
    )
    page = shown(settled, audience="internal", as_of=date(2019, 6, 17))
    assert cells_of(page, "Xong (kín)")["Tình trạng"] == "chưa giải quyết"
    assert "Đã lắp đèn" not in page.body
    page = shown(settled, audience="internal", as_of=date(2019, 6, 18))
    assert cells_of(page, "Xong (kín)")["Tình trạng"] == (
        "đã giải quyết giải quyết xong ngày 18/06/2019 Kết quả: Đã lắp đèn"
    )


def test_an_issue_settled_on_a_day_that_nobody_wrote_down_has_no_age_and_no_deadline() -> None:
    settled = visit("2019-03-05", issues=[issue("Xong", status="resolved", due="2019-03-20")])
    cells = cells_of(shown(settled, audience="internal"), "Xong (kín)")
    assert cells["Giải quyết sau"] == ""
    assert cells["Tình trạng"] == "đã giải quyết"


def test_a_row_says_what_it_answers_to() -> None:
    page = shown(APRIL, audience="internal")
    assert row_of(page, "Thiếu sách (kín)").startswith(
        '<tr data-ky="2019-04" data-don-vi="an-truong cang-long tra-vinh" data-uy-vien="an"'
        ' data-tinh-trang="open overdue" data-tuoi="3">'
    )
    assert row_of(page, "Có lộ mới (kín)").startswith(
        '<tr data-ky="2019-04" data-don-vi="an-truong cang-long tra-vinh" data-uy-vien="an"'
        ' data-tinh-trang="resolved">'
    )


def test_only_what_some_issue_answers_to_can_be_chosen() -> None:
    page = shown(APRIL, audience="internal")
    months = [str(each) for each in range(1, 13)]
    assert re.findall(r'<option value="([^"]*)">([^<]*)', page.body) == [
        *[("", "Tất cả"), ("2019", "2019")],
        *[("", "Tất cả"), *((each, f"Tháng {each}") for each in months)],
        *[("", "Tất cả"), *((each, f"Đến hết tháng {each}") for each in months)],
        *[("", "Tất cả"), ("cang-long", "Cang-Long (toàn bộ)"), ("an-truong", "An-Truong")],
        *[("tra-vinh", "Tra-Vinh"), ("", "Tất cả"), ("open", "Chưa giải quyết")],
        *[("referred", "Đã chuyển cấp có thẩm quyền"), ("resolved", "Đã giải quyết")],
        *[("overdue", "Quá hạn trả lời"), ("", "Tất cả"), ("an", "Lê Văn An")],
        *[("", "Tất cả"), ("3", "Trên 180 ngày"), ("tinh-trang", "Tình trạng")],
        *[("-tuoi", "Số ngày, lâu nhất trước"), ("tuoi", "Số ngày, mới nhất trước")],
        *[("-ngay", "Ngày nêu, mới nhất trước"), ("ngay", "Ngày nêu, cũ nhất trước")],
        *[("noi-neu", "Nơi nêu, A đến Y"), ("-noi-neu", "Nơi nêu, Y đến A")],
    ]


def test_the_classes_of_age_are_called_by_their_days() -> None:
    assert AGE_WORDS == ("đến 30 ngày", "31–90 ngày", "91–180 ngày", "trên 180 ngày")


def test_issues_of_a_visit_that_is_still_to_come_are_not_listed() -> None:
    assert "Thiếu ghế" not in shown(MARCH, as_of=date(2019, 3, 4)).body


def test_without_issues_the_page_says_so() -> None:
    assert "Chưa có kiến nghị, đề xuất nào được công khai." in shown().body
    assert "Chưa có kiến nghị, đề xuất nào." in shown(audience="internal").body


def test_texts_stay_text() -> None:
    page = shown(visit("2019-03-05", issues=[issue(HOSTILE, referred_to=HOSTILE)]))
    assert not {"script", "b"} & set(Outline(page.body).tags)
    assert text_of(page.body).count(HOSTILE) == 2


def test_issues_link_to_their_place_on_the_page_of_the_visit() -> None:
    from generator.present.visits import visit_pages

    given = everything("internal")
    targets = [each for each in Outline(next(issues_page(given)).body).links if "#kien" in each]
    ids = {
        f"../{page.address}#{anchor}"
        for page in visit_pages(given)
        for anchor in Outline(page.body).ids
    }
    assert len(targets) == 2
    assert set(targets) <= ids
