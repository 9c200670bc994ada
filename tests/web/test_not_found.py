"""The page for an address that is not there, served below a folder. Source: issue *Site*, For all."""

from pathlib import Path

import pytest

from tests.web import harness

pytestmark = pytest.mark.browser

PARTS = (".md-header", ".md-footer")


def _site(build: harness.SiteBuilder, folder: Path, address: str) -> Path:
    return build(folder, {"index.md": "# Trang chủ"}, site_url=address)


def test_without_an_address_it_is_plain_and_whole(
    build_site: harness.SiteBuilder, open_visitor: harness.VisitorFactory, tmp_path: Path
) -> None:
    page = open_visitor(viewport={"width": 320, "height": 700}).page
    with harness.serve(_site(build_site, tmp_path, "")) as base:
        page.goto(base + "404.html", wait_until="networkidle")
        assert page.get_by_role("heading", name="Không tìm thấy trang").is_visible()
        assert [page.locator(part).is_visible() for part in PARTS] == [False, False]
        assert page.evaluate("getComputedStyle(document.body).paddingLeft") == "16px"
        assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_with_an_address_it_is_framed_and_leads_home(
    build_site: harness.SiteBuilder, open_visitor: harness.VisitorFactory, tmp_path: Path
) -> None:
    visitor = open_visitor(viewport={"width": 1280, "height": 700})
    page = visitor.page
    site = _site(build_site, tmp_path, "https://congtac.example/site/")
    with harness.serve(site) as base:
        page.goto(base + "404.html", wait_until="networkidle")
        assert [page.locator(part).is_visible() for part in PARTS] == [True, True]
        assert page.evaluate("getComputedStyle(document.body).maxWidth") == "none"
        assert page.evaluate("getComputedStyle(document.body).paddingLeft") == "0px"
        page.get_by_role("link", name="Về trang chủ").click()
        assert page.url == base
        assert visitor.complaints == []
