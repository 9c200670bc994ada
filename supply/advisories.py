"""No lock holds a version with a known weakness: `python -m supply.advisories`, without a network.

Known are those of `requirements/advisories.toml`: facts about packages of the locks, reviewed on
the day that stands there. `supply/asking.py` asks for what has been published since.
"""

import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from packaging.version import Version

from supply.locks import ROOT, Ecosystem, Lock, Locked, locks

FILE: Final = ROOT / "requirements/advisories.toml"
ECOSYSTEMS: Final[tuple[Ecosystem, ...]] = ("pypi", "npm")


@dataclass(frozen=True, slots=True)
class Advisory:
    """A published weakness of a package, from version `since` (any if empty) to before `fixed`.

    `accepted` says why it is lived with; empty if it is not.
    """

    ecosystem: Ecosystem
    id: str
    package: str
    fixed: str
    since: str = ""
    accepted: str = ""

    def concerns(self, package: Locked) -> bool:
        """Whether the version locked has the weakness."""
        if (package.ecosystem, package.name) != (self.ecosystem, self.package):
            return False
        version = Version(package.version)
        return Version(self.since or "0") <= version < Version(self.fixed)

    @property
    def source(self) -> str:
        """Where it is told in full."""
        return f"https://osv.dev/vulnerability/{self.id}"


@dataclass(frozen=True, slots=True)
class Known:
    """The weaknesses that were considered, and the day of the last review."""

    reviewed: date
    advisories: tuple[Advisory, ...]


def main() -> str:
    """Return what the locks hold that they should not; empty if that is nothing."""
    known = read(FILE.read_text(encoding="utf-8"))
    held = tuple(locks())
    found = "\n".join(objections(held, known.advisories))
    if not found:
        count = len({(each.ecosystem, each.name, each.version) for each in packages(held)})
        print(
            f"{count} packages, {len(known.advisories)} known weaknesses reviewed on "
            f"{known.reviewed}: none is locked but what was accepted."
        )
    return found


def read(text: str) -> Known:
    """Return what a file of advisories tells.

    Raises:
        TypeError: an advisory lacks a key, or has one that none has.
    """
    told: Mapping[str, Any] = tomllib.loads(text)
    advisories = (Advisory(each, **row) for each in ECOSYSTEMS for row in told[each])
    return Known(told["reviewed"], tuple(advisories))


def packages(held: Iterable[Lock]) -> Iterator[Locked]:
    """Yield the packages of all locks."""
    for lock in held:
        yield from lock.packages


def objections(held: Iterable[Lock], advisories: Iterable[Advisory]) -> Iterator[str]:
    """Yield a line for each weakness that a lock holds and nobody accepted."""
    refused = [each for each in advisories if not each.accepted]
    for lock in held:
        for package in lock.packages:
            for each in refused:
                if each.concerns(package):
                    yield (
                        f"{lock.path}: {package} has {each.id}, mended in {each.fixed}: "
                        f"{each.source}"
                    )


if __name__ == "__main__":
    sys.exit(main() or 0)
