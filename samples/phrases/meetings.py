"""Branch meetings: how the evening began, and what was talked about, topic by topic."""

from __future__ import annotations

from samples import vocabulary as v

OPENINGS = (
    "Dự <họp lệ|sinh hoạt định kỳ> tháng {month} cùng {branch}, có {n}/{total} đoàn viên dự.",
    "{Session} dự sinh hoạt {branch}; {n}/{total} đoàn viên có mặt, {absent}.",
    (
        "Họp lệ {branch} tại {place}, {n} đoàn viên dự, <bắt đầu trễ chừng 20 phút vì mưa"
        "|vào họp đúng giờ|chi bộ ấp cử đồng chí cấp ủy phụ trách cùng dự|không khí cởi mở>."
    ),
    "Cùng Bí thư Đoàn {commune} dự sinh hoạt {branch} (có mặt {n}/{total}).",
    (
        "{branch} họp lệ tháng {month}: {n} đoàn viên, <thêm {m} thanh niên ngoài Đoàn"
        "|{m} thanh niên tiên tiến cùng dự|đại diện Ban Nhân dân và Chi hội Phụ nữ dự>."
    ),
    "Về {commune} dự <buổi họp lệ|kỳ sinh hoạt> của {branch}, <đông hơn tháng trước|{absent}>.",
    "Dự sinh hoạt chi đoàn tại {place}, {n} đoàn viên tham dự trên tổng số {total}.",
    "Tháng này {branch} sinh hoạt tại {place}; dự họp có {n} đoàn viên, {absent}.",
    (
        "{Session}, sinh hoạt cùng {branch}, {n} đoàn viên, phần lớn là <thanh niên nông thôn"
        "|công nhân đi ca về|anh em làm nghề tự do|đoàn viên mới kết nạp trong hai năm gần đây>."
    ),
    (
        "Dự <họp lệ|sinh hoạt thường kỳ> {branch}: điểm danh {n}/{total}, ghi sổ <đầy đủ|kịp thời"
        "|còn sơ sài>."
    ),
    (
        "Tham dự sinh hoạt {branch} theo lịch đăng ký với <Huyện đoàn|Đoàn {commune}|cơ sở>;"
        " {n} đoàn viên có mặt."
    ),
    "Đến {place} dự họp lệ cùng {n} đoàn viên {branch}.",
    (
        "Sinh hoạt định kỳ tháng {month} của {branch} do <Bí thư|Phó Bí thư> chi đoàn chủ trì,"
        " {n}/{total} đoàn viên dự."
    ),
    (
        "Dự họp với {branch}, <lồng ghép|kết hợp> sinh hoạt câu lạc bộ <tiền hôn nhân"
        "|thanh niên phòng chống tội phạm|thanh niên làm kinh tế|đờn ca tài tử>; có {n} đoàn viên."
    ),
    (
        "{branch} tổ chức họp lệ ngay <sau buổi làm đường|sau buổi vệ sinh đường làng|tại nhà một"
        " đoàn viên|sau giờ tan ca>, {n} người dự."
    ),
)

