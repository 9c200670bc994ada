"""Pairs of changes that are sound apart and contradict each other once both are merged."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tests.gate.repository import RECORDS

Files = Mapping[str, str | None]

UNITS: Final = ("29272-an-truong-a", "29302-nhi-long")
KINDS: Final = ("du-sinh-hoat-chi-doan", "kiem-tra-dinh-ky")
MEMBERS: Final = ("le-van-ba", "tran-thi-tu")

NEWCOMER: Final = "thach-thi-sau"
MEMBER_FILE: Final = """\
name: Thạch Thị Sáu
terms:
  - position: Phó Trưởng Ban
    department: Ban Phong trào
    full_time: true
    from: 2015-01-01
"""
SECOND_ITEM: Final = """\
  - id: t10-1
    month: 10
    kind: kiem-tra-dinh-ky
    days: 2
"""
PLAN_FILE: Final = f"""\
member: tran-thi-tu
year: 2019
items:
  - id: t09-1
    month: 9
    kind: kiem-tra-dinh-ky
    days: 1
{SECOND_ITEM}"""
OUTLYING_UNIT: Final = (
    "  - id: 29999-xa\n    name: Xã Xa\n    level: commune\n    parent: 84-tra-vinh\n"
)
UNUSED_KIND: Final = """\
  - id: khao-sat
    label: Khảo sát
    counts: true
    branch_meeting: false
