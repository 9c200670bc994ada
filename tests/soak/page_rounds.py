"""Take mutated records to pages in rounds, until enough were tried: `python tests/soak/page_rounds.py`.

How far it has come stands in `.cache/fuzz/pages/`, with the input that failed, if one did: it is tried
first until it passes. Stop it at any time; the round that was broken off is repeated. `--runs` says
how many are enough, a hundred thousand if unset; `--told` only says how far it has come.
"""

import faulthandler
import sys
import traceback
from pathlib import Path
from time import process_time
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.fuzz.mutants import Seed
from tests.fuzz.pages import mutants, seeds, shown
from tests.soak.progress import ROOT, BrokenError, Progress, begun, command_line, keep

ENOUGH: Final = 100_000
A_ROUND: Final = 500
STATE: Final = ROOT / ".cache/fuzz/pages"
TRIED: Final = (
    "generator/audience.py",
    "generator/compliance",
    "generator/domain",
    "generator/errors.py",
    "generator/load",
    "generator/present",
    "generator/rules",
    "generator/submit/yaml_text.py",
    "tests/examples/base",
    "tests/fuzz/mutants.py",
    "tests/fuzz/pages.py",
    "tests/soak/page_rounds.py",
)
LONGEST: Final = 1.0
"""Seconds of the processor that the pages of one record may take, for both audiences together."""
ENDLESS: Final = 60
"""Seconds of the clock after which the process ends itself, telling where it was."""
IN_FULL: Final = 20
"""Of how many inputs one has the costly pages and files made too."""


def fuzz(state: Path, enough: int) -> Progress:
    """Run rounds until enough inputs were tried on this code; return how far it has come.

    Raises:
        BrokenError: an input crashed, or took too long.
    """
    file = state / "progress.json"
    # The input that is being tried: what ends the process leaves it there.
    trying = state / "trying"
    progress = begun(file, TRIED)
    # Templates are compiled once; that is not the time of a record.
    shown(seeds()[0])
    if trying.exists():
        inside, _, data = trying.read_bytes().partition(b"\n")
        _try_one(Seed(inside.decode(), data), trying, in_full=True)
    while progress.runs < enough:
        began = process_time()
        accepted = sum(
            _try_one(mutant, trying, in_full=number % IN_FULL == 0)
            for number, mutant in enumerate(mutants(progress.seed, A_ROUND))
        )
        progress = progress.after(A_ROUND, process_time() - began, accepted)
        keep(progress, file)
        print(progress.told(), flush=True)
    return progress


def _try_one(mutant: Seed, trying: Path, *, in_full: bool) -> bool:
    """Return whether it became pages; keep it if it failed."""
    trying.parent.mkdir(parents=True, exist_ok=True)
    trying.write_bytes(mutant.inside.encode() + b"\n" + mutant.data)
    faulthandler.dump_traceback_later(ENDLESS, exit=True)
    began = process_time()
    try:
        accepted = shown(mutant, in_full=in_full)
    except Exception as error:
        message = f"{traceback.format_exc()}\nWhat it failed at is kept in {trying}."
        raise BrokenError(message) from error
    finally:
        faulthandler.cancel_dump_traceback_later()
    took = process_time() - began
    if took > LONGEST:
        message = f"It took {took:.1f} s. What it failed at is kept in {trying}."
        raise BrokenError(message)
    trying.unlink()
    return accepted


if __name__ == "__main__":
    command_line(fuzz, __doc__, tried=TRIED, state=STATE, enough=ENOUGH)
