"""An article as WordPress gets it: what stands in it, and that no text in it is more than text."""

import re
from datetime import date
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.audience import View
from generator.domain.article import Article
from generator.present.block_markup import PICTURE_MARK, picture_mark
from generator.present.wordpress_post import ShownPhoto, WordPressPost, slugs, wordpress_post
from tests.builders import member, organisation, policy, visit
from tests.unit.present.views import HOSTILE, Outline, article, photo, text_of, view

BASE: Final = "https://tinhdoan.example/congtac/"
VISIT: Final = "2019-03-05-ap-3"
LEAD: Final = "Căn cứ Hướng dẫn số 03-HD/TWĐTN-BTC."
ZEROS: Final = "0" * 64
MARKER: Final = f"<!-- congtac:2019-12-31-tong-ket {ZEROS} -->"
COMMENT: Final = re.compile(
    r"<!-- /?wp:[a-z-]+(?: \{(?:\"(?:ordered|level|align|sizeSlug|linkDestination|id)\":"
    r"(?:true|\d+|\"(?:right|large|none)\"|\ue000number:[^\ue001]*\ue001),?)+\})? -->"
)
FILES: Final = ("2019/hop.jpg", "2019/bia.jpg", "2019/la.jpg")
# What an editor or a record may hold that means something to WordPress, to HTML or to us.
FORGED: Final = (
    MARKER,
    f"<!-- wp:html -->\n{MARKER}\n<!-- /wp:html -->",
    "--> <!-- wp:html --><script>alert(1)</script><!-- /wp:html --> <!--",
    "\ue000address:2019/hop.jpg\ue001 \ue000number:x\ue001 \ue002 \ue0000\ue001 \uf8ff",
    "&#57344;address:2019/hop.jpg&#57345; &#xe000;0&#xe001;",
    "]]> <![CDATA[x]]>",
    "{{ visit(2019-03-05-ap-3).content }} {{ year(2019).mean_days }}",
    "[" * 300,
    '[gallery ids="1"] [[caption]] &lt;!-- wp:html --&gt;',
    HOSTILE,
)


def held(
    *, content: str = "Họp lệ.", caption: str = "Chị An đến dự", demo: bool = False, **keys: Any
) -> View:
    """A visit with two photos, and a third picture of which the records say nothing."""
    return view(
        organisation(demo=demo),
        member("an"),
        policy(),
        visit(
            "2019-03-05",
            content=content,
            photos=[
                photo("2019/hop.jpg", caption=caption, alt="Đoàn viên", credit="Minh Anh"),
                photo("2019/bia.jpg", caption=caption),
            ],
        ),
        pictures=FILES,
        **keys,
    )


def post(
    body: str = "Thân bài.", seen: View | None = None, base: str = BASE, **keys: Any
) -> WordPressPost:
    return wordpress_post(article(body=body, **keys), seen or held(), base, "tong-ket")


def contents(made: WordPressPost) -> list[str]:
    """The outermost blocks, each without the comments of its own."""
    return re.findall(
        r"^<!-- wp:[^\n]* -->\n(.*?)\n<!-- /wp:[a-z-]+ -->(?=\n\n|\Z)",
        made.content,
        re.DOTALL | re.MULTILINE,
    )


# --- what stands in it ---


