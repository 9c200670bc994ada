"""The file to import, judged by WordPress: its export has the same structure, its PHP reads it.

No registry has WordPress' own importer, so `php/import.php` stands in for it.
"""

import unicodedata
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import httpx
import pytest

from generator.present.handover.going import Going
from generator.present.handover.nicename import nicename
from generator.present.handover.wxr import wxr
from tests.unit.present.handover.news import BRIDGE, COVER, going
from tests.web.harness import serve
from tests.wordpress.behind import Site

IMPORTER: Final = (Path(__file__).parent / "php" / "import.php").read_text(encoding="utf-8")
WP: Final = "{http://wordpress.org/export/1.2/}"
CONTENT: Final = "{http://purl.org/rss/1.0/modules/content/}encoded"
EXCERPT: Final = "{http://wordpress.org/export/1.2/excerpt/}encoded"
KEPT: Final = {
    *("title", EXCERPT, "guid", "terms", f"{WP}post_id", f"{WP}post_name", f"{WP}post_date"),
    *(f"{WP}post_date_gmt", f"{WP}status", f"{WP}comment_status", f"{WP}ping_status"),
    *(f"{WP}post_parent", f"{WP}post_type", f"{WP}is_sticky"),
}
NAMES: Final = [
    *("Tin cơ sở", "Đi công tác cơ sở", "chủ trương 1+2", "Học tập, làm theo Bác"),
    *("Đoàn – Hội – Đội", "Tổng kết 2019/2020", "v1.2 mới", "“Xuân tình nguyện”", "A & B"),
    *("  hai  khoảng  ", "Ê Đê; Ô-Ơ-Ư", "10 × 20", "Mùa hè xanh!", "Đắk Lắk_1", "50%", "…"),
    *("Thanh niên’s", "Trà Vinh (mới)", "a—b", "Kết nạp: 3 ĐV", "Ðoàn", "a ]]> b"),
]


@pytest.fixture
def own_site(tmp_path: Path) -> Iterator[tuple[str, Going]]:
    """Our own site with its photos, and the news that are handed over from there."""
    folder = tmp_path / "trang"
    for file, drawn in going().pictures.items():
        (folder / "anh" / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / "anh" / file).write_bytes(drawn.whole)
    with serve(folder, at_root=True) as base:
        yield base, going(base=base)


def imported(site: Site, data: bytes) -> list[str]:
    """Let WordPress import the file; what it could not do."""
    faults: list[str] = site.php(IMPORTER, xml=data.decode())
    return faults


def paths(element: ET.Element, above: str = "") -> Iterator[str]:
    """Each element by its way from the root, with its attributes; a post apart from a picture."""
    kind = element.findtext(f"{WP}post_type")
    here = f"{above}/{element.tag}" + (f"[{kind}]" if kind else "")
    yield here
    for name, value in element.attrib.items():
        yield f"{here}@{name}={value}" if name in {"version", "domain"} else f"{here}@{name}"
    if element.tag == f"{WP}meta_key":
        yield f"{here}={element.text}"
    for child in element:
        yield from paths(child, here)


def fields(data: bytes) -> dict[str | None, dict[str, object]]:
    """The items of a file by their titles, without what belongs to the website."""
    found: dict[str | None, dict[str, object]] = {}
    for item in ET.fromstring(data).iter("item"):  # noqa: S314  (the program's, or WordPress')
        held: dict[str, object] = {
            each.tag: each.text or "" for each in item if not len(each) and each.tag != "category"
        }
        held["terms"] = sorted(
            # WordPress keeps names of terms as HTML.
            (each.get("domain"), each.get("nicename"), unescape(each.text or ""))
            for each in item.iter("category")
        )
        found[item.findtext("title")] = held
    return found


def test_the_structure_is_a_part_of_what_wordpress_exports(
    wordpress: Site, own_site: tuple[str, Going]
) -> None:
    ours = wxr(own_site[1])
    assert imported(wordpress, ours) == []
    theirs = set(paths(ET.fromstring(wordpress.export())))  # noqa: S314  (WordPress')
    mine = set(paths(ET.fromstring(ours)))  # noqa: S314  (the program's)
    assert len(mine) > 60
    assert sorted(mine - theirs) == []


