"""A member's plan of a year: which units in which month, for how many days, and who approved it.

Source: design, section 2, row `records/plans/<year>/<member>.yml`.
"""

from typing import Annotated

from pydantic import WithJsonSchema

from generator.domain.fields import Record, Shape, public
from generator.domain.period import PERIOD_PATTERN, Period
from generator.domain.scalars import Day, Halves, Id, Line, Text, Whole, refusal, typed
from generator.domain.shorten import shorten


def _parse_period(text: str) -> Period:
    period = Period.parse(text)
    if period is None:
        raise refusal(
            "S011",
            f"“{shorten(text)}” không phải là năm, quý hay tháng.",
            "Viết 2019, 2019-H1, 2019-Q2 hoặc 2019-03.",
        )
    return period


PeriodText = Annotated[
    Period,
    typed(_parse_period, Period),
    WithJsonSchema({"type": "string", "pattern": PERIOD_PATTERN}),
]


class Approval(Shape):
    """The approval of a year, a quarter or a month of the plan."""

    period: PeriodText = public("Thời gian được duyệt", "Ví dụ 2019, 2019-Q2 hoặc 2019-03.")
    number: Line | None = public("Số văn bản", default=None)
    date: Day = public("Ngày duyệt")
    by: Line = public("Người, cơ quan duyệt")


class PlanItem(Shape):
    """One intended visit in one month; cancelled if it says why."""

    id: Id = public("Mã")
    month: Whole = public("Tháng", "Từ 1 đến 12.")
    unit: Id | None = public("Đơn vị", default=None, refers="units")
    kind: Id = public("Nội dung đi cơ sở", refers="kinds")
    days: Halves = public("Số ngày dự kiến")
    purpose: Text | None = public("Mục đích", default=None)
    cancelled: Line | None = public(
        "Lý do hủy", "Có lý do thì mục này được coi là đã hủy.", default=None
    )


class Plan(Record):
    """The plan of one member for one year."""

    member: Id = public("Ủy viên", refers="members")
    year: Whole = public("Năm")
    approvals: tuple[Approval, ...] = public("Phê duyệt", default=())
    items: tuple[PlanItem, ...] = public("Các mục")

    def approved(self, month: int) -> bool:
        """Whether some approval covers the month of the plan's year."""
        return any(a.period.covers_month(self.year, month) for a in self.approvals)
