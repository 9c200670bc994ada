"""Gathers what the tests of the faults in docs/developers/reliability.md found: `pytest --rows FILE`.

The name of such a test carries the number of the fault, `test_row_30_…`, and what it counted is its
property `figure`. An ordinary run writes nothing.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import pytest

PREFIX: Final = "test_row_"
RecordProperty = Callable[[str, object], None]


@dataclass(frozen=True, slots=True)
class Case:
    """One run of a test: `tests/…py::test_row_30_…`, how it ended, and its figure if it told one."""

    test: str
    outcome: str
    figure: str


class Gatherer:
    """Hears how each case ended, from other processes too, and writes the cases in the end."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._cases: dict[str, Case] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the call; of what goes before and after it, only that it failed."""
        test = report.nodeid.partition("[")[0]
        name = test.rpartition("::")[2]
        if name.startswith(PREFIX) and (report.when == "call" or not report.passed):
            figure = str(dict(report.user_properties).get("figure", ""))
            self._cases[report.nodeid] = Case(test, report.outcome, figure)

    def pytest_sessionfinish(self) -> None:
        """Write the cases by name."""
        cases = [asdict(case) for _, case in sorted(self._cases.items())]
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(json.dumps(cases, indent=1, ensure_ascii=False) + "\n")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take `--rows`."""
    told = "write how the tests of the catalogue of faults ended"
    parser.addoption("--rows", type=Path, metavar="FILE", help=told)


def pytest_configure(config: pytest.Config) -> None:
    """Listen if asked to, in the process that hears of all."""
    file: Path | None = config.getoption("--rows")
    if file and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Gatherer(file))
