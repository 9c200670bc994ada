"""A member of the committee, with dated terms: a full-time one makes the days count.

Source: design, section 2, row `records/members/<id>.yml`.
"""

from datetime import date
from typing import Annotated, Final, Literal

from generator.domain.fields import Record, Shape, internal, public
from generator.domain.scalars import Day, Line, YesNo, choices

HONORIFICS: Final = {"Anh": "Anh", "Chị": "Chị"}
Honorific = Annotated[Literal["Anh", "Chị"], choices(HONORIFICS)]


class Term(Shape):
    """A position held from one day to another, both inclusive; open-ended without `to`."""

    position: Line = public("Chức vụ")
    department: Line = public("Ban, đơn vị công tác")
    full_time: YesNo = public("Chuyên trách", "Chỉ nhiệm kỳ chuyên trách mới tính ngày.")
    from_: Day = public("Từ ngày")
    to: Day | None = public(
        "Đến ngày", "Ngày cuối cùng; bỏ trống là đang giữ chức vụ.", default=None
    )

    def covers(self, day: date) -> bool:
        """Whether the position is held on the day."""
        return self.from_ <= day and (self.to is None or day <= self.to)


class Leave(Shape):
    """Days on which nobody expects a visit; both ends inclusive."""

    from_: Day = internal("Từ ngày", default=...)
    to: Day = internal("Đến ngày", default=...)
    reason: Line | None = internal("Lý do")

    def covers(self, day: date) -> bool:
        """Whether the leave includes the day."""
        return self.from_ <= day <= self.to


class Contact(Shape):
    """How the organisation reaches the member."""

    email: Line | None = internal("Thư điện tử")
    phone: Line | None = internal("Điện thoại")


class Member(Record):
    """A person with at least one term."""

    name: Line = public("Họ và tên")
    honorific: Honorific | None = public(
        "Xưng hô trong tin", "Anh hoặc Chị; không đoán theo tên.", default=None
    )
    terms: tuple[Term, ...] = public(
        "Quá trình công tác", "Xếp theo thời gian, không chồng lên nhau.", at_least=1
    )
    leave: tuple[Leave, ...] = internal("Thời gian nghỉ", default=())
    contact: Contact | None = internal("Liên hệ")

    def term_on(self, day: date) -> Term | None:
        """Return the term held on the day, if any."""
        return next((term for term in self.terms if term.covers(day)), None)

    def full_time_on(self, day: date) -> bool:
        """Whether a full-time term covers the day."""
        return any(term.full_time and term.covers(day) for term in self.terms)

    def on_leave(self, day: date) -> bool:
        """Whether any leave covers the day."""
        return any(leave.covers(day) for leave in self.leave)
