"""The news: cards, a page as the source article has it, and the pictures that the site shows."""

import re

import pytest

from generator.domain.fields import Audience
from generator.present.articles import article_cards, article_pages, pictures
from generator.present.page import Page, Rendition
from tests.builders import member, policy, visit
from tests.unit.present.views import (
    HOSTILE,
    Outline,
    article,
    everything,
    page_at,
    photo,
    text_of,
    view,
)

TWO_YEARS = (visit("2019-03-05"), visit("2020-02-04"))
BESIDE = article("2020-01-05-ben-canh", cover="2019/bia.jpg")
YEAR_END = "tin-tuc/2019/2019-12-31-tong-ket/"


def shown(audience: Audience = "public") -> Page:
    return page_at(article_pages(everything(audience)), YEAR_END)


def test_an_article_reads_as_the_source_does() -> None:
    text = text_of(shown().body)
    order = [
        "Tin cơ sở",
        "Một năm đi cơ sở",
        "Thứ Ba, 31/12/2019",
        "Căn cứ Hướng dẫn số 03-HD/TWĐTN-BTC.",
        "Đi 3,5 ngày.",
        "Lâm Hồng Đào (TC-KT)",
        "Chuyến đi được nói đến",
        "Người đi",
        "Tin cùng mục",
        "Tin mới nhất",
    ]
    places = [text.rindex(each) if each == "Tin cơ sở" else text.index(each) for each in order]
    assert places == sorted(places)


def test_lead_byline_and_date_bear_the_classes_of_the_theme() -> None:
    body = shown().body
    assert '<p class="ct-article__lead">Căn cứ Hướng dẫn số 03-HD/TWĐTN-BTC.</p>' in body
    assert '<p class="ct-article__byline">Lâm Hồng Đào (TC-KT)</p>' in body
    assert (
        '<p class="ct-article__date"><time datetime="2019-12-31">Thứ Ba, 31/12/2019</time></p>'
        in body
    )


def test_the_byline_speaks_of_photos_where_there_are_some() -> None:
    lines = []
    for body, cover in (("Chữ.", "2019/bia.jpg"), ("![Bìa](2019/bia.jpg)", None), ("Chữ.", None)):
        written = article(body=body, cover=cover, photo_credit="Lâm Hồng Đào")
        given = view(pictures=["2019/bia.jpg"], articles=[written, BESIDE])
        page = page_at(article_pages(given), YEAR_END)
        lines.append(next(each for each in page.body.splitlines() if "__byline" in each))
    credited = '<p class="ct-article__byline">Tin, ảnh: Lâm Hồng Đào (TC-KT)</p>'
    assert lines == [
        *(credited, credited),
        '<p class="ct-article__byline">Lâm Hồng Đào (TC-KT)</p>',
    ]


def test_who_keeps_it_on_paper_reads_whence_it_is() -> None:
    told = "Tỉnh đoàn, {}tin-tuc/2019/2019-12-31-tong-ket/"
    for base, before in (("", "/"), ("https://doan.test/", "https://doan.test/")):
        page = page_at(article_pages(everything(), base), YEAR_END)
        assert f'<p class="ct-article__source">{told.format(before)}</p>' in page.body


def test_related_visits_and_members_are_linked() -> None:
    links = Outline(shown().body).links
    assert "../../../chuyen-di/2019/2019-04-12-an-truong-a/" in links
    assert "../../../uy-vien/an/" in links
    assert "../../../uy-vien/binh/" in links


def test_other_news_are_linked_but_not_the_article_itself() -> None:
    links = Outline(shown().body).links
    assert links.count("../../2020/2020-01-05-tin-moi/") == 2
    assert "./" not in links


