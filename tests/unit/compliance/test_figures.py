"""Mean, median, branch meetings and the figures of a period. Source: design, section 2."""

from decimal import Decimal

import pytest

from generator.compliance.days import presences, rounded
from generator.compliance.figures import (
    MemberPeriod,
    PeriodResult,
    branch_meetings,
    mean,
    median,
)
from generator.compliance.results import assess_period
from generator.domain.fields import Record
from generator.domain.period import Period
from tests.builders import day, member, part_time, policy, records, term, visit


def figures(period: str, as_of: str, *parts: Record) -> PeriodResult:
    parsed = Period.parse(period)
    assert parsed
    return assess_period(records(*parts), parsed, day(as_of))


def decimals(*written: str) -> list[Decimal]:
    return [Decimal(each) for each in written]


class TestMeanAndMedian:
    """Mean and median over all of them, missing as 0; rounded once, at the end, half up."""

    @pytest.mark.parametrize(
        ("days", "expected"),
        [
            ([], None),
            (["7"], "7.0"),
            (["0", "0", "1"], "0.3"),
            (["0", "1", "1"], "0.7"),
            (["0.5", "0.5", "0", "0"], "0.3"),  # 0.25, half up
            (["0.5", "0", "0", "0", "0", "0", "0", "0", "0", "0"], "0.1"),  # 0.05
            (["60", "61"], "60.5"),
        ],
    )
    def test_mean(self, days: list[str], expected: str | None) -> None:
        assert mean(decimals(*days), 1) == (None if expected is None else Decimal(expected))

    def test_the_pinned_mean(self) -> None:
        """785 days of 13 members: 60.4."""
        assert str(mean(decimals("785", *["0"] * 12), 1)) == "60.4"

    @pytest.mark.parametrize(
        ("days", "expected"),
        [
            ([], None),
            (["7"], "7.0"),
            (["9", "1"], "5.0"),
            (["9", "1", "2"], "2.0"),
            (["9", "1", "2", "4"], "3.0"),
            (["0", "100", "3", "4", "50"], "4.0"),
            (["1", "1.5"], "1.3"),  # 1.25, half up
        ],
    )
    def test_median(self, days: list[str], expected: str | None) -> None:
        """Of an even number, the median is the mean of the middle two."""
        assert median(decimals(*days), 1) == (None if expected is None else Decimal(expected))

    @pytest.mark.parametrize(
        ("value", "places", "expected"),
        [("0.25", 1, "0.3"), ("0.35", 1, "0.4"), ("2.5", 0, "3"), ("60", 2, "60.00")],
    )
    def test_rounding_keeps_its_places(self, value: str, places: int, expected: str) -> None:
        """`mean_rounding`: decimals, half up."""
        assert str(rounded(Decimal(value), places)) == expected


class TestBranchMeetings:
    """*Branch meetings*: visits of a branch-meeting kind that credit the member at least one date."""

    def counted(self, *parts: Record, as_of: str = "2019-12-31") -> int:
        held = records(*parts)
        return branch_meetings(held, presences(held, day(as_of)))

    def test_each_visit_once(self) -> None:
        two_days = visit("2019-03-05", "a", kind="meeting", end_date="2019-03-06")
        same_date = visit("2019-03-06", "b", kind="meeting", session="evening")
        assert self.counted(member("an"), two_days, same_date, visit("2019-03-07")) == 2

    def test_one_credited_date_is_enough(self) -> None:
        """At least one date."""
        someone = member("an", part_time(to="2019-03-05"), term("2019-03-06"))
        meeting = visit("2019-03-05", kind="meeting", end_date="2019-03-06")
        assert self.counted(someone, meeting) == 1
        assert self.counted(someone, meeting, as_of="2019-03-05") == 0

    def test_a_kind_that_does_not_count(self) -> None:
        """That credit: a meeting of a kind that counts no days credits none."""
        assert self.counted(member("an"), visit("2019-03-05", kind="rehearsal")) == 0


