"""The members: the list, and a page for each with every year against the target."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

from generator.audience import View
from generator.compliance.target import STATUSES
from generator.compliance.timeliness import TIMELINESS
from generator.compliance.variance import ITEM_STATUSES
from generator.compliance.year import MemberYear, YearResult
from generator.domain.member import Member
from generator.present import addresses
from generator.present.charts import scale
from generator.present.makings import Makings
from generator.present.member_year import MemberGround, YearOfMember, year_of_member
from generator.present.names import Names
from generator.present.page import Heading, LatePage, Page
from generator.present.policy import assumed_rules
from generator.present.templating import render
from generator.present.visit_rows import VisitRow, visit_rows
from generator.present.wording import name_key
from generator.present.year_calendar import marks_of

SEARCHED_CHARACTERS = 600


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A member in the list: position today, and the year that the card speaks of."""

    id: str
    name: str
    position: str
    year: MemberYear | None


@dataclass(frozen=True, slots=True)
class YearOfPeople:
    """The people of one year, by name; all bars have the same scale."""

    year: YearResult
    cards: list[PersonCard]
    scale: Decimal
    assumed: list[str]


def member_pages(view: View) -> Iterator[Page]:
    """Yield the list of members, then a page for each."""
    ground, makings = MemberGround.of(view), Makings(view)
    yield _list_page(ground)
    for member in view.records.members.values():
        yield _member_page(ground, makings, member)


def _list_page(ground: MemberGround) -> Page:
    """Return the list: people of the latest year as cards, of those before as rows of a table."""
    as_of, names = ground.view.results.as_of, ground.names
    years = [
        YearOfPeople(
            year,
            [_card(names, as_of, each) for each in _in_order(year)],
            _scale_of(year),
            assumed_rules(ground.view.records, year),
        )
        for year in reversed(ground.view.results.years)
        if year.members
    ]
    listed = {card.id for each in years for card in each.cards}
    others = sorted(
        (member for member in ground.view.records.members.values() if member.id not in listed),
        key=lambda member: name_key(member.name),
    )
    values = {
        "as_of": as_of,
        "years": years,
        "others": [PersonCard(m.id, m.name, names.position(m, as_of), None) for m in others],
        "words": STATUSES,
    }
    return Page(
        address=addresses.MEMBERS,
        title="Ủy viên BCH chuyên trách",
        body=render("members.html", addresses.MEMBERS, values),
        description="Số ngày công tác cơ sở của từng Ủy viên Ban Chấp hành chuyên trách.",
        search="Danh sách Ủy viên Ban Chấp hành chuyên trách",
        headings=tuple(Heading(f"nam-{each.year.year}", f"Năm {each.year.year}") for each in years),
    )


def _card(names: Names, as_of: date, each: MemberYear) -> PersonCard:
    member = names.records.members[each.id]
    return PersonCard(member.id, member.name, names.position(member, as_of), each)


def _in_order(year: YearResult) -> list[MemberYear]:
    return sorted(year.members, key=lambda each: (name_key(each.name), each.id))


def _scale_of(year: YearResult) -> Decimal:
    targets = [each.target for each in year.members if each.target is not None]
    return scale([each.days for each in year.members], max(targets, default=None))


def _member_page(ground: MemberGround, makings: Makings, member: Member) -> Page:
    view, names = ground.view, ground.names
    position = names.position(member, view.results.as_of)
    places = {names.place(visit.unit) for visit in ground.visits.get(member.id, ())}
    years = [year.year for year, _ in _years_of(view, member)]
    return LatePage(
        partial(_body, ground, member),
        addresses.member(member.id),
        member.name,
        description=f"{member.name}, {position}: số ngày, chuyến đi, kế hoạch và kiến nghị.",
        search=f"{position}. Đã đến: {'; '.join(sorted(places))}"[:SEARCHED_CHARACTERS],
        headings=tuple(Heading(f"nam-{each}", f"Năm {each}") for each in years),
        made_of=_made_of(ground, makings, member),
    )


def _made_of(ground: MemberGround, makings: Makings, member: Member) -> str:
    """Return what stands for all that `_body` looks at."""
    view, visits = ground.view, ground.visits.get(member.id, ())
    return makings.of(
        "member",
        member.id,
        [makings.year(year) for year, _ in _years_of(view, member)],
        [plan for plan in view.records.plans.values() if plan.member == member.id],
        ground.mentions.of_visits(visits),
        visits=visits,
    )


def _years_of(view: View, member: Member) -> list[tuple[YearResult, MemberYear]]:
    """Return the years that know of the member, the latest first."""
    return [
        (year, each)
        for year in reversed(view.results.years)
        for each in year.members
        if each.id == member.id
    ]


def _body(ground: MemberGround, member: Member) -> str:
    view, names = ground.view, ground.names
    years = [year_of_member(ground, *each) for each in _years_of(view, member)]
    position = names.position(member, view.results.as_of)
    values = {
        "member": member,
        "position": position,
        "years": years,
        "open_year": _open_year(years),
        "as_of": view.results.as_of,
        "internal": view.internal,
        "due": view.results.due is not None,
        "news": ground.mentions.of_visits(ground.visits.get(member.id, ())),
        "other_visits": _other_visits(ground, member.id, years),
        "statuses": STATUSES,
        "item_statuses": ITEM_STATUSES,
        "report_words": TIMELINESS,
        "marks_of": marks_of,
    }
    return render("member.html", addresses.member(member.id), values)


def _open_year(years: list[YearOfMember]) -> int | None:
    """Return the latest year that has a visit or a plan to tell of, else the latest."""
    telling = (each.year.year for each in years if each.months or each.plan)
    return next(telling, years[0].year.year if years else None)


def _other_visits(
    ground: MemberGround, member_id: str, years: list[YearOfMember]
) -> list[VisitRow]:
    """Return the visits that no year of the member's tells of: of years not in full time."""
    told = {visit for each in years for visit in each.member.visits}
    held = (visit for visit in ground.visits.get(member_id, ()) if visit.id not in told)
    return visit_rows(held, ground.names)
