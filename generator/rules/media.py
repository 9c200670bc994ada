"""Pictures exist inside the media folder, can be shown, and are shown where they may be.

Source: design, section 2, key `photos`; research/reliability.md, section 4, rows 30, 31 and 33.
"""

from collections.abc import Iterator

from generator.domain.article import Article, images
from generator.domain.finding import Fault, FieldPath
from generator.domain.media import (
    IMAGE_SUFFIXES,
    LARGEST_BYTES,
    LARGEST_PIXELS,
    is_well_named,
    suffix_of,
)
from generator.domain.records import Records
from generator.domain.shorten import shorten
from generator.rules.references import suggest


def paths_stay_inside(records: Records) -> Iterator[Fault]:
    """M001: a picture is named `<year>/<file>`, in lower-case ASCII, below `records/media`.

    That holds of the name in a record and of the file alike.
    """
    for path, field, file in _named(records):
        if not is_well_named(file):
            message = f"“{shorten(file, 80)}” không phải là đường dẫn ảnh dùng được."
            hint = "Ghi <năm>/<tên tệp>, chữ thường không dấu, đuôi .jpg, .png hoặc .webp."
            yield Fault("M001", path, field, message, hint)
    for picture in records.pictures.values():
        if not is_well_named(picture.file):
            message = "Không phải máy nào cũng lưu được tệp tên này."
            hint = "Đổi tên tệp: chữ thường không dấu, chữ số, gạch nối, ví dụ 2019/ap-3.jpg."
            yield Fault("M001", picture.path, (), message, hint)


def photos_exist(records: Records) -> Iterator[Fault]:
    """M002: every picture named lies below `records/media`."""
    known = {*records.pictures, *records.known.get("media", ())}
    for path, field, file in _named(records):
        if is_well_named(file) and file not in known:
            hint = suggest(file, known, "Tải ảnh lên đúng chỗ, hoặc sửa đường dẫn.")
            yield Fault("M002", path, field, f"Không có tệp ảnh media/{file}.", hint)


def photos_are_pictures(records: Records) -> Iterator[Fault]:
    """M003: every file below `records/media` is the JPEG, PNG or WebP that its name says."""
    for picture in records.pictures.values():
        suffix = suffix_of(picture.file)
        if picture.size <= LARGEST_BYTES and picture.format != IMAGE_SUFFIXES[suffix]:
            is_ = f"thật ra là {picture.format}" if picture.format else "không mở được trọn vẹn"
            message = f"Tệp đuôi {suffix} nhưng {is_}."
            yield Fault("M003", picture.path, (), message, "Lưu lại ảnh dạng JPEG, PNG hoặc WebP.")


def photos_are_not_too_large(records: Records) -> Iterator[Fault]:
    """M004: a picture has at most 8 MB and 50 million pixels."""
    for picture in records.pictures.values():
        if picture.size > LARGEST_BYTES:
            message = f"Ảnh quá lớn: {picture.size} byte, nhiều nhất {LARGEST_BYTES}."
        elif picture.width * picture.height > LARGEST_PIXELS:
            message = f"Ảnh quá lớn: {picture.width} × {picture.height} điểm ảnh."
        else:
            continue
        yield Fault("M004", picture.path, (), message, "Thu nhỏ ảnh, cạnh dài khoảng 2000 điểm.")


def articles_show_photos_with_consent(records: Records) -> Iterator[Fault]:
    """M005: an article to be published shows no photo that a visit keeps internal.

    And no article that stands shows one of a visit that was taken back.
    """
    photos = [(visit, photo) for visit in records.visits.values() for photo in visit.photos]
    kept = {photo.file: visit.id for visit, photo in photos if not photo.consent}
    standing = {photo.file for visit, photo in photos if not visit.withdrawn}
    gone = {photo.file: visit.id for visit, photo in photos if photo.file not in standing}
    for article in records.articles.values():
        for field, file in _shown(article) if article.status != "withdrawn" else ():
            if file in gone:
                message = f"Ảnh {file} là của chuyến đi đã rút lại (“{gone[file]}”)."
                yield Fault("M005", article.path, field, message, "Chọn ảnh khác.")
            elif file in kept and article.status == "ready":
                message = f"Ảnh {file} chưa được đăng công khai (chuyến đi “{kept[file]}”)."
                hint = "Chọn ảnh khác; nếu đã được đồng ý thì ghi consent: true ở chuyến đi."
                yield Fault("M005", article.path, field, message, hint)


def _named(records: Records) -> Iterator[tuple[str, FieldPath, str]]:
    for visit in records.visits.values():
        for index, photo in enumerate(visit.photos):
            yield visit.path, ("photos", index, "file"), photo.file
    for article in records.articles.values():
        for field, file in _shown(article):
            yield article.path, field, file


def _shown(article: Article) -> Iterator[tuple[FieldPath, str]]:
    if article.cover:
        yield ("cover",), article.cover
    for image in images(article.body):
        yield ("body", image.start), image.file
