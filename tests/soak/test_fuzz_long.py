"""The reader against many more inputs; `CONGTAC_SOAK_RUNS` says how many, ten million if unset."""

import os

from tests.fuzz.mutants import mutants
from tests.fuzz.trial import tried
from tests.soak.reader_rounds import ENOUGH, STATE, fuzz

RUNS = int(os.environ.get("CONGTAC_SOAK_RUNS", str(ENOUGH)))


def test_bytes_that_follow_the_branches() -> None:
    """Coverage-guided, by atheris; goes on where the last call was stopped."""
    progress = fuzz(STATE, RUNS)
    assert progress.runs >= RUNS
    print(f"\natheris: {progress.told()}")


def test_mutants_other_than_those_of_every_day() -> None:
    count = RUNS // 50
    accepted = sum(tried(mutant) for mutant in mutants(77, count))
    assert 0.2 * count < accepted < 0.8 * count
    print(f"\nmutants: {count}, of which {accepted} accepted and read alike by the other reader")
