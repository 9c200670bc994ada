"""The front page, a dashboard: where the years stand, what waits, what happened last, the news."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from generator.audience import View
from generator.compliance.issues import IssueTotals
from generator.compliance.target import STATUSES
from generator.compliance.year import YearResult
from generator.present import addresses
from generator.present.articles import article_cards
from generator.present.charts import issue_age_bars, month_bars, plan_bars
from generator.present.due_rows import NEGLECTED_RULE, neglected_rows
from generator.present.ground import districts, types
from generator.present.issue_rows import AGE_WORDS, IssueRow, issue_rows
from generator.present.names import Names
from generator.present.page import Page
from generator.present.policy import assumed_report_rules, assumed_rules, policy_of
from generator.present.standing import mean_kind, roster, target_text
from generator.present.tallies import (
    branch_meetings_address,
    issue_tallies,
    plan_tallies,
    report_tallies,
    standing_tallies,
)
from generator.present.templating import render
from generator.present.visit_rows import visit_rows

NEWS_SHOWN = 3
VISITS_SHOWN = 6
ISSUES_SHOWN = 3
NEGLECTED_SHOWN = 8


def home_page(view: View) -> Iterator[Page]:
    """Yield the front page."""
    organisation = view.records.organisation
    name = organisation.full_name if organisation else ""
    years = view.results.years
    closed = next((year for year in reversed(years) if year.closed), None)
    running = next((year for year in reversed(years) if not year.closed), None)
    past = [v for v in view.records.visits.values() if v.date <= view.results.as_of]
    names = Names(view.records)
    totals = view.results.issue_totals()
    values = {
        "organisation": name,
        "as_of": view.results.as_of,
        "internal": view.internal,
        "closed": _year(view, closed) if closed else None,
        "running": _year(view, running) if running else None,
        "latest": _latest(view, running or closed),
        "watched": _watched(view, running, totals) if view.internal else None,
        "issue_totals": totals,
        "issues": issue_tallies(totals),
        "last_issues": _last_issues(view, names),
        "news": list(islice(article_cards(view), NEWS_SHOWN)),
        "visits": visit_rows(past, names, VISITS_SHOWN),
        "words": STATUSES,
    }
    yield Page(
        address=addresses.HOME,
        title="Đi công tác cơ sở",
        body=render("home.html", addresses.HOME, values),
        description=f"{name}: số ngày công tác cơ sở, chuyến đi, kết quả và tin tức.",
        meta={"hide": ["navigation", "toc"]},
    )


def _year(view: View, year: YearResult) -> dict[str, Any]:
    """Return the key figures of a year, and what they rest on."""
    policy = policy_of(view.records, year)
    return {
        "year": year,
        "assumed": assumed_rules(view.records, year),
        "target": target_text(policy),
        "mean_kind": mean_kind(year, policy) if year.closed else "",
        "meetings": branch_meetings_address(
            view.records.kinds, year.whole.span, view.results.as_of
        ),
        "roster": roster(year),
    }


def _latest(view: View, year: YearResult | None) -> dict[str, Any] | None:
    """Return what is told of the latest year only: its months, its ground, its plans."""
    if year is None:
        return None
    planned = any(each.items for each in year.plan_months)
    return {
        "year": year,
        "districts": districts(view, year),
        "types": types(view, year),
        "months": month_bars(year),
        "plans": plan_tallies(year.plan, addresses.plans(year.year)) if planned else [],
        "plan_chart": plan_bars(year) if planned else None,
    }


def _watched(view: View, running: YearResult | None, totals: IssueTotals) -> dict[str, Any]:
    """Return what the organisation watches: pace, reports, what is overdue, the neglected."""
    return {
        "assumed_reports": assumed_report_rules(view.records, running),
        "standing": standing_tallies(running) if running else [],
        "reports": report_tallies(running) if running and running.reports else [],
        "due": view.results.due,
        "ages": issue_age_bars(totals),
        "age_words": AGE_WORDS,
        "neglected": neglected_rows(view),
        "neglected_rule": NEGLECTED_RULE,
        "neglected_shown": NEGLECTED_SHOWN,
    }


def _last_issues(view: View, names: Names) -> list[IssueRow]:
    """Return the issues raised last, the latest first."""
    held = {each.visit for each in view.results.issues}
    rows = issue_rows((view.records.visits[each] for each in sorted(held)), view, names)
    return sorted(rows, key=lambda row: row.date, reverse=True)[:ISSUES_SHOWN]
