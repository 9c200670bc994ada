"""Terms, leave, units, programmes and policies hold on their days, both ends inclusive."""

from datetime import date

import pytest

from generator.domain.activity import Programme
from generator.domain.member import Leave, Member, Term
from generator.domain.policy import Policy
from generator.domain.unit import Unit
from tests.builders import member, part_time, plan, policy, term, unit

DAYS = [
    (date(2019, 2, 28), False),
    (date(2019, 3, 1), True),
    (date(2019, 3, 15), True),
    (date(2019, 3, 31), True),
    (date(2019, 4, 1), False),
]


@pytest.mark.parametrize(("day", "inside"), DAYS)
def test_both_ends_belong_to_a_span(day: date, inside: bool) -> None:  # noqa: FBT001
    span = {"from": "2019-03-01", "to": "2019-03-31"}
    bounds = {"valid_from": "2019-03-01", "valid_to": "2019-03-31"}
    assert Term.model_validate(term("2019-03-01", "2019-03-31")).covers(day) == inside
    assert Leave.model_validate(span).covers(day) == inside
    assert Programme.model_validate({"id": "a", "label": "A", **span}).runs_on(day) == inside
    assert unit("a", **bounds).exists_on(day) == inside
    assert policy("2019-03-01", "2019-03-31").in_force_on(day) == inside
    assert member("an", leave=(span,)).on_leave(day) == inside


def test_open_ends_have_no_limit() -> None:
    far, early = date(2199, 1, 1), date(1900, 1, 1)
    assert Term.model_validate(term()).covers(far)
    assert unit("a").exists_on(far)
    assert unit("a").exists_on(early)
    assert policy().in_force_on(far)
    assert not policy().in_force_on(early)


WITHIN = [
    ({}, True),
    ({"valid_to": "2019-03-01"}, True),
    ({"valid_to": "2019-02-28"}, False),
    ({"valid_from": "2019-03-31"}, True),
    ({"valid_from": "2019-04-01"}, False),
    ({"valid_from": "2019-03-10", "valid_to": "2019-03-20"}, True),
]


@pytest.mark.parametrize(("bounds", "exists"), WITHIN)
def test_a_unit_exists_in_a_month_if_on_one_of_its_days(
    bounds: dict[str, str],
    exists: bool,  # noqa: FBT001
) -> None:
    months: Unit = unit("a", **bounds)
    assert months.exists_within(date(2019, 3, 1), date(2019, 3, 31)) == exists


def test_a_member_holds_the_term_of_the_day() -> None:
    both: Member = member("an", term("2018-01-01", "2018-12-31"), part_time("2019-01-01"))
    assert both.term_on(date(2017, 12, 31)) is None
    assert both.term_on(date(2018, 6, 1)) == both.terms[0]
    assert both.term_on(date(2019, 6, 1)) == both.terms[1]
    assert both.full_time_on(date(2018, 12, 31))
    assert not both.full_time_on(date(2019, 1, 1))
    assert not both.on_leave(date(2019, 1, 1))


def test_a_month_of_a_plan_is_approved_by_whatever_covers_it() -> None:
    approvals = [{"period": "2019-Q2", "date": "2019-03-01", "by": "Ban Thường vụ"}]
    quarter = plan(2019, "an", approvals=approvals)
    assert [month for month in range(1, 13) if quarter.approved(month)] == [4, 5, 6]


def test_a_policy_without_an_end_stays_in_force() -> None:
    open_ended: Policy = policy("2019-01-01")
    assert open_ended.to is None
    assert not open_ended.in_force_on(date(2018, 12, 31))
