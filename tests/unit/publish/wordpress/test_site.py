"""What is asked of the website and what is made of its answers, odd ones among them."""

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from generator.publish.wordpress.remote import RemotePhoto, Term
from generator.publish.wordpress.session import LostReplyError, RefusedByServerError, StoppedError
from generator.publish.wordpress.site import Upload, WordPress
from tests.unit.publish.wordpress.website import (
    ARTICLE,
    FIELDS,
    LOST,
    PHOTO,
    STRANGE,
    Website,
    photo_json,
    post_json,
    refusal,
    term_json,
    visited,
)

UPLOAD = Upload("hop.jpg", "image/jpeg", b"anh")


@pytest.fixture
def website() -> Website:
    return Website()


@pytest.fixture
def site(website: Website) -> Iterator[WordPress]:
    with visited(website) as wordpress:
        yield wordpress


def told(run: Callable[[], object]) -> str:
    with pytest.raises(StoppedError) as raised:
        run()
    return str(raised.value)


# --- where the interface is ---


def test_the_interface_is_found_under_its_speaking_address(
    website: Website, site: WordPress
) -> None:
    website.says("GET", "/", {"namespaces": [], "name": "Tỉnh đoàn"})
    assert site.index()["name"] == "Tỉnh đoàn"
    site.posts([5])
    assert [each.route for each in website.asked] == ["/", "posts"]


def test_without_speaking_addresses_the_route_is_in_the_query(
    website: Website, site: WordPress
) -> None:
    website.says("GET", "/", httpx.Response(404), {"namespaces": []})
    site.index()
    site.trash(5)
    assert [(each.method, each.route) for each in website.asked] == [
        ("GET", "/"),
        ("GET", "/"),
        ("DELETE", "posts/5"),
    ]


@pytest.mark.parametrize(
    "answer", [httpx.Response(200, text="<html>"), [], {"x": 1}, LOST, refusal(404)]
)
def test_what_is_no_wordpress_is_told_after_three_looks(
    website: Website, site: WordPress, answer: Any
) -> None:
    website.says("GET", "/", answer)
    assert told(site.index) == (
        "https://x.vn/ không trả lời như một trang WordPress có giao diện REST. Xem lại địa chỉ; có "
        "thể một phần bổ trợ đã tắt REST, hoặc máy chủ đang trục trặc."
    )
    assert len(website.asked) == 6


def test_the_version_stands_in_the_feed(website: Website, site: WordPress) -> None:
    website.says("GET", "feed", httpx.Response(200, text="<rss/>"))
    assert site.generator() == "<rss/>"
    assert website.asked[0].query == {"feed": "rss2"}


# --- odd shapes ---


@pytest.mark.parametrize(
    ("route", "answer", "ask"),
    [
        ("users/me", [], lambda site: site.me()),
        ("users/me", refusal(404), lambda site: site.me()),
        ("categories", {"x": 1}, lambda site: site.terms("categories", ["a"])),
        ("categories", [{"id": 1}], lambda site: site.terms("categories", ["a"])),
        ("categories", [[]], lambda site: site.terms("categories", ["a"])),
        ("categories", [{"id": "x", "name": "a"}], lambda site: site.terms("categories", ["a"])),
        ("categories", refusal(404), lambda site: site.terms("categories", ["a"])),
        ("posts", "x", lambda site: site.posts([5])),
        ("posts", [None], lambda site: site.posts([5])),
        (
            "posts",
            [post_json() | {"content": {"rendered": ""}}],
            lambda site: site.posts_called(["a"]),
        ),
        ("posts", [post_json() | {"title": "Họp"}], lambda site: site.marked(ARTICLE)),
        ("posts", [post_json() | {"tags": None}], lambda site: site.posts([5])),
        ("posts", [{"number": 5}], lambda site: site.mentioning("2019/05/hop")),
        ("pages", {"id": 5}, lambda site: site.mentioning("2019/05/hop")),
        ("posts", [{"featured_media": 5}], lambda site: site.covers()),
        ("pages", [[]], lambda site: site.covers()),
        ("posts/5", [], lambda site: site.post(5)),
        ("posts/5", {"id": 5}, lambda site: site.post(5)),
        ("media", [{"id": 12}], lambda site: site.photos([12])),
        ("media", [photo_json(caption="x")], lambda site: site.photos_called(["a"])),
        ("media", [photo_json(id=None)], lambda site: site.photos_called(["a"])),
    ],
)
def test_what_is_shaped_otherwise_stops_the_run(
    website: Website, site: WordPress, route: str, answer: Any, ask: Callable[[WordPress], Any]
) -> None:
    website.says("GET", route, answer)
    assert told(lambda: ask(site)) == STRANGE


