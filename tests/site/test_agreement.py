"""One figure, however it is read: page, chart, table, CSV, JSON, XLSX, DOCX, article, `summary`.

Each form of the built site is read by a reader of its own format, and compared with a count from
the plain files of the records. Source: issue *Site*, done when 3.
"""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from lxml import html  # type: ignore[import-untyped]  # comes with python-docx

from tests.acceptance.test_samples_summary import RECORDS, days_present, full_time, load
from tests.site.conftest import congtac

Said = dict[str, Any]
YEAR_END = "tin-tuc/2020/2020-01-10-mot-nam-di-co-so-theo-chu-truong-1-2/index.html"


@pytest.fixture(scope="module")
def counted() -> Said:
    """The year 2019 from the files: dates of counting visits, per full-time member, once each."""
    members = _members()
    year = [date(2019, 1, 1) + timedelta(n) for n in range(365)]
    in_charge = {who for who in members if any(full_time(members[who], day) for day in year)}
    held: dict[str, set[date]] = defaultdict(set)
    for visit in _visits():
        if visit["kind"] in _counting():
            for member in set(visit["members"]) & in_charge:
                present = days_present(visit, member)
                held[member].update(d for d in present if full_time(members[member], d))
    days = {
        members[who]["name"]: sum(day.year == 2019 for day in held[who])
        for who in sorted(in_charge)
    }
    total = sum(days.values())
    mean = (Decimal(total) / len(days)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return {"population": len(days), "total": total, "mean": mean, "days": days}


@pytest.fixture(scope="module")
def may() -> Said:
    """May 2019 from the files: visits that touch it, members at each of them, and their days."""
    first, last = date(2019, 5, 1), date(2019, 5, 31)
    members = _members()
    visits, present, days = 0, 0, set()
    for visit in _visits():
        there = {
            who: {day for day in days_present(visit, who) if first <= day <= last}
            for who in visit["members"]
        }
        visits += any(there.values())
        present += sum(bool(dates) for dates in there.values())
        if visit["kind"] in _counting():
            held = {(who, day) for who, dates in there.items() for day in dates}
            days |= {(who, day) for who, day in held if full_time(members[who], day)}
    return {"visits": visits, "present": present, "days": len(days)}


def test_the_count_is_that_of_the_source_article(counted: Said) -> None:
    assert (counted["population"], counted["total"]) == (13, 785)
    assert counted["mean"] == Decimal("60.4")


def year_page(site: Path) -> Said:
    """Read the key figures of the year's page."""
    figures = _figures(_tree(site / "ket-qua/2019/index.html"))
    return {
        "population": int(figures["Đồng chí đạt chỉ tiêu"].split("/")[1]),
        "total": int(figures["Tổng số ngày công tác cơ sở"]),
        "mean": _number(figures["Trung bình mỗi đồng chí"]),
    }


def members_table(site: Path) -> Said:
    """Read the table of the members on the year's page."""
    rows = _rows(_tree(site / "ket-qua/2019/index.html"), "bang-dong-chi")
    days = {row[0]: int(row[1]) for row in rows}
    return {"population": len(rows), "total": sum(days.values()), "days": days}


def members_chart(site: Path) -> Said:
    """Read what the bar chart of the members draws."""
    bars = _chart(site, "ngay-2019")["data"][0]
    days = dict(zip(bars["y"], map(int, bars["x"]), strict=True))
    return {"population": len(bars["y"]), "total": sum(days.values()), "days": days}


def months_chart(site: Path) -> Said:
    """Read what the bar chart of the months draws."""
    return {"total": sum(_chart(site, "thang-2019")["data"][0]["y"])}


def member_pages(site: Path) -> Said:
    """Read the key figure of 2019 on the page of each member who has one."""
    days = {}
    for page in (site / "uy-vien").glob("*/index.html"):
        tree = _tree(page)
        for section in tree.xpath("//section[@aria-label='Năm 2019']"):
            shown = int(_figures(section)["Ngày công tác cơ sở"])
            days[_text(tree.xpath("//h1")[0])] = shown
    return {"population": len(days), "total": sum(days.values()), "days": days}


def csv_table(site: Path) -> Said:
    """Read the table of members' years for programs."""
    with (site / "du-lieu/member-years.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["year"] == "2019"]
    days = {row["name"]: int(row["days"]) for row in rows}
    return {"population": len(rows), "total": sum(days.values()), "days": days}


def summary_file(site: Path) -> Said:
    """Read the JSON at its versioned address."""
    years = json.loads((site / "du-lieu/v1/summary.json").read_text(encoding="utf-8"))["years"]
    return _summary(years)


def command(_site: Path) -> Said:
    """Read what `congtac summary` prints."""
    done = congtac("summary", "--year", "2019", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    return _summary(json.loads(done.stdout)["years"])


def workbook(site: Path) -> Said:
    """Read the first sheet of the year's workbook."""
    rows = _sheet(site, "Kết quả")
    labels = {row[0]: row[1] for row in rows}
    first = next(n for n, row in enumerate(rows) if row[0] == "Họ và tên") + 1
    last = next(n for n, row in enumerate(rows) if row[0] == "Tổng cộng")
    return {
        "population": last - first,
        "total": labels["Tổng cộng"],
        "mean": Decimal(str(labels["Trung bình mỗi đồng chí"])),
        "days": {row[0]: row[1] for row in rows[first:last]},
    }


def report_text(site: Path) -> Said:
    """Read the sentences of the year's report."""
    document = Document(str(site / "du-lieu/bao-cao-2019.docx"))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    return _sentence(
        text,
        r"được tính: (\d+) đồng chí\.\s+- Tổng số ngày công tác cơ sở: (\d+) ngày; "
        r"trung bình mỗi đồng chí ([\d,]+) ngày",
    )


def report_annex(site: Path) -> Said:
    """Read the annex of the year's report, with its totals."""
    table = Document(str(site / "du-lieu/bao-cao-2019.docx")).tables[-1]
    _, *people, total, mean = [[cell.text for cell in row.cells] for row in table.rows]
    return {
        "population": len(people),
        "total": int(total[3]),
        "mean": _number(mean[3]),
        "days": {row[1]: int(row[3]) for row in people},
    }


def article(site: Path) -> Said:
    """Read the sentence of the article at the year's end."""
    return _sentence(
        _text(_tree(site / YEAR_END)),
        r"năm 2019, (\d+) đồng chí .{0,60} tổng cộng (\d+) ngày công tác cơ sở, "
        r"trung bình mỗi đồng chí ([\d,]+) ngày",
    )


WHOLE = ("population", "total", "mean")


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (year_page, WHOLE),
        (members_table, ("population", "total", "days")),
        (members_chart, ("population", "total", "days")),
        (months_chart, ("total",)),
        (member_pages, ("population", "total", "days")),
        (csv_table, ("population", "total", "days")),
        (summary_file, (*WHOLE, "days")),
        (command, (*WHOLE, "days")),
        (workbook, (*WHOLE, "days")),
        (report_text, WHOLE),
        (report_annex, (*WHOLE, "days")),
        (article, WHOLE),
    ],
)
def test_the_year_is_the_same_wherever_it_is_read(
    public_site: Path, counted: Said, read: Callable[[Path], Said], told: tuple[str, ...]
) -> None:
    assert read(public_site) == {figure: counted[figure] for figure in told}


def month_page(site: Path) -> Said:
    """Read the table of the month's page, the column of the month alone."""
    rows = _rows(_tree(site / "ket-qua/2019/05/index.html"), "bang-so-lieu")
    shown = {row[0].split(" cách tính")[0]: int(row[1]) for row in rows}
    return {
        "visits": shown["Chuyến đi cơ sở"],
        "present": shown["Lượt (người × chuyến)"],
        "days": shown["Ngày công tác cơ sở"],
    }


def months_table(site: Path) -> Said:
    """Read the row of May in the year's table of months."""
    rows = _rows(_tree(site / "ket-qua/2019/index.html"), "bang-thang-2019")
    (row,) = (row for row in rows if row[0] == "Tháng 5")
    return dict(zip(("visits", "present", "days"), map(int, row[1:4]), strict=True))


def month_bar(site: Path) -> Said:
    """Read the bar of May."""
    bars = _chart(site, "thang-2019")["data"][0]
    return {"days": dict(zip(bars["x"], bars["y"], strict=True))["5"]}


def month_sheet(site: Path) -> Said:
    """Read the row of May in the workbook."""
    (row,) = (row for row in _sheet(site, "Theo tháng") if row[0] == "2019-05")
    return dict(zip(("visits", "present", "days"), row[1:4], strict=True))


def month_command(_site: Path) -> Said:
    """Read what `congtac summary` prints of the month."""
    done = congtac("summary", "--period", "2019-05", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    days = int(told["total_days"])
    return {"visits": told["visits"], "present": told["participations"], "days": days}


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (month_page, ("visits", "present", "days")),
        (months_table, ("visits", "present", "days")),
        (month_bar, ("days",)),
        (month_sheet, ("visits", "present", "days")),
        (month_command, ("visits", "present", "days")),
    ],
)
def test_a_month_is_the_same_wherever_it_is_read(
    public_site: Path, may: Said, read: Callable[[Path], Said], told: tuple[str, ...]
) -> None:
    assert read(public_site) == {figure: may[figure] for figure in told}


