"""Photos that arrive beside a record: each finds its name, and nothing but the picture is kept.

Where a photo was taken, when and with what stands in the file beside the picture; it must not enter
git, from which nothing ever goes. So each is drawn anew. Source: issue *Submission*, Door 2.
"""

import io
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from generator.domain.media import (
    IMAGE_FORMATS,
    IMAGE_SUFFIXES,
    LARGEST_BYTES,
    LARGEST_PIXELS,
    suffix_of,
)

LONGEST_SIDE: Final = 2000
_QUALITY: Final = 88
_TOO_LARGE: Final = f"lớn quá {LARGEST_PIXELS // 1_000_000} triệu điểm ảnh"
_BROKEN: Final = (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError)


class NoPictureError(Exception):
    """The file is no whole JPEG, PNG or WebP, or too large; the message says which."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """The photos by the names that the record gives them, and what did not fit together."""

    named: Mapping[str, bytes]
    missing: tuple[str, ...]
    unused: tuple[str, ...]


def assigned(wanted: Sequence[str], given: Sequence[tuple[str, bytes]]) -> Assigned:
    """Give each photo its name: by its own, else, if as many are left as names, in their order.

    Chat programs rename what they carry, but keep the order in which photos were chosen.
    """
    left = list(given)
    named: dict[str, bytes] = {}
    for name in wanted:
        fits = [each for each in left if each[0].lower() in (name, name.rpartition("/")[2])]
        if len(fits) == 1:
            named[name] = fits[0][1]
            left.remove(fits[0])
    missing = [name for name in dict.fromkeys(wanted) if name not in named]
    if len(missing) == len(left):
        named |= {name: data for name, (_, data) in zip(missing, left, strict=True)}
        missing, left = [], []
    ordered = {name: named[name] for name in wanted if name in named}
    return Assigned(ordered, tuple(missing), tuple(name for name, _ in left))


def drawn_anew(data: bytes, name: str, longest: int = LONGEST_SIDE) -> bytes:
    """Return the picture alone, upright, of a size to look at, in the format that its name says.

    Its longer side has at most `longest` pixels. The same file gives the same bytes.

    Raises:
        NoPictureError: it is no picture that can be kept.
    """
    kind = IMAGE_SUFFIXES[suffix_of(name)]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=IMAGE_FORMATS) as image:
                return _drawn(image, kind, longest)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise NoPictureError(_TOO_LARGE) from None
    except _BROKEN:
        message = "không phải là ảnh JPEG, PNG hoặc WebP mở được trọn vẹn"
        raise NoPictureError(message) from None


def _drawn(image: Image.Image, kind: str, longest: int) -> bytes:
    if image.width * image.height > LARGEST_PIXELS:
        raise NoPictureError(_TOO_LARGE)
    colours = image.info.get("icc_profile") if image.mode == "RGB" else None
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((longest, longest))
    plain = upright.convert("RGB")
    if upright.has_transparency_data:
        # What is clear would turn black.
        plain = Image.new("RGB", upright.size, "white")
        clear = upright.convert("RGBA")
        plain.paste(clear, mask=clear)
    # A picture of its own: what was read beside the other does not come along.
    alone = Image.frombytes("RGB", plain.size, plain.tobytes())
    written = io.BytesIO()
    options = {"icc_profile": colours} if colours else {}
    alone.save(written, kind, quality=_QUALITY, **options)
    if written.tell() > LARGEST_BYTES:
        message = f"lớn quá {LARGEST_BYTES // 1_000_000} MB"
        raise NoPictureError(message)
    return written.getvalue()
