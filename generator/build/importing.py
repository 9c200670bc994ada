"""Take the visits of a workbook into the records: all of them, or the good ones if asked.

Source: design, section 3, `congtac import`; issue *Submission*, Door 4.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.build.arrivals import take_in
from generator.build.figures import sound_records
from generator.build.replace import create_files
from generator.errors import RefusedError, UsageError
from generator.load.tree import Progress
from generator.submit.asking import asks_internal
from generator.submit.choices import choices
from generator.submit.workbook.book import FILE_LIMIT, read_book
from generator.submit.workbook.columns import sheets
from generator.submit.workbook.judging import Outcome, judge_rows
from generator.submit.workbook.rows import read_rows
from generator.submit.workbook.template import template


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to; `written` tells whether the new visits were."""

    outcome: Outcome
    written: bool

    @property
    def sound(self) -> bool:
        """Whether nothing but warnings was found."""
        return self.outcome.sound

    @property
    def lines(self) -> list[str]:
        """What to tell: each fault with its mend, the sheets that were not read, and the sum."""
        unread = [f"Không đọc trang “{name}”." for name in self.outcome.unread]
        return [*(str(fault) for fault in self.outcome.faults), *unread, self._sum]

    @property
    def _sum(self) -> str:
        outcome, new = self.outcome, len(self.outcome.new)
        if self.written and new:
            done = f"Đã ghi {new} chuyến mới"
        elif new and outcome.sound:
            done = f"Chỉ xem, chưa ghi gì: {new} chuyến mới"
        elif new:
            done = f"Chưa ghi gì: {new} chuyến mới không có lỗi (muốn ghi riêng thì thêm --partial)"
        else:
            done = "Không có chuyến mới để ghi"
        errors = sum(fault.severity == "error" for fault in outcome.faults)
        faults = f"{errors} lỗi ở {outcome.bad_rows} dòng" if errors else "không có lỗi"
        return f"{done}; {outcome.unchanged} chuyến đã có, không đổi; {faults}."


def import_visits(
    root: Path,
    workbook: Path,
    today: date,
    *,
    partial: bool = False,
    dry_run: bool = False,
    progress: Progress = lambda _: None,
) -> Imported:
    """Write the new visits of the workbook, unless a row is wrong and `partial` was not asked for.

    Raises:
        UnsoundRecordsError: the records have findings of their own.
        UsageError: `root` or the workbook cannot be read.
        OSError: a file cannot be written; none was.
    """
    book = read_book(_bytes(workbook), workbook.name)
    records = sound_records(root, progress)
    offered = choices(records)
    forms = sheets(internal=asks_internal(records.organisation))
    outcome = judge_rows(records, read_rows(book, forms, offered), today, root.name)
    if dry_run or not (outcome.sound or partial):
        return Imported(outcome, written=False)
    take_in(root, outcome.new, {})
    return Imported(outcome, written=True)


def write_template(root: Path, out: Path, progress: Progress = lambda _: None) -> None:
    """Write an empty workbook to fill in, with the names that the records know.

    Raises:
        RefusedError: there is such a file already, perhaps filled in.
        UnsoundRecordsError: the records have findings.
        UsageError: the folder is not there, or `root` cannot be read.
    """
    if not out.parent.is_dir():
        message = f"Không có thư mục {out.parent}."
        raise UsageError(message)
    data = template(sound_records(root, progress))
    try:
        create_files({out: data})
    except FileExistsError:
        message = f"Đã có {out}, nên không ghi đè: có thể bảng đã được điền."
        raise RefusedError(message) from None


def _bytes(workbook: Path) -> bytes:
    """Return the bytes of the file, and no more of them than tell that they are too many."""
    try:
        with workbook.open("rb") as stream:
            return stream.read(FILE_LIMIT + 1)
    except IsADirectoryError:
        message = f"{workbook} là một thư mục, không phải sổ tính."
        raise UsageError(message) from None
    except FileNotFoundError:
        message = f"Không có tệp {workbook}."
        raise UsageError(message) from None
