"""What can be chosen where a record refers to another: ids with the names that people know.

Source: issue *Submission*, "One model, many doors"; design, section 2 (ids, `valid_from`, terms).
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.domain.fields import Referent
from generator.domain.records import Records
from generator.domain.scalars import id_like
from generator.present.names import Names

CHOSEN: Final[tuple[Referent, ...]] = ("units", "members", "kinds", "programmes", "topics")


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen: its id, its full name, a note, and the days on which it is.

    `name` is what it is called alone; `label` tells it from others of the same name.
    """

    id: str
    name: str
    label: str
    note: str = ""
    begins: date | None = None
    ends: date | None = None

    def stands_on(self, day: date) -> bool:
        """Whether it can be chosen for a visit on the day."""
        return (self.begins is None or self.begins <= day) and (
            self.ends is None or day <= self.ends
        )


def choices(records: Records) -> Mapping[Referent, tuple[Choice, ...]]:
    """Return everything that a visit can refer to, each kind in the order in which people look."""
    names = Names(records)
    return {
        "units": tuple(_units(records, names)),
        "members": tuple(_members(records, names)),
        "kinds": tuple(Choice(each.id, each.label, each.label) for each in records.kinds.values()),
        "programmes": tuple(
            Choice(each.id, each.label, each.label, begins=each.from_, ends=each.to)
            for each in records.programmes.values()
        ),
        "topics": tuple(
            Choice(each.id, each.label, each.label) for each in records.topics.values()
        ),
    }


def _units(records: Records, names: Names) -> Iterator[Choice]:
    for unit in names.units_sorted(records.units.values()):
        yield Choice(
            unit.id,
            unit.name,
            names.place(unit.id),
            unit.code or "",
            unit.valid_from,
            unit.valid_to,
        )


def _members(records: Records, names: Names) -> Iterator[Choice]:
    for member_id in names.members_sorted(records.members):
        member = records.members[member_id]
        last = member.terms[-1]
        position = names.position(member, last.from_)
        yield Choice(member_id, member.name, member.name, position, member.terms[0].from_, last.to)


def folded(text: str) -> str:
    """Return a name as people type it in haste: no accents, no capitals, single spaces.

    `Xã  Hòa Ân`, `xa hoà ân` and `XA HOA AN` are one.
    """
    return id_like(unicodedata.normalize("NFC", text)).replace("-", " ") if text.strip() else ""


def matches(written: str, offered: Sequence[Choice]) -> tuple[Choice, ...]:
    """Return the choices that the words mean: by id, else by label, else by name; never a guess.

    More than one means that the words fit each of them alike; none, that they fit nothing.
    """
    exact = tuple(each for each in offered if each.id == written.strip())
    if exact:
        return exact
    words = folded(written)
    by_label = tuple(each for each in offered if folded(each.label) == words)
    return by_label or tuple(each for each in offered if folded(each.name) == words)
