"""Pictures are named so that every system can hold them, and none leads out of the folder."""

import pytest

from generator.domain.media import is_well_named, suffix_of

WELL = ["2019/ap-3.jpg", "2019/a/b_c.webp", "0000/1.jpeg", "2019/ap.3.png"]
BADLY = [
    "",
    "ap-3.jpg",
    "2019",
    "2019/",
    "2019/ap-3",
    "2019/ap-3.gif",
    "2019/ap-3.svg",
    "2019/Ap-3.jpg",
    "2019/ap-3.JPG",
    "2019/ấp-3.jpg",
    "2019/ap 3.jpg",
    "19/ap-3.jpg",
    "/2019/ap-3.jpg",
    "../2019/ap-3.jpg",
    "2019/../ap-3.jpg",
    "2019/../../../../etc/x.jpg",
    "2019//ap-3.jpg",
    "2019/./ap-3.jpg",
    "2019/.hidden.jpg",
    "2019\\ap-3.jpg",
    "C:\\2019\\ap-3.jpg",
    "https://example.vn/2019/ap-3.jpg",
    "2019/con.jpg",
    "2019/ap-3./a.jpg",
    "2019/nul/ap-3.jpg",
    "2019/com1.jpg",
    "2019/ap-3.jpg\n",
    "٢٠١٩/ap-3.jpg",
]


@pytest.mark.parametrize("file", WELL)
def test_well_named(file: str) -> None:
    assert is_well_named(file)


@pytest.mark.parametrize("file", BADLY)
def test_badly_named(file: str) -> None:
    assert not is_well_named(file)


def test_suffixes_are_compared_in_lower_case() -> None:
    assert suffix_of("2019/A.JPG") == ".jpg"
