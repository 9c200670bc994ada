"""Terms, leave and presence: a member is in one place at a time, in office and not on leave.

Source: design, section 2, *Counting, exactly* (presence, collision, duplicate).
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise
from typing import Final

from generator.domain.finding import Fault, FieldPath
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
    for visit, index, member, days in _presences(records):
        away = [day for day in days if member.on_leave(day)]
        if away:
            message = f"“{member.name}” đang nghỉ vào {_listed(away)}."
            hint = "Sửa ngày, bỏ người này, hoặc ghi attendance những ngày có đi."
            yield Fault("D014", visit.path, ("members", index), message, hint)


def nobody_visits_outside_terms(records: Records) -> Iterator[Fault]:
    """D015: whoever is present holds a term, full-time or not, on each of the days."""
    for visit, index, member, days in _presences(records):
        outside = [day for day in days if member.term_on(day) is None]
        if outside:
            message = f"“{member.name}” không có nhiệm kỳ vào {_listed(outside)}."
            hint = "Sửa ngày, bỏ người này, hoặc bổ sung quá trình công tác."
            yield Fault("D015", visit.path, ("members", index), message, hint)


def nobody_is_in_two_places(records: Records) -> Iterator[Fault]:
    """D016: a member is at one unit per date and session; a full day meets every session.

    Both visits are told, so that whichever file a change touches shows it.
    """
    for one, other, member, days in _meetings(records):
        if one.unit != other.unit and _sessions_meet(one, other):
            for visit, rival in ((one, other), (other, one)):
                message = (
                    f"“{member}” cùng lúc ở chuyến đi “{rival.id}” ({rival.unit}) "
                    f"vào {_listed(days)}."
                )
                hint = "Ghi buổi (session) cho từng chuyến, hoặc sửa ngày, người đi."
                yield Fault("D016", visit.path, _member_field(visit, member), message, hint)


def no_visit_is_recorded_twice(records: Records) -> Iterator[Fault]:
    """D017: no two visits have dates, session, unit, kind and a member in common."""
    told: set[tuple[str, str]] = set()
    for one, other, _, _ in _meetings(records):
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


def _presences(records: Records) -> Iterator[tuple[Visit, int, Member, tuple[date, ...]]]:
    for visit in records.standing_visits:
        for index, member_id in enumerate(visit.members):
            member = records.members.get(member_id)
            if member:
                yield visit, index, member, _days_within(visit, member_id)


def _days_within(visit: Visit, member_id: str) -> tuple[date, ...]:
    """Return the member's days of the visit; those of an attendance outside it are rule D007's."""
    days = visit.dates_of(member_id)
    return tuple(day for day in days if visit.date <= day <= visit.last_day)


def _meetings(records: Records) -> Iterator[tuple[Visit, Visit, str, list[date]]]:
    """Yield each pair of visits with a member on dates in common, once per member."""
    by_member: dict[tuple[str, date], list[Visit]] = defaultdict(list)
    for visit in records.standing_visits:
        for member in dict.fromkeys(visit.members):
            for day in _days_within(visit, member):
                by_member[member, day].append(visit)
    days: dict[tuple[str, str, str], list[date]] = defaultdict(list)
    pairs: dict[tuple[str, str, str], tuple[Visit, Visit]] = {}
    for (member, day), visits in by_member.items():
        for one, other in combinations(visits, 2):
            key = (one.path, other.path, member)
            days[key].append(day)
            pairs[key] = (one, other)
    for key, (one, other) in pairs.items():
        yield one, other, key[2], days[key]


def _sessions_meet(one: Visit, other: Visit) -> bool:
    return one.session == other.session or "full_day" in (one.session, other.session)


def _member_field(visit: Visit, member: str) -> FieldPath:
    return ("members", visit.members.index(member))


def _listed(days: list[date]) -> str:
    shown = ", ".join(str(day) for day in days[:SHOWN_DAYS])
    more = len(days) - SHOWN_DAYS
    return f"{shown} và {more} ngày nữa" if more > 0 else shown
