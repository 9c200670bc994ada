"""What a first visit of the real home costs on the wire, compressed as hosts do.

Source: issue *Site*, It is done when, 4.
"""

import gzip
import json
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.web import harness
from tests.web.test_charts import see_charts

HOME_LIMIT = 250_000
CHARTS_LIMIT = 450_000
INDEX_LIMIT = 350_000
INDEXED_VISITS = 3_500
PACKED = {".woff2", ".jpg", ".png", ".webp"}
PLOTLY = "assets/plotly-basic.min.js"
INDEX = "search/search_index.json"


def weigh(urls: list[str], folder: Path) -> dict[str, int]:
    """The size of each file fetched, compressed unless it is so already."""
    sizes = {}
    for url in urls:
        if not url.startswith("http"):
            continue
        name = unquote(urlsplit(url).path).removeprefix(f"/{folder.name}/") or "index.html"
        content = (folder / name).read_bytes()
        packed = Path(name).suffix in PACKED
        sizes[name] = len(content) if packed else len(gzip.compress(content, 6))
    return sizes


@pytest.mark.browser
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 900)])
def test_home_is_light_and_charts_come_only_when_they_are_seen(
    open_visitor: harness.VisitorFactory, public_site: Path, width: int, height: int
) -> None:
    visitor = open_visitor(viewport={"width": width, "height": height})
    with harness.serve(public_site) as address:
        visitor.page.goto(address, wait_until="networkidle")
        before = weigh(visitor.requests, public_site)
        assert PLOTLY not in before
        assert INDEX not in before
        assert sum(before.values()) <= HOME_LIMIT, before
        see_charts(visitor.page)
        after = weigh(visitor.requests, public_site)
    charts = {name: size for name, size in after.items() if name.endswith(".js")}
    more = {name: size for name, size in charts.items() if name not in before}
    assert set(more) == {PLOTLY}
    assert more[PLOTLY] <= CHARTS_LIMIT


def test_the_search_index_of_many_visits_stays_small(public_site: Path) -> None:
    """Gzip looks back 32 KB only, so an index grows in proportion to its entries."""
    index = json.loads((public_site / INDEX).read_bytes())
    visits = [each for each in index["docs"] if each["location"].startswith("chuyen-di/20")]
    others = [each for each in index["docs"] if each not in visits]
    assert len(visits) > 500

    def packed(entries: list[dict[str, str]]) -> int:
        text = json.dumps({**index, "docs": entries}, ensure_ascii=False, separators=(",", ":"))
        return len(gzip.compress(text.encode(), 6))

    rest = packed(others)
    expected = rest + (packed([*others, *visits]) - rest) * INDEXED_VISITS / len(visits)
    assert expected <= INDEX_LIMIT
