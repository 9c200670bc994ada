"""A withdrawn article is taken down with its pictures, though a run breaks off in the middle."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from generator.publish.wordpress.faults import UNKNOWN
from generator.publish.wordpress.ledger import Ledger, PostEntry
from generator.publish.wordpress.outcome import Outcome
from generator.publish.wordpress.plan import Found
from generator.publish.wordpress.remote import remote_post
from generator.publish.wordpress.site import WordPress
from generator.publish.wordpress.withdrawal import take_down, to_take_down
from tests.unit.publish.wordpress.website import (
    ARTICLE,
    FIELDS,
    LOST,
    PHOTO,
    Notes,
    Website,
    photo_json,
    post_json,
    refusal,
    visited,
)

LIVE = remote_post(post_json(status="publish"))
TRASHED = remote_post(post_json(status="trash", slug="hop-le__trashed"))
SENT = PostEntry(5, FIELDS.digest, FIELDS.digests(), "5e", "publish")
UNDER_WAY = replace(SENT, intent="withdraw")
DONE = PostEntry(5, status="trash")
ADDRESS = photo_json()["source_url"]


@pytest.fixture
def website() -> Website:
    """The post goes into the trash; its cover is one of our pictures, and nothing else shows it."""
    website = Website()
    website.says("DELETE", "posts/5", {}).says("GET", "posts/5", post_json(status="trash"))
    website.says("GET", "media", [photo_json()]).says("DELETE", "media/12", {"deleted": True})
    return website


@pytest.fixture
def site(website: Website) -> Iterator[WordPress]:
    with visited(website) as wordpress:
        yield wordpress


@pytest.fixture
def notes() -> Notes:
    return Notes(Ledger().with_post(ARTICLE, SENT))


def to_do(notes: Notes, found: Found) -> tuple[str, int | None]:
    """The verdict, and the number of the post that is to be taken down."""
    outcome, post = to_take_down(ARTICLE, "hop-le", notes, found)
    return outcome.verdict, post.number if post else None


def down(
    site: WordPress, notes: Notes, found: Found | None = None, kept: frozenset[str] = frozenset()
) -> Outcome:
    outcome, post = to_take_down(ARTICLE, "hop-le", notes, found or Found(LIVE))
    assert post is not None
    return take_down(site, notes, outcome, post, kept)


# --- what is to be done ---


@pytest.mark.parametrize(
    ("entry", "found", "expected"),
    [
        (SENT, Found(LIVE), ("withdraw", 5)),
        (SENT, Found(), ("gone", None)),
        (None, Found(), ("gone", None)),
        (None, Found(None, (LIVE,)), ("withdraw", 5)),
        (None, Found(None, (), (LIVE, replace(LIVE, number=6))), ("duplicate", None)),
        (None, Found(None, (replace(LIVE, marker=None),)), ("gone", None)),
        # A person has put it into the trash: its pictures are there still.
        (SENT, Found(TRASHED), ("withdraw", 5)),
        (None, Found(None, (TRASHED,)), ("withdraw", 5)),
        # A run broke off.
        (UNDER_WAY, Found(TRASHED), ("withdraw", 5)),
        # It was taken down before, and nothing is sent twice.
        (DONE, Found(TRASHED), ("gone", None)),
        (replace(DONE, status="draft"), Found(replace(LIVE, status="draft")), ("gone", None)),
        # Somebody has published it again.
        (DONE, Found(LIVE), ("withdraw", 5)),
        # Its creation was refused once.
        (PostEntry(), Found(None, (LIVE,)), ("withdraw", 5)),
    ],
)
def test_what_is_to_be_done(
    entry: PostEntry | None, found: Found, expected: tuple[str, int | None]
) -> None:
    held = Ledger().with_post(ARTICLE, entry) if entry else Ledger()
    assert to_do(Notes(held), found) == expected


def test_what_a_person_has_edited_is_told() -> None:
    edited = replace(LIVE, fields=replace(FIELDS, title="Do người sửa"))
    outcome, _ = to_take_down(
        ARTICLE, "hop-le", Notes(Ledger().with_post(ARTICLE, SENT)), Found(edited)
    )
    assert outcome == Outcome(
        ARTICLE,
        "Do người sửa",
        "withdraw",
        number=5,
        link="https://x.vn/?p=5",
        live=True,
        theirs=("title",),
    )


# --- taken down ---


def test_the_post_goes_and_then_its_pictures(
    website: Website, site: WordPress, notes: Notes
) -> None:
    outcome = down(site, notes)
    assert (outcome.verdict, outcome.done, outcome.live) == ("withdraw", ("withdrawn",), False)
    assert outcome.notes == (f"đã xóa ảnh {ADDRESS}",)
    assert [(each.method, each.route) for each in website.writes] == [
        ("DELETE", "posts/5"),
        ("DELETE", "media/12"),
    ]
    assert notes.posts == [UNDER_WAY, DONE]


def test_what_broke_off_before_its_pictures_is_finished(
    website: Website, site: WordPress, notes: Notes
) -> None:
    notes.ledger = Ledger().with_post(ARTICLE, UNDER_WAY)
    outcome = down(site, notes, Found(TRASHED))
    assert outcome.notes == (f"đã xóa ảnh {ADDRESS}",)
    assert [each.route for each in website.writes] == ["media/12"]
    assert notes.posts[-1] == DONE


def test_a_picture_that_a_standing_article_shows_is_kept(
    website: Website, site: WordPress, notes: Notes
) -> None:
    outcome = down(site, notes, kept=frozenset({PHOTO.slug}))
    assert outcome.notes == ()
    assert [each.route for each in website.writes] == ["posts/5"]


@pytest.mark.parametrize(
    ("there", "kept"),
    [
        (photo_json(slug="hop-le"), True),
        (photo_json(source_url="https://x.vn/anh"), False),
        (photo_json(source_url="https://x.vn/uploads/2019/05/hop-scaled.jpg"), False),
    ],
)
def test_only_our_pictures_are_deleted(
    website: Website, site: WordPress, notes: Notes, there: dict[str, Any], *, kept: bool
) -> None:
    website.says("GET", "media", [there])
    outcome = down(site, notes)
    assert outcome.notes == (() if kept else (f"đã xóa ảnh {there['source_url']}",))
    searched = [each.query["search"] for each in website.asked if "search" in each.query]
    assert searched == (["2019/05/hop"] * 2 if "scaled" in there["source_url"] else [])


def test_a_picture_that_others_show_is_kept_and_told(
    website: Website, site: WordPress, notes: Notes
) -> None:
    website.says("GET", "posts", [{"id": 5}, {"id": 9}]).says("GET", "pages", [{"id": 8}])
    outcome = down(site, notes)
    assert outcome.notes == (f"ảnh {ADDRESS} còn được dùng ở bài 8, 9 nên chưa xóa",)
    assert notes.posts[-1] == DONE


def test_a_picture_that_another_post_is_headed_by_is_kept_and_told(
    website: Website, site: WordPress, notes: Notes
) -> None:
    website.says("GET", "posts", [], [{"id": 5, "featured_media": 12}])
    website.says("GET", "pages", [])
    assert down(site, notes).notes == (f"đã xóa ảnh {ADDRESS}",)
    notes.ledger = Ledger().with_post(ARTICLE, SENT)
    website.says("GET", "posts", [{"id": 5, "featured_media": 12}, {"id": 9, "featured_media": 12}])
    website.says("GET", "pages", [{"id": 8, "featured_media": 3}])
    website.says("GET", "media", [photo_json(source_url="https://x.vn/anh")])
    told = "ảnh https://x.vn/anh còn được dùng ở bài 9 nên chưa xóa"
    assert down(site, notes).notes == (told,)


@pytest.mark.parametrize("answer", [refusal(404), refusal(410)])
def test_a_picture_that_is_gone_already_is_deleted(
    website: Website, site: WordPress, notes: Notes, answer: Any
) -> None:
    website.says("DELETE", "media/12", answer)
    assert down(site, notes).notes == (f"đã xóa ảnh {ADDRESS}",)


def test_a_picture_whose_reply_was_lost_is_deleted_again(
    website: Website, site: WordPress, notes: Notes
) -> None:
    website.says("DELETE", "media/12", LOST, refusal(404))
    assert down(site, notes).notes == (f"đã xóa ảnh {ADDRESS}",)


@pytest.mark.parametrize(
    ("answer", "why"),
    [(refusal(400, "rest_no"), "400 rest_no"), (LOST, "mất trả lời của máy chủ")],
)
def test_a_picture_that_stays_needs_a_person_and_is_tried_again(
    website: Website, site: WordPress, notes: Notes, answer: Any, why: str
) -> None:
    website.says("DELETE", "media/12", answer)
    outcome = down(site, notes)
    assert outcome.needs_a_person
    assert (outcome.verdict, outcome.done, outcome.live) == ("failed", (), False)
    assert outcome.notes == (
        f"chưa xóa được ảnh {ADDRESS} ({why}); chạy lại lệnh này, hoặc xóa trong thư viện ảnh",
    )
    assert notes.posts == [UNDER_WAY]
    website.says("DELETE", "media/12", {})
    assert down(site, notes, Found(TRASHED)).done == ("withdrawn",)
    assert notes.posts[-1] == DONE


@pytest.mark.parametrize(
    ("deleting", "standing", "status"),
    [
        (LOST, post_json(status="trash"), "trash"),
        (refusal(410, "rest_already_trashed"), post_json(status="trash"), "trash"),
        ({}, refusal(404), ""),
        (refusal(501), post_json(status="draft"), "draft"),
    ],
)
def test_whether_the_post_went_is_seen(
    website: Website, site: WordPress, notes: Notes, deleting: Any, standing: Any, status: str
) -> None:
    website.says("DELETE", "posts/5", deleting).says("GET", "posts/5", standing)
    website.says("POST", "posts/5", post_json())
    assert down(site, notes).done == ("withdrawn",)
    assert notes.posts[-1] == PostEntry(5, status=status)


@pytest.mark.parametrize(
    ("deleting", "verdict", "told"),
    [
        (refusal(400, "rest_no"), "failed", "trang web không cho gỡ bài (400 rest_no)"),
        (LOST, "unknown", UNKNOWN),
    ],
)
def test_a_post_that_stays_keeps_its_pictures(
    website: Website, site: WordPress, notes: Notes, deleting: Any, verdict: str, told: str
) -> None:
    website.says("DELETE", "posts/5", deleting).says("GET", "posts/5", post_json(status="publish"))
    outcome = down(site, notes)
    assert (outcome.verdict, outcome.notes) == (verdict, (told,))
    assert outcome.needs_a_person
    assert {each.route for each in website.writes} == {"posts/5"}
    assert notes.posts == [UNDER_WAY]
