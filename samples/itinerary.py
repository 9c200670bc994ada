"""Where to go next: the commune seen least, and fourteen communes where nobody goes."""

from __future__ import annotations

from collections import Counter
from random import Random

from samples.atlas import Atlas
from samples.places import Place

# Far from the road or short of a reason: real programmes leave some communes out.
NEVER = 14
_ALWAYS = ("29272", "29533", "29410", "29536", "29527", "29488", "29314", "29527", "29254", "29236")


class Itinerary:
    """Spreads the visits over the communes, as the officials themselves try to."""

    def __init__(self, atlas: Atlas, rng: Random) -> None:
        self._atlas = atlas
        self._rng = rng
        self._seen: Counter[str] = Counter()
        quiet = [
            commune
            for commune in atlas.communes
            if commune.code not in _ALWAYS and not atlas.branches_of(commune.id)
        ]
        self.never = {commune.id for commune in rng.sample(quiet, NEVER)}

    def commune(self, district_code: str) -> Place:
        """The commune of the district that was seen least so far."""
        open_ = [c for c in self._atlas.communes_of(district_code) if c.id not in self.never]
        least = min(self._seen[commune.id] for commune in open_)
        chosen = self._rng.choice([c for c in open_ if self._seen[c.id] <= least + 1])
        self._seen[chosen.id] += 1
        return chosen
