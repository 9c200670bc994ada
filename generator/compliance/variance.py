"""Plan against actual: what became of every planned item, and which visits nobody planned.

Source: design, section 2, key `plan_item`: else plan and visit are matched per member by month,
unit and kind; issue *Main job*, "Counting".
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from generator.compliance.days import Presence, credited_days
from generator.domain.fields import Shape, public
from generator.domain.period import Period
from generator.domain.plan import Plan, PlanItem
from generator.domain.policy import DayUnit
from generator.domain.records import Records
from generator.domain.visit import Visit

ItemStatus = Literal["done", "moved", "cancelled", "not_done", "upcoming"]

ITEM_STATUSES: Final = {
    "done": "đã thực hiện",
    "moved": "thực hiện vào tháng khác",
    "cancelled": "đã hủy",
    "not_done": "chưa thực hiện",
    "upcoming": "chưa đến kỳ",
}


class ItemOutcome(Shape):
    """One planned item and the visits that served it; days as credited to the member."""

    item: str = public("Mục kế hoạch")
    month: int = public("Tháng")
    status: ItemStatus = public("Kết quả")
    planned_days: Decimal = public("Số ngày dự kiến")
    actual_days: Decimal = public("Số ngày thực hiện")
    visits: tuple[str, ...] = public("Các chuyến đi", default=())


class PlanVariance(Shape):
    """A member's plan of a year against what was done by a day."""

    member: str = public("Ủy viên")
    year: int = public("Năm")
    items: tuple[ItemOutcome, ...] = public("Các mục")
    unplanned: tuple[str, ...] = public("Chuyến đi ngoài kế hoạch")


def variance(
    records: Records, plan: Plan, presences: Iterable[Presence], day_unit: DayUnit, as_of: date
) -> PlanVariance:
    """Return the outcome of each item; `presences` are the member's of the plan's year.

    A visit that names an item of this plan serves it. Any other serves the first item, in the order
    of the plan, of the same month and kind whose unit is the visit's or above it; items that name no
    unit come after those that do. Done in another month is `moved`.
    """
    by_visit: Mapping[str, list[Presence]] = defaultdict(list)
    visits: dict[str, Visit] = {}
    for each in presences:
        by_visit[each.visit.id].append(each)
        visits[each.visit.id] = each.visit
    serving: Mapping[str, list[str]] = defaultdict(list)
    unplanned: list[str] = []
    for visit_id, visit in visits.items():
        item = _served(records, plan, visit)
        if item:
            serving[item.id].append(visit_id)
        else:
            unplanned.append(visit_id)
    outcomes = (
        _outcome(plan, item, serving[item.id], visits, by_visit, day_unit, as_of)
        for item in plan.items
    )
    return PlanVariance(
        member=plan.member, year=plan.year, items=tuple(outcomes), unplanned=tuple(unplanned)
    )


def _served(records: Records, plan: Plan, visit: Visit) -> PlanItem | None:
    named_plan, _, named_item = (visit.plan_item or "").rpartition("/")
    if named_plan == f"{plan.year}/{plan.member}":
        return next((item for item in plan.items if item.id == named_item), None)
    return next(_fitting(records, plan, visit), None)


def _fitting(records: Records, plan: Plan, visit: Visit) -> Iterator[PlanItem]:
    covered = {above for unit in visit.unit_ids for above in records.with_ancestors(unit)}
    fits = [
        item
        for item in plan.items
        if item.month == visit.date.month and item.kind == visit.kind and item.cancelled is None
    ]
    yield from (item for item in fits if item.unit in covered)
    yield from (item for item in fits if item.unit is None)


def _outcome(
    plan: Plan,
    item: PlanItem,
    served_by: list[str],
    visits: Mapping[str, Visit],
    by_visit: Mapping[str, list[Presence]],
    day_unit: DayUnit,
    as_of: date,
) -> ItemOutcome:
    held = [each for visit_id in served_by for each in by_visit[visit_id]]
    status: ItemStatus
    if served_by:
        on_month = any(visits[visit_id].date.month == item.month for visit_id in served_by)
        status = "done" if on_month else "moved"
    elif item.cancelled is not None:
        status = "cancelled"
    elif Period(plan.year, item.month, item.month).last_day < as_of:
        status = "not_done"
    else:
        status = "upcoming"
    return ItemOutcome(
        item=item.id,
        month=item.month,
        status=status,
        planned_days=item.days,
        actual_days=credited_days(held, day_unit),
        visits=tuple(served_by),
    )
