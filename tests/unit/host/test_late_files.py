"""Late files are the same whoever makes them, and stand as they stood if made of the same."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from generator.build import beside
from generator.build.standing import Kept, Made
from generator.host import late_files
from generator.host.late_files import LateFiles
from generator.present.page import LateArtifact

HERE = os.getpid()


class Remembering:
    """Has files that were made before, and remembers what is asked and written."""

    def __init__(self, before: dict[str, tuple[str, bytes]]) -> None:
        self.before = before
        self.told: dict[str, str] = {}
        self.written: list[str] = []

    def file(self, path: str, made_of: str, make: Callable[[], Made]) -> bytes | Made:
        """Return the file as it was made of the same before, else what `make` makes of it."""
        known, kept = self.before.get(path, ("", b""))
        file = kept if known == made_of else make()
        if file is not None:
            self.told[path] = made_of
        return file

    def write(self, path: str, content: bytes, target: Path) -> None:
        """Write the file."""
        self.written.append(path)
        target.write_bytes(content)


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "_processors", lambda: 2)
    monkeypatch.setattr(late_files, "FEWEST", 3)


def contents(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def numbered(number: int, make: Callable[[], bytes] | None = None) -> LateArtifact:
    content = f"tệp {number} ".encode() * number
    return LateArtifact(make or (lambda: content), f"van-ban/{number}.docx", f"of {number}")


def write(site: Path, files: list[LateArtifact], kept: Kept | None = None) -> None:
    LateFiles(files, site, kept).write_with(lambda: None)


@pytest.fixture(params=[1, 2])
def _processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "_processors", lambda: request.param)


@pytest.mark.usefixtures("_processors")
def test_every_file_is_written_with_its_bytes(tmp_path: Path) -> None:
    write(tmp_path, [numbered(each) for each in (3, 0, 5, 70_000)])
    assert contents(tmp_path) == {
        f"van-ban/{each}.docx": f"tệp {each} ".encode() * each for each in (3, 0, 5, 70_000)
    }


def makers(site: Path, count: int) -> set[bytes]:
    files = [numbered(each, lambda: str(os.getpid()).encode()) for each in range(count)]
    write(site, files)
    return set(contents(site).values())


def test_many_are_made_by_another_process_while_pages_are_written_here(tmp_path: Path) -> None:
    (maker,) = makers(tmp_path, 3)
    assert int(maker) != HERE


def test_few_are_made_here(tmp_path: Path) -> None:
    assert makers(tmp_path, 2) == {str(HERE).encode()}


def test_all_are_made_here_with_one_processor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "_processors", lambda: 1)
    assert makers(tmp_path, 3) == {str(HERE).encode()}


def test_what_fails_beside_is_made_here(tmp_path: Path) -> None:
    def only_here() -> bytes:
        if os.getpid() != HERE:
            raise MemoryError
        return b"here"

    write(tmp_path, [numbered(1), numbered(2), numbered(3, only_here)])
    assert contents(tmp_path) == {
        "van-ban/1.docx": "tệp 1 ".encode(),
        "van-ban/2.docx": "tệp 2 tệp 2 ".encode(),
        "van-ban/3.docx": b"here",
    }


def test_what_was_made_beside_in_vain_takes_no_room(tmp_path: Path) -> None:
    sizes: list[int] = []

    def only_here() -> bytes:
        if os.getpid() != HERE:
            raise MemoryError
        for open_file in Path("/proc/self/fd").iterdir():
            with suppress(OSError):
                if str(open_file.readlink()).startswith(f"{tmp_path}/"):
                    sizes.append(open_file.stat().st_size)
        return b"here"

    write(tmp_path, [numbered(70_000), numbered(70_001), numbered(3, only_here)])
    assert sizes == [0]


def test_what_fails_everywhere_is_told(tmp_path: Path) -> None:
    def fail() -> bytes:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        write(tmp_path, [numbered(1), numbered(2), numbered(3, fail)])


def test_pages_that_fail_are_told(tmp_path: Path) -> None:
    def pages() -> None:
        raise LookupError

    with pytest.raises(LookupError):
        LateFiles([numbered(each) for each in range(3)], tmp_path).write_with(pages)


@pytest.mark.parametrize("fewest", [3, 4])
def test_a_file_made_of_the_same_is_taken_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fewest: int
) -> None:
    monkeypatch.setattr(late_files, "FEWEST", fewest)
    kept = Remembering(
        {"van-ban/1.docx": ("of 1", b"before"), "van-ban/2.docx": ("of another", b"before")}
    )
    write(tmp_path, [numbered(each) for each in range(1, 5)], kept)
    assert contents(tmp_path) == {
        "van-ban/1.docx": b"before",
        **{f"van-ban/{each}.docx": f"tệp {each} ".encode() * each for each in (2, 3, 4)},
    }
    assert kept.told == {f"van-ban/{each}.docx": f"of {each}" for each in range(1, 5)}
    assert sorted(kept.written) == sorted(kept.told)


def test_nothing_is_left_beside_the_files(tmp_path: Path) -> None:
    def look() -> None:
        assert list(tmp_path.iterdir()) == []

    LateFiles([numbered(each) for each in range(3)], tmp_path).write_with(look)
    assert [each.name for each in tmp_path.iterdir()] == ["van-ban"]
