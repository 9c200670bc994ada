"""What the form keeps on the device: the draft, its photos, itself for times without a network.

Source: issue *Submission*, Door 1 (*works offline after the first visit, keeps the draft*).
"""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from generator.host.offline import worker
from tests.web import harness
from tests.web.form_site import (
    ADDRESS,
    PHONE,
    FormSite,
    camera_picture,
    faults,
    field,
    fill,
    open_form,
    submit,
)

pytestmark = pytest.mark.browser

KEPT_PHOTOS = """() => new Promise(done => {
  const asked = indexedDB.open(`congtac:${location.pathname}`, 1)
  asked.onsuccess = () => {
    const all = asked.result.transaction("photos").objectStore("photos").getAll()
    all.onsuccess = () => done(all.result.map(bytes => [...bytes]))
  }
})"""
CACHED = """async () => {
  const found = []
  for (const name of await caches.keys()) {
    for (const request of await (await caches.open(name)).keys()) found.push(request.url)
  }
  return found
}"""


@pytest.fixture
def folder(site: FormSite, tmp_path: Path) -> Path:
    """A copy of the site that a test may change."""
    return Path(shutil.copytree(site.folder, tmp_path / "site"))


@pytest.fixture
def base(folder: Path) -> Iterator[str]:
    with harness.serve(folder) as address:
        yield address


def reload(page: Page) -> None:
    page.reload()
    page.locator(".ct-form form").wait_for()


def settle(page: Page) -> None:
    """Wait until the worker has all that it keeps."""
    page.evaluate("async () => { await navigator.serviceWorker.ready }")
    page.wait_for_function("navigator.serviceWorker.controller !== null")


def kept_photos(page: Page, number: int) -> int:
    """How many photos are kept, once they are so many or have not become so for a good while.

    The form forgets photos that nothing asks for beside what it shows.
    """
    kept: int = page.evaluate(
        f"""async number => {{
          let kept = null
          for (let frames = 0; kept !== number && frames < 1200; frames += 1) {{
            await new Promise(requestAnimationFrame)
            kept = (await ({KEPT_PHOTOS})()).length
          }}
          return kept
        }}""",
        number,
    )
    return kept


def add_photo(page: Page, file: Path, number: int = 0) -> None:
    page.locator(".ct-pick input").last.set_input_files(str(file))
    page.locator(".ct-photo").nth(number).wait_for()


