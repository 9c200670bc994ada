"""Chủ trương 1+2: the documents that the source article cites, and each rule with its ground."""

from __future__ import annotations

from datetime import date

from samples.record import Record

ARTICLE = "bài “Tăng cường đi công tác cơ sở theo chủ trương 1 + 2” của Tỉnh đoàn Trà Vinh"


def _rule(value: object, source: str, *, confirmed: bool = False) -> Record:
    provenance = "confirmed" if confirmed else "assumed"
    return {"value": value, "provenance": provenance, "source": source}


POLICY: Record = {
    "title": "Chủ trương 1+2: mỗi cán bộ đi công tác cơ sở 2 tháng trong năm",
    "from": date(2018, 1, 1),
    "to": date(2022, 12, 31),
    "basis": [
        {
            "number": "03-HD/TWĐTN-BTC",
            "date": date(2018, 3, 21),
            "issuer": "Ban Bí thư Trung ương Đoàn",
            "title": (
                "Về chế độ đi công tác cơ sở của cán bộ đoàn cấp Trung ương"
                " và cấp tỉnh giai đoạn 2018 – 2022"
            ),
            "governs": "Chế độ đi công tác cơ sở: đối tượng và giai đoạn thực hiện",
        },
        {
            "number": "784-QĐ/TU",
            "date": date(2016, 5, 10),
            "issuer": "Ban Thường vụ Tỉnh ủy Trà Vinh",
            "title": (
                "Về việc cấp ủy, lãnh đạo Ban Dân vận, Mặt trận Tổ quốc, đoàn thể"
                " các cấp tham dự sinh hoạt định kỳ và ngày sinh hoạt định kỳ ở các loại hình"
                " chi bộ, chi, tổ, hội, phân hội"
            ),
            "governs": "Việc dự sinh hoạt định kỳ của chi đoàn ấp, khóm",
        },
        {
            "number": "53-KH/TĐTN-TC-KT",
            "date": date(2018, 4, 26),
            "issuer": "Ban Thường vụ Tỉnh đoàn Trà Vinh",
            "title": (
                "Về việc đi công tác cơ sở của Ủy viên Ban Chấp hành chuyên trách"
                " Tỉnh đoàn giai đoạn 2018 – 2022"
            ),
            "governs": "Việc đi công tác cơ sở của Ủy viên BCH chuyên trách Tỉnh đoàn",
        },
    ],
    "rules": {
        "annual_days": _rule(
            60,
            f"Theo {ARTICLE}: mỗi Ủy viên BCH chuyên trách đi cơ sở ít nhất 60 ngày/năm.",
            confirmed=True,
        ),
        "day_unit": _rule(
            "calendar_date",
            "Giả định, chờ Tỉnh đoàn xác nhận: bài viết chỉ nêu số ngày; toàn văn Kế hoạch"
            " số 53-KH/TĐTN-TC-KT chưa được đối chiếu.",
        ),
        "proration": _rule(
            "calendar_days",
            "Giả định, chờ Tỉnh đoàn xác nhận: chưa có văn bản nêu cách tính chỉ tiêu cho người"
            " nhận nhiệm vụ giữa năm hoặc nghỉ theo chế độ.",
        ),
        "report_form": _rule(
            "record",
            "Giả định, chờ Tỉnh đoàn xác nhận: bài viết chỉ ghi “báo cáo theo quy định”;"
            " tạm coi bản ghi chuyến đi là báo cáo.",
        ),
        "report_deadline_days": _rule(
            10,
            "Giả định, chờ Tỉnh đoàn xác nhận: lấy theo cách làm của Quảng Trị, báo cáo trong"
            " 10 ngày sau khi kết thúc đợt công tác; thời hạn của Trà Vinh chưa rõ.",
        ),
        "mean_rounding": _rule(
            1,
            f"Theo {ARTICLE}: kết quả năm 2019 ghi trung bình 60.4 ngày, lấy một số lẻ.",
            confirmed=True,
        ),
    },
}
