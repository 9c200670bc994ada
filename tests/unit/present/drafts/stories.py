"""Worlds to write news of, and drafts about them as readers see them."""

from typing import Any, Final

from generator.audience import View
from generator.domain.activity import Kind
from generator.domain.article import placeholders
from generator.domain.fields import Record, Shape
from generator.domain.member import Member
from generator.domain.period import Period
from generator.domain.unit import Unit
from generator.domain.visit import Visit
from generator.present.article_body import article_body
from generator.present.drafts.desk import Byline, Desk, Draft
from generator.present.drafts.drafts import draft
from generator.present.drafts.seeded import Turns
from generator.present.placeholders import filled
from generator.present.subject import NewsSubject, PeriodSubject, ProgrammeSubject, VisitSubject
from tests.builders import day, member, visit
from tests.unit.present.views import UNITS, text_of, view

TOPICS: Final = (
    {"id": "phat-trien", "label": "Phát triển đoàn viên mới"},
    {"id": "ket-nap", "label": "Giới thiệu đoàn viên ưu tú cho Đảng xem xét, kết nạp"},
    {"id": "nghi-quyet", "label": "Nghị quyết Đại hội Đoàn"},
)
PROGRAMMES: Final = (
    {"id": "thanh-nien", "label": "Tháng Thanh niên", "from": "2019-03-01", "to": "2019-03-31"},
    {"id": "xuan", "label": "Xuân tình nguyện", "from": "2019-12-15", "to": "2020-01-22"},
)
SIGNED: Final = Byline("Lâm Hồng Đào", day("2020-03-15"))


def named_kind(id_: str, label: str, *, counts: bool = True, branch_meeting: bool = False) -> Kind:
    """Return a kind with its label."""
    plain = {"id": id_, "label": label, "counts": counts, "branch_meeting": branch_meeting}
    return Kind.model_validate(plain)


KINDS: Final = (
    named_kind("meeting", "Dự sinh hoạt chi đoàn ấp, khóm (họp lệ)", branch_meeting=True),
    named_kind("inspection", "Kiểm tra, giám sát định kỳ"),
    named_kind("survey", "Khảo sát, nắm tình hình theo chuyên đề"),
    named_kind("conference", "Dự hội nghị Ban Chấp hành, Ban Thường vụ cấp dưới"),
    named_kind("campaign", "Tham gia chương trình, chiến dịch, hội trại"),
    named_kind("support", "Hỗ trợ nâng cao chất lượng hoạt động chi đoàn, chất lượng đoàn viên"),
    named_kind("other", "Nội dung khác tại cơ sở"),
    named_kind("own", "Công tác Hội"),
    named_kind("office", "Họp, tập huấn tại tỉnh (không tính ngày)", counts=False),
)


def person(
    id_: str, position: str, department: str = "Thường trực Tỉnh đoàn", **keys: Any
) -> Member:
    """Return a member who holds one position."""
    term = {
        "position": position,
        "department": department,
        "full_time": "true",
        "from": "2015-01-01",
    }
    return member(id_, term, **keys)


PEOPLE: Final = (
    person("an", "Bí thư Tỉnh đoàn", honorific="Chị"),
    person("binh", "Trưởng Ban", "Ban Phong trào"),
    person("chi", "Ủy viên BCH", honorific="Chị"),
    person("dung", "Ủy viên BCH", honorific="Anh"),
    person("em", "Phó Bí thư Tỉnh đoàn", honorific="Anh"),
)


def world(*parts: Record | Shape, **keys: Any) -> View:
    """Return what everyone may see of the parts, with people, units and a vocabulary."""
    people = {each.id for each in parts if isinstance(each, Member)}
    places = {each.id for each in parts if isinstance(each, Unit)}
    others = (
        *(each for each in PEOPLE if each.id not in people),
        *(each for each in UNITS if each.id not in places),
    )
    activities = {"kinds": KINDS, "topics": TOPICS, "programmes": PROGRAMMES}
    return view(*others, *parts, **{"activities": activities} | keys)


def trip(date_: str = "2019-03-05", slug: str = "ham-giang", **keys: Any) -> Visit:
    """Return a branch meeting in Hàm Giang, of which nothing but what was done is known."""
    plain = {"unit": "ham-giang", "kind": "meeting", "content": "Chi đoàn họp lệ đông đủ"}
    return visit(date_, slug, **plain | keys)


def desk(given: View, seed: str = "") -> Desk:
    """Return a desk at which one subject is written about."""
    return Desk(given, Turns("bài", seed))


def written(given: View, subject: str | Visit, seed: str = "") -> Draft:
    """Return the draft about a visit, a period such as `2019-03`, or else a programme."""
    return draft(given, _subject(subject), SIGNED, seed)


def _subject(subject: str | Visit) -> NewsSubject:
    if isinstance(subject, Visit):
        return VisitSubject(subject.id)
    period = Period.parse(subject)
    return PeriodSubject(period) if period else ProgrammeSubject(subject)


def read(given: View, subject: str | Visit, seed: str = "") -> str:
    """Return title, lead and body as the page shows them, a line each."""
    return _shown(given, written(given, subject, seed))


def turns(given: View, subject: str | Visit) -> set[str]:
    """Return the article in all the turns that twenty seeds give it."""
    made = (written(given, subject, str(seed)) for seed in range(20))
    different = {(each.front["title"], each.front["lead"], each.body): each for each in made}
    return {_shown(given, each) for each in different.values()}


def _shown(given: View, made: Draft) -> str:
    title, lead = (filled(made.front[key], given) for key in ("title", "lead"))
    html = article_body(made.body, given, "").html
    blocks = (text_of(each) for each in html.split("</p>"))
    return "\n".join((title, lead, *filter(None, blocks)))


def bare(made: Draft) -> str:
    """Return title, lead and body without their placeholders."""
    text = "\n".join((made.front["title"], made.front["lead"], made.body))
    for place in placeholders(text):
        text = text.replace(place.text, "")
    return text
