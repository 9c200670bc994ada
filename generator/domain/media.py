"""What is known of a picture file without showing it."""

from dataclasses import dataclass
from typing import Final

LARGEST_BYTES: Final = 8_000_000
LARGEST_PIXELS: Final = 50_000_000
IMAGE_FORMATS: Final = ("JPEG", "PNG", "WEBP")
IMAGE_SUFFIXES: Final = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}


@dataclass(frozen=True, slots=True)
class Picture:
    """One file below `records/media`: `file` counts from there, sizes are bytes and pixels.

    `format` is told by the content, and empty where it is no picture that can be read.
    """

    file: str
    path: str
    size: int
    format: str = ""
    width: int = 0
    height: int = 0