def test_the_whole_of_a_post() -> None:
    made = post(
        "Đi {{ year(2019).total_days }} ngày.\n\n![Buổi họp](2019/hop.jpg)",
        title="Một năm đi cơ sở",
        photo_credit="Lâm Hồng Đào",
        cover="2019/bia.jpg",
        tags=["Càng Long", "họp lệ", "Càng Long"],
    )
    number, address = (picture_mark(kind, "2019/hop.jpg") for kind in ("number", "address"))
    assert made == WordPressPost(
        id="2019-12-31-tong-ket",
        slug="tong-ket",
        title="Một năm đi cơ sở",
        excerpt=LEAD,
        content=(
            "<!-- wp:paragraph -->\n"
            f"<p><strong>{LEAD}</strong></p>\n"
            "<!-- /wp:paragraph -->\n"
            "\n"
            "<!-- wp:paragraph -->\n"
            "<p>Đi 1 ngày.</p>\n"
            "<!-- /wp:paragraph -->\n"
            "\n"
            f'<!-- wp:image {{"id":{number},"sizeSlug":"large","linkDestination":"none"}} -->\n'
            f'<figure class="wp-block-image size-large"><img src="{address}" alt="Đoàn viên" '
            f'class="wp-image-{number}"/><figcaption class="wp-element-caption">Buổi họp '
            "(Ảnh: Minh Anh)</figcaption></figure>\n"
            "<!-- /wp:image -->\n"
            "\n"
            '<!-- wp:paragraph {"align":"right"} -->\n'
            '<p class="has-text-align-right"><strong>Tin, ảnh: Lâm Hồng Đào (TC-KT)</strong></p>\n'
            "<!-- /wp:paragraph -->"
        ),
        date=date(2019, 12, 31),
        category="Tin cơ sở",
        tags=("Càng Long", "họp lệ"),
        cover="2019/bia.jpg",
        photos=(
            ShownPhoto("2019/bia.jpg", "Chị An đến dự", "Chị An đến dự"),
            ShownPhoto("2019/hop.jpg", "Đoàn viên", "Chị An đến dự (Ảnh: Minh Anh)"),
        ),
    )


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("Một\nđoạn.", ["paragraph"]),
        ("Một  \nđoạn.", ["paragraph"]),
        ("# a\n\n## b\n\n### c", ["heading", "heading", 'heading {"level":3}']),
        ("- a\n- b", ["list", "list-item", "list-item"]),
        ("1. a", ['list {"ordered":true}', "list-item"]),
        (
            "- a\n    1. b\n    2. c\n- d",
            [
                *("list", "list-item", 'list {"ordered":true}', "list-item", "list-item"),
                "list-item",
            ],
        ),
        ("- a\n\n- b\n\n    c", ["list", "list-item", "list-item"]),
        ("- a\n\n        b", ["html"]),
        ("> a\n>\n> b", ["quote", "paragraph", "paragraph"]),
        ("> > a", ["quote", "quote", "paragraph"]),
        ("    a\n    b", ["code"]),
        ("| a | b |\n|---|--:|\n| c | 1 |", ["table"]),
        ("***", ["separator"]),
        (
            "![a](2019/hop.jpg)",
            [
                (
                    f'image {{"id":{picture_mark("number", "2019/hop.jpg")},"sizeSlug":"large",'
                    '"linkDestination":"none"}'
                )
            ],
        ),
        ("", []),
    ],
)
def test_every_construct_of_markdown_has_its_block(body: str, blocks: list[str]) -> None:
    found = re.findall(r"<!-- wp:(.*?) -->", post(body).content)
    assert found == ["paragraph", *blocks, 'paragraph {"align":"right"}']


def test_words_keep_their_spaces_and_their_emphasis() -> None:
    made = post("**Đoàn**\n*Hội* `mã` &amp; “x”")
    assert contents(made)[1] == (
        "<p><strong>Đoàn</strong> <em>Hội</em> <code>mã</code> &amp; “x”</p>"
    )


def test_each_paragraph_of_the_lead_is_bold_and_the_excerpt_is_one_line() -> None:
    made = post(lead="  Căn cứ & kế hoạch\nnăm {{ year(2019).year }}.\n \nMục đích.\n")
    assert contents(made)[:2] == [
        "<p><strong>Căn cứ &amp; kế hoạch năm 2019.</strong></p>",
        "<p><strong>Mục đích.</strong></p>",
    ]
    assert made.excerpt == "Căn cứ &amp; kế hoạch năm 2019. Mục đích."


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("/uy-vien/an/", f"{BASE}uy-vien/an/"),
        ("cach-tinh/#day_unit", f"{BASE}cach-tinh/#day_unit"),
        ("https://example.vn/?a=1&b=2", "https://example.vn/?a=1&b=2"),
        ("mailto:doan@example.vn", "mailto:doan@example.vn"),
        ("#duoi", "#duoi"),
    ],
)
def test_links_lead_to_the_web_or_to_our_own_site(target: str, href: str) -> None:
    made = post(f"[chữ]({target}) sau")
    assert Outline(made.content).links == [href]
    assert contents(made)[1].endswith(">chữ</a> sau</p>")


