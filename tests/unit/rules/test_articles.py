"""Articles speak of visits that stand; their placeholders find a figure."""

from dataclasses import replace
from typing import Any

import pytest

from generator.domain.activity import Activities
from generator.domain.records import Records
from generator.rules import articles
from tests.builders import member, part_time, plan, records, term, visit
from tests.unit.rules.told import article, told

ACTIVITIES = {
    "id": "activities",
    "path": "records/activities.yml",
    "kinds": [{"id": "survey", "label": "Survey", "counts": "true", "branch_meeting": "false"}],
}
NOWHERE = "Xem lại mã; mã là tên tệp hoặc khóa id trong danh sách."
FORMS = (
    "Viết theo mẫu: {{ year(2019).mean_days }}, {{ period(2019-03).visits }}, "
    "{{ member(le-van-ba, 2019).days }}, {{ visit(2019-05-20-ap-3).date }} hoặc "
    "{{ programme(thang-thanh-nien-2019).visits }}."
)


def writing(**keys: Any) -> Records:
    """Return records of 2019, a plan of 2021, a broken visit of 2022, and one article."""
    some = records(
        member("an", term("2015-01-01", "2019-06-30"), part_time("2019-07-01")),
        member("binh", term("2020-01-01")),
        visit("2019-05-20", venue="cụm 3"),
        visit("2019-05-21", withdrawn="2019-06-01"),
        visit("2019-05-22", "it-nguoi", turnout={"members": "2", "youth": "1"}),
        visit("2023-12-31", end_date="2024-01-01"),
        plan(2021, "an"),
    )
    known = {**some.known, "visits": some.known["visits"] | {"2022-01-01-hong", "khong-ngay"}}
    known["members"] |= {"hong"}
    programme = {"id": "he-2019", "label": "Hè 2019", "from": "2019-06-01", "to": "2019-08-31"}
    named = replace(
        some, activities=Activities.model_validate(ACTIVITIES | {"programmes": [programme]})
    )
    return replace(named, known=known, articles={"a": article(**keys)})


def test_visits_of_an_article_exist_and_stand() -> None:
    visits = ["2019-05-20-ap-3", "2019-05-20-ap3", "2019-05-21-ap-3", "2022-01-01-hong"]
    assert told(articles.visits_exist, writing(visits=visits)) == [
        "2019-12-31-tin visits[1]: Không có chuyến đi “2019-05-20-ap3”. → Ý bạn là “2019-05-20-ap-3”?",
        "2019-12-31-tin visits[2]: Chuyến đi “2019-05-21-ap-3” đã được rút lại. → Bỏ chuyến đi này khỏi bài.",
    ]


def test_a_withdrawn_article_may_speak_of_what_was_withdrawn_or_is_no_more() -> None:
    some = writing(
        visits=["2019-05-21-ap-3"],
        body="{{ visit(2019-05-21-ap-3).date }} {{ member(ai-do, 2019).days }}",
        status="withdrawn",
    )
    assert told(articles.visits_exist, some) == []
    assert told(articles.placeholders_find_something, some) == []


def test_placeholders_are_well_formed_wherever_they_stand() -> None:
    some = writing(title="{{ a }}", lead="{{ year(2019).days", body="x {{ year(2019)\n.days }} {{")
    assert told(articles.placeholders_are_well_formed, some) == [
        f"2019-12-31-tin title: Không hiểu “{{{{ a }}}}”. → {FORMS}",
        f"2019-12-31-tin lead: Không hiểu “{{{{”. → {FORMS}",
        f"2019-12-31-tin body[2]: Không hiểu “{{{{ year(2019) .days }}}}”. → {FORMS}",
        f"2019-12-31-tin body[25]: Không hiểu “{{{{”. → {FORMS}",
    ]


FOUND = [
    "year(2019).mean_days",
    "year(2021).population",
    "year(2022).population",
    "year(2024).visits",
    "period(2019-H1).visits",
    "member(an, 2019).days",
    "member(binh, 2021).days",
    "member(hong, 2019).days",
    "visit(2019-05-20-ap-3).date",
    "visit(2019-05-20-ap-3).venue",
    "visit(2022-01-01-hong).turnout",
    "programme(he-2019).visits",
]


@pytest.mark.parametrize("inner", FOUND)
def test_a_placeholder_that_finds_something(inner: str) -> None:
    assert told(articles.placeholders_find_something, writing(body=f"{{{{ {inner} }}}}")) == []


NO_YEAR = "chưa có chuyến đi hay kế hoạch nào. → Sửa năm."
NOT_FOUND = [
    ("year(2019).mean_day", "Không có số liệu “mean_day”. → Ý bạn là “mean_days”?"),
    (
        "member(an, 2019).x",
        "Không có số liệu “x”. → Các tên dùng được: branch_meetings, days, name, target, visits.",
    ),
    ("year(2018).mean_days", f"Năm 2018 {NO_YEAR}"),
    ("year(9999).mean_days", f"Năm 9999 {NO_YEAR}"),
    ("period(2025-Q1).visits", f"Năm 2025 {NO_YEAR}"),
    ("member(an, 2018).days", f"Năm 2018 {NO_YEAR}"),
    ("member(am, 2019).days", f"Không có ủy viên “am”. → {NOWHERE}"),
    ("member(bin, 2019).days", "Không có ủy viên “bin”. → Ý bạn là “binh”?"),
    (
        "member(binh, 2019).days",
        "“Lê Văn Binh” không có nhiệm kỳ chuyên trách trong năm 2019. → Sửa năm, hoặc chọn người khác.",
    ),
    (
        "member(an, 2021).days",
        "“Lê Văn An” không có nhiệm kỳ chuyên trách trong năm 2021. → Sửa năm, hoặc chọn người khác.",
    ),
    ("visit(x).date", f"Không có chuyến đi “x”. → {NOWHERE}"),
    (
        "visit(2019-05-21-ap-3).date",
        "Chuyến đi “2019-05-21-ap-3” đã được rút lại. → Bỏ chuyến đi này khỏi bài.",
    ),
    (
        "visit(2019-05-20-ap-3).turnout",
        "Chuyến đi “2019-05-20-ap-3” không ghi turnout. → Bổ sung vào bản ghi chuyến đi, hoặc bỏ chỗ này.",
    ),
    ("programme(he-2018).visits", "Không có chương trình “he-2018”. → Ý bạn là “he-2019”?"),
    (
        "visit(2019-05-22-it-nguoi).turnout",
        "Số người dự chuyến đi “2019-05-22-it-nguoi” dưới 3 nên không công khai. → Bỏ chỗ này khỏi bài.",
    ),
]


@pytest.mark.parametrize(("inner", "found"), NOT_FOUND)
def test_a_placeholder_that_finds_nothing(inner: str, found: str) -> None:
    some = writing(body=f"Có {{{{ {inner} }}}}.")
    assert told(articles.placeholders_find_something, some) == [f"2019-12-31-tin body[3]: {found}"]
    assert told(articles.placeholders_are_well_formed, some) == []


def test_no_programme_is_missed_where_none_could_be_read() -> None:
    some = replace(writing(body="{{ programme(he-2018).visits }}"), activities=None)
    assert told(articles.placeholders_find_something, some) == []


def test_what_is_not_understood_is_told_once() -> None:
    assert told(articles.placeholders_find_something, writing(body="{{ x }}")) == []
