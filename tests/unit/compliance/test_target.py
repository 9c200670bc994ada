"""Target, pace and status. Source: design, section 2, *Counting, exactly* (*Status*)."""

from decimal import Decimal
from typing import Any

import pytest

from generator.compliance.measure import Measure
from generator.compliance.target import (
    Eligibility,
    eligibility,
    expected_days,
    status,
    target,
    told_pace,
)
from generator.domain.member import Member
from tests.builders import day, leave, member, part_time, policy, records, term

EVERY_DAY = Eligibility(365, 365, day("2019-12-31"))
HALF_OF_THEM = Eligibility(365, 181, day("2019-12-31"))
NEVER = Eligibility(0, 0, None)


def measure(as_of: str = "2019-12-31", year: int = 2019, **rules: Any) -> Measure:
    return Measure.of(records(policy(**rules)), year, day(as_of))


class TestEligibleDays:
    """Eligible = in a full-time term and not on leave."""

    @pytest.mark.parametrize(
        ("someone", "expected"),
        [
            (member("an"), Eligibility(365, 181, day("2019-12-31"))),
            (member("an", part_time()), NEVER),
            (member("an", term("2019-06-30")), Eligibility(185, 1, day("2019-12-31"))),
            (member("an", term("2019-07-01")), Eligibility(184, 0, day("2019-12-31"))),
            (member("an", term(to="2019-06-30")), Eligibility(181, 181, day("2019-06-30"))),
            (
                member("an", term(to="2019-01-31"), part_time("2019-02-01", "2019-11-30"), term("2019-12-01")),
                Eligibility(62, 31, day("2019-12-31")),
            ),
            (
                member("an", leave=[leave("2018-12-01", "2019-01-31"), leave("2019-12-01", "2020-01-31")]),
                Eligibility(303, 150, day("2019-11-30")),
            ),
            (member("an", leave=[leave("2019-01-01", "2019-12-31")]), NEVER),
        ],
    )  # fmt: skip
    def test_of_2019_by_30_june(self, someone: Member, expected: Eligibility) -> None:
        assert eligibility(someone, measure("2019-06-30")) == expected

    def test_a_leap_year_has_366(self) -> None:
        assert eligibility(member("an"), measure("2020-02-29", 2020)) == Eligibility(
            366, 60, day("2020-12-31")
        )


class TestTarget:
    """Rules `annual_days` and `proration`."""

    def test_none(self) -> None:
        """`none`."""
        assert target(Eligibility(10, 10, None), measure(proration="none")) == 60
        assert target(NEVER, measure(proration="none")) == 60

    @pytest.mark.parametrize(
        ("annual", "eligible", "year", "expected"),
        [
            (60, 365, 2019, 60),
            (60, 0, 2019, 0),
            (60, 184, 2019, 30),  # 30.25
            (60, 4, 2019, 1),  # 0.66
            (60, 3, 2019, 0),  # 0.49
            (365, 364, 2019, 364),
            (73, 5, 2019, 1),  # 1.00
            (73, 8, 2019, 2),  # 1.60
            (60, 366, 2020, 60),
            (61, 183, 2020, 31),  # 30.5, half up
            (59, 183, 2020, 30),  # 29.5, half up, not to even
            (60, 58, 2020, 10),  # 9.51; of 365 days 9.53
            (60, 3, 2020, 0),  # 0.4918
        ],
    )
    def test_calendar_days(self, annual: int, eligible: int, year: int, expected: int) -> None:
        """`calendar_days`: target × eligible days of the year ÷ days of the year, half up to a whole day."""
        by = measure(year=year, annual_days=annual)
        assert target(Eligibility(eligible, 0, None), by) == expected

    def test_a_leap_year_has_a_day_more(self) -> None:
        """Days of the year: 200 × 73 ÷ 365 is 40, ÷ 366 less."""
        days = Eligibility(73, 0, None)
        assert target(days, measure(annual_days=365)) == 73
        assert target(days, measure(year=2020, annual_days=366)) == 73
        assert target(Eligibility(61, 0, None), measure(year=2020, annual_days=300)) == 50

    def test_no_policy(self) -> None:
        """No policy for the year: target null."""
        assert target(EVERY_DAY, Measure(2019, day("2019-12-31"), None)) is None


