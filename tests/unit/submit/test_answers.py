"""Answers as people type them: days, names, several of them; what is refused, and in what words."""

from datetime import date
from typing import Final

import pytest

from generator.submit.answers import AnswerError, Answers, Offer
from generator.submit.choices import choices
from generator.submit.prompts import Place, question_at, questions
from tests.builders import KINDS, member, records, term, unit

ASKED: Final = questions(internal=True)
KNOWN: Final = records(
    unit("tinh", level="province", name="Tỉnh Trà Vinh"),
    unit("842-tra-vinh", level="district", name="Thành phố Trà Vinh", parent="tinh"),
    unit("851-duyen-hai", level="district", name="Thị xã Duyên Hải", parent="tinh"),
    unit("29236-phuong-1", name="Phường 1", parent="842-tra-vinh"),
    unit("29512-phuong-1", name="Phường 1", parent="851-duyen-hai"),
    unit("29311-hoa-an", name="Xã Hòa Ân", parent="851-duyen-hai", valid_to="2019-12-31"),
    unit("29312-hoa-an", name="Xã Hòa Ân", parent="851-duyen-hai", valid_from="2020-01-01"),
    *KINDS,
    member("le-van-ba", name="Lê Văn Ba"),
    member("tran-thi-tu", name="Trần Thị Tư"),
    member("do-van-nam", term("2015-01-01", "2018-12-31"), name="Đỗ Văn Năm"),
)
ANSWERS: Final = Answers(choices(KNOWN), date(2020, 3, 17), date(2020, 3, 16))


def read(place: Place, text: str, answers: Answers = ANSWERS) -> object:
    found = question_at(place, ASKED)
    assert found
    return answers.value(found[0], place, text)


def refused(place: Place, text: str) -> str:
    with pytest.raises(AnswerError) as error:
        read(place, text)
    return str(error.value)


def offers(place: Place, text: str, answers: Answers = ANSWERS) -> list[Offer]:
    found = question_at(place, ASKED)
    assert found
    return list(answers.offers(found[0], text))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("hôm nay", "2020-03-17"), ("Hom Qua", "2020-03-16"), ("hôm kia", "2020-03-15"),
        ("16/3/2020", "2020-03-16"), ("16-03-2020", "2020-03-16"), ("16.3.2020", "2020-03-16"),
        ("2020-03-16", "2020-03-16"), (" 2020/3/6 ", "2020-03-06"),
    ],
)  # fmt: skip
def test_a_day_is_understood_as_people_say_it(text: str, day: str) -> None:
    assert read(("date",), text) == day


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("thứ hai", "“thứ hai” không phải là ngày. Viết ngày/tháng/năm, ví dụ 16/03/2020; hoặc hôm nay, hôm qua."),
        ("16/3/20", "“16/3/20” không phải là ngày. Viết ngày/tháng/năm, ví dụ 16/03/2020; hoặc hôm nay, hôm qua."),
        ("30/2/2020", "Không có ngày 30/2/2020. Tháng 2 năm 2020 có 29 ngày."),
        ("1/13/2020", "Không có ngày 1/13/2020. Tháng chỉ từ 01 đến 12."),
        ("18/3/2020", "Ngày 18/03/2020 chưa đến. Ghi lại sau chuyến đi."),
        ("", "Ngày đi: cần có."),
    ],
)  # fmt: skip
def test_what_is_no_day_of_a_visit_is_refused(text: str, message: str) -> None:
    assert refused(("date",), text) == message


def test_an_answer_may_be_due_on_a_day_to_come() -> None:
    assert read(("issues", 0, "due"), "30/6/2020") == "2020-06-30"


def test_days_are_told_one_after_the_other() -> None:
    assert read(("attendance", 0, "dates"), "15/3/2020, 16/3/2020;2020-03-17") == [
        "2020-03-15", "2020-03-16", "2020-03-17",
    ]  # fmt: skip
    assert read(("attendance", 0, "dates"), "hôm qua") == ["2020-03-16"]
    assert refused(("attendance", 0, "dates"), "15/3/2020, mai").startswith("“mai” không phải")


def test_a_name_is_known_without_accents_and_capitals() -> None:
    assert read(("kind",), "survey") == "survey"
    assert read(("unit",), "phuong 1 (tp tra vinh)") == "29236-phuong-1"
    assert read(("members",), "le van ba; đc Trần Thị Tư, LÊ VĂN BA") == [
        "le-van-ba",
        "tran-thi-tu",
    ]


def test_a_name_that_fits_two_is_asked_about_never_guessed() -> None:
    assert refused(("unit",), "phuong 1") == (
        "“phuong 1” có thể là: Phường 1, thành phố Trà Vinh; Phường 1, thị xã Duyên Hải. Chọn một."
    )


