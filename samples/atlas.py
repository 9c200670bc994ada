"""The units by id, and what Vietnamese calls them in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from samples import branches, places
from samples.places import Place

_UNIONS = {"Thành phố": "Thành đoàn", "Thị xã": "Thị đoàn", "Huyện": "Huyện đoàn"}


class Atlas:
    """All units; those of 2025 are known, but no visit of these years goes there."""

    def __init__(self) -> None:
        self.districts = places.districts()
        self.communes = places.communes()
        self.branches = branches.branches()
        self.organs = branches.organs()
        everything: Iterable[Place] = (
            *places.provinces(),
            *self.districts,
            *self.communes,
            *self.branches,
            *self.organs,
            *places.successors(),
        )
        self.by_id = {place.id: place for place in everything}
        self._codes = {place.id: place.code for place in (*self.districts, *self.communes)}
        self._branches_of: dict[str, list[Place]] = {}
        for branch in self.branches:
            self._branches_of.setdefault(branch.parent, []).append(branch)

    def all(self) -> list[Place]:
        """Every unit, in the order of the file."""
        return list(self.by_id.values())

    def branches_of(self, commune: str) -> list[Place]:
        """The branches below a commune; most communes have none in the list."""
        return self._branches_of.get(commune, [])

    def communes_of(self, district_code: str) -> list[Place]:
        """The communes of a district, by its code."""
        return [c for c in self.communes if c.parent.startswith(f"{district_code}-")]

    def commune_of(self, unit: str) -> Place:
        """The commune of a branch; any other unit stands for itself."""
        place = self.by_id[unit]
        parent = self.by_id.get(place.parent)
        return parent if parent and parent.level == "commune" else place

    def district_of(self, unit: str) -> Place:
        """The district above a unit, or the unit itself where none is."""
        place = self.commune_of(unit)
        parent = self.by_id.get(place.parent)
        return parent if parent and parent.level == "district" else place

    def code(self, unit: str) -> str:
        """The official code of an area, and nothing for what has none."""
        return self._codes.get(unit, "")


def spoken(place: Place) -> str:
    """*xã An Trường A*, *phường 4*, *huyện Càng Long*; unions keep their name."""
    if place.type or place.level == "branch":
        return place.name[0].lower() + place.name[1:] if place.level == "branch" else place.name
    return place.name[0].lower() + place.name[1:]


def host(place: Place) -> str:
    """The union that receives the visitor: *Huyện đoàn Càng Long*, *Đoàn xã An Trường A*."""
    if place.type or place.level == "branch":
        return place.name
    for word, union in _UNIONS.items():
        if place.level == "district" and place.name.startswith(word):
            return union + place.name.removeprefix(word)
    return f"Đoàn {spoken(place)}"


def _word(place: Place, words: Iterable[str]) -> str:
    return next((word for word in words if place.name.startswith(word)), "")


def localise(text: str, commune: Place, district: Place) -> str:
    """Words of the village become words of the ward, the town and the city where due."""
    area = _word(commune, ("Phường", "Thị trấn")).lower()
    if area:
        # The pair “ấp, khóm” is a fixed phrase and stays.
        text = re.sub(r"\bấp\b(?!, khóm)", "khóm", text)
        text = re.sub(r"\bẤp\b(?!, khóm)", "Khóm", text)
        text = re.sub(r"(?<!thị )\bxã\b(?! hội)", area, text)
        text = text.replace("nông thôn mới", "đô thị văn minh")
    union = _UNIONS.get(_word(district, ("Thành phố", "Thị xã")), "")
    if union:
        town = _word(district, ("Thành phố", "Thị xã")).lower()
        text = re.sub(r"\bHuyện đoàn\b", union, text)
        text = re.sub(r"\bhuyện\b", town, text)
    return text
