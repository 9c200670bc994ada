"""Findings sort by path, line and code; a field is written as people read it."""

import pytest

from generator.domain.finding import FieldPath, Finding, field_name, field_path, severity_of

NAMES: list[tuple[FieldPath, str]] = [
    ((), ""),
    (("date",), "date"),
    (("issues", 0, "due"), "issues[0].due"),
    (("attendance", 1, "dates", 2), "attendance[1].dates[2]"),
    (("a\nb",), "a b"),
    (("a", "x" * 50), "a." + "x" * 39 + "…"),
]


@pytest.mark.parametrize(("field", "name"), NAMES)
def test_fields_are_written_as_people_read_them(field: FieldPath, name: str) -> None:
    assert field_name(field) == name


def test_only_text_hygiene_warns() -> None:
    assert [severity_of(code) for code in ("Y000", "S001", "T001")] == ["error", "error", "warning"]


def test_findings_sort_by_path_then_line_then_code() -> None:
    def finding(path: str, line: int, code: str, column: int) -> Finding:
        return Finding(path, line, code, column, "", "error", "", "")

    ordered = [
        finding("a", 1, "D001", 9),
        finding("a", 1, "S001", 1),
        finding("a", 2, "D001", 1),
        finding("b", 1, "D001", 1),
    ]
    assert sorted([ordered[2], ordered[0], ordered[3], ordered[1]]) == ordered


@pytest.mark.parametrize("path", [(), ("date",), ("issues", 0, "due"), ("members", 12)])
def test_a_path_that_was_written_is_read_back(path: FieldPath) -> None:
    assert field_path(field_name(path)) == path
