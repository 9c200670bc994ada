"""A page for each visit beside the list."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from generator.audience import View
from generator.compliance.timeliness import TIMELINESS
from generator.compliance.variance import ITEM_STATUSES, ItemOutcome, PlanVariance
from generator.domain.media import Picture
from generator.domain.visit import LEVELS, SESSIONS, Photo, Visit
from generator.present import addresses
from generator.present.issue_rows import issue_rows
from generator.present.makings import Makings
from generator.present.mentions import Mentions
from generator.present.names import Names, capital
from generator.present.page import LatePage, Page, preview
from generator.present.templating import render
from generator.present.visit_list import visit_list_page
from generator.present.visit_rows import visit_row
from generator.present.visit_words import turnout_text, visit_title
from generator.present.wording import day, days_text, excerpt, listed, long_day

SEARCHED_CHARACTERS: Final = 160
_DIGIT_AFTER_SPACE: Final = re.compile(r" (?=\d)")


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """A photo of the visit together with its picture."""

    photo: Photo
    picture: Picture


@dataclass(frozen=True, slots=True)
class Companion:
    """One of those who went; `days` are written out where they are not all of the visit's."""

    id: str
    name: str
    position: str
    days: str


@dataclass(frozen=True, slots=True)
class Planned:
    """The item of a member's plan that the visit served."""

    year: int
    member: str
    outcome: ItemOutcome

    @property
    def anchor(self) -> str:
        """The id of the item on the page of the year's plans."""
        return plan_anchor(self.member, self.outcome.item)


@dataclass(frozen=True)
class _Around:
    """What the page of a visit says about its neighbours; looked up once for all pages."""

    neighbours: Mapping[str, tuple[Visit | None, Visit | None]]
    planned: Mapping[str, list[Planned]]
    mentions: Mentions
    makings: Makings


def plan_anchor(member: str, item: str) -> str:
    """Return the id of a plan's item on the page of the year's plans."""
    return f"{member}-{item}"


def visit_pages(view: View) -> Iterator[Page]:
    """Yield the list of all visits, and a page for each."""
    names = Names(view.records)
    yield visit_list_page(view, names)
    around = _around(view)
    for visit in view.records.standing_visits:
        yield _visit_page(visit, view, names, around)


def _around(view: View) -> _Around:
    by_unit: defaultdict[str, list[Visit]] = defaultdict(list)
    for visit in view.records.standing_visits:
        for unit in dict.fromkeys(visit.unit_ids):
            by_unit[unit].append(visit)
    planned: defaultdict[str, list[Planned]] = defaultdict(list)
    for year in view.results.plans:
        for variance in year.variances:
            for visit_id, item in _served(variance):
                planned[visit_id].append(Planned(year.year, variance.member, item))
    return _Around(dict(_neighbours(by_unit)), planned, Mentions.of(view), Makings(view))


def _served(variance: PlanVariance) -> Iterator[tuple[str, ItemOutcome]]:
    for item in variance.items:
        for visit_id in item.visits:
            yield visit_id, item


def _visit_page(visit: Visit, view: View, names: Names, around: _Around) -> Page:
    title = visit_title(visit, names)
    when = days_text(visit.date, visit.last_day)
    return LatePage(
        partial(_body, visit, view, names, around),
        addresses.visit(visit),
        f"{title} ({when})",
        description=excerpt(f"{when}. {visit.content}"),
        search=_search_text(visit, names),
        meta=_preview(visit, view),
        made_of=_made_of(visit, around),
    )


def _made_of(visit: Visit, around: _Around) -> str:
    """Return what stands for all that `_body` looks at."""
    return around.makings.of(
        "visit",
        around.planned.get(visit.id, ()),
        around.mentions.of_visits([visit]),
        [each.id if each else "" for each in around.neighbours[visit.id]],
        visits=(each for each in (visit, *around.neighbours[visit.id]) if each),
    )


