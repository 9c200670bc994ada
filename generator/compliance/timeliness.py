"""Whether a visit was reported by the deadline; one report serves everyone present.

Source: design, section 2, *Counting, exactly* (reports) and rules `report_form`,
`report_deadline_days`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final, Literal

from generator.compliance.measure import Measure
from generator.domain.fields import Shape, internal
from generator.domain.policy import Policy
from generator.domain.records import Records
from generator.domain.visit import Visit

Timeliness = Literal["on_time", "late", "missing", "not_due"]

TIMELINESS: Final = {
    "on_time": "đúng hạn",
    "late": "trễ hạn",
    "missing": "quá hạn, chưa nộp",
    "not_due": "chưa đến hạn",
}


class ReportCounts(Shape):
    """How many reports a member owed and made."""

    on_time: int = internal("Đúng hạn", default=0)
    late: int = internal("Trễ hạn", default=0)
    missing: int = internal("Quá hạn, chưa nộp", default=0)
    not_due: int = internal("Chưa đến hạn", default=0)


class VisitReport(Shape):
    """How the report of one visit stands; a report that was not made by `as_of` has no day."""

    visit: str = internal("Chuyến đi", default=...)
    made: date | None = internal("Ngày báo cáo")
    due: date | None = internal("Hạn báo cáo")
    timeliness: Timeliness = internal("Tình trạng báo cáo", default=...)


def reports_of_year(records: Records, measure: Measure) -> tuple[VisitReport, ...]:
    """Return how each report of the year stands: of counting visits that have ended by `as_of`.

    A report belongs to the year and to the policy of the visit's last day; in a year without a
    policy nobody owes one.
    """
    if measure.policy is None:
        return ()
    return tuple(
        visit_report(visit, measure.policy, measure.as_of)
        for visit in records.standing_within(measure.first_day, measure.last_counted)
        if visit.last_day <= measure.last_counted and records.kinds[visit.kind].counts
    )


def visit_report(visit: Visit, policy: Policy, as_of: date) -> VisitReport:
    """Return how the report of an ended visit stands; made after `as_of`, it is not made."""
    made, due = report_made(visit, policy), report_due(visit, policy)
    if made is not None and made > as_of:
        made = None
    return VisitReport(visit=visit.id, made=made, due=due, timeliness=timeliness(made, due, as_of))


def report_made(visit: Visit, policy: Policy) -> date | None:
    """Return the day on which the report was made: a report document's, else the record's own.

    With the form `document` only a report document is a report.
    """
    if visit.report:
        return visit.report.submitted
    return visit.recorded_on if policy.rules.report_form.value == "record" else None


def report_due(visit: Visit, policy: Policy) -> date | None:
    """Return the last day for the report, None without a deadline.

    The deadline is in calendar days after the visit's last.
    """
    rule = policy.rules.report_deadline_days
    return None if rule is None else visit.last_day + timedelta(days=rule.value)


def timeliness(made: date | None, due: date | None, as_of: date) -> Timeliness:
    """Return how a report stands on `as_of`, made and due on these days, if at all."""
    if made is not None:
        return "on_time" if due is None or made <= due else "late"
    return "not_due" if due is None or as_of <= due else "missing"


def report_counts(records: Records, reports: Iterable[VisitReport]) -> Mapping[str, ReportCounts]:
    """Return the counts of every member: each report counts for all members of its visit."""
    tallies: Mapping[str, Counter[Timeliness]] = defaultdict(Counter)
    for report in reports:
        for member in records.visits[report.visit].members:
            tallies[member][report.timeliness] += 1
    return {member: _counts(tallies[member]) for member in records.members}


def tallied(reports: Iterable[VisitReport]) -> ReportCounts:
    """Return the counts of the reports of visits, each once."""
    return _counts(Counter(each.timeliness for each in reports))


def _counts(tally: Counter[Timeliness]) -> ReportCounts:
    return ReportCounts(
        on_time=tally["on_time"],
        late=tally["late"],
        missing=tally["missing"],
        not_due=tally["not_due"],
    )
