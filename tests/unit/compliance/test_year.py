"""A year as a whole. Source: design, section 2, *Counting, exactly*, and section 3 (`summary`)."""

from decimal import Decimal

import pytest

from generator.compliance.results import assess, assess_period
from generator.compliance.timeliness import ReportCounts, VisitReport
from generator.compliance.year import DaysBy, MemberYear, Share, YearResult
from generator.domain.fields import Record, Shape
from generator.domain.period import Period
from tests.builders import (
    day,
    item,
    kind,
    leave,
    member,
    part_time,
    plan,
    policy,
    records,
    term,
    unit,
    visit,
)

ZERO, ONE, TWO = Decimal(0), Decimal(1), Decimal(2)


def year(of: int, as_of: str, *parts: Record | Shape) -> YearResult:
    found = assess(records(*parts), day(as_of)).year(of)
    assert found
    return found


def halves(**by: str) -> tuple[DaysBy, ...]:
    return tuple(DaysBy(id=name, days=Decimal(days)) for name, days in by.items())


class TestMember:
    def test_everything(self) -> None:
        found = year(
            2019,
            "2019-06-30",
            policy(day_unit="session", annual_days=10),
            member("an", name="Lê Thị An", leave=[leave("2019-01-01", "2019-01-31")]),
            visit("2018-12-31", "a", end_date="2019-01-01"),
            visit("2019-02-05", "b", session="morning", kind="meeting"),
            visit("2019-02-05", "c", session="evening", kind="inspection", unit="tra-cu"),
            visit("2019-05-05", "d", kind="office"),
            visit("2019-07-01", "e"),
        )
        assert found.members == (
            MemberYear(
                id="an",
                name="Lê Thị An",
                days=Decimal(2),
                target=9,
                adjusted=True,
                status="behind",
                expected_days=Decimal(9 * 150) / 334,
                branch_meetings=1,
                visits=("2018-12-31-a", "2019-02-05-b", "2019-02-05-c", "2019-05-05-d"),
                months=(Decimal(1), Decimal(1), *[ZERO] * 10),
                by_kind=halves(survey="1", inspection="0.5", meeting="0.5"),
                by_level=halves(commune="1", branch="0.5", district="0.5"),
                reports=ReportCounts(on_time=3),
            ),
        )

    def test_a_date_counts_once_in_each_kind_and_level(self) -> None:
        """By kind and level they may add up to more than the days."""
        found = year(
            2019,
            "2019-12-31",
            member("an"),
            visit("2019-03-05", "a", kind="inspection", unit="tra-cu"),
            visit(
                "2019-03-05", "b", kind="survey", session="evening", unit="tra-cu", level="branch"
            ),
            visit("2019-03-06", "c", unit="tra-cu", level="branch"),
        )
        assert found.members[0].days == 2
        assert found.members[0].by_kind == halves(survey="2", inspection="1")
        assert found.members[0].by_level == halves(branch="2", district="1")

    def test_a_date_is_a_day_where_the_rule_says_so(self) -> None:
        """`calendar_date`: also a morning is a day, in all that is told of the year."""
        found = year(
            2019, "2019-12-31", policy(), member("an"), visit("2019-03-05", session="morning")
        )
        assert found.whole.total_days == found.members[0].days == found.members[0].months[2] == 1
        assert found.members[0].by_kind == halves(survey="1")
        assert found.members[0].by_level == halves(commune="1")

    def test_without_policy(self) -> None:
        """`no_policy`: days are counted, target null."""
        found = year(2019, "2019-12-31", member("an"), visit("2019-03-05"))
        told = found.members[0]
        assert (found.policy, told.days, told.target, told.status) == (None, ONE, None, "no_policy")
        assert (told.adjusted, told.expected_days, told.reports) == (False, None, ReportCounts())
        assert (found.reached, found.reports) == (0, ())

    def test_a_full_target_is_not_adjusted(self) -> None:
        found = year(2019, "2019-12-31", member("an"), policy(), visit("2019-03-05"))
        assert (found.members[0].target, found.members[0].adjusted) == (60, False)

    def test_no_data_and_no_day(self) -> None:
        """`no_data` if no visit names the member; named without a credited day is something else."""
        found = year(
            2019,
            "2019-12-31",
            policy(),
            member("an"),
            member("ba"),
            visit("2019-03-05", kind="office", members=["ba"]),
        )
        assert [each.status for each in found.members] == ["no_data", "short"]


