"""What to change where text is not YAML: one sentence and a mend for each way people slip.

Source: issue *Main job*, "Reading"; research/reliability.md, section 4, row 13.
"""

import re
from typing import Final

import yaml

from generator.load.hygiene import TextFault

_TAB: Final = re.compile(r"^[ -]*\t")
_COLON: Final = re.compile(r"^(\s*(?:- )?)([\w-]+):\s+(.*:\s.*|.*:)$")

_BEGAN_EARLIER: Final = ("end of stream", "could not find expected ':'")


def explain(error: yaml.YAMLError, text: str) -> TextFault:
    """Return the fault Y000 at the place where reading stopped."""
    problem = str(getattr(error, "problem", "") or "")
    mark = getattr(error, "problem_mark", None)
    if any(words in problem for words in _BEGAN_EARLIER):
        # libyaml notices these only further down; its context is where the fault begins.
        mark = getattr(error, "context_mark", None) or mark
    lines = re.split("\r\n|\r|\n", text)
    row = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column + 1 if mark else 1
    message, hint = _mend(problem, lines[row])
    return TextFault("Y000", row + 1, column, message, hint)


def _mend(problem: str, line: str) -> tuple[str, str]:
    if _TAB.match(line):
        return "Dòng thụt vào bằng phím Tab.", "Thay Tab bằng hai dấu cách."
    if "mapping values are not allowed" in problem:
        colon = _COLON.match(line)
        if colon:
            lead, key, value = colon.groups()
            return (
                "Giá trị có dấu hai chấm nên máy hiểu nhầm là một khóa nữa.",
                f'Đặt giá trị trong dấu nháy: {lead.strip()}{" " if lead.strip() else ""}{key}: "{value}"',
            )
        return "Dòng này thụt vào không đúng chỗ.", "Cho các khóa cùng cấp thẳng hàng với nhau."
    if "cannot start any token" in problem:
        return (
            "Giá trị mở đầu bằng một ký tự đặc biệt (@, %, ` hoặc Tab).",
            "Đặt cả giá trị trong dấu nháy.",
        )
    if "end of stream" in problem or "unexpected end" in problem:
        return "Dấu nháy hoặc dấu ngoặc mở ra mà không đóng lại.", "Thêm dấu đóng ở cuối giá trị."
    if "could not find expected ':'" in problem:
        return (
            "Thiếu dấu hai chấm sau tên khóa, hoặc dòng nối tiếp chưa thụt vào.",
            "Viết “khóa: giá trị”; nội dung nhiều dòng thì ghi | sau dấu hai chấm và thụt vào hai dấu cách.",
        )
    if "escape" in problem:
        return "Dấu \\ trong dấu nháy kép không đúng.", "Dùng dấu nháy đơn, hoặc viết \\\\."
    return (
        "Dòng này không đúng cách viết “khóa: giá trị”.",
        "Xem lại dấu hai chấm, dấu nháy, dấu - và khoảng thụt vào ở dòng này và dòng ngay trên.",
    )
