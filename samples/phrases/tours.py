"""Work with districts, communes and unions: inspections, help, campaigns, surveys, conferences."""

from __future__ import annotations

from samples import vocabulary as v

WORK: dict[str, tuple[str, ...]] = {
    v.PERIODIC: (
        "Kiểm tra công tác đoàn và phong trào thanh thiếu niên {half} tại {unit}.",
        (
            "Đoàn kiểm tra làm việc với {host} về kết quả {half}, <nghe báo cáo|xem hồ sơ|đi thực"
            " tế cơ sở>."
        ),
        "Làm việc với Ban Thường vụ {host}, đối chiếu {m} nhóm chỉ tiêu của chương trình năm.",
        (
            "Chấm điểm bộ tiêu chí thi đua {half} của {host}, <xem minh chứng từng mục|phúc tra"
            " {m} cơ sở>."
        ),
        (
            "Kiểm tra định kỳ {unit}: hồ sơ tổ chức, <đoàn phí|phát triển đoàn viên|công tác kiểm"
            " tra> và phong trào."
        ),
        "Nghe {host} báo cáo {half}, sau đó chia tổ kiểm tra <thực địa|sổ sách> ở cơ sở.",
    ),
    v.THEMATIC: (
        "Giám sát chuyên đề “{subject}” tại {unit}.",
        "Kiểm tra chuyên đề “{subject}”, làm việc với {host} và {m} chi đoàn.",
        "Cùng Ủy ban Kiểm tra Tỉnh đoàn kiểm tra việc thực hiện “{subject}” tại {unit}.",
        (
            "Làm việc với {host} theo kế hoạch giám sát “{subject}”, <xem hồ sơ hai năm gần"
            " đây|phỏng vấn {qc} đoàn viên|dự một buổi họp lệ>."
        ),
    ),
    v.BUILDING: (
        (
            "Cùng {host} ra quân <làm lộ nông thôn|trồng cây ven lộ|vệ sinh môi trường|lắp đèn"
            " đường>, dài khoảng {metres} m."
        ),
        (
            "Tham gia công trình “{project}” tại {unit}, <đổ bê tông đoạn cuối|làm cỏ, phát quang"
            "|sơn cột, lắp bóng>."
        ),
        "Khảo sát và khởi công “{project}” tại {unit}, {youth} thanh niên tham gia.",
        (
            "Dự Ngày Chủ nhật xanh tại {unit}: <thu gom rác|vớt lục bình|trồng hoa|xóa quảng cáo"
            " dán bậy>, {youth} người."
        ),
        (
            "Rà tiêu chí <môi trường|giao thông|cơ sở vật chất văn hóa> của {unit}, rồi cùng thanh"
            " niên làm {metres} m <hàng rào cây xanh|đường hoa> để xã sớm về đích nông thôn mới."
        ),
        "Về {unit} <nghiệm thu|bàn giao> “{project}” do đoàn viên góp {youth} ngày công.",
        (
            "Tham gia làm {metres} m lộ đal ở {unit}, <dân hiến đất|xã hỗ trợ xi măng>, thanh niên"
            " góp công."
        ),
    ),
    v.SUPPORT: (
        (
            "Hỗ trợ {host} củng cố các chi đoàn <yếu|ít đoàn viên|trống Bí thư>, làm mẫu {m} buổi"
            " sinh hoạt."
        ),
        (
            "Hướng dẫn {host} <rà danh sách đoàn viên|ghi sổ chi đoàn|làm hồ sơ kết nạp|xây dựng"
            " tiêu chí chi đoàn mạnh>."
        ),
        (
            "Tập huấn tại chỗ cho {qc} Bí thư chi đoàn của {unit} về <kỹ năng điều hành|nghiệp vụ"
            " công tác đoàn|cách viết nghị quyết>."
        ),
        (
            "Cùng {host} gặp từng chi đoàn để bàn cách nâng chất lượng đoàn viên, <chọn điểm chỉ"
            " đạo|phân loại chi đoàn>."
        ),
        (
            "Giúp {host} chuẩn bị <đại hội điểm chi đoàn|sinh hoạt mẫu|câu lạc bộ kỹ năng>, góp ý"
            " văn kiện và cách điều hành."
        ),
        "Đi {m} chi đoàn của {unit} xem sổ sách, <dự họp lệ|trao đổi với chi bộ>.",
    ),
    v.SURVEY: (
        (
            "Khảo sát <việc làm của thanh niên|nhu cầu học nghề|thanh niên đi làm ăn xa|đời sống"
            " thanh niên Khmer> tại {unit}."
        ),
        (
            "Phát {youth} phiếu hỏi về <nhu cầu vay vốn|sinh hoạt chi đoàn|sử dụng mạng xã hội|khởi"
            " nghiệp> tại {unit}."
        ),
        (
            "Gặp gỡ, phỏng vấn thanh niên {unit} về <hạn, mặn và sinh kế|học nghề|tâm tư, nguyện"
            " vọng>."
        ),
        "Nắm tình hình theo chuyên đề tại {unit}, làm việc với {host} và {m} ấp, khóm.",
    ),
    v.CONFERENCE: (
        "Dự Hội nghị Ban Chấp hành {host} <lần thứ {m}|thường kỳ|mở rộng>, {review}.",
        "Dự và phát biểu tại hội nghị {summing_up} công tác đoàn của {host}, {review}.",
        "Dự họp Ban Thường vụ {host} bàn <nhân sự|kế hoạch quý|phân công địa bàn>, {review}.",
        (
            "Tham dự hội nghị {host} kiện toàn <chức danh Phó Bí thư|Ủy ban Kiểm tra|Ban Chấp"
            " hành>, {review}."
        ),
        "Dự hội nghị của {host}; nghe {m} tham luận, {review}.",
    ),
    v.OTHER: (
        "Dự <hội thao|giao lưu văn nghệ|ngày hội văn hóa> tại {unit}.",
        "Trao <học bổng|xe đạp|tập sách> cho học sinh vượt khó tại {unit}.",
        (
            "Làm việc với {host} về <phối hợp với Ban Quản trị chùa|chuẩn bị hội thao|công tác Hội"
            " LHTN>."
        ),
        (
            "Dự <tư vấn hướng nghiệp|diễn đàn thanh niên|đối thoại với lãnh đạo xã> tại {unit}, có"
            " {youth} bạn dự."
        ),
        "Gặp mặt <bộ đội xuất ngũ|trí thức trẻ|thanh niên khởi nghiệp> ở {unit}, nghe {m} ý kiến.",
    ),
    v.AT_PROVINCE: (
        (
            "Dự <giao ban|hội nghị sơ kết|họp chuyên đề> của Tỉnh đoàn, triển khai nhiệm vụ tháng"
            " {next_month}."
        ),
        "Tham gia lớp tập huấn <nghiệp vụ kiểm tra|kỹ năng công tác đoàn> tại tỉnh.",
        "Họp Ban Chấp hành Tỉnh đoàn, <góp ý báo cáo quý {quarter}|bàn việc tháng {next_month}>.",
    ),
}

