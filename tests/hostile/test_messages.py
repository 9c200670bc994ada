"""Rows 25 and 27: what commands say, mail and propose is text, of which no terminal or forge obeys.

Source: issue *Trust*, *Text*; GitHub, "Workflow commands"; CommonMark 0.31.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from email import message_from_bytes
from email.policy import default
from functools import cache
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pytest
import yaml
from markdown_it import MarkdownIt

from generator.audience import View
from generator.build.digest import notes
from generator.build.figures import view_of
from generator.domain.organisation import Repository
from generator.publish.forge import Proposal, address_to_open, push_options
from generator.publish.mail import Letter, message
from generator.submit.choices import CHOSEN, choices
from generator.submit.readable import labels_of, readable
from tests.commands import called
from tests.hostile.fields import places
from tests.hostile.seen import shown
from tests.hostile.texts import EVALUATED, TEXTS
from tests.hostile.world import AS_OF, PLAIN, World, packed, single

Record = Callable[[str, object], None]
OBEYED: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]|^ *::", re.MULTILINE)
"""What moves a terminal's cursor or begins a command to a forge's runner."""

NOT_TAKEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
MARKDOWN: Final = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TAG: Final = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
BLOCKS: Final = re.compile(r"</(?:td|th|li|p|h\d|pre)>")


@cache
def seen() -> View:
    """Return what the organisation sees of records with many texts to a place."""
    with TemporaryDirectory() as folder:
        return view_of(World(packed()).write(Path(folder) / "records"), "internal", None, AS_OF)


def plain(html: str) -> Iterator[str]:
    """Yield the text of each block of HTML."""
    for part in BLOCKS.split(re.sub("<br ?/?>", "\n", html)):
        yield unescape(re.sub("<[^>]*>", "", part))


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Records in which every text stands also where it is refused."""
    root = tmp_path_factory.mktemp("refused") / "records"
    return World(single(), tokens=False, refused=True).write(root)


