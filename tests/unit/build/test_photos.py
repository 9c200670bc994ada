"""Photos find their names, and nothing but the picture is kept."""

import io
from typing import Any

import pytest
from PIL import Image, ImageCms

from generator.build.photos import Assigned, NoPictureError, assigned, drawn_anew


@pytest.mark.parametrize(
    ("wanted", "given", "expected"),
    [
        ([], [], Assigned({}, (), ())),
        (["2020/a.jpg"], [("z9.jpg", b"1")], Assigned({"2020/a.jpg": b"1"}, (), ())),
        (
            ["2020/a.jpg", "2020/b.jpg"],
            [("B.jpg", b"2"), ("z.jpg", b"1")],
            Assigned({"2020/a.jpg": b"1", "2020/b.jpg": b"2"}, (), ()),
        ),
        (
            ["2020/a.jpg", "2020/b.jpg"],
            [("2020/b.jpg", b"2")],
            Assigned({"2020/b.jpg": b"2"}, ("2020/a.jpg",), ()),
        ),
        (["2020/a.jpg"], [("x.jpg", b"1"), ("y.jpg", b"2")], Assigned({}, ("2020/a.jpg",), ("x.jpg", "y.jpg"))),
        (["2020/a.jpg", "2020/a.jpg"], [("a.jpg", b"1")], Assigned({"2020/a.jpg": b"1"}, (), ())),
        (["2020/a.jpg"], [("a.jpg", b"1"), ("a.jpg", b"2")], Assigned({}, ("2020/a.jpg",), ("a.jpg", "a.jpg"))),
    ],
)  # fmt: skip
def test_photos_are_named_by_name_and_then_by_order(
    wanted: list[str], given: list[tuple[str, bytes]], expected: Assigned
) -> None:
    assert assigned(wanted, given) == expected


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


def test_words_beside_a_picture_go_and_its_colours_stay() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = Image.Exif()
    exif[0x010E] = "AP BA"
    data = written(
        Image.new("RGB", (40, 30)), "JPEG", exif=exif, icc_profile=profile, comment=b"AP BA"
    )
    assert data.count(b"AP BA") == 2
    made = drawn_anew(data + b"AP BA", "2020/a.jpg")
    assert b"AP BA" not in made
    with Image.open(io.BytesIO(made)) as kept:
        assert kept.info["icc_profile"] == profile


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
