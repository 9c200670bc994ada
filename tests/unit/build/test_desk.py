"""What a computer remembers between two visits, in a folder that is the user's alone."""

from pathlib import Path

import pytest

from generator.build.desk import Desk, Draft


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk.of(tmp_path / "config", tmp_path / "so-tay/records")


def test_what_is_kept_is_found_again_and_can_be_thrown_away(desk: Desk) -> None:
    assert (desk.me(), desk.draft()) == ("", None)
    draft = Draft({"content": "Họp ấp 3."}, ("date", "content"), {"guidance": "Nhắc"})
    desk.remember("le-van-ba")
    desk.keep(draft)
    assert (desk.me(), desk.draft()) == ("le-van-ba", draft)
    desk.clear()
    desk.clear()
    assert (desk.me(), desk.draft()) == ("le-van-ba", None)


def test_only_its_owner_looks_into_the_folder(desk: Desk) -> None:
    desk.remember("le-van-ba")
    assert desk.folder.stat().st_mode & 0o077 == 0
    assert desk.folder.name.startswith("so-tay-")


def test_each_folder_of_records_has_a_desk_of_its_own(tmp_path: Path) -> None:
    one, other = (Desk.of(tmp_path, tmp_path / name / "records") for name in ("a", "b"))
    one.remember("le-van-ba")
    assert other.me() == ""


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"told": []}', '{"told": {}, "asked": {}, "cut_off": {}}']
)
def test_a_draft_that_cannot_be_read_is_none(desk: Desk, text: str) -> None:
    desk.remember("le-van-ba")
    (desk.folder / "draft.json").write_text(text)
    assert desk.draft() is None
