"""What an export or a draft is about: a period, a visit, a programme, plans.

Source: design, section 3, `export` and `draft`.
"""

from dataclasses import dataclass

from generator.domain.period import Period


@dataclass(frozen=True, slots=True)
class PeriodSubject:
    """A period of everyone, or of one member."""

    period: Period
    member: str | None = None


@dataclass(frozen=True, slots=True)
class VisitSubject:
    """One visit, by its id."""

    visit: str


@dataclass(frozen=True, slots=True)
class ProgrammeSubject:
    """One programme, by its id."""

    programme: str


@dataclass(frozen=True, slots=True)
class PlanSubject:
    """The plans of a year, or that of one member."""

    year: int
    member: str | None = None


Subject = PeriodSubject | VisitSubject | PlanSubject
"""What can be exported."""

NewsSubject = PeriodSubject | VisitSubject | ProgrammeSubject
"""What an article can be drafted about."""