class TestAcrossNewYear:
    """A visit across New Year gives each year its own dates."""

    parts = (
        policy(),
        member("an"),
        visit("2019-12-30", kind="meeting", end_date="2020-01-01", issues=[{"text": "Thiếu sân."}]),
    )

    def test_each_year_its_own(self) -> None:
        old, new = assess(records(*self.parts), day("2020-12-31")).years
        assert (old.year, old.whole.total_days, old.members[0].branch_meetings) == (2019, TWO, 1)
        assert (new.year, new.whole.total_days, new.members[0].branch_meetings) == (2020, ONE, 1)
        assert (old.members[0].visits, new.members[0].visits) == (("2019-12-30-ap-3",),) * 2
        assert (old.whole.visits, new.whole.visits) == (1, 1)
        assert (old.whole.issues_raised, new.whole.issues_raised) == (1, 0)

    def test_up_to_as_of(self) -> None:
        found = assess(records(*self.parts), day("2019-12-30"))
        assert [(each.year, each.whole.total_days) for each in found.years] == [(2019, ONE)]


class TestYear:
    parts = (
        policy(annual_days=2),
        member("ba"),
        member("an"),
        member("cu", part_time()),
        plan(2019, "cu"),
        plan(2019, "an"),
        plan(2018, "an"),
        visit("2019-01-05", "a", members=["an", "ba", "cu"]),
        visit("2019-03-05", "b", kind="inspection"),
        visit("2019-04-05", "c", recorded_on="2019-05-05"),
    )

    def test_figures(self) -> None:
        found = year(2019, "2019-06-30", *self.parts)
        assert (found.policy, found.closed, found.reached) == ("chu-truong-2015", False, 1)
        assert [each.id for each in found.members] == ["an", "ba"]
        assert (found.whole.population, str(found.whole.total_days)) == (2, "4")
        assert (found.whole.mean_days, found.whole.median_days) == (TWO, TWO)
        assert found.whole.min_days == 1
        assert (found.whole.visits, found.whole.participations) == (3, 5)
        assert {each.id: str(each.days) for each in found.kinds} == {
            "survey": "3",
            "inspection": "1",
        }
        assert {each.id: str(each.days) for each in found.levels} == {"commune": "4"}
        assert [each.member for each in found.variances] == ["an", "cu"]
        assert found.reports == (
            VisitReport(
                visit="2019-01-05-a",
                made=day("2019-01-05"),
                due=day("2019-01-15"),
                timeliness="on_time",
            ),
            VisitReport(
                visit="2019-03-05-b",
                made=day("2019-03-05"),
                due=day("2019-03-15"),
                timeliness="on_time",
            ),
            VisitReport(
                visit="2019-04-05-c",
                made=day("2019-05-05"),
                due=day("2019-04-15"),
                timeliness="late",
            ),
        )

    def test_total_is_the_sum_over_members(self) -> None:
        found = year(2019, "2019-12-31", *self.parts)
        assert found.whole.total_days == sum(each.days for each in found.members)
        assert found.whole.total_days == sum(each.total_days for each in found.months)

    def test_months_begun(self) -> None:
        found = year(2019, "2019-03-01", *self.parts)
        assert [each.period for each in found.months] == ["2019-01", "2019-02", "2019-03"]
        assert [each.total_days for each in found.months] == [2, 0, 0]
        assert [each.visits for each in found.months] == [1, 0, 0]
        closed = year(2019, "2020-06-30", *self.parts)
        assert [each.period for each in closed.months] == [f"2019-{n:02d}" for n in range(1, 13)]

    def test_months_are_those_of_summary(self) -> None:
        held = records(*self.parts)
        found = year(2019, "2019-12-31", *self.parts)
        of_months = [
            assess_period(held, Period(2019, n, n), day("2019-12-31")) for n in range(1, 13)
        ]
        assert list(found.months) == of_months
        assert found.whole == assess_period(held, Period(2019), day("2019-12-31"))

    def test_closed_on_its_last_day(self) -> None:
        assert not year(2019, "2019-12-30", *self.parts).closed
        assert year(2019, "2019-12-31", *self.parts).closed


