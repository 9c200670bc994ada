"""Plan against actual. Source: design, section 2, key `plan_item`; the rules stand in `variance`."""

from decimal import Decimal
from typing import Any

import pytest

from generator.compliance.results import assess
from generator.compliance.variance import ItemOutcome, PlanVariance
from generator.domain.fields import Record
from tests.builders import day, item, member, part_time, plan, policy, records, visit


def against(*parts: Record, as_of: str = "2019-12-31", year: int = 2019) -> PlanVariance:
    """Return the plan of `an` against what was done."""
    found = assess(records(member("an"), *parts), day(as_of)).year(year)
    assert found
    return next(each for each in found.variances if each.member == "an")


def served(found: PlanVariance) -> dict[str, tuple[str, ...]]:
    """Return the slugs of the visits that served each item, those that served none under `-`."""
    by_item = {each.item: each.visits for each in found.items} | {"-": found.unplanned}
    return {name: tuple(each[11:] for each in ids) for name, ids in by_item.items()}


def statuses(found: PlanVariance) -> list[str]:
    return [each.status for each in found.items]


class TestNamed:
    """A visit that names an item serves it, whatever its month, unit and kind."""

    def test_whatever_else_would_fit(self) -> None:
        found = against(
            plan(2019, "an", item("t03-1", 3), item("t03-2", 3, kind="inspection", unit="tra-cu")),
            visit("2019-03-05", "a", plan_item="2019/an/t03-2"),
        )
        assert served(found) == {"t03-1": (), "t03-2": ("a",), "-": ()}

    def test_a_cancelled_item_that_was_done_after_all(self) -> None:
        found = against(
            plan(2019, "an", item("t03-1", 3, cancelled="Mưa bão")),
            visit("2019-03-05", plan_item="2019/an/t03-1"),
        )
        assert statuses(found) == ["done"]

    def test_the_plan_of_a_companion_is_not_ones_own(self) -> None:
        """Of a team, one member's item is named; the others are matched."""
        found = against(
            member("ba"),
            plan(2019, "ba", item("t03-1", 3)),
            plan(2019, "an", item("t03-9", 3)),
            visit("2019-03-05", "a", members=["an", "ba"], plan_item="2019/ba/t03-1"),
        )
        assert served(found) == {"t03-9": ("a",), "-": ()}

    def test_made_up_for_in_the_next_year(self) -> None:
        """A visit in January may make up for an item of December."""
        parts = (
            plan(2019, "an", item("t12-1", 12)),
            plan(2020, "an", item("t01-1", 1)),
            visit("2020-01-05", "a", plan_item="2019/an/t12-1"),
        )
        before = against(*parts, as_of="2019-12-31")
        assert (statuses(before), served(before)) == (["not_done"], {"t12-1": (), "-": ()})
        after = against(*parts, as_of="2020-01-05")
        assert (statuses(after), served(after)) == (["moved"], {"t12-1": ("a",), "-": ()})
        following = against(*parts, as_of="2020-01-05", year=2020)
        assert served(following) == {"t01-1": (), "-": ()}

    def test_across_new_year_all_dates_serve_the_item_named(self) -> None:
        found = against(
            plan(2019, "an", item("t12-1", 12, days="2")),
            visit("2019-12-31", end_date="2020-01-01", plan_item="2019/an/t12-1"),
            as_of="2020-01-31",
        )
        assert (statuses(found), str(found.items[0].actual_days)) == (["done"], "2")


