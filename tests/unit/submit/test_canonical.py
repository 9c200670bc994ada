"""Canonical form: the model's order, nothing empty, and the same meaning."""

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.domain.fields import Record
from generator.domain.member import Member
from generator.domain.plain_schema import plain_schema
from generator.domain.plan import Plan
from generator.domain.unit import UnitList
from generator.domain.visit import Visit
from generator.load.layout import KINDS, Kind
from generator.load.limits import LIST_LIMITS
from generator.load.shape import shape
from generator.load.strict_yaml import read_text
from generator.submit.canonical import canonical, in_order, tree_of
from tests.unit.submit.drawn import drawn

DERIVED = {"id": "x", "path": "records/x.yml"}
UNTIMED = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def test_keys_come_in_the_order_of_the_model_and_unknown_ones_last() -> None:
    tree = {
        "lạ": {"z": "1", "a": "2"},
        "content": "Họp.",
        "members": ["b", "a"],
        "issues": [{"due": "2019-01-02", "stray": "x", "text": "Thiếu loa."}],
        "unit": "u",
        "kind": "k",
        "date": "2019-01-01",
    }
    written = canonical(tree, Visit)
    assert written == (
        "date: 2019-01-01\nunit: u\nkind: k\nmembers:\n  - b\n  - a\ncontent: Họp.\n"
        "issues:\n  - text: Thiếu loa.\n    due: 2019-01-02\n    stray: x\n"
        "lạ:\n  z: 1\n  a: 2\n"
    )
    assert canonical(read_text(written).tree or {}, Visit) == written


def test_empty_optional_keys_go_and_empty_required_ones_stay() -> None:
    tree = {
        "date": "2019-01-01",
        "unit": "",
        "members": [],
        "venue": "",
        "topics": [],
        "turnout": {"members": "", "youth": ""},
        "issues": [{"text": "", "due": ""}],
        "lạ": "",
    }
    assert in_order(tree, Visit) == {
        "date": "2019-01-01",
        "unit": "",
        "members": [],
        "issues": [{"text": ""}],
        "lạ": "",
    }


def test_only_text_is_quoted_and_what_has_a_type_is_plain() -> None:
    units = {"units": [{"id": "84", "code": "84", "name": "no", "valid_from": "2019-01-01"}]}
    assert canonical(units, UnitList) == (
        'units:\n  - id: "84"\n    code: "84"\n    name: "no"\n    valid_from: 2019-01-01\n'
    )
    plan = {"year": "2019", "approvals": [{"period": "2019"}], "items": [{"days": "1.5"}]}
    assert canonical(plan, Plan) == (
        'year: 2019\napprovals:\n  - period: "2019"\nitems:\n  - days: 1.5\n'
    )
    member = {"terms": [{"full_time": "no", "from": "2019-1-1"}]}
    assert canonical(member, Member) == ("terms:\n  - full_time: no\n    from: 2019-1-1\n"), (
        "what is wrong stays as it was written, for the check to tell"
    )


@pytest.mark.parametrize(
    "tree",
    [
        {"members": "an", "turnout": ["x"], "issues": {"text": "y"}, "unit": {"a": "b"}},
        {"issues": ["x", [], {}], "date": ["2019-01-01"]},
        {"rules": {"annual_days": {"value": {"a": "1"}}}},
    ],
)
def test_what_has_the_wrong_shape_is_kept(tree: dict[str, Any]) -> None:
    assert read_text(canonical(tree, Visit)).tree == tree


def of_a_kind() -> st.SearchStrategy[tuple[Kind, dict[str, Any]]]:
    choices = [st.tuples(st.just(kind), drawn(plain_schema(kind.model))) for kind in KINDS]
    return st.one_of(*choices)


@UNTIMED
@given(of_a_kind(), st.randoms(use_true_random=False))
def test_a_record_means_the_same_afterwards(
    drawn_record: tuple[Kind, dict[str, Any]], chance: random.Random
) -> None:
    kind, tree = drawn_record
    before = shape(kind.model, tree, DERIVED)
    assert isinstance(before, Record), before
    written = canonical(stirred(tree, chance), kind.model)
    found = read_text(written, LIST_LIMITS)
    assert found.tree is not None, written
    assert meaning(shape(kind.model, found.tree, DERIVED)) == meaning(before)
    assert canonical(found.tree, kind.model) == written


@UNTIMED
@given(of_a_kind())
def test_a_record_writes_itself(drawn_record: tuple[Kind, dict[str, Any]]) -> None:
    kind, tree = drawn_record
    record = shape(kind.model, tree, DERIVED)
    assert isinstance(record, Record)
    assert shape(kind.model, tree_of(record), DERIVED) == record


def stirred(tree: Any, chance: random.Random) -> Any:
    """Return the tree with the keys of every group in another order."""
    if isinstance(tree, dict):
        keys = chance.sample(list(tree), len(tree))
        return {key: stirred(tree[key], chance) for key in keys}
    return [stirred(each, chance) for each in tree] if isinstance(tree, list) else tree


def meaning(record: Any) -> Any:
    """Return what the record says, without the groups and lists that say nothing."""
    if isinstance(record, BaseModel):
        record = dict(record)
    if isinstance(record, dict):
        inner = {key: meaning(value) for key, value in record.items()}
        return {key: value for key, value in inner.items() if value not in (None, {}, [])}
    return [meaning(each) for each in record] if isinstance(record, tuple) else record
