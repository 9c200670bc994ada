"""`python -m samples.screens --public site --internal site-internal` takes the guide's pictures.

They show the built sites of the sample records, so `make pictures` makes them anew after a change
of the pages; `tests/site/test_screens.py` fails while the committed ones show something else.
"""

from __future__ import annotations

import argparse
import io
import mimetypes
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from PIL import Image
from playwright.sync_api import Browser, Page, Route, sync_playwright

HOST: Final = "http://congtac.invalid/"
QUALITY: Final = 66


@dataclass(frozen=True, slots=True)
class Screen:
    """A picture: the file below `docs`, and what stands on it.

    `top` is the element at the upper edge of the picture, `query` what is typed into the search,
    both empty for the page as it opens. `prepare` does on the page what its picture is of.
    """

    file: str
    audience: str
    address: str
    size: tuple[int, int]
    top: str = ""
    query: str = ""
    prepare: Callable[[Page], None] | None = None


def _tell(page: Page) -> None:
    """Fill in the form: a branch meeting yesterday, two members, a difficulty, a photo."""
    page.get_by_role("button", name="hôm qua").click()
    page.locator("#root_unit").fill("an truong a")
    page.get_by_role("option", name="Xã An Trường A, huyện Càng Long", exact=True).click()
    page.locator("#root_kind").select_option("du-sinh-hoat-chi-doan")
    page.locator("#root_members").select_option("duong-thi-my-xuyen")
    page.get_by_label("Kim Hoàng Rạng").check()
    page.locator("#root_content").fill(
        "Dự sinh hoạt chi đoàn ấp 3, góp ý cách chuẩn bị nội dung buổi họp lệ."
    )
    page.get_by_role("button", name="Thêm Khó khăn, vướng mắc").click()
    page.locator("#root_issues_0_text").fill("Ấp chưa có sân bóng chuyền cho thanh niên.")
    page.locator(".ct-pick input").last.set_input_files(PHOTO)
    page.locator("#root_photos_0_caption").fill("Buổi họp lệ của chi đoàn ấp 3")
    page.get_by_label("Được đăng công khai").check()


def _hand_over(page: Page) -> None:
    """Go on to the last step, as a phone shows it: computers have nothing to share with."""
    page.evaluate("navigator.share = async () => {}")
    _tell(page)
    page.get_by_role("button", name="Xem lại và gửi").click()
    page.locator(".ct-handing").wait_for()


PHOTO: Final = "records/media/2019/2019-11-26-cau-ke.jpg"
DESK: Final = (1100, 700)
PHONE: Final = (390, 700)

SCREENS: Final = (
    Screen("images/trang-chu.webp", "public", "", (1280, 860)),
    Screen("huong-dan/anh/trang-chu.webp", "public", "", PHONE),
    Screen("huong-dan/anh/tim-kiem.webp", "public", "", PHONE, query="an truong a"),
    Screen("huong-dan/anh/cach-tinh.webp", "public", "cach-tinh/", DESK, "main h1"),
    Screen("huong-dan/anh/uy-vien.webp", "public", "uy-vien/duong-thi-my-xuyen/", PHONE, "main h1"),
    Screen("huong-dan/anh/don-vi.webp", "public", "don-vi/29272-an-truong-a/", PHONE, "main h1"),
    Screen("huong-dan/anh/ma-loi.webp", "public", "huong-dan/ma-loi/d004/", PHONE, "main h1"),
    Screen("huong-dan/anh/gui-trong.webp", "public", "gui-chuyen-di/", PHONE, "main h1"),
    Screen(
        "huong-dan/anh/gui-ngay-noi.webp",
        "public",
        "gui-chuyen-di/",
        PHONE,
        ".ct-field:has(#root_date)",
        prepare=_tell,
    ),
    Screen(
        "huong-dan/anh/gui-anh.webp",
        "public",
        "gui-chuyen-di/",
        PHONE,
        "#root_photos",
        prepare=_tell,
    ),
    Screen(
        "huong-dan/anh/gui-tin.webp",
        "public",
        "gui-chuyen-di/",
        PHONE,
        ".ct-handing h3",
        prepare=_hand_over,
    ),
    Screen("huong-dan/anh/ket-qua-thang.webp", "internal", "ket-qua/2019/12/", DESK, "main h1"),
    Screen("huong-dan/anh/phu-khap.webp", "public", "don-vi/", DESK, ".ct-coverage"),
    Screen("huong-dan/anh/tin-tuc.webp", "public", "tin-tuc/", DESK, "main h1"),
)


def take(browser: Browser, sites: Mapping[str, Path]) -> Iterator[tuple[str, bytes]]:
    """Yield each picture's file and its WebP; `sites` holds the built folder of each audience."""
    for screen in SCREENS:
        width, height = screen.size
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="light",
            locale="vi-VN",
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.route("**/*", partial(_answer, sites[screen.audience]))
        page.goto(HOST + screen.address, wait_until="networkidle")
        _turn_to(page, screen)
        yield screen.file, _packed(page.screenshot(animations="disabled", caret="hide"))
        context.close()


def _answer(folder: Path, route: Route) -> None:
    name = unquote(urlsplit(route.request.url).path).lstrip("/")
    path = folder / name
    if name == "" or name.endswith("/"):
        path /= "index.html"
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    if path.is_file():
        route.fulfill(body=path.read_bytes(), content_type=kind)
    else:
        route.fulfill(status=404)


def _turn_to(page: Page, screen: Screen) -> None:
    if screen.prepare:
        screen.prepare(page)
        # The way to the top, offered to whoever scrolls upwards, would cover what is to be seen.
        page.locator(".md-top").evaluate("button => button.remove()")
    if screen.query:
        page.locator("label[for=__search]:visible, .md-search__input:visible").first.click()
        page.locator(".md-search__input").press_sequentially(screen.query)
        page.locator(".md-search-result__item").first.wait_for()
    if screen.top:
        # The header stays at the top of the window, so the element comes to stand below it.
        page.locator(screen.top).first.evaluate(
            "(element) => scrollTo(0, element.getBoundingClientRect().top + scrollY"
            " - document.querySelector('.md-header').offsetHeight - 16)"
        )
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")


def _packed(png: bytes) -> bytes:
    packed = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        image.convert("RGB").save(packed, "WEBP", quality=QUALITY, method=6)
    return packed.getvalue()


def main() -> None:
    """Takes all pictures and says how large they are."""
    parser = argparse.ArgumentParser(prog="samples.screens", description=__doc__)
    parser.add_argument("--public", type=Path, default=Path("site"))
    parser.add_argument("--internal", type=Path, default=Path("site-internal"))
    parser.add_argument("--out", type=Path, default=Path("docs"))
    parser.add_argument("--browser", default=shutil.which("chromium"))
    given = parser.parse_args()
    sites = {"public": given.public, "internal": given.internal}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=given.browser, args=["--no-sandbox", "--disable-gpu"]
        )
        for file, picture in take(browser, sites):
            target: Path = given.out / file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(picture)
            print(f"{len(picture):>7} {target}")
        browser.close()


if __name__ == "__main__":
    main()
