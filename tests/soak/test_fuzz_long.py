"""The reader against many more inputs; `CONGTAC_SOAK_RUNS` says how many, a million if unset."""

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.fuzz.mutants import mutants
from tests.fuzz.trial import tried

RUNS = int(os.environ.get("CONGTAC_SOAK_RUNS", "1000000"))
ROOT = Path(__file__).parents[2]


def test_bytes_that_follow_the_branches(tmp_path: Path) -> None:
    """Coverage-guided, by atheris, in a process of its own: a crash of libyaml ends it."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    command = [
        sys.executable,
        "tests/soak/fuzz_reader.py",
        f"-runs={RUNS}",
        "-seed=19",
        "-max_len=4096",
        "-timeout=5",
        f"-artifact_prefix={tmp_path}/",
        str(corpus),
    ]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    done = re.search(r"Done (\d+) runs in (\d+) second", ended.stderr)
    assert ended.returncode == 0, ended.stderr[-3000:]
    assert done
    assert int(done.group(1)) >= RUNS
    print(f"\natheris: {done.group(1)} inputs in {done.group(2)} s, no crash")


def test_mutants_other_than_those_of_every_day() -> None:
    count = RUNS // 5
    accepted = sum(tried(mutant) for mutant in mutants(77, count))
    assert 0.2 * count < accepted < 0.8 * count
    print(f"\nmutants: {count}, of which {accepted} accepted and read alike by the other reader")
