"""The frame of a visit written by hand."""

from __future__ import annotations

from datetime import date

from samples.members import Person
from samples.visit import Photo, Visit


def draft(
    id_: str, unit: str, kind: str, team: tuple[Person, ...], *, to: date | None = None
) -> Visit:
    """A visit whose id says its first day; the texts are still to come."""
    day = date.fromisoformat(id_[:10])
    return Visit(
        id=id_,
        start=day,
        end=to or day,
        unit=unit,
        kind=kind,
        members=[person.id for person in team],
        written=True,
    )


def picture(visit: Visit, caption: str, scene: str, alt: str, credit: str = "") -> None:
    """A picture of the visit; its file is named after it."""
    number = len(visit.photos) + 1
    name = visit.id if number == 1 else f"{visit.id}-{number}"
    visit.photos.append(
        Photo(
            file=f"{visit.start.year}/{name}.jpg",
            caption=caption,
            scene=scene,
            alt=alt,
            credit=credit,
        )
    )
