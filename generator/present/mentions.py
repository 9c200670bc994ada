"""Which articles speak of a visit, a person, a place or a period: the way back from what they name.

Source: issue *News*, On our own site: related visits and members.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from generator.audience import View
from generator.domain.article import Article
from generator.domain.period import Period
from generator.domain.visit import Visit
from generator.present.articles import Card, article_cards

SHOWN: Final = 5


@dataclass(frozen=True)
class Mentions:
    """The articles, the latest first, and what a list says of each; at most `SHOWN` are told."""

    held: tuple[tuple[Article, Card], ...]

    @classmethod
    def of(cls, view: View) -> "Mentions":
        """Return the articles that the audience sees."""
        articles = view.records.articles
        return cls(tuple((articles[card.id], card) for card in article_cards(view)))

    def of_visits(self, visits: Iterable[Visit]) -> list[Card]:
        """Return the articles that name any of the visits."""
        asked = {visit.id for visit in visits}
        return self._where(lambda article: not asked.isdisjoint(article.visits))

    def of_year(self, year: int) -> list[Card]:
        """Return the articles about the year or a part of it."""
        return self._where(lambda article: _period(article, year) is not None)

    def of_month(self, year: int, month: int) -> list[Card]:
        """Return the articles about a period that holds the month, but for the whole year."""

        def told(article: Article) -> bool:
            period = _period(article, year)
            return period is not None and period != Period(year) and month in period.months

        return self._where(told)

    def _where(self, told: Callable[[Article], bool]) -> list[Card]:
        return [card for article, card in self.held if told(article)][:SHOWN]


def _period(article: Article, year: int) -> Period | None:
    """Return the period of the article if it lies in the year."""
    period = article.period
    return period if period and period.year == year else None
