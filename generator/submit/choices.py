"""What can be chosen where a record refers to another: ids with the names that people know.

Source: issue *Submission*, "One model, many doors"; design, section 2 (ids, `valid_from`, terms).
"""

import difflib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product
from typing import Final, NamedTuple

from generator.domain.fields import Referent
from generator.domain.records import Records
from generator.domain.scalars import id_like
from generator.present.names import Names, capital
from generator.submit.adopt import plain_name

SUGGESTED_AT_MOST: Final = 3
_ALIKE: Final = 0.75

# How people shorten the words before a name; `p1` and `p 1` are one.
_SHORT_WORDS: Final = {
    "tp": "thanh pho",
    "tx": "thi xa",
    "tt": "thi tran",
    "h": "huyen",
    "x": "xa",
    "p": "phuong",
    "q": "quan",
}
_NUMBERED: Final = re.compile(r"\b(p|q)(\d+)\b")
_COURTESY: Final = re.compile(r"^(?:dong chi|d c|dc) ")

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


def matches(written: str, offered: Sequence[Choice], day: date | None = None) -> tuple[Choice, ...]:
    """Return the choices that the words mean: by id, else by label or name; never a guess.

    A unit may be written without the word for what it is, or with that word shortened: `An Trường
    A, Càng Long`, `Phường 1 (TP Trà Vinh)`. More than one means that the words fit each of them
    alike; none, that they fit nothing. Of several, those that do not stand on the `day` are out,
    and then those whose accents are others: *Tú* is not *Tư*, though `tu` may be either.
    """
    exact = tuple(each for each in offered if each.id == written.strip())
    if exact:
        return exact
    words = _spelt_out(written)
    if not words:
        return ()
    in_full = tuple(each for each in offered if words in _spellings(each).full)
    fitting = in_full or tuple(each for each in offered if words in _spellings(each).short)
    standing = tuple(each for each in fitting if day is None or each.stands_on(day)) or fitting
    same = tuple(each for each in standing if _same(written, each.label, each.name))
    return same or standing


def near(written: str, offered: Sequence[Choice]) -> tuple[Choice, ...]:
    """Return a few choices that look like the words, to ask about; none of them is meant by them.

    First those that have all the words in their name, then those spelt alike.
    """
    words = _spelt_out(written)
    holding = [each for each in offered if words and f" {words} " in f" {folded(each.name)} "]
    spelt = {
        spelling: each
        for each in offered
        for spelling in sorted(_spellings(each).full | _spellings(each).short)
    }
    alike = difflib.get_close_matches(words, spelt, n=SUGGESTED_AT_MOST, cutoff=_ALIKE)
    found = {each.id: each for each in (*holding, *(spelt[each] for each in alike))}
    return tuple(found.values())[:SUGGESTED_AT_MOST]


def _same(written: str, *names: str) -> bool:
    """Whether the words are one of the names, letter by letter, but for capitals and blanks."""

    def plain(text: str) -> str:
        return " ".join(unicodedata.normalize("NFC", text).casefold().split())

    return plain(written) in {plain(name) for name in names}


class _Spellings(NamedTuple):
    """How a choice is written: its label and name, and both without the kinds of areas."""

    full: frozenset[str]
    short: frozenset[str]


@cache
def _spellings(choice: Choice) -> _Spellings:
    parts = choice.label.split(", ")
    either = product(*({folded(part), folded(plain_name(capital(part)))} for part in parts))
    full = frozenset({folded(choice.label), folded(choice.name)})
    short = {" ".join(each) for each in either} | {folded(plain_name(choice.name))}
    return _Spellings(full, frozenset(short) - full)


def _spelt_out(written: str) -> str:
    """Return the words folded, without a courtesy before a name, and shortened words in full."""
    apart = _NUMBERED.sub(r"\1 \2", _COURTESY.sub("", folded(written)))
    return " ".join(_SHORT_WORDS.get(word, word) for word in apart.split())
