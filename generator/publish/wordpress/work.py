"""One run over a website: looks at everything, decides, and carries out what may be done.

Order: terms, pictures, the post as a draft, and last, if asked for, its going live. A run that
breaks off anywhere is finished by the next. Source: research/wordpress.md, section 3.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.publish.wordpress.book import Book, Pictures
from generator.publish.wordpress.diff import differences
from generator.publish.wordpress.faults import ArticleFault
from generator.publish.wordpress.holdings import Holdings
from generator.publish.wordpress.outcome import Done, Outcome, broken_off
from generator.publish.wordpress.plan import Decision, Verdict, decide, identify
from generator.publish.wordpress.post import Post, fields_of
from generator.publish.wordpress.remote import RemotePost
from generator.publish.wordpress.site import WordPress
from generator.publish.wordpress.survey import Survey, survey
from generator.publish.wordpress.withdrawal import take_down, to_take_down
from generator.publish.wordpress.writing import Writer


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted: to go live, only to look, and to overwrite what persons did to some."""

    live: bool = False
    dry: bool = False
    force: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Work:
    """One run; `run` may be broken off at any of its steps."""

    site: WordPress
    book: Book
    pictures: Pictures
    wish: Wish = field(default_factory=Wish)

    def run(
        self, posts: Sequence[Post], withdrawn: Mapping[str, str], kept: Container[str]
    ) -> Iterator[Outcome]:
        """Bring every post to the website, take down what was withdrawn, and tell of each.

        `withdrawn` has the ids of articles and what their addresses end in; `kept` are what the
        pictures are called there that some standing article shows.

        Raises:
            StoppedError: the website cannot be used any further; what was done is in the ledger.
        """
        seen = survey(self.site, self.book.ledger, posts, withdrawn)
        held = Holdings(self.site, self.book, self.pictures, seen.known, seen.photos)
        for post in posts:
            yield self._brought(post, seen, held)
        for article, slug in withdrawn.items():
            outcome, standing = to_take_down(article, slug, self.book, seen.found[article])
            if standing is None:
                yield outcome
            elif self.wish.dry:
                yield replace(outcome, would=("withdrawn",))
            else:
                yield take_down(self.site, self.book, outcome, standing, kept)

    def _brought(self, post: Post, seen: Survey, held: Holdings) -> Outcome:
        entry = self.book.ledger.posts.get(post.id)
        identity = identify(post.id, post.slug, entry, seen.found[post.id])
        wanted = fields_of(post, held.known)
        decision = decide(wanted, entry, identity)
        same_source = entry is not None and entry.source == post.source
        outcome = _told(post, decision, same_source=same_source)
        if decision.post and decision.ours:
            diff = tuple(differences(decision.post.fields, wanted, seen.names))
            outcome = replace(outcome, diff=diff)
        notes = tuple(_notes(post, seen, held))
        outcome = replace(outcome, photos=len(held.missing(post)), notes=notes)
        if self.wish.dry:
            return replace(outcome, would=self._would(post, decision))
        try:
            return self._carried_out(post, decision, outcome, held)
        except ArticleFault as fault:
            return broken_off(outcome, fault.told, unknown=fault.unknown)

    def _would(self, post: Post, decision: Decision) -> tuple[Done, ...]:
        """Return what a run that is not dry would do."""
        if not decision.may_write(forced=post.id in self.wish.force):
            return ()
        changes: dict[Verdict, tuple[Done, ...]] = {
            "new": ("created",),
            "deleted": ("recreated",),
            "unchanged": (),
        }
        then: tuple[Done, ...] = ("published",) if self._goes_live(post, decision.post) else ()
        return changes.get(decision.verdict, ("updated",)) + then

    def _goes_live(self, post: Post, remote: RemotePost | None) -> bool:
        """Whether this run is to let the post be read; there is none if it is made anew."""
        if not self.wish.live:
            return False
        if remote is None:
            return True
        forced = post.id in self.wish.force
        may = forced or Writer(self.site, self.book).may_go_live(post, remote)
        return may and not remote.live

    def _carried_out(
        self, post: Post, decision: Decision, outcome: Outcome, held: Holdings
    ) -> Outcome:
        writer = Writer(self.site, self.book)
        forced = post.id in self.wish.force
        if decision.post:
            writer.note_live(post, decision.post)
        if not decision.may_write(forced=forced):
            return outcome
        held.ensure(post)
        wanted = fields_of(post, held.known)
        done: list[Done] = []
        if decision.post is None:
            remote = writer.create(post, wanted)
            done.append("created" if decision.verdict == "new" else "recreated")
        elif decision.verdict == "unchanged":
            remote = decision.post
            if remote.fields == wanted:
                writer.confirm(post, wanted, remote)
        else:
            remote = writer.update(post, decision.post, wanted)
            done.append("updated")
        altered = remote.fields.differing(wanted) if done else ()
        if self._goes_live(post, remote):
            remote = writer.go_live(post, remote)
            done.append("published")
        return replace(
            outcome,
            done=tuple(done),
            number=remote.number,
            link=remote.link,
            live=remote.live,
            altered=altered,
            slug="" if remote.slug == post.slug else remote.slug,
        )


def _told(post: Post, decision: Decision, *, same_source: bool) -> Outcome:
    remote = decision.post
    return Outcome(
        article=post.id,
        title=post.title,
        verdict=decision.verdict,
        number=remote.number if remote else None,
        link=remote.link if remote else "",
        live=remote.live if remote else False,
        slug=remote.slug if remote and remote.slug != post.slug and not remote.trashed else "",
        ours=decision.ours,
        theirs=decision.theirs,
        figures=same_source and decision.verdict in ("ours", "both"),
        numbers=decision.numbers,
    )


def _notes(post: Post, seen: Survey, held: Holdings) -> Iterator[str]:
    if post.category in seen.ambiguous:
        yield f"trang web có nhiều chuyên mục “{post.category}”; dùng mục lâu nhất ở cấp trên cùng"
    for file in held.reworded_there(post):
        yield f"chú thích ảnh {file} trên trang web khác với sổ; giữ nguyên trên trang web"
