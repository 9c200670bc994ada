"""Where people slip, the reader says what to change; row 13 of the reliability catalogue."""

import pytest
import yaml

from generator.load.hygiene import TextFault
from generator.load.strict_yaml import read_text
from generator.load.yaml_mend import explain
from tests.rows import RecordProperty

QUOTE = "Đặt cả giá trị trong dấu nháy."
TAB = ("Dòng thụt vào bằng phím Tab.", "Thay Tab bằng hai dấu cách.")
COLON = "Giá trị có dấu hai chấm nên máy hiểu nhầm là một khóa nữa."
INDENT = ("Dòng này thụt vào không đúng chỗ.", "Cho các khóa cùng cấp thẳng hàng với nhau.")
SEVERAL = (INDENT[0], f"{INDENT[1]} Nội dung nhiều dòng thì ghi | sau dấu hai chấm rồi xuống dòng.")
SPECIAL = ("Giá trị mở đầu bằng một ký tự đặc biệt (@, %, ` hoặc Tab).", QUOTE)
UNQUOTED = ("Dấu nháy mở ra mà không đóng lại.", "Thêm dấu nháy ở cuối giá trị.")
BRACKET = (
    "Dấu ngoặc mở ra mà không đóng lại.",
    "Thêm dấu ] hoặc } ở cuối; nếu ngoặc là nội dung thì đặt cả giá trị trong dấu nháy.",
)
NO_COLON = (
    "Thiếu dấu hai chấm và dấu cách sau tên khóa, hoặc dòng nối tiếp chưa thụt vào.",
    "Viết “khóa: giá trị”; nội dung nhiều dòng thì ghi | sau dấu hai chấm và thụt vào.",
)
BACKSLASH = ("Dấu \\ trong dấu nháy kép không đúng.", "Dùng dấu nháy đơn, hoặc viết hai lần: \\\\.")
DASH = (
    "Dấu gạch ngang đứng ngay sau dấu hai chấm.",
    "Danh sách thì xuống dòng rồi mới ghi dấu -; nội dung thì đặt trong dấu nháy.",
)
NO_SPACE = ("Sau dấu gạch ngang thiếu dấu cách.", "Viết dấu -, một dấu cách, rồi giá trị.")
BAR = (
    "Sau dấu | hoặc > còn chữ.",
    "Xuống dòng rồi mới ghi nội dung; nếu | hay > là nội dung thì đặt trong dấu nháy.",
)
BEHIND_QUOTE = (
    "Sau dấu nháy đóng còn chữ.",
    "Chỉ dùng một cặp dấu nháy quanh cả giá trị; dấu nháy ở bên trong thì dùng “ ”.",
)
CLOSING = ("Giá trị mở đầu bằng dấu phẩy hoặc dấu ngoặc đóng.", QUOTE)
NO_DASH = (
    "Dòng này nằm trong danh sách mà không có dấu gạch ngang.",
    "Thêm dấu - và dấu cách ở đầu dòng, hoặc thụt dòng này thẳng với khóa ở trên.",
)
HARD_SPACE = (
    "Sau dấu hai chấm là dấu cách đặc biệt (dán từ Word hay trang web).",
    "Xóa nó đi và gõ lại một dấu cách thường.",
)


def quoted(mended: str) -> tuple[str, str]:
    """Return the message about a second colon, with the mended line."""
    return COLON, f"Đặt giá trị trong dấu nháy: {mended}"


