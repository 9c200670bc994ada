"""An article as WordPress stores it: blocks of HTML, an excerpt, and marks where pictures go.

The markup is that which the block editor itself writes, so that a person finds paragraphs and
pictures there, and that a classic theme shows as it shows any other article. A picture's address
and number are known only once the website has it; until then `picture_mark` stands for them.
Source: issue *News*, *Publishing*; WordPress, Block Editor Handbook, *Markup representation of a
block*.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from html.parser import HTMLParser
from typing import Final, Literal

from generator.audience import View
from generator.domain.article import Article
from generator.present import addresses
from generator.present.article_body import Reach, body_within
from generator.present.articles import photos_by_file
from generator.present.byline import byline
from generator.present.marks import marked, marks
from generator.present.placeholders import filled

_OPEN, _CLOSE = "\ue000", "\ue001"
PICTURE_MARK: Final = re.compile(f"{_OPEN}(address|number):([^{_CLOSE}]*){_CLOSE}")
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")
_SOURCE: Final = "congtac-anh/"
_VOID: Final = frozenset({"br", "hr", "img"})
_IMAGE: Final = re.compile(r'<img (?=[^>]*\bsrc="congtac-anh/([^"]*)")[^>]*?\balt="([^"]*)"[^>]*>')
_CAPTION: Final = re.compile(r"<figcaption>(.*?)</figcaption>", re.DOTALL)
_TABLE: Final = re.compile(r"<table[^>]*>(.*)</table>", re.DOTALL)
_LOOSE: Final = re.compile(r"<li>\s*<p>(.*?)</p>", re.DOTALL)
_DEAD_LINK: Final = re.compile(r"<a(?: rel=\"[^\"]*\")?>(.*?)</a>", re.DOTALL)
_CELL: Final = re.compile(r"<(t[dh])((?: [^>]*)?)>")


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """A picture that goes along: its file below `records/media`, and its words."""

    file: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class WordPressPost:
    """What the website is to say; texts are HTML, `content` has marks for pictures.

    `cover` is one of `photos`. `slug` is the article's id, so that no two are alike.
    """

    id: str
    slug: str
    title: str
    excerpt: str
    content: str
    date: date
    category: str
    tags: tuple[str, ...]
    cover: str
    photos: tuple[ShownPhoto, ...]


def picture_mark(kind: Literal["address", "number"], file: str) -> str:
    """Return what stands for a picture's address or number; no article can hold it."""
    return f"{_OPEN}{kind}:{file}{_CLOSE}"


def wordpress_post(article: Article, view: View, base: str) -> WordPressPost:
    """Return the article for WordPress.

    `base` is the address of our own site, ending in a slash; without it, links into that site are
    left as plain words.
    """
    reach = Reach(lambda target: base + target if base else "", lambda file: _SOURCE + file)
    body = body_within(article.body, view, reach)
    cover = article.cover if article.cover in view.records.pictures else None
    files = dict.fromkeys((*([cover] if cover else []), *body.files))
    paragraphs = [
        *(_paragraph(f"<strong>{mark}</strong>") for mark in marks(view)),
        *(_paragraph(f"<strong>{_text(each)}</strong>") for each in _lead(article, view)),
        *_blocks(str(body.html)),
        _byline(byline(article, pictured=bool(files))),
    ]
    return WordPressPost(
        id=article.id,
        slug=article.id,
        title=_text(marked(filled(article.title, view), view)),
        excerpt=_text(" ".join(filled(article.lead, view).split())),
        content="\n\n".join(paragraphs),
        date=article.date,
        category=article.category,
        tags=tuple(dict.fromkeys(article.tags)),
        cover=cover or "",
        photos=tuple(_photo(file, article, view) for file in files),
    )


def _lead(article: Article, view: View) -> list[str]:
    paragraphs = re.split(r"\n\s*\n", filled(article.lead, view))
    return [" ".join(each.split()) for each in paragraphs if each.strip()]


def _text(text: str) -> str:
    return escape(_PRIVATE.sub("", text), quote=False)


def _photo(file: str, article: Article, view: View) -> ShownPhoto:
    """Return a picture with the words that the records have for it, else the article's title."""
    photo = photos_by_file(view).get(file)
    if photo is None:
        credit = f"Ảnh: {article.photo_credit}" if article.photo_credit else ""
        return ShownPhoto(file, _plain(filled(article.title, view)), _text(credit))
    credit = photo.credit or article.photo_credit
    caption = photo.caption + (f" (Ảnh: {credit})" if credit else "")
    return ShownPhoto(file, _plain(photo.alt or photo.caption), _text(caption))


