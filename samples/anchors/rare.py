"""Cases that happen seldom, each once."""

from __future__ import annotations

from datetime import date

from samples import branches as b
from samples import members as m
from samples import vocabulary as v
from samples.anchors.draft import draft
from samples.visit import Visit


def two_in_a_day() -> list[Visit]:
    """A conference in the morning and a branch meeting in the evening: two visits, one date."""
    morning = draft("2019-07-18-phuong-4", "29236-phuong-4", v.CONFERENCE, (m.CLERK,))
    morning.session = "morning"
    morning.topics = [v.RESOLUTION]
    morning.content = (
        "Dự hội nghị Ban Chấp hành Đoàn phường 4 sơ kết sáu tháng đầu năm. Hội nghị bàn kỹ việc"
        " nâng chất các chi đoàn khóm và phân công Ủy viên phụ trách."
    )
    morning.guidance = "Mỗi Ủy viên dự họp lệ chi đoàn được giao ít nhất hai tháng một lần."
    morning.turnout = (17, 0)
    morning.recorded_on = date(2019, 7, 18)
    evening = draft("2019-07-18-phuong-7-khom-3", "29254-khom-3", v.BRANCH_MEETING, (m.CLERK,))
    evening.session = "evening"
    evening.topics = [v.MEETINGS, v.THINKING]
    evening.content = (
        "Tối cùng ngày dự họp lệ chi đoàn khóm 3, phường 7, có 22 đoàn viên, nhiều bạn bán hàng ở"
        " chợ nên họp lúc 20 giờ. Trao đổi chuyện giữ vỉa hè sạch và cách ứng xử trên mạng."
    )
    evening.guidance = (
        "Chi đoàn nên chọn giờ họp theo giờ chợ, đừng cứng nhắc;"
        " thử họp mười lăm ngày một lần, ngắn."
    )
    evening.turnout = (22, 5)
    evening.recorded_on = date(2019, 7, 19)
    return [morning, evening]


def same_place_twice() -> list[Visit]:
    """One member, one commune, two sessions: work in the afternoon, a meeting at night."""
    afternoon = draft("2019-10-11-hiep-my-tay", "29455-hiep-my-tay", v.SUPPORT, (m.SHORT,))
    afternoon.session = "afternoon"
    afternoon.topics = [v.TRAINING]
    afternoon.content = (
        "Hướng dẫn Đoàn xã Hiệp Mỹ Tây lập lại danh sách đoàn viên sau khi sáp nhập hai chi đoàn,"
        " làm thử sổ rèn luyện cho tám đoàn viên."
    )
    afternoon.guidance = "Hoàn chỉnh sổ trong tháng 10, vướng chỗ nào gọi Ban Phong trào."
    afternoon.recorded_on = date(2019, 10, 14)
    evening = draft(
        "2019-10-11-hiep-my-tay-ap-giong", "29455-ap-giong", v.BRANCH_MEETING, (m.SHORT,)
    )
    evening.session = "evening"
    evening.topics = [v.NEW_MEMBERS, v.SITUATION]
    evening.content = (
        "Dự họp lệ chi đoàn ấp Giồng: 19 đoàn viên dự, bàn kết nạp ba thanh niên và chuyện nước"
        " tràn bờ bao mấy hôm triều cường."
    )
    evening.turnout = (19, 3)
    return [afternoon, evening]


def factory_and_border() -> list[Visit]:
    """Branches that are no hamlet: a power station and the border guard."""
    factory = draft("2019-08-15-nhiet-dien-duyen-hai", b.POWER_STATION, v.OTHER, (m.HERALD,))
    factory.session = "morning"
    factory.topics = [v.THINKING, v.DIFFICULTIES]
    factory.content = (
        "Gặp chi đoàn Công ty Nhiệt điện Duyên Hải, nghe các bạn kỹ sư, công nhân nói chuyện ca"
        " kíp, nhà ở và sân chơi. Thống nhất kết nghĩa với chi đoàn ấp Cồn, xã Trường Long Hòa."
    )
    factory.turnout = (33, 0)
    factory.recorded_on = date(2019, 8, 16)
    border = draft("2019-09-19-bo-doi-bien-phong", b.BORDER, v.OTHER, (m.DEPUTY, m.JOINER))
    border.topics = [v.MOVEMENTS, v.LEARNING]
    border.content = (
        "Làm việc với Đoàn cơ sở Bộ đội Biên phòng tỉnh về chương trình phối hợp năm học mới: nâng"
        " bước em tới trường, dạy chữ và tuyên truyền pháp luật cho ngư dân trẻ."
    )
    border.guidance = "Hai bên lập một danh sách chung các em cần giúp, tránh trùng nguồn hỗ trợ."
    border.recorded_on = date(2019, 9, 21)
    return [factory, border]


def taken_back() -> Visit:
    """Entered by mistake and withdrawn: it counts nothing."""
    visit = draft("2019-06-05-long-duc", "29263-long-duc", v.SUPPORT, (m.TEACHER,))
    visit.session = "afternoon"
    visit.content = "Hỗ trợ Đoàn xã Long Đức chuẩn bị trại hè; buổi làm việc sau đó được hoãn."
    visit.recorded_on = date(2019, 6, 5)
    visit.withdrawn = date(2019, 6, 10)
    return visit
