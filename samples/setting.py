"""What a visit's sentences may speak of: the place, the month, and numbers that fit."""

from __future__ import annotations

from random import Random

from samples.atlas import Atlas, host, spoken
from samples.phrases import meetings, seasons, tours, words
from samples.phrases.picker import Slots
from samples.places import Place
from samples.visit import Visit

_YEAR_ENDS = (12, 1)


def setting(visit: Visit, atlas: Atlas, rng: Random) -> Slots:
    """What stays the same through all sentences about the visit."""
    month, year = visit.start.month, visit.start.year
    place, commune = atlas.by_id[visit.unit], atlas.commune_of(visit.unit)
    total = rng.randint(16, 42)
    away = rng.randint(2, max(3, total // 3))
    branch, hall = _branch(place, visit.venue, rng)
    session = words.SESSIONS[visit.session]
    crops = words.CROPS.get(atlas.district_of(visit.unit).code, words.CROPS["844"])
    slots = {
        "month": str(month),
        "next_month": str(month % 12 + 1),
        "year": str(year),
        "quarter": ("I", "II", "III", "IV")[(month - 1) // 3],
        "half": f"6 tháng đầu năm {year}" if month < 9 else f"năm {year}",
        "summing_up": "tổng kết" if month in _YEAR_ENDS else "sơ kết",
        "Session": session.capitalize(),
        "branch": branch,
        "place": hall,
        "commune": spoken(commune),
        "unit": spoken(place) if place.level != "branch" else f"{branch}, {spoken(commune)}",
        "host": host(commune),
        "hamlet_word": "ấp",
        "total": str(total),
        "n": str(total - away),
        "away": str(away),
        "youth": str(rng.randint(32, 96)),
        "crop": rng.choice(crops),
        "project": rng.choice(words.PROJECTS),
        "theme": rng.choice(words.THEMES),
        "subject": rng.choice(tours.SUBJECTS),
    }
    slots["absent"] = rng.choice(meetings.ABSENCES).format_map(slots)
    return slots


def numbers(rng: Random, slots: Slots) -> Slots:
    """What each sentence draws anew, with the phrases that hold such numbers."""
    fresh = {
        "m": str(rng.randint(2, 5)),
        "qc": str(rng.randint(6, 9)),
        "metres": str(rng.randrange(150, 900, 50)),
        "money": str(rng.randrange(250, 950, 50)),
        "percent": str(rng.randint(68, 96)),
    }
    month = int(slots["month"])
    # February and March of 2020 had news of their own.
    news = month + 12 if slots["year"] == "2020" and month in (2, 3) else month
    told = slots | fresh
    fresh["review"] = rng.choice(tours.REVIEWS).format_map(told)
    fresh["season_news"] = seasons.news(news, rng).format_map(told)
    return fresh


def _branch(place: Place, venue: str, rng: Random) -> tuple[str, str]:
    """What the branch is called, and where it meets."""
    hall = rng.choice(("nhà văn hóa", "trụ sở", "điểm sinh hoạt"))
    if place.level == "branch":
        hamlet = place.name.removeprefix("Chi đoàn ")
        return f"chi đoàn {hamlet}", venue or f"{hall} {hamlet}"
    if venue.startswith("cụm"):
        return f"các chi đoàn {venue}", f"nơi họp chung của {venue}"
    for word in ("nhà văn hóa ", "trụ sở "):
        if venue.startswith(word):
            return f"chi đoàn {venue.removeprefix(word)}", venue
    hamlet = venue.removeprefix("chi đoàn ")
    return f"chi đoàn {hamlet}", f"{hall} {hamlet}"
