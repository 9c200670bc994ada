"""How far a long trial has come: kept beside what it works on, so that it can be stopped and gone on with.

Inputs count for the code that they were tried on. When that changes, the count begins anew; the seed
goes on, so that nothing is tried twice.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]


class BrokenError(Exception):
    """What is tried failed at an input, which was kept."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Inputs tried on the code of a digest, in how many rounds of how many seconds altogether.

    `commit` is the last one of the program that is tried, by which people find it again; `seed` is that of the next round.
    """

    code: str
    commit: str
    seed: int = 1
    runs: int = 0
    accepted: int = 0
    rounds: int = 0
    seconds: float = 0

    def after(self, runs: int, seconds: float, accepted: int = 0) -> "Progress":
        """Return the progress after one more round."""
        return replace(
            self,
            seed=self.seed + 1,
            runs=self.runs + runs,
            accepted=self.accepted + accepted,
            rounds=self.rounds + 1,
            seconds=round(self.seconds + seconds, 1),
        )

    def counted(self) -> str:
        """Return what was counted: inputs, rounds, seconds."""
        among = f", of which {self.accepted} accepted" if self.accepted else ""
        return (
            f"{self.runs:,} inputs{among} in {self.rounds} rounds of {self.seconds:,.0f} s together"
        )

    def told(self) -> str:
        """Return what there is to report."""
        return f"{self.counted()}, code of {self.commit}"


def command_line(
    trial: Callable[[Path, int], Progress],
    about: str | None,
    *,
    tried: Sequence[str],
    state: Path,
    enough: int,
) -> None:
    """Go on with a trial until enough inputs were tried, or only say how far it has come."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--runs", type=int, default=enough)
    parser.add_argument("--state", type=Path, default=state)
    parser.add_argument("--told", action="store_true")
    given = parser.parse_args()
    if given.told:
        print(begun(given.state / "progress.json", tried).told())
        return
    try:
        print(trial(given.state, given.runs).told())
    except BrokenError as error:
        sys.exit(str(error))


def begun(file: Path, tried: Sequence[str]) -> Progress:
    """Return the progress kept in a file, or a new one if there is none or it is of other code.

    `tried` are the folders and files, from the root of the repository, that the trial is about.
    """
    code = digest(tried)
    kept = Progress(**json.loads(file.read_text())) if file.exists() else None
    if kept and kept.code == code:
        return kept
    return Progress(code, _commit(tried), seed=kept.seed if kept else 1)


def keep(progress: Progress, file: Path) -> None:
    """Write the progress down, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_suffix(".new")
    beside.write_text(json.dumps(asdict(progress), indent=1) + "\n")
    os.replace(beside, file)  # noqa: PTH105  (what Path.replace does, named as what it is)


def digest(tried: Sequence[str]) -> str:
    """Return what tells one state of the code from another: names and bytes of its files."""
    told = sha256()
    for name in sorted(tried):
        path = ROOT / name
        for file in sorted(path.rglob("*.*")) if path.is_dir() else [path]:
            if file.is_file() and file.suffix != ".pyc":
                told.update(file.relative_to(ROOT).as_posix().encode())
                told.update(sha256(file.read_bytes()).digest())
    return told.hexdigest()


def _commit(tried: Sequence[str]) -> str:
    """Return the last commit of the program that is tried, with `+` if files differ from it."""
    program = [each for each in tried if each.startswith("generator")]
    changed = _git("status", "--porcelain", "--", *program)
    return _git("log", "-1", "--format=%h", "--", *program) + ("+" if changed else "")


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    return told.stdout.strip()
