"""The page of a visit, and what stays where a visit was."""

from datetime import date

from generator.domain.fields import Audience
from generator.present.page import Page
from generator.present.visits import visit_pages
from generator.present.wording import days_text
from tests.builders import member, policy, unit, visit
from tests.unit.present.views import HOSTILE, Outline, everything, page_at, text_of, view

MEETING = "chuyen-di/2019/2019-04-12-an-truong-a/"
TOUR = "chuyen-di/2019/2019-05-21-cang-long/"


def shown(address: str = MEETING, audience: Audience = "public") -> Page:
    return page_at(visit_pages(everything(audience)), address)


def test_a_visit_is_called_as_the_news_would_call_it() -> None:
    page = shown()
    assert page.title == ("Meeting tại cụm 3, xã An Trường A, huyện Càng Long (12/04/2019)")
    assert "<h1>Meeting tại cụm\u00a03, xã An Trường A, huyện Càng Long</h1>" in page.body


def test_further_units_are_counted_in_the_title_and_named_below() -> None:
    page = shown(TOUR)
    assert page.title.startswith("Survey tại huyện Càng Long và 1 đơn vị khác (21–23/05/2019)")
    assert (
        '<li><a href="../../../don-vi/ham-giang/">Xã Hàm Giang, huyện Trà Cú</a></li>' in page.body
    )


def test_the_facts_stand_at_the_top() -> None:
    body = shown().body
    for fact in (
        '<div><dt>Ngày</dt><dd><time datetime="2019-04-12">Thứ Sáu, 12/04/2019</time></dd></div>',
        "<div><dt>Buổi</dt><dd>Buổi tối</dd></div>",
        "<div><dt>Địa điểm</dt><dd>Cụm 3</dd></div>",
        "<div><dt>Cấp làm việc</dt><dd>Chi đoàn</dd></div>",
        "<div><dt>Nội dung đi cơ sở</dt><dd>Meeting</dd></div>",
        "<div><dt>Chương trình, đợt hoạt động</dt><dd>Tháng Thanh niên năm 2019</dd></div>",
        "<dd>41 đoàn viên và 9 thanh niên</dd>",
        "<li>Phát triển đoàn viên mới</li>",
    ):
        assert fact in body


def test_the_days_of_one_who_was_not_there_on_all_are_named() -> None:
    body = shown(TOUR).body
    assert '<li><a href="../../../uy-vien/an/">Lê Văn An</a> – Ủy viên BCH' in body
    people = text_of(body[body.index("Người đi") :])
    assert people.index("(có mặt ngày 22/05/2019)") > people.index("Lê Văn Binh")
    assert people.count("có mặt ngày") == 1
    assert "21–23/05/2019</time> (3 ngày)" in body


def test_the_plan_that_a_visit_served_is_linked_to_its_item() -> None:
    assert (
        '<li><a href="../../../ke-hoach/2019/#an-t04-1">Tháng 4/2019, Lê Văn An</a>'
        ' <span class="ct-status ct-status--done">đã thực hiện</span></li>'
    ) in shown().body


def test_the_public_sees_public_issues_and_photos_with_consent() -> None:
    body = shown().body
    assert '<p class="ct-issue__text">Chỗ sinh hoạt còn thiếu ghế.</p>' in body
    assert "giải quyết xong ngày 18/06/2019" in body
    assert Outline(body).links.count("../../../anh/2019/hop.jpg") == 2
    assert 'alt="Chị An đến dự sinh hoạt" width="1200" height="800" loading="lazy" decoding' in body
    assert Outline(body).choices == [
        f"../../../anh/rong-{width}/2019/hop.jpg.webp" for width in (480, 960, 1200)
    ]
    assert "<figcaption>Chị An đến dự sinh hoạt (Ảnh: Minh Anh)</figcaption>" in body
    assert "noi-bo" not in body


