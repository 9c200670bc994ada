"""Each element of an article's body as the block that WordPress' editor writes for it."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.present.block_markup import (
    PICTURE_MARK,
    block,
    blocks,
    paragraph,
    picture_mark,
)

COMMENT = re.compile(r"<!-- (/?)wp:([a-z-]+)(?: (\{[^<>]*\}))? -->")


def made(html: str) -> str:
    return "\n\n".join(blocks(html))


def balanced(content: str) -> bool:
    """Whether every comment of a block is closed in order, and no other comment is there."""
    standing: list[str] = []
    for closing, name, _ in COMMENT.findall(content):
        if not closing:
            standing.append(name)
        elif not standing or standing.pop() != name:
            return False
    return not standing and "<!--" not in COMMENT.sub("", content)


def test_a_block_has_its_comments_on_lines_of_their_own() -> None:
    assert block("list", "<ul></ul>") == "<!-- wp:list -->\n<ul></ul>\n<!-- /wp:list -->"
    assert block("heading", "<h3>a</h3>", '{"level":3}') == (
        '<!-- wp:heading {"level":3} -->\n<h3>a</h3>\n<!-- /wp:heading -->'
    )
    assert paragraph("a") == "<!-- wp:paragraph -->\n<p>a</p>\n<!-- /wp:paragraph -->"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a\nb</p>", "<p>a b</p>"),
        ("<p>a<br>\nb</p>", "<p>a<br>b</p>"),
        (
            "<p><strong>Đoàn</strong>\n<em>Hội</em></p>",
            "<p><strong>Đoàn</strong> <em>Hội</em></p>",
        ),
        ("<p> a &amp; &#39;b&#39; </p>", "<p>a &amp; &#39;b&#39;</p>"),
        ('<p><a rel="noopener">chữ</a> <a>b</a></p>', "<p>chữ b</p>"),
        ('<p><a href="https://x.vn/">x</a></p>', '<p><a href="https://x.vn/">x</a></p>'),
    ],
)
def test_a_paragraph_is_one_line(html: str, expected: str) -> None:
    assert made(html) == f"<!-- wp:paragraph -->\n{expected}\n<!-- /wp:paragraph -->"


@pytest.mark.parametrize(
    ("level", "settings"), [(2, ""), (3, ' {"level":3}'), (4, ' {"level":4}'), (6, ' {"level":6}')]
)
def test_a_heading_tells_its_level_unless_it_is_the_second(level: int, settings: str) -> None:
    assert made(f"<h{level}>a <em>b</em></h{level}>") == (
        f"<!-- wp:heading{settings} -->\n"
        f'<h{level} class="wp-block-heading">a <em>b</em></h{level}>\n<!-- /wp:heading -->'
    )


def test_a_list_holds_items_that_hold_lists() -> None:
    html = "<ul>\n<li>một</li>\n<li>hai\n<ol>\n<li>ba</li>\n</ol>\n</li>\n</ul>"
    assert made(html) == (
        "<!-- wp:list -->\n"
        "<ul><!-- wp:list-item -->\n"
        "<li>một</li>\n"
        "<!-- /wp:list-item -->\n"
        "\n"
        "<!-- wp:list-item -->\n"
        '<li>hai<!-- wp:list {"ordered":true} -->\n'
        "<ol><!-- wp:list-item -->\n"
        "<li>ba</li>\n"
        "<!-- /wp:list-item --></ol>\n"
        "<!-- /wp:list --></li>\n"
        "<!-- /wp:list-item --></ul>\n"
        "<!-- /wp:list -->"
    )


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("<li>\n<p>một</p>\n</li>", "<li>một</li>"),
        ("<li>\n<p>một</p>\n<p>hai</p>\n</li>", "<li>một<br>hai</li>"),
        ("<li><strong>a</strong>\n<em>b</em></li>", "<li><strong>a</strong> <em>b</em></li>"),
        ("<li></li>", "<li></li>"),
    ],
)
def test_an_item_holds_words_and_no_paragraphs(item: str, expected: str) -> None:
    assert made(f"<ul>\n{item}\n</ul>") == (
        f"<!-- wp:list -->\n<ul><!-- wp:list-item -->\n{expected}\n<!-- /wp:list-item --></ul>\n"
        "<!-- /wp:list -->"
    )


@pytest.mark.parametrize(
    "item",
    [
        "<pre><code>a\n b\n</code></pre>",
        "<blockquote>\n<p>a</p>\n</blockquote>",
        "<h3>a</h3>",
        "<hr>",
        '<div class="ct-table"><table></table></div>',
        "a<ul>\n<li>b</li>\n</ul>\n<p>c</p>",
        "a<ul>\n<li>b</li>\n</ul>\n<ol>\n<li>c</li>\n</ol>",
    ],
)
def test_a_list_with_more_than_words_and_lists_is_left_as_html(item: str) -> None:
    html = f"<ul>\n<li>{item}</li>\n</ul>"
    assert made(html) == f"<!-- wp:html -->\n{html}\n<!-- /wp:html -->"


def test_a_quote_holds_blocks() -> None:
    assert made("<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>") == (
        "<!-- wp:quote -->\n"
        '<blockquote class="wp-block-quote"><!-- wp:paragraph -->\n'
        "<p>a</p>\n"
        "<!-- /wp:paragraph -->\n"
        "\n"
        "<!-- wp:paragraph -->\n"
        "<p>b</p>\n"
        "<!-- /wp:paragraph --></blockquote>\n"
        "<!-- /wp:quote -->"
    )


def test_code_keeps_its_lines() -> None:
    assert made("<pre><code>a &lt;b&gt;\n  c\n\n</code></pre>") == (
        '<!-- wp:code -->\n<pre class="wp-block-code"><code>a &lt;b&gt;\n  c</code></pre>\n'
        "<!-- /wp:code -->"
    )


def test_a_line_across_is_a_separator() -> None:
    assert (
        made("<hr>\n<p>a</p>\n<hr>").split("\n\n")[::2]
        == [
            (
                "<!-- wp:separator -->\n"
                '<hr class="wp-block-separator has-alpha-channel-opacity"/>\n'
                "<!-- /wp:separator -->"
            )
        ]
        * 2
    )


def test_a_table_loses_our_frame_and_keeps_what_stands_to_the_right() -> None:
    html = (
        '<div class="ct-table" role="region">\n<table class="ct-table__table">\n<thead>\n<tr>\n'
        '<th scope="col">T</th>\n<th class="num" scope="col">N</th>\n</tr>\n</thead>\n<tbody>\n'
        '<tr>\n<td><em>a</em></td>\n<td class="num">1</td>\n</tr>\n</tbody>\n</table>\n</div>'
    )
    right = ' class="has-text-align-right" data-align="right"'
    assert made(html) == (
        "<!-- wp:table -->\n"
        '<figure class="wp-block-table"><table><thead><tr><th>T</th>'
        f"<th{right}>N</th></tr></thead><tbody><tr><td><em>a</em></td><td{right}>1</td></tr></tbody>"
        "</table></figure>\n"
        "<!-- /wp:table -->"
    )


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("Họp (Ảnh: A)", '<figcaption class="wp-element-caption">Họp (Ảnh: A)</figcaption>'),
        ("", ""),
    ],
)
def test_a_picture_has_marks_for_what_only_the_website_knows(told: str, shown: str) -> None:
    html = (
        '<figure>\n<img alt="Họp &quot;tối&quot;" height="8" loading="lazy" '
        f'src="congtac-anh/2019/hop.jpg" width="9">\n<figcaption>{told}</figcaption>\n</figure>'
    )
    number, address = (picture_mark(each, "2019/hop.jpg") for each in ("number", "address"))
    assert made(html) == (
        f'<!-- wp:image {{"id":{number},"sizeSlug":"large","linkDestination":"none"}} -->\n'
        f'<figure class="wp-block-image size-large"><img src="{address}" '
        f'alt="Họp &quot;tối&quot;" class="wp-image-{number}"/>{shown}</figure>\n'
        "<!-- /wp:image -->"
    )
    assert [found.groups() for found in PICTURE_MARK.finditer(made(html))] == [
        ("number", "2019/hop.jpg"),
        ("address", "2019/hop.jpg"),
        ("number", "2019/hop.jpg"),
    ]


@pytest.mark.parametrize(
    "html", ["<figure></figure>", "<section>a</section>", '<img src="x" alt="">']
)
def test_what_is_none_of_these_is_left_as_html(html: str) -> None:
    assert made(html) == f"<!-- wp:html -->\n{html}\n<!-- /wp:html -->"


def test_nothing_is_no_block() -> None:
    assert made(" \n ") == ""


# --- what WordPress would act on ---


def test_a_bracket_begins_no_shortcode() -> None:
    expected = '&#91;gallery ids="1"] &#91;&#91;a]] &#91;/b]'
    assert f"<p>{expected}</p>" in made('<p>[gallery ids="1"] [[a]] [/b]</p>')
    assert f"<li>{expected}</li>" in made('<ul><li>[gallery ids="1"] [[a]] [/b]</li></ul>')
    assert 'alt="&#91;a]"' in made(
        '<figure><img alt="[a]" src="congtac-anh/x.jpg"><figcaption></figcaption></figure>'
    )


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>https://x.vn/?a=1&amp;b</p>", "<p>https:&#47;&#47;x.vn/?a=1&amp;b</p>"),
        ("<p>HTTP://x.vn </p>", "<p>HTTP:&#47;&#47;x.vn</p>"),
        ("<p>xem https://x.vn</p>", "<p>xem https://x.vn</p>"),
        ("<p>https://x.vn và</p>", "<p>https://x.vn và</p>"),
        (
            "<pre><code>a\n https://x.vn \nhttps://y.vn\nb https://z.vn\n</code></pre>",
            "a\n https:&#47;&#47;x.vn \nhttps:&#47;&#47;y.vn\nb https://z.vn</code>",
        ),
        (
            "<blockquote><p>https://x.vn</p></blockquote>",
            "<p>https:&#47;&#47;x.vn</p>",
        ),
        (
            '<p><a href="https://x.vn">https://x.vn</a></p>',
            '<p><a href="https://x.vn">https://x.vn</a></p>',
        ),
    ],
)
def test_an_address_alone_is_not_replaced_by_what_is_found_there(html: str, expected: str) -> None:
    assert expected in made(html)


WORDS = st.text(alphabet="ab [\n&lt;-!:/", max_size=12).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
)
INLINE = st.recursive(
    WORDS,
    lambda inner: st.tuples(st.sampled_from(["strong", "em", "code"]), inner, WORDS).map(
        lambda parts: "<{0}>{1}</{0}>{2}".format(*parts)
    ),
    max_leaves=4,
)
ELEMENTS = st.recursive(
    st.tuples(st.sampled_from(["p", "h2", "h3"]), INLINE).map(
        lambda parts: "<{0}>{1}</{0}>".format(*parts)
    ),
    lambda inner: st.one_of(
        inner.map(lambda each: f"<blockquote>\n{each}\n</blockquote>"),
        st.tuples(
            st.sampled_from(["ul", "ol"]), st.lists(st.one_of(INLINE, inner), max_size=3)
        ).map(
            lambda parts: (
                f"<{parts[0]}>\n{''.join(f'<li>{each}</li>' for each in parts[1])}\n</{parts[0]}>"
            )
        ),
    ),
    max_leaves=8,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ELEMENTS, max_size=4).map("\n".join))
def test_no_word_is_lost_or_moved_and_every_block_is_closed(html: str) -> None:
    content = made(html)
    assert balanced(content)

    def letters(text: str) -> list[str]:
        plain = re.sub(r"<[^>]*>", "", text).replace("&#91;", "[").replace("&#47;", "/")
        return plain.split()

    assert "".join(letters(content)) == "".join(letters(html))