class TestPeriod:
    parts = (
        policy(),
        member("ba", term("2019-03-06"), name="Trần Văn Ba"),
        member("an", name="Lê Thị An"),
        member("cu", part_time(), name="Ngô Cư"),
        visit("2019-02-28", "a", end_date="2019-03-01", issues=[{"text": "Thiếu sân."}]),
        visit("2019-03-05", "b", members=["an", "cu"], kind="meeting", other_units=["tra-cu"]),
        visit("2019-03-05", "c", members=["an"], unit="tra-cu"),
        visit("2019-03-31", "d", members=["ba"], kind="meeting", issues=[{"text": "Thiếu loa."}] * 2),
        visit("2019-04-01", "e", members=["ba"]),
        visit("2019-03-20", "f", members=["cu"], withdrawn="2019-03-21"),
    )  # fmt: skip

    def test_everything_of_a_month(self) -> None:
        """The population is that of the year, so that its months add up to it."""
        assert figures("2019-03", "2019-12-31", *self.parts) == PeriodResult(
            period="2019-03",
            year=2019,
            first_month=3,
            last_month=3,
            population=2,
            visits=4,
            participations=5,
            branch_meetings=2,
            units=2,
            issues_raised=2,
            total_days=Decimal(3),
            mean_days=Decimal("1.5"),
            median_days=Decimal("1.5"),
            min_days=Decimal(1),
            members=(
                MemberPeriod(
                    id="an",
                    name="Lê Thị An",
                    days=Decimal(2),
                    cumulative_days=Decimal(3),
                    visits=3,
                    branch_meetings=1,
                ),
                MemberPeriod(
                    id="ba",
                    name="Trần Văn Ba",
                    days=Decimal(1),
                    cumulative_days=Decimal(1),
                    visits=1,
                    branch_meetings=1,
                ),
            ),
        )

    @pytest.mark.parametrize(
        ("period", "days", "cumulative"),
        [
            ("2019", [4, 2], [4, 2]),
            ("2019-H1", [4, 2], [4, 2]),
            ("2019-H2", [1, 0], [5, 2]),
            ("2019-Q1", [3, 1], [3, 1]),
            ("2019-Q2", [1, 1], [4, 2]),
            ("2019-02", [1, 0], [1, 0]),
            ("2019-04", [0, 1], [3, 2]),
        ],
    )
    def test_all_forms(self, period: str, days: list[int], cumulative: list[int]) -> None:
        later = visit("2019-06-30", "g")
        parts = (
            (*self.parts, later)
            if period != "2019-H2"
            else (*self.parts, later, visit("2019-07-01", "h"))
        )
        found = figures(period, "2019-12-31", *parts)
        assert found.period == period
        assert [each.days for each in found.members] == days
        assert [each.cumulative_days for each in found.members] == cumulative

    def test_up_to_as_of(self) -> None:
        found = figures("2019-03", "2019-03-05", *self.parts)
        assert (found.population, found.visits, str(found.total_days)) == (1, 3, "2")
        assert (found.issues_raised, found.branch_meetings) == (0, 1)

    def test_another_year_is_another_period(self) -> None:
        found = figures("2018-03", "2019-12-31", *self.parts)
        assert (found.population, found.visits, found.issues_raised) == (1, 0, 0)
        assert (str(found.total_days), str(found.mean_days)) == ("0", "0.0")

    def test_issues_count_where_the_visit_began(self) -> None:
        assert figures("2019-02", "2019-12-31", *self.parts).issues_raised == 1
        assert figures("2019-02", "2019-02-28", *self.parts).issues_raised == 1
        assert figures("2019-02", "2019-02-27", *self.parts).issues_raised == 0
        assert figures("2019", "2019-12-31", *self.parts).issues_raised == 3

    def test_nobody(self) -> None:
        """With population 0 mean, median and minimum are null."""
        found = figures("2019-Q1", "2019-12-31", member("an", part_time()), visit("2019-03-05"))
        assert found == PeriodResult(
            period="2019-Q1",
            year=2019,
            first_month=1,
            last_month=3,
            population=0,
            visits=1,
            participations=1,
            branch_meetings=0,
            units=1,
            issues_raised=0,
            total_days=Decimal(0),
            members=(),
        )

    def test_by_the_rules_of_its_year(self) -> None:
        """Days by `day_unit`, the mean with `mean_rounding` decimals."""
        rules = policy(day_unit="session", mean_rounding=2)
        held = (rules, member("an"), member("ba"), visit("2019-03-05", session="morning"))
        found = figures("2019-03", "2019-12-31", *held)
        assert str(found.total_days) == "0.5"
        assert str(found.mean_days) == str(found.median_days) == "0.25"
        assert str(found.min_days) == "0"

    def test_a_date_is_a_day_where_the_rule_says_so(self) -> None:
        held = (policy(), member("an"), visit("2019-03-05", session="morning"))
        found = figures("2019-03", "2019-12-31", *held)
        assert str(found.total_days) == "1"
