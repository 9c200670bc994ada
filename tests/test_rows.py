"""The table of faults names the tests that there are, and has a test for each."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.row_table import (
    PAGE,
    ROOT,
    TESTS,
    figure_of,
    objections,
    page,
    rows_of_page,
    rows_of_tests,
)
from tests.row_texts import ROWS
from tests.rows import Case
from tests.soak.figures import TRIALS, Figure, figures, tell


def test_each_of_fifty_faults_has_a_test() -> None:
    assert list(ROWS) == list(range(1, 51))
    assert sorted(rows_of_tests(TESTS)) == list(ROWS)


def test_the_page_names_the_tests_that_there_are() -> None:
    there_are = rows_of_tests(TESTS)
    assert rows_of_page(PAGE.read_text()) == {row: there_are.get(row, []) for row in ROWS}


def test_every_figure_of_the_page_is_of_a_run_that_passed() -> None:
    text = PAGE.read_text()
    assert "did not run" not in text
    assert "**failed**" not in text


def test_the_page_tells_what_every_long_trial_counted_last() -> None:
    rows = [line for line in PAGE.read_text().splitlines() if "tests/soak/" in line[:160]]
    told = figures()
    assert list(told) == list(TRIALS)
    assert [line for line in rows if line.startswith("| ")] == [
        f"| {trial} | `{command}` | `{told[trial].commit}` | {told[trial].counted} |"
        for trial, command in TRIALS.items()
    ]


def test_a_long_trial_tells_of_itself(tmp_path: Path) -> None:
    file = tmp_path / "figures.json"
    file.write_text("{}")
    for trial, counted, commit in (("pages", "1 a", "abc"), ("reader", "2 b", "def")):
        tell(trial, counted, commit, file)
    tell("pages", "3 c", file=file)
    told = figures(file)
    assert list(told) == ["reader", "pages"]
    assert told["reader"] == Figure("2 b", "def")
    assert told["pages"].counted == "3 c"
    assert re.fullmatch(r"[0-9a-f]{7,}\+?", told["pages"].commit)
    with pytest.raises(KeyError):
        tell("unknown", "1", "abc", file)


def test_tests_are_found_by_their_names(tmp_path: Path) -> None:
    (tmp_path / "soak").mkdir()
    (tmp_path / "soak/test_c.py").write_text("def test_row_09_c(): ...\n")
    (tmp_path / "test_b.py").write_text(
        "def test_row_07_b(): ...\ndef row_08_c(): ...\ndef test_row_7_d(): ...\n"
        "class TestE:\n    def test_row_50_e(self): ...\n"
    )
    (tmp_path / "test_a.py").write_text("def test_row_07_a(): ...\n")
    assert rows_of_tests(tmp_path) == {
        7: ["tests/test_a.py::test_row_07_a", "tests/test_b.py::test_row_07_b"],
        50: ["tests/test_b.py::TestE::test_row_50_e"],
    }


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        (["9 events"], "9 events"),
        (["9 events", "9 events"], "2 cases: 9 events"),
        (
            ["1,200 texts, 9 refused", "800 texts, 10 refused"],
            "2 cases: 800–1,200 texts, 9–10 refused",
        ),
        (["3 a", "b", "5 a"], "3 cases: 3–5 a; b"),
        ([""], "passed"),
        (["a|b"], "a\\|b"),
        ([], "did not run"),
    ],
)
def test_cases_are_summed_up(figures: list[str], told: str) -> None:
    assert figure_of([Case("t", "passed", figure) for figure in figures]) == told


def test_what_failed_or_is_missing_is_told() -> None:
    tests = {1: ["tests/a.py::test_row_01_a"], 2: ["tests/a.py::test_row_02_b"]}
    cases = {"tests/a.py::test_row_01_a": [Case("t", "passed", "1 a"), Case("t", "failed", "1 a")]}
    assert list(objections(tests, cases))[:3] == [
        "row 1: tests/a.py::test_row_01_a **failed**",
        "row 2: tests/a.py::test_row_02_b did not run",
        "row 3: no test",
    ]
    made = page(tests, cases, "abc1234", "2019-05-20")
    assert rows_of_page(made) == {row: tests.get(row, []) for row in ROWS}
    assert "on commit abc1234 of 2019-05-20: 2 tests in 2 cases." in made


GATHERED = """
import pytest

@pytest.mark.parametrize("n", [1, 2])
def test_row_01_counts(n, record_property):
    record_property("figure", f"{n} things")

def test_row_02_fails():
    assert False

@pytest.fixture
def broken():
    raise OSError

def test_row_03_cannot_begin(broken): ...

def test_other(): ...
"""


@pytest.mark.parametrize("processes", ["0", "2"])
def test_figures_are_gathered_from_all_processes(tmp_path: Path, processes: str) -> None:
    (tmp_path / "test_a.py").write_text(GATHERED)
    out = tmp_path / "rows.json"
    command = [
        *(sys.executable, "-m", "pytest", "-q", "-p", "tests.rows", "--rows", str(out)),
        *("-n", processes, "--rootdir", str(tmp_path), "-c", "/dev/null", str(tmp_path)),
    ]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 1, ended.stdout + ended.stderr
    assert [tuple(case.values()) for case in json.loads(out.read_text())] == [
        ("test_a.py::test_row_01_counts", "passed", "1 things"),
        ("test_a.py::test_row_01_counts", "passed", "2 things"),
        ("test_a.py::test_row_02_fails", "failed", ""),
        ("test_a.py::test_row_03_cannot_begin", "failed", ""),
    ]
