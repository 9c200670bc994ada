"""The frame of a shape: what is marked comes back as the theme would have printed it."""

from dataclasses import replace

import pytest
from jinja2 import Environment

from generator.host.shell import (
    Shell,
    canonical_mark,
    fits_a_shell,
    marked,
    plain_body,
    shell_of,
    values_of,
)
from generator.present.page import Heading, Page

PAGE = Page(
    "chuyen-di/2019/a-b/",
    "Chi đoàn ấp 3",
    "<h1>Chi đoàn ấp 3</h1>\n<p>x</p>",
    description="Họp lệ.",
    headings=(Heading("noi-dung", "Nội dung"), Heading("ket-qua", "Kết quả")),
    meta={
        "image": {"file": "anh/2019/a.jpg", "alt": "Họp", "width": 900, "height": 600},
        "hide": ["toc"],
    },
)
ODD = replace(
    PAGE,
    title="A & B  <i>\"C\"</i> 'D'",
    description='1 < 2 & "3"',
    headings=(Heading("x", "Q & <A>"), Heading("y", "E  F")),
    meta={**PAGE.meta, "image": {**PAGE.meta["image"], "alt": 'Anh "Ba" & chị'}},
)
THEME = """<title>{{ title }} - Trang</title><meta content="{{ title | striptags | e }}">
<meta name="description" content="{{ description }}"><i>{{ description | striptags | e }}</i>
<link href="{{ canonical }}"><b>{{ canonical | e }}</b>{{ title | striptags }}
<img src="../../../{{ file }}" alt="{{ alt | e }}" width="{{ width }}" height="{{ height }}">
{% for id, text in headings %}<a href="#{{ id }}">{{ text }}</a>{% endfor %}
{{ body }}
"""


PLAIN = Environment(autoescape=False)  # noqa: S701  (as MkDocs has it)


def printed(page: Page, canonical: str) -> str:
    """Return the page in a theme of a few lines."""
    values = values_of(page, page.body, canonical)
    count = len(page.headings)
    template = PLAIN.from_string(THEME)
    return template.render(
        title=values["title"],
        description=values["description"],
        canonical=canonical,
        headings=[(values[f"anchor{n}"], values[f"heading{n}"]) for n in range(count)],
        body=values["body"],
        **{name: values[f"image-{name}"] for name in ("file", "alt", "width", "height")},
    )


def shell() -> Shell | None:
    model = marked(PAGE)
    return shell_of(
        printed(model, canonical_mark()), values_of(model, model.body, canonical_mark())
    )


@pytest.mark.parametrize("page", [PAGE, ODD], ids=["plain", "odd"])
def test_a_page_in_a_shell_is_as_the_theme_prints_it(page: Page) -> None:
    made = shell()
    assert made is not None
    canonical = "https://a.example/chuyen-di/2019/a-b/?a&b"
    framed = made.around(values_of(page, page.body, canonical))
    assert framed.decode() == printed(page, canonical)


@pytest.mark.parametrize(
    "template",
    [
        "{{ title | upper }}",
        "{{ title | truncate(9) }}",
        "{{ title | reverse }}",
        "{{ title | forceescape | forceescape }}",
        "\ue000",
    ],
)
def test_a_filter_that_nobody_knows_is_no_shell(template: str) -> None:
    model = marked(PAGE)
    values = values_of(model, model.body, "")
    html = PLAIN.from_string(template).render(title=values["title"])
    assert shell_of(html, values) is None


def test_a_body_that_the_frame_changes_is_no_shell() -> None:
    model = marked(PAGE)
    values = values_of(model, model.body, "")
    html = PLAIN.from_string("{{ x | e }}").render(x=values["body"])
    assert shell_of(html, values) is None


def test_a_mark_that_belongs_to_no_value_is_no_shell() -> None:
    assert shell_of("\ue000other\ue001x\ue002", values_of(PAGE, "", "")) is None


def test_a_picture_of_elsewhere_is_no_shell() -> None:
    model = marked(PAGE)
    values = values_of(model, model.body, "")
    cut = values["image-file"].removeprefix("anh/")
    assert shell_of(f"khác/{cut}", values) is None


@pytest.mark.parametrize(
    ("change", "fits"),
    [
        ({}, True),
        ({"meta": {}}, True),
        ({"title": ""}, False),
        ({"address": ""}, False),
        ({"address": "Chuyến đi/"}, False),
        ({"meta": {"csp": "x"}}, False),
        ({"meta": {"offline": {}}}, False),
        ({"meta": {"article": {}}}, False),
        ({"meta": {"image": {"file": "anh/a.jpg"}}}, False),
        ({"meta": {"image": {**PAGE.meta["image"], "file": "x.jpg"}}}, False),
        ({"meta": {"image": {**PAGE.meta["image"], "file": "anh/../x.jpg"}}}, False),
        ({"headings": (Heading("Á", "x"),)}, False),
        ({"headings": (Heading("a", ""),)}, False),
    ],
)
def test_which_pages_fit(change: dict[str, object], *, fits: bool) -> None:
    assert fits_a_shell(replace(PAGE, **change)) is fits  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("body", "plain"),
    [
        ("<h1>x</h1>", True),
        ("<h2>x</h2>", False),
        ("<h1>x</h1><script>1</script>", False),
        ('<h1 data-search-exclude="">x</h1>', False),
    ],
)
def test_which_bodies_are_taken_as_they_are(body: str, *, plain: bool) -> None:
    assert plain_body(body) is plain
