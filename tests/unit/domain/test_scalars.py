"""Single values: what is written is what is meant, and every refusal says how to write it."""

from calendar import monthrange
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from generator.domain.scalars import (
    Day,
    Halves,
    Id,
    Line,
    Text,
    Url,
    Whole,
    YesNo,
    choices,
    id_like,
    kind_of_value,
    parse_day,
)
from generator.domain.shorten import shorten
from tests.rows import RecordProperty

READ: list[tuple[Any, str, object]] = [
    (Day, "2019-05-20", date(2019, 5, 20)),
    (Day, "2020-02-29", date(2020, 2, 29)),
    (Day, "1900-01-01", date(1900, 1, 1)),
    (Day, "2199-12-31", date(2199, 12, 31)),
    (Whole, "0", 0),
    (Whole, "999999999", 999_999_999),
    (Halves, "2", Decimal(2)),
    (Halves, "1.5", Decimal("1.5")),
    (Halves, "2.0", Decimal("2.0")),
    (Halves, "0.5", Decimal("0.5")),
    (YesNo, "true", True),
    (YesNo, "false", False),
    (Id, "29272-an-truong-a", "29272-an-truong-a"),
    (Id, "a" * 100, "a" * 100),
    (Line, "no", "no"),
    (Line, "a" * 500, "a" * 500),
    (Text, "một\nhai", "một\nhai"),
    (Text, "a" * 20_000, "a" * 20_000),
    (Url, "https://example.vn/a?b=c#d", "https://example.vn/a?b=c#d"),
    (Url, "http://example.vn", "http://example.vn"),
]

WHOLE = "Chỉ viết chữ số, nhiều nhất 9 chữ số; không dấu, không đơn vị, không số 0 đứng đầu."
HALVES = "Viết số nguyên hoặc nửa ngày với dấu chấm, ví dụ 2 hoặc 1.5."
ANY_DAY = "Viết năm-tháng-ngày, ví dụ 2019-05-20."
YES_NO = "Viết true (có) hoặc false (không)."
URL = "Chép nguyên địa chỉ từ trình duyệt, bắt đầu bằng https://."
EMPTY = ("S009", "Khóa này để trống.", "Điền giá trị, hoặc bỏ cả dòng đi.")

