"""Figures, days and names as Vietnamese documents write them. Source: research/domain.md, 6."""

from datetime import date
from decimal import Decimal
from itertools import pairwise, permutations, product

import pytest

from generator.domain.period import Period
from generator.present.wording import (
    day,
    days_text,
    excerpt,
    listed,
    long_day,
    name_key,
    natural_key,
    number,
    paragraphs,
    period_text,
)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("60.4"), "60,4"),
        (Decimal("61.0"), "61,0"),
        (Decimal("0.5"), "0,5"),
        (Decimal("0.25"), "0,25"),
        (Decimal("12.345"), "12,345"),
        (Decimal("1234.5"), "1.234,5"),
        (Decimal(785), "785"),
        (Decimal("7E+2"), "700"),
        (Decimal(0), "0"),
        (Decimal("-0.5"), "-0,5"),
        (0, "0"),
        (999, "999"),
        (1234, "1.234"),
        (1234567, "1.234.567"),
    ],
)
def test_number(value: Decimal | int, written: str) -> None:
    assert number(value) == written


def test_day() -> None:
    assert day(date(2019, 12, 31)) == "31/12/2019"
    assert day(date(2019, 3, 5)) == "05/03/2019"
    assert day(date(987, 3, 5)) == "05/03/0987"


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (date(2019, 3, 5), date(2019, 3, 5), "05/03/2019"),
        (date(2019, 3, 5), date(2019, 3, 7), "05–07/03/2019"),
        (date(2019, 3, 30), date(2019, 4, 2), "30/03–02/04/2019"),
        (date(2019, 12, 30), date(2020, 1, 2), "30/12/2019–02/01/2020"),
        (date(2019, 3, 5), date(2020, 3, 5), "05/03/2019–05/03/2020"),
    ],
)
def test_days_text(first: date, last: date, written: str) -> None:
    assert days_text(first, last) == written


@pytest.mark.parametrize(
    ("items", "written"),
    [
        ([], ""),
        (["An"], "An"),
        (["An", "Bình"], "An và Bình"),
        (["An", "Bình", "Chi"], "An, Bình và Chi"),
        (["An", "Bình", "Chi", "Đào"], "An, Bình, Chi và Đào"),
    ],
)
def test_listed(items: list[str], written: str) -> None:
    assert listed(items) == written
    assert listed(iter(items)) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2019, 12, 23), "Thứ Hai, 23/12/2019"),
        (date(2019, 12, 24), "Thứ Ba, 24/12/2019"),
        (date(2019, 12, 25), "Thứ Tư, 25/12/2019"),
        (date(2019, 12, 26), "Thứ Năm, 26/12/2019"),
        (date(2019, 12, 27), "Thứ Sáu, 27/12/2019"),
        (date(2019, 12, 28), "Thứ Bảy, 28/12/2019"),
        (date(2019, 12, 29), "Chủ Nhật, 29/12/2019"),
        (date(2020, 2, 29), "Thứ Bảy, 29/02/2020"),
    ],
)
def test_long_day(value: date, written: str) -> None:
    assert long_day(value) == written


@pytest.mark.parametrize(
    ("period", "written"),
    [
        ("2019", "năm 2019"),
        ("2019-H1", "6 tháng đầu năm 2019"),
        ("2019-H2", "6 tháng cuối năm 2019"),
        ("2019-Q1", "quý I/2019"),
        ("2019-Q2", "quý II/2019"),
        ("2019-Q3", "quý III/2019"),
        ("2019-Q4", "quý IV/2019"),
        ("2019-01", "tháng 1/2019"),
        ("2019-12", "tháng 12/2019"),
    ],
)
def test_period_text(period: str, written: str) -> None:
    parsed = Period.parse(period)
    assert parsed is not None
    assert period_text(parsed) == written


ALPHABET = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")
TONES = ["ba", "bà", "bả", "bã", "bá", "bạ"]


class TestNameKey:
    """The given name decides, then family and middle names; in Vietnamese order."""

    def test_the_alphabet(self) -> None:
        held = [f"Lê {letter.upper()}n" for letter in ALPHABET]
        assert all(name_key(one) < name_key(next_) for one, next_ in pairwise(held))

    def test_the_tones(self) -> None:
        held = [f"Lê {word}" for word in TONES]
        assert all(name_key(one) < name_key(next_) for one, next_ in pairwise(held))

    @pytest.mark.parametrize(
        ("names"),
        [
            ["Trần An", "Lê Ân", "Lê Bình"],
            ["Lê Văn Dũng", "Lê Văn Đào", "Lê Văn Em"],
            ["Nguyễn Thị Hoa", "Nguyễn Văn Hoa", "Trần Thị Hoa", "An Hòa"],
            ["Đặng An", "Đinh An", "Lê An"],
            ["An", "Lê An", "Bình"],
        ],
    )
    def test_people(self, names: list[str]) -> None:
        for given in permutations(names):
            assert sorted(given, key=name_key) == names


class TestNaturalKey:
    """Numbers are read as numbers."""

    @pytest.mark.parametrize(
        "names",
        [
            ["Ấp 3", "Ấp 12", "Ấp 100"],
            ["Khóm 1", "Khóm 2", "Khóm 10"],
            ["Phường 1", "Phường 1A", "Phường 2"],
            ["Xã An Trường", "Xã An Trường A", "Xã Ân", "Xã Đại An", "Xã Huyền Hội"],
        ],
    )
    def test_order(self, names: list[str]) -> None:
        for given in permutations(names):
            assert sorted(given, key=natural_key) == names

    def test_letters_are_those_of_the_alphabet(self) -> None:
        for first, second in product(ALPHABET, repeat=2):
            before = ALPHABET.index(first) < ALPHABET.index(second)
            assert (natural_key(f"xã {first}") < natural_key(f"xã {second}")) == before


def test_paragraphs_are_the_lines_with_something_on_them() -> None:
    assert paragraphs("Một.\n\n  Hai. \n\t\nBa.") == ["Một.", "Hai.", "Ba."]
    assert paragraphs(" \n") == []


class TestExcerpt:
    def test_a_short_text_is_whole_on_one_line(self) -> None:
        assert excerpt("Một.\n\n Hai.", 9) == "Một. Hai."

    @pytest.mark.parametrize(
        ("limit", "cut"),
        [
            (18, "Dự sinh hoạt…"),
            (15, "Dự sinh hoạt…"),
            (14, "Dự sinh…"),
            (9, "Dự sinh…"),
            (8, "Dự…"),
        ],
    )
    def test_cut_between_words(self, limit: int, cut: str) -> None:
        assert excerpt("Dự sinh hoạt, chi đoàn", limit) == cut
        assert len(cut) <= limit

    def test_a_single_long_word_is_cut_itself(self) -> None:
        assert excerpt("a" * 20, 10) == "a" * 9 + "…"


def test_any_other_stretch_is_named_by_its_ends() -> None:
    assert period_text(Period(2019, 1, 10)) == "tháng 1 đến tháng 10/2019"
