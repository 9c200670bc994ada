"""The schemas say what the models say: one corpus, two judges."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from generator.build.schema import models
from generator.domain.fields import Record, Shape, internal, public
from generator.domain.policy import Rule
from generator.load.article_text import read_article
from generator.load.layout import KIND_BY_NAME, KINDS, Kind
from generator.load.shape import shape
from generator.load.strict_yaml import read_text
from generator.present.reference import example_file
from generator.submit.canonical import canonical
from generator.submit.json_schema import DIALECT, file_name, glob_of, schema_of, schemas, undeclared
from tests.unit.submit.drawn import drawn
from tests.unit.submit.editors import complaints, seen

DERIVED = {"id": "x", "path": "records/x.yml"}
BY_KIND = {kind.name: schema_of(kind) for kind in KINDS}
VISIT = """\
date: 2019-05-20
unit: 99901-binh-an
kind: sinh-hoat
members:
  - le-van-ba
content: Họp lệ.
"""
PLAN = """\
member: le-van-ba
year: 2019
items:
  - id: t05-1
    month: 5
    kind: sinh-hoat
    days: 1.5
"""
MEMBER = """\
name: Lê Văn Ba
terms:
  - position: Ủy viên
    department: Ban Phong trào
    full_time: true
    from: 2018-01-01
"""
GOOD = [
    ("visits", VISIT),
    ("visits", VISIT + "session: morning\nturnout:\n  members: 0\n"),
    ("visits", VISIT + "topics: []\n"),
    (
        "visits",
        VISIT + 'venue: "84"\nphotos:\n  - file: a.jpg\n    caption: "no"\n    consent: false\n',
    ),
    ("plans", PLAN),
    ("plans", PLAN + 'approvals:\n  - period: "2019"\n    date: 2019-01-02\n    by: A\n'),
    ("plans", PLAN.replace("1.5", "2")),
    ("members", MEMBER),
    ("members", MEMBER + "honorific: Chị\ncontact: {}\n"),
]
BAD = [
    ("visits", VISIT.replace("unit: 99901-binh-an\n", "")),
    ("visits", VISIT + "weather: nắng\n"),
    ("visits", VISIT + "id: x\n"),
    ("visits", VISIT + "path: x\n"),
    ("visits", VISIT + "session: night\n"),
    ("visits", VISIT + "end_date: 20/05/2019\n"),
    ("visits", VISIT + "end_date: 2019-02-30\n"),
    ("visits", VISIT + "end_date:\n"),
    ("visits", VISIT + "venue:\n"),
    ("visits", VISIT + 'venue: ""\n'),
    ("visits", VISIT + "venue:\n  - ấp 3\n"),
    ("visits", VISIT + "turnout: 12\n"),
    ("visits", VISIT + "turnout:\n  members: mười\n"),
    ("visits", VISIT + "turnout:\n  members: -1\n"),
    ("visits", VISIT + "turnout:\n  members: 1.5\n"),
    ("visits", VISIT + "issues:\n  - status: open\n"),
    ("visits", VISIT + "issues:\n  - text: x\n    state: open\n"),
    ("visits", VISIT + "photos:\n  - file: a.jpg\n    caption: x\n    consent: có\n"),
    ("visits", VISIT + "photos:\n  - file: a.jpg\n    caption: x\n    consent: no\n"),
    ("visits", VISIT + f"venue: {'x' * 501}\n"),
    ("visits", VISIT.replace("  - le-van-ba", "  - Lê Văn Ba")),
    ("visits", VISIT.replace("members:\n  - le-van-ba\n", "members: []\n")),
    ("visits", VISIT.replace("members:\n  - le-van-ba\n", "members: le-van-ba\n")),
    ("visits", VISIT.replace("Họp lệ.", "x" * 20_001)),
    ("plans", PLAN.replace("1.5", "1.3")),
    ("plans", PLAN.replace("month: 5", "month: năm")),
    ("plans", PLAN + "approvals:\n  - period: 2019-13\n    date: 2019-01-02\n    by: A\n"),
    ("members", MEMBER + "honorific: Ông\n"),
    ("members", MEMBER.replace("true", '"true "')),
    ("members", MEMBER.replace("terms:", "term:")),
]


def model_accepts(kind: str, text: str) -> bool:
    tree = read_text(text).tree
    return tree is not None and isinstance(shape(KIND_BY_NAME[kind].model, tree, DERIVED), Record)


def schema_accepts(kind: str, text: str) -> bool:
    return not list(complaints(BY_KIND[kind], seen(text)))


@pytest.mark.parametrize(("kind", "text"), GOOD)
def test_what_is_right_is_right_for_both(kind: str, text: str) -> None:
    assert (model_accepts(kind, text), list(complaints(BY_KIND[kind], seen(text)))) == (True, [])


@pytest.mark.parametrize(("kind", "text"), BAD)
def test_what_is_wrong_is_wrong_for_both(kind: str, text: str) -> None:
    assert (model_accepts(kind, text), schema_accepts(kind, text)) == (False, False)


@pytest.mark.parametrize("kind", BY_KIND)
def test_the_examples_of_the_guide_are_right_for_both(kind: str) -> None:
    text = example_file(kind)
    if kind == "articles":
        assert read_article(text.encode()).front.tree
        text = text.split("---\n")[1]
    assert (model_accepts(kind, text), list(complaints(BY_KIND[kind], seen(text)))) == (True, [])


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.one_of(*(st.tuples(st.just(k), drawn(BY_KIND[k.name])) for k in KINDS)))
def test_an_editor_accepts_every_record_in_canonical_form(case: tuple[Kind, Any]) -> None:
    kind, tree = case
    assert list(complaints(BY_KIND[kind.name], seen(canonical(tree, kind.model)))) == []


def nodes(schema: dict[str, Any], at: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every key of a schema, in every depth, with its path."""
    for key, inner in schema.get("properties", {}).items():
        yield f"{at}.{key}", inner
        yield from nodes(inner, f"{at}.{key}")
    if "items" in schema:
        yield from nodes(schema["items"], f"{at}[]")


