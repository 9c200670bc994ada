"""What is due and overdue on a day. Source: issue *Site*, "Reminders"; design, section 4."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.compliance.due import Due, IssueDue, ItemDue, Pace, ReportOwed
from generator.compliance.results import assess
from generator.domain.fields import Record, Shape
from tests.builders import day, item, leave, member, part_time, plan, policy, records, term, visit


def due_on(as_of: str, *parts: Record | Shape) -> Due:
    found = assess(records(*parts), day(as_of)).due
    assert found is not None
    return found


class TestReports:
    """The deadline of the policy is ten days after the last day."""

    @pytest.mark.parametrize(
        ("as_of", "left"),
        [("2019-03-05", 10), ("2019-03-14", 1), ("2019-03-15", 0), ("2019-03-16", -1)],
    )
    def test_days_left_to_the_deadline(self, as_of: str, left: int) -> None:
        owing = visit("2019-03-05", members=["an", "binh"], recorded_on="2020-01-01")
        found = due_on(as_of, member("an"), member("binh"), policy(), owing)
        assert found.reports == (
            ReportOwed(
                visit="2019-03-05-ap-3",
                members=("an", "binh"),
                due=date(2019, 3, 15),
                days_left=left,
            ),
        )
        assert found.reports[0].overdue is (left < 0)
        assert found.overdue == (1 if left < 0 else 0)

    def test_none_is_owed_before_the_visit_has_ended(self) -> None:
        tour = visit("2019-03-04", end_date="2019-03-06", recorded_on="2019-04-01")
        assert due_on("2019-03-05", member("an"), policy(), tour).reports == ()

    def test_none_that_was_made_late_or_in_time(self) -> None:
        made = visit("2019-03-05"), visit("2019-03-07", recorded_on="2019-05-01")
        assert due_on("2019-06-01", member("an"), policy(), *made).reports == ()

    def test_none_without_a_deadline(self) -> None:
        held = policy(report_deadline_days=None), visit("2019-03-05", recorded_on="2020-01-01")
        assert due_on("2019-06-01", member("an"), *held).reports == ()

    def test_of_all_years_the_earliest_deadline_first(self) -> None:
        held = [
            visit(each, recorded_on="2021-01-01")
            for each in ("2020-03-05", "2018-11-05", "2019-03-05")
        ]
        found = due_on("2020-03-10", member("an"), policy(), *held)
        assert [(each.visit, each.days_left) for each in found.reports] == [
            ("2018-11-05-ap-3", -481),
            ("2019-03-05-ap-3", -361),
            ("2020-03-05-ap-3", 5),
        ]


class TestPace:
    """60 days a year; on 14 March 2019, the 73rd day of 365, the pace asks for exactly 12."""

    def pace(self, as_of: str, count: int, *terms: Mapping[str, Any], **keys: Any) -> Pace | None:
        rules = keys.pop("rules", {})
        visits = [visit(date(2019, 1, number + 1)) for number in range(count)]
        held = member("an", *terms, **keys), policy(**rules), *visits
        return next(iter(due_on(as_of, *held).of("an").paces), None)

    def test_everything_of_a_member_behind(self) -> None:
        assert self.pace("2019-03-14", 9) == Pace(
            member="an",
            status="behind",
            days=Decimal(9),
            target=60,
            expected=Decimal(12),
            lacking=Decimal(3),
            to_target=Decimal(51),
            days_left=292,
        )

    @pytest.mark.parametrize(
        ("as_of", "count", "lacking"),
        [
            ("2019-03-14", 12, 0),
            ("2019-03-14", 11, 1),
            ("2019-03-15", 12, 1),
            ("2019-03-20", 12, 1),
            ("2019-03-14", 20, 0),
        ],
    )
    def test_days_lacking_are_whole_dates(self, as_of: str, count: int, lacking: int) -> None:
        """The day after the pace asks for 12.2 days: nobody can go for a fifth of a date."""
        found = self.pace(as_of, count)
        assert found is not None
        assert found.lacking == lacking
        assert found.behind is (lacking > 0)
        assert found.behind is (found.status == "behind")

    def test_or_half_dates_where_sessions_count(self) -> None:
        found = self.pace("2019-03-15", 12, rules={"day_unit": "session"})
        assert found is not None
        assert str(found.lacking) == "0.5"

    def test_whoever_has_not_been_anywhere_is_behind_too(self) -> None:
        found = self.pace("2019-03-14", 0)
        assert found is not None
        assert (found.status, str(found.lacking), str(found.to_target)) == ("no_data", "12", "60")

    def test_in_the_first_days_of_a_year_the_pace_runs_though_nothing_is_recorded(self) -> None:
        found = self.pace("2020-01-02", 9)
        assert found is not None
        assert (str(found.days), str(found.lacking), found.days_left) == ("0", "1", 364)
        assert due_on("2020-01-02", member("an"), policy()).year == 2020

    def test_leave_still_to_come_is_no_day_left(self) -> None:
        found = self.pace("2019-03-14", 9, leave=[leave("2019-12-01", "2019-12-31")])
        assert found is not None
        assert (found.target, found.days_left) == (55, 292 - 31)

    def test_a_member_who_reached_the_target_lacks_nothing(self) -> None:
        found = self.pace("2019-12-31", 31, rules={"annual_days": 31})
        assert found is not None
        assert (str(found.to_target), str(found.lacking), found.days_left) == ("0", "0", 0)
        assert not found.behind

    def test_more_than_the_target_leaves_nothing_to_do(self) -> None:
        found = self.pace("2019-12-31", 31, rules={"annual_days": 20})
        assert found is not None
        assert (str(found.to_target), str(found.lacking)) == ("0", "0")

    def test_none_without_a_policy_and_none_in_part_time(self) -> None:
        assert due_on("2019-03-14", member("an"), visit("2019-01-05")).paces == ()
        assert self.pace("2019-03-14", 2, part_time()) is None


class TestItems:
    PLAN = plan(
        2019,
        "an",
        item("t03", 3),
        item("t04", 4),
        item("t05", 5),
        item("t06", 6),
        item("huy", 3, cancelled="Trùng lịch"),
        item("xong", 3, kind="meeting"),
    )
    DONE = visit("2019-03-05", kind="meeting")

    @pytest.mark.parametrize(
        ("as_of", "told"),
        [
            ("2019-02-10", [("t03", False)]),
            ("2019-03-30", [("t03", False), ("xong", False), ("t04", False)]),
            ("2019-03-31", [("t03", True), ("xong", True), ("t04", False)]),
            ("2019-04-01", [("t03", True), ("xong", True), ("t04", False), ("t05", False)]),
        ],
    )
    def test_of_months_that_are_over_of_this_and_of_the_next(
        self, as_of: str, told: list[tuple[str, bool]]
    ) -> None:
        found = due_on(as_of, member("an"), self.PLAN)
        wanted = told if as_of != "2019-02-10" else [*told, ("xong", False)]
        assert [(each.item, each.overdue) for each in found.items] == wanted

    def test_not_what_is_done_or_cancelled(self) -> None:
        found = due_on("2019-04-10", member("an"), self.PLAN, self.DONE)
        assert found.items == (
            ItemDue(member="an", year=2019, month=3, item="t03", overdue=True),
            ItemDue(member="an", year=2019, month=4, item="t04", overdue=False),
            ItemDue(member="an", year=2019, month=5, item="t05", overdue=False),
        )

    def test_by_month_then_by_member(self) -> None:
        plans = [plan(2019, each, item("t04", 4), item("t03", 3)) for each in ("binh", "an")]
        found = due_on("2019-03-10", member("an"), member("binh"), *plans)
        assert [(each.month, each.member) for each in found.items] == [
            (3, "an"),
            (3, "binh"),
            (4, "an"),
            (4, "binh"),
        ]

    @pytest.mark.parametrize(("as_of", "told"), [("2019-11-30", []), ("2019-12-01", ["t01"])])
    def test_in_december_january_is_the_next_month(self, as_of: str, told: list[str]) -> None:
        following = plan(
            2020, "an", item("t01", 1), item("t02", 2), item("huy", 1, cancelled="Trùng lịch")
        )
        found = due_on(as_of, member("an"), following, plan(2021, "an", item("xa", 1)))
        assert [each.item for each in found.items] == told
        assert {(each.year, each.overdue) for each in found.items} <= {(2020, False)}

    def test_last_years_are_settled(self) -> None:
        assert due_on("2020-01-05", member("an"), self.PLAN).items == ()


class TestIssues:
    def test_those_with_a_day_first_then_the_oldest(self) -> None:
        held = (
            visit("2019-03-05", issues=[{"text": "a"}, {"text": "b", "due": "2019-06-01"}]),
            visit("2019-02-05", issues=[{"text": "c"}, {"text": "d", "due": "2019-07-01"}]),
            visit("2019-01-05", issues=[{"text": "e", "status": "resolved"}]),
        )
        found = due_on("2019-06-02", member("an"), *held)
        assert found.issues == (
            _issue("2019-03-05-ap-3", 1, age=89, due=date(2019, 6, 1), days_left=-1),
            _issue("2019-02-05-ap-3", 1, age=117, due=date(2019, 7, 1), days_left=29),
            _issue("2019-02-05-ap-3", 0, age=117),
            _issue("2019-03-05-ap-3", 0, age=89),
        )
        assert [each.overdue for each in found.issues] == [True, False, False, False]
        assert found.overdue == 1

    @pytest.mark.parametrize(("as_of", "overdue"), [("2019-06-01", False), ("2019-06-02", True)])
    def test_an_answer_is_overdue_from_the_day_after(self, as_of: str, overdue: bool) -> None:  # noqa: FBT001
        asked = visit("2019-03-05", issues=[{"text": "b", "due": "2019-06-01"}])
        (found,) = due_on(as_of, member("an"), asked).issues
        assert found.overdue is overdue


def _issue(visit_: str, number: int, *, age: int, **keys: Any) -> IssueDue:
    return IssueDue(visit=visit_, number=number, members=("an",), age=age, **keys)


class TestPlanless:
    HELD = (member("an"), member("binh"), plan(2019, "an", item("t03", 3)))

    def test_who_can_still_go_this_year_and_has_no_plan(self) -> None:
        assert due_on("2019-12-30", *self.HELD).planless == ("binh",)
        assert due_on("2019-12-31", *self.HELD).planless == ()
        assert due_on("2020-01-01", *self.HELD).planless == ("an", "binh")

    def test_not_who_has_left(self) -> None:
        gone = member("chi", term(to="2019-03-31"))
        assert due_on("2019-04-10", *self.HELD, gone).planless == ("binh",)

    def test_nobody_where_no_plans_are_kept(self) -> None:
        assert due_on("2019-05-05", member("an"), visit("2019-03-05")).planless == ()


def test_visits_after_the_day_are_coming() -> None:
    held = [visit(each) for each in ("2019-03-05", "2019-03-06", "2019-03-04")]
    gone = visit("2019-04-01", withdrawn="2019-03-01")
    assert due_on("2019-03-04", member("an"), *held, gone).coming == (
        "2019-03-05-ap-3",
        "2019-03-06-ap-3",
    )


def test_what_waits_for_one_member() -> None:
    issues = [{"text": "a", "due": "2019-03-10"}]
    found = due_on(
        "2019-05-10",
        *(member(each) for each in ("an", "binh", "chi")),
        policy(),
        visit("2019-03-05", members=["an", "binh"], recorded_on="2020-01-01", issues=issues),
        visit("2019-03-06", members=["chi"], recorded_on="2020-01-01", issues=issues),
        visit("2019-06-01"),
        plan(2019, "an", item("t04", 4)),
        plan(2019, "chi", item("t04", 4)),
    )
    assert found.overdue == 6
    mine = found.of("binh")
    assert [each.visit for each in mine.reports] == ["2019-03-05-ap-3"]
    assert [each.visit for each in mine.issues] == ["2019-03-05-ap-3"]
    assert [each.member for each in mine.paces] == ["binh"]
    assert (mine.items, mine.planless, mine.overdue) == ((), ("binh",), 2)
    assert (mine.coming, mine.year) == ((), 2019)
    assert [each.item for each in found.of("an").items] == ["t04"]
    assert found.of("an").planless == ()
