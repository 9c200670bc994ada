"""Each finding code has a page that shows the mistake, the mend, and where to make it."""

import pytest

from generator.domain.codes import CODES
from generator.present.code_pages import code_pages, compared, fields_of, handle_of
from generator.present.page import Page
from tests.unit.present.views import page_at, text_of, view


def shown(code: str) -> Page:
    return page_at(code_pages(view()), f"huong-dan/ma-loi/{code.lower()}/")


def marked(example: str, other: str, *, wrong: bool) -> list[str]:
    lines = compared(example, other)[0] if wrong else compared(other, example)[1]
    return [line.text for line in lines if line.marked]


def paths(wrong: str, right: str) -> list[str]:
    return [f"{each.file.name}: {each.row.path}" for each in fields_of(compared(wrong, right)[1])]


def test_every_code_has_a_page_of_its_own_named_by_code_and_title() -> None:
    pages = {page.address: page for page in code_pages(view())}
    assert list(pages) == [f"huong-dan/ma-loi/{code.code.lower()}/" for code in CODES]
    for code in CODES:
        page = pages[f"huong-dan/ma-loi/{code.code.lower()}/"]
        assert page.title == f"{code.code}: {code.title}"
        assert page.search == code.meaning
        assert " ".join(code.mend.split()) in text_of(page.body)


def test_the_lines_that_differ_are_marked_and_named_for_screen_readers() -> None:
    body = shown("D004").body
    assert (
        '<pre class="ct-example ct-example--wrong"><code>'
        '<span class="ct-example__line">date: 2019-05-20</span>\n'
        '<mark class="ct-example__line"><span class="ct-sr">dòng sai: </span>'
        "end_date: 2019-05-02</mark></code></pre>"
    ) in body
    assert (
        '<mark class="ct-example__line"><span class="ct-sr">dòng đã sửa: </span>'
        "end_date: 2019-05-22</mark></code></pre>"
    ) in body


def test_a_line_taken_out_is_marked_where_it_was_and_a_new_one_where_it_is() -> None:
    assert marked("a: 1\nb: 2", "a: 1", wrong=True) == ["b: 2"]
    assert marked("a: 1", "a: 1\nb: 2", wrong=True) == []
    assert marked("a: 1\nb: 2", "a: 1", wrong=False) == ["b: 2"]


def test_what_an_example_holds_is_escaped() -> None:
    assert "&lt;&lt;: *hom-qua</mark>" in shown("Y012").body


def test_keys_of_the_mended_lines_lead_to_their_reference() -> None:
    assert paths("date: x", "date: 2019-05-20") == ["visits: date", "articles: date"]
    assert paths(
        "issues:\n  - text: A", "issues:\n  - text: A\n    outcome: Đã cấp.\n    due: 2019-01-01"
    ) == ["visits: issues[].outcome", "visits: issues[].due"]
    # An example may show the inside of a group only.
    assert paths("mean_rounding:\n  value: 10", "mean_rounding:\n  value: 1") == [
        "policies: rules.mean_rounding.value"
    ]
    assert paths("2019-05-20-ap-4.yml", "2019-05-20-ap-3.yml") == []
    link = '<a href="../../truong-du-lieu/#visits-end_date"><code>end_date</code> – Ngày về</a>'
    assert link in shown("D004").body


@pytest.mark.parametrize(
    ("code", "handle", "said"),
    [
        ("Y003", "encoding", "Tệp lưu trong trình duyệt luôn là UTF-8."),
        ("D003", "place", "sửa tên hoặc thư mục ở ô tên tệp phía trên"),
        ("M003", "picture", "Mở ảnh trong ứng dụng Ảnh của máy"),
        ("S004", "text", "Mở tệp được báo lỗi, chọn sửa tệp (hình cây bút), đến dòng được báo."),
    ],
)
def test_the_mend_is_told_for_phone_form_and_editor(code: str, handle: str, said: str) -> None:
    assert handle_of(code) == handle
    text = text_of(shown(code).body)
    assert said in text
    for heading in (
        "Trên điện thoại",
        "Khi gửi bằng biểu mẫu hoặc nhờ người phụ trách",
        "Trong trình soạn thảo trên máy tính",
    ):
        assert heading in text


def test_only_hygiene_does_not_hold_up_the_site() -> None:
    for code in CODES:
        held_up = "Còn lỗi này thì trang chưa được dựng." in text_of(shown(code.code).body)
        assert held_up == (not code.code.startswith("T"))


def test_each_page_leads_to_its_neighbours_and_back() -> None:
    first, middle, last = (shown(code).body for code in ("Y000", "S001", "W008"))
    assert 'rel="prev"' not in first
    assert '<a rel="next" href="../y001/">' in first
    assert '<a rel="prev" href="../y018/">' in middle
    assert '<a rel="next" href="../s002/">' in middle
    assert '<a href="../#S001">Tất cả mã lỗi</a>' in middle
    assert 'rel="next"' not in last
