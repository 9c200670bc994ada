"""What a door asks: every key has its time, nothing internal where anyone can read."""

import pytest
from pydantic import BaseModel

from generator.domain.fields import written_fields
from generator.domain.plain_schema import plain_schema
from generator.domain.visit import Visit
from generator.submit.asking import ASKED, asked_schema, label_at


@pytest.mark.parametrize("model", ASKED, ids=lambda model: model.__name__)
def test_every_key_of_a_model_has_exactly_one_time(model: type[BaseModel]) -> None:
    asking = ASKED[model]
    times = [*asking.first, *asking.more, *asking.stamped, *asking.later]
    keys = [field.alias or name for name, field in written_fields(model)]
    assert sorted(times) == sorted(keys)


def test_little_is_asked_first() -> None:
    assert ASKED[Visit].first == (
        "date", "unit", "kind", "members", "content", "guidance", "issues", "photos",
    )  # fmt: skip


def test_what_the_door_fills_in_is_not_asked() -> None:
    asked = asked_schema(Visit, internal=True)["properties"]
    assert "recorded_on" not in asked
    assert "withdrawn" not in asked
    assert list(asked["issues"]["items"]["properties"]) == [
        "text", "competence", "referred_to", "status", "due", "public_text",
    ]  # fmt: skip


def test_the_order_and_the_words_are_those_of_the_model() -> None:
    whole, asked = plain_schema(Visit)["properties"], asked_schema(Visit, internal=True)
    kept = [key for key in whole if key in asked["properties"]]
    assert list(asked["properties"]) == kept
    assert asked["properties"]["unit"] == whole["unit"]
    assert asked["required"] == ["date", "unit", "kind", "members", "content"]


def test_a_repository_that_anyone_reads_is_asked_nothing_internal() -> None:
    asked = asked_schema(Visit, internal=False)
    # An issue cannot be told without its text, which is internal.
    assert {"issues", "assignment", "internal"}.isdisjoint(asked["properties"])
    assert '"internal"' not in str(asked).replace("'", '"')


def test_a_public_repository_keeps_what_is_public() -> None:
    assert {"photos", "turnout", "report"} <= set(asked_schema(Visit, internal=False)["properties"])


@pytest.mark.parametrize(
    ("field", "label"),
    [
        (("date",), "Ngày đi"),
        (("issues", 1, "due"), "Khó khăn, vướng mắc 2: Hạn trả lời"),
        (("members", 0), "Ủy viên tham gia 1"),
        (("turnout", "youth"), "Số đoàn viên, thanh niên tham dự: Số thanh niên tham dự"),
        (("xyz",), "xyz"),
        ((), ""),
    ],
)
def test_a_place_is_called_as_people_know_it(field: tuple[str | int, ...], label: str) -> None:
    assert label_at(field) == label
