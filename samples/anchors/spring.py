"""The first months of 2019: the camp, the road, the meeting that the source pictures."""

from __future__ import annotations

from datetime import date

from samples import members as m
from samples import vocabulary as v
from samples.anchors.draft import draft, picture
from samples.visit import Visit


def pictured() -> Visit:
    """The branch meeting that the source article pictures, with an invented secretary."""
    visit = draft("2019-04-12-an-truong-a", "29272-an-truong-a", v.BRANCH_MEETING, (m.SECRETARY,))
    visit.session = "evening"
    visit.venue = "cụm 3"
    visit.topics = [v.MEETINGS, v.NEW_MEMBERS, v.DIFFICULTIES]
    visit.content = (
        "Dự sinh hoạt chi đoàn ấp, khóm theo cụm tại cụm 3, xã An Trường A, ba chi đoàn cùng họp,"
        " có 41 đoàn viên. Mỗi chi đoàn báo cáo việc tháng 3 trong năm phút rồi cùng bàn chuyện tạo"
        " nguồn kết nạp và giữ nền nếp họp lệ khi đoàn viên đi làm xa."
    )
    visit.guidance = (
        "Nên giữ cách họp theo cụm mỗi quý một lần, còn lại họp tại chi đoàn để sát việc. Mỗi chi"
        " đoàn chọn hai thanh niên để bồi dưỡng, báo kết quả vào kỳ họp tháng 5."
    )
    visit.results = (
        "Ba chi đoàn thống nhất sáu thanh niên vào danh sách nguồn, phân công người kèm."
    )
    visit.turnout = (41, 9)
    visit.issues = [
        {
            "text": "Phòng họp của cụm thiếu ghế và ánh sáng, buổi tối đông người phải ngồi ngoài.",
            "competence": "local",
            "referred_to": "Ủy ban nhân dân xã An Trường A",
            "status": "resolved",
            "due": date(2019, 6, 30),
            "resolved_on": date(2019, 6, 18),
            "outcome": "Xã đã lắp thêm bốn bóng đèn và cấp 30 ghế nhựa.",
            "public_text": "Chỗ sinh hoạt của cụm còn thiếu ghế và ánh sáng.",
        }
    ]
    visit.recorded_on = date(2019, 4, 13)
    picture(
        visit,
        "Chị Dương Thị Mỹ Xuyên – Bí thư Tỉnh đoàn đến dự sinh hoạt chi đoàn ấp, khóm"
        " tại cụm 3, xã An Trường A, huyện Càng Long",
        "meeting-evening-chi",
        "Đoàn viên ngồi họp buổi tối trong nhà văn hóa, một nữ cán bộ đứng trao đổi phía trước",
        "Văn phòng Tỉnh đoàn, minh họa",
    )
    return visit


def enlistment_camp() -> Visit:
    """Two days at the camp of those who join the army."""
    visit = draft(
        "2019-02-19-cang-long",
        "844-cang-long",
        v.PROGRAMME,
        (m.DEPUTY, m.MOVER, m.ON_LEAVE),
        to=date(2019, 2, 20),
    )
    visit.programme = f"{v.ENLISTMENT}-2019"
    visit.topics = [v.MOVEMENTS, v.THINKING]
    visit.attendance = {m.ON_LEAVE.id: [date(2019, 2, 20)]}
    visit.content = (
        "Dự Hội trại Tòng quân huyện Càng Long: dựng trại, giao lưu cựu chiến binh, đêm lửa trại;"
        " sáng hôm sau cùng địa phương tiễn tân binh lên đường. Dành buổi chiều thăm các trại của"
        " xã, hỏi chuyện gia đình và việc làm của trại viên trước ngày nhập ngũ."
    )
    visit.guidance = (
        "Đề nghị Huyện đoàn giữ liên lạc với tân binh và gia đình trong suốt thời gian tại ngũ;"
        " lập danh sách bộ đội xuất ngũ để giới thiệu học nghề và tạo nguồn cán bộ đoàn."
    )
    visit.results = "Trao quà cho toàn bộ tân binh của huyện; 14 trại dự thi đều được xếp giải."
    visit.turnout = (180, 240)
    visit.recorded_on = date(2019, 2, 21)
    picture(
        visit,
        "Trại của thanh niên huyện Càng Long trước đêm giao lưu",
        "camp",
        "Những lều trại dựng trên bãi cỏ lúc chiều tối, thanh niên áo xanh đứng quanh đống lửa",
    )
    return visit