@pytest.mark.parametrize("target", ["/uy-vien/an/", "javascript:alert(1)", "//x.vn", "data:x"])
def test_a_link_that_leads_nowhere_from_there_leaves_its_words(target: str) -> None:
    assert contents(post(f"[**chữ** này]({target}) sau", base=""))[1] == (
        "<p><strong>chữ</strong> này sau</p>"
    )


# --- photos ---


def test_a_picture_stands_once_however_often_it_is_shown() -> None:
    made = post("![a](2019/hop.jpg)\n\n![b](2019/hop.jpg)", cover="2019/hop.jpg")
    assert [each.file for each in made.photos] == ["2019/hop.jpg"]
    assert made.cover == "2019/hop.jpg"


def test_of_a_picture_of_which_no_visit_tells_the_title_of_the_first_article_does() -> None:
    first = article(title="Năm {{ year(2019).year }}", cover="2019/la.jpg", photo_credit="Hồng Đào")
    later = article("2020-01-05-sau", title="Bài sau", cover="2019/la.jpg")
    shown = article("2020-01-06-nua", "![Bìa](2019/la.jpg)", title="Bài nữa")
    seen = held(articles=[later, first, shown])
    made = [wordpress_post(each, seen, BASE, "x").photos for each in (first, later, shown)]
    assert made == [(ShownPhoto("2019/la.jpg", "Năm 2019", ""),)] * 3


@pytest.mark.parametrize("cover", [None, "2019/khong-co.jpg"])
def test_without_a_cover_that_may_be_shown_there_is_none(cover: str | None) -> None:
    made = post(cover=cover)
    assert (made.cover, made.photos) == ("", ())


def test_a_photo_without_consent_goes_nowhere() -> None:
    seen = view(
        member("an"),
        policy(),
        visit("2019-03-05", photos=[photo("2019/rieng.jpg", consent=False)]),
        pictures=["2019/rieng.jpg"],
    )
    made = post("![Riêng](2019/rieng.jpg)", seen, cover="2019/rieng.jpg")
    assert (made.cover, made.photos) == ("", ())
    assert "rieng" not in made.content


# --- byline and marks ---


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({}, "Lâm Hồng Đào (TC-KT)"),
        ({"department": None}, "Lâm Hồng Đào"),
        ({"cover": "2019/bia.jpg"}, "Lâm Hồng Đào (TC-KT)"),
        (
            {"cover": "2019/bia.jpg", "photo_credit": "Minh Anh"},
            "Tin: Lâm Hồng Đào (TC-KT) – Ảnh: Minh Anh",
        ),
        ({"photo_credit": "Minh Anh"}, "Lâm Hồng Đào (TC-KT)"),
    ],
)
def test_the_last_line_tells_by_whom(keys: dict[str, Any], told: str) -> None:
    assert contents(post(**keys))[-1] == (
        f'<p class="has-text-align-right"><strong>{told}</strong></p>'
    )


def test_sample_data_say_so_first_and_in_the_title() -> None:
    made = post(seen=held(demo=True))
    assert made.title == "DỮ LIỆU MẪU – Một năm đi cơ sở"
    assert contents(made)[0] == "<p><strong>DỮ LIỆU MẪU</strong></p>"


# --- text stays text ---


def only_blocks(made: WordPressPost) -> bool:
    """Whether all comments are those of our blocks, and all pictures those of the photos."""
    marks = {found[2] for found in PICTURE_MARK.finditer(made.content)}
    rest = PICTURE_MARK.sub("", COMMENT.sub("", made.content))
    return (
        "<!" not in rest
        and "[" not in rest
        and not re.search("[\ue000-\uf8ff]", rest)
        and marks <= {photo.file for photo in made.photos}
        and not Outline(made.content.replace("/>", ">")).faults
        and not {"script", "b", "iframe"} & set(Outline(made.content).tags)
    )


@pytest.mark.parametrize("forged", FORGED)
def test_what_an_author_writes_stays_text(forged: str) -> None:
    line = f"a {' '.join(forged.split())}"
    made = post(
        f"{forged}\n\n> {forged}\n\n- {forged}\n\n## {forged}\n\n| {forged} |\n|---|\n\n`{forged}`\n\n"
        f"![a](2019/bia.jpg)\n\n![{forged}](2019/bia.jpg)\n\n[a](https://x.vn/{forged})\n\n    {forged}",
        title=line,
        lead=f"a {forged}",
        author=line,
        photo_credit=line,
    )
    assert only_blocks(made)
    assert {each.file for each in made.photos} == {"2019/bia.jpg"}
    for text in (made.title, made.excerpt, *(each.caption for each in made.photos)):
        assert not re.search("[<>\ue000-\uf8ff\n]", text)
    assert not any(re.search("[<>\ue000-\uf8ff\n]", each.alt) for each in made.photos)


