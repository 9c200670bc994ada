"""What is due on a day and what is overdue: reports, pace, planned items, answers to issues.

All of it is for the organisation only. Source: issue *Site*, "Reminders" and `/can-lam/`; design,
section 4, *Public and internal*.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import Final

from generator.compliance.days import HALF, ONE, total
from generator.compliance.issues import IssueStanding
from generator.compliance.measure import Measure
from generator.compliance.target import Status, eligibility
from generator.compliance.year import MemberYear, YearResult
from generator.domain.fields import Shape, internal
from generator.domain.records import Records

DECEMBER: Final = 12


class ReportOwed(Shape):
    """The report of one visit, not made yet; on the day of the deadline no day is left: 0."""

    visit: str = internal("Chuyến đi", default=...)
    members: tuple[str, ...] = internal("Ủy viên tham gia", default=...)
    due: date = internal("Hạn báo cáo", default=...)
    days_left: int = internal("Số ngày còn lại", "Số âm là đã quá hạn.", default=...)

    @property
    def overdue(self) -> bool:
        """Whether the deadline is past."""
        return self.days_left < 0


class Pace(Shape):
    """A member's year against the pace: `lacking` days to be on it today, `to_target` to reach it.

    `days_left` are the eligible days of the year that are still to come.
    """

    member: str = internal("Ủy viên", default=...)
    status: Status = internal("Kết quả", default=...)
    days: Decimal = internal("Số ngày công tác cơ sở", default=...)
    target: int = internal("Chỉ tiêu", default=...)
    expected: Decimal = internal("Số ngày cần có theo tiến độ", default=...)
    lacking: Decimal = internal("Số ngày còn thiếu so với tiến độ", default=...)
    to_target: Decimal = internal("Số ngày còn lại đến chỉ tiêu", default=...)
    days_left: int = internal("Số ngày còn có thể đi trong năm", default=...)

    @property
    def behind(self) -> bool:
        """Whether days are lacking today, with a visit or without, in the year or at its end."""
        return self.lacking > 0


class ItemDue(Shape):
    """A planned item that is not done: of a month that is over, of this month or of the next."""

    member: str = internal("Ủy viên", default=...)
    year: int = internal("Năm", default=...)
    month: int = internal("Tháng", default=...)
    item: str = internal("Mục kế hoạch", default=...)
    overdue: bool = internal("Tháng đã qua", default=...)


class IssueDue(Shape):
    """An issue that is still to be settled; `number` counts the issues of its visit from 0."""

    visit: str = internal("Chuyến đi", default=...)
    number: int = internal("Thứ tự trong chuyến đi", default=...)
    members: tuple[str, ...] = internal("Ủy viên tham gia", default=...)
    age: int = internal("Số ngày kể từ khi nêu", default=...)
    due: date | None = internal("Hạn trả lời")
    days_left: int | None = internal("Số ngày còn lại", "Số âm là đã quá hạn.")

    @property
    def overdue(self) -> bool:
        """Whether an answer was due before the day."""
        return self.days_left is not None and self.days_left < 0


class Due(Shape):
    """Everything that waits for somebody, the most urgent first in each list.

    `paces` are of the running year, by id; none without a policy. `issues` with a day for the
    answer come before those without, the oldest first.
    """

    year: int = internal("Năm", default=...)
    reports: tuple[ReportOwed, ...] = internal("Báo cáo chưa nộp", default=())
    paces: tuple[Pace, ...] = internal("Tiến độ", default=())
    items: tuple[ItemDue, ...] = internal("Mục kế hoạch chưa thực hiện", default=())
    issues: tuple[IssueDue, ...] = internal("Kiến nghị chưa giải quyết xong", default=())
    planless: tuple[str, ...] = internal("Chưa có kế hoạch năm", default=())
    coming: tuple[str, ...] = internal("Chuyến đi sắp tới", default=())

    @property
    def overdue(self) -> int:
        """How many reports, planned items and answers are overdue."""
        lists: tuple[Sequence[ReportOwed | ItemDue | IssueDue], ...]
        lists = (self.reports, self.items, self.issues)
        return sum(each.overdue for held in lists for each in held)

    def of(self, member: str) -> "Due":
        """Return what of it waits for one member; visits to come are on every calendar."""
        return Due(
            year=self.year,
            reports=tuple(each for each in self.reports if member in each.members),
            paces=tuple(each for each in self.paces if each.member == member),
            items=tuple(each for each in self.items if each.member == member),
            issues=tuple(each for each in self.issues if member in each.members),
            planless=tuple(each for each in self.planless if each == member),
        )


def due(
    records: Records,
    years: Iterable[YearResult],
    running: YearResult,
    issues: Iterable[IssueStanding],
    measure: Measure,
) -> Due:
    """Return what is due; `running` is the result of the measured year, that of the day counted."""
    days_left = {each.id: _days_left(records, each, measure) for each in running.members}
    return Due(
        year=measure.year,
        reports=_reports(records, years, measure.as_of),
        paces=tuple(_paces(running.members, days_left, measure)),
        items=_items(records, running, measure),
        issues=_issues(records, issues, measure.as_of),
        planless=_planless(records, days_left, measure.year),
        coming=tuple(v.id for v in records.standing_visits if v.date > measure.as_of),
    )


def _days_left(records: Records, member: MemberYear, measure: Measure) -> int:
    eligible = eligibility(records.members[member.id], measure)
    return eligible.whole - eligible.elapsed


def _reports(records: Records, years: Iterable[YearResult], as_of: date) -> tuple[ReportOwed, ...]:
    """Return the reports of all years that were not made though they have a deadline."""
    owed = (
        ReportOwed(
            visit=report.visit,
            members=records.visits[report.visit].members,
            due=report.due,
            days_left=(report.due - as_of).days,
        )
        for year in years
        for report in year.reports
        if report.made is None and report.due is not None
    )
    return tuple(sorted(owed, key=lambda each: (each.due, each.visit)))


def _paces(
    members: Iterable[MemberYear], days_left: Mapping[str, int], measure: Measure
) -> Iterator[Pace]:
    step = HALF if measure.day_unit == "session" else ONE
    for each in members:
        if each.target is None or each.expected_days is None or each.status is None:
            continue
        needed = (each.expected_days / step).to_integral_value(ROUND_CEILING) * step
        yield Pace(
            member=each.id,
            status=each.status,
            days=each.days,
            target=each.target,
            expected=each.expected_days,
            lacking=total([max(Decimal(0), needed - each.days)]),
            to_target=total([max(Decimal(0), each.target - each.days)]),
            days_left=days_left[each.id],
        )


def _items(records: Records, running: YearResult, measure: Measure) -> tuple[ItemDue, ...]:
    """Return the open items of the months up to the next, by month, then by member.

    Those of an earlier year are over and settled with its report.
    """
    year, following = measure.year, measure.as_of.month + 1
    found = [
        _item(held.member, year, each.month, each.item, overdue=each.status == "not_done")
        for held in running.variances
        for each in held.items
        if each.status in ("not_done", "upcoming") and each.month <= following
    ]
    if following > DECEMBER:
        found += [
            _item(plan.member, plan.year, item.month, item.id, overdue=False)
            for plan in records.plans.values()
            if plan.year == year + 1
            for item in plan.items
            if item.month == 1 and item.cancelled is None
        ]
    return tuple(sorted(found, key=lambda each: (each.year, each.month, each.member)))


def _item(member: str, year: int, month: int, item: str, *, overdue: bool) -> ItemDue:
    return ItemDue(member=member, year=year, month=month, item=item, overdue=overdue)


def _issues(records: Records, issues: Iterable[IssueStanding], as_of: date) -> tuple[IssueDue, ...]:
    found = [_issue(records, each, as_of) for each in issues if each.pending]
    return tuple(sorted(found, key=lambda each: (each.due or date.max, -each.age)))


def _issue(records: Records, standing: IssueStanding, as_of: date) -> IssueDue:
    visit = records.visits[standing.visit]
    answer = visit.issues[standing.number].due
    return IssueDue(
        visit=standing.visit,
        number=standing.number,
        members=visit.members,
        age=standing.age,
        due=answer,
        days_left=(answer - as_of).days if answer else None,
    )


def _planless(records: Records, days_left: Mapping[str, int], year: int) -> tuple[str, ...]:
    """Return who can still go this year and has no plan of it, where plans are kept at all."""
    if not records.plans:
        return ()
    return tuple(
        member
        for member, left in days_left.items()
        if left and f"{year}/{member}" not in records.plans
    )
