"""What a change of the records does: visits that come, change and go, days, targets and issues.

Pure: two states of the records, counted as of one day. Source: issue *Submission*, The gate
(**what it changes**); design, section 3, `congtac diff`.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from generator.compliance.results import Results, assess
from generator.compliance.year import MemberYear
from generator.domain.fields import open_to
from generator.domain.records import Records
from generator.domain.visit import Issue, Visit

Turn = Literal["new", "changed", "gone"]
IssueTurn = Literal["opened", "closed", "gone"]
ConcernName = Literal["same_place_same_week", "reviewer_took_part", "after_the_day_counted"]

_ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class VisitChange:
    """A visit that one of the two states has alone, or both have differently."""

    id: str = open_to("internal")
    before: Visit | None = open_to("internal")
    after: Visit | None = open_to("internal")

    @property
    def turn(self) -> Turn:
        """Whether the visit is new, changed or gone; a withdrawn one is gone."""
        if self.before is None:
            return "new"
        return "gone" if self.after is None else "changed"

    @property
    def visit(self) -> Visit:
        """The visit as it is now, else as it was."""
        visit = self.after or self.before
        assert visit is not None  # noqa: S101  (one of the two states has it)
        return visit

    @property
    def photos(self) -> frozenset[str]:
        """The files of the photos that the visit has or had, below `records/media`."""
        held = (each for each in (self.before, self.after) if each)
        return frozenset(photo.file for visit in held for photo in visit.photos)


@dataclass(frozen=True, slots=True)
class MemberChange:
    """A member's year before and after; a year in which the member is not counted has 0 days."""

    year: int = open_to("internal")
    member: str = open_to("internal")
    name: str = open_to("internal")
    days_before: Decimal = open_to("internal")
    days_after: Decimal = open_to("internal")
    target: int | None = open_to("internal")
    reached_before: bool = open_to("internal")
    reached_after: bool = open_to("internal")

    @property
    def changed(self) -> bool:
        """Whether the days or the target's being reached differ."""
        return (self.days_before, self.reached_before) != (self.days_after, self.reached_after)


@dataclass(frozen=True, slots=True)
class IssueChange:
    """An issue that is raised, settled or taken away; `number` counts from 0 in its visit."""

    turn: IssueTurn = open_to("internal")
    visit: str = open_to("internal")
    number: int = open_to("internal")
    issue: Issue = open_to("internal")


@dataclass(frozen=True, slots=True)
class Concern:
    """What a reviewer should look at in a new or changed visit; `about` are visits or members."""

    name: ConcernName = open_to("internal")
    visit: str = open_to("internal")
    about: tuple[str, ...] = open_to("internal", default=())


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that a change of the records does, as of a day.

    `members` are all those counted in a year in which some figure differs. `counted` is false where
    the state before has faults, so that its days cannot be told.
    """

    as_of: date = open_to("internal")
    visits: tuple[VisitChange, ...] = open_to("internal")
    members: tuple[MemberChange, ...] = open_to("internal")
    issues: tuple[IssueChange, ...] = open_to("internal")
    concerns: tuple[Concern, ...] = open_to("internal")
    counted: bool = open_to("internal", default=True)


def changes(
    before: Records,
    after: Records,
    as_of: date,
    reviewers: Collection[str] = (),
    *,
    counted: bool = True,
) -> Changes:
    """Return what lies between two states of the records; without `counted`, no figures.

    `reviewers` are ids of members who review: a visit of their own is a concern.
    """
    visits = tuple(_visit_changes(before, after))
    concerned = [each.after for each in visits if each.after]
    concerns = (
        concern
        for visit in concerned
        for concern in _concerns(visit, after, as_of, frozenset(reviewers))
    )
    return Changes(
        as_of=as_of,
        visits=visits,
        members=tuple(_member_changes(before, after, as_of)) if counted else (),
        issues=tuple(change for each in visits for change in _issue_changes(each)),
        concerns=tuple(concerns),
        counted=counted,
    )


def _visit_changes(before: Records, after: Records) -> Iterator[VisitChange]:
    old = {visit.id: visit for visit in before.standing_visits}
    new = {visit.id: visit for visit in after.standing_visits}
    for id_ in sorted(old.keys() | new.keys()):
        if old.get(id_) != new.get(id_):
            yield VisitChange(id_, old.get(id_), new.get(id_))


def _member_changes(before: Records, after: Records, as_of: date) -> Iterator[MemberChange]:
    old, new = assess(before, as_of), assess(after, as_of)
    for year in sorted({each.year for each in (*old.years, *new.years)}):
        found = list(_of_year(old, new, year))
        if any(each.changed for each in found):
            yield from found


def _of_year(old: Results, new: Results, year: int) -> Iterator[MemberChange]:
    were, are = _members(old, year), _members(new, year)
    for member in sorted(were.keys() | are.keys()):
        was, now = were.get(member), are.get(member)
        known = now or was
        assert known is not None  # noqa: S101  (the id is from one of the two)
        yield MemberChange(
            year=year,
            member=member,
            name=known.name,
            days_before=was.days if was else _ZERO,
            days_after=now.days if now else _ZERO,
            target=known.target,
            reached_before=was is not None and was.status == "reached",
            reached_after=now is not None and now.status == "reached",
        )


def _members(results: Results, year: int) -> Mapping[str, MemberYear]:
    found = results.year(year)
    return {each.id: each for each in found.members} if found else {}


def _issue_changes(change: VisitChange) -> Iterator[IssueChange]:
    """Yield what becomes of the issues of one visit; one is known by its id, else by its place."""
    old, new = _issues(change.before), _issues(change.after)
    for key, (number, issue) in new.items():
        was = old[key][1].status if key in old else None
        if was is None and issue.status != "resolved":
            yield IssueChange("opened", change.id, number, issue)
        elif was != "resolved" and issue.status == "resolved":
            yield IssueChange("closed", change.id, number, issue)
        elif was == "resolved" and issue.status != "resolved":
            yield IssueChange("opened", change.id, number, issue)
    for key, (number, issue) in old.items():
        if key not in new and issue.status != "resolved":
            yield IssueChange("gone", change.id, number, issue)


def _issues(visit: Visit | None) -> dict[str, tuple[int, Issue]]:
    held = enumerate(visit.issues) if visit else ()
    return {issue.id or f"#{number}": (number, issue) for number, issue in held}


def _concerns(
    visit: Visit, records: Records, as_of: date, reviewers: Collection[str]
) -> Iterator[Concern]:
    same = tuple(
        other.id
        for other in records.standing_visits
        if other.id != visit.id
        and other.date.isocalendar()[:2] == visit.date.isocalendar()[:2]
        and set(other.unit_ids) & set(visit.unit_ids)
    )
    if same:
        yield Concern("same_place_same_week", visit.id, same)
    judges = tuple(member for member in visit.members if member in reviewers)
    if judges:
        yield Concern("reviewer_took_part", visit.id, judges)
    if visit.last_day > as_of:
        yield Concern("after_the_day_counted", visit.id)
