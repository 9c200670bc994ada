"""The documents that the site holds for people to fetch."""

from collections.abc import Iterator
from functools import partial

from generator.audience import View
from generator.present import addresses
from generator.present.documents.member_sheet import member_sheet
from generator.present.documents.period_report import period_report
from generator.present.documents.plan_form import plan_forms
from generator.present.page import Artifact, LateArtifact


def document_files(view: View) -> Iterator[Artifact]:
    """Yield the report of each year, each member's sheet, and to the organisation the plan forms.

    A form is to be signed before the months that it plans, which the public is not told of.
    """
    if view.records.organisation is None:
        return
    for year in view.results.years:
        report = partial(period_report, view, year, year.whole)
        yield LateArtifact(report, addresses.year_report(year.year))
        for member in year.members:
            sheet = partial(member_sheet, view, year, year.whole, member.id)
            yield LateArtifact(sheet, addresses.member_sheet(member.id, year.year))
    if view.internal:
        yield from plan_files(view)


def plan_files(view: View) -> Iterator[Artifact]:
    """Yield the form of each plan that has an item."""
    for plan in view.records.plans.values():
        if plan.items:
            form = partial(plan_forms, view, plan.year, plan.member)
            yield LateArtifact(form, addresses.plan_form(plan.year, plan.member))
