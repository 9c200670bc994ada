"""Fuzz the reader in rounds, until enough inputs were tried: `python tests/soak/reader_rounds.py`.

Everything is kept in `.cache/fuzz/reader/`: the corpus, which grows; how far it has come; an input
that failed. Stop it at any time: what was found stays, and the next call repeats the round that was
broken off. An input that failed is tried first, until it passes. `--runs` says how many are
enough, ten million if unset; `--told` only says how far it has come.
"""

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.fuzz.oracle import DisagreementError
from tests.fuzz.trial import tried
from tests.soak.progress import ROOT, BrokenError, Progress, begun, command_line, keep
from tests.soak.reader_seeds import LONGEST, dictionary, seed_of, write_seeds

ENOUGH: Final = 10_000_000
A_ROUND: Final = 50_000
STATE: Final = ROOT / ".cache/fuzz/reader"
TRIED: Final = (
    "generator/domain",
    "generator/errors.py",
    "generator/load",
    "generator/rules",
    "generator/submit/yaml_text.py",
    "tests/fuzz/mutants.py",
    "tests/fuzz/oracle.py",
    "tests/fuzz/trial.py",
    "tests/soak/fuzz_reader.py",
    "tests/soak/reader_seeds.py",
)
# Seconds of the clock until libFuzzer takes an input for endless; the second of the processor that
# one may take is counted in fuzz_reader.py.
ENDLESS: Final = 30


def fuzz(state: Path, enough: int) -> Progress:
    """Run rounds until enough inputs were tried on this code; return how far it has come.

    Raises:
        BrokenError: an input crashed the reader, was misread or took too long.
    """
    file = state / "progress.json"
    corpus, failed = state / "corpus", state / "failed"
    for folder in (corpus, failed):
        folder.mkdir(parents=True, exist_ok=True)
    (state / "words").write_text(dictionary())
    progress = begun(file, TRIED)
    _try_again(failed, corpus)
    if not progress.rounds:
        _thin_out(state)
    while progress.runs < enough:
        before = set(corpus.iterdir())
        said = _atheris(
            state,
            f"-runs={len(before) + A_ROUND}",
            f"-seed={progress.seed}",
            f"-dict={state / 'words'}",
            corpus,
        )
        _hold_against_the_other(set(corpus.iterdir()) - before, failed)
        progress = progress.after(*_counted(said))
        keep(progress, file)
        print(progress.told(), flush=True)
    return progress


def _counted(said: str) -> tuple[int, int]:
    """Return how many new inputs a round tried, and its seconds; it begins with the corpus again."""
    again = re.search(r"^#(\d+)\tINITED", said, re.MULTILINE)
    done = re.search(r"^Done (\d+) runs in (\d+) second", said, re.MULTILINE)
    assert again, said[-3000:]
    assert done, said[-3000:]
    return int(done.group(1)) - int(again.group(1)), int(done.group(2))


def _hold_against_the_other(found: Iterable[Path], failed: Path) -> None:
    for file in sorted(found):
        try:
            tried(seed_of(file.read_bytes()))
        except (AssertionError, DisagreementError) as error:
            kept = file.rename(failed / file.name)
            message = f"{kept} was accepted with another meaning: {error}"
            raise BrokenError(message) from error


def _try_again(failed: Path, corpus: Path) -> None:
    """Try what failed before; what passes now becomes a part of the corpus."""
    for file in sorted(failed.iterdir()):
        _atheris(failed.parent, file)
        _hold_against_the_other([file], failed)
        file.rename(corpus / file.name)


def _thin_out(state: Path) -> None:
    """Let libFuzzer keep of records and corpus the smallest ones that reach every branch reached."""
    grown, seeds = state / "grown", state / "seeds"
    corpus = state / "corpus"
    if not grown.exists():
        corpus.rename(grown)
    shutil.rmtree(corpus, ignore_errors=True)
    shutil.rmtree(seeds, ignore_errors=True)
    corpus.mkdir()
    count = write_seeds(seeds)
    _atheris(state, "-merge=1", corpus, seeds, grown)
    shutil.rmtree(grown)
    print(f"{len(list(corpus.iterdir()))} of {count} records and what was kept begin the corpus.")


def _atheris(state: Path, *arguments: str | Path) -> str:
    """Run the target in a process of its own: a crash of libyaml ends it; return what it said."""
    command = [
        sys.executable,
        "tests/soak/fuzz_reader.py",
        f"-max_len={LONGEST}",
        f"-timeout={ENDLESS}",
        f"-artifact_prefix={state / 'failed'}/",
        *map(str, arguments),
    ]
    ended = subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    if ended.returncode:
        message = f"{ended.stderr[-3000:]}\nWhat it failed at is kept in {state / 'failed'}."
        raise BrokenError(message)
    return ended.stderr


if __name__ == "__main__":
    # So that whoever stops this stops the round too, which is a process of its own.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))
    command_line(fuzz, __doc__, tried=TRIED, state=STATE, enough=ENOUGH)
