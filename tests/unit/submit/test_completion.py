"""What a door adds: the day of writing, the issues' ids, a name for the file; nothing else."""

from datetime import date

import pytest
from pydantic_core import PydanticCustomError

from generator.submit.completion import completed, visit_id, visit_path, without_nothing
from tests.builders import records, unit

TODAY = date(2020, 3, 16)
RECORDS = records(unit("29272-an-truong-a", name="Xã An Trường A", level="commune"))
TOLD = {"date": "2020-03-14", "unit": "29272-an-truong-a", "members": ["le-van-ba", "do-thi-tu"]}


def test_the_day_of_writing_is_added_and_kept() -> None:
    assert completed({"content": "x"}, TODAY) == {"content": "x", "recorded_on": "2020-03-16"}
    assert completed({"recorded_on": "2020-03-15"}, TODAY) == {"recorded_on": "2020-03-15"}


def test_issues_are_numbered_and_keep_the_ids_they_have() -> None:
    told = {"issues": [{"text": "a"}, {"id": "kn-1", "text": "b"}, {"text": "c"}, "lạ"]}
    assert completed(told, TODAY)["issues"] == [
        {"id": "kn-2", "text": "a"}, {"id": "kn-1", "text": "b"}, {"id": "kn-3", "text": "c"}, "lạ",
    ]  # fmt: skip


def test_what_is_empty_goes_at_any_depth() -> None:
    told = {
        "venue": " ",
        "turnout": {"youth": ""},
        "topics": [" a ", ""],
        "photos": [{"alt": None}],
    }
    assert without_nothing(told) == {"topics": ["a"]}


def test_a_visit_is_named_after_its_day_its_place_and_its_first_member() -> None:
    assert visit_id(TOLD, RECORDS) == "2020-03-14-an-truong-a-le-van-ba"
    assert (
        visit_id({**TOLD, "session": "evening"}, RECORDS) == "2020-03-14-an-truong-a-le-van-ba-toi"
    )
    assert visit_id({**TOLD, "session": "full_day"}, RECORDS) == "2020-03-14-an-truong-a-le-van-ba"


def test_a_name_that_is_taken_gets_a_number() -> None:
    taken = {"2020-03-14-an-truong-a-le-van-ba", "2020-03-14-an-truong-a-le-van-ba-2"}
    assert visit_id(TOLD, RECORDS, taken) == "2020-03-14-an-truong-a-le-van-ba-3"


def test_a_name_leaves_out_what_is_not_told() -> None:
    assert visit_id({"date": "2020-03-14", "unit": "la", "members": "x"}, RECORDS) == "2020-03-14"


def test_a_very_long_name_leaves_room_for_a_number() -> None:
    told = {**TOLD, "members": ["a" * 100]}
    first = visit_id(told, RECORDS)
    assert len(visit_id(told, RECORDS, {first})) <= 100


def test_a_visit_stands_in_the_folder_of_its_first_year() -> None:
    assert visit_path("2020-03-14-an-truong-a") == "visits/2020/2020-03-14-an-truong-a.yml"


def test_a_visit_without_a_day_has_no_place() -> None:
    with pytest.raises(PydanticCustomError) as caught:
        visit_path("an-truong-a")
    assert caught.value.type == "S004"