def test_a_cover_bears_the_caption_that_the_records_give_its_picture() -> None:
    given = view(
        member("an"),
        policy(),
        visit(
            "2019-03-05",
            photos=[photo("2019/hop.jpg", alt="Mọi người ngồi họp", credit="Minh Anh")],
        ),
        pictures=["2019/hop.jpg"],
        articles=[article(cover="2019/hop.jpg", photo_credit="Người khác")],
    )
    page = page_at(article_pages(given), YEAR_END)
    assert (
        '<figure class="ct-article__photo"><picture><source type="image/webp" srcset="'
        "../../../anh/rong-480/2019/hop.jpg.webp 480w, "
        "../../../anh/rong-960/2019/hop.jpg.webp 960w, "
        "../../../anh/rong-1200/2019/hop.jpg.webp 1200w"
        '" sizes="(min-width: 820px) 760px, 92vw"><img src="../../../anh/2019/hop.jpg"'
        ' alt="Mọi người ngồi họp" width="1200" height="800" decoding="async"></picture>\n'
        "<figcaption>Chị An đến dự sinh hoạt (Ảnh: Minh Anh)</figcaption>"
    ) in page.body


def test_a_cover_that_no_visit_has_is_described_by_the_title() -> None:
    given = view(
        pictures=["2019/bia.jpg"],
        articles=[article(cover="2019/bia.jpg", photo_credit="Minh Anh")],
    )
    page = page_at(article_pages(given), YEAR_END)
    assert 'alt="Một năm đi cơ sở"' in page.body
    # Whose it is stands in the line below the article.
    assert "<figcaption>" not in page.body
    assert "– Ảnh: Minh Anh</p>" in page.body


def test_who_took_a_photo_is_told_once() -> None:
    photos = [photo("2019/hop.jpg", credit="Minh Anh"), photo("2019/hai.jpg", credit="Kim Đào")]
    given = view(
        member("an"),
        policy(),
        visit("2019-03-05", photos=photos),
        pictures=["2019/hop.jpg", "2019/hai.jpg"],
        articles=[
            article(
                body="![Họp](2019/hop.jpg)\n\n![Hai](2019/hai.jpg)",
                cover="2019/hop.jpg",
                photo_credit="Minh Anh",
            )
        ],
    )
    body = page_at(article_pages(given), YEAR_END).body
    assert re.findall("<figcaption>(.*)</figcaption>", body) == [
        "Chị An đến dự sinh hoạt",
        "Họp",
        "Hai (Ảnh: Kim Đào)",
    ]
    assert body.count("Minh Anh") == 1


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("2019", '<a href="../../../ket-qua/2019/">kết quả năm 2019</a>'),
        ("2019-Q1", '<a href="../../../ket-qua/2019/">kết quả năm 2019</a>'),
        ("2019-03", '<a href="../../../ket-qua/2019/03/">kết quả tháng 3/2019</a>'),
        # Not begun by the day that is today.
        ("2020-06", '<a href="../../../ket-qua/2020/">kết quả năm 2020</a>'),
        ("2018", None),
        (None, None),
    ],
)
def test_an_article_leads_to_the_figures_of_its_period(
    period: str | None, told: str | None
) -> None:
    written = article(period=period)
    given = view(member("an"), policy(), *TWO_YEARS, articles=[written])
    body = page_at(article_pages(given), YEAR_END).body
    assert ("Số liệu:" in body, told is None or told in body) == (told is not None, True)


def test_a_link_is_previewed_with_cover_and_lead() -> None:
    assert shown().meta["image"] == {
        "file": "anh/2019/bia.jpg",
        "alt": "Một năm đi cơ sở",
        "width": 1200,
        "height": 800,
    }
    assert shown().description == "Căn cứ Hướng dẫn số 03-HD/TWĐTN-BTC."


def test_figures_are_filled_into_title_and_lead_too() -> None:
    given = view(
        member("an"),
        policy(),
        visit("2019-03-05"),
        articles=[
            article(title="{{ year(2019).total_days }} ngày", lead="Lần {{ year(2019).visits }}")
        ],
    )
    page = page_at(article_pages(given), YEAR_END)
    assert page.title == "1 ngày"
    assert '<p class="ct-article__lead">Lần 1</p>' in page.body
    card = next(article_cards(given))
    assert (card.title, card.lead) == ("1 ngày", "Lần 1")


