"""Row 25: what goes to WordPress, by REST or by hand, holds no HTML, block or mark of a text.

Source: research/reliability.md, section 4; WordPress, Block Editor Handbook, *Markup representation
of a block*.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from html import unescape
from html.parser import HTMLParser
from typing import Final
from xml.etree import ElementTree as ET

from generator.present.block_markup import PICTURE_MARK
from generator.present.handover.files import handover_files
from generator.present.handover.going import Drawn, Going
from generator.present.wordpress_post import WordPressPost, wordpress_post
from tests.hostile.alone import day, held, on_a_line, seen_by
from tests.hostile.texts import AS_MARKDOWN, EVALUATED, TEXTS

Record = Callable[[str, object], None]
BLOCK: Final = re.compile(r"<!-- (/?)wp:([a-z-]+)(?: (\{[^\n]*\}))? -->")
NAMES: Final = {
    *("paragraph", "heading", "list", "list-item", "quote", "separator", "image", "code", "html"),
}
TAGS: Final = {
    *("p", "strong", "em", "a", "ul", "ol", "li", "blockquote", "hr", "code", "pre", "br"),
    *("h2", "h3", "figure", "img", "figcaption"),
}
ATTRIBUTES: Final = {"href", "rel", "class", "src", "alt", "start"}


@cache
def posts() -> tuple[WordPressPost, ...]:
    """Return the post of each article, in their order."""
    shown = seen_by("public")
    articles = sorted(shown.records.articles.values(), key=lambda each: each.date)
    return tuple(wordpress_post(each, shown, "https://doan.test/", each.id) for each in articles)


class _Read(HTMLParser):
    """The elements, attributes, comments and text of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.comments: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_row_25_a_post_holds_nothing_but_our_own_markup(record_property: Record) -> None:
    blocks = 0
    for number, post in enumerate(posts()):
        assert EVALUATED not in post.content
        read = _Read(post.content)
        found = [each.groups() for each in BLOCK.finditer(post.content)]
        assert len(read.comments) == len(found), number
        opened = [name for closing, name, _ in found if not closing]
        within: list[str] = []
        for closing, name, _ in found:
            # Blocks stand in one another, as those of a list do, and each is closed where it ends.
            assert not closing or within.pop() == name, number
            within += [] if closing else [name]
        assert within == [], number
        assert set(opened) <= NAMES, (number, opened)
        assert read.tags <= TAGS, (number, read.tags - TAGS)
        assert read.attributes <= ATTRIBUTES, (number, read.attributes - ATTRIBUTES)
        assert not [to for to in read.links if to.lower().startswith(("javascript", "data", "vb"))]
        # The cover is no picture of the body.
        assert not PICTURE_MARK.search(post.content)
        blocks += len(opened)
    record_property("figure", f"WordPress: {len(posts())} posts, {blocks} blocks, 0 from a text")


def test_row_25_a_post_says_what_was_written() -> None:
    assert len(posts()) == len(TEXTS)
    for number, post in enumerate(posts()):
        title, lead = held(number, "articles.title"), held(number, "articles.lead")
        assert on_a_line(unescape(post.title)) == on_a_line(title)
        assert on_a_line(unescape(post.excerpt)) == on_a_line(lead)
        assert not re.search(r"[<>]", post.title + post.excerpt)
        assert post.category == held(number, "articles.category")
        body = held(number, "articles.body")
        text = on_a_line(_Read(post.content).text)
        assert on_a_line(AS_MARKDOWN.get(body, body)) in text, number
        assert on_a_line(held(number, "articles.author")) in text
        (photo,) = post.photos
        assert not re.search(r"[<>]", photo.alt + photo.caption)


def handed_over() -> Mapping[str, bytes]:
    """Return the archive for who brings the articles to the website by hand."""
    going = Going(
        organisation=held(0, "organisation.name"),
        marks=(),
        base="https://doan.test/",
        posts=posts(),
        pictures={"2019/ap-3.jpg": Drawn("0" * 64, b"", b"")},
        gone=(),
        live=False,
    )
    return handover_files(going)


def test_row_27_what_is_handed_over_is_read_back(record_property: Record) -> None:
    files = handed_over()
    (wxr,) = [content for path, content in files.items() if path.endswith(".xml")]
    root = ET.fromstring(wxr)  # noqa: S314  (our own)
    assert [child.tag for child in root] == ["channel"]
    items = [
        each for each in root.iterfind("channel/item") if each.findtext("{*}post_type") == "post"
    ]
    titles = [on_a_line(each.findtext("title") or "") for each in items]
    assert titles == [on_a_line(post.title) for post in posts()]
    texts = [each.findtext("{http://purl.org/rss/1.0/modules/content/}encoded") for each in items]
    assert texts == [post.content for post in posts()]
    pages = [_Read(content.decode()) for path, content in files.items() if path.endswith(".html")]
    assert len(pages) > len(TEXTS)
    for page in pages:
        assert not page.tags & {"script", "iframe", "object", "svg", "form", "embed", "base"}
        assert "hostile" not in page.attributes
        assert not [name for name in page.attributes if name.startswith("on")]
    record_property(
        "figure", f"handed over: {len(titles)} items, {len(pages)} pages, 0 from a text"
    )


def test_the_posts_are_in_the_order_of_the_texts() -> None:
    assert [post.date for post in posts()] == [day(number) for number in range(len(TEXTS))]
