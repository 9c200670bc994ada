"""The rows of the tables that a subject is about."""

from typing import Any

from generator.audience import View
from generator.domain.period import Period
from generator.present.subject import PlanSubject, Subject, VisitSubject
from generator.present.tables.members import MEMBER_YEARS
from generator.present.tables.periods import member_periods
from generator.present.tables.plan_items import PLAN_ITEMS
from generator.present.tables.table import Grid, Table
from generator.present.tables.visits import VISITS


def main_table(subject: Subject) -> Table[Any]:
    """Return the one table that tells most of the subject.

    Of a period everyone's figures, of a member in a period the visits.
    """
    if isinstance(subject, PlanSubject):
        return PLAN_ITEMS
    if isinstance(subject, VisitSubject) or subject.member is not None:
        return VISITS
    return results_table(subject.period)


def results_table(period: Period) -> Table[Any]:
    """Return the table of members: against the target for a year, else of the period."""
    return MEMBER_YEARS if period == Period(period.year) else member_periods(period)


def selected(table: Table[Any], view: View, subject: Subject) -> Grid:
    """Return the table with the rows that the subject is about."""
    if isinstance(subject, VisitSubject):
        return table.grid(view, lambda entry: entry.visit.id == subject.visit)
    period = Period(subject.year) if isinstance(subject, PlanSubject) else subject.period
    return table.grid(view, lambda entry: entry.concerns(period, subject.member), period)
