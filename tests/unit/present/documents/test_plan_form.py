"""The registration form of a plan, read back whole."""

import pytest

from generator.errors import UsageError
from generator.present.documents.document import document
from generator.present.subject import PlanSubject
from tests.builders import item, member, plan, policy, visit
from tests.unit.present.documents.reading import blocks, read
from tests.unit.present.views import UNITS, view
from tests.unit.present.worlds import RULES, assumed, world

HEAD = [["BCH ĐOÀN TỈNH\n***", "ĐOÀN TNCS HỒ CHÍ MINH\nTrà Vinh, ngày …… tháng …… năm 2020"]]
FOOT = [["DUYỆT\nTM. BAN THƯỜNG VỤ\n……………………………", "NGƯỜI ĐĂNG KÝ\n(ký, ghi rõ họ tên)\n……………………………"]]  # fmt: skip
PLANS = (
    member("binh", name="Trần Thị Bình"),
    member("an", name="Lê Văn Ân"),
    member("dao", name="Kim Đào"),
    visit("2020-02-04", unit="an-truong"),
    plan(2020, "binh", item("t02", 2), item("t06", 6, days="1.5")),
    plan(2020, "an", item("t04", 4), approvals=[{"period": "2020-Q1", "date": "2020-01-05", "by": "Thường trực", "number": "5-TB"}]),
    plan(2020, "dao"),
    *UNITS,
)  # fmt: skip


def test_the_form_of_one_member_is_this() -> None:
    assert blocks(document(world("internal"), PlanSubject(2019, "an"))) == [
        HEAD,
        "BẢN ĐĂNG KÝ",
        "kế hoạch đi công tác cơ sở năm\u00a02019",
        "Căn cứ Kế hoạch số 53-KH/TĐTN-TC-KT, ngày 26 tháng 4 năm 2018 của Ban Thường vụ Tỉnh đoàn về việc đi công tác cơ sở;",
        "Họ và tên: Lê Văn Ân",
        "Chức vụ, đơn vị: Ủy viên BCH chuyên trách, Ban Phong trào",
        "Tôi đăng ký kế hoạch đi công tác cơ sở năm 2019 như sau:",
        [
            ["TT", "Tháng", "Đơn vị đến", "Nội dung", "Số ngày", "Mục đích"],
            ["1", "5", "Xã An Trường A, huyện Càng Long", "Survey", "2,5", ""],
            ["2", "6", "", "Inspection", "1", "Đã hủy: Trùng lịch họp"],
            ["", "", "Tổng cộng", "", "2,5", ""],
        ],
        "Mục đã hủy không cộng vào tổng số ngày.",
        "Chỉ tiêu cả năm: 3 ngày",
        "Đã duyệt năm 2019: Thường trực, ngày 05/01/2019",
        FOOT,
    ]


def test_the_forms_of_all_are_by_name_each_with_pages_of_its_own() -> None:
    content = document(view(*PLANS, policy(), audience="internal"), PlanSubject(2020))
    told = blocks(content)
    assert [each for each in told if "Họ và tên" in each] == [
        "Họ và tên: Lê Văn Ân",
        "Họ và tên: Trần Thị Bình",
    ]
    assert told.count("BẢN ĐĂNG KÝ") == 2
    sections = read(content).sections
    assert len(sections) == 2
    assert all(section.different_first_page_header_footer for section in sections)
    assert "Đã duyệt quý I/2020: Thường trực, ngày 05/01/2020, số 5-TB" in told
    assert told[-3][-1] == ["", "", "Tổng cộng", "", "2,5", ""]


def test_outsiders_get_the_approved_items_of_past_months_or_are_told_why_not() -> None:
    told = blocks(document(world(), PlanSubject(2019)))
    assert told[1] == "BẢN ĐĂNG KÝ"
    with pytest.raises(UsageError) as refused:
        document(view(*PLANS, policy()), PlanSubject(2020))
    assert str(refused.value) == (
        "Không có mục nào của kế hoạch năm 2020 để đưa vào bản đăng ký. Bản công khai chỉ có mục đã duyệt của tháng đã qua."
    )


def test_a_plan_without_items_has_no_form() -> None:
    with pytest.raises(UsageError) as refused:
        document(view(*PLANS, policy(), audience="internal"), PlanSubject(2020, "dao"))
    assert str(refused.value) == "Không có mục nào của kế hoạch năm 2020 để đưa vào bản đăng ký."


def test_before_its_year_a_plan_is_held_against_the_target_of_everyone() -> None:
    parts = (member("an"), plan(2021, "an", item("t01", 1, purpose="Dự họp lệ\nlần đầu")))
    told = blocks(document(view(*parts, policy(), audience="internal"), PlanSubject(2021, "an")))
    assert "Chỉ tiêu cả năm: ít nhất 60 ngày" in told
    assert told[7][1] == ["1", "1", "", "Survey", "1", "Dự họp lệ\nlần đầu"]
    unregulated = blocks(document(view(*parts, audience="internal"), PlanSubject(2021, "an")))
    assert "Chỉ tiêu cả năm: chưa có quy định" in unregulated


def test_a_target_that_rests_on_an_assumed_rule_is_provisional() -> None:
    rules = assumed(RULES, "day_unit", "proration")
    told = blocks(document(world("internal", rules=rules), PlanSubject(2019, "an")))
    assert told[told.index("Chỉ tiêu cả năm: 3 ngày") + 1] == (
        "Số liệu tạm tính: điều chỉnh chỉ tiêu chưa được xác nhận bằng văn bản."
    )