def youth_month() -> Visit:
    """The first weekend of Youth Month: a road is laid."""
    visit = draft(
        "2019-03-02-ham-giang",
        "29488-ham-giang",
        v.PROGRAMME,
        (m.SECRETARY, m.MOVER, m.MOVED),
    )
    visit.programme = f"{v.YOUTH_MONTH}-2019"
    visit.topics = [v.MOVEMENTS, v.SITUATION]
    visit.content = (
        "Ra quân Tháng Thanh niên tại xã Hàm Giang: cùng đoàn viên và bà con đổ bê tông tuyến lộ"
        " ấp Chợ, trồng hoa hai bên đường. Thăm điểm sinh hoạt của câu lạc bộ thanh niên Khmer làm"
        " kinh tế, nghe các bạn nói về vốn và đầu ra cho bò thịt."
    )
    visit.guidance = (
        "Chọn công trình bà con cần nhất, làm dứt điểm rồi mới đăng ký việc mới. Câu lạc bộ nên có"
        " quy chế góp vốn xoay vòng, Xã đoàn theo dõi mỗi tháng."
    )
    visit.results = "Hoàn thành 320 m lộ bê tông rộng 2 m; trồng 600 cây hoa hoàng yến."
    visit.turnout = (95, 60)
    visit.recorded_on = date(2019, 3, 4)
    picture(
        visit,
        "Đoàn viên, thanh niên cùng bà con xã Hàm Giang làm lộ nông thôn",
        "road",
        "Thanh niên áo xanh cầm cuốc xẻng trên con lộ mới giữa ruộng lúa",
    )
    picture(
        visit,
        "Trồng hoa hai bên tuyến đường vừa hoàn thành",
        "trees",
        "Nhóm thanh niên trồng cây ven đường quê",
    )
    return visit


def learning_inspection() -> Visit:
    """A thematic inspection with its own report."""
    visit = draft(
        "2019-05-08-cau-ke",
        "845-cau-ke",
        v.THEMATIC,
        (m.ORGANISER, m.HERALD),
        to=date(2019, 5, 9),
    )
    visit.topics = [v.LEARNING, v.TRAINING]
    visit.other_units = ["29314-chau-dien", "29332-tam-ngai"]
    visit.content = (
        "Giám sát chuyên đề học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2019"
        " tại huyện Cầu Kè. Ngày đầu làm việc với Ban Thường vụ Huyện đoàn, ngày sau dự họp lệ một"
        " chi đoàn của xã Châu Điền và xem hồ sơ rèn luyện đoàn viên ở xã Tam Ngãi."
    )
    visit.guidance = (
        "Việc làm theo cần gắn với nghề nghiệp của đoàn viên, bớt đăng ký chung chung. Huyện đoàn"
        " chọn một xã làm điểm, quý III báo cáo cách làm."
    )
    visit.results = "11/11 cơ sở có kế hoạch; hai xã được đề nghị biểu dương, một xã bổ sung hồ sơ."
    visit.recorded_on = date(2019, 5, 12)
    visit.report = {
        "number": "31-BC/TĐTN-TC-KT",
        "submitted": date(2019, 5, 15),
        "addressee": "Ban Thường vụ Tỉnh đoàn",
    }
    visit.assignment = {"number": "22-QĐ/TĐTN-VP", "date": date(2019, 5, 3)}
    picture(
        visit,
        "Đoàn giám sát làm việc với Ban Thường vụ Huyện đoàn Cầu Kè",
        "office",
        "Cán bộ đoàn ngồi quanh bàn dài, trên bàn có hồ sơ",
    )
    return visit
