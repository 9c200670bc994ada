"""What is derived from the models is refused where a model leaves something unsaid."""

from pathlib import Path

import pytest
from pydantic import BaseModel

from generator.build import schema
from generator.errors import RefusedError


class Careless(BaseModel):
    unmarked: str


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
