"""An article's Markdown as HTML in which nothing that a person wrote, or a record holds, can run.

Placeholders become marks before Markdown sees the text; the marks become elements, which no author
can write, and these become figures only after the HTML has been cleaned. So no figure is read as
Markdown or HTML, none reaches an address, and none is filled in twice.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from html import escape
from typing import Final, Self
from xml.etree import ElementTree as ET

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from generator.audience import View
from generator.domain.article import placeholders
from generator.domain.media import Picture
from generator.domain.visit import Photo
from generator.present import addresses
from generator.present.page import relative
from generator.present.placeholders import value
from generator.present.renditions import SIZES, srcset

_OPEN, _CLOSE, _BRACKET = "\ue000", "\ue001", "\ue002"
_MARK: Final = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_PRIVATE: Final = re.compile(f"[{_OPEN}{_CLOSE}{_BRACKET}]")
_FIGURE: Final = re.compile(r'<data value="(\d+)"></data>')
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE | re.ASCII)
_SCHEMES: Final = frozenset({"http", "https", "mailto"})
_MOST_BRACKETS: Final = 200
_RAW_HTML: Final = ("html", "automail")
_TAGS: Final = frozenset(
    {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "blockquote", "a", "hr"}
    | {"table", "thead", "tbody", "tr", "th", "td", "br", "code", "pre"}
    | {"div", "figure", "figcaption", "picture", "source", "img", "data"}
)
_ATTRIBUTES: Final = {
    "a": {"href"},
    "data": {"value"},
    "div": {"role", "tabindex", "aria-label"},
    "img": {"src", "alt", "width", "height", "loading", "decoding"},
    "ol": {"start"},
    "source": {"type", "srcset", "sizes"},
    "th": {"scope"},
}
_CLASSES: Final = {
    "div": {"ct-table"},
    "table": {"ct-table__table"},
    "td": {"num"},
    "th": {"num"},
}


@dataclass(frozen=True, slots=True)
class ArticleBody:
    """The HTML of an article's body, and the files of the pictures in it."""

    html: Markup
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """How what is read at some place reaches the site: its addresses, and pictures by their files.

    `link` returns the empty text for what cannot be reached from there; `choice` what a browser may
    choose from instead of a picture, empty if there is but one.
    """

    link: Callable[[str], str]
    picture: Callable[[str], str]
    choice: Callable[[Picture], str] = lambda _: ""

    @classmethod
    def of_page(cls, address: str) -> Self:
        """Return how the page at `address` reaches the others."""
        link = partial(relative, origin=address)
        return cls(link, lambda file: link(addresses.photo(file)), partial(srcset, link=link))


def article_body(
    body: str, view: View, address: str, *, credited: str | None = None, covered: bool = False
) -> ArticleBody:
    """Return the body as the page at `address` shows it.

    `credited` is who the line below the article says took the photos; `covered` tells that there
    is a picture above the body.
    """
    return body_within(body, view, Reach.of_page(address), credited=credited, covered=covered)


def body_within(
    body: str,
    view: View,
    reach: Reach,
    *,
    credited: str | None = None,
    covered: bool = False,
) -> ArticleBody:
    """Return the body for a place from which the site is reached so."""
    text, values = _marked(body, view)
    extension = _ArticleExtension(_Writing(view, reach, values, credited, covered))
    converted = Markdown(extensions=["tables", extension]).convert(text)
    cleaned = nh3.clean(
        converted,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        allowed_classes={tag: set(names) for tag, names in _CLASSES.items()},
        url_schemes=set(_SCHEMES),
        link_rel="noopener",
    )
    html = _FIGURE.sub(lambda found: escape(values[int(found[1])]), cleaned.replace(_BRACKET, "["))
    return ArticleBody(Markup(html), tuple(extension.writing.files))  # noqa: S704


def own_credit(photo: Photo | None, credited: str | None) -> str:
    """Return who took the photo, if that is recorded and the line below the article is silent."""
    credit = photo.credit if photo else None
    return credit if credit and credit != credited else ""


def _marked(body: str, view: View) -> tuple[str, list[str]]:
    """Return the body with a mark for each placeholder, and the values by number."""
    text = _bounded(_PRIVATE.sub("", body))
    parts: list[str] = []
    values: list[str] = []
    end = 0
    for place in placeholders(text):
        parts += [text[end : place.start], f"{_OPEN}{len(values)}{_CLOSE}"]
        values.append(value(place, view))
        end = place.end
    return "".join([*parts, text[end:]]), values


def _bounded(text: str) -> str:
    """Hide the brackets of a block with absurdly many: Markdown tries each with all others."""
    blocks = text.split("\n\n")
    return "\n\n".join(
        block.replace("[", _BRACKET) if block.count("[") > _MOST_BRACKETS else block
        for block in blocks
    )


@dataclass
class _Writing:
    """What the tree needs to know of the article it stands in; `files` are the pictures shown."""

    view: View
    reach: Reach
    values: list[str]
    credited: str | None
    covered: bool
    files: list[str] = field(default_factory=list)

    def spoken(self, text: str) -> str:
        """Return the text with its marks replaced by their values."""
        return _MARK.sub(lambda found: self.values[int(found[1])], text)


