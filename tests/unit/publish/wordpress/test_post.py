"""A post's fields: what stands in for what the website lacks, and the marker that finds it again."""

import unicodedata
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.wordpress.post import (
    Fields,
    Known,
    Marker,
    Photo,
    Placed,
    Post,
    Slot,
    fields_of,
    term_key,
    with_marker,
    without_marker,
)

PHOTO = Photo("2019/hop-le.jpg", "ab" * 32, "Buổi họp", "Họp lệ")
POST = Post(
    id="2019-05-21-hop-le",
    slug="hop-le",
    title="Họp lệ",
    excerpt="Mở đầu.",
    content=(
        '<p>Một.</p><img src="',
        Slot("address", PHOTO.file),
        '" class="wp-image-',
        Slot("number", PHOTO.file),
        '"/>',
    ),
    moment=datetime(2019, 5, 21, 7, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")),
    category="Tin cơ sở",
    tags=("Càng Long", "càng long", "họp lệ"),
    cover=PHOTO.file,
    photos=(PHOTO,),
    source="",
)


def test_the_fields_once_the_website_has_everything() -> None:
    known = Known(
        photos={PHOTO.digest: Placed(12, "https://x.vn/a.jpg")},
        categories={"tin cơ sở": 3},
        tags={"càng long": 9, "họp lệ": 7},
    )
    assert fields_of(POST, known) == Fields(
        title="Họp lệ",
        content='<p>Một.</p><img src="https://x.vn/a.jpg" class="wp-image-12"/>',
        excerpt="Mở đầu.",
        moment="2019-05-21T00:00:00",
        categories=(3,),
        tags=(7, 9),
        cover=12,
    )


def test_what_the_website_lacks_is_number_nought() -> None:
    wanted = fields_of(POST, Known())
    assert (wanted.categories, wanted.tags, wanted.cover) == ((0,), (0,), 0)
    assert wanted.content == '<p>Một.</p><img src="2019/hop-le.jpg" class="wp-image-0"/>'


def test_what_the_website_calls_a_picture_cannot_leave_its_attribute() -> None:
    known = Known(photos={PHOTO.digest: Placed(12, 'https://x.vn/a.jpg?a=1&b="><script>')})
    wanted = fields_of(POST, known)
    assert wanted.content == (
        '<p>Một.</p><img src="https://x.vn/a.jpg?a=1&amp;b=&quot;&gt;&lt;script&gt;" '
        'class="wp-image-12"/>'
    )


def test_a_post_without_a_cover_has_none() -> None:
    without = Post(**{name: getattr(POST, name) for name in POST.__slots__} | {"cover": ""})
    assert fields_of(without, Known(photos={PHOTO.digest: Placed(12, "x")})).cover == 0


def test_a_photo_is_called_by_its_content() -> None:
    assert PHOTO.slug == "congtac-abababababababab"
    other = Photo("2020/khac.jpg", PHOTO.digest, "Khác", "Khác")
    assert other.slug == PHOTO.slug
    assert other.words != PHOTO.words


@pytest.mark.parametrize("name", ["Tin cơ sở", "TIN CƠ SỞ", " tin cơ sở "])
def test_names_of_a_term_that_are_the_same_to_wordpress(name: str) -> None:
    assert term_key(name) == "tin cơ sở"
    assert term_key(unicodedata.normalize("NFD", name)) == "tin cơ sở"


def test_names_of_terms_that_are_not_the_same() -> None:
    assert term_key("Đoàn &amp; Hội") == term_key("Đoàn & Hội")
    assert term_key("Tin cơ sơ") != term_key("Tin cơ sở")


@given(st.text(alphabet="a<!->w:p/ \n", max_size=40))
def test_the_marker_is_found_and_the_content_comes_back_as_it_was(content: str) -> None:
    marker = Marker("2019-05-21-hop-le", "0f" * 32)
    body = content.rstrip()
    assert without_marker(with_marker(body, marker)) == (body, marker)


def test_a_marker_is_found_wherever_people_have_left_it() -> None:
    told = f"<!-- congtac:2019-05-21-hop-le {'1' * 64} -->"
    marker = Marker("2019-05-21-hop-le", "1" * 64)
    assert without_marker(f"<p>a</p>\n{told}\n<p>b</p>") == ("<p>a</p>\n<p>b</p>", marker)
    assert without_marker(f"{told}{told.replace('1' * 64, '2' * 64)}")[1] == Marker(
        marker.article, "2" * 64
    )
    assert without_marker("<!-- congtac: -->") == ("<!-- congtac: -->", None)


def test_each_field_counts_in_the_digest() -> None:
    wanted = fields_of(POST, Known())
    changed = {
        "title": "Khác",
        "content": "Khác",
        "excerpt": "Khác",
        "moment": "2020-01-01T00:00:00",
        "categories": (1,),
        "tags": (1,),
        "cover": 1,
    }
    for name, value in changed.items():
        other = Fields(**{each: getattr(wanted, each) for each in changed} | {name: value})
        assert other.digest != wanted.digest
        assert wanted.differing(other) == (name,)
