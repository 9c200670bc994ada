"""Figures of everything, as if all of it had been measured."""

import pytest

from tests.bench.goals import GOALS
from tests.bench.kept import Kept
from tests.bench.measure import Usage
from tests.bench.words import RUNS
from tests.unit.bench.measured import CONDITIONS


@pytest.fixture
def everything() -> dict[str, Kept]:
    """Each command of each section took one second, five times."""
    runs: dict[str, dict[str, list[Usage]]] = {}
    for section, name in RUNS:
        runs.setdefault(section, {})[name] = [Usage(1.0, 1e8)] * 5
    assert {goal.section for goal in GOALS} <= set(runs)
    return {section: Kept(section, CONDITIONS, used) for section, used in runs.items()}
