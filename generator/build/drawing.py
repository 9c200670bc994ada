"""A picture drawn anew: of a file that somebody gave, the pixels, and nothing that stood beside.

Where a photo was taken, when and with what stands in the file beside the picture, and much else can
be hidden there. Colours are turned into sRGB, so that no profile goes along either. The same file
gives the same bytes, as long as Pillow and what it draws with are the same. Source: issue *Trust*,
Photos; decision 0019.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import partial
from operator import attrgetter
from typing import Final

import PIL
from PIL import Image, ImageCms, features

from generator.domain.media import IMAGE_SUFFIXES, LARGEST_BYTES, LARGEST_PIXELS, suffix_of
from generator.load.picture import (
    BROKEN,
    FIRST_ON_ITS_SIDE,
    TooManyPixelsError,
    opened,
    orientation,
    quiet,
)
from generator.present.page import Rendition

LONGEST_SIDE: Final = 2000

RECIPE: Final = "1"
"""Another number for another way of drawing, so that what was drawn before is drawn again."""

_KEPT: Final[dict[str, int | bool]] = {"quality": 88}
_SHOWN: Final[dict[str, dict[str, int | bool]]] = {
    "JPEG": {"quality": 80, "progressive": True, "optimize": True},
    "PNG": {"optimize": False, "compress_level": 6},
    # The next better method takes twice the time for files 3 % smaller.
    "WEBP": {"quality": 76, "method": 2},
}
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_PAINTED_WITH: Final = ("libjpeg_turbo", "webp", "zlib", "littlecms2")
_SRGB: Final = ImageCms.createProfile("sRGB")
_TOO_LARGE: Final = f"lớn quá {LARGEST_PIXELS // 1_000_000} triệu điểm ảnh"
_TOO_HEAVY: Final = f"lớn quá {LARGEST_BYTES // 1_000_000} MB"
_NO_PICTURE: Final = "không phải là ảnh JPEG, PNG hoặc WebP mở được trọn vẹn"


class NoPictureError(Exception):
    """The file is no whole JPEG, PNG or WebP, or too large; the message says which."""


def drawn_anew(data: bytes, name: str, longest: int = LONGEST_SIDE) -> bytes:
    """Return the picture alone, upright, of a size to look at, in the format that its name says.

    Its longer side has at most `longest` pixels.

    Raises:
        NoPictureError: it is no picture that can be kept.
    """
    with quiet():
        plain = _plain(data, partial(_within, longest))
        written = _written(plain, IMAGE_SUFFIXES[suffix_of(name)], _KEPT)
    if len(written) > LARGEST_BYTES:
        raise NoPictureError(_TOO_HEAVY)
    return written


def drawn_as(data: bytes, wanted: Sequence[Rendition]) -> Iterator[bytes]:
    """Yield the picture alone, upright, as each of its renditions; warnings are left to the caller.

    Raises:
        NoPictureError: it is no picture that can be shown.
    """
    if len(data) > LARGEST_BYTES:
        raise NoPictureError(_TOO_HEAVY)
    largest = max(wanted, key=attrgetter("width"))
    plain = _plain(data, lambda *_: (largest.width, largest.height))
    for each in wanted:
        size = (each.width, each.height)
        sized = plain if size == plain.size else plain.resize(size, Image.Resampling.LANCZOS)
        yield _written(sized, each.format, _SHOWN[each.format])


def painted_with() -> str:
    """Return what the bytes of a drawing depend on besides the picture."""
    versions = (f"{each} {features.version(each)}" for each in _PAINTED_WITH)
    return ", ".join((f"recipe {RECIPE}", f"pillow {PIL.__version__}", *versions))


def _within(longest: int, width: int, height: int) -> tuple[int, int]:
    """Return the size at which the longer side has at most so many pixels."""
    scale = min(Fraction(1), Fraction(longest, max(width, height)))
    return max(1, round(width * scale)), max(1, round(height * scale))


def _plain(data: bytes, fit: Callable[[int, int], tuple[int, int]]) -> Image.Image:
    """Return the picture in RGB, upright, in the size that fits; none too large is decoded."""
    try:
        with opened(io.BytesIO(data)) as image:
            turned = orientation(image)
            colours = image.info.get("icc_profile")
            if turned >= FIRST_ON_ITS_SIDE:
                size = fit(image.height, image.width)[::-1]
            else:
                size = fit(image.width, image.height)
            sized = _sized(image, size)
            upright = sized.transpose(_TURNS[turned]) if turned in _TURNS else sized
            return _in_srgb(_on_white(upright), colours)
    except TooManyPixelsError:
        raise NoPictureError(_TOO_LARGE) from None
    except BROKEN:
        raise NoPictureError(_NO_PICTURE) from None


def _sized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    # A JPEG much larger than wanted is decoded smaller at once.
    image.draft(None, (2 * size[0], 2 * size[1]))
    if image.mode not in ("L", "RGB", "CMYK") or image.has_transparency_data:
        # Palettes and bits have no colours in between.
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    if image.size == size:
        return image
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2)


def _on_white(image: Image.Image) -> Image.Image:
    """Return the picture on white paper, for what is clear would turn black."""
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image)
    return paper


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the picture in the colours that a browser takes for granted."""
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(image, own, _SRGB, outputMode="RGB") or image
        except (ImageCms.PyCMSError, *BROKEN):
            # A profile that is broken, or of other colours than the picture has, says nothing.
            pass
    return image.convert("RGB")


def _written(image: Image.Image, kind: str, options: dict[str, int | bool]) -> bytes:
    # A picture of its own: what was read beside the other does not come along.
    alone = Image.frombytes("RGB", image.size, image.tobytes())
    written = io.BytesIO()
    alone.save(written, kind, **options)
    return written.getvalue()
