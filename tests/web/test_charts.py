"""Charts: drawn when seen, in the colours of the scheme, and by nothing but the site itself."""

import pytest
from playwright.sync_api import Page

from tests.web import harness

pytestmark = pytest.mark.browser

CONTEXTS = "[...document.querySelectorAll('.ct-chart__canvas')].map(one => one._context)"
BAR = """() => ({
  bar: getComputedStyle(document.querySelector('.ct-chart__canvas .bars path')).fill,
  text: getComputedStyle(document.querySelector('.ct-chart__canvas .xtick text')).fill,
})"""
TOKENS = """() => {
  const box = document.createElement('i')
  document.body.append(box)
  const read = name => {
    box.style.color = `var(${name})`
    return getComputedStyle(box).color
  }
  const colours = { bar: read('--ct-chart-1'), text: read('--ct-text') }
  box.remove()
  return colours
}"""


def see_charts(page: Page) -> None:
    """Unfold what is folded, scroll to each chart and wait until it is drawn."""
    page.evaluate("document.querySelectorAll('.ct-fold').forEach(one => { one.open = true })")
    plots = page.locator(".ct-chart__plot")
    for index in range(plots.count()):
        plots.nth(index).scroll_into_view_if_needed()
        page.locator(".ct-chart__plot[data-state=drawn]").nth(index).wait_for()


def test_plotly_comes_only_when_a_chart_comes_into_view(
    visitor: harness.Visitor, fixture_site: str
) -> None:
    visitor.page.goto(fixture_site, wait_until="networkidle")
    assert visitor.fetched("plotly-basic.min.js") == []
    see_charts(visitor.page)
    assert len(visitor.fetched("plotly-basic.min.js")) == 1
    assert visitor.page.locator(".ct-chart__canvas .main-svg").count() >= 2


def test_a_page_without_charts_in_view_never_needs_it(
    open_visitor: harness.VisitorFactory, fixture_site: str
) -> None:
    visitor = open_visitor(viewport={"width": 390, "height": 600})
    visitor.page.goto(fixture_site, wait_until="networkidle")
    visitor.page.mouse.wheel(0, 200)
    visitor.page.wait_for_load_state("networkidle")
    assert visitor.fetched("plotly-basic.min.js") == []


def test_nothing_leaves_the_site_and_nothing_complains(
    visitor: harness.Visitor, fixture_site: str
) -> None:
    visitor.page.goto(fixture_site)
    see_charts(visitor.page)
    visitor.page.locator(".ct-chart__canvas .bars path").first.hover(force=True)
    visitor.page.locator(".ct-chart__canvas .hoverlayer .hovertext").first.wait_for()
    visitor.page.wait_for_load_state("networkidle")
    assert visitor.strangers(fixture_site) == []
    assert visitor.complaints == []


def test_row_49_no_chart_can_be_uploaded(visitor: harness.Visitor, fixture_site: str) -> None:
    visitor.page.goto(fixture_site)
    see_charts(visitor.page)
    contexts = visitor.page.evaluate(CONTEXTS)
    assert len(contexts) == 2
    for context in contexts:
        assert context["showSendToCloud"] is False
        assert context["plotlyServerURL"] == ""
        assert context["displayModeBar"] is False
    markup = visitor.page.locator(".md-content").inner_html()
    assert "modebar-btn" not in markup
    assert "plotly-logo" not in markup
    assert "Share chart" not in visitor.page.content()


def test_charts_follow_the_colour_scheme(visitor: harness.Visitor, fixture_site: str) -> None:
    page = visitor.page
    page.goto(fixture_site)
    see_charts(page)
    light = page.evaluate(BAR)
    assert light == page.evaluate(TOKENS)
    switch = page.locator("[data-md-component=palette] label:visible")
    for _ in range(2):  # by the device, light, dark
        switch.click()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.wait_for_function(
        f"light => JSON.stringify(({BAR})()) !== JSON.stringify(light)", arg=light
    )
    page.wait_for_function(f"() => JSON.stringify(({BAR})()) === JSON.stringify(({TOKENS})())")
    assert page.evaluate(BAR) != light


def test_a_dark_device_gets_the_dark_scheme(
    open_visitor: harness.VisitorFactory, fixture_site: str
) -> None:
    page = open_visitor(color_scheme="dark").page
    page.goto(fixture_site)
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_charts_speak_vietnamese(visitor: harness.Visitor, fixture_site: str) -> None:
    visitor.page.goto(fixture_site)
    see_charts(visitor.page)
    ticks = visitor.page.locator("[data-chart=pace] .xtick text").all_text_contents()
    assert ticks[0].startswith("Th1")
    family = "getComputedStyle(document.querySelector('.ct-chart__canvas .xtick text')).fontFamily"
    assert "Be Vietnam Pro" in visitor.page.evaluate(family)


def test_a_page_in_a_folder_finds_the_script_too(
    visitor: harness.Visitor, fixture_site: str
) -> None:
    visitor.page.goto(f"{fixture_site}trang/con/")
    see_charts(visitor.page)
    assert visitor.fetched("plotly-basic.min.js") == [f"{fixture_site}assets/plotly-basic.min.js"]


def test_a_chart_that_cannot_be_drawn_makes_room_for_its_table(
    visitor: harness.Visitor, fixture_site: str
) -> None:
    page = visitor.page
    page.route("**/plotly-basic.min.js", lambda route: route.abort())
    page.goto(fixture_site)
    plot = page.locator(".ct-chart__plot").first
    plot.scroll_into_view_if_needed()
    page.locator(".ct-chart__plot[data-state=failed]").first.wait_for(state="attached")
    assert not plot.is_visible()
    page.locator("details.ct-data summary").first.click()
    assert page.locator("details.ct-data table").first.is_visible()


def test_without_scripts_the_finding_and_the_numbers_remain(
    open_visitor: harness.VisitorFactory, fixture_site: str
) -> None:
    page = open_visitor(java_script_enabled=False).page
    page.goto(fixture_site)
    assert not page.locator(".ct-chart__plot").first.is_visible()
    assert page.locator(".ct-chart figcaption").first.is_visible()
    page.locator("details.ct-data summary").first.click()
    assert page.locator("details.ct-data table").first.is_visible()


def test_a_chart_has_a_name_and_keeps_its_place(
    visitor: harness.Visitor, fixture_site: str
) -> None:
    page = visitor.page
    page.goto(fixture_site)
    chart = page.get_by_role("img", name="Biểu đồ thanh: số ngày của từng đồng chí")
    before = chart.bounding_box()
    see_charts(page)
    after = chart.bounding_box()
    assert before is not None
    assert after is not None
    assert before["height"] == after["height"] == 300
