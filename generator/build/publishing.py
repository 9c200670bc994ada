"""Articles that are ready go to the organisation's WordPress site, those withdrawn are taken down.

Only what the public may see gets here. Source: issue *News*, Publishing; design, section 3,
`publish`.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from generator.audience import View, project
from generator.build.drawing import NoPictureError, drawn_anew
from generator.build.figures import figures, sound_records
from generator.build.ledger_file import opened
from generator.domain.article import Article
from generator.domain.media import IMAGE_SUFFIXES, suffix_of
from generator.domain.records import Records
from generator.errors import CongtacError, RefusedError, UsageError
from generator.load.tree import Progress
from generator.present.block_markup import PICTURE_MARK
from generator.present.publication import moment_of
from generator.present.wordpress_post import WordPressPost, slugs, wordpress_post
from generator.publish.wordpress.book import CannotDrawError
from generator.publish.wordpress.outcome import Outcome
from generator.publish.wordpress.post import Photo, Post, Slot
from generator.publish.wordpress.preflight import preflight
from generator.publish.wordpress.report import outcome_lines, preflight_lines, printable
from generator.publish.wordpress.session import Account, Patience, Session
from generator.publish.wordpress.site import Upload, WordPress
from generator.publish.wordpress.work import Wish, Work

_TYPES: Final = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
OTHER_RUN: Final = 600.0
"""How many seconds another run is waited for."""

WAITING: Final = "Đang chờ một lượt đăng tin khác xong…"

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which articles somebody named, by id or file, and which of them to overwrite with."""

    articles: tuple[str, ...] = ()
    force: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """What is to go out: the articles that are ready, and the ids of those withdrawn.

    `slugs` has what the address of every article ends in; `forced` are the ids of those that
    overwrite what persons did on the website.
    """

    view: View
    articles: tuple[Article, ...]
    withdrawn: tuple[str, ...]
    forced: frozenset[str]
    slugs: Mapping[str, str]

    @property
    def demo(self) -> bool:
        """Whether it is of sample data."""
        organisation = self.view.records.organisation
        return organisation is not None and organisation.demo


@dataclass(frozen=True, slots=True)
class Means:
    """By which means the news go out; `base` is the address of our own site, or empty."""

    account: Account
    ledger: Path
    base: str
    patience: Patience


def news(
    root: Path,
    asked: date | None,
    today: date,
    named: Asked,
    progress: Progress = lambda _: None,
) -> News:
    """Return the articles named, or all, as the public sees them; latest last.

    Raises:
        UnsoundRecordsError: there are findings, so nothing goes out.
        UsageError: there is no such article.
        RefusedError: one that is named is a draft.
    """
    records = sound_records(root, progress)
    view = project(records, figures(records, asked, today), "public")
    forced = frozenset(_article_id(each, records) for each in named.force)
    wanted = {_article_id(each, records) for each in named.articles} or set(records.articles)
    named_ones = forced | (wanted if named.articles else set())
    drafts = sorted(each for each in named_ones if records.articles[each].status == "draft")
    if drafts:
        message = (
            f"Bài còn là bản nháp nên chưa đăng: {', '.join(drafts)}. Duyệt xong, đổi status của "
            "bài thành ready."
        )
        raise RefusedError(message)
    wanted |= forced
    ready = (each for each in view.records.articles.values() if each.id in wanted)
    gone = (each.id for each in view.gone_articles if each.id in wanted)
    ordered = sorted(ready, key=lambda each: (each.date, each.id))
    return News(view, tuple(ordered), tuple(sorted(gone)), forced, slugs(records.articles))


def _article_id(written: str, records: Records) -> str:
    id_ = Path(written).stem if written.endswith(".md") else written
    if id_ not in records.articles:
        message = f"Không có bài “{written}”."
        raise UsageError(message)
    return id_


def publish(going: News, root: Path, means: Means, wish: Wish, say: Say) -> bool:
    """Bring the news to the website and tell of each article; return whether nobody need look.

    Raises:
        RefusedError: the data are samples and the website is not this machine, the account may
            not do it, or another run is under way.
        UsageError: the ledger cannot be used.
        StoppedError: the website cannot be used.
    """
    if going.demo and not means.account.loopback:
        message = "Đây là dữ liệu mẫu (demo: true) nên không đăng lên trang web nào ngoài máy này."
        raise RefusedError(message)

    def told(line: str) -> None:
        say(printable(line))

    posts = [_post(article, going, means.base, root) for article in going.articles]
    withdrawn = {article: going.slugs[article] for article in going.withdrawn}
    session = Session(means.account, means.patience)
    try:
        with opened(means.ledger, means.account.url, OTHER_RUN, partial(say, WAITING)) as book:
            site = WordPress(session)
            _cleared(site, wish, told, withdrawing=bool(going.withdrawn))
            work = Work(site, book, RecordPictures(root), wish)
            kept = _shown_pictures(going, means.base, root) if withdrawn else frozenset()
            return _run(work, posts, withdrawn, kept, told)
    finally:
        session.close()


