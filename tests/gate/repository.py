"""A real repository with a bare origin, whose records are those of the examples."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.commands import Ended
from tests.gate.linters import ROOT

RECORDS: Final = ROOT / "tests/examples/base/records"
VISIT: Final = "records/visits/2019/2019-05-20-ap-3.yml"
CONGTAC: Final = f"{sys.executable} -m generator"
# What an organisation's own Makefile does: no program of its own is checked.
MAKEFILE: Final = """\
check:
\t$(CONGTAC) check
\t$(CONGTAC) fmt --check
site:
\t$(CONGTAC) build --out site
"""
IDENTITY: Final = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Lê Văn Ba"), ("EMAIL", "ba@example.org"))
}
_FORGES: Final = ("GITHUB_", "GITLAB_", "FORGEJO_", "CI_", "CONGTAC_", "MAKE", "GIT_")


def environment(**more: str) -> dict[str, str]:
    """Return this process's environment without what a forge or make put there, and more."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(_FORGES)}
    return {**own, **IDENTITY, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", **more}


def ran(*command: object, cwd: Path, **more: str) -> Ended:
    """Run a command to its end, whatever that is."""
    ended = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment(**more),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)


@dataclass(frozen=True)
class Repository:
    """A clone whose origin is a bare repository beside it."""

    folder: Path

    def git(self, *arguments: str) -> str:
        """Run git, which must succeed; return what it printed."""
        ended = ran("git", *arguments, cwd=self.folder)
        assert ended.code == 0, ended.err
        return ended.out.strip()

    def branch(self, name: str, start: str = "main") -> None:
        """Begin a branch and go to it."""
        self.git("switch", "--quiet", "--create", name, start)

    def commit(self, title: str, **files: str | None) -> None:
        """Write files (`None` removes one) and commit all that changed."""
        for path, text in files.items():
            file = self.folder / path
            if text is None:
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", title)


def repository(folder: Path, makefile: str = MAKEFILE) -> Repository:
    """Return a repository with one commit on main, pushed."""
    made = Repository(folder / "clone")
    made.folder.mkdir(parents=True)
    ended = ran(
        "git", "init", "--quiet", "--bare", "--initial-branch=main", "origin.git", cwd=folder
    )
    assert ended.code == 0, ended.err
    made.git("init", "--quiet", "--initial-branch=main", ".")
    made.git("remote", "add", "origin", str(folder / "origin.git"))
    shutil.copytree(RECORDS, made.folder / "records")
    ended = ran(*CONGTAC.split(), "fmt", cwd=made.folder)
    assert ended.code == 0, ended.err
    for name in ("docs", "mkdocs.yml"):
        frame = ROOT / "generator/submit/templates/init" / name
        (shutil.copytree if frame.is_dir() else shutil.copy)(frame, made.folder / name)
    ignored = "/site/\n/.site*\n/build/\n/.cache/\n"
    made.commit("Sổ mới", **{"Makefile": makefile, ".gitignore": ignored})
    made.git("push", "--quiet", "--set-upstream", "origin", "main")
    return made
