"""A stretch of the calendar that figures are given for: a year, a half, a quarter or a month."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final, Self

HALF_YEAR: Final = 6
QUARTER: Final = 3
"""How many months a half of a year and a quarter have."""

PERIOD_PATTERN: Final = r"^[1-9]\d{3}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$"
_PERIOD = re.compile(r"([1-9]\d{3})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The months `first_month` to `last_month` of one year, both inclusive, counted from 1."""

    year: int
    first_month: int = 1
    last_month: int = 12

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Return the period written `2019`, `2019-H1`, `2019-Q2` or `2019-03`, or None."""
        found = _PERIOD.fullmatch(text)
        if not found:
            return None
        year, half, quarter, month = found.groups()
        if half:
            return cls(int(year), 6 * int(half) - 5, 6 * int(half))
        if quarter:
            return cls(int(year), 3 * int(quarter) - 2, 3 * int(quarter))
        if month:
            return cls(int(year), int(month), int(month))
        return cls(int(year))

    def __str__(self) -> str:
        """Return the period as records and addresses have it; `2019-01/2019-05` of any other."""
        length = self.last_month - self.first_month + 1
        month = f"{self.year:04d}-{self.first_month:02d}"
        marks = {12: "", HALF_YEAR: f"-H{self.last_month // HALF_YEAR}"}
        marks[QUARTER] = f"-Q{self.last_month // QUARTER}"
        if length == 1:
            return month
        if length in marks and self.last_month % length == 0:
            return f"{self.year:04d}{marks[length]}"
        return f"{month}/{self.year:04d}-{self.last_month:02d}"

    @property
    def first_day(self) -> date:
        """The first day of the period."""
        return date(self.year, self.first_month, 1)

    @property
    def last_day(self) -> date:
        """The last day of the period, inclusive."""
        return _last_day(self.year, self.last_month)

    @property
    def months(self) -> range:
        """The numbers of its months."""
        return range(self.first_month, self.last_month + 1)

    def covers(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return self.first_day <= day <= self.last_day

    def covers_month(self, year: int, month: int) -> bool:
        """Whether the whole month lies in the period."""
        return year == self.year and month in self.months


@cache
def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
