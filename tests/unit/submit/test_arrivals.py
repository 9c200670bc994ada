"""Visits at a door are judged by the same reader and rules as if they stood in the records."""

from collections.abc import Mapping
from typing import Any

from generator.domain.media import Picture
from generator.submit.arrivals import Arrival, judge
from tests.builders import member, records, unit, visit

RECORDS = records(
    unit("xa-an", name="Xã An", level="commune"),
    member("ba"),
    member("tu"),
    visit("2019-03-05", "cu", members=["ba"], unit="xa-an"),
)
KIND = next(iter(RECORDS.kinds))
TREE = {"date": "2019-03-06", "unit": "xa-an", "kind": KIND, "members": ["ba"], "content": "Họp."}


def arrival(
    id_: str = "2019-03-06-moi", pictures: Mapping[str, Picture] | None = None, **keys: Any
) -> Arrival:
    return Arrival(id_, {**TREE, **keys}, pictures or {})


def told(*arrivals: Arrival) -> list[list[tuple[int, str, str]]]:
    return [[(f.line, f.code, f.field) for f in each.findings] for each in judge(RECORDS, arrivals)]


def test_a_sound_visit_is_a_visit_without_findings() -> None:
    (judged,) = judge(RECORDS, [arrival()])
    assert judged.sound
    assert judged.findings == ()
    assert judged.visit is not None
    assert judged.visit.path == "records/visits/2019/2019-03-06-moi.yml"


def test_a_record_without_shape_tells_every_fault_at_its_line() -> None:
    (judged,) = judge(RECORDS, [arrival(members=[], due="x", session="noon")])
    assert judged.visit is None
    assert [(f.line, f.code, f.field) for f in judged.findings] == [
        (2, "S008", "session"), (5, "S014", "members"), (7, "S002", "due"),
    ]  # fmt: skip
    assert not judged.sound


def test_rules_hold_an_arrival_against_the_records() -> None:
    assert told(arrival(date="2019-03-05", id_="2019-03-05-moi")) == [[(1, "D017", "")]]


def test_rules_hold_arrivals_against_each_other() -> None:
    two = told(arrival(), arrival("2019-03-06-hai", members=["tu", "ba"]))
    assert two == [[(1, "D017", "")], [(1, "D017", "")]]


def test_an_arrival_of_the_same_id_takes_the_place_of_the_record() -> None:
    assert told(arrival(date="2019-03-05", id_="2019-03-05-cu")) == [[]]


def test_photos_that_come_along_are_known() -> None:
    name = "2019/a.jpg"
    photo = {"file": name, "caption": "Ảnh", "consent": "true"}
    assert told(arrival(photos=[photo])) == [[(8, "M002", "photos[0].file")]]
    picture = Picture(name, f"records/media/{name}", 1000, "JPEG", 100, 100)
    assert told(arrival(photos=[photo], pictures={name: picture})) == [[]]


def test_what_the_reader_refuses_is_told_once() -> None:
    (judged,) = judge(RECORDS, [arrival(content="Hộp\u202echữ")])
    assert [f.code for f in judged.findings if f.severity == "error"] == ["Y004"]


def test_a_record_too_long_to_be_read_is_told() -> None:
    (judged,) = judge(RECORDS, [arrival(content="Họp. " * 60_000)])
    assert judged.visit is None
    assert [f.code for f in judged.findings] == ["Y001"]
