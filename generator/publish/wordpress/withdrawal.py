"""Takes down the post of a withdrawn article, and the pictures that only it showed.

A post goes to the trash, from which a person can take it back. Pictures have no trash; they may be
what the article was withdrawn for, so they go for good unless something else shows them.
Source: issue *News*, *Idempotent and safe* (withdrawal takes it down everywhere).
"""

import re
from collections.abc import Container
from dataclasses import replace
from typing import Final

from generator.publish.wordpress.book import Book
from generator.publish.wordpress.faults import ArticleFault, unknown
from generator.publish.wordpress.ledger import PostEntry
from generator.publish.wordpress.outcome import Outcome, Told, broken_off
from generator.publish.wordpress.plan import Found, edited, identify
from generator.publish.wordpress.remote import RemotePost
from generator.publish.wordpress.session import (
    TRIES,
    LostReplyError,
    MissingError,
    RefusedByServerError,
)
from generator.publish.wordpress.site import WordPress

_IMAGE: Final = re.compile(r"\bwp-image-(\d+)\b")
_UPLOADED: Final = re.compile(r"/uploads/(.*?)(?:-scaled)?\.[a-z]+$")


def to_take_down(
    article: str, slug: str, book: Book, found: Found
) -> tuple[Outcome, RemotePost | None]:
    """Return what is to be done about a withdrawn article, and its post if it is not done yet.

    A post that a person has put into the trash has its pictures still.
    """
    entry = book.ledger.posts.get(article)
    identity = identify(article, slug, entry, found)
    post = identity.post
    if post is None or (_done_before(entry) and not post.live):
        verdict: Told = "duplicate" if identity.verdict == "duplicate" else "gone"
        return Outcome(article, "", verdict, numbers=identity.numbers), None
    outcome = Outcome(
        article,
        post.fields.title,
        "withdraw",
        number=post.number,
        link=post.link,
        live=post.live,
        theirs=edited(entry.base, post.fields) if entry and entry.base else (),
    )
    return outcome, post


def _done_before(entry: PostEntry | None) -> bool:
    """Whether the ledger says that the post was taken down, with its pictures."""
    return entry is not None and entry.number is not None and not (entry.sent or entry.intent)


def take_down(
    site: WordPress, book: Book, outcome: Outcome, post: RemotePost, kept: Container[str]
) -> Outcome:
    """Take the post down; `kept` are the slugs of the pictures that standing articles show.

    Until its pictures are gone too, the ledger says that it is under way.
    """
    article = outcome.article
    entry = book.ledger.posts.get(article, PostEntry())
    begun = replace(entry, number=post.number, intent="withdraw")
    book.write(book.ledger.with_post(article, begun))
    try:
        status = post.status if post.trashed else _trashed(site, post)
    except ArticleFault as fault:
        return broken_off(outcome, fault.told, unknown=fault.unknown)
    notes, left = _photos_taken_down(site, post, kept)
    if left:
        told = f"chưa xóa được {'; '.join(left)}; chạy lại lệnh này, hoặc xóa trong thư viện ảnh"
        return broken_off(replace(outcome, live=False, notes=notes), told, unknown=False)
    book.write(book.ledger.with_post(article, PostEntry(post.number, status=status)))
    return replace(outcome, done=("withdrawn",), live=False, notes=notes)


def _trashed(site: WordPress, post: RemotePost) -> str:
    """Put the post into the trash, or where there is none among the drafts; return its status.

    Raises:
        ArticleFault: it was refused, or it is not known whether it was done.
    """
    drafted = False
    for _ in range(TRIES):
        try:
            drafted = not site.trash(post.number)
        except (LostReplyError, MissingError):
            # Whether it went is seen below.
            pass
        except RefusedByServerError as error:
            told = f"trang web không cho gỡ bài ({error})"
            raise ArticleFault(told) from None
        standing = site.post(post.number)
        if standing is None:
            return ""
        if standing.trashed or (drafted and not standing.live):
            return standing.status
    raise unknown()


def _photos_taken_down(
    site: WordPress, post: RemotePost, kept: Container[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Delete our pictures that nothing else shows; return what became of them, and which are left.

    Of those that a standing article shows, nothing is told.
    """
    numbers = {int(each) for each in _IMAGE.findall(post.fields.content)} | {post.fields.cover}
    notes, left = [], []
    ours = [each for each in site.photos(numbers - {0}) if each.slug.startswith("congtac-")]
    going = [each for each in ours if each.slug not in kept]
    covers = site.covers() if going else {}
    for photo in going:
        stem = _UPLOADED.search(photo.address)
        mentioned = site.mentioning(stem[1]) if stem else []
        used = {*mentioned, *covers.get(photo.number, [])} - {post.number}
        if used:
            told = ", ".join(str(each) for each in sorted(used))
            notes.append(f"ảnh {photo.address} còn được dùng ở bài {told} nên chưa xóa")
        elif why := _not_deleted(site, photo.number):
            left.append(f"ảnh {photo.address} ({why})")
        else:
            notes.append(f"đã xóa ảnh {photo.address}")
    return tuple(notes), tuple(left)


def _not_deleted(site: WordPress, number: int) -> str:
    """Delete a picture; return why it is still there, or nothing. It may be asked for twice."""
    for _ in range(TRIES):
        try:
            site.delete_photo(number)
        except LostReplyError:
            continue
        except MissingError:
            pass
        except RefusedByServerError as error:
            return str(error)
        return ""
    return "mất trả lời của máy chủ"
