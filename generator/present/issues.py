"""The page of issues: what was raised, where and when, who settles it, and what came of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.audience import View
from generator.compliance.coverage import covered_units
from generator.compliance.issues import age_class
from generator.domain.visit import ISSUE_STATUSES, Visit
from generator.present import addresses
from generator.present.addresses import FILTERS
from generator.present.filters import (
    PERIOD,
    Answers,
    Filter,
    by_choice,
    by_last_month,
    by_member,
    by_month,
    by_unit,
    by_year,
    orders,
)
from generator.present.issue_rows import AGE_WORDS, STATUS_ORDER, IssueRow, issue_rows
from generator.present.names import Names
from generator.present.page import Heading, Page
from generator.present.templating import render

OVERDUE: Final = "overdue"
"""Besides its status, an issue whose answer is overdue answers to this."""
ORDERS: Final = orders(
    (
        ("tinh-trang", "Tình trạng"),
        ("-tuoi", "Số ngày, lâu nhất trước"),
        ("tuoi", "Số ngày, mới nhất trước"),
        ("-ngay", "Ngày nêu, mới nhất trước"),
        ("ngay", "Ngày nêu, cũ nhất trước"),
        ("noi-neu", "Nơi nêu, A đến Y"),
        ("-noi-neu", "Nơi nêu, Y đến A"),
    )
)


@dataclass(frozen=True, slots=True)
class ListedIssue:
    """An issue as a row of the list."""

    row: IssueRow
    answers: Answers


def issues_page(view: View) -> Iterator[Page]:
    """Yield the page: the open ones first, the oldest at the top."""
    as_of = view.results.as_of
    names = Names(view.records)
    visits = {
        addresses.visit(each): each
        for each in view.records.standing_visits
        if each.date <= as_of and each.issues
    }
    listed = [
        _listed(row, visits[row.visit], view) for row in issue_rows(visits.values(), view, names)
    ]
    groups = [
        (status, ISSUE_STATUSES[status], [each for each in listed if each.row.state == status])
        for status in STATUS_ORDER
    ]
    values = {
        "groups": groups,
        "count": len(listed),
        "overdue": sum(each.row.days_overdue > 0 for each in listed),
        "ages": _ages(listed),
        "filters": _filters(listed, visits.values(), view, names),
        "orders": ORDERS,
        "as_of": as_of,
        "internal": view.internal,
    }
    yield Page(
        address=addresses.ISSUES,
        title="Kiến nghị, đề xuất",
        body=render("issues.html", addresses.ISSUES, values),
        description="Khó khăn, vướng mắc cơ sở nêu trong các chuyến đi và kết quả giải quyết.",
        search="Kiến nghị, đề xuất, khó khăn, vướng mắc của cơ sở và kết quả giải quyết",
        headings=tuple(Heading(status, word.capitalize()) for status, word, held in groups if held),
        meta={"hide": ["toc"]},
    )


def _listed(row: IssueRow, visit: Visit, view: View) -> ListedIssue:
    overdue = (OVERDUE,) if row.days_overdue else ()
    return ListedIssue(
        row=row,
        answers={
            PERIOD: (f"{row.date.year:04d}-{row.date.month:02d}",),
            FILTERS["unit"]: covered_units(view.records, visit),
            FILTERS["member"]: tuple(dict.fromkeys(visit.members)),
            FILTERS["status"]: (row.state, *overdue),
            FILTERS["age"]: tuple(_age_of(row)),
        },
    )


def _age_of(row: IssueRow) -> Iterator[str]:
    """Yield the class of age of an issue that is still to be settled."""
    if row.state != "resolved" and row.age is not None:
        yield str(age_class(row.age))


def _ages(listed: Sequence[ListedIssue]) -> list[tuple[str, str, int]]:
    """Return the classes of age: their value, what they are called, and how many are that old."""
    held = [each for issue in listed for each in issue.answers[FILTERS["age"]]]
    return [(str(each), word, held.count(str(each))) for each, word in enumerate(AGE_WORDS)]


def _filters(
    listed: Iterable[ListedIssue], visits: Iterable[Visit], view: View, names: Names
) -> list[Filter]:
    """Return the choices that some issue answers to; overdue and age for the organisation only."""
    held, where = list(listed), list(visits)
    found = {each for issue in held for each in issue.answers[FILTERS["status"]]}
    words = {**ISSUE_STATUSES, OVERDUE: "quá hạn trả lời"}
    statuses = [(each, word.capitalize()) for each, word in words.items() if each in found]
    chosen = [
        by_year(issue.row.date.year for issue in held),
        by_month(),
        by_last_month(),
        by_unit((each for visit in where for each in covered_units(view.records, visit)), names),
        by_choice("status", "Tình trạng", statuses),
        by_member((each for visit in where for each in visit.members), names),
    ]
    if view.internal:
        ages = [(value, word.capitalize()) for value, word, count in _ages(held) if count]
        chosen.append(by_choice("age", "Chưa giải quyết xong đã", ages))
    return chosen
