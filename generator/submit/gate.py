"""The gate of a new organisation, derived from the one of this project.

Its repository holds the records of one organisation and a frame, no program: so what tests a
program, asks about what it is made of or builds many organisations stays out, and the packages that
it installs are those that this project is locked to.
Its Makefile is its own.
"""

import re
from collections.abc import Callable
from typing import Final

FOLDER: Final = "generator/submit/templates/init"

_FORGES: Final = ("github", "forgejo")
_WORKFLOWS: Final = ("main", "news", "pull-request", "weekly")
_SCRIPTS: Final = ("deliver", "judge", "news", "prepare", "seal")
# A folder of templates has no names with a dot in front: packages are known to leave them out.
SOURCES: Final = {
    **{f"ci/{name}": f".ci/{name}" for name in _SCRIPTS},
    **{
        f"{forge}/workflows/{name}.yml": f".{forge}/workflows/{name}.yml"
        for forge in _FORGES
        for name in _WORKFLOWS
    },
    **{f"{forge}/CODEOWNERS": f".{forge}/CODEOWNERS" for forge in (*_FORGES, "gitlab")},
    "gitlab-ci.yml": ".gitlab-ci.yml",
    "requirements.txt": "requirements/site.txt",
}

_PROGRAM_JOBS: Final = re.compile(r"^(?:test|advisories):\n(?:(?: .*)?\n)+", re.MULTILINE)
_TOLD_AT: Final = re.compile(r"docs/developers/gate\.md")


def gate_of(read: Callable[[str], str | None]) -> dict[str, str]:
    """Return the templates of an organisation's gate by path, given how to read this project's."""
    return {
        f"{FOLDER}/{name}": _TOLD_AT.sub(
            "docs/developers/gate.md of congtac", _PROGRAM_JOBS.sub("", read(source) or "")
        )
        for name, source in SOURCES.items()
    }
