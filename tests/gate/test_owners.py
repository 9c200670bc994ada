"""Whoever changes more than a record needs the eyes of the program's keepers, on every forge."""

import re
import subprocess
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

import pytest

from tests.gate.linters import ROOT

KEEPERS: Final = "@congtac/maintainers"
REVIEWERS: Final = "@congtac/reviewers"
DECIDING: Final = re.compile(r"records/(organisation\.yml|activities\.yml|policies/.+)")


def lines(forge: str) -> list[tuple[str, str]]:
    text = (ROOT / f".{forge}/CODEOWNERS").read_text(encoding="utf-8")
    pairs = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return [(pattern, owner) for pattern, owner in pairs]


def by_glob(forge: str, path: str) -> set[str]:
    """Return the owners where the last pattern that fits decides."""
    owner = ""
    for pattern, named in lines(forge):
        inside = pattern.endswith("/") and f"/{path}".startswith(pattern)
        if inside or pattern == "*" or fnmatch(f"/{path}", pattern):
            owner = named
    return {owner}


def by_expression(forge: str, path: str) -> set[str]:
    """Return the owners where every expression that fits the whole path asks."""
    return {
        owner
        for pattern, owner in lines(forge)
        if bool(re.fullmatch(pattern.removeprefix("!"), path)) != pattern.startswith("!")
    }


def tracked() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    return listed.stdout.rstrip("\0").split("\0")


@pytest.mark.parametrize(
    ("forge", "owners"), [("github", by_glob), ("gitlab", by_glob), ("forgejo", by_expression)]
)
def test_every_file_has_those_who_must_look(
    forge: str, owners: Callable[[str, str], set[str]]
) -> None:
    for path in [*tracked(), "new-folder/new-file", ".new"]:
        asked = owners(forge, path)
        if not path.startswith("records/"):
            assert asked == {KEEPERS}, path
        elif DECIDING.fullmatch(path):
            assert KEEPERS in asked, path
        else:
            assert asked == {REVIEWERS}, path


def test_the_owners_file_is_owned_itself() -> None:
    assert {Path(path).name for path in tracked() if "CODEOWNERS" in path} == {"CODEOWNERS"}
    assert by_glob("github", ".github/CODEOWNERS") == {KEEPERS}
