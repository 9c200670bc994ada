"""What all tests share: a browser for each process, and who gathers figures when asked to.

Chromium must be there: its absence fails.
"""

import contextlib
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.web import harness

pytest_plugins = ["tests.rows"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=harness.find_chromium(), args=list(harness.CHROMIUM_ARGS)
        )
        yield chromium
        chromium.close()


@pytest.fixture
def open_visitor(browser: Browser) -> Iterator[harness.VisitorFactory]:
    """Opens readers: `open_visitor(viewport=…, color_scheme="dark")`; closed after the test."""
    with contextlib.ExitStack() as stack:
        yield lambda **options: stack.enter_context(harness.visit(browser, **options))


@pytest.fixture
def visitor(open_visitor: harness.VisitorFactory) -> harness.Visitor:
    """One reader at a desk, with a light screen."""
    return open_visitor(viewport={"width": 1280, "height": 900}, color_scheme="light")
