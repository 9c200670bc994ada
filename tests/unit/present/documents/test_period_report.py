"""The report of a period, read back whole: what it says of figures, and what it leaves to people."""

from datetime import date

from generator.domain.period import Period
from generator.present.documents.document import document
from generator.present.subject import PeriodSubject
from tests.builders import member, part_time, policy, visit
from tests.unit.present.documents.reading import after, blocks, read
from tests.unit.present.views import view
from tests.unit.present.worlds import RULES, assumed, halves, world

YEAR = PeriodSubject(Period(2019))
RUNNING = PeriodSubject(Period(2020))
SECOND_QUARTER = PeriodSubject(Period(2019, 4, 6))
FULL_NAME = "Ủy viên BCH chuyên trách, Ban Phong trào"


def test_the_report_of_a_year_is_this() -> None:
    assert blocks(document(world(), YEAR)) == [
        [["BCH ĐOÀN TỈNH\n***\nSố: …… - BC/TĐTN", "ĐOÀN TNCS HỒ CHÍ MINH\nTrà Vinh, ngày …… tháng …… năm 2020"]],
        "BÁO CÁO",
        "kết quả đi công tác cơ sở của Ủy viên Ban Chấp hành chuyên trách năm\u00a02019",
        "(số liệu tính đến ngày 15/03/2020)",
        "Căn cứ Kế hoạch số 53-KH/TĐTN-TC-KT, ngày 26 tháng 4 năm 2018 của Ban Thường vụ Tỉnh đoàn về việc đi công tác cơ sở;",
        "Tỉnh đoàn báo cáo kết quả đi công tác cơ sở của Ủy viên Ban Chấp hành (BCH) chuyên trách năm 2019 như sau:",
        "I. KẾT QUẢ",
        "1. Số liệu chung",
        "- Số Ủy viên BCH chuyên trách được tính: 3 đồng chí.",
        "- Tổng số ngày công tác cơ sở: 7 ngày; trung bình mỗi đồng chí 2,3 ngày, trung vị 1,0 ngày, thấp nhất 1 ngày.",
        "- So với chỉ tiêu ít nhất 3 ngày/năm: 1 đồng chí đạt và 2 đồng chí chưa đạt chỉ tiêu.",
        "- Số đồng chí có chỉ tiêu điều chỉnh theo quy định: 1.",
        "- Số chuyến đi cơ sở: 3 chuyến; 5 lượt (người × chuyến).",
        "- Dự sinh hoạt chi đoàn ấp, khóm (họp lệ): 1 lần.",
        "- Số đơn vị đã đến: 3; số xã, phường, thị trấn đã đến: 2/3.",
        "2. Theo tháng",
        "Số liệu từng tháng",
        [
            ["Tháng", "Số chuyến", "Số lượt", "Số ngày trong kỳ", "Số ngày lũy kế", "Dự sinh hoạt chi đoàn (lần)"],
            ["1", "0", "0", "0", "0", "0"],
            ["2", "0", "0", "0", "0", "0"],
            ["3", "1", "3", "2", "2", "1"],
            ["4", "0", "0", "0", "2", "0"],
            ["5", "2", "2", "5", "7", "0"],
            *([str(month), "0", "0", "0", "7", "0"] for month in range(6, 13)),
        ],
        "Chuyến đi vắt qua hai tháng có trong số chuyến, số lượt của cả hai tháng.",
        "3. Theo nội dung và cấp làm việc",
        "Số ngày theo nội dung đi cơ sở",
        [["TT", "Nội dung đi cơ sở", "Số ngày"], ["1", "Survey", "5"], ["2", "Meeting", "2"]],
        "Số ngày theo cấp làm việc",
        [
            ["TT", "Cấp làm việc", "Số ngày"],
            ["1", "Cơ sở", "4"],
            ["2", "Chi đoàn", "2"],
            ["3", "Cấp huyện và tương đương", "1"],
        ],
        "Một ngày có hai nội dung hoặc hai cấp được tính ở cả hai dòng, nên tổng các dòng có thể lớn hơn tổng số ngày.",
        "4. Kế hoạch và thực hiện",
        "- Số mục kế hoạch đã duyệt của các tháng đã qua: 2; trong đó 1 mục đã thực hiện và 1 mục đã hủy.",
        "- Số ngày dự kiến, không kể mục đã hủy: 2,5; số ngày thực hiện: 4.",
        "- Số chuyến đi ngoài kế hoạch: 1.",
        "5. Khó khăn, vướng mắc; kiến nghị, đề xuất của cơ sở",
        "- Số kiến nghị, đề xuất được công khai: 1; trong đó 1 chưa giải quyết.",
        "II. ĐÁNH GIÁ",
        "1. Ưu điểm",
        "[Phần này do đơn vị viết.]",
        "2. Hạn chế, nguyên nhân",
        "[Phần này do đơn vị viết.]",
        "III. PHƯƠNG HƯỚNG",
        "[Phần này do đơn vị viết.]",
        "Trên đây là báo cáo kết quả đi công tác cơ sở của Ủy viên Ban Chấp hành chuyên trách năm 2019./.",
        [["Nơi nhận:\n- ………………;\n- Lưu ………….", "TM. BAN THƯỜNG VỤ\n……………………………"]],
        "PHỤ LỤC",
        "Kết quả đi công tác cơ sở của từng đồng chí năm\u00a02019",
        "(Kèm theo Báo cáo số …… - BC/TĐTN, ngày …… tháng …… năm 2020 của Tỉnh đoàn)",
        [
            ["TT", "Họ và tên", "Chức vụ, đơn vị", "Số ngày", "Chỉ tiêu (ngày)", "Kết quả", "Dự sinh hoạt chi đoàn (lần)", "Ghi chú"],
            ["1", "Lê Văn Ân", FULL_NAME, "5", "3", "Đạt", "1", ""],
            ["2", "Trần Thị Bình", FULL_NAME, "1", "3", "Chưa đạt chỉ tiêu", "1", ""],
            ["3", "Kim Đào", FULL_NAME, "1", "", "Chưa đạt chỉ tiêu", "0", "Chỉ tiêu điều chỉnh theo quy định"],
            ["", "Tổng cộng", "", "7", "", "", "", ""],
            ["", "Trung bình mỗi đồng chí", "", "2,3", "", "", "", ""],
        ],
        "Số lần dự sinh hoạt chi đoàn ở bảng này tính cho từng đồng chí; nhiều đồng chí cùng dự một buổi thì mỗi đồng chí một lần.",
    ]  # fmt: skip


