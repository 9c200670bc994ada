"""What stands in calendars, before anyone writes it in their form."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Entry:
    """One event before it is written: what it concerns, and the days, inclusive.

    `stamp` is the day from which the record is known to say so.
    """

    key: tuple[str, str]
    first: date
    last: date
    stamp: date
    title: str
    text: str
    place: str
    kind: str
    address: str
    state: str
    members: tuple[str, ...]
    units: tuple[str, ...]
