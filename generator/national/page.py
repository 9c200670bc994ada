"""The pages: one for each year, the latest at the front; a table, a chart, and what is missing.

Source: issue *Speed*, Scale; decision 0026.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from generator.national.figures import Counted, Year, front_year, together, years_of
from generator.national.files import CSV, JSON
from generator.national.provinces import ProvinceList
from generator.national.trouble import Trouble
from generator.present.page import Artifact
from generator.present.templating import render
from generator.present.wording import day, natural_key, number

HOME: Final = ""
WHOLE: Final = 1000
"""Bars are drawn in thousandths of the longest."""


def year_address(year: int) -> str:
    """Return the page of a year's figures, which keeps its address when another year begins."""
    return f"ket-qua/{year}/"


@dataclass(frozen=True, slots=True)
class Row:
    """A province's line: its figures, its place in the order of names, and the bar of its mean.

    `known` is false where the package has nothing of the year: not begun there, or not kept yet.
    """

    province: Counted
    year: Year
    known: bool
    order: int
    bar: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Means as bars, the highest first; `target` is where the common target stands, if there is."""

    rows: tuple[Row, ...]
    target_days: int | None
    target: int
    finding: str


def pages(
    listed_as: ProvinceList, counted: Sequence[Counted], troubles: Sequence[Trouble]
) -> Iterator[Artifact]:
    """Yield the page of every year, and the front page, which is that of the latest whole one."""
    front = front_year(counted)
    numbers = years_of(counted)
    for number_ in numbers:
        yield _page(year_address(number_), number_, listed_as, counted, troubles)
    yield _page(HOME, front, listed_as, counted, troubles)


def notice_of(counted: Sequence[Counted]) -> str:
    """Return what every file says of itself: one sample among the sources marks them all."""
    return "DỮ LIỆU MẪU" if any(each.demo for each in counted) else ""


def _page(
    address: str,
    year: int | None,
    listed_as: ProvinceList,
    counted: Sequence[Counted],
    troubles: Sequence[Trouble],
) -> Artifact:
    figures = [] if year is None else _rows(counted, year)
    values: dict[str, Any] = {
        "title": listed_as.title,
        "publisher": listed_as.publisher or "",
        "year": year,
        "years": [(each, year_address(each)) for each in years_of(counted)],
        "canonical": HOME if year is None else year_address(year),
        "rows": figures,
        "total": None if year is None else together(year, (each.year for each in figures)),
        "unknown": [row.province.name for row in figures if not row.known],
        "over": [row for row in figures if row.year.reached is not None],
        "pending": sum(each.issues_pending for each in counted),
        "members": sum(each.members for each in counted),
        "chart": None if year is None else _chart(figures, year),
        "as_of": _as_of([each.as_of for each in counted]),
        "troubles": troubles,
        "shown": len(counted),
        "count": len(counted) + len(troubles),
        "demo": bool(notice_of(counted)),
        "csv": CSV,
        "json": JSON,
    }
    return Artifact(f"{address}index.html", render("national.html", address, values).encode())


def _rows(counted: Sequence[Counted], year: int) -> list[Row]:
    names = sorted((each.name for each in counted), key=natural_key)
    longest = _longest([each.year(year) for each in counted])
    return [
        Row(
            each,
            each.year(year),
            year in each.years,
            names.index(each.name),
            _thousandths(each.year(year).mean_days, longest),
        )
        for each in counted
    ]


def _longest(years: Sequence[Year]) -> Decimal:
    """Return what the full width of the chart stands for: the highest mean or target."""
    means = [each.mean_days for each in years if each.mean_days is not None]
    targets = [Decimal(target) for each in years for target in each.targets]
    return max([*means, *targets], default=Decimal(0)) or Decimal(1)


def _thousandths(days: Decimal | None, longest: Decimal) -> int:
    return round((days or 0) * WHOLE / longest)


def _chart(rows: Sequence[Row], year: int) -> Chart | None:
    """Return the means as bars, with the target if it is the same for everyone."""
    shown = sorted(
        (row for row in rows if row.year.mean_days is not None),
        key=lambda row: (-(row.year.mean_days or 0), row.order),
    )
    if not shown:
        return None
    targets = {target for row in shown for target in row.year.targets}
    common = targets.pop() if len(targets) == 1 else None
    longest = _longest([row.year for row in rows])
    place = 0 if common is None else _thousandths(Decimal(common), longest)
    return Chart(tuple(shown), common, place, _finding(shown, year, common))


def _finding(shown: Sequence[Row], year: int, common: int | None) -> str:
    """Return the sentence that the bars show."""
    first, last = shown[0], shown[-1]
    ends = f"Trung bình năm {year} cao nhất là {_told(first)}, thấp nhất là {_told(last)}."
    if len(shown) == 1:
        ends = f"Trung bình năm {year}: {_told(first)}."
    # Before a year is over, who has not come so far is nobody's shortfall.
    if common is None or any(row.year.reached is None for row in shown):
        return ends
    above = sum((row.year.mean_days or 0) >= common for row in shown)
    reach = f"{above} trong {len(shown)} tỉnh, thành phố có trung bình từ {common} ngày trở lên."
    return f"{ends} {reach}"


def _told(row: Row) -> str:
    mean = row.year.mean_days
    return f"{row.province.name} ({number(mean) if mean is not None else '–'} ngày)"


def _as_of(days: Sequence[date]) -> str:
    """Return the day counted, or both ends where provinces differ."""
    return " – ".join(day(each) for each in sorted({min(days), max(days)})) if days else ""