def test_each_gap_for_people_has_lines_of_dots() -> None:
    lines = [
        p
        for p in read(document(world(), YEAR)).paragraphs
        if p.style is not None and p.style.name == "Dòng chấm để viết"
    ]
    assert [line.text for line in lines] == ["\t"] * 12


def test_the_organisation_also_reads_reports_and_every_issue_and_the_adjusted_target() -> None:
    content = document(world("internal"), YEAR)
    assert after(content, "4. Kế hoạch và thực hiện")[0] == (
        "- Số mục kế hoạch: 2; trong đó 1 mục đã thực hiện và 1 mục đã hủy."
    )
    assert after(content, "5. Chế độ báo cáo") == [
        "- Số báo cáo chuyến đi: 3; trong đó 2 đúng hạn và 1 trễ hạn."
    ]
    assert after(content, "6. Khó khăn, vướng mắc; kiến nghị, đề xuất của cơ sở") == [
        "- Số kiến nghị, đề xuất: 2; trong đó 2 chưa giải quyết."
    ]
    annex = blocks(content)[-2]
    assert annex[3] == ["3", "Kim Đào", FULL_NAME, "1", "2", "Chưa đạt chỉ tiêu", "0", "Chỉ tiêu điều chỉnh theo quy định"]  # fmt: skip


def test_before_a_year_is_over_the_public_reads_of_nobody_whether_the_target_is_reached() -> None:
    content = document(world(), RUNNING)
    assert after(content, "1. Số liệu chung")[2] == (
        "- So với chỉ tiêu ít nhất 3 ngày/năm: năm chưa kết thúc nên chưa đánh giá đạt hay chưa đạt."
    )
    annex = blocks(content)[-2]
    assert annex[:2] == [
        ["TT", "Họ và tên", "Chức vụ, đơn vị", "Số ngày", "Chỉ tiêu (ngày)", "Dự sinh hoạt chi đoàn (lần)", "Ghi chú"],
        ["1", "Lê Văn Ân", FULL_NAME, "0", "3", "0", ""],
    ]  # fmt: skip


def test_before_a_year_is_over_the_organisation_reads_the_pace() -> None:
    content = document(world("internal"), RUNNING)
    assert after(content, "1. Số liệu chung")[2] == (
        "- So với chỉ tiêu ít nhất 3 ngày/năm: 2 đồng chí chưa có dữ liệu và 1 đồng chí bảo đảm tiến độ."
    )
    months = after(content, "2. Theo tháng")[1]
    assert [row[0] for row in months] == ["Tháng", "1", "2", "3"]


def test_a_shorter_period_has_its_own_figures_and_those_of_the_year_so_far() -> None:
    content = document(world(), SECOND_QUARTER)
    assert blocks(content)[2] == (
        "kết quả đi công tác cơ sở của Ủy viên Ban Chấp hành chuyên trách quý II/2019"
    )
    assert after(content, "1. Số liệu chung") == [
        "- Số Ủy viên BCH chuyên trách được tính: 3 đồng chí.",
        "- Tổng số ngày công tác cơ sở: 5 ngày; trung bình mỗi đồng chí 1,7 ngày, trung vị 1,0 ngày, thấp nhất 0 ngày.",
        "- Lũy kế từ đầu năm: 7 ngày.",
        "- Số chuyến đi cơ sở: 2 chuyến; 2 lượt (người × chuyến).",
        "- Dự sinh hoạt chi đoàn ấp, khóm (họp lệ): 0 lần.",
        "- Số đơn vị đã đến: 2.",
    ]
    assert [row[0] for row in after(content, "2. Theo tháng")[1]] == ["Tháng", "4", "5", "6"]
    assert blocks(content)[-2] == [
        ["TT", "Họ và tên", "Chức vụ, đơn vị", "Số ngày trong kỳ", "Số ngày lũy kế", "Số chuyến", "Dự sinh hoạt chi đoàn (lần)", "Ghi chú"],
        ["1", "Lê Văn Ân", FULL_NAME, "4", "5", "1", "0", ""],
        ["2", "Trần Thị Bình", FULL_NAME, "0", "1", "0", "0", ""],
        ["3", "Kim Đào", FULL_NAME, "1", "1", "1", "0", ""],
        ["", "Tổng cộng", "", "5", "", "", "", ""],
    ]  # fmt: skip


