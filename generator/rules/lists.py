"""Lists name each thing once, and what they say of it is in order."""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.domain.finding import Fault, FieldPath
from generator.domain.records import Records


def ids_are_unique(records: Records) -> Iterator[Fault]:
    """R011: within one list, no id stands twice."""
    for path, field, ids in _id_lists(records):
        for index, each in _repeats(ids):
            message = f"Mã “{each}” đã có ở trên."
            yield Fault(
                "R011", path, (*field, index, "id"), message, "Đặt mã khác, hoặc xóa mục thừa."
            )


def entries_do_not_repeat(records: Records) -> Iterator[Fault]:
    """R012: a visit names each member, unit, topic and attendance once."""
    for visit in records.visits.values():
        lists: tuple[tuple[str, tuple[str, ...], int], ...] = (
            ("members", visit.members, 0),
            ("other_units", visit.unit_ids, 1),
            ("topics", visit.topics, 0),
            ("attendance", tuple(each.member for each in visit.attendance), 0),
        )
        for name, entries, ahead in lists:
            for index, each in _repeats(entries) if len(entries) > 1 else ():
                message = f"“{each}” đã được ghi rồi."
                yield Fault("R012", visit.path, (name, index - ahead), message, "Xóa mục thừa.")


def units_have_no_loops(records: Records) -> Iterator[Fault]:
    """R013: going up from a unit never comes back to it. A loop is told once."""
    if records.unit_list is None:
        return
    told: set[str] = set()
    for index, unit in enumerate(records.unit_list.units):
        above = list(records.with_ancestors(unit.id))
        top = records.units.get(above[-1])
        if top and top.parent == unit.id and unit.id not in told:
            told.update(above)
            message = f"“{unit.name}” là cấp trên của chính nó: {' → '.join([*above, unit.id])}."
            field: FieldPath = ("units", index, "parent")
            yield Fault("R013", records.unit_list.path, field, message, "Sửa đơn vị cấp trên.")


def spans_are_in_order(records: Records) -> Iterator[Fault]:
    """D001: units and programmes do not end before they begin."""
    spans: list[tuple[str, FieldPath, date | None, date | None]] = []
    if records.unit_list:
        path = records.unit_list.path
        spans += [
            (path, ("units", index, "valid_to"), unit.valid_from, unit.valid_to)
            for index, unit in enumerate(records.unit_list.units)
        ]
    if records.activities:
        path = records.activities.path
        spans += [
            (path, ("programmes", index, "to"), each.from_, each.to)
            for index, each in enumerate(records.activities.programmes)
        ]
    for where, field, first, last in spans:
        if first and last and last < first:
            message = f"Ngày cuối {last} đứng trước ngày đầu {first}."
            yield Fault("D001", where, field, message, "Đổi lại hai ngày.")


def _id_lists(records: Records) -> Iterator[tuple[str, FieldPath, list[str | None]]]:
    if records.unit_list:
        yield records.unit_list.path, ("units",), [unit.id for unit in records.unit_list.units]
    if records.activities:
        path = records.activities.path
        yield path, ("kinds",), [each.id for each in records.activities.kinds]
        yield path, ("topics",), [each.id for each in records.activities.topics]
        yield path, ("programmes",), [each.id for each in records.activities.programmes]
    for plan in records.plans.values():
        yield plan.path, ("items",), [item.id for item in plan.items]
    for visit in records.visits.values():
        if len(visit.issues) > 1:
            yield visit.path, ("issues",), [issue.id for issue in visit.issues]


def _repeats(entries: Iterable[str | None]) -> Iterator[tuple[int, str]]:
    """Yield index and entry of each that stood before."""
    seen: set[str] = set()
    for index, each in enumerate(entries):
        if each is not None:
            if each in seen:
                yield index, each
            seen.add(each)
