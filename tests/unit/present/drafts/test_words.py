"""Marks, turns and sentences: the grammar below every draft."""

import pytest

from generator.present.drafts.markup import as_caption, as_markdown, as_plain, figure
from generator.present.drafts.seeded import Turns
from generator.present.drafts.sentences import (
    LONGEST,
    ended,
    enumerated,
    joined,
    running,
    sentences,
)
from tests.unit.present.views import HOSTILE

MARK = figure("visit(2019-05-20-ap-3)", "end_date")


def test_a_mark_becomes_a_placeholder() -> None:
    assert as_plain(f"Ngày {MARK}.") == "Ngày {{ visit(2019-05-20-ap-3).end_date }}."
    assert as_markdown(f"Ngày {MARK}.") == "Ngày {{ visit(2019-05-20-ap-3).end_date }}."


@pytest.mark.parametrize(
    ("prose", "markdown"),
    [
        ("a_b *c* [d](e) `f`", r"a\_b \*c\* \[d\](e) \`f\`"),
        ("{{ year(2019).visits }}", r"\{\{ year(2019).visits \}\}"),
        ("<b>x</b> &amp; &", "&lt;b>x&lt;/b> &amp;amp; &"),
        ("# Một", r"\# Một"),
        ("- Một", r"\- Một"),
        ("> Một", r"\> Một"),
        ("12. Một", r"12\. Một"),
        ("12.5 km", r"12\.5 km"),
        ("Một\n\n  hai", "Một hai"),
        ("Ấp 3 - khóm 4.", "Ấp 3 - khóm 4."),
    ],
)
def test_no_word_means_anything_in_markdown(prose: str, markdown: str) -> None:
    assert as_markdown(prose) == markdown


def test_no_word_is_a_placeholder_in_a_title() -> None:
    assert as_plain("{{ year(2019).visits }} {{{") == "{ { year(2019).visits }} { { {"
    assert as_plain(HOSTILE).count("{{") == 0


def test_a_caption_has_no_brackets() -> None:
    assert as_caption("Ảnh [1] *đẹp*") == r"Ảnh (1) \*đẹp\*"


def test_a_turn_is_always_the_same_and_another_seed_gives_another() -> None:
    options = ("một", "hai", "ba")
    assert [Turns("2019-03").one("title", *options) for _ in range(3)] == ["ba"] * 3
    assert {Turns("2019-03", str(seed)).one("title", *options) for seed in range(20)} == {*options}
    assert Turns("2019-03").one("title", "một") == "một"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("họp lệ", ["Họp lệ."]),
        ("Họp lệ. bàn việc mới", ["Họp lệ. bàn việc mới."]),
        ("Họp lệ! Bàn việc?", ["Họp lệ!", "Bàn việc?"]),
        ("Về TP. Trà Vinh họp. Đông đủ.", ["Về TP. Trà Vinh họp.", "Đông đủ."]),
        ("Hát “Nối vòng tay lớn.” 4 bạn vắng", ["Hát “Nối vòng tay lớn.”", "4 bạn vắng."]),
        ("Chủ đề “Tự hào”", ["Chủ đề “Tự hào”."]),
        ("- một\n- hai;\n\n3) ba,", ["Một.", "Hai.", "Ba."]),
        ("Gồm:\n• một...", ["Gồm.", "Một…"]),
        ("Hôm nay, họp lệ", ["Họp lệ."]),
        ("Tháng này chi đoàn họp", ["Trong tháng, chi đoàn họp."]),
        ("---\n***", []),
        ("  Nhiều   khoảng\ttrắng  ", ["Nhiều khoảng trắng."]),
        ("Xong.. Rồi", ["Xong…", "Rồi."]),
    ],
)
def test_a_text_becomes_whole_sentences(text: str, told: list[str]) -> None:
    assert sentences(text) == told


def test_a_long_text_is_cut_between_sentences_and_a_long_sentence_between_words() -> None:
    told = sentences("Chi đoàn họp lệ. " * 200)
    assert sum(map(len, told)) <= LONGEST
    assert set(told) == {"Chi đoàn họp lệ."}
    (cut,) = sentences("chi đoàn " * 1_000)
    assert len(cut) <= LONGEST
    assert cut.startswith("Chi đoàn chi")
    assert cut.endswith(("chi…", "đoàn…"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mỗi tổ cử một bạn", "mỗi tổ cử một bạn"),
        ("Huyện đoàn chọn một xã", "Huyện đoàn chọn một xã"),
        ("Đoàn xã ghi sổ", "Đoàn xã ghi sổ"),
        ("Hội trại Tòng quân", "hội trại Tòng quân"),
        ("Tháng Thanh niên", "Tháng Thanh niên"),
        ("ATGT là chính", "ATGT là chính"),
        ("“Một” là chính", "“Một” là chính"),
        ("Ở xa thì gọi", "ở xa thì gọi"),
        ("Đoàn", "Đoàn"),
    ],
)
def test_names_keep_their_capital_in_a_sentence(text: str, told: str) -> None:
    assert running(text) == told


def test_a_stop_comes_once() -> None:
    assert [ended(each) for each in ("a", "a.", "a;", "a?)", "a (b)")] == [
        "a.",
        "a.",
        "a.",
        "a?)",
        "a (b).",
    ]


def test_a_list_of_items_with_commas_has_semicolons() -> None:
    assert enumerated(["a"]) == "a"
    assert enumerated(["a", "b", "c"]) == "a, b và c"
    assert enumerated(["a, b", "c"]) == "a, b; c"
    assert joined("Một.", "", "Hai.") == "Một. Hai."
