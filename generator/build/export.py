"""Export what an audience may see of one subject, as a file; refused, nothing is written.

Source: design, section 3, `export`.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from generator.audience import View
from generator.build.replace import write_file
from generator.errors import UsageError
from generator.present.documents.document import document
from generator.present.subject import PeriodSubject, PlanSubject, Subject, VisitSubject
from generator.present.tables.exports import csv_export, json_export
from generator.present.wording import listed
from generator.present.workbooks.workbooks import xlsx_export

Writer = Callable[[View, Subject], bytes]

WRITERS: Final[Mapping[str, Writer]] = {
    "csv": csv_export,
    "json": json_export,
    "docx": document,
    "xlsx": xlsx_export,
}
"""What each form is written by; all are given subjects that the view knows."""


def export(view: View, form: str, subject: Subject, out: Path) -> None:
    """Write what the view holds of the subject to `out`, which `require_target` has let pass.

    Raises:
        UsageError: the view holds nothing of the subject.
    """
    _require_known(view, subject)
    write_file(out, WRITERS[form](view, subject))


def require_target(form: str, out: Path) -> None:
    """Refuse a form that nobody writes and a place where no file can be, before anything is read.

    Raises:
        UsageError: it is one of them.
    """
    if form not in WRITERS:
        message = f"Không xuất được dạng “{form}”; chọn {_or(WRITERS)}."
        raise UsageError(message)
    if out.is_dir():
        message = f"{out} là một thư mục; ghi cả tên tệp sau --out."
        raise UsageError(message)
    if not out.parent.is_dir():
        message = f"Không có thư mục {out.parent}."
        raise UsageError(message)


def _or(words: Mapping[str, Writer]) -> str:
    return listed(words).replace(" và ", " hoặc ")


def _require_known(view: View, subject: Subject) -> None:
    """Refuse a subject of which the audience's view holds nothing."""
    if isinstance(subject, VisitSubject):
        if subject.visit not in view.records.visits:
            message = f"Không có chuyến đi “{subject.visit}”."
            raise UsageError(message)
        return
    if subject.member is not None and subject.member not in view.records.members:
        message = f"Không có Ủy viên “{subject.member}”."
        raise UsageError(message)
    if isinstance(subject, PeriodSubject):
        _require_figures(view, subject)
    else:
        _require_plan(view, subject)


def _require_figures(view: View, subject: PeriodSubject) -> None:
    try:
        _, held = view.results.figures_of(subject.period)
    except KeyError:
        message = f"Chưa có số liệu của kỳ {subject.period}."
        raise UsageError(message) from None
    if subject.member is not None and subject.member not in {each.id for each in held.members}:
        message = (
            f"“{subject.member}” không phải là Ủy viên BCH chuyên trách trong kỳ {held.period}."
        )
        raise UsageError(message)


def _require_plan(view: View, subject: PlanSubject) -> None:
    mine = [plan for plan in view.records.plans.values() if plan.year == subject.year]
    if not mine:
        message = f"Không có kế hoạch năm {subject.year}."
        raise UsageError(message)
    if subject.member is not None and subject.member not in {plan.member for plan in mine}:
        message = f"“{subject.member}” không có kế hoạch năm {subject.year}."
        raise UsageError(message)
