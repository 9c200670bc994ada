"""Difficulties that the grassroots raise: what was said, who can settle it, how it ended."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Hardship:
    """One difficulty; the public text names no person and no household."""

    text: str
    competence: str
    to: str = ""
    public: str = ""
    outcome: str = ""
    districts: tuple[str, ...] = ()


OWN = "own"
LOCAL = "local"
HIGHER = "higher"

# Where many Khmer live, where salt water comes, where the town is far: the rest never says so.
KHMER = ("845", "846", "847", "848", "849", "850")
RURAL = ("844", "845", "846", "847", "848", "849", "850", "851")
SALT = ("844", "846", "847", "848", "849", "850", "851")

HARDSHIPS = (
    Hardship(
        text="Chi đoàn còn {m} đoàn viên sinh hoạt đều, số khác đi làm ăn xa <ở Bình Dương"
        "|ngoài tỉnh|quanh năm> nên khó họp lệ.",
        competence=OWN,
        public="Chi đoàn ít đoàn viên tại chỗ do thanh niên đi làm ăn xa.",
        outcome="Chuyển sang sinh hoạt ghép cụm, họp vào <ngày 15|tối thứ Bảy> hằng tháng.",
    ),
    Hardship(
        text="Chưa có chỗ sinh hoạt, <phải họp nhờ nhà đoàn viên|nhà văn hóa ấp đang sửa"
        "|trụ sở ấp xuống cấp>.",
        competence=LOCAL,
        to="Ủy ban nhân dân xã",
        public="Chi đoàn chưa có chỗ sinh hoạt ổn định.",
        outcome="Xã thống nhất bố trí phòng họp của ấp cho chi đoàn mỗi tháng một buổi.",
    ),
    Hardship(
        text="Kinh phí hoạt động chi đoàn gần như không có, <quỹ còn {money} nghìn đồng"
        "|nước uống cũng tự góp>.",
        competence=LOCAL,
        to="Đoàn xã",
        public="Kinh phí hoạt động của chi đoàn còn hạn hẹp.",
        outcome="Chi đoàn lập quỹ từ gom phế liệu, Đoàn xã hỗ trợ ban đầu.",
    ),
    Hardship(
        text="Sổ sách chi đoàn thất lạc sau khi thay Bí thư, <thiếu sổ biên bản|chưa có danh sách"
        " đoàn viên mới nhất>.",
        competence=OWN,
        outcome="Đã lập lại sổ, đối chiếu danh sách với Đoàn xã.",
    ),
    Hardship(
        text="Đoàn viên nòng cốt là người Khmer, tài liệu chỉ có tiếng Việt, <khó truyền đạt"
        "|nhiều bạn khó theo dõi>.",
        competence=HIGHER,
        districts=KHMER,
        to="Ban Tuyên giáo Tỉnh đoàn",
        public="Cơ sở đề nghị có tài liệu sinh hoạt song ngữ Việt – Khmer.",
        outcome="Đã gửi bộ tài liệu song ngữ dùng thử cho các chi đoàn.",
    ),
    Hardship(
        text="Nước mặn vào sâu, thanh niên <mất vụ {crop}|chưa dám xuống giống>, đề nghị hỗ trợ vốn"
        " chuyển đổi.",
        competence=HIGHER,
        districts=SALT,
        to="Ngân hàng Chính sách xã hội huyện",
        public="Thanh niên vùng nhiễm mặn cần vốn chuyển đổi sản xuất.",
        outcome="Tổ tiết kiệm và vay vốn đã nhận hồ sơ của thanh niên.",
    ),
    Hardship(
        text="Phụ cấp Bí thư chi đoàn thấp, {m} năm đổi ba người, <không ai muốn nhận việc"
        "|người mới chưa qua tập huấn>.",
        competence=HIGHER,
        to="Ban Thường vụ Tỉnh đoàn",
        public="Cơ sở kiến nghị quan tâm phụ cấp cho Bí thư chi đoàn ấp, khóm.",
    ),
    Hardship(
        text="Đoàn viên làm công nhân ca đêm <không dự được họp buổi tối|xin sinh hoạt nơi làm"
        " việc>.",
        competence=OWN,
        outcome="Thống nhất họp chiều Chủ nhật, ai bận ca báo qua nhóm Zalo.",
    ),
    Hardship(
        text="Việc chuyển sinh hoạt Đoàn cho {m} bạn đi làm xa kéo dài, <nơi đến không phản hồi"
        "|thiếu sổ đoàn viên>.",
        competence=LOCAL,
        to="Huyện đoàn",
        outcome="Huyện đoàn liên hệ nơi đến, hoàn tất giấy giới thiệu.",
    ),
    Hardship(
        text="Đề nghị <sửa cầu ván|đổ đá đoạn lộ|lắp đèn> trên đường học sinh đi học, <mưa rất trơn"
        "|đêm tối không đèn>.",
        competence=LOCAL,
        to="Ủy ban nhân dân xã",
        public="Đoạn đường học sinh đi học cần được sửa và chiếu sáng.",
        outcome="Xã đưa vào danh mục sửa chữa, chi đoàn góp ngày công.",
    ),
    Hardship(
        text="Thiếu sân chơi cho thanh thiếu nhi, <đất trống chưa được giao|sân bóng chuyền ngập"
        " nước>.",
        competence=LOCAL,
        to="Ủy ban nhân dân xã",
        public="Địa bàn thiếu sân chơi cho thanh thiếu nhi.",
        outcome="Ấp cho mượn khu đất công, đoàn viên san lấp làm sân.",
    ),
    Hardship(
        text="Nguồn kết nạp đoàn viên mới cạn, <thanh niên từ 18 tuổi hầu như đi hết|học sinh lớp 9"
        " kết nạp ở trường>.",
        competence=OWN,
        public="Nguồn kết nạp đoàn viên mới ở ấp, khóm gặp khó.",
    ),
    Hardship(
        text="{m} đoàn viên ưu tú đủ điều kiện nhưng <chưa mở lớp nhận thức về Đảng|vướng trình độ"
        " học vấn>.",
        competence=LOCAL,
        to="Đảng ủy xã",
        outcome="Trung tâm bồi dưỡng chính trị huyện đã xếp vào lớp gần nhất.",
    ),
    Hardship(
        text=(
            "Hồ sơ vay vốn giải quyết việc làm của thanh niên <chờ lâu|bị trả vì thiếu phương án>."
        ),
        competence=LOCAL,
        to="Ngân hàng Chính sách xã hội huyện",
        public="Thanh niên cần được hướng dẫn hồ sơ vay vốn giải quyết việc làm.",
        outcome="Đã hướng dẫn lại phương án, ngân hàng nhận hồ sơ.",
    ),
    Hardship(
        text="Thẻ đoàn viên và huy hiệu cấp thiếu {m} bộ so với số kết nạp.",
        competence=OWN,
        outcome="Văn phòng Tỉnh đoàn đã cấp bổ sung qua Huyện đoàn.",
    ),
    Hardship(
        text="Loa, máy chiếu của nhà văn hóa hỏng, <sinh hoạt chuyên đề khó thu hút|phải mượn của"
        " trường>.",
        competence=LOCAL,
        to="Ban Nhân dân ấp",
    ),
    Hardship(
        text="Rác tồn ở <mé kênh|bãi bồi|sau chợ> mỗi lần dọn xong lại đầy, chưa có xe thu gom.",
        competence=LOCAL,
        to="Ủy ban nhân dân xã",
        public="Đề nghị bố trí điểm và lịch thu gom rác để giữ kết quả Ngày Chủ nhật xanh.",
        outcome="Xã lắp {m} thùng rác và hợp đồng thu gom hai lần mỗi tuần.",
    ),
    Hardship(
        text=(
            "Lớp học nghề mở ở huyện xa, <thanh niên không có xe|trùng mùa vụ>, đề nghị mở tại xã."
        ),
        competence=HIGHER,
        districts=RURAL,
        to="Trung tâm Giáo dục nghề nghiệp huyện",
        public="Thanh niên đề nghị mở lớp dạy nghề tại xã, tránh mùa vụ.",
        outcome="Trung tâm đồng ý mở lớp tại nhà văn hóa xã trong quý sau.",
    ),
    Hardship(
        text="Đoàn phí thu chậm vì đoàn viên đi xa, <Bí thư phải ứng trước|thu được một nửa>.",
        competence=OWN,
        outcome="Cho nộp theo quý qua người thân, có sổ ký nhận.",
    ),
    Hardship(
        text="Thanh niên lo <tín dụng đen|lừa đảo qua điện thoại>, cần người về nói chuyện.",
        competence=LOCAL,
        to="Công an xã",
        public="Đề nghị tổ chức tuyên truyền phòng, chống tín dụng đen, lừa đảo qua mạng.",
        outcome="Công an xã về nói chuyện tại kỳ họp tiếp theo.",
    ),
    Hardship(
        text="Nhà văn hóa chưa có tủ sách, <sách cũ hư hết|thiếu sách cho thiếu nhi>.",
        competence=OWN,
        public="Chi đoàn đề nghị hỗ trợ tủ sách cho nhà văn hóa.",
        outcome="Tỉnh đoàn vận động tặng một tủ sách thiếu nhi.",
    ),
    Hardship(
        text="Kênh nội đồng sâu, chưa có biển cảnh báo, <hè nào các em cũng ra tắm|từng có em suýt"
        " đuối nước>.",
        competence=LOCAL,
        to="Ủy ban nhân dân xã",
        public="Cần biển cảnh báo và lớp dạy bơi phòng đuối nước cho trẻ em.",
        outcome="Đoàn viên đã cắm {m} biển cảnh báo, xã mở lớp dạy bơi.",
    ),
)

# What districts and unions say at inspections.
OF_DISTRICTS = (
    Hardship(
        text="Biên chế thiếu {m} người so với vị trí việc làm, <một người kiêm ba mảng việc"
        "|cán bộ trẻ xin chuyển ngành>.",
        competence=HIGHER,
        to="Ban Thường vụ Tỉnh đoàn",
        public="Cấp huyện thiếu cán bộ chuyên trách so với khối lượng công việc.",
    ),
    Hardship(
        text="Bí thư Đoàn cơ sở quá tuổi chưa bố trí được, <nguồn thay thế mỏng|chờ sắp xếp bộ"
        " máy>.",
        competence=LOCAL,
        to="Ban Thường vụ cấp ủy cùng cấp",
        outcome="Cấp ủy đã có lộ trình bố trí trong năm.",
    ),
    Hardship(
        text="Số liệu đoàn viên giữa sổ và phần mềm lệch nhau, <cơ sở cập nhật chậm|nhiều người đi"
        " xa chưa chuyển sinh hoạt>.",
        competence=OWN,
        public="Số liệu đoàn viên giữa sổ và phần mềm còn lệch.",
        outcome="Hai bên rà chung một lần, thống nhất lấy sổ đoàn viên làm gốc.",
    ),
    Hardship(
        text="Kinh phí hoạt động hè cấp trễ, <phải ứng trước|các xã chờ mới triển khai>.",
        competence=HIGHER,
        to="Sở Tài chính",
        public="Đề nghị cấp kinh phí hoạt động hè sớm hơn.",
        outcome="Năm sau phân bổ ngay từ đầu quý II.",
    ),
    Hardship(
        text="Nhà thiếu nhi xuống cấp, <hồ bơi ngừng hoạt động|thiếu người phụ trách>.",
        competence=HIGHER,
        to="Ủy ban nhân dân tỉnh",
        public="Nhà thiếu nhi xuống cấp, thiếu điểm dạy bơi cho trẻ em.",
    ),
    Hardship(
        text="Quỹ hội trại, hội thao dựa vào vận động, <khó dự toán|mỗi nơi làm một cách>.",
        competence=OWN,
        outcome="Văn phòng Tỉnh đoàn gửi mẫu dự toán chung.",
    ),
    Hardship(
        text="Chỉ tiêu giao đều cho các xã chưa sát, <xã ít thanh niên khó đạt|xã mạnh đạt từ quý"
        " II>.",
        competence=OWN,
        public="Đề nghị giao chỉ tiêu theo số thanh niên thực tế.",
        outcome="Tỉnh đoàn điều chỉnh cách giao chỉ tiêu năm sau theo ba nhóm xã.",
    ),
    Hardship(
        text="Tập huấn cho Bí thư chi đoàn mỗi năm một lớp là ít, <lớp đông|xa chỗ ở>.",
        competence=OWN,
        public="Cơ sở mong có thêm lớp tập huấn gần nơi ở.",
        outcome="Mở thêm {m} lớp theo cụm xã.",
    ),
)
