"""Views for tests of the pages: few records, as an audience sees them; and how to read a page."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from html.parser import HTMLParser
from typing import Any, Final

from generator.audience import View, project
from generator.compliance.results import assess
from generator.domain.activity import Activities, Programme, Topic
from generator.domain.article import Article
from generator.domain.fields import Audience, Record, Shape
from generator.domain.media import Picture
from generator.domain.records import Records
from generator.present.page import Page
from tests.builders import item, leave, member, plan, policy, records, unit, visit

AS_OF: Final = date(2020, 3, 15)
HOSTILE: Final = '<script>alert(1)</script> "&amp;" **đậm** {{ year(2019).mean_days }} <b>x</b>'
VOID: Final = frozenset({"img", "br", "col", "hr", "meta", "link", "input", "source", "wbr"})


def article(id_: str = "2019-12-31-tong-ket", body: str = "Thân bài.", **keys: Any) -> Article:
    """Return an article that is ready."""
    plain = {
        "id": id_,
        "path": f"records/articles/{id_[:4]}/{id_}.md",
        "title": "Một năm đi cơ sở",
        "date": id_[:10],
        "lead": "Căn cứ Hướng dẫn số 03-HD/TWĐTN-BTC.",
        "author": "Lâm Hồng Đào",
        "department": "TC-KT",
        "category": "Tin cơ sở",
        "status": "ready",
        "body": body,
    }
    return Article.model_validate(plain | keys)


def photo(file: str, **keys: Any) -> dict[str, Any]:
    """Return a photo as it is written, one that everyone may see."""
    return {"file": file, "caption": "Chị An đến dự sinh hoạt", "consent": True} | keys


def view(
    *parts: Record | Shape, audience: Audience = "public", as_of: date = AS_OF, **keys: Any
) -> View:
    """Return what the audience sees of the parts; the keys are those of `recorded`."""
    return seen(recorded(*parts, **keys), audience, as_of)


def seen(whole: Records, audience: Audience, as_of: date = AS_OF) -> View:
    """Return what the audience sees of the records."""
    return project(whole, assess(whole, as_of), audience)


def recorded(
    *parts: Record | Shape,
    pictures: Iterable[str] = (),
    articles: Iterable[Article] = (),
    activities: Mapping[str, Any] | None = None,
) -> Records:
    """Return the records that consist of the parts, with articles and pictures."""
    built = records(*parts)
    assert built.activities is not None
    held: dict[str, Any] = {"kinds": built.activities.kinds} | dict(activities or {})
    return replace(
        built,
        activities=Activities(id="activities", path="records/activities.yml", **held),
        articles={each.id: each for each in articles},
        pictures={
            file: Picture(file, f"records/media/{file}", 1000, "JPEG", 1200, 800)
            for file in pictures
        },
    )


ISSUES: Final = (
    {
        "text": "Phòng họp thiếu ghế, đoàn viên Tư phải đứng.",
        "public_text": "Chỗ sinh hoạt còn thiếu ghế.",
        "competence": "local",
        "referred_to": "Ủy ban nhân dân xã",
        "status": "resolved",
        "resolved_on": "2019-06-18",
        "outcome": "Xã cấp 30 ghế cho nhà ông Năm.",
    },
    {"text": "Chuyện riêng của chi đoàn.", "due": "2019-07-01"},
)


@cache
def everything(audience: Audience = "public", as_of: date = AS_OF) -> View:
    """Return a view in which each feature of the pages occurs at least once."""
    return seen(everything_recorded(), audience, as_of)


@cache
def everything_recorded() -> Records:
    """Return the records that `everything` shows."""
    meeting = visit(
        "2019-04-12",
        "an-truong-a",
        unit="an-truong-a",
        venue="cụm 3",
        kind="meeting",
        session="evening",
        programme="thang-thanh-nien-2019",
        topics=["phat-trien-doan-vien"],
        members=["an", "binh"],
        content="Ba chi đoàn cùng họp một buổi.",
        guidance="Mỗi chi đoàn chọn hai thanh niên.",
        results="Sáu thanh niên vào danh sách nguồn.",
        turnout={"members": 41, "youth": 9},
        issues=ISSUES,
        report={"number": "12-BC", "submitted": "2019-04-20", "addressee": "Ban Tổ chức"},
        assignment={"number": "07-QĐ", "date": "2019-04-01"},
        plan_item="2019/an/t04-1",
        photos=[photo("2019/hop.jpg", credit="Minh Anh"), photo("2019/rieng.jpg", consent=False)],
        internal={"note": "Ghi chú kín.", "assessment": "Nhận xét kín."},
        former_ids=["2019-04-11-an-truong"],
    )
    tour = visit(
        "2019-05-21",
        "cang-long",
        end_date="2019-05-23",
        unit="cang-long",
        other_units=["ham-giang"],
        members=["an", "binh"],
        attendance=[{"member": "binh", "dates": ["2019-05-22"]}],
    )
    return recorded(
        member("an", leave=[leave("2020-01-01", "2020-01-10")], honorific="Chị"),
        member("binh"),
        meeting,
        tour,
        visit("2019-05-23", "ap-3", unit="ap-3", session="morning", members=["binh"]),
        visit("2019-05-22", "an-truong", members=["binh"], session="evening"),
        visit("2019-08-01", "van-phong", kind="office", unit="ham-giang"),
        visit("2020-03-26", "ap-3", unit="ap-3"),
        visit("2019-06-05", "long-duc", withdrawn="2019-06-10", content="Không được lộ ra."),
        policy(),
        plan(
            2019,
            "an",
            item("t04-1", 4, kind="meeting", unit="an-truong-a", purpose="Dự họp lệ"),
            item("t05-1", 5, kind="inspection", cancelled="Trùng lịch họp"),
            approvals=[{"period": "2019", "date": "2019-01-05", "by": "Thường trực"}],
        ),
        plan(2020, "binh", item("t06-1", 6)),
        *UNITS,
        pictures=["2019/hop.jpg", "2019/rieng.jpg", "2019/bia.jpg"],
        articles=[
            article(
                body="Đi {{ year(2019).mean_days }} ngày.\n\n![Buổi họp](2019/hop.jpg)",
                visits=["2019-04-12-an-truong-a"],
                cover="2019/bia.jpg",
            ),
            article("2020-01-05-tin-moi", title="Tin mới"),
            article("2020-02-01-nhap", title="Bài còn nháp", status="draft"),
        ],
        activities={
            "topics": (Topic(id="phat-trien-doan-vien", label="Phát triển đoàn viên mới"),),
            "programmes": (
                Programme(
                    id="thang-thanh-nien-2019",
                    label="Tháng Thanh niên năm 2019",
                    from_=date(2019, 3, 1),
                    to=date(2019, 4, 30),
                ),
            ),
        },
    )


UNITS: Final = (
    unit("tra-vinh", level="province", name="Tỉnh Trà Vinh", valid_to="2025-06-30"),
    unit("vinh-long", level="province", name="Tỉnh Vĩnh Long", valid_from="2025-07-01"),
    unit("cang-long", "tra-vinh", level="district", name="Huyện Càng Long"),
    unit(
        "an-truong",
        "cang-long",
        name="Xã An Trường",
        code="29275",
        valid_to="2025-06-30",
        successors=["an-truong-moi"],
    ),
    unit("an-truong-a", "cang-long", name="Xã An Trường A", successors=["an-truong-moi"]),
    unit("ap-3", "an-truong", level="branch", name="Chi đoàn ấp 3"),
    unit("tra-cu", "tra-vinh", level="district", name="Huyện Trà Cú"),
    unit("ham-giang", "tra-cu", name="Xã Hàm Giang"),
    unit("thpt", "tra-cu", name="Đoàn Trường THPT Trà Cú", type="school"),
    unit("an-truong-moi", "vinh-long", name="Xã An Trường", valid_from="2025-07-01"),
)


def page_at(pages: Iterable[Page], address: str) -> Page:
    """Return the page at the address."""
    return next(page for page in pages if page.address == address)


class Outline(HTMLParser):
    """What a body holds: ids, links, pictures to choose from, and whether each tag is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.choices: list[str] = []
        self.tags: list[str] = []
        self.faults: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> stays open" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        held = dict(attrs)
        if len(held) != len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        self.ids += [held["id"] or ""] if "id" in held else []
        self.links += [held[name] or "" for name in ("href", "src") if name in held]
        self.choices += [each.split()[0] for each in (held.get("srcset") or "").split(",") if each]
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")


def text_of(html: str) -> str:
    """Return the text of a body, as a reader sees it, with single spaces."""
    pieces: list[str] = []

    class _Text(HTMLParser):
        def handle_data(self, data: str) -> None:
            pieces.append(data)

    _Text().feed(html)
    return " ".join("".join(pieces).split())
