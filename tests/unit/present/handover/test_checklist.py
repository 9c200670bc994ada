"""The page that the person goes by, read as text."""

import re
from html import unescape

from generator.present.handover.checklist import checklist
from tests.unit.present.handover.news import SECOND, going
from tests.unit.present.views import article


def said(data: bytes) -> str:
    """The words of the page, on one line."""
    body = data.decode().partition("<body>")[2]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def test_every_article_has_what_is_typed_and_chosen() -> None:
    text = said(checklist(going()))
    assert "Tỉnh đoàn Thử Nghiệm – 2 bài, 2 ảnh." in text
    assert (
        "1. Họp lệ ở Ấp 3: “vui, khoẻ” & bền "
        "Tệp để dán bai/2019-03-06-hop-le.html "
        "Tiêu đề Họp lệ ở Ấp 3: “vui, khoẻ” & bền "
        "Đường dẫn (Slug) hop-le "
        "Ngày đăng Thứ Tư, 06/03/2019 "
        "Chuyên mục Tin cơ sở "
        "Thẻ (Tags) sinh hoạt chi đoàn, Đoàn – Hội, tòng quân, tổng quan, a ]]> b "
        "Tóm tắt (Excerpt) Buổi họp đầu tiên <sau Tết>. Ai cũng đến. "
        "Dùng làm ảnh đại diện (Featured image); ảnh 2 trong bài "
        "Tệp 2019-03-05-ap-3.jpg "
        "Văn bản thay thế (Alt text) Phòng họp “đông” "
        "Chú thích (Caption) Đoàn viên <Ấp 3> đến dự "
        "Cũng dùng ở bài 2 "
        "Dùng làm ảnh 1 trong bài "
        "Tệp cau-moi.png "
        "Văn bản thay thế (Alt text) Cầu mới “bắc” qua rạch "
        "Chú thích (Caption) Cầu mới “bắc” qua rạch (Ảnh: Lê Ân) "
        "Nội dung đã đủ, đoạn cuối là tên tác giả"
    ) in text
    assert "Thẻ (Tags) không có" in text


def test_an_article_without_pictures_asks_for_none() -> None:
    text = said(checklist(going(article("2019-12-31-tong-ket"))))
    assert "anh.zip ảnh của" not in text
    assert text.endswith(
        "Tóm tắt (Excerpt) Căn cứ Hướng dẫn số 03-HD/TWĐTN-BTC. "
        "Nội dung đã đủ, đoạn cuối là tên tác giả "
        "Tiêu đề, đường dẫn, ngày đăng, chuyên mục, thẻ, tóm tắt đã đúng "
        "Đã xem trước trên máy tính và điện thoại, rồi đăng"
    )


def test_a_cover_alone_is_not_looked_for_in_the_text() -> None:
    text = said(checklist(going(SECOND)))
    assert "Đã đặt ảnh đại diện (Featured image)" in text
    assert "Ảnh đã đúng chỗ trong bài" not in text


def test_it_says_where_the_pictures_come_from() -> None:
    known, unknown = said(checklist(going())), said(checklist(going(base="")))
    assert "WordPress tự lấy ảnh từ https://congtac.example.org/." in known
    assert "Tệp này không kèm ảnh, vì chưa khai báo địa chỉ trang của ta." in unknown


def test_it_warns_of_what_cannot_be_undone() -> None:
    drafts, live = said(checklist(going())), said(checklist(going(live=True)))
    assert "Nhập hai lần không sửa được bài cũ." in drafts
    assert "Nhập xong, các bài còn là bản nháp" in drafts
    assert "lên trang ngay" not in drafts
    assert "Nhập xong là các bài lên trang ngay , không qua bản nháp." in live


def test_it_names_the_articles_to_take_down() -> None:
    assert "Bài phải gỡ" not in said(checklist(going()))
    text = said(checklist(going(gone=("tin-cu", "tin-sai"))))
    assert "Bài có đường dẫn kết thúc bằng tin-cu Bài có đường dẫn kết thúc bằng tin-sai" in text


def test_samples_say_so() -> None:
    assert said(checklist(going(demo=True))).startswith("DỮ LIỆU MẪU Đưa tin lên trang web")


def test_it_needs_no_other_file_and_runs_nothing() -> None:
    page = checklist(going()).decode()
    assert set(re.findall(r'src="([^";]*);', page)) == {"data:image/jpeg", "data:image/png"}
    assert "<script" not in page
    assert "href=" not in page
