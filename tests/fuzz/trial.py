"""One mutated file put through reading, shape and rules, and held against the other reader."""

import re
from typing import Any

from generator.domain.fields import Record
from generator.domain.finding import Fault
from generator.domain.records import Records
from generator.load.article_text import read_article
from generator.load.hygiene import FORBIDDEN
from generator.load.layout import Kind, kind_of
from generator.load.places import Places
from generator.load.shape import shape
from generator.load.strict_yaml import Document, read, read_text
from generator.rules import check
from generator.submit.yaml_text import to_yaml
from tests.fuzz.mutants import Seed
from tests.fuzz.oracle import DisagreementError, judges, meaning, parts

LONGEST_SIMPLE_KEY = 1000


def tried(mutant: Seed, *, against_the_other: bool = True) -> bool:
    """Put a file through; return whether it was accepted as a tree.

    The other reader takes most of the time, and can be left out.

    Raises:
        AssertionError: something was accepted with another meaning, or told without a place.
    """
    placed = kind_of(mutant.inside)
    assert placed
    kind, id_ = placed
    document, body = _read(kind, mutant.data)
    _told_in_full(document)
    if document.tree is None:
        assert any(not fault.code.startswith("T") for fault in document.faults)
        return False
    if against_the_other:
        _means_the_same(kind, mutant.data.decode(), document.tree, body)
    _reads_again(document.tree)
    derived = {"id": id_, "path": f"records/{mutant.inside}"}
    if kind.name == "articles":
        derived["body"] = body
    _judged(kind, shape(kind.model, document.tree, derived), Places(document.places, body))
    return True


def _read(kind: Kind, data: bytes) -> tuple[Document, str]:
    if kind.name == "articles":
        article = read_article(data)
        return article.front, article.body
    return read(data, kind.limits), ""


def _told_in_full(document: Document) -> None:
    for fault in document.faults:
        assert fault.line >= 1
        assert fault.column >= 1
        assert fault.hint
        _one_line(fault.message, fault.hint)


def _means_the_same(kind: Kind, text: str, tree: dict[str, Any], body: str) -> None:
    if kind.name == "articles":
        text, other_body = parts(text)
        assert body == other_body
    try:
        other = meaning(text)
    except DisagreementError as error:
        if judges(text, error):
            raise
    else:
        assert tree == other, text


def _reads_again(tree: dict[str, Any]) -> None:
    if all(len(key) < LONGEST_SIMPLE_KEY for key in _keys(tree)):
        again = read_text(to_yaml(tree))
        assert again.tree == tree or again.faults[0].code in ("Y001", "Y010")


def _keys(value: object) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(key for inner in value.values() for key in _keys(inner))]
    if isinstance(value, list):
        return [key for inner in value for key in _keys(inner)]
    return []


def _judged(kind: Kind, shaped: Record | tuple[Fault, ...], places: Places) -> None:
    """Hold a record against the rules, alone in the world; every fault finds its place."""
    faults = list(shaped) if isinstance(shaped, tuple) else list(check(_alone(kind, shaped)))
    for fault in faults:
        finding = places.finding(fault)
        assert finding.line >= 1
        _one_line(finding.message, finding.hint, finding.field)


def _one_line(*texts: str) -> None:
    """Nothing that a file holds ends a line of the report, or speaks to the terminal."""
    for text in texts:
        assert not re.search("[\r\n]", text), repr(text)
        assert not FORBIDDEN.search(text), repr(text)


def _alone(kind: Kind, record: Record) -> Records:
    single = {"organisation": "organisation", "units": "unit_list", "activities": "activities"}
    held: Any = record if kind.name in single else {record.id: record}
    return Records(**{single.get(kind.name, kind.name): held})