def _body(visit: Visit, view: View, names: Names, around: _Around) -> str:
    title = visit_title(visit, names)
    earlier, later = around.neighbours[visit.id]
    values = {
        **_facts(visit, view, names),
        "heading": _DIGIT_AFTER_SPACE.sub("\u00a0", title),
        "earlier": visit_row(earlier, names) if earlier else None,
        "later": visit_row(later, names) if later else None,
        "news": around.mentions.of_visits([visit]),
        "planned": around.planned.get(visit.id, ()),
        "item_statuses": ITEM_STATUSES,
        "report": view.reports.get(visit.id) if view.internal else None,
        "timeliness": TIMELINESS,
        "as_of": view.results.as_of,
        "uncounted": visit.date > view.results.as_of,
        "internal": view.internal,
    }
    return render("visit.html", addresses.visit(visit), values)


def _facts(visit: Visit, view: View, names: Names) -> dict[str, object]:
    records = view.records
    kind = records.kinds.get(visit.kind)
    programme = records.programmes.get(visit.programme or "")
    single = visit.date == visit.last_day
    return {
        "visit": visit,
        "names": names,
        "when": long_day(visit.date) if single else days_text(visit.date, visit.last_day),
        "length": (visit.last_day - visit.date).days + 1,
        "session": capital(SESSIONS[visit.session]),
        "venue": capital(visit.venue or ""),
        "level": capital(LEVELS[records.level_of(visit)]),
        "kind": names.kind(visit.kind),
        "counts": kind is None or kind.counts,
        "programme": programme.label if programme else "",
        "topics": [records.topics[each].label for each in visit.topics if each in records.topics],
        "people": list(_companions(visit, names)),
        "turnout": turnout_text(visit.turnout),
        "issues": issue_rows([visit], view, names),
        "photos": list(shown_photos(visit, view)),
    }


def _companions(visit: Visit, names: Names) -> Iterator[Companion]:
    for member_id in names.members_sorted(dict.fromkeys(visit.members)):
        member = names.records.members.get(member_id)
        position = names.position(member, visit.date) if member else ""
        dates = visit.dates_of(member_id)
        narrowed = set(dates) != set(visit.days())
        days = listed(day(each) for each in sorted(dates)) if narrowed else ""
        yield Companion(member_id, names.member(member_id), position, days)


def shown_photos(visit: Visit, view: View) -> Iterator[ShownPhoto]:
    """Yield the visit's photos whose pictures this audience has."""
    for photo in visit.photos:
        picture = view.records.pictures.get(photo.file)
        if picture:
            yield ShownPhoto(photo, picture)


def _neighbours(
    by_unit: Mapping[str, Sequence[Visit]],
) -> Iterator[tuple[str, tuple[Visit | None, Visit | None]]]:
    """Yield, for each visit by its id, those before and after it at its main unit."""
    for unit, visits in by_unit.items():
        for earlier, visit, later in zip(
            (None, *visits), visits, (*visits[1:], None), strict=False
        ):
            if visit.unit == unit:
                yield visit.id, (earlier, later)


def _search_text(visit: Visit, names: Names) -> str:
    """Return what people look a visit up by: where, who, what, and how its summary begins."""
    programme = names.records.programmes.get(visit.programme or "")
    places: Iterable[str] = (names.place(each) for each in visit.unit_ids)
    parts = [visit.venue or "", *places, names.team(visit), programme.label if programme else ""]
    parts.append(excerpt(visit.content, SEARCHED_CHARACTERS))
    return ". ".join(part.rstrip(".") for part in parts if part)


def _preview(visit: Visit, view: View) -> dict[str, Any]:
    """Return the picture of the link's preview, one that outsiders may see."""
    shown = next((each for each in shown_photos(visit, view) if each.photo.consent), None)
    if shown is None:
        return {}
    return preview(shown.picture, shown.photo.alt or shown.photo.caption)
