"""May to July 2019: the coast, the examination, the island."""

from __future__ import annotations

from datetime import date

from samples import members as m
from samples import vocabulary as v
from samples.anchors.draft import draft, picture
from samples.visit import Visit


def migration_survey() -> Visit:
    """Three days along the coast; one of the team came for a day only."""
    visit = draft(
        "2019-05-21-dong-hai",
        "29536-dong-hai",
        v.SURVEY,
        (m.HERALD, m.SHORT, m.COMPANION),
        to=date(2019, 5, 23),
    )
    visit.other_units = ["29533-long-vinh", "29527-truong-long-hoa"]
    visit.topics = [v.SITUATION, v.THINKING, v.DIFFICULTIES]
    visit.attendance = {m.COMPANION.id: [date(2019, 5, 22)]}
    visit.content = (
        "Khảo sát thanh niên vùng ven biển đi làm ăn xa ở ba xã Đông Hải, Long Vĩnh và Trường Long"
        " Hòa. Phát phiếu hỏi về việc làm, học nghề, vay vốn; tối đến gặp từng nhóm thanh niên nuôi"
        " tôm, đi biển và công nhân vừa về quê."
    )
    visit.guidance = (
        "Xã đoàn lập danh sách thanh niên vừa trở về, nối với lớp nghề và tổ vay vốn trong tháng 6;"
        " nhóm nuôi tôm nên cử một bạn làm đầu mối."
    )
    visit.results = "Thu 214 phiếu; hơn một phần ba muốn học nghề sửa máy và nuôi thủy sản."
    visit.turnout = (58, 156)
    visit.issues = [
        {
            "text": "Nhóm thanh niên nuôi tôm không có tài sản thế chấp, bị từ chối vay hai lần.",
            "competence": "higher",
            "referred_to": "Ngân hàng Chính sách xã hội tỉnh",
            "status": "referred",
            "due": date(2019, 9, 30),
            "public_text": "Thanh niên ven biển cần vốn vay không thế chấp để nuôi tôm.",
        },
        {
            "text": "Ba xã đều thiếu lớp nghề ngắn hạn, bạn nào học phải lên thị xã.",
            "competence": "local",
            "referred_to": "Thị đoàn, Huyện đoàn Duyên Hải",
            "status": "resolved",
            "resolved_on": date(2019, 8, 20),
            "outcome": "Mở một lớp sửa máy nổ tại Đông Hải, 24 bạn theo học.",
            "public_text": "Các xã ven biển đề nghị mở lớp nghề ngắn hạn tại chỗ.",
        },
    ]
    visit.recorded_on = date(2019, 5, 27)
    visit.internal = {"note": "Số liệu đi biển chưa chắc, cần đối chiếu với đồn biên phòng."}
    picture(
        visit,
        "Ao tôm của thanh niên xã Đông Hải, nơi đoàn khảo sát đến hỏi chuyện",
        "ponds",
        "Ao tôm có guồng quạt nước, hai thanh niên đứng trên bờ",
    )
    return visit


def exam_season() -> Visit:
    """Helping those who sit the examination."""
    visit = draft(
        "2019-06-25-cau-ngang",
        "848-cau-ngang",
        v.PROGRAMME,
        (m.TEACHER, m.SECOND_DEPUTY),
        to=date(2019, 6, 27),
    )
    visit.programme = f"{v.SUMMER}-2019"
    visit.topics = [v.MOVEMENTS]
    visit.attendance = {m.SECOND_DEPUTY.id: [date(2019, 6, 25)]}
    visit.content = (
        "Cùng đội Tiếp sức mùa thi huyện Cầu Ngang đón thí sinh, phát nước và cơm trưa, giữ trật tự"
        " trước cổng các điểm thi trung học phổ thông quốc gia. Buổi chiều họp rút kinh nghiệm với"
        " đội hình, sắp lại các chặng đưa rước thí sinh ở xa."
    )
    visit.guidance = (
        "Ưu tiên thí sinh các xã xa và bạn đi một mình; đội hình nghỉ đủ, đổi ca đúng giờ."
    )
    visit.results = "Hỗ trợ hơn 700 lượt thí sinh và người nhà; phát 1.200 chai nước, 350 suất ăn."
    visit.turnout = (64, 0)
    visit.recorded_on = date(2019, 6, 28)
    picture(
        visit,
        "Đội hình Tiếp sức mùa thi trước giờ đón thí sinh",
        "school",
        "Sân trường buổi sáng, thanh niên tình nguyện xếp hàng bên cổng",
    )
    return visit


def island_summer() -> Visit:
    """Summer volunteers on the island in the river."""
    visit = draft(
        "2019-07-12-hoa-minh",
        "29410-hoa-minh",
        v.PROGRAMME,
        (m.SECOND_DEPUTY, m.MOVER, m.NEARLY),
        to=date(2019, 7, 14),
    )
    visit.programme = f"{v.SUMMER}-2019"
    visit.topics = [v.MOVEMENTS, v.SITUATION]
    visit.attendance = {m.SECOND_DEPUTY.id: [date(2019, 7, 12), date(2019, 7, 14)]}
    visit.former_ids = ["2019-07-12-long-hoa"]
    visit.content = (
        "Ở cùng đội hình Mùa hè xanh tại xã cù lao Hòa Minh ba ngày: bắc cầu ván ấp Cồn, dạy bơi"
        " cho thiếu nhi, sửa mái hai phòng học. Buổi tối dự sinh hoạt với các chi đoàn trên cù"
        " lao, bàn chuyện qua lại bằng phà và giữ thanh niên ở lại quê."
    )
    visit.guidance = (
        "Đội hình phối hợp chi đoàn ấp để sau khi rút quân vẫn có người bảo dưỡng cầu. Lớp bơi cần"
        " thêm người trông bờ."
    )
    visit.results = "Xong một cây cầu dài 18 m, 42 em biết bơi, hai phòng học hết dột."
    visit.turnout = (48, 35)
    visit.recorded_on = date(2019, 7, 16)
    picture(
        visit,
        "Chiến sĩ Mùa hè xanh bắc cầu ở xã cù lao Hòa Minh",
        "bridge",
        "Thanh niên đứng trên cây cầu gỗ mới bắc qua con rạch, hai bên là dừa nước",
    )
    return visit
