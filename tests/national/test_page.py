"""The page in Chromium: sorted by a press, whole on a phone, nothing asked of other hosts."""

from pathlib import Path

import pytest

from tests.commands import called
from tests.national.conftest import Published
from tests.national.packages import listed
from tests.web import harness


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, samples: Published, made_up: Published) -> Path:
    folder = tmp_path_factory.mktemp("national")
    file = listed(folder, b=made_up.package, a=samples.package)
    assert called("national", file, "--out", folder / "out", cwd=folder).code == 0
    return folder / "out"


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_it_opens_without_a_fault_and_fits(
    built: Path, open_visitor: harness.VisitorFactory, width: int, scheme: str
) -> None:
    visitor = open_visitor(viewport={"width": width, "height": 900}, color_scheme=scheme)
    with harness.serve(built) as address:
        visitor.page.goto(f"{address}ket-qua/2019/")
        page = visitor.page
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.locator(".demo").inner_text().startswith("DỮ LIỆU MẪU")
        assert page.locator("meta[name=robots]").get_attribute("content") == "noindex, nofollow"
        ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(15, 23, 35)"}[scheme]
    assert (visitor.strangers(address), visitor.complaints) == ([], [])


@pytest.mark.browser
def test_a_press_sorts_and_another_turns_it_round(built: Path, visitor: harness.Visitor) -> None:
    with harness.serve(built) as address:
        visitor.page.goto(f"{address}ket-qua/2019/")
        page = visitor.page
        names = page.locator("tbody th")
        assert names.all_inner_texts() == ["Tỉnh b", "Tỉnh a"]
        head = page.get_by_role("button", name="Tỉnh, thành phố")
        head.click()
        assert names.all_inner_texts() == ["Tỉnh a", "Tỉnh b"]
        assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
        head.press("Enter")
        assert names.all_inner_texts() == ["Tỉnh b", "Tỉnh a"]
        page.get_by_role("button", name="Chuyến đi cơ sở").click()
        values = [int(each) for each in page.locator("tbody td:nth-child(7)").all_inner_texts()]
        assert values == sorted(values, reverse=True)
    assert (visitor.strangers(address), visitor.complaints) == ([], [])