TOPIC_SENTENCES: dict[str, tuple[str, ...]] = {
    v.MOVEMENTS: (
        (
            "Chi đoàn <điểm lại|rà lại> các phần việc <“Thanh niên tình nguyện”|“Tuổi trẻ sáng tạo”"
            "|“Tuổi trẻ xung kích bảo vệ Tổ quốc”> trong tháng, <đạt khá|hai phần việc còn dở dang"
            "|cơ bản xong>."
        ),
        (
            "Bàn việc <nhận tuyến đường tự quản|dặm vá đoạn lộ đal|thắp sáng đường quê|trồng hoa"
            " hai bên lộ> dài khoảng {metres} m, giao <tổ 1|tổ 2|nhóm nòng cốt> làm trước ngày 25."
        ),
        (
            "Thống nhất <góp {m} ngày công|huy động {n} ngày công> giúp bà con <thu hoạch"
            "|chăm sóc> {crop}."
        ),
        "Chi đoàn đăng ký công trình “{project}” và phân công người theo dõi từng tuần.",
        (
            "Phong trào “Ngày Chủ nhật xanh” được duy trì <đều|hai kỳ một tháng>, mỗi lần chừng {n}"
            " bạn ra <dọn rác dọc lộ|khai thông cống rãnh|vớt lục bình>."
        ),
        (
            "Các bạn kể chuyện làm <“{project}”|cầu ván đầu kênh>: <vật tư có rồi, thiếu công thợ"
            "|dân góp đất, đoàn viên góp công|xong sớm hơn kế hoạch ba ngày>."
        ),
        (
            "Đoàn viên <trao đổi|hiến kế> cách gây quỹ từ <gom ve chai|bán cây giống|đội bốc xếp"
            " lúa|nhận cắt cỏ dừa> để làm “{project}”."
        ),
        (
            "Đội hình xung kích của chi đoàn <tuần tra cùng dân quân {m} đêm|giữ trật tự dịp lễ hội"
            "|hỗ trợ sửa {m} căn nhà bị tốc mái>."
        ),
    ),
    v.RESOLUTION: (
        (
            "<Thông tin nhanh|Tuyên truyền ngắn gọn> Nghị quyết Đại hội Đoàn toàn quốc lần thứ XI,"
            " <nhấn phần ba phong trào, ba chương trình|gắn với việc của ấp|bằng bộ câu hỏi trắc"
            " nghiệm|qua clip ngắn trên điện thoại>."
        ),
        (
            "Chi đoàn hỏi – đáp về chỉ tiêu Nghị quyết Đại hội Đoàn <huyện|xã> và <phần việc chi"
            " đoàn nhận|cách đo kết quả từng quý>."
        ),
        (
            "Trao đổi về kết quả <nửa nhiệm kỳ|giữa nhiệm kỳ> thực hiện Nghị quyết Đại hội Đoàn các"
            " cấp, <chỉ tiêu đoàn viên mới còn thấp|{m} chỉ tiêu đã vượt>."
        ),
        (
            "Ôn lại các chỉ tiêu của Đại hội Đoàn tỉnh <mà chi đoàn có thể góp|giao cho cơ"
            " sở>, chọn ra {m} việc làm trong năm."
        ),
        (
            "Triển khai <bản tin sinh hoạt chi đoàn|tài liệu học Nghị quyết> tháng {month}, <đọc"
            " luân phiên|chia nhóm thảo luận|tóm tắt thành năm ý>."
        ),
        (
            "Một số bạn chưa nắm nội dung Nghị quyết Đại hội Đoàn nên <dành 15 phút giải thích thêm"
            "|đổi sang kể việc cụ thể cho dễ nhớ>."
        ),
    ),
    v.NEW_MEMBERS: (
        "Xét <giới thiệu|đề nghị> {m} thanh niên ưu tú học lớp <cảm tình Đoàn|tìm hiểu về Đoàn>.",
        (
            "Nguồn kết nạp còn {qc} thanh niên, <đa số đi làm ở Bình Dương|có {m} bạn đang học nghề"
            "|hai bạn vừa xuất ngũ>."
        ),
        (
            "Chi đoàn kết nạp {m} đoàn viên mới <ngay tại buổi họp|dịp 26/3|trong quý này>, hồ sơ"
            " <đầy đủ|thiếu ảnh, hẹn bổ sung>."
        ),
        (
            "Bàn cách <gặp từng bạn|mời dự văn nghệ, bóng chuyền|vào nhóm Zalo của ấp> để vận động"
            " thanh niên vào Đoàn, chỉ tiêu còn thiếu {m}."
        ),
        (
            "Các bạn đề xuất kết nạp tại <công trình thanh niên|đình làng|khu di tích Đền thờ Bác>"
            " cho trang trọng, đoàn viên mới nhớ lâu."
        ),
        (
            "Rà danh sách thanh niên 16–30 tuổi: {youth} em, trong đó {qc} em có thể bồi dưỡng kết"
            " nạp."
        ),
        (
            "Năm nay chi đoàn phát triển được {m} đoàn viên, <đạt một nửa chỉ tiêu|vượt chỉ tiêu"
            "|kém cùng kỳ năm trước>."
        ),
    ),
    v.PARTY: (
        (
            "Góp ý cho {m} đoàn viên ưu tú trước khi <giới thiệu với chi bộ|đi học lớp nhận thức về"
            " Đảng>."
        ),
        (
            "Chi bộ <nhận hồ sơ|phân công đảng viên giúp đỡ> {m} đoàn viên ưu tú do chi đoàn giới"
            " thiệu, <còn chờ xác minh lý lịch|dự kiến xét trong quý tới>."
        ),
        (
            "Chi đoàn bỏ phiếu giới thiệu {m} đoàn viên ưu tú, <tập trung cao|có bạn xin lùi sang"
            " năm sau vì đi làm xa>."
        ),
        (
            "Đại diện chi ủy <gợi ý|đề nghị> chi đoàn tạo nguồn từ <bộ đội xuất ngũ|giáo viên trẻ"
            "|dân quân thường trực>; trước mắt chọn {m} bạn."
        ),
        (
            "Nguồn phát triển đảng ở chi đoàn <mỏng|chỉ còn {m} bạn>, nhiều bạn đủ điều kiện nhưng"
            " <không ở địa phương|chưa học hết cấp ba>."
        ),
        "Đoàn viên vừa được kết nạp Đảng <chia sẻ quá trình phấn đấu|nhận kèm {m} đoàn viên trẻ>.",
    ),
    v.TRAINING: (
        (
            "<Kiểm tra|Xem> sổ rèn luyện đoàn viên: {n}/{total} cuốn đã ghi, <phần tự nhận xét còn"
            " chung chung|số còn lại hẹn nộp kỳ sau>."
        ),
        (
            "Từng đoàn viên đọc nội dung đăng ký rèn luyện năm, <nhiều bạn đăng ký giống nhau"
            "|có {m} bạn đăng ký học nghề|chi đoàn góp ý ngay>."
        ),
        (
            "<Chấm thử|Đánh giá thử> Chương trình Rèn luyện đoàn viên quý {quarter}, <{m} bạn chưa"
            " đạt tiêu chí sinh hoạt|tất cả đạt khá trở lên>."
        ),
        (
            "Hướng dẫn cách ghi sổ rèn luyện <theo mẫu mới|gọn trong một trang>, <làm mẫu một cuốn"
            "|phát lại {m} cuốn bị thất lạc>."
        ),
        (
            "Các bạn nêu khó khi đăng ký rèn luyện: <đi làm theo ca|không có chỗ tập thể thao"
            "|tiêu chí ngoại ngữ chưa hợp với ấp>."
        ),
        (
            "Chi đoàn gắn rèn luyện đoàn viên với <bài tập cụ thể về vệ sinh nơi ở|tiết kiệm nuôi"
            " heo đất|tham gia đội bóng đá ấp>."
        ),
    ),
    v.LEARNING: (
        (
            "Kể chuyện Bác <về tiết kiệm|về lời hứa với em nhỏ|về tình đoàn kết|về tự học|về giờ"
            " giấc>, <{m} bạn liên hệ bản thân|cả chi đoàn cùng trao đổi>."
        ),
        (
            "Sinh hoạt chuyên đề năm {year} về học tập và làm theo Bác, <lấy ví dụ ngay trong"
            " ấp|chọn {m} việc làm theo|chia hai nhóm thảo luận|bàn nhiều về tinh thần phục vụ"
            " nhân dân>."
        ),
        (
            "Chi đoàn duy trì <heo đất “Làm theo lời Bác”|quỹ giúp bạn|thùng gom ve chai>, đến nay"
            " được {money} nghìn đồng."
        ),
        "Hũ gạo tình thương của chi đoàn giúp được {qc} lượt <bà con neo đơn|học sinh khó khăn>.",
        (
            "Mỗi đoàn viên đăng ký một việc làm theo Bác; việc được nhắc nhiều là <đi họp đúng giờ"
            "|giúp người già neo đơn|không xả rác xuống kênh|bớt điện thoại trong giờ làm>."
        ),
        (
            "Nghe {m} gương người tốt, việc tốt ở ấp, <nhất là chuyện trả lại của rơi"
            "|nhất là anh đoàn viên hiến đất làm lộ|đề nghị xã biểu dương>."
        ),
        (
            "Đọc và trao đổi mẩu chuyện trong <tài liệu học tập và làm theo Bác|bản tin của Huyện"
            " đoàn> tháng {month}."
        ),
    ),
    v.MEETINGS: (
        (
            "Buổi họp <có trò chơi mở đầu|xen văn nghệ|chiếu clip ngắn> nên <bớt khô|các bạn nói"
            " nhiều hơn>; phần nội dung gói trong <45|50|60> phút."
        ),
        (
            "Góp ý trực tiếp cách điều hành: <nêu việc trước, đọc tài liệu sau|mỗi kỳ một chủ điểm"
            "|để đoàn viên nói ít nhất nửa thời gian>."
        ),
        (
            "Chi đoàn thử sinh hoạt theo chủ đề “{theme}”, <chuẩn bị công phu|do nhóm đoàn viên nữ"
            " chuẩn bị|các bạn hưởng ứng>."
        ),
        (
            "Nghị quyết họp kỳ trước <được đọc lại và chấm từng việc|chưa kiểm điểm lại>, còn {m}"
            " việc chuyển sang tháng sau."
        ),
        (
            "Bàn chuyển giờ họp sang <tối thứ Bảy|chiều Chủ nhật|19 giờ ngày 15 hằng tháng> để"
            " người đi làm dự được."
        ),
        (
            "Các bạn đề nghị <sinh hoạt ghép theo cụm|họp lưu động theo tổ|kết hợp họp với lao"
            " động tình nguyện> {m} tháng một lần."
        ),
        "Sinh hoạt theo cụm chi đoàn, mỗi chi đoàn báo cáo 5 phút rồi cùng bàn “{theme}”.",
        (
            "Nhóm Zalo của chi đoàn có {total} thành viên, dùng để <báo lịch họp|gửi tài liệu trước"
            "|điểm danh người đi xa>."
        ),
    ),
    v.SITUATION: (
        (
            "Nắm tình hình: <vụ {crop} này được giá|{crop} rớt giá|{crop} phát triển tốt>, thanh"
            " niên <ở lại làm|đi Bình Dương, Đồng Nai nhiều|nhận việc thời vụ>."
        ),
        (
            "Ấp có {youth} thanh niên, <đi làm xa khoảng một phần ba|ở nhà chưa tới phân nửa|đa số"
            " làm nông>."
        ),
        (
            "Tình hình an ninh trật tự <ổn định|có {m} vụ mâu thuẫn nhỏ đã hòa giải>; <thanh niên"
            " hư giảm|chưa phát sinh điểm nóng>."
        ),
        "{season_news}.",
        (
            "Chi đoàn báo có {m} thanh niên <chuẩn bị đi xuất khẩu lao động|mới lập gia đình, cần"
            " vốn|học nghề sửa máy nông nghiệp>."
        ),
        (
            "Hỏi thăm từng tổ: <giao thông qua lại thuận tiện|đường tổ 5 hay ngập|nước sinh hoạt"
            " yếu giờ cao điểm>, <các bạn còn đi làm đều|việc làm mùa này ít>."
        ),
    ),
    v.THINKING: (
        (
            "Tư tưởng đoàn viên <ổn định|phấn khởi|có phần lo>, quan tâm nhiều đến <việc làm gần"
            " nhà|giá {crop}|học phí của con em|đăng ký nghĩa vụ quân sự>."
        ),
        (
            "Các bạn <thẳng thắn nói|tâm sự> chuyện <ngại họp vì mệt|sợ vay vốn không trả nổi"
            "|muốn ra riêng làm ăn|nản vì phụ cấp thấp>; đã trao đổi, động viên."
        ),
        (
            "Trao đổi cách dùng mạng xã hội, <không chia sẻ tin chưa kiểm chứng|nhận biết lời mời"
            " vay tiền qua điện thoại|kể chuyện đẹp của ấp>."
        ),
        (
            "Cán bộ chi đoàn <mong được tập huấn|có ý định đi làm xa, đang thuyết phục ở lại"
            "|gắn bó nhưng thiếu thời gian>."
        ),
        (
            "Nghe ý kiến về <tuyển quân năm tới|chuyện khởi nghiệp|nhà ở của vợ chồng trẻ>, {m} bạn"
            " phát biểu <rất thật|sôi nổi>."
        ),
        (
            "Thanh niên trong ấp <đồng tình chủ trương làm lộ|băn khoăn việc mở rộng lộ|mong có sân"
            " bóng>, chi đoàn ghi nhận để phản ánh."
        ),
    ),
    v.DIFFICULTIES: (
        (
            "Dành <nửa cuối buổi|30 phút> nghe khó khăn: <kinh phí|chỗ họp|người đi làm xa|loa"
            " máy> là chuyện được nhắc nhiều nhất."
        ),
        (
            "Tháo gỡ tại chỗ việc <chuyển sinh hoạt cho {m} đoàn viên|cấp lại thẻ đoàn|chốt danh"
            " sách đoàn viên đi làm ăn xa|thống nhất lịch với ấp>."
        ),
        (
            "Chi đoàn hỏi thủ tục vay vốn <giải quyết việc làm|Ngân hàng Chính sách xã hội"
            "|dự án thanh niên làm kinh tế>, đã hướng dẫn <đầu mối|các bước lập hồ sơ>."
        ),
        (
            "Vướng ở <khâu thu đoàn phí|việc lập sổ chi đoàn|xếp loại đoàn viên vắng lâu>; đã cùng"
            " Bí thư chi đoàn <làm lại danh sách|ghi rõ từng trường hợp>."
        ),
        (
            "Ghi nhận {m} ý kiến của đoàn viên về <sân chơi|đèn đường|tủ sách|học nghề>, <phân loại"
            " ngay tại cuộc họp|hẹn trả lời kỳ họp sau>."
        ),
    ),
}

CLOSINGS = (
    "Cuối buổi chốt {m} việc tháng tới, có người chịu trách nhiệm.",
    (
        "Kết thúc lúc <20 giờ 30|21 giờ|gần 21 giờ|17 giờ>, <các bạn ở lại trò chuyện thêm"
        "|ghi biên bản đầy đủ|hẹn kỳ sau>."
    ),
    "Bí thư chi đoàn tiếp thu, <hẹn báo kết quả qua Đoàn xã|ghi vào nghị quyết kỳ này>.",
    "Sau họp ghé <xem lộ mới làm|thăm mô hình nuôi của một đoàn viên|xem nhà văn hóa>.",
    "Các bạn <thống nhất cao|biểu quyết nhất trí> chương trình tháng {next_month}.",
)

ABSENCES = (
    "vắng chủ yếu do đi làm xa",
    "{away} bạn vắng có phép",
    "số vắng đang đi làm ở thành phố",
    "vắng {away} bạn trực ca",
    "một số bạn bận mùa vụ",
    "các bạn ở xa theo dõi qua nhóm Zalo",
)
