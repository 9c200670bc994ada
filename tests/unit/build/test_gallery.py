"""What is drawn for the site is kept for the next build, as long as it is true.

Source: issue *Trust*, Photos.
"""

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from generator.build import gallery as module
from generator.build.drawing import drawn_as
from generator.build.gallery import gallery
from generator.domain.finding import Finding
from generator.domain.media import LARGEST_BYTES
from generator.errors import UsageError
from generator.present.page import Rendition


def wanted(file: str) -> tuple[Rendition, ...]:
    """Return two renditions of a picture."""
    return (
        Rendition(f"anh/{file}", file, "JPEG", 40, 30),
        Rendition(f"anh/rong-20/{file}.webp", file, "WEBP", 20, 15),
    )


def put(root: Path, file: str, colour: str = "red", size: tuple[int, int] = (40, 30)) -> Path:
    """Put a picture of one colour into the records."""
    path = root / "media" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, colour).save(path, "JPEG")
    return path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The records, with two pictures."""
    put(tmp_path / "records", "2019/a.jpg")
    put(tmp_path / "records", "2019/b.jpg", "blue")
    return tmp_path / "records"


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are drawn from now on, and not taken from what was kept."""
    seen: list[str] = []

    def drawing(data: bytes, some: tuple[Rendition, ...]) -> Iterator[bytes]:
        seen.append(some[0].file)
        return drawn_as(data, some)

    monkeypatch.setattr(module, "drawn_as", drawing)
    return seen


BOTH = (*wanted("2019/a.jpg"), *wanted("2019/b.jpg"))


def colour(path: Path) -> tuple[int, ...]:
    with Image.open(path) as image:
        told = image.convert("RGB").getpixel((5, 5))
    assert isinstance(told, tuple)
    return tuple(round(each / 255) * 255 for each in told)


def kept(root: Path) -> list[str]:
    """Return what is kept of the pictures, without the digests."""
    cache = root.parent / ".cache/anh"
    files = (path.relative_to(cache) for path in cache.rglob("*") if path.is_file())
    return sorted(f"{each.parent}/{each.name.partition('-')[2] or each.name}" for each in files)


def test_every_rendition_has_its_file(root: Path) -> None:
    heard: list[str] = []
    made = gallery(BOTH, root, heard.append)
    assert list(made.files) == [each.path for each in BOTH]
    assert [colour(each) for each in made.files.values()] == [(255, 0, 0)] * 2 + [(0, 0, 255)] * 2
    assert (made.findings, made.looked_at, len(heard)) == ((), 2, 2)
    for each in BOTH:
        with Image.open(made.files[each.path]) as image:
            assert (image.format, image.size) == (each.format, (each.width, each.height))
    assert kept(root) == [
        f"records/2019/{name}.jpg/{size}"
        for name in ("a", "b")
        for size in ("20x15.webp", "40x30.jpeg")
    ]


def test_nothing_is_drawn_twice(root: Path, drawn: list[str]) -> None:
    once = gallery(BOTH, root)
    assert sorted(drawn) == ["2019/a.jpg", "2019/b.jpg"]
    assert gallery(BOTH, root) == once
    assert len(drawn) == 2


def test_what_was_kept_may_be_deleted(root: Path) -> None:
    once = {path: file.read_bytes() for path, file in gallery(BOTH, root).files.items()}
    for file in list((root.parent / ".cache").rglob("*.webp")):
        file.unlink()
    again = {path: file.read_bytes() for path, file in gallery(BOTH, root).files.items()}
    assert again == once


def test_another_picture_of_that_name_is_drawn_anew(root: Path, drawn: list[str]) -> None:
    gallery(BOTH, root)
    put(root, "2019/a.jpg", "lime")
    made = gallery(BOTH, root)
    assert sorted(drawn) == ["2019/a.jpg", "2019/a.jpg", "2019/b.jpg"]
    assert colour(made.files["anh/2019/a.jpg"]) == (0, 255, 0)
    assert len(kept(root)) == 4


