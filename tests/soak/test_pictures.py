"""Mutated pictures, many: each is refused or comes out as pixels and nothing else."""

import os
import subprocess
import sys
from pathlib import Path

from tests.soak.figures import tell

ROOT = Path(__file__).parents[2]
MUTANTS = "200000"


def test_row_33_mutated_pictures_at_length() -> None:
    tests = "tests/acceptance/test_hostile_pictures.py"
    command = [sys.executable, "-m", "pytest", "-q", "-s", tests, "-k", "mutated"]
    environment = {**os.environ, "CONGTAC_PICTURE_MUTANTS": MUTANTS}
    ended = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert ended.returncode == 0, ended.stdout
    tell("pictures", f"{MUTANTS} mutated pictures: refused, or drawn and clean")
