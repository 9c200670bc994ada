"""What search engines read of an article: a NewsArticle of schema.org, in JSON-LD.

Told is what the records hold. They hold no day of the last change, so none is told; and the logo of
the site is not that of the organisation, so the publisher has none.
Source: schema.org, NewsArticle; Google Search Central, Article structured data: no property is
required; times with a time zone, the bare name of the author, pictures by their whole address.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from generator.audience import View
from generator.domain.article import Article
from generator.domain.organisation import Organisation
from generator.present import addresses
from generator.present.page import reference
from generator.present.placeholders import filled
from generator.present.publication import moment_of


def news_article(article: Article, files: Iterable[str], view: View, base: str) -> dict[str, Any]:
    """Return the article as JSON-LD; `files` are the pictures that it shows, the cover first.

    `base` is the address of the site, ending in a slash, or empty; then links count from the page,
    and its own address is not told.
    """
    organisation = view.records.organisation
    address = addresses.article(article)
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": filled(article.title, view),
        "description": filled(article.lead, view),
        "datePublished": moment_of(article.date).isoformat(),
        "author": _author(article, organisation),
        "publisher": _publisher(organisation) if organisation else None,
        "image": list(_images(files, view, address, base)),
        "articleSection": article.category,
        "keywords": list(article.tags),
        "inLanguage": "vi",
        "url": base + address if base else None,
        "mainEntityOfPage": base + address if base else None,
    }
    return {name: value for name, value in told.items() if value}


def _author(article: Article, organisation: Organisation | None) -> dict[str, str]:
    names = (organisation.name, organisation.full_name) if organisation else ()
    kind = "Organization" if article.author in names else "Person"
    return {"@type": kind, "name": article.author}


def _publisher(organisation: Organisation) -> dict[str, str]:
    publisher = {"@type": "Organization", "name": organisation.name}
    if organisation.website:
        publisher["url"] = organisation.website.url
    return publisher


def _images(
    files: Iterable[str], view: View, address: str, base: str
) -> Iterator[dict[str, str | int]]:
    for file in dict.fromkeys(files):
        picture = view.records.pictures.get(file)
        if picture:
            yield {
                "@type": "ImageObject",
                "url": reference(addresses.photo(file), address, base),
                "width": picture.width,
                "height": picture.height,
            }
