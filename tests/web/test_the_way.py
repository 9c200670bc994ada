"""One visit goes the whole way: told on a phone, sent by chat, received, judged, merged, shown.

Source: issue *Submission*, *It is done when*, 6. Each step on the way has tests of its own; this
one holds that what comes out of a step is what the next one takes.
"""

import json
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Page

from tests.gate.repository import CONGTAC, MAKEFILE, Repository, ran, repository
from tests.gate.test_judge import judged
from tests.web import harness
from tests.web.form_site import ADDRESS, camera_picture, choose_unit, field, open_form, submit

pytestmark = pytest.mark.browser

PHONE: Final = {"width": 390, "height": 844}
ID: Final = "2019-12-30-an-truong-a-tran-thi-tu"
BRANCH: Final = f"gui/{ID}"
RECORD: Final = f"records/visits/2019/{ID}.yml"
PHOTO: Final = f"records/media/2019/{ID}-1.jpg"
TOLD: Final = "Dự sinh hoạt chi đoàn ấp 3, góp ý nội dung buổi họp lệ."
RAISED: Final = "Ấp chưa có sân bóng chuyền."
WRITTEN: Final = f"""\
date: 2019-12-30
unit: 29272-an-truong-a
kind: du-sinh-hoat-chi-doan
members:
  - tran-thi-tu
  - le-van-ba
content: {TOLD}
issues:
  - id: kn-1
    text: {RAISED}
recorded_on: 2019-12-31
photos:
  - file: 2019/{ID}-1.jpg
    caption: Buổi họp lệ ở ấp 3
    consent: true
"""
DAYS_TOLD: Final = """\
| 2019 | Lê Văn Ba | 4 | 5 | +1 | 60 |  |
| 2019 | Trần Thị Tư | 1 | 2 | +1 | 60 |  |
"""
# A phone hands text and files to a chat program; here the program keeps what it is given.
CHAT: Final = """
window.sent = []
navigator.canShare = () => true
navigator.share = async ({ text, files }) => {
  const bytes = async file => Array.from(new Uint8Array(await file.arrayBuffer()))
  window.sent.push({ text, files: await Promise.all(files.map(bytes)) })
}
"""


def test_a_visit_told_on_a_phone_stands_on_the_site_once_it_is_merged(
    open_visitor: harness.VisitorFactory, tmp_path: Path
) -> None:
    book = repository(tmp_path, MAKEFILE)
    site = built(book)
    page_of_visit = f"chuyen-di/2019/{ID}/"

    writer = open_visitor(viewport=PHONE, has_touch=True, is_mobile=True)
    writer.context.add_init_script(CHAT)
    with harness.serve(site) as base:
        sent = told_and_sent(writer.page, base, tmp_path)
        assert writer.strangers(base) == []
    assert writer.complaints == []

    # The chat program names pictures as it likes; the message is saved as it came.
    message, picture = tmp_path / "tin-nhan.txt", tmp_path / "z5301-anh.jpg"
    message.write_text(sent["text"], encoding="utf-8")
    (photo,) = sent["files"]
    picture.write_bytes(bytes(photo))
    main = book.git("rev-parse", "origin/main")
    received = congtac(book, "receive", message, picture)
    assert f"Đã đẩy nhánh {BRANCH} lên origin.\n" in received

    origin = Repository(tmp_path / "origin.git")
    assert origin.git("rev-parse", "main") == main
    assert origin.git("diff", "--name-status", "main", BRANCH).splitlines() == [
        f"A\t{PHOTO}",
        f"A\t{RECORD}",
    ]
    assert f"{origin.git('show', f'{BRANCH}:{RECORD}')}\n" == WRITTEN

    book.git("fetch", "--quiet")
    book.git("switch", "--quiet", BRANCH)
    ended, summary = judged(book)
    assert ended.code == 0
    assert summary.startswith("## Cổng kiểm tra: đạt\n")
    assert DAYS_TOLD in summary
    assert f"- Nêu mới hoặc mở lại: {RAISED}" in summary

    book.git("switch", "--quiet", "main")
    assert days(book) == {"le-van-ba": "4", "tran-thi-tu": "1"}
    book.git("merge", "--quiet", "--no-ff", "--no-edit", f"origin/{BRANCH}")
    book.git("push", "--quiet", "origin", "main")
    assert days(book) == {"le-van-ba": "5", "tran-thi-tu": "2"}

    reader = open_visitor(viewport=PHONE, has_touch=True, is_mobile=True)
    with harness.serve(built(book)) as base:
        page = reader.page
        page.goto(f"{base}uy-vien/tran-thi-tu/")
        assert "Ngày công tác cơ sở\n2 ngày" in page.locator("main").inner_text()
        page.locator(f"main a[href$='{page_of_visit}']:visible").first.click()
        page.wait_for_url(f"{base}{page_of_visit}")
        shown = page.locator("main").inner_text()
        assert TOLD in shown
        assert RAISED not in shown
        picture_shown = page.get_by_role("img", name="Buổi họp lệ ở ấp 3")
        picture_shown.scroll_into_view_if_needed()
        page.wait_for_function(
            "image => image.complete && image.naturalWidth > 0",
            arg=picture_shown.element_handle(),
        )
        assert reader.strangers(base) == []
    assert reader.complaints == []


