"""The look-ups over all records, also where some are missing or broken."""

from datetime import date

import pytest

from generator.domain.records import Records
from generator.domain.unit import UnitList
from tests.builders import kind, policy, records, unit, visit


def test_without_lists_there_is_nothing_to_look_up() -> None:
    nothing = Records()
    for found in (nothing.units, nothing.kinds, nothing.topics, nothing.programmes):
        assert not found
    assert nothing.standing_visits == ()
    assert nothing.policy_on(date(2019, 1, 1)) is None


def test_of_two_units_with_one_id_the_first_counts() -> None:
    twins = (unit("a", name="Một"), unit("a", name="Hai"))
    assert Records(unit_list=UnitList(units=twins)).units["a"].name == "Một"


def test_withdrawn_visits_do_not_stand_and_the_others_are_in_order() -> None:
    late, early, gone = visit("2019-06-01"), visit("2019-05-01"), visit("2019-04-01")
    gone = gone.model_copy(update={"withdrawn": date(2019, 7, 1)})
    assert records(late, gone, early).standing_visits == (early, late)


def test_visits_within_some_days_are_those_with_a_day_among_them() -> None:
    """A visit that began before them, 31 days at the longest, may still go on."""
    long_gone = visit("2018-11-30", end_date="2018-12-30")
    longest = visit("2018-12-02", end_date="2019-01-01")
    first, last = visit("2019-01-01"), visit("2019-12-31", end_date="2020-01-03")
    after, gone = visit("2020-01-01"), visit("2019-06-01", withdrawn="2019-07-01")
    held = records(after, gone, last, first, longest, long_gone)
    within = held.standing_within(date(2019, 1, 1), date(2019, 12, 31))
    assert within == [longest, first, last]
    assert held.standing_within(date(2020, 1, 3), date(2020, 1, 4)) == [last]
    assert held.standing_within(date(2018, 12, 31), date(2018, 12, 31)) == [longest]
    assert held.standing_within(date(2019, 12, 31), date(2019, 1, 1)) == []
    assert held.standing_within(date(1, 1, 1), date(9999, 12, 31)) == list(held.standing_visits)


def test_the_policy_of_a_day() -> None:
    old, new = policy("2018-01-01", "2018-12-31"), policy("2019-01-01")
    both = records(old, new)
    assert both.policy_on(date(2018, 12, 31)) == old
    assert both.policy_on(date(2019, 1, 1)) == new
    assert both.policy_on(date(2017, 1, 1)) is None


def test_ancestors_stop_at_the_top_at_a_gap_and_at_a_loop() -> None:
    plain = records()
    assert list(plain.with_ancestors("ap-3")) == ["ap-3", "an-truong", "cang-long", "tra-vinh"]
    assert list(records(unit("a", "gone")).with_ancestors("a")) == ["a", "gone"]
    assert list(records(unit("a", "b"), unit("b", "a")).with_ancestors("a")) == ["a", "b"]


LEVELS = [
    ({}, "commune"),
    ({"level": "province"}, "province"),
    ({"kind": "meeting"}, "branch"),
    ({"kind": "meeting", "level": "district"}, "district"),
    ({"unit": "cang-long"}, "district"),
    ({"unit": "gone"}, "commune"),
    ({"kind": "gone"}, "commune"),
]


@pytest.mark.parametrize(("keys", "level"), LEVELS)
def test_the_level_worked_with(keys: dict[str, str], level: str) -> None:
    assert records().level_of(visit("2019-05-20", **keys)) == level


def test_kinds_are_found_by_id() -> None:
    assert records(kind("x")).kinds["x"].label == "X"
