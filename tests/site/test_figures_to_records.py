"""The figures of a month, followed to the lists that they lead to: as many records stand there.

Source: issue *Site*, "Each figure links to the records behind it".
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.web import harness

pytestmark = pytest.mark.browser

TOLD = {
    "Chuyến đi cơ sở": r"Có ([\d.]+) chuyến đi,",
    "Lượt (người × chuyến)": r"([\d.]+) lượt",
    "Kiến nghị, đề xuất": r"Có ([\d.]+) kiến nghị",
}


def figures(page: Page) -> list[tuple[str, str, str]]:
    """Return what each figure is of, the figure, and where it leads, those so far too."""
    rows = page.locator("[aria-labelledby=bang-so-lieu] tbody tr")
    return [
        (row.locator("th").inner_text().partition(" cách tính")[0], link.inner_text(), to)
        for row in rows.all()
        for link in row.locator("td a").all()
        if (to := link.evaluate("each => each.href"))
    ]


@pytest.mark.parametrize("audience", ["public", "internal"])
@pytest.mark.parametrize("month", ["2019/01", "2019/05", "2019/12", "2020/01", "2020/03"])
def test_a_figure_leads_to_as_many_records(
    visitor: harness.Visitor, request: pytest.FixtureRequest, audience: str, month: str
) -> None:
    site: Path = request.getfixturevalue(f"{audience}_site")
    page = visitor.page
    with harness.serve(site) as address:
        page.goto(f"{address}ket-qua/{month}/")
        shown = [each for each in figures(page) if each[0] in TOLD]
        assert len(shown) == 2 * len(TOLD)
        for label, figure, target in shown:
            page.goto(target)
            said = page.locator(".ct-filter__told").inner_text()
            found = re.search(TOLD[label], said)
            assert found, said
            assert (label, target, found[1]) == (label, target, figure)
    assert visitor.complaints == []
