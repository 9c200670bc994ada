"""An article of real data offers itself to search engines, under the policy of every page.

Source: issue *News*, On our own site; W3C, Content Security Policy Level 3 (a block of data is not
executed, so no directive speaks of it).
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.site.conftest import congtac
from tests.site.test_building import small_records
from tests.web import harness

pytestmark = pytest.mark.browser

LEAD = 'Đoàn "về" <b>cơ sở</b>.'
ADDRESS = "tin-tuc/2019/2019-05-06-bai/"
TITLE = "</script><script>document.documentElement.dataset.planted = 'yes'</script><!-- Đoàn & “xã”"
BLOCK = 'script[type="application/ld+json"]'


def article(records: Path) -> None:
    folder = records / "articles" / "2019"
    folder.mkdir(parents=True)
    (folder / "2019-05-06-bai.md").write_text(
        f"---\ntitle: {json.dumps(TITLE)}\ndate: 2019-05-06\nlead: {json.dumps(LEAD)}\n"
        "author: Lê Văn Ba\n"
        "category: Tin cơ sở\nstatus: ready\n---\n\nThân bài.\n",
        encoding="utf-8",
    )


def really(records: Path) -> None:
    path = records / "organisation.yml"
    text = path.read_text(encoding="utf-8")
    assert "demo: true" in text
    path.write_text(text.replace("demo: true", "demo: false"), encoding="utf-8")


def build(records: Path, site: Path) -> None:
    done = congtac("build", "--records", str(records), "--out", str(site))
    assert done.returncode == 0, done.stderr


def test_a_browser_reads_the_data_and_complains_of_nothing(
    visitor: harness.Visitor, tmp_path: Path
) -> None:
    records, site = small_records(tmp_path), tmp_path / "site"
    article(records)
    really(records)
    build(records, site)
    page = visitor.page
    with harness.serve(site) as base:
        page.goto(base + ADDRESS)
        told: dict[str, Any] = json.loads(page.locator(BLOCK).text_content() or "")
        assert page.evaluate("document.documentElement.dataset.planted ?? null") is None
        assert page.locator("h1").inner_text() == TITLE
        # What the theme prints of a title and of a lead is no more than text either.
        assert page.title() == f"{TITLE} - Đi công tác cơ sở"
        assert page.locator('meta[name="description"]').get_attribute("content") == LEAD
        assert page.locator('meta[property="og:title"]').get_attribute("content") == TITLE
        assert page.locator('meta[property="og:type"]').get_attribute("content") == "article"
        page.goto(base + "tin-tuc/")
        assert page.locator(BLOCK).count() == 0
    assert (told["@type"], told["headline"]) == ("NewsArticle", TITLE)
    assert visitor.complaints == []


def test_samples_are_no_news(public_site: Path) -> None:
    pages = list((public_site / "tin-tuc").rglob("index.html"))
    assert len(pages) > 10
    for path in pages:
        page = path.read_text(encoding="utf-8")
        assert "ld+json" not in page, path
        assert '<meta property="og:type" content="website">' in page, path
        assert '<meta property="og:title" content="DỮ LIỆU MẪU – ' in page, path
