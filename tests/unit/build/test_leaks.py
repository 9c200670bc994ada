"""How a text is known again, whatever writes it. What is leaked by whom: tests/site."""

import base64
import gzip
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from unicodedata import normalize
from urllib.parse import quote
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.audience import project
from generator.build import leaks as module
from generator.build.hidden import NOTHING, Hidden, hidden_from
from generator.build.leaks import leaks
from generator.build.phrases import PHRASE, phrases, words
from generator.build.unpacked import unpacked
from generator.compliance.results import assess
from generator.domain.records import Records
from tests.builders import member, records, visit
from tests.unit.present.views import article
from tests.unit.test_audience import AS_OF

NOTE = "Ấp 3: “đoàn viên” Tư phải đứng họp suốt buổi, ghế bị mượn từ năm ngoái"
PLAIN = b"ap 3 doan vien tu phai dung hop suot buoi ghe bi muon tu nam ngoai".split()


@pytest.mark.parametrize(
    "written",
    [
        NOTE,
        NOTE.upper(),
        normalize("NFD", NOTE),
        NOTE.replace("đ", "&#273;").replace(" ", "&nbsp;"),
        NOTE.replace("đ", "\\u0111").replace(": ", ":\\n"),
        quote(NOTE),
        " ".join(word.decode() for word in PLAIN),
    ],
)
def test_a_text_has_the_same_words_however_it_is_written(written: str) -> None:
    assert words(written) == PLAIN


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("a b c d e f g h i k l", 2),
        ("a b c d e f g h i k", 1),
        ("Đề nghị nhắc nhở riêng từng người trực", 1),
        ("Ủy ban nhân dân thị trấn Càng Long", 0),
        ("Tốt, cần phát huy", 0),
        ("Trần Thị Bích Tuyền", 0),
        ("0912 345 678", 1),
        ("tu@vi.du", 0),
        ("07-QĐ", 0),
    ],
)
def test_a_text_is_known_by_what_stands_nowhere_by_chance(text: str, known: int) -> None:
    assert len(list(phrases(words(text)))) == known


def test_what_is_packed_at_any_depth_is_read() -> None:
    inner, outer = BytesIO(), BytesIO()
    with ZipFile(inner, "w") as packed:
        packed.writestr("word/document.xml", "sâu")
    with ZipFile(outer, "w") as packed:
        packed.writestr("trong.docx", inner.getvalue())
        packed.writestr("nen.gz", gzip.compress(b"nen"))
    code = base64.b64encode(outer.getvalue())
    held = list(unpacked(b'<img src="data:x;base64,' + code + b'">'))
    assert held[1:] == [
        b"trong.docx", b"word/document.xml", "sâu".encode(), b"nen.gz", b"nen",
    ]  # fmt: skip


def test_a_link_that_only_looks_like_data_is_passed_over() -> None:
    content = b"x;base64,AAAAAAAAAAAAAAAAA"
    assert list(unpacked(content)) == [content]


def test_the_lines_of_a_calendar_are_put_together() -> None:
    assert list(unpacked(b"BEGIN:VCALENDAR\r\nSUMMARY:ab\r\n cd\r\n")) == [
        b"BEGIN:VCALENDAR\r\nSUMMARY:abcd\r\n"
    ]


def held(note: str = NOTE, **keys: str) -> Records:
    return records(member("an"), visit("2019-05-20", internal={"note": note}, **keys))


def hidden(whole: Records) -> Hidden:
    return hidden_from(whole, project(whole, assess(whole, AS_OF), "public"))


PLACE = "records/visits/2019/2019-05-20-ap-3.yml: internal.note"


def test_a_phrase_tells_where_in_the_records_it_stands() -> None:
    found = hidden(held()).phrases
    assert set(found.values()) == {PLACE}
    assert len(found) == len(PLAIN) - PHRASE + 1


def test_what_is_public_elsewhere_is_no_secret() -> None:
    assert hidden(held(content=NOTE)).phrases == {}
    assert hidden(held(guidance=f"Nhắc lại: {NOTE}!")).phrases == {}


def test_names_of_bodies_and_sentences_of_articles_are_no_secrets() -> None:
    body = "Ban Thường vụ Đoàn TNCS Hồ Chí Minh tỉnh Trà Vinh, khóa 2017"
    told = visit("2019-05-20", issues=[{"text": "Kín.", "referred_to": body}])
    whole = records(member("an"), told)
    drafted = article(body=NOTE, status="draft")
    assert hidden(whole).phrases == {}
    told_of = hidden(replace(whole, articles={drafted.id: drafted})).phrases
    assert list(told_of) == [tuple(drafted.id.replace("-", " ").encode().split())]
    ready = replace(held(), articles={drafted.id: article(body=NOTE)})
    assert hidden(ready).phrases == {}


def test_nothing_is_hidden_from_the_organisation() -> None:
    whole = held()
    inside = hidden_from(whole, project(whole, assess(whole, AS_OF), "internal"))
    assert (inside.phrases, inside.marks) == ({}, ())
    assert (NOTHING.phrases, NOTHING.marks) == ({}, ())


def test_an_excerpt_is_found_in_the_file_and_line_where_it_stands(tmp_path: Path) -> None:
    looked_for = hidden(held())
    (tmp_path / "a.html").write_text(f"<p>chung</p>\n<p>{NOTE[:60]}…</p>", encoding="utf-8")
    (tmp_path / "b.html").write_text("<p>chung</p>\n<p>Ấp 3</p>", encoding="utf-8")
    (tmp_path / "c.bin").write_bytes(b"\0" + NOTE.encode())
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/x.js").write_text(NOTE, encoding="utf-8")
    assert list(leaks(tmp_path, looked_for)) == [f"a.html: lộ phần không công khai, {PLACE}."]


@pytest.mark.parametrize("between", [" ", "\n", "&nbsp;", "%20"])
@pytest.mark.parametrize("at_once", [1, 7, 40, 41, 42, 43, 44, 45, 46, 47, 48, 300])
def test_a_large_file_is_read_in_parts_and_a_text_over_two_of_them_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int, between: str
) -> None:
    monkeypatch.setattr(module, "_AT_ONCE", at_once)
    text = between.join(["chung"] * 9 + NOTE.split() + ["chung"] * 9)
    (tmp_path / "a.html").write_text(text, encoding="utf-8")
    assert list(leaks(tmp_path, hidden(held()))) == [f"a.html: lộ phần không công khai, {PLACE}."]


@given(st.text(st.sampled_from("ab đ\n\u00a0&;#x1"), max_size=60), st.integers(1, 20))
def test_parts_are_the_whole_and_no_word_is_cut(text: str, at_once: int) -> None:
    content = text.encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_AT_ONCE", at_once)
        parts = list(module._parts(content))
    assert b"".join(parts) == content
    assert [word for part in parts for word in part.split()] == content.split()


def test_a_beginning_alone_is_no_leak(tmp_path: Path) -> None:
    text = " ".join(NOTE.split()[:9])
    (tmp_path / "a.html").write_text(text, encoding="utf-8")
    assert list(leaks(tmp_path, hidden(held()))) == []
