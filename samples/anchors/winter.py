"""The end of 2019 and the first weeks of 2020."""

from __future__ import annotations

from datetime import date

from samples import members as m
from samples import vocabulary as v
from samples.anchors.draft import draft, picture
from samples.visit import Visit


def year_end_inspection() -> Visit:
    """The inspection at the end of the year, in a district of the middle."""
    visit = draft(
        "2019-11-19-tieu-can",
        "846-tieu-can",
        v.PERIODIC,
        (m.ORGANISER, m.CLERK, m.SECRETARY),
        to=date(2019, 11, 20),
    )
    visit.topics = [v.MOVEMENTS, v.NEW_MEMBERS, v.PARTY]
    visit.attendance = {m.SECRETARY.id: [date(2019, 11, 20)]}
    visit.content = (
        "Kiểm tra công tác đoàn và phong trào thanh thiếu niên năm 2019 tại huyện Tiểu Cần. Đoàn"
        " xem hồ sơ, phúc tra bốn cơ sở, dự sinh hoạt câu lạc bộ thanh niên làm kinh tế ở xã Phú"
        " Cần và thông báo điểm chấm với Ban Thường vụ Huyện đoàn."
    )
    visit.guidance = (
        "Giữ cách giao mỗi Ủy viên Ban Chấp hành Huyện đoàn theo một chi đoàn yếu. Chỉ tiêu giới"
        " thiệu đoàn viên ưu tú cần bàn với cấp ủy từ đầu năm."
    )
    visit.results = "Huyện đoàn tự chấm và phúc tra lệch nhau hai điểm; đề nghị xếp loại xuất sắc."
    visit.recorded_on = date(2019, 11, 22)
    visit.report = {
        "number": "78-BC/TĐTN-TC-KT",
        "submitted": date(2019, 11, 27),
        "addressee": "Ban Thường vụ Tỉnh đoàn",
    }
    visit.assignment = {"number": "64-QĐ/TĐTN-VP", "date": date(2019, 11, 8)}
    picture(
        visit,
        "Đoàn kiểm tra cuối năm xem hồ sơ tại Huyện đoàn Tiểu Cần",
        "office",
        "Ba cán bộ đoàn xem sổ sách bên bàn làm việc",
    )
    return visit


def across_new_year() -> Visit:
    """The last two days of 2019 and the first two of 2020."""
    visit = draft(
        "2019-12-30-long-vinh",
        "29533-long-vinh",
        v.PROGRAMME,
        (m.DEPUTY, m.MOVER, m.JOINER),
        to=date(2020, 1, 2),
    )
    visit.programme = v.SPRING
    visit.topics = [v.MOVEMENTS, v.SITUATION, v.THINKING]
    visit.attendance = {
        m.JOINER.id: [date(2019, 12, 30), date(2019, 12, 31), date(2020, 1, 1)],
    }
    visit.content = (
        "Xuân tình nguyện ở xã Long Vĩnh qua hai năm: sửa nhà văn hóa, lắp đèn dọc lộ ra bến, cùng"
        " đoàn viên trực và dọn vệ sinh đêm giao thừa dương lịch. Hai ngày đầu năm đi các chi đoàn"
        " hỏi chuyện làm ăn sau vụ tôm và nguyện vọng của thanh niên trước Tết."
    )
    visit.guidance = (
        "Chi đoàn nhận chăm tuyến đèn, ghi số điện thoại người trực. Xã đoàn sớm có danh sách thanh"
        " niên về quê ăn Tết để mời sinh hoạt."
    )
    visit.results = "Lắp 36 bóng đèn trên 1,2 km lộ; nhà văn hóa sơn mới, có thêm tủ sách."
    visit.turnout = (52, 40)
    visit.recorded_on = date(2020, 1, 6)
    picture(
        visit,
        "Tuyến đường ra bến ở xã Long Vĩnh được thắp sáng đêm cuối năm",
        "lights",
        "Con đường quê ven sông buổi tối với hàng đèn sáng",
    )
    return visit


def early_2020() -> list[Visit]:
    """Salt water and disease: what the first weeks of 2020 were about."""
    health = draft("2020-02-20-tra-cu", "29461-tra-cu", v.OTHER, (m.DEPUTY, m.HERALD))
    health.topics = [v.MOVEMENTS, v.SITUATION]
    health.content = (
        "Cùng đoàn viên thị trấn Trà Cú phát tờ rơi song ngữ, hướng dẫn bà con rửa tay, đeo khẩu"
        " trang phòng dịch bệnh do vi-rút corona. Nhắc các chi đoàn tạm hoãn sinh hoạt đông người,"
        " chuyển sang nhóm nhỏ và nhóm Zalo."
    )
    health.guidance = (
        "Tuyên truyền đúng nguồn tin y tế, không chia sẻ tin đồn;"
        " bảo vệ sức khỏe đoàn viên trước hết."
    )
    health.results = "Phát 1.000 tờ rơi, 600 khẩu trang vải do đoàn viên may."
    health.turnout = (26, 12)
    health.recorded_on = date(2020, 2, 21)
    picture(
        health,
        "Đoàn viên thị trấn Trà Cú hướng dẫn bà con phòng dịch",
        "village",
        "Thanh niên áo xanh đến từng nhà bên đường làng",
    )
    water = draft(
        "2020-03-07-long-huu",
        "29518-long-huu",
        v.BUILDING,
        (m.ORGANISER, m.JOINER),
        to=date(2020, 3, 8),
    )
    water.topics = [v.MOVEMENTS, v.DIFFICULTIES]
    water.content = (
        "Cùng thanh niên xã Long Hữu chở nước ngọt đến các ấp bị mặn, lắp bồn chứa công cộng và bơm"
        " chuyền cứu rau màu. Ghi nhận nguyện vọng của các bạn trồng màu mất trắng vụ này."
    )
    water.guidance = "Lập đội chở nước theo lịch cố định, ưu tiên trường học và người già neo đơn."
    water.results = "Đặt bốn bồn nước công cộng, chở 38 m³ nước ngọt trong hai ngày."
    water.turnout = (31, 25)
    water.recorded_on = date(2020, 3, 9)
    picture(
        water,
        "Thanh niên xã Long Hữu chở nước ngọt cho bà con vùng mặn",
        "boat",
        "Xuồng chở bồn nước trên kênh, hai thanh niên chèo",
    )
    return [health, water]


def to_come() -> list[Visit]:
    """Entered ahead of their day: they count nothing yet."""
    meeting = draft("2020-03-20-hoa-an", "29311-hoa-an", v.BRANCH_MEETING, (m.MOVED,))
    meeting.session = "evening"
    meeting.venue = "chi đoàn ấp 2"
    meeting.content = (
        "Dự họp lệ chi đoàn ấp 2, xã Hòa Ân theo lịch đã đăng ký với Huyện đoàn Cầu Kè."
    )
    closing = draft("2020-03-26-phuong-5", "29248-phuong-5", v.PROGRAMME, (m.SECOND_DEPUTY,))
    closing.session = "morning"
    closing.programme = f"{v.YOUTH_MONTH}-2020"
    closing.content = "Dự lễ kỷ niệm ngày thành lập Đoàn do Đoàn phường 5 tổ chức, quy mô gọn."
    return [meeting, closing]
