"""Sum the records up: sound records only, as of one day.

Source: design, section 2 (`--as-of` beats `organisation.as_of`, which beats today).
"""

from datetime import date
from pathlib import Path

from generator.audience import View, project
from generator.build.check import Checked, check
from generator.build.trees import Trees
from generator.compliance.results import Results, assess
from generator.domain.fields import Audience
from generator.domain.records import Records
from generator.errors import RefusedError
from generator.load.tree import Progress
from generator.load.undisturbed import undisturbed


class UnsoundRecordsError(RefusedError):
    """The records have findings, so nothing is made of them."""

    def __init__(self, checked: Checked) -> None:
        super().__init__("Bản ghi còn lỗi nên chưa làm gì cả.")
        self.checked = checked


def sound_records(root: Path, progress: Progress = lambda _: None) -> Records:
    """Return the records below `root`; what was parsed before is not parsed again.

    Raises:
        UnsoundRecordsError: there are findings other than warnings.
        UsageError: `root` cannot be read.
    """
    trees = Trees(root)
    checked = check(root, progress=progress, trees=trees)
    trees.keep()
    if not checked.sound:
        raise UnsoundRecordsError(checked)
    return checked.records


def day_counted(records: Records, asked: date | None, today: date) -> date:
    """Return the day up to which figures count: asked for, else pinned, else today."""
    pinned = records.organisation.as_of if records.organisation else None
    return asked or pinned or today


@undisturbed()
def figures(records: Records, asked: date | None, today: date) -> Results:
    """Return the results as of the day counted."""
    return assess(records, day_counted(records, asked, today))


@undisturbed()
def view_of(
    root: Path,
    audience: Audience,
    asked: date | None,
    today: date,
    progress: Progress = lambda _: None,
) -> View:
    """Read, check, count and project: return what the audience may see of the records.

    Raises:
        UnsoundRecordsError: there are findings, so nothing is shown.
        UsageError: `root` cannot be read.
    """
    records = sound_records(root, progress)
    return project(records, figures(records, asked, today), audience)
