"""What search engines read of an article. Source: schema.org; Google Search Central, Article."""

from typing import Any, Final

import pytest

from generator.audience import View
from generator.domain.fields import Audience
from generator.domain.organisation import Organisation
from generator.present.articles import article_pages
from tests.builders import member, organisation, policy, visit
from tests.unit.present.views import article, page_at, photo, view

BASE: Final = "https://doan.test/di-co-so/"
ADDRESS: Final = "tin-tuc/2019/2019-12-31-tong-ket/"
REAL: Final = organisation(demo=False, website={"url": "https://tinhdoan.test"})


def seen(
    *, of: Organisation = REAL, audience: Audience = "public", pictures: bool = True, **keys: Any
) -> View:
    """Return a view of real data with one article that is ready."""
    return view(
        of,
        member("an"),
        policy(),
        visit("2019-03-05", photos=[photo("2019/hop.jpg"), photo("2019/hai.jpg", consent=False)]),
        audience=audience,
        pictures=["2019/bia.jpg", "2019/hop.jpg", "2019/hai.jpg"] if pictures else [],
        articles=[article(**keys)],
    )


def meta(shown: View, base: str = BASE) -> dict[str, Any]:
    return page_at(article_pages(shown, base), ADDRESS).meta


def image(address: str) -> dict[str, Any]:
    return {"@type": "ImageObject", "url": address, "width": 1200, "height": 800}


def test_all_that_the_records_hold_is_told() -> None:
    body = "![Họp](2019/hop.jpg)\n\n![Kín](2019/hai.jpg)\n\n![Bìa](2019/bia.jpg)"
    written = seen(
        title="Đi {{ year(2019).total_days }} ngày",
        tags=["a", "b"],
        cover="2019/bia.jpg",
        body=body,
    )
    assert meta(written)["linked_data"] == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Đi 1 ngày",
        "description": "Căn cứ Hướng dẫn số 03-HD/TWĐTN-BTC.",
        "datePublished": "2019-12-31T07:00:00+07:00",
        "author": {"@type": "Person", "name": "Lâm Hồng Đào"},
        "publisher": {
            "@type": "Organization",
            "name": "Tỉnh đoàn",
            "url": "https://tinhdoan.test",
        },
        "image": [image(f"{BASE}anh/2019/bia.jpg"), image(f"{BASE}anh/2019/hop.jpg")],
        "articleSection": "Tin cơ sở",
        "keywords": ["a", "b"],
        "inLanguage": "vi",
        "url": BASE + ADDRESS,
        "mainEntityOfPage": BASE + ADDRESS,
    }


def test_what_is_not_known_is_not_told() -> None:
    told = meta(seen(of=organisation(demo=False), cover="2019/bia.jpg", pictures=False), "")
    assert told["linked_data"] == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Một năm đi cơ sở",
        "description": "Căn cứ Hướng dẫn số 03-HD/TWĐTN-BTC.",
        "datePublished": "2019-12-31T07:00:00+07:00",
        "author": {"@type": "Person", "name": "Lâm Hồng Đào"},
        "publisher": {"@type": "Organization", "name": "Tỉnh đoàn"},
        "articleSection": "Tin cơ sở",
        "inLanguage": "vi",
    }


def test_without_the_address_of_the_site_pictures_count_from_the_page() -> None:
    told = meta(seen(cover="2019/bia.jpg"), "")["linked_data"]
    assert told["image"] == [image("../../../anh/2019/bia.jpg")]


@pytest.mark.parametrize("name", ["Tỉnh đoàn", "Ban Chấp hành Tỉnh đoàn"])
def test_the_organisation_may_be_the_author(name: str) -> None:
    assert meta(seen(author=name))["linked_data"]["author"] == {
        "@type": "Organization",
        "name": name,
    }


def test_those_who_share_it_are_told_what_it_is() -> None:
    assert meta(seen(tags=["a"]))["article"] == {
        "published": "2019-12-31T07:00:00+07:00",
        "author": "Lâm Hồng Đào",
        "section": "Tin cơ sở",
        "tags": ["a"],
    }


@pytest.mark.parametrize(
    "shown",
    [
        seen(of=organisation(demo=True), cover="2019/bia.jpg"),
        seen(audience="internal", cover="2019/bia.jpg"),
        seen(audience="internal", status="draft", cover="2019/bia.jpg"),
    ],
    ids=["samples", "internal", "draft"],
)
def test_what_must_not_go_without_its_mark_is_no_news_to_machines(shown: View) -> None:
    assert meta(shown) == {
        "image": {
            "file": "anh/2019/bia.jpg",
            "alt": "Một năm đi cơ sở",
            "width": 1200,
            "height": 800,
        }
    }
