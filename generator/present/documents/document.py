"""One document of one subject, for one audience."""

from generator.audience import View
from generator.present.documents.member_sheet import member_sheet
from generator.present.documents.period_report import period_report
from generator.present.documents.plan_form import plan_forms
from generator.present.documents.visit_report import visit_report
from generator.present.subject import PeriodSubject, Subject, VisitSubject


def document(view: View, subject: Subject) -> bytes:
    """Return the DOCX of a subject that the view knows.

    Of a period, the report, or one member's sheet; of a visit, its report; of plans, the forms.

    Raises:
        UsageError: the audience may see nothing of the plans.
        KeyError: the view does not know the subject.
    """
    if isinstance(subject, VisitSubject):
        return visit_report(view, view.records.visits[subject.visit])
    if not isinstance(subject, PeriodSubject):
        return plan_forms(view, subject.year, subject.member)
    year, figures = view.results.figures_of(subject.period)
    if subject.member is None:
        return period_report(view, year, figures)
    return member_sheet(view, year, figures, subject.member)
