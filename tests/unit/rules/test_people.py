"""Terms, leave, collisions and duplicates; row 21, against a count that shares nothing with it."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.domain.visit import Visit
from generator.rules import people
from tests.builders import leave, member, part_time, records, term, visit
from tests.unit.rules.told import told

ORDER = "→ Ghi ngày cuối cho khoảng trước, và xếp theo thời gian."

SPANS = [
    ([("2015-01-01", "2016-12-31"), ("2017-01-01", "2018-01-01")], []),
    (
        [("2015-01-01", "2014-12-31")],
        ["[0].to: Ngày cuối 2014-12-31 đứng trước ngày đầu 2015-01-01. → Đổi lại hai ngày."],
    ),
    (
        [("2015-01-01", "2017-01-01"), ("2017-01-01", "2018-01-01")],
        [f"[1].from: Bắt đầu 2017-01-01 khi khoảng trước chưa kết thúc. {ORDER}"],
    ),
    (
        [("2017-01-01", "2018-01-01"), ("2015-01-01", "2016-01-01")],
        [f"[1].from: Bắt đầu 2015-01-01 khi khoảng trước chưa kết thúc. {ORDER}"],
    ),
]


@pytest.mark.parametrize(("spans", "found"), SPANS)
def test_terms_and_leave_stand_in_order(spans: list[tuple[str, str]], found: list[str]) -> None:
    some = records(
        member("an", *(term(*span) for span in spans)),
        member("binh", leave=[leave(*span) for span in spans]),
    )
    assert told(people.terms_are_in_order, some) == [f"an terms{each}" for each in found]
    assert told(people.leave_is_in_order, some) == [f"binh leave{each}" for each in found]


def test_an_open_term_is_the_last() -> None:
    some = records(member("an", term("2015-01-01"), part_time("2019-01-01")))
    assert told(people.terms_are_in_order, some) == [
        f"an terms[1].from: Bắt đầu 2019-01-01 khi khoảng trước chưa kết thúc. {ORDER}"
    ]


AWAY = "→ Sửa ngày, bỏ người này, hoặc ghi attendance những ngày có đi."


def test_nobody_visits_on_leave() -> None:
    there = [{"member": "an", "dates": ["2019-06-01", "2019-06-30"]}]
    some = records(
        member("an", leave=[leave("2019-06-02", "2019-06-20")]),
        visit("2019-06-01"),
        visit("2019-06-02"),
        visit("2019-06-01", "dai", end_date="2019-06-30", members=["binh", "an"]),
        visit("2019-06-01", "mot-phan", end_date="2019-06-30", attendance=there),
        visit("2019-06-03", withdrawn="2019-07-01"),
    )
    assert told(people.nobody_visits_on_leave, some) == [
        (
            "2019-06-01-dai members[1]: “Lê Văn An” đang nghỉ vào 2019-06-02, 2019-06-03, 2019-06-04 "
            f"và 16 ngày nữa. {AWAY}"
        ),
        f"2019-06-02-ap-3 members[0]: “Lê Văn An” đang nghỉ vào 2019-06-02. {AWAY}",
    ]


def test_nobody_visits_outside_any_term_and_part_time_is_a_term() -> None:
    some = records(
        member("an", term("2018-01-01", "2018-12-31"), part_time("2019-02-01")),
        visit("2018-12-31", end_date="2019-01-02"),
        visit("2019-02-01"),
    )
    assert told(people.nobody_visits_outside_terms, some) == [
        (
            "2018-12-31-ap-3 members[0]: “Lê Văn An” không có nhiệm kỳ vào 2019-01-01, 2019-01-02. "
            "→ Sửa ngày, bỏ người này, hoặc bổ sung quá trình công tác."
        )
    ]


def test_a_visit_may_go_on_from_one_term_into_the_next() -> None:
    first, second = term(to="2019-06-01"), term("2019-06-02")
    some = records(member("an", first, second), visit("2019-06-01", end_date="2019-06-03"))
    assert told(people.nobody_visits_outside_terms, some) == []
    assert told(people.nobody_visits_on_leave, some) == []


def test_a_day_outside_the_visit_is_a_fault_of_attendance_only() -> None:
    there = [{"member": "an", "dates": ["2091-06-01"]}]
    some = records(
        member("an", term(to="2019-12-31"), leave=[leave("2091-01-01", "2091-12-31")]),
        visit("2019-06-01", attendance=there),
    )
    assert told(people.nobody_visits_on_leave, some) == []
    assert told(people.nobody_visits_outside_terms, some) == []


def test_a_collision_is_told_for_each_member_in_both_visits() -> None:
    some = records(
        visit("2019-06-01", "a", members=["an", "binh"], end_date="2019-06-02"),
        visit("2019-06-02", "b", members=["chi", "an", "binh"], unit="ham-giang"),
    )
    found = list(people.nobody_is_in_two_places(some))
    assert [(fault.path[-16:-4], fault.field) for fault in found] == [
        ("2019-06-01-a", ("members", 0)),
        ("2019-06-02-b", ("members", 1)),
        ("2019-06-01-a", ("members", 1)),
        ("2019-06-02-b", ("members", 2)),
    ]


def test_a_collision_names_the_other_visit() -> None:
    some = records(visit("2019-06-01", "a"), visit("2019-06-01", "b", unit="ham-giang"))
    hint = "Ghi buổi (session) cho từng chuyến, hoặc sửa ngày, người đi."
    assert told(people.nobody_is_in_two_places, some) == [
        (
            "2019-06-01-a members[0]: “an” cùng lúc ở chuyến đi “2019-06-01-b” (ham-giang) "
            f"vào 2019-06-01. → {hint}"
        ),
        (
            "2019-06-01-b members[0]: “an” cùng lúc ở chuyến đi “2019-06-01-a” (an-truong) "
            f"vào 2019-06-01. → {hint}"
        ),
    ]


def test_a_duplicate_is_told_once_on_both_sides() -> None:
    both = ["an", "binh"]
    some = records(visit("2019-06-01", "a", members=both), visit("2019-06-01", "b", members=both))
    hint = "Giữ một bản; nếu nhiều người cùng đi thì ghi chung vào members."
    assert told(people.no_visit_is_recorded_twice, some) == [
        f"2019-06-01-a : Chuyến đi này đã có bản ghi “2019-06-01-b”. → {hint}",
        f"2019-06-01-b : Chuyến đi này đã có bản ghi “2019-06-01-a”. → {hint}",
    ]


DIFFERENCES = [
    {"date_": "2019-06-02"},
    {"end_date": "2019-06-02"},
    {"session": "morning"},
    {"unit": "ham-giang"},
    {"kind": "meeting"},
    {"members": ["binh"]},
    {"withdrawn": "2019-07-01"},
]


@pytest.mark.parametrize("difference", DIFFERENCES, ids=lambda difference: next(iter(difference)))
def test_whatever_differs_it_is_no_duplicate(difference: dict[str, object]) -> None:
    keys = {"date_": "2019-06-01", "slug": "b"} | difference
    some = records(visit("2019-06-01", "a"), visit(**keys))  # type: ignore[arg-type]
    assert told(people.no_visit_is_recorded_twice, some) == []


SESSIONS = ("full_day", "morning", "afternoon", "evening")
DRAWN = st.tuples(
    st.integers(0, 6),
    st.integers(0, 2),
    st.sampled_from(SESSIONS),
    st.sampled_from(["an-truong", "ham-giang"]),
    st.sampled_from(["survey", "meeting"]),
    st.lists(st.sampled_from(["an", "binh", "chi"]), min_size=1, max_size=3, unique=True),
)


def drawn_visits(draws: list[tuple[int, int, str, str, str, list[str]]]) -> list[Visit]:
    """Return a visit for each draw; only whole days are longer than one."""
    first = date(2019, 6, 1)
    return [
        visit(
            first + timedelta(days=start),
            f"v{number}",
            end_date=first + timedelta(days=start + (length if session == "full_day" else 0)),
            session=session,
            unit=unit,
            kind=kind,
            members=members,
        )
        for number, (start, length, session, unit, kind, members) in enumerate(draws)
    ]


def collisions(visits: list[Visit]) -> set[tuple[str, str, str]]:
    """Return (visit, other, member), by looking at every member, day and session of every pair."""
    found: set[tuple[str, str, str]] = set()
    for one, other in permutations(visits, 2):
        for who in set(one.members) & set(other.members):
            for day in set(one.days()) & set(other.days()):
                mine = {(day, s) for s in SESSIONS[1:] if one.session in ("full_day", s)}
                theirs = {(day, s) for s in SESSIONS[1:] if other.session in ("full_day", s)}
                if mine & theirs and one.unit != other.unit:
                    found.add((one.path, other.id, who))
    return found


EXAMPLES = 200
Draws = list[tuple[int, int, str, str, str, list[str]]]


def test_row_21_collisions_are_those_of_a_plain_count(
    record_property: Callable[[str, object], None],
) -> None:
    counted: Counter[bool] = Counter()

    @given(st.lists(DRAWN, max_size=8))
    @settings(max_examples=EXAMPLES, deadline=None)
    def agree(draws: Draws) -> None:
        visits = drawn_visits(draws)
        found = list(people.nobody_is_in_two_places(records(*visits)))
        told_ = {
            (f.path, f.message.split("“")[2].split("”")[0], f.message.split("“")[1].split("”")[0])
            for f in found
        }
        assert told_ == collisions(visits)
        assert len(found) == len(told_)
        counted[bool(told_)] += 1

    agree()
    assert counted.total() >= EXAMPLES
    assert counted[True] > 0
    record_property("figure", f"{counted.total()} drawn worlds, {counted[True]} with a collision")


def test_row_21_duplicates_are_those_of_a_plain_count(
    record_property: Callable[[str, object], None],
) -> None:
    counted: Counter[bool] = Counter()

    @given(st.lists(DRAWN, max_size=8))
    @settings(max_examples=EXAMPLES, deadline=None)
    def agree(draws: Draws) -> None:
        visits = drawn_visits(draws)
        twins = {
            (one.path, other.id)
            for one, other in permutations(visits, 2)
            if (one.date, one.last_day, one.session, one.unit, one.kind)
            == (other.date, other.last_day, other.session, other.unit, other.kind)
            and set(one.members) & set(other.members)
        }
        found = list(people.no_visit_is_recorded_twice(records(*visits)))
        assert {(f.path, f.message.split("“")[1].split("”")[0]) for f in found} == twins
        assert len(found) == len(twins)
        counted[bool(twins)] += 1

    agree()
    assert counted.total() >= EXAMPLES
    record_property("figure", f"{counted.total()} drawn worlds, {counted[True]} with a duplicate")