class _ArticleExtension(Extension):
    """Takes raw HTML out of Markdown, and puts pictures, links, tables and figures in order."""

    def __init__(self, writing: _Writing) -> None:
        super().__init__()
        self.writing = writing

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (its name in Markdown)
        """Register with Markdown; 15 comes after its inline patterns."""
        md.preprocessors.deregister("html_block")
        for name in _RAW_HTML:
            md.inlinePatterns.deregister(name)
        md.treeprocessors.register(_Order(self.writing), "article", 15)


class _Order(Treeprocessor):
    """Rewrites the tree; every address and attribute in it then is ours."""

    def __init__(self, writing: _Writing) -> None:
        super().__init__()
        self._writing = writing

    def run(self, root: ET.Element) -> None:
        """Rewrite the tree in place."""
        _lift_pictures(root, self._writing)
        for element in list(root.iter()):
            _retag(element)
            if element.tag == "a":
                _relink(element, self._writing.reach)
        _wrap_tables(root)
        _place_figures(root)


def _lift_pictures(root: ET.Element, writing: _Writing) -> None:
    """Put each picture below the block that names it, as a figure; unknown ones are left out."""
    for block in list(root):
        figures = [_figure(image, writing) for image in _taken(block, "img")]
        place = list(root).index(block) + 1
        for figure in reversed([each for each in figures if each is not None]):
            root.insert(place, figure)
        if block.tag == "p" and not len(block) and not (block.text or "").strip():
            root.remove(block)


def _taken(block: ET.Element, tag: str) -> list[ET.Element]:
    """Take every element of a tag out of the block, and leave the text behind them in place."""
    found: list[ET.Element] = []
    for parent in list(block.iter()):
        for child in list(parent):
            if child.tag == tag:
                found.append(child)
                _add_text(parent, list(parent).index(child), child.tail or "")
                child.tail = None
                parent.remove(child)
    return found


def _add_text(parent: ET.Element, place: int, text: str) -> None:
    """Add text in front of the child at `place`."""
    if place:
        before = parent[place - 1]
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _figure(image: ET.Element, writing: _Writing) -> ET.Element | None:
    file = image.get("src", "")
    picture = writing.view.records.pictures.get(file)
    if picture is None:
        return None
    first = not (writing.covered or writing.files)
    writing.files.append(file)
    photo = writing.view.photos.get(file)
    caption = image.get("alt") or (_PRIVATE.sub("", photo.caption) if photo else "")
    figure = ET.Element("figure")
    attributes = {
        "src": writing.reach.picture(file),
        "alt": (photo.alt if photo else None) or writing.spoken(caption),
        "width": str(picture.width),
        "height": str(picture.height),
        # What is seen at once is not to wait until the page has been laid out.
        **({} if first else {"loading": "lazy"}),
        "decoding": "async",
    }
    parent = figure
    if choice := writing.reach.choice(picture):
        parent = ET.SubElement(figure, "picture")
        source = {"type": "image/webp", "srcset": choice, "sizes": SIZES["article"]}
        ET.SubElement(parent, "source", source)
    ET.SubElement(parent, "img", attributes)
    credit = _PRIVATE.sub("", own_credit(photo, writing.credited))
    told = " ".join(filter(None, (caption, f"(Ảnh: {credit})" if credit else "")))
    if told:
        ET.SubElement(figure, "figcaption").text = told
    return figure


def _retag(element: ET.Element) -> None:
    """The article has its own first heading; numbers in a table stand to the right."""
    if element.tag == "h1":
        element.tag = "h2"
    if element.tag in ("td", "th") and "right" in element.attrib.pop("style", ""):
        element.set("class", "num")
    if element.tag == "th":
        element.set("scope", "col")


def _relink(link: ET.Element, reach: Reach) -> None:
    """Keep addresses of the web and of mail; any other counts from the site's root."""
    href = _MARK.sub("", link.attrib.pop("href", "")).strip()
    link.attrib.pop("title", None)
    scheme = _SCHEME.match(href)
    if scheme:
        if scheme[1].lower() in _SCHEMES:
            link.set("href", href)
    elif href.startswith("#"):
        link.set("href", href)
    elif href and not re.match(r"[/\\]{2}", href):
        reached = reach.link(href.lstrip("/"))
        if reached:
            link.set("href", reached)


def _wrap_tables(root: ET.Element) -> None:
    for parent in list(root.iter()):
        for place, child in enumerate(list(parent)):
            if child.tag == "table":
                frame = ET.Element(
                    "div",
                    {
                        "class": "ct-table",
                        "role": "region",
                        "tabindex": "0",
                        "aria-label": "Bảng số liệu",
                    },
                )
                frame.tail, child.tail = child.tail, None
                child.set("class", "ct-table__table")
                frame.append(child)
                parent[place] = frame


def _place_figures(root: ET.Element) -> None:
    """Replace each mark in running text by an element with its number."""
    for element in list(root.iter()):
        children = list(element)
        first, made = _split(element.text)
        element.text = first
        for child in children:
            made.append(child)
            child.tail, after = _split(child.tail)
            made += after
        element[:] = made


def _split(text: str | None) -> tuple[str | None, list[ET.Element]]:
    """Return the text before the first mark, and an element with what follows for each mark."""
    first, *rest = _MARK.split(text or "")
    made: list[ET.Element] = []
    for number, after in zip(rest[::2], rest[1::2], strict=True):
        element = ET.Element("data", {"value": number})
        element.tail = after
        made.append(element)
    return first, made
