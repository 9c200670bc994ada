"""News of one visit: who came where and when, what was done, said and reached.

Each sentence rests on a key of the record; a key that is absent has no sentence.
Source: issue *News*, "Drafting"; research/domain.md, section 5 (*Routine items*).
"""

import re
from dataclasses import dataclass
from typing import Final

from generator.domain.activity import Kind
from generator.domain.period import Period
from generator.domain.visit import Issue, Visit
from generator.present.drafts import places
from generator.present.drafts.desk import Desk, Story
from generator.present.drafts.manners import ACTS, CAMPAIGN, MEETING, Manner, deed, manner_of
from generator.present.drafts.markup import figure
from generator.present.drafts.people import MOST_NAMED, called, position, team
from generator.present.drafts.sentences import (
    ended,
    enumerated,
    joined,
    lowered,
    running,
    sentences,
    unended,
)
from generator.present.names import capital, own_name
from generator.present.visit_words import turnout_text
from generator.present.wording import period_text

CATEGORY: Final = "Tin cơ sở"
ASKS: Final = re.compile(r"(?<!\w)(?:đề nghị|kiến nghị|đề xuất|mong)(?!\w)", re.IGNORECASE)
"""What a text holds that tells what people ask for."""

_LONG: Final = 4
_MOST_ISSUES: Final = 5
_RAISED: Final = "Cơ sở nêu khó khăn: "
_RAISED_TOO: Final = "Cơ sở còn nêu: "
_SESSIONS: Final = {
    "full_day": "Ngày",
    "morning": "Sáng ngày",
    "afternoon": "Chiều ngày",
    "evening": "Tối ngày",
}
_SESSION_FIRST: Final = re.compile(
    r"\A(?:Buổi )?(?:sáng|trưa|chiều|tối)(?: cùng ngày)?,? (?=\w)", re.IGNORECASE
)
_GOING: Final = re.compile(r"(?:về|đến|đi|ở)(?!\w)")
_MEETING_FIRST: Final = re.compile(r"(?:Họp lệ|Sinh hoạt|Buổi sinh hoạt|Buổi họp|Kỳ họp)(?!\w)")
_SAID: Final = re.compile(
    r"(?:Đề nghị|Yêu cầu|Gợi ý|Nhắc|Nhắc nhở|Lưu ý|Góp ý|Khuyến khích|Định hướng|Hướng dẫn|Hẹn"
    r"|Chỉ đạo|Nhấn mạnh|Đồng ý)(?!\w)"
)
_REACHED: Final = re.compile(
    r"(?:\d|(?:Hoàn thành|Ghi nhận|Tiếp nhận|Trao|Tặng|Thành lập|Thống nhất|Quyên góp|Chốt|Lập"
    r"|Trồng|Xếp loại|Đưa|Cập nhật|Củng cố|Giới thiệu|Thu|Hỗ trợ|Xong|Lắp|Phát|Đặt|Đã|Kết nạp|Sửa"
    r"|Xây|Làm|Giải quyết)(?!\w))"
)
_ASKED: Final = re.compile(r"(?:Đề nghị|Kiến nghị|Đề xuất|Cần|Mong|Xin)(?!\w)")


@dataclass(frozen=True, slots=True)
class Opening:
    """The sentence by which a visit is told, and the sentences of its content that are left."""

    sentence: str
    rest: tuple[str, ...]


def visit_story(desk: Desk, visit: Visit) -> Story:
    """Return the news of a visit."""
    opening = opened(desk, visit)
    kind = desk.records.kinds[visit.kind]
    programme = [desk.names.programme(visit.programme)] if visit.programme else []
    districts = places.districts([visit], desk.names)
    return Story(
        slug=visit.id[len("2019-03-05-") :],
        title=_title(desk, visit),
        lead=opening.sentence,
        paragraphs=(
            joined(*opening.rest, _people(visit), _heads(desk, visit), _programme(desk, visit)),
            joined(_topics(desk, visit), guidance(desk, visit)),
            joined(results(visit), _issues(desk, visit)),
            _closing(desk, visit),
        ),
        category=CATEGORY,
        tags=(
            manner_of(kind).tag,
            *programme,
            *(own_name(desk.names.unit(each)) for each in districts),
        ),
        visits=(visit,),
        photos=desk.photos([visit]),
        illustrated=True,
    )