def _cleared(site: WordPress, wish: Wish, say: Say, *, withdrawing: bool) -> None:
    """Refuse a website or an account with which it would end half done."""
    seen = preflight(site, live=wish.live, withdrawing=withdrawing)
    for line in preflight_lines(seen, site.session.account.url):
        say(line)
    if seen.faults:
        message = "Chưa ghi gì lên trang web."
        raise RefusedError(message)


def _shown_pictures(going: News, base: str, root: Path) -> frozenset[str]:
    """Return what the pictures of all standing articles are called there, named or not."""
    standing = going.view.records.articles.values()
    posts = (_post(article, going, base, root) for article in standing)
    return frozenset(photo.slug for post in posts for photo in post.photos)


def _run(
    work: Work,
    posts: Sequence[Post],
    withdrawn: Mapping[str, str],
    kept: frozenset[str],
    say: Say,
) -> bool:
    outcomes: list[Outcome] = []
    wish = work.wish
    try:
        for outcome in work.run(posts, withdrawn, kept):
            outcomes.append(outcome)
            for line in outcome_lines(outcome, dry=wish.dry):
                say(line)
    except CongtacError:
        left = len(posts) + len(withdrawn) - len(outcomes)
        say(f"Dừng giữa chừng, còn {left} bài chưa xem đến; chạy lại lệnh này để làm nốt.")
        raise
    waiting = [each.article for each in outcomes if each.needs_a_person]
    say(_summary(outcomes, dry=wish.dry))
    if waiting:
        say(f"Cần người xem: {', '.join(waiting)}.")
    return not waiting


def _summary(outcomes: Sequence[Outcome], *, dry: bool) -> str:
    same = sum(each.verdict == "unchanged" for each in outcomes)
    written = sum(bool(each.done) for each in outcomes)
    did = "không ghi gì (--dry-run)" if dry else f"ghi lên trang web {written} bài"
    return f"Đã xem {len(outcomes)} bài, {same} bài không đổi, {did}."


def _post(article: Article, going: News, base: str, root: Path) -> Post:
    made = wordpress_post(article, going.view, base, going.slugs[article.id])
    written = article.model_dump_json(exclude={"path"})
    return Post(
        id=made.id,
        slug=made.slug,
        title=made.title,
        excerpt=made.excerpt,
        content=tuple(_parts(made)),
        moment=moment_of(made.date),
        category=made.category,
        tags=made.tags,
        cover=made.cover,
        photos=tuple(
            Photo(each.file, _file_digest(root, each.file), each.alt, each.caption)
            for each in made.photos
        ),
        source=hashlib.sha256(written.encode()).hexdigest(),
    )


def _parts(made: WordPressPost) -> list[str | Slot]:
    """Return the content with a slot for each mark of a picture."""
    parts: list[str | Slot] = []
    end = 0
    for found in PICTURE_MARK.finditer(made.content):
        slot = Slot("number" if found[1] == "number" else "address", found[2])
        parts += [made.content[end : found.start()], slot]
        end = found.end()
    return [*parts, made.content[end:]]


def _file_digest(root: Path, file: str) -> str:
    return hashlib.sha256((root / "media" / file).read_bytes()).hexdigest()


@dataclass(frozen=True, slots=True)
class RecordPictures:
    """The pictures below `records/media`, drawn anew for those outside."""

    root: Path

    def drawn(self, file: str, longest: int) -> Upload:
        """Return the picture alone, without what cameras and phones write beside it.

        Raises:
            CannotDrawError: it is no picture that can be drawn.
        """
        try:
            data = drawn_anew((self.root / "media" / file).read_bytes(), file, longest)
        except NoPictureError as error:
            raise CannotDrawError(str(error)) from None
        kind = _TYPES[IMAGE_SUFFIXES[suffix_of(file)]]
        return Upload(file.rpartition("/")[2], kind, data)