@pytest.mark.parametrize(
    ("route", "write"),
    [
        ("posts", lambda site: site.create(ARTICLE, "hop-le", FIELDS)),
        ("posts/5", lambda site: site.update(5, {"title": "a"})),
        ("media", lambda site: site.upload(PHOTO, UPLOAD)),
        ("media/12", lambda site: site.word_photo(12, PHOTO)),
    ],
)
@pytest.mark.parametrize("answer", [{}, [], "x", {"id": 5}])
def test_a_reply_to_a_write_that_cannot_be_read_is_a_lost_one(
    website: Website, site: WordPress, route: str, write: Callable[[WordPress], Any], answer: Any
) -> None:
    website.says("POST", route, answer)
    with pytest.raises(LostReplyError):
        write(site)
    assert len(website.writes) == 1


# --- terms ---


def pages(number: str, *terms: dict[str, Any]) -> httpx.Response:
    return httpx.Response(200, json=list(terms), headers={"X-WP-TotalPages": number})


def test_without_names_no_term_is_asked_for(website: Website, site: WordPress) -> None:
    assert site.terms("tags", []) == []
    assert website.asked == []


def test_few_terms_are_read_whole(website: Website, site: WordPress) -> None:
    website.says("GET", "tags", pages("2", term_json(1, "a")), pages("2", term_json(2, "b", 1)))
    assert site.terms("tags", ["b"]) == [Term(1, "a", 0), Term(2, "b", 1)]
    assert [each.query.get("page") for each in website.asked] == [None, "2"]


def test_many_terms_are_searched_by_name(website: Website, site: WordPress) -> None:
    website.says(
        "GET",
        "tags",
        pages("6", term_json(1, "a")),
        [term_json(7, "họp lệ")],
        [term_json(8, "Càng Long"), term_json(9, "Càng Long A")],
    )
    assert site.terms("tags", ["họp lệ", "Càng Long"]) == [
        Term(7, "họp lệ", 0),
        Term(8, "Càng Long", 0),
        Term(9, "Càng Long A", 0),
    ]
    assert [each.query.get("search") for each in website.asked] == [None, "họp lệ", "Càng Long"]


@pytest.mark.parametrize("headers", [{}, {"X-WP-TotalPages": "nhiều"}, {"X-WP-TotalPages": "-1"}])
def test_how_many_pages_there_are_may_be_missing(
    website: Website, site: WordPress, headers: dict[str, str]
) -> None:
    headers = {name: value.encode() for name, value in headers.items()}  # type: ignore[misc]
    website.says("GET", "tags", httpx.Response(200, json=[term_json(1, "a")], headers=headers))
    assert site.terms("tags", ["a"]) == [Term(1, "a", 0)]
    assert len(website.asked) == 1


def test_a_term_is_made(website: Website, site: WordPress) -> None:
    website.says("POST", "tags", term_json(9, "họp lệ"))
    assert site.create_term("tags", "họp lệ") == 9
    assert [each.json for each in website.writes] == [{"name": "họp lệ"}]


def test_a_term_that_exists_is_taken(website: Website, site: WordPress) -> None:
    website.says("POST", "tags", refusal(400, "term_exists", term_id=4))
    assert site.create_term("tags", "họp lệ") == 4


@pytest.mark.parametrize(
    "answer", [refusal(400, "term_exists", term_id="4"), refusal(400, "rest_invalid_param")]
)
def test_a_term_that_is_refused_is_told(website: Website, site: WordPress, answer: Any) -> None:
    website.says("POST", "tags", answer)
    with pytest.raises(RefusedByServerError):
        site.create_term("tags", "họp lệ")


def test_a_term_whose_reply_was_lost_is_looked_for(website: Website, site: WordPress) -> None:
    website.says("POST", "tags", LOST)
    website.says("GET", "tags", [], [term_json(3, "họp"), term_json(4, "Họp Lệ")])
    assert site.create_term("tags", "họp lệ") == 4
    assert website.waited == [1, 2]
    assert len(website.writes) == 2, "a second try makes no second term: WordPress refuses it"


def test_a_term_that_is_never_heard_of_again_is_a_lost_reply(
    website: Website, site: WordPress
) -> None:
    website.says("POST", "tags", LOST)
    with pytest.raises(LostReplyError):
        site.create_term("tags", "họp lệ")
    assert website.waited == [1, 2]


# --- pictures ---


def test_pictures_are_asked_for_in_batches(website: Website, site: WordPress) -> None:
    assert site.photos(range(45)) == []
    assert [each.query["include"].count(",") + 1 for each in website.asked] == [20, 20, 5]
    assert site.photos([]) == []
    assert len(website.asked) == 3


