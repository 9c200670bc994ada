"""The names, sizes and formats in which the site has a picture. Source: issue *Trust*, Photos."""

from dataclasses import replace

import pytest

from generator.domain.media import Picture
from generator.present.page import Rendition
from generator.present.renditions import as_shown, renditions, srcset, weighed
from tests.unit.present.views import view


def picture(file: str, width: int, height: int) -> Picture:
    """Return a picture as the site shows it, of one whose file is so large."""
    stored = Picture(file, f"records/media/{file}", 1000, "JPEG", width, height)
    held = view()
    held = replace(held, records=replace(held.records, pictures={file: stored}))
    return as_shown(held).records.pictures[file]


@pytest.mark.parametrize(
    ("file", "size", "shown"),
    [
        ((1200, 800), (1200, 800), [(480, 320), (960, 640), (1200, 800)]),
        ((4000, 3000), (1600, 1200), [(480, 360), (960, 720), (1600, 1200)]),
        ((3000, 4000), (1500, 2000), [(480, 640), (960, 1280), (1500, 2000)]),
        ((1600, 900), (1600, 900), [(480, 270), (960, 540), (1600, 900)]),
        ((481, 100), (481, 100), [(480, 100), (481, 100)]),
        ((480, 100), (480, 100), [(480, 100)]),
        ((40, 30), (40, 30), [(40, 30)]),
        ((1, 1), (1, 1), [(1, 1)]),
        # However long and thin, something is left of it.
        ((50_000, 10), (1600, 1), [(480, 1), (960, 1), (1600, 1)]),
        ((10, 50_000), (1, 2000), [(1, 2000)]),
        ((1000, 50_000), (40, 2000), [(40, 2000)]),
    ],
)
def test_sizes_never_exceed_the_picture(
    file: tuple[int, int], size: tuple[int, int], shown: list[tuple[int, int]]
) -> None:
    made = list(renditions(picture("2019/a.jpg", *file)))
    assert made[0] == Rendition("anh/2019/a.jpg", "2019/a.jpg", "JPEG", *size)
    assert made[1:] == [
        Rendition(f"anh/rong-{width}/2019/a.jpg.webp", "2019/a.jpg", "WEBP", width, height)
        for width, height in shown
    ]


@pytest.mark.parametrize(
    ("name", "kind"), [("a.jpg", "JPEG"), ("a.jpeg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP")]
)
def test_at_its_address_a_picture_is_what_its_name_says(name: str, kind: str) -> None:
    made = list(renditions(picture(f"2019/{name}", 900, 600)))
    assert made[0] == Rendition(f"anh/2019/{name}", f"2019/{name}", kind, 900, 600)
    assert len({each.path for each in made}) == len(made)


def test_a_webp_is_not_there_twice() -> None:
    shown = picture("2019/a.webp", 900, 600)
    assert list(renditions(shown)) == [
        Rendition("anh/2019/a.webp", "2019/a.webp", "WEBP", 900, 600),
        Rendition("anh/rong-480/2019/a.webp.webp", "2019/a.webp", "WEBP", 480, 320),
    ]
    assert srcset(shown, str.upper) == ("ANH/RONG-480/2019/A.WEBP.WEBP 480w, ANH/2019/A.WEBP 900w")


def test_twins_but_for_the_suffix_do_not_meet() -> None:
    names = ["a.jpg", "a.jpeg", "a.png", "a.webp", "a.jpg.webp"]
    paths = [each.path for name in names for each in renditions(picture(f"2019/{name}", 1600, 900))]
    assert len(set(paths)) == len(paths) == 4 * 3 + 2 * 2 + 2


def test_a_picture_weighs_what_stands_at_its_address() -> None:
    held = view()
    pictures = {
        file: Picture(file, f"records/media/{file}", 1000, "JPEG", 40, 30)
        for file in ("2019/a.jpg", "2019/b.jpg")
    }
    held = replace(held, records=replace(held.records, pictures=pictures))
    told = weighed(held, {"anh/2019/a.jpg": 77, "anh/rong-40/2019/a.jpg.webp": 5})
    assert {file: each.size for file, each in told.records.pictures.items()} == {
        "2019/a.jpg": 77,
        "2019/b.jpg": 1000,
    }
