"""The figures of 2019, counted here by hand: 13 members, 785 days, a mean of 60.4."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest

AS_OF = date(2020, 3, 15)
GENERIC = "Ủy viên BCH chuyên trách"

Tree = dict[str, Any]


def _last(visit: Tree) -> str:
    return str(visit.get("end_date") or visit["date"])


def _days(visit: Tree, member: str) -> list[date]:
    first = date.fromisoformat(visit["date"])
    last = date.fromisoformat(_last(visit))
    for attendance in visit.get("attendance", []):
        if attendance["member"] == member:
            return [date.fromisoformat(day) for day in attendance["dates"]]
    return [first + timedelta(n) for n in range((last - first).days + 1)]


def _full_time(member: Tree, day: date) -> bool:
    return any(
        term["full_time"] == "true"
        and date.fromisoformat(term["from"])
        <= day
        <= date.fromisoformat(term.get("to", "9999-12-31"))
        for term in member["terms"]
    )


@pytest.fixture(scope="session")
def credited(
    visits: dict[str, Tree], members: dict[str, Tree], activities: Tree
) -> dict[str, set[date]]:
    counting = {kind["id"] for kind in activities["kinds"] if kind["counts"] == "true"}
    dates: dict[str, set[date]] = defaultdict(set)
    for visit in visits.values():
        if visit["kind"] in counting and "withdrawn" not in visit:
            for id_ in visit["members"]:
                days = _days(visit, id_)
                dates[id_] |= {d for d in days if d <= AS_OF and _full_time(members[id_], d)}
    return dates


def _in(credited: dict[str, set[date]], year: int) -> dict[str, int]:
    return {id_: sum(day.year == year for day in days) for id_, days in credited.items()}


def _target(member: Tree) -> Decimal:
    days = [date(2019, 1, 1) + timedelta(n) for n in range(365)]
    away = [
        (date.fromisoformat(leave["from"]), date.fromisoformat(leave["to"]))
        for leave in member.get("leave", [])
    ]
    eligible = [
        day
        for day in days
        if _full_time(member, day) and not any(start <= day <= end for start, end in away)
    ]
    return (Decimal(60) * len(eligible) / 365).quantize(Decimal(1), ROUND_HALF_UP)


def _only_generic(member: Tree) -> bool:
    return {term["position"] for term in member["terms"]} == {GENERIC}


def test_thirteen_members_785_days_and_a_mean_of_60_4(
    credited: dict[str, set[date]], members: dict[str, Tree]
) -> None:
    population = [
        id_
        for id_, member in members.items()
        if any(_full_time(member, date(2019, 1, 1) + timedelta(n)) for n in range(365))
    ]
    days = _in(credited, 2019)
    total = sum(days[id_] for id_ in population)
    assert len(population) == 13
    assert total == 785
    assert (Decimal(total) / 13).quantize(Decimal("0.1"), ROUND_HALF_UP) == Decimal("60.4")


def test_some_are_above_sixty_some_at_sixty_some_short_and_one_by_a_day(
    credited: dict[str, set[date]], members: dict[str, Tree]
) -> None:
    days = _in(credited, 2019)
    short = {id_ for id_, done in days.items() if done and done < _target(members[id_])}
    assert sum(done > 60 for done in days.values()) >= 5
    assert sum(done == 60 for done in days.values()) >= 2
    assert sorted(days[id_] for id_ in short) == [51, 58, 59]
    assert all(_only_generic(members[id_]) for id_ in short)


def test_the_joiner_and_the_one_on_leave_reach_a_smaller_target(
    credited: dict[str, set[date]], members: dict[str, Tree]
) -> None:
    days = _in(credited, 2019)
    joiner = [i for i, m in members.items() if m["terms"][0]["from"] == "2019-07-01"]
    away = [i for i, m in members.items() if "leave" in m]
    assert [(days[i], int(_target(members[i]))) for i in joiner] == [(31, 30)]
    assert [(days[i], int(_target(members[i]))) for i in away] == [(55, 53)]


def test_the_companion_is_part_time_goes_along_and_is_credited_nothing(
    visits: dict[str, Tree], members: dict[str, Tree], credited: dict[str, set[date]]
) -> None:
    part_time = [
        i for i, m in members.items() if all(t["full_time"] == "false" for t in m["terms"])
    ]
    assert len(part_time) == 1
    assert sum(part_time[0] in visit["members"] for visit in visits.values()) >= 3
    assert credited[part_time[0]] == set()


def test_whoever_is_late_or_owes_a_report_holds_only_the_generic_position(
    visits: dict[str, Tree], members: dict[str, Tree], activities: Tree
) -> None:
    counting = {kind["id"] for kind in activities["kinds"] if kind["counts"] == "true"}
    late, missing = [], []
    for id_, visit in visits.items():
        last = date.fromisoformat(_last(visit))
        deadline = last + timedelta(10)
        made = visit.get("report", {}).get("submitted") or visit.get("recorded_on")
        if visit["kind"] not in counting or "withdrawn" in visit or last > AS_OF:
            continue
        if made is None and deadline < AS_OF:
            missing.append(id_)
        elif made is not None and date.fromisoformat(made) > deadline:
            late.append(id_)
    assert len(late) >= 10
    assert len(missing) >= 4
    for id_ in late + missing:
        full_time = [
            members[m]
            for m in visits[id_]["members"]
            if any(t["full_time"] == "true" for t in members[m]["terms"])
        ]
        assert all(_only_generic(member) for member in full_time), id_


def test_by_mid_march_2020_only_generic_members_are_behind(
    credited: dict[str, set[date]], members: dict[str, Tree]
) -> None:
    so_far = (AS_OF - date(2019, 12, 31)).days
    behind = {id_ for id_, done in _in(credited, 2020).items() if done and done * 366 < 60 * so_far}
    assert behind
    assert all(_only_generic(members[id_]) for id_ in behind)
