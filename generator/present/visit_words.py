"""A visit in words: what it is called in a heading, where it was, how many took part."""

import re
from typing import Final

from generator.domain.visit import Turnout, Visit
from generator.present.names import Names, in_sentence
from generator.present.wording import listed, number

_ASIDE: Final = re.compile(r"\s*\([^()]*\)$")


def kind_in_title(label: str) -> str:
    """Return a kind's label without the aside in brackets at its end."""
    return _ASIDE.sub("", label)


def where(visit: Visit, names: Names) -> str:
    """Return the place as running text has it: `cụm 3, xã An Trường A, huyện Càng Long`."""
    place = in_sentence(names.place(visit.unit))
    if visit.venue:
        place = f"{visit.venue}, {place}"
    if visit.other_units:
        place += f" và {len(visit.other_units)} đơn vị khác"
    return place


def visit_title(visit: Visit, names: Names) -> str:
    """Return `Dự sinh hoạt chi đoàn ấp, khóm tại cụm 3, xã An Trường A, huyện Càng Long`."""
    kind = kind_in_title(names.kind(visit.kind))
    joint = ": " if " tại " in kind else " tại "
    return kind + joint + where(visit, names)


def turnout_text(turnout: Turnout | None) -> str:
    """Return `38 đoàn viên và 12 thanh niên`; the empty text if nobody counted."""
    if turnout is None:
        return ""
    counted = ((turnout.members, "đoàn viên"), (turnout.youth, "thanh niên"))
    return listed(f"{number(heads)} {word}" for heads, word in counted if heads is not None)
