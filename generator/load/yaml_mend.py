"""What to change where text is not YAML: one sentence and a mend for each way people slip.

Source: issue *Main job*, "Reading"; research/reliability.md, section 4, row 13.
"""

import re
from collections.abc import Iterator
from typing import Final

import yaml

from generator.domain.shorten import shorten
from generator.load.hygiene import TextFault

_BREAKS: Final = re.compile("\r\n|\r|\n")

# libyaml notices these only further down; its context is where the fault begins.
_BEGAN_EARLIER: Final = (
    "end of stream",
    "could not find expected ':'",
    "expected ',' or",
    "scanning a tag",
    "scanning an anchor",
    "scanning an alias",
)
_OF_DIRECTIVES: Final = ("directive", "incompatible YAML document")
_OF_COMMANDS: Final = ("scanning a tag", "tag handle", "scanning an anchor", "scanning an alias")
_COMMANDS: Final = {"!": "Y006", "&": "Y007", "*": "Y008"}
NOTHING_BEHIND_BAR: Final = (
    "Sau dấu | hoặc > còn chữ.",
    "Xuống dòng rồi mới ghi nội dung; nếu | hay > là nội dung thì đặt trong dấu nháy.",
)
NO_DIRECTIVES: Final = ("Có dòng chỉ thị bắt đầu bằng %.", "Xóa dòng bắt đầu bằng %.")

_TAB: Final = re.compile(r"^[ -]*\t")
_SECOND_COLON: Final = re.compile(r"^\s*(- )?\s*([^:]+?):\s+(.*:(?:\s.*)?)$")
_QUOTED: Final = re.compile(r"""^[^:]*:\s+["']|^\s*-\s+["']""")
_DASH_ALONE: Final = re.compile(r"^\s*-[^\s-]")
_HARD_SPACE: Final = re.compile("^[^:]*:\u00a0")

_QUOTE: Final = "Đặt cả giá trị trong dấu nháy."
_INDENT: Final = ("Dòng này thụt vào không đúng chỗ.", "Cho các khóa cùng cấp thẳng hàng với nhau.")
_BACKSLASH: Final = (
    "Dấu \\ trong dấu nháy kép không đúng.",
    "Dùng dấu nháy đơn, hoặc viết hai lần: \\\\.",
)
_COLON: Final = "Giá trị có dấu hai chấm nên máy hiểu nhầm là một khóa nữa."

# By a piece of what libyaml says, the first that fits.
_MENDS: Final = (
    (
        "mapping values are not allowed",
        _INDENT[0],
        f"{_INDENT[1]} Nội dung nhiều dòng thì ghi | sau dấu hai chấm rồi xuống dòng.",
    ),
    (
        "cannot start any token",
        "Giá trị mở đầu bằng một ký tự đặc biệt (@, %, ` hoặc Tab).",
        _QUOTE,
    ),
    ("end of stream", "Dấu nháy mở ra mà không đóng lại.", "Thêm dấu nháy ở cuối giá trị."),
    (
        "expected ',' or",
        "Dấu ngoặc mở ra mà không đóng lại.",
        "Thêm dấu ] hoặc } ở cuối; nếu ngoặc là nội dung thì đặt cả giá trị trong dấu nháy.",
    ),
    (
        "could not find expected ':'",
        "Thiếu dấu hai chấm và dấu cách sau tên khóa, hoặc dòng nối tiếp chưa thụt vào.",
        "Viết “khóa: giá trị”; nội dung nhiều dòng thì ghi | sau dấu hai chấm và thụt vào.",
    ),
    ("escape", *_BACKSLASH),
    ("hexdecimal", *_BACKSLASH),
    (
        "block sequence entries",
        "Dấu gạch ngang đứng ngay sau dấu hai chấm.",
        "Danh sách thì xuống dòng rồi mới ghi dấu -; nội dung thì đặt trong dấu nháy.",
    ),
    ("expected comment or line break", *NOTHING_BEHIND_BAR),
    ("expected node content", "Giá trị mở đầu bằng dấu phẩy hoặc dấu ngoặc đóng.", _QUOTE),
    ("mapping keys", "Giá trị mở đầu bằng dấu ?.", _QUOTE),
    (
        "'-' indicator",
        "Dòng này nằm trong danh sách mà không có dấu gạch ngang.",
        "Thêm dấu - và dấu cách ở đầu dòng, hoặc thụt dòng này thẳng với khóa ở trên.",
    ),
    ("did not find expected", *_INDENT),
)
_ANYTHING: Final = (
    "Dòng này không đúng cách viết “khóa: giá trị”.",
    "Xem lại dấu hai chấm, dấu nháy, dấu - và khoảng thụt vào ở dòng này và dòng ngay trên.",
)


def explain(error: yaml.YAMLError, text: str) -> TextFault:
    """Return the fault at the place where reading stopped: Y000 where it has no code of its own."""
    problem = f"{getattr(error, 'context', '')}: {getattr(error, 'problem', '')}"
    mark = getattr(error, "problem_mark", None)
    if any(words in problem for words in _BEGAN_EARLIER):
        mark = getattr(error, "context_mark", None) or mark
    row, column = (mark.line, mark.column) if mark else (0, 0)
    lines = _BREAKS.split(text)
    line = lines[min(row, len(lines) - 1)]
    if any(words in problem for words in _OF_DIRECTIVES):
        return TextFault("Y016", row + 1, 1, *NO_DIRECTIVES)
    if any(words in problem for words in _OF_COMMANDS):
        code, message, hint = no_command(line[column:])
        return TextFault(code, row + 1, column + 1, message, hint)
    return TextFault("Y000", row + 1, column + 1, *next(_mends(problem, line)))


def no_command(written: str) -> tuple[str, str, str]:
    """Return code, message and hint of what YAML takes for a command by its first letter."""
    mark, word = written[0], shorten(written.split(maxsplit=1)[0])
    message = f"Giá trị mở đầu bằng dấu {mark} (“{word}”), máy hiểu nhầm là một lệnh."
    return _COMMANDS[mark], message, f"{_QUOTE} Gạch đầu dòng thì dùng dấu -."


def _mends(problem: str, line: str) -> Iterator[tuple[str, str]]:
    """Yield what may be wrong, the likeliest first."""
    if _TAB.match(line):
        yield "Dòng thụt vào bằng phím Tab.", "Thay Tab bằng hai dấu cách."
    colon = _SECOND_COLON.match(line)
    if colon and "mapping values" in problem:
        dash, key, value = colon.groups()
        yield _COLON, f"Đặt giá trị trong dấu nháy: {dash or ''}{key}: {_quoted(value)}"
    if _HARD_SPACE.match(line):
        yield (
            "Sau dấu hai chấm là dấu cách đặc biệt (dán từ Word hay trang web).",
            "Xóa nó đi và gõ lại một dấu cách thường.",
        )
    if "expected ':'" in problem and _DASH_ALONE.match(line):
        yield "Sau dấu gạch ngang thiếu dấu cách.", "Viết dấu -, một dấu cách, rồi giá trị."
    if "expected key" in problem and _QUOTED.match(line):
        yield (
            "Sau dấu nháy đóng còn chữ.",
            "Chỉ dùng một cặp dấu nháy quanh cả giá trị; dấu nháy ở bên trong thì dùng “ ”.",
        )
    yield from ((message, hint) for piece, message, hint in _MENDS if piece in problem)
    yield _ANYTHING


def _quoted(value: str) -> str:
    value = value.rstrip()
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'
