"""What an address says once its visit or article has left it. Source: design, section 4."""

import pytest

from generator.domain.fields import Audience
from generator.present.gone import gone_files
from tests.builders import member, visit
from tests.unit.present.views import Outline, article, everything, text_of, view


def test_a_former_address_leads_to_the_new_one() -> None:
    files = {each.path: each.content.decode() for each in gone_files(everything())}
    made = files["chuyen-di/2019/2019-04-11-an-truong/index.html"]
    assert '<html lang="vi">' in made
    assert '<meta name="robots" content="noindex">' in made
    assert '<link rel="canonical" href="../2019-04-12-an-truong-a/">' in made
    assert '<meta http-equiv="refresh" content="0; url=../2019-04-12-an-truong-a/">' in made
    assert "DỮ LIỆU MẪU" in made
    assert "NỘI BỘ" not in made


def test_the_address_of_a_withdrawn_visit_says_that_it_is_gone_and_nothing_else() -> None:
    files = {each.path: each.content.decode() for each in gone_files(everything("internal"))}
    made = files["chuyen-di/2019/2019-06-05-long-duc/index.html"]
    assert text_of(made) == (
        "Chuyến đi đã được rút lại NỘI BỘ DỮ LIỆU MẪU Chuyến đi đã được rút lại"
        " Chuyến đi này đã được rút lại. Về trang chủ"
    )
    assert '<a href="../../../">Về trang chủ</a>' in made
    assert not Outline(made).faults


def test_a_former_address_of_a_withdrawn_visit_is_gone_too() -> None:
    given = view(visit("2019-03-05", former_ids=["2018-12-30-cu"], withdrawn="2019-03-09"))
    assert [each.path for each in gone_files(given)] == [
        "chuyen-di/2019/2019-03-05-ap-3/index.html",
        "chuyen-di/2018/2018-12-30-cu/index.html",
    ]


def test_an_address_that_a_visit_has_taken_again_is_left_to_it() -> None:
    given = view(
        member("an"),
        visit("2019-03-05", former_ids=["2019-04-05-ap-3"]),
        visit("2019-04-05"),
    )
    assert list(gone_files(given)) == []


@pytest.mark.parametrize(
    ("audience", "marks"), [("public", "DỮ LIỆU MẪU"), ("internal", "NỘI BỘ DỮ LIỆU MẪU")]
)
def test_the_address_of_a_withdrawn_article_says_that_it_is_gone_and_nothing_else(
    audience: Audience, marks: str
) -> None:
    (made,) = gone_files(view(articles=[article(status="withdrawn")], audience=audience))
    assert made.path == "tin-tuc/2019/2019-12-31-tong-ket/index.html"
    html = made.content.decode()
    assert text_of(html) == (
        f"Bài đã được gỡ {marks} Bài đã được gỡ Bài này đã được gỡ. Xem các tin, bài khác"
    )
    assert '<a href="../../">Xem các tin, bài khác</a>' in html
    assert '<meta name="robots" content="noindex">' in html
    assert not Outline(html).faults


def test_a_draft_never_was_anywhere_and_is_not_gone() -> None:
    assert list(gone_files(view(articles=[article(status="draft")]))) == []
