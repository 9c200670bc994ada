"""A program that runs beside the tests, and everything that it starts in turn."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

# How long a program may take to answer, or to end, in seconds; asked again in between.
PATIENCE: Final = 60
PAUSE: Final = 0.02
# The shell leads a process group of its own and ends the whole of it once its standard input
# closes, so nothing is left even of a test run that was killed. It survives its own signal to say
# so by ending last.
KEEPER: Final = 'trap : TERM; "$@" & read -r _; kill -TERM 0; wait'


class Service:
    """One running program."""

    def __init__(self, *command: str, log: Path, environment: Mapping[str, str]) -> None:
        """Start `command`; what it says goes to the file `log`."""
        self.command, self.log = command, log
        with log.open("ab") as out:
            self._keeper = subprocess.Popen(
                ["sh", "-c", KEEPER, "sh", *command],
                stdin=subprocess.PIPE,
                stdout=out,
                stderr=out,
                env={**os.environ, **environment},
                start_new_session=True,
            )
        self.group: Final = self._keeper.pid

    def stop(self) -> None:
        """End the program and all that it started; does nothing the second time."""
        if self._keeper.stdin is not None:
            self._keeper.stdin.close()
        try:
            self._keeper.wait(PATIENCE)
            wait_until(lambda: not processes_of(self.group), self)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.group, signal.SIGKILL)


def wait_until(ready: Callable[[], bool], service: Service) -> None:
    """Ask until it holds; raises TimeoutError with what the service said if it never does."""
    deadline = time.monotonic() + PATIENCE
    while not ready():
        if time.monotonic() > deadline:
            said = service.log.read_text(encoding="utf-8", errors="replace")[-2000:]
            raise TimeoutError(f"{' '.join(service.command)} did not come to it:\n{said}")
        time.sleep(PAUSE)


def processes_of(group: int) -> list[int]:
    """The ids of the living processes of a process group."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, _, of = status.read_text().rpartition(") ")[2].split()[:3]
            if int(of) == group and state != "Z":
                found.append(int(status.parent.name))
    return found


def named(pieces: Sequence[str]) -> list[int]:
    """The ids of the living processes whose command line holds each of the pieces."""
    found = []
    for line in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            command = line.read_bytes().replace(b"\0", b" ").decode(errors="replace")
            if all(piece in command for piece in pieces):
                found.append(int(line.parent.name))
    return found
