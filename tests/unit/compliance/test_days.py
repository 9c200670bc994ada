"""Presence, credited dates and days. Source: design, section 2, *Counting, exactly*."""

from decimal import Decimal

import pytest

from generator.compliance.days import (
    Presence,
    credited_days,
    days_by_month,
    presences,
    total,
    worth,
)
from generator.domain.policy import DayUnit
from generator.domain.records import Records
from tests.builders import day, leave, member, part_time, records, term, visit

FAR = day("2030-12-31")


def seen(held: Records, as_of: str = "2030-12-31") -> list[tuple[str, str, bool]]:
    """Return who was present when, and whether it is credited."""
    return [
        (each.member, each.day.isoformat(), each.credited) for each in presences(held, day(as_of))
    ]


def days_of(held: Records, day_unit: DayUnit, as_of: str = "2030-12-31") -> str:
    return str(credited_days(presences(held, day(as_of)), day_unit))


class TestPresence:
    """*Presence*."""

    def test_each_member_on_each_date(self) -> None:
        """The dates of a visit, for each of its `members`."""
        held = records(
            member("an"),
            member("ba"),
            visit("2019-03-05", end_date="2019-03-06", members=["ba", "an"]),
        )
        assert seen(held) == [
            ("ba", "2019-03-05", True),
            ("ba", "2019-03-06", True),
            ("an", "2019-03-05", True),
            ("an", "2019-03-06", True),
        ]

    def test_attendance_narrows(self) -> None:
        """Narrowed by `attendance`."""
        held = records(
            member("an"),
            member("ba"),
            visit(
                "2019-03-05",
                end_date="2019-03-07",
                members=["an", "ba"],
                attendance=[{"member": "ba", "dates": ["2019-03-06"]}],
            ),
        )
        assert seen(held) == [
            ("an", "2019-03-05", True),
            ("an", "2019-03-06", True),
            ("an", "2019-03-07", True),
            ("ba", "2019-03-06", True),
        ]

    def test_part_time(self) -> None:
        """In a part-time term it is valid and credits nothing."""
        held = records(member("an", part_time()), visit("2019-03-05"))
        assert seen(held) == [("an", "2019-03-05", False)]

    def test_in_order_of_date_and_id(self) -> None:
        held = records(
            member("an"),
            visit("2019-03-06", "b"),
            visit("2019-03-06", "a"),
            visit("2019-03-05", "c"),
        )
        assert [each.visit.id for each in presences(held, FAR)] == [
            "2019-03-05-c",
            "2019-03-06-a",
            "2019-03-06-b",
        ]


class TestCreditedDates:
    """*Credited dates* of member *m* in year *y*."""

    def test_up_to_as_of(self) -> None:
        """The distinct dates up to `as_of`; a date after `as_of` counts nothing."""
        held = records(member("an"), visit("2019-03-05", end_date="2019-03-07"))
        assert seen(held, "2019-03-04") == []
        assert seen(held, "2019-03-06") == [("an", "2019-03-05", True), ("an", "2019-03-06", True)]

    def test_of_a_counting_kind(self) -> None:
        """On which *m* is present at a visit of a counting kind."""
        held = records(member("an"), visit("2019-03-05", kind="office"))
        assert seen(held) == [("an", "2019-03-05", False)]

    def test_in_a_full_time_term(self) -> None:
        """And in a full-time term: on the very day, both ends inclusive."""
        someone = member("an", part_time(to="2019-03-05"), term("2019-03-06", "2019-03-07"))
        held = records(someone, visit("2019-03-05", end_date="2019-03-08"))
        assert seen(held) == [
            ("an", "2019-03-05", False),
            ("an", "2019-03-06", True),
            ("an", "2019-03-07", True),
            ("an", "2019-03-08", False),
        ]

    def test_withdrawn_counts_nothing(self) -> None:
        """`withdrawn`: it counts nothing, also on days before it was taken back."""
        held = records(member("an"), visit("2019-03-05", withdrawn="2020-01-01"))
        assert seen(held, "2019-12-31") == []

    def test_leave_takes_no_date_away(self) -> None:
        """Presence on leave is a finding, so the arithmetic never meets one and does not ask."""
        held = records(member("an", leave=[leave("2019-03-05", "2019-03-05")]), visit("2019-03-05"))
        assert seen(held) == [("an", "2019-03-05", True)]


class TestDayUnit:
    """*Days* = credited dates by `day_unit`."""

    @pytest.mark.parametrize(
        ("sessions", "calendar_date", "session"),
        [
            (["full_day"], "1", "1"),
            (["morning"], "1", "0.5"),
            (["morning", "morning"], "1", "0.5"),
            (["morning", "afternoon"], "1", "1"),
            (["morning", "evening"], "1", "1"),
            (["morning", "afternoon", "evening"], "1", "1"),
            (["full_day", "evening"], "1", "1"),
            (["full_day", "full_day"], "1", "1"),
        ],
    )
    def test_one_date(self, sessions: list[str], calendar_date: str, session: str) -> None:
        """`calendar_date`: a date counts 1 however many visits.

        `session`: distinct sessions 0.5 each, `full_day` 1, at most 1 a date.
        """
        visits = [visit("2019-03-05", f"v{n}", session=name) for n, name in enumerate(sessions)]
        held = records(member("an"), *visits)
        assert days_of(held, "calendar_date") == calendar_date
        assert days_of(held, "session") == session

    def test_sessions_of_two_dates_add_up(self) -> None:
        visits = [
            visit("2019-03-05", "a", session="morning"),
            visit("2019-03-06", "b", session="morning"),
            visit("2019-03-07", "c", end_date="2019-03-08"),
        ]
        held = records(member("an"), *visits)
        assert days_of(held, "calendar_date") == "4"
        assert days_of(held, "session") == "3"

    def test_what_is_not_credited_adds_nothing(self) -> None:
        office = visit("2019-03-05", "a", kind="office")
        held = records(member("an"), office, visit("2019-03-05", "b", session="morning"))
        assert days_of(held, "session") == "0.5"
        assert days_of(records(member("an"), office), "calendar_date") == "0"

    def test_worth_asks_for_no_credit(self) -> None:
        shown = visit("2019-03-05")
        held = [Presence("an", shown, day("2019-03-05"), credited=False)]
        assert worth(held, "calendar_date") == worth(held, "session") == 1
        assert credited_days(held, "calendar_date") == 0


class TestMonths:
    def test_each_of_twelve(self) -> None:
        held = records(
            member("an"),
            visit("2019-01-31", end_date="2019-02-01"),
            visit("2019-02-01", "again"),
            visit("2019-12-31", session="morning"),
        )
        seen_ = presences(held, FAR)
        by_date = [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]
        by_session = [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, Decimal("0.5")]
        assert list(days_by_month(seen_, "calendar_date")) == by_date
        assert list(days_by_month(seen_, "session")) == by_session


class TestTotal:
    @pytest.mark.parametrize(
        ("days", "sum_"),
        [([], "0"), (["0.5", "0.5"], "1"), (["0.5", "1"], "1.5"), (["60", "60"], "120")],
    )
    def test_whole_days_have_no_decimal(self, days: list[str], sum_: str) -> None:
        assert str(total(Decimal(each) for each in days)) == sum_
