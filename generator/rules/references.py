"""Every reference resolves, to something that exists on the day.

Source: design, section 2; issue *Main job*, "Rules across records".
"""

import difflib
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from generator.domain.finding import Fault, FieldPath
from generator.domain.period import Period
from generator.domain.records import Records
from generator.domain.scalars import MONTHS, YEARS
from generator.domain.unit import Unit, UnitList
from generator.domain.visit import Visit

_NOWHERE: Final = "Xem lại mã; mã là tên tệp hoặc khóa id trong danh sách."
_PLAN_ITEM: Final = "Viết năm/ủy viên/mục, ví dụ 2019/le-van-ba/t03-1."


def members_exist(records: Records) -> Iterator[Fault]:
    """R001: every member named has a file in `records/members/`."""
    known = records.known.get("members", frozenset())
    for path, field, member in _named_members(records):
        if member not in known:
            message = f"Không có ủy viên “{member}”."
            yield Fault("R001", path, field, message, suggest(member, known))


def units_exist(records: Records) -> Iterator[Fault]:
    """R002: every unit named stands in `records/units.yml`."""
    if records.unit_list is None:
        return
    for path, field, unit in (*_named_units(records), *_related_units(records.unit_list)):
        if unit not in records.units:
            message = f"Không có đơn vị “{unit}”."
            yield Fault("R002", path, field, message, suggest(unit, records.units))


def units_are_valid(records: Records) -> Iterator[Fault]:
    """R003: a unit visited exists on the first day; a unit planned exists in the month."""
    for visit in records.visits.values():
        for field, unit_id in _unit_fields(visit):
            unit = records.units.get(unit_id)
            if unit and not unit.exists_on(visit.date):
                message = f"“{unit.name}” ({unit.id}) không tồn tại vào ngày {visit.date}."
                hint = _instead(unit, visit.date, records)
                yield Fault("R003", visit.path, field, message, hint)
    for plan in records.plans.values():
        for index, item in enumerate(plan.items):
            unit = records.units.get(item.unit or "")
            if unit and item.month in MONTHS and plan.year in YEARS:
                month = Period(plan.year, item.month, item.month)
                if not unit.exists_within(month.first_day, month.last_day):
                    message = f"“{unit.name}” ({unit.id}) không tồn tại trong tháng {month}."
                    hint = _instead(unit, month.first_day, records)
                    yield Fault("R003", plan.path, ("items", index, "unit"), message, hint)


def kinds_exist(records: Records) -> Iterator[Fault]:
    """R004: every kind of visit named stands in `records/activities.yml`."""
    for visit in records.visits.values():
        yield from _unknown_kind(records, visit.path, ("kind",), visit.kind)
    for plan in records.plans.values():
        for index, item in enumerate(plan.items):
            yield from _unknown_kind(records, plan.path, ("items", index, "kind"), item.kind)


def programmes_exist(records: Records) -> Iterator[Fault]:
    """R005: every programme named stands in `records/activities.yml`."""
    for visit in records.visits.values():
        named = visit.programme
        if records.activities and named and named not in records.programmes:
            hint = suggest(named, records.programmes)
            yield Fault(
                "R005", visit.path, ("programme",), f"Không có chương trình “{named}”.", hint
            )


def programmes_run(records: Records) -> Iterator[Fault]:
    """R006: the programme of a visit runs on the visit's first day."""
    for visit in records.visits.values():
        programme = records.programmes.get(visit.programme or "")
        if programme and not programme.runs_on(visit.date):
            message = (
                f"“{programme.label}” diễn ra từ {programme.from_} đến {programme.to}, "
                f"không có ngày {visit.date}."
            )
            yield Fault(
                "R006",
                visit.path,
                ("programme",),
                message,
                "Chọn chương trình khác, hoặc bỏ khóa này.",
            )


def topics_exist(records: Records) -> Iterator[Fault]:
    """R007: every topic named stands in `records/activities.yml`."""
    for visit in records.visits.values():
        for index, topic in enumerate(visit.topics):
            if records.activities and topic not in records.topics:
                hint = suggest(topic, records.topics)
                message = f"Không có vấn đề trao đổi “{topic}”."
                yield Fault("R007", visit.path, ("topics", index), message, hint)


