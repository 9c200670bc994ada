"""The thirteen invented members, one part-time companion, and the days each has in 2019."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samples.record import Record, present
from samples.slugs import slug

GENERIC = "Ủy viên BCH chuyên trách"
CONGRESS = date(2017, 10, 12)
ORGANISING = "Ban Tổ chức - Kiểm tra"
MOVEMENT = "Ban Phong trào"
PROPAGANDA = "Ban Tuyên giáo"
SCHOOLS = "Ban Thanh thiếu niên - Trường học"
OFFICE = "Văn phòng"


@dataclass(frozen=True, kw_only=True)
class Term:
    """One position in one department, from a day to a day."""

    position: str
    department: str
    start: date
    end: date | None = None
    full_time: bool = True

    def record(self) -> Record:
        """The term with the keys of the contract."""
        return present(
            {
                "position": self.position,
                "department": self.department,
                "full_time": self.full_time,
                "from": self.start,
                "to": self.end,
            }
        )


@dataclass(frozen=True, kw_only=True)
class Person:
    """A member, the districts this member looks after, and the days to reach."""

    name: str
    honorific: str
    terms: tuple[Term, ...]
    districts: tuple[str, ...]
    days: int
    days_2020: int
    leave: tuple[date, date] | None = None
    phone: str = ""

    @property
    def id(self) -> str:
        """The name without marks; no two of the cast share it."""
        return slug(self.name)

    @property
    def generic(self) -> bool:
        """Only such members may be short or late in the samples."""
        return all(term.position == GENERIC for term in self.terms)

    @property
    def department(self) -> str:
        """The department held last."""
        return self.terms[-1].department

    def serves(self, day: date) -> bool:
        """In a term and not on leave: only then may a visit name the member."""
        on_leave = self.leave is not None and self.leave[0] <= day <= self.leave[1]
        in_term = any(t.start <= day and (t.end is None or day <= t.end) for t in self.terms)
        return in_term and not on_leave

    def record(self) -> Record:
        """The member's file."""
        leave = []
        if self.leave:
            start, end = self.leave
            leave = [{"from": start, "to": end, "reason": "Nghỉ theo chế độ"}]
        contact = present({"email": f"{self.id}@example.vn", "phone": self.phone})
        return present(
            {
                "name": self.name,
                "honorific": self.honorific,
                "terms": [term.record() for term in self.terms],
                "leave": leave,
                "contact": contact,
            }
        )


def _held(position: str, department: str, start: date = CONGRESS) -> tuple[Term, ...]:
    return (Term(position=position, department=department, start=start),)


SECRETARY = Person(
    name="Dương Thị Mỹ Xuyên",
    honorific="Chị",
    terms=_held("Bí thư Tỉnh đoàn", "Thường trực Tỉnh đoàn"),
    districts=("844", "842"),
    days=64,
    days_2020=13,
)
DEPUTY = Person(
    name="Thạch Minh Khôi",
    honorific="Anh",
    terms=_held("Phó Bí thư Tỉnh đoàn", "Thường trực Tỉnh đoàn"),
    districts=("849", "850"),
    days=71,
    days_2020=15,
)
SECOND_DEPUTY = Person(
    name="Phan Thị Thu Sương",
    honorific="Chị",
    terms=_held("Phó Bí thư Tỉnh đoàn", "Thường trực Tỉnh đoàn", date(2018, 4, 2)),
    districts=("847", "848"),
    days=66,
    days_2020=13,
)
ORGANISER = Person(
    name="Tăng Quốc Hiển",
    honorific="Anh",
    terms=_held("Trưởng Ban", ORGANISING),
    districts=("845", "844"),
    days=76,
    days_2020=15,
    phone="0900000104",
)
MOVER = Person(
    name="Kim Hoàng Rạng",
    honorific="Anh",
    terms=_held("Trưởng Ban", MOVEMENT),
    districts=("849", "846"),
    days=70,
    days_2020=14,
)
HERALD = Person(
    name="Lý Thị Cẩm Loan",
    honorific="Chị",
    terms=_held("Trưởng Ban", PROPAGANDA),
    districts=("848", "851"),
    days=64,
    days_2020=13,
)
TEACHER = Person(
    name="Ngô Thanh Điền",
    honorific="Anh",
    terms=_held("Trưởng Ban", SCHOOLS),
    districts=("842", "847"),
    days=60,
    days_2020=13,
)
CLERK = Person(
    name="Võ Thị Trúc Phương",
    honorific="Chị",
    terms=_held("Chánh Văn phòng", OFFICE),
    districts=("846", "842"),
    days=60,
    days_2020=13,
    phone="0900000108",
)
MOVED = Person(
    name="Sơn Thị Bích Tuyền",
    honorific="Chị",
    terms=(
        Term(position=GENERIC, department=MOVEMENT, start=CONGRESS, end=date(2019, 5, 31)),
        Term(position=GENERIC, department=PROPAGANDA, start=date(2019, 6, 1)),
    ),
    districts=("845", "849"),
    days=58,
    days_2020=9,
)
ON_LEAVE = Person(
    name="Nguyễn Hoài Vẹn",
    honorific="Anh",
    terms=_held(GENERIC, ORGANISING),
    districts=("844", "845"),
    days=55,
    days_2020=10,
    leave=(date(2019, 5, 13), date(2019, 6, 24)),
)
SHORT = Person(
    name="Huỳnh Nhựt Tân",
    honorific="Anh",
    terms=_held(GENERIC, MOVEMENT),
    districts=("848", "850"),
    days=51,
    days_2020=6,
)
NEARLY = Person(
    name="Trầm Minh Luân",
    honorific="Anh",
    terms=_held(GENERIC, OFFICE, date(2018, 6, 1)),
    districts=("847", "846"),
    days=59,
    days_2020=12,
)
JOINER = Person(
    name="Châu Thị Yến Ngân",
    honorific="Chị",
    terms=_held(GENERIC, SCHOOLS, date(2019, 7, 1)),
    districts=("851", "850"),
    days=31,
    days_2020=9,
)
COMPANION = Person(
    name="Diệp Hữu Phước",
    honorific="Anh",
    terms=(
        Term(
            position="Ủy viên BCH",
            department="Đoàn Trường Đại học Trà Vinh",
            start=CONGRESS,
            full_time=False,
        ),
    ),
    districts=(),
    days=0,
    days_2020=0,
)

MEMBERS = (
    SECRETARY,
    DEPUTY,
    SECOND_DEPUTY,
    ORGANISER,
    MOVER,
    HERALD,
    TEACHER,
    CLERK,
    MOVED,
    ON_LEAVE,
    SHORT,
    NEARLY,
    JOINER,
)
CAST = (*MEMBERS, COMPANION)
BY_ID = {person.id: person for person in CAST}
