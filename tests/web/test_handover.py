"""What the form hands over: the same record, message and file as the doors in Python make of it.

`handover.json` holds what people told and what comes of it; tests/unit/submit/test_message.py runs
the same cases through Python. No forge and no phone exists here: the addresses are taken apart, and
the share sheet is a stand-in.
"""

import base64
import io
import json
import subprocess
import zipfile
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from generator.domain.plain_schema import Schema, plain_schema
from generator.domain.visit import Visit
from generator.load.strict_yaml import read_text
from generator.submit.canonical import canonical, in_order
from generator.submit.completion import without_nothing
from generator.submit.incoming import Submission, read
from tests.unit.submit.drawn import drawn
from tests.web import harness

FORM: Final = harness.WEB / "src" / "form"
SCHEMA: Final = harness.ROOT / "generator" / "submit" / "schemas" / "visits.schema.json"
HANDOVER: Final = json.loads(Path(__file__).with_name("handover.json").read_text(encoding="utf-8"))
CASES: Final = HANDOVER["cases"]
PATH: Final = CASES[0]["path"]


def ran(script: str, given_: Any = None) -> Any:
    """What a script says that has the form's modules, the schema, and `given` in reach."""
    opening = "".join(
        f"import {{ {names} }} from {json.dumps((FORM / file).as_uri())}\n"
        for file, names in {
            "record.js": "complete, toYaml, idLike",
            "message.js": "message",
            "handover.js": "forgeLink, bundle, share",
        }.items()
    )
    opening += 'import { readFileSync } from "node:fs"\n'
    opening += f'const schema = JSON.parse(readFileSync({json.dumps(str(SCHEMA))}, "utf8"))\n'
    opening += 'const given = JSON.parse(readFileSync(0, "utf8"))\n'
    ended = subprocess.run(
        [harness.find_node(), "--input-type=module", "--eval", opening + script],
        input=json.dumps(given_),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


@pytest.fixture(scope="module")
def handed_over() -> list[dict[str, Any]]:
    """What the form makes of each case."""
    made: list[dict[str, Any]] = ran(
        """
        const { choices, cases } = given
        console.log(JSON.stringify(cases.map(({ told, today, taken }) => {
          const before = JSON.stringify(told)
          const { id, path, record } = complete(told, { today, units: choices.units, schema, taken })
          if (JSON.stringify(told) !== before) throw new Error("what was told was changed")
          return { id, path, yaml: toYaml(record), message: message({ record, schema, choices }) }
        })))
        """,
        HANDOVER,
    )
    return made


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["name"] for case in CASES])
def test_the_form_makes_what_the_cases_say(number: int, handed_over: list[dict[str, Any]]) -> None:
    case, made = CASES[number], handed_over[number]
    assert (made["id"], made["path"]) == (case["id"], case["path"])
    assert made["yaml"].split("\n") == case["yaml"]
    assert made["message"].split("\n") == case["message"]


