"""Pictures: named well, there, real, small enough, and public only with consent."""

from dataclasses import replace

from generator.domain.article import Article
from generator.domain.media import LARGEST_BYTES, Picture
from generator.domain.records import Records
from generator.domain.visit import Visit
from generator.rules import media
from tests.builders import records, visit
from tests.unit.rules.told import article, told


def shown(*parts: Article | Visit, pictures: tuple[Picture, ...] = ()) -> Records:
    """Return the records with articles and pictures."""
    return replace(
        records(*(part for part in parts if isinstance(part, Visit))),
        articles={part.id: part for part in parts if isinstance(part, Article)},
        pictures={picture.file: picture for picture in pictures},
    )


def picture(
    file: str, kind: str = "JPEG", size: int = 1000, width: int = 40, height: int = 30
) -> Picture:
    """Return a picture, a JPEG."""
    return Picture(file, f"records/media/{file}", size, kind, width, height)


def photo(file: str, **keys: object) -> dict[str, object]:
    """Return a photo as a visit names it."""
    return {"file": file, "caption": "Ảnh", **keys}


NAMED = "không phải là đường dẫn ảnh dùng được. → Ghi <năm>/<tên tệp>, chữ thường không dấu, đuôi .jpg, .png hoặc .webp."


def test_every_picture_named_is_well_named() -> None:
    some = shown(
        visit("2019-05-20", photos=[photo("2019/a.jpg"), photo("../a.jpg")]),
        article(cover="https://example.vn/a.jpg", body="![a](C:\\a.jpg) ![b](2019/b.png) ![]()"),
    )
    assert told(media.paths_stay_inside, some) == [
        f"2019-05-20-ap-3 photos[1].file: “../a.jpg” {NAMED}",
        f"2019-12-31-tin cover: “https://example.vn/a.jpg” {NAMED}",
        f"2019-12-31-tin body[5]: “C:\\a.jpg” {NAMED}",
        f"2019-12-31-tin body[36]: “” {NAMED}",
    ]


def test_every_file_is_well_named() -> None:
    files = ("2019/a.jpg", "2019/A.jpg", "2019/con.jpg", "2019/ấp 3.jpg", "2019/b./a.jpg")
    rest = ": Không phải máy nào cũng lưu được tệp tên này. → Đổi tên tệp: chữ thường không dấu, chữ số, gạch nối, ví dụ 2019/ap-3.jpg."
    assert told(media.paths_stay_inside, shown(pictures=tuple(map(picture, files)))) == [
        f"{name} {rest}" for name in ("A", "con", "ấp 3", "a")
    ]


def test_every_picture_named_is_there() -> None:
    some = shown(
        visit("2019-05-20", photos=[photo("2019/a.jpg"), photo("2019/b.jpg"), photo("x")]),
        article("a", body="![a](2019/aa.jpg)"),
        article("b", cover="2019/toan-canh.png"),
        pictures=(picture("2019/a.jpg"),),
    )
    some = replace(some, known={"media": frozenset({"2019/b.jpg"})})
    assert told(media.photos_exist, some) == [
        "2019-12-31-a body[5]: Không có tệp ảnh media/2019/aa.jpg. → Ý bạn là “2019/a.jpg”?",
        "2019-12-31-b cover: Không có tệp ảnh media/2019/toan-canh.png. → Tải ảnh lên đúng chỗ, hoặc sửa đường dẫn.",
    ]


def test_every_file_is_the_picture_that_its_name_says() -> None:
    mend = "Lưu lại ảnh dạng JPEG, PNG hoặc WebP."
    some = shown(
        pictures=(
            picture("2019/a.jpg"),
            picture("2019/b.JPEG"),
            picture("2019/c.png"),
            picture("2019/d.webp", ""),
            picture("2019/e.png", "", LARGEST_BYTES + 1),
        )
    )
    assert told(media.photos_are_pictures, some) == [
        f"c : Tệp đuôi .png nhưng thật ra là JPEG. → {mend}",
        f"d : Tệp đuôi .webp nhưng không mở được trọn vẹn. → {mend}",
    ]


def test_pictures_have_a_size_that_can_be_shown() -> None:
    mend = "Thu nhỏ ảnh, cạnh dài khoảng 2000 điểm."
    some = shown(
        pictures=(
            picture("2019/a.jpg", size=LARGEST_BYTES, width=10_000, height=5_000),
            picture("2019/b.jpg", size=LARGEST_BYTES + 1),
            picture("2019/c.jpg", width=10_000, height=5_001),
        )
    )
    assert told(media.photos_are_not_too_large, some) == [
        f"b : Ảnh quá lớn: 8000001 byte, nhiều nhất 8000000. → {mend}",
        f"c : Ảnh quá lớn: 10000 × 5001 điểm ảnh. → {mend}",
    ]


def test_articles_that_stand_show_no_photo_of_a_visit_taken_back() -> None:
    photos = [photo("2019/a.jpg", consent=True), photo("2019/b.jpg", consent=True)]
    some = shown(
        visit("2019-05-20", photos=photos, withdrawn="2019-06-01"),
        visit("2019-05-21", photos=photos[1:]),
        article("a", cover="2019/a.jpg", body="![b](2019/b.jpg)"),
        article("b", cover="2019/a.jpg", status="draft"),
        article("c", cover="2019/a.jpg", status="withdrawn"),
    )
    rest = "Ảnh 2019/a.jpg là của chuyến đi đã rút lại (“2019-05-20-ap-3”). → Chọn ảnh khác."
    assert told(media.articles_show_photos_with_consent, some) == [
        f"2019-12-31-a cover: {rest}",
        f"2019-12-31-b cover: {rest}",
    ]


def test_articles_to_be_published_show_photos_with_consent_only() -> None:
    body = "![a](2019/no.jpg) ![b](2019/yes.jpg) ![c](2019/free.jpg)"
    photos = [photo("2019/no.jpg"), photo("2019/yes.jpg", consent=True)]
    some = shown(
        visit("2019-05-20", photos=photos),
        article("a", cover="2019/no.jpg", body=body),
        article("b", cover="2019/no.jpg", body=body, status="draft"),
        article("c", cover="2019/no.jpg", body=body, status="withdrawn"),
    )
    rest = (
        "Ảnh 2019/no.jpg chưa được đăng công khai (chuyến đi “2019-05-20-ap-3”). "
        "→ Chọn ảnh khác; nếu đã được đồng ý thì ghi consent: true ở chuyến đi."
    )
    assert told(media.articles_show_photos_with_consent, some) == [
        f"2019-12-31-a cover: {rest}",
        f"2019-12-31-a body[5]: {rest}",
    ]
