"""HTML as the block editor of WordPress writes it: each outermost element as a block.

So a person finds paragraphs, headings and pictures there, and nothing that the editor mends first.
What WordPress would act on in plain text, shortcodes and addresses alone on a line, stays text.
Source: WordPress, Block Editor Handbook, *Markup representation of a block*; the blocks of
WordPress 6.5, which those of 6.1 read as well.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Final, Literal

_OPEN, _CLOSE = "\ue000", "\ue001"
PICTURE_MARK: Final = re.compile(f"{_OPEN}(address|number):([^{_CLOSE}]*){_CLOSE}")
PICTURES: Final = "congtac-anh/"
"""What the `src` of a picture begins with, before its file: it becomes marks."""

_VOID: Final = frozenset({"br", "hr", "img"})
_IMAGE: Final = re.compile(r'<img (?=[^>]*\bsrc="congtac-anh/([^"]*)")[^>]*?\balt="([^"]*)"[^>]*>')
_CAPTION: Final = re.compile(r"<figcaption>(.*?)</figcaption>", re.DOTALL)
_DEAD_LINK: Final = re.compile(r"<a(?: rel=\"[^\"]*\")?>(.*?)</a>", re.DOTALL)
_CELL: Final = re.compile(r"<(t[dh])((?: [^>]*)?)>")
_BETWEEN_PARAGRAPHS: Final = re.compile(r"</p>\s*<p>")
_PARAGRAPH: Final = re.compile(r"</?p>")
_MORE_THAN_WORDS: Final = re.compile(r"<(?:div|pre|blockquote|h[2-6]|hr)\b|</[ou]l>\s*(?!</li>)\S")
"""What the editor has no place for in an item of a list: other blocks, words behind a list."""
_ALONE: Final = re.compile(
    r"(<p(?: [^>]*)?>\s*|^\s*)(https?:)//(?=[^\s<>\"]+\s*(?:</p>|$))", re.IGNORECASE | re.MULTILINE
)
"""An address that stands alone: WordPress would put what it finds there in its place."""


def picture_mark(kind: Literal["address", "number"], file: str) -> str:
    """Return what stands for a picture's address or number; no article can hold it."""
    return f"{_OPEN}{kind}:{file}{_CLOSE}"


def block(name: str, html: str, settings: str = "") -> str:
    """Return the HTML as a block; `settings` is JSON. No bracket in it begins a shortcode."""
    opening = f"{name} {settings}" if settings else name
    inert = _ALONE.sub(r"\1\2&#47;&#47;", html.replace("[", "&#91;"))
    return f"<!-- wp:{opening} -->\n{inert}\n<!-- /wp:{name} -->"


def paragraph(html: str) -> str:
    """Return a paragraph."""
    return block("paragraph", f"<p>{html}</p>")


def blocks(html: str) -> Iterator[str]:
    """Yield each outermost element of an article's cleaned body as the block that it is.

    A link that leads nowhere leaves its words.
    """
    for tag, element in _parts(_DEAD_LINK.sub(r"\1", html)):
        if tag:
            yield _BLOCKS.get(tag, _as_written)(element)


def _as_written(element: str) -> str:
    return block("html", element)


def _paragraph(element: str) -> str:
    return paragraph(_on_one_line(_inner(element)))


def _list(element: str) -> str:
    """Return a list of words and further lists; one that holds more is left as HTML."""
    if _MORE_THAN_WORDS.search(element):
        return _as_written(element)
    return _plain_list(_PARAGRAPH.sub("", _BETWEEN_PARAGRAPHS.sub("<br>", element)))


def _plain_list(element: str) -> str:
    name = element[1:3]
    items = "\n\n".join(_item(each) for tag, each in _parts(_inner(element)) if tag)
    settings = '{"ordered":true}' if name == "ol" else ""
    return block("list", f"<{name}>{items}</{name}>", settings)


def _item(element: str) -> str:
    parts = list(_parts(_inner(element)))
    words = "".join(part for tag, part in parts if tag not in ("ul", "ol"))
    lists = "".join(_plain_list(part) for tag, part in parts if tag in ("ul", "ol"))
    return block("list-item", f"<li>{_on_one_line(words)}{lists}</li>")


def _heading(element: str) -> str:
    level = element[2]
    html = f'<h{level} class="wp-block-heading">{_inner(element)}</h{level}>'
    return block("heading", html, "" if level == "2" else f'{{"level":{level}}}')


def _quote(element: str) -> str:
    quoted = "\n\n".join(blocks(_inner(element)))
    return block("quote", f'<blockquote class="wp-block-quote">{quoted}</blockquote>')


def _separator(_: str) -> str:
    return block("separator", '<hr class="wp-block-separator has-alpha-channel-opacity"/>')


def _code(element: str) -> str:
    """Return what stands indented in Markdown, line by line."""
    code = _inner(_inner(element)).rstrip("\n")
    return block("code", f'<pre class="wp-block-code"><code>{code}</code></pre>')


def _figure(element: str) -> str:
    image = _IMAGE.search(element)
    if image is None:
        return _as_written(element)
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
    return block("image", html, settings)


def _table(element: str) -> str:
    """Return the table in its frame, which is the only outermost `div`."""
    table = _CELL.sub(_cell, _inner(_inner(element).strip()))
    rows = re.sub(r">\s*\n\s*<", "><", table.strip())
    return block("table", f'<figure class="wp-block-table"><table>{rows}</table></figure>')


def _cell(found: re.Match[str]) -> str:
    right = ' class="has-text-align-right" data-align="right"' if 'class="num"' in found[2] else ""
    return f"<{found[1]}{right}>"


def _inner(element: str) -> str:
    """Return what stands between the first tag of an element and its last."""
    return element[element.index(">") + 1 : element.rindex("<")]


def _on_one_line(html: str) -> str:
    """Return the words without breaks of lines, which the editor would show as such."""
    return re.sub(r"<br>\s*", "<br>", html.replace("\n", " ")).strip()


def _parts(html: str) -> Iterator[tuple[str, str]]:
    """Yield each outermost element with its tag, and the text between them with none."""
    parting = _Parting()
    parting.feed(html)
    parting.close()
    yield from parting.parts


_BLOCKS: Final[Mapping[str, Callable[[str], str]]] = {
    "p": _paragraph,
    "ul": _list,
    "ol": _list,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), _heading),
    "figure": _figure,
    "div": _table,
    "blockquote": _quote,
    "pre": _code,
    "hr": _separator,
}


class _Parting(HTMLParser):
    """Parts HTML into its outermost elements and the text between, each as it is written."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[tuple[str, str]] = []
        self._element: list[str] = []
        self._outermost = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  (the base's name)
        """Begin an element, or go a step into one."""
        self._outermost = self._outermost or tag
        self._element.append(self.get_starttag_text() or "")
        if tag not in _VOID:
            self._depth += 1
        self._end()

    def handle_endtag(self, tag: str) -> None:
        """Go a step out, or end an element."""
        self._element.append(f"</{tag}>")
        self._depth -= 1
        self._end()

    def handle_data(self, data: str) -> None:
        """Take text, which belongs to an element or stands between two."""
        if self._depth:
            self._element.append(data)
        else:
            self.parts.append(("", data))

    def handle_entityref(self, name: str) -> None:
        """Take `&amp;` as it is written."""
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Take `&#39;` as it is written."""
        self.handle_data(f"&#{name};")

    def _end(self) -> None:
        if not self._depth:
            self.parts.append((self._outermost, "".join(self._element)))
            self._element, self._outermost = [], ""
