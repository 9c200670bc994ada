"""CPU seconds and peak memory of whole commands, and ratios of commands that ran in turn."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

ROOT: Final = Path(__file__).parents[2]

Command = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """A median with the smallest and the largest of the values."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle value."""
        return median(self.values)

    def over(self, other: "Spread") -> "Spread":
        """Return the ratio round by round: what slowed one run slowed its neighbour too."""
        return Spread(tuple(a / b for a, b in zip(self.values, other.values, strict=True)))

    def above(self, other: "Spread") -> "Spread":
        """Return by how much each value exceeds the other of the same round."""
        return Spread(tuple(a - b for a, b in zip(self.values, other.values, strict=True)))

    def times(self, factor: float) -> "Spread":
        """Return each value in another unit."""
        return Spread(tuple(value * factor for value in self.values))


@dataclass(frozen=True, slots=True)
class Run:
    """A command, where it runs, and what is done before its clock begins."""

    command: Command
    before: Callable[[], None] = lambda: None
    folder: Path = ROOT


@dataclass(frozen=True, slots=True)
class Usage:
    """What a command took: CPU seconds, and bytes of memory at the most."""

    seconds: float
    peak: float


def seconds(used: Iterable[Usage]) -> Spread:
    """Return the CPU seconds of a command, round by round."""
    return Spread(tuple(each.seconds for each in used))


def peak(used: Iterable[Usage]) -> Spread:
    """Return the bytes of memory that a command took at the most, round by round."""
    return Spread(tuple(each.peak for each in used))


def congtac(*arguments: str | Path) -> Command:
    """Return the command as it runs from this checkout, whatever is installed."""
    return (sys.executable, "-m", "generator", *map(str, arguments))


def python(code: str, *arguments: str | Path) -> Command:
    """Return a command that runs some Python."""
    return (sys.executable, "-c", code, *map(str, arguments))


def in_turn(
    runs: Mapping[str, Run], rounds: int, told: Callable[[str], None] = lambda _: None
) -> dict[str, list[Usage]]:
    """Run the commands A B C A B C …, all of a round before any of the next.

    Raises:
        RuntimeError: a command ended badly; what it said is told.
    """
    used: dict[str, list[Usage]] = {name: [] for name in runs}
    for number in range(rounds):
        for name, run in runs.items():
            run.before()
            used[name].append(usage(run))
            last = used[name][-1]
            told(f"{number + 1}/{rounds} {name}: {last.seconds:.2f} s, {last.peak / 1e6:.0f} MB")
    return used


def usage(run: Run) -> Usage:
    """Return what the command and the processes that it waited for took.

    The peak is that of the largest of these processes: they are not added up.

    Raises:
        RuntimeError: see `in_turn`.
    """
    with tempfile.NamedTemporaryFile("r", encoding="utf-8") as result:
        done = subprocess.run(
            (sys.executable, "-I", "-S", "-c", _WAITER, result.name, *run.command),
            cwd=run.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode:
            message = f"{' '.join(run.command)}\n{done.stdout}"
            raise RuntimeError(message)
        took, most = json.load(result)
    return Usage(took, most * _MAXRSS_UNIT)


# A process begins with the peak of whoever began it (Linux: the mark of the memory that it leaves
# at `exec`), so each is begun by one that is small.
_WAITER: Final = """\
import json, os, sys
child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, used = os.wait4(child, 0)
with open(sys.argv[1], "w") as file:
    json.dump([used.ru_utime + used.ru_stime, used.ru_maxrss], file)
sys.exit(os.waitstatus_to_exitcode(status))
"""

# Kibibytes on Linux, bytes on macOS: getrusage(2) of each.
_MAXRSS_UNIT: Final = 1 if sys.platform == "darwin" else 1024