def test_any_record_of_the_form_is_read_as_it_was_told_and_is_canonical() -> None:
    schema = plain_schema(Visit)
    trees: list[dict[str, Any]] = []

    @settings(
        max_examples=150,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(drawn(schema))
    def draw(tree: dict[str, Any]) -> None:
        trees.append(in_order(without_nothing(tree), Visit))

    draw()
    made = ran(
        """
        console.log(JSON.stringify(given.map(told => {
          const { record } = complete(told, { today: told.recorded_on, units: [], schema })
          return [toYaml(record), message({ record, schema, choices: {} })]
        })))
        """,
        [_typed({"recorded_on": "2020-03-17", **tree}, schema) for tree in trees],
    )
    for tree, (written, sent) in zip(trees, made, strict=True):
        taken = read(sent.encode())
        assert isinstance(taken, Submission), taken
        assert read_text(written).tree == taken.tree
        told = {key: value for key, value in tree.items() if key not in ("recorded_on", "issues")}
        assert told.items() <= taken.tree.items()
        # A text that is nothing but a day is quoted by `fmt` alone: it has no schema at hand.
        if "2019-01-01" not in written:
            assert canonical(taken.tree, Visit) == written


def _typed(value: Any, schema: Schema) -> Any:
    """Return a tree of text as the form holds it: numbers as numbers, yes and no as such."""
    if schema["type"] == "object":
        return {key: _typed(inner, schema["properties"][key]) for key, inner in value.items()}
    if schema["type"] == "array":
        return [_typed(each, schema["items"]) for each in value]
    if schema["type"] == "boolean":
        return value == "true"
    return int(value) if schema["type"] == "integer" else value


def link(
    forge: str, text: str, url: str = "https://example.org/to-chuc/so", branch: str = "main"
) -> Any:
    repository = {"forge": forge, "url": url, "branch": branch, "public": False}
    return ran(
        "console.log(JSON.stringify(forgeLink(given.repository, given.path, given.text)))",
        {"repository": repository if forge else None, "path": PATH, "text": text},
    )


@pytest.mark.parametrize(("forge", "page"), [("github", "new"), ("forgejo", "_new")])
def test_a_forge_opens_its_page_with_name_and_text_filled_in(forge: str, page: str) -> None:
    text = "\n".join(CASES[2]["yaml"])
    made = link(forge, text)
    parts = urlsplit(made["href"])
    assert made["kind"] == "open"
    assert parts.path == f"/to-chuc/so/{page}/main"
    assert parse_qs(parts.query, strict_parsing=True) == {"filename": [PATH], "value": [text]}


def test_gitlab_takes_the_name_and_the_text_is_pasted() -> None:
    made = link("gitlab", "date: 2020-03-16\n")
    parts = urlsplit(made["href"])
    assert made["kind"] == "paste"
    assert parts.path == "/to-chuc/so/-/new/main"
    assert parse_qs(parts.query) == {"file_name": [PATH]}


def test_a_text_too_long_for_an_address_is_pasted() -> None:
    bound = 7500 - len(link("github", "")["href"])
    assert link("github", "a" * bound)["kind"] == "open"
    made = link("github", "a" * (bound + 1))
    assert made["kind"] == "paste"
    assert parse_qs(urlsplit(made["href"]).query) == {"filename": [PATH]}


def test_the_address_of_a_repository_may_end_in_git_or_a_slash_and_its_branch_hold_signs() -> None:
    for url in (
        "https://example.org/a/b",
        "https://example.org/a/b/",
        "https://example.org/a/b.git",
    ):
        made = link("github", "x", url, "nhánh/chính?")
        assert made["href"].startswith(
            "https://example.org/a/b/new/nh%C3%A1nh/ch%C3%ADnh%3F?filename="
        )


def test_without_a_repository_there_is_no_link() -> None:
    assert link("", "x") == {"kind": "none", "href": ""}


def test_a_bundle_holds_record_and_photos_where_they_belong_and_can_be_received() -> None:
    case = CASES[1]
    made = ran(
        """
        const photos = given.photos.map(({ file, data }) => ({ file, data: Buffer.from(data, "base64") }))
        const made = [1, 2].map(() => bundle(given.path, given.text, photos))
        console.log(JSON.stringify(made.map(each => Buffer.from(each).toString("base64"))))
        """,
        {
            "path": case["path"],
            "text": "\n".join(case["yaml"]),
            "photos": [
                {
                    "file": photo["file"],
                    "data": base64.b64encode(photo["caption"].encode()).decode(),
                }
                for photo in case["told"]["photos"]
            ],
        },
    )
    assert made[0] == made[1]
    data = base64.b64decode(made[0])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            case["path"],
            "records/media/2020/2020-03-16-an-truong-a-1.jpg",
            "records/media/2020/2020-03-16-an-truong-a-2.jpg",
        ]
    taken = read(data)
    assert isinstance(taken, Submission)
    assert taken.tree == read_text("\n".join(case["yaml"])).tree
    assert taken.photos == {
        "2020/2020-03-16-an-truong-a-1.jpg": "Họp chi đoàn".encode(),
        "2020/2020-03-16-an-truong-a-2.jpg": "Thăm vườn".encode(),
    }


PHONES: Final = {
    "shared": "{ canShare: () => true, share: async what => { shared.push(what) } }",
    "without-files": "{ canShare: () => false, share: async what => { shared.push(what) } }",
    "cancelled": (
        "{ canShare: () => true, share: async () => { throw new DOMException('', 'AbortError') } }"
    ),
    "unable": "{}",
}


@pytest.mark.parametrize("outcome", PHONES)
def test_a_phone_shares_what_it_can_and_says_what_it_did(outcome: str) -> None:
    ended, shared = ran(
        f"""
        const shared = []
        Object.defineProperty(globalThis, "navigator", {{ value: {PHONES[outcome]} }})
        const ended = await share("tin", [new File(["x"], "a.jpg", {{ type: "image/jpeg" }})])
        const told = shared.map(({{ text, files }}) => [text, files?.map(file => file.name)])
        console.log(JSON.stringify([ended, told]))
        """
    )
    assert ended == outcome
    expected = {"shared": [["tin", ["a.jpg"]]], "without-files": [["tin", None]]}
    assert shared == expected.get(outcome, [])


def test_a_phone_that_refuses_is_unable_and_text_alone_is_shared_whole() -> None:
    ended = ran(
        """
        const refuse = async () => { throw new DOMException("", "NotAllowedError") }
        Object.defineProperty(globalThis, "navigator", { value: { share: refuse }, writable: true })
        const first = await share("tin")
        globalThis.navigator = { share: async () => {} }
        console.log(JSON.stringify([first, await share("tin")]))
        """
    )
    assert ended == ["unable", "shared"]


def test_a_name_becomes_an_id_as_in_python() -> None:
    assert ran(
        "console.log(JSON.stringify(given.map(idLike)))", ["Ấp 3", "Xã  Đa Lộc", "…", "ÔNG (Bà)"]
    ) == ["ap-3", "xa-da-loc", "vi-du", "ong-ba"]
