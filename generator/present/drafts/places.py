"""Places as running text has them: a visit's, without saying anything twice; and districts."""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Final

from generator.domain.visit import Visit
from generator.present.names import Names, capital, in_sentence, own_name
from generator.present.wording import listed, natural_key

_MOST_UNITS: Final = 3
_BRANCH: Final = "chi đoàn "
_HAMLET: Final = re.compile(r"(?:ấp|khóm|cụm|tổ|thôn|khu phố) \S+\Z")
_JOINT: Final = re.compile(r"(?:,| và) (\w)")
_WORD: Final = re.compile(r"\A(tại|ở)\s+", re.IGNORECASE)


def where(visit: Visit, names: Names) -> str:
    """Return where a visit was with all its units, each with those above that are not the same."""
    held = [main(visit, names), *_others(visit, names)]
    return "; ".join(held) if any("," in each for each in held) else listed(held)


def main(visit: Visit, names: Names) -> str:
    """Return `cụm 3, xã An Trường A, huyện Càng Long`; a unit that the venue names is not added."""
    place = in_sentence(names.place(visit.unit))
    unit, _, above = place.partition(", ")
    venue = _venue(visit)
    if venue and mentions(venue, unit.removeprefix(_BRANCH)):
        return ", ".join(filter(None, (venue, above)))
    return f"{venue}, {place}" if venue else place


def mentions(text: str, name: str) -> re.Match[str] | None:
    """Return where the text names a unit: `xã An Trường` is not in *xã An Trường A*."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w|(?-i: [A-ZĐ0-9](?!\w)))", text, re.IGNORECASE)


def completed(sentence: str, visit: Visit, names: Names) -> str | None:
    """Return a sentence that says where the visit was, with what lies above it; else None.

    `Huyện đoàn Cầu Kè` names the district as well. Behind the first of several communes, the
    district would part them.
    """
    parts = in_sentence(names.place(visit.unit)).split(", ")
    found = _anchor(sentence, parts, visit, names)
    if found is None:
        return None
    end, missing = found
    after = sentence[end:]
    if not missing or mentions(sentence, parts[-1]) or _goes_on(after):
        return sentence
    return ", ".join([sentence[:end], *missing]) + after


def _anchor(
    text: str, parts: list[str], visit: Visit, names: Names
) -> tuple[int, list[str]] | None:
    """Return the end of what names the place, the highest of it, and what then is missing above."""
    named = [
        (found.end(), parts[place + 1 :])
        for place, part in enumerate(parts[:-1] or parts)
        if (found := mentions(text, part))
    ]
    if named:
        return named[-1]
    own = own_name(names.unit(visit.unit))
    told = (not own.isdecimal() and own != own_name(capital(parts[-1]))) or len(parts) == 1
    if told and (found := mentions(text, own)):
        return found.end(), parts[1:]
    hamlet = _HAMLET.search(_venue(visit))
    for each in (_venue(visit), hamlet.group() if hamlet else ""):
        if each and (found := mentions(text, each)):
            return found.end(), parts
    return None


def _goes_on(after: str) -> bool:
    """Whether another name follows in a list."""
    joint = _JOINT.match(after)
    return joint is not None and joint[1].isupper()


def _venue(visit: Visit) -> str:
    """Return the venue as a sentence goes on with it, or the empty text."""
    return in_sentence(_WORD.sub("", visit.venue or ""))


def districts(visits: Iterable[Visit], names: Names) -> list[str]:
    """Return the ids of the districts visited, those with the most visits first.

    A union of an agency has the level of a district, and is no place on a map.
    """
    counts: dict[str, int] = {}
    for visit in visits:
        for each in dict.fromkeys(_district(unit, names) for unit in visit.unit_ids):
            counts[each] = counts.get(each, 0) + 1
    counts.pop("", None)
    return sorted(counts, key=lambda each: (-counts[each], natural_key(names.unit(each)), each))


def together(units: Iterable[str], names: Names) -> str:
    """Return `các huyện Càng Long, Cầu Kè và thị xã Duyên Hải`; the word for what they are once."""
    told = sorted((in_sentence(names.unit(each)) for each in units), key=_word_and_name)
    groups = [(word, list(held)) for word, held in groupby(told, key=_word)]
    return listed(_of_one_word(word, held) for word, held in groups)


def _of_one_word(word: str, names: list[str]) -> str:
    if not word or len(names) == 1:
        return ", ".join(names)
    return f"các {word} {', '.join(name.removeprefix(word).strip() for name in names)}"


def _word_and_name(name: str) -> tuple[str, str]:
    return _word(name), natural_key(name)


def _word(name: str) -> str:
    """Return `huyện` of *huyện Càng Long*; nothing of *Đoàn khối Cơ quan*."""
    own = own_name(capital(name))
    return name.removesuffix(own).strip() if name[:1].islower() else ""


def _district(unit: str, names: Names) -> str:
    units = names.records.units
    above = (units[each] for each in names.records.with_ancestors(unit) if each in units)
    found = (each.id for each in above if each.level == "district" and each.type == "area")
    return next(found, "")


def _others(visit: Visit, names: Names) -> list[str]:
    """Return the further units of a visit; those below the first one without what is above."""
    told = [_beside(each, visit.unit, names) for each in visit.other_units]
    more = ["một số đơn vị khác"] if len(told) > _MOST_UNITS else []
    return [*told[:_MOST_UNITS], *more]


def _beside(unit: str, first: str, names: Names) -> str:
    near = first in names.records.with_ancestors(unit)
    return in_sentence(names.unit(unit) if near else names.place(unit))
