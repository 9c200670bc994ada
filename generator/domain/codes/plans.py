"""Codes `P`: plans and policies."""

from typing import Final

from generator.domain.codes.code import Code

PLANS: Final = (
    Code(
        "P001",
        "Kế hoạch nằm sai chỗ",
        "Kế hoạch của một người trong một năm nằm ở plans/<năm>/<mã ủy viên>.yml, khớp với khóa "
        "year và member.",
        "Chuyển hoặc đổi tên tệp, hoặc sửa hai khóa đó.",
        "plans/2019/le-van-ba.yml\nyear: 2020",
        "plans/2019/le-van-ba.yml\nyear: 2019",
    ),
    Code(
        "P002",
        "Không có tháng này",
        "Tháng của mục kế hoạch là từ 1 đến 12.",
        "Sửa số tháng.",
        "month: 13",
        "month: 3",
    ),
    Code(
        "P003",
        "Mục kế hoạch 0 ngày",
        "Mỗi mục dự kiến ít nhất nửa ngày.",
        "Ghi số ngày; mục không làm nữa thì giữ số ngày và ghi lý do ở cancelled.",
        "days: 0",
        "days: 2\ncancelled: Trùng lịch Đại hội",
    ),
    Code(
        "P004",
        "Phê duyệt không thuộc năm của kế hoạch",
        "Thời gian được duyệt phải nằm trong năm của kế hoạch.",
        "Sửa khóa period của phê duyệt.",
        "year: 2019\napprovals:\n  - period: 2018-Q2",
        "year: 2019\napprovals:\n  - period: 2019-Q2",
    ),
    Code(
        "P005",
        "Chủ trương không trọn năm",
        "Chủ trương có hiệu lực trọn năm dương lịch: từ một ngày 1 tháng 1 đến một ngày 31 tháng "
        "12.",
        "Sửa hai ngày; còn hiệu lực thì bỏ khóa to.",
        "from: 2018-04-26",
        "from: 2018-01-01",
    ),
    Code(
        "P006",
        "Hai chủ trương cùng lúc",
        "Một ngày chỉ được tính theo một chủ trương. Lỗi báo ở cả hai tệp.",
        "Ghi ngày kết thúc cho chủ trương cũ trước khi chủ trương mới bắt đầu.",
        "(cũ) from: 2018-01-01\n(mới) from: 2023-01-01",
        "(cũ) from: 2018-01-01\nto: 2022-12-31\n(mới) from: 2023-01-01",
    ),
    Code(
        "P007",
        "Làm tròn quá chi li",
        "Số trung bình làm tròn nhiều nhất đến 4 chữ số thập phân.",
        "Ghi từ 0 đến 4; thường là 1.",
        "mean_rounding:\n  value: 10",
        "mean_rounding:\n  value: 1",
    ),
    Code(
        "P008",
        "Số ngày quá một năm",
        "Chỉ tiêu ngày và hạn báo cáo không thể dài hơn 366 ngày.",
        "Sửa số ngày.",
        "annual_days:\n  value: 600",
        "annual_days:\n  value: 60",
    ),
)
