"""A member's year as twelve small months."""

import calendar
from datetime import date

import pytest

from generator.domain.member import Member
from generator.domain.visit import Visit
from generator.present.names import Names
from generator.present.year_calendar import DayCell, MonthGrid, marks_of, year_calendar
from tests.builders import leave, member, part_time, records, term, visit

END = date(2019, 12, 31)


def months(
    *visits: Visit, who: Member | None = None, as_of: date = END, year: int = 2019
) -> tuple[MonthGrid, ...]:
    held = who or member("an")
    return year_calendar(year, held, visits, as_of, Names(records(held, *visits)))


def cell(grid: tuple[MonthGrid, ...], month: int, number: int) -> DayCell:
    return next(c for week in grid[month - 1].weeks for c in week if c.number == number)


@pytest.mark.parametrize("year", [2019, 2020, 2021])
def test_every_day_stands_under_its_weekday(year: int) -> None:
    for grid in months(year=year):
        found = {}
        for row, week in enumerate(grid.weeks):
            column = 0
            for each in week:
                if each.number:
                    found[each.number] = (row, column)
                column += each.span
            assert column == 7
        first, length = calendar.monthrange(year, grid.number)
        assert found == {day: divmod(day - 1 + first, 7) for day in range(1, length + 1)}, (
            grid.number
        )


def test_a_day_leads_to_its_visit_and_says_what_it_was() -> None:
    grid = months(visit("2019-03-05", "ap-3", unit="ap-3", kind="meeting", session="evening"))
    assert cell(grid, 3, 5) == DayCell(
        number=5,
        marks=("half", "meeting"),
        target="chuyen-di/2019/2019-03-05-ap-3/",
        label="5/3: Meeting, Ap-3, An-Truong, Cang-Long, buổi tối",
    )
    assert cell(grid, 3, 6) == DayCell(6)
    assert [each.number for each in grid if each.busy] == [3]


def test_of_several_visits_the_day_leads_to_the_list_of_their_month() -> None:
    grid = months(
        visit("2019-03-31", "a", end_date="2019-04-01"),
        visit("2019-04-01", "b", unit="ham-giang", session="evening"),
    )
    assert cell(grid, 3, 31).target == "chuyen-di/2019/2019-03-31-a/"
    assert cell(grid, 4, 1) == DayCell(
        number=1,
        marks=("full",),
        target="#chuyen-2019-04",
        label=("1/4: 2 chuyến: Survey, An-Truong, Cang-Long; Survey, Ham-Giang, Tra-Cu, buổi tối"),
    )


def test_a_month_has_begun_by_the_day_counted() -> None:
    grid = months(visit("2019-03-05"), as_of=date(2019, 4, 1))
    assert [each.number for each in grid if each.begun] == [1, 2, 3, 4]


def test_visits_that_began_earlier_are_listed_where_they_began() -> None:
    grid = months(
        visit("2019-03-30", "a", end_date="2019-04-01"),
        visit("2019-03-31", "b", end_date="2019-04-01"),
    )
    assert cell(grid, 4, 1).target == "#chuyen-2019-03"


@pytest.mark.parametrize(
    ("sessions", "mark"),
    [
        (["morning"], "half"),
        (["morning", "afternoon"], "full"),
        (["morning", "morning"], "half"),
        (["full_day"], "full"),
    ],
)
def test_two_sessions_are_as_much_as_a_day(sessions: list[str], mark: str) -> None:
    held = [
        visit("2019-03-05", f"v{index}", session=session) for index, session in enumerate(sessions)
    ]
    assert cell(months(*held), 3, 5).marks == (mark,)


def test_what_counts_nothing_is_marked_so() -> None:
    assert cell(months(visit("2019-03-05", kind="office")), 3, 5).marks == ("uncounted",)
    assert cell(months(visit("2019-03-05", kind="rehearsal")), 3, 5).marks == ("uncounted",)
    partly = member("an", term("2015-01-01", "2019-03-04"), part_time("2019-03-05"))
    tour = visit("2019-03-04", end_date="2019-03-05")
    grid = months(tour, who=partly)
    assert [cell(grid, 3, day).marks for day in (4, 5)] == [("full",), ("uncounted",)]


def test_only_days_of_the_member_in_the_year_up_to_the_day_counted() -> None:
    tour = visit(
        "2018-12-31",
        end_date="2019-01-03",
        attendance=[{"member": "an", "dates": ["2018-12-31", "2019-01-01", "2019-01-03"]}],
    )
    grid = months(tour, visit("2019-02-01", "sau"), as_of=date(2019, 1, 31))
    days = [(m.number, c.number) for m in grid for week in m.weeks for c in week if c.target]
    assert days == [(1, 1), (1, 3)]


def test_leave_is_marked_where_the_records_tell_of_it() -> None:
    away = member("an", leave=[leave("2019-06-01", "2019-06-02")])
    grid = months(who=away)
    assert cell(grid, 6, 2) == DayCell(2, marks=("leave",))
    assert cell(grid, 6, 3) == DayCell(3)
    assert marks_of(grid) == [("leave", "nghỉ")]


def test_the_legend_explains_what_occurs_and_nothing_else() -> None:
    grid = months(
        visit("2019-03-05", kind="meeting", session="evening"), visit("2019-03-06", kind="office")
    )
    assert marks_of(grid) == [
        ("half", "đi một buổi"),
        ("meeting", "có dự sinh hoạt chi đoàn"),
        ("uncounted", "không tính ngày"),
    ]
    assert marks_of(months()) == []
