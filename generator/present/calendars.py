"""Visits and plans as calendars to subscribe to (ICS): of everyone, of a member, of a unit.

Every event lasts whole days: the records know no hours, only sessions, which stand in the text.
Source: issue *Site*, Subscribe; RFC 5545 and RFC 7986; decision 0011.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Final

from generator.audience import View
from generator.compliance.variance import ITEM_STATUSES
from generator.domain.plan import Plan, PlanItem
from generator.domain.visit import SESSIONS, Visit
from generator.load.fingerprints import digest
from generator.present import addresses
from generator.present.calendar_entry import Entry
from generator.present.makings import Makings
from generator.present.names import Names, capital
from generator.present.page import Artifact, LateArtifact
from generator.present.visit_words import kind_in_title, visit_title
from generator.present.visits import plan_anchor
from generator.present.wording import excerpt, number

_ONE_DAY: Final = timedelta(days=1)
_SUMMARY_CHARACTERS: Final = 100


def calendar_files(view: View, base: str) -> Iterator[Artifact]:
    """Yield the calendar of everyone, of each member, and of each unit of `calendar_units`.

    `base` is the address of the site, ending in a slash, or empty.
    """
    write = _Writer(view, base)
    names = Names(view.records)
    since = date(view.results.as_of.year - 1, 1, 1)
    entries = [each for each in _entries(view, names) if each.last >= since]
    organisation = view.records.organisation
    whose = f" – {organisation.name}" if organisation else ""
    yield write.file(addresses.CALENDAR, f"Đi công tác cơ sở{whose}", entries)
    for member in view.records.members:
        own = _own_days(view, member, (each for each in entries if member in each.members))
        title = f"Đi công tác cơ sở – {names.member(member)}"
        yield write.file(addresses.member_calendar(member), title, own)
    of_unit: dict[str, list[Entry]] = {unit: [] for unit in calendar_units(view)}
    for entry in entries:
        for unit in _with_those_above(entry.units, view):
            if unit in of_unit:
                of_unit[unit].append(entry)
    for unit, held in of_unit.items():
        title = f"Đi công tác cơ sở – {names.place(unit)}"
        yield write.file(addresses.unit_calendar(unit), title, held)


def calendar_units(view: View) -> tuple[str, ...]:
    """Return the units that have a calendar, sorted by id.

    Those where, or below which, a visit or a planned item ever was; a calendar once subscribed to
    stays, even with nothing in it. A province has none: its calendar is that of everyone.
    """
    named = {unit for visit in view.records.standing_visits for unit in visit.unit_ids}
    named |= {item.unit for plan in view.records.plans.values() for item in plan.items if item.unit}
    known = view.records.units
    return tuple(
        unit
        for unit in sorted(_with_those_above(named, view))
        if unit in known and known[unit].level != "province"
    )


def _with_those_above(units: Iterable[str], view: View) -> set[str]:
    return {above for unit in units for above in view.records.with_ancestors(unit)}


def _entries(view: View, names: Names) -> list[Entry]:
    """Return all visits and planned items, in the order of their days."""
    statuses = {
        (variance.year, variance.member, item.item): ITEM_STATUSES[item.status]
        for year in view.results.plans
        for variance in year.variances
        for item in variance.items
    }
    visits = (_visit(each, names) for each in view.records.standing_visits)
    planned = (
        _planned(plan, item, statuses, names)
        for plan in view.records.plans.values()
        for item in plan.items
    )
    return sorted([*visits, *planned], key=lambda each: (each.first, each.key))


def _visit(visit: Visit, names: Names) -> Entry:
    text = [
        f"{capital(SESSIONS[visit.session])}.",
        f"Người đi: {names.team(visit)}.",
        excerpt(visit.content, _SUMMARY_CHARACTERS),
    ]
    return Entry(
        key=("visit", visit.id),
        first=visit.date,
        last=visit.last_day,
        stamp=visit.recorded_on or visit.last_day,
        title=visit_title(visit, names),
        text="\n".join(text),
        place=names.venue(visit),
        kind=kind_in_title(names.kind(visit.kind)),
        address=addresses.visit(visit),
        state="CONFIRMED",
        members=visit.members,
        units=visit.unit_ids,
    )


def _planned(
    plan: Plan, item: PlanItem, statuses: Mapping[tuple[int, str, str], str], names: Names
) -> Entry:
    """Return a planned item on the first of its month.

    A plan knows no day, and an event as long as the month would fill every day of a phone's list.
    """
    first = date(plan.year, item.month, 1)
    kind = kind_in_title(names.kind(item.kind))
    head = "Đã hủy" if item.cancelled else "Kế hoạch"
    where = f", {names.place(item.unit)}" if item.unit else ""
    status = statuses[plan.year, plan.member, item.id]
    text = [
        f"Người đi: {names.member(plan.member)}.",
        f"Dự kiến {number(item.days)} ngày trong tháng {item.month}/{plan.year}: {status}.",
        f"Lý do hủy: {item.cancelled}" if item.cancelled else "",
        excerpt(item.purpose or "", _SUMMARY_CHARACTERS),
    ]
    return Entry(
        key=("plan-item", f"{plan.id}/{item.id}"),
        first=first,
        last=first,
        stamp=min((approval.date for approval in plan.approvals), default=first),
        title=f"{head} tháng {item.month}: {kind}{where}",
        text="\n".join(filter(None, text)),
        place=names.place(item.unit) if item.unit else "",
        kind=kind,
        address=f"{addresses.plans(plan.year)}#{plan_anchor(plan.member, item.id)}",
        state="CANCELLED" if item.cancelled else "TENTATIVE",
        members=(plan.member,),
        units=(item.unit,) if item.unit else (),
    )


def _own_days(view: View, member: str, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield a member's entries, a visit only for the days on which the member was there."""
    for entry in entries:
        sort, key = entry.key
        days = set(view.records.visits[key].dates_of(member)) if sort == "visit" else set()
        if sort != "visit" or days == set(view.records.visits[key].days()):
            yield entry
            continue
        for first, last in _runs(days):
            own = (sort, f"{key}/{member}/{first}")
            yield replace(entry, key=own, first=first, last=last)


def _runs(days: Iterable[date]) -> list[tuple[date, date]]:
    """Return the unbroken runs of days, each as its first and last."""
    runs: list[tuple[date, date]] = []
    for day in sorted(days):
        if runs and day - runs[-1][1] == _ONE_DAY:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


class _Writer:
    """Writes calendars; an event stands in several of them, and is made once."""

    def __init__(self, view: View, base: str) -> None:
        self._view = view
        self._base = base
        self._makings = Makings(view, base)
        self._digests: dict[tuple[str, str], str] = {}
        self._made: dict[tuple[str, str], bytes] = {}

    def file(self, path: str, title: str, entries: Iterable[Entry]) -> Artifact:
        """Return the calendar of the entries, in their order."""
        held = tuple(entries)
        made_of = self._makings.of("calendar", path, title, [*map(self._digest, held)])
        return LateArtifact(partial(self._calendar, path, title, held), path, made_of)

    def _digest(self, entry: Entry) -> str:
        if entry.key not in self._digests:
            self._digests[entry.key] = digest(repr(entry).encode())
        return self._digests[entry.key]

    def _calendar(self, path: str, title: str, entries: Iterable[Entry]) -> bytes:
        from generator.present.icalendars import calendar

        return calendar(path, title, map(self._event, entries), self._view, self._base)

    def _event(self, entry: Entry) -> bytes:
        from generator.present.icalendars import event

        if entry.key not in self._made:
            self._made[entry.key] = event(entry, self._view, self._base)
        return self._made[entry.key]
