"""The columns come from the models: every key that is asked has one, but for those left out."""

from generator.domain.visit import Issue, Visit
from generator.submit.asking import asking_of
from generator.submit.choices import folded
from generator.submit.workbook.columns import internal_headings, sheets

VISITS, ISSUES = sheets(internal=True)


def test_every_key_asked_of_a_visit_has_a_column_but_photos_and_the_sheet_of_issues() -> None:
    keys = {column.field[0] for column in VISITS.filled}
    assert set(asking_of(Visit).asked) - keys == {"photos", "issues"}
    assert keys - set(asking_of(Visit).asked) == {"recorded_on"}


def test_every_key_of_an_issue_has_a_column_but_the_id_that_is_stamped() -> None:
    asking = asking_of(Issue)
    assert [column.field for column in ISSUES.filled] == [
        (key,) for key in (*asking.first, *asking.more, *asking.later)
    ]


def test_what_is_asked_first_stands_first() -> None:
    firsts = [column.first for column in VISITS.filled]
    assert firsts == sorted(firsts, reverse=True)
    assert [column.heading for column in VISITS.columns if column.required] == [
        "Ngày đi", "Đơn vị", "Nội dung đi cơ sở", "Ủy viên tham gia", "Tóm tắt nội dung làm việc",
    ]  # fmt: skip


def test_no_two_headings_are_alike_however_they_are_typed() -> None:
    for each in (VISITS, ISSUES):
        headings = [folded(column.heading) for column in each.columns]
        assert len(set(headings)) == len(headings)


def test_cells_hold_what_the_model_says() -> None:
    shapes = {column.field: column.shape for column in VISITS.filled}
    assert shapes["date",] == shapes["report", "submitted"] == shapes["recorded_on",] == "day"
    assert shapes["turnout", "youth"] == "whole"
    assert shapes["unit",] == shapes["session",] == shapes["programme",] == "choice"
    assert shapes["members",] == shapes["topics",] == shapes["other_units",] == "list"
    assert shapes["attendance",] == "attendance"
    assert shapes["venue",] == shapes["plan_item",] == shapes["report", "number"] == "line"
    assert shapes["content",] == shapes["internal", "note"] == "text"


def test_a_public_repository_is_asked_nothing_internal() -> None:
    (visits,) = sheets(internal=False)
    assert {column.field for column in VISITS.filled} - {column.field for column in visits.filled} == {
        ("assignment", "number"), ("assignment", "date"),
        ("internal", "note"), ("internal", "assessment"),
    }  # fmt: skip
    barred = internal_headings([visits])
    assert {folded("Ghi chú nội bộ"), folded("Khó khăn, vướng mắc"), "internal note"} <= barred
    assert not barred & {folded(name) for column in visits.columns for name in column.names}
