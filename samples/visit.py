"""A visit in the making, and its record."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from samples.record import Record, present


@dataclass(kw_only=True)
class Photo:
    """A picture of a visit: what it shows, and whether it may be published."""

    file: str
    caption: str
    scene: str
    alt: str = ""
    credit: str = ""
    consent: bool = True

    def record(self) -> Record:
        """The photo's keys; the scene only tells the painter what to draw."""
        return present(
            {
                "file": self.file,
                "caption": self.caption,
                "alt": self.alt,
                "credit": self.credit,
                "consent": self.consent,
            }
        )


@dataclass(kw_only=True)
class Visit:
    """A stay at the grassroots, filled in step by step."""

    id: str = ""
    start: date
    end: date
    unit: str
    kind: str
    members: list[str]
    session: str = "full_day"
    other_units: list[str] = field(default_factory=list)
    venue: str = ""
    level: str = ""
    programme: str = ""
    topics: list[str] = field(default_factory=list)
    attendance: dict[str, list[date]] = field(default_factory=dict)
    content: str = ""
    guidance: str = ""
    results: str = ""
    turnout: tuple[int, int] | None = None
    issues: list[Record] = field(default_factory=list)
    recorded_on: date | None = None
    report: Record | None = None
    assignment: Record | None = None
    plan_item: str = ""
    photos: list[Photo] = field(default_factory=list)
    internal: Record | None = None
    former_ids: list[str] = field(default_factory=list)
    withdrawn: date | None = None
    written: bool = False

    @property
    def dates(self) -> list[date]:
        """Every calendar day of the visit."""
        return [self.start + timedelta(n) for n in range((self.end - self.start).days + 1)]

    def dates_of(self, member: str) -> list[date]:
        """The days on which the member was there."""
        return self.attendance.get(member, self.dates)

    def record(self) -> Record:
        """The keys in the order of the contract; defaults are not written out."""
        turnout = {}
        if self.turnout:
            turnout = {"members": self.turnout[0], "youth": self.turnout[1] or None}
        return present(
            {
                "date": self.start,
                "end_date": self.end if self.end > self.start else None,
                "session": self.session if self.session != "full_day" else None,
                "unit": self.unit,
                "other_units": self.other_units,
                "venue": self.venue,
                "level": self.level,
                "kind": self.kind,
                "programme": self.programme,
                "topics": self.topics,
                "members": self.members,
                "attendance": [
                    {"member": member, "dates": days} for member, days in self.attendance.items()
                ],
                "content": self.content,
                "guidance": self.guidance,
                "results": self.results,
                "turnout": present(turnout),
                "issues": self.issues,
                "recorded_on": self.recorded_on,
                "report": self.report,
                "assignment": self.assignment,
                "plan_item": self.plan_item,
                "photos": [photo.record() for photo in self.photos],
                "internal": self.internal,
                "former_ids": self.former_ids,
                "withdrawn": self.withdrawn,
            }
        )
