"""An article as WordPress stores it: blocks of HTML, an excerpt, and marks where pictures go.

A picture's address and number are known only once the website has it; until then a mark of
`block_markup` stands for them. Source: issue *News*, Publishing; the manner of research/domain.md,
section 5.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Final

from generator.audience import View
from generator.domain.article import Article
from generator.present.article_body import Reach, body_within
from generator.present.block_markup import PICTURES, block, blocks, paragraph
from generator.present.byline import byline
from generator.present.marks import marked, marks
from generator.present.placeholders import filled

_DAY: Final = re.compile(r"^\d{4}-\d{2}-\d{2}-(?=.)")
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")
_PARAGRAPHS: Final = re.compile(r"\n\s*\n")
_LIKE_TAGS: Final = str.maketrans("<>", "()")


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """A picture that goes along: its file below `records/media`, its words as text and as HTML."""

    file: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class WordPressPost:
    """What the website is to say; texts are HTML, `content` has marks for pictures.

    `slug` is what its address ends in, see `slugs`; `cover` is the file of one of `photos`.
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


def slugs(ids: Iterable[str]) -> dict[str, str]:
    """Return what the address of each article ends in: its id without the day, if nobody had that.

    A website mostly puts the day before it. Of two articles the earlier keeps the short one, so
    that no later article changes an address.
    """
    chosen: dict[str, str] = {}
    for id_ in sorted(ids):
        short = _DAY.sub("", id_)
        chosen[id_] = id_ if short in chosen.values() else short
    return chosen


def wordpress_post(article: Article, view: View, base: str, slug: str) -> WordPressPost:
    """Return the article for WordPress, under an address that ends in `slug`.

    `base` is the address of our own site, ending in a slash; without it, links into that site are
    left as plain words.
    """
    reach = Reach(lambda target: base + target if base else "", lambda file: PICTURES + file)
    body = body_within(article.body, view, reach, credited=article.photo_credit)
    cover = article.cover if article.cover in view.records.pictures else None
    files = dict.fromkeys((*([cover] if cover else []), *body.files))
    lead = filled(article.lead, view)
    content = (
        *(paragraph(f"<strong>{mark}</strong>") for mark in marks(view)),
        *(paragraph(f"<strong>{_html(each)}</strong>") for each in _PARAGRAPHS.split(lead.strip())),
        *blocks(_PRIVATE.sub("", str(body.html))),
        _byline(byline(article, pictured=bool(files))),
    )
    return WordPressPost(
        id=article.id,
        slug=slug,
        title=_html(marked(filled(article.title, view), view)),
        excerpt=_html(lead),
        content="\n\n".join(content),
        date=article.date,
        category=article.category,
        tags=tuple(dict.fromkeys(article.tags)),
        cover=cover or "",
        photos=tuple(_photo(file, view) for file in files),
    )


def _html(text: str) -> str:
    """Return a text on one line as HTML has it, without what stands for pictures."""
    return escape(" ".join(_PRIVATE.sub("", text).split()), quote=False)


def _photo(file: str, view: View) -> ShownPhoto:
    """Return a picture with the words that the records have for it, else an article's title.

    They are the same for every article: the website keeps them once. Whose photos an article shows
    stands below it; here stands a credit that the photo has of its own.
    """
    photo = view.photos.get(file)
    if photo is None:
        return ShownPhoto(file, _plain(filled(_first_covered(file, view).title, view)), "")
    by = f" (Ảnh: {photo.credit})" if photo.credit else ""
    return ShownPhoto(file, _plain(photo.alt or photo.caption), _html(photo.caption + by))


def _first_covered(file: str, view: View) -> Article:
    """Return the first article that has the picture as its cover, without which nobody saw it."""
    return min(
        (each for each in view.records.articles.values() if each.cover == file),
        key=lambda each: each.id,
    )


def _plain(text: str) -> str:
    """Return a text that WordPress, which strips whatever looks like a tag, leaves as it is."""
    return " ".join(_PRIVATE.sub("", text).translate(_LIKE_TAGS).split())


def _byline(text: str) -> str:
    html = f'<p class="has-text-align-right"><strong>{_html(text)}</strong></p>'
    return block("paragraph", html, '{"align":"right"}')
