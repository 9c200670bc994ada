"""The results: all years, and a page for each year; the months are in `months`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.audience import View
from generator.compliance.target import STATUSES, told_pace
from generator.compliance.timeliness import TIMELINESS
from generator.compliance.year import Share, YearResult
from generator.domain.visit import LEVELS
from generator.present import addresses
from generator.present.articles import Card
from generator.present.charts import coverage_bars, member_bars, month_bars, plan_bars
from generator.present.ground import districts, types
from generator.present.makings import Makings
from generator.present.mentions import Mentions
from generator.present.months import month_pages, visits_by_month
from generator.present.names import Names, capital
from generator.present.page import Heading, LatePage, Page
from generator.present.policy import assumed_report_rules, assumed_rules, policy_of
from generator.present.standing import mean_kind, most_first, target_text
from generator.present.tallies import (
    branch_meetings_address,
    issue_tallies,
    plan_tallies,
    report_tallies,
    standing_tallies,
)
from generator.present.templating import render
from generator.present.wording import number, period_text


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A kind, a level or a programme in words; `address` leads to its visits, if to any."""

    share: Share
    word: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """The report of a visit that was late or is owed; for the organisation."""

    place: str
    team: str
    address: str
    last_day: date
    due: date | None
    made: date | None
    state: str
    word: str


def year_pages(view: View) -> Iterator[Page]:
    """Yield the list of years, then each year followed by its months."""
    yield _list_page(view)
    mentions = Mentions.of(view)
    makings, visits = Makings(view), visits_by_month(view)
    for year in view.results.years:
        yield _year_page(view, year, mentions, makings)
        yield from month_pages(view, year, mentions, visits, makings)


def _list_page(view: View) -> Page:
    values = {
        "years": list(reversed(view.results.years)),
        "assumed": {each.year: assumed_rules(view.records, each) for each in view.results.years},
        "as_of": view.results.as_of,
    }
    return Page(
        address=addresses.RESULTS,
        title="Kết quả",
        body=render("years.html", addresses.RESULTS, values),
        description="Kết quả đi công tác cơ sở theo năm và tháng.",
        search="Kết quả đi công tác cơ sở các năm, các tháng",
    )


def _year_page(view: View, year: YearResult, mentions: Mentions, makings: Makings) -> Page:
    planned = any(each.items for each in year.plan_months)
    news = mentions.of_year(year.year)
    whole = year.whole
    mean = "" if whole.mean_days is None else f", trung bình {number(whole.mean_days)} ngày"
    return LatePage(
        partial(_body, view, year, news, planned=planned),
        addresses.year(year.year),
        f"Kết quả năm {year.year}",
        description=f"{whole.population} đồng chí, {whole.visits} chuyến đi{mean}.",
        search=f"Kết quả đi công tác cơ sở năm {year.year}, đạt và chưa đạt chỉ tiêu",
        headings=tuple(_headings(year, planned=planned, told=bool(news))),
        made_of=_made_of(view, year, news, makings),
    )


def _made_of(view: View, year: YearResult, news: list[Card], makings: Makings) -> str:
    """Return what stands for all that `_body` looks at."""
    return makings.of(
        "year",
        makings.year(year),
        view.results.issue_totals(year.year),
        # Where anybody ever was, in whatever year.
        [unit for unit, each in view.results.coverage.items() if each.visits],
        news,
        visits=makings.visits_in(year.year),
    )


def _body(view: View, year: YearResult, news: list[Card], *, planned: bool) -> str:
    policy = policy_of(view.records, year)
    names = Names(view.records)
    totals = view.results.issue_totals(year.year)
    values = {
        "year": year,
        "members": most_first(year.members),
        "as_of": view.results.as_of,
        "internal": view.internal,
        "target": target_text(policy),
        "mean_kind": mean_kind(year, policy),
        "meetings": branch_meetings_address(
            view.records.kinds, year.whole.span, view.results.as_of
        ),
        "assumed": assumed_rules(view.records, year),
        "words": STATUSES,
        "expected": {
            each.id: number(told_pace(each.expected_days))
            for each in year.members
            if each.expected_days is not None and not year.closed
        },
        "standing": standing_tallies(year) if year.policy else [],
        "bars": member_bars(year) if year.members else None,
        "by_month": month_bars(year),
        "longer": [(capital(period_text(each.span)), each) for each in year.longer],
        "kinds": _kinds(year, view, names),
        "levels": [ShareRow(each, capital(LEVELS[each.id])) for each in year.levels],
        "programmes": _programmes(view, year),
        "districts": districts(view, year),
        "types": types(view, year),
        "coverage": coverage_bars(year, _names_of_districts(year, names)),
        "plans": plan_tallies(year.plan, addresses.plans(year.year)) if planned else [],
        "plan_chart": plan_bars(year) if planned else None,
        "issue_totals": totals,
        "issues": issue_tallies(totals, year.year),
        "news": news,
        "reports": report_tallies(year) if year.reports else [],
        "owed": list(_owed(view, year, names)),
        "assumed_reports": assumed_report_rules(view.records, year),
    }
    return render("year.html", addresses.year(year.year), values)


def _headings(year: YearResult, *, planned: bool, told: bool) -> Iterator[Heading]:
    yield Heading("tung-dong-chi", "Từng đồng chí")
    yield Heading("tung-thang", "Từng tháng, quý")
    yield Heading("theo-noi-dung", "Theo nội dung, cấp, chương trình")
    if year.districts or year.types:
        yield Heading("do-bao-phu", "Độ bao phủ")
    if planned:
        yield Heading("ke-hoach", "Kế hoạch và thực hiện")
    yield Heading("kien-nghi", "Kiến nghị, đề xuất")
    if told:
        yield Heading("tin-bai", "Tin, bài về năm này")
    if year.reports:
        yield Heading("bao-cao", "Báo cáo (nội bộ)")


def _kinds(year: YearResult, view: View, names: Names) -> list[ShareRow]:
    led = partial(addresses.visits_of, year.whole.span, view.results.as_of)
    return [ShareRow(each, names.kind(each.id), led(kind=each.id)) for each in year.kinds]


def _programmes(view: View, year: YearResult) -> list[ShareRow]:
    known = view.records.programmes
    return [
        ShareRow(
            each,
            known[each.id].label if each.id in known else each.id,
            addresses.visits_of(year.whole.span, view.results.as_of, programme=each.id),
        )
        for each in year.programmes
    ]


def _names_of_districts(year: YearResult, names: Names) -> dict[str, str]:
    known = (each.id for each in year.districts if each.id in names.records.units)
    return {each: names.unit(each) for each in known}


def _owed(view: View, year: YearResult, names: Names) -> Iterable[ReportRow]:
    """Yield the reports that were late or are owed, those owed first, the oldest first."""
    held = [each for each in year.reports if each.timeliness in ("late", "missing")]
    for report in sorted(held, key=lambda each: (each.timeliness == "late", each.due, each.visit)):
        visit = view.records.visits[report.visit]
        yield ReportRow(
            place=names.venue(visit),
            team=names.team(visit),
            address=addresses.visit(visit),
            last_day=visit.last_day,
            due=report.due,
            made=report.made,
            state=report.timeliness,
            word=TIMELINESS[report.timeliness],
        )
