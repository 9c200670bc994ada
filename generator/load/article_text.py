"""An article is front matter between two `---` lines, and Markdown below it."""

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Final

from generator.load.hygiene import (
    FORBIDDEN,
    TextFault,
    broken_letters,
    decode,
    doubts,
    forbidden,
)
from generator.load.limits import RECORD_LIMITS, too_large
from generator.load.strict_yaml import Document, read_text

_FENCE: Final = re.compile("---[ \t]*(?:\r\n|\r|\n)")
_CLOSING: Final = re.compile("(?<=[\r\n])---[ \t]*(?:\r\n|\r|\n|$)")
_BREAKS: Final = re.compile("\r\n|\r|\n")


_NO_FRONT: Final = TextFault(
    "Y017",
    1,
    1,
    "Bài viết thiếu phần đầu giữa hai dòng ---.",
    "Mở đầu tệp bằng dòng ---, các khóa title, date, lead…, rồi một dòng --- nữa.",
)


@dataclass(frozen=True, slots=True)
class ArticleText:
    """The front matter, and the body in NFC with LF line ends; `body_line` counts from 1."""

    front: Document
    body: str = ""
    body_line: int = 1


def read_article(data: bytes) -> ArticleText:
    """Return front matter and body; the places of the front matter count from the file's start."""
    if len(data) > RECORD_LIMITS.size:
        return _unreadable(too_large(len(data), RECORD_LIMITS))
    text = decode(data)
    if isinstance(text, TextFault):
        return _unreadable(text)
    if FORBIDDEN.search(text):
        return _unreadable(*forbidden(text), *broken_letters(text))
    opening = _FENCE.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if not opening or not closing:
        return _unreadable(_NO_FRONT)
    front = read_text(text[opening.end() : closing.start()])
    front = Document(
        front.tree,
        # A doubt about the letters is raised once, for front matter and body together.
        (*(_down(f) for f in front.faults if f.code not in ("T002", "T003")), *doubts(text)),
        {field: (line + 1, column) for field, (line, column) in front.places.items()},
    )
    body = unicodedata.normalize("NFC", _BREAKS.sub("\n", text[closing.end() :]))
    body_line = len(_BREAKS.findall(text[: closing.end()])) + 1
    return ArticleText(front, body, body_line)


def _down(fault: TextFault) -> TextFault:
    """Move a fault of the front matter below the opening `---`."""
    return replace(fault, line=fault.line + 1)


def _unreadable(*faults: TextFault) -> ArticleText:
    return ArticleText(Document(None, faults))
