"""What an article speaks of leads back to it. Source: issue *News*, On our own site."""

from collections.abc import Iterable
from typing import Final

import pytest

from generator.audience import View
from generator.domain.fields import Audience
from generator.present.mentions import SHOWN, Mentions
from generator.present.page import Page
from generator.present.people import member_pages
from generator.present.units import unit_pages
from generator.present.visits import visit_pages
from generator.present.years import year_pages
from tests.builders import member, policy, visit
from tests.unit.present.views import UNITS, Outline, article, page_at, view

MEETING: Final = "2019-03-05-ap-3"


def world(audience: Audience = "public") -> View:
    """Return articles on a visit of An's, the year, its first quarter, March, and on nothing."""
    return view(
        member("an"),
        member("binh"),
        policy(),
        visit("2019-03-05", unit="ap-3"),
        visit("2020-02-04", unit="ham-giang", members=["binh"]),
        *UNITS,
        audience=audience,
        articles=[
            article("2019-03-06-hop", title="Buổi họp", visits=[MEETING]),
            article("2019-03-07-nhap", title="Nháp", visits=[MEETING], status="draft"),
            article("2019-03-08-rut", title="Rút", visits=[MEETING], status="withdrawn"),
            article("2019-04-01-thang", title="Tháng Ba", period="2019-03"),
            article("2019-04-05-quy", title="Quý Một", period="2019-Q1"),
            article("2019-12-31-nam", title="Cả năm", period="2019"),
            article("2020-01-02-khac", title="Chuyện khác"),
        ],
    )


def told(pages: Iterable[Page], address: str) -> list[str]:
    """Return the articles to which the page leads, by the end of their addresses."""
    links = Outline(page_at(pages, address).body).links
    return [link.split("/")[-2] for link in links if "tin-tuc/" in link]


@pytest.mark.parametrize(
    ("address", "articles"),
    [
        (f"chuyen-di/2019/{MEETING}/", ["2019-03-06-hop"]),
        ("chuyen-di/2020/2020-02-04-ap-3/", []),
        ("uy-vien/an/", ["2019-03-06-hop"]),
        ("uy-vien/binh/", []),
        ("don-vi/ap-3/", ["2019-03-06-hop"]),
        ("don-vi/an-truong/", ["2019-03-06-hop"]),
        ("don-vi/ham-giang/", []),
        ("ket-qua/2019/", ["2019-12-31-nam", "2019-04-05-quy", "2019-04-01-thang"]),
        ("ket-qua/2019/01/", ["2019-04-05-quy"]),
        ("ket-qua/2019/03/", ["2019-04-05-quy", "2019-04-01-thang"]),
        ("ket-qua/2019/04/", []),
        ("ket-qua/2020/", []),
    ],
)
def test_the_articles_that_speak_of_it_the_latest_first(address: str, articles: list[str]) -> None:
    seen = world()
    pages = [*visit_pages(seen), *member_pages(seen), *unit_pages(seen), *year_pages(seen)]
    assert told(pages, address) == articles
    assert ('<h2 id="tin-bai">Tin, bài về ' in page_at(pages, address).body) == bool(articles)


def test_the_organisation_sees_drafts_as_such() -> None:
    body = page_at(visit_pages(world("internal")), f"chuyen-di/2019/{MEETING}/").body
    assert (
        '<h2 id="tin-bai">Tin, bài về chuyến đi này</h2>\n<ul class="ct-list">\n'
        '<li><a href="../../../tin-tuc/2019/2019-03-07-nhap/">Nháp</a>'
        ' <time datetime="2019-03-07">07/03/2019</time> · bản nháp</li>\n'
        '<li><a href="../../../tin-tuc/2019/2019-03-06-hop/">Buổi họp</a>'
        ' <time datetime="2019-03-06">06/03/2019</time></li>\n</ul>\n'
    ) in body


def test_of_many_the_latest_are_told() -> None:
    days = [f"2019-05-{day:02d}" for day in range(1, SHOWN + 3)]
    held = [article(f"{day}-tin", period="2019-04") for day in days]
    cards = Mentions.of(view(articles=held)).of_month(2019, 4)
    assert [card.id[:10] for card in cards] == days[::-1][:SHOWN]


@pytest.mark.parametrize(
    ("address", "listed"),
    [("ket-qua/2019/", True), ("ket-qua/2019/03/", True), ("ket-qua/2019/04/", False)],
)
def test_the_list_of_contents_names_them(address: str, *, listed: bool) -> None:
    headings = page_at(year_pages(world()), address).headings
    assert ("tin-bai" in {each.id for each in headings}) is listed
