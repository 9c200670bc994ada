"""Records in which every place holds one text and nothing else, and what each edition sees of them.

The n-th record of each kind holds the n-th text; `PLAIN` stands where the reader takes it not.
"""

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from generator.audience import View
from generator.build.figures import view_of
from generator.domain.fields import Audience
from tests.hostile.fields import places
from tests.hostile.texts import TEXTS
from tests.hostile.world import AS_OF, PLAIN, World, is_taken, single

PLACE: Final = {place.path: place for place in places()}


@cache
def seen_by(audience: Audience) -> View:
    """Return what an edition sees of two hundred records of each kind."""
    with TemporaryDirectory() as folder:
        root = World(single(), tokens=False).write(Path(folder) / "records")
        return view_of(root, audience, None, AS_OF)


def held(number: int, path: str) -> str:
    """Return what the place of the record with this number holds."""
    text = TEXTS[number]
    return text if is_taken(text, PLACE[path]) else PLAIN


def on_a_line(text: str) -> str:
    """Return the text as it stands on one line."""
    return " ".join(text.split())


def day(number: int) -> date:
    """Return the day of the visit and of the article with this number."""
    return date(2019, 1, 7) + timedelta(days=number)
