"""What the frames of pages have in common is looked at once; what differs, on each page."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator.build import gate
from generator.build.gate import objections
from generator.build.links import links_of_line


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


@pytest.mark.parametrize("at_once", [1, 7, 40, 1_000_000])
def test_every_line_of_a_large_page_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    lines = ["<html>", "", *(f"<p>Dòng {number} về ấp</p>" for number in range(30)), "</html>"]
    seen: list[str] = []
    with monkeypatch.context() as patched:
        patched.setattr(gate, "_AT_ONCE", at_once)
        patched.setattr(gate, "links_of_line", partial(_heard, seen, links_of_line))
        folder = site(tmp_path, a_1="\n".join(lines))
        assert list(objections(folder, None)) == []
        assert {*lines} <= {*seen}
        for place in (0, 15, len(lines)):
            dead = [*lines[:place], '<a href="khong-co.html">x</a>', *lines[place:]]
            (folder / "a/1/index.html").write_text("\n".join(dead), encoding="utf-8")
            told = "a/1/index.html: liên kết khong-co.html không dẫn đến đâu."
            assert list(objections(folder, None)) == [told]


def _heard(seen: list[str], real: Callable[..., object], line: str, base: str) -> object:
    seen.append(line)
    return real(line, base)