class TestDraft:
    def test_it_is_back_after_a_reload_with_its_photo(self, page: Page, tmp_path: Path) -> None:
        fill(page)
        page.get_by_role("button", name="Thêm Khó khăn, vướng mắc").click()
        field(page, "issues_0_text").fill("Thiếu ghế.")
        add_photo(page, camera_picture(tmp_path / "duong.jpg"))
        field(page, "photos_0_caption").fill("Đường vào ấp")
        reload(page)
        assert page.get_by_text("Đây là bản nháp lưu lúc").is_visible()
        assert field(page, "date").input_value() == "2020-03-14"
        assert field(page, "unit").input_value() == "Xã An Trường A, huyện Càng Long"
        assert field(page, "kind").input_value() == "khao-sat"
        assert field(page, "content").input_value() == "Khảo sát đường vào ấp 3."
        assert field(page, "issues_0_text").input_value() == "Thiếu ghế."
        assert field(page, "photos_0_caption").input_value() == "Đường vào ấp"
        page.locator(".ct-photo").wait_for()

    def test_a_form_that_nobody_filled_in_leaves_no_draft(self, page: Page) -> None:
        field(page, "members").select_option("le-van-ba")
        reload(page)
        assert page.get_by_text("Đây là bản nháp").count() == 0

    def test_it_goes_when_asked_twice(self, page: Page, tmp_path: Path) -> None:
        fill(page)
        add_photo(page, camera_picture(tmp_path / "duong.jpg"))
        page.get_by_role("button", name="Xóa bản nháp").click()
        page.get_by_role("button", name="Giữ lại").click()
        assert field(page, "kind").input_value() == "khao-sat"
        page.get_by_role("button", name="Xóa bản nháp").click()
        page.locator(".ct-sure").get_by_role("button", name="Xóa").click()
        page.wait_for_function("document.querySelector('#root_kind').value === ''")
        assert field(page, "unit").input_value() == ""
        reload(page)
        assert field(page, "content").input_value() == ""
        assert kept_photos(page, 0) == 0
        assert field(page, "members").input_value() == "le-van-ba", "who writes is remembered"

    def test_a_draft_of_another_form_loses_nothing_in_silence(self, page: Page) -> None:
        fill(page)
        page.evaluate("""() => {
          const key = Object.keys(localStorage).find(each => each.startsWith("congtac:draft:"))
          const draft = JSON.parse(localStorage[key])
          draft.version = 0
          draft.visit.weather = "Trời mưa to"
          draft.visit.issues = [{text: "Thiếu ghế.", mood: {who: "Bí thư lo lắng"}}]
          draft.visit.guidance = ["Họp lại"]
          localStorage[key] = JSON.stringify(draft)
        }""")
        reload(page)
        notice = page.locator(".ct-form__notice", has_text="Biểu mẫu đã đổi")
        lost = notice.locator("li").all_inner_texts()
        assert sorted(lost) == ["Bí thư lo lắng", "Họp lại", "Trời mưa to"]
        assert field(page, "issues_0_text").input_value() == "Thiếu ghế."
        submit(page)
        page.locator(".ct-handing").wait_for()

    def test_what_is_no_longer_offered_is_said(self, page: Page) -> None:
        fill(page)
        page.evaluate("""() => {
          const key = Object.keys(localStorage).find(each => each.startsWith("congtac:draft:"))
          localStorage[key] = localStorage[key].replace("khao-sat", "viec-cu")
        }""")
        reload(page)
        submit(page)
        assert faults(page) == ["Nội dung đi cơ sở: “viec-cu” không còn trong danh sách; chọn lại."]

    def test_a_broken_draft_does_no_harm(self, page: Page) -> None:
        fill(page)
        page.evaluate("""() => {
          const key = Object.keys(localStorage).find(each => each.startsWith("congtac:draft:"))
          localStorage[key] = "{"
        }""")
        reload(page)
        assert field(page, "content").input_value() == ""

    def test_a_device_that_keeps_nothing_is_named(
        self, open_visitor: harness.VisitorFactory, base: str
    ) -> None:
        page = open_visitor(viewport=PHONE).page
        page.add_init_script(
            "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"
        )
        open_form(page, base)
        field(page, "content").fill("Khảo sát.")
        said = "Máy này không cho lưu bản nháp: gửi hoặc chép lại trước khi đóng trang."
        expect(page.get_by_role("alert").get_by_text(said)).to_be_visible()


