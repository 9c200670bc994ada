"""The website's posts, pictures and terms, as its REST interface gives and takes them.

Source: WordPress REST API Handbook; research/wordpress.md, section 2.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final, Literal, TypeVar

from generator.publish.wordpress.post import Fields, Marker, Photo, term_key, with_marker
from generator.publish.wordpress.remote import (
    MEDIA_FIELDS,
    POST_FIELDS,
    RemotePhoto,
    RemotePost,
    Term,
    UnreadableReplyError,
    remote_cover,
    remote_number,
    remote_photo,
    remote_post,
    remote_term,
)
from generator.publish.wordpress.session import (
    TRIES,
    LostReplyError,
    MissingError,
    RefusedByServerError,
    Reply,
    Session,
    StoppedError,
)

Taxonomy = Literal["categories", "tags"]
Read = TypeVar("Read")

STATUSES: Final = "publish,future,draft,pending,private,trash"
_BATCH: Final = 20
_PAGE: Final = 100
_MOST_PAGES: Final = 5
_ROUTE: Final = "/wp/v2/"


@dataclass(frozen=True, slots=True)
class Upload:
    """A picture as it is sent: its file name, its media type and its bytes."""

    name: str
    type: str
    data: bytes


class WordPress:
    """One website; every method is one request or a few of the same kind."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._plain = False

    def index(self) -> Mapping[str, Any]:
        """Return what the interface says of itself; learns under which address it is.

        Raises:
            StoppedError: there is no such interface.
        """
        for _ in range(TRIES):
            for plain in (False, True):
                self._plain = plain
                try:
                    held = self._once("GET", "/").data
                except (LostReplyError, RefusedByServerError):
                    continue
                if isinstance(held, dict) and "namespaces" in held:
                    return held
        message = (
            f"{self.session.account.url} không trả lời như một trang WordPress có giao diện REST. "
            "Xem lại địa chỉ; có thể một phần bổ trợ đã tắt REST, hoặc máy chủ đang trục trặc."
        )
        raise StoppedError(message)

    def generator(self) -> str:
        """Return the page on which WordPress tells its version, unless it is hidden."""
        return self.session.text("?feed=rss2")

    def me(self) -> Mapping[str, Any]:
        """Return the account and what it may do.

        Raises:
            StoppedError: the account is not let in.
        """
        held = self._read("users/me", context="edit").data
        if not isinstance(held, dict):
            raise StoppedError(self._strange())
        return held

    # --- terms ---

    def terms(self, taxonomy: Taxonomy, names: Sequence[str]) -> list[Term]:
        """Return the terms that may bear one of the names: all, or what a search for each finds."""
        if not names:
            return []
        some, all_ = self._pages(taxonomy, remote_term, _fields="id,name,parent")
        if all_ <= _MOST_PAGES:
            return list(some)
        return [term for name in names for term in self._terms_like(taxonomy, name)]

    def create_term(self, taxonomy: Taxonomy, name: str) -> int:
        """Return the number of a term of the name, which is made unless there is one.

        Raises:
            LostReplyError: the server answers to nothing.
        """
        pauses = self.session.pauses()
        while True:
            try:
                made = self._write("POST", taxonomy, json={"name": name})
                return self._one(made, remote_term).number
            except RefusedByServerError as error:
                number = error.data.get("term_id")
                if error.code == "term_exists" and isinstance(number, int):
                    return number
                raise
            except LostReplyError:
                if not pauses.wait():
                    raise
            key = term_key(name)
            there = [t for t in self._terms_like(taxonomy, name) if term_key(t.name) == key]
            if there:
                return there[0].number

    def _terms_like(self, taxonomy: Taxonomy, name: str) -> list[Term]:
        found = self._read(taxonomy, search=name, per_page=_PAGE, _fields="id,name,parent")
        return self._each(found, remote_term)

    # --- pictures ---

    def photos(self, numbers: Iterable[int]) -> list[RemotePhoto]:
        """Return those of the pictures that there are."""
        return [
            photo
            for some in _batches(sorted(set(numbers)))
            for photo in self._photos(include=_joined(some))
        ]

    def photos_called(self, slugs: Iterable[str]) -> list[RemotePhoto]:
        """Return the pictures that bear one of the slugs."""
        return [
            photo
            for some in _batches(sorted(set(slugs)))
            for photo in self._photos(slug=_joined(some))
        ]

    def upload(self, photo: Photo, upload: Upload) -> RemotePhoto:
        """Store a picture with its words.

        Raises:
            LostReplyError, HalfDoneError, TooLargeError: as the session says.
        """
        made = self._write(
            "POST",
            "media",
            data={
                "slug": photo.slug,
                "title": photo.file.rpartition("/")[2],
                "alt_text": photo.alt,
                "caption": photo.caption,
            },
            files={"file": (upload.name, upload.data, upload.type)},
        )
        return self._one(made, remote_photo)

    def finish_photo(self, number: int) -> RemotePhoto | None:
        """Have the smaller copies made of a picture that was stored without them."""
        try:
            self._write(
                "POST", f"media/{number}/post-process", json={"action": "create-image-subsizes"}
            )
        except (LostReplyError, RefusedByServerError):
            return None
        found = self.photos([number])
        return found[0] if found else None

    def word_photo(self, number: int, photo: Photo) -> RemotePhoto:
        """Give a picture its words."""
        words = {"alt_text": photo.alt, "caption": photo.caption}
        return self._one(self._write("POST", f"media/{number}", json=words), remote_photo)

    def delete_photo(self, number: int) -> None:
        """Delete a picture for good: WordPress has no trash for them."""
        self._write("DELETE", f"media/{number}", query={"force": "true"})

    # --- posts ---

    def post(self, number: int) -> RemotePost | None:
        """Return the post, if there is one."""
        try:
            held = self._read_one(f"posts/{number}", context="edit", _fields=POST_FIELDS)
        except MissingError:
            return None
        try:
            return remote_post(held.data)
        except UnreadableReplyError:
            raise StoppedError(self._strange()) from None

    def posts(self, numbers: Iterable[int]) -> list[RemotePost]:
        """Return those of the posts that there are, in whatever state."""
        return [
            post
            for some in _batches(sorted(set(numbers)))
            for post in self._posts(include=_joined(some))
        ]

    def posts_called(self, slugs: Iterable[str]) -> list[RemotePost]:
        """Return the posts that bear one of the slugs, also in the trash."""
        both = [each for slug in sorted(set(slugs)) for each in (slug, f"{slug}__trashed")]
        return [post for some in _batches(both) for post in self._posts(slug=_joined(some))]

    def marked(self, article: str) -> list[RemotePost]:
        """Return the posts that bear the marker of the article."""
        found = self._posts(search=f"congtac:{article}")
        return [each for each in found if each.marker and each.marker.article == article]

    def mentioning(self, text: str) -> list[int]:
        """Return the numbers of the posts and pages, in whatever state, in which a text stands."""
        return [
            number
            for kind in ("posts", "pages")
            for number in self._each(
                self._read(
                    kind, search=text, per_page=_PAGE, status=STATUSES, context="edit", _fields="id"
                ),
                remote_number,
            )
        ]

    def covers(self) -> dict[int, list[int]]:
        """Return by the number of a picture which posts and pages have it as their featured one.

        WordPress does not search for this, so everything is looked at, in whatever state it is.
        """
        used: dict[int, list[int]] = {}
        for kind in ("posts", "pages"):
            asked = {"status": STATUSES, "context": "edit", "_fields": "id,featured_media"}
            for number, cover in self._pages(kind, remote_cover, **asked)[0]:
                used.setdefault(cover, []).append(number)
        return used

    def create(self, article: str, slug: str, fields: Fields) -> RemotePost:
        """Make a draft.

        Raises:
            LostReplyError: it may be there.
        """
        sent = {"status": "draft", "slug": slug, **payload(article, fields)}
        return self._one(self._write("POST", "posts", json=sent), remote_post)

    def update(self, number: int, changes: Mapping[str, object]) -> RemotePost:
        """Change a post.

        Raises:
            LostReplyError: it may have changed.
        """
        return self._one(self._write("POST", f"posts/{number}", json=changes), remote_post)

    def trash(self, number: int) -> bool:
        """Put a post into the trash; where there is none, make it a draft and return false.

        Raises:
            LostReplyError: it may have gone.
        """
        try:
            self._write("DELETE", f"posts/{number}")
        except RefusedByServerError as error:
            if error.status != HTTPStatus.NOT_IMPLEMENTED:
                raise
            self.update(number, {"status": "draft"})
            return False
        return True

    # --- how a request is put ---

    def _posts(self, **query: object) -> list[RemotePost]:
        found = self._read(
            "posts",
            per_page=_PAGE,
            status=STATUSES,
            context="edit",
            _fields=POST_FIELDS,
            **query,
        )
        return self._each(found, remote_post)

    def _pages(
        self, route: str, read: Callable[[Any], Read], **query: object
    ) -> tuple[Iterator[Read], int]:
        """Return everything of a list, asked for page by page, and how many pages it has."""
        first = self._read(route, per_page=_PAGE, **query)
        told = first.headers.get("X-WP-TotalPages", "")
        pages = int(told) if told.isdecimal() else 1

        def held() -> Iterator[Read]:
            yield from self._each(first, read)
            for page in range(2, pages + 1):
                more = self._read(route, per_page=_PAGE, page=page, **query)
                yield from self._each(more, read)

        return held(), pages

    def _photos(self, **query: object) -> list[RemotePhoto]:
        found = self._read("media", per_page=_PAGE, context="edit", _fields=MEDIA_FIELDS, **query)
        return self._each(found, remote_photo)

    def _read(self, route: str, **query: object) -> Reply:
        """Return what stands at a route that every WordPress has."""
        try:
            return self._read_one(route, **query)
        except MissingError:
            raise StoppedError(self._strange()) from None

    def _read_one(self, route: str, **query: object) -> Reply:
        path, asked = self._path(_ROUTE + route, query)
        return self.session.read(path, asked)

    def _write(
        self,
        method: str,
        route: str,
        query: Mapping[str, object] | None = None,
        **body: Any,  # noqa: ANN401  (httpx' own)
    ) -> Reply:
        return self._once(method, _ROUTE + route, query, **body)

    def _once(
        self,
        method: str,
        route: str,
        query: Mapping[str, object] | None = None,
        **body: Any,  # noqa: ANN401  (httpx' own)
    ) -> Reply:
        path, asked = self._path(route, query or {})
        return self.session.once(method, path, params=asked, **body)

    def _path(self, route: str, query: Mapping[str, object]) -> tuple[str, dict[str, Any]]:
        """Return the path and the query; without speaking addresses the route is in the query."""
        if self._plain:
            return "", {"rest_route": route, **query}
        return f"wp-json{route}", dict(query)

    def _each(self, reply: Reply, read: Callable[[Any], Read]) -> list[Read]:
        if not isinstance(reply.data, list):
            raise StoppedError(self._strange())
        try:
            return [read(each) for each in reply.data]
        except UnreadableReplyError:
            raise StoppedError(self._strange()) from None

    def _one(self, reply: Reply, read: Callable[[Any], Read]) -> Read:
        """Return what a reply to a write says; one that cannot be read says nothing of the write.

        Raises:
            LostReplyError: the reply cannot be read.
        """
        try:
            return read(reply.data)
        except UnreadableReplyError:
            raise LostReplyError from None

    def _strange(self) -> str:
        return (
            f"{self.session.account.url} trả lời không như WordPress. Có thể một phần bổ trợ đã "
            "sửa giao diện REST; hỏi người quản trị trang web."
        )


def payload(article: str, fields: Fields) -> dict[str, object]:
    """Return the fields as a request has them, with the marker in the content."""
    marker = Marker(article, fields.digest)
    return {
        "title": fields.title,
        "content": with_marker(fields.content, marker),
        "excerpt": fields.excerpt,
        "date_gmt": fields.moment,
        "categories": list(fields.categories),
        "tags": list(fields.tags),
        "featured_media": fields.cover,
    }


def _joined(some: Iterable[object]) -> str:
    return ",".join(map(str, some))


def _batches(all_: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(all_), _BATCH):
        yield all_[start : start + _BATCH]
