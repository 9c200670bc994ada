"""People by rank and position of the day; places without a word said twice."""

from typing import Any

import pytest

from generator.domain.member import Member
from generator.domain.unit import Unit
from generator.domain.visit import Visit
from generator.present.drafts import places
from generator.present.drafts.markup import as_plain
from generator.present.drafts.people import called, position, team
from generator.present.names import Names
from generator.present.placeholders import filled
from tests.builders import day, member, part_time, unit
from tests.unit.present.drafts.stories import PEOPLE, person, trip, world


def told(*members: str, people: tuple[Member, ...] = (), group: str = "đoàn công tác") -> str:
    held = trip(members=members)
    given = world(*people, held)
    return filled(as_plain(team(given.records, held, group, "Tỉnh đoàn")), given)


def test_nobody_is_addressed_by_a_guess() -> None:
    assert called(PEOPLE[0]) == "Chị Lê Văn An"
    assert called(PEOPLE[1]) == "đồng chí Lê Văn Binh"


@pytest.mark.parametrize(
    ("members", "people"),
    [
        (["an"], "Chị Lê Văn An – Bí thư Tỉnh đoàn"),
        (["binh"], "đồng chí Lê Văn Binh – Trưởng Ban Phong trào"),
        (
            ["binh", "an"],
            "Chị Lê Văn An – Bí thư Tỉnh đoàn và đồng chí Lê Văn Binh – Trưởng Ban Phong trào",
        ),
        (["dung", "chi"], "Anh Lê Văn Dung và Chị Lê Văn Chi – Ủy viên BCH"),
        (
            ["dung", "chi", "em"],
            (
                "Anh Lê Văn Em – Phó Bí thư Tỉnh đoàn, cùng Anh Lê Văn Dung và Chị Lê Văn Chi – "
                "Ủy viên BCH"
            ),
        ),
        (
            ["dung", "chi", "em", "an"],
            "đoàn công tác gồm 4 đồng chí, trong đó có Chị Lê Văn An – Bí thư Tỉnh đoàn,",
        ),
    ],
)
def test_a_few_are_named_by_rank_and_many_are_counted(members: list[str], people: str) -> None:
    assert told(*members) == people


def test_many_who_are_no_team_are_officials_of_the_house() -> None:
    assert told("dung", "chi", "em", "an", group="") == (
        "4 cán bộ Tỉnh đoàn, trong đó có Chị Lê Văn An – Bí thư Tỉnh đoàn,"
    )


def test_the_position_is_that_of_the_day() -> None:
    terms = (
        {"position": "Trưởng Ban", "department": "Ban Phong trào", "full_time": "true"}
        | {"from": "2015-01-01", "to": "2019-03-05"},
        {"position": "Phó Bí thư Tỉnh đoàn", "department": "Thường trực", "full_time": "true"}
        | {"from": "2019-03-06"},
    )
    held = member("gam", *terms, honorific="Anh")
    assert position(held, day("2019-03-05")) == "Trưởng Ban Phong trào"
    assert position(held, day("2019-03-06")) == "Phó Bí thư Tỉnh đoàn"
    assert told("gam", people=(held,)) == "Anh Lê Văn Gam – Trưởng Ban Phong trào"


def test_who_held_no_position_on_the_day_is_named_without_one() -> None:
    held = member("gam", part_time("2015-01-01", "2015-12-31"))
    assert position(held, day("2019-03-05")) == ""
    assert told("gam", people=(held,)) == "đồng chí Lê Văn Gam"


def where(held: Visit, *units: Unit) -> str:
    return places.where(held, Names(world(held, *units).records))


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ({}, "xã Hàm Giang, huyện Trà Cú"),
        ({"venue": "cụm 3"}, "cụm 3, xã Hàm Giang, huyện Trà Cú"),
        ({"venue": "Tại ấp Chợ"}, "ấp Chợ, xã Hàm Giang, huyện Trà Cú"),
        ({"venue": "nhà văn hóa xã Hàm Giang"}, "nhà văn hóa xã Hàm Giang, huyện Trà Cú"),
        ({"unit": "tra-cu", "venue": "hội trường huyện Trà Cú"}, "hội trường huyện Trà Cú"),
        (
            {"unit": "ap-3", "venue": "trụ sở ấp 3"},
            "trụ sở ấp 3, xã An Trường, huyện Càng Long",
        ),
        ({"unit": "tra-cu", "other_units": ["cang-long"]}, "huyện Trà Cú và huyện Càng Long"),
        ({"unit": "tra-cu", "other_units": ["ham-giang"]}, "huyện Trà Cú và xã Hàm Giang"),
        (
            {"other_units": ["an-truong", "an-truong-a", "cang-long", "tra-cu"]},
            (
                "xã Hàm Giang, huyện Trà Cú; xã An Trường, huyện Càng Long; xã An Trường A, "
                "huyện Càng Long; huyện Càng Long; một số đơn vị khác"
            ),
        ),
    ],
)
def test_no_part_of_a_place_is_said_twice(keys: dict[str, Any], place: str) -> None:
    assert where(trip(**keys)) == place


