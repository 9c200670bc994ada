"""The photographs are small, real, described, and belong to a visit."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from PIL import Image

Tree = dict[str, Any]


def test_every_file_is_a_photo_of_a_visit_and_every_photo_a_file(
    root: Path, photos: list[Tree]
) -> None:
    files = {path.relative_to(root / "media").as_posix() for path in root.glob("media/*/*")}
    assert 25 <= len(files) <= 40
    assert {photo["file"] for photo in photos} == files
    assert Counter(photo["file"] for photo in photos).most_common(1)[0][1] == 1


def test_pictures_are_of_one_size_and_small(root: Path) -> None:
    paths = sorted(root.glob("media/*/*"))
    assert sum(path.stat().st_size for path in paths) < 3_000_000
    for path in paths:
        assert path.stat().st_size <= 80_000
        with Image.open(path) as picture:
            assert (picture.format, picture.size) == ("JPEG", (1200, 800))
            assert not picture.getexif()


def test_no_two_pictures_are_alike(root: Path) -> None:
    paths = sorted(root.glob("media/*/*"))
    assert len({path.read_bytes() for path in paths}) == len(paths)


def test_photos_say_what_they_show_and_a_few_are_withheld(photos: list[Tree]) -> None:
    assert all(photo["caption"] and photo["alt"] for photo in photos)
    withheld = sum(photo.get("consent", "false") == "false" for photo in photos)
    assert 2 <= withheld <= 6
