"""Workbooks of a subject, and those of the years that the site holds.

Source: design, section 3, `export`, and section 4 (`/du-lieu/ket-qua-<year>.xlsx`).
"""

from collections.abc import Iterator
from functools import partial

from generator.audience import View
from generator.compliance.year import YearResult
from generator.domain.period import Period
from generator.domain.visit import Visit
from generator.present import addresses
from generator.present.documents.words import provisional
from generator.present.makings import Makings
from generator.present.names import Names
from generator.present.page import Artifact, LateArtifact
from generator.present.policy import assumed_report_rules, assumed_rules, policy_of
from generator.present.subject import PeriodSubject, PlanSubject, Subject, VisitSubject
from generator.present.tables.table import notice
from generator.present.wording import day, period_text
from generator.present.workbooks.sheet import Front, Sheet
from generator.present.workbooks.sheets import (
    issues_sheet,
    months_sheet,
    plan_sheets,
    results_sheet,
    rules_sheet,
    visits_sheet,
)


def year_workbooks(view: View) -> Iterator[Artifact]:
    """Yield the workbook of each year."""
    makings = Makings(view)
    for year in view.results.years:
        content = partial(xlsx_export, view, PeriodSubject(Period(year.year)))
        results = (makings.year(year), makings.issues, makings.plans)
        visits = [*makings.visits_in(year.year), *_named(view, year)]
        made_of = makings.of("workbook", year.year, results, visits=visits)
        yield LateArtifact(content, addresses.year_workbook(year.year), made_of)


def _named(view: View, year: YearResult) -> Iterator[Visit]:
    """Yield the visits that the plans of the year name, in whatever year they were."""
    for variance in year.variances:
        held = (visit for item in variance.items for visit in item.visits)
        for visit in (*held, *variance.unplanned):
            yield view.records.visits[visit]


def xlsx_export(view: View, subject: Subject) -> bytes:
    """Return the workbook of a subject that the view knows.

    Raises:
        KeyError: the view does not know the subject.
    """
    from generator.present.workbooks.writing import workbook

    year = view.results.year(_year(view, subject))
    title = _title(view, subject)
    sheets = [*_sheets(view, subject, title)]
    policy = policy_of(view.records, year)
    if policy:
        sheets.append(rules_sheet(policy))
    return workbook(_front(view, year), title, sheets, view.results.as_of)


def _sheets(view: View, subject: Subject, title: str) -> Iterator[Sheet]:
    if isinstance(subject, PlanSubject):
        yield from plan_sheets(view, subject)
        return
    if isinstance(subject, PeriodSubject):
        year, figures = view.results.figures_of(subject.period)
        yield results_sheet(view, subject, year, figures, title)
        if subject.member is None:
            yield months_sheet(view, subject)
    yield visits_sheet(view, subject)
    if isinstance(subject, PeriodSubject):
        yield from plan_sheets(view, subject)
    yield issues_sheet(view, subject)


def _year(view: View, subject: Subject) -> int:
    if isinstance(subject, VisitSubject):
        return view.records.visits[subject.visit].date.year
    return subject.year if isinstance(subject, PlanSubject) else subject.period.year


def _title(view: View, subject: Subject) -> str:
    names = Names(view.records)
    if isinstance(subject, VisitSubject):
        visit = view.records.visits[subject.visit]
        return f"Chuyến đi cơ sở ngày {day(visit.date)}, {names.place(visit.unit)}"
    whose = f"đồng chí {names.member(subject.member)}, " if subject.member else ""
    if isinstance(subject, PlanSubject):
        return f"Kế hoạch đi công tác cơ sở, {whose}năm {subject.year}"
    return f"Kết quả đi công tác cơ sở, {whose}{period_text(subject.period)}"


def _front(view: View, year: YearResult | None) -> Front:
    organisation = view.records.organisation
    rules = assumed_rules(view.records, year)
    if view.internal:
        rules += assumed_report_rules(view.records, year)
    note = provisional(rules)
    return Front(
        organisation=organisation.full_name if organisation else "Sổ đi công tác cơ sở",
        counted=f"Số liệu tính đến ngày {day(view.results.as_of)}",
        marks=notice(view) or "",
        notes=(note,) if note else (),
    )
