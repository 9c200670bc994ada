"""Which other files a record can contradict: found by file names, never by reading everything.

Source: design, section 3 (`check`: its time does not grow with the repository).
"""

import os
import stat
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from functools import cache
from pathlib import Path

from generator.domain.article import Article, images, placeholders
from generator.domain.media import is_well_named
from generator.domain.records import Records
from generator.domain.visit import LONGEST_VISIT_DAYS, Visit
from generator.load.contents import contents
from generator.load.layout import KIND_BY_NAME, REQUIRED, kind_of, picture_name
from generator.load.limits import RECORD_LIMITS


class Neighbours:
    """The surroundings of some records: what to read beside them, and what is known by its name.

    Paths count from `root`; only files that exist are named.
    """

    def __init__(self, root: Path, subjects: Records) -> None:
        self._root = root
        self._subjects = subjects
        self._inside = cache(self._record_files)
        self._names = cache(self._listed)

    def to_read(self) -> Iterator[str]:
        """Yield the files that the subjects refer to or may collide with, each once, sorted.

        The small lists and the policies always are among them.
        """
        wanted = {KIND_BY_NAME[name].example for name in REQUIRED}
        wanted.update(self._inside("policies"))
        for visit in self._subjects.visits.values():
            wanted.update(_mentioned_by_visit(visit))
            wanted.update(self._visits_around(visit))
        for plan in self._subjects.plans.values():
            wanted.add(f"members/{plan.member}.yml")
        for article in self._subjects.articles.values():
            wanted.update(_mentioned_by_article(article))
        yield from sorted(path for path in wanted if self._is_file(path))

    def by_name(self) -> Iterator[str]:
        """Yield the files that a misspelt reference may have meant; they need not be read."""
        folders = {folder for folder in self._years_mentioned() if folder[-4:].isdecimal()}
        for folder in ("members", *sorted(folders)):
            yield from self._inside(folder)

    def _years_mentioned(self) -> Iterator[str]:
        for visit in self._subjects.visits.values():
            yield from (f"visits/{former[:4]}" for former in visit.former_ids)
            yield from (f"media/{photo.file[:4]}" for photo in visit.photos)
            if visit.plan_item:
                yield f"plans/{visit.plan_item[:4]}"
        for article in self._subjects.articles.values():
            yield from (f"visits/{visit[:4]}" for visit in article.visits)
            yield from (f"media/{file[:4]}" for file in _pictures(article))
            for place in placeholders(f"{article.title} {article.lead} {article.body}"):
                if place.call:
                    year = place.arguments[-1][:4]
                    yield from (f"visits/{year}", f"plans/{year}")

    def _visits_around(self, visit: Visit) -> Iterator[str]:
        """Yield the visits that may share a day and a member with this one."""
        first = visit.date - timedelta(days=LONGEST_VISIT_DAYS - 1)
        last = max(visit.days(), default=visit.date)
        members = [member.encode() for member in visit.members]
        for year in range(first.year, last.year + 1):
            folder = f"visits/{year:04d}"
            names = self._names(folder)
            low, high = bisect_left(names, f"{first}"), bisect_right(names, f"{last}~")
            for name in names[low:high]:
                path = f"{folder}/{name}"
                if kind_of(path) and self._may_name(path, members):
                    yield path

    def _may_name(self, path: str, members: Sequence[bytes]) -> bool:
        """Whether a file may name one of the members; only then it need be understood.

        An id is ASCII, so that its bytes stand there as they are, unless something is escaped.
        """
        place = f"{self._root}/{path}"
        try:
            # Whoever opens a pipe waits.
            if not stat.S_ISREG(os.lstat(place).st_mode):
                return True
            data = contents(place, RECORD_LIMITS.size)
        except OSError:
            return True
        return b"\\" in data or any(member in data for member in members)

    def _record_files(self, folder: str) -> list[str]:
        """Return the record files of a folder, sorted; of one that does not exist, none."""
        paths = (f"{folder}/{name}" for name in self._names(folder))
        return [path for path in paths if kind_of(path) or picture_name(path)]

    def _listed(self, folder: str) -> list[str]:
        try:
            return sorted(os.listdir(self._root / folder))  # noqa: PTH208  (names, and many)
        except OSError:
            return []

    def _is_file(self, path: str) -> bool:
        """Whether the path leads to a place of the tree, where something lies."""
        name = picture_name(path)
        placed = is_well_named(name) if name else kind_of(path) is not None
        return placed and os.path.lexists(self._root / path)


def _mentioned_by_visit(visit: Visit) -> Iterator[str]:
    yield from (f"members/{member}.yml" for member in visit.members)
    yield from (f"media/{photo.file}" for photo in visit.photos)
    yield from _visit_files(visit.former_ids)
    if visit.plan_item:
        yield f"plans/{visit.plan_item.rpartition('/')[0]}.yml"


def _mentioned_by_article(article: Article) -> Iterator[str]:
    yield from _visit_files(article.visits)
    yield from (f"media/{file}" for file in _pictures(article))
    for place in placeholders(f"{article.title} {article.lead} {article.body}"):
        if place.call == "member":
            yield f"members/{place.arguments[0]}.yml"
        elif place.call == "visit":
            yield from _visit_files(place.arguments)


def _pictures(article: Article) -> Iterator[str]:
    yield from (image.file for image in images(article.body))
    if article.cover:
        yield article.cover


def _visit_files(ids: Iterable[str]) -> Iterator[str]:
    yield from (f"visits/{each[:4]}/{each}.yml" for each in ids)
