"""Placeholders follow a closed grammar; images are those of Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.article import NAMES_BY_CALL, Image, Placeholder, images, placeholders

PARSED = [
    ("{{ year(2019).mean_days }}", "year", ("2019",), "mean_days"),
    ("{{year(2019).mean_days}}", "year", ("2019",), "mean_days"),
    ("{{ member( le-van-ba ,2019 ).days }}", "member", ("le-van-ba", "2019"), "days"),
    ("{{ visit(2019-05-20-ap-3).date }}", "visit", ("2019-05-20-ap-3",), "date"),
    ("{{ period(2019-Q2).visits }}", "period", ("2019-Q2",), "visits"),
    ("{{ programme(he-2019).from }}", "programme", ("he-2019",), "from"),
    ("{{\n period(2019-03).visits\n}}", "period", ("2019-03",), "visits"),
    ("{{ year(2019).nothing }}", "year", ("2019",), "nothing"),
]

NOT_PARSED = [
    "{{ }}",
    "{{}}",
    "{{ year }}",
    "{{ year(2019) }}",
    "{{ year(19).mean_days }}",
    "{{ year(2019, 2020).mean_days }}",
    "{{ period(2019).visits }}",
    "{{ member(le-van-ba).days }}",
    "{{ member(Lê Văn Ba, 2019).days }}",
    "{{ quarter(2019).mean_days }}",
    "{{ __import__('os').system('x') }}",
    "{{ year(٢٠١٩).mean_days }}",
]


@pytest.mark.parametrize(("text", "call", "arguments", "name"), PARSED)
def test_a_placeholder_is_parsed(
    text: str, call: str, arguments: tuple[str, ...], name: str
) -> None:
    body = f"Trước {text} sau"
    assert list(placeholders(body)) == [Placeholder(text, 6, 6 + len(text), call, arguments, name)]


@pytest.mark.parametrize("text", NOT_PARSED)
def test_what_follows_no_rule_is_found_without_a_call(text: str) -> None:
    assert list(placeholders(f"a {text} b")) == [Placeholder(text, 2, 2 + len(text))]


def test_an_opening_without_its_closing_is_found() -> None:
    assert [p.text for p in placeholders("a {{ year(2019).days b")] == ["{{"]
    assert [p.text for p in placeholders("{{ a {{ year(2019).days }}")] == [
        "{{",
        "{{ year(2019).days }}",
    ]


def test_single_braces_are_text() -> None:
    assert list(placeholders("{ year(2019).days } } }} {% x %}")) == []


@given(st.text("{}} ya(2019).-,\n", max_size=60))
def test_places_do_not_overlap_and_are_what_stands_there(body: str) -> None:
    end = 0
    for place in placeholders(body):
        assert end <= place.start < place.end
        assert body[place.start : place.end] == place.text
        end = place.end


def test_a_year_has_every_name_of_a_period() -> None:
    assert NAMES_BY_CALL["period"] < NAMES_BY_CALL["year"]


IMAGES = [
    ("![Ảnh](2019/ap-3.jpg)", ["2019/ap-3.jpg"]),
    ("![Ảnh]( <2019/ap-3.jpg> )", ["2019/ap-3.jpg"]),
    ('![Ảnh](2019/ap-3.jpg "Tên")', ["2019/ap-3.jpg"]),
    ("![](a.png)![b](c.png)", ["a.png", "c.png"]),
    ("![Ảnh [1]](a.png)", ["a.png"]),
    ("![Ảnh](https://example.vn/a.png)", ["https://example.vn/a.png"]),
    ("[liên kết](a.png) và !(a.png)", []),
    ("![Ảnh]()", [""]),
]


@pytest.mark.parametrize(("body", "files"), IMAGES)
def test_images_are_those_of_markdown(body: str, files: list[str]) -> None:
    found = list(images(body))
    assert [image.file for image in found] == files
    assert all(body.startswith(image.file, image.start) for image in found)


def test_an_image_says_where_its_file_stands() -> None:
    assert list(images("a\n![b](c.png)")) == [Image("c.png", 7)]


@pytest.mark.parametrize("piece", ["![", "![a](", "{{ ", "{{ year(", "![[", "![]"])
def test_many_openings_cost_no_more_than_their_number(piece: str) -> None:
    """Quadratic patterns would take minutes here."""
    body = piece * (64 * 1024 // len(piece))
    assert len(list(images(body))) + len(list(placeholders(body))) <= len(body)
