"""The last step of the form: what is sent, by which way, and that all ways hold the same record.

Source: issue *Submission*, Door 1, and *It is done when*, 1.
"""

import io
import json
import shutil
import zipfile
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from generator.submit.message import Carried, unwrapped
from tests.commands import congtac
from tests.web import harness
from tests.web.form_site import (
    PHONE,
    FormSite,
    build_form_site,
    camera_picture,
    faults,
    field,
    fill,
    open_form,
    submit,
)

pytestmark = pytest.mark.browser

NAME = "2020-03-14-an-truong-a-le-van-ba"
PATH = f"records/visits/2020/{NAME}.yml"
SHARING = """
window.shared = []
navigator.canShare = ({ files }) => files.every(file => file.type === "image/jpeg")
navigator.share = async ({ text, files = [] }) => {
  window.shared.push({ text, files: files.map(file => file.name) })
}
"""


@pytest.fixture
def records(site: FormSite, tmp_path: Path) -> Path:
    """A copy of the records, to take in what was sent."""
    return Path(shutil.copytree(site.records, tmp_path / "records"))


def hand_over(page: Page) -> None:
    submit(page)
    page.locator(".ct-handing").wait_for()


def tell_all(page: Page, photo: Path | None = None) -> None:
    """Fill in a visit with a difficulty, a session, and perhaps a photo."""
    fill(page)
    page.get_by_label("Trần Thị Hai").check()
    page.get_by_role("button", name="Thêm Khó khăn, vướng mắc").click()
    field(page, "issues_0_text").fill("Đường ngập: không đi được.\nThiếu ghế, #1.")
    page.locator(".ct-form details.ct-more > summary").last.click()
    field(page, "venue").fill("Ấp 3")
    field(page, "turnout_youth").fill("012")
    field(page, "turnout_youth").fill("12")
    page.get_by_label("Vay vốn thanh niên").check()
    if photo:
        page.locator(".ct-pick input").last.set_input_files(str(photo))
        field(page, "photos_0_caption").fill("Đường vào ấp")
        page.get_by_label("Được đăng công khai").check()
    hand_over(page)


def download(page: Page, button: str) -> tuple[str, bytes]:
    """The name and the bytes that the button saves."""
    with page.expect_download() as waited:
        page.get_by_role("button", name=button).click()
    return waited.value.suggested_filename, Path(waited.value.path()).read_bytes()


def shown(page: Page, name: str) -> str:
    """What stands in a folded text of the page."""
    page.locator("summary", has_text=name).click()
    return page.get_by_role("textbox", name=name).input_value()


def link(page: Page) -> str:
    return page.get_by_role("link", name="Mở trang tạo tệp").get_attribute("href") or ""


TOLD = {
    "date": "2020-03-14",
    "unit": "29272-an-truong-a",
    "venue": "Ấp 3",
    "kind": "khao-sat",
    "topics": ["vay-von"],
    "members": ["le-van-ba", "tran-thi-hai"],
    "content": "Khảo sát đường vào ấp 3.",
    "turnout": {"youth": "12"},
    "issues": [{"id": "kn-1", "text": "Đường ngập: không đi được.\nThiếu ghế, #1."}],
    "recorded_on": "2020-03-15",
}


def read(text: str | bytes) -> object:
    """A record as its reader takes it: every value is text."""
    return yaml.load(text, Loader=yaml.BaseLoader)


def test_it_is_shown_as_it_will_be_read(page: Page) -> None:
    tell_all(page)
    assert page.locator(".ct-record__line").all_inner_texts() == [
        "Ngày đi: 14/03/2020",
        "Đơn vị: Xã An Trường A, huyện Càng Long",
        "Địa điểm: Ấp 3",
        "Nội dung đi cơ sở: Khảo sát cơ sở",
        "Vấn đề trao đổi: Vay vốn thanh niên",
        "Ủy viên tham gia: Lê Văn Ba; Trần Thị Hai",
        "Tóm tắt nội dung làm việc: Khảo sát đường vào ấp 3.",
        "Số đoàn viên, thanh niên tham dự:",
        "Số thanh niên tham dự: 12",
        "Khó khăn, vướng mắc 1: Đường ngập: không đi được.\nThiếu ghế, #1.",
        "Ngày ghi: 15/03/2020",
    ]
    headings = page.locator(".ct-handing h3").all_inner_texts()
    assert headings == ["Không có tài khoản GitHub", "Có tài khoản GitHub", "Gửi bằng cách khác"]


def test_every_way_holds_the_same_record_and_check_takes_it(page: Page, records: Path) -> None:
    tell_all(page)
    name, saved = download(page, "Tải bản ghi")
    assert name == f"{NAME}.yml"
    assert read(saved) == TOLD
    assert shown(page, "Nội dung bản ghi") == saved.decode()
    parts = urlsplit(link(page))
    query = parse_qs(parts.query)
    assert (parts.netloc, parts.path) == ("kho.example.org", "/tinh-doan/ban-ghi/new/main")
    assert query == {"filename": [PATH], "value": [saved.decode()]}
    target = records.parent / PATH
    target.parent.mkdir(parents=True)
    target.write_bytes(saved)
    ended = congtac("check", "--records", records)
    assert (ended.code, ended.err) == (0, ""), ended.out


