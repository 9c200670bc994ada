"""The tables of periods: the months of each year, and each member in one period."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.audience import View
from generator.compliance.figures import MemberPeriod, PeriodResult
from generator.domain.period import Period
from generator.present.tables.table import Cell, Column, Table, Type, of
from generator.present.wording import name_key

_FIGURES: Final[tuple[tuple[str, Type, str], ...]] = (
    ("visits", "integer", "Số chuyến có người đi trong thời gian này, mọi nội dung."),
    ("participations", "integer", "Một người đi một chuyến là một lượt."),
    ("total_days", "number", "Ngày công tác cơ sở của mọi đồng chí."),
    ("mean_days", "number", "Tổng số ngày chia cho số Ủy viên BCH chuyên trách trong năm."),
    ("branch_meetings", "integer", "Số lần dự sinh hoạt chi đoàn ấp, khóm (họp lệ)."),
    ("units", "integer", "Số đơn vị khác nhau đã đến."),
    ("issues_raised", "integer", "Của những chuyến bắt đầu trong thời gian này."),
)


@dataclass(frozen=True)
class MonthEntry:
    """The figures of one month, and of the year up to its end."""

    within: PeriodResult
    to_date: PeriodResult

    def concerns(self, period: Period, _member: str | None) -> bool:
        """Whether the month lies in the period; it is always everyone's."""
        return period.covers_month(self.within.year, self.within.first_month)


@dataclass(frozen=True)
class MemberPeriodEntry:
    """What one member did in a period."""

    period: PeriodResult
    result: MemberPeriod

    def concerns(self, period: Period, member: str | None) -> bool:
        """Whether it is that member in that very period."""
        return self.period.span == period and member in (None, self.result.id)


def _months(view: View) -> Iterator[MonthEntry]:
    for year in view.results.years:
        for within, to_date in zip(year.months, year.to_date, strict=True):
            yield MonthEntry(within, to_date)


def _value(part: str, name: str) -> Callable[[MonthEntry], Cell]:
    def value(entry: MonthEntry) -> Cell:
        figure: Cell = getattr(getattr(entry, part), name)
        return figure

    return value


def _columns(prefix: str, words: str, part: str) -> Iterator[Column[MonthEntry]]:
    for name, type_, description in _FIGURES:
        yield of(
            PeriodResult,
            name,
            _value(part, name),
            type_,
            name=prefix + name,
            title=f"{PeriodResult.model_fields[name].title}, {words}",
            description=description,
        )


MONTHS: Final = Table(
    name="months",
    title="Theo tháng",
    description="Mỗi dòng là một tháng: số liệu trong kỳ, và lũy kế từ đầu năm đến hết tháng.",
    key=("period",),
    columns=(
        of(PeriodResult, "period", lambda e: e.within.period, title="Tháng", required=True,
            description="Năm và tháng."),
        *_columns("", "trong kỳ", "within"),
        *_columns("cumulative_", "lũy kế", "to_date"),
    ),
    rows=_months,
)  # fmt: skip


def member_periods(period: Period) -> Table[MemberPeriodEntry]:
    """Return the table of the members in the period, in the order of Vietnamese names."""

    def rows(view: View) -> Iterator[MemberPeriodEntry]:
        year = view.results.year(period.year)
        held = year.figures_of(period) if year else None
        for member in sorted(held.members if held else (), key=lambda each: name_key(each.name)):
            if held:
                yield MemberPeriodEntry(held, member)

    return Table(
        name="member-periods",
        title="Kết quả trong kỳ của từng Ủy viên",
        description="Mỗi dòng là một Ủy viên BCH chuyên trách trong một kỳ.",
        key=("period", "member"),
        columns=(
            of(PeriodResult, "period", lambda e: e.period.period, required=True,
                description="Năm, nửa năm, quý hoặc tháng."),
            of(MemberPeriod, "id", lambda e: e.result.id, name="member", required=True,
                title="Mã Ủy viên", description="Mã của đồng chí."),
            of(MemberPeriod, "name", lambda e: e.result.name, required=True,
                description="Viết đầy đủ, họ trước tên sau."),
            of(MemberPeriod, "days", lambda e: e.result.days, "number", required=True,
                description="Số ngày công tác cơ sở được tính trong kỳ."),
            of(MemberPeriod, "cumulative_days", lambda e: e.result.cumulative_days, "number",
                required=True, description="Số ngày được tính từ đầu năm đến hết kỳ."),
            of(MemberPeriod, "visits", lambda e: e.result.visits, "integer", required=True,
                description="Số chuyến có mặt trong kỳ, mọi nội dung."),
            of(MemberPeriod, "branch_meetings", lambda e: e.result.branch_meetings, "integer",
                required=True,
                description="Số lần dự sinh hoạt chi đoàn ấp, khóm (họp lệ) được tính."),
        ),
        rows=rows,
    )  # fmt: skip