SLIPS: list[tuple[str, int, int, tuple[str, str]]] = [
    ("a:\n\tb: c\n", 2, 1, TAB),
    ("a: b\n\tc: d\n", 2, 1, TAB),
    ("a:\n  - b\n \t- c\n", 3, 2, TAB),
    ("a: b: c\n", 1, 5, quoted('a: "b: c"')),
    ("a: b: \n", 1, 5, quoted('a: "b:"')),
    ("a: Nói “b”: c\r\n", 1, 11, quoted('a: "Nói “b”: c"')),
    ('a: b "c": d\n', 1, 9, quoted("a: 'b \"c\": d'")),
    ("a: it's \\: d\n", 1, 10, quoted("a: 'it''s \\: d'")),
    ("đơn vị: b: c\n", 1, 10, quoted('đơn vị: "b: c"')),
    ("a:\n  - b: c: d\n", 2, 9, quoted('- b: "c: d"')),
    ("a:\n  b: c: d\n", 2, 7, quoted('b: "c: d"')),
    ("a: b\n  c: d\n", 2, 4, SEVERAL),
    ("a: b\n  c:\n", 2, 4, SEVERAL),
    ("a: @b\n", 1, 4, SPECIAL),
    ("a: %b\n", 1, 4, SPECIAL),
    ("a: `b`\n", 1, 4, SPECIAL),
    ('a: "b\nc: d\n', 1, 4, UNQUOTED),
    ("a: 'b\nc: d\n", 1, 4, UNQUOTED),
    ("a: [b\nc: d\n", 1, 4, BRACKET),
    ("a: {b: c\n", 1, 4, BRACKET),
    ("a: b\nc\nd: e\n", 2, 1, NO_COLON),
    ("a: |\nb\nc: d\n", 2, 1, NO_COLON),
    ("a: b\nc:\u00a0d\ne: f\n", 2, 1, HARD_SPACE),
    ("a:\n- b\n-c\nd: e\n", 3, 1, NO_SPACE),
    ('a: "b\\q"\n', 1, 6, BACKSLASH),
    ('a: "C:\\Users"\n', 1, 9, BACKSLASH),
    ("a: - b\n", 1, 4, DASH),
    ("a: | b\n  c\n", 1, 6, BAR),
    ("a: >b\n", 1, 5, BAR),
    ("a: |#b\n  c\n", 1, 4, BAR),
    ("a: >2-#b\n  c\n", 1, 4, BAR),
    ('a: "b" c\n', 1, 8, BEHIND_QUOTE),
    ("a: 'b's c'\n", 1, 7, BEHIND_QUOTE),
    ("a: , b\n", 1, 4, CLOSING),
    ("a: ]\n", 1, 4, CLOSING),
    ("a: ? b\n", 1, 4, ("Giá trị mở đầu bằng dấu ?.", QUOTE)),
    ("a:\n  b: c\n d: e\n", 3, 2, INDENT),
    (" a: b\nc: d\n", 2, 1, INDENT),
    ("a:\n  - b\n  c: d\n", 3, 3, NO_DASH),
    ("a: b\n...\nc\n", 3, 1, INDENT),
]


@pytest.mark.parametrize(("text", "line", "column", "mend"), SLIPS)
def test_every_slip_has_its_mend(text: str, line: int, column: int, mend: tuple[str, str]) -> None:
    assert read_text(text).faults == (TextFault("Y000", line, column, *mend),)


def test_row_13_a_tab_that_indents_is_told_as_one(record_property: RecordProperty) -> None:
    tabs = [slip for slip in SLIPS if slip[3] == TAB]
    for text, line, column, mend in tabs:
        assert read_text(text).faults == (TextFault("Y000", line, column, *mend),)
    assert len(tabs) >= 3
    record_property("figure", f"{len(tabs)} places of a tab, each with the mend")


@pytest.mark.parametrize(("text", "line", "column", "mend"), SLIPS[:6])
def test_the_line_is_the_same_with_line_ends_of_windows(
    text: str, line: int, column: int, mend: tuple[str, str]
) -> None:
    (fault,) = read_text(text.replace("\r\n", "\n").replace("\n", "\r\n")).faults
    assert (fault.line, fault.column, fault.message) == (line, column, mend[0])


def test_the_mended_line_reads() -> None:
    for text, _, _, (message, hint) in SLIPS:
        if message == COLON:
            mended = hint.removeprefix("Đặt giá trị trong dấu nháy: ").removeprefix("- ")
            assert read_text(mended).faults == ()
            (value,) = (read_text(mended).tree or {}).values()
            assert value.replace(" ", "") in text.replace(" ", "")


def test_an_error_without_a_place_is_told_at_the_start() -> None:
    assert explain(yaml.YAMLError("?"), "a: b") == TextFault(
        "Y000",
        1,
        1,
        "Dòng này không đúng cách viết “khóa: giá trị”.",
        "Xem lại dấu hai chấm, dấu nháy, dấu - và khoảng thụt vào ở dòng này và dòng ngay trên.",
    )
