"""Draft the news about one subject as a new article among the records; nothing is overwritten.

Source: design, section 3, `draft`; issue *News*, "Drafting".
"""

import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from generator.audience import View
from generator.build.replace import create_files
from generator.domain.article import Article
from generator.domain.scalars import LINE_LIMIT, YEARS, id_like
from generator.domain.visit import Visit
from generator.errors import RefusedError, UsageError
from generator.load.hygiene import FORBIDDEN
from generator.present.drafts.desk import Byline, Draft
from generator.present.drafts.drafts import draft
from generator.present.subject import (
    NewsSubject,
    PeriodSubject,
    ProgrammeSubject,
    VisitSubject,
)
from generator.present.wording import day, period_text
from generator.rules.references import suggest
from generator.submit.canonical import canonical

_TO_EDIT: Final = (
    "Bài còn là bản nháp: đọc lại, sửa lời văn, giữ các chỗ điền {{ … }}, rồi đổi status thành "
    "ready."
)
_NEXT: Final = (
    "  congtac check {file}\n"
    "  congtac serve --audience internal\n"
    "Gửi lên để duyệt:\n"
    "  git switch -c tin/{id}\n"
    "  git add {file}\n"
    '  git commit -m "Bản nháp {id}"\n'
    "  git push -u origin HEAD"
)
_ELSEWHERE: Final = "Sửa xong thì chép vào records/articles/<năm>/<ngày>-<tên-ngắn>.md và kiểm tra."


@dataclass(frozen=True, slots=True)
class Order:
    """Who signs and when (the day counted, if not told), which turns, and another place for it."""

    author: str | None = None
    department: str | None = None
    photo_credit: str | None = None
    signed: date | None = None
    seed: str = ""
    out: Path | None = None


def write_draft(root: Path, view: View, subject: NewsSubject, order: Order) -> list[str]:
    """Write the draft and return what was done, and what comes next; `view` is the public one.

    Raises:
        RefusedError: there is nothing to tell of the subject yet or any more, or a file is there.
        UsageError: the subject is not known.
        OSError: the file cannot be written.
    """
    _require_told(view, subject)
    byline = _byline(view, order)
    _require_over(view, subject, byline.date)
    drafted = draft(view, subject, byline, order.seed)
    id_ = id_like(drafted.id)
    file = order.out or root / "articles" / f"{byline.date.year:04d}" / f"{id_}.md"
    try:
        create_files({file: text_of(drafted).encode()})
    except FileExistsError:
        message = (
            f"Đã có {file}, nên chưa ghi gì. Sửa tiếp tệp đó; muốn có bản khác thì thêm --out TỆP "
            "hoặc --date NGÀY, và --seed CHỮ để đổi lời văn."
        )
        raise RefusedError(message) from None
    following = _ELSEWHERE if order.out else _NEXT.format(file=file, id=id_)
    return [f"Đã ghi {file}.", _TO_EDIT, following]


def _byline(view: View, order: Order) -> Byline:
    """Return who signs and when; the organisation, on the day counted, if nothing else is told."""
    organisation = view.records.organisation
    return Byline(
        author=_line("--author", order.author) or (organisation.name if organisation else ""),
        date=order.signed or view.results.as_of,
        department=_line("--department", order.department),
        photo_credit=_line("--photo-credit", order.photo_credit),
    )


def _line(option: str, text: str | None) -> str | None:
    """Return what was told as a record can hold it; None of blanks."""
    told = unicodedata.normalize("NFC", (text or "").strip())
    if len(told.splitlines()) > 1 or len(told) > LINE_LIMIT or FORBIDDEN.search(told):
        message = f"{option}: chỉ được một dòng, nhiều nhất {LINE_LIMIT} ký tự, không có ký tự ẩn."
        raise UsageError(message)
    return told or None


def text_of(drafted: Draft) -> str:
    """Return the article as it is written in `records/`."""
    return f"---\n{canonical(drafted.front, Article)}---\n\n{drafted.body}"


def _require_told(view: View, subject: NewsSubject) -> None:
    """Refuse a subject that is not known, or of which nothing has happened."""
    if isinstance(subject, VisitSubject):
        _require_visit(view, subject.visit)
    elif isinstance(subject, ProgrammeSubject):
        _require_programme(view, subject.programme)
    else:
        _require_figures(view, subject)


def _require_visit(view: View, visit: str) -> None:
    if visit in {each.id for each in view.gone}:
        message = f"Chuyến đi “{visit}” đã được rút lại, nên không viết tin."
        raise RefusedError(message)
    if visit not in view.records.visits:
        message = f"Không có chuyến đi “{visit}”. {suggest(visit, view.records.visits)}"
        raise UsageError(message)


def _require_programme(view: View, programme: str) -> None:
    if programme not in view.records.programmes:
        hint = suggest(programme, view.records.programmes)
        message = f"Không có chương trình “{programme}”. {hint}"
        raise UsageError(message)
    begun = (each.programme for each in _begun(view))
    if programme not in begun:
        label = view.records.programmes[programme].label
        message = f"{label} chưa có chuyến đi nào, nên chưa có gì để viết."
        raise RefusedError(message)


def _require_figures(view: View, subject: PeriodSubject) -> None:
    try:
        _, figures = view.results.figures_of(subject.period)
    except KeyError:
        message = f"Chưa có số liệu của {period_text(subject.period)}."
        raise RefusedError(message) from None
    if not figures.visits:
        message = f"{period_text(subject.period)} chưa có chuyến đi nào, nên chưa có gì để viết."
        raise RefusedError(message[:1].upper() + message[1:])


def _require_over(view: View, subject: NewsSubject, signed: date) -> None:
    """Refuse news of a visit that is not over, and an article that is older than what it tells."""
    if isinstance(subject, VisitSubject):
        visit = view.records.visits[subject.visit]
        if visit.last_day > view.results.as_of:
            message = (
                f"Chuyến đi “{visit.id}” đến {day(visit.last_day)} mới xong, sau ngày chốt số liệu "
                f"{day(view.results.as_of)}, nên chưa viết tin."
            )
            raise RefusedError(message)
        earliest = visit.last_day
    elif isinstance(subject, ProgrammeSubject):
        earliest = view.records.programmes[subject.programme].from_
    else:
        earliest = subject.period.first_day
    if signed < earliest or signed.year not in YEARS:
        message = f"Không đăng bài này ngày {day(signed)} được. Chọn --date từ {day(earliest)}."
        raise UsageError(message)


def _begun(view: View) -> list[Visit]:
    visits = view.records.standing_visits
    return [each for each in visits if each.date <= view.results.as_of]
