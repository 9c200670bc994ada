"""A news article: front matter and a Markdown body whose figures are placeholders.

Source: design, section 2, row `records/articles/…`: a closed grammar and no template language.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import Field

from generator.domain.fields import AUDIENCE_KEY, DERIVED_KEY, Record, public
from generator.domain.plan import PeriodText
from generator.domain.scalars import Day, Id, Line, Text, choices

ARTICLE_STATUSES: Final = {"draft": "bản nháp", "ready": "đăng", "withdrawn": "đã gỡ"}
ArticleStatus = Annotated[Literal["draft", "ready", "withdrawn"], choices(ARTICLE_STATUSES)]

PERIOD_NAMES: Final = frozenset(
    {
        "population", "total_days", "mean_days", "visits", "participations", "branch_meetings",
        "units", "issues_raised", "issues_referred", "issues_resolved",
    }
)  # fmt: skip
YEAR_NAMES: Final = PERIOD_NAMES | {
    "year", "annual_days", "median_days", "min_days", "reached", "communes_covered",
}  # fmt: skip
MEMBER_NAMES: Final = frozenset({"name", "days", "target", "branch_meetings", "visits"})
VISIT_NAMES: Final = frozenset(
    {
        "date", "end_date", "unit", "venue", "kind", "members", "participations", "turnout",
        "content",
    }
)  # fmt: skip
PROGRAMME_NAMES: Final = frozenset(
    {
        "label", "from", "to", "visits", "participations", "branch_meetings", "units",
        "total_days",
    }
)  # fmt: skip

# An opening without its closing is found too: it would stand in the article as it is.
_ANY: Final = re.compile(r"\{\{(?:((?:(?!\{\{|\}\}).)*)\}\})?", re.DOTALL)
_IMAGE: Final = re.compile(r"!\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*<?([^\s<>()]*)")
_CALL: Final = re.compile(r"\s*([a-z]+)\(\s*([^()]*?)\s*\)\.([a-z_]+)\s*", re.ASCII)
_ARGUMENTS: Final = {
    "year": (r"[1-9]\d{3}",),
    "period": (r"[1-9]\d{3}-(?:H[12]|Q[1-4]|0[1-9]|1[0-2])",),
    "member": (r"[a-z0-9][a-z0-9-]*", r"[1-9]\d{3}"),
    "visit": (r"[a-z0-9][a-z0-9-]*",),
    "programme": (r"[a-z0-9][a-z0-9-]*",),
}
NAMES_BY_CALL: Final = {
    "year": YEAR_NAMES,
    "period": PERIOD_NAMES,
    "member": MEMBER_NAMES,
    "visit": VISIT_NAMES,
    "programme": PROGRAMME_NAMES,
}


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One `{{ … }}` of an article; `call` is empty if it does not follow the grammar."""

    text: str
    start: int
    end: int
    call: str = ""
    arguments: tuple[str, ...] = ()
    name: str = ""


def placeholders(body: str) -> Iterator[Placeholder]:
    """Yield all that begins with `{{`, in order, up to its `}}`; parsed if it can be."""
    for found in _ANY.finditer(body):
        place = Placeholder(found.group(0), found.start(), found.end())
        parsed = _parse(found.group(1) or "")
        if parsed:
            place = Placeholder(place.text, place.start, place.end, *parsed)
        yield place


def _parse(inner: str) -> tuple[str, tuple[str, ...], str] | None:
    call = _CALL.fullmatch(inner)
    if not call:
        return None
    function, written, name = call.groups()
    patterns = _ARGUMENTS.get(function)
    arguments = tuple(part.strip() for part in written.split(","))
    if not patterns or len(arguments) != len(patterns):
        return None
    fits = all(re.fullmatch(p, a, re.ASCII) for p, a in zip(patterns, arguments, strict=True))
    return (function, arguments, name) if fits else None


@dataclass(frozen=True, slots=True)
class Image:
    """An image of an article's body: the file that it names, and where the name stands."""

    file: str
    start: int


def images(body: str) -> Iterator[Image]:
    """Yield the images of Markdown, `![alt](file)`, in order."""
    for found in _IMAGE.finditer(body):
        yield Image(found.group(1), found.start(1))


class Article(Record):
    """A news article about visits or a period."""

    title: Line = public("Tiêu đề")
    date: Day = public("Ngày đăng")
    lead: Text = public("Mở đầu", "Căn cứ, kế hoạch, mục đích; đứng ngay dưới tiêu đề.")
    author: Line = public("Tác giả")
    department: Line | None = public("Ban của tác giả", default=None)
    photo_credit: Line | None = public("Ảnh", default=None)
    visits: tuple[Id, ...] = public("Các chuyến đi được nói đến", default=(), refers="visits")
    period: PeriodText | None = public("Thời gian được nói đến", default=None)
    category: Line = public("Chuyên mục")
    tags: tuple[Line, ...] = public("Từ khóa", default=())
    cover: Line | None = public(
        "Ảnh đại diện", "Đường dẫn tính từ records/media.", default=None, refers="media"
    )
    status: ArticleStatus = public("Tình trạng")
    body: str = Field(default="", json_schema_extra={AUDIENCE_KEY: "public", DERIVED_KEY: True})
    """The Markdown below the front matter."""
