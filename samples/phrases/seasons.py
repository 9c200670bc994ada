"""What the hamlets talk about month by month: crops, feasts, floods and salt water."""

from __future__ import annotations

from random import Random

from samples.phrases.picker import choose

# By month; 14 and 15 are February and March 2020, when the first wave of disease changed the talk.
SEASON_NEWS: dict[int, tuple[str, ...]] = {
    1: (
        "Bà con đang lo <hoa Tết|rau màu Tết|tôm cua Tết>, thanh niên đi xa bắt đầu về.",
        "Chuẩn bị chợ Tết và <đêm văn nghệ mừng xuân|gói bánh tét tặng bà con>.",
    ),
    2: (
        "Sau Tết, <nhiều bạn trở lại khu công nghiệp|tân binh lên đường>, chi đoàn vắng hẳn.",
        "Thanh niên <đưa tiễn tân binh|xuống đồng đầu năm>, tình hình sau Tết bình thường.",
    ),
    3: (
        "Mùa khô, <độ mặn trên kênh tăng|kênh nội đồng cạn>, bà con <trữ nước tưới|đắp đập tạm>.",
        "Không khí Tháng Thanh niên rõ, <cờ hoa ở trụ sở ấp|nhiều phần việc cùng lúc>.",
    ),
    4: (
        "Bà con Khmer đón Chôl Chnăm Thmây, thanh niên <tập múa|dọn khuôn viên chùa|nấu ăn giúp>.",
        (
            "Nắng nóng, <thiếu nước ngọt tưới màu|dừa treo trái>, các bạn lo <vụ hè thu|nước sinh"
            " hoạt>."
        ),
    ),
    5: (
        "Mưa đầu mùa đã có, <bà con xuống giống hè thu|ao tôm cần xử lý nước>.",
        "Học sinh chuẩn bị thi, <chi đoàn dọn chỗ ôn bài ở nhà văn hóa|đoàn viên kèm các em>.",
    ),
    6: (
        "Các em nghỉ hè, <ấp cần chỗ chơi an toàn|lo nhất là đuối nước ở kênh>.",
        "Hè thu đang tốt, <thanh niên nhận phun thuốc, sạ phân thuê|việc đồng áng nhiều>.",
    ),
    7: (
        "Giữa mùa mưa, <lộ đất lầy|nước ngập chân ruộng>, đội tình nguyện hè <đang ở ấp|vừa về>.",
        "Chuẩn bị 27/7, <thanh niên dọn nghĩa trang|thắp nến tri ân|thăm gia đình chính sách>.",
    ),
    8: (
        "Thu hoạch hè thu, <giá lúa thấp hơn năm ngoái|thiếu công cắt>, thanh niên bận ngoài đồng.",
        "Sắp vào năm học, <còn vài em có nguy cơ bỏ học|chi đoàn gom sách cũ>.",
    ),
    9: (
        "Lễ Sen Đôn-ta gần kề, <thanh niên giúp chùa|sân ấp tập đua bò|nhà nhà gói bánh>.",
        "Triều cường <tràn bờ bao|gây ngập lộ>, bà con gia cố bờ ao.",
    ),
    10: (
        "Thu đông đang chăm, <chuột phá lúa|mưa nhiều nên dưa màu hư>, bà con tự khắc phục.",
        "Kỷ niệm Ngày Hội LHTN, <giải bóng chuyền ấp|giao lưu kéo co> thu hút thanh niên.",
    ),
    11: (
        "Lễ Ok Om Bok, <thanh niên tập ghe ngo|nhiều bạn bán hàng dịp hội>, trật tự tốt.",
        (
            "Khám tuyển nghĩa vụ quân sự đang diễn ra, <gia đình thanh niên đồng tình|{m} bạn tình"
            " nguyện viết đơn>."
        ),
    ),
    12: (
        "Cuối năm, <bà con vào vụ đông xuân|nước mặn có thể về sớm>, chi đoàn lo tổng kết.",
        "Thanh niên chuẩn bị hàng Tết, <trồng hoa, kiệu|đan đát, làm bánh>, thu nhập khá hơn.",
    ),
    14: (
        "Bà con quan tâm dịch bệnh do vi-rút corona, <khẩu trang khan|chợ vắng hơn>; mặn lên cao.",
        "Hạn mặn đến sớm, <thiếu nước ngọt|dừa và lúa thiệt hại>; chi đoàn hạn chế tụ tập.",
    ),
    15: (
        "Đoàn viên <phát tờ rơi, chỉ cách rửa tay|hỗ trợ khai báo y tế> phòng dịch Covid-19.",
        "Mặn gay gắt, <thanh niên chở nước ngọt giúp bà con|bơm chuyền cứu lúa>, lo cả phòng dịch.",
    ),
}


def news(month: int, rng: Random) -> str:
    """One piece of news of the month, without its full stop."""
    return choose(rng.choice(SEASON_NEWS[month]), rng).rstrip(".")
