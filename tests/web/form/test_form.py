"""The form at `gui-chuyen-di/`: what it asks, what it objects to, and how it is used.

Source: issue *Submission*, Door 1; design, section 4.
"""

import gzip

import pytest
from playwright.sync_api import Page, expect

from generator.host.plugin import BROWSER_PART
from tests.web import harness
from tests.web.form_site import (
    ADDRESS,
    PHONE,
    FormSite,
    choose_unit,
    faults,
    field,
    fill,
    offered,
    open_form,
    submit,
)
from tests.web.test_accessibility import AXE, RUN, told

pytestmark = pytest.mark.browser

WEIGHT_LIMIT = 250_000


def more(page: Page) -> None:
    page.locator(
        "form > details.ct-more > summary, .ct-form details.ct-more > summary"
    ).last.click()


class TestAsking:
    def test_nothing_is_chosen_before_someone_chooses(self, page: Page) -> None:
        more(page)
        page.get_by_role("button", name="Thêm Khó khăn, vướng mắc").click()
        values = page.locator(".ct-form :is(input, select, textarea):not([type=checkbox])")
        assert values.count() > 20
        assert {each.input_value() for each in values.all()} == {""}
        boxes = page.locator(".ct-form input[type=checkbox]")
        assert boxes.count() >= 3
        assert not any(each.is_checked() for each in boxes.all())
        assert page.locator('.ct-form [aria-pressed="true"]').count() == 0

    def test_little_is_asked_first(self, page: Page) -> None:
        labels = page.locator(".ct-form form .ct-field__label:visible").all_inner_texts()
        assert [label.removesuffix(" (bắt buộc)") for label in labels] == [
            "Ngày đi",
            "Đơn vị",
            "Nội dung đi cơ sở",
            "Ủy viên tham gia",
            "Tôi là",
            "Đi cùng",
            "Tóm tắt nội dung làm việc",
            "Ý kiến chỉ đạo, định hướng, góp ý",
            "Khó khăn, vướng mắc",
            "Ảnh",
        ]

    def test_today_and_yesterday_in_viet_nam(self, page: Page) -> None:
        page.get_by_role("button", name="hôm qua").click()
        assert field(page, "date").input_value() == "2020-03-14"
        assert page.get_by_text("Thứ Bảy, 14/03/2020").is_visible()
        page.get_by_role("button", name="hôm nay").click()
        assert field(page, "date").input_value() == "2020-03-15"

    def test_today_is_that_of_viet_nam_wherever_the_device_is(
        self, open_visitor: harness.VisitorFactory, base: str, site: FormSite
    ) -> None:
        page = open_visitor(viewport=PHONE, timezone_id="America/Los_Angeles").page
        page.clock.set_fixed_time("2026-11-23T18:30:00Z")
        choices = (site.folder / ADDRESS / "form.json").read_text(encoding="utf-8")
        page.route("**/form.json", lambda route: route.fulfill(
            body=choices.replace('"today":"2020-03-15"', '"today":""'),
            content_type="application/json",
        ))  # fmt: skip
        open_form(page, base)
        page.get_by_role("button", name="hôm nay").click()
        assert field(page, "date").input_value() == "2026-11-24"

    def test_who_writes_is_remembered_and_goes_first(self, page: Page, base: str) -> None:
        page.get_by_label("Trần Thị Hai").check()
        field(page, "members").select_option("le-van-ba")
        assert page.get_by_label("Tôi có đi chuyến này").is_checked()
        open_form(page, base)
        assert field(page, "members").input_value() == "le-van-ba"
        assert page.get_by_label("Tôi có đi chuyến này").is_checked()

    def test_someone_may_write_for_others(self, page: Page) -> None:
        fill(page)
        field(page, "members").select_option("-")
        page.get_by_role("group", name="Người đi").get_by_label("Trần Thị Hai").check()
        submit(page)
        page.locator(".ct-handing").wait_for()
        assert page.get_by_text("Ủy viên tham gia: Trần Thị Hai", exact=True).is_visible()


