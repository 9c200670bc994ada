"""Sound records in which a visit can contradict all that it ever can, and edits that do."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.pictures import picture
from tests.unit.load.trees import small, visit, write

ARTICLE: Final = """\
---
title: Tin
date: 2019-06-01
lead: Mở đầu.
author: An
category: Tin
visits:
  - {named}
status: ready
---
{body}
"""
PHOTO: Final = "photos:\n  - file: 2019/a.jpg\n    caption: Ảnh\n    consent: {consent}\n"


def world(folder: Path) -> Path:
    """Return sound records with all that a visit can contradict: articles, photos, former ids."""
    root = small(folder)
    write(root, "visits/2019/2019-05-20-a.yml", visit("2019-05-20", more="# ghi chú\n"))
    write(root, "visits/2019/2019-05-21-b.yml", visit("2019-05-21", more="end_date: 2019-05-24\n"))
    write(root, "visits/2019/2019-12-30-c.yml", visit("2019-12-30", more="former_ids:\n  - cu\n"))
    write(
        root, "visits/2018/2018-02-02-d.yml", visit("2018-02-02", more=PHOTO.format(consent="true"))
    )
    write(root, "visits/2020/2020-03-03-e.yml", visit("2020-03-03"))
    write(root, "media/2019/a.jpg", picture("JPEG"))
    body = "![a](2019/a.jpg) {{ year(2020).visits }} {{ visit(2019-05-21-b).date }}"
    write(root, "articles/2019/2019-06-01-tin.md", ARTICLE.format(named="2019-05-20-a", body=body))
    return root


EDITS: Final[dict[str, Callable[[Path], object]]] = {
    "another visit that day": lambda r: write(r, "visits/2019/2019-05-23-x.yml", visit("2019-05-23", "nhi-long")),
    "the same visit again": lambda r: write(r, "visits/2019/2019-05-20-x.yml", visit("2019-05-20")),
    "a day further on": lambda r: write(r, "visits/2019/2019-05-25-x.yml", visit("2019-05-25", "nhi-long")),
    "a long visit before": lambda r: write(
        r, "visits/2019/2019-05-01-x.yml", visit("2019-05-01", "nhi-long", more="end_date: 2019-05-20\n")
    ),
    "a visit named as another once was": lambda r: write(r, "visits/2019/cu.yml", visit("2019-07-07")),
    "a former id of another": lambda r: write(
        r, "visits/2019/2019-07-07-x.yml", visit("2019-07-07", more="former_ids:\n  - cu\n")
    ),
    "a visit of an article gone": lambda r: (r / "visits/2019/2019-05-20-a.yml").unlink(),
    "a visit of a placeholder gone": lambda r: (r / "visits/2019/2019-05-21-b.yml").unlink(),
    "the only visit of a year gone": lambda r: (r / "visits/2020/2020-03-03-e.yml").unlink(),
    "a visit taken back": lambda r: write(
        r, "visits/2019/2019-05-20-a.yml", visit("2019-05-20", more="withdrawn: 2019-06-01\n")
    ),
    "consent taken back": lambda r: write(
        r, "visits/2018/2018-02-02-d.yml", visit("2018-02-02", more=PHOTO.format(consent="false"))
    ),
    "a photo without consent elsewhere": lambda r: write(
        r, "visits/2018/2018-09-09-x.yml", visit("2018-09-09", more=PHOTO.format(consent="false"))
    ),
    "a visit moved": lambda r: (r / "visits/2019/2019-05-20-a.yml").rename(r / "visits/2019/2019-05-20-z.yml"),
    "a visit in the wrong folder": lambda r: (r / "visits/2019/2019-05-20-a.yml").rename(
        r / "visits/2018/2019-05-20-a.yml"
    ),
    "the same name in two folders": lambda r: write(r, "visits/2018/2019-05-20-a.yml", visit("2019-05-20")),
    "no YAML": lambda r: write(r, "visits/2019/2019-05-20-a.yml", "a: b: c"),
    "too large": lambda r: write(r, "visits/2019/2019-05-20-a.yml", b"a" * 70_000),
    "a member gone": lambda r: (r / "members/le-van-ba.yml").unlink(),
    "the units gone": lambda r: (r / "units.yml").unlink(),
    "a picture gone": lambda r: (r / "media/2019/a.jpg").unlink(),
    "a picture torn": lambda r: write(r, "media/2019/a.jpg", picture("JPEG")[:-20]),
    "the article names nothing": lambda r: write(
        r, "articles/2019/2019-06-01-tin.md", ARTICLE.format(named="2019-01-01-gone", body="x")
    ),
    "a stray file": lambda r: write(r, "visits/2019/README.md", "x"),
    "a link": lambda r: (r / "visits/2019/2019-08-08-x.yml").symlink_to(r / "units.yml"),
    "a linked folder": lambda r: (r / "visits/2017").symlink_to(r / "visits/2019"),
    "a warning more": lambda r: write(r, "visits/2020/2020-03-03-e.yml", visit("2020-03-03", more="# x\n")),
    "nothing": lambda _: None,
}  # fmt: skip