class TestPhotos:
    def test_a_photo_is_made_smaller_and_tells_nothing_of_its_place(
        self, page: Page, tmp_path: Path
    ) -> None:
        taken = camera_picture(tmp_path / "duong.jpg", (3000, 1500))
        with Image.open(taken) as picture:
            assert picture.getexif()
        add_photo(page, taken)
        (kept,) = page.evaluate(KEPT_PHOTOS)
        with Image.open(io.BytesIO(bytes(kept))) as picture:
            assert (picture.format, picture.size) == ("JPEG", (2000, 1000))
            assert not picture.getexif()
            assert "exif" not in picture.info
        assert not page.get_by_label("Được đăng công khai").is_checked()

    def test_a_small_one_keeps_its_size(self, page: Page, tmp_path: Path) -> None:
        add_photo(page, camera_picture(tmp_path / "nho.jpg", (640, 480)))
        (kept,) = page.evaluate(KEPT_PHOTOS)
        with Image.open(io.BytesIO(bytes(kept))) as picture:
            assert picture.size == (640, 480)

    def test_what_is_no_picture_is_named(self, page: Page, tmp_path: Path) -> None:
        file = tmp_path / "ghi-chu.heic"
        file.write_text("không phải ảnh", encoding="utf-8")
        page.locator(".ct-pick input").last.set_input_files(str(file))
        page.get_by_text("Không mở được ghi-chu.heic. Chọn ảnh JPEG hoặc PNG.").wait_for()
        assert page.locator(".ct-photo").count() == 0

    def test_a_photo_needs_its_words_and_can_be_dropped(self, page: Page, tmp_path: Path) -> None:
        fill(page)
        add_photo(page, camera_picture(tmp_path / "mot.jpg"))
        add_photo(page, camera_picture(tmp_path / "hai.jpg"), 1)
        submit(page)
        assert faults(page) == [
            "Ảnh 1: Chú thích ảnh: chưa ghi.",
            "Ảnh 2: Chú thích ảnh: chưa ghi.",
        ]
        page.get_by_role("button", name="Bỏ Ảnh 1 mục này").click()
        assert faults(page) == ["Ảnh 1: Chú thích ảnh: chưa ghi."]
        reload(page)
        assert kept_photos(page, 1) == 1


class TestOffline:
    def test_it_opens_without_a_network_and_the_draft_is_there(
        self, page: Page, visitor: harness.Visitor, tmp_path: Path
    ) -> None:
        settle(page)
        visitor.context.set_offline(True)
        page.get_by_text("Đang mất mạng. Cứ ghi tiếp").wait_for()
        reload(page)
        fill(page)
        add_photo(page, camera_picture(tmp_path / "duong.jpg"))
        field(page, "photos_0_caption").fill("Đường vào ấp")
        reload(page)
        assert page.get_by_text("Đang mất mạng. Cứ ghi tiếp").is_visible()
        assert field(page, "content").input_value() == "Khảo sát đường vào ấp 3."
        page.locator(".ct-photo").wait_for()
        font = page.evaluate("getComputedStyle(document.querySelector('.ct-submit')).minHeight")
        assert font == "44px", "the style sheet is there too"
        visitor.context.set_offline(False)
        page.get_by_text("Đang mất mạng").wait_for(state="detached")
        submit(page)
        page.locator(".ct-handing").wait_for()

    def test_nothing_is_kept_of_any_other_page(self, page: Page, base: str) -> None:
        settle(page)
        kept = page.evaluate(CACHED)
        ways = {url.removeprefix(base) for url in kept}
        assert {each for each in ways if not each.startswith("assets/")} == {
            ADDRESS,
            f"{ADDRESS}form.json",
        }
        assert {"assets/form.js", "assets/stylesheets/form.css"} <= ways
        page.goto(f"{base}uy-vien/")
        assert page.evaluate("navigator.serviceWorker.controller") is None
        assert page.evaluate(CACHED) == kept

    def test_a_changed_site_replaces_what_was_kept(
        self, page: Page, folder: Path, base: str
    ) -> None:
        settle(page)
        fill(page)
        index = folder / ADDRESS / "index.html"
        html = index.read_text(encoding="utf-8")
        index.write_text(html.replace("trong khoảng ba phút", "rất nhanh"), encoding="utf-8")
        made = worker(folder, ADDRESS, f"{ADDRESS}form.json")
        (folder / ADDRESS / "worker.js").write_text(made, encoding="utf-8")
        reload(page)
        page.get_by_text("Đã có bản mới của biểu mẫu. Tải lại trang khi thuận tiện").wait_for()
        reload(page)
        assert page.get_by_text("Ghi lại một chuyến đi cơ sở rất nhanh").is_visible()
        assert field(page, "content").input_value() == "Khảo sát đường vào ấp 3."
        assert len(page.evaluate("async () => caches.keys()")) == 1
        assert sum(url == base + ADDRESS for url in page.evaluate(CACHED)) == 1
