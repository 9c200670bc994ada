"""The page `docs/developers/performance.md`: what was measured, and on what."""

import os
import platform
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.bench.measure import ROOT, Spread

PAGE: Final = ROOT / "docs" / "developers" / "performance.md"

CHECK: Final = "Check 3,500 visits"
ONE_FILE: Final = "Check one file"
SUMMARY: Final = "Sum 3,500 visits up"
BUILD: Final = "Build the public site of 3,500 visits"
SECTIONS: Final = (CHECK, ONE_FILE, SUMMARY, BUILD)

_OPENING: Final = """\
# Performance

`make bench` measures and writes this page; nobody edits it. Figures are only comparable with others of the same page: another machine, or the same one with more to do, gives others. Ratios travel better than seconds.
"""
_METHOD: Final = """\
## How it is measured

- **CPU seconds** are user and system time of a whole process from its start to its end, with the processes that it waited for, as the system reports them when the process is waited for (`wait4`).
- The commands of a section run in turn, A B A B …; the first round lets Python compile the code and the disk warm up, and is not counted. A ratio is taken round by round, so that whatever slowed one command slowed the other too. Shown are the median and, in brackets, the smallest and the largest value.
- **Records** are made up from a seed in a temporary folder (`tests/bench/corpus.py`): Vietnamese visits of {size} bytes on average, 700 a year by 13 members, with the lists and the policy of the sample records, but without plans, articles and photos. The 1,000 visits are the first 1,000 of the 3,500, so a file has the same neighbours in both.
- **CSafeLoader alone** is a process that reads the same YAML files with PyYAML over libyaml, and does nothing else: no lines, no shapes, no rules.
- **An empty start** is `python -c "import pydantic, yaml"`: what any checker on these libraries pays before it has read a byte.
- **A build** is the public site with check, pages, the frame by MkDocs, search index and gate, into an empty folder. Milliseconds per page are the whole build divided by its pages, the hand-written ones included.
- No test asserts a time. `make bench ARGS=--quick` leaves the build out, prints, and leaves this page as it is.
"""


@dataclass
class Report:
    """Gathers sections until the session ends."""

    size: int
    sections: dict[str, list[str]] = field(default_factory=dict)
    load: float = field(default_factory=lambda: os.getloadavg()[0])

    def add(self, title: str, what: str, spread: Spread, unit: str = "CPU s") -> None:
        """Add a row to a section, and print it at once."""
        self._row(title, f"| {what} | {_shown(spread)} | {unit} | {len(spread.values)} |")

    def count(self, title: str, what: str, value: int) -> None:
        """Add a row with a plain count."""
        self._row(title, f"| {what} | {value:,} | | |")

    def _row(self, title: str, row: str) -> None:
        print(f"\n{title}: {row}", end="")
        self.sections.setdefault(title, []).append(row)

    def write(self, page: Path = PAGE) -> None:
        """Write the page anew."""
        page.write_text("\n".join(self._parts()), encoding="utf-8", newline="\n")

    def _parts(self) -> Iterator[str]:
        yield _OPENING
        yield "## Figures\n"
        for title in SECTIONS:
            yield f"### {title}\n"
            yield "| What | Median (min – max) | Unit | Rounds |\n|---|---|---|---|"
            yield "\n".join([*self.sections[title], ""])
        yield "## Machine\n"
        yield "| | |\n|---|---|"
        yield "\n".join([*(f"| {key} | {value} |" for key, value in self._machine()), ""])
        yield _METHOD.format(size=f"{self.size:,}")

    def _machine(self) -> Iterator[tuple[str, str]]:
        commit, _, committed = _git("log", "-1", "--format=%H %cI").partition(" ")
        changed = _git("status", "--porcelain", "generator", "mkdocs.yml", "records")
        yield "CPU", f"{os.cpu_count()} × {_cpu_model()}"
        yield "Python", f"{platform.python_implementation()} {platform.python_version()}"
        yield "Load when it began", f"{self.load:.1f}"
        yield "Commit", f"`{commit}`" + (" and uncommitted changes" if changed else "")
        yield "Date of the commit", committed


def _shown(spread: Spread) -> str:
    values = (spread.median, min(spread.values), max(spread.values))
    middle, low, high = (f"{value:.3g}" if value < 100 else f"{value:.0f}" for value in values)
    return f"{middle} ({low} – {high})"


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
