"""One member's year counted step by step, from the records, for the page of the method."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal

from generator.audience import View
from generator.compliance.days import Presence, credited_days, grouped, presences, total
from generator.compliance.measure import Measure
from generator.compliance.year import MemberYear, YearResult
from generator.domain.visit import Visit
from generator.present.wording import number


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """A member's year: `visit_by_visit` counts each visit alone, `overlap` what that has twice."""

    year: YearResult
    member: MemberYear
    visits: int
    visit_by_visit: Decimal
    overlap: Decimal
    several_days: Visit | None
    its_days: Decimal
    shared_date: date | None
    on_shared_date: tuple[Visit, ...]
    its_worth: Decimal
    division: str


def worked_example(view: View) -> WorkedExample | None:
    """Return the example of the latest year that is over, else of the latest that has days.

    The member is one with a visit of several days and a date with two visits, if there is one.
    """
    years = [each for each in view.results.years if any(member.days for member in each.members)]
    closed = [each for each in years if each.closed]
    year = next(reversed(closed or years), None)
    if year is None:
        return None
    measure = Measure.of(view.records, year.year, view.results.as_of)
    held = grouped(
        (
            each
            for each in presences(view.records, view.results.as_of)
            if each.day.year == year.year and each.credited
        ),
        lambda each: each.member,
    )
    examples = [_example(year, member, held[member.id], measure) for member in year.members]
    return max(examples, key=_tells)


def _tells(example: WorkedExample) -> tuple[bool, bool, bool, bool, int]:
    """How much an example shows, and that nobody who is short is held up as one."""
    member = example.member
    reached = member.target is not None and member.days >= member.target
    shared, several = bool(example.on_shared_date), bool(example.several_days)
    return shared, several, not member.adjusted, reached, -example.visits


def _example(
    year: YearResult, member: MemberYear, held: Sequence[Presence], measure: Measure
) -> WorkedExample:
    by_visit = grouped(held, lambda each: each.visit.id)
    alone = {key: credited_days(mine, measure.day_unit) for key, mine in by_visit.items()}
    longest = max(by_visit.values(), key=len, default=[])
    by_date = grouped(held, lambda each: each.day)
    shared = next((mine for _, mine in sorted(by_date.items()) if len(mine) > 1), [])
    visit_by_visit = total(alone.values())
    return WorkedExample(
        year=year,
        member=member,
        visits=len(by_visit),
        visit_by_visit=visit_by_visit,
        overlap=visit_by_visit - member.days,
        several_days=longest[0].visit if len(longest) > 1 else None,
        its_days=alone[longest[0].visit.id] if longest else Decimal(0),
        shared_date=shared[0].day if shared else None,
        on_shared_date=tuple(each.visit for each in shared),
        its_worth=credited_days(shared, measure.day_unit),
        division=_division(year, measure.decimals),
    )


def _division(year: YearResult, decimals: int) -> str:
    """Return the mean before it is rounded, with one decimal more than it will have."""
    whole = year.whole
    if not whole.population:
        return ""
    exact = whole.total_days / whole.population
    cut = exact.quantize(Decimal(1).scaleb(-decimals - 1), ROUND_DOWN)
    return number(cut) + ("" if cut == exact else "…")
