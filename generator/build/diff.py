"""What the changes since a commit do to the records and their figures.

Source: design, section 3, `congtac diff`; issue *Submission*, The gate.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.build.base import records_at
from generator.build.check import check
from generator.build.figures import day_counted, sound_records
from generator.compliance.changes import Changes, changes
from generator.domain.records import Records
from generator.errors import UsageError
from generator.load.layout import kind_of
from generator.load.tree import Progress, record_files


@dataclass(frozen=True, slots=True)
class Difference:
    """The changes, both states of the records, and the other files that differ, by path.

    Photos of visits that come, change or go are told with these.
    """

    changes: Changes
    before: Records
    after: Records
    others: tuple[str, ...]


def diff(
    root: Path,
    base: str,
    asked: date | None,
    today: date,
    reviewers: Collection[str] = (),
    progress: Progress = lambda _: None,
) -> Difference:
    """Return what the records below `root` do beside those of the commit `base`.

    Both states are counted as of the same day. Where the state before has faults, nothing is
    counted, and visits and issues are told alone.

    Raises:
        UnsoundRecordsError: the records have findings.
        UsageError: there is no such commit, or a reviewer is no member.
    """
    after = sound_records(root, progress)
    unknown = sorted(set(reviewers) - after.members.keys())
    if unknown:
        message = f"Người duyệt không có trong danh sách Ủy viên: {', '.join(unknown)}."
        raise UsageError(message)
    as_of = day_counted(after, asked, today)
    with records_at(base, root) as folder:
        was = check(folder)
        found = changes(was.records, after, as_of, reviewers, counted=was.sound)
        shown = {f"media/{file}" for each in found.visits for file in each.photos}
        others = tuple(each for each in _other_files(folder, root) if each not in shown)
    return Difference(found, was.records, after, others)


def _other_files(before: Path, after: Path) -> list[str]:
    """Return the paths of all files but visits that one state has alone, or both differently."""
    old, new = _contents(before), _contents(after)
    return sorted(path for path in old.keys() | new.keys() if old.get(path) != new.get(path))


def _contents(root: Path) -> dict[str, bytes]:
    files = (path for path in record_files(root) if not _is_visit(path))
    return {path: (root / path).read_bytes() for path in files if not (root / path).is_symlink()}


def _is_visit(path: str) -> bool:
    placed = kind_of(path)
    return placed is not None and placed[0].name == "visits"
