"""Nothing of what stands beside the pixels of a photo is on a built site.

Source: research/reliability.md, section 4, row 32; issue *Trust*, Photos.
"""

import hashlib
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.pictures import CANARY, NOTHING_BUT_PIXELS, hiding, parts
from tests.site.conftest import congtac
from tests.site.test_building import small_records
from tests.site.test_withdrawal import telling

ARTICLE = """\
---
title: Ảnh có nhiều điều ghi kèm
date: 2019-05-06
lead: Mỗi ảnh một cách giấu.
author: Lâm Hồng Đào
category: Tin cơ sở
cover: 2019/exif.jpg
status: ready
---

"""


def with_pictures(records: Path) -> list[str]:
    """Put pictures that hide something into records, and show all in an article and at a visit."""
    names = [f"2019/{name}" for name in hiding()]
    for name, data in hiding().items():
        (records / "media/2019" / name).write_bytes(data)
    body = "\n\n".join(f"![Ảnh {name}]({name})" for name in names)
    file = records / "articles/2019/2019-05-06-anh.md"
    file.parent.mkdir(parents=True)
    file.write_text(ARTICLE + body + "\n", encoding="utf-8")
    plain = (each for each in sorted((records / "visits/2019").glob("*.yml")))
    visit = next(each for each in plain if "photos:" not in each.read_text(encoding="utf-8"))
    photos = "".join(f"  - file: {name}\n    caption: Ảnh\n    consent: true\n" for name in names)
    text = visit.read_text(encoding="utf-8")
    visit.write_text(f"{text}photos:\n{photos}", encoding="utf-8")
    return names


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_row_32_nothing_that_stands_beside_the_pixels_is_on_the_site(
    tmp_path: Path, audience: str, record_property: Callable[[str, object], None]
) -> None:
    records, out = small_records(tmp_path), tmp_path / "site"
    names = with_pictures(records)
    done = congtac("build", "--records", str(records), "--out", str(out), "--audience", audience)
    assert done.returncode == 0, done.stderr

    page = (out / "tin-tuc/2019/2019-05-06-anh/index.html").read_text(encoding="utf-8")
    shown = re.findall(r'<img [^>]*src="\.\./\.\./\.\./anh/([^"]+)"', page)
    assert shown == ["2019/exif.jpg", *names]
    assert telling(records, CANARY.decode()) > {f"media/{name}" for name in names[:20]}
    assert telling(out, CANARY.decode()) == set()

    drawn = [path for path in (out / "anh").rglob("*") if path.is_file()]
    assert len(drawn) >= sum(1 if name.endswith(".webp") else 2 for name in names)
    for path in drawn:
        assert parts(path.read_bytes()) <= NOTHING_BUT_PIXELS, path
    given = {digest(path) for path in (records / "media").rglob("*") if path.is_file()}
    assert not given & {digest(path) for path in out.rglob("*") if path.is_file()}
    total = sum(1 for path in out.rglob("*") if path.is_file())
    figure = f"{len(names)} photos with a mark beside the pixels, 0 of {total} files hold it"
    record_property("figure", figure)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_every_choice_of_a_picture_is_the_file_that_the_page_tells_of(public_site: Path) -> None:
    told = 0
    for page in public_site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        for source, image in re.findall(r"<picture>(<source [^>]*>)(<img [^>]*>)</picture>", text):
            sizes = dict(re.findall(r' (src|width|height)="([^"]*)"', image))
            largest = (int(sizes["width"]), int(sizes["height"]))
            choices = re.findall(r"([^\s\",]+) (\d+)w", source)
            assert {'type="image/webp"', "sizes="} <= set(
                re.findall(r'type="[^"]*"|sizes=', source)
            )
            for address, width in (*choices, (sizes["src"], sizes["width"])):
                with Image.open(io.BytesIO((page.parent / address).read_bytes())) as file:
                    assert file.width == int(width) <= largest[0]
                    assert abs(file.width * largest[1] - file.height * largest[0]) <= largest[0]
                    told += 1
    assert told > 200


def test_a_page_with_a_photo_is_lighter_than_the_files_of_the_records(public_site: Path) -> None:
    """What a phone and a desk load of a photo, by the widths at which the theme shows it."""
    files = sorted((public_site / "anh/2019").glob("*.jpg"))
    for width, share in ((480, 0.35), (960, 0.75)):
        made = [public_site / f"anh/rong-{width}/2019/{file.name}.webp" for file in files]
        light = sum(path.stat().st_size for path in made)
        assert light < share * sum(file.stat().st_size for file in files), width
