"""What is written reads back as the same text, by every reader, and looks as a person would write it."""

import unicodedata
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load.hygiene import FORBIDDEN
from generator.load.limits import LIST_LIMITS
from generator.load.strict_yaml import read_text
from generator.submit.yaml_text import Typed, to_yaml

LOOKS = [
    ("Xã An Trường A", "Xã An Trường A"),
    ("làm việc với chi đoàn 😀", "làm việc với chi đoàn 😀"),
    ("𠀀", "𠀀"),
    ("“Thanh niên” – năm 2019…", "“Thanh niên” – năm 2019…"),
    ("", '""'),
    ("no", '"no"'),
    ("Yes", '"Yes"'),
    ("on", '"on"'),
    ("y", '"y"'),
    ("~", '"~"'),
    ("null", '"null"'),
    ("84", '"84"'),
    ("010", '"010"'),
    ("0o17", '"0o17"'),
    ("1.10", '"1.10"'),
    ("1e3", '"1e3"'),
    ("1_000", '"1_000"'),
    (".inf", '".inf"'),
    ("12:30", '"12:30"'),
    ("0912345678", '"0912345678"'),
    ("2019-01-01", '"2019-01-01"'),
    ("2019-03", "2019-03"),
    ("29272-an-truong-a", "29272-an-truong-a"),
    ("=", '"="'),
    ("<<", '"<<"'),
    ("- x", '"- x"'),
    ("-x", "-x"),
    ("? x", '"? x"'),
    ("?", '"?"'),
    ("a: b", '"a: b"'),
    ("a:b", "a:b"),
    ("Gồm:", '"Gồm:"'),
    (":x", '":x"'),
    ("a #b", '"a #b"'),
    ("a#b", "a#b"),
    ("#x", '"#x"'),
    ("@x", '"@x"'),
    ("%x", '"%x"'),
    ("`x", '"`x"'),
    ("&x", '"&x"'),
    ("*x", '"*x"'),
    ("!x", '"!x"'),
    ("|", '"|"'),
    ("> x", '"> x"'),
    ("[x", '"[x"'),
    ("{x", '"{x"'),
    ("a, b]", "a, b]"),
    ("--- x", '"--- x"'),
    ("...", '"..."'),
    ("it's", "it's"),
    ("'x'", "\"'x'\""),
    ('"x"', "'\"x\"'"),
    ('"x\' y"', '"\\"x\' y\\""'),
    ("a\\b", "a\\b"),
    ("- a\\b", '"- a\\\\b"'),
    (" x", '" x"'),
    ("x ", '"x "'),
    ("a\tb", '"a\\tb"'),
    ("a\r\nb", '"a\\r\\nb"'),
    ("a\nb", "|-\n  a\n  b"),
    ("a\nb\n", "|\n  a\n  b"),
    ("a\n\nb\n", "|\n  a\n\n  b"),
    ("a\n\n", "|+\n  a\n"),
    ("a: b\n- c\n# d\n---\n...\n", "|\n  a: b\n  - c\n  # d\n  ---\n  ..."),
    ("a \nb", "|-\n  a \n  b"),
    ("  a\nb", "|2-\n    a\n  b"),
    ("\ta\nb", "|2-\n  \ta\n  b"),
    ("\na", "|-\n\n  a"),
    ("\n", '"\\n"'),
    ("\r\u0301", '"\\r\\U00000301"'),
    ("a\n ", '"a\\n "'),
    (" \na", '" \\na"'),
    ("x" * 3000, "x" * 3000),
    ("dài " * 700 + "hết", "dài " * 700 + "hết"),
]


@pytest.mark.parametrize(("text", "written"), LOOKS)
def test_text_is_written_as_plainly_as_it_can_be(text: str, written: str) -> None:
    assert to_yaml({"k": text, "z": "hết"}) == f"k: {written}\nz: hết\n"


@pytest.mark.parametrize("text", ["true", "010", "2019-01-01", "1.5", "no", "12:30"])
def test_what_readers_may_type_stays_without_quotes(text: str) -> None:
    assert to_yaml({"k": Typed(text)}) == f"k: {text}\n"


@pytest.mark.parametrize("text", ["", "a: b", "- x", "#", "a\nb"])
def test_typed_text_that_is_no_single_word_is_still_safe(text: str) -> None:
    tree = {"k": Typed(text)}
    assert read_text(to_yaml(tree)).tree == tree


def test_lists_and_groups_stand_below_their_key() -> None:
    tree = {
        "members": ["a", "b"],
        "issues": [{"text": "x\ny\n", "due": Typed("2019-01-01"), "tags": ["c"]}, {"text": "z"}],
        "turnout": {"members": Typed("12")},
        "none": [],
        "nothing": {},
        "lists": [["a", ["b"]], []],
    }
    assert to_yaml(tree) == (
        "members:\n  - a\n  - b\n"
        "issues:\n  - text: |\n      x\n      y\n    due: 2019-01-01\n    tags:\n      - c\n"
        "  - text: z\n"
        "turnout:\n  members: 12\n"
        "none: []\nnothing: {}\n"
        "lists:\n  - - a\n    - - b\n  - []\n"
    )
    assert read_text(to_yaml(tree)).tree == tree


def test_nothing_is_an_empty_group() -> None:
    assert to_yaml({}) == "{}\n"
    assert read_text("{}\n").tree == {}


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x85", "\u200b", "\u2028", "\ufeff"])
def test_a_forbidden_character_is_escaped_and_so_found(character: str) -> None:
    written = to_yaml({"k": f"a{character}b", "l": f"a\n{character}"})
    assert character not in written
    assert {fault.code for fault in read_text(written).faults} == {"Y004"}


WORDS = st.sampled_from(
    ["no", "~", "=", "<<", "-", "?", ":", "#", "|", "'", '"', "\\", "---", "...", "1e3", "0x1F"]
)
PIECES = st.sampled_from(
    [" ", "  ", "\n", "\n\n", "\t", ": ", " #", "- ", "? ", "\r", ",", "[", "}"]
)
LETTERS = st.text(st.characters(codec="utf-8"), max_size=8)
UNTIMED = settings(deadline=None)


def readable(pieces: list[str]) -> str:
    """Return text as the reader gives it: composed, and free of what it refuses."""
    return unicodedata.normalize("NFC", FORBIDDEN.sub("", "".join(pieces)))


TEXTS = st.lists(WORDS | PIECES | LETTERS, max_size=8).map(readable)
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
TREES = st.dictionaries(TEXTS, VALUES, max_size=4)


@UNTIMED
@given(TREES)
def test_every_tree_reads_back_as_it_was(tree: dict[str, Any]) -> None:
    written = to_yaml(tree)
    found = read_text(written, LIST_LIMITS)
    assert found.tree == tree, written
    assert all(fault.code == "T002" for fault in found.faults)


@UNTIMED
@given(TREES)
def test_readers_that_type_take_text_for_text(tree: dict[str, Any]) -> None:
    written = to_yaml(tree)
    assert yaml.load(written, yaml.CSafeLoader) == tree
    assert yaml.load(written, yaml.SafeLoader) == tree


@UNTIMED
@given(TREES)
def test_writing_what_was_read_changes_nothing(tree: dict[str, Any]) -> None:
    written = to_yaml(tree)
    again = yaml.load(written, yaml.CBaseLoader)
    assert to_yaml(again) == written
