"""What to read before going to a unit is one sheet of A4, of however much is known of it.

Source: issue 3, *Unit page*: a view to print.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.domain.fields import Record, Shape
from generator.present.units import unit_pages
from tests.builders import item, member, plan, policy, unit, visit
from tests.site.kinds import pages
from tests.unit.present.views import view
from tests.web import harness

pytestmark = pytest.mark.browser

FULLEST = 3
LONG = "Ban Chấp hành Đoàn xã đề nghị hỗ trợ kinh phí, trang thiết bị cho điểm sinh hoạt chi đoàn. "
HERE = "xa"


@pytest.fixture
def paper(browser: Browser, internal_site: Path) -> Iterator[tuple[str, Page]]:
    with harness.serve(internal_site) as base, harness.visit(browser) as visitor:
        yield base, visitor.page


def briefs(site: Path) -> list[str]:
    """Return the briefs of the built site, those with the most to read first."""
    held = {
        address: len(path.read_text(encoding="utf-8"))
        for address, path in pages(site).items()
        if address.endswith("/truoc-khi-di/")
    }
    return sorted(held, key=lambda address: -held[address])


def sheets(page: Page) -> int:
    """How many sheets the page takes; `/Type /Pages` is the tree of them."""
    printed = page.pdf(format="A4", prefer_css_page_size=False)
    return printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ")


def crowded() -> str:
    """Return the brief of a commune of which more is known, at more length, than one sheet holds."""
    people = [
        member(
            f"m{n}", name=f"Nguyễn Trương Hồng Phương Thảo {n}", contact={"phone": "0294 3851234"}
        )
        for n in range(8)
    ]
    raised = [
        {"text": LONG * 5, "competence": "higher", "referred_to": LONG * 3, "due": "2019-12-01"},
        {"text": LONG * 5, "status": "resolved", "resolved_on": "2019-12-20", "outcome": LONG * 5},
    ]
    days = [date(2019, 3, 1) + timedelta(days=7 * n) for n in range(20)]
    visits = [
        visit(
            day.isoformat(),
            "xa",
            unit=HERE,
            venue=LONG * 3,
            members=[each.id for each in people],
            content=LONG * 9,
            guidance=LONG * 9,
            results=LONG * 9,
            issues=raised,
        )
        for day in days
    ]
    former = [
        unit(
            f"cu-{n}",
            "tinh",
            name=f"Xã Tân An Luông cũ số {n}",
            valid_to="2019-01-01",
            successors=[HERE],
        )
        for n in range(12)
    ]
    planned: list[Record | Shape] = [
        plan(2020, each.id, item("t06-1", 6, unit=HERE), item("t07-1", 7, unit=HERE))
        for each in people
    ]
    given = view(
        unit("tinh", level="province", name="Tỉnh Vĩnh Long"),
        unit(HERE, "tinh", name="Xã Tân An Luông"),
        *former,
        *people,
        *visits,
        *planned,
        policy(),
        audience="internal",
    )
    address = f"don-vi/{HERE}/truoc-khi-di/"
    return next(page.body for page in unit_pages(given) if page.address == address)


def test_the_fullest_briefs_of_the_samples_are_one_sheet(
    paper: tuple[str, Page], internal_site: Path
) -> None:
    base, page = paper
    for address in briefs(internal_site)[:FULLEST]:
        page.goto(base + address)
        assert sheets(page) == 1, address


def test_however_much_is_known_the_brief_is_one_sheet(
    paper: tuple[str, Page], internal_site: Path
) -> None:
    base, page = paper
    page.goto(base + briefs(internal_site)[0])
    put_in = "(body) => { document.querySelector('article').innerHTML = body; }"
    page.evaluate(put_in, crowded())
    assert page.locator(".ct-brief__visit").count() == FULLEST
    assert page.get_by_text("xem danh sách").count() == 1
    assert sheets(page) == 1
    twice = "() => { const brief = document.querySelector('.ct-brief'); brief.append(brief.cloneNode(true)); }"
    page.evaluate(twice)
    assert sheets(page) == 2
