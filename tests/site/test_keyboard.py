"""The keyboard alone leads through a page, and what has the focus shows it.

The filter is walked in tests/web/test_filter.py, search in tests/web/test_search.py.
Source: issue *Site*, For all, and It is done when, 1.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web import harness

pytestmark = pytest.mark.browser

STEPS = 60

LOOK = """() => {
  const held = document.activeElement, style = getComputedStyle(held)
  return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow,
          style.backgroundColor, style.textDecorationLine].join('|')
}"""


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what the selector names has the focus."""
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        if page.evaluate("each => document.activeElement?.matches(each)", selector):
            return
    pytest.fail(f"{STEPS} steps of Tab do not lead to {selector}")


def test_the_skip_link_comes_first_and_leads_to_the_content(
    visitor: harness.Visitor, public_site: Path
) -> None:
    with harness.serve(public_site) as address:
        visitor.page.goto(f"{address}uy-vien/")
        visitor.page.keyboard.press("Tab")
        expect(visitor.page.locator(":focus")).to_have_class(re.compile(r"\bmd-skip\b"))
        visitor.page.keyboard.press("Enter")
        visitor.page.keyboard.press("Tab")
        assert visitor.page.evaluate(
            "document.querySelector('main').contains(document.activeElement)"
        )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_tabs_lead_to_a_year_and_the_focus_shows(
    open_visitor: harness.VisitorFactory, public_site: Path, scheme: str
) -> None:
    visitor = open_visitor(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    page = visitor.page
    with harness.serve(public_site) as address:
        page.goto(address)
        tab_to(page, ".md-tabs__link[href$='ket-qua/']")
        focused = page.evaluate(LOOK)
        page.evaluate("document.activeElement.setAttribute('data-seen', '')")
        page.keyboard.press("Tab")
        page.evaluate("document.querySelector('[data-seen]').blur()")
        unfocused = page.evaluate(
            LOOK.replace("document.activeElement", "document.querySelector('[data-seen]')")
        )
        assert focused != unfocused
        assert focused.split("|")[0] != "none"
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/ket-qua/")
        tab_to(page, "main a[href$='2019/']")
        page.keyboard.press("Enter")
        page.wait_for_url("**/ket-qua/2019/")
        assert visitor.complaints == []


def test_the_look_can_be_switched(visitor: harness.Visitor, public_site: Path) -> None:
    page = visitor.page
    with harness.serve(public_site) as address:
        page.goto(address)
        tab_to(page, "[data-md-component=palette] input")
        before = page.evaluate("document.body.dataset.mdColorMedia")
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.body.dataset.mdColorMedia") != before
