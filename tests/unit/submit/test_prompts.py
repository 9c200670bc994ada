"""The questions of the terminal: all that is asked of a visit, in its words, and nothing else."""

from collections.abc import Iterator

import pytest

from generator.domain.fields import label_of
from generator.domain.visit import ISSUE_STATUSES, SESSIONS, Issue, Visit
from generator.submit.asking import asking_of
from generator.submit.prompts import (
    Place,
    Question,
    Way,
    name_of,
    question_at,
    questions,
)

ASKED = questions(internal=True)


def every(asked: tuple[Question, ...], lead: str = "") -> Iterator[tuple[str, Question]]:
    for question in asked:
        yield f"{lead}{question.key}", question
        yield from every(question.parts, f"{lead}{question.key}.")


BY_NAME = dict(every(ASKED))


def test_what_every_visit_has_is_asked_first_and_all_keys_are_asked_once() -> None:
    asking = asking_of(Visit)
    assert tuple(each.key for each in ASKED) == asking.asked
    assert tuple(each.key for each in ASKED if each.first) == asking.first
    assert [each.key for each in BY_NAME["issues"].parts] == list(asking_of(Issue).asked)


def test_labels_and_help_are_those_of_the_model() -> None:
    assert BY_NAME["guidance"].label == label_of(Visit, "guidance")
    assert BY_NAME["unit"].help == Visit.model_fields["unit"].description
    assert BY_NAME["venue"].help == Visit.model_fields["venue"].description


def test_where_names_are_chosen_nothing_is_said_of_ids() -> None:
    assert BY_NAME["kind"].help == BY_NAME["members"].help == BY_NAME["plan_item"].help == ""
    assert BY_NAME["photos.file"].help == (
        "Đường dẫn tới tệp ảnh trên máy này; ảnh được thu nhỏ, bỏ vị trí và thông tin máy."
    )


def test_only_what_a_visit_must_have_is_required() -> None:
    required = {name for name, each in BY_NAME.items() if each.required}
    assert required == {
        "date", "unit", "kind", "members", "content", "issues.text", "photos.file",
        "photos.caption", "attendance.member", "attendance.dates", "report.submitted",
        "assignment.number", "assignment.date",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("date", "day"), ("attendance.dates", "days"), ("turnout.youth", "whole"),
        ("venue", "line"), ("content", "text"), ("photos.file", "photo"),
        ("photos.consent", "yes_no"), ("session", "word"), ("unit", "one"),
        ("plan_item", "one"), ("members", "several"), ("topics", "several"),
        ("report", "group"), ("issues", "groups"),
    ],
)  # fmt: skip
def test_how_a_question_is_answered_is_told_by_its_schema(name: str, way: Way) -> None:
    assert BY_NAME[name].way == way


def test_words_are_those_of_the_model_but_an_issue_is_not_resolved_as_it_is_told() -> None:
    words = {each.id: each.label for each in BY_NAME["session"].words}
    assert words == SESSIONS
    statuses = {each.id: each.label for each in BY_NAME["issues.status"].words}
    assert statuses == {key: ISSUE_STATUSES[key] for key in ("open", "referred")}


def test_a_repository_that_anyone_reads_is_asked_nothing_internal() -> None:
    told = {name for name, _ in every(questions(internal=False))}
    assert BY_NAME.keys() - told == {
        "issues", "issues.text", "issues.competence", "issues.referred_to", "issues.status",
        "issues.due", "issues.public_text", "assignment", "assignment.number", "assignment.date",
        "internal", "internal.note", "internal.assessment",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("place", "key", "at"),
    [
        (("date",), "date", ("date",)),
        (("members", 1), "members", ("members",)),
        (("issues", 1, "due"), "due", ("issues", 1, "due")),
        (("issues", 0, "outcome"), "issues", ("issues",)),
        (("attendance", 0, "dates", 2), "dates", ("attendance", 0, "dates")),
    ],
)
def test_what_is_wrong_leads_to_the_question(place: Place, key: str, at: Place) -> None:
    found = question_at(place, ASKED)
    assert found
    assert (found[0].key, found[1]) == (key, at)


@pytest.mark.parametrize("place", [(), ("recorded_on",), ("feeling",)])
def test_what_nobody_is_asked_leads_to_no_question(place: Place) -> None:
    assert question_at(place, ASKED) is None


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (("date",), "Ngày đi"),
        (("issues", 0, "text"), "Khó khăn, vướng mắc 1"),
        (("issues", 1, "due"), "Khó khăn, vướng mắc 2: Hạn trả lời"),
        (("photos", 0), "Ảnh 1"),
        (("report", "submitted"), "Báo cáo riêng: Ngày nộp"),
    ],
)
def test_a_place_is_called_by_its_labels_each_once(place: Place, name: str) -> None:
    assert name_of(place) == name
