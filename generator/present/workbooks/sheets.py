"""The sheets of a workbook, each of the columns that people read: names, no codes."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from generator.audience import View
from generator.compliance.figures import PeriodResult
from generator.compliance.year import YearResult
from generator.domain.period import Period
from generator.domain.policy import Policy
from generator.present.method import RuleRow, rule_rows
from generator.present.subject import PeriodSubject, Subject
from generator.present.tables.issues import ISSUES
from generator.present.tables.periods import MONTHS
from generator.present.tables.plan_items import PLAN_ITEMS
from generator.present.tables.selection import results_table, selected
from generator.present.tables.table import Cell, Column, Table
from generator.present.tables.unplanned import UNPLANNED
from generator.present.tables.visits import VISITS
from generator.present.workbooks.sheet import Foot, Sheet, chosen

MONTH_DAYS: Final = tuple(f"days_{month:02d}" for month in range(1, 13))
RESULT_COLUMNS: Final = (
    "name", "days", "target", "adjusted", "status", "expected_days", "cumulative_days", "visits",
    "branch_meetings", *MONTH_DAYS, "days_branch", "days_commune", "days_district",
    "days_province", "reports_on_time", "reports_late", "reports_missing", "reports_not_due",
)  # fmt: skip
VISIT_COLUMNS: Final = (
    "date", "end_date", "session", "unit_name", "venue", "kind_name", "member_names",
    "credited_days", "content", "results", "issues", "report_due", "report_status",
)  # fmt: skip
PLAN_COLUMNS: Final = (
    "month", "name", "unit_name", "kind_name", "purpose", "planned_days", "approved", "status",
    "actual_days", "cancelled",
)  # fmt: skip
UNPLANNED_COLUMNS: Final = ("date", "name", "unit_name", "kind_name")
ISSUE_COLUMNS: Final = (
    "raised", "unit_name", "text", "competence", "referred_to", "status", "age_days", "due",
    "resolved_on", "days_overdue", "outcome", "public_text",
)  # fmt: skip
RULE_COLUMNS: Final[tuple[Column[RuleRow], ...]] = tuple(
    Column(name, "string", title, description, value, audience="public")
    for name, title, description, value in (
        ("rule", "Quy tắc", "Điều được quy định.", lambda row: row.title),
        ("value", "Đang áp dụng", "Giá trị của quy tắc.", lambda row: row.value),
        ("provenance", "Xác nhận", "Đã có văn bản chưa.", lambda row: row.word),
        ("source", "Nguồn", "Quy tắc lấy từ đâu.", lambda row: row.source),
    )
)


def results_sheet(
    view: View, subject: PeriodSubject, year: YearResult, figures: PeriodResult, title: str
) -> Sheet:
    """Return the members of a period, and below them what holds for all of them together."""
    grid = selected(results_table(subject.period), view, subject)
    columns, rows = chosen(grid, RESULT_COLUMNS)
    feet = () if subject.member else tuple(_feet(year, figures))
    return Sheet("Kết quả", title, columns, rows, feet=feet)


def _feet(year: YearResult, figures: PeriodResult) -> Iterator[Foot]:
    whole = figures.span == Period(year.year)
    months = year.months if whole else ()
    totals: dict[str, Cell] = {"days": figures.total_days}
    totals["branch_meetings"] = sum(each.branch_meetings for each in figures.members)
    if not whole:
        totals["cumulative_days"] = sum(
            (each.cumulative_days for each in figures.members), Decimal(0)
        )
    totals |= zip(MONTH_DAYS, (each.total_days for each in months), strict=False)
    means: dict[str, Cell] = {"days": figures.mean_days}
    means |= zip(MONTH_DAYS, (each.mean_days for each in months), strict=False)
    yield Foot("Tổng cộng", totals)
    yield Foot("Trung bình mỗi đồng chí", means)
    yield Foot("Trung vị", {"days": figures.median_days})
    yield Foot("Thấp nhất", {"days": figures.min_days})


def months_sheet(view: View, subject: Subject) -> Sheet:
    """Return the months, each within itself and from the first of January."""
    names = [column.name for column in MONTHS.columns]
    return _sheet(MONTHS, names, "Theo tháng", view, subject)


def visits_sheet(view: View, subject: Subject) -> Sheet:
    """Return the visits, each on a line."""
    return _sheet(VISITS, VISIT_COLUMNS, "Chuyến đi", view, subject)


def plan_sheets(view: View, subject: Subject) -> Iterator[Sheet]:
    """Yield the planned items with what came of them, and the visits that nobody planned."""
    yield _sheet(PLAN_ITEMS, PLAN_COLUMNS, "Kế hoạch", view, subject, frozen=2)
    yield _sheet(UNPLANNED, UNPLANNED_COLUMNS, "Ngoài kế hoạch", view, subject)


def issues_sheet(view: View, subject: Subject) -> Sheet:
    """Return the issues raised, and where each stands."""
    return _sheet(ISSUES, ISSUE_COLUMNS, "Kiến nghị", view, subject)


def rules_sheet(policy: Policy) -> Sheet:
    """Return the rules that the figures rest on: value, whether confirmed, source."""
    rows = [[column.value(row) for column in RULE_COLUMNS] for row in rule_rows(policy)]
    return Sheet("Cách tính", f"Cách tính: {policy.title}", RULE_COLUMNS, rows)


def _sheet(
    table: Table[Any],
    names: Sequence[str],
    name: str,
    view: View,
    subject: Subject,
    *,
    frozen: int = 1,
) -> Sheet:
    columns, rows = chosen(selected(table, view, subject), names)
    return Sheet(name, table.title, columns, rows, frozen)
