"""Which file of the tree is which kind of record: the folder and the name tell.

Source: design, section 2, the table of files.
"""

import re
from dataclasses import dataclass
from typing import Final

from generator.domain.activity import Activities
from generator.domain.article import Article
from generator.domain.fields import Record
from generator.domain.media import IMAGE_SUFFIXES, suffix_of
from generator.domain.member import Member
from generator.domain.organisation import Organisation
from generator.domain.plan import Plan
from generator.domain.policy import Policy
from generator.domain.unit import UnitList
from generator.domain.visit import Visit
from generator.load.limits import LIST_LIMITS, RECORD_LIMITS, Limits


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record file: its place, written as a pattern and as an example, and its model."""

    name: str
    pattern: re.Pattern[str]
    example: str
    model: type[Record]
    limits: Limits = RECORD_LIMITS


_ID: Final = "[a-z0-9][a-z0-9-]*"
_YEAR: Final = "[0-9]{4}"

KINDS: Final = (
    Kind("organisation", re.compile(r"(organisation)\.yml"), "organisation.yml", Organisation),
    Kind("units", re.compile(r"(units)\.yml"), "units.yml", UnitList, LIST_LIMITS),
    Kind("activities", re.compile(r"(activities)\.yml"), "activities.yml", Activities, LIST_LIMITS),
    Kind("members", re.compile(rf"members/({_ID})\.yml"), "members/le-van-ba.yml", Member),
    Kind("policies", re.compile(rf"policies/({_ID})\.yml"), "policies/chu-truong-1-2.yml", Policy),
    Kind("plans", re.compile(rf"plans/({_YEAR}/{_ID})\.yml"), "plans/2019/le-van-ba.yml", Plan),
    Kind(
        "visits",
        re.compile(rf"visits/{_YEAR}/({_ID})\.yml"),
        "visits/2019/2019-05-20-ap-3.yml",
        Visit,
    ),
    Kind(
        "articles",
        re.compile(rf"articles/{_YEAR}/({_ID})\.md"),
        "articles/2019/2019-12-31-tong-ket.md",
        Article,
    ),
)
# No two kinds share the folder or the file at the top.
_BY_BEGINNING: Final = {kind.example.partition("/")[0]: kind for kind in KINDS}
KIND_BY_NAME: Final = {kind.name: kind for kind in KINDS}
REQUIRED: Final = ("organisation", "units", "activities")
_PICTURE: Final = re.compile(rf"media/({_YEAR}/.+)")


def kind_of(inside: str) -> tuple[Kind, str] | None:
    """Return kind and id of a file by its path inside the records, or None if it has none."""
    kind = _BY_BEGINNING.get(inside.partition("/")[0])
    found = kind.pattern.fullmatch(inside) if kind else None
    return (kind, found.group(1)) if kind and found else None


def picture_name(inside: str) -> str | None:
    """Return a picture's name below `records/media`, or None if the file is no picture's place."""
    found = _PICTURE.fullmatch(inside)
    return found.group(1) if found and suffix_of(inside) in IMAGE_SUFFIXES else None
