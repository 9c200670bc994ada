"""A visit's days, and who was there on which of them."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import visit


@given(st.dates(date(1900, 1, 1), date(2199, 11, 30)), st.integers(-40, 60))
def test_days_are_those_between_the_ends_and_at_most_31(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    if not 1900 <= last.year < 2200:
        return
    days = list(visit(first, end_date=last).days())
    assert days == [first + timedelta(days=n) for n in range(min(length + 1, 31))]


def test_a_visit_of_one_day_ends_on_it() -> None:
    one = visit("2019-05-20")
    assert one.last_day == one.date
    assert list(one.days()) == [date(2019, 5, 20)]


def test_the_main_unit_comes_first() -> None:
    assert visit("2019-05-20", other_units=["b", "c"]).unit_ids == ("an-truong", "b", "c")


def test_whoever_has_no_attendance_was_there_on_all_days() -> None:
    attendance = [{"member": "binh", "dates": ["2019-05-21", "2019-05-21"]}]
    both = visit("2019-05-20", end_date="2019-05-21", members=["an", "binh"], attendance=attendance)
    assert both.dates_of("an") == (date(2019, 5, 20), date(2019, 5, 21))
    assert both.dates_of("binh") == (date(2019, 5, 21),)
