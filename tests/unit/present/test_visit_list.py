"""The list of all visits: whole and plain, with what each row answers to."""

import re
from datetime import date

from generator.domain.activity import Programme
from generator.present.names import Names
from generator.present.page import Page
from generator.present.visit_list import visit_list_page
from tests.builders import member, policy, visit
from tests.unit.present.views import HOSTILE, UNITS, Outline, everything, text_of, view


def shown(*parts: object, **keys: object) -> Page:
    given = view(member("an"), member("binh"), policy(), *UNITS, *parts, **keys)  # type: ignore[arg-type]
    return visit_list_page(given, Names(given.records))


def everyone() -> Page:
    given = everything()
    return visit_list_page(given, Names(given.records))


def options(page: Page, name: str) -> list[tuple[str, str]]:
    """Return value and label of each choice of a filter."""
    select = page.body[page.body.index(f'name="{name}">') :].partition("</select>")[0]
    return re.findall(r'<option value="([^"]*)">([^<]*)</option>', select)


def test_the_list_goes_by_year_and_month_with_the_latest_first() -> None:
    page = everyone()
    assert page.address == "chuyen-di/"
    assert [heading.text for heading in page.headings] == ["Năm 2020", "Năm 2019"]
    assert {"nam-2020", "nam-2019", "thang-2020-3", "thang-2019-5"} <= set(Outline(page.body).ids)
    text = text_of(page.body)
    assert text.index("Tháng 3/2020 · 1 chuyến") < text.index("Tháng 5/2019 · 3 chuyến")
    assert text.index("Tháng 5/2019") < text.index("Tháng 4/2019")


def test_a_row_says_when_where_what_who_and_how_long() -> None:
    assert (
        '<tr data-ky="2019-04" data-uy-vien="an binh"'
        ' data-don-vi="an-truong-a cang-long tra-vinh" data-noi-dung="meeting"'
        ' data-chuong-trinh="thang-thanh-nien-2019" data-so-lieu="da-tinh">'
        '<td data-label="Ngày"><time datetime="2019-04-12">12/04/2019</time></td>'
        '<th scope="row"><a href="2019/2019-04-12-an-truong-a/">'
        "Cụm 3, xã An Trường A, huyện Càng Long</a></th>"
        '<td data-label="Nội dung"><div>Meeting <small>Tháng Thanh niên năm 2019</small></div></td>'
        '<td data-label="Người đi">Lê Văn An và Lê Văn Binh</td>'
        '<td class="num" data-label="Số ngày">1</td></tr>'
    ) in everyone().body


def test_a_visit_to_several_units_answers_to_each_and_all_above_them() -> None:
    assert (
        'data-don-vi="cang-long tra-vinh ham-giang tra-cu" data-noi-dung="survey" data-so-lieu="da-tinh">'
    ) in everyone().body


def test_a_visit_across_months_answers_to_both_and_tells_all_its_days() -> None:
    body = shown(visit("2019-12-30", end_date="2020-01-02")).body
    assert '<tr data-ky="2019-12 2020-01" ' in body
    assert '<td class="num" data-label="Số ngày">4</td>' in body
    assert "Tháng 12/2019 · " in body
    assert "Tháng 1/2020 · " not in body


def test_a_visit_answers_to_the_months_in_which_someone_was_there() -> None:
    early = [{"member": "an", "dates": ["2019-12-30", "2019-12-31"]}]
    body = shown(visit("2019-12-30", end_date="2020-01-02", attendance=early)).body
    assert '<tr data-ky="2019-12" ' in body


def test_a_visit_after_the_day_counted_says_that_it_does_not_count_yet() -> None:
    page = shown(visit("2019-03-05"), visit("2019-03-07", "b"), as_of=date(2019, 3, 6))
    assert text_of(page.body).count("sau ngày 06/03/2019, chưa tính vào số liệu") == 1
    assert re.findall(r'data-so-lieu="([^"]+)"', page.body) == ["chua-tinh", "da-tinh"]
    assert options(page, "so-lieu") == [
        ("", "Tất cả"),
        ("da-tinh", "Đến ngày 06/03/2019"),
        ("chua-tinh", "Sau ngày 06/03/2019, chưa tính"),
    ]
    assert 'name="so-lieu"' not in shown(visit("2019-03-05")).body


def test_visits_and_the_people_times_visits_are_added_up() -> None:
    page = shown(visit("2019-03-05", members=["an", "binh"]), visit("2019-03-07", "b"))
    assert "Có 2 chuyến đi, 3 lượt (người × chuyến)." in text_of(page.body)
    assert '<strong data-total="uy-vien">3</strong>' in page.body


