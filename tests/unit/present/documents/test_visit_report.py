"""The report of one visit, read back whole."""

from datetime import date

from generator.present.documents.document import document
from generator.present.subject import VisitSubject
from tests.builders import member, policy, visit
from tests.unit.present.documents.reading import after, blocks
from tests.unit.present.views import AS_OF, everything, photo, view

MEETING = VisitSubject("2019-04-12-an-truong-a")
HEAD = [["BCH ĐOÀN TỈNH\n***\nSố: …… - BC/TĐTN", "ĐOÀN TNCS HỒ CHÍ MINH\nTrà Vinh, ngày …… tháng …… năm 2020"]]  # fmt: skip
GROUND = "Căn cứ Kế hoạch số 53-KH/TĐTN-TC-KT, ngày 26 tháng 4 năm 2018 của Ban Thường vụ Tỉnh đoàn về việc đi công tác cơ sở;"
ISSUES_HEADING = "7. Khó khăn, vướng mắc; kiến nghị, đề xuất"


def test_the_organisations_report_is_this() -> None:
    assert blocks(document(everything("internal"), MEETING)) == [
        HEAD,
        "BÁO CÁO",
        "kết quả đi công tác cơ sở tại cụm\u00a03, xã An Trường A, huyện Càng Long, ngày\u00a012/04/2019",
        GROUND,
        "Căn cứ công lệnh, quyết định cử đi công tác số 07-QĐ, ngày 01 tháng 4 năm 2019;",
        "Đoàn công tác báo cáo kết quả đi công tác cơ sở như sau:",
        "1. Thời gian, địa điểm",
        "Thời gian: buổi tối, ngày 12/04/2019",
        "Địa điểm: Cụm 3, xã An Trường A, huyện Càng Long",
        "2. Thành phần",
        "- Đồng chí Lê Văn An, Ủy viên BCH chuyên trách, Ban Phong trào.",
        "- Đồng chí Lê Văn Binh, Ủy viên BCH chuyên trách, Ban Phong trào.",
        "3. Nội dung",
        "Nội dung đi cơ sở: Meeting",
        "Chương trình, đợt hoạt động: Tháng Thanh niên năm 2019",
        "Vấn đề trao đổi: Phát triển đoàn viên mới",
        "4. Tóm tắt nội dung làm việc",
        "Ba chi đoàn cùng họp một buổi.",
        "5. Ý kiến chỉ đạo, định hướng, góp ý",
        "Mỗi chi đoàn chọn hai thanh niên.",
        "6. Kết quả",
        "Sáu thanh niên vào danh sách nguồn.",
        "Số đoàn viên, thanh niên tham dự: 41 đoàn viên và 9 thanh niên",
        "7. Khó khăn, vướng mắc; kiến nghị, đề xuất",
        "1) Phòng họp thiếu ghế, đoàn viên Tư phải đứng.",
        "Thẩm quyền: cấp huyện, xã giải quyết",
        "Nơi nhận kiến nghị: Ủy ban nhân dân xã",
        "Tình trạng: đã giải quyết, ngày 18/06/2019",
        "Kết quả giải quyết: Xã cấp 30 ghế cho nhà ông Năm.",
        "2) Chuyện riêng của chi đoàn.",
        "Hạn trả lời: 01/07/2019",
        "Tình trạng: chưa giải quyết",
        "8. Ảnh kèm theo",
        "- Chị An đến dự sinh hoạt.",
        "- Chị An đến dự sinh hoạt.",
        "Trên đây là báo cáo kết quả đi công tác cơ sở tại cụm 3, xã An Trường A, huyện Càng Long, ngày 12/04/2019./.",
        [["Nơi nhận:\n- Ban Tổ chức;\n- Lưu ………….", "TM. ĐOÀN CÔNG TÁC\n……………………………"]],
    ]


def test_the_public_report_has_no_order_no_private_issue_and_no_photo_without_consent() -> None:
    content = document(everything(), MEETING)
    assert not [each for each in blocks(content) if "công lệnh" in each]
    assert after(content, ISSUES_HEADING) == [
        "1) Chỗ sinh hoạt còn thiếu ghế.",
        "Thẩm quyền: cấp huyện, xã giải quyết",
        "Nơi nhận kiến nghị: Ủy ban nhân dân xã",
        "Tình trạng: đã giải quyết, ngày 18/06/2019",
    ]
    assert after(content, "8. Ảnh kèm theo")[0] == "- Chị An đến dự sinh hoạt."
    assert after(content, "8. Ảnh kèm theo")[1].startswith("Trên đây là báo cáo")


