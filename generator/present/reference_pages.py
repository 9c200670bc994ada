"""The reference of the guide: every finding with its mend, and every field of the records."""

from collections.abc import Iterator
from typing import Final

from generator.audience import View
from generator.domain.titles import FILE_TITLES
from generator.present import addresses
from generator.present.page import Heading, Page
from generator.present.templating import render

FAMILIES: Final = {
    "Y": "Đọc tệp",
    "S": "Khóa và giá trị của một bản ghi",
    "R": "Dẫn chiếu giữa các bản ghi",
    "D": "Ngày tháng, chồng lấn và trùng lặp",
    "M": "Ảnh",
    "P": "Chủ trương và kế hoạch",
    "T": "Chữ viết (nhắc nhở, không chặn)",
}


def reference_pages(_view: View) -> Iterator[Page]:
    """Yield the page of the finding codes and the page of the fields; the same for everyone."""
    yield _codes_page()
    yield _fields_page()


def _codes_page() -> Page:
    families: list[tuple[str, str, list[object]]] = [(key, name, []) for key, name in FAMILIES.items()]
    values = {"families": families}
    return Page(
        address=addresses.CODES,
        title="Mã lỗi",
        body=render("codes.html", addresses.CODES, values),
        description="Mỗi mã lỗi nghĩa là gì, ví dụ sai, ví dụ đúng và cách sửa.",
        search="Mã lỗi, cách sửa, lỗi khi kiểm tra bản ghi",
        headings=tuple(Heading(f"nhom-{letter}", name) for letter, name in FAMILIES.items()),
    )


def _fields_page() -> Page:
    return Page(
        address=addresses.FIELDS,
        title="Các trường dữ liệu",
        body=render("fields.html", addresses.FIELDS, {"files": FILE_TITLES}),
        description="Từng khóa của từng loại tệp: tên gọi, giá trị, bắt buộc hay không, ai được xem.",
        search="Trường dữ liệu, khóa, giá trị, bắt buộc, bản ghi",
        headings=tuple(Heading(key, about.title) for key, about in FILE_TITLES.items()),
    )
