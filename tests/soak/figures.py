"""What the long trials counted when they last ended or were stopped: `figures.json`, committed.

A trial tells its figure itself, with the commit that it ran on; `tests.row_table` makes a table of
them in docs/developers/reliability.md.
"""

import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
FILE: Final = Path(__file__).with_name("figures.json")
TRIALS: Final[Mapping[str, str]] = {
    "reader": ".venv/bin/python tests/soak/reader_rounds.py",
    "pages": ".venv/bin/python tests/soak/page_rounds.py",
    "mutants": "make soak ARGS=tests/soak/test_fuzz_long.py",
    "pictures": "make soak ARGS=tests/soak/test_pictures.py",
    "kills": "make soak ARGS=tests/soak/test_builds.py",
    "full disk": "make soak ARGS=tests/soak/test_builds.py",
    "broken disk": "make soak ARGS=tests/soak/test_builds.py",
    "races": "make soak ARGS=tests/soak/test_builds.py",
    "publish to mariadb": "make soak ARGS=tests/soak/test_publish_faults.py",
    "publish to sqlite": "make soak ARGS=tests/soak/test_publish_faults.py",
}
"""The trials and their commands, in the order of the table."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a trial counted, and the commit that it ran on, with `+` if files differed from it."""

    counted: str
    commit: str


def figures(file: Path = FILE) -> dict[str, Figure]:
    """Return the figures by trial."""
    return {trial: Figure(**told) for trial, told in json.loads(file.read_text()).items()}


def tell(trial: str, counted: str, commit: str = "", file: Path = FILE) -> None:
    """Print what a trial counted and keep it in the place of what it counted before.

    `commit` is that of the program, if the trial knows it better than by asking now.
    """
    if trial not in TRIALS:
        raise KeyError(trial)
    print(f"\n{trial}: {counted}")
    kept = figures(file) | {trial: Figure(counted, commit or _commit())}
    held = {each: asdict(kept[each]) for each in TRIALS if each in kept}
    beside = file.with_suffix(".new")
    beside.write_text(json.dumps(held, indent=1, ensure_ascii=False) + "\n")
    os.replace(beside, file)  # noqa: PTH105  (what Path.replace does, named as what it is)


def _commit() -> str:
    changed = _git("status", "--porcelain", "--", "generator")
    return _git("log", "-1", "--format=%h") + ("+" if changed else "")


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    return told.stdout.strip()
