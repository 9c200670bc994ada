"""A member's page on a phone: short, and whole however it is read.

Source: issue 3, *on a phone in the field as on an office screen* and *Member page*.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.kinds import examples
from tests.web import harness

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
LONGEST = 6000
CLOSED = ".ct-fold:not([open])"


@pytest.fixture(scope="module")
def address(public_site: Path) -> Iterator[str]:
    """The longest of the members' pages."""
    with harness.serve(public_site) as served:
        yield served + examples(public_site, "public")["member"]


def in_view(page: Page, selector: str) -> bool:
    """Whether the top of what the selector names stands in the window, under the header."""
    top: float = page.locator(selector).first.bounding_box()["y"]  # type: ignore[index]
    return 0 <= top < PHONE["height"]


def test_the_page_is_short_on_a_phone(browser: Browser, address: str) -> None:
    with harness.visit(browser, viewport=PHONE) as visitor:
        visitor.page.goto(address)
        assert visitor.page.evaluate("document.documentElement.scrollHeight") <= LONGEST


@pytest.mark.parametrize("javascript", [True, False])
def test_an_address_into_a_folded_year_unfolds_it(
    browser: Browser, address: str, *, javascript: bool
) -> None:
    with harness.visit(browser, viewport=PHONE, java_script_enabled=javascript) as visitor:
        page = visitor.page
        page.goto(address)
        assert not page.locator("#nam-2019").is_visible()
        page.goto(f"{address}?#nam-2019")
        page.locator("#nam-2019").wait_for()
        assert in_view(page, "section[aria-label='Năm 2019'] summary")


def test_a_link_unfolds_what_it_leads_to_each_time(browser: Browser, address: str) -> None:
    with harness.visit(browser, viewport=PHONE) as visitor:
        page = visitor.page
        page.goto(address)
        link = page.get_by_role("navigation", name="Các năm").get_by_role("link", name="Năm 2019")
        year = page.locator("section[aria-label='Năm 2019'] > details > summary")
        for _ in range(2):
            link.click()
            page.locator("#nam-2019").wait_for()
            assert in_view(page, "section[aria-label='Năm 2019'] summary")
            year.press("Enter")
            page.locator("#nam-2019").wait_for(state="hidden")


def test_a_month_within_a_folded_year_unfolds_with_it(browser: Browser, address: str) -> None:
    with harness.visit(browser, viewport=PHONE) as visitor:
        page = visitor.page
        page.goto(f"{address}#chuyen-2019-03")
        page.locator("#chuyen-2019-03 .ct-visit-row").first.wait_for()
        assert in_view(page, "#chuyen-2019-03")
        assert not page.locator("#chuyen-2019-04").is_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_paper_shows_what_is_folded(browser: Browser, address: str, *, javascript: bool) -> None:
    with harness.visit(browser, java_script_enabled=javascript) as visitor:
        page = visitor.page
        page.goto(address)
        page.emulate_media(media="print")
        rows = page.locator("section[aria-label='Năm 2019'] .ct-visit-row")
        assert rows.count()
        assert all(row.is_visible() for row in rows.all())


def test_all_of_a_year_is_there_for_whom_the_keyboard_serves(
    browser: Browser, address: str
) -> None:
    with harness.visit(browser, viewport=PHONE) as visitor:
        page = visitor.page
        page.goto(address)
        while (closed := page.locator(f"{CLOSED} > summary:visible")).count():
            closed.first.press("Enter")
        rows = page.locator("section[aria-label='Năm 2019'] .ct-fold--minor .ct-visit-row")
        told = page.locator("section[aria-label='Năm 2019'] .ct-figure__number").nth(1)
        assert told.inner_text() == f"{rows.count()} chuyến"
        assert all(row.is_visible() for row in rows.all())
