"""Periods: written as records write them, with their first and last day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.period import Period

WRITTEN = [
    ("2019", Period(2019, 1, 12), date(2019, 1, 1), date(2019, 12, 31)),
    ("2019-H1", Period(2019, 1, 6), date(2019, 1, 1), date(2019, 6, 30)),
    ("2019-H2", Period(2019, 7, 12), date(2019, 7, 1), date(2019, 12, 31)),
    ("2019-Q1", Period(2019, 1, 3), date(2019, 1, 1), date(2019, 3, 31)),
    ("2019-Q4", Period(2019, 10, 12), date(2019, 10, 1), date(2019, 12, 31)),
    ("2020-02", Period(2020, 2, 2), date(2020, 2, 1), date(2020, 2, 29)),
    ("9999-12", Period(9999, 12, 12), date(9999, 12, 1), date(9999, 12, 31)),
]


@pytest.mark.parametrize(("text", "period", "first", "last"), WRITTEN)
def test_a_period_reads_and_writes_the_same(
    text: str, period: Period, first: date, last: date
) -> None:
    assert Period.parse(text) == period
    assert str(period) == text
    assert (period.first_day, period.last_day) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["", "19", "0019", "2019-13", "2019-3", "2019-Q5", "2019-H3", "2019-q1", " 2019", "٢٠١٩"],
)
def test_nothing_else_is_a_period(text: str) -> None:
    assert Period.parse(text) is None


def test_any_other_stretch_is_written_by_its_ends() -> None:
    assert str(Period(2019, 1, 5)) == "2019-01/2019-05"
    assert str(Period(2019, 2, 4)) == "2019-02/2019-04"


@given(st.dates(date(1000, 1, 1)), st.sampled_from(WRITTEN))
def test_a_period_covers_the_days_between_its_ends(
    day: date, written: tuple[str, Period, date, date]
) -> None:
    _, period, first, last = written
    assert period.covers(day) == (first <= day <= last)


def test_a_period_covers_whole_months_of_its_year() -> None:
    spring = Period(2019, 1, 3)
    assert list(spring.months) == [1, 2, 3]
    assert spring.covers_month(2019, 3)
    assert not spring.covers_month(2019, 4)
    assert not spring.covers_month(2020, 3)
