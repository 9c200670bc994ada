"""The quick look never overlooks a phrase, and lines are read once only if they told nothing."""

from hypothesis import given
from hypothesis import strategies as st

from generator.build import glance as module
from generator.build.glance import Glance, SeenLines
from generator.build.phrases import Phrase

WORD = st.sampled_from([b"a", b"b", b"c"])
LENGTHS = (1, 2, 3, 7, 8, 9, 10)
PHRASES = st.sampled_from(LENGTHS).flatmap(lambda n: st.lists(WORD, min_size=n, max_size=n))


@given(st.lists(PHRASES, min_size=1, max_size=4), st.data())
def test_a_text_with_a_phrase_is_caught(phrases: list[list[bytes]], data: st.DataObject) -> None:
    glance = Glance.at(map(tuple, phrases))
    before, after = data.draw(st.lists(WORD, max_size=20)), data.draw(st.lists(WORD, max_size=20))
    held = data.draw(st.sampled_from(phrases))
    assert glance.catches([*before, *held, *after])


@given(st.lists(st.sampled_from([b"x", b"y", b"z"]), max_size=40), st.lists(PHRASES, max_size=4))
def test_a_text_without_a_word_of_any_is_not(said: list[bytes], phrases: list[Phrase]) -> None:
    assert not Glance.at(map(tuple, phrases)).catches(said)


def test_lines_are_told_once_each_in_their_order() -> None:
    assert SeenLines().fresh([b"b", b"a", b"b", b""]) == [b"b", b"a", b""]


def test_lines_that_were_added_are_not_told_again() -> None:
    seen = SeenLines()
    seen.add([b"a", b"b"])
    assert seen.fresh([b"c", b"b", b"a"]) == [b"c"]
    assert seen.fresh([b"a", b"d"]) == [b"d"]


def test_lines_that_were_only_asked_for_are_told_again() -> None:
    seen = SeenLines()
    seen.fresh([b"a"])
    assert seen.fresh([b"a"]) == [b"a"]


def test_of_many_lines_those_that_came_twice_stay() -> None:
    seen = SeenLines()
    seen.add([b"frame", b"once"])
    assert seen.fresh([b"frame"]) == []
    seen.add([str(number).encode() for number in range(module.MOST_SEEN)])
    seen.add([b"after"])
    assert seen.fresh([b"frame", b"once", b"after"]) == [b"once"]


def test_a_line_as_long_as_a_file_is_not_remembered() -> None:
    seen = SeenLines()
    lines = [b"a" * 20_000, b"b" * 20_001]
    seen.add(lines)
    assert seen.fresh(lines) == lines[1:]
