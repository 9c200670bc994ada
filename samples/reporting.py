"""When each visit was written down: mostly at once, sometimes late, sometimes never."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from samples import vocabulary as v
from samples.members import BY_ID, COMPANION, ORGANISING
from samples.organisation import AS_OF
from samples.visit import Visit

_PROMPT = (0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10)
_NOTES = (
    "Bí thư chi đoàn mới, nên quay lại sau hai tháng để kèm thêm.",
    "Báo cáo của cơ sở cao hơn thực tế chút ít, lần sau xem sổ trước.",
    "Huyện đoàn đề nghị không nêu tên chi đoàn trong thông báo chung.",
    "Đã trao đổi riêng với Bí thư Đoàn xã về việc giữ nền nếp họp lệ.",
    "Cần bàn với Ban Tổ chức - Kiểm tra về nhân sự dự nguồn.",
    "Xe hư giữa đường nên đến trễ, hẹn tháng sau dự trọn buổi.",
)
_ASSESSMENTS = (
    "Chi đoàn có nền nếp, có thể chọn làm điểm.",
    "Chi đoàn trung bình, hoạt động phụ thuộc vào Bí thư.",
    "Cần củng cố trong quý tới.",
    "Cán bộ nhiệt tình, thiếu kỹ năng điều hành.",
)


class Reporting:
    """Stamps the records and adds reports, travel orders and notes."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._number = 9

    def stamp(self, visit: Visit) -> None:
        """Only those who hold the generic position are ever late, or owe a report."""
        rng = self._rng
        if visit.written:
            return
        lag = rng.choice(_PROMPT)
        generic = all(BY_ID[member].generic or member == COMPANION.id for member in visit.members)
        chance = rng.random()
        if generic and chance < 0.1:
            return
        if generic and chance < 0.3:
            lag = rng.randint(11, 38)
        written = visit.end + timedelta(lag)
        if written <= AS_OF:
            visit.recorded_on = written
        if visit.kind in (v.PERIODIC, v.THEMATIC, v.SURVEY):
            self._papers(visit, generic=generic)
        if rng.random() < 0.035:
            visit.internal = {"note": rng.choice(_NOTES)}
        elif visit.kind in (v.BRANCH_MEETING, v.SUPPORT) and rng.random() < 0.03:
            visit.internal = {"assessment": rng.choice(_ASSESSMENTS)}

    def _papers(self, visit: Visit, *, generic: bool) -> None:
        """Inspections have a travel order more often than not, and some a report of their own."""
        rng = self._rng
        if rng.random() < 0.55:
            self._number += 1
            signed = visit.start - timedelta(rng.randint(2, 7))
            visit.assignment = {"number": f"{self._number}-QĐ/TĐTN-VP", "date": signed}
        submitted = visit.end + timedelta(rng.randint(3, 14 if generic else 10))
        if rng.random() < 0.5 and submitted <= AS_OF:
            leads = [BY_ID[member].department for member in visit.members]
            office = "TC-KT" if ORGANISING in leads else "VP"
            visit.report = {
                "number": f"{self._number + 14}-BC/TĐTN-{office}",
                "submitted": submitted,
                "addressee": "Ban Thường vụ Tỉnh đoàn",
            }
