"""Check the records: read, shape, and hold them against each other; every fault at once.

Source: design, section 3, `check`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.domain.finding import Finding
from generator.domain.records import Records
from generator.errors import UsageError
from generator.load.tree import Loaded, Progress, load_records, load_some
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
    root: Path, paths: Sequence[Path] = (), progress: Progress = lambda _: None
) -> Checked:
    """Check everything below `root`, or report on some files and folders in it only.

    Raises:
        UsageError: a path is not inside `root`, or cannot be read.
    """
    if not root.is_dir():
        message = f"Không có thư mục bản ghi {root}."
        raise UsageError(message)
    subjects = [inside(root, path) for path in paths]
    if subjects and all((root / subject).is_file() for subject in subjects):
        return _reported(load_some(root, subjects), subjects)
    loaded = load_records(root, progress)
    return _reported(loaded, subjects) if subjects else _everything(loaded)


def _everything(loaded: Loaded) -> Checked:
    findings = {*loaded.findings, *loaded.locate(check_rules(loaded.records))}
    return Checked(loaded.records, tuple(sorted(findings)), len(loaded.files))


def _reported(loaded: Loaded, subjects: Sequence[str]) -> Checked:
    """Keep what concerns the subjects; a folder stands for everything in it."""
    whole = _everything(loaded)
    name = loaded.root.name
    wanted = tuple(name if subject == "." else f"{name}/{subject}" for subject in subjects)
    findings = tuple(f for f in whole.findings if _concerns(f.path, wanted))
    count = sum(_concerns(path, wanted) for path in loaded.files)
    return Checked(loaded.records, findings, count)


def _concerns(path: str, wanted: Sequence[str]) -> bool:
    return any(path == each or path.startswith(f"{each}/") for each in wanted)


def inside(root: Path, path: Path) -> str:
    """Return the path of a file or folder inside `root`, with `/` between its parts.

    Raises:
        UsageError: it is not inside.
    """
    absolute = Path(path).absolute()
    try:
        return absolute.relative_to(root.absolute()).as_posix()
    except ValueError:
        message = f"{path} không nằm trong thư mục bản ghi {root}."
        raise UsageError(message) from None
