"""What is to be done with an article: a comparison of three states, and nothing else.

What we want, what we sent last, and what stands on the website. A person's edit there is never
overwritten by itself. Source: issue *News*, *Idempotent and safe*; research/wordpress.md,
section 3.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from generator.publish.wordpress.ledger import PostEntry
from generator.publish.wordpress.post import Fields
from generator.publish.wordpress.remote import RemotePost

Verdict = Literal[
    "new",
    "unchanged",
    "ours",
    "theirs",
    "both",
    "trashed",
    "deleted",
    "foreign",
    "duplicate",
]


@dataclass(frozen=True, slots=True)
class Found:
    """What the website has that may be the article's post."""

    by_number: RemotePost | None = None
    by_slug: tuple[RemotePost, ...] = ()
    by_marker: tuple[RemotePost, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """Which post is the article's: `post`, or why there is none; `numbers` are those in the way."""

    verdict: Literal["new", "found", "trashed", "deleted", "foreign", "duplicate"]
    post: RemotePost | None = None
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be done: the fields that we would write, and those that a person has changed."""

    verdict: Verdict
    post: RemotePost | None = None
    ours: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()

    def may_write(self, *, forced: bool) -> bool:
        """Whether something may be written; not even force takes what is somebody else's."""
        if self.verdict in ("new", "unchanged", "ours"):
            return True
        return forced and self.verdict in ("theirs", "both", "trashed", "deleted")


_SOMETHING: Final = ("",)
"""A person has changed something, and nothing tells what."""


def identify(article: str, slug: str, entry: PostEntry | None, found: Found) -> Identity:
    """Return which post is the article's: by the ledger, then its address, then its marker.

    One that has the address and no marker of the article is somebody else's.
    """
    if entry and entry.number:
        post = found.by_number
        return _standing(post) if post else Identity("deleted", numbers=(entry.number,))
    candidates = {each.number: each for each in (*found.by_slug, *found.by_marker)}
    mine = [each for each in candidates.values() if each.marker and each.marker.article == article]
    if len(mine) > 1:
        return Identity("duplicate", numbers=tuple(sorted(each.number for each in mine)))
    if mine:
        return _standing(mine[0])
    owners = tuple(each.number for each in found.by_slug if each.slug == slug)
    return Identity("foreign", numbers=owners) if owners else Identity("new")


def _standing(post: RemotePost) -> Identity:
    return Identity("trashed" if post.trashed else "found", post, (post.number,))


def decide(wanted: Fields, entry: PostEntry | None, identity: Identity) -> Decision:
    """Return what is to be done to give the article's post the fields wanted."""
    post = identity.post
    if post is None or identity.verdict == "trashed":
        verdict: Verdict = "new" if identity.verdict == "found" else identity.verdict
        return Decision(verdict, post, numbers=identity.numbers)
    ours = wanted.differing(post.fields)
    sent, theirs = _since(entry, post)
    changed_here = wanted.digest != sent
    if not ours or not (changed_here or theirs):
        return Decision("unchanged", post)
    changed_there = theirs if theirs != _SOMETHING else ours
    if changed_here and theirs:
        return Decision("both", post, ours, changed_there)
    return (
        Decision("ours", post, ours)
        if changed_here
        else Decision("theirs", post, ours, changed_there)
    )


def _since(entry: PostEntry | None, post: RemotePost) -> tuple[str, tuple[str, ...]]:
    """Return the digest of what was sent last, and which fields a person has changed since.

    The ledger knows; without it, or after a write that was never confirmed, the marker does: it
    bears the digest of the fields that were sent with it.
    """
    if post.marker and post.marker.digest == post.fields.digest and _doubtful(entry):
        return post.marker.digest, ()
    if entry and entry.base:
        return entry.sent, edited(entry.base, post.fields)
    return (post.marker.digest if post.marker else ""), _SOMETHING


def _doubtful(entry: PostEntry | None) -> bool:
    return entry is None or not entry.base or bool(entry.intent)


def edited(base: Mapping[str, str], fields: Fields) -> tuple[str, ...]:
    """Return the fields that differ from those read back."""
    return tuple(name for name, digest in fields.digests().items() if base.get(name) != digest)
