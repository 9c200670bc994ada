"""What things are called on the pages: people, units with their parent, kinds, places."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from generator.domain.member import Member
from generator.domain.records import Records
from generator.domain.unit import Unit
from generator.domain.visit import Visit
from generator.present.wording import listed, name_key, natural_key

NO_DISTRICT: Final = "Chưa rõ đơn vị cấp trên"
"""What stands above units whose parent the records do not say."""

_COMMON: Final = re.compile(
    r"(?:Tỉnh|Thành phố|Huyện|Thị xã|Thị trấn|Xã|Phường|Ấp|Khóm|Cụm) (?P<own>\w)"
)


@dataclass(frozen=True)
class Names:
    """Looks names up in the records; what is not there keeps its id.

    What visits have in common, and lists say again and again, is worked out once.
    """

    records: Records
    _places: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    _venues: dict[tuple[str, str], str] = field(default_factory=dict, compare=False, repr=False)
    _teams: dict[tuple[str, ...], str] = field(default_factory=dict, compare=False, repr=False)

    def member(self, member_id: str) -> str:
        """Return a member's name."""
        member = self.records.members.get(member_id)
        return member.name if member else member_id

    def position(self, member: Member, day: date) -> str:
        """Return the position held on the day, else the last one, with its department."""
        term = member.term_on(day) or member.terms[-1]
        return with_department(term.position, term.department)

    def unit(self, unit_id: str) -> str:
        """Return a unit's own name."""
        unit = self.records.units.get(unit_id)
        return unit.name if unit else unit_id

    def place(self, unit_id: str) -> str:
        """Return a unit with those above it up to the district: there are two *Phường 1*."""
        known = self._places.get(unit_id)
        if known is None:
            known = self._places[unit_id] = self._place(unit_id)
        return known

    def _place(self, unit_id: str) -> str:
        chain = (self.records.units.get(each) for each in self.records.with_ancestors(unit_id))
        shown = [unit.name for unit in chain if unit and unit.level != "province"]
        return ", ".join(_within(shown)) or self.unit(unit_id)

    def venue(self, visit: Visit) -> str:
        """Return where a visit took place: its venue, if it has one, and the unit with parents."""
        place = self.place(visit.unit)
        if not visit.venue:
            return place
        known = self._venues.get(at := (visit.venue, place))
        if known is None:
            known = self._venues[at] = ", ".join(_within([capital(visit.venue), place]))
        return known

    def kind(self, kind_id: str) -> str:
        """Return the label of a kind of visit."""
        kind = self.records.kinds.get(kind_id)
        return kind.label if kind else kind_id

    def programme(self, programme_id: str) -> str:
        """Return the label of a programme."""
        programme = self.records.programmes.get(programme_id)
        return programme.label if programme else programme_id

    def topic(self, topic_id: str) -> str:
        """Return the label of a topic."""
        topic = self.records.topics.get(topic_id)
        return topic.label if topic else topic_id

    def called(self, referent: str | None, id_: str) -> str:
        """Return the full name of what an id in a field of this kind refers to, else the id."""
        ways = {
            "units": self.place,
            "members": self.member,
            "kinds": self.kind,
            "programmes": self.programme,
            "topics": self.topic,
        }
        return ways[referent](id_) if referent in ways else id_

    def team(self, visit: Visit) -> str:
        """Return the names of a visit's members as a sentence lists them."""
        known = self._teams.get(visit.members)
        if known is None:
            known = listed(self.member(each) for each in self.members_sorted(visit.members))
            self._teams[visit.members] = known
        return known

    def members_sorted(self, members: Iterable[str]) -> list[str]:
        """Return ids of members in the order of Vietnamese names."""
        return sorted(members, key=lambda each: name_key(self.member(each)))

    def units_sorted(self, units: Iterable[Unit]) -> list[Unit]:
        """Return units in Vietnamese order, `Ấp 3` before `Ấp 12`."""
        return sorted(units, key=lambda unit: (natural_key(unit.name), unit.id))


def with_department(position: str, department: str) -> str:
    """Return `Trưởng Ban Phong trào` of *Trưởng Ban*, and `Ủy viên…, Ban Phong trào` of others."""
    head, _, rest = department.partition(" ")
    if department in position:
        return position
    if rest and position.endswith(f" {head}"):
        return f"{position} {rest}"
    return f"{position}, {department}"


def capital(text: str) -> str:
    """Return the text with a capital at its beginning, and the rest as it was."""
    return text[:1].upper() + text[1:]


def own_name(name: str) -> str:
    """Return a name without the word for what it is: `An Trường A` of *Xã An Trường A*."""
    common = _COMMON.match(name)
    return name[common.start("own") :] if common else name


def in_sentence(name: str) -> str:
    """Return a name as running text has it: `xã An Trường A`; `Tỉnh đoàn` and `Đoàn …` stay."""
    common = _COMMON.match(name)
    if name.startswith("Chi đoàn ") or (common and not common["own"].islower()):
        return name[:1].lower() + name[1:]
    return name


def _within(names: list[str]) -> list[str]:
    """Write the first name as it is, and those above it as running text has them."""
    return names[:1] + [in_sentence(name) for name in names[1:]]
