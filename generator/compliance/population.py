"""Which years the records tell of, and who is counted in a year.

Source: design, section 2, *Counting, exactly* (population), and section 3 (`summary`: years).
"""

from datetime import date

from generator.compliance.measure import Measure
from generator.domain.member import Member
from generator.domain.records import Records


def years_of(records: Records, as_of: date) -> tuple[int, ...]:
    """Return, ascending, the years with a visit or a plan, up to `as_of`.

    A visit has the years of its dates up to `as_of`: it takes at most 31 days, so its first and its
    last date name them all.
    """
    years = {plan.year for plan in records.plans.values() if plan.year <= as_of.year}
    for visit in records.standing_visits:
        if visit.date <= as_of:
            years.update((visit.date.year, min(visit.last_day, as_of).year))
    return tuple(sorted(years))


def population(records: Records, measure: Measure) -> tuple[str, ...]:
    """Return, sorted, the members with a full-time term in the year that began by `as_of`."""
    everyone = records.members.items()
    return tuple(sorted(name for name, member in everyone if _is_counted(member, measure)))


def named_members(records: Records, measure: Measure) -> frozenset[str]:
    """Return the members that a visit names which has a date in the year, up to `as_of`."""
    first, last = measure.first_day, measure.last_counted
    return frozenset(
        member for visit in records.standing_within(first, last) for member in visit.members
    )


def _is_counted(member: Member, measure: Measure) -> bool:
    return any(
        term.full_time
        and term.from_ <= measure.last_counted
        and (term.to is None or term.to >= measure.first_day)
        for term in member.terms
    )
