"""What the frames of pages have in common is looked at once; what differs, on each page."""

from pathlib import Path

import pytest

from generator.build.gate import objections


def site(folder: Path, **pages: str) -> Path:
    """Write pages that are all well, `a` and `b` beside each other, and those that are given."""
    for name in ("index", "a/1/index", "a/2/index", "b/1/index"):
        path = folder / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('<a href="#x">x</a>\n<p id="x">x</p>\n', encoding="utf-8")
    for name, text in pages.items():
        (folder / f"{name.replace('_', '/')}/index.html").write_text(text, encoding="utf-8")
    return folder


FRAME = '<nav>\n<a href="../../index.html">up</a>\n<img src="../1/index.html">\n</nav>\n'


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ({}, []),
        ({"a_1": FRAME, "a_2": FRAME, "b_1": FRAME}, []),
        # The same line leads elsewhere from another folder.
        (
            {"a_1": '<a href="../2/">x</a>', "b_1": '<a href="../2/">x</a>'},
            ["b/1/index.html: liên kết ../2/ không dẫn đến đâu."],
        ),
        # A link that does not go up leads elsewhere from each page.
        (
            {"a_1": '<a href="#x">x</a><b id="x">', "a_2": '<a href="#x">x</a>'},
            ["a/2/index.html: liên kết #x dẫn đến một mục không có."],
        ),
        (
            {"a_1": '<a href="index.html">x</a>', "a_2": '<a href="no.html">x</a>'},
            ["a/2/index.html: liên kết no.html không dẫn đến đâu."],
        ),
        # A dead link in a frame is told of every page.
        (
            {"a_1": '<a href="../3/">x</a>', "a_2": '<a href="../3/">x</a>'},
            [
                "a/1/index.html: liên kết ../3/ không dẫn đến đâu.",
                "a/2/index.html: liên kết ../3/ không dẫn đến đâu.",
            ],
        ),
        # Tags over several lines, and lines that only seem to be part of one.
        (
            {"a_1": '<a\nhref="../3/">x</a>', "a_2": '<a\nhref="../1/">x</a>'},
            ["a/1/index.html: liên kết ../3/ không dẫn đến đâu."],
        ),
        ({"a_1": 'href="../3/">x', "a_2": 'href="../3/">x'}, []),
        (
            {"a_1": 'href="../3/">x', "a_2": '<a\nhref="../3/">x'},
            ["a/2/index.html: liên kết ../3/ không dẫn đến đâu."],
        ),
        (
            {"a_1": '<a title="<b\n<i" href="../3/">x</a>'},
            ["a/1/index.html: liên kết ../3/ không dẫn đến đâu."],
        ),
        # Anchors of other pages, by any spelling of the attribute.
        (
            {"a_1": "<b id=y><b name='z'>", "a_2": '<a href="../1/#y"><a href="../1/#z">'},
            [],
        ),
        (
            {"a_2": '<a href="../1/#y">x</a>'},
            ["a/2/index.html: liên kết ../1/#y dẫn đến một mục không có."],
        ),
        (
            {"a_1": '<meta http-equiv="refresh" content="0; url=../3/">'},
            ["a/1/index.html: liên kết ../3/ không dẫn đến đâu."],
        ),
    ],
)
def test_links_of_pages_beside_each_other(
    tmp_path: Path, pages: dict[str, str], told: list[str]
) -> None:
    assert list(objections(site(tmp_path, **pages), None)) == told
