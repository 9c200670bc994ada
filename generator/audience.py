"""What an audience may see: internal fields and records go, once, before anything is presented.

Source: design, section 2 (*i*) and section 4, *Public and internal*; decision 0020.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from types import MappingProxyType
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from generator.compliance.days import grouped
from generator.compliance.figures import PeriodResult
from generator.compliance.issues import IssueStanding
from generator.compliance.plan_totals import plan_months, plan_totals
from generator.compliance.results import Results
from generator.compliance.timeliness import VisitReport
from generator.compliance.variance import PlanVariance
from generator.compliance.year import MemberYear, YearResult
from generator.domain.article import Article, images
from generator.domain.fields import Audience, audience_of, leanly
from generator.domain.media import Picture
from generator.domain.period import Period
from generator.domain.plan import Approval, Plan
from generator.domain.records import Records
from generator.domain.visit import Issue, Photo, Visit
from generator.load.fingerprints import digest

Model = TypeVar("Model", bound=BaseModel)

_KEPT_OF_A_VISIT: Final = frozenset({"id", "path", "date", "former_ids", "withdrawn"})
_KEPT_OF_AN_ARTICLE: Final = frozenset({"id", "path", "date", "status"})

# Beside the deadline of the policy, which is public, these days tell who was late or owes a report.
_TELLING_OF_LATENESS: Final[Mapping[str, None]] = MappingProxyType(
    {"recorded_on": None, "report": None}
)


@dataclass(frozen=True)
class View:
    """The records and results that one audience may see.

    `gone` are the withdrawn visits, with nothing left but their addresses and the day;
    `gone_articles` the withdrawn articles, with nothing left but their address.
    """

    audience: Audience
    records: Records
    results: Results
    gone: tuple[Visit, ...]
    gone_articles: tuple[Article, ...]

    @property
    def internal(self) -> bool:
        """Whether this is what the organisation sees."""
        return self.audience == "internal"

    @cached_property
    def standings(self) -> Mapping[tuple[str, int], IssueStanding]:
        """Where each issue stands, by its visit and its place among the visit's issues, from 0."""
        return {(each.visit, each.number): each for each in self.results.issues}

    @cached_property
    def reports(self) -> Mapping[str, VisitReport]:
        """How the report of each visit stands, by the visit; outsiders are told of none."""
        return {each.visit: each for year in self.results.years for each in year.reports}

    @cached_property
    def raised(self) -> Mapping[int, Sequence[IssueStanding]]:
        """Where the issues of each year stand, by the year in which they were raised."""
        return grouped(self.results.issues, lambda each: each.raised.year)

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """What stands for all that the audience sees of each visit, its pictures too, by id."""
        return {visit.id: self._digest(visit) for visit in self.records.standing_visits}

    def _digest(self, visit: Visit) -> str:
        pictures = [self.records.pictures.get(photo.file) for photo in visit.photos]
        return digest(f"{visit.model_dump_json()}\n{pictures}".encode())

    @cached_property
    def photos(self) -> Mapping[str, Photo]:
        """The photos of the visits by file, for what they say of a picture."""
        visits = self.records.visits.values()
        return {photo.file: photo for visit in visits for photo in visit.photos}


def project(records: Records, results: Results, audience: Audience) -> View:
    """Return what the audience may see; what was withdrawn is shown to nobody."""
    gone = _withdrawn(records)
    standing = {visit.id: visit for visit in records.standing_visits}
    shown = replace(
        records,
        visits=standing,
        articles=_standing_articles(records),
        pictures=_standing_pictures(records),
    )
    if audience == "internal":
        return View(audience, shown, results, *gone)
    public = _public_records(shown, results.as_of)
    return View(audience, public, _public_results(results, shown, public), *gone)


def _withdrawn(records: Records) -> tuple[tuple[Visit, ...], tuple[Article, ...]]:
    visits = (each for each in records.visits.values() if each.withdrawn)
    articles = (each for each in records.articles.values() if each.status == "withdrawn")
    return (
        tuple(_only(_KEPT_OF_A_VISIT, each) for each in visits),
        tuple(_only(_KEPT_OF_AN_ARTICLE, each) for each in articles),
    )


