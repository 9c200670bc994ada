"""Plan against actual: what became of every planned item, and which visits nobody planned.

Source: design, section 2, key `plan_item`: else plan and visit are matched per member by month,
unit and kind; issue *Main job*, "Counting".
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Final, Literal

from generator.compliance.days import Presence, credited_days, grouped, worth
from generator.compliance.measure import Measure
from generator.domain.fields import Shape, public
from generator.domain.period import Period
from generator.domain.plan import Plan, PlanItem
from generator.domain.records import Records
from generator.domain.visit import Visit

Serving = Mapping[str, list[Presence]]
"""The presences at the visits that serve each item, by its id."""

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


def plan_concerned(presence: Presence) -> str:
    """Return the id of the plan that a presence is held against.

    That which the visit names, if it is the member's own: a visit in January may make up for an
    item of December. Else the member's plan of the year; so a visit across New Year that names none
    is held against both, with the dates of each.
    """
    named, _, _ = (presence.visit.plan_item or "").rpartition("/")
    own = named.endswith(f"/{presence.member}")
    return named if own else f"{presence.day.year}/{presence.member}"


def variance(
    records: Records, plan: Plan, presences: Iterable[Presence], measure: Measure
) -> PlanVariance:
    """Return what became of each item; `presences` are those that concern the plan.

    1. A visit that names an item serves it, whatever its month, unit and kind.
    2. Any other serves an item of its kind, in a month in which the member was there, whose unit is
       one of the visit's or above one, or which names no unit; never a cancelled one. Of several it
       serves one that still lacks days before one that has all, the nearer unit before the farther,
       no unit last, and else the first in the plan. An item may be served by many visits.
    3. A visit that serves no item is unplanned.
    """
    visits = grouped(presences, lambda each: each.visit.id).values()
    serving: Serving = {item.id: [] for item in plan.items}
    named = [(_named_item(plan, held[0].visit), held) for held in visits]
    for item_id, held in named:
        if item_id:
            serving[item_id] += held
    standing = grouped((each for each in plan.items if not each.cancelled), attrgetter("kind"))
    unplanned: list[str] = []
    for held in (held for item_id, held in named if not item_id):
        alike = standing[held[0].visit.kind]
        item = _best_item(_fitting(records, alike, held), serving, measure)
        if item:
            serving[item.id] += held
        else:
            unplanned.append(held[0].visit.id)
    return PlanVariance(
        member=plan.member,
        year=plan.year,
        items=tuple(_outcome(plan, item, serving[item.id], measure) for item in plan.items),
        unplanned=tuple(unplanned),
    )


def _named_item(plan: Plan, visit: Visit) -> str:
    """Return the id of the plan's item that the visit names, else the empty text."""
    named, _, item = (visit.plan_item or "").rpartition("/")
    return item if named == f"{plan.year}/{plan.member}" else ""


def _fitting(
    records: Records, alike: Iterable[PlanItem], held: Sequence[Presence]
) -> Sequence[PlanItem]:
    """Return those of the items of a visit's kind that it may serve, the nearest unit first."""
    months = {each.day.month for each in held}
    timely = [item for item in alike if item.month in months]
    steps = _steps_up(records, held[0].visit) if timely else {}
    near = (item for item in timely if item.unit in steps)
    return sorted(near, key=lambda item: steps[item.unit])


def _steps_up(records: Records, visit: Visit) -> Mapping[str | None, int]:
    """Return how far above the visit's units each unit stands; no unit stands above all."""
    steps: dict[str | None, int] = {None: len(records.units)}
    for unit in visit.unit_ids:
        for height, above in enumerate(records.with_ancestors(unit)):
            steps[above] = min(height, steps.get(above, height))
    return steps


def _best_item(fitting: Sequence[PlanItem], serving: Serving, measure: Measure) -> PlanItem | None:
    """Return the first item that still lacks days, else the first, else None."""
    lacking = (item for item in fitting if worth(serving[item.id], measure.day_unit) < item.days)
    return next(lacking, fitting[0]) if fitting else None


def _outcome(plan: Plan, item: PlanItem, held: Sequence[Presence], measure: Measure) -> ItemOutcome:
    return ItemOutcome(
        item=item.id,
        month=item.month,
        status=_item_status(Period(plan.year, item.month, item.month), item, held, measure.as_of),
        planned_days=item.days,
        actual_days=credited_days(held, measure.day_unit),
        visits=tuple(dict.fromkeys(each.visit.id for each in held)),
    )


def _item_status(
    month: Period, item: PlanItem, held: Sequence[Presence], as_of: date
) -> ItemStatus:
    """Return the first that holds: done in its month, moved to another, cancelled, over, to come.

    A month is over on its last day, as a year is for the status of a member.
    """
    if any(month.covers(each.day) for each in held):
        return "done"
    if held:
        return "moved"
    if item.cancelled is not None:
        return "cancelled"
    return "not_done" if as_of >= month.last_day else "upcoming"