"""
BASE_UNITS: Final = (RECORDS / "units.yml").read_text(encoding="utf-8")
UNITS_FILE: Final = BASE_UNITS + OUTLYING_UNIT
ACTIVITIES_FILE: Final = (
    (RECORDS / "activities.yml")
    .read_text(encoding="utf-8")
    .replace("topics:", f"{UNUSED_KIND}topics:")
)


@dataclass(frozen=True)
class Pair:
    """What each of two branches changes, and the code that tells of them together."""

    one: Files
    two: Files
    code: str


def visit(day: date, slug: str, **keys: object) -> tuple[str, str]:
    """Return the path and the canonical text of a visit of one member."""
    plain: dict[str, object] = {
        "unit": UNITS[0],
        "kind": KINDS[0],
        "topics": None,
        "members": [MEMBERS[0]],
        "content": "Làm việc với Đoàn xã.",
        "recorded_on": day,
        "plan_item": None,
        "former_ids": None,
    }
    lines = [f"date: {day}"]
    for key, value in {**plain, **keys}.items():
        if isinstance(value, list):
            lines += [f"{key}:", *(f"  - {each}" for each in value)]
        elif value is not None:
            lines.append(f"{key}: {value}")
    return f"records/visits/{day.year}/{day}-{slug}.yml", "\n".join([*lines, ""])


OLD_VISIT: Final = visit(date(2019, 2, 11), "cu")
MAIN: Final[dict[str, str]] = {
    f"records/members/{NEWCOMER}.yml": MEMBER_FILE,
    "records/plans/2019/tran-thi-tu.yml": PLAN_FILE,
    "records/units.yml": UNITS_FILE,
    "records/activities.yml": ACTIVITIES_FILE,
    **dict([OLD_VISIT]),
}
"""What main has besides: a member, a plan item, a unit, a kind and a visit that nobody refers to."""


def twice(day: date, chance: random.Random) -> Pair:
    """Two people write down the same visit."""
    who = chance.choice(MEMBERS)
    one, two = (visit(day, slug, members=[who]) for slug in ("mot", "hai"))
    return Pair(dict([one]), dict([two]), "D017")


def in_two_places(day: date, chance: random.Random) -> Pair:
    """Two people have seen the same member in two places."""
    who = chance.choice(MEMBERS)
    places = zip(("mot", "hai"), chance.sample(UNITS, 2), strict=True)
    one, two = (visit(day, slug, unit=unit, members=[who]) for slug, unit in places)
    return Pair(dict([one]), dict([two]), "D016")


def member_gone(day: date, _: random.Random) -> Pair:
    """One removes a member who was never anywhere, the other has just seen her."""
    gone = {f"records/members/{NEWCOMER}.yml": None}
    return Pair(gone, dict([visit(day, "moi", members=[NEWCOMER])]), "R001")


def unit_gone(day: date, _: random.Random) -> Pair:
    """One removes a unit in which nobody was, the other has just been there."""
    units = UNITS_FILE.replace(OUTLYING_UNIT, "")
    return Pair({"records/units.yml": units}, dict([visit(day, "xa", unit="29999-xa")]), "R002")


def kind_gone(day: date, _: random.Random) -> Pair:
    """One removes a kind that nobody uses, the other has just used it."""
    kinds = ACTIVITIES_FILE.replace(UNUSED_KIND, "")
    change = {"records/activities.yml": kinds}
    return Pair(change, dict([visit(day, "la", kind="khao-sat")]), "R004")


def leave_taken(day: date, _: random.Random) -> Pair:
    """One writes down a leave, the other a visit during it."""
    leave = f"leave:\n  - from: {day - timedelta(days=2)}\n    to: {day + timedelta(days=2)}\n"
    away = {f"records/members/{NEWCOMER}.yml": MEMBER_FILE + leave}
    return Pair(away, dict([visit(day, "phep", members=[NEWCOMER])]), "D014")


def term_ended(day: date, _: random.Random) -> Pair:
    """One ends a term, the other writes down a visit after it."""
    ended = MEMBER_FILE + f"    to: {day - timedelta(days=1)}\n"
    left = {f"records/members/{NEWCOMER}.yml": ended}
    return Pair(left, dict([visit(day, "sau", members=[NEWCOMER])]), "D015")


def plan_changed(day: date, _: random.Random) -> Pair:
    """One gives a plan item up, the other names it in a visit."""
    plan = {"records/plans/2019/tran-thi-tu.yml": PLAN_FILE.replace(SECOND_ITEM, "")}
    visited = visit(
        day, "muc", members=["tran-thi-tu"], plan_item="2019/tran-thi-tu/t10-1", kind=KINDS[1]
    )
    return Pair(plan, dict([visited]), "R008")


def old_address_taken(day: date, _: random.Random) -> Pair:
    """One says that a visit had another id before, the other gives that id to a new visit."""
    later = day + timedelta(days=1)
    moved = visit(later, "moi", former_ids=[f"{day}-cu"])
    return Pair(dict([moved]), dict([visit(day, "cu")]), "R010")


def article_of_nothing(day: date, _: random.Random) -> Pair:
    """One takes a visit out, the other writes about it."""
    path, _text = OLD_VISIT
    told = {
        f"records/articles/{day.year}/{day}-tin.md": (
            f"---\ntitle: Tin\ndate: {day}\nlead: Tin ngắn.\nauthor: Hồng Nhung\nvisits:\n"
            f"  - {path.rpartition('/')[2].removesuffix('.yml')}\ncategory: Hoạt động\n"
            "status: ready\n---\n\nĐã đi cơ sở.\n"
        )
    }
    return Pair({path: None}, told, "R014")


MAKERS: Final[tuple[Callable[[date, random.Random], Pair], ...]] = (
    twice,
    in_two_places,
    member_gone,
    unit_gone,
    kind_gone,
    leave_taken,
    term_ended,
    plan_changed,
    old_address_taken,
    article_of_nothing,
)


def pairs(count: int, seed: int) -> list[tuple[str, Pair]]:
    """Return so many pairs, of each kind as many, with its name; each on days of its own."""
    chance = random.Random(seed)  # noqa: S311  (chosen, not secret)
    # The member of the examples is on leave in July, and has visits in May and June.
    days = [date(2019, 8, 1) + timedelta(days=3 * number) for number in range(count)]
    chance.shuffle(days)
    makers = [MAKERS[number % len(MAKERS)] for number in range(count)]
    return [(make.__name__, make(day, chance)) for make, day in zip(makers, days, strict=True)]