def test_a_picture_goes_with_its_words(website: Website, site: WordPress) -> None:
    website.says("POST", "media", photo_json())
    assert site.upload(PHOTO, UPLOAD) == RemotePhoto(
        12, PHOTO.slug, photo_json()["source_url"], "Buổi họp", "Họp lệ"
    )
    (sent,) = website.writes
    for part in (
        f'name="slug"\r\n\r\n{PHOTO.slug}\r\n',
        'name="title"\r\n\r\nhop.jpg\r\n',
        'name="alt_text"\r\n\r\nBuổi họp\r\n',
        'name="caption"\r\n\r\nHọp lệ\r\n',
        'name="file"; filename="hop.jpg"\r\nContent-Type: image/jpeg\r\n\r\nanh\r\n',
    ):
        assert part in sent.form


def test_the_smaller_copies_are_made_later(website: Website, site: WordPress) -> None:
    website.says("POST", "media/12/post-process", {"id": 12}).says("GET", "media", [photo_json()])
    finished = site.finish_photo(12)
    assert finished is not None
    assert finished.number == 12
    assert website.writes[0].json == {"action": "create-image-subsizes"}


@pytest.mark.parametrize(
    "answer",
    [LOST, refusal(404), httpx.Response(500, headers={"X-WP-Upload-Attachment-ID": "12"})],
)
def test_what_cannot_be_finished_is_none(website: Website, site: WordPress, answer: Any) -> None:
    website.says("POST", "media/12/post-process", answer)
    assert site.finish_photo(12) is None


def test_what_was_finished_and_is_gone_is_none(website: Website, site: WordPress) -> None:
    website.says("POST", "media/12/post-process", {"id": 12})
    assert site.finish_photo(12) is None


# --- posts ---


def test_a_post_that_is_not_there_is_none(website: Website, site: WordPress) -> None:
    website.says("GET", "posts/5", refusal(404, "rest_post_invalid_id"))
    assert site.post(5) is None


def test_posts_are_asked_for_in_every_state(website: Website, site: WordPress) -> None:
    site.posts_called(["hop-le"])
    assert website.asked[0].query == {
        "per_page": "100",
        "status": "publish,future,draft,pending,private,trash",
        "context": "edit",
        "_fields": "id,slug,status,link,date_gmt,title,content,excerpt,categories,tags,featured_media",
        "slug": "hop-le,hop-le__trashed",
    }


def test_a_search_is_not_taken_at_its_word(website: Website, site: WordPress) -> None:
    website.says(
        "GET",
        "posts",
        [post_json(5), post_json(6, article=""), post_json(7, article=f"{ARTICLE}-khac")],
    )
    assert [each.number for each in site.marked(ARTICLE)] == [5]


def test_posts_and_pages_that_mention_something(website: Website, site: WordPress) -> None:
    website.says("GET", "posts", [{"id": 5}]).says("GET", "pages", [{"id": 8}])
    assert site.mentioning("2019/05/hop") == [5, 8]
    assert {each.query["search"] for each in website.asked} == {"2019/05/hop"}


def test_everything_is_looked_at_for_its_featured_picture(
    website: Website, site: WordPress
) -> None:
    covered = [{"id": 5, "featured_media": 12}], [{"id": 6, "featured_media": 0}, {"id": 9}]
    website.says("GET", "posts", *(pages("2", *each) for each in covered))
    website.says("GET", "pages", pages("1", {"id": 8, "featured_media": 12}))
    used = site.covers()
    assert used[12] == [5, 8]
    assert [(each.route, each.query.get("page")) for each in website.asked] == [
        ("posts", None),
        ("posts", "2"),
        ("pages", None),
    ]
    assert {each.query["status"] for each in website.asked} == {
        "publish,future,draft,pending,private,trash"
    }


def test_the_trash_takes_a_post(website: Website, site: WordPress) -> None:
    website.says("DELETE", "posts/5", post_json(status="trash"))
    assert site.trash(5)
    assert len(website.writes) == 1


def test_without_a_trash_a_post_becomes_a_draft(website: Website, site: WordPress) -> None:
    website.says("DELETE", "posts/5", refusal(501, "rest_trash_not_supported"))
    website.says("POST", "posts/5", post_json())
    assert not site.trash(5)
    assert [(each.method, each.json) for each in website.writes] == [
        ("DELETE", None),
        ("POST", {"status": "draft"}),
    ]


def test_a_refusal_to_trash_is_told(website: Website, site: WordPress) -> None:
    website.says("DELETE", "posts/5", refusal(400, "rest_no"))
    with pytest.raises(RefusedByServerError) as raised:
        site.trash(5)
    assert str(raised.value) == "400 rest_no"
