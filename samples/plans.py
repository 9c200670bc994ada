"""What each member meant to do: kept, moved to another month, cancelled, or not done."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from random import Random

from samples import vocabulary as v
from samples.atlas import Atlas
from samples.members import Person
from samples.record import Record, present
from samples.visit import Visit

_PURPOSES = {
    v.PERIODIC: ("Kiểm tra theo chương trình năm", "Chấm điểm thi đua, phúc tra cơ sở"),
    v.THEMATIC: ("Giám sát theo kế hoạch của Ủy ban Kiểm tra", "Xem hồ sơ, dự họp lệ"),
    v.BUILDING: ("Cùng cơ sở làm công trình thanh niên", "Ra quân Ngày Chủ nhật xanh"),
    v.SUPPORT: ("Củng cố chi đoàn yếu", "Hướng dẫn nghiệp vụ tại chỗ"),
    v.SURVEY: ("Nắm tình hình thanh niên theo chuyên đề", "Phát phiếu hỏi, gặp thanh niên"),
    v.PROGRAMME: ("Tham gia hoạt động cao điểm", "Kiểm tra tiến độ đội hình"),
    v.CONFERENCE: ("Dự hội nghị theo phân công địa bàn",),
    v.OTHER: ("Theo phân công của Thường trực",),
}
_CANCELLED = (
    "Trùng lịch họp Ban Chấp hành",
    "Cơ sở đề nghị dời do mùa vụ",
    "Ghép vào đoàn kiểm tra chung",
    "Điều chỉnh phân công địa bàn",
    "Thời tiết xấu, cơ sở xin hoãn",
)
_APPROVER = "Ban Thường vụ Tỉnh đoàn"
_QUARTER_STARTS = ((1, 8), (4, 2), (7, 3), (10, 2))


@dataclass(kw_only=True)
class _Item:
    month: int
    kind: str
    days: int
    unit: str = ""
    purpose: str = ""
    cancelled: str = ""
    moved: Visit | None = None


class PlanBook:
    """Writes plans after the fact, as if they had come before it."""

    def __init__(self, atlas: Atlas, visits: list[Visit], rng: Random) -> None:
        self._atlas = atlas
        self._visits = visits
        self._rng = rng

    def plan(self, person: Person, year: int) -> Record:
        """The plan of one member; visits that were moved point to their item."""
        first = 7 if person.terms[0].start.year == 2019 and year == 2019 else 1
        last = 12 if year == 2019 else 6
        months = range(first, last + 1)
        items = [*self._from_visits(person, year), *self._meetings(person, year, months)]
        items += self._not_done(person, items, months)
        items.sort(key=lambda item: (item.month, item.kind == v.BRANCH_MEETING, item.unit))
        numbers: Counter[int] = Counter()
        records = []
        for item in items:
            numbers[item.month] += 1
            id_ = f"t{item.month:02}-{numbers[item.month]}"
            if item.moved:
                item.moved.plan_item = f"{year}/{person.id}/{id_}"
            records.append(
                present(
                    {
                        "id": id_,
                        "month": item.month,
                        "unit": item.unit,
                        "kind": item.kind,
                        "days": item.days,
                        "purpose": item.purpose,
                        "cancelled": item.cancelled,
                    }
                )
            )
        return {
            "member": person.id,
            "year": year,
            "approvals": self._approvals(person, year, first),
            "items": records,
        }

    def _own(self, person: Person, year: int) -> list[Visit]:
        return [
            visit
            for visit in self._visits
            if person.id in visit.members
            and visit.start.year == year
            and visit.withdrawn is None
            and visit.kind != v.AT_PROVINCE
        ]

    def _from_visits(self, person: Person, year: int) -> list[_Item]:
        """Most work in teams was planned; some of it happened a month earlier or later."""
        rng = self._rng
        items = []
        for visit in self._own(person, year):
            if visit.kind == v.BRANCH_MEETING or rng.random() > 0.62:
                continue
            item = _Item(
                month=visit.start.month,
                kind=visit.kind,
                days=len(visit.dates_of(person.id)),
                unit=visit.unit,
                purpose=rng.choice((*_PURPOSES[visit.kind], "")),
            )
            shifted = visit.start.month + rng.choice((-1, -1, 1))
            free = not visit.programme and not visit.plan_item and visit.kind != v.CONFERENCE
            joined = person.terms[0].start <= date(year, min(max(shifted, 1), 12), 1)
            if free and rng.random() < 0.28 and 1 <= shifted <= 12 and joined:
                item.month = shifted
                item.moved = visit
            items.append(item)
        return items

    def _meetings(self, person: Person, year: int, months: range) -> list[_Item]:
        """Branch meetings are planned by the month, without naming the hamlet."""
        rng = self._rng
        held = Counter(
            visit.start.month for visit in self._own(person, year) if visit.kind == v.BRANCH_MEETING
        )
        items = []
        for month in months:
            days = max(2, held[month] + rng.choice((-1, 0, 0, 0, 1)))
            item = _Item(month=month, kind=v.BRANCH_MEETING, days=days)
            if person.leave and person.leave[0].month <= month <= person.leave[1].month:
                # The reason for leave is nobody's business: plans are public.
                item.cancelled = "Điều chỉnh theo quy định" if not held[month] else ""
            items.append(item)
        return items

    def _not_done(self, person: Person, items: list[_Item], months: range) -> list[_Item]:
        """Two or three things that did not come about: one or two cancelled, the rest left."""
        rng = self._rng
        taken = {(item.month, item.kind) for item in items}
        extra = []
        for number in range(rng.choice((2, 3, 3))):
            kind = rng.choice((v.SUPPORT, v.SURVEY, v.BUILDING, v.THEMATIC))
            month = rng.choice(months)
            if (month, kind) in taken:
                continue
            district = rng.choice(person.districts)
            communes = self._atlas.communes_of(district)
            extra.append(
                _Item(
                    month=month,
                    kind=kind,
                    days=rng.choice((1, 1, 2)),
                    unit=rng.choice(communes).id,
                    purpose=rng.choice(_PURPOSES[kind]),
                    cancelled=rng.choice(_CANCELLED) if number == 0 else "",
                )
            )
        return extra

    def _approvals(self, person: Person, year: int, first: int) -> list[Record]:
        if year == 2020:
            return [{"period": "2020-Q1", "date": date(2020, 1, 7), "by": _APPROVER}]
        if not person.generic:
            return [{"period": "2019", "date": date(2019, 1, 8), "by": _APPROVER}]
        return [
            {
                "period": f"2019-Q{number}",
                "date": date(2019, *start),
                "by": "Thường trực Tỉnh đoàn",
            }
            for number, start in enumerate(_QUARTER_STARTS, 1)
            if start[0] >= first
        ]
