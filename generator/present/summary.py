"""The figures of a year or a period, as JSON for machines and as a table for people.

Source: design, section 3, `summary`: counts and years are integers, days are strings.
"""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from generator.compliance.figures import MemberPeriod, PeriodResult
from generator.compliance.results import Results
from generator.compliance.target import STATUSES
from generator.compliance.year import MemberYear, YearResult
from generator.present.wording import day, number


def plain(days: Decimal) -> str:
    """Return days without trailing zeros: `785`, `0.5`; never with an exponent."""
    text = f"{days:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def summary_json(results: Results, years: Sequence[YearResult]) -> str:
    """Return the contract's JSON of the years."""
    return json.dumps(summary_document(results, years), ensure_ascii=False, indent=2)


def period_json(result: PeriodResult, as_of: date) -> str:
    """Return the figures of one period as JSON, named as those of a year are."""
    return json.dumps(period_document(result, as_of), ensure_ascii=False, indent=2)


def summary_document(results: Results, years: Sequence[YearResult]) -> dict[str, Any]:
    """Return what the contract's JSON says of the years."""
    return {"as_of": results.as_of.isoformat(), "years": [_year(each) for each in years]}


def period_document(result: PeriodResult, as_of: date) -> dict[str, Any]:
    """Return what the JSON of a period says."""
    return {
        "as_of": as_of.isoformat(),
        "period": result.period,
        **_figures(result),
        "visits": result.visits,
        "participations": result.participations,
        "branch_meetings": result.branch_meetings,
        "units": result.units,
        "issues_raised": result.issues_raised,
        "members": [member_document(each) for each in result.members],
    }


def member_document(member: MemberPeriod) -> dict[str, Any]:
    """Return what the JSON of a period says of one member."""
    return {
        "id": member.id,
        "name": member.name,
        "days": plain(member.days),
        "cumulative_days": plain(member.cumulative_days),
        "visits": member.visits,
        "branch_meetings": member.branch_meetings,
    }


def summary_text(results: Results, years: Sequence[YearResult]) -> str:
    """Return, for each year, a sentence with the figures and a line for each member."""
    lines = [_counted_to(results.as_of)]
    for year in years:
        lines += ["", _headline(year), *(_line(each) for each in year.members)]
    if not years:
        lines.append("Chưa có chuyến đi cơ sở hay kế hoạch nào.")
    return "\n".join(lines)


def period_text(result: PeriodResult, as_of: date) -> str:
    """Return the figures of a period, and a line for each member."""
    mean = "chưa có dữ liệu" if result.mean_days is None else f"{number(result.mean_days)} ngày"
    figures = (
        f"{result.visits} chuyến",
        f"{result.participations} lượt",
        f"{number(result.total_days)} ngày",
        f"trung bình mỗi đồng chí {mean}",
    )
    lines = [_counted_to(as_of), f"Kỳ {result.period}: {', '.join(figures)}"]
    for each in result.members:
        days, cumulative = number(each.days), number(each.cumulative_days)
        lines.append(f"  {each.name}: {days} ngày trong kỳ, lũy kế {cumulative}")
    return "\n".join(lines)


def _year(year: YearResult) -> dict[str, Any]:
    return {
        "year": year.year,
        **_figures(year.whole),
        "reached": year.reached,
        "members": [_member(each) for each in year.members],
    }


def _figures(result: PeriodResult) -> dict[str, Any]:
    return {
        "population": result.population,
        "total_days": plain(result.total_days),
        "mean_days": None if result.mean_days is None else f"{result.mean_days:f}",
        "median_days": None if result.median_days is None else f"{result.median_days:f}",
        "min_days": None if result.min_days is None else plain(result.min_days),
    }


def _member(member: MemberYear) -> dict[str, Any]:
    reports = member.reports
    return {
        "id": member.id,
        "name": member.name,
        "days": plain(member.days),
        "target": None if member.target is None else str(member.target),
        "status": member.status,
        "branch_meetings": member.branch_meetings,
        "reports": reports.model_dump() if reports else None,
    }


def _counted_to(as_of: date) -> str:
    return f"Số liệu tính đến ngày {day(as_of)}"


def _headline(year: YearResult) -> str:
    whole = year.whole
    if whole.mean_days is None:
        return f"Năm {year.year}: chưa có Ủy viên BCH chuyên trách"
    figures = (
        f"{whole.population} đồng chí",
        f"{number(whole.total_days)} ngày",
        f"trung bình mỗi đồng chí {number(whole.mean_days)} ngày",
        f"{year.reached} đồng chí đạt chỉ tiêu",
    )
    return f"Năm {year.year}: {', '.join(figures)}"


def _line(member: MemberYear) -> str:
    target = "—" if member.target is None else number(member.target)
    status = STATUSES[member.status] if member.status else "—"
    return f"  {member.name}: {number(member.days)}/{target} ngày, {status}"
