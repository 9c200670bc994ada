"""A website that says what it was told to say, and remembers what it was asked."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from urllib.parse import parse_qsl

import httpx

from generator.publish.wordpress.book import CannotDrawError
from generator.publish.wordpress.ledger import Ledger, PhotoEntry, PostEntry
from generator.publish.wordpress.post import Fields, Marker, Photo, Post, with_marker
from generator.publish.wordpress.session import Account, Patience, Session
from generator.publish.wordpress.site import Upload, WordPress

ACCOUNT: Final = Account("https://x.vn/", "bien-tap", "mat-khau-bi-mat")
# A lost write is looked for at once, after 1 second, and after 2 more.
PATIENCE: Final = Patience(reply=5, pause=1, lost=3)
LOST: Final = httpx.ReadTimeout
ARTICLE: Final = "2019-05-21-hop-le"
STRANGE: Final = (
    "https://x.vn/ trả lời không như WordPress. Có thể một phần bổ trợ đã sửa giao diện REST; hỏi "
    "người quản trị trang web."
)


@dataclass(frozen=True)
class Asked:
    """One request; the query without what every list of WordPress is asked with."""

    method: str
    route: str
    query: dict[str, str]
    json: Any = None
    form: str = ""


class Website:
    """Answers by method and route, in turn; the last answer stands. Not told: an empty list."""

    def __init__(self) -> None:
        self._answers: dict[tuple[str, str], list[Any]] = {}
        self.asked: list[Asked] = []
        self.waited: list[float] = []

    def says(self, method: str, route: str, *answers: Any) -> "Website":
        """Let these be the answers: JSON, a response, or an exception of httpx."""
        self._answers[method, route] = list(answers)
        return self

    def __call__(self, request: httpx.Request) -> httpx.Response:
        query = dict(parse_qsl(request.url.query.decode()))
        route = query.pop("rest_route", request.url.path.removeprefix("/wp-json"))
        route = "feed" if "feed" in query else route.removeprefix("/wp/v2/")
        is_json = request.headers.get("Content-Type") == "application/json"
        self.asked.append(
            Asked(
                request.method,
                route,
                query,
                json.loads(request.content) if is_json else None,
                "" if is_json else request.content.decode(errors="replace"),
            )
        )
        answers = self._answers.get((request.method, route), [[]])
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, type):
            raise answer("mat-khau-bi-mat", request=request)
        return answer if isinstance(answer, httpx.Response) else httpx.Response(200, json=answer)

    @property
    def writes(self) -> list[Asked]:
        """The requests that asked for a change."""
        return [each for each in self.asked if each.method != "GET"]


@contextmanager
def visited(website: Website) -> Iterator[WordPress]:
    """Open a session with the website, and close it again."""
    session = Session(ACCOUNT, PATIENCE, website.waited.append, httpx.MockTransport(website))
    yield WordPress(session)
    session.close()


def refusal(status: int, code: str = "", **data: Any) -> httpx.Response:
    """An error as WordPress tells it."""
    return httpx.Response(status, json={"code": code, "data": data})


# --- what stands there ---

FIELDS: Final = Fields("Họp lệ", "<p>Một.</p>", "Mở đầu.", "2019-05-21T00:00:00", (3,), (7,), 12)
POST: Final = Post(
    id=ARTICLE,
    slug="hop-le",
    title=FIELDS.title,
    excerpt=FIELDS.excerpt,
    content=(FIELDS.content,),
    moment=datetime.fromisoformat("2019-05-21T07:00:00+07:00"),
    category="Tin cơ sở",
    tags=("họp lệ",),
    cover="2019/hop.jpg",
    photos=(Photo("2019/hop.jpg", "ab" * 32, "Buổi họp", "Họp lệ"),),
    source="5e",
)
PHOTO: Final = POST.photos[0]


def post_json(
    number: int = 5,
    fields: Fields = FIELDS,
    *,
    status: str = "draft",
    slug: str = "hop-le",
    article: str = ARTICLE,
) -> dict[str, Any]:
    """A post that bears the marker of an article, or none."""
    marker = Marker(article, fields.digest)
    content = with_marker(fields.content, marker) if article else fields.content
    return {
        "id": number,
        "slug": slug,
        "status": status,
        "link": f"https://x.vn/?p={number}",
        "date_gmt": fields.moment,
        "title": {"raw": fields.title},
        "content": {"raw": content},
        "excerpt": {"raw": fields.excerpt},
        "categories": list(fields.categories),
        "tags": list(fields.tags),
        "featured_media": fields.cover,
    }


def photo_json(number: int = 12, photo: Photo = PHOTO, **keys: Any) -> dict[str, Any]:
    """A picture of the library, by default with the words of ours."""
    plain = {
        "id": number,
        "slug": photo.slug,
        "source_url": f"https://x.vn/wp-content/uploads/2019/05/hop-{number}.jpg",
        "alt_text": photo.alt,
        "caption": {"raw": photo.caption},
    }
    return plain | keys


def term_json(number: int, name: str, parent: int = 0) -> dict[str, Any]:
    """A category or tag."""
    return {"id": number, "name": name, "parent": parent}


# --- what a run is given ---


@dataclass
class Notes:
    """A ledger in memory that remembers how it came to be."""

    ledger: Ledger = field(default_factory=Ledger)
    written: list[Ledger] = field(default_factory=list)

    def write(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.written.append(ledger)

    @property
    def posts(self) -> list[PostEntry | None]:
        """What was noted of the article, in order."""
        return [each.posts.get(ARTICLE) for each in self.written]

    @property
    def photos(self) -> list[PhotoEntry | None]:
        """What was noted of the picture, in order."""
        return [each.photos.get(PHOTO.digest) for each in self.written]


@dataclass
class Drawer:
    """Draws pictures; `broken` says why it cannot."""

    broken: str = ""
    drawn_at: list[int] = field(default_factory=list)

    def drawn(self, file: str, longest: int) -> Upload:
        if self.broken:
            raise CannotDrawError(self.broken)
        self.drawn_at.append(longest)
        return Upload(file.rpartition("/")[2], "image/jpeg", f"{longest} điểm ảnh".encode())
