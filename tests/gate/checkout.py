"""A checkout of the program in which everything is installed already, so that make runs at once.

What make calls is noted; only the tools asked for are the real ones, the others find nothing.
"""

import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.commands import Ended
from tests.gate.linters import ROOT
from tests.gate.repository import CONGTAC, RECORDS, ran

# The sample records and pictures are many, and the tests are not run.
_NEEDED: Final = (
    "generator", "requirements", ".ci", ".forgejo", ".github", ".gitlab", ".vscode",
    "Makefile", "mkdocs.yml", "pyproject.toml", ".gitlab-ci.yml", "supply", "tests/wordpress/php",
    "tests/bench/peers/package-lock.json",
)  # fmt: skip
_TOOL: Final = """\
#!/bin/sh
printf '%s\\n' "{name} $*" >>"{log}"
case "{name} $*" in
{real}
esac
"""


@dataclass(frozen=True)
class Checkout:
    """The folder of the program, with records in it that are sound."""

    folder: Path

    def make(self, *arguments: str) -> Ended:
        """Run make."""
        return ran("make", "--no-print-directory", *arguments, cwd=self.folder)

    @property
    def called(self) -> list[str]:
        """What was called, in order."""
        log = self.folder / ".venv/called.txt"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []


def checkout(folder: Path, real: Iterable[str]) -> Checkout:
    """Return a checkout; `real` are the beginnings of the calls that are really made."""
    listed = ran("git", "ls-files", "-z", "--", *_NEEDED, cwd=ROOT)
    assert listed.code == 0, listed.err
    for name in filter(None, listed.out.split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(RECORDS, folder / "records")
    formatted = ran(*CONGTAC.split(), "fmt", cwd=folder)
    assert formatted.code == 0, formatted.err
    _install(folder)
    for name in ("python", "zizmor", "lint-imports", "playwright"):
        _tool(folder, name, [each for each in real if each.startswith(f"{name} ")])
    return Checkout(folder)


def _install(folder: Path) -> None:
    """Leave what make takes for everything being installed and built."""
    installed = folder / ".venv/installed"
    installed.mkdir(parents=True)
    (folder / ".venv/bin").mkdir()
    (folder / ".venv/.ready").touch()
    for name in ("site", "dev", "node"):
        shutil.copy(folder / f"requirements/{name}.txt", installed)
    shutil.copy(folder / "pyproject.toml", installed)
    web = folder / "generator/web"
    (web / "dist").mkdir()
    (web / "node_modules").mkdir()
    shutil.copy(web / "package-lock.json", web / "node_modules/.installed")
    (web / "node_modules/.built").touch()


def _tool(folder: Path, name: str, real: Iterable[str]) -> None:
    there = Path(sys.executable).with_name(name)
    cases = "\n".join(f'"{each}"*) exec "{there}" "$@" ;;' for each in real)
    file = folder / ".venv/bin" / name
    log = folder / ".venv/called.txt"
    file.write_text(_TOOL.format(name=name, log=log, real=cases or "'') ;;"), encoding="utf-8")
    file.chmod(0o755)