# Programmes have one bank each: the season decides what is done.
SEASONS: dict[str, tuple[str, ...]] = {
    v.ENLISTMENT: (
        (
            "Dự Hội trại Tòng quân tại {unit}: <dựng trại|giao lưu cựu chiến binh|đêm lửa trại>,"
            " tặng quà tân binh."
        ),
        (
            "Cùng {host} tổ chức hội trại đưa tiễn thanh niên nhập ngũ, <có {youth} trại viên|thăm"
            " hỏi gia đình tân binh>."
        ),
        (
            "Tham gia hội trại và lễ giao nhận quân tại {unit}, <động viên {youth} tân binh|cùng"
            " ăn bữa cơm chiều với trại viên>."
        ),
    ),
    v.YOUTH_MONTH: (
        (
            "Dự lễ ra quân Tháng Thanh niên tại {unit}, {youth} thanh niên tham gia <làm lộ|trồng"
            " cây|dọn vệ sinh>."
        ),
        "Cùng {host} thực hiện công trình “{project}” chào mừng <26/3|Tháng Thanh niên>.",
        (
            "Kiểm tra hoạt động Tháng Thanh niên của {host}, <dự kết nạp đoàn viên mới|xem {m} công"
            " trình>."
        ),
        (
            "Dự ngày hội thanh niên tại {unit}: <hội thao|đối thoại với lãnh đạo|hiến máu|chợ"
            " phiên khởi nghiệp>."
        ),
        (
            "Cùng {unit} tổ chức <hành trình về địa chỉ đỏ|thắp hương nghĩa trang|tuyên dương đoàn"
            " viên tiêu biểu> dịp 26/3."
        ),
    ),
    v.SUMMER: (
        (
            "Thăm đội hình <Mùa hè xanh|Hoa phượng đỏ|Hành quân xanh|Kỳ nghỉ hồng> đóng quân tại"
            " {unit}."
        ),
        (
            "Cùng chiến sĩ tình nguyện ở {unit} <đổ bê tông {metres} m lộ|lợp lại {m} căn nhà|dạy"
            " học hè|sơn sửa điểm trường>."
        ),
        (
            "Kiểm tra tiến độ chiến dịch hè tại {unit}, <nhật ký đội hình|công trình"
            " “{project}”|chỗ ăn ở của chiến sĩ>."
        ),
        "Dự <lớp dạy bơi|trại hè thiếu nhi|ngày hội sách hè> do {host} tổ chức.",
    ),
    v.SPRING: (
        (
            "Tham gia Xuân tình nguyện tại {unit}: <sơn sửa nhà văn hóa|dọn vệ sinh đón Tết|gói"
            " bánh tét>."
        ),
        (
            "Cùng {host} trao quà Tết và <làm lộ hoa|trang trí đường quê>, {youth} thanh niên tham"
            " gia."
        ),
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
        (
            "Thăm, chúc Tết <đoàn viên trực Tết|lực lượng trực chốt|thanh niên công nhân ở trọ> tại"
            " {unit}."
        ),
        "Cùng {host} trao <quà Tết|vé xe về quê|áo ấm> cho <công nhân trẻ|học sinh vượt khó>.",
    ),
    (v.OTHER, 11): (
        "Dự ngày hội đại đoàn kết toàn dân tộc tại {unit}, ăn bữa cơm chung với bà con.",
    ),
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
