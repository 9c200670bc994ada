"""The ledger: which post each article became, what was sent, and what was begun but not confirmed.

It holds numbers and digests, no text and no secret, so it may lie in git. Its JSON:
`{"version": 1, "sites": {ADDRESS: {"posts": {ARTICLE: {…}}, "photos": {DIGEST: {…}}}}}`.
Source: issue *News*, *Idempotent and safe*; research/wordpress.md, section 3.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import ClassVar, Final, Literal, Self

from pydantic import ConfigDict, TypeAdapter, ValidationError

VERSION: Final = 1
_CLOSED: Final = ConfigDict(extra="forbid")


class UnreadableLedgerError(Exception):
    """The text is no ledger."""


@dataclass(frozen=True, slots=True)
class PostEntry:
    """What is known of an article's post; digests in hexadecimals.

    `sent` is the digest of the fields sent, `base` that of each field as it was read back,
    `source` that of the article as written, `status` the post's when we last knew it. `intent` is
    what was begun and not yet confirmed: create, update, publish or withdraw.
    """

    __pydantic_config__: ClassVar = _CLOSED

    number: int | None = None
    sent: str = ""
    base: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    status: str = ""
    intent: str = ""


@dataclass(frozen=True, slots=True)
class PhotoEntry:
    """What is known of a picture: its number, and the digest of its words as they stood then."""

    __pydantic_config__: ClassVar = _CLOSED

    number: int | None = None
    sent: str = ""
    base: str = ""
    intent: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is known of one website."""

    __pydantic_config__: ClassVar = _CLOSED

    posts: Mapping[str, PostEntry] = field(default_factory=dict)
    photos: Mapping[str, PhotoEntry] = field(default_factory=dict)

    def with_post(self, article: str, entry: PostEntry) -> Self:
        """Return the ledger with this entry."""
        return replace(self, posts={**self.posts, article: entry})

    def with_photo(self, digest: str, entry: PhotoEntry) -> Self:
        """Return the ledger with this entry."""
        return replace(self, photos={**self.photos, digest: entry})


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it is written."""

    __pydantic_config__: ClassVar = _CLOSED

    version: Literal[1]
    sites: dict[str, Ledger]


_FILE: Final = TypeAdapter(_File)


def ledgers_of(text: str) -> dict[str, Ledger]:
    """Return the ledgers of a file by the address of their site.

    Raises:
        UnreadableLedgerError: it is no such file, or one of a later version.
    """
    try:
        return _FILE.validate_json(text, strict=True).sites
    except ValidationError as error:
        raise UnreadableLedgerError from error


def ledgers_text(ledgers: Mapping[str, Ledger]) -> str:
    """Return the file that holds the ledgers; the same ledgers give the same text."""
    sites = {site: asdict(each) for site, each in ledgers.items()}
    held = {"version": VERSION, "sites": sites}
    return json.dumps(held, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
