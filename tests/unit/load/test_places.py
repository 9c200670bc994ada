"""A fault stands at its key, or at the nearest key above it."""

from pathlib import Path

import pytest

from generator.domain.finding import Fault, FieldPath
from generator.load.hygiene import TextFault
from generator.load.places import Places
from generator.load.strict_yaml import read_text

VISIT = "date: 2019-05-20\nissues:\n  - text: Thiếu loa.\n    due: 2019-06-01\nunit: a\n"
WHERE: list[tuple[FieldPath, int, int]] = [
    ((), 1, 1),
    (("date",), 1, 1),
    (("issues", 0), 3, 5),
    (("issues", 0, "due"), 4, 5),
    (("issues", 0, "status"), 3, 5),
    (("issues", 7, "status"), 2, 1),
    (("kind",), 1, 1),
]


@pytest.mark.parametrize(("field", "line", "column"), WHERE)
def test_a_fault_stands_at_its_key(field: FieldPath, line: int, column: int) -> None:
    places = Places(read_text(VISIT).places)
    finding = places.finding(Fault("S001", "records/a.yml", field, "m", "h"))
    assert (finding.line, finding.column) == (line, column)
    assert finding.severity == "error"


def test_a_fault_of_the_body_stands_at_its_character() -> None:
    places = Places({("title",): (2, 1)}, "một\n\nhai {{ x }}", 5)
    finding = places.finding(Fault("R015", "a.md", ("body", 9), "m", "h"))
    assert (finding.line, finding.column, finding.field) == (7, 5, "body")
    whole = places.finding(Fault("R015", "a.md", ("body",), "m", "h"))
    assert (whole.line, whole.column, whole.field) == (1, 1, "body")


def test_a_fault_of_the_text_names_the_outermost_field_of_its_line() -> None:
    places = Places(read_text(VISIT).places)
    fields = {
        line: places.text_finding("p", TextFault("T001", line, 1, "m", "h")).field
        for line in range(1, 7)
    }
    assert fields == {1: "date", 2: "issues", 3: "issues[0]", 4: "issues[0].due", 5: "unit", 6: ""}


def test_places_are_read_from_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("x: 1\ny: 2\n", encoding="utf-8")
    (tmp_path / "a.md").write_text("---\nx: 1\n---\nbody", encoding="utf-8")
    (tmp_path / "a.jpg").write_bytes(b"\xff")
    assert Places.of(tmp_path / "a.yml").of_keys == {("x",): (1, 1), ("y",): (2, 1)}
    assert Places.of(tmp_path / "a.md") == Places({("x",): (2, 1)}, "body", 4)
    assert Places.of(tmp_path / "a.jpg") == Places()
    assert Places.of(tmp_path / "gone.yml") == Places()
