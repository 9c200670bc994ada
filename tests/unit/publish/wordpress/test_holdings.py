"""Terms and pictures are made once, whatever becomes of the reply, and refused ones are told."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx
import pytest

from generator.publish.wordpress.faults import UNKNOWN, ArticleFault
from generator.publish.wordpress.holdings import LARGE, SMALL, Holdings
from generator.publish.wordpress.ledger import Ledger, PhotoEntry
from generator.publish.wordpress.post import Known, Photo, Placed
from generator.publish.wordpress.remote import remote_photo
from tests.unit.publish.wordpress.website import (
    LOST,
    PHOTO,
    POST,
    Drawer,
    Notes,
    Website,
    photo_json,
    refusal,
    term_json,
    visited,
)

TERMS = Known(categories={"tin cơ sở": 3}, tags={"họp lệ": 7})
THERE = remote_photo(photo_json())
TOO_LARGE = httpx.Response(413, text="<html>")
HALF_DONE = httpx.Response(500, headers={"X-WP-Upload-Attachment-ID": "12"})
CONFIRMED = PhotoEntry(12, PHOTO.words, PHOTO.words)
BEGUN = PhotoEntry(intent="upload")


@pytest.fixture
def website() -> Website:
    return Website()


@pytest.fixture
def holdings(website: Website) -> Iterator[Holdings]:
    """The website has the terms, and not the picture."""
    with visited(website) as site:
        yield Holdings(site, Notes(), Drawer(), TERMS, {})


def notes(holdings: Holdings) -> Notes:
    assert isinstance(holdings.book, Notes)
    return holdings.book


def drawn(holdings: Holdings) -> list[int]:
    assert isinstance(holdings.pictures, Drawer)
    return holdings.pictures.drawn_at


def having(holdings: Holdings, *, words: Photo = PHOTO, entry: PhotoEntry | None) -> None:
    """Let the website have the picture with these words, and the ledger this entry."""
    there = remote_photo(photo_json(photo=words))
    holdings.known = replace(TERMS, photos={PHOTO.digest: there.placed})
    holdings.photos = {PHOTO.digest: there}
    if entry:
        notes(holdings).ledger = Ledger().with_photo(PHOTO.digest, entry)


def fault(holdings: Holdings) -> ArticleFault:
    with pytest.raises(ArticleFault) as raised:
        holdings.ensure(POST)
    return raised.value


# --- terms ---


def test_terms_that_are_missing_are_made(website: Website, holdings: Holdings) -> None:
    having(holdings, entry=CONFIRMED)
    holdings.known = replace(holdings.known, categories={}, tags={})
    website.says("POST", "categories", term_json(3, "Tin cơ sở"))
    website.says("POST", "tags", term_json(7, "họp lệ"))
    holdings.ensure(replace(POST, tags=("họp lệ", "Họp Lệ")))
    assert (holdings.known.categories, holdings.known.tags) == ({"tin cơ sở": 3}, {"họp lệ": 7})
    assert [each.route for each in website.writes] == ["categories", "tags"]


@pytest.mark.parametrize(
    ("answer", "told", "unknown"),
    [
        (
            refusal(400, "rest_invalid_param"),
            "trang web không tạo được “Tin cơ sở” (400 rest_invalid_param)",
            False,
        ),
        (LOST, UNKNOWN, True),
    ],
)
def test_a_term_that_cannot_be_made(
    website: Website, holdings: Holdings, answer: Any, told: str, *, unknown: bool
) -> None:
    holdings.known = Known()
    website.says("POST", "categories", answer)
    raised = fault(holdings)
    assert (raised.told, raised.unknown) == (told, unknown)
    assert {each.route for each in website.writes} == {"categories"}


# --- pictures ---


def test_a_picture_is_noted_sent_and_confirmed(website: Website, holdings: Holdings) -> None:
    website.says("POST", "media", photo_json())
    holdings.ensure(POST)
    assert notes(holdings).photos == [BEGUN, CONFIRMED]
    assert holdings.known.photos == {PHOTO.digest: Placed(12, THERE.address)}
    assert drawn(holdings) == [LARGE]
    assert holdings.missing(POST) == []


def test_a_picture_that_an_earlier_article_brought_is_not_sent_again(
    website: Website, holdings: Holdings
) -> None:
    website.says("POST", "media", photo_json())
    holdings.ensure(POST)
    holdings.ensure(replace(POST, id="2019-06-01-bai-hai"))
    assert len(website.writes) == 1
    assert drawn(holdings) == [LARGE]


def test_what_cannot_be_drawn_is_told_before_anything_is_written(
    website: Website, holdings: Holdings
) -> None:
    holdings.known = Known()
    holdings.pictures = Drawer("không phải là ảnh")
    assert fault(holdings).told == "ảnh 2019/hop.jpg không phải là ảnh"
    assert website.writes == []
    assert notes(holdings).written == []


def test_a_picture_too_large_is_sent_once_smaller(website: Website, holdings: Holdings) -> None:
    website.says("POST", "media", TOO_LARGE, photo_json())
    holdings.ensure(POST)
    assert drawn(holdings) == [LARGE, SMALL]
    assert notes(holdings).photos == [BEGUN, CONFIRMED]


def test_a_picture_that_is_still_too_large_is_told_and_not_looked_for_next_time(
    website: Website, holdings: Holdings
) -> None:
    website.says("POST", "media", TOO_LARGE)
    raised = fault(holdings)
    assert (raised.told, raised.unknown) == (
        "máy chủ không nhận ảnh 2019/hop.jpg (413), kể cả khi đã thu nhỏ",
        False,
    )
    assert len(website.writes) == 2
    assert notes(holdings).photos == [BEGUN, PhotoEntry()]
    website.says("POST", "media", photo_json())
    holdings.ensure(POST)
    assert website.waited == []


def test_a_picture_that_is_refused_is_told(website: Website, holdings: Holdings) -> None:
    website.says("POST", "media", refusal(400, "rest_upload_hash_mismatch"))
    assert fault(holdings).told == (
        "trang web không nhận ảnh 2019/hop.jpg (400 rest_upload_hash_mismatch)"
    )
    assert notes(holdings).photos == [BEGUN, PhotoEntry()]


def test_a_half_done_picture_is_finished(website: Website, holdings: Holdings) -> None:
    website.says("POST", "media", HALF_DONE)
    website.says("POST", "media/12/post-process", {"id": 12}).says("GET", "media", [photo_json()])
    holdings.ensure(POST)
    assert [each.route for each in website.writes] == ["media", "media/12/post-process"]
    assert notes(holdings).photos[-1] == CONFIRMED


@pytest.mark.parametrize("finishing", [LOST, HALF_DONE])
def test_a_half_done_picture_that_cannot_be_finished_is_taken_as_it_is(
    website: Website, holdings: Holdings, finishing: Any
) -> None:
    website.says("POST", "media", HALF_DONE).says("POST", "media/12/post-process", finishing)
    website.says("GET", "media", [photo_json()])
    holdings.ensure(POST)
    assert notes(holdings).photos[-1] == CONFIRMED


def test_a_picture_whose_reply_was_lost_is_looked_for_until_it_shows(
    website: Website, holdings: Holdings
) -> None:
    website.says("POST", "media", LOST).says("GET", "media", [], [], [photo_json()])
    holdings.ensure(POST)
    assert website.waited == [1, 2]
    assert len(website.writes) == 1
    assert notes(holdings).photos == [BEGUN, CONFIRMED]


def test_a_picture_that_never_shows_is_unknown_and_the_next_run_looks_first(
    website: Website, holdings: Holdings
) -> None:
    website.says("POST", "media", LOST)
    raised = fault(holdings)
    assert (raised.told, raised.unknown) == (UNKNOWN, True)
    assert notes(holdings).photos == [BEGUN]
    website.says("GET", "media", [photo_json()])
    website.asked.clear()
    holdings.ensure(POST)
    assert website.writes == []
    assert notes(holdings).photos == [BEGUN, CONFIRMED]


# --- words ---

NEW = replace(PHOTO, caption="Chú thích cũ")
BY_HAND = replace(PHOTO, caption="Do người sửa")


def test_words_that_are_ours_follow(website: Website, holdings: Holdings) -> None:
    having(holdings, words=NEW, entry=PhotoEntry(12, NEW.words, NEW.words))
    assert list(holdings.reworded_there(POST)) == []
    website.says("POST", "media/12", photo_json())
    holdings.ensure(POST)
    assert [each.json for each in website.writes] == [{"alt_text": "Buổi họp", "caption": "Họp lệ"}]
    assert notes(holdings).photos == [CONFIRMED]


def test_words_that_a_person_wrote_stay_and_are_told(website: Website, holdings: Holdings) -> None:
    having(holdings, words=BY_HAND, entry=PhotoEntry(12, NEW.words, NEW.words))
    holdings.ensure(POST)
    assert website.writes == []
    assert list(holdings.reworded_there(POST)) == ["2019/hop.jpg"]


def test_words_that_the_website_altered_are_not_sent_again_and_again(
    website: Website, holdings: Holdings
) -> None:
    having(holdings, words=BY_HAND, entry=PhotoEntry(12, PHOTO.words, BY_HAND.words))
    holdings.ensure(POST)
    assert website.writes == []
    assert list(holdings.reworded_there(POST)) == []


def test_without_a_ledger_other_words_are_a_persons(website: Website, holdings: Holdings) -> None:
    having(holdings, words=BY_HAND, entry=None)
    holdings.ensure(POST)
    assert website.writes == []
    assert list(holdings.reworded_there(POST)) == ["2019/hop.jpg"]


def test_a_picture_that_is_as_it_should_be_is_noted_once(
    website: Website, holdings: Holdings
) -> None:
    having(holdings, entry=None)
    holdings.ensure(POST)
    holdings.ensure(POST)
    assert notes(holdings).photos == [CONFIRMED]
    assert website.writes == []


@pytest.mark.parametrize(
    ("answer", "told", "unknown"),
    [
        (
            refusal(400, "rest_no"),
            "trang web không sửa được chú thích ảnh 2019/hop.jpg (400 rest_no)",
            False,
        ),
        (LOST, UNKNOWN, True),
    ],
)
def test_words_that_cannot_be_given(
    website: Website, holdings: Holdings, answer: Any, told: str, *, unknown: bool
) -> None:
    having(holdings, words=NEW, entry=PhotoEntry(12, NEW.words, NEW.words))
    website.says("POST", "media/12", answer)
    raised = fault(holdings)
    assert (raised.told, raised.unknown) == (told, unknown)
    assert notes(holdings).written == []
