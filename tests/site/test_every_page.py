"""One page of every kind, in both editions, both schemes and three widths, and without JavaScript.

Source: issue 3, *For all* and "It is done when", 1.
"""

import contextlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.site.kinds import CASES, STAYING, examples
from tests.web import harness
from tests.web.test_accessibility import AXE, told
from tests.web.test_charts import see_charts

pytestmark = pytest.mark.browser

WIDTHS = (1280, 390, 320)
HEIGHT = 900
# All rules run in each width; in the other scheme only those that look at colours can differ.
EVERY_RULE = {(1280, "light"), (390, "dark"), (320, "light")}
COLOUR_RULES = ["color-contrast", "link-in-text-block"]

Record = Callable[[str, object], None]
Sites = dict[str, dict[str, tuple[str, str]]]


@pytest.fixture(scope="session")
def sites(public_site: Path, internal_site: Path) -> Iterator[Sites]:
    """For each edition the example of each kind: where the site is served, and the page.

    A host shows the page *not found* at any address, so its links count from the host's root.
    """
    with contextlib.ExitStack() as stack:
        served: Sites = {}
        for audience, folder in (("public", public_site), ("internal", internal_site)):
            below = stack.enter_context(harness.serve(folder))
            root = stack.enter_context(harness.serve(folder, at_root=True))
            served[audience] = {
                kind: (base := root if kind == "not found" else below, base + address)
                for kind, address in examples(folder, audience).items()
            }
        yield served


def violations(page: Page, rules: list[str] | None) -> list[str]:
    """What axe finds; with all its rules, and the size of targets besides, or with some."""
    options: dict[str, Any] = {"preload": False, "resultTypes": ["violations"]}
    if rules is None:
        options["rules"] = {"target-size": {"enabled": True}}
    else:
        options["runOnly"] = rules
    result = page.evaluate(f"axe.run(document, {json.dumps(options)})")
    return [told(violation) for violation in result["violations"]]


def too_wide(page: Page) -> int:
    """How many pixels of the page lie beyond the right edge of the window."""
    width: int = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("audience", "kind"), STAYING)
def test_row_50_every_kind_of_page_serves_everyone(
    browser: Browser, sites: Sites, audience: str, kind: str, scheme: str
) -> None:
    base, address = sites[audience][kind]
    with harness.visit(browser, color_scheme=scheme, reduced_motion="reduce") as visitor:
        page = visitor.page
        page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
        page.goto(address)
        see_charts(page)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found: dict[int, object] = {}
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            page.evaluate("scrollTo(0, 0)")
            rules = None if (width, scheme) in EVERY_RULE else COLOUR_RULES
            found[width] = (violations(page, rules), too_wide(page))
        assert found == dict.fromkeys(WIDTHS, ([], 0)), address
        assert visitor.complaints == []
        assert visitor.strangers(base) == []


@pytest.mark.parametrize(("audience", "kind"), STAYING)
def test_every_kind_of_page_serves_without_javascript(
    browser: Browser, sites: Sites, audience: str, kind: str
) -> None:
    base, address = sites[audience][kind]
    with harness.visit(browser, java_script_enabled=False) as visitor:
        page = visitor.page
        page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
        page.goto(address, wait_until="load")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            assert too_wide(page) == 0, (address, width)
        assert page.locator("h1:visible").count() == 1
        assert visitor.complaints == []
        assert visitor.strangers(base) == []


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("audience", ["public", "internal"])
def test_a_former_address_leads_on(
    browser: Browser, sites: Sites, audience: str, *, javascript: bool
) -> None:
    base, address = sites[audience]["redirect"]
    with harness.visit(browser, java_script_enabled=javascript) as visitor:
        visitor.page.goto(address)
        visitor.page.wait_for_url(lambda url: url != address)
        assert visitor.page.url.startswith(base + "chuyen-di/")
        assert visitor.page.locator("h1:visible").count() == 1
        assert visitor.complaints == []


def test_row_50_each_kind_of_page_is_looked_at_in_both_editions(record_property: Record) -> None:
    assert {audience for audience, _ in CASES} == {"public", "internal"}
    assert len(STAYING) == len(CASES) - 2
    record_property("figure", f"{len(STAYING)} kinds of page × 2 schemes × {len(WIDTHS)} widths")
