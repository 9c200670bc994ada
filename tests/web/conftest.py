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
def fixture_site(
    build_site: harness.SiteBuilder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a served site with every component on its home page."""
    folder = tmp_path_factory.mktemp("fixture")
    photo = Path(__file__).parent / "fixture" / "photo.svg"
    site = build_site(
        folder,
        {
            "index.md": "---\ndescription: Các thành phần của trang\n---\n" + components(),
            "trang/con.md": "# Trang con\n\n"
            + components().replace("photo.svg", "../../photo.svg"),
            "photo.svg": photo.read_bytes(),
        },
        nav=[{"Trang chủ": "index.md"}, {"Trang con": "trang/con.md"}],
        congtac={
            "demo": True,
            "audience": "public",
            "organisation": "Tỉnh đoàn Trà Vinh",
            "as_of": "31/12/2019",
        },
    )
    with harness.serve(site) as address:
        yield address
