"""Lists in the browser: narrowed, searched, sorted and shared by address; whole without a script."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from generator.present.issues import issues_page
from generator.present.names import Names
from generator.present.plans import plan_pages
from generator.present.visit_list import visit_list_page
from tests.builders import item, member, plan, policy, unit, visit
from tests.unit.present.views import view
from tests.web import harness
from tests.web.test_accessibility import AXE, RUN, told

pytestmark = pytest.mark.browser

# By hand, in the order of Vietnamese letters: a, ă, đ after d.
PLACES = ("Xã An Trường", "Xã Ăn Lành", "Xã Dân Thành", "Xã Đại An", "Xã Hòa Thuận", "Xã Ý Yên")


@contextmanager
def served(build_site: harness.SiteBuilder, folder: Path, body: str) -> Iterator[str]:
    """Serve a list by itself: the pages it leads to are not there."""
    # What stands in lines of its own stays HTML.
    body = re.sub(r"\n+", "\n", re.sub(r'href="[^"#?][^"]*"', 'href="#"', body))
    site = build_site(folder, {"index.md": f"<div>\n{body}\n</div>\n"})
    with harness.serve(site) as address:
        yield address


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
    with served(build_site, tmp_path_factory.mktemp("list"), body) as address:
        yield address


@pytest.fixture(scope="module")
def issues(
    build_site: harness.SiteBuilder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    given = view(
        *(member("an", name="Lê Văn Ân"), member("binh", name="Kim Bình"), policy()),
        unit("huyen", level="district", name="Huyện Càng Long"),
        *(unit("an-lanh", "huyen", name="Xã Ăn Lành"), unit("dai-an", "huyen", name="Xã Đại An")),
        visit("2018-05-20", "a", unit="dai-an", issues=[raised("Hỏng lộ", due="2018-06-01")]),
        visit("2019-01-10", "b", unit="an-lanh", issues=[raised("Thiếu ghế")]),
        visit(
            "2019-03-05",
            "c",
            unit="dai-an",
            members=["binh"],
            issues=[raised("Thiếu đèn", status="resolved", resolved_on="2019-06-18")],
        ),
        visit(
            "2019-05-07",
            "d",
            unit="an-lanh",
            members=["binh"],
            issues=[raised("Cần vốn", status="referred", referred_to="Ngân hàng")],
        ),
        audience="internal",
    )
    body = next(issues_page(given)).body
    with served(build_site, tmp_path_factory.mktemp("issues"), body) as address:
        yield address


def raised(text: str, **keys: str) -> dict[str, str]:
    return {"text": text} | keys


@pytest.fixture(scope="module")
def plans(
    build_site: harness.SiteBuilder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    given = view(
        *(member("an", name="Lê Văn Ân"), member("binh", name="Kim Bình"), policy()),
        *(unit("huyen", level="district", name="Huyện Càng Long"), unit("dai-an", "huyen")),
        plan(
            2019,
            "an",
            item("t03-1", 3, days="2", purpose="Nắm tình hình"),
            item("t03-2", 3, kind="inspection", days="3", cancelled="Trùng lịch họp"),
            item("t04-1", 4, kind="inspection", days="1.5"),
        ),
        plan(2019, "binh", item("t03-1", 3, kind="meeting")),
        visit("2019-03-05", end_date="2019-03-06", unit="dai-an"),
        visit("2019-05-07", "bu", kind="inspection", plan_item="2019/an/t04-1", unit="dai-an"),
        visit("2019-06-07", "them", unit="dai-an", kind="office", members=["an", "binh"]),
        audience="internal",
    )
    body = next(plan_pages(given)).body
    with served(build_site, tmp_path_factory.mktemp("plans"), body) as address:
        yield address


def heads(page: Page) -> list[str]:
    """Return what the rows that are shown begin with, in their order."""
    rows = page.locator("#danh-sach tbody tr:not(.ct-table__group)")
    return rows.locator("th").filter(visible=True).all_inner_texts()


def places(page: Page) -> list[str]:
    """Return the places of the rows that are shown, in their order."""
    return [head.partition(",")[0] for head in heads(page)]


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


def test_the_months_up_to_one_are_those_of_a_year_so_far(
    visitor: harness.Visitor, listed: str
) -> None:
    page = visitor.page
    page.goto(f"{listed}?nam=2019&den-thang=03")
    told_rows(page, 3, 3)
    expect(page.get_by_label("Lũy kế")).to_have_value("3")
    page.get_by_role("button", name="Bỏ điều kiện Đến hết tháng 3").click()
    told_rows(page, 6, 6)
    page.get_by_label("Lũy kế").select_option(label="Đến hết tháng 2")
    told_rows(page, 2, 2)
    assert asked(page) == {"nam": ["2019"], "den-thang": ["2"]}
    assert visitor.complaints == []


class TestIssues:
    @pytest.mark.parametrize(
        ("query", "texts"),
        [
            ("", ["Hỏng lộ", "Thiếu ghế", "Cần vốn", "Thiếu đèn"]),
            ("nam=2019&thang=5", ["Cần vốn"]),
            ("nam=2019&thang=01", ["Thiếu ghế"]),
            ("nam=2019&den-thang=3", ["Thiếu ghế", "Thiếu đèn"]),
            ("thang=5", ["Hỏng lộ", "Cần vốn"]),
            ("nam=2019&thang=2", []),
            ("tinh-trang=open", ["Hỏng lộ", "Thiếu ghế"]),
            ("tinh-trang=overdue", ["Hỏng lộ"]),
            ("tinh-trang=resolved&nam=2019", ["Thiếu đèn"]),
            ("don-vi=an-lanh", ["Thiếu ghế", "Cần vốn"]),
            ("don-vi=huyen&uy-vien=binh", ["Cần vốn", "Thiếu đèn"]),
            ("tuoi=3", ["Hỏng lộ", "Thiếu ghế", "Cần vốn"]),
            ("tuoi=3&xep=tuoi", ["Cần vốn", "Thiếu ghế", "Hỏng lộ"]),
            ("tu=thieu+den", ["Thiếu đèn"]),
            ("tu=NGAN+HANG", ["Cần vốn"]),
        ],
    )
    def test_an_address_shows_what_it_asks_for(
        self, visitor: harness.Visitor, issues: str, query: str, texts: list[str]
    ) -> None:
        page = visitor.page
        page.goto(f"{issues}?{query}")
        expect(page.locator(".ct-filter__told")).to_have_text(
            f"Có {len(texts)} kiến nghị, đề xuất."
        )
        assert heads(page) == texts
        assert page.locator(".ct-filter__none").is_visible() == (texts == [])
        assert visitor.complaints == []

    def test_without_a_script_all_stand_there(
        self, open_visitor: harness.VisitorFactory, issues: str
    ) -> None:
        page = open_visitor(java_script_enabled=False).page
        page.goto(f"{issues}?nam=2019&thang=5")
        assert heads(page) == ["Hỏng lộ", "Thiếu ghế", "Cần vốn", "Thiếu đèn"]
        expect(page.locator(".ct-filter")).to_be_hidden()

    def test_the_numbers_of_the_groups_follow(self, visitor: harness.Visitor, issues: str) -> None:
        page = visitor.page
        page.goto(issues)
        page.get_by_label("Năm", exact=True).select_option("2019")
        page.get_by_label("Lũy kế").select_option("3")
        groups = page.locator("#danh-sach .ct-table__group").filter(visible=True)
        assert groups.all_inner_texts() == ["Chưa giải quyết (1)", "Đã giải quyết (1)"]
        assert asked(page) == {"nam": ["2019"], "den-thang": ["3"]}
        page.go_back()
        page.go_back()
        expect(page.locator(".ct-filter__told")).to_have_text("Có 4 kiến nghị, đề xuất.")

    def test_the_column_of_days_is_put_in_order_by_number(
        self, visitor: harness.Visitor, issues: str
    ) -> None:
        page = visitor.page
        page.goto(issues)
        head = page.locator("th[data-sort=tuoi]")
        head.get_by_role("button").click()
        expect(head).to_have_attribute("aria-sort", "descending")
        # 665 days, 430 and 313 up to 15 March 2020; 105 until it was settled.
        assert heads(page) == ["Hỏng lộ", "Thiếu ghế", "Cần vốn", "Thiếu đèn"]
        head.get_by_role("button").click()
        assert heads(page) == ["Thiếu đèn", "Cần vốn", "Thiếu ghế", "Hỏng lộ"]
        assert asked(page) == {"xep": ["tuoi"]}

    def test_axe_finds_nothing(self, visitor: harness.Visitor, issues: str) -> None:
        page = visitor.page
        page.goto(f"{issues}?nam=2019&tinh-trang=khong-co")
        expect(page.locator(".ct-filter__none")).to_be_visible()
        page.evaluate(AXE.read_text(encoding="utf-8"))
        assert [told(each) for each in page.evaluate(RUN)["violations"]] == []


class TestPlans:
    @pytest.mark.parametrize(
        ("query", "names", "words"),
        [
            (
                "",
                [*["Lê Văn Ân"] * 2, "Kim Bình", "Lê Văn Ân", "Lê Văn Ân, Kim Bình"],
                "Có 4 mục kế hoạch: dự kiến 4,5 ngày, thực hiện 3 ngày; ngoài kế hoạch 1 chuyến.",
            ),
            (
                "uy-vien=binh",
                ["Kim Bình", "Lê Văn Ân, Kim Bình"],
                "Có 1 mục kế hoạch: dự kiến 1 ngày, thực hiện 0 ngày; ngoài kế hoạch 1 chuyến.",
            ),
            (
                "tinh-trang=moved",
                ["Lê Văn Ân"],
                "Có 1 mục kế hoạch: dự kiến 1,5 ngày, thực hiện 1 ngày; ngoài kế hoạch 0 chuyến.",
            ),
            (
                "tinh-trang=cancelled&uy-vien=an",
                ["Lê Văn Ân"],
                "Có 1 mục kế hoạch: dự kiến 0 ngày, thực hiện 0 ngày; ngoài kế hoạch 0 chuyến.",
            ),
            (
                "tinh-trang=unplanned",
                ["Lê Văn Ân, Kim Bình"],
                "Có 0 mục kế hoạch: dự kiến 0 ngày, thực hiện 0 ngày; ngoài kế hoạch 1 chuyến.",
            ),
            (
                "tu=nam+tinh+hinh",
                ["Lê Văn Ân"],
                "Có 1 mục kế hoạch: dự kiến 2 ngày, thực hiện 2 ngày; ngoài kế hoạch 0 chuyến.",
            ),
        ],
    )
    def test_an_address_shows_what_it_asks_for_and_adds_it_up(
        self, visitor: harness.Visitor, plans: str, query: str, names: list[str], words: str
    ) -> None:
        page = visitor.page
        page.goto(f"{plans}?{query}")
        expect(page.locator(".ct-filter__told")).to_have_text(words)
        assert heads(page) == names
        assert visitor.complaints == []

    def test_months_follow_and_those_without_a_row_are_gone(
        self, visitor: harness.Visitor, plans: str
    ) -> None:
        page = visitor.page
        page.goto(plans)
        months = page.locator("#danh-sach summary").filter(visible=True)
        assert [" ".join(each.split()) for each in months.all_inner_texts()] == [
            "Tháng 3 dự kiến 3 ngày, thực hiện 2 ngày; ngoài kế hoạch 0 chuyến",
            "Tháng 4 dự kiến 1,5 ngày, thực hiện 1 ngày; ngoài kế hoạch 0 chuyến",
            "Tháng 6 dự kiến 0 ngày, thực hiện 0 ngày; ngoài kế hoạch 1 chuyến",
        ]
        page.get_by_label("Kết quả", exact=True).select_option(label="Đã thực hiện")
        assert [" ".join(each.split()) for each in months.all_inner_texts()] == [
            "Tháng 3 dự kiến 2 ngày, thực hiện 2 ngày; ngoài kế hoạch 0 chuyến",
        ]
        assert asked(page) == {"tinh-trang": ["done"]}

    def test_on_a_phone_a_folded_month_opens_where_something_is_asked_for(
        self, open_visitor: harness.VisitorFactory, plans: str
    ) -> None:
        page = open_visitor(viewport={"width": 390, "height": 800}).page
        page.goto(plans)
        assert heads(page) == ["Lê Văn Ân, Kim Bình"]
        page.goto(f"{plans}?uy-vien=an&tinh-trang=done")
        assert heads(page) == ["Lê Văn Ân"]
        page.goto(f"{plans}#an-t03-1")
        expect(page.locator("#an-t03-1")).to_be_in_viewport()

    def test_without_a_script_every_month_stands_open(
        self, open_visitor: harness.VisitorFactory, plans: str
    ) -> None:
        page = open_visitor(java_script_enabled=False).page
        page.goto(f"{plans}?uy-vien=binh")
        assert len(heads(page)) == 5
        expect(page.locator(".ct-filter")).to_be_hidden()

    def test_axe_finds_nothing(self, visitor: harness.Visitor, plans: str) -> None:
        page = visitor.page
        page.goto(f"{plans}?uy-vien=binh")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        assert [told(each) for each in page.evaluate(RUN)["violations"]] == []


def test_on_a_phone_a_quarter_of_the_rows_stand_before_the_rest_is_asked_for(
    build_site: harness.SiteBuilder, open_visitor: harness.VisitorFactory, tmp_path: Path
) -> None:
    days = (date(2019, 1, 1) + timedelta(days=n) for n in range(101))
    given = view(member("an"), *(visit(each.isoformat(), f"v{each:%m%d}") for each in days))
    body = visit_list_page(given, Names(given.records)).body
    with served(build_site, tmp_path, body) as address:
        for width, first, then in ((1280, 100, 101), (390, 25, 50)):
            page = open_visitor(viewport={"width": width, "height": 800}).page
            page.goto(address)
            expect(page.locator(".ct-filter__rest button").last).to_have_text("Xem tất cả 101 dòng")
            assert len(heads(page)) == first
            page.locator(".ct-filter__rest button").first.click()
            assert len(heads(page)) == then


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
