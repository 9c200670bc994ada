"""An article for WordPress, and the fields that are compared: what we want, what stands there.

Source: issue *News*, Publishing and *Idempotent and safe*; research/wordpress.md, section 3.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from html import escape, unescape
from typing import Final, Literal, Self

_MARKER: Final = re.compile(
    r"\s*(?:<!-- wp:html -->\s*)?<!-- congtac:([a-z0-9-]+) ([0-9a-f]{64}) -->"
    r"(?:\s*<!-- /wp:html -->)?"
)


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture that goes along; `digest` is that of the file in the records, in hexadecimals.

    The file in the records names the picture, not what is uploaded: that may be drawn smaller.
    """

    file: str
    digest: str
    alt: str
    caption: str

    @property
    def slug(self) -> str:
        """What the picture is called on the website, whatever its words are."""
        return f"congtac-{self.digest[:16]}"

    @property
    def words(self) -> str:
        """The digest of its words."""
        return digest_of([self.alt, self.caption])


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the content for a picture's address or number."""

    kind: Literal["address", "number"]
    file: str


@dataclass(frozen=True, slots=True)
class Post:
    """An article for the website. Texts are HTML; `cover` is the file of one of `photos`.

    `source` is the digest of the article as it is written, with its placeholders.
    """

    id: str
    slug: str
    title: str
    excerpt: str
    content: tuple[str | Slot, ...]
    moment: datetime
    category: str
    tags: tuple[str, ...]
    cover: str
    photos: tuple[Photo, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Marker:
    """What the content says of itself: the article it is, and the digest of the fields sent."""

    article: str
    digest: str


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a post that are compared; `moment` in UTC, numbers in ascending order.

    `content` is without the marker; a number of 0 is of what the website does not have yet.
    """

    title: str
    content: str
    excerpt: str
    moment: str
    categories: tuple[int, ...]
    tags: tuple[int, ...]
    cover: int

    def digests(self) -> dict[str, str]:
        """Return the digest of each field."""
        return {each.name: digest_of(getattr(self, each.name)) for each in fields(self)}

    @property
    def digest(self) -> str:
        """The digest of all fields."""
        return digest_of([getattr(self, each.name) for each in fields(self)])

    def differing(self, other: Self) -> tuple[str, ...]:
        """Return the names of the fields that differ."""
        mine, theirs = self.digests(), other.digests()
        return tuple(name for name in mine if mine[name] != theirs[name])


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture that the website has."""

    number: int
    address: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the website has already: pictures by digest, terms by the key of their name."""

    photos: Mapping[str, Placed] = field(default_factory=dict)
    categories: Mapping[str, int] = field(default_factory=dict)
    tags: Mapping[str, int] = field(default_factory=dict)


def term_key(name: str) -> str:
    """Return by what two names of terms are the same to WordPress: letters, not their case."""
    return unicodedata.normalize("NFC", unescape(name)).strip().casefold()


def fields_of(post: Post, known: Known) -> Fields:
    """Return the fields that the post is to have; what the website lacks has the number 0."""
    placed = {photo.file: known.photos.get(photo.digest) for photo in post.photos}
    cover = placed.get(post.cover)
    return Fields(
        title=post.title,
        content="".join(_part(part, placed) for part in post.content),
        excerpt=post.excerpt,
        moment=post.moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S"),
        categories=(known.categories.get(term_key(post.category), 0),),
        tags=tuple(sorted({known.tags.get(term_key(tag), 0) for tag in post.tags})),
        cover=cover.number if cover else 0,
    )


def _part(part: str | Slot, placed: Mapping[str, Placed | None]) -> str:
    if isinstance(part, str):
        return part
    there = placed.get(part.file)
    if part.kind == "number":
        return str(there.number if there else 0)
    return escape(there.address if there else part.file)


def with_marker(content: str, marker: Marker) -> str:
    """Return the content with the marker as its last block."""
    told = f"<!-- congtac:{marker.article} {marker.digest} -->"
    return f"{content}\n\n<!-- wp:html -->\n{told}\n<!-- /wp:html -->"


def without_marker(content: str) -> tuple[str, Marker | None]:
    """Return the content without its marker, wherever that stands; of several the last is told."""
    found = list(_MARKER.finditer(content))
    if not found:
        return content, None
    return _MARKER.sub("", content), Marker(found[-1][1], found[-1][2])


def digest_of(value: object) -> str:
    """Return the SHA-256 of a value as JSON."""
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()
