"""The built site in the browser: search, phone, light and dark, nothing from outside."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.web import harness
from tests.web.test_search import ask

READ = (
    "",
    "uy-vien/",
    "ket-qua/2019/",
    "ket-qua/2019/05/",
    "chuyen-di/",
    "don-vi/",
    "tin-tuc/",
    "cach-tinh/",
)


@pytest.fixture(scope="module")
def address(public_site: Path) -> Iterator[str]:
    with harness.serve(public_site) as served:
        yield served


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("An Trường A", "29272-an-truong-a"),
        ("an truong a", "29272-an-truong-a"),
        ("AN TRUONG A", "29272-an-truong-a"),
        (unicodedata.normalize("NFD", "An Trường A"), "29272-an-truong-a"),
        ("đại phước", "29296-dai-phuoc"),
        ("dai phuoc", "29296-dai-phuoc"),
    ],
)
def test_a_commune_is_found_however_it_is_typed(
    browser: Browser,
    address: str,
    typed: str,
    wanted: str,
) -> None:
    with harness.visit(browser) as visitor:
        visitor.page.goto(address)
        assert wanted in ask(visitor, typed)[:3]


def test_doan_finds_what_doan_with_its_marks_finds(browser: Browser, address: str) -> None:
    with harness.visit(browser) as visitor:
        visitor.page.goto(address)
        plain, marked = ask(visitor, "doan"), ask(visitor, "đoàn")
    assert plain
    assert plain == marked


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_is_wider_than_the_screen(
    open_visitor: harness.VisitorFactory,
    address: str,
    public_site: Path,
    width: int,
) -> None:
    visitor = open_visitor(viewport={"width": width, "height": 800})
    samples = (
        *READ,
        _first(public_site, "chuyen-di/2019"),
        _first(public_site, "uy-vien"),
        _first(public_site, "tin-tuc/2019"),
        "don-vi/29272-an-truong-a/",
    )
    wide = []
    for page in samples:
        visitor.page.goto(f"{address}{page}")
        if visitor.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(page)
    assert wide == []


def test_pages_complain_of_nothing_and_ask_nobody_else(
    open_visitor: harness.VisitorFactory,
    address: str,
) -> None:
    visitor = open_visitor(viewport={"width": 1280, "height": 900}, color_scheme="dark")
    for page in READ:
        visitor.page.goto(f"{address}{page}")
        visitor.page.evaluate("scrollTo(0, document.body.scrollHeight)")
        visitor.page.wait_for_load_state("networkidle")
    assert visitor.complaints == []
    assert visitor.strangers(address) == []


def test_the_lists_read_without_javascript(
    open_visitor: harness.VisitorFactory,
    address: str,
) -> None:
    visitor = open_visitor(java_script_enabled=False)
    visitor.page.goto(f"{address}chuyen-di/")
    assert visitor.page.locator("a[href*='2019-']").count() > 300
    visitor.page.goto(f"{address}ket-qua/2019/")
    assert visitor.page.get_by_role("rowheader").count() >= 13


def _first(site: Path, folder: str) -> str:
    page = next(path for path in sorted((site / folder).iterdir()) if path.is_dir())
    return f"{page.relative_to(site).as_posix()}/"
