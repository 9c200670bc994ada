"""Sound records only, as of one day. Source: design, section 2 (the last of the counting)."""

from pathlib import Path

import pytest

from generator.build.figures import UnsoundRecordsError, day_counted, figures, sound_records
from generator.errors import UsageError
from tests.builders import day, member, organisation, records, visit, write

TODAY = day("2021-05-04")


class TestDayCounted:
    """`--as-of` beats `organisation.as_of`, which beats today in Asia/Ho_Chi_Minh."""

    def test_asked_for(self) -> None:
        pinned = records(organisation(as_of="2020-03-15"))
        assert day_counted(pinned, day("2019-06-30"), TODAY) == day("2019-06-30")
        assert day_counted(records(), day("2019-06-30"), TODAY) == day("2019-06-30")

    def test_else_pinned(self) -> None:
        pinned = records(organisation(as_of="2020-03-15"))
        assert day_counted(pinned, None, TODAY) == day("2020-03-15")

    def test_else_today(self) -> None:
        assert day_counted(records(), None, TODAY) == TODAY

    def test_figures_are_of_that_day(self) -> None:
        held = records(organisation(as_of="2020-03-15"), member("an"), visit("2019-03-05"))
        assert figures(held, None, TODAY).as_of == day("2020-03-15")
        assert figures(held, day("2019-03-04"), TODAY).years == ()


class TestSoundRecords:
    def test_those_read(self, tmp_path: Path) -> None:
        held = records(member("an"), visit("2019-03-05"))
        read = sound_records(write(held, tmp_path / "records"))
        assert (read.members, read.visits) == (held.members, held.visits)

    def test_progress_hears_of_every_file(self, tmp_path: Path) -> None:
        heard: list[str] = []
        sound_records(write(records(member("an")), tmp_path / "records"), heard.append)
        assert heard == ["activities.yml", "members/an.yml", "organisation.yml", "units.yml"]

    def test_nothing_is_made_of_findings(self, tmp_path: Path) -> None:
        root = write(
            records(member("an"), visit("2019-03-05", members=["ba"])), tmp_path / "records"
        )
        with pytest.raises(
            UnsoundRecordsError, match=r"^Bản ghi còn lỗi nên chưa làm gì cả\.$"
        ) as told:
            sound_records(root)
        assert [each.code for each in told.value.checked.findings] == ["R001"]

    def test_no_folder(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError):
            sound_records(tmp_path / "records")
