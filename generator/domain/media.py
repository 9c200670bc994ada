"""What is known of a picture file without showing it, and how such a file may be named."""

import re
from dataclasses import dataclass
from typing import Final

from generator.domain.fields import open_to

LARGEST_BYTES: Final = 8_000_000
LARGEST_PIXELS: Final = 50_000_000
IMAGE_SUFFIXES: Final = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}

_NAME: Final = re.compile(r"\d{4}(?:/[a-z0-9_-][a-z0-9._-]*)+", re.ASCII)
# Names that Windows keeps for devices, whatever the suffix.
_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Picture:
    """One file below `records/media`: `file` counts from there, sizes are bytes and pixels.

    `format` is told by the content, and empty where it is no picture that can be read. Width and
    height are those of the picture held upright.
    """

    file: str = open_to("public")
    path: str = open_to("public")
    size: int = open_to("public")
    format: str = open_to("public", default="")
    width: int = open_to("public", default=0)
    height: int = open_to("public", default=0)


def suffix_of(file: str) -> str:
    """Return what follows the last dot, in lower case and with the dot."""
    return "." + file.rpartition(".")[2].lower()


def is_well_named(file: str) -> bool:
    """Whether the file is named `<year>/<name>` in lower-case ASCII, on every system alike.

    So no two names differ by case only, and none loses a dot at its end on its way to Windows.

    Source: research/reliability.md, section 4, row 30.
    """
    return (
        _NAME.fullmatch(file) is not None
        and suffix_of(file) in IMAGE_SUFFIXES
        and not any(_DEVICES.fullmatch(part) or part.endswith(".") for part in file.split("/"))
    )
