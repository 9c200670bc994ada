"""Of a picture the pixels are kept, upright and in sRGB, and nothing that stood beside them."""

import io
import re
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageColor

from generator.build.drawing import NoPictureError, drawn_anew, drawn_as, painted_with
from generator.domain.media import LARGEST_BYTES
from generator.present.page import Rendition


def written(image: Image.Image, kind: str, **options: Any) -> bytes:
    data = io.BytesIO()
    image.save(data, kind, **options)
    return data.getvalue()


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "L", "CMYK"])
@pytest.mark.parametrize("name", ["2020/a.jpg", "2020/a.jpeg", "2020/a.png", "2020/a.webp"])
def test_every_picture_is_drawn_in_the_format_of_its_name(mode: str, name: str) -> None:
    image = Image.new("RGB", (40, 30), (200, 10, 10)).convert(mode)
    made = drawn_anew(
        written(image, "JPEG" if mode == "CMYK" else "PNG" if mode != "L" else "JPEG"), name
    )
    assert made == drawn_anew(written(image, "JPEG" if mode in ("CMYK", "L") else "PNG"), name)
    with Image.open(io.BytesIO(made)) as kept:
        kinds = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
        assert (kept.format, kept.size) == (kinds[name.rpartition(".")[2]], (40, 30))