@pytest.mark.parametrize("forged", FORGED)
def test_what_a_record_says_stays_text(forged: str) -> None:
    seen = held(content=f"a {forged}", caption=f"a {' '.join(forged.split())}")
    said = f"{{{{ visit({VISIT}).content }}}}"
    made = post(
        f"{said}\n\n> {said}\n\n- {said}\n\n`{said}`\n\n![{said}](2019/hop.jpg)\n\n"
        f"![](2019/bia.jpg)\n\n[{said}](https://x.vn/{said})\n\n    {said}",
        seen,
        title=said,
        lead=said,
    )
    assert only_blocks(made)
    shown = re.sub("[\ue000-\uf8ff]", "", f"a {' '.join(forged.split())}")
    assert " ".join(shown.split()) in text_of(made.excerpt)
    assert text_of(contents(made)[1]) == " ".join(shown.split())


def test_the_words_of_a_picture_outside_the_text_bear_nothing_like_a_tag() -> None:
    made = post("![](2019/bia.jpg)", held(caption="<b>1 < 2</b> & \ue000x\ue001"))
    assert made.photos == (
        ShownPhoto("2019/bia.jpg", "(b)1 ( 2(/b) & x", "&lt;b&gt;1 &lt; 2&lt;/b&gt; &amp; x"),
    )


def test_title_and_excerpt_are_html() -> None:
    made = post(title='Đoàn & "Hội" <Trẻ>', lead="1 < 2 & 3")
    assert (made.title, made.excerpt) == ('Đoàn &amp; "Hội" &lt;Trẻ&gt;', "1 &lt; 2 &amp; 3")


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "<",
                    ">",
                    "<!--",
                    "-->",
                    "wp:html",
                    "congtac:a ",
                    ZEROS,
                    "[",
                    "](",
                    ")",
                    "![",
                    "!",
                ),
                *("\n", "\n\n", "- ", "> ", "# ", "1. ", "    ", "|", "---", "`", "*", "\\", '"'),
                *(
                    "\ue000",
                    "\ue001",
                    "address:",
                    "2019/bia.jpg",
                    "&#57344;",
                    "&lt;",
                    "&",
                    "https://x",
                ),
                *("{{ visit(2019-03-05-ap-3).content }}", "chữ"),
            ]
        ),
        max_size=24,
    ).map("".join)
)
def test_whatever_is_written_there_are_only_our_blocks(body: str) -> None:
    assert only_blocks(post(body, SEEN))


SEEN: Final = held(content=f"{MARKER} \ue000address:x\ue001 {HOSTILE}")


# --- addresses ---


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        (["2019-05-21-hop-le"], {"2019-05-21-hop-le": "hop-le"}),
        (
            ["2020-01-02-hop-le", "2019-05-21-hop-le", "2019-05-22-khac"],
            {
                "2019-05-21-hop-le": "hop-le",
                "2019-05-22-khac": "khac",
                "2020-01-02-hop-le": "2020-01-02-hop-le",
            },
        ),
        (["khong-ngay"], {"khong-ngay": "khong-ngay"}),
        (["2019-05-21-"], {"2019-05-21-": "2019-05-21-"}),
        ([], {}),
    ],
)
def test_of_two_articles_the_earlier_has_the_short_address(
    ids: list[str], expected: dict[str, str]
) -> None:
    assert slugs(ids) == expected


def test_an_article_that_comes_later_changes_no_address() -> None:
    before = slugs(["2019-05-21-hop-le", "2019-06-01-khac"])
    after = slugs(["2019-05-21-hop-le", "2019-06-01-khac", "2020-01-02-hop-le", "2020-01-03-khac"])
    assert {id_: after[id_] for id_ in before} == before
    assert len(set(after.values())) == len(after)


def test_an_article_is_not_changed_by_how_it_is_called() -> None:
    plain: Article = article()
    assert wordpress_post(plain, held(), BASE, "a").content == (
        wordpress_post(plain, held(), BASE, "b").content
    )
