"""A page for each month begun, for the monthly meeting: *trong kỳ* beside *lũy kế*."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Final

from generator.audience import View
from generator.compliance.figures import MemberPeriod, PeriodResult
from generator.compliance.variance import ITEM_STATUSES, ItemOutcome, PlanVariance
from generator.compliance.year import YearResult
from generator.domain.period import Period
from generator.domain.visit import Visit
from generator.present import addresses
from generator.present.articles import Card
from generator.present.makings import Makings
from generator.present.mentions import Mentions
from generator.present.names import Names
from generator.present.page import Heading, LatePage, Page
from generator.present.policy import assumed_rules
from generator.present.tallies import branch_meetings_address, plan_tallies
from generator.present.templating import render
from generator.present.visit_rows import visit_rows
from generator.present.visits import plan_anchor
from generator.present.wording import name_key

Month = tuple[int, int]
"""A year and the number of one of its months."""

DECEMBER: Final = 12
VISITS_SHOWN: Final = 10
"""How many of its visits a month shows, the latest first, before it folds the rest away."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of a month: in it, and in the year up to its end; each leads to its records."""

    label: str
    within: Decimal | int
    so_far: Decimal | int
    records: str
    records_so_far: str
    rule: str


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One planned item of the next month; `status` is what became of it."""

    name: str
    kind: str
    place: str
    days: Decimal
    state: str
    status: str
    address: str


@dataclass(frozen=True, slots=True)
class _Ground:
    """What the page of a month is made of; `visits` are those that have a day in it."""

    view: View
    year: YearResult
    month: PeriodResult
    so_far: PeriodResult
    news: list[Card]
    visits: Sequence[Visit]

    @property
    def number(self) -> int:
        return self.month.span.first_month

    @property
    def following(self) -> Period:
        """The month after it."""
        return _after(self.year.year, self.number)


def month_pages(
    view: View,
    year: YearResult,
    mentions: Mentions,
    visits: Mapping[Month, Sequence[Visit]],
    makings: Makings,
) -> Iterator[Page]:
    """Yield a page for each month of the year that has begun; `visits` are those of all months."""
    for number_of, (month, so_far) in enumerate(
        zip(year.months, year.to_date, strict=True), start=1
    ):
        news = mentions.of_month(year.year, number_of)
        held = visits.get((year.year, number_of), ())
        yield _month_page(_Ground(view, year, month, so_far, news, held), makings)


def _month_page(ground: _Ground, makings: Makings) -> Page:
    year, following, number_of = ground.year, ground.following, ground.number
    return LatePage(
        partial(_body, ground),
        addresses.month(year.year, number_of),
        f"Tháng {number_of} năm {year.year}",
        description=f"Tháng {number_of}/{year.year}: {ground.month.visits} chuyến đi cơ sở.",
        search=f"Kết quả đi công tác cơ sở tháng {number_of} năm {year.year}",
        headings=(
            Heading("so-lieu", "Trong kỳ và lũy kế"),
            Heading("tung-dong-chi", "Từng đồng chí"),
            Heading("thang-sau", f"Kế hoạch tháng {following.first_month}/{following.year}"),
            Heading("chuyen-di", "Các chuyến đi trong tháng"),
            *([Heading("tin-bai", "Tin, bài về tháng này")] if ground.news else []),
        ),
        made_of=_made_of(ground, makings),
    )


def _made_of(ground: _Ground, makings: Makings) -> str:
    """Return what stands for all that `_body` looks at."""
    following = ground.following.year
    return makings.of(
        "month",
        ground.number,
        makings.year(ground.year),
        [makings.year(each) for each in ground.view.results.plans if each.year == following],
        makings.plans,
        ground.news,
        visits=ground.visits,
    )


def _body(ground: _Ground) -> str:
    view, year, month, so_far = ground.view, ground.year, ground.month, ground.so_far
    number_of, following, period = ground.number, ground.following, month.span
    names = Names(view.records)
    planned = next((each for each in year.plan_months if each.month == number_of), None)
    values = {
        "year": year,
        "number": number_of,
        "as_of": min(view.results.as_of, period.last_day),
        "running": view.results.as_of < period.last_day,
        "assumed": assumed_rules(view.records, year),
        "figures": _figures(view, month, so_far),
        "members": _by_days(month.members),
        "visits_of": partial(addresses.visits_of, month.span, view.results.as_of),
        "visits_so_far": partial(addresses.visits_of, so_far.span, view.results.as_of),
        "plan": plan_tallies(planned, _plans_of(year.year, number_of)) if planned else [],
        "following": following,
        "next_items": _planned(view, following, names),
        "next_page": _plans_of(following.year, following.first_month),
        "internal": view.internal,
        "visits": visit_rows(ground.visits, names),
        "visits_shown": VISITS_SHOWN,
        "news": ground.news,
        "before": number_of - 1 if number_of > 1 else None,
        "after": number_of + 1 if number_of < len(year.months) else None,
    }
    return render("month.html", addresses.month(year.year, number_of), values)


def _figures(view: View, month: PeriodResult, so_far: PeriodResult) -> list[FigureRow]:
    """Return the figures of the month, each beside that of the year up to its end."""
    as_of = view.results.as_of
    visits = partial(addresses.visits_of, as_of=as_of)
    meetings = partial(branch_meetings_address, view.records.kinds, as_of=as_of)
    told: tuple[tuple[str, str, Callable[[Period], str], str], ...] = (
        ("Chuyến đi cơ sở", "visits", visits, "so-chuyen"),
        ("Lượt (người × chuyến)", "participations", visits, "so-luot"),
        ("Ngày công tác cơ sở", "total_days", visits, "so-ngay"),
        ("Đơn vị đã đến", "units", visits, "so-don-vi"),
        ("Dự sinh hoạt chi đoàn", "branch_meetings", meetings, "sinh-hoat-chi-doan"),
        ("Kiến nghị, đề xuất", "issues_raised", addresses.issues_of, "kien-nghi"),
    )
    return [
        FigureRow(
            label=label,
            within=getattr(month, key),
            so_far=getattr(so_far, key),
            records=records(month.span),
            records_so_far=records(so_far.span),
            rule=rule,
        )
        for label, key, records, rule in told
    ]


def _by_days(members: Iterable[MemberPeriod]) -> list[MemberPeriod]:
    return sorted(members, key=lambda each: (-each.days, name_key(each.name), each.id))


def _after(year: int, month: int) -> Period:
    """Return the month after a month."""
    if month == DECEMBER:
        return Period(year + 1, 1, 1)
    return Period(year, month + 1, month + 1)


def _plans_of(year: int, month: int) -> str:
    return f"{addresses.plans(year)}#thang-{month}"


def _planned(view: View, month: Period, names: Names) -> list[PlannedRow]:
    """Return the items planned for the month that the audience is told of, by name."""
    rows = [
        _planned_row(variance, outcome, view, names)
        for year in view.results.plans
        if year.year == month.year
        for variance in year.variances
        for outcome in variance.items
        if outcome.month == month.first_month
    ]
    return sorted(rows, key=lambda row: (name_key(row.name), row.address))


def _planned_row(
    variance: PlanVariance, outcome: ItemOutcome, view: View, names: Names
) -> PlannedRow:
    plan = view.records.plans[f"{variance.year}/{variance.member}"]
    item = next(each for each in plan.items if each.id == outcome.item)
    return PlannedRow(
        name=names.member(plan.member),
        kind=names.kind(item.kind),
        place=names.place(item.unit) if item.unit else "",
        days=item.days,
        state=outcome.status,
        status=ITEM_STATUSES[outcome.status],
        address=f"{addresses.plans(plan.year)}#{plan_anchor(plan.member, item.id)}",
    )


def visits_by_month(view: View) -> Mapping[Month, Sequence[Visit]]:
    """Return the visits begun by the day counted, by each month that they touch."""
    held: defaultdict[Month, list[Visit]] = defaultdict(list)
    for visit in view.records.visits.values():
        if visit.date <= view.results.as_of:
            for month in {(day.year, day.month) for day in visit.days()}:
                held[month].append(visit)
    return held
