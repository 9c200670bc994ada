"""Counts that stand beside their state: how many reached the target, were late, are settled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.compliance.issues import IssueTotals
from generator.compliance.plan_totals import PlanTotals
from generator.compliance.target import STATUSES
from generator.compliance.timeliness import TIMELINESS
from generator.compliance.variance import ITEM_STATUSES
from generator.compliance.year import YearResult
from generator.domain.activity import Kind
from generator.domain.period import Period
from generator.domain.visit import ISSUE_STATUSES
from generator.present import addresses

UNPLANNED: Final = "ngoài kế hoạch"


@dataclass(frozen=True, slots=True)
class Tally:
    """One count: `state` picks the icon, `word` says the same, `address` leads to the records."""

    count: int
    state: str
    word: str
    address: str


def standing_tallies(year: YearResult) -> list[Tally]:
    """Return how many members stand how; of those whose status may be told."""
    page = f"{addresses.year(year.year)}#tung-dong-chi"
    counts: dict[str, int] = {str(key): held for key, held in year.standing.items()}
    return [Tally(counts[key], key, word, page) for key, word in STATUSES.items() if key in counts]


def report_tallies(year: YearResult) -> list[Tally]:
    """Return how many reports of visits were in time, late, not made, or are not due."""
    page = f"{addresses.year(year.year)}#bao-cao"
    counts = year.report_counts
    return [Tally(getattr(counts, key), key, word, page) for key, word in TIMELINESS.items()]


def issue_tallies(totals: IssueTotals, year: int | None = None) -> list[Tally]:
    """Return how many issues stand how, each leading to the list of them."""
    choices = {} if year is None else {"year": year}
    return [
        Tally(getattr(totals, key), key, word, addresses.issues_where(**choices, status=key))
        for key, word in ISSUE_STATUSES.items()
    ]


def plan_tallies(plan: PlanTotals, page: str) -> list[Tally]:
    """Return what became of planned items; what is still to come only if there is any."""
    counted = [
        Tally(getattr(plan, key), key, word, page)
        for key, word in ITEM_STATUSES.items()
        if key != "upcoming" or plan.upcoming
    ]
    return [*counted, Tally(plan.unplanned, "unplanned", UNPLANNED, page)]


def branch_meetings_address(kinds: Mapping[str, Kind], period: Period, as_of: date) -> str:
    """Return the list of a period's branch meetings; of all visits if several kinds are such."""
    meetings = _only(kind.id for kind in kinds.values() if kind.branch_meeting and kind.counts)
    return addresses.visits_of(period, as_of, **({"kind": meetings} if meetings else {}))


def _only(found: Iterable[str]) -> str:
    """Return the one that there is, or nothing of several."""
    held = list(found)
    return held[0] if len(held) == 1 else ""
