"""Check the records: read, shape, and hold them against each other; every fault at once.

Source: design, section 3, `check`.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.domain.finding import Finding
from generator.domain.records import Records
from generator.errors import UsageError
from generator.load.tree import Loaded, Progress, Trees, load_records, load_some, record_files
from generator.load.undisturbed import undisturbed
from generator.rules import check as check_rules


@dataclass(frozen=True, slots=True)
class Checked:
    """The records and what is wrong with them: findings by path, line and code."""

    records: Records
    findings: tuple[Finding, ...]
    count: int

    @property
    def sound(self) -> bool:
        """Whether nothing but warnings was found."""
        return all(finding.severity != "error" for finding in self.findings)


def check(
    root: Path,
    paths: Sequence[Path] = (),
    progress: Progress = lambda _: None,
    trees: Trees | None = None,
) -> Checked:
    """Check everything below `root`, or report on some files and folders in it only.

    Of everything, what `trees` knows is not parsed again.

    Raises:
        UsageError: a path is missing or not inside `root`, or a folder cannot be listed.
    """
    require_folder(root)
    asked = [inside(root, path) for path in paths]
    if not asked or "." in asked:
        return judge(load_records(root, progress, trees))
    subjects = frozenset(file for each in asked for file in _files(root, each))
    return _only(judge(loaded := load_some(root, subjects, progress)), loaded, subjects)


def require_folder(root: Path) -> None:
    """Refuse records that are not there.

    Raises:
        UsageError: `root` is no folder.
    """
    if not root.is_dir():
        message = f"Không có thư mục bản ghi {root}."
        raise UsageError(message)


def judge(loaded: Loaded) -> Checked:
    """Return what was read with all that is wrong with it."""
    with undisturbed():
        findings = {*loaded.findings, *loaded.locate(check_rules(loaded.records))}
    return Checked(loaded.records, tuple(sorted(findings)), len(loaded.files))


def _only(whole: Checked, loaded: Loaded, subjects: frozenset[str]) -> Checked:
    """Keep what concerns the subjects: their neighbours were read, but nobody asked about them."""
    wanted = {f"{loaded.root.name}/{subject}" for subject in subjects}
    findings = tuple(finding for finding in whole.findings if finding.path in wanted)
    return Checked(whole.records, findings, sum(path in wanted for path in loaded.files))


def _files(root: Path, asked: str) -> Iterator[str]:
    """Yield the files that a path stands for: itself, or all below a folder."""
    target = root / asked
    if target.is_dir() and not target.is_symlink():
        yield from record_files(root, asked)
    else:
        yield asked


def inside(root: Path, path: Path) -> str:
    """Return the path of a file or folder inside `root`, with `/` between its parts.

    Raises:
        UsageError: it is not inside.
    """
    try:
        # As written, without following links: a link is reported, not what it leads to.
        absolute = Path(os.path.abspath(path))  # noqa: PTH100
        return absolute.relative_to(os.path.abspath(root)).as_posix()  # noqa: PTH100
    except ValueError:
        message = f"{path} không nằm trong thư mục bản ghi {root}."
        raise UsageError(message) from None
