"""Lists name each thing once, and what they say of it is in order."""

from dataclasses import replace

from generator.rules import lists
from tests.builders import KINDS, item, plan, records, unit, visit
from tests.unit.rules.test_references import with_programme
from tests.unit.rules.told import told

TWICE = "đã có ở trên. → Đặt mã khác, hoặc xóa mục thừa."


def test_ids_are_unique_within_each_list() -> None:
    issues = [{"id": "k1", "text": "a"}, {"text": "b"}, {"text": "c"}, {"id": "k1", "text": "d"}]
    some = records(
        unit("a"),
        unit("a"),
        *KINDS,
        KINDS[0],
        visit("2019-05-20", issues=issues),
        plan(2019, "an", item("t1", 1), item("t1", 2), item("t1", 3)),
    )
    assert told(lists.ids_are_unique, some) == [
        f"units units[1].id: Mã “a” {TWICE}",
        f"activities kinds[5].id: Mã “survey” {TWICE}",
        f"an items[1].id: Mã “t1” {TWICE}",
        f"an items[2].id: Mã “t1” {TWICE}",
        f"2019-05-20-ap-3 issues[3].id: Mã “k1” {TWICE}",
    ]


def test_the_same_id_in_two_lists_is_no_fault() -> None:
    some = records(unit("survey"), visit("2019-05-20", issues=[{"id": "survey", "text": "a"}]))
    assert told(lists.ids_are_unique, some) == []


def test_without_lists_there_is_nothing_to_repeat() -> None:
    some = replace(records(), unit_list=None, activities=None)
    assert [
        told(rule, some)
        for rule in (lists.ids_are_unique, lists.units_have_no_loops, lists.spans_are_in_order)
    ] == [[], [], []]


def test_a_visit_names_each_thing_once() -> None:
    there = {"member": "an", "dates": ["2019-05-20"]}
    some = records(
        visit(
            "2019-05-20",
            members=["an", "binh", "an"],
            other_units=["cang-long", "an-truong"],
            topics=["a", "a"],
            attendance=[there, there],
        )
    )
    assert told(lists.entries_do_not_repeat, some) == [
        "2019-05-20-ap-3 members[2]: “an” đã được ghi rồi. → Xóa mục thừa.",
        "2019-05-20-ap-3 other_units[1]: “an-truong” đã được ghi rồi. → Xóa mục thừa.",
        "2019-05-20-ap-3 topics[1]: “a” đã được ghi rồi. → Xóa mục thừa.",
        "2019-05-20-ap-3 attendance[1]: “an” đã được ghi rồi. → Xóa mục thừa.",
    ]


def test_each_loop_is_told_once_at_its_first_unit() -> None:
    some = records(
        unit("below", "b"),
        unit("a", "b"),
        unit("b", "c"),
        unit("c", "a"),
        unit("self", "self"),
        unit("fine", "gone"),
    )
    assert told(lists.units_have_no_loops, some) == [
        "units units[1].parent: “A” là cấp trên của chính nó: a → b → c → a. → Sửa đơn vị cấp trên.",
        (
            "units units[4].parent: “Self” là cấp trên của chính nó: self → self. "
            "→ Sửa đơn vị cấp trên."
        ),
    ]


def test_spans_end_after_they_begin() -> None:
    some = with_programme(
        unit("a", valid_from="2019-01-02", valid_to="2019-01-01"),
        unit("b", valid_from="2019-01-01", valid_to="2019-01-01"),
        unit("c", valid_from="2019-01-01"),
        unit("d", valid_to="2019-01-01"),
    )
    assert told(lists.spans_are_in_order, some) == [
        (
            "units units[0].valid_to: Ngày cuối 2019-01-01 đứng trước ngày đầu 2019-01-02. "
            "→ Đổi lại hai ngày."
        )
    ]
