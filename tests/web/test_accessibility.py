"""The judgement of axe on the components and on plain text, in both schemes and three widths."""

import itertools
from typing import Any

import pytest

from tests.web import harness
from tests.web.test_charts import see_charts

pytestmark = pytest.mark.browser

AXE = harness.WEB / "node_modules" / "axe-core" / "axe.min.js"
RUN = "axe.run(document, { rules: { 'target-size': { enabled: true } } })"
CASES = list(itertools.product(("", "huong-dan/"), ("light", "dark"), (1280, 390, 320)))


def told(violation: dict[str, Any]) -> str:
    nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
    return f"{violation['id']} ({violation['impact']}): {nodes}"


@pytest.mark.parametrize(("address", "scheme", "width"), CASES)
def test_axe_finds_nothing(
    open_visitor: harness.VisitorFactory, fixture_site: str, address: str, scheme: str, width: int
) -> None:
    visitor = open_visitor(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = visitor.page
    page.goto(fixture_site + address)
    see_charts(page)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate(RUN)
    assert [told(violation) for violation in result["violations"]] == []
    assert len(result["passes"]) > 20


def test_the_keyboard_reaches_skip_link_search_and_tables(
    visitor: harness.Visitor, fixture_site: str
) -> None:
    page = visitor.page
    page.goto(fixture_site, wait_until="networkidle")
    focused = "(document.activeElement.className || document.activeElement.tagName).toString()"
    page.keyboard.press("Tab")
    assert page.evaluate(focused).startswith("md-skip")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = "!!document.activeElement.closest('.md-content')"
    assert page.evaluate(inside) is True
    seen = set()
    for _ in range(60):
        seen.add(page.evaluate(focused))
        outline = "getComputedStyle(document.activeElement).outlineStyle"
        assert page.evaluate(outline) != "none", page.evaluate(focused)
        page.keyboard.press("Tab")
    assert any("ct-table" in name for name in seen)
