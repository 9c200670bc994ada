"""One mutated record put among sound ones and, if it is sound itself, taken all the way to pages.

The records around it stay in memory, so that a trial costs what the pages cost. Where the fuzzing of
the reader looks for bytes that break it, this looks for records that are right and break what is made
of them; so most changes here leave the file readable.
"""

import random
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, Final

from generator.audience import View, project
from generator.compliance.results import assess
from generator.domain.fields import Audience
from generator.domain.finding import severity_of
from generator.domain.records import Records
from generator.load.article_text import read_article
from generator.load.layout import Kind, kind_of
from generator.load.shape import shape
from generator.load.strict_yaml import Document, read, read_text
from generator.load.tree import load_records
from generator.present import site
from generator.rules import check
from generator.submit.yaml_text import to_yaml
from tests.fuzz.mutants import CHANGES, EXAMPLES, KEYS, SIGNS, VALUES, Seed

BASE: Final = EXAMPLES / "base/records"
ADDRESS: Final = "https://example.vn/"
AUDIENCES: Final[tuple[Audience, ...]] = ("public", "internal")
DAYS: Final = (date(2019, 5, 20), date(2019, 6, 30), date(2019, 12, 31), date(2020, 2, 29))
RAW: Final = 0.2
"""How many of the files are changed as bytes too, which few survive."""
SPARED: Final = 0.9
"""How many of the values that the model types stay: changed, few of them are right."""
_TYPED: Final = re.compile("[a-z0-9/_.-]+", re.ASCII)
SINGLE: Final = {"organisation": "organisation", "units": "unit_list", "activities": "activities"}
# A workbook, a document and pages of whole years cost more than all the rest.
COSTLY: Final = {"home_page", "member_pages", "year_pages", "document_files", "year_workbooks"}
# The same whatever the records are.
CONSTANT: Final = {"reference_pages", "code_pages"}
MARKDOWN: Final = (
    "# a", "## b\n", "- c", "1. d", "> e", "| a | b |\n|---|---|\n| c | d |\n", "[a](https://b.vn)",
    "[a](javascript:b)", "![a](b.jpg)", "![](2019/ap-3.jpg)", "```\na\n```", "`a`", "**a*", "<b>a",
    "<script>a</script>", "{{ year(2019).days }}", "{{ member(le-van-ba, 2019).days }}", "{{ x }}",
    "{: .a #b }", "[a]: b", "[^1]", "***", "\\", "&amp;", "&#0;", "<!--", "a" * 3000, "[[[[[[[[",
)  # fmt: skip


def seeds() -> list[Seed]:
    """Return the records that are mutated, and that stand around the mutated one."""
    return [
        Seed(file.relative_to(BASE).as_posix(), file.read_bytes())
        for file in sorted(BASE.rglob("*.*"))
        if kind_of(file.relative_to(BASE).as_posix())
    ]


@cache
def _around() -> Records:
    return load_records(BASE).records


def mutants(number: int, count: int) -> Iterator[Seed]:
    """Yield mutated files; the same for the same number."""
    chance = random.Random(number)  # noqa: S311  (repeatable, not secret)
    originals = [seed for seed in seeds() for _ in range(4 if seed.inside[:5] == "visit" else 1)]
    for _ in range(count):
        seed = chance.choice(originals)
        data = _changed(seed, chance)
        if chance.random() < RAW:
            data = chance.choice(CHANGES)(data, chance)
        yield Seed(seed.inside, data)


def _changed(seed: Seed, chance: random.Random) -> bytes:
    """Change some values of a file that can be read, and of an article the body."""
    text, body = seed.data.decode(), ""
    article = seed.inside.endswith(".md")
    if article:
        _, text, body = text.split("---\n", 2)
    tree = read_text(text).tree
    assert tree
    for _ in range(chance.choice((0, 1, 1, 2, 4) if article else (1, 1, 2, 4))):
        _change_one(tree, chance)
    written = to_yaml(tree)
    if not article:
        return written.encode()
    return f"---\n{written}---\n{_other_body(body, chance)}".encode()


