"""Words for each visit: content, guidance, results and turnout, fitting the kind and the place."""

from __future__ import annotations

from random import Random

from samples import vocabulary as v
from samples.atlas import Atlas, host, localise, spoken
from samples.phrases import advice, findings, meetings, seasons, tours, words
from samples.phrases.picker import Picker, Slots
from samples.places import Place
from samples.visit import Visit

_HALF = {True: "6 tháng đầu năm", False: "năm"}
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
_ADVICE = {
    **dict.fromkeys(_OUTDOORS, findings.FIELD_ADVICE),
    **dict.fromkeys(_INSPECTIONS, findings.CHECK_ADVICE),
}
_RESULTS = {
    **dict.fromkeys(_OUTDOORS, findings.FIELD_RESULTS),
    **dict.fromkeys(_INSPECTIONS, findings.CHECK_RESULTS),
}


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
        slots = self._slots(visit)
        if visit.kind == v.BRANCH_MEETING:
            self._meeting(visit, slots)
        else:
            self._tour(visit, slots)
        commune = self._atlas.commune_of(visit.unit)
        district = self._atlas.district_of(visit.unit)
        if commune.level == "commune":
            visit.content = localise(visit.content, commune, district)
            visit.guidance = localise(visit.guidance, commune, district)
            visit.results = localise(visit.results, commune, district)

    def sentence(self, visit: Visit, template: str) -> str:
        """One more sentence about the visit, in the words of its place."""
        text = self._picker.say((template,), self._slots(visit))
        commune = self._atlas.commune_of(visit.unit)
        if commune.level != "commune":
            return text
        return localise(text, commune, self._atlas.district_of(visit.unit))

    def _meeting(self, visit: Visit, slots: Slots) -> None:
        rng, say = self._rng, self._picker.say
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
        rng, say = self._rng, self._picker.say
        campaign = visit.programme.removesuffix("-2019")
        if campaign != v.SPRING:
            campaign = campaign.removesuffix("-2020")
        work = tours.SEASONS[campaign] if campaign else tours.WORK[visit.kind]
        monthly = tours.MONTHLY.get((campaign or visit.kind, visit.start.month), ())
        only = visit.kind == v.OTHER and monthly and rng.random() < 0.8
        sentences = [say(monthly if only else (*work, *monthly), slots)]
        wanted = rng.choice((1, 1, 2)) if (visit.end - visit.start).days else rng.choice((0, 1, 1))
        details = findings.DETAILS[campaign if campaign == v.ENLISTMENT else visit.kind]
        sentences += [say(details, slots) for _ in range(min(wanted, len(details)))]
        visit.content = " ".join(dict.fromkeys(sentences))
        topics = list(_TOUR_TOPICS[visit.kind])
        visit.topics = self._topics(topics, min(len(topics), rng.randint(1, 3)))
        if visit.kind == v.AT_PROVINCE:
            return
        # A camp of recruits is no work in the field, though a programme too.
        manner = campaign if campaign == v.ENLISTMENT else visit.kind
        if rng.random() < 0.7:
            visit.guidance = say(_ADVICE.get(manner, findings.TOUR_ADVICE), slots)
        if rng.random() < 0.5:
            visit.results = say(_RESULTS.get(manner, findings.TOUR_RESULTS), slots)
        if visit.kind in (v.SUPPORT, v.SURVEY) and rng.random() < 0.3:
            visit.level = "branch"
        elif visit.kind == v.PERIODIC and rng.random() < 0.2:
            visit.level = "commune"
        if visit.kind in _OUTDOORS:
            members = int(slots["youth"])
            visit.turnout = (members, rng.choice((0, members // 2, members // 3)))

    def _topics(self, topics: list[str], count: int) -> list[str]:
        """Some of the topics, in the order of the vocabulary."""
        chosen = self._rng.sample(topics, count)
        self._rng.shuffle(chosen)
        return chosen

    def _slots(self, visit: Visit) -> Slots:
        rng, month = self._rng, visit.start.month
        place = self._atlas.by_id[visit.unit]
        commune = self._atlas.commune_of(visit.unit)
        district = self._atlas.district_of(visit.unit)
        total = rng.randint(16, 42)
        absent = rng.randint(2, max(3, total // 3))
        small, handful = rng.randint(2, 5), rng.randint(6, 9)
        branch, venue = self._branch(place, visit.venue)
        visit.venue = visit.venue.replace("{hamlet}", place.name.removeprefix("Chi đoàn "))
        news = 14 + (month == 3) if visit.start.year == 2020 and month in (2, 3) else month
        slots = {
            "month": str(month),
            "next_month": str(month % 12 + 1),
            "year": str(visit.start.year),
            "quarter": ("I", "II", "III", "IV")[(month - 1) // 3],
            "half": f"{_HALF[month < 9]} {visit.start.year}",
            "session": words.SESSIONS[visit.session],
            "Session": words.SESSIONS[visit.session].capitalize(),
            "branch": branch,
            "place": venue,
            "commune": spoken(commune),
            "unit": spoken(place) if place.level != "branch" else f"{branch}, {spoken(commune)}",
            "host": host(commune),
            "hamlet_word": "ấp",
            "total": str(total),
            "n": str(total - absent),
            "m": str(small),
            "qc": str(handful),
            "youth": str(rng.randint(32, 96)),
            "metres": str(rng.randrange(150, 900, 50)),
            "money": str(rng.randrange(250, 950, 50)),
            "percent": str(rng.randint(68, 96)),
            "crop": rng.choice(words.CROPS.get(district.code, words.CROPS["844"])),
            "project": rng.choice(words.PROJECTS),
            "theme": rng.choice(words.THEMES),
            "subject": rng.choice(tours.SUBJECTS),
        }
        slots["absent"] = rng.choice(meetings.ABSENCES).format_map(slots)
        slots["review"] = rng.choice(tours.REVIEWS).format_map(slots)
        slots["season_news"] = self._picker.say(seasons.SEASON_NEWS[news], slots).rstrip(".")
        return slots

    def _branch(self, place: Place, venue: str) -> tuple[str, str]:
        """What the branch is called, and where it meets."""
        hall = self._rng.choice(("nhà văn hóa", "trụ sở", "điểm sinh hoạt"))
        if place.level == "branch":
            hamlet = place.name.removeprefix("Chi đoàn ")
            return f"chi đoàn {hamlet}", f"{hall} {hamlet}"
        if venue.startswith("cụm"):
            return f"các chi đoàn {venue}", f"{venue}"
        for word in ("nhà văn hóa ", "trụ sở ", "chi đoàn "):
            if venue.startswith(word):
                hamlet = venue.removeprefix(word)
                place_ = venue if word != "chi đoàn " else f"{hall} {hamlet}"
                return f"chi đoàn {hamlet}", place_
        return f"chi đoàn {venue}", f"{hall} {venue}"
