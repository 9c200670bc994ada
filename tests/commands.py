"""Run `congtac` as a user does, and see what it says and how it ends."""

import json
import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any, Final
from unittest import mock

ROOT: Final = Path(__file__).parent.parent


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed, read as JSON."""
        return json.loads(self.out)


def congtac(*arguments: object, cwd: Path = ROOT) -> Ended:
    """Run the command in a folder and return how it ended, with nothing but plain text."""
    command = [sys.executable, "-m", "generator", *(str(each) for each in arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    ended = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)


def called(*arguments: object, cwd: Path) -> Ended:
    """Run the command in this very process: the same, but for the time that a start takes."""
    from generator.cli import main

    out, err = StringIO(), StringIO()
    argv = mock.patch.object(sys, "argv", ["congtac", *(str(each) for each in arguments)])
    with argv, chdir(cwd), redirect_stdout(out), redirect_stderr(err):
        try:
            main()
        except SystemExit as left:
            code = left.code
    return Ended(code if isinstance(code, int) else 1, out.getvalue(), err.getvalue())
