"""News of a year: the basis and the plan, what was done and talked about, and who reached what.

It has the parts of the article that the project began with, each only if the records hold it.
Source: the organisation's own news; research/domain.md, section 5; issue *News*, "Drafting".
"""

from typing import Final

from generator.compliance.year import YearResult
from generator.domain.period import Period
from generator.domain.policy import Basis, Policy
from generator.domain.visit import Visit
from generator.present.documents.words import document_kind
from generator.present.documents.words import running as subject_of
from generator.present.drafts import round_up
from generator.present.drafts.desk import Desk, Story
from generator.present.drafts.period_news import summed_up
from generator.present.drafts.round_up import Round
from generator.present.drafts.sentences import joined, lowered, running, sentences, unended
from generator.present.names import capital
from generator.present.wording import day, excerpt

_EXAMPLES: Final = 1
_TOPICS: Final = 10
_LONGEST_SUBJECT: Final = 600
_AMBIGUOUS: Final = "Quyết định"
"""`QĐ` is the sign of a *Quyết định* and of a *Quy định*; a number alone does not tell which."""


def year_story(desk: Desk, result: YearResult) -> Story:
    """Return the news of a year that has visits."""
    year = Period(result.year)
    held = round_up.of_period(desk, year)
    policy = desk.records.policies.get(result.policy or "")
    chosen, told = round_up.examples(desk, _meetings_first(desk, held), _EXAMPLES, advice=True)
    return Story(
        slug=f"di-co-so-nam-{result.year}",
        title=_title(desk, result, policy),
        lead=_lead(desk, year, held, policy),
        paragraphs=(
            joined(
                _commitment(desk, result, held) if policy else "",
                round_up.kinds(desk, held.visits),
                round_up.programmes(desk, held.visits),
                round_up.meetings(desk, held),
            ),
            *told,
            joined(
                round_up.topics(desk, held, _TOPICS),
                round_up.difficulties(desk, held, year),
            ),
            joined(
                round_up.coverage(desk, held.visits, year.last_day),
                _reports(result, policy),
            ),
            _closing(desk, result, held) if held.days else "",
        ),
        category=round_up.CATEGORY,
        tags=(*([_name(policy)] if policy else []), *round_up.tags(desk, held.visits)),
        visits=tuple(chosen),
        period=str(year),
        photos=desk.photos(chosen),
    )


def _meetings_first(desk: Desk, held: Round) -> list[Visit]:
    """Return the branch meetings, of which a year-end article tells one; without any, all."""
    kinds = desk.records.kinds
    return [each for each in held.visits if kinds[each.kind].branch_meeting] or list(held.visits)


def _title(desk: Desk, result: YearResult, policy: Policy | None) -> str:
    by = f" theo {_name(policy)}" if policy else ""
    turns = [
        f"{desk.house} đi công tác cơ sở{by} trong năm {result.year}",
        f"Năm {result.year}: cán bộ {desk.house} đi công tác cơ sở{by}",
    ]
    if result.closed:
        turns.append(f"Nhìn lại năm {result.year} đi công tác cơ sở{by}")
    return desk.turns.one("title", *turns)


def _lead(desk: Desk, year: Period, held: Round, policy: Policy | None) -> str:
    """Return the basis, the plan and its purpose; the year's figures where no plan is known."""
    if policy is None:
        return summed_up(desk, year, held)
    plans = [each for each in policy.basis if _is_own(each, desk.house)]
    grounds = [_cited(each) for each in policy.basis if each not in plans]
    basis = f"Thực hiện {' và '.join(grounds)}" if grounds else ""
    purpose = f"nhằm thực hiện {running(policy.title)}"
    if not plans:
        told = summed_up(desk, year, held)
        return f"{basis or capital(purpose.removeprefix('nhằm '))}, {lowered(told)}"
    issued = f"{plans[-1].issuer} đã ban hành {_cited(plans[-1], by_issuer=False)}, {purpose}."
    return f"{basis}, {issued}" if basis else capital(issued)


def _cited(basis: Basis, *, by_issuer: bool = True) -> str:
    """Return `Kế hoạch số 53-KH/TĐTN-TC-KT ngày 26/04/2018 … về việc …`."""
    kind = document_kind(basis.number)
    named = "Văn bản" if kind == _AMBIGUOUS else kind
    told = unended(" ".join(sentences(basis.title))) or basis.governs
    issuer = f" của {basis.issuer}" if by_issuer else ""
    subject = subject_of(excerpt(told, _LONGEST_SUBJECT))
    return f"{named} số {basis.number} ngày {day(basis.date)}{issuer} {subject}"


def _is_own(basis: Basis, house: str) -> bool:
    return house.casefold() in basis.issuer.casefold()


def _name(policy: Policy) -> str:
    """Return `chủ trương 1+2` of *Chủ trương 1+2: mỗi cán bộ …*."""
    return running(policy.title.partition(":")[0].strip())


def _commitment(desk: Desk, result: YearResult, held: Round) -> str:
    """Return the days that everyone owes, and whether everyone is known to have had a plan."""
    days = held.figure("annual_days")
    told = (
        f"Theo đó, mỗi Ủy viên Ban Chấp hành chuyên trách {desk.house} có chỉ tiêu đi công tác cơ "
        f"sở ít nhất {days} ngày trong năm"
    )
    plans = desk.records.plans.values()
    planned = {plan.member for plan in plans if plan.year == result.year and plan.items}
    everyone = {each.id for each in result.members}
    if everyone and everyone <= planned:
        return f"{told}; các đồng chí đều xây dựng kế hoạch đi cơ sở."
    return f"{told}."


def _reports(result: YearResult, policy: Policy | None) -> str:
    """Return that reports are due; that all were made only if they were, and the year is over.

    Who was late is not public, so no more is said.
    """
    if policy is None:
        return ""
    if result.all_reported:
        return "Sau mỗi chuyến đi, các đồng chí đã báo cáo kết quả theo quy định."
    return "Theo quy định, kết quả mỗi chuyến đi phải được báo cáo."


def _closing(desk: Desk, result: YearResult, held: Round) -> str:
    """Return the population, its days and their mean, and how many reached the target.

    A mean does not prove that all did. Who reached it is told once the year is over.
    """
    people, days, mean = (held.figure(name) for name in ("population", "total_days", "mean_days"))
    told = (
        f"{people} đồng chí Ủy viên Ban Chấp hành chuyên trách {desk.house} có tổng cộng {days} "
        f"ngày công tác cơ sở, trung bình mỗi đồng chí {mean} ngày"
    )
    when = "Hết" if result.closed else "Trong"
    reached = ""
    if result.reached is not None and result.policy:
        reached = f"; {held.figure('reached')} đồng chí đạt chỉ tiêu"
    return f"{when} năm {result.year}, {told}{reached}."
