"""The value of every placeholder of an article, as running text has it; public values only.

Source: design, section 2, row `records/articles/…`; the internal site prints the same article.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from generator.audience import View
from generator.compliance.figures import PeriodResult
from generator.compliance.programme import programme_result
from generator.compliance.results import assess_period
from generator.compliance.year import MemberYear, YearResult
from generator.domain.article import NAMES_BY_CALL, Placeholder, placeholders
from generator.domain.period import Period
from generator.domain.visit import Visit
from generator.present.names import Names, in_sentence
from generator.present.visit_words import turnout_text
from generator.present.wording import day, number

NOTHING: Final = "chưa có dữ liệu"
ADJUSTED: Final = "điều chỉnh theo quy định"


def filled(text: str, view: View) -> str:
    """Return plain text with its placeholders replaced, each once; the result is not read again."""
    parts: list[str] = []
    end = 0
    for place in placeholders(text):
        parts += [text[end : place.start], value(place, view)]
        end = place.end
    return "".join([*parts, text[end:]])


def value(place: Placeholder, view: View) -> str:
    """Return what a placeholder stands for; one that follows no rule stays what was written."""
    if place.name not in NAMES_BY_CALL.get(place.call, ()):
        return place.text
    return _CALLS[place.call](view, *place.arguments).get(place.name) or NOTHING


def _year(view: View, year: str) -> Mapping[str, str]:
    result = view.results.year(int(year))
    if result is None:
        return {"year": year}
    policy = view.records.policies.get(result.policy or "")
    return {
        **_figures(view, result.whole),
        "year": year,
        "annual_days": _number(policy.rules.annual_days.value if policy else None),
        "median_days": _number(result.whole.median_days),
        "min_days": _number(result.whole.min_days),
        "reached": _number(_reached(result)),
        "communes_covered": _number(result.communes_covered),
    }


def _reached(result: YearResult) -> int | None:
    """Nobody outside is told who reached the target before the year is over."""
    return result.reached if result.closed and result.policy else None


def _period(view: View, period: str) -> Mapping[str, str]:
    parsed = Period.parse(period)
    if parsed is None or parsed.first_day > view.results.as_of:
        return {}
    return _figures(view, assess_period(view.records, parsed, view.results.as_of))


def _figures(view: View, result: PeriodResult) -> dict[str, str]:
    issues = _public_issues(view, result.span)
    return {
        "population": _number(result.population),
        "total_days": _number(result.total_days),
        "mean_days": _number(result.mean_days),
        "visits": _number(result.visits),
        "participations": _number(result.participations),
        "branch_meetings": _number(result.branch_meetings),
        "units": _number(result.units),
        "issues_raised": _number(issues.total()),
        "issues_referred": _number(issues["referred"]),
        "issues_resolved": _number(issues["resolved"]),
    }


def _public_issues(view: View, period: Period) -> Counter[str]:
    """Count by status the issues with a public text that were raised in the period."""
    visits = view.records.visits
    return Counter(
        each.status
        for each in view.results.issues
        if period.covers(each.raised) and visits[each.visit].issues[each.number].public_text
    )


def _member(view: View, member_id: str, year: str) -> Mapping[str, str]:
    result = view.results.year(int(year))
    mine = next((each for each in result.members if each.id == member_id), None) if result else None
    name = Names(view.records).member(member_id)
    if mine is None:
        return {"name": name}
    return {
        "name": name,
        "days": _number(mine.days),
        "target": _target(mine),
        "branch_meetings": _number(mine.branch_meetings),
        "visits": _number(len(mine.visits)),
    }


def _target(member: MemberYear) -> str:
    """Return the target; an adjusted one only as adjusted, for its size tells of a leave."""
    return ADJUSTED if member.adjusted else _number(member.target)


def _visit(view: View, visit_id: str) -> Mapping[str, str]:
    visit = view.records.visits.get(visit_id)
    return _visit_values(visit, Names(view.records)) if visit else {}


def _visit_values(visit: Visit, names: Names) -> dict[str, str]:
    return {
        "date": day(visit.date),
        "end_date": day(visit.last_day),
        "unit": in_sentence(names.place(visit.unit)),
        "venue": visit.venue or "",
        "kind": names.kind(visit.kind),
        "members": names.team(visit),
        "participations": _number(len(visit.members)),
        "turnout": turnout_text(visit.turnout),
        "content": " ".join(visit.content.split()),
    }


def _programme(view: View, programme_id: str) -> Mapping[str, str]:
    programme = view.records.programmes.get(programme_id)
    if programme is None:
        return {}
    result = programme_result(view.records, programme_id, view.results.as_of)
    return {
        "label": programme.label,
        "from": day(programme.from_),
        "to": day(programme.to),
        "visits": _number(result.visits),
        "participations": _number(result.participations),
        "branch_meetings": _number(result.branch_meetings),
        "units": _number(result.units),
        "total_days": _number(result.total_days),
    }


def _number(counted: Decimal | int | None) -> str:
    return "" if counted is None else number(counted)


_CALLS: Final[Mapping[str, Callable[..., Mapping[str, str]]]] = {
    "year": _year,
    "period": _period,
    "member": _member,
    "visit": _visit,
    "programme": _programme,
}
