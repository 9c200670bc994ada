"""What the website says of its posts, pictures and terms, read from its replies.

Source: WordPress REST API Handbook, *Posts*, *Media*, *Categories*; research/wordpress.md,
section 2.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from generator.publish.wordpress.post import Fields, Marker, Placed, digest_of, without_marker

TRASH: Final = "trash"
LIVE: Final = frozenset({"publish", "future"})
POST_FIELDS: Final = (
    "id,slug,status,link,date_gmt,title,content,excerpt,categories,tags,featured_media"
)
MEDIA_FIELDS: Final = "id,slug,source_url,alt_text,caption"


# What an editor notes beside what we wrote when a person saves: 6.1 the class of a heading, and
# those from 6.6 on, by their source, the class of a list.
_NOTED: Final = (
    (re.compile(r'<!-- wp:heading \{"className":"wp-block-heading"\} -->'), "<!-- wp:heading -->"),
    (re.compile(r'(<!-- wp:heading \{"level":\d),"className":"wp-block-heading"\}'), r"\1}"),
    (re.compile(r'<(ul|ol[^>]*?) class="wp-block-list">'), r"<\1>"),
)


class UnreadableReplyError(Exception):
    """A reply has not the shape that WordPress gives it."""


@dataclass(frozen=True, slots=True)
class RemotePost:
    """A post as it stands on the website; `number` is its id there."""

    number: int
    slug: str
    status: str
    link: str
    fields: Fields
    marker: Marker | None

    @property
    def trashed(self) -> bool:
        """Whether it lies in the trash."""
        return self.status == TRASH

    @property
    def live(self) -> bool:
        """Whether anyone can read it, now or from its date on."""
        return self.status in LIVE


@dataclass(frozen=True, slots=True)
class RemotePhoto:
    """A picture of the website's library."""

    number: int
    slug: str
    address: str
    alt: str
    caption: str

    @property
    def placed(self) -> Placed:
        """Where it is."""
        return Placed(self.number, self.address)

    @property
    def words(self) -> str:
        """The digest of its words, as that of a `Photo`."""
        return digest_of([self.alt, self.caption])


@dataclass(frozen=True, slots=True)
class Term:
    """A category or a tag; `parent` is 0 at the top."""

    number: int
    name: str
    parent: int


def remote_post(held: Any) -> RemotePost:  # noqa: ANN401  (JSON)
    """Return the post of a reply in the context `edit`.

    Raises:
        UnreadableReplyError: it is none.
    """
    try:
        content, marker = without_marker(_as_we_write(_raw(held["content"])))
        return RemotePost(
            number=int(held["id"]),
            slug=str(held["slug"]),
            status=str(held["status"]),
            link=str(held["link"]),
            fields=Fields(
                title=_raw(held["title"]),
                content=content,
                excerpt=_raw(held["excerpt"]),
                moment=str(held["date_gmt"]),
                categories=_numbers(held["categories"]),
                tags=_numbers(held["tags"]),
                cover=int(held["featured_media"]),
            ),
            marker=marker,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableReplyError from error


def remote_photo(held: Any) -> RemotePhoto:  # noqa: ANN401  (JSON)
    """Return the picture of a reply in the context `edit`.

    Raises:
        UnreadableReplyError: it is none.
    """
    try:
        return RemotePhoto(
            number=int(held["id"]),
            slug=str(held["slug"]),
            address=str(held["source_url"]),
            alt=str(held["alt_text"]),
            caption=_raw(held["caption"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableReplyError from error


def remote_term(held: Any) -> Term:  # noqa: ANN401  (JSON)
    """Return the term of a reply.

    Raises:
        UnreadableReplyError: it is none.
    """
    try:
        return Term(int(held["id"]), str(held["name"]), int(held.get("parent") or 0))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UnreadableReplyError from error


def remote_number(held: Any) -> int:  # noqa: ANN401  (JSON)
    """Return the number of whatever a reply holds.

    Raises:
        UnreadableReplyError: it has none.
    """
    try:
        return int(held["id"])
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableReplyError from error


def remote_cover(held: Any) -> tuple[int, int]:  # noqa: ANN401  (JSON)
    """Return the number of a post or page, and that of its featured picture; 0 if it has none.

    Raises:
        UnreadableReplyError: it has no number.
    """
    try:
        # A theme may give pages no such picture.
        return int(held["id"]), int(held.get("featured_media") or 0)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UnreadableReplyError from error


def _as_we_write(content: str) -> str:
    """Return the content without what an editor notes by itself, which nobody has changed."""
    for noted, ours in _NOTED:
        content = noted.sub(ours, content)
    return content


def _raw(held: Mapping[str, object]) -> str:
    return str(held["raw"])


def _numbers(held: list[object]) -> tuple[int, ...]:
    return tuple(sorted(int(str(each)) for each in held))
