"""What a check of everything found, kept by the bytes of all that it read.

It lies below `.cache/` beside the records, may be deleted at any time, and is believed only if it
is whole and was made by the same code of the same versions. Decision 0023 tells why nothing else
of a file is believed than its bytes, and what a changed visit can contradict.
"""

import json
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Final, Self

from generator.build.sealed import keep_at, kept_at, place_of
from generator.domain.finding import Finding
from generator.load.fingerprints import as_lines, from_lines

FOLDER: Final = "kiem-tra"
WORTH_KEEPING: Final = 1_000
"""How many files it takes: of fewer, checking costs no more than a start."""

CODE: Final = (
    "errors.py",
    "domain",
    "load",
    "rules",
    "build/check.py",
    "build/recheck.py",
    "build/sealed.py",
    "build/verdicts.py",
)
PACKAGES: Final = ("pydantic", "pydantic_core", "yaml", "PIL")


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
        kept = kept_at(place_of(root, FOLDER), CODE, PACKAGES)
        if not kept:
            return None
        head, *lines = kept
        told = json.loads(head)
        findings = tuple(Finding(*each) for each in told["findings"])
        return cls(findings, told["count"], from_lines(lines), tuple(told["far"]))

    def keep(self, root: Path) -> None:
        """Keep the verdict; where nothing can be written, nothing is kept."""
        if any(not path.isprintable() for path in self.digests):
            return
        told = {"count": self.count, "far": self.far, "findings": [*map(astuple, self.findings)]}
        text = f"{json.dumps(told)}\n{as_lines(self.digests)}".removesuffix("\n")
        keep_at(place_of(root, FOLDER), text, CODE, PACKAGES)
