"""What was directed or advised, topic by topic, and what came of it."""

from __future__ import annotations

from samples import vocabulary as v

ADVICE: dict[str, tuple[str, ...]] = {
    v.MOVEMENTS: (
        (
            "Chọn ít việc mà làm tới nơi: mỗi quý <một công trình|một phần việc> có <địa chỉ|ngày"
            " xong|người phụ trách> rõ ràng."
        ),
        (
            "Đề nghị Đoàn {commune} <cân đối phần việc|hỗ trợ dụng cụ|cử cán bộ theo dõi> để chi"
            " đoàn hoàn thành “{project}”."
        ),
        (
            "Gắn phong trào với nhu cầu của ấp, khóm; <hỏi ý dân trước khi làm|báo chi bộ để được"
            " hỗ trợ|không chạy theo số lượng>."
        ),
        (
            "Cần <chụp ảnh trước và sau|ghi sổ ngày công|mời dân giám sát> để công trình có sức"
            " thuyết phục."
        ),
        (
            "Lưu ý an toàn khi <làm lộ|bắc cầu|dọn kênh>: <có người lớn hướng dẫn|có áo phao|ngừng"
            " khi trời giông>."
        ),
        (
            "Phát huy vai trò xung kích của đoàn viên <nữ|là bộ đội xuất ngũ|là giáo viên> trong"
            " các phần việc khó."
        ),
    ),
    v.RESOLUTION: (
        (
            "Tuyên truyền Nghị quyết bằng <câu hỏi ngắn|hình ảnh|chuyện thật việc thật>, tránh đọc"
            " nguyên văn tài liệu."
        ),
        (
            "Mỗi chi đoàn chọn <hai|ba> chỉ tiêu của Nghị quyết sát với mình để làm đến cùng và"
            " <báo cáo quý|kiểm điểm hằng tháng>."
        ),
        (
            "Đề nghị Đoàn {commune} <cung cấp bản tin trước họp 5 ngày|cử báo cáo viên trẻ về chi"
            " đoàn>."
        ),
        (
            "Kiểm lại các chỉ tiêu đạt thấp, <nêu rõ nguyên nhân|phân công lại> trong kỳ họp tháng"
            " {next_month}."
        ),
    ),
    v.NEW_MEMBERS: (
        (
            "Lập danh sách nguồn theo tổ nhân dân tự quản, <mỗi đoàn viên kèm một thanh niên|cập"
            " nhật hằng quý>."
        ),
        (
            "Việc kết nạp phải <đúng quy trình|trang trọng, gọn nhẹ|có chương trình bồi dưỡng"
            " trước>, không để dồn cuối năm."
        ),
        (
            "Phối hợp <Hội LHTN|trường THPT|Ban Chỉ huy Quân sự xã> nắm thanh niên <vừa tốt nghiệp"
            "|xuất ngũ|trở về địa phương> để tạo nguồn."
        ),
        (
            "Chú trọng kết nạp thanh niên Khmer, <chọn người nói được hai thứ tiếng làm nòng cốt"
            "|nhờ ban quản trị chùa vận động giúp>."
        ),
        "Đề nghị phấn đấu kết nạp thêm {m} đoàn viên trước <20/12|26/3|19/5|dịp 2/9>.",
    ),
    v.PARTY: (
        (
            "Chi đoàn chủ động đề xuất với chi bộ <giao việc thử thách|phân công đảng viên giúp đỡ>"
            " cho đoàn viên ưu tú."
        ),
        (
            "Hồ sơ giới thiệu cần <có nghị quyết chi đoàn|có nhận xét của Đoàn {commune}>, tránh"
            " phải làm lại nhiều lần."
        ),
        (
            "Giữ liên lạc với đoàn viên ưu tú đi làm xa, <hẹn thời điểm về học lớp|chuyển sinh hoạt"
            " đúng thủ tục>."
        ),
        (
            "Rà lại nguồn, ưu tiên <trưởng các câu lạc bộ|dân quân nòng cốt|đoàn viên có việc làm"
            " ổn định tại chỗ>."
        ),
    ),
    v.TRAINING: (
        "Đăng ký rèn luyện phải đo được: <mỗi người ba việc|có mốc thời gian|sát nghề nghiệp>.",
        (
            "Bí thư chi đoàn xem sổ rèn luyện <hằng quý|sau mỗi kỳ họp>, nhắc riêng, không phê bình"
            " trước đông người."
        ),
        (
            "Hoàn thành việc <ghi sổ|xếp loại|ký xác nhận> trong tháng {next_month}, báo qua Đoàn"
            " {commune}."
        ),
        (
            "Với đoàn viên đi làm xa, <cho đăng ký qua tin nhắn|nhờ nơi làm việc nhận xét> để vẫn"
            " xếp loại được."
        ),
    ),
    v.LEARNING: (
        (
            "Việc làm theo Bác nên nhỏ và đều, <mỗi tháng một việc|có người nhắc nhau|ghi lại để"
            " nêu gương>."
        ),
        (
            "Biểu dương ngay những tấm gương vừa nêu, <gửi bài cho bản tin Huyện đoàn|đề nghị khen"
            " đột xuất>."
        ),
        (
            "Chuẩn bị chuyên đề bằng <câu chuyện ngắn|phim tư liệu|hỏi đáp>, để đoàn viên tự rút"
            " ra bài học."
        ),
        "Cán bộ chi đoàn nêu gương trước về <giờ giấc|lời nói đi đôi với việc làm|tiết kiệm>.",
    ),
    v.MEETINGS: (
        (
            "Đổi mới cách họp: <ngắn, có việc cụ thể|một nửa thời gian cho đoàn viên nói|thay"
            " phiên điều hành>."
        ),
        (
            "Duy trì ngày họp lệ cố định, <nhắc qua Zalo trước hai hôm|báo ấp bố trí chỗ>, không"
            " gộp tháng."
        ),
        (
            "Nội dung kỳ sau gợi ý chủ đề “{theme}”, <giao nhóm trẻ chuẩn bị|mời người có kinh"
            " nghiệm trò chuyện>."
        ),
        "Biên bản ghi rõ <ai làm, bao giờ xong|ý kiến đoàn viên>, đầu kỳ sau <đọc lại|chấm điểm>.",
        (
            "Các chi đoàn ít người nên sinh hoạt cụm <hai|ba> tháng một lần, <Đoàn {commune} chủ"
            " trì|luân phiên nơi họp>."
        ),
    ),
    v.SITUATION: (
        "Mỗi tổ cử một đoàn viên nắm tình hình, <báo nhanh khi có việc|tổng hợp trước kỳ họp>.",
        "Cập nhật danh sách thanh niên đi làm xa <mỗi quý|sau Tết>, ghi nơi ở và cách liên lạc.",
        "Phối hợp công an, dân quân <giữ trật tự dịp lễ|nhắc nhở thanh niên chạy xe nhanh>.",
        "Theo sát <mùa vụ|giá cả|việc làm> để lịch hoạt động không chồng lên lúc bà con bận.",
    ),
    v.THINKING: (
        "Gần gũi, lắng nghe; <gặp riêng những bạn còn tâm tư|đến nhà thay vì gọi lên xã>.",
        "Định hướng đoàn viên dùng mạng xã hội <có trách nhiệm|để bán nông sản, kể chuyện đẹp>.",
        "Khi có tin đồn, <hỏi chi bộ trước khi chia sẻ|thông tin lại ngay trong nhóm chi đoàn>.",
        "Quan tâm chế độ, động viên <Bí thư chi đoàn|cán bộ trẻ> yên tâm công tác.",
    ),
    v.DIFFICULTIES: (
        (
            "Việc trong tầm tay thì làm ngay, việc vượt thẩm quyền <gửi Đoàn {commune} trước ngày"
            " 25|ghi rõ để đề xuất huyện>."
        ),
        (
            "Hướng dẫn gây quỹ bằng <công trình lao động|hùn vốn xoay vòng|gom phế liệu>, không"
            " trông chờ cấp trên."
        ),
        (
            "Với đoàn viên vắng lâu, <liên hệ gia đình|lập biên bản theo Điều lệ|tạo điều kiện"
            " sinh hoạt nơi cư trú mới>."
        ),
        "Tranh thủ chi bộ, Ban Nhân dân {hamlet_word} <cho mượn chỗ họp|hỗ trợ nước uống, điện>.",
        "Hẹn trả lời các ý kiến tại kỳ họp tháng {next_month}.",
    ),
}

