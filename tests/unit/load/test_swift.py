"""What is validated swiftly is the record that the slow way gives; whatever is not, gives none."""

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.domain.fields import Shape, public
from generator.domain.scalars import Day, Halves, Id, Line, Text, Url, Whole, YesNo
from generator.load.layout import KINDS
from generator.load.swift import swiftly


class Inner(Shape):
    """A shape within another."""

    day: Day | None = public("Ngày", default=None)
    ids: tuple[Id, ...] = public("Mã", at_least=1)


class Outer(Shape):
    """One field of each narrow type."""

    day: Day = public("Ngày")
    whole: Whole = public("Số")
    halves: Halves | None = public("Số ngày", default=None)
    yes: YesNo = public("Có")
    id: Id = public("Mã")
    line: Line = public("Dòng")
    text: Text = public("Chữ")
    url: Url | None = public("Địa chỉ", default=None)
    inner: tuple[Inner, ...] = public("Nhóm", default=())


SOUND: dict[str, Any] = {
    "day": "2019-02-28", "whole": "0", "halves": "1.5", "yes": "true", "id": "ap-3",
    "line": "một dòng", "text": "chữ\nnhiều dòng", "url": "https://a.vn",
    "inner": [{"ids": ["a"]}, {"day": "2199-12-31", "ids": ["a", "b"]}],
}  # fmt: skip
ODD: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from(
        ["2019-02-29", "1899-12-31", "1900-01-01", "2199-12-31", "2200-01-01", "20190520", "2019-5-20",
         "2019-05-20T00:00", " 2019-05-20", "2019-05-20\n", "\u0662\u0660\u0661\u0669-\u0660\u0665-\u0662\u0660", "1558310400", "0", "00", "1",
         "999999999", "1000000000", "+1", "-1", "1.0", "1_0", "true", "false", "True", "yes", "1 ", "",
         " ", "\n", "\u3000", "\u001f", "a" * 100, "a" * 101, "A", "-a", "a-", "ấp", "x" * 500, "x" * 501,
         "x\ny", "x\ry", " x", "x ", "x\n", "\u200b", "x" * 20_000, "x" * 20_001, "http://x"]
    ),
    st.text(max_size=5),
    st.sampled_from([None, 1, 1.0, True, [], ["a"], {}, {"ids": ["a"]}, [{"ids": []}]]),
)  # fmt: skip


def slowly(tree: dict[str, Any]) -> Outer | None:
    try:
        return Outer.model_validate(tree, by_alias=True, by_name=False)
    except ValidationError:
        return None


def test_a_sound_record_is_taken() -> None:
    swift = swiftly(Outer, SOUND)
    assert swift is not None
    assert repr(swift) == repr(slowly(SOUND))
    assert swift.model_fields_set == set(SOUND)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_of_record_can_be_asked_for(kind: Any) -> None:
    assert swiftly(kind.model, {}) is None


def test_records_of_the_same_keys_share_what_says_so() -> None:
    one, other = (swiftly(Outer, SOUND), swiftly(Outer, {**SOUND, "whole": "7"}))
    assert one is not None
    assert other is not None
    assert one.model_fields_set is other.model_fields_set


@example(odd={"line": "\x1f"})
@example(odd={"text": "\x1c\n"})
@settings(max_examples=600, deadline=None)
@given(st.dictionaries(st.sampled_from([*SOUND, "other"]), ODD, min_size=1, max_size=2))
def test_nothing_is_taken_that_the_slow_way_refuses_or_takes_for_something_else(
    odd: dict[str, Any],
) -> None:
    tree = {**SOUND, **odd}
    swift = swiftly(Outer, tree)
    if swift is not None:
        slow = slowly(tree)
        assert repr(swift) == repr(slow)
        assert swift == slow
