"""Which figures are provisional: those that rest on a rule that nobody has confirmed."""

import pytest

from generator.present.policy import COUNTING_RULES, assumed_rules, policy_of
from tests.builders import policy
from tests.unit.present.worlds import RULES, assumed, world


@pytest.mark.parametrize("rule", COUNTING_RULES)
def test_each_rule_that_decides_a_figure(rule: str) -> None:
    view = world(rules=assumed(RULES, rule))
    assert assumed_rules(view.records, view.results.year(2019)) == [rule]


def test_the_rule_that_decides_most_comes_first() -> None:
    view = world(rules=assumed(RULES, "proration", "day_unit"))
    assert assumed_rules(view.records, view.results.year(2019)) == ["day_unit", "proration"]


def test_how_reports_are_made_decides_no_figure() -> None:
    view = world(rules=assumed(RULES, "report_form", "report_deadline_days"))
    assert assumed_rules(view.records, view.results.year(2019)) == []


def test_the_policy_is_that_of_the_year() -> None:
    view = world(rules=policy("2020-01-01", annual_days=3))
    assert policy_of(view.records, view.results.year(2019)) is None
    assert policy_of(view.records, view.results.year(2020)) is not None
    assert policy_of(view.records, None) is None
    assert assumed_rules(view.records, None) == []
