"""A command starts without what it does not need: libraries of the site, pictures, documents."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import ROOT
from tests.unit.load.trees import small, visit, write

CODE = """
import json, sys
from generator.cli import main
try:
    main()
except SystemExit as left:
    print(json.dumps([left.code, sorted(sys.modules)]))
"""
NOT_NEEDED = {
    "PIL", "babel", "generator.cli.doors", "generator.cli.news", "generator.cli.outputs",
    "generator.host.clock", "generator.present.templating", "httpx", "jinja2", "markdown",
    "mkdocs", "nh3", "openpyxl", "plotly", "rich", "yaml",
}  # fmt: skip


WRITING = {"docx", "icalendar", "xlsxwriter"}


def imported(*arguments: object) -> set[str]:
    """Return the modules that a command which goes well has imported when it ends."""
    command = [sys.executable, "-c", CODE, *map(str, arguments)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    code, modules = json.loads(ended.stdout.splitlines()[-1])
    assert code == 0
    return set(modules)


@pytest.fixture
def visits(tmp_path: Path) -> Path:
    root = small(tmp_path)
    write(root, "visits/2019/2019-05-20-a.yml", visit("2019-05-20"))
    return root


def test_a_sound_check_of_a_file_imports_no_more_than_it_needs(visits: Path) -> None:
    file = visits / "visits/2019/2019-05-20-a.yml"
    assert imported("--records", visits, "check", file) & NOT_NEEDED == set()


def test_so_does_a_sound_check_of_everything(visits: Path) -> None:
    assert imported("--records", visits, "check") & NOT_NEEDED == set()


def test_what_was_checked_before_is_told_without_the_models(tmp_path: Path) -> None:
    root = small(tmp_path)
    for number in range(1_000):
        write(root, f"members/nguoi-{number}.yml", (root / "members/le-van-ba.yml").read_bytes())
    assert "pydantic" in imported("--records", root, "check")
    assert "pydantic" not in imported("--records", root, "check")


def test_a_build_that_writes_no_document_imports_nothing_to_write_one(visits: Path) -> None:
    build = ("--records", visits, "build", "--out", visits.parent / "site")
    assert imported(*build) & WRITING == WRITING
    assert imported(*build) & WRITING == set()


def test_what_a_file_needs_is_there_when_it_is_needed(visits: Path) -> None:
    file = visits / "visits/2019/2019-05-20-a.yml"
    write(visits, "visits/2019/2019-05-20-a.yml", visit("2019-05-20", more="venue: |\n  ấp 3\n"))
    done = subprocess.run(
        [sys.executable, "-m", "generator", "--records", visits, "check", file],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "S010" in done.stdout
