"""Coverage. Source: design, section 2, *Counting, exactly* (*Coverage*)."""

from collections.abc import Mapping

from generator.compliance.coverage import (
    NEGLECTED_AFTER,
    CoverageGroup,
    NeglectedUnit,
    UnitCoverage,
    UnitVisits,
    by_district,
    by_type,
    coverage,
    covered_units,
)
from generator.compliance.days import presences
from generator.compliance.results import assess
from generator.domain.fields import Record, Shape
from tests.builders import UNITS, day, member, part_time, records, unit, visit


def covered(as_of: str, *parts: Record) -> Mapping[str, UnitCoverage]:
    held = records(*parts)
    return coverage(held, presences(held, day(as_of)))


class TestCoveredUnits:
    """A visit covers its units and all their ancestors."""

    def test_its_units_and_all_above(self) -> None:
        shown = visit("2019-03-05", unit="ap-3", other_units=["ham-giang", "an-truong-a"])
        assert covered_units(records(), shown) == (
            "ap-3",
            "an-truong",
            "cang-long",
            "tra-vinh",
            "ham-giang",
            "tra-cu",
            "an-truong-a",
        )

    def test_nothing_beside_or_below(self) -> None:
        assert covered_units(records(), visit("2019-03-05", unit="tra-cu")) == (
            "tra-cu",
            "tra-vinh",
        )


class TestCoverage:
    """Coverage of units: when, by whom, never."""

    def test_every_unit(self) -> None:
        found = covered(
            "2019-12-31",
            member("an"),
            member("ba", part_time()),
            visit("2019-03-05", "b", unit="ap-3", members=["ba", "an"], kind="office"),
            visit("2019-02-05", "a", unit="an-truong", end_date="2019-02-06"),
            visit("2019-06-05", "c", unit="ham-giang", withdrawn="2019-06-06"),
        )
        both = {
            "visits": ("2019-02-05-a", "2019-03-05-b"),
            "members": ("an", "ba"),
            "last_visited": day("2019-03-05"),
        }
        last = {**both, "visits": ("2019-03-05-b",)}
        assert dict(found) == {
            "tra-vinh": UnitCoverage.model_validate({"unit": "tra-vinh", **both}),
            "cang-long": UnitCoverage.model_validate({"unit": "cang-long", **both}),
            "an-truong": UnitCoverage.model_validate({"unit": "an-truong", **both}),
            "an-truong-a": UnitCoverage(unit="an-truong-a"),
            "ap-3": UnitCoverage.model_validate({"unit": "ap-3", **last}),
            "tra-cu": UnitCoverage(unit="tra-cu"),
            "ham-giang": UnitCoverage(unit="ham-giang"),
        }

    def test_in_the_order_of_the_list(self) -> None:
        assert list(covered("2019-12-31")) == [unit.id for unit in UNITS]

    def test_up_to_as_of(self) -> None:
        """A date after `as_of` counts nothing: neither that day, nor who was there only then."""
        parts = (
            member("an"),
            member("ba"),
            visit(
                "2019-03-05",
                end_date="2019-03-07",
                members=["an", "ba"],
                attendance=[{"member": "ba", "dates": ["2019-03-07"]}],
            ),
        )
        assert covered("2019-03-04", *parts)["an-truong"] == UnitCoverage(unit="an-truong")
        assert covered("2019-03-06", *parts)["an-truong"] == UnitCoverage(
            unit="an-truong",
            visits=("2019-03-05-ap-3",),
            members=("an",),
            last_visited=day("2019-03-06"),
        )

    def test_the_last_day_is_not_that_of_the_last_visit(self) -> None:
        long = visit("2019-03-05", end_date="2019-03-09")
        found = covered("2019-12-31", member("an"), long, visit("2019-03-07", "short"))
        assert found["an-truong"].last_visited == day("2019-03-09")


def group(id_: str, visited: int, **units: int) -> CoverageGroup:
    held = tuple(UnitVisits(unit=name.replace("_", "-"), visits=n) for name, n in units.items())
    return CoverageGroup(id=id_, visited=visited, units=held)


class TestGroups:
    """Coverage by district and by type: what exists on the day, visited or not."""

    PARTS: tuple[Record | Shape, ...] = (
        *UNITS,
        unit("cu", "cang-long", valid_to="2019-06-30"),
        unit("bien", None),
        unit("thpt", "cang-long", type="school"),
        unit("biet", "tra-cu", level="branch", type="agency"),
        unit("moi", "tra-cu", type="school", valid_from="2020-01-01"),
        member("an"),
        member("ba"),
        visit("2019-03-05", unit="ap-3", members=["an", "ba"]),
        visit("2019-04-05", "b", unit="an-truong", other_units=["thpt"]),
        visit("2019-05-05", "c", unit="cang-long"),
    )

    def test_communes_by_what_stands_above_them(self) -> None:
        held = records(*self.PARTS)
        assert by_district(held, presences(held, day("2019-12-31")), day("2019-12-31")) == (
            group("cang-long", 1, an_truong=2, an_truong_a=0),
            group("tra-cu", 0, ham_giang=0),
            group("", 0, bien=0),
        )

    def test_those_that_exist_on_the_day(self) -> None:
        held = records(*self.PARTS)
        (first, *_) = by_district(held, (), day("2019-06-30"))
        assert first == group("cang-long", 0, an_truong=0, an_truong_a=0, cu=0)

    def test_other_units_by_type_whatever_their_level(self) -> None:
        held = records(*self.PARTS)
        assert by_type(held, presences(held, day("2019-12-31")), day("2019-12-31")) == (
            group("school", 1, thpt=1),
            group("agency", 0, biet=0),
        )


def test_communes_where_nobody_was_come_first_then_the_longest_ago() -> None:
    held = records(
        *UNITS,
        unit("thpt", "cang-long", type="school"),
        unit("cu", "cang-long", valid_to="2019-06-30"),
        unit("a-xa", "tra-cu"),
        member("an"),
        visit("2018-10-05", unit="ham-giang", end_date="2018-10-06"),
        visit("2018-09-01", "b", unit="ap-3"),
        visit("2020-03-05", "c", unit="a-xa"),
    )
    assert assess(held, day("2019-12-31")).neglected == (
        NeglectedUnit(unit="a-xa"),
        NeglectedUnit(unit="an-truong-a"),
        NeglectedUnit(unit="an-truong", last_visited=day("2018-09-01"), days=486),
        NeglectedUnit(unit="ham-giang", last_visited=day("2018-10-06"), days=451),
    )


def test_a_commune_is_neglected_after_a_whole_year_and_not_before() -> None:
    held = records(
        unit("xa"),
        unit("xa-khac"),
        member("an"),
        visit("2019-01-10", unit="xa"),
        visit("2019-01-11", "b", unit="xa-khac"),
    )
    assert NEGLECTED_AFTER == 365
    assert assess(held, day("2020-01-10")).neglected == ()
    assert assess(held, day("2020-01-11")).neglected == (
        NeglectedUnit(unit="xa", last_visited=day("2019-01-10"), days=366),
    )
