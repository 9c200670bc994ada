"""The quick reader gives what the careful one gives, or nothing: the careful one is the oracle."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load import everyday, hygiene
from generator.load.everyday import read_everyday
from generator.load.limits import LIST_LIMITS, RECORD_LIMITS, Limits
from generator.load.strict_yaml import read

ROOT = Path(__file__).parents[3]
FILES = sorted((*(ROOT / "records").rglob("*.yml"), *(ROOT / "tests" / "examples").rglob("*.yml")))

EVERYDAY = {
    "plain": "date: 2019-05-20\nvenue: Nhà văn hóa ấp 3 (cụm 2) - phòng họp\n",
    "list": "members:\n  - a\n  - b-c\n",
    "mapping": "turnout:\n  members: 3\n  youth: 4\n",
    "list of mappings": "issues:\n  - text: Một\n    due: x\n  - text: Hai\n",
    "list in a list's mapping": "attendance:\n  - member: a\n    dates:\n      - x\n      - y\nz: 1\n",
    "mapping first in an item": "a:\n  - b:\n      c: 1\n    d: 2\n",
    "quotes": 'a: "x: y"\nb: \'z\'\nc:\n  - ""\n  - \'\'\nd: ""\n',
    "blank lines": "a: 1\n\nb:\n\n  - 2\n",
    "signs within": 'a: x, [y] {z} & * ! | > % @ ` ~ \\ "q" a:b -c ?d\n',
}

NOT_EVERYDAY = {
    "no line end": b"a: 1",
    "nothing": b"\n",
    "not UTF-8": b"a: \xff\n",
    "a comment": b"a: 1 # x\n",
    "a tab": b"a:\t1\n",
    "windows line end": b"a: 1\r\n",
    "a space behind": b"a: 1 \n",
    "hidden": "a: x\u200by\n".encode(),
    "odd space": "a: x\u00a0y\n".encode(),
    "garbled": "a: baùo caùo\n".encode(),
    "read as western": "a: \u00c6\u00b0\u00e1\u00bb\u203ac\n".encode(),
    "loose marks": unicodedata.normalize("NFD", "a: xã\n").encode(),
    "text without a key": b"x\n",
    "quoted without a key": b'"x"\n',
    "several lines": b"a: x\n  y\n",
    "a block": b"a: |\n  x\n",
    "a colon within": b"a: b: c\n",
    "a colon at the end": b"a: b:\n",
    "an item with a colon": b"a:\n  - B: c\n",
    "a key twice": b"a: 1\na: 2\n",
    "a key twice, once with more": b"a: 1\na:\n  b: 2\n",
    "nothing below": b"a:\n",
    "nothing below, more beside": b"a:\nb: 1\n",
    "list not indented": b"a:\n- b\n",
    "too deep": b"a:\n    - b\n",
    "deeper below a value": b"a: 1\n  b: 2\n",
    "item below an item": b"a:\n  - b\n    - c\n",
    "item among keys": b"a: 1\n- b\n",
    "key among items": b"a:\n  - b\n  c: 1\n",
    "odd step": b"a:\n - b\n",
    "an anchor": b"a: &x 1\n",
    "an escape": b'a: "\\n"\n',
    "a marker": b"---\na: 1\n",
    "merge": b"<<: 1\n",
    "capitals": b"A: 1\n",
    "a dash alone": b"a:\n  -\n",
}


@pytest.mark.parametrize("text", EVERYDAY.values(), ids=EVERYDAY)
def test_what_people_write_is_read_at_once(text: str) -> None:
    document = read(text.encode())
    assert document.faults == ()
    assert document.tree is not None
    assert repr(read_everyday(text.encode(), RECORD_LIMITS)) == repr(document.tree)


@pytest.mark.parametrize("data", NOT_EVERYDAY.values(), ids=NOT_EVERYDAY)
def test_what_is_in_doubt_is_left_to_the_careful_reader(data: bytes) -> None:
    assert read_everyday(data, RECORD_LIMITS) is None


@pytest.mark.parametrize("limits", [RECORD_LIMITS, LIST_LIMITS])
def test_both_readers_agree_on_every_file_of_the_samples_and_examples(limits: Limits) -> None:
    told = [
        path
        for path in FILES
        if (tree := read_everyday(path.read_bytes(), limits)) is not None
        and (repr(tree), ())
        != (repr((again := read(path.read_bytes(), limits)).tree), again.faults)
    ]
    assert told == []


def test_most_of_the_samples_are_in_the_everyday_form() -> None:
    visits = list((ROOT / "records" / "visits").rglob("*.yml"))
    quick = [path for path in visits if read_everyday(path.read_bytes(), RECORD_LIMITS)]
    assert len(quick) == len(visits)


def test_a_file_at_the_limit_is_read_and_one_beyond_is_not() -> None:
    data = b"a: 1\n"
    assert read_everyday(data, Limits(size=5)) == {"a": "1"}
    assert read_everyday(data, Limits(size=4)) is None
    assert read_everyday(data, Limits(events=10)) == {"a": "1"}
    assert read_everyday(data, Limits(events=9)) is None


def test_a_line_longer_than_a_text_may_be_is_left_to_the_careful_reader() -> None:
    line = f"a: {'x' * 19_996}\n"
    assert read_everyday(line.encode(), RECORD_LIMITS) is not None
    long = f"a: {'x' * 20_001}\n".encode()
    assert read_everyday(long, RECORD_LIMITS) is None
    # Many short lines are together longer than one may be.
    many = "a:\n" + "  - some words of it\n" * 1_200
    assert len(read_everyday(many.encode(), LIST_LIMITS)["a"]) == 1_200  # type: ignore[index]


@pytest.mark.parametrize("odd", ["a: x\u00a0y", "a: 1 ", "a: x\u200by", "a: baùo caùo", "a: 1 # x"])
def test_what_is_in_doubt_is_so_each_time(odd: str) -> None:
    """A line that was seen in a file without doubt is not looked at again; this one always is."""
    sound = b"b: 1\n"
    whole = sound + f"{odd}\n".encode()
    for data, tree in ((sound, {"b": "1"}), (whole, None), (sound, {"b": "1"}), (whole, None)):
        assert read_everyday(data, RECORD_LIMITS) == tree


def test_what_was_seen_is_forgotten_when_it_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(everyday, "_LINES_KEPT", 2)
    monkeypatch.setattr(hygiene, "_WORDS_KEPT", 2)
    for number in range(9):
        text = f"a: chữ{number} và {number}\nb: x{number}\n"
        tree = {"a": f"chữ{number} và {number}", "b": f"x{number}"}
        assert read_everyday(text.encode(), RECORD_LIMITS) == tree
        assert len(everyday._lines) <= 4
        assert len(hygiene._sound_words) <= 10


INDENTS = st.sampled_from(["", "", "  ", "    ", "      ", " ", "   "])
DASHES = st.sampled_from(["", "", "", "- ", "-", "- - ", "? "])
KEYS = st.sampled_from(
    ["", "a: ", "b: ", "c:", "d:", "b :", "A: ", '"a": ', "a:  ", "<<: ", "a_b: "]
)
VALUES = st.one_of(
    st.sampled_from(
        ["", "x", "x y", "x: y", "x:", "x #y", "x#y", "# x", "|", ">-", "|2", "''", '""', "'x'",
         '"x: y"', '"x\\ny"', "'it''s'", "[x]", "{x: y}", "[x", "&a x", "*a", "!x", "%x", "@x", "`x",
         "-x", "- x", "-", "?x", "? x", ":x", ": x", ",", "]", "---", "...", "~", "<<", "=", "x ",
         "xã", "xa\u0303", "\u201cx\u201d", "\u00a0x", "x\u00a0", "baùo caùo", "x\ty", "\ufeffx",
         "x\u2028y", "x\u0085y", "x\\", "x'y", 'x"y', "'x' y", "a b: c d", "\U0001f600"]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
)  # fmt: skip
LINES = st.builds("{}{}{}{}".format, INDENTS, DASHES, KEYS, VALUES)


@settings(max_examples=600, deadline=None)
@given(st.lists(LINES, max_size=9), st.sampled_from(["\n", "\n", "", "\r\n"]))
def test_the_quick_reader_never_says_other_than_the_careful_one(lines: list[str], end: str) -> None:
    data = "".join(f"{line}{end or chr(10)}" for line in lines).removesuffix("" if end else "\n")
    tree = read_everyday(data.encode(), RECORD_LIMITS)
    if tree is not None:
        document = read(data.encode(), RECORD_LIMITS)
        assert (repr(tree), ()) == (repr(document.tree), document.faults)
