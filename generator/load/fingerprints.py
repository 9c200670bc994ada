"""What every file of the records holds, as a short digest: all is read, nothing is understood.

Neither dates nor sizes of files are believed, for a tool may keep both while it changes a file.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from generator.load.contents import contents


def digest(data: bytes) -> str:
    """Return what stands for the bytes: half of their SHA-256, which most processors compute."""
    return sha256(data, usedforsecurity=False).hexdigest()[:32]


def every_file(root: str) -> Iterator[tuple[str, bytes]]:
    """Yield path inside and bytes of every file below `root`, hidden ones left out.

    Raises:
        OSError: something in there is neither a folder nor a file that can be read.
    """
    pending = [""]
    while pending:
        folder = pending.pop()
        with os.scandir(os.path.join(root, folder)) as entries:  # noqa: PTH118
            for entry in entries:
                inside = f"{folder}{entry.name}"
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    pending.append(f"{inside}/")
                elif entry.is_file(follow_symlinks=False):
                    yield inside, contents(entry.path)
                else:
                    raise OSError(inside)


def fingerprints(root: str) -> dict[str, str] | None:
    """Return the digest of every file below `root` by its path inside, hidden ones left out.

    None if something in there is neither a folder nor a file that can be read: then what a check
    says of it hangs on more than its bytes.
    """
    try:
        return {inside: digest(data) for inside, data in every_file(root)}
    except OSError:
        return None


def differing(one: Mapping[str, str], other: Mapping[str, str]) -> set[str]:
    """Return the paths of which the two say different things, or only one says something."""
    return {path for path, _ in one.items() ^ other.items()}


def as_lines(digests: Mapping[str, str]) -> str:
    """Return digest and path of each, a line each."""
    return "".join(f"{each} {path}\n" for path, each in digests.items())


def from_lines(lines: Iterable[str]) -> dict[str, str]:
    """Return what `as_lines` wrote."""
    return {path: each for each, _, path in (line.partition(" ") for line in lines)}