def _plain(text: str) -> str:
    """Return a text for an attribute that WordPress takes as plain: without anything like a tag."""
    return " ".join(_PRIVATE.sub("", text).replace("<", "‹").replace(">", "›").split())


def _block(name: str, html: str, settings: str = "") -> str:
    opening = f"{name} {settings}" if settings else name
    return f"<!-- wp:{opening} -->\n{html}\n<!-- /wp:{name} -->"


def _paragraph(html: str) -> str:
    return _block("paragraph", f"<p>{html}</p>")


def _byline(text: str) -> str:
    html = f'<p class="has-text-align-right"><strong>{_text(text)}</strong></p>'
    return _block("paragraph", html, '{"align":"right"}')


def _blocks(html: str) -> Iterator[str]:
    """Yield each element of the cleaned body as the block that it is."""
    splitting = _Splitting()
    # Who has no address of the other site reads the words alone; an item is no paragraph.
    splitting.feed(_LOOSE.sub(r"<li>\1", _DEAD_LINK.sub(r"\1", html)))
    splitting.close()
    for tag, element in splitting.elements:
        yield _as_block(tag, element)


def _as_block(tag: str, element: str) -> str:
    if tag in ("p", "ul"):
        return _block("paragraph" if tag == "p" else "list", _on_one_line(element))
    if tag == "ol":
        start = re.match(r'<ol start="(\d+)"', element)
        more = f',"start":{start[1]}' if start else ""
        return _block("list", _on_one_line(element), f'{{"ordered":true{more}}}')
    if re.fullmatch(r"h[2-6]", tag):
        return _block("heading", element, "" if tag == "h2" else f'{{"level":{tag[1]}}}')
    if tag == "figure":
        return _figure(element)
    if tag == "div":
        return _table(element)
    if tag == "blockquote":
        quoted = element.replace("<blockquote>", '<blockquote class="wp-block-quote">', 1)
        return _block("quote", _on_one_line(quoted))
    if tag == "hr":
        line = '<hr class="wp-block-separator has-alpha-channel-opacity"/>'
        return _block("separator", line)
    return _block("html", element)


def _on_one_line(html: str) -> str:
    """Return the HTML without breaks of lines, which the editor would show as such."""
    return re.sub(r">\s*\n\s*<", "><", html).replace("\n", " ")


def _figure(element: str) -> str:
    image = _IMAGE.search(element)
    if image is None:
        return _block("html", element)
    file, alt = image.groups()
    caption = _CAPTION.search(element)
    told = caption[1] if caption else ""
    number = picture_mark("number", file)
    html = (
        f'<figure class="wp-block-image size-large"><img src="{picture_mark("address", file)}" '
        f'alt="{alt}" class="wp-image-{number}"/>'
        + (f'<figcaption class="wp-element-caption">{told}</figcaption>' if told else "")
        + "</figure>"
    )
    settings = f'{{"id":{number},"sizeSlug":"large","linkDestination":"none"}}'
    return _block("image", html, settings)


def _table(element: str) -> str:
    table = _TABLE.search(element)
    rows = _on_one_line(_CELL.sub(_cell, table[1] if table else "").strip())
    html = f'<figure class="wp-block-table"><table>{rows}</table></figure>'
    return _block("table", html)


def _cell(found: re.Match[str]) -> str:
    right = ' class="has-text-align-right" data-align="right"' if 'class="num"' in found[2] else ""
    return f"<{found[1]}{right}>"


class _Splitting(HTMLParser):
    """Parts HTML into its outermost elements, each with its tag and as it is written."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.elements: list[tuple[str, str]] = []
        self._parts: list[str] = []
        self._outermost = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Begin an element, or go a step into one."""
        self._outermost = self._outermost or tag
        self._parts.append(self.get_starttag_text() or "")
        if tag not in _VOID:
            self._depth += 1
        self._end()

    def handle_endtag(self, tag: str) -> None:
        """Go a step out, or end an element."""
        self._parts.append(f"</{tag}>")
        self._depth -= 1
        self._end()

    def handle_data(self, data: str) -> None:
        """Take text; between the elements there is none but white space."""
        if self._depth:
            self._parts.append(data)

    def handle_entityref(self, name: str) -> None:
        """Take `&amp;` as it is written."""
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Take `&#39;` as it is written."""
        self.handle_data(f"&#{name};")

    def _end(self) -> None:
        if not self._depth:
            self.elements.append((self._outermost, "".join(self._parts)))
            self._parts, self._outermost = [], ""
