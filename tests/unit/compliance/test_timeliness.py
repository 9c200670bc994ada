"""Reports. Source: design, section 2, *Counting, exactly* (*Reports*)."""

from typing import Any

import pytest

from generator.compliance.measure import Measure
from generator.compliance.timeliness import (
    ReportCounts,
    VisitReport,
    report_counts,
    reports_of_year,
    visit_report,
)
from generator.domain.fields import Record
from tests.builders import day, member, part_time, policy, records, visit


def stands(as_of: str, *, rules: dict[str, Any] | None = None, **keys: Any) -> str:
    """Return how the report of a visit of 5 March stands."""
    shown = visit("2019-03-05", **keys)
    return visit_report(shown, policy(**rules or {}), day(as_of)).timeliness


def of_year(year: int, as_of: str, *parts: Record) -> dict[str, str]:
    held = records(*parts)
    found = reports_of_year(held, Measure.of(held, year, day(as_of)))
    return {each.visit: each.timeliness for each in found}


class TestTimeliness:
    """Made by the deadline `on_time`, after it `late`; none and the deadline past `missing`; else `not_due`."""

    @pytest.mark.parametrize(
        ("recorded_on", "as_of", "expected"),
        [
            ("2019-03-05", "2019-03-05", "on_time"),
            ("2019-03-15", "2019-03-15", "on_time"),
            ("2019-03-16", "2019-03-16", "late"),
            (None, "2019-03-15", "not_due"),
            (None, "2019-03-16", "missing"),
            ("2019-03-15", "2019-03-14", "not_due"),
            ("2019-03-20", "2019-03-15", "not_due"),
            ("2019-03-20", "2019-03-19", "missing"),
            ("2019-03-20", "2019-03-20", "late"),
        ],
    )
    def test_within_ten_days(self, recorded_on: str | None, as_of: str, expected: str) -> None:
        """Made after `as_of` = none."""
        assert stands(as_of, recorded_on=recorded_on) == expected

    def test_the_deadline_is_after_the_last_day(self) -> None:
        """`report_deadline_days`: calendar days after the last day."""
        long: dict[str, Any] = {"end_date": "2019-03-07"}
        assert stands("2019-04-01", recorded_on="2019-03-17", **long) == "on_time"
        assert stands("2019-04-01", recorded_on="2019-03-18", **long) == "late"

    def test_a_deadline_of_no_days(self) -> None:
        same_day = {"report_deadline_days": 0}
        assert stands("2019-04-01", rules=same_day, recorded_on="2019-03-05") == "on_time"
        assert stands("2019-04-01", rules=same_day, recorded_on="2019-03-06") == "late"
        assert stands("2019-03-06", rules=same_day, recorded_on=None) == "missing"

    @pytest.mark.parametrize(
        ("recorded_on", "expected"),
        [("2021-01-01", "on_time"), (None, "not_due"), ("2029-01-01", "not_due")],
    )
    def test_no_deadline(self, recorded_on: str | None, expected: str) -> None:
        """No deadline: made = `on_time`, else `not_due`."""
        rules = {"report_deadline_days": None}
        assert stands("2028-12-31", rules=rules, recorded_on=recorded_on) == expected


LATE = {"submitted": "2019-03-20", "number": "12-BC/TĐTN"}


class TestReportForm:
    def test_the_record_is_the_report(self) -> None:
        """`record`: the record is the report, made on `recorded_on`."""
        assert stands("2019-04-01", recorded_on="2019-03-06") == "on_time"

    def test_a_report_wins(self) -> None:
        """A `report` wins: earlier or later than the record, and also when it was not made yet."""
        assert stands("2019-04-01", recorded_on="2019-03-06", report=LATE) == "late"
        early = {"submitted": "2019-03-06"}
        assert stands("2019-04-01", recorded_on="2019-03-20", report=early) == "on_time"
        assert stands("2019-03-19", recorded_on="2019-03-06", report=LATE) == "missing"

    def test_only_a_document(self) -> None:
        """`document`: only `report`."""
        rules = {"report_form": "document"}
        assert stands("2019-04-01", rules=rules, recorded_on="2019-03-06") == "missing"
        assert stands("2019-04-01", rules=rules, report=LATE) == "late"