class TestUnits:
    @pytest.mark.parametrize("typed", ["phuong 1", "PHƯỜNG 1", "phuong 1 thi xa", "duyên hải p"])
    def test_a_unit_is_found_without_accents_case_and_order(self, page: Page, typed: str) -> None:
        choose_unit(page, typed, "Phường 1, thị xã Duyên Hải")
        assert field(page, "unit").input_value() == "Phường 1, thị xã Duyên Hải"

    def test_two_of_one_name_are_told_apart_and_never_guessed(self, page: Page) -> None:
        field(page, "unit").fill("phuong 1")
        assert offered(page) == [
            "Phường 1, thành phố Trà Vinh",
            "Phường 1, thị xã Duyên Hải",
        ]
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        submit(page)
        assert "Đơn vị: chưa chọn." in faults(page)

    def test_a_whole_name_that_only_one_has_is_taken(self, page: Page) -> None:
        field(page, "unit").fill("xa an truong")
        page.keyboard.press("Tab")
        assert field(page, "unit").input_value() == "Xã An Trường, huyện Càng Long"

    def test_only_units_of_the_day_are_offered(self, page: Page) -> None:
        field(page, "date").fill("2020-02-20")
        field(page, "unit").fill("dong")
        assert offered(page) == ["Xã Đồng Cũ, huyện Càng Long"]
        field(page, "date").fill("2020-03-02")
        field(page, "unit").fill("dong")
        assert offered(page) == ["Xã Đồng Mới, huyện Càng Long"]

    def test_what_is_not_there_is_said(self, page: Page) -> None:
        field(page, "unit").fill("bình phú")
        told = "Không thấy đơn vị nào như vậy vào ngày đi. Thử gõ ít chữ hơn."
        assert page.get_by_text(told).is_visible()

    def test_further_units_are_gathered_and_dropped(self, page: Page) -> None:
        more(page)
        choose_unit(page, "an truong", "Xã An Trường, huyện Càng Long", "other_units")
        choose_unit(page, "phuong", "Phường 1, thị xã Duyên Hải", "other_units")
        page.get_by_role("button", name="Bỏ Xã An Trường, huyện Càng Long").click()
        chosen = page.locator(".ct-chosen li").all_inner_texts()
        assert [text.splitlines()[0] for text in chosen] == ["Phường 1, thị xã Duyên Hải"]