class TestMatched:
    """Else plan and visit are matched per member by month, unit and kind."""

    @pytest.mark.parametrize(
        ("keys", "expected"),
        [
            ({}, "t03-1"),
            ({"unit": "ap-3"}, "t03-1"),
            ({"unit": "tra-cu", "other_units": ["an-truong"]}, "t03-1"),
            ({"unit": "an-truong-a"}, "-"),
            ({"unit": "cang-long"}, "-"),
            ({"kind": "inspection"}, "-"),
        ],
    )
    def test_unit_and_kind(self, keys: dict[str, Any], expected: str) -> None:
        found = against(
            plan(2019, "an", item("t03-1", 3, unit="an-truong")), visit("2019-03-05", "a", **keys)
        )
        assert served(found)[expected] == ("a",)

    @pytest.mark.parametrize(("month", "expected"), [(2, "-"), (3, "t-1"), (4, "t-1"), (5, "-")])
    def test_month(self, month: int, expected: str) -> None:
        """In a month in which the member was there."""
        found = against(
            plan(2019, "an", item("t-1", month)), visit("2019-03-31", "a", end_date="2019-04-01")
        )
        assert served(found)[expected] == ("a",)

    def test_month_of_ones_own_presence(self) -> None:
        found = against(
            plan(2019, "an", item("t03-1", 3), item("t04-1", 4)),
            visit(
                "2019-03-31",
                "a",
                end_date="2019-04-01",
                attendance=[{"member": "an", "dates": ["2019-04-01"]}],
            ),
        )
        assert served(found) == {"t03-1": (), "t04-1": ("a",), "-": ()}

    def test_across_new_year_each_plan_has_its_dates(self) -> None:
        parts = (
            plan(2019, "an", item("t12-1", 12, days="2"), item("t01-1", 1)),
            plan(2020, "an", item("t01-1", 1), item("t12-1", 12)),
            visit("2019-12-30", "a", end_date="2020-01-01"),
        )
        old = against(*parts, as_of="2020-01-31")
        assert served(old) == {"t12-1": ("a",), "t01-1": (), "-": ()}
        assert old.items[0].actual_days == 2
        new = against(*parts, as_of="2020-01-31", year=2020)
        assert served(new) == {"t01-1": ("a",), "t12-1": (), "-": ()}
        assert new.items[0].actual_days == 1

    def test_never_a_cancelled_item(self) -> None:
        found = against(
            plan(2019, "an", item("t03-1", 3, cancelled="Mưa bão")), visit("2019-03-05", "a")
        )
        assert (statuses(found), served(found)) == (["cancelled"], {"t03-1": (), "-": ("a",)})

    def test_the_nearer_unit_before_the_farther(self) -> None:
        """No unit last."""
        found = against(
            plan(
                2019,
                "an",
                item("any", 3),
                item("province", 3, unit="tra-vinh"),
                item("district", 3, unit="cang-long"),
                item("commune", 3, unit="an-truong"),
            ),
            *(visit(f"2019-03-0{n}", str(n)) for n in range(1, 6)),
        )
        assert served(found) == {
            "commune": ("1", "5"),
            "district": ("2",),
            "province": ("3",),
            "any": ("4",),
            "-": (),
        }

    def test_the_nearest_of_several_units(self) -> None:
        found = against(
            plan(2019, "an", item("below", 3, unit="cang-long"), item("own", 3, unit="tra-cu")),
            visit("2019-03-05", "a", unit="an-truong", other_units=["tra-cu"]),
            visit("2019-03-06", "b", unit="ham-giang", other_units=["cang-long"]),
        )
        assert served(found) == {"below": ("b",), "own": ("a",), "-": ()}

    def test_a_unit_is_as_near_as_its_nearest_visit(self) -> None:
        """A district that is visited itself is near, though one of its communes is visited too."""
        found = against(
            plan(2019, "an", item("above", 3, unit="tra-cu"), item("own", 3, unit="cang-long")),
            visit("2019-03-05", "a", unit="cang-long", other_units=["an-truong", "ham-giang"]),
        )
        assert served(found) == {"above": (), "own": ("a",), "-": ()}

    def test_one_that_lacks_days_before_one_that_has_all(self) -> None:
        found = against(
            plan(2019, "an", item("first", 3, days="2"), item("second", 3)),
            *(visit(f"2019-03-0{n}", str(n)) for n in range(1, 5)),
        )
        assert served(found) == {"first": ("1", "2", "4"), "second": ("3",), "-": ()}

    def test_named_visits_fill_an_item_first(self) -> None:
        found = against(
            plan(2019, "an", item("first", 3), item("second", 3)),
            visit("2019-03-05", "a"),
            visit("2019-03-06", "b", plan_item="2019/an/first"),
        )
        assert served(found) == {"first": ("b",), "second": ("a",), "-": ()}

    def test_half_days_fill_by_the_rule_of_the_year(self) -> None:
        parts = (
            plan(2019, "an", item("first", 3), item("second", 3)),
            visit("2019-03-05", "a", session="morning"),
            visit("2019-03-06", "b", session="morning"),
        )
        assert served(against(*parts)) == {"first": ("a",), "second": ("b",), "-": ()}
        halves = against(policy(day_unit="session"), *parts)
        assert served(halves) == {"first": ("a", "b"), "second": (), "-": ()}

    def test_days_that_credit_nothing_fill_too(self) -> None:
        """Who plans two meetings at the office and goes to both has done both."""
        found = against(
            plan(2019, "an", item("first", 3, kind="office"), item("second", 3, kind="office")),
            visit("2019-03-05", "a", kind="office"),
            visit("2019-03-06", "b", kind="office"),
        )
        assert served(found) == {"first": ("a",), "second": ("b",), "-": ()}
        assert [each.actual_days for each in found.items] == [0, 0]


