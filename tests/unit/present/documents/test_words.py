"""Words of official documents."""

from datetime import date

import pytest

from generator.domain.policy import Basis
from generator.present.documents.words import cited, day_in_words, symbol, tallied
from tests.builders import organisation


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2019, 2, 5), "ngày 05 tháng 02 năm 2019"),
        (date(2019, 3, 31), "ngày 31 tháng 3 năm 2019"),
        (date(2019, 12, 10), "ngày 10 tháng 12 năm 2019"),
    ],
)
def test_small_days_and_the_first_two_months_have_a_zero(day: date, words: str) -> None:
    assert day_in_words(day) == words


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Tỉnh đoàn Trà Vinh", "Số: …… - BC/TĐTN"),
        ("Thành đoàn Cần Thơ", "Số: …… - BC/TĐTN"),
        ("Huyện đoàn Càng Long", "Số: …… - BC/……"),
    ],
)
def test_a_number_is_never_given_and_a_sign_only_where_it_is_known(name: str, line: str) -> None:
    assert symbol(organisation(name=name), "BC") == line


@pytest.mark.parametrize(
    ("number", "title", "words"),
    [
        ("03-HD/TWĐTN-BTC", "Về chế độ đi công tác", "Hướng dẫn số 03-HD/TWĐTN-BTC, ngày 21 tháng 3 năm 2018 của Trung ương Đoàn về chế độ đi công tác"),
        ("784 - QĐ/TU", "Quy chế làm việc", "Quyết định số 784 - QĐ/TU, ngày 21 tháng 3 năm 2018 của Trung ương Đoàn “Quy chế làm việc”"),
        ("12-XYZ/TU", "Về việc đi cơ sở", "Văn bản số 12-XYZ/TU, ngày 21 tháng 3 năm 2018 của Trung ương Đoàn về việc đi cơ sở"),
        ("12/2018", "Về việc đi cơ sở", "Văn bản số 12/2018, ngày 21 tháng 3 năm 2018 của Trung ương Đoàn về việc đi cơ sở"),
    ],
)  # fmt: skip
def test_a_document_is_cited_by_the_kind_that_its_number_tells(
    number: str, title: str, words: str
) -> None:
    written = {"number": number, "date": "2018-03-21", "issuer": "Trung ương Đoàn"}
    assert cited(Basis.model_validate(written | {"title": title, "governs": "Đi cơ sở"})) == words


def test_what_was_found_is_counted_in_the_order_of_the_words() -> None:
    words = {"a": "đạt", "b": "chưa đạt", "c": "chưa có dữ liệu"}
    assert tallied("cabaa", words, "đồng chí") == (
        "3 đồng chí đạt, 1 đồng chí chưa đạt và 1 đồng chí chưa có dữ liệu"
    )
    assert tallied("b", words) == "1 chưa đạt"
    assert tallied("", words) == ""
