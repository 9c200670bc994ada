"""How a year is counted."""

import pytest

from generator.compliance.measure import Measure
from tests.builders import day, policy, records


def measure(as_of: str, *policies: object) -> Measure:
    return Measure.of(records(*policies), 2019, day(as_of))  # type: ignore[arg-type]


def test_by_the_policy_of_the_year() -> None:
    old = policy("2015-01-01", "2018-12-31")
    new = policy("2019-01-01", "2019-12-31", day_unit="session", mean_rounding=2)
    newer = policy("2020-01-01")
    found = measure("2021-06-30", old, new, newer)
    assert (found.policy, found.day_unit, found.decimals) == (new, "session", 2)


def test_a_year_without_policy_is_counted_all_the_same() -> None:
    """No policy for the year: days are counted."""
    found = measure("2019-06-30", policy("2020-01-01"))
    assert (found.policy, found.day_unit, found.decimals) == (None, "calendar_date", 1)


@pytest.mark.parametrize(
    ("as_of", "last_counted", "closed"),
    [
        ("2018-06-30", "2018-06-30", False),
        ("2019-12-30", "2019-12-30", False),
        ("2019-12-31", "2019-12-31", True),
        ("2020-01-01", "2019-12-31", True),
    ],
)
def test_days_that_can_count(as_of: str, last_counted: str, *, closed: bool) -> None:
    found = measure(as_of)
    assert (found.first_day, found.last_day) == (day("2019-01-01"), day("2019-12-31"))
    assert (found.last_counted, found.closed) == (day(last_counted), closed)