class TestFaults:
    def test_each_names_its_field_and_leads_there(self, page: Page) -> None:
        submit(page)
        assert faults(page) == [
            "Ngày đi: chưa chọn.",
            "Đơn vị: chưa chọn.",
            "Nội dung đi cơ sở: chưa chọn.",
            "Ủy viên tham gia: chưa chọn.",
            "Tóm tắt nội dung làm việc: chưa ghi.",
        ]
        assert page.locator(".ct-faults").evaluate("e => e === document.activeElement")
        assert page.get_by_role("heading", name="Còn 5 chỗ cần sửa").is_visible()
        for name, key in (
            ("Ngày đi", "date"),
            ("Đơn vị", "unit"),
            ("Ủy viên tham gia", "members"),
            ("Tóm tắt", "content"),
        ):
            page.locator(".ct-faults").get_by_role("link", name=name).click()
            assert page.evaluate("document.activeElement.id") == f"root_{key}"

    def test_what_is_mended_goes_at_once(self, page: Page) -> None:
        submit(page)
        field(page, "content").fill("Khảo sát.")
        page.get_by_role("button", name="hôm nay").click()
        assert faults(page) == [
            "Đơn vị: chưa chọn.",
            "Nội dung đi cơ sở: chưa chọn.",
            "Ủy viên tham gia: chưa chọn.",
        ]
        assert field(page, "content").get_attribute("aria-invalid") is None
        assert field(page, "unit").get_attribute("aria-invalid") == "true"

    def test_keys_are_held_against_each_other(self, page: Page) -> None:
        fill(page)
        more(page)
        field(page, "date").fill("2020-03-10")
        field(page, "end_date").fill("2020-03-09")
        choose_unit(page, "an truong a", "Xã An Trường A, huyện Càng Long", "other_units")
        field(page, "report_submitted").fill("2020-03-01")
        field(page, "turnout_youth").fill("1,5")
        page.get_by_role("button", name="Thêm Khó khăn, vướng mắc").click()
        submit(page)
        assert faults(page) == [
            "Khó khăn, vướng mắc 1: chưa ghi.",
            (
                "Ngày về: 09/03/2020 đứng trước ngày đi 10/03/2020. "
                "Sửa ngày về, hoặc bỏ nếu đi một ngày."
            ),
            "Đơn vị khác: đã ghi ở mục đơn vị. Bỏ đơn vị lặp lại.",
            (
                "Số đoàn viên, thanh niên tham dự: Số thanh niên tham dự: "
                "phải là một số nguyên. Chỉ viết chữ số."
            ),
            "Báo cáo riêng: Ngày nộp: 01/03/2020 đứng trước ngày đi 10/03/2020. Sửa ngày này.",
        ]

    def test_a_visit_of_days_has_no_session_and_ends_within_31_days(self, page: Page) -> None:
        fill(page)
        more(page)
        field(page, "date").fill("2020-02-01")
        field(page, "end_date").fill("2020-03-03")
        field(page, "session").select_option("morning")
        submit(page)
        assert faults(page) == [
            "Ngày về: chuyến đi dài 32 ngày, quá 31. Sửa ngày về, hoặc tách thành nhiều chuyến.",
            "Buổi: chuyến đi nhiều ngày không ghi theo buổi được. Bỏ chọn buổi, hoặc bỏ ngày về.",
        ]

    def test_what_does_not_stand_on_the_day(self, page: Page) -> None:
        fill(page)
        more(page)
        field(page, "date").fill("2020-01-31")
        page.get_by_label("Phạm Văn Sáu").check()
        field(page, "date").fill("2020-03-02")
        choose_unit(page, "dong moi", "Xã Đồng Mới, huyện Càng Long")
        field(page, "programme").select_option("thang-ba")
        field(page, "date").fill("2020-02-02")
        submit(page)
        assert faults(page) == [
            (
                "Đơn vị: “Xã Đồng Mới, huyện Càng Long” không có vào ngày 02/02/2020. Chọn đơn vị của "
                "ngày đó."
            ),
            (
                "Ủy viên tham gia: “Phạm Văn Sáu” không có nhiệm kỳ vào ngày 02/02/2020. Sửa ngày, "
                "hoặc bỏ người này."
            ),
            (
                "Chương trình, đợt hoạt động: “Tháng Thanh niên” diễn ra từ 01/03/2020 đến "
                "31/03/2020, không có ngày 02/02/2020. Chọn chương trình khác, hoặc bỏ trống."
            ),
        ]

    def test_no_visit_is_told_before_it_is_made(self, page: Page) -> None:
        fill(page)
        field(page, "date").fill("2020-03-16")
        submit(page)
        assert faults(page) == ["Ngày đi: ngày 16/03/2020 chưa đến. Ghi lại sau chuyến đi."]

    def test_a_fault_that_is_folded_away_is_opened(self, page: Page) -> None:
        fill(page)
        more(page)
        field(page, "report_number").fill("12-BC")
        page.locator("details.ct-more > summary").last.click()
        submit(page)
        assert faults(page) == ["Báo cáo riêng: Ngày nộp: chưa chọn."]
        page.locator(".ct-faults").get_by_role("link").click()
        assert field(page, "report_submitted").is_visible()

    def test_a_group_that_is_emptied_again_is_not_asked_for(self, page: Page) -> None:
        fill(page)
        more(page)
        field(page, "report_number").fill("12-BC")
        field(page, "report_number").fill("")
        submit(page)
        expect(page.locator(".ct-handing")).to_be_visible()

    def test_blanks_are_nothing(self, page: Page) -> None:
        fill(page)
        field(page, "content").fill("   ")
        submit(page)
        assert faults(page) == ["Tóm tắt nội dung làm việc: chưa ghi."]

    def test_days_of_presence_are_those_of_the_visit(self, page: Page) -> None:
        fill(page)
        more(page)
        field(page, "date").fill("2020-03-10")
        field(page, "end_date").fill("2020-03-12")
        page.get_by_role("button", name="Thêm Có mặt một số ngày").click()
        field(page, "attendance_0_member").select_option("le-van-ba")
        days = page.get_by_role("group", name="Những ngày có mặt")
        assert days.locator("label").all_inner_texts() == [
            "Thứ Ba, 10/03/2020",
            "Thứ Tư, 11/03/2020",
            "Thứ Năm, 12/03/2020",
        ]
        days.get_by_label("Thứ Năm, 12/03/2020").check()
        field(page, "end_date").fill("2020-03-11")
        submit(page)
        assert faults(page) == [
            "Có mặt một số ngày 1: Những ngày có mặt: 12/03/2020 nằm ngoài chuyến đi. Chọn lại."
        ]


