"""Writes docs/developers/reliability.md: `python -m tests.row_table FILE…`, as `make rows` does.

The files are what `pytest --rows` wrote; of a test in several, the last counts. Which tests there are
is read from their source. It fails, after writing, if a fault has no test, a test did not run or did
not pass.
"""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from tests.row_texts import ROWS
from tests.rows import PREFIX, Case
from tests.soak.figures import TRIALS, figures

TESTS: Final = Path(__file__).parent
ROOT: Final = TESTS.parent
PAGE: Final = ROOT / "docs/developers/reliability.md"
# Run by themselves; what they found has a table of its own.
LONG_TRIALS: Final = {"bench", "soak"}
MISSING: Final = "**no test yet**"
_NUMBERED: Final = re.compile(PREFIX + r"(\d\d)_")
_IN_PAGE: Final = re.compile(r"`(tests/[^`]+::[^`]+)`")
_NUMBER: Final = re.compile(r"\d+(?:,\d{3})*")

TEXT: Final = """\
# Fifty faults, and what holds them off

<!-- Written by `make rows` from the tests; do not edit. -->

What can go wrong with records, pages, builds and the way to the website, what happens instead, and the tests that hold it. A test carries the number of its fault; the figure is what it counted when it last ran, on commit {commit} of {date}: {tests} tests in {cases} cases. Where a figure differs from case to case, it is told from the least to the most.

Unless the table says otherwise, a fault stops the command with file, line, column, code and the mend in Vietnamese, together with all other faults; the last good site stays, and nothing is published.

How mutated inputs are made and tried stands in [fuzzing](fuzzing.md), how the tests are tested in [mutation](mutation.md). What the program is made of, and how weaknesses in it are dealt with, stands in [SECURITY.md](../../SECURITY.md).

| No. | Fault | What happens | Test | Figure |
|---:|---|---|---|---|
{rows}

## Long trials

Too long for every run. Each tells of itself, here as it last ended or was stopped (`tests/soak/figures.json`); a commit with `+` had files that differed. None leaves anything but a whole site, one post of each article and one of each photo, no crash and no input that takes more than a second of the processor: else it fails.

| Trial | Command | Commit | What it counted |
|---|---|---|---|
{long}
"""


def main(files: Sequence[str]) -> str:
    """Write the page; return what is wrong with the run, empty if nothing is."""
    cases: dict[str, list[Case]] = {}
    for file in files:
        run = [Case(**case) for case in json.loads(Path(file).read_text())]
        cases |= {case.test: [] for case in run}
        for case in run:
            cases[case.test].append(case)
    tests = rows_of_tests(TESTS)
    commit, date = _git("log", "-1", "--format=%h %cs").split()
    PAGE.write_text(page(tests, cases, commit, date), encoding="utf-8")
    return "\n".join(objections(tests, cases))


def rows_of_tests(folder: Path) -> dict[int, list[str]]:
    """Return for each fault the tests that carry its number, as pytest names them."""
    found: dict[int, list[str]] = {}
    for file in sorted(folder.rglob("test_*.py")):
        inside = file.relative_to(folder)
        if LONG_TRIALS.isdisjoint(inside.parts):
            for number, name in _numbered(file):
                found.setdefault(number, []).append(f"tests/{inside.as_posix()}::{name}")
    return found


def _numbered(file: Path) -> Iterator[tuple[int, str]]:
    source = file.read_text(encoding="utf-8")
    if PREFIX not in source:
        return
    for outer in ast.parse(source).body:
        within = outer.name + "::" if isinstance(outer, ast.ClassDef) else ""
        for each in outer.body if isinstance(outer, ast.ClassDef) else [outer]:
            if isinstance(each, ast.FunctionDef) and (number := _NUMBERED.match(each.name)):
                yield int(number.group(1)), within + each.name


def rows_of_page(text: str) -> dict[int, list[str]]:
    """Return for each fault the tests that the page names."""
    rows = [line.split("|") for line in text.splitlines() if re.match(r"\| \d+ \|", line)]
    return {int(row[1]): _IN_PAGE.findall(row[4]) for row in rows}


def page(
    tests: Mapping[int, Sequence[str]],
    cases: Mapping[str, Sequence[Case]],
    commit: str,
    date: str,
) -> str:
    """Return the page."""
    named = [test for each in tests.values() for test in each]
    rows = (
        _row(number, fault, behaviour, tests.get(number, ()), cases)
        for number, (fault, behaviour) in ROWS.items()
    )
    return TEXT.format(
        commit=commit,
        date=date,
        tests=len(named),
        cases=sum(len(cases.get(test, ())) for test in named),
        rows="\n".join(rows),
        long="\n".join(map(_long_row, TRIALS)),
    )


def _long_row(trial: str) -> str:
    told = figures()[trial]
    return f"| {trial} | `{TRIALS[trial]}` | `{told.commit}` | {told.counted} |"


def _row(
    number: int,
    fault: str,
    behaviour: str,
    tests: Sequence[str],
    cases: Mapping[str, Sequence[Case]],
) -> str:
    names = "<br>".join(f"`{test}`" for test in tests) or MISSING
    figures = "<br>".join(figure_of(cases.get(test, ())) for test in tests)
    return f"| {number} | {fault} | {behaviour} | {names} | {figures} |"


def figure_of(cases: Sequence[Case]) -> str:
    """Return what a test counted: once if all cases tell the same, else from least to most."""
    if not cases:
        return "did not run"
    if any(case.outcome != "passed" for case in cases):
        return "**failed**"
    told = _spanned([case.figure for case in cases if case.figure]) or "passed"
    times = f"{len(cases)} cases: " if len(cases) > 1 else ""
    return (times + told).replace("|", "\\|")


def _spanned(figures: Sequence[str]) -> str:
    """Return `1–3 events` for `1 events` and `3 events`; unlike sentences one after the other."""
    alike: dict[str, list[list[str]]] = {}
    for figure in figures:
        alike.setdefault(_NUMBER.sub("#", figure), []).append(_NUMBER.findall(figure))
    return "; ".join(_filled(words, numbers) for words, numbers in alike.items())


def _filled(words: str, numbers: Sequence[Sequence[str]]) -> str:
    for column in zip(*numbers, strict=True):
        least, most = (_by_size(column)[at] for at in (0, -1))
        words = words.replace("#", least if least == most else f"{least}–{most}", 1)
    return words


def _by_size(numbers: Sequence[str]) -> list[str]:
    return sorted(numbers, key=lambda number: int(number.replace(",", "")))


def objections(
    tests: Mapping[int, Sequence[str]], cases: Mapping[str, Sequence[Case]]
) -> Iterator[str]:
    """Yield what keeps the page from telling of a whole run in which all passed."""
    for number in ROWS:
        if not tests.get(number):
            yield f"row {number}: no test"
        for test in tests.get(number, ()):
            figure = figure_of(cases.get(test, ()))
            if figure in ("did not run", "**failed**"):
                yield f"row {number}: {test} {figure}"


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) or None)
