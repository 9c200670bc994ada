"""The JSON of an export: the figures of a period, a visit, or the plans of a year."""

import json
from typing import Any

from generator.audience import View
from generator.present.subject import PeriodSubject, Subject, VisitSubject
from generator.present.summary import period_json


def export_json(view: View, subject: Subject) -> bytes:
    """Return the subject's JSON, for a subject that the view knows."""
    if isinstance(subject, PeriodSubject):
        year = view.results.year(subject.period.year)
        held = year.figures_of(subject.period) if year else None
        if held is None:
            raise KeyError(subject)
        return (period_json(held, view.results.as_of) + "\n").encode()
    found: Any
    if isinstance(subject, VisitSubject):
        found = view.records.visits[subject.visit].model_dump(mode="json")
    else:
        plans = (plan for plan in view.records.plans.values() if plan.year == subject.year)
        found = [plan.model_dump(mode="json") for plan in plans]
    return (json.dumps(found, ensure_ascii=False, indent=2) + "\n").encode()