def test_the_organisation_sees_its_part_marked() -> None:
    body = shown(audience="internal").body
    text = text_of(body)
    assert '<h2 id="noi-bo">NỘI BỘ</h2>' in body
    assert 'class="ct-status ct-status--on-time">đúng hạn</span>' in body
    assert "Số 12-BC, nộp ngày 20/04/2019, nơi nhận: Ban Tổ chức" in text
    assert "Số 07-QĐ, ngày 01/04/2019" in text
    assert "Kết quả giải quyết: Xã cấp 30 ghế cho nhà ông Năm." in text
    assert "Nội dung công khai: Chỗ sinh hoạt còn thiếu ghế." in text
    assert "NỘI BỘ, không đăng công khai" in text
    assert "Hạn báo cáo22/04/2019" in text


def test_what_is_not_written_takes_no_place() -> None:
    given = view(member("an"), policy(), visit("2019-03-05"))
    text = text_of(page_at(visit_pages(given), "chuyen-di/2019/2019-03-05-ap-3/").body)
    for label in ("Địa điểm", "Kết quả", "Ý kiến", "Chương trình", "Kế hoạch", "Kiến nghị"):
        assert label not in text


def test_the_visits_to_the_same_unit_before_and_after_are_linked() -> None:
    given = view(
        *(member("an"), policy()),
        *(visit(day, day) for day in ("2019-03-05", "2019-04-05", "2019-05-05")),
        visit("2019-04-20", "khac", unit="ham-giang"),
    )
    body = page_at(visit_pages(given), "chuyen-di/2019/2019-04-05-2019-04-05/").body
    after = body[body.index('id="cung-don-vi"') :]
    assert after.index("../2019-05-05-2019-05-05/") < after.index("../2019-03-05-2019-03-05/")
    assert "khac" not in after


def test_a_visit_after_the_day_counted_says_so() -> None:
    text = text_of(shown("chuyen-di/2020/2020-03-26-ap-3/").body)
    assert "diễn ra sau ngày 15/03/2020 nên chưa tính vào số liệu" in text
    assert "chưa tính" not in text_of(shown().body)


def test_a_visit_that_counts_no_day_says_so() -> None:
    assert "không tính vào số ngày" in text_of(shown("chuyen-di/2019/2019-08-01-van-phong/").body)


def test_a_visit_is_found_by_place_people_programme_and_beginning() -> None:
    search = shown().search
    for words in ("cụm 3", "Xã An Trường A, huyện Càng Long", "Lê Văn An", "Tháng Thanh niên"):
        assert words in search
    assert "Ba chi đoàn cùng họp" in search
    assert len(shown().search) < 600


def test_the_preview_of_a_link_shows_only_a_photo_with_consent() -> None:
    for audience in ("public", "internal"):
        assert shown(audience=audience).meta == {
            "image": {
                "file": "anh/2019/hop.jpg",
                "alt": "Chị An đến dự sinh hoạt",
                "width": 1200,
                "height": 800,
            }
        }
    assert shown(TOUR).meta == {}


def test_what_people_wrote_stays_text() -> None:
    hostile = {"content": HOSTILE, "guidance": HOSTILE, "results": HOSTILE, "venue": HOSTILE}
    given = view(
        member("an", name=HOSTILE), policy(), visit("2019-03-05", **hostile), unit("an-truong")
    )
    for page in visit_pages(given):
        assert not {"script", "b"} & set(Outline(page.body).tags)
    body = page_at(visit_pages(given), "chuyen-di/2019/2019-03-05-ap-3/").body
    assert text_of(body).count(HOSTILE) >= 4


def test_days_of_a_visit_over_new_year_name_both_years() -> None:
    given = view(
        member("an"), policy(), visit("2019-12-30", end_date="2020-01-02", unit="ham-giang")
    )
    page = page_at(visit_pages(given), "chuyen-di/2019/2019-12-30-ap-3/")
    assert days_text(date(2019, 12, 30), date(2020, 1, 2)) in page.title