class TestCommunes:
    """How many communes, wards and townships were covered, of those that there are."""

    units = (
        unit("tra-vinh", level="province"),
        unit("cang-long", "tra-vinh", level="district"),
        unit("an-truong", "cang-long"),
        unit("ap-3", "an-truong", level="branch"),
        unit("an-truong-a", "cang-long"),
        unit("tan-binh", "cang-long", valid_to="2019-06-30"),
        unit("new", "cang-long", valid_from="2019-07-01"),
        unit("school", "cang-long", type="school"),
    )

    def told(self, as_of: str, *visits: Record) -> tuple[int, int]:
        found = year(2019, as_of, *self.units, kind("survey"), member("an"), *visits)
        return found.communes_covered, found.communes

    def test_of_those_that_exist(self) -> None:
        """On the last day that counts."""
        below = visit("2019-03-05", unit="ap-3")
        ended = visit("2019-03-06", unit="tan-binh")
        school = visit("2019-03-07", unit="school")
        assert self.told("2019-06-30", below, ended, school) == (2, 3)
        assert self.told("2019-07-01", below, ended, school) == (1, 3)
        assert self.told("2025-07-01", below, ended, school) == (1, 3)

    def test_in_the_year_up_to_as_of(self) -> None:
        assert self.told("2019-12-31", visit("2018-12-31"), visit("2019-03-05", unit="school")) == (
            0,
            3,
        )
        later = visit("2019-09-01", unit="an-truong-a")
        assert self.told("2019-08-31", visit("2019-03-05"), later) == (1, 3)


class TestYears:
    """Years ascending: all with a visit or a plan, up to `as_of`."""

    def test_with_a_visit_or_a_plan(self) -> None:
        held = records(
            member("an", term("2010-01-01")), visit("2019-03-05"), plan(2017, "an", item("t01", 1))
        )
        found = assess(held, day("2020-06-30"))
        assert [each.year for each in found.years] == [2017, 2019]
        assert found.as_of == day("2020-06-30")
        assert found.year(2018) is None
        assert found.year(2019) == found.years[1]

    def test_coverage_over_all_years(self) -> None:
        held = records(member("an"), visit("2018-03-05"), visit("2019-03-05"), visit("2020-03-05"))
        found = assess(held, day("2019-12-31")).coverage["an-truong"]
        assert found.visits == ("2018-03-05-ap-3", "2019-03-05-ap-3")

    def test_nothing_at_all(self) -> None:
        found = assess(records(), day("2019-12-31"))
        assert found.years == ()
        assert {each.visits for each in found.coverage.values()} == {()}