def test_a_month_has_no_table_of_itself_and_no_plan_says_nothing_of_plans() -> None:
    told = blocks(document(world(), PeriodSubject(Period(2019, 3, 3))))
    assert "2. Theo tháng" not in told
    assert not [
        each for each in told if "kế hoạch" in each and isinstance(each, str) and each[0] == "-"
    ]


def test_a_half_year_that_is_not_over_goes_up_to_the_month_begun() -> None:
    content = document(world(), PeriodSubject(Period(2020, 1, 6)))
    assert blocks(content)[2].endswith(" chuyên trách\u00a06 tháng đầu năm\u00a02020")
    assert "- Lũy kế từ đầu năm: 1 ngày." in blocks(content)


def test_figures_that_rest_on_assumed_rules_say_so_twice() -> None:
    rules = assumed(RULES, "day_unit", "proration")
    told = blocks(document(world(rules=rules), YEAR))
    note = "Số liệu tạm tính: cách tính một ngày và điều chỉnh chỉ tiêu chưa được xác nhận bằng văn bản."
    assert told.count(note) == 2
    assert note not in blocks(document(world(), YEAR))


def test_counts_of_reports_that_rest_on_assumed_rules_say_so_below_them() -> None:
    rules = assumed(RULES, "report_form")
    told = after(document(world("internal", rules=rules), YEAR), "5. Chế độ báo cáo")
    assert told == [
        "- Số báo cáo chuyến đi: 3; trong đó 2 đúng hạn và 1 trễ hạn.",
        "Số liệu tạm tính: hình thức báo cáo chưa được xác nhận bằng văn bản.",
    ]


def test_where_nothing_was_laid_down_days_are_counted_and_held_against_nothing() -> None:
    told = blocks(document(world(rules=None), YEAR))
    assert "Năm 2019 chưa có quy định về chỉ tiêu; số ngày được đếm, không so với chỉ tiêu." in told
    assert not [
        each for each in told if isinstance(each, str) and ("Căn cứ" in each or "So với" in each)
    ]
    assert told[-2][1] == ["1", "Lê Văn Ân", FULL_NAME, "5", "", "1", "Chưa có quy định"]


def test_half_days_are_written_with_a_comma() -> None:
    told = blocks(document(halves(), YEAR))
    assert (
        "- Tổng số ngày công tác cơ sở: 1 ngày; trung bình mỗi đồng chí 1,0 ngày, trung vị 1,0 ngày, thấp nhất 1 ngày."
        in told
    )
    assert ["3", "1", "1", "0,5", "0,5", "0"] in after(document(halves(), YEAR), "2. Theo tháng")[1]


def test_issues_without_an_answer_in_time_are_counted_for_the_organisation() -> None:
    late = visit("2019-05-20", issues=[{"text": "Thiếu ghế.", "due": "2019-07-01"}])
    content = document(view(member("an"), late, policy(), audience="internal"), YEAR)
    assert blocks(content)[blocks(content).index("II. ĐÁNH GIÁ") - 2 :][:2] == [
        "- Số kiến nghị, đề xuất: 1; trong đó 1 chưa giải quyết.",
        "- Số kiến nghị, đề xuất quá hạn trả lời: 1.",
    ]


def test_a_year_without_anyone_in_full_time_has_a_report_without_an_annex() -> None:
    content = document(view(member("an", part_time()), visit("2019-05-20"), policy()), YEAR)
    told = blocks(content)
    assert "PHỤ LỤC" not in told
    assert told[told.index("1. Số liệu chung") + 1 :][:2] == [
        "- Số Ủy viên BCH chuyên trách được tính: 0 đồng chí.",
        "- Số chuyến đi cơ sở: 1 chuyến; 1 lượt (người × chuyến).",
    ]
    assert len(read(content).sections) == 1


def test_a_visit_after_the_day_counted_is_in_no_figure() -> None:
    told = blocks(document(world(as_of=date(2020, 4, 15)), RUNNING))
    assert "- Số chuyến đi cơ sở: 2 chuyến; 2 lượt (người × chuyến)." in told
    before = blocks(document(world(as_of=date(2020, 3, 31)), RUNNING))
    assert "- Số chuyến đi cơ sở: 1 chuyến; 1 lượt (người × chuyến)." in before