@pytest.mark.parametrize("form", ["text", "github", "json", "gitlab"])
def test_row_25_findings_are_lines_of_ours(
    refused: Path, form: str, record_property: Record
) -> None:
    ended = called("check", "--records", refused, "--format", form, cwd=refused.parent)
    assert ended.code == 1
    lines = ended.out.splitlines()
    assert not NOT_TAKEN.search(ended.out)
    if form == "json":
        count = len(ended.json["findings"])
    elif form == "gitlab":
        count = len(ended.json)
    elif form == "github":
        count = len(lines) - 1
        assert all(
            re.match(r"::error file=records/[a-z0-9/.-]+,line=\d+,", line) for line in lines[:-1]
        )
    else:
        count = len(lines) // 2
        assert all(
            re.match(r"records/[a-z0-9/.-]+:\d+:\d+ [SRM]\d{3} ", line) for line in lines[:-1:2]
        )
        assert all(line.startswith("    → ") for line in lines[1:-1:2])
    assert count > 300
    record_property("figure", f"check --format {form}: {count} findings, 0 lines of others")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository in which plain records became hostile ones."""
    folder = tmp_path_factory.mktemp("changed")
    World([(PLAIN,)] * len(packed()), tokens=False).write(folder / "records")

    def git(*arguments: str) -> None:
        own = ("-c", "user.name=Thử", "-c", "user.email=thu@example.org")
        subprocess.run(
            ["git", "-C", str(folder), *own, *arguments], check=True, capture_output=True
        )

    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "Bản đầu")
    shutil.rmtree(folder / "records")
    World(packed()).write(folder / "records")
    return folder


def told(folder: Path, form: str) -> str:
    ended = called("diff", "HEAD", "--records", folder / "records", "--format", form, cwd=folder)
    assert (ended.code, ended.err) == (0, "")
    assert EVALUATED not in ended.out
    return ended.out


def of_visits(whole: set[tuple[str, str]]) -> dict[str, int]:
    """Return how many texts of each field of a visit stand there whole."""
    paths = [path for _, path in whole if path.startswith("visits.")]
    return {path: paths.count(path) for path in sorted(set(paths))}


def visit_fields() -> dict[str, int]:
    """Return how many texts each field of a visit takes."""
    return {
        place.path: sum(place.sort == "text" or not re.search("[\r\n]", text) for text in TEXTS)
        for place in places()
        if place.path.startswith("visits.")
    }


def test_row_25_a_change_told_at_a_terminal_is_lines_of_ours(
    changed: Path, record_property: Record
) -> None:
    text = told(changed, "text")
    assert not OBEYED.search(text.replace("\t", " "))
    whole, otherwise = shown(iter(text.replace("\n    | ", "\n").split("\nChuyến đi")))
    assert otherwise == {}
    assert of_visits(whole) == visit_fields()
    ours = r"  \w.*|    \| .*|Số .*|Chuyến đi .*|Kiến nghị .*|Lưu ý .*|Tệp khác .*"
    assert [line for line in text.splitlines() if not re.fullmatch(ours, line)] == []
    record_property("figure", f"diff: {len(whole)} texts equal, 0 lines of others")


def test_row_25_a_change_told_to_a_forge_is_no_markup(
    changed: Path, record_property: Record
) -> None:
    html = MARKDOWN.render(told(changed, "markdown"))
    assert {tag.lower() for tag in TAG.findall(html)} <= {
        *("h2", "h3", "p", "ul", "li", "strong", "code", "br"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    }
    assert not re.search(r"<[a-z0-9]+ (?!style=\"text-align:(left|right|center)\")", html)
    whole, otherwise = shown(plain(html))
    assert otherwise == {}
    assert of_visits(whole) == visit_fields()
    record_property("figure", f"diff as Markdown: {len(whole)} texts equal, 0 elements")


def test_row_25_figures_at_a_terminal_are_lines_of_ours(changed: Path) -> None:
    ended = called("summary", "--records", changed / "records", cwd=changed)
    assert ended.code == 0
    assert not NOT_TAKEN.search(ended.out)
    whole, otherwise = shown(iter(ended.out.splitlines()))
    assert otherwise == {}
    assert {path for _, path in whole} == {"members.name"}


def test_row_27_a_change_told_to_a_program_is_json(changed: Path) -> None:
    document = json.loads(told(changed, "json"))
    pieces = (edit["after"] for each in document["visits"] for edit in each["edits"])
    whole, otherwise = shown(pieces)
    assert otherwise == {}
    assert of_visits(whole) == visit_fields()


def test_row_25_weekly_notes_are_text_in_mails_of_ours(record_property: Record) -> None:
    whole: set[tuple[str, str]] = set()
    found = notes(seen(), None)
    for note in found:
        assert not OBEYED.search(note.text.replace("\t", " "))
        letter = Letter(
            "k", note.name, "ai-do@example.org", note.subject, note.text, note.html, AS_OF
        )
        mail = message_from_bytes(message(letter, "so@example.org").as_bytes(), policy=default)
        assert set(mail.keys()) == {
            *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted"),
            *("MIME-Version", "Content-Type"),
        }
        assert [each.addr_spec for each in mail["To"].addresses] == ["ai-do@example.org"]
        text, html = (part.get_content() for part in mail.iter_parts())
        assert {tag.lower() for tag in TAG.findall(html)} == {
            *("html", "head", "meta", "title", "body", "p", "strong", "h2", "ul", "li"),
        }
        for pieces in (iter(text.split("\n")), plain(html)):
            held, otherwise = shown(pieces)
            assert otherwise == {}
            whole |= held
    paths = {path for _, path in whole}
    assert {"members.name", "units.units[].name"} <= paths
    record_property(
        "figure", f"digest: {len(found)} mails, {len(whole)} texts equal, 0 headers or elements"
    )


def trees(folder: Path) -> Iterator[Mapping[str, Any]]:
    for file in sorted((folder / "records/visits").rglob("*.yml")):
        yield yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize("forge", ["github", "gitlab", "forgejo"])
def test_row_25_a_proposal_is_text_to_the_forge(
    changed: Path, forge: str, record_property: Record
) -> None:
    told = {"forge": forge, "url": "https://kho.example.org/a/b", "public": "false"}
    repository = Repository.model_validate(told)
    labels = labels_of(seen().records)
    whole: set[tuple[str, str]] = set()
    for tree in trees(changed):
        lines = readable(tree, labels)
        assert not any(NOT_TAKEN.search(line) or "\n" in line for line in lines)
        title = f"Chuyến đi cơ sở: {labels['units'][tree['unit']]}"
        proposal = Proposal("gui/a", "main", title, tuple(lines))
        html = MARKDOWN.render(proposal.body)
        assert {tag.lower() for tag in TAG.findall(html)} == {"pre", "code"}
        held, otherwise = shown(plain(html))
        assert otherwise == {}
        whole |= held
        for option in push_options(repository, proposal):
            assert not re.search("[\x00\n\r]", option)
            if option.startswith("merge_request.description="):
                assert TAG.findall(option) == ["pre", "pre"]
        address = address_to_open(repository, proposal)
        assert re.fullmatch(r"https://kho\.example\.org/a/b/[A-Za-z0-9._~%?&=/+-]*", address)
    assert of_visits(whole) == {
        path: count
        for path, count in visit_fields().items()
        if path != "visits.issues[].public_text"
    } | {"visits.issues[].public_text": len(TEXTS)}
    record_property("figure", f"{forge}: {len(whole)} texts equal, 0 elements")


def test_row_25_nothing_that_is_offered_at_the_terminal_moves_its_cursor() -> None:
    offered = choices(seen().records)
    words = [f"{each.name} {each.label} {each.note}" for kind in CHOSEN for each in offered[kind]]
    assert len(words) > 5 * len(packed())
    assert not [word for word in words if NOT_TAKEN.search(word)]
