"""Totals of plans. Source: issue *Site*, "Plans: by month, done, moved, not done, cancelled"."""

from decimal import Decimal

from generator.compliance.plan_totals import PlanMonth, PlanTotals
from generator.compliance.results import assess
from generator.compliance.year import YearResult
from generator.domain.fields import Record
from tests.builders import day, item, member, plan, policy, records, visit


def year(*parts: Record, as_of: str = "2019-06-15") -> YearResult:
    held = records(member("an"), member("binh"), policy(), *parts)
    found = assess(held, day(as_of)).year(2019)
    assert found
    return found


PLANS = (
    plan(
        2019,
        "an",
        item("t03", 3, days="2"),
        item("t04", 4),
        item("t05", 5, kind="inspection", days="1.5"),
        item("t05-2", 5, cancelled="Trùng lịch họp", days="4"),
        item("t07", 7, days="3"),
    ),
    plan(2019, "binh", item("t03", 3, kind="meeting")),
    plan(2020, "binh", item("t03", 3, kind="meeting", cancelled="Chưa tới")),
)
# Bình's item takes all four days of the visit over the end of February, An had planned none of it.
VISITS = (
    visit("2019-03-05"),
    visit("2019-05-07", "bu", kind="meeting", plan_item="2019/an/t04"),
    visit("2019-02-27", "them", end_date="2019-03-02", kind="meeting", members=["an", "binh"]),
)


def test_each_month_with_items_or_unplanned_visits() -> None:
    assert year(*PLANS, *VISITS).plan_months == (
        PlanMonth(month=2, unplanned=1),
        PlanMonth(month=3, items=2, done=2, planned_days=Decimal(3), actual_days=Decimal(5)),
        PlanMonth(month=4, items=1, moved=1, planned_days=Decimal(1), actual_days=Decimal(1)),
        PlanMonth(month=5, items=2, not_done=1, cancelled=1, planned_days=Decimal("1.5")),
        PlanMonth(month=7, items=1, upcoming=1, planned_days=Decimal(3)),
    )


def test_the_year_is_all_its_months() -> None:
    assert year(*PLANS, *VISITS).plan == PlanTotals(
        items=6,
        done=2,
        moved=1,
        not_done=1,
        cancelled=1,
        upcoming=1,
        unplanned=1,
        planned_days=Decimal("8.5"),
        actual_days=Decimal(6),
    )


def test_a_cancelled_item_that_was_served_all_the_same_was_not_counted_on() -> None:
    cancelled = plan(2019, "an", item("t05", 5, days="4", cancelled="Trùng lịch họp"))
    served = visit("2019-05-07", plan_item="2019/an/t05")
    assert year(cancelled, served).plan == PlanTotals(
        items=1, done=1, planned_days=Decimal(0), actual_days=Decimal(1)
    )


def test_a_visit_that_no_plan_of_several_foresaw_counts_once() -> None:
    both = visit("2019-05-07", kind="office", members=["an", "binh"])
    empty = (plan(2019, "an"), plan(2019, "binh"))
    assert year(*empty, both).plan == PlanTotals(unplanned=1)


def test_a_year_that_has_not_begun_has_totals_too() -> None:
    early = visit("2018-12-28", plan_item="2019/an/t04")
    held = records(member("an"), member("binh"), policy(), *PLANS, early)
    found = assess(held, day("2018-12-31"))
    assert [each.year for each in found.years] == [2018]
    assert [each.year for each in found.to_come] == [2019, 2020]
    assert [each.year for each in found.plans] == [2018, 2019, 2020]
    assert found.to_come[0].plan == PlanTotals(
        items=6,
        moved=1,
        cancelled=1,
        upcoming=4,
        planned_days=Decimal("8.5"),
        actual_days=Decimal(1),
    )
    assert found.to_come[1].plan_months == (PlanMonth(month=3, items=1, cancelled=1),)


def test_without_a_plan_there_is_nothing_to_hold_visits_against() -> None:
    found = year(visit("2019-05-07"))
    assert (found.plan, found.plan_months) == (PlanTotals(), ())
