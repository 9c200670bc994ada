"""A bar on a terminal, none in a pipe. Source: issue *Main job*, "Commands"."""

import os
import pty
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CHECK = [sys.executable, "-m", "generator", "check"]


def test_a_pipe_gets_the_result_and_nothing_else() -> None:
    done = subprocess.run(CHECK, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.endswith(": không có lỗi.\n")


def test_a_terminal_gets_a_bar_that_leaves_nothing_behind() -> None:
    reading, writing = pty.openpty()
    with subprocess.Popen(
        CHECK, cwd=ROOT, stdout=subprocess.PIPE, stderr=writing, env={**os.environ, "TERM": "xterm"}
    ) as process:
        os.close(writing)
        said = bytearray()
        while True:
            try:
                chunk = os.read(reading, 65536)
            except OSError:  # the terminal is closed when the command has ended
                break
            if not chunk:
                break
            said += chunk
        os.close(reading)
        result = process.communicate()[0].decode()
    assert "Đang đọc bản ghi" in said.decode(errors="replace")
    assert said.decode(errors="replace").rstrip().endswith("\x1b[2K"), "the bar's line is cleared"
    assert result.endswith(": không có lỗi.\n")
