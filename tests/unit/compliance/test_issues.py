"""Where issues stand on a day. Source: issue *Site*, "Issues"; design, section 2, key `issues`."""

from collections.abc import Mapping
from datetime import date

import pytest

from generator.compliance.issues import IssueStanding, IssueTotals, age_class
from generator.compliance.results import assess
from tests.builders import day, member, records, visit


def standings(
    as_of: str, *issues: Mapping[str, object], on: str = "2019-03-05"
) -> list[IssueStanding]:
    held = records(
        member("an"), visit(on, issues=[{"text": "Đường lầy", **each} for each in issues])
    )
    return list(assess(held, day(as_of)).issues)


def test_an_open_issue_ages_from_the_visit_to_the_day_counted() -> None:
    assert standings("2019-03-20", {}) == [
        IssueStanding(
            visit=next(iter(records(visit("2019-03-05")).visits)),
            number=0,
            raised=date(2019, 3, 5),
            status="open",
            age=15,
            days_overdue=0,
        )
    ]


def test_a_settled_issue_is_as_old_as_it_was_when_it_was_settled() -> None:
    (issue,) = standings("2019-12-31", {"status": "resolved", "resolved_on": "2019-03-15"})
    assert (issue.status, issue.age, issue.pending) == ("resolved", 10, False)


@pytest.mark.parametrize(("referred_to", "status"), [(None, "open"), ("UBND huyện", "referred")])
def test_what_was_settled_after_the_day_counted_was_then_still_with_somebody(
    referred_to: str | None, status: str
) -> None:
    keys = {"referred_to": referred_to} if referred_to else {}
    (issue,) = standings("2019-04-04", {"status": "resolved", "resolved_on": "2019-04-05", **keys})
    assert (issue.status, issue.age, issue.pending) == (status, 30, True)


@pytest.mark.parametrize(
    ("as_of", "days"), [("2019-03-31", 0), ("2019-04-01", 0), ("2019-04-02", 1), ("2019-05-01", 30)]
)
def test_an_answer_is_overdue_from_the_day_after_it_was_due(as_of: str, days: int) -> None:
    (issue,) = standings(as_of, {"due": "2019-04-01"})
    assert issue.days_overdue == days


def test_a_settled_issue_is_not_overdue_however_late_it_was() -> None:
    late = {"due": "2019-04-01", "status": "resolved", "resolved_on": "2019-06-01"}
    (issue,) = standings("2019-12-31", late)
    assert issue.days_overdue == 0


def test_issues_of_visits_to_come_are_not_raised_yet() -> None:
    assert standings("2019-03-04", {}) == []


def test_issues_are_numbered_within_their_visit() -> None:
    assert [each.number for each in standings("2019-03-05", {}, {}, {})] == [0, 1, 2]


@pytest.mark.parametrize(
    ("age", "expected"), [(0, 0), (30, 0), (31, 1), (90, 1), (91, 2), (180, 2), (181, 3), (999, 3)]
)
def test_classes_of_age(age: int, expected: int) -> None:
    assert age_class(age) == expected


def test_issues_are_counted_by_status_and_the_unsettled_by_age() -> None:
    held = records(
        member("an"),
        visit("2018-12-31", "cu", issues=[{"text": "Năm trước"}]),
        visit(
            "2019-03-05",
            issues=[
                {"text": "Xong", "status": "resolved", "resolved_on": "2019-03-10"},
                {"text": "Trễ", "due": "2019-04-01"},
                {"text": "Đã gửi", "status": "referred", "referred_to": "UBND huyện"},
            ],
        ),
        visit("2019-06-20", "moi", issues=[{"text": "Mới", "due": "2019-07-01"}]),
    )
    results = assess(held, day("2019-06-30"))
    assert results.issue_totals(2019) == IssueTotals(
        raised=4, open=2, referred=1, resolved=1, overdue=1, ages=(1, 0, 2, 0)
    )
    assert results.issue_totals() == IssueTotals(
        raised=5, open=3, referred=1, resolved=1, overdue=1, ages=(1, 0, 2, 1)
    )
    assert results.issue_totals().pending == 4
    assert results.issue_totals(2017) == IssueTotals(
        raised=0, open=0, referred=0, resolved=0, ages=(0, 0, 0, 0)
    )
