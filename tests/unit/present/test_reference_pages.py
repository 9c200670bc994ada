"""The reference of the guide names every code and every key, each at an address of its own."""

from generator.domain.codes import CODES
from generator.present.page import Page
from generator.present.reference import field_reference
from generator.present.reference_pages import field_anchor, reference_pages
from tests.unit.present.views import Outline, page_at, text_of, view


def shown(address: str) -> Page:
    return page_at(reference_pages(view()), address)


def test_every_code_has_a_heading_with_its_name_as_anchor() -> None:
    page = shown("huong-dan/ma-loi/")
    text = text_of(page.body)
    ids = Outline(page.body).ids
    for code in CODES:
        assert code.code in ids
        assert f"{code.code} · {code.title}" in text
        assert " ".join(f"Cách sửa: {code.mend}".split()) in text


def test_every_code_leads_to_its_own_page() -> None:
    body = shown("huong-dan/ma-loi/").body
    for code in CODES:
        assert f'<h3 id="{code.code}"><a href="{code.code.lower()}/">{code.code} · ' in body


def test_codes_stand_by_family_and_only_hygiene_does_not_block() -> None:
    page = shown("huong-dan/ma-loi/")
    assert [each.id for each in page.headings] == [f"nhom-{letter}" for letter in "ysrdmptw"]
    assert "T – Chữ viết (nhắc nhở)</h2>" in page.body
    assert "M – Ảnh</h2>" in page.body


def test_every_key_of_every_file_has_a_row() -> None:
    page = shown("huong-dan/truong-du-lieu/")
    ids = Outline(page.body).ids
    for file in field_reference():
        assert file.name in ids
        for row in file.fields:
            assert field_anchor(file.name, row) in ids


def test_a_row_says_what_the_key_takes_and_who_sees_it() -> None:
    body = shown("huong-dan/truong-du-lieu/").body
    assert (
        '<tr id="visits-issues-due"><th scope="row"><span><code>issues[].<wbr>due</code></span></th>'
        '<td data-label="Tên gọi"><div>Hạn trả lời</div></td>'
        '<td data-label="Nhận giá trị"><div>ngày, viết năm-tháng-ngày</div></td>'
        '<td data-label="Bắt buộc">không</td>'
    ) in body
    assert "<div>Ghi chú nội bộ <strong>(nội bộ)</strong>" in body


def test_each_file_has_an_example() -> None:
    body = shown("huong-dan/truong-du-lieu/").body
    assert body.count('<details class="ct-data">') == len(field_reference())