ALL_KEYS = [node for kind, schema in BY_KIND.items() for node in nodes(schema, kind)]


def test_every_key_says_what_it_is_called_and_who_may_see_it() -> None:
    assert len(ALL_KEYS) > 150
    nameless = [path for path, node in ALL_KEYS if not node.get("title")]
    unmarked = [
        path for path, node in ALL_KEYS if node.get("x-audience") not in ("public", "internal")
    ]
    assert (nameless, unmarked) == ([], [])


def test_schemas_stand_alone_in_vietnamese_and_are_closed() -> None:
    for kind, schema in BY_KIND.items():
        assert schema["$schema"] == DIALECT
        assert (schema["type"], schema["additionalProperties"]) == ("object", False), kind
        assert {"$defs", "$ref", "anyOf"}.isdisjoint(schema)
    for path, node in ALL_KEYS:
        assert {"$defs", "$ref", "anyOf", "x-derived"}.isdisjoint(node), path
        assert node.get("default", "") is not None, path
        assert node["type"] != "object" or node["additionalProperties"] is False, path
    paths = {path.rpartition(".")[2] for path, _ in ALL_KEYS if path.count(".") == 1}
    assert "body" not in paths
    assert "path" not in paths


def test_choices_carry_their_labels() -> None:
    session = BY_KIND["visits"]["properties"]["session"]
    assert session["title"] == "Buổi"
    assert session["default"] == "full_day"
    assert session["oneOf"][1] == {"const": "morning", "title": "buổi sáng"}


def test_internal_keys_are_marked() -> None:
    visit = BY_KIND["visits"]["properties"]
    marked = {key for key, node in visit.items() if node["x-audience"] == "internal"}
    assert marked == {"assignment", "internal"}
    assert visit["issues"]["items"]["properties"]["text"]["x-audience"] == "internal"


def test_keys_stand_in_the_order_of_the_design() -> None:
    assert list(BY_KIND["visits"]["properties"])[:5] == [
        "date", "end_date", "session", "unit", "other_units",
    ]  # fmt: skip
    assert BY_KIND["visits"]["required"] == ["date", "unit", "kind", "members", "content"]


def test_each_kind_has_its_file_and_its_place() -> None:
    assert {name: file_name(name) for name in schemas()}["plans"] == "plans.schema.json"
    assert [glob_of(kind) for kind in KINDS] == [
        "records/organisation.yml",
        "records/units.yml",
        "records/activities.yml",
        "records/members/*.yml",
        "records/policies/*.yml",
        "records/plans/*/*.yml",
        "records/visits/*/*.yml",
        "records/articles/*/*.md",
    ]


def test_every_field_of_records_and_results_is_declared() -> None:
    found = {model.__name__ for model in models()}
    assert {"Visit", "Rule", "Rule[LevelDays]", "Results", "MemberYear", "InternalNotes"} <= found
    assert list(undeclared(models())) == []


class Careless(BaseModel):
    nameless: str = internal("", default=...)
    unmarked: str = Field(title="Tên")
    both: str
    fine: str = public("Tên")


def test_a_field_without_a_name_or_an_audience_is_told() -> None:
    assert list(undeclared([Careless, Shape, Record, Rule[int]])) == [
        "Careless.nameless: title",
        "Careless.unmarked: x-audience",
        "Careless.both: x-audience",
        "Careless.both: title",
    ]


def test_every_key_that_holds_ids_of_others_says_where_they_come_from() -> None:
    visit = schemas()["visits"]["properties"]
    refers = {key: node["x-refers"] for key, node in visit.items() if "x-refers" in node}
    assert refers == {
        "unit": "units",
        "other_units": "units",
        "kind": "kinds",
        "programme": "programmes",
        "topics": "topics",
        "members": "members",
        "plan_item": "plan_items",
    }
    photo = visit["photos"]["items"]["properties"]
    assert photo["file"]["x-refers"] == "media"