def test_wordpress_exports_the_very_texts_that_it_was_given(
    wordpress: Site, own_site: tuple[str, Going]
) -> None:
    ours = wxr(own_site[1])
    assert imported(wordpress, ours) == []
    mine, theirs = fields(ours), fields(wordpress.export())
    assert mine.keys() == theirs.keys()
    for title, held in mine.items():
        # A picture's guid is the address that it then has.
        kept = KEPT - {"guid"} if held[f"{WP}post_type"] == "attachment" else KEPT
        assert {name: theirs[title][name] for name in kept} == {name: held[name] for name in kept}


def test_text_and_photos_are_whole_behind(wordpress: Site, own_site: tuple[str, Going]) -> None:
    base, news = own_site
    assert imported(wordpress, wxr(news)) == []
    files = {each.title: each for each in wordpress.attachments()}
    cover, bridge = files["2019-03-05-ap-3"], files["cau-moi"]
    assert (cover.alt, cover.caption, cover.slug) == (
        "Phòng họp “đông”",
        "Đoàn viên &lt;Ấp 3&gt; đến dự",
        "congtac-abababababababab",
    )
    assert (bridge.alt, bridge.caption) == ("Cầu", "Cầu (Ảnh: Lê Ân)")
    for file, held in ((COVER, cover), (BRIDGE, bridge)):
        assert httpx.get(held.url).content == news.pictures[file].whole
    posts = {post.slug: post for post in wordpress.posts()}
    first, second, expected = posts["hop-le"], posts["tong-ket"], news.posts[0]
    assert (first.title, first.excerpt, first.status) == (expected.title, expected.excerpt, "draft")
    assert (first.date, first.date_gmt) == ("2019-03-06 07:00:00", "2019-03-06 00:00:00")
    assert (first.categories, set(first.tags)) == (
        ("Tin cơ sở",),
        {"sinh hoạt chi đoàn", "Đoàn – Hội", "tòng quân", "tổng quan", "a ]]&gt; b"},
    )
    assert (first.featured, second.featured) == (cover.id, cover.id)
    assert base not in first.content.replace(f"{base}cach-tinh/", "")
    assert f'<img src="{cover.url}" alt="Phòng họp “đông”" class="wp-image-{cover.id}"/>' in (
        first.content
    )
    assert f'<!-- wp:image {{"id":{bridge.id},' in first.content
    assert "Tối 05/03, chi đoàn <strong>Ấp 3</strong> họp lệ &amp; bàn việc." in first.content
    assert unicodedata.is_normalized("NFC", first.content + first.title + first.excerpt)


def test_a_second_import_changes_nothing(wordpress: Site, own_site: tuple[str, Going]) -> None:
    """As the list for the person warns: what is there is left as it is."""
    data = wxr(own_site[1])
    assert imported(wordpress, data) == []
    before = (wordpress.posts(), wordpress.attachments())
    assert [each.partition(":")[0] for each in imported(wordpress, data)] == ["already exists"] * 4
    assert (wordpress.posts(), wordpress.attachments()) == before


def test_without_our_site_the_text_comes_with_lines_for_the_pictures(wordpress: Site) -> None:
    assert imported(wordpress, wxr(going(base="", live=True))) == []
    assert wordpress.attachments() == []
    posts = {post.slug: post for post in wordpress.posts()}
    assert [post.status for post in posts.values()] == ["publish", "publish"]
    # No shortcode of the website's may begin there, so the bracket is written as a reference.
    assert posts["hop-le"].content.count("&#91;Chèn ảnh ") == 2


def test_a_file_that_is_none_is_not_taken_for_one(wordpress: Site) -> None:
    """The stand-in for the importer can say no."""
    data = wxr(going(base=""))
    assert imported(wordpress, data[:-20]) == ["not well-formed"]
    assert imported(wordpress, data.replace(b"wxr_version>", b"version>")) == ["not a WXR file"]
    unreachable = wxr(going(base="http://127.0.0.1:9/"))
    assert [each.partition(":")[0] for each in imported(wordpress, unreachable)] == [
        "not fetched",
        "not fetched",
        "unknown picture",
        "unknown picture",
    ]


def test_names_of_terms_become_what_wordpress_makes_of_them(wordpress: Site) -> None:
    made = wordpress.php("return array_map( 'sanitize_title', $names );", names=NAMES)
    assert [nicename(name) for name in NAMES] == made
