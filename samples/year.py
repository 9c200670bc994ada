"""The whole diary in order: by hand first, then teams, then branch meetings to the exact day."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

from samples import anchors
from samples.album import add_photos
from samples.atlas import Atlas
from samples.composer import Composer
from samples.diary import Diary
from samples.itinerary import Itinerary
from samples.organisation import AS_OF
from samples.raised import Raised
from samples.reporting import Reporting
from samples.rounds import Rounds
from samples.slugs import area_slug, slug
from samples.tours import Planner
from samples.visit import Visit
from samples.waves import TOURS_2019, TOURS_2020

SEED = "tra-vinh-2019"
_LAST_DAY_2019 = date(2019, 12, 29)
_SECOND_VISITS = 16


def stream(name: str) -> Random:
    """A source of chance of its own for each step, so that a change in one leaves the others."""
    return Random(f"{SEED}/{name}")


def visits(atlas: Atlas) -> list[Visit]:
    """All visits with ids and texts, by date."""
    diary = Diary()
    for visit in anchors.anchors():
        diary.add(visit)
    itinerary = Itinerary(atlas, stream("itinerary"))
    planner = Planner(diary, atlas, itinerary, stream("tours"))
    for tour in (*TOURS_2019, *TOURS_2020):
        planner.run(tour)
    rounds = Rounds(diary, atlas, itinerary, stream("rounds"))
    rounds.fill(2019, _LAST_DAY_2019)
    rounds.fill(2020, AS_OF)
    rounds.second_visits(_SECOND_VISITS, 2019)
    for visit in anchors.to_come():
        diary.add(visit)
    ordered = sorted(diary.visits, key=lambda visit: (visit.start, visit.unit, visit.session))
    _name(ordered, atlas)
    _tell(ordered, atlas)
    return ordered


def _name(ordered: list[Visit], atlas: Atlas) -> None:
    """The id is the date and the unit; a number is added where that is taken."""
    taken: Counter[str] = Counter(visit.id for visit in ordered if visit.id)
    for visit in ordered:
        if visit.id:
            continue
        place, commune = atlas.by_id[visit.unit], atlas.commune_of(visit.unit)
        words = area_slug(commune.name) if commune.code else slug(commune.name)
        if place.level == "branch" and place is not commune:
            words += "-" + slug(place.name.removeprefix("Chi đoàn "))
        base = f"{visit.start}-{words}"
        taken[base] += 1
        visit.id = base if taken[base] == 1 else f"{base}-{taken[base]}"


def _tell(ordered: list[Visit], atlas: Atlas) -> None:
    composer = Composer(atlas, stream("texts"))
    raised = Raised(composer, atlas, stream("issues"))
    reporting = Reporting(stream("reports"))
    for visit in ordered:
        composer.write(visit)
        raised.add(visit)
        reporting.stamp(visit)
    add_photos(ordered, atlas, stream("photos"))
