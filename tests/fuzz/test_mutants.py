"""40,000 mutated files: no crash, nothing accepted with another meaning."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.build.check import check
from generator.load.strict_yaml import Document
from tests.fuzz import oracle, trial
from tests.fuzz.mutants import EXAMPLES, Seed, mutants, seeds
from tests.fuzz.oracle import DisagreementError, meaning
from tests.fuzz.trial import tried
from tests.rows import RecordProperty

CHUNKS = 24
COUNT = 1_700
WHOLE_CHECKS = 12


@pytest.mark.parametrize("number", range(CHUNKS))
def test_row_19_no_mutant_is_misunderstood(number: int, record_property: RecordProperty) -> None:
    accepted = sum(tried(mutant) for mutant in mutants(number, COUNT))
    # Enough of both: what is always refused proves nothing about meaning.
    assert COUNT * 0.2 < accepted < COUNT * 0.8
    record_property("figure", f"{COUNT:,} mutants, {accepted} accepted and read alike")


@pytest.mark.parametrize("number", range(CHUNKS))
def test_row_19_no_mutant_breaks_a_check(
    number: int, tmp_path: Path, record_property: RecordProperty
) -> None:
    records = Path(shutil.copytree(EXAMPLES / "base/records", tmp_path / "records"))
    for mutant in mutants(1000 + number, WHOLE_CHECKS):
        file = records / mutant.inside
        before = file.read_bytes() if file.exists() else None
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(mutant.data)
        whole = check(records)
        alone = check(records, [file])
        told = {
            finding.code for finding in whole.findings if finding.path == f"records/{mutant.inside}"
        }
        assert {finding.code for finding in alone.findings} <= told
        assert whole.findings == tuple(sorted(whole.findings))
        if before is None:
            file.unlink()
        else:
            file.write_bytes(before)
    record_property("figure", f"{WHOLE_CHECKS} whole trees, 0 crashes")


LOSSES: dict[str, tuple[str, dict[str, Any]]] = {
    "a leading zero": ("recorded_on: 010\n", {"recorded_on": "10"}),
    "a word that is a value elsewhere": ("a: no\n", {"a": "false"}),
    "the first of two keys": ("a: 1\na: 2\n", {"a": "2"}),
    "the second of two keys": ("a: 1\na: 2\n", {"a": "1"}),
    "a letter taken apart": ("a: a\u0323\n", {"a": "a\u0323"}),
    "a space at the end": ('a: "b "\n', {"a": "b"}),
    "an item": ("a: [b, c]\n", {"a": ["b"]}),
}


@pytest.mark.parametrize("loss", LOSSES)
def test_the_trial_notices_a_reader_that_loses(loss: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text, misread = LOSSES[loss]
    monkeypatch.setattr(trial, "read", lambda *_: Document(misread))
    with pytest.raises((AssertionError, DisagreementError)):
        trial.tried(Seed("members/a.yml", text.encode()))


def test_there_is_enough_to_begin_with() -> None:
    assert CHUNKS * (COUNT + WHOLE_CHECKS) >= 20_000
    assert len(seeds()) > 150
    assert len({seed.inside.partition("/")[0] for seed in seeds()}) == 8


def test_mutants_are_the_same_by_number() -> None:
    assert list(mutants(3, 50)) == list(mutants(3, 50))
    assert list(mutants(3, 50)) != list(mutants(4, 50))


@pytest.mark.parametrize("text", ["a: 1\na: 2", "a: &b c\nd: {[e]: f}", "", "ạ: 1\na\u0323: 2"])
def test_the_other_reader_refuses_what_it_must(text: str) -> None:
    with pytest.raises(DisagreementError):
        meaning(text)


@pytest.mark.parametrize(
    ("text", "judges"),
    [
        ("a: [b?c, d? e]", False),
        ("a: {b: c?}", False),
        ("a: b\t: c", False),
        ("a: [b", True),
        ("a: [b, c]?", True),
        ("a: 1\na: 2", True),
    ],
)
def test_the_other_reader_is_not_asked_about_what_it_refuses_against_the_standard(
    text: str, *, judges: bool
) -> None:
    with pytest.raises(DisagreementError) as refused:
        meaning(text)
    assert oracle.judges(text, refused.value) is judges


def test_the_other_reader_keeps_text() -> None:
    assert meaning("a: no\nb: [010, {c: 12:30}]\nd:") == {
        "a": "no",
        "b": ["010", {"c": "12:30"}],
        "d": "",
    }
