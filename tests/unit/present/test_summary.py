"""The JSON of `summary` to the letter, and its text. Source: design, section 3."""

import json
from decimal import Decimal

import pytest

from generator.compliance.results import Results, assess, assess_period
from generator.domain.fields import Record
from generator.domain.period import Period
from generator.present.summary import (
    period_json,
    period_text,
    plain,
    summary_json,
    summary_text,
)
from tests.builders import day, item, member, part_time, plan, policy, records, visit

PARTS = (
    policy("2019-01-01", "2019-12-31", annual_days=2, day_unit="session"),
    member("ba", name="Trần Văn Ba"),
    member("an", name="Lê Thị An"),
    visit("2019-03-05", "a", members=["an", "ba"], kind="meeting", session="morning"),
    visit("2019-03-05", "b", session="evening", recorded_on="2019-03-20"),
    visit("2019-03-06", "c", issues=[{"text": "Thiếu sân."}]),
    visit("2019-06-20", "d", members=["ba"], recorded_on=None, kind="office"),
    visit("2019-06-21", "e", members=["ba"], recorded_on=None, session="morning"),
    plan(2018, "an", item("t03-1", 3)),
)


def results(*parts: Record, as_of: str = "2019-06-30") -> Results:
    return assess(records(*parts), day(as_of))


def whole(found: Results) -> str:
    return summary_json(found, found.years)


class TestPlain:
    @pytest.mark.parametrize(
        ("days", "text"),
        [
            ("785", "785"),
            ("0", "0"),
            ("0.0", "0"),
            ("0.5", "0.5"),
            ("10.50", "10.5"),
            ("100", "100"),
            ("1E+2", "100"),
            ("60.0", "60"),
        ],
    )
    def test_no_trailing_zeros(self, days: str, text: str) -> None:
        """Days are strings without trailing zeros."""
        assert plain(Decimal(days)) == text


class TestJson:
    def test_to_the_letter(self) -> None:
        """Keys, their order, their types; years ascending, members by id."""
        assert json.loads(whole(results(*PARTS)), object_pairs_hook=list) == [
            ("as_of", "2019-06-30"),
            (
                "years",
                [
                    [
                        ("year", 2018),
                        ("population", 2),
                        ("total_days", "0"),
                        ("mean_days", "0.0"),
                        ("median_days", "0.0"),
                        ("min_days", "0"),
                        ("reached", 0),
                        (
                            "members",
                            [
                                [
                                    ("id", "an"),
                                    ("name", "Lê Thị An"),
                                    ("days", "0"),
                                    ("target", None),
                                    ("status", "no_policy"),
                                    ("branch_meetings", 0),
                                    (
                                        "reports",
                                        [("on_time", 0), ("late", 0), ("missing", 0), ("not_due", 0)],
                                    ),
                                ],
                                [
                                    ("id", "ba"),
                                    ("name", "Trần Văn Ba"),
                                    ("days", "0"),
                                    ("target", None),
                                    ("status", "no_policy"),
                                    ("branch_meetings", 0),
                                    (
                                        "reports",
                                        [("on_time", 0), ("late", 0), ("missing", 0), ("not_due", 0)],
                                    ),
                                ],
                            ],
                        ),
                    ],
                    [
                        ("year", 2019),
                        ("population", 2),
                        ("total_days", "3"),
                        ("mean_days", "1.5"),
                        ("median_days", "1.5"),
                        ("min_days", "1"),
                        ("reached", 1),
                        (
                            "members",
                            [
                                [
                                    ("id", "an"),
                                    ("name", "Lê Thị An"),
                                    ("days", "2"),
                                    ("target", "2"),
                                    ("status", "reached"),
                                    ("branch_meetings", 1),
                                    (
                                        "reports",
                                        [("on_time", 2), ("late", 1), ("missing", 0), ("not_due", 0)],
                                    ),
                                ],
                                [
                                    ("id", "ba"),
                                    ("name", "Trần Văn Ba"),
                                    ("days", "1"),
                                    ("target", "2"),
                                    ("status", "on_pace"),
                                    ("branch_meetings", 1),
                                    (
                                        "reports",
                                        [("on_time", 1), ("late", 0), ("missing", 0), ("not_due", 1)],
                                    ),
                                ],
                            ],
                        ),
                    ],
                ],
            ),
        ]  # fmt: skip

    def test_population_of_nobody(self) -> None:
        """With population 0 mean, median and minimum are null."""
        told = whole(results(member("an", part_time()), visit("2019-03-05")))
        assert json.loads(told)["years"] == [
            {
                "year": 2019,
                "population": 0,
                "total_days": "0",
                "mean_days": None,
                "median_days": None,
                "min_days": None,
                "reached": 0,
                "members": [],
            }
        ]

    @pytest.mark.parametrize(("places", "mean"), [(0, "1"), (1, "0.7"), (3, "0.667")])
    def test_mean_and_median_keep_their_places(self, places: int, mean: str) -> None:
        """Mean and median with `mean_rounding` places."""
        found = results(
            policy(mean_rounding=places),
            member("an"),
            member("ba"),
            member("cu"),
            visit("2019-03-05", members=["an", "ba"]),
        )
        (year,) = json.loads(whole(found))["years"]
        median = "1" if not places else "1." + "0" * places
        assert (year["mean_days"], year["median_days"], year["min_days"]) == (mean, median, "0")

    def test_vietnamese_stays_readable(self) -> None:
        assert "Lê Thị An" in whole(results(*PARTS))

    def test_what_an_audience_may_not_see_is_null(self) -> None:
        found = results(*PARTS).years[1]
        hidden = found.members[0].model_copy(update={"status": None, "reports": None})
        shown = found.model_copy(update={"members": (hidden,), "reached": None})
        told = json.loads(summary_json(results(*PARTS), [shown]))["years"][0]
        assert told["reached"] is None
        assert (told["members"][0]["status"], told["members"][0]["reports"]) == (None, None)


