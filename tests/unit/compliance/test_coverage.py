"""Coverage. Source: design, section 2, *Counting, exactly* (*Coverage*)."""

from collections.abc import Mapping

from generator.compliance.coverage import UnitCoverage, coverage, covered_units
from generator.compliance.days import presences
from generator.domain.fields import Record
from tests.builders import UNITS, day, member, part_time, records, visit


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
