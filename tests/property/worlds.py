"""Small organisations for the property tests, as plain mappings, and the records of one.

Days crowd around the ends of months and years, for there the counting goes wrong first.
"""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from generator.domain.fields import Record, Shape
from generator.domain.records import Records
from tests import builders
from tests.property.oracle import World

UNITS = {unit.id: unit.parent for unit in builders.UNITS}
KINDS = {
    kind.id: {"counts": kind.counts, "meeting": kind.branch_meeting} for kind in builders.KINDS
}
YEARS = (2018, 2019, 2020)
EDGES = (
    date(2018, 12, 31),
    date(2019, 2, 28),
    date(2019, 7, 1),
    date(2019, 12, 31),
    date(2020, 2, 29),
)
SESSIONS = ("full_day", "morning", "afternoon", "evening")

days = st.builds(
    lambda edge, shift: edge + timedelta(days=shift), st.sampled_from(EDGES), st.integers(-3, 3)
)
far_days = st.dates(date(2018, 6, 1), date(2020, 9, 30))


mostly = st.sampled_from([True, True, True, True, False])
seldom = st.sampled_from([False, False, False, False, False, False, False, True])


@st.composite
def spans(draw: st.DrawFn, most: int) -> list[tuple[date, date]]:
    """Draw spans in order of time that do not overlap."""
    cuts = sorted(draw(st.sets(days | far_days, max_size=2 * most)))
    return list(zip(cuts[::2], cuts[1::2], strict=False))


@st.composite
def terms(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw one to three terms, full-time or not, with or without gaps, the last perhaps open."""
    cuts = sorted(draw(st.sets(days | far_days, min_size=1, max_size=4)))
    if draw(st.booleans()):
        cuts[0] = date(2015, 1, 1)
    found = [
        {"from": first, "to": last - timedelta(days=1), "full_time": draw(mostly)}
        for first, last in pairwise(cuts)
        if draw(mostly)
    ]
    end = draw(st.none() | st.integers(0, 400))
    last = None if end is None else cuts[-1] + timedelta(days=end)
    return [*found, {"from": cuts[-1], "to": last, "full_time": draw(mostly)}]


@st.composite
def members(draw: st.DrawFn, name: str) -> dict[str, Any]:
    leave = [{"from": first, "to": last} for first, last in draw(spans(2))]
    long = [{"from": date(2015, 1, 1), "to": None, "full_time": True}]
    held = draw(terms()) if draw(st.booleans()) else long
    return {"name": f"Lê Văn {name.title()}", "terms": held, "leave": leave}


def rules() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "annual_days": st.sampled_from([0, 1, 2, 3, 5, 12, 20, 60, 61]),
            "day_unit": st.sampled_from(["calendar_date", "session"]),
            "proration": st.sampled_from(["none", "calendar_days"]),
            "report_form": st.sampled_from(["record", "document"]),
            "report_deadline_days": st.sampled_from([None, 0, 1, 10]),
            "mean_rounding": st.integers(0, 4),
        }
    )


@st.composite
def policies(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw a policy for some of the years, each of a year of its own, or the last without end."""
    found = [
        {"from": date(year, 1, 1), "to": date(year, 12, 31)} | draw(rules())
        for year in YEARS
        if draw(mostly)
    ]
    open_ended = draw(st.booleans())
    if found and open_ended:
        found[-1]["to"] = None
    return found


@st.composite
def visits(draw: st.DrawFn, people: list[str]) -> dict[str, Any]:
    first = draw(days | far_days)
    length = draw(st.sampled_from([0, 0, 0, 1, 2, 4, 30]))
    last = first + timedelta(days=length)
    whole = [first + timedelta(days=n) for n in range(length + 1)]
    present = draw(st.lists(st.sampled_from(people), min_size=1, unique=True))
    narrowed = draw(st.lists(st.sampled_from(present), unique=True, max_size=2))
    some = st.lists(st.sampled_from(whole), min_size=1, unique=True, max_size=4)
    later = st.none() | st.integers(0, 15).map(lambda n: last + timedelta(days=n))
    return {
        "date": first,
        "end_date": last,
        "session": draw(st.sampled_from(SESSIONS)) if not length else "full_day",
        "units": draw(
            st.lists(st.sampled_from(sorted(UNITS)), min_size=1, max_size=2, unique=True)
        ),
        "kind": draw(st.sampled_from(["survey", "survey", "meeting", *KINDS])),
        "members": present,
        "attendance": {name: draw(some) for name in narrowed} if length else {},
        "withdrawn": draw(seldom),
        "recorded_on": draw(later),
        "report": draw(later) if draw(st.booleans()) else None,
        "issues": draw(st.sampled_from([0, 0, 1, 2])),
    }


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Draw an organisation of one to three members with two to eight visits."""
    people = ["an", "ba", "cu"][: draw(st.integers(1, 3))]
    drawn = draw(st.lists(visits(people), min_size=2, max_size=8))
    planned = st.tuples(st.sampled_from(YEARS), st.sampled_from(people))
    return {
        "units": UNITS,
        "kinds": KINDS,
        "members": {name: draw(members(name)) for name in people},
        "policies": draw(policies()),
        "plans": draw(st.lists(planned, unique=True, max_size=3)),
        "visits": {f"{each['date']}-v{n}": each for n, each in enumerate(drawn)},
    }


@st.composite
def new_year_visits(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a visit of `an` from an old year into a new one."""
    visit = draw(visits(["an"]))
    first = date(draw(st.sampled_from(YEARS)), 12, 31) - timedelta(days=draw(st.integers(0, 3)))
    last = date(first.year + 1, 1, 1) + timedelta(days=draw(st.integers(0, 3)))
    return visit | {"date": first, "end_date": last, "session": "full_day", "attendance": {}}


as_ofs = days | far_days | st.just(date(2021, 6, 30))


def records_of(world: World) -> Records:
    """Return the world as records."""
    return builders.records(*parts_of(world))


def parts_of(world: World) -> list[Record | Shape]:
    """Return the world's records one by one."""
    return [
        *(
            builders.member(id_, *each["terms_written"], name=each["name"], leave=each["leave"])
            for id_, each in _terms_written(world)
        ),
        *(
            builders.policy(each["from"], each["to"], **_without(each, "from", "to"))
            for each in world["policies"]
        ),
        *(builders.plan(year, member) for year, member in world["plans"]),
        *(_visit(id_, each) for id_, each in world["visits"].items()),
    ]


def _terms_written(world: World) -> list[tuple[str, dict[str, Any]]]:
    return [
        (
            id_,
            each
            | {
                "terms_written": [
                    builders.term(term["from"], term["to"], full_time=term["full_time"])
                    for term in each["terms"]
                ]
            },
        )
        for id_, each in world["members"].items()
    ]


def _visit(id_: str, each: dict[str, Any]) -> Record:
    return builders.visit(
        each["date"],
        id_[11:],
        end_date=each["end_date"] if each["end_date"] > each["date"] else None,
        unit=each["units"][0],
        other_units=each["units"][1:],
        attendance=[{"member": name, "dates": dates} for name, dates in each["attendance"].items()],
        withdrawn=date(2019, 1, 1) if each["withdrawn"] else None,
        report={"submitted": each["report"]} if each["report"] else None,
        issues=[{"text": "Thiếu sân chơi."}] * each["issues"],
        **{key: each[key] for key in ("session", "kind", "members", "recorded_on")},
    )


def _without(mapping: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in mapping.items() if key not in keys}
