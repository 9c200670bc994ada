"""The counting of the design once more: day by day, over plain mappings, as naive as can be.

It shares nothing with `generator`: where both agree, two readings of the text agree. Slow and dull on
purpose. Source: design, section 2, *Counting, exactly*, and section 3 (the JSON of `summary`).
"""

import math
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

World = dict[str, Any]
"""`units`: id → parent; `kinds`: id → {counts, meeting}; `members`: id → {terms, leave};
`policies`, `plans`: lists; `visits`: id → mapping."""


def days_between(first: date, last: date) -> Iterator[date]:
    for n in range((last - first).days + 1):
        yield first + timedelta(days=n)


def days_of_year(year: int) -> list[date]:
    return list(days_between(date(year, 1, 1), date(year, 12, 31)))


# Presence: the dates of a visit, for each of its members, narrowed by attendance.
def is_present(visit: dict[str, Any], member: str, day: date) -> bool:
    if member not in visit["members"] or not visit["date"] <= day <= visit["end_date"]:
        return False
    return member not in visit["attendance"] or day in visit["attendance"][member]


def is_full_time(world: World, member: str, day: date) -> bool:
    for term in world["members"][member]["terms"]:
        if term["full_time"] and term["from"] <= day and (term["to"] is None or day <= term["to"]):
            return True
    return False


def is_on_leave(world: World, member: str, day: date) -> bool:
    return any(leave["from"] <= day <= leave["to"] for leave in world["members"][member]["leave"])


def standing(world: World) -> dict[str, dict[str, Any]]:
    return {id_: visit for id_, visit in world["visits"].items() if not visit["withdrawn"]}


def policy_on(world: World, day: date) -> dict[str, Any] | None:
    for policy in world["policies"]:
        if policy["from"] <= day and (policy["to"] is None or day <= policy["to"]):
            return dict(policy)
    return None


# Credited: present at a visit of a counting kind and in a full-time term, up to `as_of`.
def credited(world: World, visit: dict[str, Any], member: str, day: date, as_of: date) -> bool:
    return (
        day <= as_of
        and world["kinds"][visit["kind"]]["counts"]
        and is_present(visit, member, day)
        and is_full_time(world, member, day)
    )


# Days = credited dates by `day_unit`; `chosen` narrows the visits.
def days_on(
    world: World, member: str, day: date, as_of: date, chosen: dict[str, dict[str, Any]]
) -> Fraction:
    sessions = set()
    for visit in chosen.values():
        if credited(world, visit, member, day, as_of):
            sessions.add(visit["session"])
    policy = policy_on(world, day)
    if not sessions:
        return Fraction(0)
    if policy is None or policy["day_unit"] == "calendar_date" or "full_day" in sessions:
        return Fraction(1)
    return min(Fraction(1), Fraction(len(sessions), 2))


def days_in(
    world: World,
    member: str,
    days: list[date],
    as_of: date,
    chosen: dict[str, dict[str, Any]] | None = None,
) -> Fraction:
    visits = standing(world) if chosen is None else chosen
    touched = [
        day
        for day in days
        if any(visit["date"] <= day <= visit["end_date"] for visit in visits.values())
    ]
    return sum((days_on(world, member, day, as_of, visits) for day in touched), Fraction(0))


# Population: a full-time term on at least one of its days, begun by `as_of`.
def population(world: World, year: int, as_of: date) -> list[str]:
    found = []
    for member, held in world["members"].items():
        for term in held["terms"]:
            on_a_day = any(
                term["from"] <= day and (term["to"] is None or day <= term["to"])
                for day in days_of_year(year)
            )
            if term["full_time"] and on_a_day and term["from"] <= as_of and member not in found:
                found.append(member)
    return sorted(found)


def eligible(world: World, member: str, year: int) -> list[date]:
    return [
        day
        for day in days_of_year(year)
        if is_full_time(world, member, day) and not is_on_leave(world, member, day)
    ]


