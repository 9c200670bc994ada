"""A build with which something goes wrong, and the one after it: what must be true of both."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.building.faults import Plan, What
from tests.building.workshop import Running, begin, fingerprint, workshop

STATES: Final = ("mot", "hai")
CACHE: Final = ".cache"
BESIDE: Final = [CACHE, ".site.lock", "docs", "giao-dien", "hai", "mkdocs.yml", "mot", "site"]
"""All that may be in the folder when a build is done."""


@dataclass
class Bench:
    """A folder in which a site stands, what it looks like built from each state, and its steps."""

    folder: Path
    whole: dict[str, dict[str, str]]
    steps: int
    standing: str

    @property
    def site(self) -> dict[str, str]:
        """The site as it is found."""
        return fingerprint(self.folder / "site")

    @property
    def beside(self) -> list[str]:
        """The names in the folder in which the site stands."""
        return sorted(path.name for path in self.folder.iterdir())

    def forget_picture(self, state: str) -> None:
        """Let the next build from the state draw its picture anew."""
        shutil.rmtree(self.folder / CACHE / "anh" / state, ignore_errors=True)

    def begin(self, state: str, plan: Plan | None = None) -> Running:
        """Begin a build from a state of the records."""
        return begin(self.folder, "build", "--records", state, "--out", "site", plan=plan)

    def build(self, state: str, plan: Plan | None = None) -> tuple[int, str]:
        """Build from a state of the records; return how it ended and what it said."""
        running = self.begin(state, plan)
        return running.end(), running.said


def bench(folder: Path) -> Bench:
    """Return a folder with a site, after a build from each state of which nothing went wrong."""
    made = Bench(workshop(folder / "nơi dựng"), {}, 0, "")
    for state in (*STATES, STATES[0]):
        made.forget_picture(state)
        running = made.begin(state, Plan(made.folder))
        assert running.end() == 0, running.said
        assert made.whole.setdefault(state, made.site) == made.site
        made.steps, made.standing = len(running.steps), state
    assert made.whole["mot"] != made.whole["hai"]
    return made


def moments(steps: int, count: int, seed: int) -> Iterator[int]:
    """Yield so many steps, one at random from each equal share of the whole."""
    chance = random.Random(seed)  # noqa: S311  (chosen, not secret)
    for share in range(count):
        first = share * steps // count
        yield chance.randrange(first, (share + 1) * steps // count) + 1


def struck(made: Bench, at: int, what: What) -> str:
    """Let a build go wrong at a step; return which of the two whole sites it left, old or new.

    A process that lives on clears what it began, and says what is wrong.
    """
    state = next(each for each in STATES if each != made.standing)
    made.forget_picture(state)
    code, said = made.build(state, Plan(made.folder, at, what))
    found = made.site
    old, new = found == made.whole[made.standing], found == made.whole[state]
    assert old or new, (at, what, said)
    assert "Traceback" not in said
    if what == "kill":
        assert code == -9, (at, said)
    else:
        assert code in ((0, 2) if new else (2,)), (at, what, code, said)
        assert code == 0 or {*made.beside, CACHE} == set(BESIDE), (at, what, said)
    made.standing = state if new else made.standing
    return "new" if new else "old"


def trial(made: Bench, at: int, what: What) -> str:
    """Let a build go wrong, and the next one go well, which clears all; return what the first left."""
    left = struck(made, at, what)
    state = next(each for each in STATES if each != made.standing)
    code, said = made.build(state)
    assert (code, made.site == made.whole[state]) == (0, True), (at, what, said)
    assert made.beside == BESIDE, (at, what)
    made.standing = state
    return left
