"""What articles about many visits have in common: where, what, meetings, difficulties, examples.

`call` is the placeholder's call whose figures these are: `period(2019-03)`. A paragraph without
records behind it is empty.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from generator.compliance.issues import IssueStanding
from generator.compliance.programme import programme_result
from generator.domain.period import Period
from generator.domain.visit import Visit
from generator.present.drafts import places
from generator.present.drafts.desk import Desk
from generator.present.drafts.manners import MEETING, deed_in_label, said_of_kind
from generator.present.drafts.markup import figure
from generator.present.drafts.notable import notable
from generator.present.drafts.sentences import (
    enumerated,
    joined,
    lowered,
    running,
    sentences,
    unended,
)
from generator.present.drafts.visit_news import ASKS, guidance, opened, results
from generator.present.names import in_sentence
from generator.present.wording import listed

CATEGORY: Final = "Đi công tác cơ sở"

_BECAME: Final = (
    ("resolved", "issues_resolved", "đã được giải quyết"),
    ("referred", "issues_referred", "đã chuyển cấp có thẩm quyền"),
)
_DISTRICTS: Final = ("quận", "huyện", "thị xã", "thành phố")
_TOPICS_NAMED: Final = 5
_SETTLED_NAMED: Final = 2


@dataclass(frozen=True, slots=True)
class Round:
    """The visits that an article sums up, by date, and the call of their figures.

    `meetings` and `days` are what two of the figures amount to: nothing is told of none.
    """

    visits: tuple[Visit, ...]
    call: str
    meetings: int
    days: Decimal

    def figure(self, name: str) -> str:
        """Return the mark of one of the figures."""
        return figure(self.call, name)


def of_period(desk: Desk, period: Period) -> Round:
    """Return the visits of which a day counted lies in the period."""
    as_of, whole = desk.view.results.as_of, period == Period(period.year)
    _, figures = desk.view.results.figures_of(period)
    return Round(
        visits=tuple(
            visit
            for visit in desk.records.standing_visits
            if any(period.covers(day) and day <= as_of for day in visit.days())
        ),
        call=f"year({period})" if whole else f"period({period})",
        meetings=figures.branch_meetings,
        days=figures.total_days,
    )


def of_programme(desk: Desk, programme: str) -> Round:
    """Return the visits that name the programme and have begun by the day counted."""
    as_of = desk.view.results.as_of
    result = programme_result(desk.records, programme, as_of)
    return Round(
        visits=tuple(
            visit
            for visit in desk.records.standing_visits
            if visit.programme == programme and visit.date <= as_of
        ),
        call=f"programme({programme})",
        meetings=result.branch_meetings,
        days=result.total_days,
    )


def coverage(desk: Desk, visits: Iterable[Visit], last: date) -> str:
    """Return to which districts the visits went; `last` says which districts there were."""
    reached = places.districts(visits, desk.names)
    if not reached:
        return ""
    units = desk.records.units.values()
    there = {
        each.id
        for each in units
        if each.level == "district" and each.type == "area" and each.exists_on(last)
    }
    if len(there) > 1 and there <= set(reached):
        words = [each for each in _DISTRICTS if _has(each, there, desk)] or ["đơn vị cấp huyện"]
        return f"Các chuyến đi đến tất cả các {', '.join(words)} trên địa bàn."
    told = places.together(reached, desk.names)
    return desk.turns.one(
        "coverage", f"Cán bộ {desk.house} đã về {told}.", f"Các chuyến đi đến {told}."
    )


def _has(word: str, units: Iterable[str], desk: Desk) -> bool:
    return any(in_sentence(desk.names.unit(each)).startswith(f"{word} ") for each in units)


def tags(desk: Desk, visits: Iterable[Visit]) -> tuple[str, ...]:
    """Return what articles about visits are found by."""
    attended = any(desk.records.kinds[each.kind].branch_meeting for each in visits)
    return ("đi công tác cơ sở", *([MEETING.tag] if attended else []))


def kinds(desk: Desk, visits: Sequence[Visit]) -> str:
    """Return the kinds of visits that count, those with most visits first."""
    vocabulary = desk.records.kinds
    counts = Counter(visit.kind for visit in visits)
    told = [
        said_of_kind(vocabulary[each])
        for each, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if vocabulary[each].counts
    ]
    said = [each for each in told if each]
    if len(said) > 1:
        return f"Nội dung đi cơ sở gồm: {enumerated(said)}."
    return f"Nội dung đi cơ sở là {said[0]}." if said else ""


def programmes(desk: Desk, visits: Iterable[Visit]) -> str:
    """Return in which programmes the visits took part, in the order of the vocabulary."""
    named = {visit.programme for visit in visits}
    told = [each.label for each in desk.records.programmes.values() if each.id in named]
    if not told:
        return ""
    return f"Cán bộ {desk.house} đã cùng cơ sở tham gia {listed(told)}."


def meetings(desk: Desk, held: Round) -> str:
    """Return how many branch meetings there were, unless there was nothing else.

    That they stand out is said if every other kind had fewer visits.
    """
    vocabulary = desk.records.kinds
    attended = [each for each in held.visits if vocabulary[each.kind].branch_meeting]
    others = Counter(each.kind for each in held.visits if not vocabulary[each.kind].branch_meeting)
    if not held.meetings or not others:
        return ""
    number, what = held.figure("branch_meetings"), deed_in_label(vocabulary[attended[0].kind])
    if len(attended) > max(others.values()):
        return desk.turns.one(
            "meetings",
            f"Chiếm nhiều chuyến đi nhất là việc {what}, với {number} buổi.",
            f"Việc được làm nhiều nhất là {what}, với {number} buổi.",
        )
    return f"Các đồng chí đã dự {number} buổi {what.removeprefix('dự ')}."


def topics(desk: Desk, held: Round, most: int = _TOPICS_NAMED) -> str:
    """Return what was talked about at the branch meetings, most often first."""
    vocabulary = desk.records.kinds
    attended = [each for each in held.visits if vocabulary[each.kind].branch_meeting]
    counts = Counter(topic for visit in attended for topic in visit.topics)
    order = list(desk.records.topics)
    often = sorted(counts, key=lambda each: (-counts[each], order.index(each)))
    told = [running(desk.names.topic(each)) for each in often[:most]]
    if not told or not held.meetings:
        return ""
    joint = ": " if ";" in enumerated(told) else " "
    advised = any(visit.guidance for visit in attended)
    did = "trao đổi, định hướng, góp ý cho chi đoàn" if advised else "trao đổi cùng chi đoàn"
    which = "những vấn đề được bàn nhiều nhất là" if len(often) > most else "nội dung gồm"
    if len(told) == 1:
        which = "nội dung được bàn nhiều nhất là" if len(often) > 1 else "nội dung là"
    return f"Qua các buổi họp lệ, các đồng chí đã {did}; {which}{joint}{enumerated(told)}."


def difficulties(desk: Desk, held: Round, period: Period) -> str:
    """Return how many public issues were raised, how many are settled, and examples of these."""
    raised = [each for each in desk.view.results.issues if period.covers(each.raised)]
    if not raised:
        return ""
    statuses = {each.status for each in raised}
    became = [
        f"{held.figure(name)} kiến nghị {words}"
        for status, name, words in _BECAME
        if status in statuses
    ]
    told = f"Cơ sở nêu {held.figure('issues_raised')} kiến nghị, đề xuất được công khai"
    return joined(f"{'; '.join((told, *became))}.", _settled(desk, raised))


def _settled(desk: Desk, raised: Iterable[IssueStanding]) -> str:
    """Return examples of what is settled; those that say what was asked for come first."""
    visits = desk.records.visits
    texts = {
        unended(joined(*sentences(visits[each.visit].issues[each.number].public_text or "")))
        for each in raised
        if each.status == "resolved"
    }
    told = sorted(filter(None, texts), key=lambda each: (not ASKS.search(each), each))
    named = listed(f"“{each}”" for each in told[:_SETTLED_NAMED])
    return f"Trong các kiến nghị đã giải quyết có: {named}." if named else ""


def examples(
    desk: Desk, visits: Iterable[Visit], most: int, *, advice: bool = False
) -> tuple[list[Visit], list[str]]:
    """Return the notable visits, and a paragraph for each; with what was advised, if asked."""
    chosen = notable(visits, most)
    told = [
        joined(
            opened(desk, each).sentence,
            guidance(desk, each) if advice else "",
            results(each),
        )
        for each in chosen
    ]
    lead = desk.turns.one("examples", "Trong đó, ", "Tiêu biểu, ")
    return chosen, [lead + lowered(told[0]), *told[1:]]
