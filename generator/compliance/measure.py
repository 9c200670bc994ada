"""How a year is counted: by the policy in force, up to a day.

Source: design, section 2, *Policy rules* and *Counting, exactly*.
"""

from calendar import isleap
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final, Self

from generator.domain.fields import open_to
from generator.domain.policy import DayUnit, Policy
from generator.domain.records import Records

DEFAULT_DAY_UNIT: Final[DayUnit] = "calendar_date"
DEFAULT_DECIMALS: Final = 1


@dataclass(frozen=True, slots=True)
class Measure:
    """One year, the day up to which it is counted, and the policy that says how, if any.

    Policies are in force for whole years, so that of the first day is that of every day. A year
    without one is counted all the same: a date is a day, and a mean has one decimal.
    """

    year: int = open_to("public")
    as_of: date = open_to("public")
    policy: Policy | None = open_to("public")

    @classmethod
    def of(cls, records: Records, year: int, as_of: date) -> Self:
        """Return how the records say that the year is counted."""
        return cls(year, as_of, records.policy_on(date(year, 1, 1)))

    @property
    def first_day(self) -> date:
        """The first day of the year."""
        return date(self.year, 1, 1)

    @property
    def last_day(self) -> date:
        """The last day of the year, inclusive."""
        return date(self.year, 12, 31)

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of the year."""
        return _days_of(self.year)

    @property
    def length(self) -> int:
        """The number of days of the year."""
        return len(self.days)

    @property
    def last_counted(self) -> date:
        """The last day of the year that can count: none after the year, none after `as_of`."""
        return min(self.last_day, self.as_of)

    @property
    def closed(self) -> bool:
        """Whether every day of the year can count."""
        return self.as_of >= self.last_day

    @property
    def day_unit(self) -> DayUnit:
        """What makes a day."""
        return self.policy.rules.day_unit.value if self.policy else DEFAULT_DAY_UNIT

    @property
    def decimals(self) -> int:
        """The decimals of a mean."""
        return self.policy.rules.mean_rounding.value if self.policy else DEFAULT_DECIMALS


@cache
def _days_of(year: int) -> tuple[date, ...]:
    first, length = date(year, 1, 1), 366 if isleap(year) else 365
    return tuple(first + timedelta(days=number) for number in range(length))
