"""What a check of everything found, kept by the bytes of all that it read.

It lies below `.cache/` beside the records, may be deleted at any time, and is believed only if it
is whole and was made by the same code of the same versions. Decision 0023 tells why nothing else
of a file is believed than its bytes, and what a changed visit can contradict.
"""

import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Self

from generator.domain.finding import Finding
from generator.load.fingerprints import as_lines, digest, from_lines

CACHE: Final = ".cache/kiem-tra"
WORTH_KEEPING: Final = 1_000
"""How many files it takes: of fewer, checking costs no more than a start."""

_CODE: Final = (
    "errors.py",
    "domain",
    "load",
    "rules",
    "build/check.py",
    "build/recheck.py",
    "build/verdicts.py",
)
_PACKAGES: Final = ("pydantic", "pydantic_core", "yaml", "PIL")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The findings of everything, how many records there were, and the digest of every file.

    `far` are the files that a visit can contradict however far away they are.
    """

    findings: tuple[Finding, ...]
    count: int
    digests: Mapping[str, str]
    far: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing but warnings was found."""
        return all(finding.severity != "error" for finding in self.findings)

    @classmethod
    def kept(cls, root: Path) -> Self | None:
        """Return the verdict that is kept of the records, or None."""
        try:
            seal, head, *lines = _place(root).read_text(encoding="utf-8").splitlines()
            if seal != _seal(root, head, "".join(f"{line}\n" for line in lines)):
                return None
        except (OSError, ValueError):
            return None
        told = json.loads(head)
        findings = tuple(Finding(*each) for each in told["findings"])
        return cls(findings, told["count"], from_lines(lines), tuple(told["far"]))

    def keep(self, root: Path) -> None:
        """Keep the verdict; where nothing can be written, nothing is kept."""
        if any(not path.isprintable() for path in self.digests):
            return
        told = {"count": self.count, "far": self.far, "findings": [*map(astuple, self.findings)]}
        head, lines = json.dumps(told), as_lines(self.digests)
        place = _place(root)
        beside = place.with_name(f"{place.name}.{os.getpid()}.congtac-tmp")
        with suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                beside.write_text(f"{_seal(root, head, lines)}\n{head}\n{lines}", encoding="utf-8")
                beside.replace(place)
            finally:
                beside.unlink(missing_ok=True)


def _place(root: Path) -> Path:
    root = Path(os.path.abspath(root))  # noqa: PTH100  (`resolve` would follow links)
    return root.parent / CACHE / root.name


def _seal(root: Path, head: str, lines: str) -> str:
    """Return what only the same text, for records of the same name, by the same code has."""
    return digest(f"{_made_by()}\n{_place(root).name}\n{head}\n{lines}".encode())


@cache
def _made_by() -> str:
    """Return what stands for the code that checks, and the versions that it runs on."""
    known = blake2b(sys.version.encode())
    package = Path(__file__).parents[1]
    for name in _CODE:
        place = package / name
        for file in sorted(place.rglob("*.py")) if place.is_dir() else (place,):
            known.update(f"\n{file.name}\n".encode())
            known.update(file.read_bytes())
    specs = (find_spec(name) for name in _PACKAGES)
    places = {Path(spec.origin).parents[1] for spec in specs if spec and spec.origin}
    for place in sorted(places):
        installed = (each for each in os.listdir(place) if each.endswith(".dist-info"))  # noqa: PTH208
        known.update("\n".join(sorted(installed)).encode())
    return known.hexdigest()
