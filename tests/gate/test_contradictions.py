"""Two branches, each green, that contradict each other: merged they are red, and nothing goes out.

Source: research/reliability.md, section 4, row 20.
"""

from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.commands import Ended, called
from tests.gate.contradictions import MAIN, Files, Pair, pairs
from tests.gate.repository import Repository, repository
from tests.gate.test_make import on_records, recipe

PAIRS = 100


@cache
def commands() -> tuple[tuple[str, ...], ...]:
    """The commands of `make check-records`, with HERE for the records."""
    planned = recipe("check-records", RECORDS="HERE")
    assert set(on_records("HERE")) <= set(planned)
    lines = (line.removeprefix(".venv/bin/python -m generator ") for line in on_records("HERE"))
    return tuple(tuple(line.split()) for line in lines)


def verdicts(records: Path) -> list[Ended]:
    """Return how each command of `make check-records` ends on the records."""
    there = [[str(records) if part == "HERE" else part for part in each] for each in commands()]
    return [called(*each, cwd=records.parent) for each in there]


def branch(made: Repository, name: str, files: Files) -> list[int]:
    """Make the branch; return how the commands end on it."""
    made.branch(name)
    made.commit(name, **files)
    return [each.code for each in verdicts(made.folder / "records")]


def merged(made: Repository, number: int, pair: Pair) -> list[Ended]:
    """Make both branches, which are green, and return how the commands end on both together."""
    one, two = f"mot-{number}", f"hai-{number}"
    assert branch(made, one, pair.one) == [0, 0], (number, pair)
    assert branch(made, two, pair.two) == [0, 0], (number, pair)
    made.git("merge", "--quiet", "--no-ff", "--no-edit", one)
    return verdicts(made.folder / "records")


@pytest.mark.slow
def test_row_20_a_hundred_pairs_green_apart_are_red_together_and_nothing_is_built(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    made = repository(tmp_path)
    made.commit("Thêm", **MAIN)
    assert [each.code for each in verdicts(made.folder / "records")] == [0, 0]
    out = tmp_path / "site"
    found: Counter[str] = Counter()
    for number, (kind, pair) in enumerate(pairs(PAIRS, 20)):
        checked, _ = merged(made, number, pair)
        assert checked.code == 1, (kind, pair)
        assert f" {pair.code} " in checked.out, (kind, checked.out)
        # What is built is all that can be published; see the test with a whole `make publish-site`.
        built = called("build", "--out", out, cwd=made.folder)
        assert (built.code, out.exists()) == (1, False)
        found[pair.code] += 1
    assert found.total() == PAIRS
    assert len(found) == 10
    record_property("figure", f"{PAIRS} git pairs of {len(found)} kinds, {PAIRS} red, 0 built")
