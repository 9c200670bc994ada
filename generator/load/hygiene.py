"""Text is UTF-8 without a mark, free of control, bidirectional and invisible characters.

Source: research/reliability.md, section 2 (decision) and section 4, rows 6 and 8 to 11.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff]"
)
SHOWN_AT_ONCE: Final = 20

_BOMS: Final = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
_RESAVE: Final = (
    "Mở tệp bằng trình soạn thảo, chọn “Lưu với bảng mã UTF-8” (không BOM), rồi gửi lại."
)

# Letters that Vietnamese never uses, but that its older encodings turn into when they are read as
# Western text. UTF-8 read as Windows-1252 leaves pairs such as “áº” and “Ä‘”.
_UTF8_AS_WESTERN: Final = re.compile(
    "[áÃÂÄÆ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
_TCVN3: Final = re.compile("[A-Za-z][µ¸¶·¹¨»¾¼½Æ©ÇÈËÐÑªÖ×Ø®Þ«åæçëîïñ¬ø­¦]|[®µ¸¶·¹¨»¾¼½©ª«¬­][A-Za-z]")
_VNI: Final = re.compile(
    "[AEIOUYaeiouy][øùûõïäàáåãëèéöü](?=[a-z\\s.,;:]|$)|[ñÑ][aeiouyAEIOUY]|[öôê][ùøûõï]"
)
_WORD: Final = re.compile(r"\S+")


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
    for mark, name in _BOMS:
        if data.startswith(mark):
            return TextFault("Y003", 1, 1, f"Tệp ở bảng mã {name}, không phải UTF-8.", _RESAVE)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        message = f"Tệp không phải UTF-8; có lẽ là {guess_encoding(data)}."
        return TextFault("Y003", line, column, message, _RESAVE)


def guess_encoding(data: bytes) -> str:
    """Name the older encoding that Vietnamese bytes are most likely in; a guess, for messages."""
    if data.count(0) > len(data) // 4:
        return "UTF-16"
    western = data.decode("latin-1")
    # Windows-1258 writes tones as bytes of their own, which follow a vowel; đ is 0xF0.
    tones = len(re.findall("[aeiouyâăêôơưAEIOUYÂÃÊÔÕÝãõý][\xcc\xd2\xde\xec\xf2]", western))
    scores = {
        "Windows-1258": 2 * tones + western.count("ð"),
        "TCVN3 (ABC)": len(_TCVN3.findall(western)),
        "VNI": len(_VNI.findall(western)),
    }
    name = max(scores, key=lambda each: scores[each])
    return name if scores[name] else "một bảng mã cũ"


def forbidden(text: str) -> Iterator[TextFault]:
    """Yield each forbidden character with its number; the first twenty are enough to act on."""
    for count, found in enumerate(FORBIDDEN.finditer(text)):
        if count == SHOWN_AT_ONCE:
            return
        character = found.group()
        line, column = place_of(text, found.start())
        yield TextFault(
            "Y004",
            line,
            column,
            f"Có ký tự ẩn hoặc điều khiển {describe(character)}.",
            "Xóa ký tự đó; thường nó theo vào khi dán từ Word, Zalo hay trang web.",
        )


def describe(character: str) -> str:
    """Return `U+200B (ZERO WIDTH SPACE)`; the number alone where Unicode gives no name."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X}" + (f" ({name})" if name else "")


def doubts(text: str) -> Iterator[TextFault]:
    """Yield the warnings: text garbled by an older encoding (T002), letters in pieces (T003)."""
    garbled = _first_garbled(text)
    if garbled is not None:
        line, column = place_of(text, garbled)
        yield TextFault(
            "T002",
            line,
            column,
            "Chữ ở đây có vẻ bị vỡ do sai bảng mã.",
            "Xem lại bản gốc và gõ lại bằng Unicode.",
        )
    if not unicodedata.is_normalized("NFC", text):
        at = next(
            index
            for index, character in enumerate(text)
            if unicodedata.combining(character) or not unicodedata.is_normalized("NFC", character)
        )
        line, column = place_of(text, at)
        yield TextFault(
            "T003",
            line,
            column,
            "Chữ có dấu ở dạng tổ hợp (dấu rời).",
            "Chạy congtac fmt, hoặc gõ lại bằng Unicode dựng sẵn.",
        )


def _first_garbled(text: str) -> int | None:
    if text.isascii():
        return None
    western = _UTF8_AS_WESTERN.search(text)
    if western:
        return western.start()
    for pattern in (_TCVN3, _VNI):
        words = [word for word in _WORD.finditer(text) if _odd(pattern, word.group())]
        # One odd word may be a foreign name; two are an encoding.
        if len(words) > 1:
            return words[0].start()
    return None


def _odd(pattern: re.Pattern[str], word: str) -> bool:
    """Whether the word shows the pattern by a letter that correct Vietnamese cannot hold."""
    found = pattern.search(word)
    return bool(found) and any(c in _NEVER for c in found.group())  # type: ignore[union-attr]


_NEVER: Final = frozenset("µ¸¶·¹¨»¾¼½Æ©ÇËÐÑªÖ×Ø®Þ«åæçëîïñ¬ø­¦øûïäåëöüÑ")


def place_of(text: str, index: int) -> tuple[int, int]:
    """Return line and column, counted from 1, of a character; CR, LF and CRLF each end a line."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")
