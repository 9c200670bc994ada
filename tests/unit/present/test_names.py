"""What people, units, kinds and places are called."""

from datetime import date
from typing import Final

import pytest

from generator.present.names import Names, capital, in_sentence, with_department
from tests.builders import kind, member, records, term, unit, visit

PLACES: Final = Names(
    records(
        unit("tinh", level="province", name="Tỉnh Trà Vinh"),
        unit("thanh-pho", "tinh", level="district", name="Thành phố Trà Vinh"),
        unit("duyen-hai", "tinh", level="district", name="Thị xã Duyên Hải"),
        unit("phuong-1-tv", "thanh-pho", name="Phường 1"),
        unit("phuong-1-dh", "duyen-hai", name="Phường 1"),
        unit("khom-2", "phuong-1-dh", level="branch", name="Khóm 2"),
        unit("khom-10", "phuong-1-dh", level="branch", name="Khóm 10"),
        unit("xa-moi", "tinh", name="Xã Càng Long"),
        unit("truong", "thanh-pho", name="Đoàn Trường Đại học Trà Vinh", type="school"),
        unit("mo-coi", name="Xã Mồ Côi"),
    )
)


@pytest.mark.parametrize(
    ("unit_id", "place"),
    [
        ("phuong-1-tv", "Phường 1, thành phố Trà Vinh"),
        ("phuong-1-dh", "Phường 1, thị xã Duyên Hải"),
        ("khom-2", "Khóm 2, phường 1, thị xã Duyên Hải"),
        ("thanh-pho", "Thành phố Trà Vinh"),
        ("tinh", "Tỉnh Trà Vinh"),
        ("xa-moi", "Xã Càng Long"),
        ("truong", "Đoàn Trường Đại học Trà Vinh, thành phố Trà Vinh"),
        ("mo-coi", "Xã Mồ Côi"),
        ("nowhere", "nowhere"),
    ],
)
def test_a_place_is_told_up_to_the_district(unit_id: str, place: str) -> None:
    assert PLACES.place(unit_id) == place


def test_a_parent_that_is_missing_is_left_out() -> None:
    names = Names(records(unit("xa", "mat", name="Xã An Trường")))
    assert names.place("xa") == "Xã An Trường"


@pytest.mark.parametrize(
    ("venue", "told"),
    [
        (None, "Phường 1, thị xã Duyên Hải"),
        ("cụm 3", "Cụm 3, phường 1, thị xã Duyên Hải"),
        ("nhà văn hóa ấp Bà Môn", "Nhà văn hóa ấp Bà Môn, phường 1, thị xã Duyên Hải"),
    ],
)
def test_a_venue_stands_before_its_unit(venue: str | None, told: str) -> None:
    assert PLACES.venue(visit("2019-03-05", unit="phuong-1-dh", venue=venue)) == told


def test_units_are_in_vietnamese_order() -> None:
    held = PLACES.records.units
    ordered = PLACES.units_sorted(held[each] for each in ("khom-10", "phuong-1-tv", "khom-2"))
    assert [each.id for each in ordered] == ["khom-2", "khom-10", "phuong-1-tv"]
    same = PLACES.units_sorted(held[each] for each in ("phuong-1-tv", "phuong-1-dh"))
    assert [each.id for each in same] == ["phuong-1-dh", "phuong-1-tv"]


def test_people_and_kinds_by_name_and_else_by_id() -> None:
    names = Names(records(member("an"), kind("survey")))
    assert (names.member("an"), names.member("ai")) == ("Lê Văn An", "ai")
    assert (names.kind("survey"), names.kind("gi")) == ("Survey", "gi")
    assert (names.unit("x"), PLACES.unit("khom-2")) == ("x", "Khóm 2")


def test_a_team_is_listed_by_given_name() -> None:
    people = records(
        member("a", name="Trần Văn Đào"),
        member("b", name="Lê Thị Dung"),
        member("c", name="Kim An"),
    )
    team = Names(people).team(visit("2019-03-05", members=["a", "b", "c"]))
    assert team == "Kim An, Lê Thị Dung và Trần Văn Đào"


@pytest.mark.parametrize(
    ("day", "position"),
    [
        (date(2018, 6, 30), "Ủy viên BCH, Ban Phong trào"),
        (date(2018, 7, 1), "Phó Trưởng Ban Phong trào"),
        (date(2019, 12, 31), "Phó Trưởng Ban Phong trào"),
        (date(2025, 1, 1), "Phó Trưởng Ban Phong trào"),
        (date(2001, 1, 1), "Phó Trưởng Ban Phong trào"),
    ],
)
def test_a_position_is_that_of_the_day_else_the_last(day: date, position: str) -> None:
    first = term("2015-01-01", "2018-06-30") | {"position": "Ủy viên BCH"}
    last = term("2018-07-01", "2019-12-31") | {"position": "Phó Trưởng Ban"}
    assert Names(records()).position(member("an", first, last), day) == position


@pytest.mark.parametrize(
    ("position", "department", "told"),
    [
        ("Trưởng Ban", "Ban Phong trào", "Trưởng Ban Phong trào"),
        ("Phó Trưởng Ban", "Ban Tổ chức - Kiểm tra", "Phó Trưởng Ban Tổ chức - Kiểm tra"),
        ("Chánh Văn phòng", "Văn phòng", "Chánh Văn phòng"),
        ("Ủy viên BCH", "Văn phòng", "Ủy viên BCH, Văn phòng"),
        ("Bí thư", "Thường trực Tỉnh đoàn", "Bí thư, Thường trực Tỉnh đoàn"),
        ("Trưởng Ban Phong trào", "Ban Phong trào", "Trưởng Ban Phong trào"),
        ("Trưởng Ban", "Ban", "Trưởng Ban"),
    ],
)
def test_with_department(position: str, department: str, told: str) -> None:
    assert with_department(position, department) == told


def test_capital_keeps_the_rest() -> None:
    assert capital("cụm 3, xã An Trường") == "Cụm 3, xã An Trường"
    assert (capital("ấp"), capital("")) == ("Ấp", "")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Xã An Trường A", "xã An Trường A"),
        ("Phường 1", "phường 1"),
        ("Thành phố Trà Vinh", "thành phố Trà Vinh"),
        ("Thị trấn Càng Long", "thị trấn Càng Long"),
        ("Chi đoàn ấp 3", "chi đoàn ấp 3"),
        ("Tỉnh đoàn Trà Vinh", "Tỉnh đoàn Trà Vinh"),
        ("Đoàn Trường THPT Trà Cú", "Đoàn Trường THPT Trà Cú"),
        ("Huyện đoàn Càng Long", "Huyện đoàn Càng Long"),
    ],
)
def test_in_sentence(name: str, told: str) -> None:
    assert in_sentence(name) == told
