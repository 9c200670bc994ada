"""The feeds as feedparser reads them. Source: issue *Site*, Subscribe; decision 0011."""

from typing import Any, Final
from xml.etree import ElementTree as ET

import feedparser
import pytest

from generator.domain.article import Article
from generator.domain.fields import Audience
from generator.present.feeds import ENTRIES, feed_files
from tests.builders import member, organisation, visit
from tests.unit.present.views import article, everything, photo, view

BASE: Final = "https://doan.test/di-co-so/"
RSS: Final = "tin-tuc/feed.xml"
ATOM: Final = "tin-tuc/atom.xml"
FORMATS: Final = (RSS, ATOM)


def read(shown: Any, path: str, base: str = BASE) -> Any:
    """Return what feedparser makes of a feed; it must find nothing wrong with it."""
    files = {each.path: each.content for each in feed_files(shown, base)}
    headers = {"content-location": f"{BASE}{path}", "content-type": "application/xml"}
    parsed = feedparser.parse(files[path], response_headers=headers)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


@pytest.mark.parametrize("path", FORMATS)
class TestBoth:
    def test_entries_are_the_ready_articles_the_latest_first(self, path: str) -> None:
        parsed = read(everything(), path)
        assert [entry.title for entry in parsed.entries] == ["Tin mới", "Một năm đi cơ sở"]

    def test_an_entry_says_what_a_card_says(self, path: str) -> None:
        entry = read(everything(), path).entries[1]
        assert entry.link == f"{BASE}tin-tuc/2019/2019-12-31-tong-ket/"
        assert entry.summary == "Căn cứ Hướng dẫn số 03-HD/TWĐTN-BTC."
        assert entry.author == "Lâm Hồng Đào (TC-KT)"
        assert [tag.term for tag in entry.tags] == ["Tin cơ sở"]
        assert entry.published_parsed[:5] == (2019, 12, 31, 0, 0)
        assert [(e.href, e.type, e.length) for e in entry.enclosures] == [
            (f"{BASE}anh/2019/bia.jpg", "image/jpeg", "1000")
        ]

    def test_the_author_is_told_as_below_the_article(self, path: str) -> None:
        written = article(cover="2019/bia.jpg", photo_credit="Minh Anh")
        shown = view(member("an"), pictures=["2019/bia.jpg"], articles=[written])
        (entry,) = read(shown, path).entries
        assert entry.author == "Tin: Lâm Hồng Đào (TC-KT) – Ảnh: Minh Anh"

    def test_the_hour_is_that_of_vietnam(self, path: str) -> None:
        written = read(everything(), path).entries[0].published
        assert (
            written
            == {
                RSS: "Sun, 05 Jan 2020 07:00:00 +0700",
                ATOM: "2020-01-05T07:00:00+07:00",
            }[path]
        )

    def test_the_feed_is_as_old_as_its_latest_article(self, path: str) -> None:
        assert read(everything(), path).feed.updated_parsed[:3] == (2020, 1, 5)

    def test_without_articles_it_is_as_old_as_the_figures(self, path: str) -> None:
        parsed = read(view(member("an")), path)
        assert parsed.entries == []
        assert parsed.feed.updated_parsed[:3] == (2020, 3, 15)

    def test_ids_do_not_follow_address_title_or_state_of_the_site(self, path: str) -> None:
        told = {entry.id for entry in read(everything(), path).entries}
        inside = everything("internal")
        assert told == {entry.id for entry in read(inside, path, "").entries}
        renamed = view(member("an"), articles=[article(title="Tên khác", lead="Khác.")])
        assert read(renamed, path).entries[0].id in told
        assert all(each.startswith("urn:uuid:") for each in told)
        assert len(told) == 2

    def test_without_an_address_links_count_from_the_feed(self, path: str) -> None:
        # The reader knows where it got the feed, and completes them.
        parsed = read(everything(), path, base="")
        assert parsed.entries[1].link == f"{BASE}tin-tuc/2019/2019-12-31-tong-ket/"
        assert parsed.feed.link == f"{BASE}tin-tuc/"
        # An enclosure of RSS has a whole address or is none: nobody completes it.
        pictures = [each.href for each in parsed.entries[1].enclosures]
        assert pictures == ([f"{BASE}anh/2019/bia.jpg"] if path == ATOM else [])

    @pytest.mark.parametrize(
        ("audience", "title"),
        [
            ("public", "DỮ LIỆU MẪU – Tin tức đi công tác cơ sở – Tỉnh đoàn"),
            ("internal", "NỘI BỘ – DỮ LIỆU MẪU – Tin tức đi công tác cơ sở – Tỉnh đoàn"),
        ],
    )
    def test_the_title_bears_the_marks(self, path: str, audience: Audience, title: str) -> None:
        assert read(everything(audience), path).feed.title == title

    def test_real_data_bear_no_mark(self, path: str) -> None:
        parsed = read(view(organisation(demo=False)), path)
        assert parsed.feed.title == "Tin tức đi công tác cơ sở – Tỉnh đoàn"

    def test_drafts_and_withdrawn_articles_are_nowhere(self, path: str) -> None:
        held = [
            article("2020-01-01-nhap", title="Bài còn nháp", status="draft"),
            article("2020-01-02-rut", title="Bài đã rút", status="withdrawn"),
            article("2020-01-03-moi", title="Bài mới"),
        ]
        shown = view(member("an"), articles=held, audience="internal")
        assert [entry.title for entry in read(shown, path).entries] == ["Bài mới"]

    def test_only_the_latest_are_told(self, path: str) -> None:
        days = [f"2019-{month:02d}-{day:02d}" for month in (1, 2) for day in range(1, 16)]
        held = [article(f"{day}-tin", title=day) for day in days]
        titles = [entry.title for entry in read(view(member("an"), articles=held), path).entries]
        assert titles == sorted(days, reverse=True)[:ENTRIES]

    def test_an_article_without_a_cover_has_no_enclosure(self, path: str) -> None:
        secret = visit("2019-03-05", photos=[photo("2019/rieng.jpg", consent=False)])
        parsed = read(view(member("an"), secret, articles=[article()]), path)
        assert parsed.entries[0].enclosures == []


