"""When an article comes out, and whether machines may take it for news."""

from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from generator.audience import View
from generator.domain.article import Article

# An article has a day and no hour. At this one it is the same day in Vietnam and in UTC, which
# many readers go by.
_HOUR: Final = time(7, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def moment_of(day: date) -> datetime:
    """Return the moment that stands for a day on which an article came out."""
    return datetime.combine(day, _HOUR)


def is_news(article: Article, view: View) -> bool:
    """Whether the article is out, for everyone to read, and tells of real people.

    A reader sees DỮ LIỆU MẪU, NỘI BỘ and *bản nháp* above an article. A machine that gathers news
    sees none of these words, so only what may go without them is offered to it.
    """
    organisation = view.records.organisation
    real = organisation is not None and not organisation.demo
    return real and not view.internal and article.status == "ready"
