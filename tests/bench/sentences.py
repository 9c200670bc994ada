"""What the visits of the made-up records say: sentences with places for numbers."""

import random
from collections.abc import Sequence
from typing import Final

MEMBERS: Final = (
    "Bùi Văn An", "Cao Thị Bích", "Dương Minh Cảnh", "Đỗ Thị Dung", "Hà Quốc Đạt",
    "Hồ Thị Giang", "Lâm Văn Hậu", "Lê Thị Kiều", "Lý Hoàng Long", "Mai Thị Ngân",
    "Phạm Hữu Phúc", "Trần Thị Quyên", "Võ Minh Sang",
)  # fmt: skip
CONTENT: Final = (
    "Làm việc với Ban Thường vụ Đoàn về kết quả công tác đoàn và phong trào thanh thiếu nhi {m} tháng, nghe {m} ý kiến của cán bộ đoàn cơ sở",
    "Dự họp lệ cùng {n} đoàn viên, nghe đánh giá việc thực hiện nghị quyết tháng trước và bàn {m} việc của tháng này",
    "Kiểm tra sổ sách của chi đoàn, sổ đoàn viên ghi đủ {n} người, còn {m} trường hợp chưa chuyển sinh hoạt",
    "Trao đổi về phát triển đoàn viên mới, địa phương có {n} thanh niên trong nguồn và {m} bạn đã học lớp tìm hiểu về Đoàn",
    "Thăm {m} mô hình kinh tế của thanh niên, trong đó có trại nuôi bò sinh sản vay vốn {n} triệu đồng từ Ngân hàng Chính sách xã hội",
    "Cùng đoàn viên dọn vệ sinh {n} mét kênh, trồng {m} cây dừa trên tuyến đường thanh niên tự quản",
    "Nắm tình hình tư tưởng thanh niên, nhiều bạn đi làm ở các khu công nghiệp nên họp lệ chỉ đạt {n} phần trăm",
    "Khảo sát điểm vui chơi cho thiếu nhi, ghi nhận {m} nơi cần sửa chữa trước mùa hè",
)
GUIDANCE: Final = (
    "Đề nghị cơ sở giữ ngày họp lệ cố định, mời cấp ủy cùng dự, mỗi kỳ chọn một việc làm cụ thể",
    "Rà soát lại danh sách đoàn viên, hoàn thành việc chuyển sinh hoạt trước ngày {m} hằng tháng",
    "Chọn {m} đoàn viên ưu tú để giới thiệu cho Đảng, phân công người theo dõi giúp đỡ",
    "Nên ghép chi đoàn ít người để sinh hoạt theo cụm, nội dung gắn với việc làm và học nghề",
    "Quan tâm thanh niên hoàn thành nghĩa vụ quân sự trở về, liên hệ trung tâm dịch vụ việc làm để tư vấn",
)
RESULTS: Final = (
    "Cơ sở thống nhất {m} việc làm tiếp và cử người phụ trách từng việc",
    "Kết nạp được {m} đoàn viên mới ngay trong tháng, bổ sung {n} thanh niên vào danh sách nguồn",
    "Cấp ủy đồng ý hỗ trợ kinh phí cho công trình thanh niên, khởi công trong quý sau",
)
ISSUES: Final = (
    "Chi đoàn chưa có nơi sinh hoạt ổn định, phải mượn nhà dân nên khó tổ chức vào buổi tối",
    "Kinh phí hoạt động của cơ sở còn thấp, chưa đủ cho {m} công trình đã đăng ký",
    "Thanh niên thiếu vốn chuyển đổi cây trồng do hạn mặn, {n} hộ có nhu cầu vay thêm",
    "Cán bộ đoàn ấp thay đổi thường xuyên, {m} người chưa được tập huấn nghiệp vụ",
)  # fmt: skip
VENUES: Final = ("nhà văn hóa ấp", "hội trường ủy ban", "cụm 2", "điểm trường cũ", "trụ sở ấp")


def said(dice: random.Random, sentences: Sequence[str], count: int) -> str:
    """Return some of the sentences, with numbers of their own, as one line of text."""
    chosen = ". ".join(dice.sample(sentences, count))
    return f"{chosen}.".format(n=dice.randint(11, 90), m=dice.randint(2, 9))