def test_another_way_of_drawing_draws_anew(
    root: Path, drawn: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    gallery(BOTH, root)
    monkeypatch.setattr(module, "painted_with", lambda: "another Pillow")
    gallery(BOTH, root)
    assert len(drawn) == 4
    assert len(kept(root)) == 4


def test_what_left_the_records_is_not_kept(root: Path) -> None:
    gallery(BOTH, root)
    (root / "media/2019/b.jpg").unlink()
    gallery(wanted("2019/a.jpg"), root)
    assert kept(root) == ["records/2019/a.jpg/20x15.webp", "records/2019/a.jpg/40x30.jpeg"]


def test_what_another_build_shows_is_kept(root: Path, drawn: list[str]) -> None:
    """The public site and the internal one are built in turn."""
    for some in (BOTH, wanted("2019/a.jpg"), BOTH):
        gallery(some, root)
    assert len(drawn) == 2


def test_a_torn_write_of_another_build_is_not_taken(root: Path, drawn: list[str]) -> None:
    made = gallery(wanted("2019/a.jpg"), root)
    whole = made.files["anh/2019/a.jpg"]
    half = whole.with_name(f".{whole.name}.99")
    half.write_bytes(whole.read_bytes()[:10])
    assert gallery(wanted("2019/a.jpg"), root) == made
    whole.unlink()
    assert gallery(wanted("2019/a.jpg"), root) == made
    assert half.is_file()
    assert len(drawn) == 2


def test_a_failing_write_leaves_no_half_of_a_picture(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(os, "fsync", fail)
        with pytest.raises(UsageError, match="No space left on device"):
            gallery(BOTH, root)
    assert not [path for path in (root.parent / ".cache").rglob("*.jpeg") if path.name[0] != "."]
    assert len(gallery(BOTH, root).files) == 4


def test_every_picture_that_cannot_be_drawn_is_found(root: Path) -> None:
    noise = Image.effect_noise((400, 300), 100)
    stream = io.BytesIO()
    noise.save(stream, "PNG")
    data = bytearray(stream.getvalue())
    data[len(data) // 2 : len(data) // 2 + 200] = b"\0" * 200
    (root / "media/2019/b.jpg").write_bytes(data)
    (root / "media/2019/c.jpg").write_bytes(b"\0" * (LARGEST_BYTES + 1))
    made = gallery((*BOTH, *wanted("2019/c.jpg")), root)
    hint = "Lưu lại ảnh dạng JPEG, PNG hoặc WebP."
    broken = "Tệp ảnh không phải là ảnh JPEG, PNG hoặc WebP mở được trọn vẹn."
    heavy = "Tệp ảnh lớn quá 8 MB."
    assert made.findings == (
        Finding("records/media/2019/b.jpg", 1, "M003", 1, "", "error", broken, hint),
        Finding("records/media/2019/c.jpg", 1, "M003", 1, "", "error", heavy, hint),
    )
    assert list(made.files) == [each.path for each in wanted("2019/a.jpg")]


def test_a_picture_that_went_meanwhile_is_told(root: Path) -> None:
    (root / "media/2019/a.jpg").unlink()
    with pytest.raises(UsageError) as told:
        gallery(BOTH, root)
    assert str(told.value) == (
        f"Không đọc được ảnh hoặc không ghi được {root.parent}/.cache/anh/records: "
        "No such file or directory."
    )


def test_records_side_by_side_do_not_meet(root: Path, tmp_path: Path) -> None:
    put(tmp_path / "others", "2019/a.jpg", "lime")
    gallery(BOTH, root)
    assert colour(gallery(wanted("2019/a.jpg"), tmp_path / "others").files["anh/2019/a.jpg"]) == (
        *(0, 255, 0),
    )
    assert len(kept(root)) == 6


def test_the_folder_in_which_it_runs_may_be_named_by_a_dot(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    assert gallery(BOTH, Path()) == gallery(BOTH, root)


def test_the_same_bytes_whatever_the_order_and_the_locale(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def contents(some: tuple[Rendition, ...]) -> dict[str, bytes]:
        made = gallery(some, root).files
        held = {path: file.read_bytes() for path, file in made.items()}
        for file in made.values():
            file.unlink()
        return held

    once = contents(BOTH)
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    again = contents((*wanted("2019/b.jpg"), *wanted("2019/a.jpg")))
    assert again == once
    assert tmp_path / "records" == root
