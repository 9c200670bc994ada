"""Calendars and events in the form of the standard (ICS).

Source: RFC 5545 and RFC 7986; decision 0011.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Final

from icalendar import Calendar, Event, Timezone

from generator.audience import View
from generator.present.calendar_entry import Entry
from generator.present.marks import marked
from generator.present.permanent import permanent_id

REFRESHED_EVERY: Final = timedelta(days=1)
_ONE_DAY: Final = timedelta(days=1)
_ZONE: Final = "Asia/Ho_Chi_Minh"
_END: Final = b"END:VCALENDAR\r\n"


def calendar(path: str, title: str, events: Iterable[bytes], view: View, base: str) -> bytes:
    """Return the calendar at `path` with these events, which `event` wrote."""
    head: bytes = _head(path, title, view, base).to_ical()
    return head.removesuffix(_END) + b"".join(events) + _END


def event(entry: Entry, view: View, base: str) -> bytes:
    """Return the event as it stands in every calendar that holds it."""
    written: bytes = _event(entry, view, base).to_ical()
    return written


def _head(path: str, title: str, view: View, base: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//congtac//di cong tac co so//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("uid", str(permanent_id("calendar", path)))
    name = marked(title, view)
    # The old property is the one that phones show, the new one that of the standard.
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESHED_EVERY, parameters={"value": "DURATION"})
    if base:
        calendar.add("source", base + path, parameters={"value": "URI"})
    # A calendar must hold something, and days need no zone: this one tells nothing new.
    calendar.add_component(_zone())
    return calendar


@cache
def _zone() -> Timezone:
    return Timezone.from_tzid(_ZONE, first_date=date(2010, 1, 1))


def _event(entry: Entry, view: View, base: str) -> Event:
    event = Event()
    event.add("uid", str(permanent_id(*entry.key)))
    event.add("dtstamp", datetime.combine(entry.stamp, time(), UTC))
    event.add("dtstart", entry.first)
    event.add("dtend", entry.last + _ONE_DAY)
    event.add("summary", entry.title)
    event.add("description", entry.text)
    if entry.place:
        event.add("location", entry.place)
    event.add("categories", [entry.kind])
    event.add("status", entry.state)
    event.add("transp", "TRANSPARENT")
    if view.internal:
        event.add("class", "CONFIDENTIAL")
    if base:
        event.add("url", base + entry.address)
    return event