class TestPeriodsOfAYear:
    """The halves, quarters and months begun, and each month with all before it (lũy kế)."""

    def test_only_what_has_begun(self) -> None:
        result = year(2019, "2019-04-01", member("an"), visit("2019-01-05"))
        assert [each.period for each in result.months] == [f"2019-0{n}" for n in (1, 2, 3, 4)]
        assert [each.period for each in result.longer] == ["2019-Q1", "2019-Q2", "2019-H1"]

    def test_a_unit_counts_once_however_many_months_had_it(self) -> None:
        visits = [visit(each) for each in ("2019-01-05", "2019-05-05", "2019-05-06")]
        result = year(2019, "2019-12-31", member("an"), *visits)
        so_far = result.to_date[4]
        assert (so_far.period, so_far.visits, so_far.units) == ("2019-01/2019-05", 3, 1)
        assert so_far.total_days == Decimal(3)

    @pytest.mark.parametrize("written", ["2019", "2019-H1", "2019-H2", "2019-Q4", "2019-12"])
    def test_the_figures_of_a_period_are_found_by_it(self, written: str) -> None:
        held = records(member("an"), visit("2019-01-05"), visit("2019-11-05"))
        result = assess(held, day("2019-12-31")).year(2019)
        period = Period.parse(written)
        assert result
        assert period
        assert result.figures_of(period) == assess_period(held, period, day("2019-12-31"))

    def test_a_stretch_that_is_none_of_them_has_no_figures(self) -> None:
        result = year(2019, "2019-12-31", member("an"), visit("2019-01-05"))
        assert result.figures_of(Period(2019, 2, 5)) is None

    @pytest.mark.parametrize(
        "period", [Period(2018), Period(2019, 2, 5)], ids=["no such year", "no such stretch"]
    )
    def test_results_know_the_figures_of_a_period_or_refuse_it(self, period: Period) -> None:
        results = assess(records(member("an"), visit("2019-01-05")), day("2019-12-31"))
        only = results.years[0]
        assert results.figures_of(Period(2019)) == (only, only.whole)
        with pytest.raises(KeyError, match=str(period)):
            results.figures_of(period)


class TestShares:
    """Visits, lượt and days of one kind, level or programme."""

    PARTS = (
        policy(day_unit="session"),
        member("an"),
        member("ba"),
        member("che", part_time()),
        visit("2019-03-05", "a", members=["an", "ba", "che"], programme="thang-3"),
        visit("2019-03-06", "b", session="morning", kind="meeting", unit="ap-3"),
        visit("2019-03-06", "c", session="evening", kind="meeting", unit="ap-3"),
        visit("2019-03-07", "d", kind="office", unit="tra-cu"),
    )

    def test_of_kinds_those_that_do_not_count_too(self) -> None:
        assert year(2019, "2019-12-31", *self.PARTS).kinds == (
            Share(id="survey", visits=1, participations=3, days=TWO),
            Share(id="meeting", visits=2, participations=2, days=ONE),
            Share(id="office", visits=1, participations=1, days=ZERO),
        )

    def test_of_levels(self) -> None:
        assert year(2019, "2019-12-31", *self.PARTS).levels == (
            Share(id="commune", visits=1, participations=3, days=TWO),
            Share(id="branch", visits=2, participations=2, days=ONE),
            Share(id="district", visits=1, participations=1, days=ZERO),
        )

    def test_of_programmes_those_that_belong_to_one(self) -> None:
        assert year(2019, "2019-12-31", *self.PARTS).programmes == (
            Share(id="thang-3", visits=1, participations=3, days=TWO),
        )

    def test_the_same_days_by_visits_then_by_id(self) -> None:
        found = year(
            2019,
            "2019-12-31",
            member("an"),
            visit("2019-03-05", "a", kind="office"),
            visit("2019-03-06", "b", kind="rehearsal"),
            visit("2019-03-07", "c", kind="rehearsal"),
        )
        assert [each.id for each in found.kinds] == ["rehearsal", "office"]


class TestCounts:
    def test_how_many_stand_how(self) -> None:
        found = year(
            2019,
            "2019-06-30",
            policy(annual_days=3),
            *(member(name) for name in ("an", "ba", "che", "do")),
            visit("2019-03-05", members=["an", "ba", "che"]),
            visit("2019-03-06", "b", members=["an", "ba"]),
            visit("2019-03-07", "c", members=["an"]),
        )
        assert dict(found.standing) == {"reached": 1, "on_pace": 1, "behind": 1, "no_data": 1}
        assert found.standing["short"] == 0

    def test_reports_of_visits_count_once_however_many_went(self) -> None:
        found = year(
            2019,
            "2019-06-30",
            policy(),
            member("an"),
            member("ba"),
            visit("2019-03-05", members=["an", "ba"]),
            visit("2019-03-06", "b", recorded_on="2019-05-01"),
            visit("2019-03-07", "c", recorded_on=None),
            visit("2019-06-29", "d", recorded_on=None),
        )
        assert found.report_counts == ReportCounts(on_time=1, late=1, missing=1, not_due=1)
