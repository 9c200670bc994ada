"""The counting against the naive one, on many more examples, and other ones each time."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_properties_at_length() -> None:
    command = [sys.executable, "-m", "pytest", "-q", "tests/property"]
    environment = {**os.environ, "HYPOTHESIS_PROFILE": "soak"}
    ended = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert ended.returncode == 0, ended.stdout
