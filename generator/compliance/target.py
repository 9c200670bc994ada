"""The target of a member in a year, the pace towards it, and the status that follows.

Source: design, section 2, *Counting, exactly* (population, status) and rules `annual_days`,
`proration`.
"""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal

from generator.domain.member import Member
from generator.domain.policy import Policy

Status = Literal["no_policy", "reached", "no_data", "short", "on_pace", "behind"]

STATUSES: Final = {
    "no_policy": "chưa có quy định",
    "reached": "đạt",
    "no_data": "chưa có dữ liệu",
    "short": "chưa đạt",
    "on_pace": "bảo đảm tiến độ",
    "behind": "chậm tiến độ",
}


def year_bounds(year: int) -> tuple[date, date]:
    """Return the first and the last day of the year."""
    return date(year, 1, 1), date(year, 12, 31)


def eligible_days(member: Member, year: int) -> tuple[date, ...]:
    """Return the days of the year in a full-time term and not on leave, in order."""
    first, last = year_bounds(year)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return tuple(day for day in days if member.full_time_on(day) and not member.on_leave(day))


def target(policy: Policy, eligible: int, year: int) -> int:
    """Return the target in whole days.

    With `calendar_days`: annual days × eligible days of the year ÷ days of the year, half up.
    """
    annual = policy.rules.annual_days.value
    if policy.rules.proration.value == "none":
        return annual
    first, last = year_bounds(year)
    share = Decimal(annual * eligible) / Decimal((last - first).days + 1)
    return int(share.quantize(Decimal(1), ROUND_HALF_UP))


def status(
    days: Decimal,
    wanted: int | None,
    *,
    named: bool,
    eligible: tuple[date, ...],
    year: int,
    as_of: date,
) -> Status:
    """Return the first status that holds; `named` says whether a visit of the year names the member."""
    if wanted is None:
        return "no_policy"
    if days >= wanted:
        return "reached"
    if not named:
        return "no_data"
    if as_of >= _closing(eligible, year):
        return "short"
    elapsed = sum(day <= as_of for day in eligible)
    return "on_pace" if days * len(eligible) >= wanted * elapsed else "behind"


def expected_by(wanted: int, eligible: tuple[date, ...], as_of: date) -> Decimal:
    """Return the days that the pace asks for up to `as_of`: target × eligible share elapsed."""
    elapsed = sum(day <= as_of for day in eligible)
    return Decimal(wanted * elapsed) / len(eligible) if eligible else Decimal(0)


def _closing(eligible: tuple[date, ...], year: int) -> date:
    """The day from which nothing more can come: 31 December, or the last eligible day before it."""
    return eligible[-1] if eligible else year_bounds(year)[1]
