"""One run over a website: what each article comes to, with each wish, and in a dry run the same."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import httpx
import pytest

from generator.publish.wordpress.ledger import Ledger, PhotoEntry, PostEntry
from generator.publish.wordpress.outcome import Done, Outcome
from generator.publish.wordpress.post import Fields
from generator.publish.wordpress.site import WordPress
from generator.publish.wordpress.work import Wish, Work
from tests.unit.publish.wordpress.website import (
    ARTICLE,
    FIELDS,
    PHOTO,
    POST,
    Drawer,
    Notes,
    Website,
    photo_json,
    post_json,
    refusal,
    term_json,
    visited,
)

HERE = replace(POST, title="Tên mới")
HERE_FIELDS = replace(FIELDS, title="Tên mới")
BY_HAND = replace(FIELDS, excerpt="Do người sửa.")
FORCED = frozenset({ARTICLE})
Run = Callable[..., tuple[Outcome, Notes]]


def entry(**keys: Any) -> PostEntry:
    plain: dict[str, Any] = {
        "number": 5,
        "sent": FIELDS.digest,
        "base": FIELDS.digests(),
        "source": POST.source,
        "status": "draft",
    }
    return PostEntry(**plain | keys)


@pytest.fixture
def website() -> Website:
    """A website that has the picture and the terms, and no post."""
    website = Website().says("GET", "media", [photo_json()])
    website.says("GET", "categories", [term_json(3, "Tin cơ sở")])
    return website.says("GET", "tags", [term_json(7, "họp lệ")])


@pytest.fixture
def run(website: Website) -> Iterator[Run]:
    """Run over one article, with the ledger's entry of its post."""
    with ExitStack() as stack:

        def once(wish: Wish, held: PostEntry | None, post: Any = POST) -> tuple[Outcome, Notes]:
            site: WordPress = stack.enter_context(visited(website))
            ledger = Ledger().with_photo(PHOTO.digest, PhotoEntry(12, PHOTO.words, PHOTO.words))
            notes = Notes(ledger.with_post(ARTICLE, held) if held else ledger)
            (outcome,) = Work(site, notes, Drawer(), wish).run([post], {}, frozenset())
            return outcome, notes

        yield once


def standing(
    website: Website, fields: Fields = FIELDS, status: str = "draft", after: Fields | None = None
) -> None:
    """Let this be the post; and after a write the other fields, or live if that was written."""
    there = post_json(fields=fields, status=status)
    website.says("GET", "posts", [there]).says("GET", "posts/5", there)
    changed = post_json(fields=after or fields)
    live = post_json(fields=after or fields, status="publish")
    website.says("POST", "posts/5", *([changed, live] if after else [live]))


CASES: list[tuple[dict[str, Any], PostEntry | None, Any, Wish, str, tuple[Done, ...]]] = [
    ({}, entry(), POST, Wish(), "unchanged", ()),
    ({}, entry(), POST, Wish(live=True), "unchanged", ("published",)),
    ({"status": "publish"}, entry(status="publish"), POST, Wish(live=True), "unchanged", ()),
    # Somebody took it down: only force lets it be read again.
    ({}, entry(status="publish"), POST, Wish(live=True), "unchanged", ()),
    (
        *({}, entry(status="publish"), POST, Wish(live=True, force=FORCED)),
        *("unchanged", ("published",)),
    ),
    ({"after": HERE_FIELDS}, entry(), HERE, Wish(), "ours", ("updated",)),
    (
        *({"after": HERE_FIELDS}, entry(), HERE, Wish(live=True)),
        *("ours", ("updated", "published")),
    ),
    ({"fields": BY_HAND}, entry(), POST, Wish(live=True), "theirs", ()),
    (
        {"fields": BY_HAND, "after": FIELDS},
        entry(),
        POST,
        Wish(force=FORCED),
        "theirs",
        ("updated",),
    ),
    ({"fields": BY_HAND}, entry(), HERE, Wish(live=True), "both", ()),
    (
        *({"fields": BY_HAND, "after": HERE_FIELDS}, entry(), HERE),
        *(Wish(live=True, force=FORCED), "both", ("updated", "published")),
    ),
    ({"status": "trash"}, entry(), POST, Wish(live=True), "trashed", ()),
    (
        {"status": "trash", "after": FIELDS},
        entry(),
        POST,
        Wish(force=FORCED),
        "trashed",
        ("updated",),
    ),
]


