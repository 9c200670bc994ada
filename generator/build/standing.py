"""What the last build left: of what each file of the site was made, and that it was looked through.

A file that would be made of the same is taken over, if it still is what it was to the byte; a file
that was looked through with nothing found is not looked through again. It lies below `.cache/`
beside the records, one for each audience, and may be deleted at any time. Source: issue *Speed*,
Rebuild what changed; docs/developers/decisions/0027-what-has-not-changed.md.
"""

import json
import stat
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol, Self, TypeVar

from generator.build.contents import names_in
from generator.build.hidden import Hidden
from generator.build.sealed import keep_at, kept_at, place_of
from generator.domain.fields import Audience
from generator.load.contents import contents
from generator.load.fingerprints import digest

FOLDER: Final = "trang"
NOTHING: Final = "-"

# Everything but the commands, which make nothing, and what runs in browsers, which is copied.
CODE: Final = (
    "audience.py",
    "build",
    "compliance",
    "domain",
    "errors.py",
    "host",
    "load",
    "present",
    "rules",
    "submit",
)
PACKAGES: Final = ("mkdocs", "pydantic", "jinja2", "plotly", "PIL")


Made = TypeVar("Made", bytes, bytes | None)


class Kept(Protocol):
    """Files that were made before."""

    def file(self, path: str, made_of: str, make: Callable[[], Made]) -> bytes | Made:
        """Return the file as it was made of the same before, else what `make` makes of it."""

    def write(self, path: str, content: bytes, target: Path) -> None:
        """Write the file that `file` returned."""


@dataclass(frozen=True, slots=True)
class Checks:
    """Under which conditions files were looked through: what was hidden, and for which address."""

    hidden: str
    base: str

    @classmethod
    def of(cls, hidden: Hidden, base: str) -> Self:
        """Return the conditions of a build."""
        told = [b" ".join(phrase) for phrase in hidden.phrases]
        return cls(digest(b"\n".join((*told, b"", *hidden.marks))), base)


@dataclass
class Standing:
    """The site at `out`, as the last build left it, and what the coming one says of itself.

    `digests` are by path from the root of the site.
    """

    out: Path
    digests: Mapping[str, str] = field(default_factory=dict)
    _checks: Checks | None = None
    _linked: bool = False
    _made_of: Mapping[str, str] = field(default_factory=dict)
    _told: dict[str, str] = field(default_factory=dict)
    _taken: dict[str, str] = field(default_factory=dict)

    @classmethod
    def at(cls, out: Path, root: Path, audience: Audience) -> Self:
        """Return what is known of the site at `out`, built of the records at `root`."""
        kept = kept_at(_place(root, audience), CODE, PACKAGES)
        if not kept:
            return cls(out)
        head, *lines = kept
        told = json.loads(head)
        files = [line.split(" ", 2) for line in lines]
        return cls(
            out,
            {path: each for each, _, path in files},
            Checks(told["hidden"], told["base"]),
            told["linked"],
            {path: made_of for _, made_of, path in files if made_of != NOTHING},
        )

    def file(self, path: str, made_of: str, make: Callable[[], Made]) -> bytes | Made:
        """Return the file as it stands, if it was made of the same and nobody has touched it.

        Else what `make` makes of it. Without `made_of` nobody says of what.
        """
        if not made_of:
            return make()
        kept = self.content(path) if self._made_of.get(path) == made_of else None
        file = make() if kept is None else kept
        if kept is not None:
            self._taken[path] = self.digests[path]
        if file is not None:
            self._told[path] = made_of
        return file

    def write(self, path: str, content: bytes, target: Path) -> None:
        """Write the file; one that was taken over becomes another name of the one that stands.

        That one loses its name when the coming site takes its place; in between nothing writes into
        a file of either. On the disk it costs a name, not a file.
        """
        standing = self.out / path
        with suppress(OSError):
            if path in self._taken and _is_alone(standing):
                target.hardlink_to(standing)
                return
        target.write_bytes(content)

    def content(self, path: str) -> bytes | None:
        """Return the file as the last build left it; None if it is that no more."""
        try:
            content = contents(f"{self.out}/{path}")
        except OSError:
            return None
        return content if digest(content) == self.digests.get(path) else None

    def coming(self, stage: Path) -> dict[str, str]:
        """Return the digest of every file of the staged site; what was taken over has its own."""
        return {
            name: self._taken.get(name) or digest(contents(f"{stage}/{name}"))
            for name in names_in(stage)
        }

    def same(self, digests: Mapping[str, str]) -> set[str]:
        """Return the files of the coming site that have the bytes that they had."""
        return {path for path, _ in self.digests.items() & digests.items()}

    def searched(self, checks: Checks) -> bool:
        """Return whether the files were searched for the same that must not be told."""
        return self._checks is not None and self._checks.hidden == checks.hidden

    def followed(self, checks: Checks) -> bool:
        """Return whether all links led somewhere, within a site of the same address."""
        return self._linked and self._checks is not None and self._checks.base == checks.base

    def keep(
        self,
        root: Path,
        audience: Audience,
        digests: Mapping[str, str],
        checks: Checks,
        *,
        linked: bool,
    ) -> None:
        """Keep what is known of the coming site for the next build.

        `linked` is whether the gate followed its links.
        """
        if any(not path.isprintable() for path in digests):
            return
        head = {"hidden": checks.hidden, "base": checks.base, "linked": linked}
        lines = (f"{each} {self._told.get(path, NOTHING)} {path}" for path, each in digests.items())
        keep_at(_place(root, audience), "\n".join((json.dumps(head), *lines)), CODE, PACKAGES)


def write(kept: Kept | None, path: str, content: bytes, target: Path) -> None:
    """Write a file of the site, as `kept` does if somebody keeps what is made."""
    if kept is None:
        target.write_bytes(content)
    else:
        kept.write(path, content, target)


def _is_alone(file: Path) -> bool:
    """Return whether it is a file, and nobody knows it by another name."""
    status = file.lstat()
    return stat.S_ISREG(status.st_mode) and status.st_nlink == 1


def _place(root: Path, audience: Audience) -> Path:
    return place_of(root, FOLDER, f".{audience}")
