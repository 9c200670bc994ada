"""HTML as the block editor of WordPress writes it: each outermost element as a block.

So a person finds paragraphs, headings and pictures there, and nothing that the editor mends first.
Source: WordPress, Block Editor Handbook, *Markup representation of a block*; the blocks of
WordPress 6.1 to 6.5, and those of before that they take over (lists without inner blocks).
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
_TABLE: Final = re.compile(r"<table[^>]*>(.*)</table>", re.DOTALL)
_LOOSE: Final = re.compile(r"<li>\s*<p>(.*?)</p>\s*", re.DOTALL)
_DEAD_LINK: Final = re.compile(r"<a(?: rel=\"[^\"]*\")?>(.*?)</a>", re.DOTALL)
_CELL: Final = re.compile(r"<(t[dh])((?: [^>]*)?)>")
_START: Final = re.compile(r'<ol start="(\d+)"')


def picture_mark(kind: Literal["address", "number"], file: str) -> str:
    """Return what stands for a picture's address or number; no article can hold it."""
    return f"{_OPEN}{kind}:{file}{_CLOSE}"


def block(name: str, html: str, settings: str = "") -> str:
    """Return the HTML as a block; `settings` is JSON."""
    opening = f"{name} {settings}" if settings else name
    return f"<!-- wp:{opening} -->\n{html}\n<!-- /wp:{name} -->"


def paragraph(html: str) -> str:
    """Return a paragraph."""
    return block("paragraph", f"<p>{html}</p>")


def blocks(html: str) -> Iterator[str]:
    """Yield each outermost element of an article's cleaned body as the block that it is.

    A link that leads nowhere leaves its words; an item of a list is no paragraph.
    """
    splitting = _Splitting()
    splitting.feed(_LOOSE.sub(r"<li>\1", _DEAD_LINK.sub(r"\1", html)))
    splitting.close()
    for tag, element in splitting.elements:
        yield _BLOCKS.get(tag, _as_written)(element)


def _as_written(element: str) -> str:
    return block("html", element)


def _paragraph(element: str) -> str:
    return block("paragraph", _on_one_line(element))


def _list(element: str) -> str:
    return block("list", _on_one_line(element))


def _numbered(element: str) -> str:
    start = _START.match(element)
    more = f',"start":{start[1]}' if start else ""
    return block("list", _on_one_line(element), f'{{"ordered":true{more}}}')


def _heading(element: str) -> str:
    level = element[2]
    return block("heading", element, "" if level == "2" else f'{{"level":{level}}}')


def _quote(element: str) -> str:
    quoted = element.replace("<blockquote>", '<blockquote class="wp-block-quote">', 1)
    return block("quote", _on_one_line(quoted))


def _separator(_: str) -> str:
    return block("separator", '<hr class="wp-block-separator has-alpha-channel-opacity"/>')


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
    table = _TABLE.search(element)
    rows = _on_one_line(_CELL.sub(_cell, table[1] if table else "").strip())
    html = f'<figure class="wp-block-table"><table>{rows}</table></figure>'
    return block("table", html)


def _cell(found: re.Match[str]) -> str:
    right = ' class="has-text-align-right" data-align="right"' if 'class="num"' in found[2] else ""
    return f"<{found[1]}{right}>"


def _on_one_line(html: str) -> str:
    """Return the HTML without breaks of lines, which the editor would show as such."""
    return re.sub(r">\s*\n\s*<", "><", html).replace("\n", " ")


_BLOCKS: Final[Mapping[str, Callable[[str], str]]] = {
    "p": _paragraph,
    "ul": _list,
    "ol": _numbered,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), _heading),
    "figure": _figure,
    # The only outermost `div` is the frame of a table.
    "div": _table,
    "blockquote": _quote,
    "hr": _separator,
}


class _Splitting(HTMLParser):
    """Parts HTML into its outermost elements, each with its tag and as it is written."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.elements: list[tuple[str, str]] = []
        self._parts: list[str] = []
        self._outermost = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  (the base's name)
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