def opened(desk: Desk, visit: Visit) -> Opening:
    """Return how the visit is told first.

    If the record's first sentence tells what the visitors did, it is that sentence, with time,
    people and place before it; a visit of which nothing else is known keeps it for the body.
    """
    content = sentences(visit.content)
    people = team(desk.records, visit, _manner(desk, visit).group, desk.house)
    act = _act(content[0], _manner(desk, visit)) if content else None
    if act and (len(content) > 1 or _more(visit)):
        named = places.completed(act, visit, desk.names)
        told = _did(people, named) if named else _there(desk, visit, people, act)
        return Opening(f"{_when(desk, visit)}, {told}", tuple(content[1:]))
    first = [capital(_did(_who(desk, visit), act))] if act else content[:1]
    there = _deed_there(desk, visit, _deed(desk, visit), places.where(visit, desk.names))
    told = f"{_when(desk, visit)}, {_did(people, there)}."
    return Opening(told, (*first, *content[1:]))


def _there(desk: Desk, visit: Visit, people: str, act: str) -> str:
    """Return who did what, with the place that the act does not name."""
    place = places.where(visit, desk.names)
    if _manner(desk, visit) is MEETING and not _GOING.match(act):
        return f"{people} về {place} {act}"
    return f"tại {place}, {_did(people, act)}"


def _did(people: str, act: str) -> str:
    """Return who did what; *đã* parts a position from the same words in what was done."""
    last, first = people.casefold().split()[-2:], act.casefold().split()[:2]
    return f"{people} {'đã ' if last == first else ''}{act}"


def _deed_there(desk: Desk, visit: Visit, done: str, place: str) -> str:
    """Return what was done and where: `dự sinh hoạt chi đoàn tại cụm 3, xã An Trường A, …`.

    A label that says where by itself needs no place: *họp, tập huấn tại tỉnh*.
    """
    if _manner(desk, visit) is MEETING and place.startswith("chi đoàn "):
        return f"dự sinh hoạt {place}"
    return done if " tại " in done else f"{done} tại {place}"


def guidance(desk: Desk, visit: Visit) -> str:
    """Return what the visitors directed or advised, as theirs."""
    told = sentences(visit.guidance or "")
    if not told:
        return ""
    who = _who(desk, visit)
    if _SAID.match(told[0]):
        return joined(f"{capital(who)} {lowered(told[0])}", *told[1:])
    if len(told) == 1:
        told = [running(told[0])]
    lead = desk.turns.one("advice", *_manner(desk, visit).advice)
    return capital(lead.format(who=who)) + joined(*told)


def results(visit: Visit) -> str:
    """Return what came of the visit."""
    told = sentences(visit.results or "")
    if told and _REACHED.match(told[0]):
        told[0] = f"Kết quả, {lowered(told[0])}"
    return joined(*told)


def _title(desk: Desk, visit: Visit) -> str:
    """Return who did what where; the first unit, and the first part of a long label, are enough."""
    first, comma, _ = _deed(desk, visit).partition(", ")
    done = first if comma and len(first.split()) > _LONG else _deed(desk, visit)
    place = places.main(visit, desk.names)
    there = _deed_there(desk, visit, done, place)
    turns = [f"{_who_in_title(desk, visit)} {there}"]
    if there.startswith(f"{MEETING.deed} tại "):
        turns.append(f"Về {place} {done}")
    if visit.programme and _manner(desk, visit) is CAMPAIGN:
        turns.append(capital(there))
    return desk.turns.one("title", *turns)


def _who_in_title(desk: Desk, visit: Visit) -> str:
    held = [position(desk.records.members[each], visit.date) for each in visit.members]
    if len(held) == 1 and desk.house in held[0]:
        return held[0]
    return f"Cán bộ {desk.house}"


def _when(desk: Desk, visit: Visit) -> str:
    call = f"visit({visit.id})"
    first, last = figure(call, "date"), figure(call, "end_date")
    if visit.last_day != visit.date:
        return desk.turns.one("when", f"Từ ngày {first} đến ngày {last}", f"Từ {first} đến {last}")
    return f"{_SESSIONS[visit.session]} {first}"


def _kind(desk: Desk, visit: Visit) -> Kind:
    return desk.records.kinds[visit.kind]


def _manner(desk: Desk, visit: Visit) -> Manner:
    return manner_of(_kind(desk, visit))


def _deed(desk: Desk, visit: Visit) -> str:
    if visit.programme and _manner(desk, visit) is CAMPAIGN:
        return f"tham gia {desk.names.programme(visit.programme)}"
    return deed(_kind(desk, visit))


def _who(desk: Desk, visit: Visit) -> str:
    """Return the visitors when they are spoken of again."""
    if len(visit.members) == 1:
        return called(desk.records.members[visit.members[0]])
    return _manner(desk, visit).group or "các đồng chí"


