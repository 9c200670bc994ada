"""`receive` that is killed leaves a branch with the whole visit, or none; sent again it is done.

Source: research/reliability.md, section 4, row 37.
"""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.domain.visit import Visit
from generator.submit.canonical import canonical
from tests.builders import write
from tests.building.faults import Plan
from tests.building.test_writers import HELD, NEW
from tests.building.workshop import begin

BRANCH = "gui/2020-03-16-an-truong-an"


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode().strip()


def house(folder: Path) -> Path:
    """Return a folder with a clone `so` and its origin."""
    folder.mkdir()
    subprocess.run(
        ["git", "init", "--quiet", "--bare", "-b", "main", folder / "goc.git"], check=True
    )
    here = folder / "so"
    subprocess.run(["git", "init", "--quiet", "-b", "main", here], check=True)
    for key, value in {"user.name": "Văn phòng", "user.email": "vp@example.org"}.items():
        git(here, "config", key, value)
    git(here, "remote", "add", "origin", str(folder / "goc.git"))
    write(HELD, here / "records")
    git(here, "add", "--all")
    git(here, "commit", "--quiet", "-m", "Sổ")
    git(here, "push", "--quiet", "origin", "main")
    (folder / "tin.yml").write_text(canonical(NEW, Visit), encoding="utf-8")
    return folder


def received(folder: Path, plan: Plan | None = None) -> tuple[int, str]:
    running = begin(folder / "so", "receive", "../tin.yml", plan=plan)
    return running.end(), running.said


def on_origin(folder: Path) -> dict[str, str]:
    """Return the trees of the branches that the origin has."""
    told = git(folder / "goc.git", "for-each-ref", "--format=%(refname:short) %(tree)")
    return dict(line.split(" ") for line in told.splitlines())


@pytest.mark.slow
def test_row_37_a_receive_that_is_killed_at_any_program_it_starts_sends_all_or_nothing(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    once = house(tmp_path / "một lần")
    plan = Plan(once)
    running = begin(once / "so", "receive", "../tin.yml", plan=plan)
    assert running.end() == 0, running.said
    whole = on_origin(once)
    assert set(whole) == {"main", BRANCH}
    starts = [number for number, step in enumerate(running.steps, 1) if step.startswith("run ")]
    assert len(starts) > 10
    for at in starts:
        folder = house(tmp_path / f"bước {at}")
        code, said = received(folder, Plan(folder, at))
        assert code == -9, said
        left = on_origin(folder)
        assert left in ({"main": whole["main"]}, whole)
        assert git(folder / "so", "status", "--porcelain") == ""
        code, said = received(folder)
        assert (code, on_origin(folder)) == (0, whole), said
    record_property(
        "figure", f"receive: killed before each of {len(starts)} git calls, 0 half branches"
    )
