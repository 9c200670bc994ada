"""Someone at a real terminal, in which `congtac new visit` has been started."""

import os
import pty
import re
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.commands import ROOT

_ESCAPES: Final = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|[=>])")
DOWN: Final = "\x1b[B"
ALL_GONE: Final = "\x15"
# Seconds after which a command that says nothing hangs; none takes that long.
PATIENCE: Final = 60


@dataclass
class Sitting:
    """Someone at a terminal: reads until something stands there, then types."""

    process: subprocess.Popen[bytes]
    screen: int
    seen: str = ""

    def until(self, text: str) -> str:
        """Return what came since the last time, up to and with the text."""
        while text not in self.seen:
            data = self._read()
            assert data, f"“{text}” never came, but:\n{self.seen}"
            self.seen += _ESCAPES.sub("", data)
        before, _, self.seen = self.seen.partition(text)
        return before + text

    def type(self, text: str) -> None:
        os.write(self.screen, text.encode())

    def answer(self, asked: str, text: str) -> None:
        self.until(asked)
        self.type(f"{text}\r")

    def ended(self) -> tuple[int, str]:
        """Return how the command ended and what it said last."""
        while data := self._read():
            self.seen += _ESCAPES.sub("", data)
        return self.process.wait(), self.seen

    def _read(self) -> str:
        ready, _, _ = select.select([self.screen], [], [], PATIENCE)
        assert ready, f"nothing more comes after:\n{self.seen}"
        try:
            return os.read(self.screen, 65536).decode(errors="replace").replace("\r", "")
        except OSError:
            return ""


@contextmanager
def sat_down(place: Path) -> Iterator[Sitting]:
    """Start the command in the folder; what it remembers of its user, lies in `config` there."""
    screen, keyboard = pty.openpty()
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "TERM": "xterm-256color",
        "PROMPT_TOOLKIT_NO_CPR": "1",
        "XDG_CONFIG_HOME": str(place / "config"),
    }
    command = [sys.executable, "-m", "generator", "new", "visit"]
    process = subprocess.Popen(
        command, cwd=place, env=environment, start_new_session=True,
        stdin=keyboard, stdout=keyboard, stderr=keyboard,
    )  # fmt: skip
    os.close(keyboard)
    try:
        yield Sitting(process, screen)
    finally:
        process.kill()
        process.wait()
        os.close(screen)
