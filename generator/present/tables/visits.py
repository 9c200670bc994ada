"""The table of visits: where, when, who, what was done, and the days that came of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from generator.audience import View
from generator.compliance.days import Presence, credited_days, grouped, presences_at, total
from generator.compliance.measure import Measure
from generator.compliance.timeliness import TIMELINESS, VisitReport
from generator.domain.period import Period
from generator.domain.visit import (
    FEWEST_TOLD,
    LEVELS,
    SESSIONS,
    Assignment,
    InternalNotes,
    Report,
    Turnout,
    Visit,
)
from generator.present import addresses
from generator.present.names import Names
from generator.present.tables.table import Column, Reference, Table, of


@dataclass(frozen=True)
class VisitEntry:
    """A visit with what is known around it."""

    visit: Visit
    view: View
    names: Names
    report: VisitReport | None

    @cached_property
    def presences(self) -> Sequence[Presence]:
        """Who was there, and when, up to the day counted."""
        return tuple(presences_at(self.visit, self.view.records, self.view.results.as_of))

    @property
    def credited_days(self) -> Decimal:
        """The days credited for this visit alone, of all its members together."""
        held = grouped(self.presences, lambda each: (each.member, each.day.year))
        return total(
            credited_days(own, self._measure(year).day_unit) for (_, year), own in held.items()
        )

    def concerns(self, period: Period, member: str | None) -> bool:
        """Whether someone, or that member, was there in the period, up to the day counted."""
        return any(
            period.covers(each.day) and member in (None, each.member) for each in self.presences
        )

    def _measure(self, year: int) -> Measure:
        return Measure.of(self.view.records, year, self.view.results.as_of)


def _entries(view: View) -> Iterator[VisitEntry]:
    """Return all visits that stand, by date and id."""
    return _entries_of(view.records.standing_visits, view)


def _near(view: View, period: Period) -> Iterator[VisitEntry]:
    """Return the visits with a day in the period."""
    within = view.records.standing_within(period.first_day, period.last_day)
    return _entries_of(within, view)


def _entries_of(visits: Iterable[Visit], view: View) -> Iterator[VisitEntry]:
    names = Names(view.records)
    for visit in visits:
        yield VisitEntry(visit, view, names, view.reports.get(visit.id))


def _programme(entry: VisitEntry) -> str | None:
    programme = entry.view.records.programmes.get(entry.visit.programme or "")
    return programme.label if programme else None


def _topics(entry: VisitEntry) -> Iterator[str]:
    for topic in entry.visit.topics:
        yield entry.view.records.topics[topic].label


_HEADS: Final = f"Số người; trống là không đếm. Bản công khai để trống số dưới {FEWEST_TOLD} người."

COLUMNS: Final[tuple[Column[VisitEntry], ...]] = (
    Column(
        "id", "string", "Mã chuyến đi", "Mã của chuyến đi, cũng là tên tệp bản ghi.",
        lambda e: e.visit.id, audience="public", required=True,
    ),
    of(Visit, "date", lambda e: e.visit.date, "date", required=True),
    of(
        Visit, "end_date", lambda e: e.visit.last_day, "date", required=True,
        description="Ngày cuối cùng của chuyến đi; chuyến một ngày thì trùng ngày đi.",
    ),
    of(
        Visit, "session", lambda e: e.visit.session, choices=SESSIONS, required=True,
        description="Buổi làm việc; khác cả ngày thì chuyến đi gói trong một ngày.",
    ),
    of(
        Visit, "unit", lambda e: e.visit.unit, required=True, title="Mã đơn vị",
        description="Mã của đơn vị đến làm việc.",
    ),
    Column(
        "unit_name", "string", "Đơn vị", "Tên đơn vị kèm đơn vị cấp trên đến cấp huyện.",
        lambda e: e.names.place(e.visit.unit), audience="public", required=True,
    ),
    of(
        Visit, "other_units", lambda e: e.visit.other_units, title="Mã các đơn vị khác",
        description="Mã những đơn vị khác trong cùng chuyến đi, cách nhau bằng dấu chấm phẩy.",
    ),
    Column(
        "other_unit_names", "string", "Các đơn vị khác",
        "Tên những đơn vị khác, cùng thứ tự với mã, cách nhau bằng dấu chấm phẩy.",
        lambda e: tuple(e.names.place(each) for each in e.visit.other_units), audience="public",
    ),
    of(
        Visit, "venue", lambda e: e.visit.venue,
        description="Nơi làm việc cụ thể, ghi tự do, ví dụ cụm 3, nhà văn hóa ấp.",
    ),
    of(
        Visit, "level", lambda e: e.view.records.level_of(e.visit), choices=LEVELS, required=True,
        description="Cấp đã làm việc cùng.",
    ),
    of(
        Visit, "kind", lambda e: e.visit.kind, required=True, title="Mã nội dung",
        description="Mã của nội dung đi cơ sở.",
    ),
    of(
        Visit, "kind", lambda e: e.names.kind(e.visit.kind), name="kind_name", required=True,
        description="Tên của nội dung đi cơ sở.",
    ),
    Column(
        "counts", "boolean", "Được tính ngày",
        "Nội dung này có được tính ngày công tác cơ sở không.",
        lambda e: e.view.records.kinds[e.visit.kind].counts, audience="public", required=True,
    ),
    Column(
        "branch_meeting", "boolean", "Dự sinh hoạt chi đoàn",
        "Có phải là dự sinh hoạt chi đoàn ấp, khóm (họp lệ) không.",
        lambda e: e.view.records.kinds[e.visit.kind].branch_meeting,
        audience="public", required=True,
    ),
    of(
        Visit, "programme", lambda e: e.visit.programme, title="Mã chương trình",
        description="Mã của chương trình hay đợt hoạt động, nếu có.",
    ),
    of(
        Visit, "programme", _programme, name="programme_name",
        description="Tên của chương trình hay đợt hoạt động.",
    ),
    of(
        Visit, "topics", lambda e: e.visit.topics, title="Mã vấn đề trao đổi",
        description="Mã những vấn đề đã trao đổi, cách nhau bằng dấu chấm phẩy.",
    ),
    of(
        Visit, "topics", lambda e: tuple(_topics(e)), name="topic_names",
        description="Tên những vấn đề đó, cùng thứ tự với mã, cách nhau bằng dấu chấm phẩy.",
    ),
    of(
        Visit, "members", lambda e: e.visit.members, required=True, title="Mã Ủy viên",
        description="Mã của từng đồng chí tham gia, cách nhau bằng dấu chấm phẩy.",
    ),
    Column(
        "member_names", "string", "Ủy viên tham gia",
        "Họ và tên, cùng thứ tự với mã, cách nhau bằng dấu chấm phẩy.",
        lambda e: tuple(e.names.member(each) for each in e.visit.members),
        audience="public", required=True,
    ),
    Column(
        "days", "integer", "Số ngày của chuyến đi", "Từ ngày đi đến ngày về, tính cả hai ngày.",
        lambda e: len(tuple(e.visit.days())), audience="public", required=True,
    ),
    Column(
        "credited_days", "number", "Số ngày được tính",
        "Ngày công tác cơ sở của mọi đồng chí trong riêng chuyến này, đến ngày chốt số liệu. Ngày "
        "có hai chuyến được tính ở cả hai, nên không cộng cột này để ra số ngày của một người.",
        lambda e: e.credited_days, audience="public", required=True,
    ),
    of(
        Visit, "content", lambda e: e.visit.content, required=True,
        description="Đã làm gì, với ai.",
    ),
    of(
        Visit, "guidance", lambda e: e.visit.guidance,
        description="Điều đồng chí đi cơ sở đã chỉ đạo, định hướng, góp ý.",
    ),
    of(Visit, "results", lambda e: e.visit.results),
    of(
        Turnout, "members", lambda e: e.visit.turnout.members if e.visit.turnout else None,
        "integer", name="turnout_members", description=_HEADS,
    ),
    of(
        Turnout, "youth", lambda e: e.visit.turnout.youth if e.visit.turnout else None, "integer",
        name="turnout_youth", description=_HEADS,
    ),
    Column(
        "issues", "integer", "Số kiến nghị, đề xuất",
        "Số dòng của chuyến đi này trong bảng issues.",
        lambda e: len(e.visit.issues), audience="public", required=True,
    ),
    of(
        Visit, "plan_item", lambda e: e.visit.plan_item,
        description="Mục kế hoạch mà bản ghi nêu, dạng năm/ủy viên/mục.",
    ),
    Column(
        "page", "string", "Trang", "Địa chỉ trang của chuyến đi, tính từ gốc của trang web này.",
        lambda e: addresses.visit(e.visit), audience="public", required=True,
    ),
    # The pages tell only the organisation what lateness can be read from.
    of(
        Visit, "recorded_on", lambda e: e.visit.recorded_on, "date", audience="internal",
        description="Ngày chuyến đi được viết vào sổ.",
    ),
    of(
        VisitReport, "made", lambda e: e.report.made if e.report else None, "date",
        name="report_made",
        description="Ngày nộp báo cáo riêng; không có thì ngày ghi, nếu quy định cho phép.",
    ),
    of(
        VisitReport, "due", lambda e: e.report.due if e.report else None, "date", name="report_due",
        description="Ngày cuối cùng để báo cáo đúng hạn.",
    ),
    of(
        VisitReport, "timeliness", lambda e: e.report.timeliness if e.report else None,
        name="report_status", choices=TIMELINESS,
        description="Báo cáo so với hạn, đến ngày chốt số liệu; trống là không phải báo cáo.",
    ),
    of(
        Report, "number", lambda e: e.visit.report.number if e.visit.report else None,
        name="report_number", audience="internal", description="Số của báo cáo riêng, nếu có.",
    ),
    of(
        Report, "addressee", lambda e: e.visit.report.addressee if e.visit.report else None,
        name="report_addressee", audience="internal", description="Nơi nhận báo cáo riêng.",
    ),
    of(
        Assignment, "number", lambda e: e.visit.assignment.number if e.visit.assignment else None,
        name="assignment_number", description="Số của công lệnh hay quyết định, nếu có.",
    ),
    of(
        Assignment, "date", lambda e: e.visit.assignment.date if e.visit.assignment else None,
        "date", name="assignment_date", title="Ngày ký công lệnh, quyết định",
        description="Ngày ký của công lệnh hay quyết định.",
    ),
    of(
        InternalNotes, "note", lambda e: e.visit.internal.note if e.visit.internal else None,
        description="Điều cơ quan ghi lại cho mình.",
    ),
    of(
        InternalNotes, "assessment",
        lambda e: e.visit.internal.assessment if e.visit.internal else None,
        description="Nhận xét của cơ quan về chuyến đi.",
    ),
)  # fmt: skip

VISITS: Final = Table(
    name="visits",
    title="Chuyến đi cơ sở",
    description="Mỗi dòng là một chuyến đi, một ngày hoặc nhiều ngày, một người hoặc cả đoàn.",
    key=("id",),
    columns=COLUMNS,
    rows=_entries,
    near=_near,
    references=(Reference("unit", "units"),),
)
