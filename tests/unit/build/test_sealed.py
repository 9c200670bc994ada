"""What is kept is believed by whoever kept it: by the same program, with the same key."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from generator.build import sealed
from generator.build.sealed import keep_at, kept_at

CODE: Final = ("errors.py",)
PACKAGES: Final = ("yaml",)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the user's caches lie."""
    place = tmp_path / "home"
    at_home(place, monkeypatch)
    yield place
    sealed._key.cache_clear()


def at_home(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(place))
    sealed._key.cache_clear()


def test_what_was_kept_is_had_again(tmp_path: Path) -> None:
    place = tmp_path / ".cache" / "a" / "records"
    keep_at(place, "một\nhai", CODE, PACKAGES)
    assert kept_at(place, CODE, PACKAGES) == ["một", "hai"]
    assert kept_at(place, ("audience.py",), PACKAGES) is None


def test_what_another_kept_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So a text that came with a change, made by the same program elsewhere, changes nothing."""
    place = tmp_path / ".cache" / "a" / "records"
    keep_at(place, "một", CODE, PACKAGES)
    at_home(tmp_path / "another", monkeypatch)
    assert kept_at(place, CODE, PACKAGES) is None
    at_home(tmp_path / "home", monkeypatch)
    assert kept_at(place, CODE, PACKAGES) == ["một"]


def test_the_key_is_made_once_and_nobody_else_may_read_it(tmp_path: Path, home: Path) -> None:
    for name in ("a", "b"):
        sealed._key.cache_clear()
        keep_at(tmp_path / name, "một", CODE, PACKAGES)
    (key,) = (home / "congtac").iterdir()
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert len(key.read_bytes()) == 32
    assert key.read_bytes().hex() not in (tmp_path / "a").read_text("utf-8")
    assert kept_at(tmp_path / "a", CODE, PACKAGES) == ["một"]


@pytest.mark.parametrize("spoilt", [b"", b"short", b"a" * 33])
def test_with_a_spoilt_key_nothing_is_kept(tmp_path: Path, home: Path, spoilt: bytes) -> None:
    keep_at(tmp_path / "a", "một", CODE, PACKAGES)
    (home / "congtac" / "key").write_bytes(spoilt)
    sealed._key.cache_clear()
    assert kept_at(tmp_path / "a", CODE, PACKAGES) is None
    keep_at(tmp_path / "b", "một", CODE, PACKAGES)
    assert not (tmp_path / "b").exists()


def test_without_a_home_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    at_home(tmp_path / "file", monkeypatch)
    keep_at(tmp_path / "a", "một", CODE, PACKAGES)
    assert not (tmp_path / "a").exists()
    (tmp_path / "a").write_text("\nmột", encoding="utf-8")
    assert kept_at(tmp_path / "a", CODE, PACKAGES) is None


def test_those_that_begin_at_once_have_one_key(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from generator.build.sealed import keep_at; "
        f"keep_at(Path(sys.argv[1]), 'x', {CODE!r}, {PACKAGES!r})"
    )
    places = [tmp_path / str(number) for number in range(6)]
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(place)], env=os.environ)
        for place in places
    ]
    assert [each.wait() for each in running] == [0] * 6
    assert [kept_at(place, CODE, PACKAGES) for place in places] == [["x"]] * 6
