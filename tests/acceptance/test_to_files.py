"""`congtac publish --to-files` as its users call it. Source: issue *News*, *Without API access*."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from PIL import Image

from generator.build.handover import hand_over
from generator.build.publishing import Asked, news
from generator.errors import RefusedError
from tests.builders import member, organisation, records, visit, write
from tests.commands import called

ARTICLE = """\
---
title: Họp lệ ở Ấp 3
date: {day}
lead: Ai cũng đến.
author: Lâm Hồng Đào
category: Tin cơ sở
cover: 2019/hop-le.jpg
status: {status}
---

Đoàn viên đến đông.
"""
PHOTO = {"file": "2019/hop-le.jpg", "caption": "Họp lệ", "consent": True}
WITHOUT_ADDRESS = (
    "Đã ghi 1 bài, 1 ảnh vào ra.\n"
    "Tệp để nhập không kèm ảnh vì chưa biết địa chỉ trang của ta (CONGTAC_SITE_URL).\n"
    "Mở ra/doc-truoc.html để xem cách đưa lên trang web.\n"
)
Tree = Callable[..., Path]


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Make a folder with one article of a status, and its photo, taken somewhere."""

    def make(status: str = "ready", *, demo: bool = False) -> Path:
        held = records(
            organisation(name="Tỉnh đoàn Thử Nghiệm", demo=demo),
            member("an"),
            visit("2019-03-05", photos=[PHOTO]),
        )
        root = write(held, tmp_path / "records")
        for day, of in (("2019-03-06", status), ("2019-01-06", "withdrawn")):
            file = root / f"articles/2019/{day}-hop-le.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(ARTICLE.format(day=day, status=of), encoding="utf-8")
        picture = Image.new("RGB", (3000, 2000), "red")
        place = Image.Exif()
        place[0x0110] = "Máy ảnh của An"
        (root / "media/2019").mkdir(parents=True)
        picture.save(root / "media/2019/hop-le.jpg", exif=place)
        return tmp_path

    return make


def handed_over(folder: Path, out: str = "ra") -> dict[str, bytes]:
    """What the command wrote."""
    return {
        each.relative_to(folder / out).as_posix(): each.read_bytes()
        for each in sorted((folder / out).rglob("*"))
        if each.is_file()
    }


def test_the_articles_that_are_ready_are_written(tree: Tree) -> None:
    folder = tree()
    ended = called("publish", "--to-files", "ra", cwd=folder)
    assert (ended.code, ended.out, ended.err) == (
        0,
        WITHOUT_ADDRESS,
        "",
    )
    files = handed_over(folder)
    assert list(files) == [
        "anh.zip",
        "bai/2019-03-06-hop-le.html",
        "doc-truoc.html",
        "nhap.xml",
    ]
    assert sorted(each.name for each in folder.iterdir()) == ["ra", "records"]
    # Of the withdrawn one, which was there first, the short address.
    assert "Bài có đường dẫn kết thúc bằng hop-le</label>" in files["doc-truoc.html"].decode()


def test_the_photos_are_small_and_tell_nothing_beside_the_picture(tree: Tree) -> None:
    folder = tree()
    assert called("publish", "--to-files", "ra", cwd=folder).code == 0
    with ZipFile(folder / "ra" / "anh.zip") as held:
        data = held.read("hop-le.jpg")
    with Image.open(io.BytesIO(data)) as picture:
        assert (picture.size, dict(picture.getexif())) == ((2000, 1333), {})
    assert all("Máy ảnh".encode() not in each for each in handed_over(folder).values())


def test_the_same_news_give_the_same_bytes(tree: Tree) -> None:
    folder = tree()
    for out in ("ra", "lai"):
        assert called("publish", "--to-files", out, cwd=folder).code == 0
    assert handed_over(folder, "ra") == handed_over(folder, "lai")


def test_the_address_of_our_site_brings_the_photos_along(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tree()
    monkeypatch.setenv("CONGTAC_SITE_URL", "https://congtac.example.org/")
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text('site_name: x\nsite_url: !ENV [CONGTAC_SITE_URL, ""]\n')
    ended = called("publish", "--to-files", "ra", "--publish", "2019-03-06-hop-le", cwd=folder)
    assert (ended.code, ended.out) == (
        0,
        "Đã ghi 1 bài, 1 ảnh vào ra.\nMở ra/doc-truoc.html để xem cách đưa lên trang web.\n",
    )
    wp = "{http://wordpress.org/export/1.2/}"
    items = ET.fromstring(handed_over(folder)["nhap.xml"]).iter("item")  # noqa: S314  (our own)
    assert [
        (each.findtext(f"{wp}status"), each.findtext(f"{wp}attachment_url")) for each in items
    ] == [
        ("inherit", "https://congtac.example.org/anh/2019/hop-le.jpg"),
        ("publish", None),
    ]


def test_samples_are_written_and_say_so(tree: Tree) -> None:
    folder = tree(demo=True)
    assert called("publish", "--to-files", "ra", cwd=folder).code == 0
    files = handed_over(folder)
    named = [name for name, data in files.items() if "DỮ LIỆU MẪU".encode() in data]
    assert named == ["bai/2019-03-06-hop-le.html", "doc-truoc.html", "nhap.xml"]


def test_nothing_is_written_while_nothing_is_ready(tree: Tree) -> None:
    folder = tree("draft")
    ended = called("publish", "--to-files", "ra", cwd=folder)
    assert (ended.code, ended.out, ended.err) == (
        1,
        "",
        "Chưa có bài nào sẵn sàng: bài để đăng có status: ready. Chưa ghi gì.\n",
    )
    assert not (folder / "ra").exists()


def test_a_photo_that_breaks_after_the_check_is_told(tree: Tree) -> None:
    folder = tree()
    going = news(folder / "records", None, date(2026, 1, 1), Asked())
    file = folder / "records/media/2019/hop-le.jpg"
    file.write_bytes(file.read_bytes()[:2_000])
    with pytest.raises(RefusedError) as refused:
        hand_over(going, folder / "records", "", folder / "ra", live=False)
    assert str(refused.value) == (
        "Ảnh không dùng được nên chưa ghi gì:\n"
        "  2019/hop-le.jpg: không phải là ảnh JPEG, PNG hoặc WebP mở được trọn vẹn"
    )
    assert not (folder / "ra").exists()


def test_a_folder_with_something_in_it_is_left_alone(tree: Tree) -> None:
    folder = tree()
    (folder / "ra").mkdir()
    (folder / "ra" / "cu.txt").write_text("x")
    ended = called("publish", "--to-files", "ra", cwd=folder)
    assert (ended.code, ended.out, ended.err) == (
        1,
        "",
        "ra đã có và không trống nên chưa ghi gì. Chọn một thư mục mới.\n",
    )
    assert handed_over(folder) == {"cu.txt": b"x"}


@pytest.mark.parametrize("other", [("--dry-run",), ("--force", "x"), ("--ledger", "x")])
def test_what_is_for_a_website_does_not_go_with_files(tree: Tree, other: tuple[str, ...]) -> None:
    ended = called("publish", "--to-files", "ra", *other, cwd=tree())
    assert (ended.code, ended.out, ended.err) == (
        2,
        "",
        "--to-files không đi với --dry-run, --force hay --ledger.\n",
    )
