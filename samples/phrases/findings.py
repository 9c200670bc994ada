"""What the team saw, what it advised, and what came of it, by the manner of the work."""

from __future__ import annotations

from samples import vocabulary as v

DETAILS: dict[str, tuple[str, ...]] = {
    v.PERIODIC: (
        (
            "<Ưu điểm|Mặt được>: phong trào có trọng tâm, <công trình thanh niên vượt chỉ tiêu|số"
            " chi đoàn họp lệ đạt {percent}%|phối hợp với ngành tốt>."
        ),
        (
            "Hạn chế: <báo cáo còn chậm|hồ sơ kiểm tra thiếu|chỉ tiêu kết nạp mới đạt"
            " {percent}%|chi đoàn họp lệ chưa đều>."
        ),
        (
            "Kiểm tra điểm tại {m} cơ sở, <sổ sách khá đầy đủ|biên bản họp lệ còn sơ lược|đoàn"
            " viên nắm việc>."
        ),
        (
            "Thống nhất điểm tự chấm, <điều chỉnh {m} tiêu chí|bổ sung minh chứng trong tuần|nhân"
            " rộng một mô hình hay>."
        ),
        "Chỉ tiêu giới thiệu đoàn viên ưu tú đạt {percent}%, <cao hơn cùng kỳ|cần đẩy nhanh>.",
    ),
    v.THEMATIC: (
        (
            "Kết quả: {percent}% chi đoàn triển khai, <cách làm sáng tạo ở cơ sở|một số nơi còn"
            " hình thức|kế hoạch ban hành kịp thời>."
        ),
        (
            "Đoàn giám sát chỉ ra {m} điểm cần khắc phục, <hẹn kiểm tra lại sau ba tháng|{host}"
            " tiếp thu>."
        ),
        (
            "Hồ sơ <đủ kế hoạch, báo cáo|thiếu sổ theo dõi>, việc ghi chép ở chi đoàn <không"
            " đều|tiến bộ rõ>."
        ),
        "Trao đổi trực tiếp với {qc} đoàn viên, phần lớn <hiểu nội dung|cần được hướng dẫn thêm>.",
    ),
    v.BUILDING: (
        (
            "Xong {percent}% khối lượng trong ngày, <bà con góp nước uống|còn lại giao chi đoàn"
            " làm tiếp|trời nắng nhưng anh em làm khỏe>."
        ),
        "Vật liệu do <dân góp|xã đối ứng|mạnh thường quân tài trợ>, {host} lo <nhân lực|dụng cụ>.",
        "Giao chi đoàn <theo dõi, bảo quản|giữ vệ sinh chung quanh|ghi sổ chăm sóc> hằng tuần.",
        (
            "Đoàn viên và bà con cùng làm, <lộ rộng hơn, xe lúa qua được|tuyến đường sạch thấy rõ"
            "|ban đêm đi lại yên tâm>."
        ),
    ),
    v.SUPPORT: (
        (
            "Phân loại lại: {m} chi đoàn mạnh, <số còn lại trung bình|một chi đoàn cần ghép>; chọn"
            " nơi làm điểm."
        ),
        "Các Bí thư chi đoàn <thực hành điều hành họp|tự soạn chương trình tháng>, góp ý cho nhau.",
        (
            "Cập nhật được {youth} đoàn viên vào danh sách, <{m} trường hợp trùng|còn thiếu ngày"
            " vào Đoàn>."
        ),
        "Cơ sở <mong có tài liệu ngắn|đề nghị giữ cách cầm tay chỉ việc|hẹn tự làm đợt sau>.",
    ),
    v.SURVEY: (
        (
            "Thu về {youth} ý kiến; <gần một nửa muốn học nghề|nhiều bạn muốn vay vốn nhỏ|đa số"
            " muốn có việc gần nhà>."
        ),
        "Đi {m} ấp, khóm, gặp <thanh niên có gia đình|hộ nuôi trồng|nhóm bạn mới đi làm xa về>.",
        (
            "Số liệu ban đầu: {percent}% thanh niên có việc làm thường xuyên, <thu nhập bấp"
            " bênh|việc theo mùa>."
        ),
        "Phiếu đã nhập, <báo cáo gửi Thường trực trong tuần|cần hỏi thêm nhóm đi biển>.",
    ),
    v.PROGRAMME: (
        (
            "Không khí <sôi nổi|ấm áp|trang nghiêm>, <trời mưa vẫn đủ đội hình|bà con ủng hộ nước"
            " uống, trái cây>."
        ),
        "Trao {m} phần <quà|học bổng|sổ tiết kiệm> từ nguồn vận động.",
        "{host} chuẩn bị chu đáo, <huy động đúng người, đúng việc|thiếu dụng cụ nên chia ca>.",
        (
            "Có {qc} thanh niên Khmer trong đội nòng cốt, <phiên dịch cho bà con|dẫn chương trình"
            " song ngữ>."
        ),
    ),
    v.SUMMER: (
        (
            "Nhắc đội hình <giữ an toàn|ghi nhật ký|phối hợp chi đoàn ấp>, <công việc còn {m} ngày"
            "|bám sát chỉ tiêu>."
        ),
        "Chỗ ăn ở của chiến sĩ <tươm tất|nhờ nhà dân>, <sức khỏe tốt|có tủ thuốc nhỏ|cơm nước đủ>.",
        "Trao {m} phần <quà|áo phao|sổ tiết kiệm> cho <thiếu nhi|gia đình chính sách> trong ấp.",
        "Trời <mưa to buổi chiều|nắng gắt>, đội hình <đổi ca|dời việc sang sáng> mà vẫn kịp.",
        "{host} lo <dụng cụ|vật tư|cơm nước>, <bà con góp trái cây|chi đoàn ấp góp công>.",
    ),
    v.ENLISTMENT: (
        "Không khí <ấm áp|trang nghiêm>, gia đình tân binh <đến đông|yên tâm>.",
        "Có {m} tân binh là <đoàn viên ưu tú|sinh viên vừa tốt nghiệp|đảng viên>.",
        "Các xã dựng {qc} trại, <trang trí đẹp|tiết mục văn nghệ tự biên>.",
        "Dặn Đoàn cơ sở <ghi địa chỉ đơn vị của tân binh|giúp gia đình vụ mùa này>.",
    ),
    v.CONFERENCE: (
        "Các đại biểu bàn nhiều về <phát triển đoàn viên|chất lượng chi đoàn|phong trào ấp, khóm>.",
        "Số Ủy viên dự {percent}%, <biểu quyết nhất trí|điều hành gọn>.",
        "Hội nghị thông qua {m} chỉ tiêu bổ sung.",
    ),
    v.OTHER: (
        "Không khí <thân tình|vui tươi>, <nghe được nhiều tâm tư|các bạn đề đạt {m} việc>.",
        "Kết hợp nắm <việc làm của thanh niên|tình hình học tập|đời sống công nhân trẻ>.",
        "{host} <chuẩn bị chu đáo|đề nghị duy trì hằng năm>.",
    ),
    v.AT_PROVINCE: ("Tổng hợp ý kiến cơ sở để phản ánh.", "Thống nhất lịch đi cơ sở tháng tới."),
}

