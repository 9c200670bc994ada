"""The front page: where the year stands, what happened last, the latest news."""

from collections.abc import Iterator
from itertools import islice

from generator.audience import View
from generator.compliance.year import YearResult
from generator.present import addresses
from generator.present.articles import article_cards
from generator.present.charts import month_bars
from generator.present.names import Names
from generator.present.page import Page
from generator.present.policy import assumed_rules, policy_of
from generator.present.templating import render
from generator.present.visit_rows import visit_rows

NEWS_SHOWN = 4
VISITS_SHOWN = 6


def home_page(view: View) -> Iterator[Page]:
    """Yield the front page."""
    organisation = view.records.organisation
    name = organisation.full_name if organisation else ""
    years = view.results.years
    closed = next((year for year in reversed(years) if year.closed), None)
    running = next((year for year in reversed(years) if not year.closed), None)
    past = [v for v in view.records.visits.values() if v.date <= view.results.as_of]
    charted = closed or running
    values = {
        "organisation": name,
        "as_of": view.results.as_of,
        "internal": view.internal,
        "closed": closed,
        "running": running,
        "assumed_closed": assumed_rules(view.records, closed),
        "assumed_running": assumed_rules(view.records, running),
        "policy": policy_of(view.records, closed),
        "chart": month_bars(charted) if charted else None,
        "charted": charted,
        "behind": _behind(running) if view.internal and running else [],
        "news": list(islice(article_cards(view), NEWS_SHOWN)),
        "visits": visit_rows(past, Names(view.records))[:VISITS_SHOWN],
        "at_unit": addresses.unit,
    }
    yield Page(
        address=addresses.HOME,
        title="Đi công tác cơ sở",
        body=render("home.html", addresses.HOME, values),
        description=f"{name}: số ngày công tác cơ sở, chuyến đi, kết quả và tin tức.",
        meta={"hide": ["navigation", "toc"]},
    )


def _behind(year: YearResult) -> list[str]:
    return [each.name for each in year.members if each.status in ("behind", "no_data")]
