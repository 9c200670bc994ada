"""Whole tables of the small organisation, as the public and as the organisation read them."""

import pytest

from generator.audience import View
from generator.domain.fields import Audience
from generator.domain.period import Period
from generator.present.subject import PeriodSubject
from generator.present.tables.csv_text import csv_bytes
from generator.present.tables.issues import ISSUES
from generator.present.tables.members import MEMBER_YEARS
from generator.present.tables.package import TABLES
from generator.present.tables.selection import selected
from generator.present.tables.visits import VISITS
from tests.builders import member, organisation, policy, visit
from tests.unit.present.views import everything, view
from tests.unit.present.worlds import world

MONTHS = ",".join(f"days_{month:02d}" for month in range(1, 13))
LEVELS = "days_branch,days_commune,days_district,days_province"
REPORTS = "reports_on_time,reports_late,reports_missing,reports_not_due"
AN = "0,0,1,0,4,0,0,0,0,0,0,0,1,4,0,0"
BINH = "0,0,1,0,0,0,0,0,0,0,0,0,1,0,0,0"
DAO = "0,0,0,0,1,0,0,0,0,0,0,0,0,0,1,0"
ISSUE = "visit,number,id,raised,unit,unit_name,text,competence,referred_to,status,age_days,due"

PUBLIC_YEARS = f"""\
year,member,name,days,target,adjusted,status,branch_meetings,visits,{MONTHS},{LEVELS},notice
2019,an,Lê Văn Ân,5,3,false,reached,1,2,{AN},DỮ LIỆU MẪU
2019,binh,Trần Thị Bình,1,3,false,short,1,1,{BINH},DỮ LIỆU MẪU
2019,dao,Kim Đào,1,,true,short,0,1,{DAO},DỮ LIỆU MẪU
"""
INTERNAL_YEARS = f"""\
year,member,name,days,target,adjusted,status,expected_days,branch_meetings,visits,{MONTHS},{LEVELS},{REPORTS},notice
2019,an,Lê Văn Ân,5,3,false,reached,3,1,2,{AN},2,0,0,0,NỘI BỘ; DỮ LIỆU MẪU
2019,binh,Trần Thị Bình,1,3,false,short,3,1,1,{BINH},1,0,0,0,NỘI BỘ; DỮ LIỆU MẪU
2019,dao,Kim Đào,1,2,true,short,2,0,1,{DAO},0,1,0,0,NỘI BỘ; DỮ LIỆU MẪU
"""
PUBLIC_ISSUES = f"""\
{ISSUE.replace("number,id,", "number,")},resolved_on,notice
2019-05-20-tra-cu,1,2019-05-20,tra-cu,Huyện Trà Cú,Thiếu ghế.,,,open,300,,,DỮ LIỆU MẪU
"""
INTERNAL_ISSUES = f"""\
{ISSUE},resolved_on,days_overdue,public_text,outcome,notice
2019-05-20-tra-cu,1,,2019-05-20,tra-cu,Huyện Trà Cú,Thiếu <ghế>.,,,open,300,,,0,Thiếu ghế.,,NỘI BỘ; DỮ LIỆU MẪU
2019-05-20-tra-cu,2,,2019-05-20,tra-cu,Huyện Trà Cú,Kín.,,,open,300,,,0,,,NỘI BỘ; DỮ LIỆU MẪU
"""


@pytest.mark.parametrize(
    ("audience", "expected"), [("public", PUBLIC_YEARS), ("internal", INTERNAL_YEARS)]
)
def test_members_of_a_year(audience: Audience, expected: str) -> None:
    grid = selected(MEMBER_YEARS, world(audience), PeriodSubject(Period(2019)))
    assert csv_bytes(grid).decode() == expected.replace("\n", "\r\n")


def test_the_days_that_the_pace_asks_for_are_told_as_on_the_pages() -> None:
    grid = selected(MEMBER_YEARS, world("internal"), PeriodSubject(Period(2020)))
    # 3 days × 75 of 366 are 0.6147…
    assert [str(each["expected_days"]) for each in grid.objects] == ["0.6", "0.6", "0.6"]


@pytest.mark.parametrize(
    ("audience", "expected"), [("public", PUBLIC_ISSUES), ("internal", INTERNAL_ISSUES)]
)
def test_issues(audience: Audience, expected: str) -> None:
    assert csv_bytes(ISSUES.grid(world(audience))).decode() == expected.replace("\n", "\r\n")


def names(held: View) -> dict[str, set[str]]:
    return {table.name: {column.name for column in table.grid(held).columns} for table in TABLES}


def test_what_only_the_organisation_may_know_is_no_column_of_the_public() -> None:
    public, internal = names(everything()), names(everything("internal"))
    assert {table: sorted(internal[table] - public[table]) for table in internal} == {
        "members": [],
        "member-years": [
            *("expected_days", "reports_late", "reports_missing"),
            *("reports_not_due", "reports_on_time"),
        ],
        "visits": [
            *("assessment", "assignment_date", "assignment_number", "note", "recorded_on"),
            *("report_addressee", "report_due", "report_made", "report_number", "report_status"),
        ],
        "issues": ["days_overdue", "id", "outcome", "public_text"],
        "units": [],
    }
    assert not any(public[table] - internal[table] for table in public)


def test_nothing_internal_is_in_a_cell_of_the_public() -> None:
    for table in TABLES:
        text = csv_bytes(table.grid(everything())).decode()
        for secret in (
            "Ghi chú kín.",
            "Nhận xét kín.",
            "12-BC",
            "07-QĐ",
            "đoàn viên Tư",
            "ông Năm",
        ):
            assert secret not in text, (table.name, secret)


@pytest.mark.parametrize(
    ("audience", "demo", "notice"),
    [
        ("public", True, "DỮ LIỆU MẪU"),
        ("internal", True, "NỘI BỘ; DỮ LIỆU MẪU"),
        ("internal", False, "NỘI BỘ"),
        ("public", False, None),
    ],
)
def test_the_last_cell_of_each_row_says_what_the_file_is(
    audience: Audience, notice: str | None, *, demo: bool
) -> None:
    held = view(
        organisation(demo=demo), member("an"), visit("2019-03-05"), policy(), audience=audience
    )
    grid = VISITS.grid(held)
    assert grid.columns[-1].name == "notice"
    assert [row[-1] for row in grid.rows] == [notice]
