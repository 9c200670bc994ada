"""Visits that arrive at a door, judged as if they stood in the records: same reader, same rules.

Source: issue *Submission* ("the same checks" at every door); design, section 1 (findings).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.domain.finding import Fault, Finding
from generator.domain.media import Picture
from generator.domain.records import Records
from generator.domain.visit import Visit
from generator.load.limits import RECORD_LIMITS, too_large
from generator.load.places import Places
from generator.load.shape import shape
from generator.load.strict_yaml import read
from generator.rules import check
from generator.submit.canonical import canonical
from generator.submit.completion import visit_path


@dataclass(frozen=True)
class Arrival:
    """A visit at a door: its id, the tree of its record, and its pictures by name in the media.

    `folder` is the name of the records' folder, with which every path in a message begins.
    """

    id: str
    tree: Mapping[str, Any]
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    folder: str = "records"

    @property
    def inside(self) -> str:
        """The path of the record inside the records."""
        return visit_path(self.id)

    @property
    def path(self) -> str:
        """The path of the record as messages name it."""
        return f"{self.folder}/{self.inside}"

    @property
    def text(self) -> str:
        """The record in canonical form."""
        return canonical(self.tree, Visit)


@dataclass(frozen=True, slots=True)
class Judged:
    """What is wrong with one arrival; `visit` is None if it has no shape at all."""

    arrival: Arrival
    visit: Visit | None
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing but warnings was found."""
        return all(finding.severity != "error" for finding in self.findings)


def judge(records: Records, arrivals: Sequence[Arrival]) -> tuple[Judged, ...]:
    """Return the arrivals with everything wrong with each, alone and beside all the others.

    An arrival whose id stands in the records takes that record's place. Findings stand at the lines
    of the canonical text. Nothing is written.
    """
    read_in = tuple(_read(arrival) for arrival in arrivals)
    shaped = {each.arrival.id: each.visit for each in read_in if each.visit}
    together = replace(
        records,
        visits={**records.visits, **shaped},
        pictures={**records.pictures, **_pictures(arrivals)},
        known=_known(records, arrivals),
    )
    faults: dict[str, list[Fault]] = {each.arrival.path: [] for each in read_in if each.visit}
    for fault in check(together):
        if fault.path in faults:
            faults[fault.path].append(fault)
    return tuple(_with(each, faults.get(each.arrival.path, ())) for each in read_in)


def _read(arrival: Arrival) -> Judged:
    data = arrival.text.encode()
    if len(data) > RECORD_LIMITS.size:
        fault = too_large(len(data), RECORD_LIMITS)
        return Judged(arrival, None, (Places().text_finding(arrival.path, fault),))
    document = read(data, RECORD_LIMITS)
    places = Places(document.places)
    findings = [places.text_finding(arrival.path, fault) for fault in document.faults]
    if document.tree is None:
        return Judged(arrival, None, tuple(sorted(findings)))
    derived = {"id": arrival.id, "path": arrival.path}
    shaped = shape(Visit, document.tree, derived)
    if isinstance(shaped, Visit):
        return Judged(arrival, shaped, tuple(findings))
    findings += (places.finding(fault) for fault in shaped)
    return Judged(arrival, None, tuple(sorted(findings)))


def _with(read_in: Judged, faults: Collection[Fault]) -> Judged:
    places = Places(read(read_in.arrival.text.encode(), RECORD_LIMITS).places) if faults else None
    found = (places.finding(fault) for fault in faults) if places else ()
    return replace(read_in, findings=tuple(sorted((*read_in.findings, *found))))


def _pictures(arrivals: Sequence[Arrival]) -> dict[str, Picture]:
    return {name: each for arrival in arrivals for name, each in arrival.pictures.items()}


def _known(records: Records, arrivals: Sequence[Arrival]) -> Mapping[str, frozenset[str]]:
    visits = frozenset(arrival.id for arrival in arrivals)
    media = frozenset(name for arrival in arrivals for name in arrival.pictures)
    return {
        **records.known,
        "visits": records.known.get("visits", frozenset()) | visits,
        "media": records.known.get("media", frozenset()) | media,
    }
