"""What the locks hold: `requirements/*.txt`, and each `package-lock.json`."""

import base64
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Literal

ROOT: Final = Path(__file__).parents[1]
PYTHON_LOCKS: Final = ("site", "national", "dev", "soak", "bench", "node")
NPM_LOCKS: Final = {
    "web": "generator/web/package-lock.json",
    "peers": "tests/bench/peers/package-lock.json",
}

Ecosystem = Literal["pypi", "npm"]
_PIN: Final = re.compile(r"([a-z0-9-]+)(?:\[[^]]*])?==(\S+)(?: ; ([^\\]+?))?(?: \\)?")
_HASH: Final = re.compile(r" +--hash=sha256:([0-9a-f]{64})(?: \\)?")


@dataclass(frozen=True, slots=True)
class Locked:
    """One package of a lock.

    `sha256` has the hash of each file that may be installed, of Python; `sha512` that of the only
    one, of npm. `marker` says on which systems, `developing` that no built site needs it.
    """

    ecosystem: Ecosystem
    name: str
    version: str
    sha256: tuple[str, ...] = ()
    sha512: str = ""
    marker: str = ""
    licence: str = ""
    developing: bool = False

    def __str__(self) -> str:
        """Return `jinja2 3.1.6`."""
        return f"{self.name} {self.version}"


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock by its short name, the path of its file from the root, and its packages by name."""

    name: str
    path: str
    packages: tuple[Locked, ...]


def locks(root: Path = ROOT) -> Iterator[Lock]:
    """Yield every lock of the repository.

    Raises:
        ValueError: a line of a lock is neither a pin nor a hash, or a pin has no hash.
    """
    for name in PYTHON_LOCKS:
        path = f"requirements/{name}.txt"
        yield Lock(name, path, python_packages((root / path).read_text(encoding="utf-8"), path))
    for name, path in NPM_LOCKS.items():
        yield Lock(name, path, npm_packages((root / path).read_text(encoding="utf-8"), path))


def python_packages(text: str, path: str) -> tuple[Locked, ...]:
    """Return the packages of a lock of pip; one with and without extras counts once.

    Raises:
        ValueError: see `locks`.
    """
    pins: list[re.Match[str]] = []
    hashes: list[list[str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if pin := _PIN.fullmatch(line):
            pins.append(pin)
            hashes.append([])
        elif pins and (found := _HASH.fullmatch(line)):
            hashes[-1].append(found[1])
        elif line.strip() and not line.lstrip().startswith("#"):
            message = f"{path}:{number}: neither a pin nor a hash: {line}"
            raise ValueError(message)
    packages: dict[tuple[str, str], Locked] = {}
    for pin, held in zip(pins, hashes, strict=True):
        package = Locked("pypi", pin[1], pin[2], sha256=tuple(held), marker=pin[3] or "")
        known = packages.setdefault((package.name, package.version), package)
        if known is not package:
            either = f"{known.marker} or {package.marker}"
            marker = either if known.marker and package.marker else ""
            packages[known.name, known.version] = replace(known, marker=marker)
    bare = [str(each) for each in packages.values() if not each.sha256]
    if bare:
        message = f"{path}: without a hash: {', '.join(bare)}"
        raise ValueError(message)
    return tuple(packages.values())


def npm_packages(text: str, path: str) -> tuple[Locked, ...]:
    """Return the packages of a lock of npm; the same version in several places counts once.

    Raises:
        ValueError: a package has no hash.
    """
    found: dict[tuple[str, str], Locked] = {}
    for place, told in json.loads(text)["packages"].items():
        if place:
            package = _npm_package(place.rpartition("node_modules/")[2], told, path)
            known = found.setdefault((package.name, package.version), package)
            if known.developing and not package.developing:
                found[package.name, package.version] = package
    return tuple(found[key] for key in sorted(found))


def _npm_package(name: str, told: dict[str, Any], path: str) -> Locked:
    kind, _, encoded = str(told.get("integrity", "")).partition("-")
    if kind != "sha512":
        message = f"{path}: {name} has no SHA-512"
        raise ValueError(message)
    return Locked(
        "npm",
        name,
        told["version"],
        sha512=base64.b64decode(encoded).hex(),
        licence=str(told.get("license", "")),
        developing=bool(told.get("dev") or told.get("devOptional")),
    )
