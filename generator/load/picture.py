"""What a picture file is, told by its content: format and size, before any pixel is decoded.

Source: research/reliability.md, section 4, rows 31 and 33.
"""

from pathlib import Path
from typing import BinaryIO, Final

from PIL import Image, UnidentifiedImageError

from generator.domain.media import IMAGE_FORMATS, LARGEST_BYTES, Picture

_START_OF_SCAN: Final = 0xDA
_END_OF_IMAGE: Final = b"\xff\xd9"
_FILLER: Final = 0xFF


def look_at(file: Path, *, name: str, path: str) -> Picture:
    """Return what is known of the file; `format` is empty if it is no whole JPEG, PNG or WebP.

    Raises:
        OSError: the file cannot be opened.
    """
    size = file.stat().st_size
    if size > LARGEST_BYTES:
        return Picture(name, path, size)
    with file.open("rb") as stream:
        try:
            kind, (width, height) = _identify(stream)
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError):
            return Picture(name, path, size)
        if kind == "JPEG" and not _ends(stream):
            return Picture(name, path, size)
    return Picture(name, path, size, kind, width, height)


def _identify(stream: BinaryIO) -> tuple[str, tuple[int, int]]:
    limit = Image.MAX_IMAGE_PIXELS
    # Pillow warns or raises by a limit of its own; ours is a rule with a message (M004).
    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(stream, formats=IMAGE_FORMATS) as image:
            kind, size = image.format or "", image.size
            image.verify()
            return kind, size
    finally:
        Image.MAX_IMAGE_PIXELS = limit


def _ends(stream: BinaryIO) -> bool:
    """Whether a JPEG has its end: Pillow notices a torn PNG or WebP, but not a torn JPEG.

    The end mark is looked for behind the headers, for a thumbnail in them has one of its own. The
    picture's data never contains it, and what cameras add behind it does not matter.
    """
    stream.seek(0)
    data = stream.read()
    at = 2
    while at + 4 <= len(data) and data[at + 1] != _START_OF_SCAN:
        at += 1 if data[at + 1] == _FILLER else 2 + int.from_bytes(data[at + 2 : at + 4])
    return _END_OF_IMAGE in data[at:]
