"""Work with districts, communes and unions: inspections, help, campaigns, surveys, conferences."""

from __future__ import annotations

from samples import vocabulary as v

WORK: dict[str, tuple[str, ...]] = {
    v.PERIODIC: (
        "Kiểm tra công tác đoàn và phong trào thanh thiếu niên {half} tại {unit}.",
        "Đoàn kiểm tra làm việc với {host} về kết quả {half}, <nghe báo cáo|xem hồ sơ|đi thực tế"
        " cơ sở>.",
        "Làm việc với Ban Thường vụ {host}, đối chiếu {m} nhóm chỉ tiêu của chương trình năm.",
        "Chấm điểm bộ tiêu chí thi đua {half} của {host}, <xem minh chứng từng mục|phúc tra {m} cơ"
        " sở>.",
        "Kiểm tra định kỳ {unit}: hồ sơ tổ chức, <đoàn phí|phát triển đoàn viên|công tác kiểm tra>"
        " và phong trào.",
        "Nghe {host} báo cáo {half}, sau đó chia tổ kiểm tra <thực địa|sổ sách> ở cơ sở.",
    ),
    v.THEMATIC: (
        "Giám sát chuyên đề “{subject}” tại {unit}.",
        "Kiểm tra chuyên đề “{subject}”, làm việc với {host} và {m} chi đoàn.",
        "Cùng Ủy ban Kiểm tra Tỉnh đoàn kiểm tra việc thực hiện “{subject}” tại {unit}.",
        "Làm việc với {host} theo kế hoạch giám sát “{subject}”, <xem hồ sơ hai năm gần đây|phỏng"
        " vấn {qc} đoàn viên|dự một buổi họp lệ>.",
    ),
    v.BUILDING: (
        "Cùng {host} ra quân <làm lộ nông thôn|trồng cây ven lộ|vệ sinh môi trường|lắp đèn đường>,"
        " dài khoảng {metres} m.",
        "Tham gia công trình “{project}” tại {unit}, <đổ bê tông đoạn cuối|làm cỏ, phát quang"
        "|sơn cột, lắp bóng>.",
        "Khảo sát và khởi công “{project}” tại {unit}, {youth} thanh niên tham gia.",
        "Dự Ngày Chủ nhật xanh tại {unit}: <thu gom rác|vớt lục bình|trồng hoa|xóa quảng cáo dán"
        " bậy>, {youth} người.",
        "Rà tiêu chí <môi trường|giao thông|cơ sở vật chất văn hóa> của {unit}, rồi cùng thanh niên"
        " làm {metres} m <hàng rào cây xanh|đường hoa> để xã sớm về đích nông thôn mới.",
        "Về {unit} <nghiệm thu|bàn giao> “{project}” do đoàn viên góp {qc} trăm ngày công.",
        "Tham gia làm {metres} m lộ đal ở {unit}, <dân hiến đất|xã hỗ trợ xi măng>, thanh niên góp"
        " công.",
    ),
    v.SUPPORT: (
        "Hỗ trợ {host} củng cố các chi đoàn <yếu|ít đoàn viên|trống Bí thư>, làm mẫu {m} buổi sinh"
        " hoạt.",
        "Hướng dẫn {host} <rà danh sách đoàn viên|ghi sổ chi đoàn|làm hồ sơ kết nạp|xây dựng tiêu"
        " chí chi đoàn mạnh>.",
        "Tập huấn tại chỗ cho {qc} Bí thư chi đoàn của {unit} về <kỹ năng điều hành|nghiệp vụ công"
        " tác đoàn|cách viết nghị quyết>.",
        "Cùng {host} gặp từng chi đoàn để bàn cách nâng chất lượng đoàn viên, <chọn điểm chỉ đạo"
        "|phân loại chi đoàn>.",
        "Giúp {host} chuẩn bị <đại hội điểm chi đoàn|sinh hoạt mẫu|câu lạc bộ kỹ năng>, góp ý văn"
        " kiện và cách điều hành.",
        "Đi {m} chi đoàn của {unit} xem sổ sách, <dự họp lệ|trao đổi với chi bộ>.",
    ),
    v.SURVEY: (
        "Khảo sát <việc làm của thanh niên|nhu cầu học nghề|thanh niên đi làm ăn xa|đời sống thanh"
        " niên Khmer> tại {unit}.",
        "Phát {youth} phiếu hỏi về <nhu cầu vay vốn|sinh hoạt chi đoàn|sử dụng mạng xã hội|khởi"
        " nghiệp> tại {unit}.",
        "Gặp gỡ, phỏng vấn thanh niên {unit} về <hạn, mặn và sinh kế|học nghề|tâm tư, nguyện vọng>.",
        "Nắm tình hình theo chuyên đề tại {unit}, làm việc với {host} và {m} ấp, khóm.",
    ),
    v.CONFERENCE: (
        "Dự Hội nghị Ban Chấp hành {host} <lần thứ {m}|thường kỳ|mở rộng>, {review}.",
        "Dự và phát biểu tại hội nghị <sơ kết|tổng kết> công tác đoàn của {host}, {review}.",
        "Dự họp Ban Thường vụ {host} bàn <nhân sự|kế hoạch quý|phân công địa bàn>, {review}.",
        "Tham dự hội nghị {host} kiện toàn <chức danh Phó Bí thư|Ủy ban Kiểm tra|Ban Chấp hành>,"
        " {review}.",
        "Dự hội nghị của {host}; nghe {m} tham luận, {review}.",
    ),
    v.OTHER: (
        "Dự <hội thao|giao lưu văn nghệ|ngày hội văn hóa> tại {unit}.",
        "Trao <học bổng|xe đạp|tập sách> cho học sinh vượt khó tại {unit}.",
        "Làm việc với {host} về <phối hợp với Ban Quản trị chùa|chuẩn bị hội thao|công tác Hội"
        " LHTN>.",
        "Dự <tư vấn hướng nghiệp|diễn đàn thanh niên|đối thoại với lãnh đạo xã> tại {unit}, có"
        " {youth} bạn dự.",
        "Gặp mặt <bộ đội xuất ngũ|trí thức trẻ|thanh niên khởi nghiệp> ở {unit}, nghe {m} ý kiến.",
    ),
    v.AT_PROVINCE: (
        "Dự <giao ban|hội nghị sơ kết|họp chuyên đề> của Tỉnh đoàn, triển khai nhiệm vụ tháng"
        " {next_month}.",
        "Tham gia lớp tập huấn <nghiệp vụ kiểm tra|kỹ năng công tác đoàn> tại tỉnh.",
        "Họp Ban Chấp hành Tỉnh đoàn, thảo luận báo cáo {half}.",
    ),
}

