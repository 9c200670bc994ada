"""What a door adds to what a person told: the day of writing, issue ids, the file's place.

Source: issue *Submission*, "One model, many doors" (slug, issue ids and `recorded_on` are
generated); design, section 2 (file name = id, ASCII).
"""

from collections.abc import Collection, Mapping
from datetime import date
from itertools import count
from typing import Any, Final

from generator.domain.records import Records
from generator.domain.scalars import ID_LIMIT, id_like, parse_day
from generator.submit.adopt import plain_name

Tree = dict[str, Any]

_SESSION_WORDS: Final = {"morning": "sang", "afternoon": "chieu", "evening": "toi"}
_NOTHING: Final[tuple[object, ...]] = ("", None, [], {})


def completed(told: Mapping[str, Any], today: date) -> Tree:
    """Return the tree of a visit: nothing empty, the day of writing and the issues' ids added.

    What is there already stays: a record that is sent on keeps its day and its ids.
    """
    tree: Tree = without_nothing(told)
    tree.setdefault("recorded_on", today.isoformat())
    issues = tree.get("issues")
    if isinstance(issues, list):
        tree["issues"] = _numbered(issues)
    return tree


def without_nothing(told: Mapping[str, Any]) -> Tree:
    """Return the tree without keys that hold nothing, at any depth; text loses outer blanks."""
    kept = ((key, _without_nothing(value)) for key, value in told.items())
    return {key: value for key, value in kept if value not in _NOTHING}


def _without_nothing(value: object) -> object:
    if isinstance(value, Mapping):
        return without_nothing(value)
    if isinstance(value, list | tuple):
        return [kept for each in value if (kept := _without_nothing(each)) not in _NOTHING]
    return value.strip() if isinstance(value, str) else value


def _numbered(issues: list[Any]) -> list[Any]:
    """Give each issue without an id the first free one of `kn-1`, `kn-2`, … as its first key."""
    taken = {issue.get("id") for issue in issues if isinstance(issue, Mapping)}
    free = (f"kn-{number}" for number in count(1) if f"kn-{number}" not in taken)
    return [
        {"id": next(free), **issue} if isinstance(issue, Mapping) and "id" not in issue else issue
        for issue in issues
    ]


def visit_id(tree: Mapping[str, Any], records: Records, taken: Collection[str] = ()) -> str:
    """Return the id of a new visit: day, unit, first member, and the session unless all day.

    So two people who write at the same time take two names. `2020-03-16-an-truong-a-le-van-ba`; a
    name that is taken gets `-2`. What is not told yet is left out.
    """
    unit = records.units.get(str(tree.get("unit", "")))
    place = id_like(plain_name(unit.name)) if unit else ""
    members = tree.get("members")
    first = str(members[0]) if isinstance(members, list) and members else ""
    session = _SESSION_WORDS.get(str(tree.get("session", "")), "")
    day = str(tree.get("date", ""))
    stem = id_like("-".join(part for part in (day, place, first, session) if part))[: ID_LIMIT - 4]
    names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(name for name in names if name not in taken)


def visit_path(visit: str) -> str:
    """Return the path of a visit inside the records: the year is that of its first day.

    Raises:
        PydanticCustomError: the id does not begin with a day.
    """
    return f"visits/{parse_day(visit[:10]).year}/{visit}.yml"
