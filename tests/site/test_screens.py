"""The guide's pictures show the site as it is. Source: issue 3, *First contact*."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser

from samples.screens import SCREENS, take
from tests.site.conftest import ROOT

pytestmark = pytest.mark.browser

DOCS = ROOT / "docs"
HEAVIEST = 60_000
# Of 255 levels of grey, on the average of a picture made small: another release of the browser
# draws letters otherwise and stays far below; other figures, another table or order does not.
UNLIKE = 4.0

SHOWN = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<file>[^)]+[.]webp)\)(?:\{(?P<attributes>[^}]*)\})?")


@pytest.fixture(scope="session")
def taken(browser: Browser, public_site: Path, internal_site: Path) -> dict[str, bytes]:
    return dict(take(browser, {"public": public_site, "internal": internal_site}))


def small(picture: bytes) -> tuple[Image.Image, tuple[int, int]]:
    with Image.open(io.BytesIO(picture)) as image:
        assert image.format == "WEBP"
        return image.convert("L").resize((48, 48), Image.Resampling.BOX), image.size


def unlikeness(one: bytes, other: bytes) -> float:
    difference = ImageChops.difference(small(one)[0], small(other)[0])
    return ImageStat.Stat(difference).mean[0]


def committed() -> dict[str, bytes]:
    files = [*(DOCS / "images").iterdir(), *(DOCS / "huong-dan" / "anh").iterdir()]
    return {path.relative_to(DOCS).as_posix(): path.read_bytes() for path in files}


def test_the_script_takes_each_committed_picture_and_no_other(taken: dict[str, bytes]) -> None:
    assert sorted(committed()) == sorted(taken)


@pytest.mark.parametrize("file", [screen.file for screen in SCREENS])
def test_a_committed_picture_shows_the_page_of_today(taken: dict[str, bytes], file: str) -> None:
    old, new = committed()[file], taken[file]
    assert small(old)[1] == small(new)[1]
    assert unlikeness(old, new) <= UNLIKE, f"{file} has aged: run `make pictures`"


def test_pictures_are_light() -> None:
    assert {file: len(held) for file, held in committed().items() if len(held) > HEAVIEST} == {}


def test_every_picture_is_shown_with_words_and_its_size() -> None:
    shown: set[str] = set()
    for page in (DOCS / "huong-dan").glob("*.md"):
        for found in SHOWN.finditer(page.read_text(encoding="utf-8")):
            file = f"huong-dan/{found['file']}"
            width, height = small(committed()[file])[1]
            assert len(found["alt"]) > 20, file
            assert f'width="{width}" height="{height}"' in found["attributes"], file
            shown.add(file)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown |= {found["file"].removeprefix("docs/") for found in SHOWN.finditer(readme)}
    assert shown == set(committed())
