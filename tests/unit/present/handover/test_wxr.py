"""The file for the importer, read by another reader. WordPress' own judgement: `tests/wordpress`."""

from typing import Final
from xml.etree import ElementTree as ET

import pytest

from generator.present.handover.wxr import cdata, wxr
from tests.unit.present.handover.news import BASE, BRIDGE, COVER, SECOND, going

WP: Final = "{http://wordpress.org/export/1.2/}"
CONTENT: Final = "{http://purl.org/rss/1.0/modules/content/}encoded"
EXCERPT: Final = "{http://wordpress.org/export/1.2/excerpt/}encoded"


def channel(data: bytes) -> ET.Element:
    """The channel of the file."""
    found = ET.fromstring(data).find("channel")  # noqa: S314  (the program wrote it)
    assert found is not None
    return found


def items(data: bytes, kind: str) -> list[ET.Element]:
    """The posts or the pictures."""
    return [each for each in channel(data).iter("item") if each.findtext(f"{WP}post_type") == kind]


def meta(item: ET.Element) -> dict[str | None, str | None]:
    """What stands beside the fields of a post."""
    return {
        each.findtext(f"{WP}meta_key"): each.findtext(f"{WP}meta_value")
        for each in item.iter(f"{WP}postmeta")
    }


def test_a_post_has_every_field() -> None:
    first, _ = items(wxr(going()), "post")
    held = {
        name: first.findtext(f"{WP}{name}")
        for name in ("post_name", "status", "post_date", "post_date_gmt", "comment_status")
    }
    assert held == {
        "post_name": "hop-le",
        "status": "draft",
        "post_date": "2019-03-06 07:00:00",
        "post_date_gmt": "2019-03-06 00:00:00",
        "comment_status": "closed",
    }
    assert first.findtext("title") == "Họp lệ ở Ấp 3: “vui, khoẻ” &amp; bền"
    assert first.findtext(EXCERPT) == "Buổi họp đầu tiên &lt;sau Tết&gt;. Ai cũng đến."
    assert [
        (each.get("domain"), each.get("nicename"), each.text) for each in first.iter("category")
    ] == [
        ("category", "tin-co-so", "Tin cơ sở"),
        ("post_tag", "sinh-hoat-chi-doan", "sinh hoạt chi đoàn"),
        ("post_tag", "doan-hoi", "Đoàn – Hội"),
        ("post_tag", "tong-quan", "tòng quân"),
        ("post_tag", "tong-quan-2", "tổng quan"),
        ("post_tag", "a-b", "a ]]> b"),
    ]


def test_a_picture_is_fetched_from_our_site_and_stands_in_the_text() -> None:
    data = wxr(going())
    cover, bridge = items(data, "attachment")
    assert [each.findtext(f"{WP}attachment_url") for each in (cover, bridge)] == [
        f"{BASE}anh/{COVER}",
        f"{BASE}anh/{BRIDGE}",
    ]
    assert (cover.findtext(EXCERPT), meta(cover)) == (
        "Đoàn viên &lt;Ấp 3&gt; đến dự",
        {"_wp_attachment_image_alt": "Phòng họp “đông”"},
    )
    assert cover.findtext(f"{WP}post_name") == "congtac-abababababababab"
    first, second = items(data, "post")
    number = cover.findtext(f"{WP}post_id")
    assert meta(first) == meta(second) == {"_thumbnail_id": number}
    content = first.findtext(CONTENT) or ""
    assert f'<img src="{BASE}anh/{COVER}" alt="Phòng họp “đông”" class="wp-image-{number}"/>' in (
        content
    )
    assert f'<!-- wp:image {{"id":{number},' in content


def test_without_the_address_of_our_site_lines_stand_for_the_pictures() -> None:
    data = wxr(going(base=""))
    first, second = items(data, "post")
    assert items(data, "attachment") == []
    assert meta(first) == meta(second) == {}
    content = first.findtext(CONTENT) or ""
    assert content.count("<!-- wp:paragraph -->\n<p><strong>&#91;Chèn ảnh ") == 2
    assert "<img" not in content
    assert channel(data).findtext("link") == ""


def test_numbers_are_the_same_each_time_high_and_never_twice() -> None:
    held = [
        each.findtext(f"{WP}post_id")
        for data in (wxr(going()), wxr(going(live=True, base="https://khac.example.org/")))
        for each in channel(data).iter("item")
    ]
    assert held[:4] == held[4:]
    assert len(set(held)) == 4
    assert all(10_000_000 <= int(each or 0) < 2**31 for each in held)
    alone = items(wxr(going(SECOND)), "post")
    assert alone[0].findtext(f"{WP}post_id") == held[3]


def test_of_two_things_with_one_number_the_later_takes_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("generator.present.handover.wxr._COUNT", 1)
    numbers = [each.findtext(f"{WP}post_id") for each in channel(wxr(going())).iter("item")]
    assert sorted(numbers, key=str) == ["10000000", "10000001", "10000002", "10000003"]


def test_a_name_without_letters_has_an_address_all_the_same() -> None:
    named = SECOND.model_copy(update={"category": "…", "tags": ("…",)})
    data = wxr(going(named))
    assert channel(data).findtext(f"{WP}category/{WP}category_nicename") == "category"
    assert channel(data).findtext(f"{WP}tag/{WP}tag_slug") == "tag"


def test_what_is_asked_for_comes_out_at_once() -> None:
    told = [each.findtext(f"{WP}status") for each in items(wxr(going(live=True)), "post")]
    assert told == ["publish", "publish"]


def test_samples_say_so() -> None:
    data = wxr(going(demo=True))
    first, second = items(data, "post")
    assert channel(data).findtext("title") == "DỮ LIỆU MẪU – Tỉnh đoàn Thử Nghiệm"
    assert second.findtext("title") == "DỮ LIỆU MẪU – Một năm đi cơ sở"
    assert "<p><strong>DỮ LIỆU MẪU</strong></p>" in (first.findtext(CONTENT) or "")


@pytest.mark.parametrize("text", ["", "<b> & ]]> ]]]]>>", "]]>"])
def test_a_section_reads_as_it_was_written(text: str) -> None:
    assert (ET.fromstring(f"<a>{cdata(text)}</a>").text or "") == text  # noqa: S314  (as above)
