"""The table of visits that nobody planned: they have no item, so `plan-items` cannot hold them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.audience import View
from generator.compliance.variance import PlanVariance
from generator.domain.period import Period
from generator.domain.visit import Visit
from generator.present.names import Names
from generator.present.tables.table import Column, Table, of
from generator.present.wording import name_key


@dataclass(frozen=True)
class UnplannedEntry:
    """A visit of a member that serves no item of the member's plan."""

    variance: PlanVariance
    visit: Visit
    names: Names

    def concerns(self, period: Period, member: str | None) -> bool:
        """Whether it began in the period and is that member's."""
        mine = member in (None, self.variance.member)
        return mine and self.variance.year == period.year and period.covers(self.visit.date)


def _entries(view: View) -> Iterator[UnplannedEntry]:
    """Yield the visits by date and id, those of several members by name."""
    names = Names(view.records)
    entries = (
        UnplannedEntry(variance, view.records.visits[visit], names)
        for year in view.results.plans
        for variance in year.variances
        for visit in variance.unplanned
    )
    yield from sorted(entries, key=_order)


def _order(entry: UnplannedEntry) -> tuple[str, str, tuple[str, str]]:
    name = name_key(entry.names.member(entry.variance.member))
    return entry.visit.date.isoformat(), entry.visit.id, name


UNPLANNED: Final = Table(
    name="unplanned",
    title="Chuyến đi ngoài kế hoạch",
    description="Mỗi dòng là một chuyến của một Ủy viên không ứng với mục kế hoạch nào.",
    key=("year", "member", "visit"),
    columns=(
        of(PlanVariance, "year", lambda e: e.variance.year, "integer", required=True),
        of(
            PlanVariance, "member", lambda e: e.variance.member, required=True,
            title="Mã Ủy viên", description="Mã của đồng chí đã đi.",
        ),
        Column[UnplannedEntry](
            "name", "string", "Họ và tên", "Viết đầy đủ, họ trước tên sau.",
            lambda e: e.names.member(e.variance.member), audience="public", required=True,
        ),
        Column[UnplannedEntry](
            "visit", "string", "Mã chuyến đi", "Chuyến không có trong kế hoạch.",
            lambda e: e.visit.id, audience="public", required=True,
        ),
        of(Visit, "date", lambda e: e.visit.date, "date", required=True),
        Column[UnplannedEntry](
            "unit_name", "string", "Đơn vị", "Tên đơn vị kèm đơn vị cấp trên đến cấp huyện.",
            lambda e: e.names.place(e.visit.unit), audience="public", required=True,
        ),
        of(
            Visit, "kind", lambda e: e.names.kind(e.visit.kind), name="kind_name", required=True,
            description="Tên của nội dung đi cơ sở.",
        ),
    ),
    rows=_entries,
)  # fmt: skip
