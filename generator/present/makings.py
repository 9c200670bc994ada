"""What a page or a file is made of, as one digest: where it is the same, so are the bytes.

A maker that makes something late names here all that it will look at. What every page may look at
is always in it: the organisation, people, units, kinds, policies, and the day counted; so what
follows from these and a visit needs no mention, such as whether its report is late. Left out may be
only what cannot change a byte; `tests/unit/present/test_makings.py` changes records and looks.
Source: issue *Speed*, Rebuild what changed; docs/developers/decisions/0027-what-has-not-changed.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from pydantic import BaseModel

from generator.audience import View
from generator.compliance.plan_totals import YearPlans
from generator.domain.visit import Visit
from generator.load.fingerprints import digest


@dataclass(frozen=True)
class Makings:
    """Tells of pages of a view what they are made of; `base` is the address of the site."""

    view: View
    base: str = ""
    _years: dict[int, str] = field(default_factory=dict)

    def of(self, sort: str, *parts: object, visits: Iterable[Visit] = ()) -> str:
        """Return the digest of a page of this sort, made of these parts and of these visits.

        Parts are models, or values whose `repr` tells all of them.
        """
        told = [self._common, sort, *map(_told, parts)]
        told += (self.view.digests[visit.id] for visit in visits)
        return _digest(told)

    def year(self, year: YearPlans) -> str:
        """Return the digest of the results of a year, or of the plans of one that is to come."""
        known = self._years.get(year.year)
        if known is None:
            known = self._years[year.year] = _digest([_told(year)])
        return known

    def everything(self, sort: str) -> str:
        """Return the digest of a page or a file of this sort that may look at all but articles."""
        years = [self.year(each) for each in self.view.results.plans]
        return self.of(sort, years, visits=self.view.records.standing_visits)

    def visits_in(self, year: int) -> list[Visit]:
        """Return the visits that have a day in the year."""
        return self.view.records.standing_within(date(year, 1, 1), date(year, 12, 31))

    @cached_property
    def issues(self) -> str:
        """The digest of how all issues stand."""
        return _digest(map(_told, self.view.results.issues))

    @cached_property
    def plans(self) -> str:
        """The digest of all plans."""
        return _digest(map(_told, self.view.records.plans.values()))

    @cached_property
    def _common(self) -> str:
        view, records = self.view, self.view.records
        singles = (records.organisation, records.unit_list, records.activities)
        held = (*records.members.values(), *records.policies.values())
        parts = (view.audience, view.results.as_of, self.base, *singles, *held)
        return _digest(map(_told, parts))


def _told(part: object) -> str:
    """Return the part on one line."""
    return part.model_dump_json() if isinstance(part, BaseModel) else repr(part)


def _digest(lines: Iterable[str]) -> str:
    return digest("\n".join(lines).encode())
