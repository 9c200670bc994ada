"""Years, population, and who is named. Source: design, section 2 (*Population*), section 3."""

import pytest

from generator.compliance.measure import Measure
from generator.compliance.population import named_members, population, years_of
from generator.domain.fields import Record
from tests.builders import day, leave, member, part_time, plan, records, term, visit


def counted(year: int, as_of: str, *parts: Record) -> tuple[str, ...]:
    held = records(*parts)
    return population(held, Measure.of(held, year, day(as_of)))


def named(year: int, as_of: str, *parts: Record) -> set[str]:
    held = records(*parts)
    return set(named_members(held, Measure.of(held, year, day(as_of))))


class TestPopulation:
    """*Population* of a year: members with a full-time term on at least one of its days, begun by `as_of`."""

    @pytest.mark.parametrize(
        ("from_", "to", "inside"),
        [
            ("2015-01-01", None, True),
            ("2015-01-01", "2018-12-31", False),
            ("2015-01-01", "2019-01-01", True),
            ("2019-12-31", None, True),
            ("2019-12-31", "2019-12-31", True),
            ("2020-01-01", None, False),
        ],
    )
    def test_a_term_on_one_of_its_days(self, from_: str, to: str | None, *, inside: bool) -> None:
        """With a full-time term on at least one of its days."""
        assert counted(2019, "2021-12-31", member("an", term(from_, to))) == (
            ("an",) if inside else ()
        )

    def test_begun_by_as_of(self) -> None:
        """Begun by `as_of`."""
        someone = member("an", term("2019-07-01"))
        assert counted(2019, "2019-06-30", someone) == ()
        assert counted(2019, "2019-07-01", someone) == ("an",)

    def test_an_earlier_term_of_the_year_is_enough(self) -> None:
        someone = member("an", term("2018-01-01", "2019-02-28"), term("2019-07-01"))
        assert counted(2019, "2019-03-15", someone) == ("an",)

    def test_part_time_is_not_counted(self) -> None:
        someone = member("an", part_time("2018-01-01", "2020-12-31"))
        assert counted(2019, "2019-12-31", someone) == ()

    def test_nobody_leaves_it_for_leave(self) -> None:
        away = member("an", leave=[leave("2019-01-01", "2019-12-31")])
        assert counted(2019, "2019-12-31", away) == ("an",)

    def test_by_id(self) -> None:
        """Members by id."""
        assert counted(2019, "2019-12-31", member("ba"), member("an"), member("cu")) == (
            "an",
            "ba",
            "cu",
        )


class TestYears:
    """Years ascending: all with a visit or a plan, up to `as_of`."""

    def test_of_visits_and_plans(self) -> None:
        held = records(
            member("an"),
            visit("2019-03-05"),
            visit("2017-03-05"),
            plan(2018, "an"),
            plan(2019, "an"),
        )
        assert years_of(held, day("2020-06-30")) == (2017, 2018, 2019)

    def test_both_years_of_a_visit_across_new_year(self) -> None:
        """A visit across New Year gives each year its own dates."""
        held = records(member("an"), visit("2019-12-31", end_date="2020-01-01"))
        assert years_of(held, day("2020-06-30")) == (2019, 2020)
        assert years_of(held, day("2020-01-01")) == (2019, 2020)
        assert years_of(held, day("2019-12-31")) == (2019,)

    def test_up_to_as_of(self) -> None:
        """Up to `as_of`; a date after `as_of` counts nothing."""
        held = records(member("an"), visit("2019-03-05"), visit("2020-09-01"))
        assert years_of(held, day("2020-09-01")) == (2019, 2020)
        assert years_of(held, day("2020-08-31")) == (2019,)
        assert years_of(held, day("2019-03-05")) == (2019,)
        assert years_of(held, day("2019-03-04")) == ()

    def test_plans_of_years_begun(self) -> None:
        held = records(member("an"), plan(2019, "an"), plan(2020, "an"))
        assert years_of(held, day("2019-12-31")) == (2019,)
        assert years_of(held, day("2020-01-01")) == (2019, 2020)

    def test_withdrawn_counts_nothing(self) -> None:
        held = records(member("an"), visit("2019-03-05", withdrawn="2019-04-01"))
        assert years_of(held, day("2019-12-31")) == ()


class TestNamed:
    """`no_data` if no visit names the member: none with a date of the year up to `as_of`."""

    def test_all_members_of_the_visit(self) -> None:
        team = visit("2019-03-05", members=["an", "ba"])
        assert named(2019, "2019-12-31", member("an"), member("ba"), member("cu"), team) == {
            "an",
            "ba",
        }

    def test_of_any_kind(self) -> None:
        assert named(2019, "2019-12-31", member("an"), visit("2019-03-05", kind="office")) == {"an"}

    def test_on_a_date_of_the_year(self) -> None:
        across = visit("2019-12-31", end_date="2020-01-01")
        assert named(2018, "2021-01-01", member("an"), across) == set()
        assert named(2019, "2021-01-01", member("an"), across) == {"an"}
        assert named(2020, "2021-01-01", member("an"), across) == {"an"}
        assert named(2021, "2021-01-01", member("an"), across) == set()

    def test_up_to_as_of(self) -> None:
        across = visit("2019-12-31", end_date="2020-01-01")
        assert named(2019, "2019-12-30", member("an"), across) == set()
        assert named(2019, "2019-12-31", member("an"), across) == {"an"}
        assert named(2020, "2019-12-31", member("an"), across) == set()

    def test_withdrawn_names_nobody(self) -> None:
        back = visit("2019-03-05", withdrawn="2019-04-01")
        assert named(2019, "2019-12-31", member("an"), back) == set()
