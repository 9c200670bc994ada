"""What the page tells: a province's year, and the country's, each mean over people.

Source: design, section 2, *Counting, exactly* (population, mean, median); issue *Speed*, Scale.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from generator.compliance.days import total
from generator.compliance.figures import mean, median

DECIMALS: Final = 1
"""The source prints 60.4; one rule for all provinces, whatever their own policy says."""


@dataclass(frozen=True, slots=True)
class Year:
    """A year of one province, or of several together.

    `days` has an entry for each of the population; `reached` is None until the year is over.
    `targets` are those of whoever's was not adjusted.
    """

    year: int
    days: tuple[Decimal, ...]
    reached: int | None
    visits: int
    communes: int
    communes_covered: int
    issues_raised: int
    issues_pending: int
    targets: frozenset[int] = frozenset()

    @property
    def population(self) -> int:
        """How many members have a full-time term in the year."""
        return len(self.days)

    @property
    def total_days(self) -> Decimal:
        """The days of all of them."""
        return total(self.days)

    @property
    def mean_days(self) -> Decimal | None:
        """Over every one of them, rounded once; None of nobody."""
        return mean(self.days, DECIMALS)

    @property
    def median_days(self) -> Decimal | None:
        """The middle one; None of nobody."""
        return median(self.days, DECIMALS)


@dataclass(frozen=True, slots=True)
class Counted:
    """A province as its package tells: the day counted, its members, its years by number."""

    id: str
    name: str
    site: str
    as_of: date
    demo: bool
    members: int
    issues_pending: int
    years: dict[int, Year]

    def year(self, number: int) -> Year:
        """Return a year; one that the package does not know has nothing in it."""
        return self.years.get(number) or Year(number, (), None, 0, 0, 0, 0, 0)


def together(number: int, years: Iterable[Year]) -> Year:
    """Return several provinces' year as one: members are pooled, so nobody weighs more.

    Those who reached the target are told only of provinces whose year is over; None if of none.
    """
    held = list(years)
    told = [each.reached for each in held if each.reached is not None]
    return Year(
        number,
        tuple(day for each in held for day in each.days),
        sum(told) if told else None,
        sum(each.visits for each in held),
        sum(each.communes for each in held),
        sum(each.communes_covered for each in held),
        sum(each.issues_raised for each in held),
        sum(each.issues_pending for each in held),
        frozenset(target for each in held for target in each.targets),
    )


def years_of(counted: Collection[Counted]) -> Sequence[int]:
    """Return the years in which any province had members or visits, the latest first."""
    return sorted({number for each in counted for number in each.years}, reverse=True)


def front_year(counted: Collection[Counted]) -> int | None:
    """Return the year of the front page: the latest that every province's figures have begun."""
    begun = min((each.as_of.year for each in counted), default=0)
    years = years_of(counted)
    return next((number for number in years if number <= begun), years[0] if years else None)
