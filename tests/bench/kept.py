"""The raw figures of each section, kept in a file of its own, so that a long run can go on."""

import json
import os
import platform
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Self

from tests.bench import measure
from tests.bench.measure import ROOT, Spread, Usage


@dataclass(frozen=True, slots=True)
class Conditions:
    """On what something was measured; `load` is that of the last minute before it began."""

    processor: str
    python: str
    commit: str
    committed: str
    changed: bool
    load: float

    @classmethod
    def now(cls) -> Self:
        """Return those of this moment; outside git there is no commit."""
        commit, _, committed = _git("log", "-1", "--format=%H %cI").partition(" ")
        changed = bool(_git("status", "--porcelain", "generator", "mkdocs.yml", "records"))
        version = f"{platform.python_implementation()} {platform.python_version()}"
        processor = f"{os.cpu_count()} × {_cpu_model()}"
        load = round(os.getloadavg()[0], 1)
        return cls(processor, version, commit, committed, changed, load)


@dataclass(frozen=True)
class Kept:
    """What a section measured: runs by name, and plain counts such as pages."""

    section: str
    conditions: Conditions
    runs: Mapping[str, Sequence[Usage]]
    counts: Mapping[str, int] = field(default_factory=dict)

    def seconds(self, name: str) -> Spread:
        """Return the CPU seconds of a command, round by round."""
        return measure.seconds(self.runs[name])

    def peak(self, name: str) -> Spread:
        """Return the bytes of memory that a command took at the most, round by round."""
        return measure.peak(self.runs[name])


def write(folder: Path, kept: Kept) -> None:
    """Keep the figures of a section, in place of those before."""
    folder.mkdir(parents=True, exist_ok=True)
    path = _path(folder, kept.section)
    beside = path.with_suffix(".new")
    beside.write_text(json.dumps(asdict(kept), indent=1, ensure_ascii=False) + "\n", "utf-8")
    beside.replace(path)


def read(folder: Path, section: str) -> Kept | None:
    """Return the figures of a section; None if it has not been measured."""
    try:
        told = json.loads(_path(folder, section).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    runs = {name: [Usage(**used) for used in listed] for name, listed in told["runs"].items()}
    return Kept(section, Conditions(**told["conditions"]), runs, told["counts"])


def _path(folder: Path, section: str) -> Path:
    return folder / f"{section}.json"


def _cpu_model() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.machine()


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(ROOT), *arguments]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""