# Advice and results of work with the hands, of inspections, and of everything else.
FIELD_ADVICE = (
    "Nhân rộng cách làm “{project}”, <mời các nơi đến học|viết thành tài liệu một trang>.",
    (
        "Chú ý <an toàn giao thông|an toàn lao động|sức khỏe> của đoàn viên khi <làm trên lộ|ra"
        " đồng|làm gần kênh rạch>."
    ),
    "Phân công người theo dõi từng công trình, <báo tiến độ hằng tuần|công khai thu chi với dân>.",
    (
        "Kết hợp phong trào với <tạo nguồn đoàn viên|giới thiệu đoàn viên ưu tú cho Đảng|chăm lo"
        " thiếu nhi>."
    ),
    "Làm xong phải có người giữ: <chi đoàn gần nhất nhận chăm sóc|ghi tên tổ phụ trách>.",
    "Việc nhẹ giao cho <học sinh|đoàn viên mới>, việc nặng có <dân quân|thợ trong ấp> kèm.",
    "Bàn với Ban Nhân dân ấp về <lịch ra quân|phần dân góp> trước ít nhất <một tuần|ba ngày>.",
)
CHECK_ADVICE = (
    "Đề nghị {host} <rà lại chỉ tiêu đạt thấp|khắc phục các tồn tại trong tháng {next_month}>.",
    "Báo cáo cần <số liệu thật|có địa chỉ cụ thể>, gửi đúng hạn, không sao chép kỳ trước.",
    "Giữ vững nền nếp kiểm tra, <phúc tra sau kết luận|công khai kết quả chấm điểm>.",
    "Hồ sơ lưu theo năm, <mỗi chi đoàn một bìa|có mục lục>, thuận cho người mới nhận việc.",
    "Mỗi Ủy viên Ban Chấp hành <phụ trách một chi đoàn|dự họp lệ ít nhất mỗi quý một lần>.",
    "Biểu dương <cách làm hay|cơ sở tiến bộ> ngay trong quý, không đợi cuối năm.",
)
TOUR_ADVICE = (
    (
        "Quan tâm chi đoàn ấp, khóm <xa trung tâm|vùng đồng bào Khmer|ít đoàn viên>, <mỗi tháng có"
        " người về dự họp|ưu tiên tài liệu, dụng cụ>."
    ),
    (
        "Chủ động đề xuất cấp ủy, chính quyền <hỗ trợ kinh phí|bố trí cán bộ|tạo quỹ đất làm sân"
        " chơi>."
    ),
    (
        "Tăng cường nắm tư tưởng thanh niên, <nhất là công nhân trẻ|nhất là người mới về quê>,"
        " phản ánh kịp thời."
    ),
    (
        "Đề nghị {host} <bám sát cơ sở hơn|lập lịch dự họp lệ|phân công lại địa bàn> từ tháng"
        " {next_month}."
    ),
    "Chọn việc vừa sức, <làm điểm một nơi rồi mở rộng|có thời hạn và người theo dõi>.",
    "Dùng tốt đội ngũ <giáo viên trẻ|bộ đội xuất ngũ|người có uy tín> ở cơ sở.",
    "Phối hợp <Hội LHTN|Hội Phụ nữ|Hội Nông dân> để <đỡ trùng việc|thêm nguồn lực>.",
)

