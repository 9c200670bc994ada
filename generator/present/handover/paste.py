"""An article as a small document to copy from: plain HTML, and a line where each picture goes.

Whoever pastes cannot paste pictures: a website takes them only into its library. So a line in
their place names the file and is to be replaced; one that was forgotten is seen at once.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import Final

from markupsafe import Markup

from generator.present.block_markup import PICTURE_MARK, paragraph
from generator.present.handover.going import Going
from generator.present.templating import render
from generator.present.wordpress_post import WordPressPost

_PICTURE: Final = re.compile(
    rf'<!-- wp:image .*?src="{PICTURE_MARK.pattern}" alt="([^"]*)".*?'
    r"(?:<figcaption[^>]*>(.*?)</figcaption>)?</figure>\n<!-- /wp:image -->",
    re.DOTALL,
)
_BLOCK: Final = re.compile(r"<!-- /?wp:[^>]*-->\n?")
_TAG: Final = re.compile(r"<[a-z][^>]*>")
_RIGHT: Final = re.compile(r' class="has-text-align-right"(?: data-align="right")?')
_CLASS: Final = re.compile(r' class="[^"]*"')
_STYLE: Final = ' style="text-align: right"'
_TABLE: Final = re.compile(r"<figure><table>(.*?)</table></figure>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """A picture in the text: its number there, counted from 1, and its words as text."""

    number: int
    file: str
    alt: str
    caption: str


def places(post: WordPressPost) -> list[Place]:
    """Return the pictures in the text, in their order, with the words that they have there."""
    return [
        Place(number, found[2], unescape(found[3]), unescape(found[4] or ""))
        for number, found in enumerate(_PICTURE.finditer(post.content), start=1)
    ]


def with_places(post: WordPressPost, names: Mapping[str, str]) -> str:
    """Return the content with a line in the place of each picture."""
    held = iter(places(post))
    return _PICTURE.sub(lambda _: paragraph(_line(next(held), names)), post.content)


def body(post: WordPressPost, names: Mapping[str, str]) -> str:
    """Return the content as plain HTML, without what only the block editor reads."""
    html = _BLOCK.sub("", with_places(post, names))
    html = _TAG.sub(lambda found: _CLASS.sub("", _RIGHT.sub(_STYLE, found[0])), html)
    return _TABLE.sub(r"<table>\1</table>", html).strip()


def document(post: WordPressPost, going: Going) -> bytes:
    """Return the document of an article."""
    values = {
        "title": Markup(post.title),  # noqa: S704  (HTML already)
        "body": Markup(body(post, going.names)),  # noqa: S704  (cleaned by article_body)
    }
    return render("handover/article.html", "", values).encode()


def _line(place: Place, names: Mapping[str, str]) -> str:
    name = escape(names[place.file])
    return (
        f"<strong>[Chèn ảnh {place.number} vào đây: {name}. Chèn xong thì xóa dòng này.]</strong>"
    )