@pytest.mark.parametrize(
    ("sentence", "keys", "told"),
    [
        ("dự lễ tại xã Hàm Giang.", {}, "dự lễ tại xã Hàm Giang, huyện Trà Cú."),
        ("dự lễ ở xã Hàm Giang, huyện Trà Cú.", {}, "dự lễ ở xã Hàm Giang, huyện Trà Cú."),
        ("đi xã Hàm Giang, Đôn Châu.", {}, "đi xã Hàm Giang, Đôn Châu."),
        ("đi xã Hàm Giang và Đôn Châu.", {}, "đi xã Hàm Giang và Đôn Châu."),
        ("đến cù lao Hàm Giang họp.", {}, "đến cù lao Hàm Giang, huyện Trà Cú họp."),
        ("dự lễ tại xã Hàm Giang A.", {}, None),
        ("dự lễ.", {}, None),
        ("dự họp.", {"venue": "cụm 3"}, None),
        ("dự họp cụm 3.", {"venue": "cụm 3"}, "dự họp cụm 3, xã Hàm Giang, huyện Trà Cú."),
        (
            "dự họp chi đoàn ấp 6.",
            {"venue": "trụ sở ấp 6"},
            "dự họp chi đoàn ấp 6, xã Hàm Giang, huyện Trà Cú.",
        ),
        ("bàn về văn hóa.", {"venue": "nhà văn hóa"}, None),
        ("làm việc với Huyện đoàn Trà Cú.", {"unit": "tra-cu"}, "làm việc với Huyện đoàn Trà Cú."),
        (
            "về xã An Trường dự họp chi đoàn ấp 3.",
            {"unit": "ap-3"},
            "về xã An Trường, huyện Càng Long dự họp chi đoàn ấp 3.",
        ),
        ("thăm phường 2.", {"unit": "p2"}, "thăm phường 2, huyện Trà Cú."),
        ("có 2 bạn.", {"unit": "p2"}, None),
        ("làm việc với Huyện đoàn Trà Cú.", {"unit": "tt-tra-cu"}, None),
    ],
)
def test_a_sentence_that_names_the_place_is_completed(
    sentence: str, keys: dict[str, Any], told: str | None
) -> None:
    held = trip(**keys)
    units = (
        unit("p2", "tra-cu", name="Phường 2"),
        unit("tt-tra-cu", "tra-cu", name="Thị trấn Trà Cú"),
    )
    assert places.completed(sentence, held, Names(world(held, *units).records)) == told


def test_districts_come_by_visits_and_an_agency_is_none() -> None:
    units = (
        unit("khoi", "tra-vinh", level="district", name="Đoàn khối", type="agency"),
        unit("tx", "tra-vinh", level="district", name="Thị xã Duyên Hải"),
    )
    visits = [
        trip("2019-03-01", "a", unit="khoi"),
        trip("2019-03-02", "b", unit="tx"),
        trip("2019-03-03", "c", unit="ham-giang", other_units=["tra-cu"]),
        trip("2019-03-04", "d", unit="ham-giang"),
        trip("2019-03-05", "e", unit="an-truong"),
        trip("2019-03-06", "f", unit="tra-vinh"),
    ]
    names = Names(world(*visits, *units).records)
    assert places.districts(visits, names) == ["tra-cu", "cang-long", "tx"]
    assert places.together(["tx"], names) == "thị xã Duyên Hải"
    assert places.together(["tra-cu", "tx", "cang-long"], names) == (
        "các huyện Càng Long, Trà Cú và thị xã Duyên Hải"
    )
    assert places.together(["khoi", "tx"], names) == "Đoàn khối và thị xã Duyên Hải"


def test_a_person_needs_no_known_rank() -> None:
    held = person("gam", "Cộng tác viên", "Ban Phong trào")
    assert told("gam", "an", people=(held,)).endswith("Lê Văn Gam – Cộng tác viên")
