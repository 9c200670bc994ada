"""Drafts of everything in the sample records read as a newspaper prints them.

What is judged is the text of the built page, so what Markdown makes of a draft is judged too.
"""

import re
from html import unescape
from typing import Final

import pytest

from generator.domain.article import images, placeholders
from generator.present.article_body import article_body
from generator.present.placeholders import filled
from generator.present.subject import NewsSubject
from tests.samples.drafted import CHOSEN, GOLDEN, drafted, golden, samples, subjects

ALL: Final = tuple(subjects())
REDUPLICATED: Final = re.compile(r"chung chung|ngày ngày|đêm đêm|xanh xanh")
"""Words that Vietnamese says twice."""

_DOUBLED: Final = re.compile(r"(?i)(?<!\w)(\w+(?: \w+)?),? \1(?!\w)")
_UGLY: Final = re.compile(
    r"  |, ,|,,|\.\.|\( ?\)|“ ?”| [,.;:!?)]|[,;:]\.|\(\s|chưa có dữ liệu|\{\{|\}\}"
)
_STOP: Final = re.compile(r"(?<=[.!?…])[”)]*\s+")


def paragraphs(subject: NewsSubject) -> list[str]:
    """Return the lead and the paragraphs of the page, as a reader sees them."""
    written, view = drafted(subject), samples()
    html = article_body(written.body, view, "tin-tuc/2020/bai/").html
    told = re.findall(r"<p>(.*?)</p>", html, re.DOTALL)
    return [filled(written.front["lead"], view), *(unescape(re.sub("<.*?>", "", p)) for p in told)]


def test_there_is_news_of_everything() -> None:
    assert len(ALL) > 560


@pytest.mark.parametrize("subject", ALL, ids=str)
def test_each_draft_reads_well(subject: NewsSubject) -> None:
    written = drafted(subject)
    title = filled(written.front["title"], samples())
    told = paragraphs(subject)
    assert len(told) >= 2
    for text in (title, *told):
        assert not _UGLY.search(text), text
        assert not _DOUBLED.search(REDUPLICATED.sub("", text)), text
    assert title[0].isupper()
    assert title[-1] not in ".,:;"
    for sentence in (each for text in told for each in _STOP.split(text)):
        assert sentence.lstrip("“(")[0].isupper(), sentence
        assert sentence.rstrip("”)")[-1] in ".!?…", sentence
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("subject", ALL, ids=str)
def test_pictures_are_public_and_figures_are_placeholders_that_have_values(
    subject: NewsSubject,
) -> None:
    written = drafted(subject)
    shown = [each.file for each in images(written.body)]
    cover = [written.front["cover"]] if "cover" in written.front else []
    assert {*shown, *cover} <= set(samples().records.pictures)
    assert not set(shown) & set(cover)
    text = "\n".join((written.front["title"], written.front["lead"], written.body))
    assert all(each.call for each in placeholders(text))
    assert any(each.call for each in placeholders(text))


def test_twenty_drafts_are_kept_to_be_read() -> None:
    """After a change that is meant: `.venv/bin/python -m tests.samples.drafted`, and read them."""
    assert len(CHOSEN) == 20
    assert sorted(each.stem for each in GOLDEN.iterdir()) == sorted(CHOSEN)
    for name, subject in CHOSEN.items():
        assert golden(subject) == (GOLDEN / f"{name}.md").read_text(encoding="utf-8"), name


def test_the_chosen_are_of_every_kind_and_of_one_two_and_many_people() -> None:
    visits = [
        samples().records.visits[each.visit] for each in CHOSEN.values() if hasattr(each, "visit")
    ]
    assert {visit.kind for visit in visits} == set(samples().records.kinds)
    assert {min(len(visit.members), 4) for visit in visits} == {1, 2, 3, 4}
