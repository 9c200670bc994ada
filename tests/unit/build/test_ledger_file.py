"""The ledger on disk: whole or not at all, one run at a time, and the sites of others kept."""

import errno
import json
import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from generator.build.ledger_file import opened
from generator.errors import RefusedError, UsageError
from generator.publish.wordpress.ledger import Ledger, PhotoEntry, PostEntry, ledgers_of

SITE, OTHER = "https://x.vn/", "https://y.vn/"
HELD = Ledger().with_post("2019-05-21-hop-le", PostEntry(5, status="draft"))
BEFORE = Ledger().with_photo("ab" * 32, PhotoEntry(12))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "news-ledger.json"


def written(file: Path) -> dict[str, Ledger]:
    return ledgers_of(file.read_text(encoding="utf-8"))


def test_what_is_written_is_there_at_once_and_for_the_next_run(file: Path) -> None:
    with opened(file, SITE, 0) as book:
        assert book.ledger == Ledger()
        assert not file.exists()
        book.write(HELD)
        assert written(file) == {SITE: HELD}
        assert book.ledger == HELD
    with opened(file, SITE, 0) as book:
        assert book.ledger == HELD


def test_the_ledgers_of_other_sites_are_kept(file: Path) -> None:
    with opened(file, OTHER, 0) as book:
        book.write(BEFORE)
    with opened(file, SITE, 0) as book:
        assert book.ledger == Ledger()
        book.write(HELD)
    assert written(file) == {OTHER: BEFORE, SITE: HELD}


def test_it_is_written_whole_or_not_at_all(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with opened(file, SITE, 0) as book:
        book.write(BEFORE)
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space left on device"):
            book.write(HELD)
        assert book.ledger == BEFORE, "what is not on disk is not known"
    assert written(file) == {SITE: BEFORE}
    assert sorted(each.name for each in file.parent.iterdir() if "lock" not in each.name) == [
        file.name
    ]


def test_it_keeps_its_mode(file: Path) -> None:
    with opened(file, SITE, 0) as book:
        book.write(BEFORE)
        file.chmod(0o640)
        book.write(HELD)
    assert file.stat().st_mode & 0o777 == 0o640


def test_whoever_has_to_wait_is_told_once_and_who_has_not_is_not(file: Path) -> None:
    told: list[str] = []
    first, second = partial(told.append, "first"), partial(told.append, "second")
    with (
        opened(file, SITE, 0, first),
        pytest.raises(RefusedError),
        opened(file, SITE, 0.01, second),
    ):
        told.append("both at once")
    assert told == ["second"]


def test_another_run_is_refused_when_it_has_waited_long_enough(file: Path) -> None:
    with opened(file, SITE, 0), pytest.raises(RefusedError) as raised, opened(file, OTHER, 0.01):
        pass
    assert str(raised.value) == (
        f"Một lượt đăng tin khác đang dùng {file}. Chờ lượt ấy xong rồi chạy lại."
    )


def test_another_run_is_waited_for(file: Path) -> None:
    def waiting() -> Ledger:
        with opened(file, SITE, 60) as book:
            return book.ledger

    with ThreadPoolExecutor() as pool:
        with opened(file, SITE, 0) as book:
            other = pool.submit(waiting)
            book.write(HELD)
        assert other.result() == HELD


def test_a_run_that_failed_lets_the_next_one_in(file: Path) -> None:
    with pytest.raises(KeyboardInterrupt), opened(file, SITE, 0):
        raise KeyboardInterrupt
    with opened(file, SITE, 0) as book:
        assert book.ledger == Ledger()


BROKEN = (
    b"",
    b"[]",
    b"<<<<<<< HEAD\n{}",
    b"\xff\xfe",
    b'{"version": 2, "sites": {}}',
    b"[" * 100_000,
    json.dumps(
        {"version": 1, "sites": {SITE: {"posts": {"a": {"number": "5"}}, "photos": {}}}}
    ).encode(),
    json.dumps(
        {"version": 1, "sites": {SITE: {"posts": {"a": {"base": []}}, "photos": {}}}}
    ).encode(),
    json.dumps(
        {"version": 1, "sites": {SITE: {"posts": {}, "photos": {"a": {"sent": 1}}}}}
    ).encode(),
)


@pytest.mark.parametrize("data", BROKEN)
def test_a_broken_file_is_told_and_stays_as_it_is(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    with pytest.raises(UsageError) as raised, opened(file, SITE, 0):
        pass
    assert str(raised.value) == (
        f"{file} không phải là sổ đăng tin đọc được. Lấy lại bản trước của tệp; nếu không còn, đổi "
        "tên nó đi rồi chạy lại với --dry-run: máy tìm lại bài theo dấu trong bài."
    )
    assert file.read_bytes() == data


def test_without_its_folder_there_is_no_ledger(tmp_path: Path) -> None:
    file = tmp_path / "khong-co" / "so.json"
    with pytest.raises(UsageError) as raised, opened(file, SITE, 0):
        pass
    assert str(raised.value) == f"Không có thư mục {file.parent} để ghi sổ đăng tin."


def test_a_file_named_without_a_folder_lies_where_the_command_was_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with opened(Path("so.json"), SITE, 0) as book:
        book.write(HELD)
    assert written(tmp_path / "so.json") == {SITE: HELD}
