"""Who is at two visits on the same day: held against looking at every pair."""

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.domain.meetings import meetings
from generator.domain.visit import Attendance, Visit

START = date(2019, 5, 1)


@st.composite
def visits(draw: st.DrawFn) -> Visit:
    first = START + timedelta(draw(st.integers(0, 8)))
    last = first + timedelta(draw(st.sampled_from([0, 0, 1, 3, 30, 31, 40, -1])))
    members = tuple(draw(st.lists(st.sampled_from("abc"), min_size=1, max_size=3)))
    attendance = []
    if draw(st.integers(0, 2)) == 0:
        dates = draw(st.lists(st.integers(-2, 45), min_size=1, max_size=4))
        days = tuple(first + timedelta(each) for each in dates)
        attendance = [Attendance(member=draw(st.sampled_from("abc")), dates=days)]
    return Visit(
        date=first, end_date=last, unit="u", kind="k", members=members, content="x",
        attendance=tuple(attendance),
    )  # fmt: skip


def present(visit: Visit, member: str) -> set[date]:
    """The days of a member, told anew: attendance within the visit, else its first 31 days."""
    for each in visit.attendance:
        if each.member == member:
            return {day for day in each.dates if visit.date <= day <= visit.last_day}
    span = (visit.last_day - visit.date).days + 1
    return {visit.date + timedelta(number) for number in range(min(span, 31))}


@settings(max_examples=300)
@given(st.lists(visits(), max_size=6))
def test_every_pair_that_shares_a_day_is_found_and_no_other(drawn: list[Visit]) -> None:
    standing = sorted(
        (each.model_copy(update={"id": str(n)}) for n, each in enumerate(drawn)),
        key=lambda each: (each.date, each.id),
    )
    found = {(m.one.id, m.other.id, m.member): m.days for m in meetings(standing)}
    expected = {
        (one.id, other.id, member): tuple(sorted(days))
        for one, other in combinations(standing, 2)
        for member in "abc"
        if member in one.members and member in other.members
        if (days := present(one, member) & present(other, member))
    }
    assert found == expected
    assert len(list(meetings(standing))) == len(expected)