def plan_items_exist(records: Records) -> Iterator[Fault]:
    """R008: `plan_item` names the year, the member and an item of that plan."""
    for visit in records.visits.values():
        if visit.plan_item is None:
            continue
        plan_id = visit.plan_item.rpartition("/")[0]
        plan = records.plans.get(plan_id)
        if plan_id in records.known.get("plans", frozenset()) and plan is None:
            continue
        ids = [f"{plan_id}/{item.id}" for item in plan.items] if plan else []
        if visit.plan_item not in ids:
            known = records.known.get("plans", frozenset())
            hint = suggest(visit.plan_item, ids or known, _PLAN_ITEM)
            message = f"Không có mục kế hoạch “{visit.plan_item}”."
            yield Fault("R008", visit.path, ("plan_item",), message, hint)


def plan_items_fit_members(records: Records) -> Iterator[Fault]:
    """R009: the plan that a visit serves belongs to one of its members."""
    for visit in records.visits.values():
        plan = records.plans.get((visit.plan_item or "").rpartition("/")[0])
        if plan and plan.member not in visit.members:
            message = f"Mục kế hoạch là của “{plan.member}”, không đi chuyến này."
            hint = "Chọn mục trong kế hoạch của một người cùng đi, hoặc bỏ khóa này."
            yield Fault("R009", visit.path, ("plan_item",), message, hint)


def former_ids_are_free(records: Records) -> Iterator[Fault]:
    """R010: a former id is no visit's id today, and one visit's only."""
    owners: dict[str, str] = {}
    known = records.known.get("visits", frozenset())
    for visit in sorted(records.visits.values(), key=lambda each: each.id):
        for index, former in enumerate(visit.former_ids):
            owner = former if former in known else owners.get(former)
            if owner:
                message = f"Mã cũ “{former}” đang thuộc về chuyến đi “{owner}”."
                yield Fault("R010", visit.path, ("former_ids", index), message, "Bỏ mã cũ này đi.")
            owners.setdefault(former, visit.id)


def suggest(written: str, known: Iterable[str], otherwise: str = _NOWHERE) -> str:
    """Return “ý bạn là …?” with the nearest known id, or the other hint if none is near."""
    near = difflib.get_close_matches(written, sorted(known), n=1, cutoff=0.7)
    return f"Ý bạn là “{near[0]}”?" if near else otherwise


def _named_members(records: Records) -> Iterator[tuple[str, FieldPath, str]]:
    for visit in records.visits.values():
        for index, member in enumerate(visit.members):
            yield visit.path, ("members", index), member
    for plan in records.plans.values():
        # Where the file's name is another, the name is what rule P001 speaks of.
        if plan.path.endswith(f"/{plan.member}.yml"):
            yield plan.path, ("member",), plan.member


def _named_units(records: Records) -> Iterator[tuple[str, FieldPath, str]]:
    for visit in records.visits.values():
        for field, unit_id in _unit_fields(visit):
            yield visit.path, field, unit_id
    for plan in records.plans.values():
        for index, item in enumerate(plan.items):
            if item.unit:
                yield plan.path, ("items", index, "unit"), item.unit


def _related_units(units: UnitList) -> Iterator[tuple[str, FieldPath, str]]:
    for index, unit in enumerate(units.units):
        if unit.parent:
            yield units.path, ("units", index, "parent"), unit.parent
        for place, successor in enumerate(unit.successors):
            yield units.path, ("units", index, "successors", place), successor


def _unit_fields(visit: Visit) -> Iterator[tuple[FieldPath, str]]:
    yield ("unit",), visit.unit
    for index, unit in enumerate(visit.other_units):
        yield ("other_units", index), unit


def _instead(unit: Unit, day: date, records: Records) -> str:
    """Return which units stood in for one that was not yet or no longer there."""
    if unit.valid_to and unit.valid_to < day:
        others = [each for each in unit.successors if each in records.units]
        lead = "Đơn vị kế tục"
    else:
        others = [each.id for each in records.units.values() if unit.id in each.successors]
        lead = "Đơn vị khi đó"
    return f"{lead}: {', '.join(others)}." if others else "Chọn đơn vị tồn tại khi đó."


def _unknown_kind(records: Records, path: str, field: FieldPath, kind: str) -> Iterator[Fault]:
    if records.activities and kind not in records.kinds:
        message = f"Không có nội dung đi cơ sở “{kind}”."
        yield Fault("R004", path, field, message, suggest(kind, records.kinds))