class TestHands:
    def test_the_keyboard_alone_does_it(self, page: Page) -> None:
        keys = page.keyboard
        page.locator("#bieu-mau input").first.focus()

        def tab_to(id_: str) -> None:
            for _ in range(60):
                if page.evaluate("document.activeElement.id") == f"root_{id_}":
                    return
                keys.press("Tab")
            pytest.fail(f"no Tab leads to {id_}")

        def tab_to_button(name: str) -> None:
            for _ in range(60):
                if page.evaluate("document.activeElement.textContent") == name:
                    return
                keys.press("Tab")
            pytest.fail(f"no Tab leads to {name}")

        tab_to_button("hôm nay")
        keys.press("Space")
        tab_to("unit")
        keys.type("an truong")
        keys.press("ArrowDown")
        keys.press("ArrowDown")
        keys.press("Enter")
        assert field(page, "unit").input_value() == "Xã An Trường A, huyện Càng Long"
        tab_to("kind")
        keys.type("Kh")
        tab_to("members")
        keys.type("L")
        tab_to("content")
        keys.type("Khảo sát.")
        tab_to_button("Xem lại và gửi")
        keys.press("Enter")
        page.locator(".ct-handing").wait_for()
        assert page.evaluate("document.activeElement.id") == "ct-handing"

    def test_escape_closes_the_list_and_keeps_the_words(self, page: Page) -> None:
        field(page, "unit").fill("phuong")
        page.keyboard.press("Escape")
        assert offered(page) == []
        assert field(page, "unit").input_value() == "phuong"

    def test_what_is_touched_is_large_enough_for_a_thumb(self, page: Page) -> None:
        page.get_by_role("button", name="Thêm Khó khăn, vướng mắc").click()
        for each in page.locator(
            ".ct-form :is(button, select, summary, .ct-box, .ct-pick, input[type=text], textarea)"
            ":visible:not(.ct-sr)"
        ).all():
            box = each.bounding_box()
            assert box
            assert box["height"] >= 43.5, each.evaluate("e => e.outerHTML.slice(0, 90)")

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("width", [320, 390, 1280])
    def test_axe_finds_nothing_and_nothing_leaves_the_screen(
        self, open_visitor: harness.VisitorFactory, base: str, scheme: str, width: int
    ) -> None:
        visitor = open_visitor(viewport={"width": width, "height": 844}, color_scheme=scheme)
        page = visitor.page
        open_form(page, base)
        page.evaluate(AXE.read_text(encoding="utf-8"))

        def judge() -> None:
            result = page.evaluate(RUN.replace("document", "'.md-content'"))
            assert [told(violation) for violation in result["violations"]] == []
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert page.evaluate(wide) <= 0

        more(page)
        page.get_by_role("button", name="Thêm Khó khăn, vướng mắc").click()
        submit(page)
        faults(page)
        field(page, "unit").fill("xa")
        judge()
        fill(page)
        field(page, "issues_0_text").fill("Thiếu ghế. " + "x" * 80)
        submit(page)
        page.locator(".ct-handing").wait_for()
        judge()


class TestFrame:
    def test_without_a_script_every_way_is_told(
        self, open_visitor: harness.VisitorFactory, base: str
    ) -> None:
        page = open_visitor(viewport=PHONE, java_script_enabled=False).page
        page.goto(base + ADDRESS)
        said = page.locator("#bieu-mau noscript .ct-empty")
        assert said.is_visible()
        assert said.inner_text() == (
            "Trình duyệt này không chạy JavaScript nên không mở được biểu mẫu. "
            "Xem các cách gửi khác ngay bên dưới."
        )
        assert page.locator(".ct-ways dt").all_inner_texts() == [
            "Không có tài khoản nào, ghi trên điện thoại",
            "Có tài khoản GitHub",
            "Có tài khoản GitHub, cần sửa bản ghi, lập kế hoạch, viết tin hay theo dõi kiến nghị",
            "Không mở được biểu mẫu",
            "Nhiều chuyến đi cũ cùng lúc",
        ]

    def test_the_form_that_cannot_open_says_so(
        self, open_visitor: harness.VisitorFactory, base: str
    ) -> None:
        page = open_visitor(viewport=PHONE, service_workers="block").page
        page.route("**/form.json", lambda route: route.abort())
        page.goto(base + ADDRESS)
        said = "Không mở được biểu mẫu. Kiểm tra mạng rồi tải lại trang"
        expect(page.locator(".ct-form .ct-empty", has_text=said)).to_be_visible()

    def test_the_policy_lets_nothing_be_compiled(self, site: FormSite) -> None:
        html = (site.folder / ADDRESS / "index.html").read_text(encoding="utf-8")
        assert "unsafe-eval" not in html
        assert "worker-src &#x27;self&#x27;" in html

    def test_its_script_is_light_and_comes_on_its_page_only(self, site: FormSite) -> None:
        script = (BROWSER_PART / "assets" / "form.js").read_bytes()
        assert len(gzip.compress(script, 6)) <= WEIGHT_LIMIT
        bearing = [
            path.relative_to(site.folder).as_posix()
            for path in site.folder.rglob("*.html")
            if "assets/form.js" in path.read_text(encoding="utf-8")
        ]
        assert bearing == [f"{ADDRESS}index.html"]
