"""A visit: who went where on which days, what was done, and what blocks people there.

Source: design, section 2, table *Visit*.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Final, Literal, Self

from generator.domain.fields import Record, Shape, internal, public
from generator.domain.scalars import Day, Id, Line, Text, Whole, YesNo, choices

LONGEST_VISIT_DAYS: Final = 31
FEWEST_TOLD: Final = 3
"""The smallest count of people at the grassroots that outsiders are told; none is told as none."""

SESSIONS: Final = {
    "full_day": "cả ngày",
    "morning": "buổi sáng",
    "afternoon": "buổi chiều",
    "evening": "buổi tối",
}
LEVELS: Final = {
    "branch": "chi đoàn",
    "commune": "cơ sở",
    "district": "cấp huyện và tương đương",
    "province": "cấp tỉnh",
}
COMPETENCES: Final = {
    "own": "thuộc thẩm quyền",
    "local": "cấp huyện, xã giải quyết",
    "higher": "đề xuất cấp có thẩm quyền xử lý",
}
ISSUE_STATUSES: Final = {
    "open": "chưa giải quyết",
    "referred": "đã chuyển cấp có thẩm quyền",
    "resolved": "đã giải quyết",
}

SessionName = Literal["full_day", "morning", "afternoon", "evening"]
LevelName = Literal["branch", "commune", "district", "province"]
Session = Annotated[SessionName, choices(SESSIONS)]
Level = Annotated[LevelName, choices(LEVELS)]
Competence = Annotated[Literal["own", "local", "higher"], choices(COMPETENCES)]
IssueStatus = Annotated[Literal["open", "referred", "resolved"], choices(ISSUE_STATUSES)]


class Attendance(Shape):
    """The days on which one member was there, when not on all of them."""

    member: Id = public("Ủy viên", "Mã của đồng chí chỉ tham gia một số ngày.", refers="members")
    dates: tuple[Day, ...] = public(
        "Những ngày có mặt", "Từng ngày, nằm trong chuyến đi.", at_least=1
    )


class Turnout(Shape):
    """How many took part; heads, each counted once."""

    members: Whole | None = public("Số đoàn viên tham dự", default=None)
    youth: Whole | None = public("Số thanh niên tham dự", default=None)

    @property
    def told(self) -> Self | None:
        """What outsiders are told: of one or two, everyone there knows who they were.

        None if no count is left. Source: issue *Trust*, Two audiences; decision 0020.
        """
        left = {
            key: heads
            for key, heads in (("members", self.members), ("youth", self.youth))
            if heads is not None and not 0 < heads < FEWEST_TOLD
        }
        return type(self)(**left) if left else None


class Issue(Shape):
    """A difficulty raised at the grassroots, what became of it, and perhaps a `public_text`."""

    id: Id | None = public("Mã kiến nghị", "Được đặt tự động.", default=None)
    text: Text | None = internal(
        "Khó khăn, vướng mắc", "Ghi nguyên ý cơ sở nêu; chỉ lưu nội bộ.", default=...
    )
    competence: Competence | None = public("Thẩm quyền", "Ai giải quyết được.", default=None)
    referred_to: Line | None = public("Chuyển đến", "Cơ quan, đơn vị nhận kiến nghị.", default=None)
    status: IssueStatus = public("Tình trạng", default="open")
    due: Day | None = public("Hạn trả lời", default=None)
    resolved_on: Day | None = public("Ngày giải quyết xong", default=None)
    outcome: Text | None = internal("Kết quả giải quyết", "Chỉ lưu nội bộ.")
    public_text: Text | None = public(
        "Nội dung công khai",
        "Viết cho mọi người đọc; có thì kiến nghị mới hiện ra ngoài.",
        default=None,
    )


class Report(Shape):
    """A report document of its own, besides the record."""

    number: Line | None = public("Số báo cáo", default=None)
    submitted: Day = public("Ngày nộp")
    addressee: Line | None = public("Nơi nhận", default=None)


class Assignment(Shape):
    """The travel order."""

    number: Line = internal("Số công lệnh, quyết định cử đi công tác", default=...)
    date: Day = internal("Ngày ký", default=...)


class Photo(Shape):
    """A picture below `records/media`; without consent it stays internal."""

    file: Line = public(
        "Tệp ảnh", "Đường dẫn tính từ records/media, ví dụ 2019/ap-3.jpg.", refers="media"
    )
    caption: Line = public("Chú thích ảnh")
    alt: Line | None = public(
        "Mô tả ảnh cho người không nhìn thấy", "Bỏ trống thì dùng chú thích.", default=None
    )
    credit: Line | None = public("Người chụp", default=None)
    consent: YesNo = public("Được đăng công khai", default=False)


class InternalNotes(Shape):
    """What the organisation notes for itself."""

    note: Text | None = internal("Ghi chú nội bộ")
    assessment: Text | None = internal("Nhận xét, đánh giá nội bộ")


class Visit(Record):
    """One visit to the grassroots, of one day or several, by one member or a team."""

    date: Day = public("Ngày đi", "Ngày đầu tiên của chuyến đi.")
    end_date: Day | None = public(
        "Ngày về", f"Ngày cuối cùng; nhiều nhất {LONGEST_VISIT_DAYS} ngày.", default=None
    )
    session: Session = public(
        "Buổi", "Khác cả ngày thì chuyến đi phải gói trong một ngày.", default="full_day"
    )
    unit: Id = public(
        "Đơn vị",
        "Nơi đến làm việc. Chi đoàn chưa có mã: chọn xã, ghi chi đoàn ở địa điểm.",
        refers="units",
    )
    other_units: tuple[Id, ...] = public(
        "Đơn vị khác", "Những nơi khác trong cùng chuyến đi.", default=(), refers="units"
    )
    venue: Line | None = public("Địa điểm", "Ghi tự do, ví dụ cụm 3, nhà văn hóa ấp.", default=None)
    level: Level | None = public("Cấp làm việc", "Bỏ trống thì theo đơn vị.", default=None)
    kind: Id = public("Nội dung đi cơ sở", "Mã trong activities.yml.", refers="kinds")
    programme: Id | None = public("Chương trình, đợt hoạt động", default=None, refers="programmes")
    topics: tuple[Id, ...] = public("Vấn đề trao đổi", default=(), refers="topics")
    members: tuple[Id, ...] = public(
        "Ủy viên tham gia", "Mã của từng đồng chí, ít nhất một.", at_least=1, refers="members"
    )
    attendance: tuple[Attendance, ...] = public(
        "Có mặt một số ngày", "Chỉ ghi đồng chí không đi đủ các ngày.", default=()
    )
    content: Text = public("Tóm tắt nội dung làm việc", "Đã làm gì, với ai.")
    guidance: Text | None = public("Ý kiến chỉ đạo, định hướng, góp ý", default=None)
    results: Text | None = public("Kết quả", "Chuyến đi mang lại điều gì.", default=None)
    turnout: Turnout | None = public("Số đoàn viên, thanh niên tham dự", default=None)
    issues: tuple[Issue, ...] = public(
        "Khó khăn, vướng mắc", "Mỗi kiến nghị, đề xuất một mục.", default=()
    )
    recorded_on: Day | None = public("Ngày ghi", "Ngày chuyến đi được viết lại.", default=None)
    report: Report | None = public("Báo cáo riêng", default=None)
    assignment: Assignment | None = internal("Công lệnh, quyết định cử đi công tác (nếu có)")
    plan_item: Line | None = public(
        "Mục kế hoạch",
        "Dạng năm/ủy viên/mục, ví dụ 2019/le-van-ba/t03-1.",
        default=None,
        refers="plan_items",
    )
    photos: tuple[Photo, ...] = public("Ảnh", default=())
    internal: InternalNotes | None = internal("Phần nội bộ")
    former_ids: tuple[Id, ...] = public("Mã cũ", "Địa chỉ cũ được chuyển hướng về đây.", default=())
    withdrawn: Day | None = public(
        "Ngày rút lại", "Từ đó chuyến đi không được tính và không hiển thị.", default=None
    )

    @property
    def last_day(self) -> dt.date:
        """The last calendar day, inclusive: `end_date`, or the only day."""
        return self.end_date or self.date

    @property
    def unit_ids(self) -> tuple[str, ...]:
        """The units visited, the main one first."""
        return (self.unit, *self.other_units)

    def days(self) -> Iterator[dt.date]:
        """Yield the calendar days of the visit in order, at most the 31 that a visit may take."""
        first, last = self.date.toordinal(), self.last_day.toordinal()
        for ordinal in range(first, min(last, first + LONGEST_VISIT_DAYS - 1) + 1):
            yield dt.date.fromordinal(ordinal)

    def dates_of(self, member: str) -> tuple[dt.date, ...]:
        """Return the dates on which a member of the visit was there, each once.

        All of them, or those of the member's attendance. Source: design, section 2, *Presence*.
        """
        for attendance in self.attendance:
            if attendance.member == member:
                return tuple(dict.fromkeys(attendance.dates))
        return tuple(self.days())
