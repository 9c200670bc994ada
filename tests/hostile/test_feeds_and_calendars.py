"""Row 27: feeds and calendars give every text back to those who read them, and nothing else.

Source: research/reliability.md, section 4; RFC 5545, section 3.3.11; RSS 2.0, *title*.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from html import unescape
from typing import Any, Final
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from generator.audience import View
from generator.present.articles import article_pages
from generator.present.calendars import calendar_files
from generator.present.feeds import ENTRIES, feed_files
from generator.present.summary_file import summary_files
from tests.builders import member, policy, visit
from tests.hostile.alone import day, held, on_a_line, seen_by
from tests.hostile.texts import EVALUATED, TEXTS
from tests.unit.present.views import UNITS, article, view

Record = Callable[[str, object], None]
BASE: Final = "https://doan.test/"
RSS, ATOM = "tin-tuc/feed.xml", "tin-tuc/atom.xml"
PIECES: Final = (
    *("<b>", "</title>", "]]>", "<![CDATA[", "&amp;", "&", "'", '"', "<!--", "-->", "{{ 1 }}"),
    *("\r\n", "\n", "\r", "END:VEVENT", "\\n", "\\", ",", ";", ":", "DTSTART:20190101", "\t", " "),
    *("---", "- ", "# ", "!!python", "*a", "&a", "|", ">", "=1", "ữ", "👩", "x" * 90),
)
hostile: Final = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join)


@cache
def feeds(path: str) -> list[tuple[int, bytes]]:
    """Return the feeds of all articles, the latest twenty of each stretch, with its first number."""
    whole = seen_by("public")
    articles = list(whole.records.articles.items())
    found = []
    for first in range(0, len(articles), ENTRIES):
        part = dict(articles[first : first + ENTRIES])
        some = replace(whole, records=replace(whole.records, articles=part))
        files = {each.path: each.content for each in feed_files(some, BASE)}
        found.append((first, files[path]))
    return found


def entries(path: str) -> Iterator[tuple[int, Any]]:
    """Yield what feedparser makes of each entry, with the number of the article."""
    for first, content in feeds(path):
        parsed = feedparser.parse(content, response_headers={"content-type": "application/xml"})
        assert not parsed.bozo, parsed.get("bozo_exception")
        assert len(parsed.entries) == ENTRIES
        yield from enumerate(reversed(parsed.entries), start=first)


def told(entry: Any) -> tuple[str, str, str, list[str]]:
    """Return title, lead, author and categories of an entry as text."""
    lead = entry.summary
    if entry.summary_detail.type == "text/html":
        lead = unescape(lead)
    tags = [on_a_line(tag.term) for tag in entry.tags]
    return on_a_line(entry.title), on_a_line(lead), on_a_line(entry.author), tags


def expected(number: int) -> tuple[str, str, str, list[str]]:
    """Return what the article with this number says of itself."""
    by, of, photos = (
        held(number, f"articles.{key}") for key in ("author", "department", "photo_credit")
    )
    line = f"Tin: {by} ({of}) – Ảnh: {photos}" if photos != by else f"Tin, ảnh: {by} ({of})"
    return (
        on_a_line(held(number, "articles.title")),
        on_a_line(held(number, "articles.lead")),
        on_a_line(line),
        [on_a_line(held(number, "articles.category"))],
    )


def test_row_27_atom_gives_every_text_back(record_property: Record) -> None:
    found = {number: told(entry) for number, entry in entries(ATOM)}
    assert found == {number: expected(number) for number in range(len(TEXTS))}
    record_property("figure", f"Atom: {len(found)} entries, all texts equal")


def test_row_27_rss_gives_every_text_back(record_property: Record) -> None:
    titles: dict[int, str] = {}
    for first, content in feeds(RSS):
        items = ET.fromstring(content).findall("channel/item")  # noqa: S314  (our own)
        titles |= enumerate(
            (on_a_line(each.findtext("title") or "") for each in reversed(items)), first
        )
    assert titles == {number: expected(number)[0] for number in range(len(TEXTS))}
    guessed = 0
    for number, entry in entries(RSS):
        # A title is plain text, but feedparser guesses; then it cleans what it takes for HTML.
        if entry.title_detail.type == "text/html":
            guessed += 1
            assert not re.search(r"<[^>]*hostile", re.sub(r'"[^"]*"', "", entry.title))
            assert told(entry)[1:] == expected(number)[1:]
        else:
            assert told(entry) == expected(number)
    record_property(
        "figure",
        f"RSS: {len(titles)} entries, all texts equal; {guessed} titles guessed to be HTML and cleaned",
    )


def events_of(calendar: bytes) -> list[Any]:
    """Return the events of a calendar as icalendar reads them."""
    return list(Calendar.from_ical(calendar).walk("VEVENT"))


def test_row_27_calendars_give_every_text_back(record_property: Record) -> None:
    shown = seen_by("internal")
    files = list(calendar_files(shown, BASE))
    events = {each.path: events_of(each.content) for each in files}
    (everyone,) = [path for path in events if path.endswith("tat-ca.ics")]
    assert len(events[everyone]) == len(TEXTS) * 4
    for each in files:
        lines = each.content.split(b"\r\n")
        assert lines.count(b"BEGIN:VEVENT") == len(events[each.path])
        assert all(len(line) <= 75 for line in lines)
        assert b"\r" not in each.content.replace(b"\r\n", b"")
        assert EVALUATED.encode() not in each.content
    visits = [each for each in events[everyone] if str(each["status"]) == "CONFIRMED"]
    for number, event in enumerate(sorted(visits, key=lambda each: each["dtstart"].dt)):
        assert event["dtstart"].dt == day(number)
        place = on_a_line(held(number, "visits.venue"))
        assert on_a_line(event["location"]).startswith(place[:1].upper() + place[1:]), number
        words = on_a_line(event["description"])
        assert on_a_line(held(number, "visits.content"))[:90] in words
        assert on_a_line(held(number, "members.name")) in words
        assert set(event.keys()) == {
            *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION"),
            *("CATEGORIES", "STATUS", "TRANSP", "CLASS", "URL"),
        }
    record_property(
        "figure",
        f"{len(files)} calendars, {sum(map(len, events.values()))} events, no event or property more",
    )


def test_row_27_json_gives_every_text_back(record_property: Record) -> None:
    (summary, *_) = [
        json.loads(each.content)
        for each in summary_files(seen_by("public"))
        if each.path.endswith("summary.json")
    ]
    names = {each["id"]: each["name"] for year in summary["years"] for each in year["members"]}
    assert names == {
        f"uy-vien-{number:03}": held(number, "members.name") for number in range(len(TEXTS))
    }
    record_property("figure", f"summary.json: {len(names)} names equal")


def test_row_27_linked_data_give_every_text_back(record_property: Record) -> None:
    pages = {page.address: page for page in article_pages(seen_by("public"), BASE)}
    for number in range(len(TEXTS)):
        data = pages[f"tin-tuc/2019/{day(number)}-bai/"].meta["linked_data"]
        assert data["headline"] == held(number, "articles.title")
        assert data["description"] == held(number, "articles.lead")
        assert data["author"]["name"] == held(number, "articles.author")
        assert data["keywords"] == [held(number, "articles.tags[]")]
    record_property("figure", f"JSON-LD: {len(TEXTS)} articles, all texts equal")


def small(text: str) -> View:
    """Return the view of a visit and an article that hold the text."""
    return view(
        *(member("an", name=f"An {text}".replace("\n", " ").replace("\r", " ")), policy(), *UNITS),
        visit("2019-12-05", content=f"x {text}"),
        articles=[article(title="Tin", lead=f"x {text}")],
    )


@settings(max_examples=150, deadline=None)
@given(hostile)
def test_row_27_whatever_is_put_together_is_read_back(text: str) -> None:
    shown = small(text.replace("{{", "{ {"))
    wanted = on_a_line(f"x {text}".replace("{{", "{ {"))
    for each in feed_files(shown, BASE):
        parsed = feedparser.parse(each.content)
        assert not parsed.bozo
        (entry,) = parsed.entries
        assert told(entry)[1] == wanted
    for each in calendar_files(shown, BASE):
        lines = each.content.split(b"\r\n")
        assert len(Calendar.from_ical(each.content).walk("VEVENT")) == lines.count(b"BEGIN:VEVENT")
    calendar = next(
        each for each in calendar_files(shown, BASE) if each.path.endswith("tat-ca.ics")
    )
    (event,) = events_of(calendar.content)
    if len(wanted) < 100:
        assert on_a_line(event["description"]).endswith(wanted)


@pytest.mark.parametrize("path", [RSS, ATOM])
def test_row_27_no_feed_reckons(path: str) -> None:
    assert not any(EVALUATED.encode() in content for _, content in feeds(path))
