"""The list of all visits: a plain table by month, which the browser can narrow, search and sort."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Final

from generator.audience import View
from generator.compliance.coverage import covered_units
from generator.domain.visit import Visit
from generator.present import addresses
from generator.present.addresses import FILTERS
from generator.present.filters import (
    PERIOD,
    Answers,
    Filter,
    by_choice,
    by_label,
    by_last_month,
    by_member,
    by_month,
    by_unit,
    by_year,
    months_of,
    orders,
)
from generator.present.makings import Makings
from generator.present.names import Names
from generator.present.page import Heading, LatePage, Page
from generator.present.templating import render
from generator.present.visit_rows import VisitRow, visit_row
from generator.present.wording import day

ORDERS: Final = orders(
    (
        ("-ngay", "Ngày, mới nhất trước"),
        ("ngay", "Ngày, cũ nhất trước"),
        ("noi-den", "Nơi đến, A đến Y"),
        ("-noi-den", "Nơi đến, Y đến A"),
        ("noi-dung", "Nội dung, A đến Y"),
        ("-noi-dung", "Nội dung, Y đến A"),
        ("-so-ngay", "Số ngày, dài nhất trước"),
        ("so-ngay", "Số ngày, ngắn nhất trước"),
    )
)


@dataclass(frozen=True, slots=True)
class ListedVisit:
    """A visit as a row of the list; `days` are those of the calendar, `people` who went."""

    row: VisitRow
    days: int
    people: int
    programme: str
    uncounted: bool
    answers: Answers


@dataclass(frozen=True, slots=True)
class MonthOfVisits:
    """The visits that began in a month; `first` of its year in the list, which is the latest."""

    year: int
    month: int
    rows: list[ListedVisit]
    first: bool


def visit_list_page(view: View, names: Names) -> Page:
    """Return the list, the latest visit first."""
    years = sorted({visit.date.year for visit in view.records.standing_visits}, reverse=True)
    return LatePage(
        partial(_body, view, names),
        addresses.VISITS,
        "Chuyến đi cơ sở",
        description="Mọi chuyến đi cơ sở: ngày, nơi đến, nội dung và người đi.",
        search="Danh sách mọi chuyến đi cơ sở theo năm và tháng",
        headings=tuple(Heading(f"nam-{year}", f"Năm {year}") for year in years),
        meta={"hide": ["toc"]},
        made_of=Makings(view).of("visits", visits=view.records.standing_visits),
    )


def _body(view: View, names: Names) -> str:
    visits = tuple(reversed(view.records.standing_visits))
    months = list(_months(visits, view, names))
    values = {
        "months": months,
        "years": [
            (year, [each.month for each in held])
            for year, held in groupby(months, lambda each: each.year)
        ],
        "count": len(visits),
        "participations": sum(row.people for month in months for row in month.rows),
        "filters": _filters(visits, view, names),
        "orders": ORDERS,
        "as_of": view.results.as_of,
    }
    return render("visits.html", addresses.VISITS, values)


def _months(visits: Iterable[Visit], view: View, names: Names) -> Iterator[MonthOfVisits]:
    before = None
    for (year, month), held in groupby(visits, lambda each: (each.date.year, each.date.month)):
        rows = [_listed(visit, view, names) for visit in held]
        yield MonthOfVisits(year, month, rows, first=year != before)
        before = year


def _listed(visit: Visit, view: View, names: Names) -> ListedVisit:
    programme = view.records.programmes.get(visit.programme or "")
    people = tuple(dict.fromkeys(visit.members))
    uncounted = visit.date > view.results.as_of
    return ListedVisit(
        row=visit_row(visit, names),
        days=(visit.last_day - visit.date).days + 1,
        people=len(people),
        programme=programme.label if programme else "",
        uncounted=uncounted,
        answers={
            PERIOD: months_of(visit),
            FILTERS["member"]: people,
            FILTERS["unit"]: covered_units(view.records, visit),
            FILTERS["kind"]: (visit.kind,),
            FILTERS["programme"]: (visit.programme,) if visit.programme else (),
            FILTERS["counted"]: (addresses.UNCOUNTED if uncounted else addresses.COUNTED,),
        },
    )


def _filters(visits: Iterable[Visit], view: View, names: Names) -> list[Filter]:
    """Return the choices that some visit answers to; whether it counts only if some does not."""
    held, as_of = list(visits), view.results.as_of
    programmes = view.records.programmes
    ran = {each.programme for each in held if each.programme}
    chosen = [
        by_year(each.year for visit in held for each in visit.days()),
        by_month(),
        by_last_month(),
        by_member((each for visit in held for each in visit.members), names),
        by_unit((each for visit in held for each in covered_units(view.records, visit)), names),
        by_label("kind", "Nội dung đi cơ sở", {each.kind: names.kind(each.kind) for each in held}),
        by_label(
            "programme",
            "Chương trình, đợt hoạt động",
            {each: programmes[each].label if each in programmes else each for each in ran},
        ),
    ]
    if any(each.date > as_of for each in held):
        sides = (
            (addresses.COUNTED, f"Đến ngày {day(as_of)}"),
            (addresses.UNCOUNTED, f"Sau ngày {day(as_of)}, chưa tính"),
        )
        chosen.append(by_choice("counted", "Ngày đi", sides))
    return chosen
