"""What every draft is written from: what everyone may see, the names, and the seed's choices."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.audience import View
from generator.domain.records import Records
from generator.domain.visit import Visit
from generator.present.drafts import pictures
from generator.present.drafts.markup import as_markdown, as_plain
from generator.present.drafts.seeded import Turns
from generator.present.names import Names
from generator.present.wording import excerpt

_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Byline:
    """Who signs the article, and on which day; `photo_credit` beats what the records say."""

    author: str
    date: date
    department: str | None = None
    photo_credit: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """What a draft tells, as prose with marks (`markup`), before it becomes an article.

    `photos` are those that it may show, the one for the cover chosen by `pictures.cover`; the rest
    stand behind the first paragraph, if `illustrated`.
    """

    slug: str
    title: str
    lead: str
    paragraphs: tuple[str, ...]
    category: str
    tags: tuple[str, ...]
    visits: tuple[Visit, ...]
    period: str | None = None
    photos: tuple[pictures.Shown, ...] = field(default=())
    illustrated: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as it is to be written: its id, its front matter by key, and its Markdown."""

    id: str
    front: Mapping[str, Any]
    body: str


@dataclass(frozen=True, slots=True)
class Desk:
    """A view of the public audience, and the turns for one subject."""

    view: View
    turns: Turns

    @property
    def records(self) -> Records:
        """The records that may be told of."""
        return self.view.records

    @property
    def names(self) -> Names:
        """What things are called."""
        return Names(self.view.records)

    @property
    def house(self) -> str:
        """The organisation as news calls it, without the name of the province: `Tỉnh đoàn`."""
        organisation = self.records.organisation
        name, place = (organisation.name, organisation.place) if organisation else ("", "")
        return name.removesuffix(place).strip() or name

    def photos(self, visits: Iterable[Visit]) -> tuple[pictures.Shown, ...]:
        """Return the photos of the visits that may be shown."""
        return tuple(pictures.shown(self.records, visits))

    def article(self, story: Story, byline: Byline) -> Draft:
        """Return the story as an article of the byline's day."""
        cover = pictures.cover(self.records, story.photos)
        others = [each for each in story.photos if each is not cover] if story.illustrated else []
        blocks = [as_markdown(each) for each in story.paragraphs if each]
        blocks[1:1] = pictures.in_body(others)
        used = [*([cover] if cover else []), *others]
        front = {
            "title": as_plain(excerpt(story.title, _LONGEST_TITLE)),
            "date": byline.date.isoformat(),
            "lead": as_plain(story.lead),
            "author": byline.author,
            "department": byline.department,
            "photo_credit": byline.photo_credit or pictures.credit(used),
            "visits": [each.id for each in story.visits],
            "period": story.period,
            "category": story.category,
            "tags": list(dict.fromkeys(story.tags)),
            "cover": cover.photo.file if cover else None,
            "status": "draft",
        }
        told = {key: value for key, value in front.items() if value not in (None, [])}
        return Draft(f"{byline.date}-{story.slug}", told, "\n\n".join(blocks) + "\n")
