"""The table of planned items, each with what came of it; `unplanned` is a table of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.audience import View
from generator.compliance.variance import ITEM_STATUSES, ItemOutcome
from generator.domain.period import Period
from generator.domain.plan import Plan, PlanItem
from generator.present.names import Names
from generator.present.tables.table import Column, Table, of
from generator.present.wording import name_key


@dataclass(frozen=True)
class PlannedEntry:
    """An item of a plan, and what came of it."""

    plan: Plan
    item: PlanItem
    outcome: ItemOutcome
    names: Names

    def concerns(self, period: Period, member: str | None) -> bool:
        """Whether it was planned for a month of the period, by that member."""
        mine = member in (None, self.plan.member)
        return mine and period.covers_month(self.plan.year, self.item.month)


def _entries(view: View) -> Iterator[PlannedEntry]:
    """Yield the items by year, month and member."""
    names = Names(view.records)
    outcomes = {
        (variance.year, variance.member, outcome.item): outcome
        for year in view.results.plans
        for variance in year.variances
        for outcome in variance.items
    }
    entries = (
        PlannedEntry(plan, item, outcomes[plan.year, plan.member, item.id], names)
        for plan in view.records.plans.values()
        for item in plan.items
    )
    yield from sorted(entries, key=_order)


def _order(entry: PlannedEntry) -> tuple[int, int, tuple[str, str], str]:
    name = name_key(entry.names.member(entry.plan.member))
    return entry.plan.year, entry.item.month, name, entry.item.id


PLAN_ITEMS: Final = Table(
    name="plan-items",
    title="Kế hoạch và thực hiện",
    description="Mỗi dòng là một mục kế hoạch của một Ủy viên, cùng kết quả thực hiện.",
    key=("year", "member", "item"),
    columns=(
        of(Plan, "year", lambda e: e.plan.year, "integer", required=True,
            description="Năm dương lịch."),
        of(PlanItem, "month", lambda e: e.item.month, "integer", required=True),
        of(
            Plan, "member", lambda e: e.plan.member, required=True, title="Mã Ủy viên",
            description="Mã của đồng chí có kế hoạch.",
        ),
        Column[PlannedEntry](
            "name", "string", "Họ và tên", "Viết đầy đủ, họ trước tên sau.",
            lambda e: e.names.member(e.plan.member), audience="public", required=True,
        ),
        of(
            PlanItem, "id", lambda e: e.item.id, name="item", required=True, title="Mã mục",
            description="Mã của mục trong kế hoạch của đồng chí.",
        ),
        of(
            PlanItem, "unit", lambda e: e.item.unit, title="Mã đơn vị",
            description="Đơn vị dự kiến đến; trống là chưa định.",
        ),
        Column[PlannedEntry](
            "unit_name", "string", "Đơn vị", "Tên đơn vị kèm đơn vị cấp trên đến cấp huyện.",
            lambda e: e.names.place(e.item.unit) if e.item.unit else None, audience="public",
        ),
        of(
            PlanItem, "kind", lambda e: e.item.kind, required=True, title="Mã nội dung",
            description="Mã của nội dung đi cơ sở.",
        ),
        of(
            PlanItem, "kind", lambda e: e.names.kind(e.item.kind), name="kind_name", required=True,
            description="Tên của nội dung đi cơ sở.",
        ),
        of(
            PlanItem, "days", lambda e: e.item.days, "number", name="planned_days", required=True,
            description="Số ngày ghi trong kế hoạch.",
        ),
        of(
            PlanItem, "purpose", lambda e: e.item.purpose, description="Để làm gì.",
        ),
        Column[PlannedEntry](
            "approved", "boolean", "Đã duyệt", "Tháng của mục đã được phê duyệt hay chưa.",
            lambda e: e.plan.approved(e.item.month), audience="public", required=True,
        ),
        of(
            ItemOutcome, "status", lambda e: e.outcome.status, choices=ITEM_STATUSES, required=True,
            description="Kết quả đến ngày chốt số liệu.",
        ),
        of(
            ItemOutcome, "actual_days", lambda e: e.outcome.actual_days, "number", required=True,
            description="Số ngày đã được tính cho đồng chí ở những chuyến thực hiện mục này.",
        ),
        of(
            ItemOutcome, "visits", lambda e: e.outcome.visits,
            description="Mã những chuyến thực hiện mục này, cách nhau bằng dấu chấm phẩy.",
        ),
        of(PlanItem, "cancelled", lambda e: e.item.cancelled),
    ),
    rows=_entries,
)  # fmt: skip
