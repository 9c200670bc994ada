"""`congtac summary` as its users call it. Source: design, section 3."""

from datetime import date
from pathlib import Path

import pytest

from tests.builders import (
    item,
    member,
    organisation,
    plan,
    policy,
    records,
    visit,
    write,
)
from tests.commands import called, congtac

HELD = (
    policy(annual_days=2),
    member("an", name="Lê Thị An"),
    member("ba", name="Trần Văn Ba"),
    visit("2019-12-31", "a", end_date="2020-01-01"),
    visit("2020-03-05", "b", members=["an", "ba"]),
    visit("2020-09-05", "c", members=["ba"]),
    plan(2018, "an", item("t03-1", 3)),
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a folder with records that pin no day."""
    write(records(*HELD), tmp_path / "records")
    return tmp_path


@pytest.fixture
def pinned(tmp_path: Path) -> Path:
    """Return a folder with records that pin the middle of 2020."""
    write(records(organisation(as_of="2020-06-30"), *HELD), tmp_path / "records")
    return tmp_path


class TestYears:
    def test_ascending_up_to_as_of(self, pinned: Path) -> None:
        ended = called("summary", "--format", "json", cwd=pinned)
        assert (ended.code, ended.err) == (0, "")
        assert [each["year"] for each in ended.json["years"]] == [2018, 2019, 2020]
        assert [each["total_days"] for each in ended.json["years"]] == ["0", "1", "3"]

    def test_only_one(self, pinned: Path) -> None:
        ended = called("summary", "--year", "2020", "--format", "json", cwd=pinned)
        assert ended.code == 0
        assert [each["year"] for each in ended.json["years"]] == [2020]
        assert [each["id"] for each in ended.json["years"][0]["members"]] == ["an", "ba"]

    @pytest.mark.parametrize("year", ["2017", "2021"])
    def test_one_without_visit_or_plan(self, pinned: Path, year: str) -> None:
        ended = called("summary", "--year", year, "--format", "json", cwd=pinned)
        assert (ended.code, ended.json) == (0, {"as_of": "2020-06-30", "years": []})

    def test_text(self, pinned: Path) -> None:
        ended = called("summary", "--year", 2020, cwd=pinned)
        assert (ended.code, ended.err) == (0, "")
        assert ended.out == (
            "Số liệu tính đến ngày 30/06/2020\n"
            "\n"
            "Năm 2020: 2 đồng chí, 3 ngày, trung bình mỗi đồng chí 1,5 ngày, 1 đồng chí đạt chỉ tiêu\n"
            "  Lê Thị An: 2/2 ngày, đạt\n"
            "  Trần Văn Ba: 1/2 ngày, bảo đảm tiến độ\n"
        )


class TestPeriod:
    @pytest.mark.parametrize(
        ("period", "days"),
        [("2020", "3"), ("2020-H1", "3"), ("2020-Q1", "3"), ("2020-Q2", "0"), ("2020-03", "2")],
    )
    def test_in_all_forms(self, pinned: Path, period: str, days: str) -> None:
        ended = called("summary", "--period", period, "--format", "json", cwd=pinned)
        assert (ended.code, ended.err) == (0, "")
        assert (ended.json["as_of"], ended.json["period"]) == ("2020-06-30", period)
        assert ended.json["total_days"] == days

    def test_text(self, pinned: Path) -> None:
        ended = called("summary", "--period", "2020-Q1", cwd=pinned)
        assert ended.out.splitlines()[:2] == [
            "Số liệu tính đến ngày 30/06/2020",
            "Kỳ 2020-Q1: 2 chuyến, 3 lượt, 3 ngày, trung bình mỗi đồng chí 1,5 ngày",
        ]


class TestAsOf:
    """`--as-of` beats `organisation.as_of`, which beats today in Asia/Ho_Chi_Minh."""

    def test_asked_for_before_or_after_the_command(self, pinned: Path) -> None:
        after = congtac("summary", "--as-of", "2019-12-31", "--format", "json", cwd=pinned)
        before = congtac("--as-of", "2019-12-31", "summary", "--format", "json", cwd=pinned)
        assert after == before
        assert after.json["as_of"] == "2019-12-31"
        assert [each["year"] for each in after.json["years"]] == [2018, 2019]

    def test_else_pinned(self, pinned: Path) -> None:
        assert congtac("summary", "--format", "json", cwd=pinned).json["as_of"] == "2020-06-30"

    def test_else_today(self, tree: Path) -> None:
        told = congtac("summary", "--format", "json", cwd=tree).json["as_of"]
        assert date.fromisoformat(told) > date(2020, 9, 5)

    def test_a_period_too(self, pinned: Path) -> None:
        told = congtac(
            "summary", "--period", "2020", "--as-of", "2020-12-31", "--format", "json", cwd=pinned
        )
        assert (told.json["as_of"], told.json["total_days"]) == ("2020-12-31", "4")


class TestExitCodes:
    """Exit 0 clean; 1 findings or a refused action; 2 usage or I/O. Never a traceback."""

    def test_findings(self, tmp_path: Path) -> None:
        write(records(member("an"), visit("2019-03-05", members=["ba"])), tmp_path / "records")
        ended = congtac("summary", cwd=tmp_path)
        assert (ended.code, ended.out) == (1, "")
        assert "records/visits/2019/2019-03-05-ap-3.yml" in ended.err
        assert ended.err.endswith("Bản ghi còn lỗi nên chưa làm gì cả.\n")

    @pytest.mark.parametrize(
        "arguments",
        [
            ["--year", "2019", "--period", "2019"],
            ["--year", "hai không"],
            ["--period", "2019-Q5"],
            ["--period", "2019-13"],
            ["--period", "quý 1"],
            ["--as-of", "31/12/2019"],
            ["--format", "xml"],
            ["--no-such-option"],
        ],
    )
    def test_usage(self, tree: Path, arguments: list[str]) -> None:
        ended = called("summary", *arguments, cwd=tree)
        assert (ended.code, ended.out) == (2, "")
        assert ended.err
        assert "Traceback" not in ended.err

    def test_no_records(self, tmp_path: Path) -> None:
        ended = called("summary", "--records", tmp_path / "none", cwd=tmp_path)
        assert (ended.code, ended.out) == (2, "")
        assert "Traceback" not in ended.err

    def test_records_elsewhere(
        self, pinned: Path, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        elsewhere = tmp_path_factory.mktemp("elsewhere")
        here = called("summary", cwd=pinned)
        assert called("summary", "--records", pinned / "records", cwd=elsewhere) == here
        assert called("--records", pinned / "records", "summary", cwd=elsewhere) == here
