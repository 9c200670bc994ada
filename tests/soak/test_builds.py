"""Builds that are killed, run out of disk or meet, at length; `CONGTAC_SOAK_KILLS` says how many kills.

Without it 200; half as many, spread over the build, in which the disk is full, and as many in which it
breaks; a quarter of races. All moments are drawn anew from `CONGTAC_SOAK_SEED`, which is printed.
"""

import os
import random
from collections import Counter
from pathlib import Path

import pytest

from tests.building.faults import What
from tests.building.races import race, waited
from tests.building.trials import Bench, bench, moments, struck, trial
from tests.soak.figures import tell

KILLS = int(os.environ.get("CONGTAC_SOAK_KILLS", "200"))
RACES = KILLS // 4
SEED = int(os.environ.get("CONGTAC_SOAK_SEED", "2019"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return bench(tmp_path_factory.mktemp("builds"))


def test_row_37_kills_leave_a_whole_site(made: Bench) -> None:
    left = Counter(trial(made, at, "kill") for at in moments(made.steps, KILLS, SEED))
    assert left.total() == KILLS
    told = f"{KILLS} kills in {made.steps} steps, left: {_told(left)}, 0 half sites; seed {SEED}"
    tell("kills", told)


@pytest.mark.parametrize("what", ["full", "broken"])
def test_row_37_a_disk_that_fails_at_any_step_leaves_a_whole_site(made: Bench, what: What) -> None:
    steps = range(1, made.steps + 1, max(1, 2 * made.steps // KILLS))
    left = Counter(struck(made, at, what) for at in steps)
    assert left.total() == len(steps)
    told = f"{len(steps)} of {made.steps} steps, left: {_told(left)}, 0 half sites"
    tell(f"{what} disk", told)


def test_row_38_of_two_builds_at_once_one_waits(made: Bench, tmp_path: Path) -> None:
    chance = random.Random(SEED)  # noqa: S311  (chosen, not secret)
    orders = [race(made, tmp_path, chance) for _ in range(RACES)]
    assert all(map(waited, orders))
    tell("races", f"{RACES} races, in each of them one waited, 0 mixed sites; seed {SEED}")


def _told(left: Counter[str]) -> str:
    return ", ".join(f"{count} {what}" for what, count in sorted(left.items()))