class TestStatus:
    """*Status*, the first that holds."""

    def told(
        self,
        days: str,
        *,
        as_of: str = "2019-06-30",
        wanted: int | None = 60,
        eligible: Eligibility = HALF_OF_THEM,
        named: bool = True,
    ) -> str:
        return status(Decimal(days), wanted, eligible, measure(as_of), named=named)

    def test_no_policy(self) -> None:
        """`no_policy` (no policy for the year)."""
        assert self.told("99", wanted=None) == "no_policy"
        assert self.told("0", wanted=None, named=False) == "no_policy"

    def test_reached(self) -> None:
        """`reached` if days ≥ target; also with nothing to reach, named or not, closed or not."""
        assert self.told("60") == "reached"
        assert self.told("60", as_of="2019-12-31") == "reached"
        assert self.told("60.5") == "reached"
        assert self.told("0", wanted=0, eligible=NEVER, named=False) == "reached"
        assert self.told("59.5") != "reached"

    def test_no_data(self) -> None:
        """`no_data` if no visit names the member; also at the year's end."""
        assert self.told("0", named=False) == "no_data"
        assert self.told("0", named=False, as_of="2020-03-15") == "no_data"

    def test_short_at_the_end_of_the_year(self) -> None:
        """`short` if `as_of` ≥ 31 December."""
        whole = Eligibility(365, 364, day("2019-12-31"))
        assert self.told("59.5", as_of="2019-12-30", eligible=whole) == "behind"
        assert self.told("59.5", as_of="2019-12-31", eligible=EVERY_DAY) == "short"
        assert self.told("59.5", as_of="2020-01-01", eligible=EVERY_DAY) == "short"

    def test_short_after_the_last_eligible_day(self) -> None:
        """Or the last eligible day."""
        left = Eligibility(181, 180, day("2019-06-30"))
        assert self.told("29", as_of="2019-06-29", wanted=30, eligible=left) == "behind"
        left = Eligibility(181, 181, day("2019-06-30"))
        assert self.told("29", as_of="2019-06-30", wanted=30, eligible=left) == "short"
        assert self.told("29", as_of="2019-07-01", wanted=30, eligible=left) == "short"

    def test_on_pace(self) -> None:
        """`on_pace` if days × eligible days of the year ≥ target × eligible days up to `as_of`."""
        third = Eligibility(300, 100, day("2019-12-31"))
        assert self.told("20", eligible=third) == "on_pace"
        assert self.told("20.5", eligible=third) == "on_pace"
        assert self.told("19.5", eligible=third) == "behind"
        assert self.told("0", eligible=Eligibility(184, 0, day("2019-12-31"))) == "on_pace"

    def test_never_eligible_and_no_proration(self) -> None:
        """0 × 0 ≥ 60 × 0: nobody expects a day of whoever is on leave all year, before its end."""
        assert self.told("0", eligible=NEVER) == "on_pace"
        assert self.told("0", eligible=NEVER, as_of="2019-12-31") == "short"


class TestExpectedDays:
    def test_the_share_that_is_over(self) -> None:
        assert expected_days(60, Eligibility(300, 100, None)) == 20
        assert expected_days(60, EVERY_DAY) == 60
        assert expected_days(60, Eligibility(1, 1, None)) == 60

    def test_nothing_of_nothing(self) -> None:
        assert expected_days(60, NEVER) == 0
        assert expected_days(None, EVERY_DAY) is None

    @pytest.mark.parametrize(
        ("exact", "told"), [("10.25", "10.3"), ("10.24", "10.2"), ("9", "9.0")]
    )
    def test_people_read_one_decimal_half_up(self, exact: str, told: str) -> None:
        assert str(told_pace(Decimal(exact))) == told
