"""Row 11: the encodings from before Unicode are noticed and named, and correct text is left alone."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.load.hygiene import TextFault, broken_letters
from generator.load.legacy import Garbled, encoding_of, garbled
from generator.load.strict_yaml import read
from tests.unit.load.old_encodings import OLD_ENCODINGS, to_1258, to_tcvn3, to_vni
from tests.unit.load.vietnamese import FOREIGN, generated, of_the_samples

Record = Callable[[str, object], None]
RECORDS = Path(__file__).parents[3] / "records"
FILES = 200
FOUND_AT_LEAST = 0.95
FALSE_AT_MOST = 0.001
SAMPLE = "Đoàn xã Nhị Long vận động được quỹ."


def old_texts() -> list[str]:
    """Return texts that the old encodings can hold: typographic marks are not in them."""
    texts = [*generated(300), *of_the_samples()]
    plain = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "…": "."})
    return [text.translate(plain) for text in texts]


TABLES = [
    (to_tcvn3, "§oµn x· NhÞ Long vËn ®éng ®\xad\xeec quü."),
    (to_vni, "Ñoaøn xaõ Nhò Long vaän ñoäng ñöôïc quyõ."),
    (to_1258, "ÐoaÌn xaÞ Nhiò Long vâòn ðôòng ðýõòc quyÞ."),
]


@pytest.mark.parametrize(("encode", "western"), TABLES)
def test_the_tables_of_the_tests_are_right(encode: Callable[[str], bytes], western: str) -> None:
    assert encode(SAMPLE).decode("cp1252") == western


def test_the_table_of_python_is_the_same() -> None:
    assert unicodedata.normalize("NFC", to_1258(SAMPLE).decode("cp1258")) == SAMPLE


@pytest.mark.parametrize("encoding", OLD_ENCODINGS)
def test_row_11_files_in_old_encodings_are_refused_by_name(
    encoding: str, record_property: Record
) -> None:
    named = total = 0
    for text in old_texts():
        data = b"content: " + OLD_ENCODINGS[encoding](text) + b"\n"
        (fault,) = read(data).faults
        assert fault.code == "Y003"
        named += fault.message == f"Tệp không phải UTF-8: có lẽ là {encoding}."
        total += 1
    assert total > 1000
    assert named >= FOUND_AT_LEAST * total
    record_property("figure", f"{encoding}: {named} of {total} files named, all refused")


@pytest.mark.parametrize("encoding", OLD_ENCODINGS)
def test_row_11_old_text_saved_as_utf8_is_warned_about(
    encoding: str, record_property: Record
) -> None:
    found = total = 0
    for text in old_texts():
        garbage = OLD_ENCODINGS[encoding](text).decode("cp1252")
        codes = {fault.code for fault in read(f"content: {garbage!r}\n".encode()).faults}
        found += "T002" in codes
        total += 1
    assert found >= FOUND_AT_LEAST * total
    record_property("figure", f"{encoding} saved as UTF-8: {found} of {total} texts found")


def test_utf8_read_as_western_text_is_warned_about() -> None:
    texts = [*generated(300), *of_the_samples()]
    broken = [text.encode().decode("latin-1") for text in texts]
    found = sum(garbled(text) is not None for text in broken)
    assert found >= FOUND_AT_LEAST * len(texts)


def test_row_11_correct_text_is_left_alone(record_property: Record) -> None:
    texts = [*generated(20_000), *of_the_samples()]
    false = [text for text in texts if garbled(text)]
    assert len(false) <= FALSE_AT_MOST * len(texts), false[:5]
    record_property("figure", f"{len(false)} of {len(texts)} correct texts called garbled")


def test_row_11_two_hundred_whole_files(record_property: Record) -> None:
    plain = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "…": "."})
    files = sorted(RECORDS.glob("visits/*/*.yml"))[:FILES]
    assert len(files) == FILES
    named = garbage = false = 0
    for number, file in enumerate(files):
        text = file.read_text(encoding="utf-8").translate(plain)
        encoding, write = list(OLD_ENCODINGS.items())[number % len(OLD_ENCODINGS)]
        (fault,) = read(write(text)).faults
        named += fault.message == f"Tệp không phải UTF-8: có lẽ là {encoding}."
        codes = {each.code for each in read(write(text).decode("cp1252").encode()).faults}
        garbage += "T002" in codes
        false += any(each.code in ("T002", "Y003") for each in read(file.read_bytes()).faults)
    assert named >= FOUND_AT_LEAST * FILES
    assert garbage >= FOUND_AT_LEAST * FILES
    assert false <= FALSE_AT_MOST * FILES
    record_property(
        "figure",
        f"{FILES} files: {named} named, {garbage} found when saved as UTF-8, {false} false",
    )


@pytest.mark.parametrize("sentence", FOREIGN)
def test_foreign_names_and_signs_are_left_alone(sentence: str) -> None:
    assert garbled(sentence) is None
    assert garbled(f"Chi đoàn ấp 3 đón khách. {sentence}") is None


def test_all_foreign_names_together_are_left_alone() -> None:
    assert garbled(" ".join(FOREIGN)) is None


def test_two_different_words_are_enough_and_one_is_not() -> None:
    assert garbled("Anh Bø và chị Bø ở Na Uy") is None
    assert garbled("Sinh ho¹t chi ®oµn") == Garbled(5, "ho¹t", "hoạt", "TCVN3 (ABC)")


def test_the_same_text_in_capitals() -> None:
    assert garbled(to_vni("ĐOÀN XÃ NHỊ LONG HỌP LỆ").decode("cp1252")) == Garbled(
        0, "ÑOAØN", "ĐOÀN", "VNI"
    )


def test_ascii_and_nothing_are_left_alone() -> None:
    assert garbled("") is None
    assert garbled("unit: 29272-an-truong-a") is None


def test_bytes_that_speak_for_no_encoding_have_no_name() -> None:
    assert encoding_of(b"\xff\xfe\xfd") == ""
    assert encoding_of("Sinh hoạt chi đoàn".encode()[:-1]) == ""


def test_the_warning_says_what_was_meant() -> None:
    garbage = to_vni("Họp lệ\nchi đoàn ấp 3").decode("cp1252")
    assert list(broken_letters(garbage)) == [
        TextFault(
            "T002",
            1,
            1,
            "Chữ bị vỡ do sai bảng mã: “Hoïp” có lẽ là “Họp”, từ VNI.",
            "Chuyển mã lại sang Unicode (UniKey: Ctrl+Shift+F6), hoặc gõ lại.",
        )
    ]


def test_utf8_read_as_western_text_is_named_without_a_guess() -> None:
    (warning,) = broken_letters("Sinh hoáº¡t")
    assert warning.message == "Chữ bị vỡ do sai bảng mã: “áº¡” từ UTF-8."
    assert (warning.line, warning.column) == (1, 8)


def test_hidden_characters_of_old_text_do_not_hide_the_cause() -> None:
    """TCVN3 writes ư as the soft hyphen, which is refused: the warning says where it comes from."""
    garbage = to_tcvn3("Sinh hoạt chi đoàn Trường").decode("cp1252")
    faults = read(f"content: {garbage}\n".encode()).faults
    assert [fault.code for fault in faults] == ["Y004", "T002"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\u00ada hîp", "“\ufffda” có lẽ là “ưa”, từ TCVN3 (ABC)"),
        ("hậu".encode().decode("latin-1"), "“áº\ufffd” từ UTF-8"),
        ("Đi đến".encode().decode("latin-1"), "“Ä\ufffd” từ UTF-8"),
        ("ẛ".encode().decode("latin-1"), "“áº\ufffd” từ UTF-8"),
    ],
)
def test_what_shows_nothing_or_commands_a_terminal_is_not_in_the_message(
    text: str, told: str
) -> None:
    (warning,) = broken_letters(text)
    assert warning.message == f"Chữ bị vỡ do sai bảng mã: {told}."