HOSTILE: Final = ']]> <b>x</b> & "&amp;" <!-- --> </title></item><script>alert(1)</script>'


class TestHostileText:
    def held(self, path: str) -> tuple[Any, ET.Element]:
        keys: dict[str, Any] = {
            "title": HOSTILE,
            "lead": HOSTILE,
            "author": HOSTILE,
            "department": None,
            "category": HOSTILE,
            "tags": [HOSTILE],
        }
        held: list[Article] = [article(**keys)]
        files = {each.path: each.content for each in feed_files(view(articles=held), BASE)}
        return feedparser.parse(files[path]), ET.fromstring(files[path])  # noqa: S314  (our own bytes)

    def test_atom_keeps_it_as_text(self) -> None:
        parsed, tree = self.held(ATOM)
        assert not parsed.bozo
        entry = tree.find("{*}entry")
        assert entry is not None
        for name in ("title", "summary", "author/{*}name"):
            assert entry.findtext("{*}" + name) == HOSTILE
        assert [each.get("term") for each in entry.iterfind("{*}category")] == [HOSTILE]
        assert [each.get("type") for each in entry.iterfind("{*}summary")] == [None]

    def test_rss_keeps_it_as_text_and_the_summary_as_html_of_it(self) -> None:
        parsed, tree = self.held(RSS)
        assert not parsed.bozo
        items = list(tree.iterfind("channel/item"))
        assert len(items) == 1
        assert items[0].findtext("title") == HOSTILE
        assert items[0].findtext("category") == HOSTILE
        html = items[0].findtext("description") or ""
        assert "<" not in html
        # The reader's HTML shows the text, tags and all.
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
        assert "&amp;amp;" in html


def test_the_same_view_gives_the_same_bytes() -> None:
    assert list(feed_files(everything(), BASE)) == list(feed_files(everything(), BASE))
