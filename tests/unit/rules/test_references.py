"""References: to what exists, and on the day; a broken neighbour is not called missing."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from generator.domain.activity import Activities
from generator.domain.records import Records
from generator.rules import references
from tests.builders import KINDS, item, member, plan, records, unit, visit
from tests.unit.rules.told import told

NOWHERE = "Xem lại mã; mã là tên tệp hoặc khóa id trong danh sách."


def test_members_of_visits_and_plans_exist() -> None:
    some = records(
        member("an"), visit("2019-05-20", members=["an", "anh", "x"]), plan(2019, "binh")
    )
    assert told(references.members_exist, some) == [
        "2019-05-20-ap-3 members[1]: Không có ủy viên “anh”. → Ý bạn là “an”?",
        f"2019-05-20-ap-3 members[2]: Không có ủy viên “x”. → {NOWHERE}",
        f"binh member: Không có ủy viên “binh”. → {NOWHERE}",
    ]


def test_a_plan_under_another_name_is_told_by_its_name_only() -> None:
    wrong = plan(2019, "an").model_copy(update={"member": "am"})
    assert told(references.members_exist, records(wrong)) == []


def test_a_member_whose_file_is_broken_exists() -> None:
    some = replace(records(visit("2019-05-20")), known={"members": frozenset({"an"})})
    assert told(references.members_exist, some) == []


def test_units_of_visits_plans_and_units_exist() -> None:
    some = records(
        unit("an-truong", "cang-lon", successors=["an-truog"]),
        unit("cang-long"),
        visit("2019-05-20", other_units=["cang-long", "x"]),
        plan(2019, "an", item("a", 1, unit="an-truon"), item("b", 2)),
    )
    assert told(references.units_exist, some) == [
        f"2019-05-20-ap-3 other_units[1]: Không có đơn vị “x”. → {NOWHERE}",
        "an items[0].unit: Không có đơn vị “an-truon”. → Ý bạn là “an-truong”?",
        "units units[0].parent: Không có đơn vị “cang-lon”. → Ý bạn là “cang-long”?",
        "units units[0].successors[0]: Không có đơn vị “an-truog”. → Ý bạn là “an-truong”?",
    ]


def test_without_a_list_nothing_is_missing_from_it() -> None:
    some = replace(
        records(visit("2019-05-20", topics=["a"], programme="b")), unit_list=None, activities=None
    )
    rules = (
        references.units_exist,
        references.units_are_valid,
        references.kinds_exist,
        references.programmes_exist,
        references.programmes_run,
        references.topics_exist,
    )
    assert [told(rule, some) for rule in rules] == [[]] * 6


MERGED = (
    unit("an-truong", valid_from="2010-01-01", valid_to="2019-06-15", successors=["moi", "x"]),
    unit("moi", valid_from="2019-06-16"),
)
DAYS = [
    ("2009-12-31", "an-truong", "Chọn đơn vị tồn tại khi đó."),
    ("2010-01-01", "an-truong", None),
    ("2019-06-15", "an-truong", None),
    ("2019-06-16", "an-truong", "Đơn vị kế tục: moi."),
    ("2019-06-15", "moi", "Đơn vị khi đó: an-truong."),
    ("2019-06-16", "moi", None),
]


@pytest.mark.parametrize(("day", "id_", "hint"), DAYS)
def test_a_unit_visited_exists_on_the_day(day: str, id_: str, hint: str | None) -> None:
    some = records(*MERGED, visit(day, unit=id_))
    message = f"{day}-ap-3 unit: “{id_.title()}” ({id_}) không tồn tại vào ngày {day}. → {hint}"
    assert told(references.units_are_valid, some) == ([message] if hint else [])


MONTHS = [
    (2019, 6, "an-truong", False),
    (2019, 7, "an-truong", True),
    (2019, 6, "moi", False),
    (2019, 5, "moi", True),
]


@pytest.mark.parametrize(("year", "month", "id_", "broken"), MONTHS)
def test_a_unit_planned_exists_in_the_month(
    year: int,
    month: int,
    id_: str,
    broken: bool,  # noqa: FBT001
) -> None:
    some = records(*MERGED, plan(year, "an", item("a", month, unit=id_)))
    found = told(references.units_are_valid, some)
    assert bool(found) == broken
    assert all(f"không tồn tại trong tháng {year}-{month:02d}." in each for each in found)


def test_months_and_years_that_never_were_are_no_units_fault() -> None:
    some = records(*MERGED, plan(2030, "an", item("a", 13, unit="an-truong")))
    assert told(references.units_are_valid, some) == []
    some = records(*MERGED, plan(9999, "an", item("a", 12, unit="an-truong")))
    assert told(references.units_are_valid, some) == []


def test_kinds_of_visits_and_plans_exist() -> None:
    some = records(visit("2019-05-20", kind="surveys"), plan(2019, "an", item("a", 1, kind="x")))
    assert told(references.kinds_exist, some) == [
        "2019-05-20-ap-3 kind: Không có nội dung đi cơ sở “surveys”. → Ý bạn là “survey”?",
        f"an items[0].kind: Không có nội dung đi cơ sở “x”. → {NOWHERE}",
    ]


def with_programme(*parts: object) -> Records:
    """Return records with the programme `march` of 2019."""
    programme = {"id": "march", "label": "Tháng Ba", "from": "2019-03-01", "to": "2019-03-31"}
    activities = Activities.model_validate(
        {
            "path": "records/activities.yml",
            "kinds": [each.model_dump(by_alias=True) for each in KINDS],
            "programmes": [programme],
            "topics": [{"id": "jobs", "label": "Việc làm"}],
        }
    )
    return replace(records(*parts), activities=activities)  # type: ignore[arg-type]


def test_programmes_exist_and_run() -> None:
    some = with_programme(
        visit("2019-03-31", programme="march"),
        visit("2019-04-01", programme="march"),
        visit("2019-04-02", programme="marsch"),
        visit("2019-04-03"),
    )
    assert told(references.programmes_exist, some) == [
        "2019-04-02-ap-3 programme: Không có chương trình “marsch”. → Ý bạn là “march”?"
    ]
    assert told(references.programmes_run, some) == [
        (
            "2019-04-01-ap-3 programme: “Tháng Ba” diễn ra từ 2019-03-01 đến 2019-03-31, "
            "không có ngày 2019-04-01. → Chọn chương trình khác, hoặc bỏ khóa này."
        )
    ]


def test_topics_exist() -> None:
    some = with_programme(visit("2019-03-31", topics=["jobs", "job"]))
    assert told(references.topics_exist, some) == [
        "2019-03-31-ap-3 topics[1]: Không có vấn đề trao đổi “job”. → Ý bạn là “jobs”?"
    ]


PLAN_ITEMS = [
    ("2019/an/t1", None),
    ("2019/an/t2", "Ý bạn là “2019/an/t1”?"),
    ("2019/am/t1", "Ý bạn là “2019/an”?"),
    ("t1", "Viết năm/ủy viên/mục, ví dụ 2019/le-van-ba/t03-1."),
    ("2020/broken/t1", None),
]


@pytest.mark.parametrize(("written", "hint"), PLAN_ITEMS)
def test_plan_items_exist(written: str, hint: str | None) -> None:
    some = records(visit("2019-05-20", plan_item=written), plan(2019, "an", item("t1", 5)))
    known = {**some.known, "plans": some.known["plans"] | {"2020/broken"}}
    expected = f"2019-05-20-ap-3 plan_item: Không có mục kế hoạch “{written}”. → {hint}"
    found = told(references.plan_items_exist, replace(some, known=known))
    assert found == ([expected] if hint else [])


def test_the_plan_belongs_to_someone_who_went() -> None:
    some = records(
        visit("2019-05-20", plan_item="2019/an/t1"),
        visit("2019-05-21", members=["binh"], plan_item="2019/an/t1"),
        visit("2019-05-22", plan_item="2019/gone/t1"),
        visit("2019-05-23"),
        plan(2019, "an", item("t1", 5)),
    )
    assert told(references.plan_items_fit_members, some) == [
        (
            "2019-05-21-ap-3 plan_item: Mục kế hoạch là của “an”, không đi chuyến này. "
            "→ Chọn mục trong kế hoạch của một người cùng đi, hoặc bỏ khóa này."
        )
    ]


def test_former_ids_belong_to_nobody_else() -> None:
    some = records(
        visit("2019-05-20", former_ids=["2019-05-19-a", "2019-05-21-ap-3", "2019-05-20-ap-3"]),
        visit("2019-05-21", former_ids=["2019-05-19-a", "2019-05-18-b"]),
    )
    assert told(references.former_ids_are_free, some) == [
        (
            "2019-05-20-ap-3 former_ids[1]: Mã cũ “2019-05-21-ap-3” đang thuộc về chuyến đi "
            "“2019-05-21-ap-3”. → Bỏ mã cũ này đi."
        ),
        (
            "2019-05-20-ap-3 former_ids[2]: Mã cũ “2019-05-20-ap-3” đang thuộc về chuyến đi "
            "“2019-05-20-ap-3”. → Bỏ mã cũ này đi."
        ),
        (
            "2019-05-21-ap-3 former_ids[0]: Mã cũ “2019-05-19-a” đang thuộc về chuyến đi "
            "“2019-05-20-ap-3”. → Bỏ mã cũ này đi."
        ),
    ]


def test_nothing_known_is_nothing_suggested() -> None:
    assert references.suggest("a", ()) == NOWHERE
    assert references.suggest("a", MappingProxyType({}), "Khác.") == "Khác."
    assert records().policy_on(date(2019, 1, 1)) is None
