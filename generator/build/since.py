"""Check what changed since a commit, and what that can contradict.

Source: issue *Speed* (a check that looks only where it must: a pull request).
"""

import hashlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from generator.build.check import judge, require_folder
from generator.build.git import Git
from generator.build.recheck import few_visits, recheck
from generator.build.verdicts import Verdict
from generator.load.fingerprints import differing, every_file
from generator.load.tree import Progress, load_some

_ALGORITHMS: Final = {40: "sha1", 64: "sha256"}
# Of what a visit can contradict however far away it lies; a key may be written with escapes.
_FAR_KEYS: Final = (b"former_ids", b"photos", b"\\")


def check_since(root: Path, base: str, progress: Progress = lambda _: None) -> Verdict:
    """Return what is wrong by what changed since `base` and the work on it parted.

    The records were sound then: main is checked as a whole. Told are all errors, wherever they
    stand, and the warnings of what changed; counted are the files that changed, or all, if all had
    to be checked: if anything but some visits changed, or is wrong. Where something is no file
    that can be read, all is told.

    Files are held against the commit by their bytes. Neither git's index, its flags nor dates are
    believed, and what git ignores is seen as well.

    Raises:
        UsageError: `root` is not in a git repository, or there is no commit `base`.
    """
    require_folder(root)
    before = _files_at(base, root)
    now: dict[str, str] = {}
    far: set[str] = set()
    try:
        for path, data in every_file(os.path.abspath(root)):  # noqa: PTH100
            now[path] = _blob(data, before)
            if path.startswith("articles/") or any(key in data for key in _FAR_KEYS):
                far.add(path)
    except OSError:
        return recheck(root, progress)
    changed = differing(before, now)
    if few_visits(changed):
        subjects = changed & now.keys()
        checked = judge(load_some(root, sorted(subjects | far), progress))
        if checked.sound:
            return _told(Verdict(checked.findings, len(subjects), now), root, changed)
    return _told(recheck(root, progress), root, changed)


def _files_at(base: str, root: Path) -> dict[str, str]:
    """Return the names of the blobs of all files at the commit, hidden ones left out."""
    with tempfile.TemporaryDirectory() as aside:
        git, inside = Git.around(root, Path(aside, "index"))
        blobs = git.blobs(git.parting(base), inside)
    return {path: blob for path, blob in blobs.items() if "/." not in f"/{path}"}


def _blob(data: bytes, others: Mapping[str, str]) -> str:
    """Return the name that git gives to the bytes, by the algorithm of the others."""
    algorithm = _ALGORITHMS[len(next(iter(others.values()), 40 * "0"))]
    header = f"blob {len(data)}\0".encode()
    return hashlib.new(algorithm, header + data, usedforsecurity=False).hexdigest()


def _told(verdict: Verdict, root: Path, changed: set[str]) -> Verdict:
    """Leave out the warnings of files that did not change."""
    paths = {f"{Path(os.path.abspath(root)).name}/{path}" for path in changed}  # noqa: PTH100
    findings = (f for f in verdict.findings if f.severity == "error" or f.path in paths)
    return Verdict(tuple(findings), verdict.count, verdict.digests)