def test_years_are_those_with_a_day_of_a_visit_the_latest_first() -> None:
    page = shown(visit("2018-12-30", end_date="2019-01-02"), visit("2016-03-05"))
    assert [value for value, _ in options(page, "nam")] == ["", "2019", "2018", "2016"]
    assert options(page, "thang")[12] == ("12", "Tháng 12")
    assert options(page, "den-thang")[12] == ("12", "Đến hết tháng 12")


def test_people_stand_by_given_name_and_only_those_who_went() -> None:
    page = shown(
        member("dao", name="Kim Đào"),
        member("an", name="Trần Ân"),
        member("binh", name="Lê Bình"),
        member("zung", name="Lê Dũng"),
        visit("2019-03-05", members=["dao", "binh", "an"]),
    )
    assert [label for _, label in options(page, "uy-vien")] == [
        *("Tất cả", "Trần Ân", "Lê Bình", "Kim Đào")
    ]


def test_units_stand_by_district_and_only_those_with_visits() -> None:
    page = shown(visit("2019-03-05", unit="ap-3"), visit("2019-03-06", "b", unit="thpt"))
    assert options(page, "don-vi") == [
        ("", "Tất cả"),
        ("cang-long", "Huyện Càng Long (toàn bộ)"),
        ("an-truong", "Xã An Trường"),
        ("ap-3", "Chi đoàn ấp 3, xã An Trường"),
        ("tra-cu", "Huyện Trà Cú (toàn bộ)"),
        ("thpt", "Đoàn Trường THPT Trà Cú"),
        ("tra-vinh", "Tỉnh Trà Vinh"),
    ]
    assert re.findall(r'<optgroup label="([^"]*)">', page.body) == [
        *("Huyện Càng Long", "Huyện Trà Cú", "Tỉnh Trà Vinh")
    ]


def test_units_under_no_district_stand_under_what_is_on_top() -> None:
    page = shown(visit("2025-08-05", unit="an-truong-moi"), as_of=date(2025, 12, 31))
    assert options(page, "don-vi")[1:] == [
        ("vinh-long", "Tỉnh Vĩnh Long (toàn bộ)"),
        ("an-truong-moi", "Xã An Trường"),
    ]


def test_kinds_and_programmes_stand_by_their_labels() -> None:
    programmes = tuple(
        Programme(id=id_, label=label, from_=date(2019, 1, 1), to=date(2019, 12, 31))
        for id_, label in (("b", "Chiến dịch Mùa hè xanh"), ("a", "Đại hội"), ("c", "Vắng"))
    )
    page = shown(
        visit("2019-03-05", kind="survey", programme="a"),
        visit("2019-03-06", "b", kind="inspection", programme="b"),
        activities={"programmes": programmes},
    )
    assert [value for value, _ in options(page, "noi-dung")] == ["", "inspection", "survey"]
    assert [value for value, _ in options(page, "chuong-trinh")] == ["", "b", "a"]


def test_the_order_in_which_the_list_stands_comes_first() -> None:
    assert options(everyone(), "xep")[0] == ("-ngay", "Ngày, mới nhất trước")


def test_every_column_that_can_be_sorted_has_its_orders() -> None:
    page = everyone()
    columns = re.findall(r'<th[^>]* data-sort="([^"]+)"', page.body)
    assert sorted(value.lstrip("-") for value, _ in options(page, "xep")) == sorted(columns * 2)


def test_the_form_is_hidden_where_there_is_no_script() -> None:
    assert re.search(r'<form class="ct-filter"[^>]* hidden>', everyone().body)


def test_every_control_has_a_label_of_its_own() -> None:
    body = everyone().body
    controls = re.findall(r'<(?:select|input) id="([^"]+)"', body)
    assert len(controls) == 10
    assert re.findall(r'<label for="([^"]+)">', body) == controls


def test_the_list_without_visits_says_so() -> None:
    page = shown()
    assert "Chưa có chuyến đi nào." in page.body
    assert "<form" not in page.body


def test_three_hundred_rows_stay_light() -> None:
    days = [date.fromordinal(date(2019, 1, 1).toordinal() + n) for n in range(364)]
    assert len(shown(*(visit(day) for day in days)).body) < 364 * 500


def test_what_people_wrote_stays_text() -> None:
    page = shown(
        member("an", name=HOSTILE),
        visit("2019-03-05", venue=HOSTILE, programme="p"),
        activities={
            "programmes": (
                Programme(id="p", label=HOSTILE, from_=date(2019, 1, 1), to=date(2019, 12, 31)),
            )
        },
    )
    assert not {"script", "b"} & set(Outline(page.body).tags)
    assert text_of(page.body).count(HOSTILE) == 5
