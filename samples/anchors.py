"""Visits written by hand: those that articles tell of, and each rare case once."""

from __future__ import annotations

from datetime import date

from samples import branches as b
from samples import members as m
from samples import vocabulary as v
from samples.visit import Photo, Visit


def _visit(
    id_: str, unit: str, kind: str, team: tuple[m.Person, ...], *, to: date | None = None
) -> Visit:
    day = date.fromisoformat(id_[:10])
    return Visit(
        id=id_,
        date=day,
        end=to or day,
        unit=unit,
        kind=kind,
        members=[person.id for person in team],
        written=True,
    )


def _photo(visit: Visit, caption: str, scene: str, alt: str, credit: str = "") -> None:
    number = len(visit.photos) + 1
    name = visit.id if number == 1 else f"{visit.id}-{number}"
    visit.photos.append(
        Photo(
            file=f"{visit.date.year}/{name}.jpg",
            caption=caption,
            scene=scene,
            alt=alt,
            credit=credit,
        )
    )


def pictured() -> Visit:
    """The branch meeting that the source article pictures, with an invented secretary."""
    visit = _visit("2019-04-12-an-truong-a", "29272-an-truong-a", v.BRANCH_MEETING, (m.SECRETARY,))
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
    visit.results = "Ba chi đoàn thống nhất sáu thanh niên vào danh sách nguồn, phân công người kèm."
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
    _photo(
        visit,
        "Chị Dương Thị Mỹ Xuyên – Bí thư Tỉnh đoàn đến dự sinh hoạt chi đoàn ấp, khóm"
        " tại cụm 3, xã An Trường A, huyện Càng Long",
        "meeting-evening-chi",
        "Đoàn viên ngồi họp buổi tối trong nhà văn hóa, một nữ cán bộ đứng trao đổi phía trước",
        "Minh họa: Văn phòng Tỉnh đoàn",
    )
    return visit


