"""The frame of every page: marks, previews, names for assistive technology, narrow screens, paper."""

import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from PIL import Image

from tests.web import harness

ARTICLE = """---
title: Tổng kết năm 2019
description: 13 đồng chí, trung bình 60,4 ngày & "bám sát cơ sở"
image: {file: photo.svg, alt: "Họp <b>chi đoàn</b>", width: 800, height: 600}
article:
  published: "2019-12-27"
  author: Đoàn Mỹ Kỳ
  section: Tin tức
  tags: [chủ trương 1+2]
---
# Tổng kết năm 2019

Nội dung.
"""


class Head(HTMLParser):
    """The attributes of the tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def metas(self) -> dict[str, str | None]:
        pairs = [attrs for tag, attrs in self.tags if tag == "meta"]
        return {
            name: attrs.get("content")
            for attrs in pairs
            if (name := attrs.get("property") or attrs.get("name"))
        }


@pytest.fixture
def build(build_site: harness.SiteBuilder, tmp_path: Path) -> Any:
    def _build(docs: dict[str, str], **settings: Any) -> Path:
        return build_site(tmp_path, docs, **settings)

    return _build


def page_of(site: Path, address: str = "index.html") -> str:
    return (site / address).read_text(encoding="utf-8")


def test_demo_data_is_marked_and_kept_from_search_engines(build: Any) -> None:
    site = build({"index.md": "# Trang chủ"}, congtac={"demo": True, "audience": "public"})
    for address in ("index.html", "404.html"):
        page = page_of(site, address)
        assert "DỮ LIỆU MẪU" in page
        assert "NỘI BỘ" not in page
        assert Head(page).metas()["robots"] == "noindex, nofollow"


def test_the_internal_site_is_marked_and_kept_from_search_engines(build: Any) -> None:
    site = build({"index.md": "# Trang chủ"}, congtac={"demo": False, "audience": "internal"})
    page = page_of(site)
    assert "NỘI BỘ" in page
    assert "DỮ LIỆU MẪU" not in page
    assert Head(page).metas()["robots"] == "noindex, nofollow"


@pytest.mark.parametrize("congtac", [None, {"demo": False, "audience": "public"}])
def test_the_public_site_bears_no_mark(build: Any, congtac: dict[str, Any] | None) -> None:
    page = page_of(build({"index.md": "# Trang chủ"}, congtac=congtac))
    assert "ct-mark" not in page
    assert "md-banner" not in page
    assert "robots" not in Head(page).metas()


def test_the_footer_names_the_organisation_and_the_day(build: Any) -> None:
    organisation = {"organisation": "Tỉnh đoàn Trà Vinh", "as_of": "31/12/2019"}
    page = page_of(build({"index.md": "# Trang chủ"}, congtac=organisation))
    assert "Tỉnh đoàn Trà Vinh" in page
    assert "Số liệu tính đến ngày 31/12/2019" in page
    assert "Báo sai sót" not in page


@pytest.mark.parametrize(
    ("form", "asked"),
    [
        ({"url": "https://doan.example/?a=1&b=2", "title": "", "text": ""}, {"a": "1", "b": "2"}),
        (
            {"url": "https://doan.example/new", "title": "issue[title]", "text": "issue[text]"},
            {"issue[title]": 'Báo sai sót: Trang & "chủ"', "issue[text]": "Trang: tin/"},
        ),
    ],
)
def test_every_page_says_where_a_mistake_is_reported(
    build: Any, form: dict[str, str], asked: dict[str, str]
) -> None:
    # The plugin hands over titles as HTML.
    page = '---\ntitle: Trang &amp; "chủ"\n---\n# Trang chủ'
    site = build({"index.md": page, "tin.md": page}, congtac={"mistakes": form})
    found = re.search(r'<a href="([^"]*)">Báo sai sót</a>', page_of(site, "tin/index.html"))
    assert found
    link = urlsplit(unescape(found[1]))
    assert link.netloc == "doan.example"
    assert dict(parse_qsl(link.query)) == asked


def test_an_article_can_be_previewed(build: Any) -> None:
    site = build(
        {"index.md": "# Trang chủ", "tin.md": ARTICLE, "photo.svg": "<svg/>"},
        site_url="https://congtac.example/vi/",
    )
    metas = Head(page_of(site, "tin/index.html")).metas()
    assert metas["og:type"] == "article"
    assert metas["og:title"] == "Tổng kết năm 2019"
    assert metas["og:description"] == '13 đồng chí, trung bình 60,4 ngày & "bám sát cơ sở"'
    assert metas["og:image"] == "https://congtac.example/vi/photo.svg"
    assert (metas["og:image:width"], metas["og:image:height"]) == ("800", "600")
    assert metas["og:image:alt"] == "Họp <b>chi đoàn</b>"
    assert metas["og:url"] == "https://congtac.example/vi/tin/"
    assert metas["article:published_time"] == "2019-12-27"
    assert metas["article:author"] == "Đoàn Mỹ Kỳ"
    assert metas["article:tag"] == "chủ trương 1+2"
    assert Head(page_of(site)).metas()["og:type"] == "website"


@pytest.mark.parametrize(
    ("congtac", "title"),
    [
        ({"demo": True, "audience": "public"}, "DỮ LIỆU MẪU – Tổng kết năm 2019"),
        ({"demo": False, "audience": "internal"}, "NỘI BỘ – Tổng kết năm 2019"),
        ({"demo": True, "audience": "internal"}, "NỘI BỘ – DỮ LIỆU MẪU – Tổng kết năm 2019"),
        ({"demo": False, "audience": "public"}, "Tổng kết năm 2019"),
    ],
)
def test_a_preview_bears_the_marks_of_the_page(
    build: Any, congtac: dict[str, Any], title: str
) -> None:
    site = build({"index.md": "# Trang chủ", "tin.md": ARTICLE}, congtac=congtac)
    assert Head(page_of(site, "tin/index.html")).metas()["og:title"] == title


def test_a_page_without_a_picture_is_previewed_with_that_of_the_site(build: Any) -> None:
    site = build({"index.md": "# Trang chủ"}, site_url="https://congtac.example/vi/")
    metas = Head(page_of(site)).metas()
    assert metas["og:image"] == "https://congtac.example/vi/assets/images/xem-truoc.png"
    picture = site / "assets/images/xem-truoc.png"
    with Image.open(picture) as image:
        assert [metas["og:image:width"], metas["og:image:height"]] == [
            str(each) for each in image.size
        ]
    assert picture.stat().st_size < 100_000


def test_text_in_the_frame_is_escaped(build: Any) -> None:
    hostile = '"><script>alert(1)</script>'
    front = f"---\ntitle: '{hostile}'\ndescription: '{hostile}'\narticle: {{author: '{hostile}'}}\n---\n# A\n"
    named = {"organisation": hostile}
    page = page_of(build({"index.md": "# Trang chủ", "a.md": front}, congtac=named), "a/index.html")
    head = page[: page.index("</head>")]
    previews = [line for line in head.splitlines() if "og:" in line or "article:" in line]
    assert previews
    assert not any("<script" in line for line in previews)
    metas = Head(page).metas()
    assert (metas["og:site_name"], metas["article:author"]) == (hostile, hostile)
    assert "<script>alert(1)" not in page[page.index('<p class="ct-footer__name">') :]


def test_linked_data_are_what_was_given_and_cannot_be_left(build: Any) -> None:
    given = {"headline": "</script><script>alert(1)</script><!-- <script> --> ]]> & ' \" \u2028Đ"}
    front = f"---\ntitle: A\nlinked_data: {json.dumps(given)}\n---\n# A\n"
    page = page_of(build({"index.md": "# Trang chủ", "a.md": front}), "a/index.html")
    start = '<script type="application/ld+json">'
    head = page[: page.index("</head>")]
    block = head[head.index(start) + len(start) :].partition("</script>")[0]
    assert json.loads(block) == given
    assert not set(block) & set("<>&\u2028")
    assert start not in page_of(build({"index.md": "# Trang chủ"}))


def test_pages_point_nowhere_else(build: Any) -> None:
    site = build({"index.md": "# Trang chủ", "mot/hai.md": "# Sâu\n\n## A\n\n## B\n"})
    for path in site.rglob("*.html"):
        for tag, attrs in Head(path.read_text(encoding="utf-8")).tags:
            for name in ("href", "src", "action", "srcset"):
                value = attrs.get(name) or ""
                assert "//" not in value, f"{path.name}: <{tag} {name}={value}>"


def test_the_language_and_the_names_of_parts(build: Any) -> None:
    site = build({"index.md": "<h1>Trang chủ</h1>", "dai.md": "# Dài\n\n## Một\n\n## Hai\n"})
    for address in ("index.html", "dai/index.html", "404.html"):
        tags = Head(page_of(site, address)).tags
        assert ("html", {"lang": "vi", "class": "no-js"}) in tags
        dialogs = [attrs for _, attrs in tags if attrs.get("role") == "dialog"]
        assert [attrs.get("aria-label") for attrs in dialogs] == ["Tìm kiếm"]
        assert [attrs.get("alt") for tag, attrs in tags if tag == "img"] == ["", ""]
        skips = [attrs for _, attrs in tags if attrs.get("class") == "md-skip"]
        assert len(skips) == 1
        target = (skips[0]["href"] or "").partition("#")[2]
        assert any(attrs.get("id") == target for _, attrs in tags)


def test_side_lists_show_only_where_there_is_something_to_list(build: Any) -> None:
    site = build({"index.md": "# Trang chủ\n\n## Một\n", "dai.md": "# Dài\n\n## Một\n\n## Hai\n"})

    def shown(address: str) -> set[str | None]:
        sidebars = [a for _, a in Head(page_of(site, address)).tags if "data-md-type" in a]
        return {attrs["data-md-type"] for attrs in sidebars if "hidden" not in attrs}

    assert shown("index.html") == set()
    assert shown("dai/index.html") == {"toc"}


def test_no_page_keeps_english_phrases(build: Any) -> None:
    site = build({"index.md": "# Trang chủ\n\n## Một\n\n## Hai\n"})
    for path in site.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        for phrase in ("Initializing", "Not found", "Skip to", "Made with", "Table of contents"):
            assert phrase not in page, f"{path.name}: {phrase}"


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_scrolls_sideways(
    open_visitor: harness.VisitorFactory, fixture_site: str, width: int, scheme: str
) -> None:
    visitor = open_visitor(viewport={"width": width, "height": 800}, color_scheme=scheme)
    visitor.page.goto(fixture_site, wait_until="networkidle")
    assert visitor.page.evaluate("document.documentElement.scrollWidth") == width
    assert visitor.complaints == []


@pytest.mark.browser
def test_a_wide_table_says_that_it_scrolls(
    open_visitor: harness.VisitorFactory, fixture_site: str
) -> None:
    phone = open_visitor(viewport={"width": 390, "height": 800}).page
    phone.goto(fixture_site)
    phone.locator(".ct-table--sticky.ct-table--wide #t-sticky").wait_for()
    desk = open_visitor(viewport={"width": 1280, "height": 800}).page
    desk.goto(fixture_site, wait_until="networkidle")
    assert desk.locator(".ct-table--wide").count() == 0


@pytest.mark.browser
def test_a_table_of_cards_is_still_a_table_to_a_screen_reader(
    open_visitor: harness.VisitorFactory, fixture_site: str
) -> None:
    page = open_visitor(viewport={"width": 390, "height": 800}).page
    page.goto(fixture_site, wait_until="networkidle")
    cards = page.locator(".ct-table--cards")
    assert cards.get_by_role("rowheader", name="Đoàn Mỹ Kỳ").count() == 1
    assert cards.get_by_role("cell", name="Kết quả đạt").count() == 5


@pytest.mark.browser
def test_paper_is_black_on_white_with_marks_and_tables(
    open_visitor: harness.VisitorFactory, fixture_site: str
) -> None:
    page = open_visitor(color_scheme="dark").page
    page.goto(fixture_site, wait_until="networkidle")
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    body = "(() => { const s = getComputedStyle(document.body); return [s.color, s.backgroundColor] })()"
    text = "getComputedStyle(document.querySelector('.ct-figure__number')).color"
    assert page.evaluate(body)[1] == "rgb(255, 255, 255)"
    assert page.evaluate(text) == "rgb(0, 0, 0)"
    assert page.get_by_text("DỮ LIỆU MẪU").is_visible()
    assert page.locator("details.ct-data table").first.is_visible()
    assert not page.locator(".md-header").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.ct-data[open]").count() == 0


@pytest.mark.browser
def test_the_typeface_is_the_sites_own_and_no_more_of_it_than_needed(
    visitor: harness.Visitor, fixture_site: str
) -> None:
    visitor.page.goto(fixture_site, wait_until="networkidle")
    fonts = {url.rsplit("/", 1)[-1] for url in visitor.fetched(".woff2")}
    assert "be-vietnam-pro-vietnamese-400-normal.woff2" in fonts
    assert not any("latin-ext" in font for font in fonts)
    loaded = "[...document.fonts].filter(one => one.status === 'loaded').map(one => one.family)"
    assert "Be Vietnam Pro" in "".join(visitor.page.evaluate(loaded))
