"""The counting against the naive one of `oracle`, and laws that it must keep."""

import json
from copy import deepcopy
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from generator.compliance.results import Results, assess, assess_period
from generator.compliance.year import DaysBy, MemberYear
from generator.domain.period import Period
from generator.present.summary import period_json, plain, summary_json
from tests import builders
from tests.property import oracle
from tests.property.oracle import World
from tests.property.worlds import (
    as_ofs,
    days,
    new_year_visits,
    parts_of,
    records_of,
    visits,
    worlds,
)

PERIODS = st.builds(
    Period.parse,
    st.builds(
        lambda year, part: f"{year}{part}",
        st.integers(2018, 2021),
        st.sampled_from(
            ["", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4", *(f"-{n:02d}" for n in range(1, 13))]
        ),
    ),
)


def days_of(results: Results) -> dict[tuple[int, str], Fraction]:
    return {
        (year.year, member.id): Fraction(member.days)
        for year in results.years
        for member in year.members
    }


def credited(results: Results) -> dict[tuple[int, str], Fraction]:
    return {key: days for key, days in days_of(results).items() if days}


class TestAgainstOracle:
    @given(worlds(), as_ofs)
    def test_summary(self, world: World, as_of: date) -> None:
        """Days, target, status, population, mean, median, minimum, branch meetings and reports."""
        results = assess(records_of(world), as_of)
        assert json.loads(summary_json(results, results.years)) == oracle.summary(world, as_of)

    @given(worlds(), as_ofs, PERIODS)
    def test_period(self, world: World, as_of: date, period: Period) -> None:
        result = assess_period(records_of(world), period, as_of)
        expected = oracle.period(world, list(period.months), period.year, as_of)
        told = json.loads(period_json(result, as_of))
        assert told == {"as_of": as_of.isoformat(), "period": str(period), **expected}

    @given(worlds(), as_ofs)
    def test_coverage(self, world: World, as_of: date) -> None:
        """A visit covers its units and all their ancestors."""
        found = assess(records_of(world), as_of).coverage
        assert {
            unit: (set(each.visits), set(each.members), each.last_visited)
            for unit, each in found.items()
        } == oracle.coverage(world, as_of)

    @given(worlds(), as_ofs)
    def test_by_kind_and_level(self, world: World, as_of: date) -> None:
        records = records_of(world)
        kinds = {id_: visit["kind"] for id_, visit in world["visits"].items()}
        levels = {unit.id: unit.level for unit in builders.UNITS}
        level: dict[str, str] = {
            id_: "branch" if world["kinds"][visit["kind"]]["meeting"] else levels[visit["units"][0]]
            for id_, visit in world["visits"].items()
        }
        for year in assess(records, as_of).years:
            for member in year.members:
                told = (world, member.id, year.year, as_of)
                assert as_written(member.by_kind) == oracle.days_by(*told, kinds)
                assert as_written(member.by_level) == oracle.days_by(*told, level)
            assert summed(each for each in year.kinds if each.days) == summed(
                each for member in year.members for each in member.by_kind
            )
            assert summed(each for each in year.levels if each.days) == summed(
                each for member in year.members for each in member.by_level
            )


class TestLaws:
    @given(worlds(), as_ofs)
    def test_totals_are_sums(self, world: World, as_of: date) -> None:
        """Day totals equal the sum over members, and over months."""
        for year in assess(records_of(world), as_of).years:
            assert year.whole.total_days == sum(member.days for member in year.members)
            assert year.whole.total_days == sum(month.total_days for month in year.months)
            for member in year.members:
                assert member.days == sum(member.months)
                assert member.days == sum(days_in_months(year.months, member))

    @given(worlds(), as_ofs, st.randoms(use_true_random=False))
    def test_order_of_records_is_irrelevant(self, world: World, as_of: date, dice: Any) -> None:
        parts = parts_of(world)
        shuffled = dice.sample(parts, len(parts))
        assert assess(builders.records(*parts), as_of) == assess(builders.records(*shuffled), as_of)

    @given(worlds(), new_year_visits(), as_ofs)
    def test_splitting_at_new_year_preserves_days(
        self, world: World, across: dict[str, Any], as_of: date
    ) -> None:
        """A visit across New Year gives each year its own dates, as two visits would."""
        world["visits"][f"{across['date']}-across"] = across
        split = deepcopy(world)
        for id_, visit in world["visits"].items():
            new_year = date(visit["end_date"].year, 1, 1)
            if visit["date"] < new_year:
                split["visits"].pop(id_)
                split["visits"] |= halves(id_, visit, new_year)
        whole, parted = assess(records_of(world), as_of), assess(records_of(split), as_of)
        # A half at which nobody was present is no visit, so its year may be gone, with no day.
        assert credited(whole) == credited(parted)

    @given(worlds(), as_ofs, as_ofs)
    def test_coverage_only_grows(self, world: World, one: date, other: date) -> None:
        """Coverage is monotone in `as_of`."""
        records = records_of(world)
        earlier = assess(records, min(one, other)).coverage
        later = assess(records, max(one, other)).coverage
        for unit, before in earlier.items():
            after = later[unit]
            assert set(before.visits) <= set(after.visits)
            assert set(before.members) <= set(after.members)
            assert (before.last_visited or date.min) <= (after.last_visited or date.min)

    @given(worlds(), as_ofs, as_ofs)
    def test_days_only_grow(self, world: World, one: date, other: date) -> None:
        records = records_of(world)
        earlier = days_of(assess(records, min(one, other)))
        later = days_of(assess(records, max(one, other)))
        assert all(days <= later[key] for key, days in earlier.items())

    @given(worlds(), visits(["an"]), as_ofs)
    def test_one_more_visit_never_lowers_days(
        self, world: World, more: dict[str, Any], as_of: date
    ) -> None:
        before = days_of(assess(records_of(world), as_of))
        world["visits"][f"{more['date']}-more"] = more
        after = days_of(assess(records_of(world), as_of))
        assert all(days <= after[key] for key, days in before.items())

    @given(worlds(), as_ofs)
    def test_withdrawn_and_future_visits_change_nothing(self, world: World, as_of: date) -> None:
        """A withdrawn visit counts nothing, nor does a date after `as_of`: it is only announced."""
        gone = deepcopy(world)
        for id_, visit in world["visits"].items():
            if visit["withdrawn"] or visit["date"] > as_of:
                gone["visits"].pop(id_)
        whole, without = assess(records_of(world), as_of), assess(records_of(gone), as_of)
        assert whole.due
        assert without.due
        announced = whole.due.model_copy(update={"coming": without.due.coming})
        assert whole.model_copy(update={"due": announced}) == without

    @given(worlds(), as_ofs)
    def test_each_report_counts_once(self, world: World, as_of: date) -> None:
        """One report serving everyone present."""
        for year in assess(records_of(world), as_of).years:
            for member in year.members:
                named = [
                    each
                    for each in year.reports
                    if member.id in world["visits"][each.visit]["members"]
                ]
                assert member.reports
                assert sum(member.reports.model_dump().values()) == len(named)


class TestPlans:
    @given(worlds(), as_ofs, st.data())
    def test_each_visit_serves_one_item_or_none(
        self, world: World, as_of: date, data: st.DataObject
    ) -> None:
        """The visits of a plan's items and the unplanned ones are those of the year, each once."""
        items = data.draw(
            st.lists(
                st.builds(
                    lambda month, kind, unit, days: (month, kind, unit, days),
                    days.map(lambda day: day.month),
                    st.sampled_from(["survey", "meeting"]),
                    st.none() | st.sampled_from(sorted(world["units"])),
                    st.sampled_from(["0.5", "1", "2"]),
                ),
                max_size=4,
            )
        )
        written = [
            builders.item(f"t{n}", month, kind=kind, unit=unit, days=days)
            for n, (month, kind, unit, days) in enumerate(items)
        ]
        plan = builders.plan(2019, "an", *written)
        parts = [each for each in parts_of(world) if getattr(each, "id", "") != plan.id]
        found = assess(builders.records(*parts, plan), as_of).year(2019)
        assume(found)
        assert found
        (told,) = (each for each in found.variances if each.member == "an")
        served = [visit for each in told.items for visit in each.visits] + list(told.unplanned)
        present = {
            id_
            for id_, visit in oracle.standing(world).items()
            for day in oracle.days_of_year(2019)
            if oracle.is_present(visit, "an", day) and day <= as_of
        }
        assert sorted(served) == sorted(present)
        for each in told.items:
            assert (each.status == "done") == bool(each.visits)


def as_written(found: tuple[DaysBy, ...]) -> dict[str, str]:
    return {each.id: plain(each.days) for each in found}


def summed(found: Any) -> dict[str, Fraction]:
    sums: dict[str, Fraction] = {}
    for each in found:
        sums[each.id] = sums.get(each.id, Fraction(0)) + Fraction(each.days)
    return sums


def days_in_months(months: Any, member: MemberYear) -> list[Any]:
    return [each.days for month in months for each in month.members if each.id == member.id]


def halves(id_: str, visit: dict[str, Any], new_year: date) -> World:
    """Return the visit as two, one until the last day of a year and one from the first of the next."""
    old, new = deepcopy(visit), deepcopy(visit)
    old["end_date"], new["date"] = new_year - timedelta(days=1), new_year
    for half in (old, new):
        for name, dates in visit["attendance"].items():
            half["attendance"][name] = [
                day for day in dates if half["date"] <= day <= half["end_date"]
            ]
            if not half["attendance"][name]:
                half["members"].remove(name)
                half["attendance"].pop(name)
    return {f"{half['date']}-{id_[11:]}-half": half for half in (old, new) if half["members"]}