def enlistment_camp() -> Visit:
    """Two days at the camp of those who join the army."""
    visit = _visit(
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
    _photo(
        visit,
        "Trại của thanh niên huyện Càng Long trước đêm giao lưu",
        "camp",
        "Những lều trại dựng trên bãi cỏ lúc chiều tối, thanh niên áo xanh đứng quanh đống lửa",
    )
    return visit


def youth_month() -> Visit:
    """The first weekend of Youth Month: a road is laid."""
    visit = _visit(
        "2019-03-02-ham-giang",
        "29488-ham-giang",
        v.PROGRAMME,
        (m.SECRETARY, m.MOVER, m.MOVED),
    )
    visit.programme = f"{v.YOUTH_MONTH}-2019"
    visit.topics = [v.MOVEMENTS, v.SITUATION]
    visit.content = (
        "Ra quân Tháng Thanh niên tại xã Hàm Giang: cùng đoàn viên và bà con đổ bê tông tuyến lộ ấp"
        " Chợ, trồng hoa hai bên đường. Thăm điểm sinh hoạt của câu lạc bộ thanh niên Khmer làm kinh"
        " tế, nghe các bạn nói về vốn và đầu ra cho bò thịt."
    )
    visit.guidance = (
        "Chọn công trình bà con cần nhất, làm dứt điểm rồi mới đăng ký việc mới. Câu lạc bộ nên có"
        " quy chế góp vốn xoay vòng, Xã đoàn theo dõi mỗi tháng."
    )
    visit.results = "Hoàn thành 320 m lộ bê tông rộng 2 m; trồng 600 cây hoa hoàng yến."
    visit.turnout = (95, 60)
    visit.recorded_on = date(2019, 3, 4)
    _photo(
        visit,
        "Đoàn viên, thanh niên cùng bà con xã Hàm Giang làm lộ nông thôn",
        "road",
        "Thanh niên áo xanh cầm cuốc xẻng trên con lộ mới giữa ruộng lúa",
    )
    _photo(
        visit,
        "Trồng hoa hai bên tuyến đường vừa hoàn thành",
        "trees",
        "Nhóm thanh niên trồng cây ven đường quê",
    )
    return visit


def learning_inspection() -> Visit:
    """A thematic inspection with its own report."""
    visit = _visit(
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
    _photo(
        visit,
        "Đoàn giám sát làm việc với Ban Thường vụ Huyện đoàn Cầu Kè",
        "office",
        "Cán bộ đoàn ngồi quanh bàn dài, trên bàn có hồ sơ",
    )
    return visit


def migration_survey() -> Visit:
    """Three days along the coast; one of the team came for a day only."""
    visit = _visit(
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
    _photo(
        visit,
        "Ao tôm của thanh niên xã Đông Hải, nơi đoàn khảo sát đến hỏi chuyện",
        "ponds",
        "Ao tôm có guồng quạt nước, hai thanh niên đứng trên bờ",
    )
    return visit


def exam_season() -> Visit:
    """Helping those who sit the examination."""
    visit = _visit(
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
    visit.guidance = "Ưu tiên thí sinh các xã xa và bạn đi một mình; đội hình nghỉ đủ, đổi ca đúng giờ."
    visit.results = "Hỗ trợ hơn 700 lượt thí sinh và người nhà; phát 1.200 chai nước, 350 suất ăn."
    visit.turnout = (64, 0)
    visit.recorded_on = date(2019, 6, 28)
    _photo(
        visit,
        "Đội hình Tiếp sức mùa thi trước giờ đón thí sinh",
        "school",
        "Sân trường buổi sáng, thanh niên tình nguyện xếp hàng bên cổng",
    )
    return visit


def island_summer() -> Visit:
    """Summer volunteers on the island in the river."""
    visit = _visit(
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
        "Ở cùng đội hình Mùa hè xanh tại xã cù lao Hòa Minh ba ngày: bắc cầu ván ấp Cồn, dạy bơi cho"
        " thiếu nhi, sửa mái hai phòng học. Buổi tối dự sinh hoạt với các chi đoàn trên cù lao, bàn"
        " chuyện qua lại bằng phà và giữ thanh niên ở lại quê."
    )
    visit.guidance = (
        "Đội hình phối hợp chi đoàn ấp để sau khi rút quân vẫn có người bảo dưỡng cầu. Lớp bơi cần"
        " thêm người trông bờ."
    )
    visit.results = "Xong một cây cầu dài 18 m, 42 em biết bơi, hai phòng học hết dột."
    visit.turnout = (48, 35)
    visit.recorded_on = date(2019, 7, 16)
    _photo(
        visit,
        "Chiến sĩ Mùa hè xanh bắc cầu ở xã cù lao Hòa Minh",
        "bridge",
        "Thanh niên đứng trên cây cầu gỗ mới bắc qua con rạch, hai bên là dừa nước",
    )
    return visit


def year_end_inspection() -> Visit:
    """The inspection at the end of the year, in a district of the middle."""
    visit = _visit(
        "2019-11-19-tieu-can",
        "846-tieu-can",
        v.PERIODIC,
        (m.ORGANISER, m.CLERK, m.SECRETARY),
        to=date(2019, 11, 20),
    )
    visit.topics = [v.MOVEMENTS, v.NEW_MEMBERS, v.PARTY]
    visit.attendance = {m.SECRETARY.id: [date(2019, 11, 20)]}
    visit.content = (
        "Kiểm tra công tác đoàn và phong trào thanh thiếu niên năm 2019 tại huyện Tiểu Cần. Đoàn xem"
        " hồ sơ, phúc tra bốn cơ sở, dự sinh hoạt câu lạc bộ thanh niên làm kinh tế ở xã Phú Cần và"
        " thông báo điểm chấm với Ban Thường vụ Huyện đoàn."
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
    _photo(
        visit,
        "Đoàn kiểm tra cuối năm xem hồ sơ tại Huyện đoàn Tiểu Cần",
        "office",
        "Ba cán bộ đoàn xem sổ sách bên bàn làm việc",
    )
    return visit


def across_new_year() -> Visit:
    """The last two days of 2019 and the first two of 2020."""
    visit = _visit(
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
    _photo(
        visit,
        "Tuyến đường ra bến ở xã Long Vĩnh được thắp sáng đêm cuối năm",
        "lights",
        "Con đường quê ven sông buổi tối với hàng đèn sáng",
    )
    return visit


def two_in_a_day() -> list[Visit]:
    """A conference in the morning and a branch meeting in the evening: two visits, one date."""
    morning = _visit("2019-07-18-phuong-4", "29236-phuong-4", v.CONFERENCE, (m.CLERK,))
    morning.session = "morning"
    morning.topics = [v.RESOLUTION]
    morning.content = (
        "Dự hội nghị Ban Chấp hành Đoàn phường 4 sơ kết sáu tháng đầu năm. Hội nghị bàn kỹ việc"
        " nâng chất các chi đoàn khóm và phân công Ủy viên phụ trách."
    )
    morning.guidance = "Mỗi Ủy viên dự họp lệ chi đoàn được giao ít nhất hai tháng một lần."
    morning.turnout = (17, 0)
    morning.recorded_on = date(2019, 7, 18)
    evening = _visit(
        "2019-07-18-phuong-7-khom-3", "29254-khom-3", v.BRANCH_MEETING, (m.CLERK,)
    )
    evening.session = "evening"
    evening.topics = [v.MEETINGS, v.THINKING]
    evening.content = (
        "Tối cùng ngày dự họp lệ chi đoàn khóm 3, phường 7, có 22 đoàn viên, nhiều bạn bán hàng ở"
        " chợ nên họp lúc 20 giờ. Trao đổi chuyện giữ vỉa hè sạch và cách ứng xử trên mạng."
    )
    evening.guidance = "Chi đoàn nên chọn giờ họp theo giờ chợ, đừng cứng nhắc; thử họp mười lăm ngày một lần, ngắn."
    evening.turnout = (22, 5)
    evening.recorded_on = date(2019, 7, 19)
    return [morning, evening]


def same_place_twice() -> list[Visit]:
    """One member, one commune, two sessions: work in the afternoon, a meeting at night."""
    afternoon = _visit("2019-10-11-hiep-my-tay", "29455-hiep-my-tay", v.SUPPORT, (m.SHORT,))
    afternoon.session = "afternoon"
    afternoon.topics = [v.TRAINING]
    afternoon.content = (
        "Hướng dẫn Đoàn xã Hiệp Mỹ Tây lập lại danh sách đoàn viên sau khi sáp nhập hai chi đoàn,"
        " làm thử sổ rèn luyện cho tám đoàn viên."
    )
    afternoon.guidance = "Hoàn chỉnh sổ trong tháng 10, vướng chỗ nào gọi Ban Phong trào."
    afternoon.recorded_on = date(2019, 10, 14)
    evening = _visit(
        "2019-10-11-hiep-my-tay-ap-giong", "29455-ap-giong", v.BRANCH_MEETING, (m.SHORT,)
    )
    evening.session = "evening"
    evening.topics = [v.NEW_MEMBERS, v.SITUATION]
    evening.content = (
        "Dự họp lệ chi đoàn ấp Giồng: 19 đoàn viên dự, bàn kết nạp ba thanh niên và chuyện nước tràn"
        " bờ bao mấy hôm triều cường."
    )
    evening.turnout = (19, 3)
    return [afternoon, evening]


def factory_and_border() -> list[Visit]:
    """Branches that are no hamlet: a power station and the border guard."""
    factory = _visit("2019-08-15-nhiet-dien-duyen-hai", b.POWER_STATION, v.OTHER, (m.HERALD,))
    factory.session = "morning"
    factory.topics = [v.THINKING, v.DIFFICULTIES]
    factory.content = (
        "Gặp chi đoàn Công ty Nhiệt điện Duyên Hải, nghe các bạn kỹ sư, công nhân nói chuyện ca kíp,"
        " nhà ở và sân chơi. Thống nhất kết nghĩa với chi đoàn ấp Cồn, xã Trường Long Hòa."
    )
    factory.turnout = (33, 0)
    factory.recorded_on = date(2019, 8, 16)
    border = _visit("2019-09-19-bo-doi-bien-phong", b.BORDER, v.OTHER, (m.DEPUTY, m.JOINER))
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
    visit = _visit("2019-06-05-long-duc", "29263-long-duc", v.SUPPORT, (m.TEACHER,))
    visit.session = "afternoon"
    visit.content = "Hỗ trợ Đoàn xã Long Đức chuẩn bị trại hè; buổi làm việc sau đó được hoãn."
    visit.recorded_on = date(2019, 6, 5)
    visit.withdrawn = date(2019, 6, 10)
    return visit


def early_2020() -> list[Visit]:
    """Salt water and disease: what the first weeks of 2020 were about."""
    health = _visit(
        "2020-02-20-tra-cu", "29461-tra-cu", v.OTHER, (m.DEPUTY, m.HERALD)
    )
    health.topics = [v.MOVEMENTS, v.SITUATION]
    health.content = (
        "Cùng đoàn viên thị trấn Trà Cú phát tờ rơi song ngữ, hướng dẫn bà con rửa tay, đeo khẩu"
        " trang phòng dịch bệnh do vi-rút corona. Nhắc các chi đoàn tạm hoãn sinh hoạt đông người,"
        " chuyển sang nhóm nhỏ và nhóm Zalo."
    )
    health.guidance = "Tuyên truyền đúng nguồn tin y tế, không chia sẻ tin đồn; bảo vệ sức khỏe đoàn viên trước hết."
    health.results = "Phát 1.000 tờ rơi, 600 khẩu trang vải do đoàn viên may."
    health.turnout = (26, 12)
    health.recorded_on = date(2020, 2, 21)
    _photo(
        health,
        "Đoàn viên thị trấn Trà Cú hướng dẫn bà con phòng dịch",
        "village",
        "Thanh niên áo xanh đến từng nhà bên đường làng",
    )
    water = _visit(
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
    _photo(
        water,
        "Thanh niên xã Long Hữu chở nước ngọt cho bà con vùng mặn",
        "boat",
        "Xuồng chở bồn nước trên kênh, hai thanh niên chèo",
    )
    return [health, water]


def to_come() -> list[Visit]:
    """Entered ahead of their day: they count nothing yet."""
    meeting = _visit("2020-03-20-hoa-an", "29311-hoa-an", v.BRANCH_MEETING, (m.MOVED,))
    meeting.session = "evening"
    meeting.venue = "chi đoàn ấp 2"
    meeting.content = "Dự họp lệ chi đoàn ấp 2, xã Hòa Ân theo lịch đã đăng ký với Huyện đoàn Cầu Kè."
    closing = _visit("2020-03-26-phuong-5", "29248-phuong-5", v.PROGRAMME, (m.SECOND_DEPUTY,))
    closing.session = "morning"
    closing.programme = f"{v.YOUTH_MONTH}-2020"
    closing.content = "Dự lễ kỷ niệm ngày thành lập Đoàn do Đoàn phường 5 tổ chức, quy mô gọn."
    return [meeting, closing]


def anchors() -> list[Visit]:
    """All visits written by hand that have happened."""
    return [
        pictured(),
        enlistment_camp(),
        youth_month(),
        learning_inspection(),
        migration_survey(),
        exam_season(),
        island_summer(),
        year_end_inspection(),
        across_new_year(),
        *two_in_a_day(),
        *same_place_twice(),
        *factory_and_border(),
        taken_back(),
        *early_2020(),
    ]
