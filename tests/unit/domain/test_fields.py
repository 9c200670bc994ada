"""Every field of every model says what it is called and who may see it."""

from collections.abc import Iterator

import pytest
from pydantic import BaseModel, ValidationError

from generator.domain.fields import (
    AUDIENCE_KEY,
    Record,
    Shape,
    audience_of,
    internal,
    is_derived,
    label_of,
    public,
    shape_within,
    written_fields,
)
from generator.domain.member import Term
from generator.domain.organisation import Organisation
from generator.domain.visit import Issue, Report, Visit
from generator.load.layout import KINDS


def all_models() -> Iterator[type[BaseModel]]:
    """Yield every model that a record consists of."""
    pending: list[type[BaseModel]] = [kind.model for kind in KINDS]
    seen: set[type[BaseModel]] = set()
    while pending:
        model = pending.pop()
        if model not in seen:
            seen.add(model)
            yield model
            inner = (shape_within(field.annotation) for field in model.model_fields.values())
            pending += [each for each in inner if each]


MODELS = sorted(all_models(), key=str)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_has_a_name_and_an_audience(model: type[BaseModel]) -> None:
    for name, field in model.model_fields.items():
        assert audience_of(field) in ("public", "internal"), name
        assert is_derived(field) or field.title, name


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_model_is_frozen_and_closed(model: type[BaseModel]) -> None:
    assert model.model_config["frozen"]
    assert model.model_config["extra"] == "forbid"


def test_nobody_is_the_audience_of_a_field_that_does_not_say_so() -> None:
    class Loose(BaseModel):
        plain: str
        odd: str = public("Tên")

    Loose.model_fields["odd"].json_schema_extra = {AUDIENCE_KEY: "everyone"}
    assert audience_of(Loose.model_fields["plain"]) is None
    assert audience_of(Loose.model_fields["odd"]) is None
    assert not is_derived(Loose.model_fields["plain"])


def test_a_key_that_python_keeps_for_itself_is_written_plainly() -> None:
    assert [field.alias or name for name, field in written_fields(Term)][3:] == ["from", "to"]


def test_labels_are_found_by_the_key_of_the_file() -> None:
    assert label_of(Visit, "date") == "Ngày đi"
    assert label_of(Record, "id") == "id"


def test_the_reader_fills_in_what_a_file_may_not_hold() -> None:
    assert [name for name, _ in written_fields(Report)] == ["number", "submitted", "addressee"]
    assert "id" not in dict(written_fields(Organisation))
    assert "id" in dict(written_fields(Issue))


def test_the_model_within_a_field() -> None:
    fields = Visit.model_fields
    assert shape_within(fields["issues"].annotation) is Issue
    assert shape_within(fields["report"].annotation) is Report
    assert shape_within(fields["unit"].annotation) is None


def test_an_internal_field_may_be_required() -> None:
    class Example(Shape):
        text: str = internal("Chữ", default=...)
        note: str | None = internal("Ghi chú")

    assert Example(text="a").note is None
    with pytest.raises(ValidationError):
        Example.model_validate({})
