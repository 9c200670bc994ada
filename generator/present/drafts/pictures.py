"""Which pictures an article takes: only such as everyone may see, and a broad one for its cover."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.domain.records import Records
from generator.domain.visit import Photo, Visit
from generator.present.drafts.markup import as_caption


@dataclass(frozen=True, slots=True)
class Shown:
    """A photo and the visit that it is of."""

    photo: Photo
    visit: Visit


def shown(records: Records, visits: Iterable[Visit]) -> list[Shown]:
    """Return the photos of the visits that have a picture, in order, each file once."""
    found = {
        photo.file: Shown(photo, visit)
        for visit in visits
        for photo in visit.photos
        if photo.file in records.pictures
    }
    return list(found.values())


def cover(records: Records, photos: Sequence[Shown]) -> Shown | None:
    """Return the best for a cover: of a branch meeting, broader than high, the first recorded."""

    def merit(each: Shown) -> tuple[bool, bool]:
        picture = records.pictures[each.photo.file]
        return records.kinds[each.visit.kind].branch_meeting, picture.width > picture.height

    return max(photos, key=merit, default=None)


def in_body(photos: Iterable[Shown]) -> Iterator[str]:
    """Yield each photo as Markdown, with its caption."""
    for each in photos:
        yield f"![{as_caption(each.photo.caption)}]({each.photo.file})"


def credit(photos: Iterable[Shown]) -> str | None:
    """Return who took the photos, if the records say of all of them that it was the same."""
    told = {each.photo.credit for each in photos}
    return told.pop() if len(told) == 1 else None
