"""Whether a visit was reported by the deadline; one report serves everyone present.

Source: design, section 2, *Counting, exactly* (reports) and rules `report_form`,
`report_deadline_days`.
"""

from datetime import date, timedelta
from typing import Final, Literal

from generator.domain.policy import Policy
from generator.domain.visit import Visit

Timeliness = Literal["on_time", "late", "missing", "not_due"]

TIMELINESS: Final = {
    "on_time": "đúng hạn",
    "late": "trễ hạn",
    "missing": "quá hạn, chưa nộp",
    "not_due": "chưa đến hạn",
}


def report_made(visit: Visit, policy: Policy) -> date | None:
    """Return the day on which the report was made: a report document's, else the record's own.

    With the form `document` only a report document is a report.
    """
    if visit.report:
        return visit.report.submitted
    return visit.recorded_on if policy.rules.report_form.value == "record" else None


def report_due(visit: Visit, policy: Policy) -> date | None:
    """Return the last day for the report: calendar days after the visit's last; None without a rule."""
    rule = policy.rules.report_deadline_days
    return visit.last_day + timedelta(days=rule.value) if rule else None


def timeliness(visit: Visit, policy: Policy, as_of: date) -> Timeliness:
    """Return how the report of a visit that has ended stands on `as_of`; made later, it is not made."""
    made, due = report_made(visit, policy), report_due(visit, policy)
    if made is not None and made <= as_of:
        return "late" if due is not None and made > due else "on_time"
    return "missing" if due is not None and as_of > due else "not_due"