def test_of_two_of_one_name_the_day_of_the_visit_decides() -> None:
    assert read(("unit",), "hoa an") == "29312-hoa-an"
    undecided = Answers(choices(KNOWN), date(2020, 3, 17))
    with pytest.raises(AnswerError) as error:
        read(("unit",), "hoa an", undecided)
    assert str(error.value) == "“hoa an” có thể là: 29311-hoa-an; 29312-hoa-an. Chọn một."


def test_a_name_in_no_list_is_refused_with_what_is_near() -> None:
    assert refused(("members",), "Lê Văn Bá; Lê Văn Bay") == (
        "Không có “Lê Văn Bay” trong danh sách. Ý bạn là: Lê Văn Ba?"
    )
    assert refused(("unit",), "Hà Nội") == "Không có “Hà Nội” trong danh sách."


@pytest.mark.parametrize(
    ("place", "text", "message"),
    [
        (("turnout", "youth"), "hai mươi", "Chỗ này phải là một số nguyên, nhưng lại là “hai mươi”. Chỉ viết chữ số, nhiều nhất 9 chữ số; không dấu, không đơn vị, không số 0 đứng đầu."),
        (("venue",), "x" * 501, "Dài 501 ký tự, quá 500. Viết ngắn lại; phần chi tiết để ở tóm tắt nội dung."),
        (("venue",), "ấp 3\nấp 4", "Chỗ này chỉ được một dòng. Viết liền trên một dòng."),
        (("content",), "Họp\u200b.", "Có ký tự ẩn hoặc điều khiển U+200B (ZERO WIDTH SPACE). Xóa ký tự đó; thường nó theo vào khi dán từ Word, Zalo hay trang web."),
        (("issues", 3, "text"), "x" * 20_001, "Dài 20001 ký tự, quá 20000. Viết ngắn lại."),
    ],
)  # fmt: skip
def test_what_the_model_refuses_is_refused_in_its_words(
    place: Place, text: str, message: str
) -> None:
    assert refused(place, text) == message


def test_text_is_composed_and_of_one_kind_of_lines() -> None:
    assert read(("content",), " Ho\u0323p\r\nxong\r ") == "Họp\nxong"


def test_nothing_is_an_answer_where_none_is_needed() -> None:
    assert read(("venue",), "  ") is None


def test_a_file_may_be_quoted_as_terminals_write_what_is_dropped_on_them() -> None:
    assert read(("photos", 0, "file"), "'/ảnh/ấp 3.jpg'") == "/ảnh/ấp 3.jpg"


def test_an_answer_is_shown_as_one_would_type_it() -> None:
    for place, value, shown in (
        (("date",), "2020-03-16", "16/03/2020"),
        (("date",), "2020-13-16", "2020-13-16"),
        (("members",), ["le-van-ba", "tran-thi-tu"], "Lê Văn Ba; Trần Thị Tư"),
        (("unit",), "29236-phuong-1", "Phường 1, thành phố Trà Vinh"),
        (("unit",), "29311-hoa-an", "29311-hoa-an"),
        (("unit",), "gone", "gone"),
        (("session",), "morning", "buổi sáng"),
        (("photos", 0, "consent"), "true", "có"),
        (("venue",), None, ""),
    ):
        found = question_at(place, ASKED)
        assert found
        assert ANSWERS.shown(found[0], value) == shown


def test_what_fits_is_offered_and_what_is_there_on_the_day_comes_first() -> None:
    assert offers(("unit",), "hoa") == [
        Offer("29312-hoa-an", "Xã Hòa Ân, thị xã Duyên Hải", "hoa"),
        Offer("29311-hoa-an", "Xã Hòa Ân, thị xã Duyên Hải, đến 31/12/2019", "hoa"),
    ]
    assert [each.text for each in offers(("unit",), "tra vinh")] == [
        "Thành phố Trà Vinh", "Tỉnh Trà Vinh", "Phường 1, thành phố Trà Vinh",
    ]  # fmt: skip
    assert [each.text for each in offers(("members",), "")] == [
        "Lê Văn Ba", "Trần Thị Tư", "Đỗ Văn Năm",
    ]  # fmt: skip
    assert offers(("members",), "")[-1].note == (
        "Ủy viên BCH chuyên trách, Ban Phong trào, từ 01/01/2015, đến 31/12/2018"
    )


def test_of_several_names_the_last_is_completed() -> None:
    assert offers(("members",), "Lê Văn Ba; tu") == [
        Offer("Trần Thị Tư", "Ủy viên BCH chuyên trách, Ban Phong trào", "tu")
    ]


def test_where_nothing_holds_the_words_what_is_near_is_offered() -> None:
    assert [each.text for each in offers(("members",), "le vam ba")] == ["Lê Văn Ba"]


def test_days_are_offered_as_people_say_them_and_free_text_is_left_alone() -> None:
    assert offers(("date",), "hom q") == [Offer("hôm qua", typed="hom q")]
    assert offers(("content",), "hom") == []