# Programmes have one bank each: the season decides what is done.
SEASONS: dict[str, tuple[str, ...]] = {
    v.ENLISTMENT: (
        "Dự Hội trại Tòng quân tại {unit}: <dựng trại|giao lưu cựu chiến binh|đêm lửa trại>, tặng"
        " quà tân binh.",
        "Cùng {host} tổ chức hội trại đưa tiễn thanh niên nhập ngũ, <có {youth} trại viên|thăm hỏi"
        " gia đình tân binh>.",
        "Tham gia hội trại và lễ giao nhận quân tại {unit}, <động viên {youth} tân binh|cùng ăn bữa"
        " cơm chiều với trại viên>.",
    ),
    v.YOUTH_MONTH: (
        "Dự lễ ra quân Tháng Thanh niên tại {unit}, {youth} thanh niên tham gia <làm lộ|trồng cây"
        "|dọn vệ sinh>.",
        "Cùng {host} thực hiện công trình “{project}” chào mừng <26/3|Tháng Thanh niên>.",
        "Kiểm tra hoạt động Tháng Thanh niên của {host}, <dự kết nạp đoàn viên mới|xem {m} công"
        " trình>.",
        "Dự ngày hội thanh niên tại {unit}: <hội thao|đối thoại với lãnh đạo|hiến máu|chợ phiên khởi"
        " nghiệp>.",
        "Cùng {unit} tổ chức <hành trình về địa chỉ đỏ|thắp hương nghĩa trang|tuyên dương đoàn viên"
        " tiêu biểu> dịp 26/3.",
    ),
    v.SUMMER: (
        "Thăm đội hình <Mùa hè xanh|Hoa phượng đỏ|Hành quân xanh|Kỳ nghỉ hồng> đóng quân tại {unit}.",
        "Cùng chiến sĩ tình nguyện ở {unit} <đổ bê tông {metres} m lộ|lợp lại {m} căn nhà|dạy học hè"
        "|sơn sửa điểm trường>.",
        "Kiểm tra tiến độ chiến dịch hè tại {unit}, <nhật ký đội hình|công trình “{project}”|chỗ ăn"
        " ở của chiến sĩ>.",
        "Dự <lớp dạy bơi|trại hè thiếu nhi|ngày hội sách hè> do {host} tổ chức.",
    ),
    v.SPRING: (
        "Tham gia Xuân tình nguyện tại {unit}: <sơn sửa nhà văn hóa|dọn vệ sinh đón Tết|gói bánh"
        " tét>.",
        "Cùng {host} trao quà Tết và <làm lộ hoa|trang trí đường quê>, {youth} thanh niên tham gia.",
    ),
}

