"""The page's figures against a naive count of the same files, and against `congtac summary`."""

import json
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from tests.commands import called
from tests.national import oracle
from tests.national.conftest import Published
from tests.national.packages import copied, listed, put, rewrite, rows

KEYS = (
    "population", "total_days", "mean_days", "median_days", "reached", "visits", "communes",
    "communes_covered", "issues_raised", "issues_pending",
)  # fmt: skip


def national(folder: Path, **packages: Path) -> dict[tuple[int, str], dict[str, Any]]:
    """Return the rows of the page's JSON by year and province."""
    out = folder / "out"
    ended = called("national", listed(folder, **packages), "--out", out, cwd=folder)
    assert ended.code == 0, ended.err
    document = json.loads((out / "du-lieu/ca-nuoc.json").read_text(encoding="utf-8"))
    return {(row["year"], row["province"]): row for row in document["years"]}


def test_every_figure_is_what_a_naive_count_of_the_files_gives(
    tmp_path: Path, samples: Published, made_up: Published
) -> None:
    found = national(tmp_path, a=samples.package, b=made_up.package)
    assert {year for year, _ in found} == {2018, 2019, 2020}
    for year in (2018, 2019, 2020):
        both = [each for each in (samples, made_up) if oracle.days_of(each.package, year)]
        whole = oracle.figures([each.package for each in both], year)
        assert {key: found[year, "ca-nuoc"][key] for key in KEYS} == whole, year
        for name, each in (("a", samples), ("b", made_up)):
            mine = {key: found[year, name][key] for key in KEYS}
            known = each in both
            expected = oracle.figures([each.package], year) if known else dict.fromkeys(KEYS)
            assert mine == expected, (year, name)


def test_the_country_is_the_sum_of_what_summary_says_of_each_province(
    tmp_path: Path, samples: Published, made_up: Published
) -> None:
    row = national(tmp_path, a=samples.package, b=made_up.package)[2019, "ca-nuoc"]
    years = []
    for each, day in ((samples, "2020-03-15"), (made_up, "2020-01-31")):
        ended = called(
            "summary", "--records", each.records, "--as-of", day, "--year", "2019",
            "--format", "json", cwd=tmp_path,
        )  # fmt: skip
        years += ended.json["years"]
    days = [Decimal(member["days"]) for year in years for member in year["members"]]
    tenth = Decimal("0.1")
    assert row["population"] == sum(year["population"] for year in years) == 26
    assert row["reached"] == sum(year["reached"] for year in years)
    assert row["total_days"] == str(sum(days))
    assert row["mean_days"] == str(
        (sum(days, Decimal(0)) / len(days)).quantize(tenth, ROUND_HALF_UP)
    )
    assert row["median_days"] == str(Decimal(median(days)).quantize(tenth, ROUND_HALF_UP))


def test_a_mean_is_over_people_and_no_mean_of_means(
    tmp_path: Path, samples: Published, made_up: Published
) -> None:
    few = copied(made_up.package, tmp_path)
    only = [row for row in rows(few, "member-years") if row["year"] == "2019"][:1]
    rewrite(few, "member-years", only)
    found = national(tmp_path, a=samples.package, b=few)
    days = [*oracle.days_of(samples.package, 2019), *oracle.days_of(few, 2019)]
    assert len(days) == 14
    assert found[2019, "ca-nuoc"]["mean_days"] == oracle.half_up(sum(days, start=0 * days[0]) / 14)
    means = [Decimal(found[2019, each]["mean_days"]) for each in ("a", "b")]
    assert found[2019, "ca-nuoc"]["mean_days"] != str(sum(means) / 2)


def test_half_days_and_a_visit_across_new_year_are_counted_as_they_are(
    tmp_path: Path, made_up: Published
) -> None:
    own = copied(made_up.package, tmp_path)
    people = rows(own, "member-years")
    people[0]["days"] = str(Decimal(people[0]["days"]) + Decimal("0.5"))
    people[0]["days_01"] = str(Decimal(people[0]["days_01"]) + Decimal("0.5"))
    rewrite(own, "member-years", people)
    visits = rows(own, "visits")
    last = max(each for each in range(len(visits)) if visits[each]["date"] < "2019-01-01")
    visits[last] |= {"end_date": "2019-01-02", "other_units": visits[0]["unit"]}
    rewrite(own, "visits", visits)
    found = national(tmp_path, b=own)
    for year in (2018, 2019):
        assert {key: found[year, "b"][key] for key in KEYS} == oracle.figures([own], year)
    assert found[2018, "b"]["total_days"].endswith(".5")


def test_a_year_that_a_package_does_not_know_is_no_nought(
    tmp_path: Path, samples: Published, made_up: Published
) -> None:
    found = national(tmp_path, a=samples.package, b=made_up.package)
    assert {key: found[2018, "a"][key] for key in KEYS} == dict.fromkeys(KEYS)
    text = (tmp_path / "out/ket-qua/2018/index.html").read_text(encoding="utf-8")
    assert "Chưa có số liệu năm 2018 của Tỉnh a." in text


def test_the_front_page_shows_the_latest_year_that_every_province_has_begun(
    tmp_path: Path, samples: Published, made_up: Published
) -> None:
    national(tmp_path, a=samples.package, b=made_up.package)
    front = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    assert "Cả nước năm 2020" in front
    assert '<link rel="canonical" href="ket-qua/2020/">' in front


def test_provinces_that_have_recorded_nothing_yet_have_a_page_too(
    tmp_path: Path, made_up: Published
) -> None:
    own = copied(made_up.package, tmp_path)
    for table in ("member-years", "visits", "issues", "members"):
        rewrite(own, table, [])
    assert national(tmp_path, b=own) == {}
    text = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    assert "<p>Chưa có chuyến đi nào được ghi.</p>" in text
    assert "Số liệu tính đến ngày 31/01/2020 · 1 tỉnh, thành phố" in text


@pytest.mark.parametrize("ending", [b"", b'"'])
def test_a_line_that_was_cut_is_never_left_out_in_silence(
    tmp_path: Path, made_up: Published, ending: bytes
) -> None:
    own = copied(made_up.package, tmp_path)
    data = (own.parent / "visits.csv").read_bytes()
    put(own, "visits", data[: len(data) - 40] + ending)
    ended = called("national", listed(tmp_path, b=own), "--out", tmp_path / "out", cwd=tmp_path)
    assert ended.code == 1
    assert "Tỉnh b: bảng visits bị cắt ở dòng cuối." in ended.err


def test_a_commune_counts_in_the_years_in_which_it_stands(
    tmp_path: Path, made_up: Published
) -> None:
    own = copied(made_up.package, tmp_path)
    units = rows(own, "units")
    communes = [
        each
        for each in units
        if (each["level"], each["type"], each["valid_from"]) == ("commune", "area", "")
    ]
    communes[0]["valid_to"], communes[1]["valid_from"] = "2018-12-30", "2019-01-01"
    communes[2]["valid_to"], communes[3]["valid_from"] = "2019-12-31", "2018-12-31"
    rewrite(own, "units", units)
    issues = rows(own, "issues")
    issues[0]["status"] = "referred"
    rewrite(own, "issues", issues)
    found = national(tmp_path, b=own)
    counts = [found[year, "b"]["communes"] for year in (2018, 2019)]
    assert counts == [len(communes) - 2, len(communes) - 1]
    for year in (2018, 2019):
        assert {key: found[year, "b"][key] for key in KEYS} == oracle.figures([own], year)
