"""Difficulties raised at visits: some settled, some passed on, some still open."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from samples import vocabulary as v
from samples.atlas import Atlas
from samples.composer import Composer
from samples.organisation import AS_OF
from samples.phrases.hardship import HARDSHIPS, OF_DISTRICTS, OWN, Hardship
from samples.record import Record, present
from samples.visit import Visit

_SHARE = {
    v.BRANCH_MEETING: 0.26,
    v.SURVEY: 0.7,
    v.SUPPORT: 0.35,
    v.PERIODIC: 0.3,
    v.THEMATIC: 0.25,
    v.AT_PROVINCE: 0.0,
}


class Raised:
    """Chooses what is raised where; the rarest difficulty comes next."""

    def __init__(self, composer: Composer, atlas: Atlas, rng: Random) -> None:
        self._composer = composer
        self._atlas = atlas
        self._rng = rng
        self._bags: dict[bool, list[Hardship]] = {True: [], False: []}

    def add(self, visit: Visit) -> None:
        """Now and then a visit hears of one difficulty, seldom of two."""
        rng = self._rng
        if visit.written or rng.random() >= _SHARE.get(visit.kind, 0.08):
            return
        for _ in range(2 if rng.random() < 0.12 else 1):
            visit.issues.append(self._issue(visit))

    def _issue(self, visit: Visit) -> Record:
        rng = self._rng
        hardship = self._draw(visit)
        say = self._composer.sentence
        status = self._status(hardship)
        due = visit.end + timedelta(rng.choice((30, 45, 60, 90)))
        resolved_on: date | None = None
        if status == "resolved":
            resolved_on = visit.end + timedelta(rng.randint(6, 100))
            if resolved_on > AS_OF:
                status, resolved_on = "referred" if hardship.to else "open", None
        public = say(visit, hardship.public) if hardship.public and rng.random() < 0.75 else ""
        return present(
            {
                "text": say(visit, hardship.text),
                "competence": hardship.competence,
                "referred_to": say(visit, hardship.to) if status != "open" and hardship.to else "",
                "status": status,
                "due": due if rng.random() < 0.6 else None,
                "resolved_on": resolved_on,
                "outcome": say(visit, hardship.outcome) if resolved_on else "",
                "public_text": public,
            }
        )

    def _draw(self, visit: Visit) -> Hardship:
        """The next from the bag that fits the district; an empty bag is filled again."""
        local = self._atlas.commune_of(visit.unit).level == "commune"
        code = self._atlas.district_of(visit.unit).code
        bag = self._bags[local]
        fits = [each for each in bag if not each.districts or code in each.districts]
        if not fits:
            bank = HARDSHIPS if local else OF_DISTRICTS
            bag[:0] = self._rng.sample(bank, len(bank))
            return self._draw(visit)
        bag.remove(fits[-1])
        return fits[-1]

    def _status(self, hardship: Hardship) -> str:
        chance = self._rng.random()
        if hardship.outcome and chance < 0.5:
            return "resolved"
        if hardship.competence != OWN and chance < 0.8:
            return "referred"
        return "open"
