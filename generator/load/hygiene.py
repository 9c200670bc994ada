"""Text is UTF-8 without a mark, free of control, bidirectional and invisible characters.

Source: research/reliability.md, section 2 (decision) and section 4, rows 6 and 8 to 11.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.load.legacy import encoding_of, garbled, may_be_garbled

# Control characters but tab and line ends, and whatever shows nothing or turns the text around.
FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
SHOWN_AT_ONCE: Final = 20
# What splits words is seen by no look at words.
_ODD_SPACES: Final = tuple(c for c in map(chr, range(0x3001)) if c.isspace() and c not in " \n")
_WORDS_KEPT: Final = 50_000
_NO_LETTER: Final = "\N{REPLACEMENT CHARACTER}"

_BOMS: Final = (b"\xff\xfe", b"\xfe\xff")
_RESAVE: Final = (
    "Mở tệp bằng trình soạn thảo, chọn “Lưu với bảng mã UTF-8” (không BOM), rồi gửi lại."
)
_RETYPE: Final = "Chuyển mã lại sang Unicode (UniKey: Ctrl+Shift+F6), hoặc gõ lại."


@dataclass(frozen=True, slots=True)
class TextFault:
    """A fault of the text itself, at a line and column counted from 1."""

    code: str
    line: int
    column: int
    message: str
    hint: str


def decode(data: bytes) -> str | TextFault:
    """Return the text of UTF-8 bytes without a mark, or why they are not that."""
    if data.startswith(b"\xef\xbb\xbf"):
        return TextFault("Y002", 1, 1, "Tệp mở đầu bằng dấu BOM.", _RESAVE)
    if data.startswith(_BOMS) or data.count(0) > len(data) // 4:
        return TextFault("Y003", 1, 1, "Tệp ở bảng mã UTF-16, không phải UTF-8.", _RESAVE)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        encoding = encoding_of(data)
        probably = f"có lẽ là {encoding}" if encoding else "có chỗ hỏng ở đây"
        message = f"Tệp không phải UTF-8: {probably}."
        return TextFault("Y003", *place_of(before, len(before)), message, _RESAVE)


_sound_words: set[str] = set()


def beyond_doubt(text: str) -> bool:
    """Whether nothing in the text is forbidden or garbled, and its spaces are spaces.

    False only means that it takes a closer look. Most words of a record stood in another one, so
    each word is looked at once.
    """
    if any(space in text for space in _ODD_SPACES):
        return False
    words = text.split()
    if not _sound_words.issuperset(words):
        new = set(words).difference(_sound_words)
        together = " ".join(new)
        if FORBIDDEN.search(together) or may_be_garbled(together):
            return False
        if len(_sound_words) > _WORDS_KEPT:
            _sound_words.clear()
        _sound_words.update(new)
    return True


def forbidden(text: str) -> Iterator[TextFault]:
    """Yield each forbidden character with its number; the first twenty are enough to act on."""
    for count, found in enumerate(FORBIDDEN.finditer(text)):
        if count == SHOWN_AT_ONCE:
            return
        yield TextFault(
            "Y004",
            *place_of(text, found.start()),
            f"Có ký tự ẩn hoặc điều khiển {describe(found.group())}.",
            "Xóa ký tự đó; thường nó theo vào khi dán từ Word, Zalo hay trang web.",
        )


def describe(character: str) -> str:
    """Return `U+200B (ZERO WIDTH SPACE)`; the number alone where Unicode gives no name."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X}" + (f" ({name})" if name else "")


def broken_letters(text: str) -> Iterator[TextFault]:
    """Yield a warning, T002, at the first word that an older encoding garbled, if some did."""
    found = garbled(text)
    if found:
        # Some letters of old encodings are no letters in Unicode: soft hyphens, control characters.
        word = FORBIDDEN.sub(_NO_LETTER, found.word)
        meant = f"có lẽ là “{found.meant}”, " if found.meant else ""
        yield TextFault(
            "T002",
            *place_of(text, found.start),
            f"Chữ bị vỡ do sai bảng mã: “{word}” {meant}từ {found.encoding}.",
            _RETYPE,
        )


def loose_marks(text: str) -> Iterator[TextFault]:
    """Yield a warning, T003, at the first letter that is not composed with its marks."""
    if unicodedata.is_normalized("NFC", text):
        return
    composed = unicodedata.normalize("NFC", text)
    pairs = enumerate(zip(text, composed, strict=False))
    at = next((index for index, (one, other) in pairs if one != other), len(composed))
    yield TextFault(
        "T003",
        *place_of(text, at),
        "Chữ có dấu ở dạng tổ hợp (dấu rời).",
        "Chạy congtac fmt, hoặc gõ lại bằng Unicode dựng sẵn.",
    )


def doubts(text: str) -> Iterator[TextFault]:
    """Yield the warnings about letters: T002 and T003."""
    yield from broken_letters(text)
    yield from loose_marks(text)


def place_of(text: str, index: int) -> tuple[int, int]:
    """Return line and column, counted from 1, of a character; CR, LF and CRLF each end a line."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")
