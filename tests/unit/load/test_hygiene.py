"""Text is UTF-8 and shows all that it holds; rows 8 to 10 of the reliability catalogue."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.hygiene import (
    FORBIDDEN,
    TextFault,
    decode,
    describe,
    doubts,
    forbidden,
    loose_marks,
    place_of,
)
from generator.load.strict_yaml import read_text
from tests.rows import RecordProperty

RESAVE = "Mở tệp bằng trình soạn thảo, chọn “Lưu với bảng mã UTF-8” (không BOM), rồi gửi lại."
DELETE = "Xóa ký tự đó; thường nó theo vào khi dán từ Word, Zalo hay trang web."

# Format characters that are seen: signs of Arabic, Syriac, Kaithi and Egyptian numbers and lines.
SEEN = [
    *range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD,
    *range(0x13430, 0x13440),
]  # fmt: skip
# Refused though Unicode calls them letters, marks or nothing: they show nothing.
UNSEEN = [
    0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x2065, 0x3164,
    *range(0xFE00, 0xFE10), 0xFFA0, *range(0xFFF0, 0xFFF9), 0xFFFE, 0xFFFF,
    *range(0xE0000, 0xE1000),
]  # fmt: skip
ALL = [chr(number) for number in range(sys.maxunicode + 1) if not 0xD800 <= number < 0xE000]
REFUSED = [character for character in ALL if FORBIDDEN.match(character)]
ACCEPTED = [character for character in ALL if not FORBIDDEN.match(character)]


def test_what_is_refused_is_what_cannot_be_seen() -> None:
    hidden = {
        character
        for character in ALL
        if unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp")
        and character not in "\t\n\r"
        and ord(character) not in SEEN
    }
    assert set(REFUSED) == hidden | {chr(number) for number in UNSEEN}


CONTROL = [character for character in REFUSED if unicodedata.category(character) in ("Cc", "Cn")]
INVISIBLE = [character for character in REFUSED if character not in CONTROL]


def refused_as_they_are(characters: list[str]) -> int:
    """See each character refused, told by its number, and return how many there are."""
    for character in characters:
        (fault,) = read_text(f"k: a{character}b\n").faults
        assert fault.code == "Y004"
        assert f"U+{ord(character):04X}" in fault.message
        assert (fault.line, fault.column) == (1, 5)
    return len(characters)


def refused_when_escaped(characters: list[str]) -> int:
    """The same, written as YAML escapes in values and keys."""
    for character in characters:
        for text in (f'k: "a\\U{ord(character):08X}b"\n', f'"a\\U{ord(character):08X}b": v\n'):
            (fault,) = read_text(text).faults
            assert fault.code == "Y004"
            assert f"U+{ord(character):04X}" in fault.message
    return 2 * len(characters)


def test_row_08_every_control_character_is_refused(record_property: RecordProperty) -> None:
    """And what Unicode gives to nobody; raw and escaped."""
    raw, escaped = refused_as_they_are(CONTROL), refused_when_escaped(CONTROL)
    assert raw > 60
    record_property("figure", f"{raw:,} raw, {escaped:,} escaped, 0 accepted")


def test_row_09_whatever_turns_or_hides_text_is_refused(record_property: RecordProperty) -> None:
    """Bidirectional and zero-width characters and their kin; raw and escaped."""
    raw, escaped = refused_as_they_are(INVISIBLE), refused_when_escaped(INVISIBLE)
    assert {"\u202e", "\u2066", "\u200b", "\u00ad", "\ufeff"} <= set(INVISIBLE)
    record_property("figure", f"{raw:,} raw, {escaped:,} escaped, 0 accepted")


def test_short_escapes_of_hidden_characters_are_refused() -> None:
    for escape in ("\\0", "\\a", "\\b", "\\v", "\\f", "\\e", "\\N", "\\L", "\\P"):
        (fault,) = read_text(f'k: "a{escape}b"\n').faults
        assert fault.code == "Y004"


def test_every_other_character_is_accepted_as_it_is_and_escaped() -> None:
    for start in range(0, len(ACCEPTED), 4000):
        piece = [each for each in ACCEPTED[start : start + 4000] if each not in '\r\n\t"\\ ']
        raw = "".join(piece)
        escaped = "".join(f"\\U{ord(each):08X}" for each in piece)
        meant = unicodedata.normalize("NFC", raw)
        assert read_text(f'k: "{raw}"\n').tree == {"k": meant}
        assert read_text(f'k: "{escaped}"\n').tree == {"k": meant}


def test_tabs_and_line_ends_may_be_escaped() -> None:
    assert read_text('k: "a\\tb\\nc"\n').tree == {"k": "a\tb\nc"}


def test_surrogates_are_no_characters() -> None:
    (fault,) = read_text('k: "\\ud800"\n').faults
    assert fault.code == "Y000"
    assert isinstance(decode(b"k: \xed\xa0\x80\n"), TextFault)


def test_hidden_characters_are_all_told_up_to_twenty() -> None:
    assert len(list(forbidden("\u200b" * 19))) == 19
    assert len(list(forbidden("\u200b" * 5000))) == 20
    assert list(forbidden("a\nb\u202ec")) == [
        TextFault(
            "Y004",
            2,
            2,
            "Có ký tự ẩn hoặc điều khiển U+202E (RIGHT-TO-LEFT OVERRIDE).",
            DELETE,
        )
    ]


def test_characters_are_described_by_number_and_name() -> None:
    assert describe("\u200b") == "U+200B (ZERO WIDTH SPACE)"
    assert describe("\x00") == "U+0000"
    assert describe("\U000e0001") == "U+E0001 (LANGUAGE TAG)"


BYTES = [
    (b"\xef\xbb\xbfa: b", "Y002", 1, 1, "Tệp mở đầu bằng dấu BOM."),
    ("a: b".encode("utf-16"), "Y003", 1, 1, "Tệp ở bảng mã UTF-16, không phải UTF-8."),
    ("a: b".encode("utf-16-le"), "Y003", 1, 1, "Tệp ở bảng mã UTF-16, không phải UTF-8."),
    ("a: b".encode("utf-16-be"), "Y003", 1, 1, "Tệp ở bảng mã UTF-16, không phải UTF-8."),
    ("a: ạ".encode("utf-32"), "Y003", 1, 1, "Tệp ở bảng mã UTF-16, không phải UTF-8."),
    (b"a: \xff", "Y003", 1, 4, "Tệp không phải UTF-8: có chỗ hỏng ở đây."),
    (b"a: b\r\nc: \xc0\x80", "Y003", 2, 4, "Tệp không phải UTF-8: có chỗ hỏng ở đây."),
    ("ạ: đ".encode() + b"\xe1\xba", "Y003", 1, 5, "Tệp không phải UTF-8: có chỗ hỏng ở đây."),
]


@pytest.mark.parametrize(("data", "code", "line", "column", "message"), BYTES)
def test_row_10_bytes_that_are_not_plain_utf8_are_refused(
    data: bytes, code: str, line: int, column: int, message: str, record_property: RecordProperty
) -> None:
    """A mark, UTF-16 and broken bytes, each with what to do."""
    assert decode(data) == TextFault(code, line, column, message, RESAVE)
    record_property("figure", "refused, and told how to save it")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\ufeff\0")))
def test_utf8_is_read(text: str) -> None:
    assert decode(text.encode()) == text


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_a_fault(data: bytes) -> None:
    assert isinstance(decode(data), str | TextFault)


LOOSE = [
    ("Ấp".encode().decode(), None),
    (unicodedata.normalize("NFD", "xã Ấp"), (1, 2)),
    ("một\r\nhai ba\u0301", (2, 6)),
    ("\u1100\u1161", (1, 1)),
    ("\u0915\u093c \u0958", (1, 4)),
    ("q\u0323\u0307", None),
    ("q\u0307\u0323", (1, 2)),
]


@pytest.mark.parametrize(("text", "place"), LOOSE)
def test_loose_marks_are_warned_about_where_they_begin(
    text: str, place: tuple[int, int] | None
) -> None:
    found = [(fault.code, fault.line, fault.column) for fault in loose_marks(text)]
    assert found == ([("T003", *place)] if place else [])


@given(st.text())
def test_doubts_never_fail(text: str) -> None:
    assert {fault.code for fault in doubts(text)} <= {"T002", "T003"}


PLACES = [
    ("", 0, (1, 1)),
    ("abc", 2, (1, 3)),
    ("a\nb", 2, (2, 1)),
    ("a\r\nb", 3, (2, 1)),
    ("a\rb", 2, (2, 1)),
    ("a\n\rb", 3, (3, 1)),
    ("đạ\nđạc", 5, (2, 3)),
]


@pytest.mark.parametrize(("text", "index", "place"), PLACES)
def test_places_count_from_one_whatever_ends_a_line(
    text: str, index: int, place: tuple[int, int]
) -> None:
    assert place_of(text, index) == place
