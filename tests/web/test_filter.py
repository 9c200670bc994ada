"""Lists in the browser: narrowed, searched, sorted and shared by address; whole without a script."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from generator.present.names import Names
from generator.present.visit_list import visit_list_page
from tests.builders import member, policy, unit, visit
from tests.unit.present.views import view
from tests.web import harness
from tests.web.test_accessibility import AXE, RUN, told

pytestmark = pytest.mark.browser

# By hand, in the order of Vietnamese letters: a, ă, đ after d.
PLACES = ("Xã An Trường", "Xã Ăn Lành", "Xã Dân Thành", "Xã Đại An", "Xã Hòa Thuận", "Xã Ý Yên")


@pytest.fixture(scope="module")
def listed(
    build_site: harness.SiteBuilder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    units = [unit(f"u{n}", "huyen", name=name) for n, name in enumerate(reversed(PLACES))]
    visits = [
        visit(f"2019-0{n + 1}-05", f"v{n}", unit=each.id, members=["an"] if n % 2 else ["binh"])
        for n, each in enumerate(units)
    ]
    given = view(
        *(member("an", name="Lê Văn Ân"), member("binh", name="Kim Bình"), policy()),
        *(unit("huyen", level="district", name="Huyện Càng Long"), *units, *visits),
        visit("2018-03-05", "xua", unit="u0", end_date="2018-03-07", members=["an", "binh"]),
    )
    body = visit_list_page(given, Names(given.records)).body
    # The pages of visits are not built here, and what stands in lines of its own stays HTML.
    body = re.sub(r"\n+", "\n", re.sub(r'href="(\d{4}/[^"]*)"', 'href="#\\1"', body))
    site = build_site(tmp_path_factory.mktemp("list"), {"index.md": f"<div>\n{body}\n</div>\n"})
    with harness.serve(site) as address:
        yield address


def places(page: Page) -> list[str]:
    """Return the places of the rows that are shown, in their order."""
    rows = page.locator("#danh-sach tbody tr:not(.ct-table__group) th").all_inner_texts()
    return [row.partition(",")[0] for row in rows]


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def told_rows(page: Page, count: int, times: int) -> None:
    expect(page.locator(".ct-filter__told")).to_have_text(
        f"Có {count} chuyến đi, {times} lượt (người × chuyến)."
    )


def test_without_a_script_the_table_is_whole(
    open_visitor: harness.VisitorFactory, listed: str
) -> None:
    page = open_visitor(java_script_enabled=False).page
    page.goto(f"{listed}?nam=2018")
    assert len(places(page)) == 7
    expect(page.locator(".ct-filter")).to_be_hidden()


def test_a_shared_address_is_restored_and_can_be_gone_back_from(
    visitor: harness.Visitor, listed: str
) -> None:
    page = visitor.page
    page.goto(f"{listed}?nam=2019&uy-vien=an")
    told_rows(page, 3, 3)
    expect(page.get_by_label("Năm", exact=True)).to_have_value("2019")
    page.get_by_label("Ủy viên").select_option(label="Kim Bình")
    page.get_by_label("Tháng", exact=True).select_option("3")
    told_rows(page, 1, 1)
    assert asked(page) == {"nam": ["2019"], "thang": ["3"], "uy-vien": ["binh"]}
    page.go_back()
    page.go_back()
    told_rows(page, 3, 3)
    expect(page.get_by_label("Ủy viên")).to_have_value("an")
    page.go_forward()
    expect(page.get_by_label("Ủy viên")).to_have_value("binh")
    page.get_by_role("button", name="Xóa lọc").click()
    told_rows(page, 7, 8)
    assert asked(page) == {}
    assert visitor.complaints == []


def test_places_stand_in_the_order_of_vietnamese_both_ways(
    visitor: harness.Visitor, listed: str
) -> None:
    page = visitor.page
    page.goto(f"{listed}?nam=2019")
    head = page.locator("th[data-sort=noi-den]")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert places(page) == list(PLACES)
    assert asked(page)["xep"] == ["noi-den"]
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert places(page) == list(reversed(PLACES))


@pytest.mark.parametrize(
    "typed", ["hòa thuận", "hoà thuận", "HOA THUAN", "ho\u0300a thua\u0323\u0302n", "thuan hoa"]
)
def test_free_text_is_found_however_it_is_typed(
    visitor: harness.Visitor, listed: str, typed: str
) -> None:
    page = visitor.page
    page.goto(listed)
    page.get_by_label("Tìm theo nơi đến").fill(typed)
    told_rows(page, 1, 1)
    assert places(page) == ["Xã Hòa Thuận"]


def test_the_letter_d_is_found_with_and_without_its_stroke(
    visitor: harness.Visitor, listed: str
) -> None:
    page = visitor.page
    page.goto(f"{listed}?tu=dai+an")
    assert places(page) == ["Xã Đại An"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("uy-vien=khong-co", "Ủy viên: “khong-co” (không có trong danh sách)."),
        ("nam=1999", "Năm: “1999” (không có trong danh sách)."),
    ],
)
def test_a_value_that_the_list_does_not_have_is_told(
    visitor: harness.Visitor, listed: str, query: str, words: str
) -> None:
    page = visitor.page
    page.goto(f"{listed}?{query}")
    expect(page.locator(".ct-filter__told")).to_contain_text(words)
    expect(page.locator(".ct-filter__none")).to_be_visible()
    assert places(page) == []


def test_the_keyboard_alone_filters_and_clears(visitor: harness.Visitor, listed: str) -> None:
    page = visitor.page
    page.goto(listed)
    page.get_by_label("Tìm theo nơi đến").focus()
    page.keyboard.type("dai an")
    page.keyboard.press("Enter")
    told_rows(page, 1, 1)
    assert places(page) == ["Xã Đại An"]
    focused = "document.activeElement.textContent"
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate(focused) == "Xóa lọc":
            break
    assert page.evaluate(focused) == "Xóa lọc"
    page.keyboard.press("Enter")
    told_rows(page, 7, 8)
    assert len(places(page)) == 7
    assert asked(page) == {}


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark"), (320, "light")])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    open_visitor: harness.VisitorFactory, listed: str, width: int, scheme: str
) -> None:
    page = open_visitor(viewport={"width": width, "height": 800}, color_scheme=scheme).page
    page.goto(f"{listed}?nam=2019&xep=noi-den")
    told_rows(page, 6, 6)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert [told(each) for each in page.evaluate(RUN)["violations"]] == []
