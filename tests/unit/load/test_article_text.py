"""An article: places count from the start of the file, whatever ends its lines."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load.article_text import ArticleText, read_article
from generator.load.limits import RECORD_LIMITS, too_large
from generator.load.strict_yaml import Document

TEXT = "---\ntitle: Tin\nlead: |\n  Một.\n  Hai.\n---\n\nThân {{ x }} bài.\n\n---\nHết.\n"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_front_matter_and_body(line_end: str) -> None:
    article = read_article(TEXT.replace("\n", line_end).encode())
    assert article == ArticleText(
        Document(
            {"title": "Tin", "lead": "Một.\nHai.\n"}, (), {("title",): (2, 1), ("lead",): (3, 1)}
        ),
        "\nThân {{ x }} bài.\n\n---\nHết.\n",
        7,
    )


def test_the_body_may_be_missing() -> None:
    assert read_article(b"---\na: b\n---").body == ""
    assert read_article(b"---  \na: b\n---\t\nc").body == "c"


def test_the_body_is_composed() -> None:
    loose = unicodedata.normalize("NFD", "---\na: b\n---\nẤp 3\n")
    article = read_article(loose.encode())
    assert article.body == "Ấp 3\n"
    assert [(f.code, f.line, f.column) for f in article.front.faults] == [("T003", 4, 1)]


FAULTS = [
    (b"", [("Y017", 1, 1)]),
    (b"title: a\n", [("Y017", 1, 1)]),
    (b"\n---\na: b\n---\n", [("Y017", 1, 1)]),
    (b"---\na: b\n", [("Y017", 1, 1)]),
    (b"--- # a\na: b\n---\n", [("Y017", 1, 1)]),
    (b"---\n---\n", [("Y014", 2, 1)]),
    (b"---\r\na: b\r\na: c\r\n---\r\n", [("Y011", 3, 1)]),
    (b"---\na: *b\n---\n", [("Y008", 2, 4)]),
    (b"---\na: b\n# c\n---\n", [("T001", 3, 1)]),
    (b"---\na: b\n---\n# Heading\n", []),
    ("---\na: b\n---\n\nx\u200by\n".encode(), [("Y004", 5, 2)]),
    ("---\na: ho¹t ®oµn\n---\n".encode(), [("T002", 2, 4)]),
    ("---\na: b\n---\nho¹t ®oµn\n".encode(), [("T002", 4, 1)]),
    (b"\xef\xbb\xbf---\na: b\n---\n", [("Y002", 1, 1)]),
    (b"---\na: b\n---\n\xff\n", [("Y003", 4, 1)]),
]


@pytest.mark.parametrize(("data", "faults"), FAULTS)
def test_faults_stand_where_they_are_in_the_file(
    data: bytes, faults: list[tuple[str, int, int]]
) -> None:
    front = read_article(data).front
    assert [(fault.code, fault.line, fault.column) for fault in front.faults] == faults
    assert (front.tree is None) == any(code.startswith("Y") for code, _, _ in faults)


def test_an_article_has_the_size_of_a_record() -> None:
    fits = b"---\na: b\n---\n".ljust(RECORD_LIMITS.size, b"x")
    assert read_article(fits).front.faults == ()
    assert read_article(fits + b"x").front.faults == (
        too_large(RECORD_LIMITS.size + 1, RECORD_LIMITS),
    )


@given(st.text("-\n\r ab:#", max_size=40))
@settings(deadline=None)
def test_any_text_is_an_article_or_has_faults(text: str) -> None:
    article = read_article(text.encode())
    assert article.front.tree is not None or article.front.faults
    assert article.body_line >= 1