def _only(kept: Container[str], record: Model) -> Model:
    """Return the record with all but the fields kept at their defaults, empty if they have none."""
    blank: dict[str, Any] = {}
    for name, field in type(record).model_fields.items():
        if name in kept:
            continue
        if field.is_required():
            blank[name] = () if isinstance(getattr(record, name), tuple) else ""
        else:
            blank[name] = field.get_default(call_default_factory=True)
    return record.model_copy(update=blank)


def _standing_articles(records: Records) -> Mapping[str, Article]:
    return {
        key: article for key, article in records.articles.items() if article.status != "withdrawn"
    }


def _standing_pictures(records: Records) -> Mapping[str, Picture]:
    """Return the pictures but for those that only visits which were taken back have."""
    standing = {photo.file for visit in records.standing_visits for photo in visit.photos}
    named = {photo.file for visit in records.visits.values() for photo in visit.photos}
    return {
        key: each for key, each in records.pictures.items() if key in standing or key not in named
    }


def _public_records(records: Records, as_of: date) -> Records:
    plans = {key: _public_plan(plan, as_of) for key, plan in records.plans.items()}
    planned = {f"{key}/{item.id}" for key, plan in plans.items() for item in plan.items}
    visits = {key: _public_visit(visit, planned) for key, visit in records.visits.items()}
    articles = {key: each for key, each in records.articles.items() if each.status == "ready"}
    shown_files = {photo.file for visit in visits.values() for photo in visit.photos}
    for article in articles.values():
        shown_files.update(image.file for image in images(article.body))
        shown_files.update([article.cover] if article.cover else [])
    # Whoever else shows it: one visit that keeps a photo internal is enough.
    shown_files -= {
        photo.file
        for visit in records.visits.values()
        for photo in visit.photos
        if not photo.consent
    }
    return replace(
        records,
        members={key: without_internal(member) for key, member in records.members.items()},
        visits=visits,
        plans=plans,
        articles=articles,
        pictures={key: each for key, each in records.pictures.items() if key in shown_files},
        # The names of files tell of drafts and of photos without consent.
        known={},
    )


def _public_visit(visit: Visit, planned: Container[str]) -> Visit:
    """Keep photos with consent, and issues with a public text, which then is their text.

    A plan item that the public is not told of is not named either; nor is what tells of lateness.
    """
    issues = tuple(_public_issue(issue) for issue in visit.issues if issue.public_text)
    photos = tuple(photo for photo in visit.photos if photo.consent)
    plan_item = visit.plan_item if visit.plan_item in planned else None
    return without_internal(
        visit,
        issues=issues,
        photos=photos,
        plan_item=plan_item,
        turnout=visit.turnout.told if visit.turnout else None,
        **_TELLING_OF_LATENESS,
    )


def _public_issue(issue: Issue) -> Issue:
    """Return the issue in its public words; the gaps between ids would count the internal ones."""
    return without_internal(issue, text=issue.public_text, id=None)


def _public_plan(plan: Plan, as_of: date) -> Plan:
    """Keep the items of past months that someone approved, and of approvals the past months."""
    items = tuple(item for item in plan.items if _is_public(plan, item.month, as_of))
    approvals = tuple(_past_approvals(plan, as_of))
    return plan.model_copy(update={"items": items, "approvals": approvals})


def _past_approvals(plan: Plan, as_of: date) -> Iterator[Approval]:
    """Yield each approval for those of its months that are past, if any: `2019-10` of 2019-Q4."""
    for approval in plan.approvals:
        span = approval.period
        past = [each for each in span.months if _is_past(span.year, each, as_of)]
        if past:
            period = Period(span.year, past[0], past[-1])
            yield approval.model_copy(update={"period": period})


def _is_public(plan: Plan, month: int, as_of: date) -> bool:
    """Whether the month of the plan is approved and past."""
    return plan.approved(month) and _is_past(plan.year, month, as_of)


