"""People as news names them: *Chị*, *Anh* as recorded, with the position held on the day.

Source: issue *News*, "Drafting"; research/domain.md, sections 5 and 6 (store per person, never
infer from the name).
"""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Final

from generator.domain.member import Member
from generator.domain.records import Records
from generator.domain.visit import Visit
from generator.present.drafts.markup import figure
from generator.present.names import with_department
from generator.present.wording import listed

MOST_NAMED: Final = 3
"""How many people a sentence names one by one; of more it names the first and gives the number."""

_RANKS: Final = (
    ("Bí thư", "Chủ tịch"),
    ("Phó Bí thư", "Phó Chủ tịch"),
    ("Ủy viên Ban Thường vụ", "Ủy viên BTV"),
    ("Trưởng", "Chánh", "Chủ nhiệm"),
    ("Phó",),
)


def called(member: Member) -> str:
    """Return `Chị Dương Thị Mỹ Xuyên`; *đồng chí* where the records do not say how."""
    return f"{member.honorific or 'đồng chí'} {member.name}"


def position(member: Member, day: date) -> str:
    """Return the position held on the day, if any; `Trưởng Ban Phong trào` of *Trưởng Ban*."""
    term = member.term_on(day)
    if term is None:
        return ""
    told = with_department(term.position, term.department)
    return term.position if told == f"{term.position}, {term.department}" else told


def leading_first(records: Records, visit: Visit) -> list[Member]:
    """Return the members of a visit by rank on its first day, those of one rank as recorded."""
    members = [records.members[each] for each in visit.members]
    return sorted(members, key=lambda member: _rank(position(member, visit.date)))


def team(records: Records, visit: Visit, group: str, house: str) -> str:
    """Return the people of a visit: all of a few; of many, their number and the first.

    Many are a `group`, such as *đoàn kiểm tra*; without one they are officials of the `house`.
    """
    members = leading_first(records, visit)
    if len(members) <= MOST_NAMED:
        return _named(members, visit.date)
    number = figure(f"visit({visit.id})", "participations")
    many = f"{group} gồm {number} đồng chí" if group else f"{number} cán bộ {house}"
    return f"{many}, trong đó có {_named(members[:1], visit.date)},"


def _named(members: Sequence[Member], day: date) -> str:
    """Return people with their positions, which those who follow one another may share."""
    groups = [
        (where, [called(each) for each in held])
        for where, held in groupby(members, key=lambda member: position(member, day))
    ]
    told = [f"{listed(names)} – {where}" if where else listed(names) for where, names in groups]
    shared = any(len(names) > 1 for _, names in groups)
    return ", cùng ".join(told) if shared else listed(told)


def _rank(place: str) -> int:
    ranks = (rank for rank, words in enumerate(_RANKS) if place.startswith(words))
    return next(ranks, len(_RANKS))