def profile(*, swapped: bool = False) -> bytes:
    """Return a profile of sRGB; `swapped` calls red green and green red."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    if not swapped:
        return data
    return data.replace(b"rXYZ", b"____").replace(b"gXYZ", b"rXYZ").replace(b"____", b"gXYZ")


def pixel(data: bytes) -> tuple[int, ...]:
    with Image.open(io.BytesIO(data)) as image:
        assert "icc_profile" not in image.info
        told = image.convert("RGB").getpixel((20, 15))
    assert isinstance(told, tuple)
    return tuple(round(each / 10) * 10 for each in told)


def test_words_beside_a_picture_go() -> None:
    exif = Image.Exif()
    exif[0x010E] = "AP BA"
    options = {"exif": exif, "icc_profile": profile(), "comment": b"AP BA"}
    data = written(Image.new("RGB", (40, 30)), "JPEG", **options)
    assert data.count(b"AP BA") == 2
    made = drawn_anew(data + b"AP BA", "2020/a.jpg")
    assert b"AP BA" not in made
    assert made == drawn_anew(written(Image.new("RGB", (40, 30)), "JPEG"), "2020/a.jpg")


@pytest.mark.parametrize(
    ("mode", "own", "seen"),
    [
        ("RGB", None, (200, 10, 20)),
        ("RGB", profile(), (200, 10, 20)),
        ("RGB", profile(swapped=True), (10, 200, 20)),
        ("RGBA", profile(swapped=True), (10, 200, 20)),
        ("P", profile(swapped=True), (0, 200, 0)),
        # A profile that says nothing of this picture is none.
        ("L", profile(swapped=True), (70, 70, 70)),
        ("RGB", b"no profile", (200, 10, 20)),
        ("RGB", profile()[:200], (200, 10, 20)),
    ],
)
def test_colours_are_those_that_a_browser_takes_for_granted(
    mode: str, own: bytes | None, seen: tuple[int, ...]
) -> None:
    options = {"icc_profile": own} if own else {}
    image = Image.new("RGB", (40, 30), (200, 10, 20)).convert(mode)
    assert pixel(drawn_anew(written(image, "PNG", **options), "2020/a.png")) == seen


CORNERS = ("red", "lime", "blue", "white")
# Where the red, lime, blue and white corners of the stored picture are seen, clockwise from the
# upper left, as Exif 3.0 tells of tag 274.
TURNED = {
    1: ("red", "lime", "white", "blue"),
    2: ("lime", "red", "blue", "white"),
    3: ("white", "blue", "red", "lime"),
    4: ("blue", "white", "lime", "red"),
    5: ("red", "blue", "white", "lime"),
    6: ("blue", "red", "lime", "white"),
    7: ("white", "lime", "red", "blue"),
    8: ("lime", "white", "blue", "red"),
    9: ("red", "lime", "white", "blue"),
}


def cornered() -> Image.Image:
    """Return a picture, 80 by 40, with red and lime above, blue and white below."""
    image = Image.new("RGB", (80, 40))
    for place, colour in zip([(0, 0), (40, 0), (0, 20), (40, 20)], CORNERS, strict=True):
        image.paste(colour, (*place, place[0] + 40, place[1] + 20))
    return image


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("told", TURNED)
def test_a_picture_is_turned_upright(kind: str, told: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = told
    made = drawn_anew(written(cornered(), kind, exif=exif), "2020/a.png")
    with Image.open(io.BytesIO(made)) as image:
        width, height = image.size
        assert (width, height) == ((40, 80) if 5 <= told <= 8 else (80, 40))
        places = [(5, 5), (width - 6, 5), (width - 6, height - 6), (5, height - 6)]
        seen = [image.getpixel(place) for place in places]
    for colour, wanted in zip(seen, TURNED[told], strict=True):
        assert isinstance(colour, tuple)
        assert max(abs(a - b) for a, b in zip(colour, ImageColor.getrgb(wanted), strict=False)) < 40


def test_a_picture_is_drawn_in_every_size_that_is_wanted() -> None:
    wanted = [
        Rendition("anh/a.jpg", "a.jpg", "JPEG", 800, 400),
        Rendition("anh/s/a.jpg.webp", "a.jpg", "WEBP", 200, 100),
        Rendition("anh/a.png", "a.jpg", "PNG", 3, 1),
    ]
    data = written(cornered().resize((1600, 800)), "JPEG", quality=95)
    made = list(drawn_as(data, wanted))
    for each, content in zip(wanted, made, strict=True):
        with Image.open(io.BytesIO(content)) as image:
            assert (image.format, image.size) == (each.format, (each.width, each.height))
            assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"} | {
                *("progressive", "progression", "loop", "background", "timestamp", "duration")
            }
    assert made == list(drawn_as(data, wanted))


def test_what_is_too_heavy_is_not_looked_at() -> None:
    wanted = [Rendition("anh/a.jpg", "a.jpg", "JPEG", 8, 4)]
    with pytest.raises(NoPictureError, match="lớn quá 8 MB"):
        list(drawn_as(b"\0" * (LARGEST_BYTES + 1), wanted))


def test_a_drawing_is_told_by_what_drew_it() -> None:
    assert re.fullmatch(
        r"recipe \d+, pillow [\d.]+, libjpeg_turbo [\d.]+, webp [\d.]+, zlib [\w.]+, "
        r"littlecms2 [\d.]+",
        painted_with(),
    )


def refusal(data: bytes, name: str = "2020/a.jpg") -> str:
    with pytest.raises(NoPictureError) as caught:
        drawn_anew(data, name)
    return str(caught.value)


def test_what_is_no_whole_picture_is_refused() -> None:
    whole = written(Image.linear_gradient("L"), "JPEG")
    broken = "không phải là ảnh JPEG, PNG hoặc WebP mở được trọn vẹn"
    assert refusal(b"") == broken
    assert refusal(b"no picture") == broken
    assert refusal(whole[: len(whole) // 2]) == broken
    assert refusal(written(Image.new("RGB", (4, 4)), "GIF")) == broken


@pytest.mark.parametrize("side", [7_100, 10_000, 14_000])
def test_a_picture_of_too_many_points_is_refused_unopened(side: int) -> None:
    data = written(Image.new("1", (side, side)), "PNG")
    assert refusal(data) == "lớn quá 50 triệu điểm ảnh"


def test_a_picture_of_too_many_bytes_is_refused() -> None:
    noise = Image.effect_noise((2000, 2000), 200)
    coloured = Image.merge("RGB", (noise, noise.rotate(90), noise.rotate(180)))
    assert refusal(written(coloured, "PNG", compress_level=0), "2020/a.png") == "lớn quá 8 MB"


def test_what_is_clear_becomes_white() -> None:
    image = Image.new("RGBA", (40, 30), (0, 0, 0, 0))
    with Image.open(io.BytesIO(drawn_anew(written(image, "PNG"), "2020/a.jpg"))) as kept:
        assert kept.getpixel((20, 15)) == (255, 255, 255)
