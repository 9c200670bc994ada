"""The results: all years, a page for each year, and a page for each month begun."""

from collections.abc import Iterator

from generator.audience import View
from generator.compliance.days import total
from generator.compliance.figures import PeriodResult
from generator.compliance.target import STATUSES
from generator.compliance.year import MemberYear, YearResult
from generator.domain.period import Period
from generator.domain.visit import Visit
from generator.present import addresses
from generator.present.charts import member_bars, month_bars, scale
from generator.present.names import Names
from generator.present.page import Heading, Page
from generator.present.policy import assumed_rules, policy_of
from generator.present.templating import render
from generator.present.visit_rows import visit_rows
from generator.present.wording import name_key, number


def year_pages(view: View) -> Iterator[Page]:
    """Yield the list of years, then each year followed by its months."""
    yield _list_page(view)
    for year in view.results.years:
        yield _year_page(view, year)
        for number_of, month in enumerate(year.months, start=1):
            period = Period(year.year, number_of, number_of)
            yield _month_page(view, year, period, month)


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


def _year_page(view: View, year: YearResult) -> Page:
    address = addresses.year(year.year)
    members = sorted(year.members, key=lambda m: (-m.days, name_key(m.name), m.id))
    policy = policy_of(view.records, year)
    values = {
        "year": year,
        "members": members,
        "as_of": view.results.as_of,
        "internal": view.internal,
        "policy": policy,
        "assumed": assumed_rules(view.records, year),
        "words": STATUSES,
        "scale": scale([m.days for m in members], _highest_target(members)),
        "bars": member_bars(year) if members else None,
        "by_month": month_bars(year),
        "names": Names(view.records),
        "has_plans": any(variance.items for variance in year.variances),
    }
    whole = year.whole
    mean = "" if whole.mean_days is None else f", trung bình {number(whole.mean_days)} ngày"
    return Page(
        address=address,
        title=f"Kết quả năm {year.year}",
        body=render("year.html", address, values),
        description=f"{whole.population} đồng chí, {whole.visits} chuyến đi{mean}.",
        search=f"Kết quả đi công tác cơ sở năm {year.year}, đạt và chưa đạt chỉ tiêu",
        headings=(
            Heading("tung-dong-chi", "Từng đồng chí"),
            Heading("tung-thang", "Từng tháng"),
        ),
    )


def _highest_target(members: list[MemberYear]) -> int | None:
    return max((m.target for m in members if m.target is not None), default=None)


def _month_page(view: View, year: YearResult, period: Period, month: PeriodResult) -> Page:
    address = addresses.month(year.year, period.first_month)
    numbers = list(range(1, len(year.months) + 1))
    values = {
        "year": year,
        "month": month,
        "assumed": assumed_rules(view.records, year),
        "number": period.first_month,
        "as_of": min(view.results.as_of, period.last_day),
        "members": sorted(month.members, key=lambda m: (-m.days, name_key(m.name), m.id)),
        "so_far": _so_far(year, period.first_month),
        "visits": visit_rows(_visits_in(view, period), Names(view.records)),
        "before": period.first_month - 1 if period.first_month - 1 in numbers else None,
        "after": period.first_month + 1 if period.first_month + 1 in numbers else None,
    }
    return Page(
        address=address,
        title=f"Tháng {period.first_month} năm {year.year}",
        body=render("month.html", address, values),
        description=f"Tháng {period.first_month}/{year.year}: {month.visits} chuyến đi cơ sở.",
        search=f"Kết quả đi công tác cơ sở tháng {period.first_month} năm {year.year}",
    )


def _so_far(year: YearResult, month: int) -> str:
    """Return the days of the year up to the end of the month, as pages write them."""
    return number(total(each.total_days for each in year.months[:month]))


def _visits_in(view: View, period: Period) -> list[Visit]:
    return [
        visit
        for visit in view.records.visits.values()
        if visit.date <= period.last_day
        and visit.last_day >= period.first_day
        and visit.date <= view.results.as_of
    ]
