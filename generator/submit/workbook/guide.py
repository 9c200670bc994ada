"""What the workbook says of itself: how to fill it in, and each column with an example.

What a column means comes from the models; here stand the ways to write it and one invented visit.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from generator.domain.fields import Referent
from generator.domain.records import Records
from generator.present.wording import day as day_shown
from generator.submit.asking import label_at
from generator.submit.choices import Choice, choices
from generator.submit.workbook.columns import (
    GUIDE_SHEET,
    LISTS_SHEET,
    SEPARATOR,
    Column,
    FieldKey,
    SheetForm,
)

TABLE: Final = ("Cột", "Bắt buộc", "Cách ghi", "Ví dụ")

_DAY: Final = date(2019, 6, 3)
_WAYS: Final[Mapping[str, str]] = {
    "number": "Số thứ tự của chuyến đi.",
    "day": "Ngày/tháng/năm.",
    "whole": "Một số.",
    "line": "Một dòng chữ.",
    "text": "Ghi tự do, xuống dòng trong ô bằng Alt+Enter.",
    "choice": f"Chọn một mục trong danh sách (trang {LISTS_SHEET}).",
    "list": f"Tên trong trang {LISTS_SHEET}; nhiều mục thì ngăn cách bằng dấu chấm phẩy (;).",
    "attendance": "Tên: các ngày có mặt, ngăn cách bằng dấu phẩy; nhiều người thì ngăn cách bằng "
    "dấu chấm phẩy (;).",
}
_WRITTEN: Final[Mapping[FieldKey, str]] = {
    (): "1",
    ("content",): "Trao đổi về phát triển đoàn viên mới sáu tháng đầu năm.",
    ("guidance",): "Rà soát thanh niên ưu tú ở từng ấp, giao chỉ tiêu cụ thể cho chi đoàn.",
    ("results",): "Thống nhất danh sách 24 thanh niên đưa vào diện bồi dưỡng.",
    ("venue",): "nhà văn hóa ấp Chợ",
    ("turnout", "members"): "32",
    ("turnout", "youth"): "45",
    ("report", "number"): "31-BC/TĐTN",
    ("report", "addressee"): "Ban Thường vụ Tỉnh đoàn",
    ("assignment", "number"): "118-CL/TĐTN",
    ("internal", "note"): "Hẹn kiểm tra lại vào tháng 9.",
    ("text",): "Chi đoàn ấp thiếu kinh phí mua tài liệu học tập.",
    ("referred_to",): "Ban Thường vụ Huyện đoàn",
    ("public_text",): "Chi đoàn ấp cần thêm tài liệu học tập.",
}
_DAYS: Final[Mapping[FieldKey, int]] = {
    ("date",): 0,
    ("end_date",): 1,
    ("recorded_on",): 4,
    ("report", "submitted"): 7,
    ("assignment", "date"): -3,
    ("due",): 27,
}
"""The days of the example, counted from its first."""

_WORDS: Final[Mapping[FieldKey, int]] = {("competence",): 1, ("status",): 1, ("session",): 0}
"""Which of its column's words the example has."""

_CHOSEN: Final[Mapping[FieldKey, int]] = {
    ("unit",): 1, ("kind",): 1, ("members",): 2, ("topics",): 2,
}  # fmt: skip
"""How many of its list the example names."""


def advice(forms: Sequence[SheetForm]) -> Iterator[str]:
    """Yield what to know before filling in, one sentence or two a line."""
    visits = forms[0]
    yield f"Mỗi dòng ở trang “{visits.name}” là một chuyến đi; cột có dấu * là bắt buộc."
    for form in forms[1:]:
        yield (
            f"Mỗi dòng ở trang “{form.name}” là một kiến nghị, đề xuất; cột "
            f"“{form.number.heading}” ghi số ở cột {visits.number.heading} của chuyến đi."
        )
    yield (
        f"Tên đơn vị và tên đồng chí viết có dấu hay không dấu đều được. Tên trùng nhau thì chép "
        f"nguyên tên đầy đủ ở trang “{LISTS_SHEET}”."
    )
    yield (
        "Chi đoàn không có trong danh mục: chọn xã, phường, thị trấn, còn tên chi đoàn ghi ở cột "
        f"“{label_at(('venue',))}”."
    )
    yield (
        "Dán ngày từ bảng khác sang thì xem lại: máy cài kiểu Mỹ có thể đã đảo ngày với tháng "
        "trước khi dán."
    )
    yield (
        f"Chuyến đi của những năm trước: điền cột “{label_at(('recorded_on',))}” là ngày đã báo "
        "cáo khi đó. Để trống thì lấy ngày nhập bảng, và báo cáo có thể bị tính là trễ hạn."
    )
    yield "Ảnh không gửi bằng bảng này; gửi qua biểu mẫu trên trang web hoặc thêm vào bản ghi sau."
    yield (
        "Nhập bảng bằng lệnh congtac import; sai ô nào máy báo ô đó và chưa ghi gì. Nhập lại cùng "
        "một bảng không làm thay đổi gì."
    )
    yield f"Không đổi tên trang. Trang “{GUIDE_SHEET}” và “{LISTS_SHEET}” không được đọc khi nhập."


def way(column: Column) -> str:
    """Return how a cell of the column is filled in."""
    limit = column.limit if column.shape in ("line", "text") else None
    parts = (
        column.help,
        _WAYS[column.shape],
        f"Dài nhất {limit:,} ký tự.".replace(",", ".") if limit else "",
        "Nội bộ." if column.internal and "nội bộ" not in column.help else "",
    )
    return " ".join(part for part in parts if part)


def example(records: Records, forms: Sequence[SheetForm]) -> tuple[dict[FieldKey, str], ...]:
    """Return one visit with an issue, as cells of each sheet's columns would say it."""
    offered = {
        kind: [each for each in every if each.stands_on(_DAY)]
        for kind, every in choices(records).items()
    }
    # A commune within a district shows how a name is told from others of its kind.
    units = ((each, records.units[each.id]) for each in offered["units"])
    communes = [each for each, unit in units if (unit.level, unit.type) == ("commune", "area")]
    offered["units"] = sorted(communes, key=lambda each: each.label == each.name)
    return tuple(
        {column.field: _example(column, offered) for column in form.columns} for form in forms
    )


def _example(column: Column, offered: Mapping[Referent, Sequence[Choice]]) -> str:
    if column.field in _DAYS:
        return day_shown(_DAY + timedelta(days=_DAYS[column.field]))
    if column.field in _WORDS:
        return column.words[_WORDS[column.field]].label
    if column.shape == "attendance":
        return "".join(f"{each.label}: {day_shown(_DAY)}" for each in offered["members"][1:2])
    if column.refers:
        several = _CHOSEN.get(column.field, 0)
        return SEPARATOR.join(each.label for each in offered[column.refers][:several])
    return _WRITTEN.get(column.field, "")
