"""The data package read as strangers' programs read it, by Frictionless. Decision 0009."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package

from generator.audience import View
from generator.domain.fields import Audience
from generator.present.tables.package import data_package
from tests.builders import organisation
from tests.unit.present.views import everything, view
from tests.unit.present.worlds import world

NAMES = ["members", "member-years", "visits", "issues", "units"]


@cache
def described(audience: Audience = "public") -> dict[str, Any]:
    return description(everything(audience))


def description(held: View) -> dict[str, Any]:
    (found,) = (each for each in data_package(held) if each.path == "du-lieu/datapackage.json")
    told: dict[str, Any] = json.loads(found.content)
    return told


def package(held: View, folder: Path) -> Package:
    """Return the package as it stands in a folder."""
    for each in data_package(held):
        (folder / Path(each.path).name).write_bytes(each.content)
    return Package.from_descriptor(str(folder / "datapackage.json"))


@pytest.mark.parametrize("audience", ["public", "internal"])
@pytest.mark.parametrize("made", [everything, world], ids=["everything", "world"])
def test_frictionless_finds_every_table_sound(
    made: Any, audience: Audience, tmp_path: Path
) -> None:
    held = package(made(audience), tmp_path)
    report = held.validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])
    assert [task.name for task in report.tasks] == NAMES
    assert report.stats["warnings"] == 0


def test_figures_are_read_with_their_types(tmp_path: Path) -> None:
    rows = package(world(), tmp_path).get_table_resource("member-years").read_rows()
    told = [(row["year"], row["member"], row["days"], row["adjusted"]) for row in rows]
    assert told[:3] == [(2019, "an", 5, False), (2019, "binh", 1, False), (2019, "dao", 1, True)]


@pytest.mark.parametrize(
    ("table", "column", "wrong", "fault"),
    [
        ("visits", "unit", "khong-co", "foreign-key"),
        ("visits", "date", "05/03/2019", "type-error"),
        ("visits", "session", "trua", "constraint-error"),
        ("member-years", "days", "-1", "constraint-error"),
        ("members", "name", "", "constraint-error"),
    ],
)
def test_what_does_not_fit_the_description_is_found(
    table: str, column: str, wrong: str, fault: str, tmp_path: Path
) -> None:
    held = package(world(), tmp_path)
    file = tmp_path / f"{table}.csv"
    head, first, rest = file.read_text(encoding="utf-8").split("\n", 2)
    cells = first.split(",")
    cells[head.split(",").index(column)] = wrong
    file.write_text("\n".join([head, ",".join(cells), rest]), encoding="utf-8")
    faults = [kind for (kind,) in held.validate().flatten(["type"])]
    # The file is no longer the one described, which its hash and mostly its size tell too.
    assert "hash-count" in faults
    assert [each for each in faults if each not in ("hash-count", "byte-count")] == [fault]


def test_the_public_may_use_it_again_and_nobody_what_is_internal() -> None:
    assert [each["name"] for each in described()["licenses"]] == ["CC-BY-4.0"]
    assert "licenses" not in described("internal")


def test_the_title_says_what_it_is() -> None:
    assert described()["title"] == "Đi công tác cơ sở · Tỉnh đoàn · DỮ LIỆU MẪU"
    assert described("internal")["title"].endswith(" · NỘI BỘ; DỮ LIỆU MẪU")
    assert description(view(organisation(demo=False)))["title"] == "Đi công tác cơ sở · Tỉnh đoàn"


def test_it_bears_a_version_and_the_day_counted() -> None:
    assert described()["version"] == "1.0.0"
    assert described()["description"] == (
        "Số liệu tính đến ngày 15/03/2020. Số người dự một chuyến đi mà dưới 3 người thì để trống."
    )


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_each_column_is_told_in_vietnamese(audience: Audience) -> None:
    for table in described(audience)["resources"]:
        for field in table["schema"]["fields"]:
            assert field["title"] != field["name"], (table["name"], field["name"])
            assert field["description"], (table["name"], field["name"])


def test_the_same_view_gives_the_same_bytes() -> None:
    assert list(data_package(everything())) == list(data_package(everything()))