class TestPeriodJson:
    def test_to_the_letter(self) -> None:
        as_of = day("2019-06-30")
        march = assess_period(records(*PARTS), Period(2019, 3, 3), as_of)
        assert json.loads(period_json(march, as_of), object_pairs_hook=list) == [
            ("as_of", "2019-06-30"),
            ("period", "2019-03"),
            ("population", 2),
            ("total_days", "2.5"),
            ("mean_days", "1.3"),
            ("median_days", "1.3"),
            ("min_days", "0.5"),
            ("visits", 3),
            ("participations", 4),
            ("branch_meetings", 1),
            ("units", 1),
            ("issues_raised", 1),
            (
                "members",
                [
                    [
                        ("id", "an"),
                        ("name", "Lê Thị An"),
                        ("days", "2"),
                        ("cumulative_days", "2"),
                        ("visits", 3),
                        ("branch_meetings", 1),
                    ],
                    [
                        ("id", "ba"),
                        ("name", "Trần Văn Ba"),
                        ("days", "0.5"),
                        ("cumulative_days", "0.5"),
                        ("visits", 1),
                        ("branch_meetings", 1),
                    ],
                ],
            ),
        ]


class TestText:
    def test_years(self) -> None:
        found = results(*PARTS)
        assert summary_text(found, found.years) == (
            "Số liệu tính đến ngày 30/06/2019\n"
            "\n"
            "Năm 2018: 2 đồng chí, 0 ngày, trung bình mỗi đồng chí 0,0 ngày, "
            "0 đồng chí đạt chỉ tiêu\n"
            "  Lê Thị An: 0/— ngày, chưa có quy định\n"
            "  Trần Văn Ba: 0/— ngày, chưa có quy định\n"
            "\n"
            "Năm 2019: 2 đồng chí, 3 ngày, trung bình mỗi đồng chí 1,5 ngày, "
            "1 đồng chí đạt chỉ tiêu\n"
            "  Lê Thị An: 2/2 ngày, đạt\n"
            "  Trần Văn Ba: 1/2 ngày, bảo đảm tiến độ"
        )

    def test_nobody(self) -> None:
        found = results(member("an", part_time()), visit("2019-03-05"))
        assert summary_text(found, found.years) == (
            "Số liệu tính đến ngày 30/06/2019\n\nNăm 2019: chưa có Ủy viên BCH chuyên trách"
        )

    def test_no_year(self) -> None:
        assert summary_text(results(), []) == (
            "Số liệu tính đến ngày 30/06/2019\nChưa có chuyến đi cơ sở hay kế hoạch nào."
        )

    def test_a_hidden_status(self) -> None:
        found = results(*PARTS)
        hidden = found.years[1].members[1].model_copy(update={"status": None})
        year = found.years[1].model_copy(update={"members": (hidden,)})
        assert summary_text(found, [year]).endswith("\n  Trần Văn Ba: 1/2 ngày, —")

    def test_period(self) -> None:
        as_of = day("2019-06-30")
        march = assess_period(records(*PARTS), Period(2019, 3, 3), as_of)
        assert period_text(march, as_of) == (
            "Số liệu tính đến ngày 30/06/2019\n"
            "Kỳ 2019-03: 3 chuyến, 4 lượt, 2,5 ngày, trung bình mỗi đồng chí 1,3 ngày\n"
            "  Lê Thị An: 2 ngày trong kỳ, lũy kế 2\n"
            "  Trần Văn Ba: 0,5 ngày trong kỳ, lũy kế 0,5"
        )

    def test_period_of_nobody(self) -> None:
        as_of = day("2019-06-30")
        nobody = assess_period(
            records(visit("2019-03-05"), member("an", part_time())), Period(2019), as_of
        )
        assert period_text(nobody, as_of) == (
            "Số liệu tính đến ngày 30/06/2019\n"
            "Kỳ 2019: 1 chuyến, 1 lượt, 0 ngày, trung bình mỗi đồng chí chưa có dữ liệu"
        )
