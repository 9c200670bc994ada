"""What can be chosen, and what written words mean: without accents and case, never a guess."""

import unicodedata
from datetime import date

import pytest

from generator.domain.fields import Record, Referent, Shape
from generator.submit.choices import Choice, choices, folded, matches, near
from tests.builders import member, records, term, unit

PROVINCE = unit("tinh", level="province", name="Tỉnh Trà Vinh")
CITY = unit("842-tra-vinh", level="district", name="Thành phố Trà Vinh", parent="tinh")
TOWN = unit("851-duyen-hai", level="district", name="Thị xã Duyên Hải", parent="tinh")
ONE = unit("29236-phuong-1", level="commune", name="Phường 1", parent="842-tra-vinh")
OTHER = unit("29512-phuong-1", level="commune", name="Phường 1", parent="851-duyen-hai")
AN = unit("29311-hoa-an", level="commune", name="Xã Hòa Ân", parent="851-duyen-hai")
UNITS = (PROVINCE, CITY, TOWN, ONE, OTHER, AN)


def offered(referent: Referent = "units", *more: Record | Shape) -> tuple[Choice, ...]:
    return choices(records(*UNITS, *more))[referent]


def ids(written: str) -> list[str]:
    return [choice.id for choice in matches(written, offered())]


def test_a_unit_is_offered_with_those_above_it() -> None:
    labels = {choice.id: choice.label for choice in offered()}
    assert labels["29236-phuong-1"] == "Phường 1, thành phố Trà Vinh"
    assert labels["29512-phuong-1"] == "Phường 1, thị xã Duyên Hải"


@pytest.mark.parametrize(
    "written",
    ["Xã Hòa Ân", "xa hoa an", "XÃ HOÀ ÂN", " Xã  Hòa Ân ", unicodedata.normalize("NFD", "Xã Hòa Ân"), "29311-hoa-an", "xã hòa ân, thị xã duyên hải"],
)  # fmt: skip
def test_a_name_is_known_however_it_is_typed(written: str) -> None:
    assert ids(written) == ["29311-hoa-an"]


def test_two_units_of_one_name_are_both_told() -> None:
    assert ids("phuong 1") == ["29236-phuong-1", "29512-phuong-1"]
    assert ids("Phường 1, Thành phố Trà Vinh") == ["29236-phuong-1"]


@pytest.mark.parametrize("written", ["", "  ", "Xã Hòa", "29311"])
def test_what_fits_nothing_means_nothing(written: str) -> None:
    assert ids(written) == []


def test_members_are_offered_by_name_with_their_position_and_time() -> None:
    (choice,) = offered(
        "members", member("le-van-ba", term("2018-01-01", "2019-06-30"), name="Lê Văn Ba")
    )
    assert choice == Choice(
        "le-van-ba",
        "Lê Văn Ba",
        "Lê Văn Ba",
        "Ủy viên BCH chuyên trách, Ban Phong trào",
        date(2018, 1, 1),
        date(2019, 6, 30),
    )


@pytest.mark.parametrize(
    ("day", "stands"),
    [("2018-12-31", False), ("2019-01-01", True), ("2019-12-31", True), ("2020-01-01", False)],
)
def test_a_choice_stands_from_its_first_to_its_last_day(day: str, *, stands: bool) -> None:
    choice = Choice("x", "X", "X", begins=date(2019, 1, 1), ends=date(2019, 12, 31))
    assert choice.stands_on(date.fromisoformat(day)) is stands


def test_a_choice_without_ends_always_stands() -> None:
    assert Choice("x", "X", "X").stands_on(date(1900, 1, 1))


def test_folding_leaves_letters_figures_and_single_blanks() -> None:
    assert folded("  Đồng chí  Nguyễn-Văn Ử (Bé) ") == "dong chi nguyen van u be"
    assert folded(" ") == ""


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Hòa Ân", ["29311-hoa-an"]),
        ("hoa an, duyen hai", ["29311-hoa-an"]),
        ("Xã Hòa Ân - TX. Duyên Hải", ["29311-hoa-an"]),
        ("Phường 1 (TP Trà Vinh)", ["29236-phuong-1"]),
        ("P1, TX Duyên Hải", ["29512-phuong-1"]),
        ("p.1", ["29236-phuong-1", "29512-phuong-1"]),
        ("1", []),
        ("Trà Vinh", ["842-tra-vinh", "tinh"]),
        ("TP Trà Vinh", ["842-tra-vinh"]),
    ],
)
def test_the_word_for_what_a_unit_is_may_be_short_or_missing(
    written: str, expected: list[str]
) -> None:
    assert ids(written) == expected


def test_of_units_of_one_name_those_of_the_day_are_meant() -> None:
    new = unit(
        "29311-2025-hoa-an", level="commune", name="Xã Hòa Ân", parent="tinh",
        valid_from="2025-07-01",
    )  # fmt: skip
    both = offered("units", new)
    assert [each.id for each in matches("Xã Hòa Ân", both)] == ["29311-2025-hoa-an", "29311-hoa-an"]
    then = matches("Xã Hòa Ân", both, date(2019, 3, 5))
    assert [each.id for each in then] == ["29311-hoa-an"]


def test_accents_tell_two_names_apart_where_they_are_written() -> None:
    both = offered("members", member("tu", name="Lê Văn Tú"), member("tu-2", name="Lê Văn Tư"))
    assert [each.id for each in matches("lê văn TƯ", both)] == ["tu-2"]
    assert [each.id for each in matches("le van tu", both)] == ["tu", "tu-2"]


@pytest.mark.parametrize("written", ["đ/c Lê Văn Ba", "Đồng chí Lê Văn Ba", "Đc. lê văn ba"])
def test_a_courtesy_before_a_name_is_no_part_of_it(written: str) -> None:
    both = offered("members", member("ba", name="Lê Văn Ba"), member("tu", name="Lê Văn Tư"))
    assert [each.id for each in matches(written, both)] == ["ba"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Xã Hòa Ấnh", ["29311-hoa-an"]),
        ("Duyên", ["851-duyen-hai"]),
        ("Bạch Long Vĩ", []),
        ("", []),
    ],
)
def test_what_looks_alike_can_be_asked_about(written: str, expected: list[str]) -> None:
    assert [each.id for each in near(written, offered())] == expected
