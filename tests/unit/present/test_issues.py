"""The page of issues: by status, then age; what the public may read of them, and no more."""

from datetime import date
from typing import Any

from generator.domain.fields import Audience
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
    assert '<h2 id="open">Chưa giải quyết (2)</h2>' in page.body
    assert '<a href="#resolved">2</a>' in page.body


def test_an_issue_says_where_when_who_settles_it_and_until_when() -> None:
    body = shown(APRIL).body
    assert '<a href="../chuyen-di/2019/2019-04-05-ap-3/#kien-nghi-1">' in body
    text = text_of(body)
    for words in (
        "An-Truong, Cang-Long, 05/04/2019",
        "đề xuất cấp có thẩm quyền xử lý",
        "chuyển đến: Ngân hàng",
        "hạn trả lời: 01/05/2019",
        "giải quyết xong ngày 01/06/2019",
    ):
        assert words in text


def test_the_public_reads_public_texts_only_and_no_ages() -> None:
    text = text_of(shown(MARCH, APRIL).body)
    assert "kín" not in text
    assert "quá hạn" not in text
    assert "đã 3" not in text
    assert "chỉ đăng những kiến nghị có nội dung công khai" in text


def test_the_organisation_reads_all_with_age_and_what_is_overdue() -> None:
    text = text_of(shown(MARCH, APRIL, audience="internal").body)
    assert "Chuyện kín" in text
    assert "Thiếu ghế (kín) Nội dung công khai: Thiếu ghế" in text
    assert "hạn trả lời: 01/05/2019 (đã quá hạn)" in text
    assert "đã 376 ngày" in text
    assert "chỉ đăng" not in text


def test_what_is_due_today_is_not_overdue() -> None:
    text = text_of(shown(APRIL, audience="internal", as_of=date(2019, 5, 1)).body)
    assert "đã quá hạn" not in text
    assert "đã 26 ngày" in text


def test_a_settled_issue_has_no_age() -> None:
    settled = visit("2019-03-05", issues=[issue("Xong", status="resolved", due="2019-03-20")])
    text = text_of(shown(settled, audience="internal").body)
    assert "ngày" not in text[text.index("Xong (kín)") :]


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
