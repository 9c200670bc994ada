"""What a picture is, told by its content before any pixel is decoded; rows 31 and 33."""

import random
import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generator.domain.media import LARGEST_BYTES, Picture
from generator.load.picture import look_at
from tests.pictures import many_scans


def picture(kind: str, size: tuple[int, int] = (40, 30), **options: Any) -> bytes:
    """Return a picture of one colour."""
    stream = BytesIO()
    Image.new("RGB", size, (30, 120, 60)).save(stream, kind, **options)
    return stream.getvalue()


def seen(folder: Path, data: bytes) -> Picture:
    """Return what is seen of a file of these bytes."""
    file = folder / "a.jpg"
    file.write_bytes(data)
    return look_at(file, name="2019/a.jpg", path="records/media/2019/a.jpg")


@pytest.mark.parametrize(
    ("kind", "options"),
    [("JPEG", {}), ("PNG", {}), ("WEBP", {}), ("WEBP", {"lossless": True})],
)
def test_the_content_tells_format_and_size(
    tmp_path: Path, kind: str, options: dict[str, Any]
) -> None:
    data = picture(kind, **options)
    expected = Picture("2019/a.jpg", "records/media/2019/a.jpg", len(data), kind, 40, 30)
    assert seen(tmp_path, data) == expected


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("told", range(11))
def test_the_size_is_that_of_the_picture_held_upright(tmp_path: Path, kind: str, told: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = told
    stream = BytesIO()
    Image.new("RGB", (40, 30)).save(stream, kind, exif=exif)
    seen_of = seen(tmp_path, stream.getvalue())
    assert (seen_of.width, seen_of.height) == ((30, 40) if 5 <= told <= 8 else (40, 30))


@pytest.mark.parametrize(
    "exif",
    [
        b"",
        b"nothing",
        b"MM\0*\0\0\xff\xff",
        b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x02\0\0\0\x02\x36\0\0\0\0\0\0\0",
    ],
)
def test_exif_that_makes_no_sense_turns_nothing(tmp_path: Path, exif: bytes) -> None:
    stream = BytesIO()
    Image.new("RGB", (40, 30)).save(stream, "JPEG", exif=b"Exif\0\0" + exif)
    told = seen(tmp_path, stream.getvalue())
    assert (told.format, told.width, told.height) == ("JPEG", 40, 30)


def test_random_exif_never_fails(tmp_path: Path) -> None:
    chance = random.Random(32)  # noqa: S311  (repeatable, not secret)
    for _ in range(300):
        exif = chance.choice((b"MM\0*\0\0\0\x08", b"II*\0\x08\0\0\0")) + chance.randbytes(40)
        stream = BytesIO()
        Image.new("RGB", (4, 3)).save(stream, "JPEG", exif=b"Exif\0\0" + exif)
        told = seen(tmp_path, stream.getvalue())
        assert (told.format, {told.width, told.height}) == ("JPEG", {3, 4})


def test_a_jpeg_with_another_one_behind_is_a_jpeg(tmp_path: Path) -> None:
    stream = BytesIO()
    small = Image.new("RGB", (8, 8))
    Image.new("RGB", (40, 30)).save(stream, "MPO", save_all=True, append_images=[small])
    told = seen(tmp_path, stream.getvalue())
    assert (told.format, told.width, told.height) == ("JPEG", 40, 30)


OTHERS = {
    "gif": picture("GIF"),
    "bmp": picture("BMP"),
    "tiff": picture("TIFF"),
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "text": "không phải ảnh".encode(),
    "empty": b"",
    "html": b"<html>",
    "zip": b"PK\x03\x04",
    "cut png": picture("PNG")[:50],
    "cut jpeg": picture("JPEG")[:20],
    "cut webp": picture("WEBP")[:20],
    "no scan": picture("JPEG").partition(b"\xff\xda")[0] + b"\xff\xd9",
    "other webp": picture("WEBP")[:12] + b"VP9 " + picture("WEBP")[16:],
    "hundreds of scans": many_scans(201),
    "bad crc": picture("PNG").replace(b"IDAT", b"IDAX"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_whatever_is_no_picture_has_no_format(tmp_path: Path, name: str) -> None:
    data = OTHERS[name]
    assert seen(tmp_path, data) == Picture("2019/a.jpg", "records/media/2019/a.jpg", len(data))


def noisy(kind: str, **options: Any) -> bytes:
    """Return a picture whose data is long enough to be torn."""
    pixels = random.Random(1).randbytes(60 * 50 * 3)  # noqa: S311  (repeatable, not secret)
    stream = BytesIO()
    Image.frombytes("RGB", (60, 50), pixels).save(stream, kind, **options)
    return stream.getvalue()


KINDS = [("JPEG", {}), ("JPEG", {"progressive": True}), ("PNG", {}), ("WEBP", {})]


@pytest.mark.parametrize(("kind", "options"), KINDS)
def test_a_torn_picture_has_no_format(tmp_path: Path, kind: str, options: dict[str, Any]) -> None:
    whole = noisy(kind, **options)
    assert seen(tmp_path, whole).format == kind
    for length in (len(whole) // 2, len(whole) - 20):
        assert seen(tmp_path, whole[:length]).format == ""


def test_a_thumbnail_does_not_end_a_jpeg_and_what_follows_does_not_matter(tmp_path: Path) -> None:
    small = picture("JPEG")
    exif = b"Exif\0\0" + small
    whole = noisy("JPEG", exif=exif)
    assert whole.count(b"\xff\xd9") == 2
    assert seen(tmp_path, whole[:-20]).format == ""
    assert seen(tmp_path, whole + b"a film" * 1000).format == "JPEG"
    filled = whole[:2] + b"\xff\xff" + whole[2:]
    assert seen(tmp_path, filled).format == "JPEG"


def test_a_bomb_is_measured_not_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Row 31: 400 million pixels in a few hundred bytes."""
    small = picture("PNG")
    header = b"IHDR" + struct.pack(">II", 20_000, 20_000) + small[24:29]
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", None)
    data = small[:12] + header + struct.pack(">I", zlib.crc32(header)) + small[33:]
    bomb = seen(tmp_path, data)
    assert (bomb.format, bomb.width, bomb.height) == ("PNG", 20_000, 20_000)


def test_the_limit_of_pillow_is_left_as_it_was(tmp_path: Path) -> None:
    before = Image.MAX_IMAGE_PIXELS
    seen(tmp_path, picture("PNG"))
    seen(tmp_path, b"")
    assert before == Image.MAX_IMAGE_PIXELS


def test_a_heavy_file_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "open", None)
    size = LARGEST_BYTES + 1
    assert seen(tmp_path, b"\0" * size) == Picture("2019/a.jpg", "records/media/2019/a.jpg", size)


def test_a_missing_file_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="gone"):
        look_at(tmp_path / "gone.jpg", name="", path="")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_broken_pictures_never_fail(tmp_path: Path, kind: str) -> None:
    chance = random.Random(33)  # noqa: S311  (repeatable, not secret)
    whole = picture(kind)
    for _ in range(500):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        cut = chance.choice((len(data), chance.randrange(len(data))))
        assert seen(tmp_path, bytes(data[:cut])).size == cut
