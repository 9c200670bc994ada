"""The country's figures counted naively from the CSV files, sharing no code with the program.

Fractions instead of decimals, loops instead of joins; slow, short, and easy to check by eye.
"""

import csv
import json
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any


def read(description: Path, table: str) -> list[dict[str, str]]:
    with (description.parent / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def half_up(value: Fraction) -> str:
    tenths = (value * 10 + Fraction(1, 2)).__floor__()
    return f"{tenths // 10}.{tenths % 10}"


def days_of(description: Path, year: int) -> list[Fraction]:
    return [
        Fraction(row["days"])
        for row in read(description, "member-years")
        if int(row["year"]) == year
    ]


def middle(days: Iterable[Fraction]) -> Fraction:
    held = sorted(days)
    half = len(held) // 2
    return held[half] if len(held) % 2 else (held[half - 1] + held[half]) / 2


def figures(descriptions: list[Path], year: int) -> dict[str, Any]:
    """Return one row as the page's data has it, of one province or of several together."""
    days = [day for each in descriptions for day in days_of(each, year)]
    sums = [0] * 5
    reached: list[int] = []
    for each in descriptions:
        as_of = date.fromisoformat(json.loads(each.read_text(encoding="utf-8"))["as_of"])
        for index, value in enumerate(_province(each, year, as_of)):
            sums[index] += value
        if as_of >= date(year, 12, 31):
            own = [row for row in read(each, "member-years") if int(row["year"]) == year]
            reached.append(sum(row["status"] == "reached" for row in own))
    whole = sum(days, Fraction(0))
    return {
        "population": len(days),
        "total_days": str(whole) if whole.denominator == 1 else f"{float(whole)}",
        "mean_days": half_up(whole / len(days)) if days else None,
        "median_days": half_up(middle(days)) if days else None,
        "reached": sum(reached) if reached else None,
        "visits": sums[0],
        "communes": sums[1],
        "communes_covered": sums[2],
        "issues_raised": sums[3],
        "issues_pending": sums[4],
    }


def _province(description: Path, year: int, as_of: date) -> tuple[int, int, int, int, int]:
    units = {row["id"]: row for row in read(description, "units")}
    last = min(date(year, 12, 31), as_of).isoformat()
    communes = {
        id_
        for id_, row in units.items()
        if row["level"] == "commune"
        and row["type"] == "area"
        and (not row["valid_from"] or row["valid_from"] <= last)
        and (not row["valid_to"] or row["valid_to"] >= last)
    }
    visits = 0
    seen: set[str] = set()
    for row in read(description, "visits"):
        end = min(row["end_date"], as_of.isoformat())
        if row["date"] > as_of.isoformat() or not (int(row["date"][:4]) <= year <= int(end[:4])):
            continue
        visits += 1
        for unit in [row["unit"], *filter(None, row["other_units"].split(";"))]:
            up = unit
            while up:
                seen.add(up)
                up = units[up]["parent"]
    issues = [row for row in read(description, "issues") if row["raised"][:4] == str(year)]
    pending = sum(row["status"] != "resolved" for row in issues)
    return visits, len(communes), len(communes & seen), len(issues), pending