def half_up(value: Fraction, decimals: int) -> str:
    scaled = math.floor(value * 10**decimals + Fraction(1, 2))
    if not decimals:
        return str(scaled)
    text = str(scaled).rjust(decimals + 1, "0")
    return f"{text[:-decimals]}.{text[-decimals:]}"


def plain(days: Fraction) -> str:
    return f"{days.numerator // 2}.5" if days.denominator == 2 else str(days.numerator)


def target(world: World, member: str, year: int) -> int | None:
    policy = policy_on(world, date(year, 1, 1))
    if policy is None:
        return None
    if policy["proration"] == "none":
        return int(policy["annual_days"])
    share = Fraction(
        policy["annual_days"] * len(eligible(world, member, year)), len(days_of_year(year))
    )
    return int(half_up(share, 0))


def status(world: World, member: str, year: int, as_of: date) -> str:
    wanted = target(world, member, year)
    days = days_in(world, member, days_of_year(year), as_of)
    if wanted is None:
        return "no_policy"
    if days >= wanted:
        return "reached"
    named = False
    for visit in standing(world).values():
        for day in days_between(visit["date"], visit["end_date"]):
            if day.year == year and day <= as_of and member in visit["members"]:
                named = True
    if not named:
        return "no_data"
    may = eligible(world, member, year)
    if as_of >= date(year, 12, 31) or (may and as_of >= max(may)):
        return "short"
    over = [day for day in may if day <= as_of]
    return "on_pace" if days * len(may) >= wanted * len(over) else "behind"


def branch_meetings(world: World, member: str, days: list[date], as_of: date) -> int:
    return sum(
        world["kinds"][visit["kind"]]["meeting"]
        and any(credited(world, visit, member, day, as_of) for day in days if is_in(visit, day))
        for visit in standing(world).values()
    )


def is_in(visit: dict[str, Any], day: date) -> bool:
    return bool(visit["date"] <= day <= visit["end_date"])


def report(world: World, visit: dict[str, Any], as_of: date) -> str | None:
    """Return how the report stands, None if there is none to be made."""
    policy = policy_on(world, visit["end_date"])
    if policy is None or not world["kinds"][visit["kind"]]["counts"] or visit["end_date"] > as_of:
        return None
    made = visit["recorded_on"] if policy["report_form"] == "record" else None
    if visit["report"] is not None:
        made = visit["report"]
    if made is not None and made > as_of:
        made = None
    if policy["report_deadline_days"] is None:
        return "not_due" if made is None else "on_time"
    deadline = visit["end_date"] + timedelta(days=policy["report_deadline_days"])
    if made is None:
        return "missing" if as_of > deadline else "not_due"
    return "on_time" if made <= deadline else "late"


def reports(world: World, member: str, year: int, as_of: date) -> dict[str, int]:
    counts = {"on_time": 0, "late": 0, "missing": 0, "not_due": 0}
    for visit in standing(world).values():
        stands = report(world, visit, as_of)
        if stands and visit["end_date"].year == year and member in visit["members"]:
            counts[stands] += 1
    return counts


def years(world: World, as_of: date) -> list[int]:
    found = {year for year, _ in world["plans"]}
    for visit in standing(world).values():
        for day in days_between(visit["date"], visit["end_date"]):
            if day <= as_of:
                found.add(day.year)
    return sorted(year for year in found if year <= as_of.year)


def averages(days: list[Fraction], decimals: int) -> dict[str, str | None]:
    if not days:
        return {"mean_days": None, "median_days": None, "min_days": None}
    ordered = sorted(days)
    while len(ordered) > 2:
        ordered = ordered[1:-1]
    return {
        "mean_days": half_up(sum(days, Fraction(0)) / len(days), decimals),
        "median_days": half_up(sum(ordered, Fraction(0)) / len(ordered), decimals),
        "min_days": plain(min(days)),
    }


def figures(world: World, year: int, within: list[date], as_of: date) -> dict[str, Any]:
    policy = policy_on(world, date(year, 1, 1))
    days = [days_in(world, each, within, as_of) for each in population(world, year, as_of)]
    return {
        "population": len(days),
        "total_days": plain(sum(days, Fraction(0))),
        **averages(days, policy["mean_rounding"] if policy else 1),
    }


