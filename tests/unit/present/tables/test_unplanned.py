"""Visits that nobody planned: each member's own, of members who have a plan of that year."""

from functools import cache

import pytest

from generator.audience import View
from generator.domain.fields import Audience
from generator.domain.period import Period
from generator.present.subject import PeriodSubject, PlanSubject, Subject
from generator.present.tables.csv_text import csv_bytes
from generator.present.tables.selection import selected
from generator.present.tables.unplanned import UNPLANNED
from tests.builders import item, member, plan, policy, visit
from tests.unit.present.views import UNITS, view

EACH = [{"period": "2019", "date": "2019-01-05", "by": "Thường trực"}]


@cache
def held(audience: Audience = "public") -> View:
    """Return a year in which Ân and Bình have plans, and Chi has none."""
    return view(
        member("an", name="Lê Văn Ân"),
        member("binh", name="An Thị Bình"),
        member("chi", name="Kim Chi"),
        visit("2019-03-05", "a", unit="ham-giang", members=["an"], plan_item="2019/an/t03"),
        visit("2019-03-07", "b", unit="ap-3", kind="meeting", members=["binh", "an", "chi"]),
        visit("2019-02-01", "c", unit="tra-cu", members=["binh"]),
        visit("2019-04-01", "d", unit="tra-cu", members=["chi"]),
        visit("2020-04-01", "sau", unit="tra-cu", members=["an"]),
        visit("2019-06-01", "rut", unit="tra-cu", members=["an"], withdrawn="2019-06-10"),
        plan(2019, "an", item("t03", 3, unit="ham-giang"), approvals=EACH),
        plan(2019, "binh", item("t05", 5, unit="ap-3"), approvals=EACH),
        policy(),
        *UNITS,
        audience=audience,
    )


def found(subject: Subject) -> list[tuple[object, object]]:
    grid = selected(UNPLANNED, held(), subject)
    return [(each["visit"], each["member"]) for each in grid.objects]


@pytest.mark.parametrize(("audience", "notice"), [
    ("public", "DỮ LIỆU MẪU"), ("internal", "NỘI BỘ; DỮ LIỆU MẪU"),
])  # fmt: skip
def test_by_day_and_name_with_a_row_for_each_member(audience: Audience, notice: str) -> None:
    district, branch = "Huyện Trà Cú", '"Chi đoàn ấp 3, xã An Trường, huyện Càng Long"'
    assert csv_bytes(UNPLANNED.grid(held(audience))).decode().split("\r\n") == [
        "year,member,name,visit,date,unit_name,kind_name,notice",
        f"2019,binh,An Thị Bình,2019-02-01-c,2019-02-01,{district},Survey,{notice}",
        f"2019,an,Lê Văn Ân,2019-03-07-b,2019-03-07,{branch},Meeting,{notice}",
        f"2019,binh,An Thị Bình,2019-03-07-b,2019-03-07,{branch},Meeting,{notice}",
        "",
    ]


def test_of_a_period_those_that_began_in_it() -> None:
    assert found(PeriodSubject(Period(2019, 2, 2))) == [("2019-02-01-c", "binh")]
    assert found(PeriodSubject(Period(2019, 4, 6))) == []
    assert found(PeriodSubject(Period(2020))) == []


def test_of_a_member_those_of_that_member() -> None:
    assert found(PlanSubject(2019, "an")) == [("2019-03-07-b", "an")]
    assert found(PlanSubject(2019, "chi")) == []
    assert found(PlanSubject(2019)) == [
        ("2019-02-01-c", "binh"), ("2019-03-07-b", "an"), ("2019-03-07-b", "binh"),
    ]  # fmt: skip