def test_a_new_organisation_is_told_what_its_form_still_lacks(
    open_visitor: harness.VisitorFactory, tmp_path: Path
) -> None:
    """Before anyone fills in what cannot be sent: nobody stands in the records yet."""
    assert ran(*CONGTAC.split(), "init", "so", cwd=tmp_path).code == 0
    site = built(Repository(tmp_path / "so"))
    visitor = open_visitor(viewport=PHONE)
    with harness.serve(site) as base:
        open_form(visitor.page, base)
        assert visitor.page.get_by_role("alert").inner_text() == (
            "Chưa gửi được chuyến đi nào vì danh sách để chọn còn trống: Ủy viên tham gia. "
            "Người phụ trách khai báo trong thư mục bản ghi (records) rồi dựng lại trang."
        )
        assert field(visitor.page, "members").is_visible()
    assert visitor.complaints == []


def told_and_sent(page: Page, base: str, tmp_path: Path) -> dict[str, Any]:
    """Go from home to the form, fill it in and share it; return what the chat was given."""
    page.goto(base)
    page.locator(".md-header label[for=__drawer]").click()
    page.locator(".md-sidebar--primary").get_by_role("link", name="Gửi chuyến đi").click()
    page.wait_for_url(f"{base}{ADDRESS}")
    page.locator(".ct-form form").wait_for()
    page.get_by_role("button", name="hôm qua").click()
    choose_unit(page, "an truong a", "Xã An Trường A, huyện Càng Long")
    field(page, "kind").select_option(label="Dự sinh hoạt chi đoàn ấp, khóm (họp lệ)")
    field(page, "members").select_option(label="Trần Thị Tư")
    page.get_by_label("Lê Văn Ba").check()
    field(page, "content").fill(TOLD)
    page.get_by_role("button", name="Thêm Khó khăn, vướng mắc").click()
    field(page, "issues_0_text").fill(RAISED)
    page.locator(".ct-pick input").last.set_input_files(camera_picture(tmp_path / "IMG_2231.jpg"))
    field(page, "photos_0_caption").fill("Buổi họp lệ ở ấp 3")
    page.get_by_label("Được đăng công khai").check()
    submit(page)
    page.locator(".ct-handing").wait_for()
    page.get_by_role("button", name="Chia sẻ tin nhắn").click()
    page.get_by_text("Đã chuyển tin nhắn sang ứng dụng vừa chọn.").wait_for()
    (sent,) = page.evaluate("window.sent")
    given: dict[str, Any] = sent
    return given


def congtac(book: Repository, *arguments: object) -> str:
    ended = ran(*CONGTAC.split(), *arguments, cwd=book.folder)
    assert (ended.code, ended.err) == (0, ""), ended.out
    return ended.out


def built(book: Repository) -> Path:
    """Build the public site of what the clone holds, in place of the one before."""
    congtac(book, "build", "--out", "site")
    return book.folder / "site"


def days(book: Repository) -> dict[str, str]:
    """The days of each member in the year, by what the clone holds."""
    (year,) = json.loads(congtac(book, "summary", "--year", "2019", "--format", "json"))["years"]
    return {each["id"]: each["days"] for each in year["members"]}