def _act(sentence: str, manner: Manner) -> str | None:
    """Return a sentence that tells what visitors did, as it goes on behind them; else None."""
    told = capital(_SESSION_FIRST.sub("", sentence))
    if manner is MEETING and not ACTS.match(told) and _MEETING_FIRST.match(told):
        return f"dự {lowered(told)}"
    return lowered(told) if ACTS.match(told) else None


def _more(visit: Visit) -> bool:
    return bool(visit.guidance or visit.results or visit.issues or visit.topics)


def _people(visit: Visit) -> str:
    """Return everyone who came, if they were more than the first sentence names."""
    if len(visit.members) <= MOST_NAMED:
        return ""
    return f"Các đồng chí tham gia: {figure(f'visit({visit.id})', 'members')}."


def _heads(desk: Desk, visit: Visit) -> str:
    """Return how many took part, unless nobody counted, or the record's words say it already."""
    turnout = visit.turnout
    if turnout is None or not turnout_text(turnout) or 0 in (turnout.members, turnout.youth):
        return ""
    counted = turnout.members if turnout.members is not None else turnout.youth
    if re.search(rf"(?<![\d.,]){counted}(?![\d.,]*\d)", f"{visit.content} {visit.results}"):
        return ""
    heads = figure(f"visit({visit.id})", "turnout")
    return desk.turns.one("heads", *_manner(desk, visit).heads).format(heads=heads)


def _programme(desk: Desk, visit: Visit) -> str:
    """Return which programme the visit belongs to, unless its content says it already."""
    if visit.programme is None or _manner(desk, visit) is CAMPAIGN:
        return ""
    label = desk.names.programme(visit.programme)
    return "" if label in visit.content else f"Chuyến đi nằm trong khuôn khổ {label}."


def _topics(desk: Desk, visit: Visit) -> str:
    told = [running(desk.names.topic(each)) for each in visit.topics]
    when = _manner(desk, visit).when
    if not told:
        return ""
    if len(told) == 1:
        return f"Vấn đề được trao đổi {when} là {told[0]}."
    joint = ": " if ";" in enumerated(told) else " "
    return (
        desk.turns.one(
            "topics",
            f"Nội dung trao đổi {when} tập trung vào{joint}",
            f"Các vấn đề được trao đổi {when} gồm{joint}",
        )
        + enumerated(told)
        + "."
    )


def _issues(desk: Desk, visit: Visit) -> str:
    """Return what blocks people there, and what has become of it by the day counted.

    The first few are enough for news; the page of the visit has them all.
    """
    statuses = {
        each.number: each.status for each in desk.view.results.issues if each.visit == visit.id
    }
    told: list[str] = []
    for number, issue in enumerate(visit.issues[:_MOST_ISSUES]):
        text = _issue(issue, statuses.get(number))
        if any(each.startswith(_RAISED) for each in told) and text.startswith(_RAISED):
            text = _RAISED_TOO + text.removeprefix(_RAISED)
        told.append(text)
    return joined(*told)


def _issue(issue: Issue, status: str | None) -> str:
    told = sentences(issue.public_text or "")
    if not told:
        return ""
    if _ASKED.match(told[0]):
        raised, thing = f"Cơ sở {lowered(told[0])}", "Kiến nghị"
    elif ASKS.search(told[0]):
        raised, thing = told[0], "Kiến nghị"
    else:
        raised, thing = f"{_RAISED}{running(told[0])}", "Khó khăn"
    became = ""
    if status == "resolved":
        became = f"{thing} này đã được giải quyết."
    elif status == "referred":
        to = issue.referred_to or "cấp có thẩm quyền"
        became = ended(f"{thing} này đã được chuyển đến {unended(to)}")
    return joined(raised, *told[1:], became)


def _closing(desk: Desk, visit: Visit) -> str:
    """Return the figures of the month, if the visit is not the only one in it."""
    month = Period(visit.date.year, visit.date.month, visit.date.month)
    _, figures = desk.view.results.figures_of(month)
    call, when = f"period({month})", f"Trong {period_text(month)}"
    meetings, visits = figure(call, "branch_meetings"), figure(call, "visits")
    if _manner(desk, visit) is MEETING and figures.branch_meetings > 1:
        return f"{when}, cán bộ {desk.house} đã dự {meetings} buổi sinh hoạt chi đoàn."
    if figures.visits <= 1:
        return ""
    units = figure(call, "units")
    return f"{when}, {desk.house} có {visits} chuyến đi cơ sở, đến {units} đơn vị."
