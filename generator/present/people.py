"""The members: the list, and a page for each with every year against the target."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.audience import View
from generator.compliance.days import rounded
from generator.compliance.target import STATUSES
from generator.compliance.timeliness import TIMELINESS
from generator.compliance.variance import ITEM_STATUSES, ItemOutcome, PlanVariance
from generator.compliance.year import MemberYear, YearResult
from generator.domain.member import Member
from generator.domain.plan import PlanItem
from generator.domain.visit import ISSUE_STATUSES, LEVELS, Issue
from generator.present import addresses
from generator.present.charts import Chart, cumulative, scale
from generator.present.names import Names
from generator.present.page import Heading, Page
from generator.present.policy import assumed_rules
from generator.present.templating import render
from generator.present.visit_rows import VisitRow, visit_rows
from generator.present.wording import name_key


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A member in the list: position today, and the year that the card speaks of."""

    id: str
    name: str
    position: str
    year: MemberYear | None


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One planned item beside what became of it."""

    item: PlanItem
    outcome: ItemOutcome
    place: str
    kind: str
    visits: list[VisitRow]


@dataclass(frozen=True, slots=True)
class RaisedIssue:
    """An issue with the visit at which it was raised."""

    issue: Issue
    visit: VisitRow


@dataclass(frozen=True, slots=True)
class YearOfMember:
    """Everything that a member's page says of one year."""

    year: YearResult
    member: MemberYear
    chart: Chart
    scale: Decimal
    month_scale: Decimal
    expected: Decimal | None
    by_kind: list[tuple[str, Decimal]]
    by_level: list[tuple[str, Decimal]]
    plan: list[PlanRow]
    visits: list[VisitRow]
    issues: list[RaisedIssue]
    assumed: list[str]


def member_pages(view: View) -> Iterator[Page]:
    """Yield the list of members, then a page for each."""
    yield _list_page(view)
    for member in view.records.members.values():
        yield _member_page(view, member)


def _list_page(view: View) -> Page:
    groups = [
        (year, [_card(view, each) for each in _in_order(year)], _scale_of(year))
        for year in reversed(view.results.years)
        if year.members
    ]
    listed = {card.id for _, cards, _ in groups for card in cards}
    others = sorted(
        (member for member in view.records.members.values() if member.id not in listed),
        key=lambda member: name_key(member.name),
    )
    values = {
        "as_of": view.results.as_of,
        "groups": groups,
        "others": [
            PersonCard(m.id, m.name, Names(view.records).position(m, view.results.as_of), None)
            for m in others
        ],
        "words": STATUSES,
    }
    return Page(
        address=addresses.MEMBERS,
        title="Ủy viên BCH chuyên trách",
        body=render("members.html", addresses.MEMBERS, values),
        description="Số ngày công tác cơ sở của từng Ủy viên Ban Chấp hành chuyên trách.",
        search="Danh sách Ủy viên Ban Chấp hành chuyên trách",
        headings=tuple(Heading(f"nam-{year.year}", f"Năm {year.year}") for year, _, _ in groups),
    )


def _card(view: View, each: MemberYear) -> PersonCard:
    member = view.records.members[each.id]
    position = Names(view.records).position(member, view.results.as_of)
    return PersonCard(member.id, member.name, position, each)


def _in_order(year: YearResult) -> list[MemberYear]:
    return sorted(year.members, key=lambda each: (name_key(each.name), each.id))


def _scale_of(year: YearResult) -> Decimal:
    targets = [each.target for each in year.members if each.target is not None]
    return scale([each.days for each in year.members], max(targets, default=None))


def _member_page(view: View, member: Member) -> Page:
    address = addresses.member(member.id)
    names = Names(view.records)
    years = [
        _year_of(view, year, each)
        for year in reversed(view.results.years)
        for each in year.members
        if each.id == member.id
    ]
    position = names.position(member, view.results.as_of)
    values = {
        "member": member,
        "position": position,
        "years": years,
        "as_of": view.results.as_of,
        "internal": view.internal,
        "other_visits": _other_visits(view, member.id, years),
        "statuses": STATUSES,
        "item_statuses": ITEM_STATUSES,
        "issue_statuses": ISSUE_STATUSES,
        "report_words": TIMELINESS,
    }
    places = {names.place(v.unit) for v in view.records.visits.values() if member.id in v.members}
    return Page(
        address=address,
        title=member.name,
        body=render("member.html", address, values),
        description=f"{member.name}, {position}: số ngày, chuyến đi, kế hoạch và kiến nghị.",
        search=f"{position}. Đã đến: {'; '.join(sorted(places))}"[:600],
        headings=tuple(Heading(f"nam-{each.year.year}", f"Năm {each.year.year}") for each in years),
    )


def _year_of(view: View, year: YearResult, member: MemberYear) -> YearOfMember:
    names = Names(view.records)
    until = view.results.as_of.month if year.year == view.results.as_of.year else 12
    return YearOfMember(
        year=year,
        member=member,
        chart=cumulative(member, year.year, until),
        scale=scale([member.days], member.target),
        expected=None if member.expected_days is None else rounded(member.expected_days, 1),
        month_scale=max([*member.months, Decimal(1)]),
        by_kind=[(names.kind(each.id), each.days) for each in member.by_kind],
        by_level=[(LEVELS.get(each.id, each.id), each.days) for each in member.by_level],
        plan=list(_plan_rows(view, year, member.id)),
        visits=visit_rows((view.records.visits[each] for each in member.visits), names),
        issues=_issues_of(view, member.id, year.year),
        assumed=assumed_rules(view.records, year),
    )


def _other_visits(view: View, member_id: str, years: list[YearOfMember]) -> list[VisitRow]:
    """Return the visits that no year of the member's tells of: of years not in full time."""
    told = {visit for each in years for visit in each.member.visits}
    held = (
        visit
        for visit in view.records.visits.values()
        if member_id in visit.members and visit.id not in told
    )
    return visit_rows(held, Names(view.records))


def _plan_rows(view: View, year: YearResult, member_id: str) -> Iterator[PlanRow]:
    names = Names(view.records)
    variance: PlanVariance | None = next(
        (each for each in year.variances if each.member == member_id), None
    )
    plan = view.records.plans.get(f"{year.year}/{member_id}")
    if variance is None or plan is None:
        return
    items: Mapping[str, PlanItem] = {item.id: item for item in plan.items}
    for outcome in variance.items:
        item = items[outcome.item]
        visits = [view.records.visits[each] for each in outcome.visits]
        yield PlanRow(
            item=item,
            outcome=outcome,
            place=names.place(item.unit) if item.unit else "",
            kind=names.kind(item.kind),
            visits=visit_rows(visits, names),
        )


def _issues_of(view: View, member_id: str, year: int) -> list[RaisedIssue]:
    names = Names(view.records)
    return [
        RaisedIssue(issue, row)
        for visit in sorted(view.records.visits.values(), key=lambda each: each.date, reverse=True)
        if member_id in visit.members and visit.date.year == year
        for row in visit_rows([visit], names)
        for issue in visit.issues
    ]