def test_notes_of_the_organisation_for_itself_are_in_no_report() -> None:
    told = str(blocks(document(everything("internal"), MEETING)))
    assert "Ghi chú kín" not in told
    assert "Nhận xét kín" not in told


def test_an_issue_stands_as_it_stood_on_the_day_counted() -> None:
    then = document(everything("internal", date(2019, 6, 1)), MEETING)
    assert after(then, ISSUES_HEADING)[:4] == [
        "1) Phòng họp thiếu ghế, đoàn viên Tư phải đứng.",
        "Thẩm quyền: cấp huyện, xã giải quyết",
        "Nơi nhận kiến nghị: Ủy ban nhân dân xã",
        "Tình trạng: đã chuyển cấp có thẩm quyền",
    ]
    assert after(then, ISSUES_HEADING)[4].startswith("2)")


def test_what_is_known_of_an_unsettled_issue_is_told() -> None:
    issue = {"text": "Thiếu ghế.\nThiếu bàn.", "outcome": "Xã hẹn quý sau."}
    held = view(member("an"), visit("2019-05-20", issues=[issue]), policy(), audience="internal")
    assert after(document(held, VisitSubject("2019-05-20-ap-3")), "5. Khó khăn, vướng mắc; kiến nghị, đề xuất")[:4] == [
        "1) Thiếu ghế.",
        "Thiếu bàn.",
        "Tình trạng: chưa giải quyết",
        "Kết quả giải quyết: Xã hẹn quý sau.",
    ]  # fmt: skip


def test_an_issue_of_a_visit_to_come_stands_as_it_is_written() -> None:
    issue = {"text": "Thiếu ghế.", "status": "referred"}
    held = view(member("an"), visit("2020-05-20", issues=[issue]), audience="internal", as_of=AS_OF)
    assert "Tình trạng: đã chuyển cấp có thẩm quyền" in blocks(
        document(held, VisitSubject("2020-05-20-ap-3"))
    )


def test_several_days_several_units_and_who_was_there_when() -> None:
    told = blocks(document(everything("internal"), VisitSubject("2019-05-21-cang-long")))
    assert told[2] == (
        "kết quả đi công tác cơ sở tại huyện Càng Long và\u00a01 đơn vị khác, từ ngày\u00a021/05/2019 đến ngày\u00a023/05/2019"
    )
    assert told[5:11] == [
        "1. Thời gian, địa điểm",
        "Thời gian: từ ngày 21/05/2019 đến ngày 23/05/2019",
        "Địa điểm: Huyện Càng Long",
        "Đơn vị khác cùng làm việc: Xã Hàm Giang, huyện Trà Cú",
        "2. Thành phần",
        "- Đồng chí Lê Văn An, Ủy viên BCH chuyên trách, Ban Phong trào.",
    ]
    assert (
        told[11]
        == "- Đồng chí Lê Văn Binh, Ủy viên BCH chuyên trách, Ban Phong trào (có mặt ngày 22/05/2019)."
    )


def test_one_comrade_alone_reports_and_signs_as_that() -> None:
    held = view(member("an"), visit("2019-05-20", photos=[photo("2019/a.jpg", caption="Ra quân!")]))
    told = blocks(document(held, VisitSubject("2019-05-20-ap-3")))
    assert told == [
        HEAD,
        "BÁO CÁO",
        "kết quả đi công tác cơ sở tại An-Truong, Cang-Long, ngày\u00a020/05/2019",
        "Đồng chí Lê Văn An báo cáo kết quả đi công tác cơ sở như sau:",
        "1. Thời gian, địa điểm",
        "Thời gian: ngày 20/05/2019",
        "Địa điểm: An-Truong, Cang-Long",
        "2. Thành phần",
        "- Đồng chí Lê Văn An, Ủy viên BCH chuyên trách, Ban Phong trào.",
        "3. Nội dung",
        "Nội dung đi cơ sở: Survey",
        "4. Tóm tắt nội dung làm việc",
        "Làm việc với Đoàn xã.",
        "5. Ảnh kèm theo",
        "- Ra quân!",
        "Trên đây là báo cáo kết quả đi công tác cơ sở tại An-Truong, Cang-Long, ngày 20/05/2019./.",
        [["Nơi nhận:\n- ………………;\n- Lưu ………….", "NGƯỜI BÁO CÁO\n……………………………"]],
    ]
