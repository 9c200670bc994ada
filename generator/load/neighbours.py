"""Which other files a record can contradict: found by file names, never by reading everything.

Source: design, section 3 (`check`: its time does not grow with the repository).
"""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from generator.domain.article import Article, placeholders
from generator.domain.records import Records
from generator.domain.visit import LONGEST_VISIT_DAYS, Visit
from generator.load.layout import KIND_BY_NAME, REQUIRED


def neighbours(root: Path, subjects: Records) -> Iterator[str]:
    """Yield the paths inside `root` of the files that the subjects refer to or may collide with.

    Only files that exist are named; the small lists and the policies always are.
    """
    wanted = {KIND_BY_NAME[name].example for name in REQUIRED}
    wanted.update(f"policies/{name}" for name in _names(root / "policies"))
    for visit in subjects.visits.values():
        wanted.update(_around(root, visit))
    for plan in subjects.plans.values():
        wanted.add(f"members/{plan.member}.yml")
    for article in subjects.articles.values():
        wanted.update(_behind(article))
    yield from (path for path in wanted if os.path.lexists(root / path))


def _around(root: Path, visit: Visit) -> Iterator[str]:
    yield from (f"members/{member}.yml" for member in visit.members)
    yield from (f"media/{photo.file}" for photo in visit.photos)
    yield from (_visit_path(former) for former in visit.former_ids)
    if visit.plan_item and visit.plan_item.count("/"):
        yield f"plans/{visit.plan_item.rpartition('/')[0]}.yml"
    first = visit.date - timedelta(days=LONGEST_VISIT_DAYS - 1)
    last = max(visit.days(), default=visit.date)
    for year in range(first.year, last.year + 1):
        for name in _names(root / f"visits/{year:04d}"):
            if f"{first:%Y-%m-%d}" <= name[:10] <= f"{last:%Y-%m-%d}":
                yield f"visits/{year:04d}/{name}"


def _behind(article: Article) -> Iterator[str]:
    yield from (_visit_path(visit) for visit in article.visits)
    if article.cover:
        yield f"media/{article.cover}"
    for place in placeholders(article.body):
        if place.call == "member":
            yield f"members/{place.arguments[0]}.yml"
        elif place.call == "visit":
            yield _visit_path(place.arguments[0])


def _visit_path(visit_id: str) -> str:
    return f"visits/{visit_id[:4]}/{visit_id}.yml"


def _names(folder: Path) -> list[str]:
    try:
        return [name for name in os.listdir(folder) if not name.startswith(".")]
    except OSError:
        return []
