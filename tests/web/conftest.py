"""Fixtures for tests in the browser. Chromium and Node must be there: their absence fails."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.web import harness
from tests.web.fixture.make_page import components


@pytest.fixture(autouse=True, scope="session")
def quiet_theme() -> Iterator[None]:
    """Material's notice about its successor is known."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=harness.find_chromium(), args=list(harness.CHROMIUM_ARGS)
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def web_dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The browser's part, assembled anew from its sources."""
    return harness.build_web(tmp_path_factory.mktemp("web") / "dist")


@pytest.fixture(scope="session")
def build_site(web_dist: Path, quiet_theme: None) -> harness.SiteBuilder:
    """Builds throwaway sites with the real theme and settings."""
    del quiet_theme
    return harness.SiteBuilder(web_dist)


@pytest.fixture
def open_visitor(browser: Browser) -> Iterator[harness.VisitorFactory]:
    """Opens readers: `open_visitor(viewport=…, color_scheme="dark")`; closed after the test."""
    with contextlib.ExitStack() as stack:
        yield lambda **options: stack.enter_context(harness.visit(browser, **options))


@pytest.fixture
def visitor(open_visitor: harness.VisitorFactory) -> harness.Visitor:
    """One reader at a desk, with a light screen."""
    return open_visitor(viewport={"width": 1280, "height": 900}, color_scheme="light")


@pytest.fixture(scope="session")
def fixture_folder(
    build_site: harness.SiteBuilder, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A built site with every component on its home page, and a page of plain text."""
    here = Path(__file__).parent / "fixture"
    return build_site(
        tmp_path_factory.mktemp("fixture"),
        {
            "index.md": "---\ndescription: Các thành phần của trang\n---\n" + components(),
            "trang/con.md": components().replace("photo.svg", "../../photo.svg"),
            "huong-dan.md": (here / "huong-dan.md").read_bytes(),
            "photo.svg": (here / "photo.svg").read_bytes(),
        },
        nav=[
            {"Trang chủ": "index.md"},
            {"Trang con": "trang/con.md"},
            {"Hướng dẫn": "huong-dan.md"},
        ],
        congtac={
            "demo": True,
            "audience": "internal",
            "organisation": "Tỉnh đoàn Trà Vinh",
            "as_of": "31/12/2019",
        },
    )


@pytest.fixture(scope="session")
def fixture_site(fixture_folder: Path) -> Iterator[str]:
    """The address of that site, served."""
    with harness.serve(fixture_folder) as address:
        yield address
