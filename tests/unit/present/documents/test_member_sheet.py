"""A member's own sheet, read back whole."""

from generator.domain.period import Period
from generator.present.documents.document import document
from generator.present.subject import PeriodSubject
from tests.builders import item, member, part_time, plan, policy, term, visit
from tests.unit.present.documents.reading import after, blocks
from tests.unit.present.views import UNITS, view
from tests.unit.present.worlds import RULES, assumed, world

YEAR = Period(2019)
PRESENT_NOTE = "Số ngày có mặt là số ngày dương lịch trong kỳ có mặt ở chuyến đi; ngày có nhiều chuyến và nội dung không tính ngày làm cho cộng cột này có thể khác số ngày công tác cơ sở."


def test_the_sheet_of_a_year_is_this() -> None:
    assert blocks(document(world(), PeriodSubject(YEAR, "an"))) == [
        [["BCH ĐOÀN TỈNH\n***", "ĐOÀN TNCS HỒ CHÍ MINH\nTrà Vinh, ngày …… tháng …… năm 2020"]],
        "PHIẾU CÁ NHÂN",
        "kết quả đi công tác cơ sở của đồng chí Lê Văn Ân, năm\u00a02019",
        "(số liệu tính đến ngày 15/03/2020)",
        "I. THÔNG TIN CHUNG",
        "Họ và tên: Lê Văn Ân",
        "Chức vụ, đơn vị: Ủy viên BCH chuyên trách, Ban Phong trào",
        "II. SỐ NGÀY CÔNG TÁC CƠ SỞ",
        "Chỉ tiêu: 3 ngày",
        "Số ngày công tác cơ sở: 5 ngày",
        "Kết quả: đạt",
        "Số chuyến đi cơ sở: 2 chuyến",
        "Dự sinh hoạt chi đoàn ấp, khóm (họp lệ): 1 lần",
        "Số ngày từng tháng",
        [
            ["Tháng", *map(str, range(1, 13)), "Cộng"],
            ["Số ngày", "0", "0", "1", "0", "4", "0", "0", "0", "0", "0", "0", "0", "5"],
        ],
        "III. CÁC CHUYẾN ĐI CƠ SỞ",
        [
            ["TT", "Ngày", "Nơi đến", "Nội dung", "Số ngày có mặt"],
            ["1", "05/03/2019", "Chi đoàn ấp 3, xã An Trường, huyện Càng Long", "Meeting", "1"],
            ["2", "10–13/05/2019", "Xã An Trường A, huyện Càng Long", "Survey", "4"],
        ],
        PRESENT_NOTE,
        "IV. KẾ HOẠCH VÀ THỰC HIỆN",
        [
            ["Tháng", "Đơn vị", "Nội dung", "Dự kiến (ngày)", "Thực hiện (ngày)", "Kết quả"],
            ["5", "Xã An Trường A, huyện Càng Long", "Survey", "2,5", "4", "Đã thực hiện"],
            ["6", "", "Inspection", "1", "0", "Đã hủy"],
        ],
        "V. KHÓ KHĂN, VƯỚNG MẮC; KIẾN NGHỊ, ĐỀ XUẤT CỦA CƠ SỞ",
        "Chưa có kiến nghị, đề xuất nào được công khai.",
        [
            [
                "XÁC NHẬN CỦA ĐƠN VỊ\n(ký, ghi rõ họ tên)\n……………………………",
                "NGƯỜI BÁO CÁO\n(ký, ghi rõ họ tên)\n……………………………",
            ]
        ],
    ]


def test_outsiders_read_of_an_adjusted_target_only_that_it_is() -> None:
    public = document(world(), PeriodSubject(YEAR, "dao"))
    assert after(public, "II. SỐ NGÀY CÔNG TÁC CƠ SỞ")[0] == "Chỉ tiêu: điều chỉnh theo quy định"
    internal = document(world("internal"), PeriodSubject(YEAR, "dao"))
    assert after(internal, "II. SỐ NGÀY CÔNG TÁC CƠ SỞ")[:6] == [
        "Chỉ tiêu: 2 ngày (điều chỉnh theo quy định)",
        "Số ngày công tác cơ sở: 1 ngày",
        "Kết quả: chưa đạt chỉ tiêu",
        "Số chuyến đi cơ sở: 1 chuyến",
        "Dự sinh hoạt chi đoàn ấp, khóm (họp lệ): 0 lần",
        "Báo cáo chuyến đi: 1 trễ hạn",
    ]


def test_outsiders_read_of_an_issue_its_public_text_and_the_organisation_all_of_them() -> None:
    heading = "V. KHÓ KHĂN, VƯỚNG MẮC; KIẾN NGHỊ, ĐỀ XUẤT CỦA CƠ SỞ"
    columns = ["Ngày nêu", "Đơn vị", "Nội dung", "Thẩm quyền, nơi nhận", "Tình trạng"]
    place = ["20/05/2019", "Huyện Trà Cú"]
    assert after(document(world(), PeriodSubject(YEAR, "dao")), heading)[0] == [
        columns,
        [*place, "Thiếu ghế.", "", "Chưa giải quyết"],
    ]
    assert after(document(world("internal"), PeriodSubject(YEAR, "dao")), heading)[0] == [
        columns,
        [*place, "Thiếu <ghế>.", "", "Chưa giải quyết"],
        [*place, "Kín.", "", "Chưa giải quyết"],
    ]