class TestVisitReport:
    def test_says_when(self) -> None:
        told = visit_report(visit("2019-03-05"), policy(), day("2019-12-31"))
        assert told == VisitReport(
            visit="2019-03-05-ap-3",
            made=day("2019-03-05"),
            due=day("2019-03-15"),
            timeliness="on_time",
        )

    def test_not_made_yet_has_no_day(self) -> None:
        later = visit("2019-03-05", recorded_on="2019-03-08")
        told = visit_report(later, policy(report_deadline_days=None), day("2019-03-07"))
        assert told == VisitReport(
            visit="2019-03-05-ap-3", made=None, due=None, timeliness="not_due"
        )


class TestReportsOfYear:
    """*Reports*: counting visits ended by `as_of`, in the year and under the policy of their last day."""

    def test_counting_visits(self) -> None:
        office = visit("2019-03-05", "office", kind="office")
        found = of_year(2019, "2019-12-31", member("an"), policy(), office, visit("2019-03-05"))
        assert found == {"2019-03-05-ap-3": "on_time"}

    def test_whoever_goes(self) -> None:
        """A visit counts by its kind; that of a part-time member is reported like any other."""
        found = of_year(
            2019, "2019-12-31", member("an", part_time()), policy(), visit("2019-03-05")
        )
        assert found == {"2019-03-05-ap-3": "on_time"}

    def test_ended_by_as_of(self) -> None:
        """Ended by `as_of`."""
        parts = (member("an"), policy(), visit("2019-03-05", end_date="2019-03-07"))
        assert of_year(2019, "2019-03-06", *parts) == {}
        assert of_year(2019, "2019-03-07", *parts) == {"2019-03-05-ap-3": "on_time"}

    def test_in_the_year_of_their_last_day(self) -> None:
        """In the year of their last day."""
        parts = (member("an"), policy(), visit("2019-12-31", end_date="2020-01-01"))
        assert of_year(2019, "2020-12-31", *parts) == {}
        assert of_year(2020, "2020-12-31", *parts) == {"2019-12-31-ap-3": "on_time"}
        assert of_year(2021, "2021-12-31", *parts) == {}

    @pytest.mark.parametrize("date_", ["2019-01-01", "2019-12-31"])
    def test_from_the_first_day_to_the_last(self, date_: str) -> None:
        found = of_year(2019, "2020-12-31", member("an"), policy(), visit(date_))
        assert found == {f"{date_}-ap-3": "on_time"}

    def test_under_the_policy_of_their_last_day(self) -> None:
        """Under the policy of their last day."""
        strict = policy("2019-01-01", "2019-12-31", report_form="document")
        kind = policy("2020-01-01", report_deadline_days=None)
        across = visit("2019-12-31", end_date="2020-01-01", recorded_on="2020-06-30")
        before = visit("2019-12-30", recorded_on="2019-12-30")
        parts = (member("an"), strict, kind, across, before)
        assert of_year(2020, "2020-12-31", *parts) == {"2019-12-31-ap-3": "on_time"}
        assert of_year(2019, "2020-12-31", *parts) == {"2019-12-30-ap-3": "missing"}

    def test_without_a_policy_nobody_owes_one(self) -> None:
        later = policy("2020-01-01")
        assert of_year(2019, "2020-12-31", member("an"), later, visit("2019-03-05")) == {}

    def test_withdrawn_counts_nothing(self) -> None:
        back = visit("2019-03-05", withdrawn="2019-04-01")
        assert of_year(2019, "2019-12-31", member("an"), policy(), back) == {}


class TestReportCounts:
    def test_one_report_serves_everyone(self) -> None:
        """One report serving everyone present."""
        attendance = [{"member": "ba", "dates": ["2019-03-05"]}]
        team = visit(
            "2019-03-05", end_date="2019-03-06", members=["an", "ba"], attendance=attendance
        )
        held = records(
            member("an"),
            member("ba"),
            member("cu"),
            policy(),
            team,
            visit("2019-04-01", recorded_on="2019-04-30"),
            visit("2019-04-02", recorded_on="2019-04-30"),
            visit("2019-05-01", recorded_on=None),
            visit("2019-06-10", recorded_on=None),
            visit("2019-06-11", recorded_on=None),
            visit("2019-06-12", recorded_on=None),
        )
        found = reports_of_year(held, Measure.of(held, 2019, day("2019-06-15")))
        assert report_counts(held, found) == {
            "an": ReportCounts(on_time=1, late=2, missing=1, not_due=3),
            "ba": ReportCounts(on_time=1),
            "cu": ReportCounts(),
        }
