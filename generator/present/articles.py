"""The news: a list of cards, a page for each article as the source has it, its pictures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.audience import View
from generator.domain.article import Article
from generator.domain.media import Picture
from generator.domain.period import Period
from generator.present import addresses
from generator.present.article_body import article_body, own_credit
from generator.present.byline import byline
from generator.present.linked_data import news_article
from generator.present.names import Names
from generator.present.page import Page, Rendition, preview
from generator.present.placeholders import filled
from generator.present.publication import is_news, moment_of
from generator.present.renditions import renditions
from generator.present.templating import render
from generator.present.visit_rows import visit_rows
from generator.present.wording import excerpt, long_day, period_text

RELATED_SHOWN = 5
LEAD_ON_A_CARD = 320


@dataclass(frozen=True, slots=True)
class Cover:
    """The picture of an article, and what stands below it."""

    picture: Picture
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a list says of an article."""

    id: str
    address: str
    title: str
    lead: str
    date: date
    category: str
    draft: bool
    photo: Cover | None


def article_pages(view: View, base: str = "") -> Iterator[Page]:
    """Yield the list of the news, and a page for each article.

    `base` is the address of the site, ending in a slash; empty if it is not known.
    """
    cards = list(article_cards(view))
    yield _list_page(cards)
    for article in view.records.articles.values():
        yield _article_page(article, view, cards, base)


def article_cards(view: View) -> Iterator[Card]:
    """Yield what lists say of the articles, the latest first."""
    articles = view.records.articles.values()
    for article in sorted(articles, key=lambda each: (each.date, each.id), reverse=True):
        yield _card(article, view)


def pictures(view: View) -> Iterator[Rendition]:
    """Yield what the site has of each picture that some page shows, once.

    Pages show photos of visits, covers, and pictures in articles.
    """
    files = set(view.photos)
    for article in view.records.articles.values():
        files.update(article_body(article.body, view, "").files)
        if article.cover:
            files.add(article.cover)
    for file in sorted(files):
        if file in view.records.pictures:
            yield from renditions(view.records.pictures[file])


def _card(article: Article, view: View) -> Card:
    return Card(
        id=article.id,
        address=addresses.article(article),
        title=filled(article.title, view),
        lead=excerpt(filled(article.lead, view), LEAD_ON_A_CARD),
        date=article.date,
        category=article.category,
        draft=article.status == "draft",
        photo=_cover(article, view),
    )


def _cover(article: Article, view: View) -> Cover | None:
    """Return the cover with the caption that the records give its picture, else the title."""
    picture: Picture | None = view.records.pictures.get(article.cover or "")
    if picture is None:
        return None
    photo = view.photos.get(picture.file)
    title = filled(article.title, view)
    return Cover(
        picture=picture,
        alt=(photo.alt or photo.caption) if photo else title,
        caption=photo.caption if photo else "",
        credit=own_credit(photo, article.photo_credit),
    )


def _list_page(cards: list[Card]) -> Page:
    return Page(
        address=addresses.NEWS,
        title="Tin tức",
        body=render("news.html", addresses.NEWS, {"cards": cards}),
        description="Tin, bài về các chuyến đi công tác cơ sở.",
        search="Tin tức, tin, bài về đi công tác cơ sở",
    )


def _article_page(article: Article, view: View, cards: list[Card], base: str) -> Page:
    address = addresses.article(article)
    others = [card for card in cards if card.id != article.id]
    title, lead = filled(article.title, view), filled(article.lead, view)
    cover = _cover(article, view)
    body = article_body(
        article.body, view, address, credited=article.photo_credit, covered=cover is not None
    )
    names = Names(view.records)
    visits = [view.records.visits[each] for each in article.visits if each in view.records.visits]
    values = {
        "article": article,
        "title": title,
        "lead": lead,
        "long_date": long_day(article.date),
        "cover": cover,
        "body": body.html,
        "source": _source(address, view, base),
        "byline": byline(article, pictured=bool(cover or body.files)),
        "same": _first(card for card in others if card.category == article.category),
        "latest": _first(others),
        "results": _results_of(article.period, view),
        "visits": visit_rows(visits, names),
        "members": names.members_sorted({m for visit in visits for m in visit.members}),
        "names": names,
    }
    return Page(
        address=address,
        title=title,
        body=render("article.html", address, values),
        description=excerpt(lead),
        search=f"{article.category}. {excerpt(lead, LEAD_ON_A_CARD)} {article.author}",
        meta=_meta(article, view, cover, body.files, base),
    )


def _source(address: str, view: View, base: str) -> str:
    """Return whence the article is, for who keeps it on paper."""
    organisation = view.records.organisation
    names = [organisation.name] if organisation else []
    return ", ".join([*names, base + address if base else f"/{address}"])


def _results_of(period: Period | None, view: View) -> tuple[str, str] | None:
    """Return the page of results that holds the figures of the period: its name and its address.

    Quarters and halves stand on the page of their year.
    """
    year = view.results.year(period.year) if period else None
    if period is None or year is None:
        return None
    months = [each.span for each in year.months]
    held, address = Period(year.year), addresses.year(year.year)
    if period in months:
        held, address = period, addresses.month(year.year, period.first_month)
    return f"kết quả {period_text(held)}", address


def _first(cards: Iterable[Card]) -> list[Card]:
    return list(cards)[:RELATED_SHOWN]


def _meta(
    article: Article, view: View, cover: Cover | None, files: Iterable[str], base: str
) -> dict[str, object]:
    """Return what the frame says of the article to those who share or gather it."""
    shown = preview(cover.picture, cover.alt) if cover else {}
    if not is_news(article, view):
        return shown
    about: dict[str, object] = {
        "published": moment_of(article.date).isoformat(),
        "author": article.author,
        "section": article.category,
        "tags": list(article.tags),
    }
    pictures = [*([article.cover] if article.cover else []), *files]
    return {"article": about, "linked_data": news_article(article, pictures, view, base), **shown}
