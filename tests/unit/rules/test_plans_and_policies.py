"""Plans lie where they say; policies are in force for whole years, one at a time."""

import pytest

from generator.rules import plans, policies
from tests.builders import item, plan, policy, records
from tests.unit.rules.told import told


def test_a_plan_lies_where_it_says() -> None:
    right, wrong = plan(2019, "an"), plan(2020, "an")
    wrong = wrong.model_copy(update={"year": 2021, "member": "binh"})
    assert told(plans.plans_are_where_they_say, records(right, wrong)) == [
        (
            "an year: Tệp nằm trong thư mục 2020, nhưng kế hoạch là của năm 2021. "
            "→ Chuyển tệp, hoặc sửa năm."
        ),
        (
            "an member: Tên tệp là “an”, nhưng kế hoạch là của “binh”. "
            "→ Đổi tên tệp, hoặc sửa mã ủy viên."
        ),
    ]


def test_items_have_a_month_and_take_time() -> None:
    some = records(
        plan(
            2019,
            "an",
            item("a", 0),
            item("b", 1),
            item("c", 12),
            item("d", 13),
            item("e", 5, days="0"),
        )
    )
    assert told(plans.months_exist, some) == [
        "an items[0].month: Không có tháng 0. → Ghi từ 1 đến 12.",
        "an items[3].month: Không có tháng 13. → Ghi từ 1 đến 12.",
    ]
    assert told(plans.items_take_time, some) == [
        (
            "an items[4].days: Mục kế hoạch có 0 ngày. "
            "→ Ghi số ngày dự kiến; mục không làm nữa thì ghi lý do ở cancelled."
        )
    ]


def test_approvals_are_of_the_year() -> None:
    written = [
        {"period": period, "date": "2019-01-01", "by": "A"}
        for period in ("2019", "2019-Q2", "2018-12")
    ]
    assert told(plans.approvals_fit_the_year, records(plan(2019, "an", approvals=written))) == [
        (
            "an approvals[2].period: Phê duyệt cho 2018-12, nhưng kế hoạch là của năm 2019. "
            "→ Sửa thời gian được duyệt."
        )
    ]


SPANS = [
    ("2018-01-01", None, []),
    ("2018-01-01", "2022-12-31", []),
    ("2018-01-01", "2018-12-31", []),
    (
        "2018-01-02",
        None,
        ["from: Chủ trương bắt đầu ngày 2018-01-02, không phải 1 tháng 1. → Ghi 2018-01-01."],
    ),
    (
        "2018-02-01",
        None,
        ["from: Chủ trương bắt đầu ngày 2018-02-01, không phải 1 tháng 1. → Ghi 2018-01-01."],
    ),
    (
        "2018-01-01",
        "2022-12-30",
        ["to: Chủ trương kết thúc ngày 2022-12-30, không phải 31 tháng 12. → Ghi 2022-12-31."],
    ),
    (
        "2018-01-01",
        "2017-12-31",
        ["to: Chủ trương kết thúc 2017-12-31 trước khi bắt đầu 2018-01-01. → Đổi lại hai ngày."],
    ),
]


@pytest.mark.parametrize(("first", "last", "found"), SPANS)
def test_a_policy_covers_whole_years(first: str, last: str | None, found: list[str]) -> None:
    some = records(policy(first, last))
    assert told(policies.policies_cover_whole_years, some) == [
        f"chu-truong-2018 {each}" for each in found
    ]


PAIRS = [
    (("2018-01-01", "2018-12-31"), ("2019-01-01", None), False),
    (("2018-01-01", None), ("2019-01-01", None), True),
    (("2018-01-01", None), ("2017-01-01", "2017-12-31"), False),
    (("2018-01-01", "2020-12-31"), ("2019-01-01", "2019-12-31"), True),
    (("2018-01-01", "2019-01-01"), ("2019-01-01", None), True),
]


@pytest.mark.parametrize(("one", "other", "overlap"), PAIRS)
def test_no_day_has_two_policies(
    one: tuple[str, str | None],
    other: tuple[str, str | None],
    overlap: bool,  # noqa: FBT001
) -> None:
    for pair in ((one, other), (other, one)):
        some = records(*(policy(*span) for span in pair))
        found = list(policies.policies_do_not_overlap(some))
        assert len(found) == (2 if overlap else 0)
        assert len({fault.path for fault in found}) == len(found)


def test_rules_have_values_that_can_be_meant() -> None:
    some = records(policy(mean_rounding=5, annual_days=367, report_deadline_days=400))
    assert told(policies.rounding_is_small, some) == [
        (
            "chu-truong-2015 rules.mean_rounding.value: Làm tròn đến 5 chữ số thập phân là quá nhiều. "
            "→ Ghi từ 0 đến 4."
        )
    ]
    assert told(policies.days_fit_a_year, some) == [
        "chu-truong-2015 rules.annual_days.value: 367 ngày là quá một năm. → Sửa số ngày.",
        "chu-truong-2015 rules.report_deadline_days.value: 400 ngày là quá một năm. → Sửa số ngày.",
    ]


def test_a_policy_without_a_deadline_has_none_that_is_too_long() -> None:
    some = records(policy(report_deadline_days=None, annual_days=366, mean_rounding=4))
    assert told(policies.days_fit_a_year, some) == []
    assert told(policies.rounding_is_small, some) == []