# What happens in one month only, besides what happens all through the campaign or the year.
MONTHLY: dict[tuple[str, int], tuple[str, ...]] = {
    (v.SUMMER, 6): (
        "Dự ra quân Chiến dịch Thanh niên tình nguyện hè tại {unit}, {youth} chiến sĩ tham gia.",
    ),
    (v.SUMMER, 7): (
        "Cùng {host} <thắp nến tri ân|sửa sang nghĩa trang|thăm gia đình chính sách> dịp 27/7.",
    ),
    (v.SUMMER, 8): (
        "Dự tổng kết đội hình hè ở {unit}, <nghiệm thu “{project}”|khen {qc} chiến sĩ>.",
    ),
    (v.OTHER, 1): (
        "Thăm, chúc Tết <đoàn viên trực Tết|lực lượng trực chốt|thanh niên công nhân ở trọ> tại"
        " {unit}.",
        "Cùng {host} trao <quà Tết|vé xe về quê|áo ấm> cho <công nhân trẻ|học sinh vượt khó>.",
    ),
    (v.OTHER, 11): ("Dự ngày hội đại đoàn kết toàn dân tộc tại {unit}, ăn bữa cơm chung với bà con.",),
}

DETAILS: dict[str, tuple[str, ...]] = {
    v.PERIODIC: (
        "<Ưu điểm|Mặt được>: phong trào có trọng tâm, <công trình thanh niên vượt chỉ tiêu|số chi"
        " đoàn họp lệ đạt {percent}%|phối hợp với ngành tốt>.",
        "Hạn chế: <báo cáo còn chậm|hồ sơ kiểm tra thiếu|chỉ tiêu kết nạp mới đạt {percent}%|chi"
        " đoàn họp lệ chưa đều>.",
        "Kiểm tra điểm tại {m} cơ sở, <sổ sách khá đầy đủ|biên bản họp lệ còn sơ lược|đoàn viên nắm"
        " việc>.",
        "Thống nhất điểm tự chấm, <điều chỉnh {m} tiêu chí|bổ sung minh chứng trong tuần|nhân rộng"
        " một mô hình hay>.",
        "Chỉ tiêu giới thiệu đoàn viên ưu tú đạt {percent}%, <cao hơn cùng kỳ|cần đẩy nhanh>.",
    ),
    v.THEMATIC: (
        "Kết quả: {percent}% chi đoàn triển khai, <cách làm sáng tạo ở cơ sở|một số nơi còn hình"
        " thức|kế hoạch ban hành kịp thời>.",
        "Đoàn giám sát chỉ ra {m} điểm cần khắc phục, <hẹn kiểm tra lại sau ba tháng|{host} tiếp"
        " thu>.",
        "Hồ sơ <đủ kế hoạch, báo cáo|thiếu sổ theo dõi>, việc ghi chép ở chi đoàn <không đều|tiến"
        " bộ rõ>.",
        "Trao đổi trực tiếp với {qc} đoàn viên, phần lớn <hiểu nội dung|cần được hướng dẫn thêm>.",
    ),
    v.BUILDING: (
        "Xong {percent}% khối lượng trong ngày, <bà con góp nước uống|còn lại giao chi đoàn làm tiếp"
        "|trời nắng nhưng anh em làm khỏe>.",
        "Vật liệu do <dân góp|xã đối ứng|mạnh thường quân tài trợ>, {host} lo <nhân lực|dụng cụ>.",
        "Giao chi đoàn <tưới, dặm cây|giữ vệ sinh tuyến đường|kiểm tra bóng đèn> hằng tuần.",
        "Đoàn viên và bà con cùng làm, <lộ rộng hơn, xe lúa qua được|tuyến đường sạch thấy rõ"
        "|ban đêm đi lại yên tâm>.",
    ),
    v.SUPPORT: (
        "Phân loại lại: {m} chi đoàn mạnh, <số còn lại trung bình|một chi đoàn cần ghép>; chọn nơi"
        " làm điểm.",
        "Các Bí thư chi đoàn <thực hành điều hành họp|tự soạn chương trình tháng>, góp ý cho nhau.",
        "Cập nhật được {youth} đoàn viên vào danh sách, <{m} trường hợp trùng|còn thiếu ngày vào"
        " Đoàn>.",
        "Cơ sở <mong có tài liệu ngắn|đề nghị giữ cách cầm tay chỉ việc|hẹn tự làm đợt sau>.",
    ),
    v.SURVEY: (
        "Thu về {youth} ý kiến; <gần một nửa muốn học nghề|nhiều bạn muốn vay vốn nhỏ|đa số muốn có"
        " việc gần nhà>.",
        "Đi {m} ấp, khóm, gặp <thanh niên có gia đình|hộ nuôi trồng|nhóm bạn mới đi làm xa về>.",
        "Số liệu ban đầu: {percent}% thanh niên có việc làm thường xuyên, <thu nhập bấp bênh|việc"
        " theo mùa>.",
        "Phiếu đã nhập, <báo cáo gửi Thường trực trong tuần|cần hỏi thêm nhóm đi biển>.",
    ),
    v.PROGRAMME: (
        "Không khí <sôi nổi|ấm áp|trang nghiêm>, <trời mưa vẫn đủ đội hình|bà con ủng hộ nước uống,"
        " trái cây>.",
        "Trao {m} phần <quà|học bổng|sổ tiết kiệm> từ nguồn vận động.",
        "Nhắc đội hình <giữ an toàn|ghi nhật ký|phối hợp chi đoàn ấp>, <công việc còn {m} ngày"
        "|bám sát chỉ tiêu>.",
        "{host} chuẩn bị chu đáo, <huy động đúng người, đúng việc|thiếu dụng cụ nên chia ca>.",
        "Có {qc} thanh niên Khmer trong đội nòng cốt, <phiên dịch cho bà con|dẫn chương trình song"
        " ngữ>.",
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

SUBJECTS = (
    "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    "Chương trình Rèn luyện đoàn viên",
    "Thu, nộp và sử dụng đoàn phí",
    "Công tác phát triển đoàn viên mới",
    "Giới thiệu đoàn viên ưu tú cho Đảng",
    "Chất lượng sinh hoạt chi đoàn ấp, khóm",
    "Thực hiện Nghị quyết Đại hội Đoàn các cấp",
    "Ủy thác vốn vay Ngân hàng Chính sách xã hội",
)

REVIEWS = (
    "tập trung đánh giá phong trào quý {quarter}",
    "góp ý các chỉ tiêu đạt thấp",
    "thống nhất {m} nhiệm vụ trọng tâm",
    "đề nghị quan tâm chi đoàn vùng ven biển",
    "lưu ý công tác cán bộ ở cơ sở",
    "biểu dương {m} cơ sở làm tốt",
)

# Advice and results of work with the hands, of inspections, and of everything else.
FIELD_ADVICE = (
    "Nhân rộng cách làm “{project}”, <mời các nơi đến học|viết thành tài liệu một trang>.",
    "Chú ý <an toàn giao thông|an toàn lao động|sức khỏe> của đoàn viên khi <làm trên lộ|ra đồng"
    "|làm gần kênh rạch>.",
    "Phân công người theo dõi từng công trình, <báo tiến độ hằng tuần|công khai thu chi với dân>.",
    "Kết hợp phong trào với <tạo nguồn đoàn viên|giới thiệu đoàn viên ưu tú cho Đảng|chăm lo thiếu"
    " nhi>.",
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
    "Quan tâm chi đoàn ấp, khóm <xa trung tâm|vùng đồng bào Khmer|ít đoàn viên>, <mỗi tháng có người"
    " về dự họp|ưu tiên tài liệu, dụng cụ>.",
    "Chủ động đề xuất cấp ủy, chính quyền <hỗ trợ kinh phí|bố trí cán bộ|tạo quỹ đất làm sân chơi>.",
    "Tăng cường nắm tư tưởng thanh niên, <nhất là công nhân trẻ|nhất là người mới về quê>, phản ánh"
    " kịp thời.",
    "Đề nghị {host} <bám sát cơ sở hơn|lập lịch dự họp lệ|phân công lại địa bàn> từ tháng"
    " {next_month}.",
    "Chọn việc vừa sức, <làm điểm một nơi rồi mở rộng|có thời hạn và người theo dõi>.",
    "Dùng tốt đội ngũ <giáo viên trẻ|bộ đội xuất ngũ|người có uy tín> ở cơ sở.",
    "Phối hợp <Hội LHTN|Hội Phụ nữ|Hội Nông dân> để <đỡ trùng việc|thêm nguồn lực>.",
)

FIELD_RESULTS = (
    "Hoàn thành {metres} m <lộ|đường hoa|tuyến đèn>, trị giá khoảng {qc} chục triệu đồng.",
    "Trao {m} suất quà, {qc} <áo phao|bộ tập sách|phần học bổng>.",
    "{youth} đoàn viên, thanh niên tham gia, <đạt yêu cầu đề ra|đông hơn dự kiến>.",
    "Trồng {youth} cây <dừa|bàng|hoàng yến|hoa mười giờ>, dọn sạch {m} điểm rác.",
    "Công trình <đạt khoảng {percent}%|xong phần nền|đưa vào sử dụng ngay>.",
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
