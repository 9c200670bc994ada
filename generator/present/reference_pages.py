"""The reference of the guide: every finding with its mend, and every field of the records."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator.audience import View
from generator.domain.codes import CODES, Code
from generator.domain.finding import severity_of
from generator.present import addresses
from generator.present.page import Heading, Page
from generator.present.reference import FieldRow, field_reference
from generator.present.templating import render

FAMILIES: Final = {
    "Y": "Đọc tệp",
    "S": "Khóa và giá trị của một bản ghi",
    "R": "Dẫn chiếu giữa các bản ghi",
    "D": "Ngày tháng, chồng lấn và trùng lặp",
    "M": "Ảnh",
    "P": "Chủ trương và kế hoạch",
    "T": "Chữ viết",
    "W": "Bảng Excel",
}


@dataclass(frozen=True, slots=True)
class Family:
    """The codes that begin with one letter; `blocks` if they keep the site from being built."""

    letter: str
    name: str
    blocks: bool
    codes: tuple[Code, ...]

    @property
    def anchor(self) -> str:
        """The id of the family on its page."""
        return f"nhom-{self.letter.lower()}"


def reference_pages(_view: View) -> Iterator[Page]:
    """Yield the page of the finding codes and the page of the fields; the same for everyone."""
    yield _codes_page()
    yield _fields_page()


def field_anchor(file: str, row: FieldRow) -> str:
    """Return the id of a field on its page: `visits-issues-due`."""
    return "-".join([file, *row.path.replace("[]", "").split(".")])


def _codes_page() -> Page:
    families = [
        Family(letter, FAMILIES[letter], severity_of(letter) == "error", tuple(codes))
        for letter, codes in groupby(CODES, lambda each: each.code[0])
    ]
    return Page(
        address=addresses.CODES,
        title="Mã lỗi",
        body=render("codes.html", addresses.CODES, {"families": families}),
        description="Mỗi mã lỗi nghĩa là gì và cách sửa.",
        search="Danh sách các mã mà máy kiểm tra báo, theo nhóm.",
        headings=tuple(Heading(each.anchor, f"{each.letter} – {each.name}") for each in families),
    )


def _fields_page() -> Page:
    files = field_reference()
    values = {"files": files, "anchor": field_anchor}
    return Page(
        address=addresses.FIELDS,
        title="Các trường dữ liệu",
        body=render("fields.html", addresses.FIELDS, values),
        description="Từng khóa của từng loại tệp: tên gọi, giá trị, có bắt buộc không, ai xem.",
        search="; ".join(f"{row.key} {row.title}" for file in files for row in file.fields),
        headings=tuple(Heading(file.name, file.title) for file in files),
    )
