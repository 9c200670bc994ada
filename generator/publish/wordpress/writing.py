"""Writes one post: each write is noted before it is sent, and confirmed after it was read back.

Source: research/wordpress.md, sections 3 and 4; research/reliability.md, rows 40 to 44.
"""

from dataclasses import dataclass, replace
from typing import Final

from generator.publish.wordpress.book import Book
from generator.publish.wordpress.faults import MOVED, ArticleFault, unknown
from generator.publish.wordpress.ledger import PostEntry
from generator.publish.wordpress.plan import Found, identify
from generator.publish.wordpress.post import Fields, Post
from generator.publish.wordpress.remote import LIVE, RemotePost
from generator.publish.wordpress.session import (
    TRIES,
    LostReplyError,
    MissingError,
    RefusedByServerError,
)
from generator.publish.wordpress.site import WordPress, payload

_SENT_AS: Final = {"moment": "date_gmt", "cover": "featured_media"}


@dataclass(frozen=True)
class Writer:
    """Makes posts, changes them and lets them go live."""

    site: WordPress
    book: Book

    def create(self, post: Post, wanted: Fields) -> RemotePost:
        """Make the draft of a post, and see that it is the only one.

        Raises:
            ArticleFault: it was refused, it is not known whether it is there, or there are two.
        """
        entry = self.book.ledger.posts.get(post.id)
        begun = entry is not None and entry.intent == "create"
        # What was begun before may show only now.
        remote = self._looked_for(post) if begun else None
        if remote is None:
            self._intend(post.id, PostEntry(intent="create"))
            try:
                remote = self._created(post, wanted)
            except ArticleFault as fault:
                if not fault.unknown:
                    # What was refused need not be looked for by the next run.
                    self._intend(post.id, PostEntry() if entry is None or begun else entry)
                raise
        self.confirm(post, wanted, remote)
        twins = [each.number for each in self.site.marked(post.id)]
        if len(twins) > 1:
            raise ArticleFault(
                f"trang web có {len(twins)} bài cùng mang dấu của bài này: "
                f"{', '.join(map(str, sorted(twins)))}; giữ một bài, bỏ các bài kia"
            )
        return remote

    def _created(self, post: Post, wanted: Fields) -> RemotePost:
        try:
            return self.site.create(post.id, post.slug, wanted)
        except RefusedByServerError as error:
            told = f"trang web không nhận bài ({error})"
            raise ArticleFault(told) from None
        except LostReplyError:
            remote = self._looked_for(post)
        if remote is None:
            raise unknown()
        return remote

    def _looked_for(self, post: Post) -> RemotePost | None:
        """Return the post whose creation was never confirmed, once it shows."""
        pauses = self.site.session.pauses()
        while True:
            called = tuple(self.site.posts_called([post.slug]))
            found = Found(None, called, tuple(self.site.marked(post.id)))
            identity = identify(post.id, post.slug, None, found)
            if identity.verdict == "found" or not pauses.wait():
                return identity.post if identity.verdict == "found" else None

    def update(self, post: Post, before: RemotePost, wanted: Fields) -> RemotePost:
        """Write the fields that differ, unless somebody has written in the meantime.

        Raises:
            ArticleFault: somebody has, it was refused, or it is not known whether it was done.
        """
        entry = self.book.ledger.posts.get(post.id, PostEntry(before.number))
        self._intend(post.id, replace(entry, number=before.number, intent="update"))
        for _ in range(TRIES):
            standing = self.site.post(before.number)
            if standing is None:
                raise ArticleFault(MOVED)
            if not standing.trashed and standing.fields == wanted:
                self.confirm(post, wanted, standing)
                return standing
            if (standing.fields, standing.status) != (before.fields, before.status):
                raise ArticleFault(MOVED)
            try:
                remote = self.site.update(before.number, _changes(post, before, wanted))
            except LostReplyError:
                continue
            except RefusedByServerError as error:
                raise _refused(error, "không nhận bản sửa") from None
            self.confirm(post, wanted, remote)
            return remote
        raise unknown()

    def may_go_live(self, post: Post, remote: RemotePost) -> bool:
        """Whether the post is a draft that nobody has taken down after it had been live."""
        entry = self.book.ledger.posts.get(post.id)
        return remote.status in ("draft", "pending") and not (entry and entry.status in LIVE)

    def go_live(self, post: Post, remote: RemotePost) -> RemotePost:
        """Let the post be read: the last step, when all else stands.

        Raises:
            ArticleFault: it was refused, or it is not known whether it was done.
        """
        self._intend(post.id, replace(self.book.ledger.posts[post.id], intent="publish"))
        for _ in range(TRIES):
            try:
                remote = self.site.update(remote.number, {"status": "publish"})
            except LostReplyError:
                standing = self.site.post(remote.number)
                if standing is None or standing.trashed:
                    raise ArticleFault(MOVED) from None
                remote = standing
            except RefusedByServerError as error:
                raise _refused(error, "không cho đăng bài") from None
            if remote.live:
                entry = self.book.ledger.posts[post.id]
                self._intend(post.id, replace(entry, status=remote.status, intent=""))
                return remote
        raise unknown()

    def confirm(self, post: Post, wanted: Fields, remote: RemotePost) -> None:
        """Note what stands on the website as what we have sent; that it was live is not forgotten.

        Somebody who takes a post down there is not overruled.
        """
        before = self.book.ledger.posts.get(post.id)
        was_live = before is not None and before.status in LIVE and not remote.live
        entry = PostEntry(
            number=remote.number,
            sent=wanted.digest,
            base=remote.fields.digests(),
            source=post.source,
            status=before.status if before and was_live else remote.status,
        )
        if before != entry:
            self._intend(post.id, entry)

    def note_live(self, post: Post, remote: RemotePost) -> None:
        """Note that a post is live that somebody has published on the website."""
        entry = self.book.ledger.posts.get(post.id)
        if entry and remote.live and entry.status not in LIVE:
            self._intend(post.id, replace(entry, status=remote.status))

    def _intend(self, article: str, entry: PostEntry) -> None:
        self.book.write(self.book.ledger.with_post(article, entry))


def _changes(post: Post, before: RemotePost, wanted: Fields) -> dict[str, object]:
    """Return what is sent: the fields that differ, and the content, which bears the marker.

    A post in the trash comes back as a draft under its address, for it was asked for.
    """
    sent = payload(post.id, wanted)
    differing = {_SENT_AS.get(each, each) for each in before.fields.differing(wanted)}
    changes = {key: sent[key] for key in sent if key in differing or key == "content"}
    restored = {"status": "draft", "slug": post.slug} if before.trashed else {}
    return {**changes, **restored}


def _refused(error: RefusedByServerError, what: str) -> ArticleFault:
    if isinstance(error, MissingError):
        return ArticleFault(MOVED)
    return ArticleFault(f"trang web {what} ({error})")
