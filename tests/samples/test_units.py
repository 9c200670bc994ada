"""All units of the province, as they were and as they became."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

Tree = dict[str, Any]


def _table(root: Path) -> list[dict[str, str]]:
    with (root.parent / "samples" / "tra-vinh-units.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_nine_districts_and_106_communes_named_as_in_the_table(
    root: Path, units: dict[str, Tree]
) -> None:
    old = [u for u in units.values() if u.get("code") and "valid_from" not in u]
    named = {(u["code"], u["level"], u["name"], u["valid_to"]) for u in old}
    rows = _table(root)
    assert {(r["code"], r["level"], r["name"], r["valid_to"]) for r in rows} <= named
    assert sum(unit["level"] == "district" for unit in old) == 9
    assert sum(unit["level"] == "commune" for unit in old) == 106


def test_every_commune_leads_to_the_unit_that_took_it_over(
    root: Path, units: dict[str, Tree]
) -> None:
    heirs = {r["code"]: r["successor_name"] for r in _table(root) if r["level"] == "commune"}
    for unit in units.values():
        if unit["level"] == "commune" and unit.get("code") in heirs and "valid_from" not in unit:
            (successor,) = unit["successors"]
            assert units[successor]["name"] == heirs[unit["code"]]
    assert units["29245-phuong-2"]["successors"] == ["29242-phuong-3"]
    assert units["29251-phuong-6"]["valid_to"] == "2024-12-31"
    assert units["29272-an-truong-a"]["successors"] == ["29275-2025-an-truong"]
    assert units["84-tra-vinh"]["successors"] == ["86-2025-vinh-long"]


def test_parents_exist_while_their_children_do(units: dict[str, Tree]) -> None:
    for unit in units.values():
        if "parent" in unit:
            parent = units[unit["parent"]]
            assert unit.get("valid_to", "9999") <= parent.get("valid_to", "9999"), unit["id"]
            assert unit.get("valid_from", "0") >= parent.get("valid_from", "0"), unit["id"]


def test_ids_are_ascii_and_two_wards_share_a_name(units: dict[str, Tree]) -> None:
    assert all(id_.isascii() and id_ == id_.lower() for id_ in units)
    assert units["29239-phuong-1"]["name"] == units["29512-phuong-1"]["name"] == "Phường 1"
    branches = [
        u for u in units.values() if u["level"] == "branch" and u.get("type", "area") == "area"
    ]
    assert 40 <= len(branches) <= 60
    assert {u.get("type", "area") for u in units.values()} == {
        "area",
        "school",
        "agency",
        "enterprise",
        "armed_forces",
    }


def _with_ancestors(id_: str, units: dict[str, Tree]) -> set[str]:
    parent = units[id_].get("parent")
    return {id_} | (_with_ancestors(parent, units) if parent else set())


def test_visits_reach_every_district_and_most_but_not_all_communes(
    visits: dict[str, Tree], units: dict[str, Tree]
) -> None:
    seen: set[str] = set()
    for visit in visits.values():
        if visit["date"].startswith("2019"):
            for visited in (visit["unit"], *visit.get("other_units", [])):
                seen |= _with_ancestors(visited, units)
    levels = [units[id_]["level"] for id_ in seen if units[id_].get("code")]
    assert levels.count("district") == 9
    assert 85 <= levels.count("commune") <= 95
