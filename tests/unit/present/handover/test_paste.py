"""What is copied from: plain HTML, with a line in the place of each picture."""

from generator.present.handover.paste import body, document, places
from tests.unit.present.handover.news import BRIDGE, COVER, going
from tests.unit.present.views import article

BODY = """\
<p><strong>Buổi họp đầu tiên &lt;sau Tết&gt;.</strong></p>

<p><strong>Ai cũng đến.</strong></p>

<p>Tối 05/03, chi đoàn <strong>Ấp 3</strong> họp lệ &amp; bàn việc.</p>

<p><strong>&#91;Chèn ảnh 1 vào đây: cau-moi.png. Chèn xong thì xóa dòng này.]</strong></p>

<h2>Kết quả</h2>

<table><thead><tr><th>Việc</th><th style="text-align: right">Số</th></tr></thead><tbody><tr><td>Kết nạp</td><td style="text-align: right">3</td></tr></tbody></table>

<ul><li>một</li>

<li>hai</li>
</ul>

<blockquote><p>Lời bàn.</p>
</blockquote>

<p><a href="https://congtac.example.org/cach-tinh/" rel="noopener">Cách tính</a></p>

<p><strong>&#91;Chèn ảnh 2 vào đây: 2019-03-05-ap-3.jpg. Chèn xong thì xóa dòng này.]</strong></p>

<p style="text-align: right"><strong>Tin: Lâm Hồng Đào (TC-KT) – Ảnh: Kim Đào</strong></p>"""


def test_the_body_is_plain_html_that_says_where_each_picture_goes() -> None:
    held = going()
    assert body(held.posts[0], held.names) == BODY


def test_the_pictures_have_the_words_of_their_place() -> None:
    first, second = places(going().posts[0])
    assert (first.number, first.file, first.alt, first.caption) == (
        1,
        BRIDGE,
        "Cầu mới “bắc” qua rạch",
        "Cầu mới “bắc” qua rạch (Ảnh: Lê Ân)",
    )
    assert (second.number, second.file, second.alt, second.caption) == (
        2,
        COVER,
        "Phòng họp “đông”",
        "Đoàn viên <Ấp 3> đến dự",
    )


def test_text_that_looks_like_a_class_is_left_as_it_is() -> None:
    held = going(article("2019-12-31-tong-ket", 'Ghi a class="x" vào.'))
    assert '<p>Ghi a class="x" vào.</p>' in body(held.posts[0], held.names)


def test_the_document_is_whole_and_runs_nothing() -> None:
    held = going()
    text = document(held.posts[0], held).decode()
    assert "<title>Họp lệ ở Ấp 3: “vui, khoẻ” &amp; bền</title>" in text
    assert f"<body>\n{BODY}\n</body>" in text
    assert "<script" not in text
    assert "http" not in text.replace("https://congtac.example.org/cach-tinh/", "")
