"""One post is written once, and never over what somebody has written in the meantime."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from generator.publish.wordpress.faults import MOVED, UNKNOWN, ArticleFault
from generator.publish.wordpress.ledger import Ledger, PostEntry
from generator.publish.wordpress.post import Fields
from generator.publish.wordpress.remote import remote_post
from generator.publish.wordpress.site import payload
from generator.publish.wordpress.writing import Writer
from tests.unit.publish.wordpress.website import (
    ARTICLE,
    FIELDS,
    LOST,
    POST,
    Notes,
    Website,
    post_json,
    refusal,
    visited,
)

NEW = replace(FIELDS, title="Tên mới", cover=13)
BY_HAND = replace(FIELDS, excerpt="Do người sửa.")
BEFORE = remote_post(post_json())
GONE = refusal(404, "rest_post_invalid_id")
BEGUN = PostEntry(intent="create")


def confirmed(fields: Fields = FIELDS, status: str = "draft", number: int = 5) -> PostEntry:
    return PostEntry(number, fields.digest, fields.digests(), POST.source, status)


@pytest.fixture
def website() -> Website:
    return Website()


@pytest.fixture
def notes() -> Notes:
    return Notes()


@pytest.fixture
def writer(website: Website, notes: Notes) -> Iterator[Writer]:
    with visited(website) as site:
        yield Writer(site, notes)


def fault(run: Callable[[], object]) -> tuple[str, bool]:
    with pytest.raises(ArticleFault) as raised:
        run()
    return raised.value.told, raised.value.unknown


# --- made ---


def test_a_post_is_noted_made_and_confirmed(website: Website, writer: Writer, notes: Notes) -> None:
    website.says("POST", "posts", post_json()).says("GET", "posts", [post_json()])
    assert writer.create(POST, FIELDS).number == 5
    assert notes.posts == [BEGUN, confirmed()]
    (sent,) = website.writes
    assert sent.json == {"status": "draft", "slug": "hop-le", **payload(ARTICLE, FIELDS)}


def test_a_post_that_is_refused_is_told_and_not_looked_for_next_time(
    website: Website, writer: Writer, notes: Notes
) -> None:
    website.says("POST", "posts", refusal(400, "rest_invalid_param"))
    told = ("trang web không nhận bài (400 rest_invalid_param)", False)
    assert fault(lambda: writer.create(POST, FIELDS)) == told
    assert notes.posts == [BEGUN, PostEntry()]
    website.asked.clear()
    assert fault(lambda: writer.create(POST, FIELDS)) == told
    assert [each.method for each in website.asked] == ["POST"]


@pytest.mark.parametrize(
    ("held", "left"), [(confirmed(number=4), confirmed(number=4)), (BEGUN, PostEntry())]
)
def test_a_refusal_leaves_the_ledger_as_it_was(
    website: Website, writer: Writer, notes: Notes, held: PostEntry, left: PostEntry
) -> None:
    notes.ledger = Ledger().with_post(ARTICLE, held)
    website.says("POST", "posts", refusal(400, "rest_invalid_param"))
    fault(lambda: writer.create(POST, FIELDS))
    assert notes.posts == [BEGUN, left]


def test_a_post_whose_reply_was_lost_is_looked_for_until_it_shows(
    website: Website, writer: Writer, notes: Notes
) -> None:
    # Each look is two requests: by address and by marker.
    website.says("POST", "posts", LOST).says("GET", "posts", [], [], [], [post_json()])
    assert writer.create(POST, FIELDS).number == 5
    assert website.waited == [1]
    assert len(website.writes) == 1
    assert notes.posts == [BEGUN, confirmed()]


def test_a_post_that_never_shows_is_unknown_and_the_next_run_looks_first(
    website: Website, writer: Writer, notes: Notes
) -> None:
    website.says("POST", "posts", LOST)
    assert fault(lambda: writer.create(POST, FIELDS)) == (UNKNOWN, True)
    assert website.waited == [1, 2]
    assert notes.posts == [BEGUN]
    website.says("GET", "posts", [post_json(slug="hop-le-2")])
    website.asked.clear()
    assert writer.create(POST, FIELDS).number == 5
    assert website.writes == []
    assert notes.posts == [BEGUN, confirmed()]


def test_two_posts_with_one_marker_are_told(website: Website, writer: Writer) -> None:
    website.says("POST", "posts", post_json(6)).says("GET", "posts", [post_json(6), post_json(5)])
    assert fault(lambda: writer.create(POST, FIELDS)) == (
        "trang web có 2 bài cùng mang dấu của bài này: 5, 6; giữ một bài, bỏ các bài kia",
        False,
    )


# --- changed ---


def test_what_differs_is_sent_with_the_marker(
    website: Website, writer: Writer, notes: Notes
) -> None:
    website.says("GET", "posts/5", post_json()).says("POST", "posts/5", post_json(fields=NEW))
    writer.update(POST, BEFORE, NEW)
    (sent,) = website.writes
    whole = payload(ARTICLE, NEW)
    assert sent.json == {key: whole[key] for key in ("title", "content", "featured_media")}
    assert notes.posts == [PostEntry(5, intent="update"), confirmed(NEW)]


def test_a_post_from_the_trash_comes_back_as_a_draft_under_its_address(
    website: Website, writer: Writer
) -> None:
    lying = post_json(status="trash", slug="hop-le__trashed")
    website.says("GET", "posts/5", lying).says("POST", "posts/5", post_json())
    writer.update(POST, remote_post(lying), FIELDS)
    (sent,) = website.writes
    assert sent.json == {
        "content": payload(ARTICLE, FIELDS)["content"],
        "status": "draft",
        "slug": "hop-le",
    }


@pytest.mark.parametrize("standing", [GONE, post_json(fields=BY_HAND), post_json(status="publish")])
def test_what_somebody_changed_or_deleted_meanwhile_is_left_alone(
    website: Website, writer: Writer, standing: Any
) -> None:
    website.says("GET", "posts/5", standing)
    assert fault(lambda: writer.update(POST, BEFORE, NEW)) == (MOVED, False)
    assert website.writes == []


def test_a_change_whose_reply_was_lost_is_seen_and_not_sent_again(
    website: Website, writer: Writer, notes: Notes
) -> None:
    website.says("GET", "posts/5", post_json(), post_json(fields=NEW)).says("POST", "posts/5", LOST)
    writer.update(POST, BEFORE, NEW)
    assert len(website.writes) == 1
    assert notes.posts[-1] == confirmed(NEW)


def test_a_change_that_did_not_arrive_is_sent_again_and_at_last_unknown(
    website: Website, writer: Writer, notes: Notes
) -> None:
    website.says("GET", "posts/5", post_json()).says("POST", "posts/5", LOST)
    assert fault(lambda: writer.update(POST, BEFORE, NEW)) == (UNKNOWN, True)
    assert len(website.writes) == 3
    assert notes.posts == [PostEntry(5, intent="update")]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (refusal(400, "rest_no"), "trang web không nhận bản sửa (400 rest_no)"),
        (GONE, MOVED),
    ],
)
def test_a_change_that_is_refused_is_told(
    website: Website, writer: Writer, answer: Any, told: str
) -> None:
    website.says("GET", "posts/5", post_json()).says("POST", "posts/5", answer)
    assert fault(lambda: writer.update(POST, BEFORE, NEW)) == (told, False)


# --- live ---


@pytest.fixture
def ready(notes: Notes) -> Notes:
    """A ledger in which the draft was confirmed."""
    notes.ledger = Ledger().with_post(ARTICLE, confirmed())
    return notes


def test_a_draft_goes_live(website: Website, writer: Writer, ready: Notes) -> None:
    website.says("POST", "posts/5", post_json(status="publish"))
    assert writer.go_live(POST, BEFORE).live
    assert [each.json for each in website.writes] == [{"status": "publish"}]
    assert ready.posts == [
        replace(confirmed(), intent="publish"),
        confirmed(status="publish"),
    ]


def test_going_live_whose_reply_was_lost_is_seen(
    website: Website, writer: Writer, ready: Notes
) -> None:
    website.says("POST", "posts/5", LOST).says("GET", "posts/5", post_json(status="future"))
    assert writer.go_live(POST, BEFORE).live
    assert len(website.writes) == 1
    assert ready.posts[-1] == confirmed(status="future")


@pytest.mark.parametrize(
    ("answer", "standing", "told", "unknown"),
    [
        (LOST, post_json(), UNKNOWN, True),
        (LOST, GONE, MOVED, False),
        (LOST, post_json(status="trash"), MOVED, False),
        (refusal(400, "rest_no"), None, "trang web không cho đăng bài (400 rest_no)", False),
        (GONE, None, MOVED, False),
    ],
)
@pytest.mark.usefixtures("ready")
def test_going_live_that_does_not_come_about(
    website: Website, writer: Writer, answer: Any, standing: Any, told: str, *, unknown: bool
) -> None:
    website.says("POST", "posts/5", answer).says("GET", "posts/5", standing)
    assert fault(lambda: writer.go_live(POST, BEFORE)) == (told, unknown)


@pytest.mark.parametrize(
    ("known", "standing", "may"),
    [
        (None, "draft", True),
        ("draft", "draft", True),
        ("draft", "pending", True),
        ("publish", "draft", False),
        ("future", "draft", False),
        ("draft", "private", False),
        ("draft", "trash", False),
    ],
)
def test_what_a_person_took_down_or_hid_does_not_go_live(
    writer: Writer, notes: Notes, known: str | None, standing: str, *, may: bool
) -> None:
    if known:
        notes.ledger = Ledger().with_post(ARTICLE, confirmed(status=known))
    assert writer.may_go_live(POST, remote_post(post_json(status=standing))) is may


# --- noted ---


def test_that_a_post_was_live_is_not_forgotten(writer: Writer, notes: Notes) -> None:
    notes.ledger = Ledger().with_post(ARTICLE, confirmed(status="publish"))
    writer.confirm(POST, NEW, remote_post(post_json(fields=NEW)))
    assert notes.posts == [confirmed(NEW, status="publish")]


def test_what_is_known_is_not_noted_again(writer: Writer, ready: Notes) -> None:
    writer.confirm(POST, FIELDS, BEFORE)
    writer.note_live(POST, BEFORE)
    assert ready.written == []


def test_that_somebody_published_it_is_noted_once(writer: Writer, ready: Notes) -> None:
    live = remote_post(post_json(status="publish"))
    writer.note_live(POST, live)
    writer.note_live(POST, live)
    assert ready.posts == [confirmed(status="publish")]


def test_of_what_is_not_in_the_ledger_nothing_is_noted(writer: Writer, notes: Notes) -> None:
    writer.note_live(POST, remote_post(post_json(status="publish")))
    assert notes.written == []