def test_cards_are_the_latest_first_and_drafts_are_internal() -> None:
    public = [card.id for card in article_cards(everything())]
    assert public == ["2020-01-05-tin-moi", "2019-12-31-tong-ket"]
    internal = [(card.id, card.draft) for card in article_cards(everything("internal"))]
    assert internal[0] == ("2020-02-01-nhap", True)
    body = page_at(article_pages(everything("internal")), "tin-tuc/2020/2020-02-01-nhap/").body
    assert "Tin cơ sở · bản nháp" in body


def test_a_withdrawn_article_is_nowhere() -> None:
    given = view(articles=[article(status="withdrawn")], audience="internal")
    assert [page.address for page in article_pages(given)] == ["tin-tuc/"]


def test_the_list_shows_cards_with_covers() -> None:
    body = page_at(article_pages(everything()), "tin-tuc/").body
    assert '<img class="ct-news__photo" src="../anh/2019/bia.jpg" alt=""' in body
    assert '<h2 class="ct-news__title"><a href="2019/2019-12-31-tong-ket/">' in body


def test_without_news_the_list_says_so() -> None:
    assert "Chưa có tin, bài nào." in page_at(article_pages(view()), "tin-tuc/").body


def test_each_picture_shown_is_drawn_once_in_each_size_and_no_other() -> None:
    assert list(pictures(everything())) == [
        made
        for file in ("2019/bia.jpg", "2019/hop.jpg")
        for made in (
            Rendition(f"anh/{file}", file, "JPEG", 1200, 800),
            Rendition(f"anh/rong-480/{file}.webp", file, "WEBP", 480, 320),
            Rendition(f"anh/rong-960/{file}.webp", file, "WEBP", 960, 640),
            Rendition(f"anh/rong-1200/{file}.webp", file, "WEBP", 1200, 800),
        )
    ]
    assert list(dict.fromkeys(each.file for each in pictures(everything("internal")))) == [
        *("2019/bia.jpg", "2019/hop.jpg", "2019/rieng.jpg")
    ]


def lazy(page: Page) -> list[bool]:
    """Return of each picture of a page whether it waits until it is come near to."""
    images = re.findall("<img[^>]*>", page.body)
    assert all('decoding="async"' in each for each in images)
    return ['loading="lazy"' in each for each in images]


@pytest.mark.parametrize(
    ("cover", "waiting"), [("2019/bia.jpg", [False, True, True]), (None, [False, True])]
)
def test_only_the_first_picture_of_an_article_does_not_wait(
    cover: str | None, waiting: list[bool]
) -> None:
    written = article(body="![Họp](2019/hop.jpg)\n\n![Bìa](2019/bia.jpg)", cover=cover)
    given = view(pictures=["2019/hop.jpg", "2019/bia.jpg"], articles=[written])
    assert lazy(page_at(article_pages(given), YEAR_END)) == waiting


def test_of_the_list_the_first_card_does_not_wait() -> None:
    cards = [article(f"2019-12-{day}-tin", cover="2019/bia.jpg") for day in (10, 11, 12)]
    given = view(pictures=["2019/bia.jpg"], articles=cards)
    assert lazy(page_at(article_pages(given), "tin-tuc/")) == [False, True, True]


def test_what_people_wrote_stays_text() -> None:
    written = article(
        "2019-12-31-x", HOSTILE, title=HOSTILE, lead=HOSTILE, author=HOSTILE, category=HOSTILE
    )
    pages = list(article_pages(view(articles=[written, article()])))
    for page in pages:
        assert not {"script", "b"} & set(Outline(page.body).tags), page.address
    body = page_at(pages, "tin-tuc/2019/2019-12-31-x/").body
    assert text_of(body).count("<script>alert(1)</script>") == 5
