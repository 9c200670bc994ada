"""Many more mutated inputs; `CONGTAC_SOAK_RUNS` says how many for the reader, ten million if unset."""

import os

from tests.fuzz.mutants import mutants
from tests.fuzz.trial import tried
from tests.soak import page_rounds, reader_rounds
from tests.soak.figures import tell

RUNS = int(os.environ.get("CONGTAC_SOAK_RUNS", str(reader_rounds.ENOUGH)))


def test_bytes_that_follow_the_branches() -> None:
    """Coverage-guided, by atheris; goes on where the last call was stopped."""
    progress = reader_rounds.fuzz(reader_rounds.STATE, RUNS)
    assert progress.runs >= RUNS
    tell("reader", progress.counted(), progress.commit)


def test_records_become_pages() -> None:
    """Also gone on with; a record costs a hundred times as much as a file."""
    progress = page_rounds.fuzz(page_rounds.STATE, RUNS // 100)
    assert progress.runs >= RUNS // 100
    tell("pages", progress.counted(), progress.commit)


def test_mutants_other_than_those_of_every_day() -> None:
    count = RUNS // 50
    accepted = sum(tried(mutant) for mutant in mutants(77, count))
    assert 0.2 * count < accepted < 0.8 * count
    tell("mutants", f"{count} files, {accepted} accepted and read alike by the other reader")
