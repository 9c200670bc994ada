"""The target of a member in a year, the pace towards it, and the status that follows.

Source: design, section 2, *Counting, exactly* (status) and rules `annual_days`, `proration`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from generator.compliance.days import rounded
from generator.compliance.measure import Measure
from generator.domain.fields import open_to
from generator.domain.member import Member, Term

Status = Literal["no_policy", "reached", "no_data", "short", "on_pace", "behind"]

PACE_DECIMALS: Final = 1
"""The decimals of the days that a pace asks for, wherever people read them."""

STATUSES: Final = {
    "no_policy": "chưa có quy định",
    "reached": "đạt",
    "no_data": "chưa có dữ liệu",
    "short": "chưa đạt chỉ tiêu",
    "on_pace": "bảo đảm tiến độ",
    "behind": "chậm tiến độ",
}


@dataclass(frozen=True, slots=True)
class Eligibility:
    """A member's eligible days: of the whole year, up to the day counted, and the last of them."""

    whole: int = open_to("internal")
    elapsed: int = open_to("internal")
    last: date | None = open_to("internal")


def eligibility(member: Member, measure: Measure) -> Eligibility:
    """Return how many days of the year are eligible, in all and up to the day counted."""
    days = eligible_days(member, measure)
    return Eligibility(len(days), bisect_right(days, measure.as_of), days[-1] if days else None)


def eligible_days(member: Member, measure: Measure) -> list[date]:
    """Return the days of the year on which the member is in a full-time term and not on leave."""
    held = (day for term in member.terms if term.full_time for day in _covered(term, measure.days))
    return [day for day in held if not member.on_leave(day)]


def _covered(term: Term, days: Sequence[date]) -> Sequence[date]:
    """Return those of the days that the term covers; terms are in order and do not overlap."""
    first = bisect_left(days, term.from_)
    return days[first:] if term.to is None else days[first : bisect_right(days, term.to)]


def target(eligible: Eligibility, measure: Measure) -> int | None:
    """Return the target in whole days, None without a policy.

    With `calendar_days`: annual days × eligible days of the year ÷ days of the year, half up.
    """
    if measure.policy is None:
        return None
    annual = measure.policy.rules.annual_days.value
    if measure.policy.rules.proration.value == "none":
        return annual
    return int(rounded(Decimal(annual * eligible.whole) / measure.length, 0))


def status(
    days: Decimal, wanted: int | None, eligible: Eligibility, measure: Measure, *, named: bool
) -> Status:
    """Return the first status that holds; `named`: whether a visit of the year names the member."""
    if wanted is None:
        return "no_policy"
    if days >= wanted:
        return "reached"
    if not named:
        return "no_data"
    if measure.closed or (eligible.last is not None and measure.as_of >= eligible.last):
        return "short"
    return "on_pace" if days * eligible.whole >= wanted * eligible.elapsed else "behind"


def expected_days(wanted: int | None, eligible: Eligibility) -> Decimal | None:
    """Return the days that the pace asks for: target × the share of eligible days that is over.

    Exact, for what is lacking is counted from it. None without a target; 0 if no day of the year
    is eligible.
    """
    if wanted is None:
        return None
    return Decimal(wanted * eligible.elapsed) / max(eligible.whole, 1)


def told_pace(expected: Decimal) -> Decimal:
    """Return the days that the pace asks for as people read them, half up."""
    return rounded(expected, PACE_DECIMALS)
