"""What an editor is told: the records of this repository are right, and unknown names are wrong."""

import json
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from generator.errors import RefusedError
from generator.load.layout import kind_of
from generator.load.strict_yaml import read_text
from generator.load.tree import load_records, record_files
from generator.submit.json_schema import file_name
from generator.submit.workspace import (
    EXTENSIONS,
    FOLDER,
    SETTINGS,
    SNIPPETS,
    differ_in_names_alone,
    workspace,
)
from tests.builders import member, records
from tests.commands import ROOT
from tests.unit.submit.editors import seen

SAMPLES: Final = ROOT / "records"
VISIT: Final = """\
date: 2019-05-20
unit: {unit}
other_units:
  - {other}
kind: {kind}
topics:
  - {topic}
members:
  - {member}
attendance:
  - member: {present}
    dates:
      - 2019-05-20
content: Họp lệ.
session: {session}
"""
KNOWN: Final = {
    "unit": "29272-an-truong-a",
    "other": "29272-an-truong-a",
    "kind": "du-sinh-hoat-chi-doan",
    "topic": "nam-tinh-hinh-co-so",
    "member": "duong-thi-my-xuyen",
    "present": "duong-thi-my-xuyen",
    "session": "morning",
}


@pytest.fixture(scope="module")
def judges() -> dict[str, Draft202012Validator]:
    """A judge for each kind of file, by the schemas of the samples' workspace."""
    made = dict(workspace(load_records(SAMPLES).records, {}))
    schemas = {name: json.loads(text) for name, text in made.items() if name.startswith(FOLDER)}
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    return {name: Draft202012Validator(schema) for name, schema in schemas.items()}


def judge_of(judges: dict[str, Draft202012Validator], kind: str) -> Draft202012Validator:
    return judges[f"{FOLDER}/{file_name(kind)}"]


def test_every_record_of_the_samples_is_right(judges: dict[str, Draft202012Validator]) -> None:
    count = 0
    for path in record_files(SAMPLES):
        placed = kind_of(path)
        if placed and path.endswith(".yml"):
            errors = judge_of(judges, placed[0].name).iter_errors(
                seen((SAMPLES / path).read_text())
            )
            assert [error.message for error in errors] == [], path
            count += 1
    assert count > 500


@pytest.mark.parametrize("key", [None, *KNOWN])
def test_a_name_that_nobody_knows_is_wrong(
    judges: dict[str, Draft202012Validator], key: str | None
) -> None:
    told = KNOWN | ({key: "khong-ai-biet"} if key else {})
    found = judge_of(judges, "visits").iter_errors(seen(VISIT.format(**told)))
    assert len(list(found)) == (1 if key else 0)


def test_names_stand_beside_the_ids_and_words(judges: dict[str, Draft202012Validator]) -> None:
    schema: Any = judge_of(judges, "visits").schema
    unit = schema["properties"]["unit"]
    names = dict(zip(unit["enum"], unit["markdownEnumDescriptions"], strict=True))
    assert names["29272-an-truong-a"] == "Xã An Trường A, huyện Càng Long, 29272, đến 30/06/2025"
    session = schema["properties"]["session"]
    assert session["markdownEnumDescriptions"][0] == "cả ngày"
    assert session["title"] == "Buổi"


def test_a_list_of_units_may_name_what_it_has_just_got(
    judges: dict[str, Draft202012Validator],
) -> None:
    text = "units:\n  - id: moi\n    name: Mới\n    level: district\n    parent: tinh-moi\n"
    assert list(judge_of(judges, "units").iter_errors(seen(text))) == []


def test_where_there_is_nothing_to_choose_any_id_may_be_written() -> None:
    made = dict(workspace(records(member("ba")), {}))
    topics = json.loads(made[f"{FOLDER}/visits.schema.json"])["properties"]["topics"]
    assert topics["items"]["pattern"] == "^[a-z0-9][a-z0-9-]*$"


def test_the_snippet_begins_a_record_with_what_every_visit_has() -> None:
    made = json.loads(dict(workspace(records(), {}))[SNIPPETS])
    (snippet,) = made.values()
    assert (snippet["prefix"], snippet["scope"]) == ("chuyendi", "yaml")
    written = "\n".join(snippet["body"])
    for stop, text in (
        ("${1:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}", "2020-03-16"),
        ("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2020-03-17"),
        ("$2", "an"),
        ("$3", "survey"),
        ("$4", "ba"),
        ("$5", "Họp."),
    ):
        written = written.replace(stop, text)
    assert read_text(written).tree == {
        "date": "2020-03-16", "unit": "an", "kind": "survey", "members": ["ba"],
        "content": "Họp.", "recorded_on": "2020-03-17",
    }  # fmt: skip


@pytest.mark.parametrize("name", [SETTINGS, EXTENSIONS])
def test_settings_that_are_no_plain_json_are_left_alone(name: str) -> None:
    with pytest.raises(RefusedError) as refused:
        list(workspace(records(), {name: "[]"}))
    assert str(refused.value) == (
        f"{name} không phải là JSON thuần nên không ghi thêm được; sửa hoặc xóa tệp."
    )


def test_recommendations_that_are_no_list_are_replaced() -> None:
    made = dict(workspace(records(), {EXTENSIONS: '{"recommendations": 1}'}))
    assert json.loads(made[EXTENSIONS]) == {"recommendations": ["redhat.vscode-yaml"]}


def test_the_schemas_in_git_are_those_of_the_records() -> None:
    for name, text in workspace(load_records(SAMPLES).records, {}):
        if name.startswith(FOLDER):
            assert Path(ROOT, name).read_text() == text


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ('{"x-refers": "units", "enum": ["a"]}', '{"x-refers": "units", "pattern": "b"}', True),
        ('{"items": {"enum": ["a"]}, "x-refers": "units"}', '{"items": {}, "x-refers": "units"}', True),
        ('{"enum": ["a"]}', '{"enum": ["b"]}', False),
        ('{"x-refers": "units", "title": "a"}', '{"x-refers": "units", "title": "b"}', False),
        ('{"properties": {"a": {"x-refers": "units", "enum": []}}}', '{"properties": {"a": {"x-refers": "units"}}}', True),
        ('{"x-refers": "units", "properties": {"a": {"enum": []}}}', '{"x-refers": "units", "properties": {"a": {}}}', False),
        ("", "{}", False),
    ],
)  # fmt: skip
def test_schemas_that_differ_in_names_alone_are_told_from_others(
    one: str, other: str, *, same: bool
) -> None:
    assert differ_in_names_alone(one, other) is same
