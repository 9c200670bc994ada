"""What WordPress holds is compared and told as text; no page, post or file is made of it.

WordPress stores `<script>` from whoever may write unfiltered HTML, so what comes back may hold
anything. Nothing of it is rendered, hence nothing is to be sanitised here. Source:
research/reliability.md, section 4, row 46.
"""

import ast
import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from generator.publish.wordpress.diff import differences
from generator.publish.wordpress.ledger import Ledger, PostEntry, ledgers_text
from generator.publish.wordpress.post import Fields, Known, digest_of, fields_of
from generator.publish.wordpress.remote import remote_post
from tests.commands import ROOT
from tests.unit.publish.wordpress.test_post import POST

Figure = Callable[[str, object], None]
HOSTILE: Final = (
    "<script>alert(46)</script>",
    "<img src=x onerror=alert(46)>",
    "<!-- wp:html --><iframe srcdoc='<script>alert(46)</script>'></iframe><!-- /wp:html -->",
    "[shortcode]{{ 7*7 }}{% include 'x' %}",
    "</title><svg/onload=alert(46)>",
)
MARK: Final = "46"
READERS: Final = {"build/ledger_file", "build/publishing", "cli/news"}
"""The only modules outside `publish` that know of WordPress: its ledger, the wiring, the command."""


def held(text: str) -> dict[str, Any]:
    """Return a post as WordPress tells it, with the text wherever a person can write."""
    raw = {"raw": f"{MARK} {text}", "rendered": f"{MARK} {text}"}
    return {
        "id": 5,
        "slug": "hop-le",
        "status": "publish",
        "link": "http://127.0.0.1/?p=5",
        "title": raw,
        "content": raw,
        "excerpt": raw,
        "date_gmt": "2019-05-21T00:00:00",
        "categories": [3],
        "tags": [],
        "featured_media": 0,
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_row_46_what_was_stored_there_is_told_as_it_is_and_kept_as_digests(
    text: str, record_property: Figure
) -> None:
    there = remote_post(held(text)).fields
    wanted = fields_of(POST, Known())
    lines = list(differences(there, wanted, {3: f"{MARK} {text}"}))
    assert [line for line in lines if text in line] == [f"-{MARK} {text}"] * 4
    entry = PostEntry(5, sent=wanted.digest, base=there.digests(), source=digest_of(text))
    ledger = ledgers_text({"http://127.0.0.1/": Ledger(posts={POST.id: entry})})
    assert text not in ledger
    assert MARK + " " not in ledger
    # What would be sent comes from the article alone.
    assert MARK + " " not in str(dataclasses.asdict(wanted))
    assert isinstance(there, Fields)
    record_property("figure", f"{len(HOSTILE)} texts in 4 fields, told as text, 0 rendered")


def test_row_46_nothing_that_makes_pages_knows_of_the_website(record_property: Figure) -> None:
    knowing = {
        file.relative_to(ROOT / "generator").with_suffix("").as_posix()
        for file in (ROOT / "generator").rglob("*.py")
        if "web" not in file.relative_to(ROOT / "generator").parts[:1]
        for name in imported(file)
        if name.startswith("generator.publish.wordpress")
    }
    assert {name for name in knowing if not name.startswith("publish/")} == READERS
    record_property("figure", f"{len(READERS)} modules read what WordPress holds, 0 make pages")


def imported(file: Path) -> Iterator[str]:
    """Yield the modules that a file imports, also late."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
