"""Photos exist, inside the media folder, and are real pictures of a size that can be shown.

Source: design, section 2, key `photos`; research/reliability.md, section 4, rows 30, 31 and 33.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from generator.domain.finding import Fault, FieldPath
from generator.domain.media import IMAGE_SUFFIXES, LARGEST_BYTES, LARGEST_PIXELS
from generator.domain.records import Records

_FILE: Final = re.compile(r"\d{4}/[a-z0-9][a-z0-9._/-]*", re.ASCII)


def paths_stay_inside(records: Records) -> Iterator[Fault]:
    """M001: a photo is named `<year>/<file>`, in lower-case ASCII, below `records/media`."""
    for path, field, file in _named(records):
        if not _well_named(file):
            message = f"“{file}” không phải là đường dẫn ảnh dùng được."
            hint = "Ghi <năm>/<tên tệp>, chữ thường không dấu, đuôi .jpg, .png hoặc .webp."
            yield Fault("M001", path, field, message, hint)


def photos_exist(records: Records) -> Iterator[Fault]:
    """M002: every photo named lies below `records/media`."""
    for path, field, file in _named(records):
        if _well_named(file) and file not in records.pictures:
            message = f"Không có tệp ảnh media/{file}."
            yield Fault("M002", path, field, message, "Tải ảnh lên đúng chỗ, hoặc sửa đường dẫn.")


def photos_are_pictures(records: Records) -> Iterator[Fault]:
    """M003: every file below `records/media` is the JPEG, PNG or WebP that its name says."""
    for picture in records.pictures.values():
        suffix = PurePosixPath(picture.file).suffix.lower()
        if picture.size <= LARGEST_BYTES and picture.format != IMAGE_SUFFIXES[suffix]:
            is_ = f"thật ra là {picture.format}" if picture.format else "không mở được"
            message = f"Tệp đuôi {suffix} nhưng {is_}."
            yield Fault("M003", picture.path, (), message, "Lưu lại ảnh dạng JPEG, PNG hoặc WebP.")


def photos_are_not_too_large(records: Records) -> Iterator[Fault]:
    """M004: a picture has at most 8 MB and 50 million pixels."""
    for picture in records.pictures.values():
        pixels = picture.width * picture.height
        if picture.size > LARGEST_BYTES or pixels > LARGEST_PIXELS:
            message = (
                f"Ảnh quá lớn: {picture.size} byte, {picture.width} × {picture.height} điểm ảnh."
            )
            yield Fault(
                "M004", picture.path, (), message, "Thu nhỏ ảnh, cạnh dài khoảng 2000 điểm."
            )


def _named(records: Records) -> Iterator[tuple[str, FieldPath, str]]:
    for visit in records.visits.values():
        for index, photo in enumerate(visit.photos):
            yield visit.path, ("photos", index, "file"), photo.file
    for article in records.articles.values():
        if article.cover:
            yield article.path, ("cover",), article.cover


def _well_named(file: str) -> bool:
    return (
        _FILE.fullmatch(file) is not None
        and ".." not in file
        and "//" not in file
        and PurePosixPath(file).suffix in IMAGE_SUFFIXES
    )
