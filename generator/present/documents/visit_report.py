"""The report of one visit: when, where, who, what was done, what came of it, what was asked for.

Notes that the organisation keeps for itself are not in it: a report is given to others.
Source: issue *Site*, "Documents"; research/domain.md, section 2.
"""

from collections.abc import Iterator

from generator.audience import View
from generator.domain.visit import COMPETENCES, ISSUE_STATUSES, SESSIONS, Issue, IssueStatus, Visit
from generator.present.documents.blocks import Section, paragraph
from generator.present.documents.frame import (
    END,
    about,
    fact,
    foot,
    head,
    name,
    recipients,
    signature,
)
from generator.present.documents.paper import packed
from generator.present.documents.styles import BODY, PART, Element
from generator.present.documents.words import comrade, day_in_words, grounds
from generator.present.names import Names, capital
from generator.present.visit_words import turnout_text, where
from generator.present.wording import day, listed, paragraphs


def visit_report(view: View, visit: Visit) -> bytes:
    """Return the report of a visit."""
    names = Names(view.records)
    title = f"kết quả đi công tác cơ sở tại {where(visit, names)}, {_when(visit)}"
    alone = len(set(visit.members)) == 1
    signer = "NGƯỜI BÁO CÁO" if alone else "TM. ĐOÀN CÔNG TÁC"
    addressee = visit.report.addressee if visit.report else None
    who = capital(comrade(names.member(visit.members[0]))) if alone else "Đoàn công tác"
    blocks = (
        head(view, "BC"),
        *name("BÁO CÁO", title),
        *_grounds(view, visit),
        paragraph(BODY, f"{who} báo cáo kết quả đi công tác cơ sở như sau:"),
        *_parts(view, visit, names),
        paragraph(BODY, f"Trên đây là báo cáo {title}{END}", keep=True),
        *foot(recipients(addressee), signature(signer)),
    )
    return packed(about(view, f"Báo cáo {title}"), [Section(blocks)])


def _grounds(view: View, visit: Visit) -> Iterator[Element]:
    for ground in grounds(view.records.policy_on(visit.date)):
        yield paragraph(BODY, ground)
    if visit.assignment:
        order = f"số {visit.assignment.number}, {day_in_words(visit.assignment.date)}"
        yield paragraph(BODY, f"Căn cứ công lệnh, quyết định cử đi công tác {order};")


def _parts(view: View, visit: Visit, names: Names) -> Iterator[Element]:
    parts = (
        ("Thời gian, địa điểm", _when_and_where(visit, names)),
        ("Thành phần", _people(visit, names)),
        ("Nội dung", _about(view, visit, names)),
        ("Tóm tắt nội dung làm việc", _text(visit.content)),
        ("Ý kiến chỉ đạo, định hướng, góp ý", _text(visit.guidance)),
        ("Kết quả", _outcome(visit)),
        ("Khó khăn, vướng mắc; kiến nghị, đề xuất", _issues(view, visit)),
        ("Ảnh kèm theo", _captions(visit)),
    )
    shown = ((title, blocks) for title, held in parts if (blocks := list(held)))
    for order, (title, blocks) in enumerate(shown, start=1):
        yield paragraph(PART, f"{order}. {title}")
        yield from blocks


def _when_and_where(visit: Visit, names: Names) -> Iterator[Element]:
    session = "" if visit.session == "full_day" else f"{SESSIONS[visit.session]}, "
    yield fact("Thời gian", f"{session}{_when(visit)}")
    yield fact("Địa điểm", names.venue(visit))
    if visit.other_units:
        yield fact("Đơn vị khác cùng làm việc", "; ".join(map(names.place, visit.other_units)))


def _when(visit: Visit) -> str:
    if visit.date == visit.last_day:
        return f"ngày {day(visit.date)}"
    return f"từ ngày {day(visit.date)} đến ngày {day(visit.last_day)}"


def _people(visit: Visit, names: Names) -> Iterator[Element]:
    """Yield each member with the position on the day, and the days where not all of them."""
    for member_id in names.members_sorted(dict.fromkeys(visit.members)):
        member = names.records.members[member_id]
        line = f"- {capital(comrade(member.name))}, {names.position(member, visit.date)}"
        dates = visit.dates_of(member_id)
        if set(dates) != set(visit.days()):
            line += f" (có mặt ngày {listed(map(day, sorted(dates)))})"
        yield paragraph(BODY, f"{line}.")


def _about(view: View, visit: Visit, names: Names) -> Iterator[Element]:
    records = view.records
    yield fact("Nội dung đi cơ sở", names.kind(visit.kind))
    programme = records.programmes.get(visit.programme or "")
    if programme:
        yield fact("Chương trình, đợt hoạt động", programme.label)
    topics = [records.topics[each].label for each in visit.topics if each in records.topics]
    if topics:
        yield fact("Vấn đề trao đổi", "; ".join(topics))


def _captions(visit: Visit) -> Iterator[Element]:
    for photo in visit.photos:
        stop = "" if photo.caption.endswith((".", "!", "?")) else "."
        yield paragraph(BODY, f"- {photo.caption}{stop}")


def _text(text: str | None) -> Iterator[Element]:
    return (paragraph(BODY, each) for each in paragraphs(text or ""))


def _outcome(visit: Visit) -> Iterator[Element]:
    yield from _text(visit.results)
    turnout = turnout_text(visit.turnout)
    if turnout:
        yield fact("Số đoàn viên, thanh niên tham dự", turnout)


def _issues(view: View, visit: Visit) -> Iterator[Element]:
    """Yield each issue, and where it stood on the day counted."""
    for order, issue in enumerate(visit.issues):
        first, *others = paragraphs(issue.text or "")
        yield paragraph(BODY, f"{order + 1}) {first}")
        yield from (paragraph(BODY, each) for each in others)
        standing = view.standings.get((visit.id, order))
        yield from _handling(issue, standing.status if standing else issue.status)


def _handling(issue: Issue, status: IssueStatus) -> Iterator[Element]:
    if issue.competence:
        yield fact("Thẩm quyền", COMPETENCES[issue.competence])
    if issue.referred_to:
        yield fact("Nơi nhận kiến nghị", issue.referred_to)
    if issue.due:
        yield fact("Hạn trả lời", day(issue.due))
    resolved = status == "resolved"
    solved = f", ngày {day(issue.resolved_on)}" if resolved and issue.resolved_on else ""
    yield fact("Tình trạng", f"{ISSUE_STATUSES[status]}{solved}")
    # What came of it is not told before the day on which it was settled.
    if issue.outcome and (resolved or issue.resolved_on is None):
        yield fact("Kết quả giải quyết", " ".join(paragraphs(issue.outcome)))
