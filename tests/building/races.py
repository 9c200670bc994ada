"""Two builds of one folder that meet: the second comes while the first is in the midst of writing."""

import os
import random
import re
from pathlib import Path

from tests.building.faults import Plan
from tests.building.trials import BESIDE, STATES, Bench

FIRST, SECOND = "1", "2"


def race(made: Bench, aside: Path, chance: random.Random) -> str:
    """Let two builds meet at a random step of the first; return the order in which they wrote.

    The first stands still at that step until the second has come to the lock, so they meet however
    fast the machine is.
    """
    pipe, journal = aside / f"pipe-{chance.random()}", aside / f"journal-{chance.random()}"
    os.mkfifo(pipe)
    first, second = STATES if chance.random() < 0.5 else STATES[::-1]
    # The second's own first step is to open the lock; the first has it after two.
    at = chance.randrange(3, made.steps // 2)
    waiting = Plan(made.folder, at, "wait", pipe, journal, FIRST)
    telling = Plan(made.folder, 1, "tell", pipe, journal, SECOND)
    runs = [made.begin(first, waiting), made.begin(second, telling)]
    assert [each.end() for each in runs] == [0, 0], [each.said for each in runs]
    assert made.site == made.whole[second]
    assert made.beside == BESIDE
    made.standing = second
    return journal.read_text(encoding="ascii")


def waited(order: str) -> bool:
    """Whether the second began to write when the first was done."""
    return re.fullmatch(f"{FIRST}+{SECOND}+", order) is not None
