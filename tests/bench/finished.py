"""What stands on the pages of a built site: the same for every generator, whoever built it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

TITLE_SLOT: Final = "\ue000title\ue000"
DESCRIPTION_SLOT: Final = "\ue000description\ue000"
CONTENT_SLOT: Final = "\ue000content\ue000"

_ARTICLE: Final = re.compile(r'<article class="md-content__inner md-typeset"[^>]*>')
_END: Final = "</article>"
_TITLE: Final = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_HEADER_TITLE: Final = re.compile(
    r'(data-md-component="header-topic">\s*<span class="md-ellipsis">\s*)(.*?)(\s*</span>)',
    re.DOTALL,
)
_DESCRIPTION: Final = re.compile(r'(<meta name="description" content=")([^"]*)(">)')


@dataclass(frozen=True, slots=True)
class Finished:
    """One page: its address from the root, ending in a slash, and what its article holds as HTML.

    `title` and `description` are text.
    """

    address: str
    title: str
    description: str
    body: str


def pages(site: Path) -> Iterator[Finished]:
    """Yield every page that has an article, by address; others are files like any other."""
    for path in sorted(site.rglob("index.html")):
        html = path.read_text(encoding="utf-8")
        if _ARTICLE.search(html):
            yield _page(path.relative_to(site).as_posix().removesuffix("index.html"), html)


def files(site: Path) -> Iterator[Path]:
    """Yield every file that a generator copies as it is: no page, no search index, no sitemap."""
    made = {site / "sitemap.xml", site / "sitemap.xml.gz", site / "search" / "search_index.json"}
    for path in sorted(site.rglob("*")):
        if path.is_file() and path not in made:
            if path.name == "index.html" and _ARTICLE.search(path.read_text(encoding="utf-8")):
                continue
            yield path


def frame(site: Path, address: str) -> str:
    """Return what stands around the article of one page, with slots for what differs by page.

    Links to the theme's files count from the root of the host.

    Raises:
        ValueError: the page has no place for one of the slots.
    """
    html = (site / address / "index.html").read_text(encoding="utf-8")
    before, inside, after = _cut(html)
    before, titles = _TITLE.subn(f"<title>{TITLE_SLOT}</title>", before)
    before, headers = _HEADER_TITLE.subn(rf"\g<1>{TITLE_SLOT}\g<3>", before)
    before, descriptions = _DESCRIPTION.subn(rf"\g<1>{DESCRIPTION_SLOT}\g<3>", before)
    if not (inside and titles and headers and descriptions):
        message = f"{address}: no title, heading, description or article to take out"
        raise ValueError(message)
    up = "/".join([".."] * address.count("/"))
    rooted = [part.replace(f"{up}/", "/").replace(f'"{up}"', '"/"') for part in (before, after)]
    return CONTENT_SLOT.join(rooted)


def words(html: str) -> list[str]:
    """Return the words that a reader sees in a piece of HTML: letters and figures, no marks."""
    reader = _Words()
    reader.feed(html)
    reader.close()
    return re.findall(r"\w+", " ".join(reader.pieces))


def body_of(html: str) -> str:
    """Return what the article of a page holds; of a page without one, nothing."""
    return _cut(html)[1]


def _page(address: str, html: str) -> Finished:
    title, description = _TITLE.search(html), _DESCRIPTION.search(html)
    return Finished(
        address,
        unescape(title[1]) if title else "",
        unescape(description[2]) if description else "",
        body_of(html),
    )


def _cut(html: str) -> tuple[str, str, str]:
    """Return what stands before the content of the article, the content, and what follows."""
    begun = _ARTICLE.search(html)
    if begun is None:
        return html, "", ""
    end = html.rindex(_END)
    return html[: begun.end()], html[begun.end() : end], html[end:]


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._unseen = False

    # What stands in a script is what a chart is drawn of, and no word of it.
    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self._unseen = tag == "script"

    def handle_endtag(self, tag: str) -> None:
        del tag
        self._unseen = False

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(data)
