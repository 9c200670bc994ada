"""How a list can be narrowed and put in order in the browser; without a script it stays whole.

A choice is called in an address as `addresses.FILTERS` says, and the rows of the list carry, under
the same names, the choices that they answer to.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.compliance.days import MONTHS
from generator.domain.visit import Visit
from generator.present.addresses import FILTERS
from generator.present.names import Names, in_sentence
from generator.present.wording import natural_key

PERIOD: Final = "ky"
"""What a row calls its months, `2019-04`; what an address says of time is held against them."""

Answers = Mapping[str, Sequence[str]]
"""The choices that a row answers to, by their name in an address."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that may be chosen, and what it is called."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """Choices under a common label; without one they stand by themselves."""

    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """One thing by which a list is narrowed."""

    name: str
    label: str
    groups: tuple[ChoiceGroup, ...]


def by_choice(name: str, label: str, choices: Iterable[tuple[str, str]]) -> Filter:
    """Return the filter called `name` in `FILTERS`, with values and their labels."""
    plain = ChoiceGroup("", tuple(Choice(value, text) for value, text in choices))
    return Filter(FILTERS[name], label, (plain,))


def by_year(years: Iterable[int]) -> Filter:
    """Return the choice of a year, the latest first."""
    ordered = sorted(set(years), reverse=True)
    return by_choice("year", "Năm", ((str(each), str(each)) for each in ordered))


def by_month() -> Filter:
    """Return the choice of a month of any year."""
    return by_choice("month", "Tháng", ((str(each), f"Tháng {each}") for each in MONTHS))


def by_last_month() -> Filter:
    """Return the choice of the months up to one, in which the figures so far of a year are."""
    months = ((str(each), f"Đến hết tháng {each}") for each in MONTHS)
    return by_choice("until", "Lũy kế", months)


def by_member(members: Iterable[str], names: Names) -> Filter:
    """Return the choice of a member, in the order of Vietnamese names."""
    ordered = names.members_sorted(set(members))
    return by_choice("member", "Ủy viên", ((each, names.member(each)) for each in ordered))


def by_label(name: str, label: str, labels: Mapping[str, str]) -> Filter:
    """Return a choice among ids of a vocabulary, in the order of their labels."""
    ordered = sorted(labels.items(), key=lambda each: natural_key(each[1]))
    return by_choice(name, label, ordered)


def by_unit(units: Iterable[str], names: Names) -> Filter:
    """Return the choice of a unit, by district; those under no district by what is on top."""
    below: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for each in sorted(set(units)):
        chain = tuple(names.records.with_ancestors(each))
        head = next((above for above in chain if _is_district(above, names)), chain[-1])
        below[head].append(chain[: chain.index(head)])
    heads = sorted(below, key=lambda head: (not _is_district(head, names), _unit_key(head, names)))
    groups = tuple(_of_district(head, below[head], names) for head in heads)
    return Filter(FILTERS["unit"], "Đơn vị", groups)


def orders(choices: Iterable[tuple[str, str]]) -> Filter:
    """Return the orders of a list, that in which it stands first; `-` before a name turns it."""
    return by_choice("order", "Xếp theo", choices)


def months_of(visit: Visit) -> list[str]:
    """Return the months in which someone was there, as `2019-04`."""
    there = {each for member in visit.members for each in visit.dates_of(member)}
    return sorted({f"{day.year:04d}-{day.month:02d}" for day in there})


def _is_district(unit_id: str, names: Names) -> bool:
    unit = names.records.units.get(unit_id)
    return unit is not None and unit.level == "district"


def _unit_key(unit_id: str, names: Names) -> tuple[str, str]:
    return natural_key(names.unit(unit_id)), unit_id


def _of_district(head: str, paths: Iterable[tuple[str, ...]], names: Names) -> ChoiceGroup:
    """Return a district and the units below it; a path leads from a unit up to the district."""
    ordered = sorted(paths, key=lambda path: [_unit_key(each, names) for each in reversed(path)])
    label = names.unit(head)
    choices = [Choice(path[0], _below(path, names)) for path in ordered if path]
    whole = Choice(head, f"{label} (toàn bộ)" if choices else label)
    return ChoiceGroup(label, (whole, *choices))


def _below(path: Sequence[str], names: Names) -> str:
    """Return a unit with what stands between it and its district: `Ấp 3, xã An Trường`."""
    return ", ".join([names.unit(path[0]), *(in_sentence(names.unit(up)) for up in path[1:])])