FIELD_RESULTS = (
    "Hoàn thành {metres} m <lộ|đường hoa|tuyến đèn>, trị giá khoảng {qc}0 triệu đồng.",
    "Trao {m} suất quà, {qc} <áo phao|bộ tập sách|phần học bổng>.",
    "{youth} đoàn viên, thanh niên tham gia, <đạt yêu cầu đề ra|đông hơn dự kiến>.",
    "Trồng {youth} cây <dừa|bàng|hoàng yến|hoa mười giờ>, dọn sạch {m} điểm rác.",
    "Công trình <đạt khoảng {percent}%|xong phần nền|đưa vào sử dụng ngay>.",
)
EVENT_RESULTS = (
    "{youth} đoàn viên, thanh niên tham dự, <đạt yêu cầu đề ra|đông hơn dự kiến>.",
    "Trao {m} suất quà, {qc} <bộ tập sách|phần học bổng|áo đoàn>.",
    "<Ghi nhận|Tiếp nhận> {m} ý kiến của <thanh niên|bà con>, chuyển {host}.",
    "Bà con <ủng hộ|khen tinh thần> đoàn viên, <đề nghị làm thường xuyên|hẹn góp sức kỳ sau>.",
)
CHECK_RESULTS = (
    "{host} tiếp thu, hẹn <báo cáo khắc phục trước ngày 25|bổ sung hồ sơ trong tuần>.",
    "Xếp loại <tốt|khá|xuất sắc>, {percent}% chỉ tiêu đạt hoặc vượt.",
    "Ghi nhận {m} kiến nghị, <phân loại theo thẩm quyền|trả lời tại chỗ phần lớn>.",
    "Lập biên bản có chữ ký hai bên, <nêu {m} việc phải làm tiếp|không có ý kiến khác>.",
)
TOUR_RESULTS = (
    "Ghi nhận {m} ý kiến, <phân loại theo thẩm quyền|trả lời tại chỗ phần lớn>.",
    "Thống nhất {m} việc làm tiếp, <có người phụ trách|hẹn xem lại sau một tháng>.",
    "{host} <ghi vào chương trình tháng {next_month}|cử người theo dõi>.",
    "Cơ sở đăng ký <làm điểm|thử cách mới> trong <quý tới|năm tới>.",
    "<Củng cố|Cập nhật> xong danh sách của {m} chi đoàn.",
)
