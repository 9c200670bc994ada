"""An article is front matter between two `---` lines, and Markdown below it."""

import re
from dataclasses import dataclass, replace
from typing import Final

from generator.load.hygiene import FORBIDDEN, TextFault, decode, doubts, forbidden
from generator.load.strict_yaml import RECORD_LIMITS, Document, read_text

_FENCE: Final = re.compile("---[ \t]*(?:\r\n|\r|\n)")
_CLOSING: Final = re.compile("(?:^|(?<=\n)|(?<=\r))---[ \t]*(?:\r\n|\r|\n|$)")
_BREAKS: Final = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class ArticleText:
    """The front matter, the body with LF line ends, and the line (from 1) on which it begins."""

    front: Document
    body: str = ""
    body_line: int = 1


def read_article(data: bytes) -> ArticleText:
    """Return front matter and body; the places of the front matter count from the file's start."""
    size = len(data)
    if size > RECORD_LIMITS.size:
        message = f"Bài dài {size} byte, quá {RECORD_LIMITS.size}."
        return _unreadable(
            TextFault("Y001", 1, 1, message, "Viết ngắn lại, hoặc chia thành hai bài.")
        )
    text = decode(data)
    if isinstance(text, TextFault):
        return _unreadable(text)
    if FORBIDDEN.search(text):
        return ArticleText(Document(None, tuple(forbidden(text))))
    opening = _FENCE.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if not opening or not closing:
        return _unreadable(
            TextFault(
                "Y017",
                1,
                1,
                "Bài viết thiếu phần đầu giữa hai dòng ---.",
                "Mở đầu tệp bằng dòng ---, các khóa title, date, lead…, rồi một dòng --- nữa.",
            )
        )
    front = read_text(text[opening.end() : closing.start()])
    front = Document(
        front.tree,
        # A doubt about the letters is raised once, for front matter and body together.
        (*(_down(f) for f in front.faults if f.code not in ("T002", "T003")), *doubts(text)),
        {field: (line + 1, column) for field, (line, column) in front.places.items()},
    )
    body = _BREAKS.sub("\n", text[closing.end() :])
    body_line = len(_BREAKS.findall(text[: closing.end()])) + 1
    return ArticleText(front, body, body_line)


def _down(fault: TextFault) -> TextFault:
    """Move a fault of the front matter below the opening `---`."""
    return replace(fault, line=fault.line + 1)


def _unreadable(fault: TextFault) -> ArticleText:
    return ArticleText(Document(None, (fault,)))