@pytest.mark.parametrize(("there", "held", "post", "wish", "verdict", "done"), CASES)
def test_what_is_done_and_a_dry_run_tells_the_same(
    website: Website,
    run: Run,
    *,
    there: dict[str, Any],
    held: PostEntry | None,
    post: Any,
    wish: Wish,
    verdict: str,
    done: tuple[Done, ...],
) -> None:
    standing(website, **there)
    told, notes = run(replace(wish, dry=True), held, post)
    assert (told.verdict, told.done, told.would) == (verdict, (), done)
    assert (website.writes, notes.written) == ([], [])
    outcome, _ = run(wish, held, post)
    assert (outcome.verdict, outcome.done, outcome.would) == (verdict, done, ())
    assert bool(website.writes) == bool(done)


@pytest.mark.parametrize(
    ("held", "wish", "verdict", "done"),
    [
        (None, Wish(), "new", ("created",)),
        (None, Wish(live=True), "new", ("created", "published")),
        (entry(), Wish(live=True), "deleted", ()),
        (entry(), Wish(force=FORCED), "deleted", ("recreated",)),
        (entry(), Wish(live=True, force=FORCED), "deleted", ("recreated", "published")),
    ],
)
def test_what_is_made_and_a_dry_run_tells_the_same(
    website: Website,
    run: Run,
    held: PostEntry | None,
    wish: Wish,
    verdict: str,
    done: tuple[Done, ...],
) -> None:
    website.says("POST", "posts", post_json())
    website.says("POST", "posts/5", post_json(status="publish"))
    told, _ = run(replace(wish, dry=True), held)
    assert (told.verdict, told.would) == (verdict, done)
    assert website.writes == []
    outcome, _ = run(wish, held)
    assert (outcome.verdict, outcome.done) == (verdict, done)
    assert outcome.live is ("published" in done)


def test_a_foreign_post_is_left_alone_even_with_force(website: Website, run: Run) -> None:
    website.says("GET", "posts", [post_json(article="")])
    for dry in (True, False):
        outcome, _ = run(Wish(live=True, dry=dry, force=FORCED), None)
        assert (outcome.verdict, outcome.numbers, outcome.would) == ("foreign", (5,), ())
        assert outcome.needs_a_person
    assert website.writes == []


def test_what_breaks_off_is_told_and_the_run_goes_on(website: Website, run: Run) -> None:
    website.says("POST", "posts", refusal(400, "rest_no"))
    outcome, _ = run(Wish(), None)
    assert (outcome.verdict, outcome.notes) == (
        "failed",
        ("trang web không nhận bài (400 rest_no)",),
    )


def test_that_somebody_has_published_it_is_noted_even_of_what_is_left_alone(
    website: Website, run: Run
) -> None:
    standing(website, BY_HAND, "publish")
    outcome, notes = run(Wish(), entry(), HERE)
    assert outcome.verdict == "both"
    assert notes.posts == [entry(status="publish")]


def test_only_figures_that_differ_are_told_apart_from_words(website: Website, run: Run) -> None:
    standing(website)
    figures = replace(POST, content=("<p>2.</p>",))
    assert run(Wish(dry=True), entry(), figures)[0].figures
    assert not run(Wish(dry=True), entry(), replace(figures, source="6f"))[0].figures
    assert not run(Wish(dry=True), entry())[0].figures


def test_what_the_website_altered_as_it_saved_is_told_once(website: Website, run: Run) -> None:
    standing(website, after=replace(HERE_FIELDS, content="<p>1.</p>"))
    outcome, notes = run(Wish(), entry(), HERE)
    assert outcome.altered == ("content",)
    standing(website, replace(HERE_FIELDS, content="<p>1.</p>"))
    again, _ = run(Wish(), notes.ledger.posts[ARTICLE], HERE)
    assert (again.verdict, again.done, again.altered) == ("unchanged", (), ())


def test_a_category_that_is_there_twice_and_a_photo_reworded_there_are_notes(
    website: Website, run: Run
) -> None:
    standing(website)
    website.says("GET", "media", [photo_json(alt_text="Do người sửa")])
    website.says(
        "GET",
        "categories",
        [term_json(2, "Tin cơ sở", 1), term_json(4, "TIN CƠ SỞ"), term_json(3, "Tin cơ sở")],
    )
    outcome, _ = run(Wish(dry=True), entry())
    assert outcome.verdict == "unchanged", "of several terms the oldest at the top is taken"
    assert outcome.notes == (
        "trang web có nhiều chuyên mục “Tin cơ sở”; dùng mục lâu nhất ở cấp trên cùng",
        "chú thích ảnh 2019/hop.jpg trên trang web khác với sổ; giữ nguyên trên trang web",
    )


def test_photos_that_are_missing_are_counted(website: Website, run: Run) -> None:
    website.says("GET", "media", [])
    outcome, _ = run(Wish(dry=True), None)
    assert outcome.photos == 1
    website.says("GET", "media", httpx.Response(200, json=[photo_json()]))
    assert run(Wish(dry=True), None)[0].photos == 0
