"""The page of issues: what was raised, where and when, who settles it, and what came of it."""

from collections.abc import Iterator

from generator.audience import View
from generator.domain.visit import ISSUE_STATUSES
from generator.present import addresses
from generator.present.issue_rows import STATUS_ORDER, issue_rows
from generator.present.names import Names
from generator.present.page import Heading, Page
from generator.present.templating import render


def issues_page(view: View) -> Iterator[Page]:
    """Yield the page: the open ones first, the oldest at the top."""
    as_of = view.results.as_of
    past = (visit for visit in view.records.standing_visits if visit.date <= as_of)
    rows = issue_rows(past, view, Names(view.records))
    groups = [
        (status, ISSUE_STATUSES[status], [row for row in rows if row.issue.status == status])
        for status in STATUS_ORDER
    ]
    values = {"groups": groups, "count": len(rows), "as_of": as_of, "internal": view.internal}
    yield Page(
        address=addresses.ISSUES,
        title="Kiến nghị, đề xuất",
        body=render("issues.html", addresses.ISSUES, values),
        description="Khó khăn, vướng mắc cơ sở nêu trong các chuyến đi và kết quả giải quyết.",
        search="Kiến nghị, đề xuất, khó khăn, vướng mắc của cơ sở và kết quả giải quyết",
        headings=tuple(Heading(status, word.capitalize()) for status, word, held in groups if held),
    )
