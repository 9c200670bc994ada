"""The documents that the site holds for people to fetch."""

from collections.abc import Iterator
from functools import partial

from generator.audience import View
from generator.compliance.year import YearResult
from generator.domain.plan import Plan
from generator.present import addresses
from generator.present.makings import Makings
from generator.present.page import Artifact, LateArtifact


def document_files(view: View) -> Iterator[Artifact]:
    """Yield the report of each year, each member's sheet, and to the organisation the plan forms.

    A form is to be signed before the months that it plans, which the public is not told of.
    """
    if view.records.organisation is None:
        return
    makings = Makings(view)
    for year in view.results.years:
        results, visits = (makings.year(year), makings.issues), makings.visits_in(year.year)
        report = partial(_report, view, year)
        made_of = makings.of("report", results, visits=visits)
        yield LateArtifact(report, addresses.year_report(year.year), made_of)
        for member in year.members:
            own = [visit for visit in visits if member.id in visit.members]
            plan = view.records.plans.get(f"{year.year}/{member.id}")
            sheet = partial(_sheet, view, year, member.id)
            made_of = makings.of("sheet", member.id, results, plan, visits=own)
            yield LateArtifact(sheet, addresses.member_sheet(member.id, year.year), made_of)
    if view.internal:
        yield from _plan_files(view, makings)


def _plan_files(view: View, makings: Makings) -> Iterator[Artifact]:
    """Yield the form of each plan that has an item."""
    for plan in view.records.plans.values():
        if plan.items:
            year = view.results.year(plan.year)
            form = partial(_form, view, plan)
            made_of = makings.of("form", plan, makings.year(year) if year else "")
            yield LateArtifact(form, addresses.plan_form(plan.year, plan.member), made_of)


def _report(view: View, year: YearResult) -> bytes:
    from generator.present.documents.period_report import period_report

    return period_report(view, year, year.whole)


def _sheet(view: View, year: YearResult, member: str) -> bytes:
    from generator.present.documents.member_sheet import member_sheet

    return member_sheet(view, year, year.whole, member)


def _form(view: View, plan: Plan) -> bytes:
    from generator.present.documents.plan_form import plan_forms

    return plan_forms(view, plan.year, plan.member)
