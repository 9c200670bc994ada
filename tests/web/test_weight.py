"""What a first visit costs on the wire, compressed as hosts do."""

import gzip
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.web import harness
from tests.web.test_charts import see_charts

pytestmark = pytest.mark.browser

HOME_LIMIT = 250_000
CHARTS_LIMIT = 450_000
PACKED = {".woff2", ".jpg", ".png", ".webp"}


def weigh(urls: list[str], folder: Path) -> dict[str, int]:
    """The size of each file fetched, compressed unless it is so already."""
    sizes = {}
    for url in urls:
        name = unquote(urlsplit(url).path).removeprefix(f"/{folder.name}/") or "index.html"
        content = (folder / name).read_bytes()
        packed = Path(name).suffix in PACKED
        sizes[name] = len(content) if packed else len(gzip.compress(content, 6))
    return sizes


def test_a_first_visit_is_light_and_charts_come_on_top(
    open_visitor: harness.VisitorFactory, fixture_site: str, fixture_folder: Path
) -> None:
    visitor = open_visitor(viewport={"width": 390, "height": 700})
    visitor.page.goto(fixture_site, wait_until="networkidle")
    before = weigh(visitor.requests, fixture_folder)
    assert sum(before.values()) <= HOME_LIMIT, before
    see_charts(visitor.page)
    after = weigh(visitor.requests, fixture_folder)
    charts = {
        name: size for name, size in after.items() if name not in before and "photo" not in name
    }
    assert set(charts) == {"assets/plotly-basic.min.js"}
    assert sum(charts.values()) <= CHARTS_LIMIT, charts
