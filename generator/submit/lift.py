"""Older records become records of today's format, one version at a time.

Source: docs/developers/decisions/0006-one-schema-version.md.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from generator.errors import RefusedError

Tree = dict[str, Any]
Lift = Callable[[str, Tree], Tree]

OLDEST: Final = 1
VERSION_KEY: Final = "schema_version"
_NUMBER: Final = re.compile(r"\d{1,9}", re.ASCII)

LIFTS: Final[tuple[Lift, ...]] = ()
"""The first lifts format 1 to format 2, and so on.

A lift takes the name of the kind of file (`visits`, `articles`, …; see `load/layout.py`) and its
tree, changes neither, and returns the tree of the next format. Of a tree that already has the next
format it returns an equal one, so that a run that was cut off can be repeated. What it cannot
lift it refuses with `LiftError`.
"""


class LiftError(RefusedError):
    """A record cannot be lifted by a program; the message says in Vietnamese what to change."""


class UnknownFormatError(RefusedError):
    """The records' format is none that this program knows."""


def lifted(kind: str, tree: Tree, version: int, lifts: Sequence[Lift] = LIFTS) -> Tree:
    """Return the tree of a file of format `version` in the newest format.

    Raises:
        LiftError: some lift refuses the tree.
    """
    for lift in lifts[version - OLDEST :]:
        tree = lift(kind, tree)
    return tree


def stamped(organisation: Tree, version: int) -> Tree:
    """Return the tree of `organisation.yml` with the version of its format."""
    return {**organisation, VERSION_KEY: str(version)}


def newest(lifts: Sequence[Lift] = LIFTS) -> int:
    """Return the version of the format that the lifts lead to."""
    return OLDEST + len(lifts)


def format_of(organisation: Mapping[str, Any], lifts: Sequence[Lift] = LIFTS) -> int:
    """Return the version that the tree of `organisation.yml` says; absent, it is the oldest.

    Raises:
        UnknownFormatError: it says no whole number, or one that is not known.
    """
    written = organisation.get(VERSION_KEY) or str(OLDEST)
    if not isinstance(written, str) or not _NUMBER.fullmatch(written):
        message = f"organisation.yml: {VERSION_KEY} phải là số từ {OLDEST} đến {newest(lifts)}."
        raise UnknownFormatError(message)
    return known(int(written), lifts)


def known(version: int, lifts: Sequence[Lift] = LIFTS) -> int:
    """Return the version of a format that the lifts start from or lead to.

    Raises:
        UnknownFormatError: it is another.
    """
    if version < OLDEST:
        message = f"Không có định dạng {version}; định dạng đầu tiên là {OLDEST}."
        raise UnknownFormatError(message)
    if version > newest(lifts):
        message = (
            f"Bản ghi theo định dạng {version}, còn phần mềm này đọc đến {newest(lifts)}. "
            "Cập nhật congtac lên phiên bản mới."
        )
        raise UnknownFormatError(message)
    return version
