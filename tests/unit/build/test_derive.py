"""What is derived from the models is refused where a model leaves something unsaid."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic import BaseModel

from generator.build import schema
from generator.domain.fields import open_to
from generator.errors import RefusedError


class Careless(BaseModel):
    unmarked: str


@dataclass
class Carrier:
    marked: str = open_to("internal")
    unmarked: str = ""


def test_every_dataclass_that_carries_values_of_records_is_asked() -> None:
    assert {each.__name__ for each in schema.carriers()} == {
        *("Picture", "Presence", "Eligibility", "Measure"),
        *("Changes", "Concern", "IssueChange", "MemberChange", "VisitChange"),
    }


def test_a_carrier_that_nobody_marked_stops_the_derivation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "carriers", lambda: (Carrier,))
    with pytest.raises(RefusedError) as refused:
        schema.derive(tmp_path)
    assert str(refused.value) == (
        "Mọi khóa của mô hình phải có tên và đối tượng được xem:\n  Carrier.unmarked: x-audience"
    )


def test_a_field_that_nobody_declared_stops_the_derivation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "models", lambda: (Careless,))
    with pytest.raises(RefusedError) as refused:
        schema.derive(tmp_path)
    assert str(refused.value) == (
        "Mọi khóa của mô hình phải có tên và đối tượng được xem:\n"
        "  Careless.unmarked: x-audience\n"
        "  Careless.unmarked: title"
    )
    assert list(tmp_path.iterdir()) == []