class TestOutcome:
    def test_everything_of_an_item(self) -> None:
        found = against(
            plan(2019, "an", item("t03-1", 3, days="1.5"), item("t04-1", 4)),
            visit("2019-03-05", "a", session="morning"),
            visit("2019-03-05", "b", session="evening"),
            visit("2019-03-06", "c", end_date="2019-03-07", kind="office"),
            as_of="2019-04-01",
        )
        assert found == PlanVariance(
            member="an",
            year=2019,
            items=(
                ItemOutcome(
                    item="t03-1",
                    month=3,
                    status="done",
                    planned_days=Decimal("1.5"),
                    actual_days=Decimal(1),
                    visits=("2019-03-05-a", "2019-03-05-b"),
                ),
                ItemOutcome(
                    item="t04-1",
                    month=4,
                    status="upcoming",
                    planned_days=Decimal(1),
                    actual_days=Decimal(0),
                ),
            ),
            unplanned=("2019-03-06-c",),
        )

    def test_days_by_the_rule_of_the_year(self) -> None:
        parts = (plan(2019, "an", item("t03-1", 3)), visit("2019-03-05", "a", session="morning"))
        assert str(against(*parts).items[0].actual_days) == "1"
        halves = against(policy(day_unit="session"), *parts)
        assert str(halves.items[0].actual_days) == "0.5"

    def test_moved_to_another_month(self) -> None:
        earlier = visit("2019-02-05", "a", plan_item="2019/an/t03-1")
        later = visit("2019-04-05", "b", plan_item="2019/an/t03-1")
        timely = visit("2019-03-05", "c", plan_item="2019/an/t03-1")
        planned = plan(2019, "an", item("t03-1", 3))
        assert statuses(against(planned, earlier)) == ["moved"]
        assert statuses(against(planned, later)) == ["moved"]
        assert statuses(against(planned, earlier, later, timely)) == ["done"]

    @pytest.mark.parametrize(
        ("as_of", "expected"),
        [("2019-03-30", "upcoming"), ("2019-03-31", "not_done"), ("2019-04-01", "not_done")],
    )
    def test_a_month_is_over_on_its_last_day(self, as_of: str, expected: str) -> None:
        found = against(plan(2019, "an", item("t03-1", 3)), as_of=as_of)
        assert statuses(found) == [expected]

    def test_cancelled_before_and_after_its_month(self) -> None:
        planned = plan(2019, "an", item("t03-1", 3, cancelled="Mưa bão"))
        assert statuses(against(planned, as_of="2019-02-01")) == ["cancelled"]
        assert statuses(against(planned, as_of="2019-12-31")) == ["cancelled"]

    def test_up_to_as_of(self) -> None:
        """A date after `as_of` counts nothing."""
        parts = (plan(2019, "an", item("t03-1", 3)), visit("2019-03-05", "a"))
        assert statuses(against(*parts, as_of="2019-03-04")) == ["upcoming"]
        assert statuses(against(*parts, as_of="2019-03-05")) == ["done"]

    def test_who_is_not_counted_has_a_plan_too(self) -> None:
        held = records(
            member("cu", part_time()),
            member("ba"),
            plan(2019, "cu", item("t03-1", 3)),
            plan(2019, "ba"),
            visit("2019-03-05", "a", members=["cu"]),
        )
        found = assess(held, day("2019-12-31")).year(2019)
        assert found
        assert [each.member for each in found.variances] == ["ba", "cu"]
        assert served(found.variances[1]) == {"t03-1": ("a",), "-": ()}
        assert found.variances[1].items[0].actual_days == 0
