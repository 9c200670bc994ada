"""The days of one record agree with each other and with the file's name."""

import re
from collections.abc import Iterator
from typing import Final

from generator.domain.article import Article
from generator.domain.finding import Fault
from generator.domain.records import Records
from generator.domain.visit import LONGEST_VISIT_DAYS, Visit
from generator.rules.references import suggest

_SLUG: Final = re.compile("^[0-9]{4}-[0-9]{2}-[0-9]{2}-?")


def file_names_agree(records: Records) -> Iterator[Fault]:
    """D002: the file of a visit or article is named `<date>-<slug>`."""
    for record in _dated(records):
        if not record.id.startswith(f"{record.date}-"):
            message = f"Tên tệp “{record.id}” không mở đầu bằng ngày {record.date}."
            slug = _SLUG.sub("", record.id) or "ten-ngan"
            hint = f"Đổi tên tệp thành {record.date}-{slug}, hoặc sửa ngày."
            yield Fault("D002", record.path, ("date",), message, hint)


def folders_agree(records: Records) -> Iterator[Fault]:
    """D003: a visit or article lies in the folder of its year, as its name and date say it."""
    for record in _dated(records):
        folder = record.path.split("/")[-2]
        if folder != f"{record.date.year}" and record.id.startswith(f"{record.date}-"):
            message = f"Tệp nằm trong thư mục {folder}, nhưng ngày là {record.date}."
            hint = f"Chuyển tệp sang thư mục {record.date.year}."
            yield Fault("D003", record.path, ("date",), message, hint)


def visits_end_after_they_begin(records: Records) -> Iterator[Fault]:
    """D004: a visit does not end before it begins."""
    for visit in records.visits.values():
        if visit.last_day < visit.date:
            message = f"Ngày về {visit.last_day} đứng trước ngày đi {visit.date}."
            yield Fault(
                "D004", visit.path, ("end_date",), message, "Sửa ngày về, hoặc bỏ nếu đi một ngày."
            )


def visits_are_short(records: Records) -> Iterator[Fault]:
    """D005: a visit takes at most 31 calendar days."""
    for visit in records.visits.values():
        days = (visit.last_day - visit.date).days + 1
        if days > LONGEST_VISIT_DAYS:
            message = f"Chuyến đi dài {days} ngày, quá {LONGEST_VISIT_DAYS}."
            hint = "Sửa ngày về, hoặc tách thành nhiều chuyến."
            yield Fault("D005", visit.path, ("end_date",), message, hint)


def sessions_need_one_day(records: Records) -> Iterator[Fault]:
    """D006: a visit of a morning, an afternoon or an evening takes one day."""
    for visit in records.visits.values():
        if visit.session != "full_day" and visit.last_day > visit.date:
            message = "Chuyến đi nhiều ngày không ghi theo buổi được."
            yield Fault(
                "D006", visit.path, ("session",), message, "Bỏ khóa session, hoặc bỏ end_date."
            )


def attendance_lies_within(records: Records) -> Iterator[Fault]:
    """D007: the days of an attendance lie within the visit, each once."""
    for visit in records.visits.values():
        if visit.last_day < visit.date:
            continue
        for index, attendance in enumerate(visit.attendance):
            for place, day in enumerate(attendance.dates):
                field = ("attendance", index, "dates", place)
                if not visit.date <= day <= visit.last_day:
                    message = f"Ngày {day} nằm ngoài chuyến đi ({visit.date} – {visit.last_day})."
                    yield Fault("D007", visit.path, field, message, "Sửa hoặc xóa ngày này.")
                elif day in attendance.dates[:place]:
                    message = f"Ngày {day} ghi hai lần."
                    yield Fault("D007", visit.path, field, message, "Xóa ngày thừa.")


def attendance_names_members(records: Records) -> Iterator[Fault]:
    """D008: an attendance is of a member of the visit."""
    for visit in records.visits.values():
        for index, attendance in enumerate(visit.attendance):
            if attendance.member not in visit.members:
                message = f"“{attendance.member}” không có tên trong chuyến đi."
                hint = suggest(
                    attendance.member, visit.members, "Thêm vào members, hoặc bỏ mục này."
                )
                yield Fault("D008", visit.path, ("attendance", index, "member"), message, hint)


def reports_follow_visits(records: Records) -> Iterator[Fault]:
    """D009: neither the report nor the record was made before the visit began."""
    for visit in records.visits.values():
        if visit.report and visit.report.submitted < visit.date:
            message = f"Báo cáo nộp ngày {visit.report.submitted}, trước ngày đi {visit.date}."
            yield Fault("D009", visit.path, ("report", "submitted"), message, "Sửa ngày nộp.")
        if visit.recorded_on and visit.recorded_on < visit.date:
            message = f"Ngày ghi {visit.recorded_on} đứng trước ngày đi {visit.date}."
            yield Fault("D009", visit.path, ("recorded_on",), message, "Sửa ngày ghi.")


def resolved_issues_say_how(records: Records) -> Iterator[Fault]:
    """D010: a resolved issue has its day and outcome, and no other has such a day."""
    for visit in records.visits.values():
        for index, issue in enumerate(visit.issues):
            missing = [key for key in ("resolved_on", "outcome") if getattr(issue, key) is None]
            if issue.status == "resolved" and missing:
                message = f"Kiến nghị đã giải quyết mà thiếu {' và '.join(missing)}."
                hint = "Ghi ngày giải quyết xong và kết quả."
                yield Fault("D010", visit.path, ("issues", index, "status"), message, hint)
            elif issue.status != "resolved" and issue.resolved_on:
                message = "Có ngày giải quyết xong mà tình trạng chưa là resolved."
                hint = "Ghi status: resolved, hoặc bỏ resolved_on."
                yield Fault("D010", visit.path, ("issues", index, "resolved_on"), message, hint)


def issues_follow_visits(records: Records) -> Iterator[Fault]:
    """D011: an issue is due and resolved no earlier than the visit that raised it."""
    for visit in records.visits.values():
        for index, issue in enumerate(visit.issues):
            for key in ("due", "resolved_on"):
                day = getattr(issue, key)
                if day and day < visit.date:
                    message = f"Ngày {day} đứng trước ngày đi {visit.date}."
                    yield Fault(
                        "D011", visit.path, ("issues", index, key), message, "Sửa ngày này."
                    )


def _dated(records: Records) -> Iterator[Visit | Article]:
    yield from records.visits.values()
    yield from records.articles.values()
