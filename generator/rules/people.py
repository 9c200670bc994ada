"""Terms, leave and presence: a member is in one place at a time, in office and not on leave.

Source: design, section 2, *Counting, exactly* (presence, collision, duplicate).
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from generator.domain.finding import Fault, FieldPath
from generator.domain.meetings import days_within
from generator.domain.member import Leave, Member, Term
from generator.domain.records import Records
from generator.domain.visit import Visit

SHOWN_DAYS: Final = 3


def terms_are_in_order(records: Records) -> Iterator[Fault]:
    """D012: terms stand in order of time, end after they begin, and do not overlap."""
    for member in records.members.values():
        yield from _in_order(member, "terms", member.terms)


def leave_is_in_order(records: Records) -> Iterator[Fault]:
    """D013: leave stands in order of time, ends after it begins, and does not overlap."""
    for member in records.members.values():
        yield from _in_order(member, "leave", member.leave)


def nobody_visits_on_leave(records: Records) -> Iterator[Fault]:
    """D014: nobody is present at a visit while on leave."""
    for visit, index, member in _presences(records):
        if not member.leave:
            continue
        away = [day for day in days_within(visit, visit.members[index]) if member.on_leave(day)]
        if away:
            message = f"“{member.name}” đang nghỉ vào {_listed(away)}."
            hint = "Sửa ngày, bỏ người này, hoặc ghi attendance những ngày có đi."
            yield Fault("D014", visit.path, ("members", index), message, hint)


def nobody_visits_outside_terms(records: Records) -> Iterator[Fault]:
    """D015: whoever is present holds a term, full-time or not, on each of the days."""
    for visit, index, member in _presences(records):
        if any(term.covers(visit.date) and term.covers(visit.last_day) for term in member.terms):
            continue
        outside = [
            day for day in days_within(visit, visit.members[index]) if member.term_on(day) is None
        ]
        if outside:
            message = f"“{member.name}” không có nhiệm kỳ vào {_listed(outside)}."
            hint = "Sửa ngày, bỏ người này, hoặc bổ sung quá trình công tác."
            yield Fault("D015", visit.path, ("members", index), message, hint)


def nobody_is_in_two_places(records: Records) -> Iterator[Fault]:
    """D016: a member is at one unit per date and session; a full day meets every session.

    Both visits are told, so that whichever file a change touches shows it.
    """
    for meeting in records.meetings:
        one, other, member = meeting.one, meeting.other, meeting.member
        if one.unit != other.unit and _sessions_meet(one, other):
            for visit, rival in ((one, other), (other, one)):
                message = (
                    f"“{member}” cùng lúc ở chuyến đi “{rival.id}” ({rival.unit}) "
                    f"vào {_listed(meeting.days)}."
                )
                hint = "Ghi buổi (session) cho từng chuyến, hoặc sửa ngày, người đi."
                yield Fault("D016", visit.path, _member_field(visit, member), message, hint)


def no_visit_is_recorded_twice(records: Records) -> Iterator[Fault]:
    """D017: no two visits have dates, session, unit, kind and a member in common."""
    told: set[tuple[str, str]] = set()
    for meeting in records.meetings:
        one, other = meeting.one, meeting.other
        same = (one.date, one.last_day, one.session, one.unit, one.kind) == (
            other.date, other.last_day, other.session, other.unit, other.kind,
        )  # fmt: skip
        if same and (one.path, other.path) not in told:
            told.add((one.path, other.path))
            for visit, twin in ((one, other), (other, one)):
                message = f"Chuyến đi này đã có bản ghi “{twin.id}”."
                hint = "Giữ một bản; nếu nhiều người cùng đi thì ghi chung vào members."
                yield Fault("D017", visit.path, (), message, hint)


def _in_order(member: Member, key: str, spans: tuple[Term | Leave, ...]) -> Iterator[Fault]:
    for index, span in enumerate(spans):
        if span.to is not None and span.to < span.from_:
            message = f"Ngày cuối {span.to} đứng trước ngày đầu {span.from_}."
            field: FieldPath = (key, index, "to")
            yield Fault(_order_code(key), member.path, field, message, "Đổi lại hai ngày.")
    for index, (earlier, later) in enumerate(pairwise(spans), start=1):
        if earlier.to is None or later.from_ <= earlier.to:
            message = f"Bắt đầu {later.from_} khi khoảng trước chưa kết thúc."
            hint = "Ghi ngày cuối cho khoảng trước, và xếp theo thời gian."
            yield Fault(_order_code(key), member.path, (key, index, "from"), message, hint)


def _order_code(key: str) -> str:
    return "D012" if key == "terms" else "D013"


def _presences(records: Records) -> Iterator[tuple[Visit, int, Member]]:
    members = records.members
    for visit in records.standing_visits:
        for index, member_id in enumerate(visit.members):
            member = members.get(member_id)
            if member:
                yield visit, index, member


def _sessions_meet(one: Visit, other: Visit) -> bool:
    return one.session == other.session or "full_day" in (one.session, other.session)


def _member_field(visit: Visit, member: str) -> FieldPath:
    return ("members", visit.members.index(member))


def _listed(days: Sequence[date]) -> str:
    shown = ", ".join(str(day) for day in days[:SHOWN_DAYS])
    more = len(days) - SHOWN_DAYS
    return f"{shown} và {more} ngày nữa" if more > 0 else shown
