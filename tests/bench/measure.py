"""CPU seconds of whole commands, and ratios of commands that ran in turn."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
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

    def per(self, count: int) -> "Spread":
        """Return milliseconds for one of `count` things."""
        return Spread(tuple(value * 1000 / count for value in self.values))


def congtac(*arguments: str | Path) -> Command:
    """Return the command as it runs from this checkout, whatever is installed."""
    return (sys.executable, "-m", "generator", *map(str, arguments))


def python(code: str, *arguments: str | Path) -> Command:
    """Return a command that runs some Python."""
    return (sys.executable, "-c", code, *map(str, arguments))


def in_turn(
    commands: Mapping[str, Command], rounds: int, before: Callable[[], None] = lambda: None
) -> dict[str, Spread]:
    """Run the commands A B C A B C …; the first round, which compiles, is not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, command in commands.items():
            before()
            seconds[name].append(cpu_seconds(command))
    return {name: Spread(tuple(values[1:])) for name, values in seconds.items()}


def cpu_seconds(command: Sequence[str]) -> float:
    """Return user and system time of the command and of the processes that it waited for."""
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as child:
        assert child.stdout is not None
        told = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, f"{' '.join(command)}\n{told}"
    return usage.ru_utime + usage.ru_stime
