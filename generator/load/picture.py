"""What a picture file is, told by its content: format and size, before any pixel is decoded.

Source: research/reliability.md, section 4, rows 31 and 33.
"""

import struct
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

from PIL import ExifTags, Image, ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from generator.domain.media import LARGEST_BYTES, LARGEST_PIXELS, Picture

BROKEN: Final = (OSError, ValueError, SyntaxError, EOFError, struct.error)
"""What Pillow raises of a file that is no whole picture."""

UPRIGHT: Final = 1
FIRST_ON_ITS_SIDE: Final = 5
"""From this orientation on what is stored as width is seen as height."""

_TURNED: Final = range(UPRIGHT, 9)
_MOST_SCANS: Final = 200
_HEAD: Final = 30
_FOURTEEN_BITS: Final = 0x3FFF
_START_OF_SCAN: Final = b"\xff\xda"
_END_OF_IMAGE: Final = b"\xff\xd9"
_FILLER: Final = 0xFF
_READERS: Final[tuple[tuple[bytes, bytes, Callable[[BinaryIO], ImageFile.ImageFile]], ...]] = (
    (b"\xff\xd8\xff", b"", JpegImageFile),
    (b"\x89PNG\r\n\x1a\n", b"", PngImageFile),
    (b"RIFF", b"WEBP", WebPImageFile),
)


class TooManyPixelsError(Exception):
    """The picture has more pixels than may be decoded: its format and its size as it is stored."""

    def __init__(self, kind: str, width: int, height: int) -> None:
        super().__init__(kind, width, height)
        self.format, self.width, self.height = kind, width, height


def look_at(file: Path, *, name: str, path: str) -> Picture:
    """Return what is known of the file; `format` is empty if it is no whole JPEG, PNG or WebP.

    Raises:
        OSError: the file cannot be opened.
    """
    size = file.stat().st_size
    if size > LARGEST_BYTES:
        return Picture(name, path, size)
    with file.open("rb") as stream, quiet():
        try:
            image = opened(stream)
            on_its_side = orientation(image) >= FIRST_ON_ITS_SIDE
            width, height = image.size[::-1] if on_its_side else image.size
            image.verify()
        except TooManyPixelsError as large:
            return Picture(name, path, size, large.format, large.width, large.height)
        except BROKEN:
            return Picture(name, path, size)
    return Picture(name, path, size, image.format or "", width, height)


def opened(stream: BinaryIO) -> ImageFile.ImageFile:
    """Return the picture with nothing but its headers read, whatever the file is called.

    `Image.open` is not asked: it warns or raises by a limit of its own, where ours is a rule with a
    message (M004), and takes a JPEG with a second one behind it, as phones write, for another
    format. So only these three readers of Pillow ever see a file.

    Raises:
        TooManyPixelsError: it must not be decoded.
        BROKEN: it is no JPEG, PNG or WebP, or is torn, or made to keep a decoder busy.
    """
    head = stream.read(_HEAD)
    for start, middle, reader in _READERS:
        if head.startswith(start) and middle in head[8:12]:
            if reader is JpegImageFile:
                _require_whole_jpeg(head + stream.read())
            elif reader is WebPImageFile:
                # Its decoder takes the memory for all pixels at once.
                _require_few_pixels("WEBP", *_webp_size(head))
            stream.seek(0)
            image = reader(stream)
            _require_few_pixels(image.format or "", *image.size)
            return image
    message = "neither JPEG nor PNG nor WebP"
    raise ValueError(message)


def orientation(image: Image.Image) -> int:
    """Return how the picture is to be turned, 1 to 8, as Exif has it before the pixels.

    That is what browsers go by; what Pillow besides finds in XMP they do not look at.
    Source: Exif 3.0, tag 274.
    """
    exif = Image.Exif()
    try:
        exif.load(image.info.get("exif", b""))
        told = exif.get(ExifTags.Base.Orientation)
    except BROKEN:
        return UPRIGHT
    return told if isinstance(told, int) and told in _TURNED else UPRIGHT


@contextmanager
def quiet() -> Iterator[None]:
    """Keep Pillow from warning of every oddity in a file; not for several threads at once."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _require_few_pixels(kind: str, width: int, height: int) -> None:
    if width * height > LARGEST_PIXELS:
        raise TooManyPixelsError(kind, width, height)


def _webp_size(head: bytes) -> tuple[int, int]:
    """Return the size that the first chunk tells, or nothing if it is none that begins a WebP.

    Source: RFC 9649, sections 2.5 (VP8, VP8L) and 2.7 (VP8X).
    """
    little = partial(int.from_bytes, byteorder="little")
    if head[12:16] == b"VP8 ":
        return little(head[26:28]) & _FOURTEEN_BITS, little(head[28:30]) & _FOURTEEN_BITS
    if head[12:16] == b"VP8L":
        bits = little(head[21:25])
        return (bits & _FOURTEEN_BITS) + 1, (bits >> 14 & _FOURTEEN_BITS) + 1
    if head[12:16] == b"VP8X":
        return little(head[24:27]) + 1, little(head[27:30]) + 1
    return 0, 0


def _require_whole_jpeg(data: bytes) -> None:
    """Refuse a JPEG without its end: Pillow notices a torn PNG or WebP, but not a torn JPEG.

    The end mark is looked for behind the headers, for a thumbnail in them has one of its own. The
    picture's data never contains it, and what cameras add behind it does not matter. No camera
    writes hundreds of scans, each of which is decoded over the whole picture.
    """
    at = 2
    while at + 4 <= len(data) and data[at + 1] != _START_OF_SCAN[1]:
        at += 1 if data[at + 1] == _FILLER else 2 + int.from_bytes(data[at + 2 : at + 4])
    if data[at : at + 2] != _START_OF_SCAN or _END_OF_IMAGE not in data[at:]:
        message = "the picture or its end is missing"
        raise ValueError(message)
    if data.count(_START_OF_SCAN, at) > _MOST_SCANS:
        message = "too many scans"
        raise ValueError(message)
