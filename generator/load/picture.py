"""What a picture file is, told by its content: format and size, before any pixel is decoded.

Source: research/reliability.md, section 4, rows 31 and 33.
"""

from pathlib import Path
from typing import BinaryIO

from PIL import Image, UnidentifiedImageError

from generator.domain.media import IMAGE_FORMATS, LARGEST_BYTES, Picture


def look_at(file: Path, *, name: str, path: str) -> Picture:
    """Return what is known of the file; `format` is empty if it is no JPEG, PNG or WebP.

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
