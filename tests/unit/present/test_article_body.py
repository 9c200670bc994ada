"""An article's body: Markdown and figures as they should read, and nothing in it that can run."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.audience import View
from generator.present.article_body import article_body
from tests.builders import member, policy, unit, visit
from tests.unit.present.views import HOSTILE, Outline, article, photo, text_of, view

ADDRESS = "tin-tuc/2019/2019-12-31-tong-ket/"
VISIT = "2019-03-05-ap-3"
ALLOWED = {
    *("p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "blockquote", "a", "hr", "br"),
    *("table", "thead", "tbody", "tr", "th", "td", "code", "pre"),
    *("div", "figure", "figcaption", "img"),
}


PIECES = (
    *(
        "[",
        "](",
        ")",
        "![",
        "<",
        ">",
        "*",
        "**",
        "_",
        "`",
        "|",
        "\n",
        "\n\n",
        "    ",
        "- ",
        "> ",
        "# ",
    ),
    *("\\", "&lt;", "&#57344;", "\ue000", "0", "\ue001", "\ue002", ":", "|--|", "]: ", "---"),
    *(
        "javascript:",
        "data:",
        "//x",
        "2019/hop.jpg",
        "onerror=",
        '"',
        "'",
        "<script>",
        "<data>",
        "a",
    ),
    "{{ visit(2019-03-05-ap-3).content }}",
    "{{ year(2019).mean_days }}",
)


def held(content: str = "Họp lệ.", venue: str = "cụm 3") -> View:
    pictures = ["2019/hop.jpg", "2019/bia.jpg"]
    return view(
        member("an"),
        policy(),
        visit(
            "2019-03-05",
            content=content,
            venue=venue,
            photos=[
                photo("2019/hop.jpg", alt="Đoàn viên ngồi họp", credit="Minh Anh"),
                photo("2019/bia.jpg"),
            ],
        ),
        pictures=pictures,
    )


def html(body: str, given: View | None = None) -> str:
    return str(article_body(body, given or held(), ADDRESS).html)


def test_markdown_becomes_html() -> None:
    assert html("Đoạn **đậm**.\n\n## Mục\n\n- một\n- hai").split("\n") == [
        "<p>Đoạn <strong>đậm</strong>.</p>",
        "<h2>Mục</h2>",
        "<ul>",
        "<li>một</li>",
        "<li>hai</li>",
        "</ul>",
    ]


def test_the_first_heading_is_the_articles_own() -> None:
    assert html("# Lớn") == "<h2>Lớn</h2>"


def test_a_figure_stands_where_its_placeholder_stood() -> None:
    body = "Đi **{{ year(2019).total_days }}** ngày, ngày {{ visit(2019-03-05-ap-3).date }}."
    assert html(body) == "<p>Đi <strong>1</strong> ngày, ngày 05/03/2019.</p>"


def test_a_picture_of_which_nothing_is_said_has_no_empty_caption() -> None:
    given = view(pictures=["2019/bia.jpg"], articles=[article(cover="2019/bia.jpg")])
    assert Outline(html("![](2019/bia.jpg)", given)).tags == ["figure", "picture", "source", "img"]


def test_a_table_has_the_frame_of_the_sites_tables() -> None:
    body = "| Tháng | Ngày |\n|---|--:|\n| 3 | {{ year(2019).total_days }} |"
    made = html(body)
    assert (
        '<div aria-label="Bảng số liệu" class="ct-table" role="region" tabindex="0">\n'
        '<table class="ct-table__table">'
    ) in made
    assert '<th scope="col">Tháng</th>' in made
    assert '<td class="num">1</td>' in made


def test_a_picture_becomes_a_figure_with_caption_credit_and_size() -> None:
    made = article_body("Trước.\n\n![Buổi họp ở cụm 3](2019/hop.jpg)\n\nSau.", held(), ADDRESS)
    assert made.files == ("2019/hop.jpg",)
    assert re.sub(r"\s*\n\s*", "", str(made.html)) == (
        "<p>Trước.</p>"
        '<figure><picture><source sizes="(min-width: 820px) 760px, 92vw" srcset="'
        "../../../anh/rong-480/2019/hop.jpg.webp 480w, "
        "../../../anh/rong-960/2019/hop.jpg.webp 960w, "
        '../../../anh/rong-1200/2019/hop.jpg.webp 1200w" type="image/webp">'
        '<img alt="Đoàn viên ngồi họp" decoding="async" height="800"'
        ' src="../../../anh/2019/hop.jpg" width="1200"></picture>'
        "<figcaption>Buổi họp ở cụm 3 (Ảnh: Minh Anh)</figcaption></figure>"
        "<p>Sau.</p>"
    )


def test_a_picture_within_a_sentence_stands_below_it() -> None:
    made = html("Xem ![Bìa](2019/bia.jpg) đây, và **![Họp](2019/hop.jpg) nữa**.")
    assert text_of(made) == "Xem đây, và nữa. Bìa Họp (Ảnh: Minh Anh)"
    assert Outline(made).tags == [
        *("p", "strong"),
        *("figure", "picture", "source", "img", "figcaption"),
        *("figure", "picture", "source", "img", "figcaption"),
    ]
    assert not Outline(made).faults


@pytest.mark.parametrize(
    "source", ["2019/khong-co.jpg", "https://example.org/a.jpg", "../../a.jpg", "data:image/png,x"]
)
def test_a_picture_that_the_records_do_not_show_is_left_out(source: str) -> None:
    assert "img" not in Outline(html(f"Chữ ![Ảnh lạ]({source}) sau.")).tags


def test_a_picture_without_consent_is_not_shown_to_the_public() -> None:
    given = view(
        member("an"),
        policy(),
        visit("2019-03-05", photos=[photo("2019/rieng.jpg", consent=False)]),
        pictures=["2019/rieng.jpg"],
    )
    assert html("![Riêng](2019/rieng.jpg)", given).strip() == ""


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("https://example.org/a?b=1", "https://example.org/a?b=1"),
        ("mailto:doan@example.org", "mailto:doan@example.org"),
        ("cach-tinh/#day_unit", "../../../cach-tinh/#day_unit"),
        ("/don-vi/", "../../../don-vi/"),
        ("tin-tuc/2019/khac/", "../khac/"),
        ("#duoi", "#duoi"),
    ],
)
def test_links_lead_to_the_web_to_mail_or_into_the_site(target: str, href: str) -> None:
    assert Outline(html(f"[chữ]({target})")).links == [href]


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "&#106;avascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org/x",
        "/\\example.org/x",
        "\\\\example.org",
    ],
)
def test_no_other_link_is_made(target: str) -> None:
    links = Outline(html(f'[chữ]({target} "tựa")\n\n<{target}>')).links
    assert [link for link in links if not link.startswith("../../../")] == []
    assert all(":" not in link.split("/")[0] for link in links)


def test_a_figure_never_becomes_an_address() -> None:
    given = held(content="javascript:alert(1)")
    made = html(
        f"[a]({{{{ visit({VISIT}).content }}}}) ![b]({{{{ visit({VISIT}).content }}}})", given
    )
    assert "javascript" not in made


@pytest.mark.parametrize(
    "raw",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<div onclick=alert(1)>\nx\n</div>",
        "<style>p{display:none}</style>",
        '<iframe src="https://example.org"></iframe>',
        "<!-- x --><svg onload=alert(1)>",
        '<data value="0"></data>',
        "`<b>`",
        "    <script>alert(1)</script>",
    ],
)
def test_html_that_someone_writes_stays_text(raw: str) -> None:
    made = html(f"Trước\n\n{raw}\n\nSau {{{{ year(2019).total_days }}}}")
    assert set(Outline(made).tags) <= ALLOWED
    assert raw.strip().strip("`").split("\n")[0] in text_of(made)


def test_what_a_record_says_is_shown_to_the_letter_and_never_read_again() -> None:
    given = held(content=HOSTILE)
    made = html(f"Nội dung: {{{{ visit({VISIT}).content }}}}.", given)
    assert Outline(made).tags == ["p"]
    assert text_of(made) == f"Nội dung: {HOSTILE}."


def test_what_a_record_says_is_safe_in_a_caption_too() -> None:
    given = held(content='"><script>alert(1)</script>')
    made = html(f"![{{{{ visit({VISIT}).content }}}}](2019/bia.jpg)", given)
    assert Outline(made).tags == ["figure", "picture", "source", "img", "figcaption"]
    assert text_of(made) == '"><script>alert(1)</script>'


@pytest.mark.parametrize(
    "forged", ["\ue0000\ue001", "&#57344;0&#57345;", "&#xe000;0&#xe001;", '<data value="0"></data>']
)
def test_nobody_can_forge_the_mark_of_a_figure(forged: str) -> None:
    given = held(content="MẬT")
    body = f"{{{{ visit({VISIT}).content }}}} rồi {forged} và [x]({forged})"
    assert html(body, given).count("MẬT") == 1


def test_nobody_can_forge_the_mark_of_a_figure_in_the_words_of_a_photo() -> None:
    given = view(
        member("an"),
        policy(),
        visit(
            "2019-03-05",
            photos=[
                photo(
                    "2019/hop.jpg",
                    caption="Họp \ue0009\ue001 tối",
                    credit="\ue0000\ue001",
                    alt="\ue000",
                )
            ],
        ),
        pictures=["2019/hop.jpg"],
    )
    assert text_of(html("![](2019/hop.jpg)", given)) == "Họp 9 tối (Ảnh: 0)"


def test_a_figure_in_code_is_still_a_figure_and_still_text() -> None:
    made = html(f"`{{{{ visit({VISIT}).content }}}}`", held(content="<b>&amp;</b>"))
    assert made == "<p><code>&lt;b&gt;&amp;amp;&lt;/b&gt;</code></p>"


def test_what_is_no_placeholder_stays_as_it_was_written() -> None:
    body = "{{ config }} {{ year(2019).secret }} {% if x %} {{ 1 + 1 }} {{"
    assert text_of(html(body)) == body


def test_the_articles_own_address_does_not_matter_to_its_pictures() -> None:
    assert article_body("![x](2019/hop.jpg)", held(), "").files == ("2019/hop.jpg",)


def test_a_name_with_markup_in_it_is_text() -> None:
    given = view(
        unit("xa", name="Xã <i>Ô</i> & **Đ**"),
        policy(),
        member("an"),
        visit("2019-03-05", unit="xa"),
    )
    made = html(f"Tại {{{{ visit({VISIT}).unit }}}}.", given)
    assert made == "<p>Tại Xã &lt;i&gt;Ô&lt;/i&gt; &amp; **Đ**.</p>"


def test_absurdly_many_brackets_are_text_and_cost_no_time() -> None:
    assert html("[" * 60_000) == f"<p>{'[' * 60_000}</p>"
    assert html("a [b](cach-tinh/)").count("<a ") == 1


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_whatever_is_written_only_the_allowed_comes_out(body: str) -> None:
    made = html(body, WITH_HOSTILE)
    outline = Outline(made)
    assert not outline.faults
    assert set(outline.tags) <= ALLOWED
    assert all(re.match(r"(?:\.\./|#|2019-12-31-tong-ket/|\./)", link) for link in outline.links)


WITH_HOSTILE = held(content=f'javascript:alert(1)" onerror="x" {HOSTILE}')