def _is_past(year: int, month: int, as_of: date) -> bool:
    return Period(year, month, month).last_day < as_of


def _public_results(results: Results, whole: Records, shown: Records) -> Results:
    raised = _raised(shown, results.as_of)
    years = tuple(_public_year(year, shown, results.as_of, raised) for year in results.years)
    issues = tuple(_public_standings(results.issues, whole))
    return without_internal(results, years=years, issues=issues)


def _public_standings(issues: Iterable[IssueStanding], whole: Records) -> Iterator[IssueStanding]:
    """Yield where the issues that are shown stand, each numbered among those shown."""
    told = Counter[str]()
    for each in issues:
        if whole.visits[each.visit].issues[each.number].public_text:
            yield without_internal(each, number=told[each.visit])
            told[each.visit] += 1


def _public_year(
    year: YearResult, records: Records, as_of: date, raised: Sequence[date]
) -> YearResult:
    """Before a year is over, nobody outside is told who reached the target."""

    def figures(result: PeriodResult) -> PeriodResult:
        first, last = result.span.first_day, result.span.last_day
        issues = bisect_right(raised, last) - bisect_left(raised, first)
        return result.model_copy(update={"issues_raised": issues})

    variances = tuple(_public_variance(each, records, as_of) for each in year.variances)
    planned = plan_months(records, year.year, variances)
    update: dict[str, Any] = {
        "members": tuple(_public_member(each, closed=year.closed) for each in year.members),
        "variances": variances,
        "plan": plan_totals(planned),
        "plan_months": planned,
        "whole": figures(year.whole),
        "months": tuple(map(figures, year.months)),
        "to_date": tuple(map(figures, year.to_date)),
        "longer": tuple(map(figures, year.longer)),
    }
    if not year.closed:
        update |= {"reached": None, "all_reported": False}
    return without_internal(year, **update)


def _public_member(member: MemberYear, *, closed: bool) -> MemberYear:
    """An adjusted target is public only as adjusted, for its size tells how long a leave was."""
    update: dict[str, Any] = {} if closed else {"status": None}
    if member.adjusted:
        update["target"] = None
    return without_internal(member, **update)


def _public_variance(variance: PlanVariance, records: Records, as_of: date) -> PlanVariance:
    """Keep the items that are told of, and what came besides them in the same months."""
    plan = records.plans[f"{variance.year}/{variance.member}"]
    shown = {item.id for item in plan.items}
    items = tuple(item for item in variance.items if item.item in shown)
    unplanned = tuple(
        each
        for each in variance.unplanned
        if any(
            day.year == plan.year and _is_public(plan, day.month, as_of)
            for day in records.visits[each].days()
        )
    )
    return variance.model_copy(update={"items": items, "unplanned": unplanned})


def _raised(records: Records, as_of: date) -> list[date]:
    """Return, in order, the day that each issue shown was raised, up to `as_of`."""
    visits = (visit for visit in records.visits.values() if visit.date <= as_of)
    return sorted(visit.date for visit in visits for _ in visit.issues)


def without_internal(model: Model, **instead: Any) -> Model:  # noqa: ANN401  (values of fields)
    """Return the model with every internal field, in every depth, back at its default.

    A required internal field becomes the empty text, so that nothing of it is left. `instead` are
    fields with what the audience is told in their place, as it is.
    """
    update = {**dict(_blanks(type(model))), **instead}
    for name in type(model).model_fields:
        if name in update:
            continue
        value = getattr(model, name)
        if isinstance(value, BaseModel):
            update[name] = without_internal(value)
        elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            update[name] = tuple(without_internal(each) for each in value)
    return leanly(model.model_copy(update=update))


@cache
def _blanks(model: type[BaseModel]) -> tuple[tuple[str, Any], ...]:
    return tuple(
        (name, "" if field.is_required() else field.get_default(call_default_factory=True))
        for name, field in model.model_fields.items()
        if audience_of(field) != "public"
    )
