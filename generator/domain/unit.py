"""A unit that can be visited, with the time in which it existed; codes are reused, ids are not.

Source: design, section 2, row `records/units.yml`; research/domain.md, section 3 (the mergers).
"""

from datetime import date
from typing import Annotated, Final, Literal

from generator.domain.fields import Record, Shape, public
from generator.domain.scalars import Day, Id, Line, choices
from generator.domain.visit import Level

UNIT_TYPES: Final = {
    "area": "địa bàn",
    "school": "trường học",
    "agency": "cơ quan",
    "enterprise": "doanh nghiệp",
    "armed_forces": "lực lượng vũ trang",
}
UnitType = Annotated[
    Literal["area", "school", "agency", "enterprise", "armed_forces"], choices(UNIT_TYPES)
]


class Unit(Shape):
    """One unit during one life: a merger ends it and names who took it over."""

    id: Id = public("Mã", "Theo lệ: mã hành chính rồi tên, ví dụ 29272-an-truong-a.")
    code: Line | None = public("Mã hành chính", default=None)
    name: Line = public("Tên", "Đầy đủ, ví dụ Xã An Trường A.")
    level: Level = public("Cấp")
    type: UnitType = public("Loại đơn vị", default="area")
    parent: Id | None = public("Đơn vị cấp trên", default=None, refers="units")
    valid_from: Day | None = public("Có từ ngày", default=None)
    valid_to: Day | None = public("Có đến hết ngày", default=None)
    successors: tuple[Id, ...] = public("Đơn vị kế tục", default=(), refers="units")

    def exists_on(self, day: date) -> bool:
        """Whether the unit exists on the day; an open end has no limit."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )

    def exists_within(self, first: date, last: date) -> bool:
        """Whether the unit exists on some day between the two, inclusive."""
        return (self.valid_from is None or self.valid_from <= last) and (
            self.valid_to is None or first <= self.valid_to
        )


class UnitList(Record):
    """The file `records/units.yml`."""

    units: tuple[Unit, ...] = public("Các đơn vị", at_least=1)
