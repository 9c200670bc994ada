"""Where every issue stands on a day: since when it is open, and whether an answer is overdue.

Source: issue *Site*, "Issues" (age, outcome); design, section 2, key `issues`.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final

from generator.domain.fields import Shape, internal, public
from generator.domain.records import Records
from generator.domain.visit import Issue, IssueStatus

AGES: Final = (30, 90, 180)
"""The last day of each class of age but the oldest: up to a month, a quarter, half a year."""


class IssueStanding(Shape):
    """One issue on a day; `number` counts the issues of its visit from 0.

    `age` is in days from the visit to the day on which it was settled, else to the day counted.
    """

    visit: str = public("Chuyến đi")
    number: int = public("Thứ tự trong chuyến đi")
    raised: date = public("Ngày nêu")
    status: IssueStatus = public("Tình trạng")
    age: int = public("Số ngày kể từ khi nêu")
    days_overdue: int = internal("Số ngày quá hạn trả lời", default=0)

    @property
    def pending(self) -> bool:
        """Whether it is still to be settled."""
        return self.status != "resolved"


class IssueTotals(Shape):
    """How many issues stand how; `ages` are the unsettled ones of each class, youngest first."""

    raised: int = public("Đã nêu")
    open: int = public("Chưa giải quyết")
    referred: int = public("Đã chuyển cấp có thẩm quyền")
    resolved: int = public("Đã giải quyết")
    overdue: int = internal("Quá hạn trả lời", default=0)
    ages: tuple[int, ...] = internal("Chưa giải quyết xong, theo thời gian", default=())

    @property
    def pending(self) -> int:
        """How many are still to be settled."""
        return self.raised - self.resolved


def issue_totals(standings: Iterable[IssueStanding]) -> IssueTotals:
    """Return how many of the issues stand how."""
    held = list(standings)
    statuses = Counter(each.status for each in held)
    ages = Counter(age_class(each.age) for each in held if each.pending)
    return IssueTotals(
        raised=len(held),
        open=statuses["open"],
        referred=statuses["referred"],
        resolved=statuses["resolved"],
        overdue=sum(each.days_overdue > 0 for each in held),
        ages=tuple(ages[each] for each in range(len(AGES) + 1)),
    )


def issue_standings(records: Records, as_of: date) -> tuple[IssueStanding, ...]:
    """Return the issues of all visits begun by `as_of`, by date and id of the visit."""
    return tuple(
        _standing(visit.id, number, visit.date, issue, as_of)
        for visit in records.standing_visits
        if visit.date <= as_of
        for number, issue in enumerate(visit.issues)
    )


def age_class(age: int) -> int:
    """Return which class of age the days fall into, from 0, the youngest."""
    return sum(age > last for last in AGES)


def _standing(visit: str, number: int, raised: date, issue: Issue, as_of: date) -> IssueStanding:
    status = _status(issue, as_of)
    until = issue.resolved_on if status == "resolved" and issue.resolved_on else as_of
    late = (as_of - issue.due).days if issue.due and status != "resolved" else 0
    return IssueStanding(
        visit=visit,
        number=number,
        raised=raised,
        status=status,
        age=(until - raised).days,
        days_overdue=max(0, late),
    )


def _status(issue: Issue, as_of: date) -> IssueStatus:
    """Return the status on the day: what was settled after it was then still with somebody."""
    if issue.resolved_on is None or issue.resolved_on <= as_of:
        return issue.status
    return "referred" if issue.referred_to else "open"