REFUSED: list[tuple[Any, object, tuple[str, str, str]]] = [
    (
        Day,
        "20/5/2019",
        ("S004", "“20/5/2019” không phải là ngày.", "Viết năm-tháng-ngày: 2019-05-20."),
    ),
    (
        Day,
        "2019.5.2",
        ("S004", "“2019.5.2” không phải là ngày.", "Viết năm-tháng-ngày: 2019-05-02."),
    ),
    (Day, "05/20/2019", ("S004", "“05/20/2019” không phải là ngày.", ANY_DAY)),
    (Day, "2019-13-5", ("S004", "“2019-13-5” không phải là ngày.", ANY_DAY)),
    (Day, "hôm qua", ("S004", "“hôm qua” không phải là ngày.", ANY_DAY)),
    (Day, "٢٠١٩-05-20", ("S004", "“٢٠١٩-05-20” không phải là ngày.", ANY_DAY)),
    (Day, "2019-05-20 10:00", ("S004", "“2019-05-20 10:00” không phải là ngày.", ANY_DAY)),
    (Day, "2019-02-29", ("S004", "Không có ngày 2019-02-29.", "Tháng 2 năm 2019 có 28 ngày.")),
    (Day, "2019-04-31", ("S004", "Không có ngày 2019-04-31.", "Tháng 4 năm 2019 có 30 ngày.")),
    (Day, "2019-13-01", ("S004", "Không có ngày 2019-13-01.", "Tháng chỉ từ 01 đến 12.")),
    (Day, "2019-00-01", ("S004", "Không có ngày 2019-00-01.", "Tháng chỉ từ 01 đến 12.")),
    (Day, "0000-01-01", ("S004", "Không có ngày 0000-01-01.", "Năm phải từ 1900 đến 2199.")),
    (Day, "0019-05-20", ("S004", "Năm 19 không thể đúng.", "Năm phải từ 1900 đến 2199.")),
    (Day, "9999-12-31", ("S004", "Năm 9999 không thể đúng.", "Năm phải từ 1900 đến 2199.")),
    (Whole, "010", ("S005", "Chỗ này phải là một số nguyên, nhưng lại là “010”.", WHOLE)),
    (Whole, "-1", ("S005", "Chỗ này phải là một số nguyên, nhưng lại là “-1”.", WHOLE)),
    (Whole, "1.0", ("S005", "Chỗ này phải là một số nguyên, nhưng lại là “1.0”.", WHOLE)),
    (Whole, "1e3", ("S005", "Chỗ này phải là một số nguyên, nhưng lại là “1e3”.", WHOLE)),
    (
        Whole,
        "1000000000",
        ("S005", "Chỗ này phải là một số nguyên, nhưng lại là “1000000000”.", WHOLE),
    ),
    (Whole, ".inf", ("S005", "Chỗ này phải là một số nguyên, nhưng lại là “.inf”.", WHOLE)),
    (Whole, "nan", ("S005", "Chỗ này phải là một số nguyên, nhưng lại là “nan”.", WHOLE)),
    (Whole, "٣", ("S005", "Chỗ này phải là một số nguyên, nhưng lại là “٣”.", WHOLE)),
    (
        Whole,
        "9" * 5000,
        ("S005", f"Chỗ này phải là một số nguyên, nhưng lại là “{'9' * 39}…”.", WHOLE),
    ),
    (Halves, "1,5", ("S005", "Chỗ này phải là một số ngày, nhưng lại là “1,5”.", HALVES)),
    (Halves, "1.25", ("S005", "Chỗ này phải là một số ngày, nhưng lại là “1.25”.", HALVES)),
    (Halves, "inf", ("S005", "Chỗ này phải là một số ngày, nhưng lại là “inf”.", HALVES)),
    (YesNo, "yes", ("S006", "“yes” không phải là true hay false.", YES_NO)),
    (YesNo, "True", ("S006", "“True” không phải là true hay false.", YES_NO)),
    (YesNo, "có", ("S006", "“có” không phải là true hay false.", YES_NO)),
    (
        Id,
        "Ấp 3",
        (
            "S007",
            "“Ấp 3” không phải là mã.",
            "Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ ap-3.",
        ),
    ),
    (
        Id,
        "-a",
        (
            "S007",
            "“-a” không phải là mã.",
            "Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ a.",
        ),
    ),
    (
        Id,
        "!!",
        (
            "S007",
            "“!!” không phải là mã.",
            "Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ vi-du.",
        ),
    ),
    (Line, "một\nhai", ("S010", "Chỗ này chỉ được một dòng.", "Viết liền trên một dòng.")),
    (Line, "một\rhai", ("S010", "Chỗ này chỉ được một dòng.", "Viết liền trên một dòng.")),
    (
        Line,
        "a" * 501,
        ("S010", "Dài 501 ký tự, quá 500.", "Viết ngắn lại; phần chi tiết để ở tóm tắt nội dung."),
    ),
    (Text, "a" * 20_001, ("S010", "Dài 20001 ký tự, quá 20000.", "Viết ngắn lại.")),
    (Url, "example.vn", ("S017", "“example.vn” không phải là địa chỉ web.", URL)),
    (Url, "javascript:alert(1)", ("S017", "“javascript:alert(1)” không phải là địa chỉ web.", URL)),
    (Url, 'https://a"onclick', ("S017", '“https://a"onclick” không phải là địa chỉ web.', URL)),
    (Url, "https://a b", ("S017", "“https://a b” không phải là địa chỉ web.", URL)),
    (Line, "", EMPTY),
    (Day, " ", EMPTY),
    (YesNo, "\n", EMPTY),
    (
        Line,
        ["a"],
        (
            "S003",
            "Chỗ này phải là một giá trị, nhưng lại là một danh sách.",
            "Ghi giá trị ngay sau dấu hai chấm.",
        ),
    ),
    (
        Whole,
        {"a": "b"},
        (
            "S003",
            "Chỗ này phải là một giá trị, nhưng lại là một nhóm khóa.",
            "Ghi giá trị ngay sau dấu hai chấm.",
        ),
    ),
    (
        Whole,
        True,
        (
            "S003",
            "Chỗ này phải là một giá trị, nhưng lại là một nhóm khóa.",
            "Ghi giá trị ngay sau dấu hai chấm.",
        ),
    ),
]


def refusal_of(kind: Any, value: object) -> tuple[str, str, str]:
    """Return code, message and hint with which the type refuses the value."""
    try:
        TypeAdapter(kind).validate_python(value)
    except ValueError as error:
        (fault,) = error.errors()  # type: ignore[attr-defined]
        return fault["type"], fault["ctx"]["message"], fault["ctx"]["hint"]
    message = f"{value!r} was accepted"
    raise AssertionError(message)


