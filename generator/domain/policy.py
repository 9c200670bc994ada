"""A policy: the documents it rests on, and the rules by which days are counted.

Every rule has a value, says whether it is confirmed or assumed, and names its source.
Source: design, section 2, *Policy rules*; research/domain.md, sections 1 and 9.
"""

from datetime import date
from typing import Annotated, Final, Generic, Literal, TypeVar

from generator.domain.fields import Record, Shape, public
from generator.domain.scalars import Day, Line, Text, Whole, choices

DAY_UNITS: Final = {
    "calendar_date": "mỗi ngày có đi tính 1 ngày, dù có mấy chuyến",
    "session": "mỗi buổi tính nửa ngày, cả ngày tính 1, nhiều nhất 1 ngày mỗi ngày lịch",
}
PRORATIONS: Final = {
    "none": "không điều chỉnh",
    "calendar_days": "theo số ngày có trách nhiệm trong năm, làm tròn đến ngày, nửa ngày lên một",
}
REPORT_FORMS: Final = {
    "record": "bản ghi chuyến đi là báo cáo; có báo cáo riêng thì lấy báo cáo riêng",
    "document": "chỉ tính báo cáo riêng",
}
PROVENANCES: Final = {"confirmed": "đã xác nhận", "assumed": "tạm tính, chờ xác nhận"}

DayUnit = Annotated[Literal["calendar_date", "session"], choices(DAY_UNITS)]
Proration = Annotated[Literal["none", "calendar_days"], choices(PRORATIONS)]
ReportForm = Annotated[Literal["record", "document"], choices(REPORT_FORMS)]
Provenance = Annotated[Literal["confirmed", "assumed"], choices(PROVENANCES)]

Value = TypeVar("Value")


class Rule(Shape, Generic[Value]):
    """One rule of the policy."""

    value: Value = public("Giá trị")
    provenance: Provenance = public("Mức xác nhận")
    source: Text = public("Nguồn", "Văn bản, mục nào; hoặc vì sao tạm tính như vậy.")


class LevelDays(Shape):
    """Whole days a year to be spent with units of each level."""

    branch: Whole | None = public("Ở chi đoàn", default=None)
    commune: Whole | None = public("Ở cơ sở", default=None)
    district: Whole | None = public("Ở cấp huyện và tương đương", default=None)
    province: Whole | None = public("Ở cấp tỉnh", default=None)


class Rules(Shape):
    """All rules; the optional ones are absent where nobody set them."""

    annual_days: Rule[Whole] = public("Chỉ tiêu ngày công tác cơ sở mỗi năm")
    day_unit: Rule[DayUnit] = public("Cách tính một ngày")
    proration: Rule[Proration] = public("Điều chỉnh chỉ tiêu")
    report_form: Rule[ReportForm] = public("Hình thức báo cáo")
    report_deadline_days: Rule[Whole] | None = public(
        "Hạn báo cáo (số ngày sau ngày về)", default=None
    )
    level_days: Rule[LevelDays] | None = public("Số ngày theo cấp", default=None)
    branch_meetings: Rule[Whole] | None = public(
        "Số lần dự sinh hoạt chi đoàn mỗi năm", default=None
    )
    mean_rounding: Rule[Whole] = public("Số chữ số thập phân của trung bình")


class Basis(Shape):
    """A document that the policy rests on, and what it governs."""

    number: Line = public("Số, ký hiệu")
    date: Day = public("Ngày ban hành")
    issuer: Line = public("Cơ quan ban hành")
    title: Text = public("Trích yếu")
    governs: Line = public("Quy định về")


class Policy(Record):
    """A policy in force for whole calendar years, both ends inclusive."""

    title: Line = public("Tên chủ trương")
    from_: Day = public("Từ ngày", "Một ngày 1 tháng 1.")
    to: Day | None = public(
        "Đến ngày", "Một ngày 31 tháng 12; bỏ trống là còn hiệu lực.", default=None
    )
    basis: tuple[Basis, ...] = public("Căn cứ")
    rules: Rules = public("Các quy tắc")

    def in_force_on(self, day: date) -> bool:
        """Whether the policy is in force on the day."""
        return self.from_ <= day and (self.to is None or day <= self.to)
