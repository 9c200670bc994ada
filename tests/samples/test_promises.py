"""Every case that the samples promise is there, and none that they must not hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

Tree = dict[str, Any]

SESSIONS = ("morning", "afternoon", "evening")


def _of(visits: dict[str, Tree], year: str) -> dict[str, Tree]:
    return {id_: visit for id_, visit in visits.items() if visit["date"].startswith(year)}


def test_as_many_visits_as_a_year_and_a_spring_have(visits: dict[str, Tree]) -> None:
    assert 380 <= len(_of(visits, "2019")) <= 480
    assert 60 <= len(_of(visits, "2020")) <= 95


def test_visits_lie_in_the_folder_of_their_year_under_their_date(
    root: Path, visits: dict[str, Tree]
) -> None:
    for id_, visit in visits.items():
        assert (root / "visits" / visit["date"][:4] / f"{id_}.yml").is_file()
        assert id_.startswith(f"{visit['date']}-")


def test_several_days_teams_half_days_and_partial_attendance(visits: dict[str, Tree]) -> None:
    year = _of(visits, "2019").values()
    assert sum("end_date" in visit for visit in year) >= 40
    assert sum(len(visit["members"]) > 1 for visit in year) >= 80
    assert {visit.get("session", "full_day") for visit in year} == {"full_day", *SESSIONS}
    assert sum("attendance" in visit for visit in year) >= 10
    assert sum("other_units" in visit for visit in year) >= 2
    assert {visit.get("level") for visit in year} >= {"branch", "commune"}


def test_two_visits_on_one_date_in_the_same_and_in_other_units(
    visits: dict[str, Tree], units: dict[str, Tree]
) -> None:
    by_day: dict[tuple[str, str], list[Tree]] = defaultdict(list)
    for visit in visits.values():
        for member in visit["members"]:
            by_day[member, visit["date"]].append(visit)

    def commune(visit: Tree) -> str:
        unit = units[visit["unit"]]
        return str(unit["parent"] if unit["level"] == "branch" else unit["id"])

    doubles = [pair for pair in by_day.values() if len(pair) == 2]
    same = [pair for pair in doubles if commune(pair[0]) == commune(pair[1])]
    assert len(doubles) >= 10
    assert same
    assert len(same) < len(doubles)


def test_one_visit_across_new_year(visits: dict[str, Tree]) -> None:
    year = _of(visits, "2019").values()
    across = [v for v in year if v.get("end_date", "2019")[:4] != "2019"]
    assert [(visit["date"], visit["end_date"]) for visit in across] == [
        ("2019-12-30", "2020-01-02")
    ]


def test_visits_to_come_withdrawn_moved_and_not_counting(
    visits: dict[str, Tree], activities: Tree
) -> None:
    idle = {kind["id"] for kind in activities["kinds"] if kind["counts"] == "false"}
    assert 1 <= sum(visit["date"] > "2020-03-15" for visit in visits.values()) <= 2
    assert sum("withdrawn" in visit for visit in visits.values()) == 1
    assert sum("former_ids" in visit for visit in visits.values()) == 1
    assert sum(visit["kind"] in idle for visit in visits.values()) >= 5
    assert sum("internal" in visit for visit in visits.values()) >= 8
    assert sum("assignment" in visit for visit in visits.values()) >= 10
    assert sum("report" in visit for visit in visits.values()) >= 10


def test_the_pictured_meeting_has_an_invented_secretary(
    visits: dict[str, Tree], members: dict[str, Tree], activities: Tree
) -> None:
    visit = visits["2019-04-12-an-truong-a"]
    (kind,) = [k for k in activities["kinds"] if k["branch_meeting"] == "true"]
    assert (visit["unit"], visit["kind"]) == ("29272-an-truong-a", kind["id"])
    assert visit["venue"] == "cụm 3"
    secretary = members[visit["members"][0]]
    assert secretary["terms"][-1]["position"] == "Bí thư Tỉnh đoàn"
    assert secretary["name"] in visit["photos"][0]["caption"]
    assert "cụm 3, xã An Trường A, huyện Càng Long" in visit["photos"][0]["caption"]


def test_no_real_official_stands_in_the_records(root: Path) -> None:
    for path in sorted(root.rglob("*")):
        if path.suffix in (".yml", ".md"):
            text = path.read_text(encoding="utf-8")
            assert "Hằng Nga" not in text
            assert "Cẩm Hương" not in text


def test_issues_are_open_passed_on_and_settled(issues: list[Tree]) -> None:
    states = Counter(issue.get("status", "open") for issue in issues)
    assert min(states["open"], states["referred"], states["resolved"]) >= 20
    assert {issue["competence"] for issue in issues} == {"own", "local", "higher"}
    assert 20 <= sum("public_text" in issue for issue in issues) < len(issues)
    for issue in issues:
        if issue["status"] == "resolved":
            assert issue["resolved_on"] <= "2020-03-15"
            assert issue["outcome"]


def test_plans_are_kept_moved_cancelled_and_not_kept(
    plans: dict[str, Tree], visits: dict[str, Tree]
) -> None:
    done = {
        (member, visit["date"][:4], str(int(visit["date"][5:7])), visit["kind"], visit["unit"])
        for visit in visits.values()
        for member in visit["members"]
    }
    pointed = {visit["plan_item"] for visit in visits.values() if "plan_item" in visit}
    kept = moved = cancelled = not_kept = 0
    for plan in plans.values():
        for item in plan["items"]:
            id_ = f"{plan['year']}/{plan['member']}/{item['id']}"
            key = (plan["member"], plan["year"], item["month"], item["kind"], item.get("unit", ""))
            cancelled += "cancelled" in item
            moved += id_ in pointed
            kept += key in done
            past = plan["year"] == "2019"
            open_ = id_ not in pointed and key not in done and "cancelled" not in item
            not_kept += past and "unit" in item and open_
    assert len(plans) == 2 * 13
    assert min(kept, moved, cancelled, not_kept) >= 8
    assert pointed <= {
        f"{plan['year']}/{plan['member']}/{item['id']}"
        for plan in plans.values()
        for item in plan["items"]
    }
    # Plans are public, so they never say why somebody was away.
    reasons = {item.get("cancelled", "") for plan in plans.values() for item in plan["items"]}
    assert not any("nghỉ" in reason.lower() for reason in reasons)


def test_moved_visits_happen_in_another_month_than_planned(
    plans: dict[str, Tree], visits: dict[str, Tree]
) -> None:
    for visit in visits.values():
        if "plan_item" in visit:
            year, member, item_id = visit["plan_item"].split("/")
            (item,) = [i for i in plans[f"{year}/{member}"]["items"] if i["id"] == item_id]
            assert member in visit["members"]
            assert item["kind"] == visit["kind"]
            assert int(item["month"]) != int(visit["date"][5:7])


def test_programmes_run_on_the_days_of_their_visits(
    visits: dict[str, Tree], activities: Tree
) -> None:
    runs = {each["id"]: (each["from"], each["to"]) for each in activities["programmes"]}
    named = [visit for visit in visits.values() if "programme" in visit]
    assert len(named) >= 40
    for visit in named:
        start, end = runs[visit["programme"]]
        assert start <= visit["date"] <= end


def test_the_vocabulary_says_where_each_entry_comes_from(activities: Tree) -> None:
    assert len(activities["topics"]) == 10
    for entries in activities.values():
        assert all(entry["source"] for entry in entries)
