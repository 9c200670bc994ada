"""Units of a province, adopted from a table."""

from typing import Any

import pytest

from generator.errors import RefusedError
from generator.submit.adopt import adopt_units, plain_name, province_alone, unit_id

HEAD = "code,level,name,parent_code,valid_to,successor_code,successor_name\n"


def adopted(rows: str, province: str = "Tỉnh A") -> list[dict[str, Any]]:
    units: list[dict[str, Any]] = adopt_units(HEAD + rows, province)["units"]
    return units


@pytest.mark.parametrize(
    ("code", "name", "since", "id_"),
    [
        ("29272", "Xã An Trường A", None, "29272-an-truong-a"),
        ("842", "Thành phố Trà Vinh", None, "842-tra-vinh"),
        ("29236", "Phường 4", None, "29236-phuong-4"),
        ("29512", "Phường Duyên Hải", 2025, "29512-2025-duyen-hai"),
        ("29266", "Thị trấn Càng Long", None, "29266-cang-long"),
        ("851", "Thị xã Duyên Hải", None, "851-duyen-hai"),
        ("", "Tỉnh Đắk Lắk", None, "dak-lak"),
    ],
)
def test_ids_follow_the_convention(code: str, name: str, since: int | None, id_: str) -> None:
    assert unit_id(code, name, since) == id_


def test_names_lose_the_kind_of_area_but_numbers_keep_it() -> None:
    assert [plain_name(each) for each in ("Tỉnh Trà Vinh", "Phường 4", "Phường Long Đức", "A")] == [
        "Trà Vinh", "Phường 4", "Long Đức", "A",
    ]  # fmt: skip


def test_a_province_stands_alone_with_or_without_a_code() -> None:
    assert province_alone("Tỉnh A") == {"id": "a", "name": "Tỉnh A", "level": "province"}
    assert province_alone("Tỉnh A", "9") == {
        "id": "9-a", "name": "Tỉnh A", "level": "province", "code": "9",
    }  # fmt: skip


def test_units_stand_below_each_other_and_the_province() -> None:
    units = adopted("1,district,Huyện B,9,,,\n2,commune,Xã C,1,,,\n3,branch,Ấp 3,2,,,\n")
    assert [(unit["id"], unit.get("parent")) for unit in units] == [
        ("9-a", None), ("1-b", "9-a"), ("2-c", "1-b"), ("3-ap-3", "2-c"),
    ]  # fmt: skip


def test_without_a_code_for_the_province_it_has_none() -> None:
    top, below = adopted("1,commune,Xã B,,,,\n")
    assert (top["id"], "code" in top, below["parent"]) == ("a", False, "a")


def test_the_province_may_stand_in_the_table_itself() -> None:
    with pytest.raises(RefusedError, match="Dòng 3"):
        adopted("9,province,Tỉnh A,,,,\n1,district,Huyện B,8,,,\n")


def test_successors_are_made_once_from_the_day_after() -> None:
    units = adopted(
        "1,commune,Xã B,9,2025-06-30,1,Xã B\n"
        "2,commune,Xã C,9,2025-06-30,1,Xã B\n"
        "3,commune,Xã D,9,2024-12-31,4,Xã E\n"
        "4,commune,Xã E,9,,,\n"
    )
    by_id = {unit["id"]: unit for unit in units}
    assert by_id["1-b"]["successors"] == by_id["2-c"]["successors"] == ["1-2025-b"]
    assert by_id["1-2025-b"] == {
        "id": "1-2025-b",
        "code": "1",
        "name": "Xã B",
        "level": "commune",
        "valid_from": "2025-07-01",
    }
    assert by_id["3-d"]["successors"] == ["4-e"]
    assert [unit["id"] for unit in units].count("1-2025-b") == 1


def test_a_listed_unit_that_ended_earlier_is_no_successor() -> None:
    units = adopted("1,commune,Xã B,9,2025-06-30,2,Xã C\n2,commune,Xã C,9,2020-12-31,,\n")
    assert units[1]["successors"] == ["2-2025-c"]


def test_letters_in_pieces_are_put_together() -> None:
    (_, unit) = adopted("1,district,Huye\u0323\u0302n B,9,,,\n")
    assert unit["name"] == "Huyện B"
