"""The table of members, and that of their years against the target."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from generator.audience import View
from generator.compliance.days import MONTHS
from generator.compliance.target import STATUSES, told_pace
from generator.compliance.timeliness import TIMELINESS
from generator.compliance.year import MemberYear
from generator.domain.member import HONORIFICS, Member, Term
from generator.domain.period import Period
from generator.domain.visit import LEVELS
from generator.present.tables.table import Column, Reference, Table, of
from generator.present.wording import name_key


@dataclass(frozen=True)
class MemberEntry:
    """A member, and the term held on the day counted, else the last one."""

    member: Member
    term: Term


@dataclass(frozen=True)
class YearEntry:
    """One member's year."""

    year: int
    result: MemberYear

    def concerns(self, period: Period, member: str | None) -> bool:
        """Whether it is that member in the period's year."""
        return self.year == period.year and member in (None, self.result.id)

    @property
    def expected_days(self) -> Decimal | None:
        """The days that the pace asks for, as pages say them."""
        exact = self.result.expected_days
        return None if exact is None else told_pace(exact)

    def level_days(self, level: str) -> Decimal:
        """Return the days with one level of unit."""
        return next((each.days for each in self.result.by_level if each.id == level), Decimal(0))

    def reports(self, timeliness: str) -> int | None:
        """Return how many reports stand so, if the audience is told of reports."""
        return getattr(self.result.reports, timeliness) if self.result.reports else None


def _members(view: View) -> Iterator[MemberEntry]:
    """Yield all members in the order of Vietnamese names."""
    day: date = view.results.as_of
    for member in sorted(view.records.members.values(), key=lambda each: name_key(each.name)):
        yield MemberEntry(member, member.term_on(day) or member.terms[-1])


def _years(view: View) -> Iterator[YearEntry]:
    """Yield the members of each year's population, in the order of Vietnamese names."""
    for year in view.results.years:
        for member in sorted(year.members, key=lambda each: name_key(each.name)):
            yield YearEntry(year.year, member)


def _month_column(month: int) -> Column[YearEntry]:
    return Column(
        f"days_{month:02d}", "number", f"Số ngày tháng {month}",
        f"Số ngày công tác cơ sở trong tháng {month}.",
        lambda e: e.result.months[month - 1], audience="public", required=True,
    )  # fmt: skip


def _level_column(level: str, word: str) -> Column[YearEntry]:
    return Column(
        f"days_{level}", "number", f"Số ngày ở {word}",
        "Ngày có chuyến đi đến hai cấp được tính ở cả hai.",
        lambda e: e.level_days(level), audience="public", required=True,
    )  # fmt: skip


def _report_column(timeliness: str, word: str) -> Column[YearEntry]:
    return Column(
        f"reports_{timeliness}", "integer", f"Báo cáo {word}",
        f"Số báo cáo {word} của các chuyến đi đã kết thúc trong năm.",
        lambda e: e.reports(timeliness), audience="internal",
    )  # fmt: skip


MEMBERS: Final = Table(
    name="members",
    title="Ủy viên",
    description="Mỗi dòng là một Ủy viên BCH, với chức vụ đang giữ hoặc giữ sau cùng.",
    key=("id",),
    columns=(
        Column[MemberEntry](
            "id", "string", "Mã Ủy viên", "Mã của đồng chí, cũng là tên tệp bản ghi.",
            lambda e: e.member.id, audience="public", required=True,
        ),
        of(
            Member, "name", lambda e: e.member.name, required=True,
            description="Viết đầy đủ, họ trước tên sau.",
        ),
        of(Member, "honorific", lambda e: e.member.honorific, choices=HONORIFICS),
        of(
            Term, "position", lambda e: e.term.position, required=True,
            description="Chức vụ vào ngày chốt số liệu, hoặc chức vụ sau cùng.",
        ),
        of(
            Term, "department", lambda e: e.term.department, required=True,
            description="Nơi công tác ứng với chức vụ đó.",
        ),
        of(Term, "full_time", lambda e: e.term.full_time, "boolean", required=True),
        of(
            Term, "from_", lambda e: e.member.terms[0].from_, "date", required=True,
            description="Ngày đầu của nhiệm kỳ đầu tiên có trong sổ.",
        ),
        of(
            Term, "to", lambda e: e.member.terms[-1].to, "date",
            description="Ngày cuối của nhiệm kỳ sau cùng; trống là đang giữ chức vụ.",
        ),
    ),
    rows=_members,
)  # fmt: skip

MEMBER_YEARS: Final = Table(
    name="member-years",
    title="Kết quả từng năm của từng Ủy viên",
    description="Mỗi dòng là một năm của một Ủy viên BCH chuyên trách, đến ngày chốt số liệu.",
    key=("year", "member"),
    columns=(
        Column[YearEntry](
            "year", "integer", "Năm", "Năm dương lịch.", lambda e: e.year, audience="public",
            required=True,
        ),
        of(
            MemberYear, "id", lambda e: e.result.id, name="member", required=True,
            title="Mã Ủy viên", description="Mã của đồng chí.",
        ),
        of(
            MemberYear, "name", lambda e: e.result.name, required=True,
            description="Viết đầy đủ, họ trước tên sau.",
        ),
        of(
            MemberYear, "days", lambda e: e.result.days, "number", required=True,
            description="Số ngày được tính trong năm.",
        ),
        of(
            MemberYear, "target", lambda e: e.result.target, "integer",
            description="Số ngày phải đạt; trống là năm chưa có quy định, hoặc chỉ tiêu được điều "
            "chỉnh theo quy định mà không công khai.",
        ),
        of(
            MemberYear, "adjusted", lambda e: e.result.adjusted, "boolean", required=True,
            description="Chỉ tiêu có khác mức chung của năm không.",
        ),
        of(MemberYear, "status", lambda e: e.result.status, choices=STATUSES),
        of(
            MemberYear, "expected_days", lambda e: e.expected_days, "number",
            description="Chỉ tiêu nhân với phần thời gian có trách nhiệm đã qua, đến một chữ số "
            "thập phân; từ nửa trở lên thì làm tròn lên.",
        ),
        of(
            MemberYear, "branch_meetings", lambda e: e.result.branch_meetings, "integer",
            required=True, description="Số lần dự sinh hoạt chi đoàn ấp, khóm (họp lệ) được tính.",
        ),
        Column(
            "visits", "integer", "Số chuyến đi cơ sở", "Số chuyến có mặt trong năm, mọi nội dung.",
            lambda e: len(e.result.visits), audience="public", required=True,
        ),
        *(_month_column(month) for month in MONTHS),
        *(_level_column(level, word) for level, word in LEVELS.items()),
        *(_report_column(timeliness, word) for timeliness, word in TIMELINESS.items()),
    ),
    rows=_years,
    references=(Reference("member", "members"),),
)  # fmt: skip
