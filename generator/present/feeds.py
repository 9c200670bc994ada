"""The news as RSS 2.0 and Atom: the latest articles that are ready, and nothing that is internal.

Written by templates: feedgen 1.0 loses `rel`, `type` and `length` of every link of an Atom entry,
so that a reader takes the picture for the article, and it puts in the time of the build.
Source: issue *Site*, Subscribe; decision 0011.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

from generator.audience import View
from generator.domain.article import Article
from generator.present import addresses
from generator.present.byline import byline, is_pictured
from generator.present.marks import marked
from generator.present.page import Artifact, reference
from generator.present.permanent import permanent_id
from generator.present.placeholders import filled
from generator.present.publication import moment_of
from generator.present.templating import render

ENTRIES: Final = 20
ABOUT: Final = "Tin, bài về các chuyến đi công tác cơ sở."

_PICTURE_TYPES: Final = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}


@dataclass(frozen=True, slots=True)
class Enclosure:
    """The picture that goes with an entry; `length` in bytes."""

    address: str
    length: int
    type: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of an article; `id` is an URN that never changes."""

    id: str
    address: str
    title: str
    lead: str
    byline: str
    moment: datetime
    categories: tuple[str, ...]
    picture: Enclosure | None


def feed_title(view: View) -> str:
    """Return what both feeds are called."""
    return marked(f"Tin tức đi công tác cơ sở – {_publisher(view)}", view)


def feed_links(title: str) -> list[dict[str, str]]:
    """Return what the head of every page says of the feeds; `url` counts from the root."""
    return [
        {"type": "application/rss+xml", "title": f"{title} (RSS)", "url": addresses.FEED},
        {"type": "application/atom+xml", "title": f"{title} (Atom)", "url": addresses.ATOM},
    ]


def feed_files(view: View, base: str) -> Iterator[Artifact]:
    """Yield both feeds; `base` is the address of the site, ending in a slash, or empty."""
    entries = [_entry(article, view) for article in _latest(view)]
    values = {
        "id": permanent_id("feed", "news").urn,
        "title": feed_title(view),
        "about": ABOUT,
        "publisher": _publisher(view),
        "updated": entries[0].moment if entries else moment_of(view.results.as_of),
        "entries": entries,
        "base": base,
    }
    for address, template in ((addresses.FEED, "feed.xml"), (addresses.ATOM, "atom.xml")):
        whole = partial(reference, origin=address, base=base)
        text = render(template, address, {**values, "whole": whole})
        yield Artifact(address, text.encode())


def _publisher(view: View) -> str:
    organisation = view.records.organisation
    return organisation.name if organisation else "congtac"


def _latest(view: View) -> list[Article]:
    ready = (each for each in view.records.articles.values() if each.status == "ready")
    ordered = sorted(ready, key=lambda each: (each.date, each.id), reverse=True)
    return ordered[:ENTRIES]


def _entry(article: Article, view: View) -> Entry:
    return Entry(
        id=permanent_id("article", article.id).urn,
        address=addresses.article(article),
        title=filled(article.title, view),
        lead=filled(article.lead, view),
        byline=byline(article, pictured=is_pictured(article, view)),
        moment=moment_of(article.date),
        categories=tuple(dict.fromkeys((article.category, *article.tags))),
        picture=_enclosure(article, view),
    )


def _enclosure(article: Article, view: View) -> Enclosure | None:
    picture = view.records.pictures.get(article.cover or "")
    if picture is None:
        return None
    return Enclosure(addresses.photo(picture.file), picture.size, _PICTURE_TYPES[picture.format])