RESULTS = (
    "Chi đoàn thống nhất <phân công|ra nghị quyết> {m} phần việc cho tháng {next_month}.",
    "<Đưa thêm|Giới thiệu> {m} thanh niên vào nguồn bồi dưỡng.",
    "Đã lập xong danh sách {youth} thanh niên trên địa bàn.",
    (
        "Quyên góp tại chỗ {money} nghìn đồng cho <quỹ chi đoàn|học sinh khó khăn|công trình thanh"
        " niên>."
    ),
    "{n} đoàn viên đăng ký tham gia “{project}”.",
    (
        "Chi đoàn đổi lịch họp lệ sang <tối thứ Bảy tuần đầu|ngày 10|chiều Chủ nhật tuần hai> hằng"
        " tháng."
    ),
    "Hoàn chỉnh sổ chi đoàn, sổ rèn luyện của {n} đoàn viên.",
    (
        "{m} ý kiến được giải đáp ngay, <số còn lại ghi biên bản|còn một ý kiến chuyển Đoàn"
        " {commune}>."
    ),
    (
        "Ấp đồng ý cho chi đoàn <mượn phòng họp cố định|dùng loa và máy chiếu|nhận tuyến đường tự"
        " quản>."
    ),
    "Không khí cởi mở, <nhiều bạn phát biểu|các bạn hẹn rủ thêm người>; {absent}.",
    (
        "Thành lập <nhóm thanh niên giúp nhau làm kinh tế|đội bóng chuyền|tổ thu gom rác>, {m}"
        " thành viên nòng cốt."
    ),
    "Chốt ngày ra quân “{project}” vào Chủ nhật tới.",
)
