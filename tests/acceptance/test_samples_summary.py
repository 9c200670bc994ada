"""The pinned result: the samples give 13 members, 785 days and a mean of 60.4 for 2019.

Source: design, section 2, *The pinned result*; issue *Main job*, done when 2.
"""

from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.commands import ROOT, congtac

RECORDS = ROOT / "records"


@pytest.fixture(scope="module")
def year() -> dict[str, Any]:
    """Return what `summary` says of 2019."""
    ended = congtac("summary", "--year", "2019", "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    (found,) = ended.json["years"]
    return dict(found)


def test_what_the_source_article_prints(year: dict[str, Any]) -> None:
    """`congtac summary --year 2019 --format json` gives population 13, total "785", mean "60.4"."""
    assert (year["population"], year["total_days"], year["mean_days"]) == (13, "785", "60.4")


def test_not_everyone_is_at_60(year: dict[str, Any]) -> None:
    """And not everyone at 60: some above, some short."""
    days = [int(member["days"]) for member in year["members"]]
    assert min(days) < 60 < max(days)
    statuses = [member["status"] for member in year["members"]]
    assert year["reached"] == statuses.count("reached") == 13 - statuses.count("short")
    assert 0 < year["reached"] < 13


def test_a_plain_count_of_the_files_agrees(year: dict[str, Any]) -> None:
    """Counted here from the files: dates in 2019 of visits that count, per member, once each."""
    counting = {kind["id"] for kind in load(RECORDS / "activities.yml")["kinds"] if kind["counts"]}
    members = {path.stem: load(path) for path in (RECORDS / "members").glob("*.yml")}
    dates: dict[str, set[date]] = defaultdict(set)
    for path in (RECORDS / "visits").glob("*/*.yml"):
        visit = load(path)
        if "withdrawn" not in visit and visit["kind"] in counting:
            for member in visit["members"]:
                dates[member].update(days_present(visit, member))
    days = {
        member: sum(day.year == 2019 and full_time(held, day) for day in dates[member])
        for member, held in members.items()
        if any(full_time(held, date(2019, 1, 1) + timedelta(n)) for n in range(365))
    }
    assert {each["id"]: int(each["days"]) for each in year["members"]} == days
    assert (len(days), sum(days.values())) == (13, 785)


def days_present(visit: dict[str, Any], member: str) -> list[date]:
    for narrowed in visit.get("attendance", []):
        if narrowed["member"] == member:
            return list(narrowed["dates"])
    length = (visit.get("end_date", visit["date"]) - visit["date"]).days
    return [visit["date"] + timedelta(n) for n in range(length + 1)]


def full_time(member: dict[str, Any], day: date) -> bool:
    return any(
        term["full_time"] and term["from"] <= day <= term.get("to", date.max)
        for term in member["terms"]
    )


def load(path: Path) -> dict[str, Any]:
    """Read a file as plain YAML does, with its own dates and booleans."""
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))