def member_year(world: World, member: str, year: int, as_of: date) -> dict[str, Any]:
    wanted = target(world, member, year)
    return {
        "id": member,
        "name": world["members"][member]["name"],
        "days": plain(days_in(world, member, days_of_year(year), as_of)),
        "target": None if wanted is None else str(wanted),
        "status": status(world, member, year, as_of),
        "branch_meetings": branch_meetings(world, member, days_of_year(year), as_of),
        "reports": reports(world, member, year, as_of),
    }


def summary(world: World, as_of: date) -> dict[str, Any]:
    """Return what `congtac summary --format json` must print."""
    told = []
    for year in years(world, as_of):
        members = [member_year(world, each, year, as_of) for each in population(world, year, as_of)]
        told.append(
            {
                "year": year,
                **figures(world, year, days_of_year(year), as_of),
                "reached": sum(each["status"] == "reached" for each in members),
                "members": members,
            }
        )
    return {"as_of": as_of.isoformat(), "years": told}


def period(world: World, months: list[int], year: int, as_of: date) -> dict[str, Any]:
    """Return the figures of some months of a year, whose last is the end of the cumulation."""
    within = [day for day in days_of_year(year) if day.month in months]
    until = [day for day in days_of_year(year) if day.month <= months[-1]]
    seen = [
        (member, id_)
        for id_, visit in standing(world).items()
        for member in visit["members"]
        if any(is_present(visit, member, day) and day <= as_of for day in within)
    ]
    visits = {id_: world["visits"][id_] for _, id_ in seen}
    people = population(world, year, as_of)
    return {
        **figures(world, year, within, as_of),
        "visits": len(visits),
        "participations": len(seen),
        "branch_meetings": sum(
            world["kinds"][visit["kind"]]["meeting"]
            and any(
                credited(world, visit, member, day, as_of)
                for day in within
                for member in visit["members"]
            )
            for visit in visits.values()
        ),
        "units": len({unit for visit in visits.values() for unit in visit["units"]}),
        "issues_raised": sum(
            visit["issues"]
            for visit in standing(world).values()
            if visit["date"] in within and visit["date"] <= as_of
        ),
        "members": [
            {
                "id": member,
                "name": world["members"][member]["name"],
                "days": plain(days_in(world, member, within, as_of)),
                "cumulative_days": plain(days_in(world, member, until, as_of)),
                "visits": sum(name == member for name, _ in seen),
                "branch_meetings": branch_meetings(world, member, within, as_of),
            }
            for member in people
        ],
    }


def days_by(
    world: World, member: str, year: int, as_of: date, key: dict[str, str]
) -> dict[str, str]:
    """Return the days for each value that `key` gives the visits; none are left out."""
    found = {}
    for value in set(key.values()):
        chosen = {id_: each for id_, each in standing(world).items() if key[id_] == value}
        days = days_in(world, member, days_of_year(year), as_of, chosen)
        if days:
            found[value] = plain(days)
    return found


def coverage(world: World, as_of: date) -> dict[str, tuple[set[str], set[str], date | None]]:
    """Return for each unit the visits that cover it, who was there, and the last day of one."""
    found: dict[str, tuple[set[str], set[str], date | None]] = {}
    for unit in world["units"]:
        visits, members, last = set(), set(), None
        for id_, visit in standing(world).items():
            if unit not in {up for each in visit["units"] for up in line_up(world, each)}:
                continue
            for day in days_between(visit["date"], visit["end_date"]):
                for member in visit["members"]:
                    if is_present(visit, member, day) and day <= as_of:
                        visits.add(id_)
                        members.add(member)
                        last = day if last is None or day > last else last
        found[unit] = (visits, members, last)
    return found


def line_up(world: World, unit: str) -> list[str]:
    parent = world["units"][unit]
    return [unit] if parent is None else [unit, *line_up(world, parent)]
