"""Words for each visit: content, guidance, results and turnout, fitting the kind and the place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from samples import vocabulary as v
from samples.atlas import Atlas, localise
from samples.phrases import advice, findings, meetings, tours
from samples.phrases.picker import Picker, Slots
from samples.setting import numbers, setting
from samples.visit import Visit

_TOUR_TOPICS = {
    v.PERIODIC: (v.MOVEMENTS, v.NEW_MEMBERS, v.PARTY, v.SITUATION),
    v.THEMATIC: (v.LEARNING, v.TRAINING, v.PARTY, v.NEW_MEMBERS, v.RESOLUTION),
    v.BUILDING: (v.MOVEMENTS, v.SITUATION),
    v.SUPPORT: (v.MEETINGS, v.TRAINING, v.NEW_MEMBERS, v.DIFFICULTIES),
    v.SURVEY: (v.SITUATION, v.THINKING, v.DIFFICULTIES),
    v.PROGRAMME: (v.MOVEMENTS, v.THINKING, v.SITUATION),
    v.CONFERENCE: (v.RESOLUTION, v.PARTY, v.DIFFICULTIES),
    v.OTHER: (v.THINKING, v.SITUATION, v.DIFFICULTIES),
    v.AT_PROVINCE: (),
}
_OUTDOORS = (v.BUILDING, v.PROGRAMME)
_INSPECTIONS = (v.PERIODIC, v.THEMATIC)
_HANDS_ON = re.compile(r"\b(lộ|bê tông|công trình|trồng|dọn|sơn|lợp|rác|lục bình|cây)\b|“")


class Composer:
    """Writes one visit after the other, in the order of their dates."""

    def __init__(self, atlas: Atlas, rng: Random) -> None:
        self._atlas = atlas
        self._rng = rng
        self._picker = Picker(rng)

    def write(self, visit: Visit) -> None:
        """Fills the texts of a visit; one that was written by hand stays as it is."""
        if visit.written:
            return
        slots = setting(visit, self._atlas, self._rng)
        if visit.kind == v.BRANCH_MEETING:
            self._meeting(visit, slots)
        else:
            self._tour(visit, slots)
        commune = self._atlas.commune_of(visit.unit)
        district = self._atlas.district_of(visit.unit)
        visit.content = localise(visit.content, commune, district)
        visit.guidance = localise(visit.guidance, commune, district)
        visit.results = localise(visit.results, commune, district)

    def sentence(self, visit: Visit, template: str) -> str:
        """One more sentence about the visit, in the words of its place."""
        text = self._say((template,), setting(visit, self._atlas, self._rng))
        commune = self._atlas.commune_of(visit.unit)
        return localise(text, commune, self._atlas.district_of(visit.unit))

    def _say(self, bank: Sequence[str], slots: Slots) -> str:
        """A sentence with numbers of its own; the setting of the visit stays the same."""
        return self._picker.say(bank, slots | numbers(self._rng, slots))

    def _meeting(self, visit: Visit, slots: Slots) -> None:
        rng, say = self._rng, self._say
        visit.topics = self._topics(list(meetings.TOPIC_SENTENCES), rng.choice((2, 2, 3, 3, 4)))
        sentences = [say(meetings.OPENINGS, slots)]
        spoken_of = visit.topics[: rng.choice((1, 2, 2))]
        sentences += [say(meetings.TOPIC_SENTENCES[topic], slots) for topic in spoken_of]
        if rng.random() < 0.2:
            sentences.append(say(meetings.CLOSINGS, slots))
        visit.content = " ".join(sentences)
        if rng.random() < 0.78:
            directed = rng.sample(visit.topics, rng.choice((1, 1, 2)))
            visit.guidance = " ".join(say(advice.ADVICE[topic], slots) for topic in directed)
        if rng.random() < 0.38:
            visit.results = say(advice.RESULTS, slots)
        youth = rng.choice((0, 0, 0, 2, 3, 4, 6, 8))
        visit.turnout = (int(slots["n"]), youth)

    def _tour(self, visit: Visit, slots: Slots) -> None:
        rng, say = self._rng, self._say
        campaign = visit.programme.removesuffix("-2019")
        if campaign != v.SPRING:
            campaign = campaign.removesuffix("-2020")
        work = tours.SEASONS[campaign] if campaign else tours.WORK[visit.kind]
        monthly = tours.MONTHLY.get((campaign or visit.kind, visit.start.month), ())
        only = visit.kind == v.OTHER and monthly and rng.random() < 0.8
        sentences = [say(monthly if only else (*work, *monthly), slots)]
        wanted = rng.choice((1, 1, 2)) if (visit.end - visit.start).days else rng.choice((0, 1, 1))
        details = findings.DETAILS[campaign if campaign in findings.DETAILS else visit.kind]
        sentences += [say(details, slots) for _ in range(min(wanted, len(details)))]
        visit.content = " ".join(dict.fromkeys(sentences))
        topics = list(_TOUR_TOPICS[visit.kind])
        visit.topics = self._topics(topics, min(len(topics), rng.randint(1, 3)))
        if visit.kind == v.AT_PROVINCE:
            return
        told, came = self._manner(visit)
        if rng.random() < 0.7:
            visit.guidance = say(told, slots)
        if rng.random() < 0.5:
            visit.results = say(came, slots)
        if visit.kind in (v.SUPPORT, v.SURVEY) and rng.random() < 0.3:
            visit.level = "branch"
        elif visit.kind == v.PERIODIC and rng.random() < 0.2:
            visit.level = "commune"
        if visit.kind in _OUTDOORS:
            members = int(slots["youth"])
            visit.turnout = (members, rng.choice((0, members // 2, members // 3)))

    def _manner(self, visit: Visit) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The banks of advice and of results: work with the hands, an event, an inspection."""
        if visit.kind in _INSPECTIONS:
            return findings.CHECK_ADVICE, findings.CHECK_RESULTS
        if visit.kind not in _OUTDOORS:
            return findings.TOUR_ADVICE, findings.TOUR_RESULTS
        if _HANDS_ON.search(visit.content):
            return findings.FIELD_ADVICE, findings.FIELD_RESULTS
        return findings.TOUR_ADVICE, findings.EVENT_RESULTS

    def _topics(self, topics: list[str], count: int) -> list[str]:
        """Some of the topics, in the order of the vocabulary."""
        chosen = self._rng.sample(topics, count)
        self._rng.shuffle(chosen)
        return chosen
