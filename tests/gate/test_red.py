"""Every fault turns `make check` red, whichever of its commands is to see it; and then no test runs.

Source: issue *Trust*, done when, 6.
"""

import shutil
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from tests.examples.test_examples import build
from tests.gate.checkout import Checkout, checkout
from tests.gate.repository import ran


class Fault(NamedTuple):
    """What is planted: into which file, and the call that is to see it."""

    file: str
    text: str
    call: str


EMPTY: Final = '"""Thử."""\n'
PROGRAM: Final = {
    "style": Fault("generator/domain/thu.py", f"{EMPTY}\nimport os\n", "python -m ruff check"),
    "layout": Fault("generator/domain/thu.py", f"{EMPTY}\nX = [1,2]\n", "python -m ruff format"),
    "types": Fault("generator/thu.py", f'{EMPTY}\nX: int = "một"\n', "python -m mypy"),
    "layers": Fault(
        "generator/domain/thu.py", f"{EMPTY}\nimport generator.build.git\n", "lint-imports "
    ),
    "a derived file": Fault(
        "generator/submit/schemas/visits.schema.json", "{}\n", "python -m generator schema"
    ),
    "a workflow": Fault(
        ".github/workflows/them.yml",
        "name: x\non: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-24.04\n"
        "    steps:\n      - run: echo ${{ github.head_ref }}\n",
        "zizmor ",
    ),
    "a known weakness": Fault(
        "requirements/node.txt",
        f"jinja2==3.1.2 \\\n    --hash=sha256:{'0' * 64}\n",
        "python -m supply.advisories",
    ),
    "a record": Fault("records/units.yml", "units: một\n", "python -m generator check"),
    "a record's layout": Fault(
        "records/members/them.yml",
        "terms:\n  - position: Ủy viên\n    department: Ban Phong trào\n    full_time: true\n"
        "    from: 2019-01-01\nname: Lê Văn Thêm\n",
        "python -m generator fmt",
    ),
}
"""A fault for each command of `make check`."""


@pytest.fixture
def made(tmp_path: Path, request: pytest.FixtureRequest) -> Checkout:
    """A checkout in which the call of the case is really made."""
    fault = PROGRAM[request.param]
    folder = checkout(tmp_path / "program", [fault.call])
    if "mypy" in fault.call:
        _of_little(folder.folder)
    return folder


def _of_little(folder: Path) -> None:
    """Leave mypy a program of next to nothing, so that it is quick."""
    for file in (folder / "generator").rglob("*.py"):
        file.unlink()
    for name in ("generator", "samples", "supply", "tests"):
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "__init__.py").write_text(EMPTY, encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(("made", "name"), [(each, each) for each in PROGRAM], indirect=["made"])
def test_a_fault_of_the_program_turns_the_gate_red(made: Checkout, name: str) -> None:
    fault = PROGRAM[name]
    green = made.make("check")
    assert green.code == 0, green.out + green.err
    before = made.called
    assert [each for each in before if each.startswith(fault.call)]
    file = made.folder / fault.file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(fault.text, encoding="utf-8")
    red = made.make("check")
    assert red.code == 2, red.out
    # The command that sees it is the last that is called.
    assert made.called[-1].startswith(fault.call)
    assert "Error" in red.err


def test_a_fault_is_planted_for_each_command_of_the_gate(tmp_path: Path) -> None:
    made = checkout(tmp_path / "program", [])
    assert made.make("check").code == 0
    seen = {
        each: [name for name, fault in PROGRAM.items() if each.startswith(fault.call)]
        for each in made.called
    }
    assert [each for each, names in seen.items() if len(names) != 1] == []
    assert len(seen) == len(PROGRAM)


def test_a_build_machine_stops_at_the_first_failure_and_runs_no_test(tmp_path: Path) -> None:
    made = checkout(tmp_path / "program", ["python -m generator check", "python -m generator fmt"])
    run = made.folder / ".ci/run"
    green = ran(run, cwd=tmp_path)
    assert green.code == 0, green.out + green.err
    assert [each for each in made.called if "-m pytest" in each]
    installing = [each for each in made.called if " pip " in each]
    assert installing == []

    calls = len(made.called)
    shutil.rmtree(made.folder / "records")
    build("R002", "broken", made.folder)
    red = ran(run, cwd=tmp_path)
    assert red.code != 0
    assert " R002 " in red.out
    since = made.called[calls:]
    assert since[-1] == "python -m generator check --records records"
    assert not [each for each in since if "pytest" in each or "coverage" in each or " pip " in each]
