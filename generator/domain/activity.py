"""The vocabulary of activities: kinds, topics and programmes, each with where it comes from.

Source: design, section 2, row `records/activities.yml`.
"""

from datetime import date

from generator.domain.fields import Record, Shape, public
from generator.domain.scalars import Day, Id, Line, YesNo


class Kind(Shape):
    """A kind of visit, and whether its days count towards the target."""

    id: Id = public("Mã")
    label: Line = public("Tên")
    counts: YesNo = public("Được tính ngày")
    branch_meeting: YesNo = public("Là dự sinh hoạt chi đoàn")
    source: Line | None = public("Nguồn", "Văn bản hoặc tài liệu nêu nội dung này.", default=None)


class Topic(Shape):
    """A subject talked about at a visit."""

    id: Id = public("Mã")
    label: Line = public("Tên")
    source: Line | None = public("Nguồn", default=None)


class Programme(Shape):
    """A campaign with its days, both ends inclusive."""

    id: Id = public("Mã")
    label: Line = public("Tên")
    from_: Day = public("Từ ngày")
    to: Day = public("Đến ngày")
    source: Line | None = public("Nguồn", default=None)

    def runs_on(self, day: date) -> bool:
        """Whether the programme runs on the day."""
        return self.from_ <= day <= self.to


class Activities(Record):
    """The file `records/activities.yml`."""

    kinds: tuple[Kind, ...] = public("Nội dung đi cơ sở", at_least=1)
    topics: tuple[Topic, ...] = public("Vấn đề trao đổi", default=())
    programmes: tuple[Programme, ...] = public("Chương trình, đợt hoạt động", default=())
