"""Words of the place and the year that go into the sentences."""

from __future__ import annotations

CROPS = {
    "842": ("rau sạch", "hoa kiểng", "dừa"),
    "844": ("dừa", "lúa", "bưởi da xanh", "cam sành"),
    "845": ("dừa sáp", "cam sành", "măng cụt", "lúa"),
    "846": ("lúa", "dừa", "bắp", "ớt"),
    "847": ("lúa", "rau màu", "đậu phộng", "dưa hấu"),
    "848": ("đậu phộng", "tôm", "lúa", "hành tím"),
    "849": ("mía", "lúa", "bắp", "cá lóc"),
    "850": ("tôm", "dưa hấu", "lúa", "cua"),
    "851": ("tôm thẻ", "cua", "màu giồng cát", "nghêu"),
}

PROJECTS = (
    "Thắp sáng đường quê",
    "Tuyến đường thanh niên tự quản",
    "Tuyến đường hoa thanh niên",
    "Cầu nông thôn em đến trường",
    "Nhà nhân ái",
    "Sân chơi cho thiếu nhi",
    "Ngôi nhà khăn quàng đỏ",
    "Biến điểm đen rác thành vườn hoa",
    "Tủ sách ấp",
    "Cột cờ thanh niên",
    "Hàng rào cây xanh",
    "Gom phế liệu gây quỹ",
    "Vườn cây thanh niên",
)

THEMES = (
    "Thanh niên với văn hóa giao thông",
    "Khởi nghiệp từ cây trái quê mình",
    "Nói không với ma túy",
    "Đẹp hình ảnh trên mạng xã hội",
    "Phòng, chống đuối nước",
    "Giảm rác thải nhựa",
    "Tự hào lịch sử quê hương",
    "Gia đình trẻ hạnh phúc",
    "Thanh niên và pháp luật",
    "Nghề nghiệp gần nhà",
    "Thích ứng với hạn, mặn",
    "Gương sáng quanh tôi",
)

SESSIONS = {
    "morning": "sáng",
    "afternoon": "chiều",
    "evening": "tối",
    "full_day": "hôm nay",
}
