"""What can be chosen, and what written words mean: without accents and case, never a guess."""

import unicodedata
from datetime import date

import pytest

from generator.domain.fields import Record, Referent, Shape
from generator.submit.choices import Choice, choices, folded, matches
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