def _members() -> dict[str, dict[str, Any]]:
    return {path.stem: load(path) for path in (RECORDS / "members").glob("*.yml")}


def _visits() -> list[dict[str, Any]]:
    every = (load(path) for path in sorted((RECORDS / "visits").glob("*/*.yml")))
    return [visit for visit in every if "withdrawn" not in visit]


def _counting() -> set[str]:
    return {kind["id"] for kind in load(RECORDS / "activities.yml")["kinds"] if kind["counts"]}


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def _tree(page: Path) -> Any:
    return html.document_fromstring(page.read_text(encoding="utf-8"))


def _text(element: Any) -> str:
    return " ".join(element.text_content().split())


def _figures(within: Any) -> dict[str, str]:
    """Return the number beside each label, without its unit."""
    return {
        _text(figure.xpath("dt")[0]): _text(
            figure.xpath("dd[contains(@class, 'ct-figure__number')]")[0]
        ).split()[0]
        for figure in within.xpath(".//div[contains(@class, 'ct-figure') and dt]")
    }


def _rows(tree: Any, caption: str) -> list[list[str]]:
    rows = tree.xpath(f"//table[caption[@id='{caption}']]/tbody/tr")
    return [[_text(cell) for cell in row.xpath("th|td")] for row in rows]


def _chart(site: Path, name: str) -> Any:
    tree = _tree(site / "ket-qua/2019/index.html")
    (script,) = tree.xpath(f"//*[@data-chart='{name}']/script")
    return json.loads(script.text)


def _sheet(site: Path, title: str) -> list[tuple[Any, ...]]:
    book = openpyxl.load_workbook(site / "du-lieu/ket-qua-2019.xlsx")
    return list(book[title].iter_rows(values_only=True))


def _summary(years: list[dict[str, Any]]) -> Said:
    (year,) = (each for each in years if each["year"] == 2019)
    return {
        "population": year["population"],
        "total": int(year["total_days"]),
        "mean": Decimal(year["mean_days"]),
        "days": {member["name"]: int(member["days"]) for member in year["members"]},
    }


def _sentence(text: str, pattern: str) -> Said:
    found = re.search(pattern, text)
    assert found, pattern
    population, total, mean = found.groups()
    return {"population": int(population), "total": int(total), "mean": _number(mean)}