def test_an_issue_names_who_settles_it_and_to_whom_it_went() -> None:
    issue = {
        "text": "Thiếu ghế.",
        "competence": "local",
        "referred_to": "Đoàn xã",
        "status": "referred",
    }
    held = view(member("an"), visit("2019-05-20", issues=[issue]), policy(), audience="internal")
    heading = "V. KHÓ KHĂN, VƯỚNG MẮC; KIẾN NGHỊ, ĐỀ XUẤT CỦA CƠ SỞ"
    rows = after(document(held, PeriodSubject(YEAR, "an")), heading)[0]
    assert rows[1] == ["20/05/2019", "An-Truong, Cang-Long", "Thiếu ghế.", "Cấp huyện, xã giải quyết; chuyển Đoàn xã", "Đã chuyển cấp có thẩm quyền"]  # fmt: skip


def test_a_shorter_period_has_its_days_visits_and_plan_only() -> None:
    content = document(world(), PeriodSubject(Period(2019, 5, 5), "an"))
    assert after(content, "II. SỐ NGÀY CÔNG TÁC CƠ SỞ") == [
        "Số ngày trong kỳ: 4 ngày",
        "Lũy kế từ đầu năm: 5 ngày",
        "Số chuyến đi cơ sở: 1 chuyến",
        "Dự sinh hoạt chi đoàn ấp, khóm (họp lệ): 0 lần",
    ]
    assert [row[1] for row in after(content, "III. CÁC CHUYẾN ĐI CƠ SỞ")[0]] == [
        "Ngày",
        "10–13/05/2019",
    ]
    assert [row[0] for row in after(content, "IV. KẾ HOẠCH VÀ THỰC HIỆN")[0]] == ["Tháng", "5"]


def test_a_visit_across_new_year_shows_the_days_of_each_year() -> None:
    held = view(member("an"), visit("2019-12-30", end_date="2020-01-02"), policy())
    for year, days in ((2019, "2"), (2020, "2")):
        rows = after(document(held, PeriodSubject(Period(year), "an")), "III. CÁC CHUYẾN ĐI CƠ SỞ")[
            0
        ]
        assert rows[1] == ["1", "30/12/2019–02/01/2020", "An-Truong, Cang-Long", "Survey", days]


def test_each_position_of_the_year_is_named_with_the_days_between() -> None:
    earlier = part_time("2015-01-01", "2019-06-30")
    held = view(
        member("an", earlier, term("2019-07-01", "2019-11-30"), term("2020-02-01")),
        visit("2019-08-05"),
        policy(),
        audience="internal",
    )
    content = document(held, PeriodSubject(YEAR, "an"))
    assert after(content, "I. THÔNG TIN CHUNG") == [
        "Họ và tên: Lê Văn An",
        "Chức vụ, đơn vị: Ủy viên BCH chuyên trách, Ban Phong trào (không chuyên trách, đến hết ngày 30/06/2019)",
        "Chức vụ, đơn vị: Ủy viên BCH chuyên trách, Ban Phong trào (từ ngày 01/07/2019 đến hết ngày 30/11/2019)",
    ]


def test_before_the_year_is_over_only_the_organisation_reads_the_pace() -> None:
    running = PeriodSubject(Period(2020), "binh")
    assert "Kết quả: bảo đảm tiến độ" in blocks(document(world("internal"), running))
    assert not [each for each in blocks(document(world(), running)) if "Kết quả:" in each]


def test_a_member_without_a_visit_a_plan_or_a_policy_has_a_sheet_too() -> None:
    content = document(world("internal", rules=None), PeriodSubject(Period(2020), "an"))
    assert after(content, "II. SỐ NGÀY CÔNG TÁC CƠ SỞ")[:3] == [
        "Chỉ tiêu: chưa có quy định",
        "Số ngày công tác cơ sở: 0 ngày",
        "Số chuyến đi cơ sở: 0 chuyến",
    ]
    assert after(content, "III. CÁC CHUYẾN ĐI CƠ SỞ") == ["Chưa có chuyến đi nào."]
    assert after(content, "IV. KẾ HOẠCH VÀ THỰC HIỆN") == ["Chưa có mục kế hoạch nào."]


def test_who_owes_no_report_yet_is_told_so() -> None:
    content = document(world("internal"), PeriodSubject(Period(2020), "an"))
    assert "Báo cáo chuyến đi: chưa có" in blocks(content)


def test_days_that_rest_on_assumed_rules_are_provisional() -> None:
    rules = assumed(RULES, "day_unit")
    content = document(world(rules=rules), PeriodSubject(YEAR, "an"))
    assert after(content, "II. SỐ NGÀY CÔNG TÁC CƠ SỞ")[-1] == (
        "Số liệu tạm tính: cách tính một ngày chưa được xác nhận bằng văn bản."
    )


def test_a_plan_whose_months_are_to_come_is_not_told_to_the_public() -> None:
    parts = (member("an"), visit("2020-02-05"), plan(2020, "an", item("t06", 6)), policy(), *UNITS)
    subject = PeriodSubject(Period(2020), "an")
    assert after(document(view(*parts), subject), "IV. KẾ HOẠCH VÀ THỰC HIỆN") == [
        "Chưa có mục kế hoạch nào được công khai."
    ]
    internal = document(view(*parts, audience="internal"), subject)
    assert after(internal, "IV. KẾ HOẠCH VÀ THỰC HIỆN")[0][1] == [
        "6",
        "",
        "Survey",
        "1",
        "0",
        "Chưa đến kỳ",
    ]