@pytest.mark.parametrize(("kind", "written", "meant"), READ)
def test_what_is_written_is_read(kind: Any, written: str, meant: object) -> None:
    assert TypeAdapter(kind).validate_python(written) == meant


@pytest.mark.parametrize(("kind", "written", "refusal"), REFUSED)
def test_what_cannot_be_meant_is_refused(
    kind: Any, written: object, refusal: tuple[str, str, str]
) -> None:
    assert refusal_of(kind, written) == refusal


@pytest.mark.parametrize("value", [date(2019, 5, 20), 3, Decimal("1.5"), True])
def test_values_of_the_right_kind_pass(value: object) -> None:
    kinds: dict[type, Any] = {date: Day, int: Whole, Decimal: Halves, bool: YesNo}
    assert TypeAdapter(kinds[type(value)]).validate_python(value) == value


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_of_the_calendar_is_read(day: date) -> None:
    assert parse_day(day.isoformat()) == day


YEARS = (0, 1, 19, 99, 999, 1899, 1900, 2000, 2019, 2020, 2100, 2199, 2200, 9999)


def test_row_15_only_days_of_the_calendar_are_days(record_property: RecordProperty) -> None:
    """Each year, month and day there could be, with the calendar of another library as judge."""
    refused = 0
    for year, month, day in product(YEARS, range(14), range(33)):
        written = f"{year:04}-{month:02}-{day:02}"
        days = monthrange(year, month)[1] if 1 <= month <= 12 and year else 0
        if 1900 <= year < 2200 and 1 <= day <= days:
            assert TypeAdapter(Day).validate_python(written) == date(year, month, day)
        else:
            assert refusal_of(Day, written)[0] == "S004"
            refused += 1
    record_property("figure", f"{len(YEARS) * 14 * 33:,} dates, {refused:,} refused")


NO_NUMBERS = (
    ".inf", "-.inf", ".nan", "inf", "nan", "Infinity", "-1", "+1", "1e3", "1_000", "1.000", "0x1F", "0o7",
    "010", "1 000", "٣", "½", "9" * 10, "9" * 5_000, "9" * 20_000, "0x" + "f" * 9_000,
)  # fmt: skip


@pytest.mark.parametrize("kind", [Whole, Halves], ids=["whole", "halves"])
def test_row_16_a_number_too_large_or_none_is_refused(
    kind: Any, record_property: RecordProperty
) -> None:
    for written in NO_NUMBERS:
        told, message, _ = refusal_of(kind, written)
        assert told == "S005", written[:20]
        assert len(message) < 120
    record_property("figure", f"{len(NO_NUMBERS)} numbers refused")


@given(st.text(st.characters(codec="utf-8"), max_size=20) | st.from_regex(r"\A\d{4}-\d\d-\d\d\Z"))
def test_anything_else_is_refused_with_a_code(text: str) -> None:
    """An invalid date, year 0 and the like never raise anything but the refusal."""
    for kind in (Day, Whole, Halves, YesNo, Id, Url):
        try:
            TypeAdapter(kind).validate_python(text)
        except ValueError as error:
            (fault,) = error.errors()  # type: ignore[attr-defined]
            assert fault["type"] in {"S004", "S005", "S006", "S007", "S009", "S017"}


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_the_suggested_id_is_an_id(name: str) -> None:
    assert TypeAdapter(Id).validate_python(id_like(name)) == id_like(name)


def test_ids_are_suggested_by_names() -> None:
    assert id_like("Xã Đôn Xuân (mới)") == "xa-don-xuan-moi"
    assert id_like("a" * 150) == "a" * 100
    assert id_like("…") == "vi-du"


def test_messages_stay_on_one_short_line() -> None:
    assert shorten("một\n  hai") == "một hai"
    assert shorten("a" * 40) == "a" * 40
    assert shorten("a" * 41) == "a" * 39 + "…"
    assert shorten("abcdef", 4) == "abc…"


def test_kinds_of_values_have_names() -> None:
    assert kind_of_value(["a"]) == "một danh sách"
    assert kind_of_value({}) == "một nhóm khóa"


def test_choices_carry_their_labels_into_the_schema() -> None:
    schema = choices({"a": "một", "b": "hai"}).json_schema
    assert schema == {
        "type": "string",
        "oneOf": [{"const": "a", "title": "một"}, {"const": "b", "title": "hai"}],
    }