def _change_one(tree: dict[str, Any], chance: random.Random) -> None:
    """Give one value of the tree, or one that it does not have yet, another text."""
    here: Any = tree
    while True:
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        if isinstance(here, dict) and (not keys or chance.random() < 0.02):
            here[chance.choice(KEYS)] = chance.choice(VALUES)
            return
        if not keys:
            return
        key = chance.choice(keys)
        if isinstance(here[key], str):
            if _TYPED.fullmatch(here[key]) and chance.random() < SPARED:
                here = tree
                continue
            here[key] = _other_text(here[key], chance)
            return
        if isinstance(here[key], list) and here[key] and chance.random() < 0.1:
            here[key] = here[key][: chance.randrange(len(here[key]) + 1)]
            return
        here = here[key]


def _other_text(text: str, chance: random.Random) -> str:
    """Return other text in most places, a changed digit in some: of a day, a year, an id."""
    digits = [at for at, each in enumerate(text) if each.isdigit()]
    if digits and chance.random() < 0.5:
        at = chance.choice(digits)
        return text[:at] + chance.choice("0123456789") + text[at + 1 :]
    at = chance.randrange(len(text) + 1)
    return chance.choice(
        (
            text + " " + chance.choice(VALUES),
            chance.choice(VALUES),
            text[:at] + chance.choice(SIGNS) + text[at:],
            text[:at] + chance.choice(MARKDOWN) + text[at:],
            text[:at] + chr(min(chance.randrange(0x20, 0x1FFFF), 0xD7FF)) + text[at:],
        )
    )


def _other_body(body: str, chance: random.Random) -> str:
    blocks = body.split("\n\n")
    for _ in range(chance.choice((0, 1, 2, 5))):
        blocks.insert(chance.randrange(len(blocks) + 1), chance.choice(MARKDOWN))
    joint = chance.choice(("\n\n", "\n\n", "\n", " "))
    return joint.join(blocks)


def shown(mutant: Seed, *, in_full: bool = True) -> bool:
    """Take a file as far as it goes; return whether it was sound and became pages.

    `in_full` makes the costly pages and files too.

    Raises:
        AssertionError: what was made is not what it should be.
    """
    records = _with(mutant)
    if records is None or any(severity_of(fault.code) == "error" for fault in check(records)):
        return False
    day = DAYS[len(mutant.data) % len(DAYS)]
    results = assess(records, day)
    for audience in AUDIENCES:
        _present(project(records, results, audience), in_full=in_full)
    return True


def _with(mutant: Seed) -> Records | None:
    """Return the records with the mutated one in its place, or None if it cannot be read."""
    placed = kind_of(mutant.inside)
    assert placed
    kind, id_ = placed
    derived = {"id": id_, "path": f"records/{mutant.inside}"}
    document: Document
    if kind.name == "articles":
        article = read_article(mutant.data)
        document, derived["body"] = article.front, article.body
    else:
        document = read(mutant.data, kind.limits)
    if document.tree is None:
        return None
    record = shape(kind.model, document.tree, derived)
    return None if isinstance(record, tuple) else _among(kind, id_, record)


def _among(kind: Kind, id_: str, record: Any) -> Records:
    if kind.name in SINGLE:
        return replace(_around(), **{SINGLE[kind.name]: record})
    others: dict[str, Any] = dict(getattr(_around(), kind.name))
    changes: dict[str, Any] = {kind.name: others | {id_: record}}
    return replace(_around(), **changes)


def _present(view: View, *, in_full: bool) -> None:
    """Make every page and file, and see that each can be written."""
    pages = [page for make in _chosen(site.MAKERS, in_full=in_full) for page in make(view)]
    pages += [page for make in site.ADDRESSED_MAKERS for page in make(view, ADDRESS)]
    for page in pages:
        assert page.title
        assert page.body.encode()
        assert page.address.isascii()
    files = [file for write in _chosen(site.WRITERS, in_full=in_full) for file in write(view)]
    files += [file for write in site.ADDRESSED_WRITERS for file in write(view, ADDRESS)]
    for file in files:
        if file.path.endswith(".xml"):
            ET.fromstring(file.content)  # noqa: S314  (our own)


def _chosen(makers: Any, *, in_full: bool) -> list[Any]:
    left_out = CONSTANT | (set() if in_full else COSTLY)
    return [make for make in makers if make.__name__ not in left_out]