def test_the_bundle_holds_the_photo_and_check_takes_it(
    page: Page, records: Path, tmp_path: Path
) -> None:
    tell_all(page, camera_picture(tmp_path / "duong.jpg"))
    said = "Đường dẫn này không mang ảnh được. Gửi ảnh theo tin nhắn, hoặc tải gói có ảnh."
    assert page.get_by_text(said).is_visible()
    name, saved = download(page, "Tải gói có ảnh")
    photo = f"2020/{NAME}-1.jpg"
    assert name == f"{NAME}.zip"
    with zipfile.ZipFile(io.BytesIO(saved)) as bundle:
        assert bundle.namelist() == [PATH, f"records/media/{photo}"]
        assert read(bundle.read(PATH)) == TOLD | {
            "photos": [{"file": photo, "caption": "Đường vào ấp", "consent": "true"}]
        }
        bundle.extractall(records.parent)
    with Image.open(records / "media" / photo) as picture:
        assert (picture.format, picture.size) == ("JPEG", (2000, 1000))
    ended = congtac("check", "--records", records)
    assert (ended.code, ended.err) == (0, ""), ended.out


def test_the_message_is_copied(page: Page, visitor: harness.Visitor, base: str) -> None:
    _may_copy(visitor.context, base)
    tell_all(page)
    page.get_by_role("button", name="Chép tin nhắn").click()
    said = "Đã chép tin nhắn. Mở Zalo, thư hoặc trang cần dán rồi dán vào."
    expect(page.get_by_role("status").get_by_text(said)).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == shown(page, "Nội dung tin nhắn")
    assert "Đơn vị: Xã An Trường A, huyện Càng Long" in copied
    carried = unwrapped(copied)
    assert isinstance(carried, Carried)
    assert json.loads(carried.json.replace("+", " ")) == TOLD


def test_where_copying_is_forbidden_the_text_is_there_to_take(page: Page) -> None:
    tell_all(page)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) }")
    page.get_by_role("button", name="Chép tin nhắn").click()
    said = "Trình duyệt không cho chép. Mở phần “Nội dung tin nhắn”, chọn hết rồi chép."
    expect(page.get_by_role("status").get_by_text(said)).to_be_visible()


def test_the_phone_shares_the_message_with_its_photos(
    open_visitor: harness.VisitorFactory, base: str, tmp_path: Path
) -> None:
    page = open_visitor(viewport=PHONE).page
    page.add_init_script(SHARING)
    open_form(page, base)
    tell_all(page, camera_picture(tmp_path / "duong.jpg"))
    page.get_by_role("button", name="Chia sẻ tin nhắn").click()
    page.get_by_text("Đã chuyển tin nhắn sang ứng dụng vừa chọn.").wait_for()
    (sent,) = page.evaluate("window.shared")
    assert sent["files"] == [f"{NAME}-1.jpg"]
    assert sent["text"] == shown(page, "Nội dung tin nhắn")


def test_a_phone_that_shares_text_only_is_told_of_the_photos(
    open_visitor: harness.VisitorFactory, base: str, tmp_path: Path
) -> None:
    page = open_visitor(viewport=PHONE).page
    page.add_init_script(SHARING + "navigator.canShare = () => false")
    open_form(page, base)
    tell_all(page, camera_picture(tmp_path / "duong.jpg"))
    page.get_by_role("button", name="Chia sẻ tin nhắn").click()
    said = "Ứng dụng chỉ nhận chữ: gửi thêm ảnh, hoặc tải gói có ảnh ở dưới."
    expect(page.get_by_text(said)).to_be_visible()


def test_what_is_too_long_for_an_address_is_pasted(
    page: Page, visitor: harness.Visitor, base: str
) -> None:
    _may_copy(visitor.context, base)
    fill(page)
    field(page, "content").fill("Đường vào ấp ngập. " * 400)
    hand_over(page)
    assert "value=" not in link(page)
    said = "nội dung quá dài nên phải chép trước rồi dán vào."
    assert page.get_by_text(said).is_visible()
    page.get_by_role("button", name="Chép bản ghi").click()
    page.get_by_text("Đã chép bản ghi.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == shown(page, "Nội dung bản ghi")


def test_one_can_go_back_and_then_begin_anew(page: Page) -> None:
    fill(page)
    hand_over(page)
    page.get_by_role("button", name="Sửa lại").click()
    page.locator(".ct-form form").wait_for()
    hand_over(page)
    page.go_back()
    assert field(page, "content").input_value() == "Khảo sát đường vào ấp 3."
    hand_over(page)
    page.get_by_role("button", name="Đã gửi xong, ghi chuyến khác").click()
    page.locator("#root_content").wait_for()
    assert field(page, "content").input_value() == ""
    assert field(page, "members").input_value() == "le-van-ba"
    page.reload()
    page.locator(".ct-form form").wait_for()
    assert page.get_by_text("Đây là bản nháp").count() == 0


def test_nothing_internal_is_asked_where_anyone_reads_the_records(
    open_visitor: harness.VisitorFactory, tmp_path: Path
) -> None:
    site = build_form_site(tmp_path, open_to_all=True)
    visitor = open_visitor(viewport=PHONE)
    page = visitor.page
    with harness.serve(site.folder) as base:
        open_form(page, base)
        fill(page)
        page.locator(".ct-form details.ct-more > summary").last.click()
        labels = " ".join(page.locator(".ct-form .ct-field__label").all_inner_texts())
        for internal in ("Khó khăn", "Công lệnh", "Ghi chú nội bộ"):
            assert internal not in labels
        field(page, "turnout_youth").fill("mười")
        submit(page)
        assert faults(page) == [
            (
                "Số đoàn viên, thanh niên tham dự: Số thanh niên tham dự: "
                "phải là một số nguyên. Chỉ viết chữ số."
            )
        ]
        field(page, "turnout_youth").fill("10")
        hand_over(page)
        _, saved = download(page, "Tải bản ghi")
    assert visitor.complaints == []
    target = site.records.parent / PATH
    target.parent.mkdir(parents=True)
    target.write_bytes(saved)
    ended = congtac("check", "--records", site.records)
    assert (ended.code, ended.err) == (0, ""), ended.out


def _may_copy(context: BrowserContext, base: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=base)
