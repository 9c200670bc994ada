"""The editor at work: real Decap, its real server, a real repository with a real origin.

What counts is what arrives at the origin: which branch, which file, which bytes. Source: issue
*Submission*, Door 3 and "It is done when", 1.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from generator.domain.organisation import Repository
from generator.submit.editor.forge import SignIn
from tests.web import harness
from tests.web.editor_desk import ARTICLE, MAIN, RAISED, Desk, desk, write_site

pytestmark = pytest.mark.browser

WIDTHS: Final = ((1280, 900), (390, 844))
VISIT: Final = "2020-03-10-phuong-1-le-van-ba"
VISIT_FILE: Final = f"records/visits/2020/{VISIT}.yml"
VISIT_BRANCH: Final = f"cms/visits/2020/{VISIT}"
PLACE: Final = "Phường 1, thị xã Duyên Hải"
# Decap asks its server whether the new name is free; that it is comes as an error.
FREE_NAME: Final = "error: Failed to load resource: the server responded with a status of 404"

WRITTEN: Final = """date: 2020-03-10
unit: 29512-phuong-1
kind: khao-sat
members:
  - le-van-ba
  - tran-thi-hai
content: |-
  Khảo sát nhà văn hóa.
  Gặp chi đoàn khóm 3: 12 đoàn viên.
issues:
  - id: kn-1
    text: Thiếu ghế.
recorded_on: 2020-03-15
photos:
  - file: {photo}
    caption: Nhà văn hóa khóm 3
"""
EDITED: Final = """date: 2020-03-10
unit: 29512-phuong-1
kind: khao-sat
members:
  - le-van-ba
  - tran-thi-hai
content: Khảo sát nhà văn hóa.
guidance: Sửa mái trước mùa mưa.
issues:
  - id: kn-1
    text: Thiếu ghế.
recorded_on: 2020-03-15
photos:
  - file: {photo}
    caption: Nhà văn hóa khóm 3
"""


class Hand:
    """A hand at the editor: finds things by the words that people read."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def field(self, label: str) -> Locator:
        """The last field of that name, whether or not it may be left empty."""
        whole = re.compile(rf"^\s*{re.escape(label)}\s*(\(không bắt buộc\))?\s*$")
        return self.page.get_by_label(whole).last

    def fill(self, label: str, text: str) -> None:
        self.field(label).fill(text)

    def choose(self, label: str, *names: str) -> None:
        box = self.field(label)
        for name in names:
            box.fill(name)
            self.page.get_by_role("option", name=name, exact=True).click()

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def add(self, what: str) -> None:
        self.page.get_by_role("button", name=f"Thêm: {what}").click()

    def unfold(self, part: str) -> None:
        button = self.page.get_by_role("button", name="Mở ra")
        self.page.locator("div", has_text=part, has=button).last.get_by_role("button").click()

    def open(self, address: str, collection: str, title: str) -> None:
        self.page.goto(f"{address}#/collections/{collection}")
        self.page.get_by_role("link", name=title).click()
        expect(self.page.get_by_role("button", name="Lưu", exact=True)).to_be_visible()

    def begin(self, address: str, collection: str, name: str) -> None:
        self.page.goto(f"{address}#/collections/{collection}")
        self.page.get_by_role("link", name=f"Thêm {name}").click()

    def save(self) -> None:
        """Save, and wait until the record is where it goes and the editor has it back."""
        with self.page.expect_response(lambda r: "persistEntry" in (r.request.post_data or "")):
            self.press("Lưu")
        expect(self.page.get_by_text("Đã lưu", exact=True)).to_be_visible()
        expect(self.page.get_by_text("Tình trạng: Bản nháp")).to_be_visible()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo as a phone names it, larger than it need be."""
    file = tmp_path / "IMG 0001.JPG"
    Image.new("RGB", (2400, 1600), "teal").save(file, "JPEG")
    return file


@pytest.fixture
def opened(tmp_path: Path, web_dist: Path) -> Iterator[Desk]:
    with desk(tmp_path, web_dist) as made:
        yield made


@pytest.mark.parametrize("size", WIDTHS, ids=["desk", "phone"])
def test_each_save_is_a_branch_of_sound_canonical_records(
    opened: Desk,
    photo: Path,
    tmp_path: Path,
    open_visitor: harness.VisitorFactory,
    size: tuple[int, int],
) -> None:
    visitor = open_visitor(viewport={"width": size[0], "height": size[1]})
    hand, main, judged = Hand(visitor.page), opened.main(), tmp_path / "judged"
    visitor.page.goto(opened.address)
    hand.press("Đăng nhập")

    _write_up(hand, photo, size[0])
    assert opened.branches() == (VISIT_BRANCH, MAIN)
    changed = opened.changed(VISIT_BRANCH)
    (sent,) = changed.keys() - {VISIT_FILE}
    assert re.fullmatch(r"records/media/2020/\d+-\d+\.jpg", sent)
    assert set(changed.values()) == {"A"}
    named = sent.removeprefix("records/media/")
    assert opened.read(VISIT_BRANCH, VISIT_FILE).decode() == WRITTEN.format(photo=named)
    opened.judged(VISIT_BRANCH, judged, VISIT_FILE)
    with Image.open(judged / sent) as picture:
        assert (picture.format, picture.size) == ("JPEG", (2000, 1333))

    hand.fill("Tóm tắt nội dung làm việc", "Khảo sát nhà văn hóa.")
    hand.fill("Ý kiến chỉ đạo, định hướng, góp ý", "Sửa mái trước mùa mưa.")
    hand.save()
    assert opened.read(VISIT_BRANCH, VISIT_FILE).decode() == EDITED.format(photo=named)
    opened.judged(VISIT_BRANCH, judged, VISIT_FILE)

    _follow_up(hand, opened, judged)
    _edit_article(hand, opened, judged)
    _edit_plan(hand, opened, judged)

    assert len(opened.branches()) == 5
    assert opened.main() == main
    assert {url for url in visitor.strangers(opened.address) if url != opened.server} == set()
    assert [told for told in visitor.complaints if not told.startswith(FREE_NAME)] == []


def _write_up(hand: Hand, photo: Path, width: int) -> None:
    """Write up a visit with two members, an issue and a photo."""
    page = hand.page
    page.get_by_role("link", name="Thêm chuyến đi cơ sở").click()
    hand.fill("Ngày đi", "2020-03-10")
    hand.choose("Đơn vị", PLACE)
    hand.choose("Nội dung đi cơ sở", "Khảo sát cơ sở")
    hand.choose("Ủy viên tham gia", "Lê Văn Ba", "Trần Thị Hai")
    content = "Khảo sát nhà văn hóa.\nGặp chi đoàn khóm 3: 12 đoàn viên."
    hand.fill("Tóm tắt nội dung làm việc", content)
    hand.add("khó khăn, vướng mắc")
    hand.fill("Khó khăn, vướng mắc", "Thiếu ghế.")
    hand.add("ảnh")
    hand.press("Chọn ảnh")
    page.locator("input[type=file]").set_input_files(photo)
    hand.press("Dùng ảnh đã chọn")
    hand.fill("Chú thích ảnh", "Nhà văn hóa khóm 3")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    hand.save()
    expect(page).to_have_url(re.compile(rf"entries/2020/{VISIT}$"))


def _follow_up(hand: Hand, opened: Desk, judged: Path) -> None:
    """Only the visit with an open issue is listed; the rest of its record stays as it was."""
    hand.page.goto(f"{opened.address}#/collections/follow-up")
    expect(hand.page.get_by_role("heading", name="Phường 1")).to_have_text(
        ["10/02/2020: Phường 1, thành phố Trà Vinh"]
    )
    hand.open(opened.address, "follow-up", "10/02/2020")
    hand.choose("Tình trạng", "đã giải quyết")
    hand.fill("Ngày giải quyết xong", "2020-03-14")
    hand.fill("Kết quả giải quyết", "Đã cấp loa.")
    hand.save()
    path, branch = f"records/visits/2020/{RAISED}.yml", f"cms/follow-up/2020/{RAISED}"
    assert opened.changed(branch) == {path: "M"}
    before, after = (opened.read(each, path).decode() for each in (MAIN, branch))
    old = "    referred_to: Thành đoàn\n    status: referred\n"
    new = (
        "    referred_to: Thành đoàn\n    status: resolved\n    resolved_on: 2020-03-14\n"
        "    outcome: Đã cấp loa.\n"
    )
    assert old in before
    assert after == before.replace(old, new)
    opened.judged(branch, judged, path)


def _edit_article(hand: Hand, opened: Desk, judged: Path) -> None:
    """Front matter and body change where they were touched; a placeholder stays as it is."""
    hand.open(opened.address, "articles", "Một ngày ở Phường 1")
    hand.choose("Tình trạng", "đăng")
    body = hand.field("Nội dung bài")
    body.fill(body.input_value().replace("Hết.", "Sau đó là văn nghệ."))
    hand.save()
    branch = f"cms/{ARTICLE.removesuffix('.md')}"
    path = f"records/{ARTICLE}"
    assert opened.changed(branch) == {path: "M"}
    before, after = (opened.read(each, path).decode() for each in (MAIN, branch))
    assert "{{ visit(2020-02-10-phuong-1).date }}" in after
    assert after == before.replace("status: draft", "status: ready").replace(
        "Hết.", "Sau đó là văn nghệ."
    )
    opened.judged(branch, judged, path)


def _edit_plan(hand: Hand, opened: Desk, judged: Path) -> None:
    """A new item of a plan gets the first free name of its month."""
    hand.open(opened.address, "plans", "2020: Lê Văn Ba")
    hand.add("các mục")
    hand.fill("Tháng", "3")
    hand.choose("Đơn vị", PLACE)
    hand.choose("Nội dung đi cơ sở", "Dự sinh hoạt chi đoàn")
    hand.fill("Số ngày dự kiến", "1.5")
    hand.save()
    path, branch = "records/plans/2020/le-van-ba.yml", "cms/plans/2020/le-van-ba"
    assert opened.changed(branch) == {path: "M"}
    before, after = (opened.read(each, path).decode() for each in (MAIN, branch))
    assert after == before + (
        "  - id: t03-2\n    month: 3\n    unit: 29512-phuong-1\n    kind: hop-le\n    days: 1.5\n"
    )
    opened.judged(branch, judged, path)


def test_what_is_new_gets_its_name_and_what_lacks_a_part_is_refused(
    opened: Desk, tmp_path: Path, visitor: harness.Visitor
) -> None:
    hand = Hand(visitor.page)
    visitor.page.goto(opened.address)
    hand.press("Đăng nhập")

    hand.begin(opened.address, "plans", "kế hoạch năm")
    hand.choose("Ủy viên", "Trần Thị Hai")
    hand.fill("Năm", "2021")
    hand.add("các mục")
    hand.fill("Tháng", "12")
    hand.choose("Nội dung đi cơ sở", "Khảo sát cơ sở")
    hand.fill("Số ngày dự kiến", "2")
    hand.save()
    path, branch = "records/plans/2021/tran-thi-hai.yml", "cms/plans/2021/tran-thi-hai"
    assert opened.changed(branch) == {path: "A"}
    assert opened.read(branch, path).decode() == (
        "member: tran-thi-hai\nyear: 2021\nitems:\n"
        "  - id: t12-1\n    month: 12\n    kind: khao-sat\n    days: 2\n"
    )
    opened.judged(branch, tmp_path / "judged", path)

    hand.begin(opened.address, "articles", "tin, bài")
    hand.fill("Tiêu đề", "Đường hoa ở Phường 1")
    hand.fill("Ngày đăng", "2020-03-01")
    hand.fill("Mở đầu", "Chi đoàn trồng hoa.")
    hand.fill("Tác giả", "Lê Văn Ba")
    hand.choose("Các chuyến đi được nói đến", "11/02/2020: Phường 1, thị xã Duyên Hải")
    hand.fill("Chuyên mục", "Tin cơ sở")
    hand.choose("Tình trạng", "bản nháp")
    hand.fill("Nội dung bài", "Một buổi sáng.")
    hand.save()
    path = "records/articles/2020/2020-03-01-duong-hoa-o-phuong-1.md"
    branch = "cms/articles/2020/2020-03-01-duong-hoa-o-phuong-1"
    assert opened.read(branch, path).decode() == (
        "---\ntitle: Đường hoa ở Phường 1\ndate: 2020-03-01\nlead: Chi đoàn trồng hoa.\n"
        "author: Lê Văn Ba\nvisits:\n  - 2020-02-11-phuong-1\ncategory: Tin cơ sở\n"
        "status: draft\n---\n\nMột buổi sáng.\n"
    )
    opened.judged(branch, tmp_path / "judged", path)

    before = opened.branches()
    hand.open(opened.address, "visits", "11/02/2020")
    hand.unfold("Công lệnh, quyết định cử đi công tác")
    hand.fill("Số công lệnh, quyết định cử đi công tác", "12-QĐ/TĐTN")
    hand.press("Lưu")
    told = "Chưa lưu được. Công lệnh, quyết định cử đi công tác (nếu có): Ngày ký: chưa ghi."
    expect(visitor.page.get_by_text(told).first).to_be_visible()
    assert opened.branches() == before


@pytest.mark.parametrize(
    ("forge", "url", "name"),
    [
        ("github", "https://github.com/tinh-doan/ban-ghi", "GitHub"),
        ("gitlab", "https://gitlab.example.org/tinh-doan/ban-ghi", "GitLab"),
        ("forgejo", "https://kho.example.org/tinh-doan/ban-ghi", "Forgejo"),
    ],
)
def test_each_forge_has_a_sign_in_that_asks_nobody_else(
    tmp_path: Path, web_dist: Path, visitor: harness.Visitor, forge: str, url: str, name: str
) -> None:
    told = {"forge": forge, "url": url, "branch": MAIN, "public": False}
    sign_in = SignIn(service="https://dang-nhap.example.org", app_id="ung-dung")
    write_site(tmp_path / "site", web_dist, Repository.model_validate(told), sign_in)
    with harness.serve(tmp_path / "site") as address:
        visitor.page.goto(f"{address}admin/")
        button = visitor.page.get_by_role("button", name=f"Đăng nhập bằng {name}")
        expect(button).to_be_enabled()
        assert visitor.strangers(address) == []
        assert visitor.complaints == []


def test_everything_that_decap_says_in_english_it_says_in_vietnamese(
    tmp_path: Path, web_dist: Path, visitor: harness.Visitor
) -> None:
    write_site(tmp_path / "site", web_dist, None, SignIn(local="http://127.0.0.1:9/api/v1"))
    with harness.serve(tmp_path / "site") as address:
        visitor.page.goto(f"{address}admin/")
        expect(visitor.page.get_by_role("button", name="Đăng nhập")).to_be_visible()
        lacking = visitor.page.evaluate(
            """() => {
                const keys = (words, path = "") => Object.entries(words).flatMap(([key, inner]) =>
                    typeof inner === "object" ? keys(inner, `${path}${key}.`) : [path + key])
                const known = new Set(keys(CMS.getLocale("vi")))
                return keys(CMS.getLocale("en")).filter(key => !known.has(key))
            }"""
        )
        assert lacking == []


@pytest.mark.parametrize("size", WIDTHS, ids=["desk", "phone"])
@pytest.mark.parametrize("forge", ["", "github", "gitlab"])
def test_without_a_sign_in_the_page_says_what_to_set_up(
    tmp_path: Path,
    web_dist: Path,
    open_visitor: harness.VisitorFactory,
    forge: str,
    size: tuple[int, int],
) -> None:
    visitor = open_visitor(viewport={"width": size[0], "height": size[1]})
    told = {"forge": forge, "url": "https://kho.example.org/a/b", "branch": MAIN, "public": False}
    repository = Repository.model_validate(told) if forge else None
    write_site(tmp_path / "site", web_dist, repository, SignIn())
    with harness.serve(tmp_path / "site") as address:
        visitor.page.goto(f"{address}admin/")
        expect(visitor.page.get_by_role("heading", name="Người quản trị cần làm")).to_be_visible()
        wanted = {"": "khóa repository", "github": "dịch vụ đăng nhập", "gitlab": "kiểu PKCE"}
        expect(visitor.page.get_by_role("listitem").filter(has_text=wanted[forge])).to_have_count(1)
        assert not visitor.fetched("decap-cms.js")
        assert visitor.page.evaluate("document.documentElement.scrollWidth") <= size[0]
        assert visitor.complaints == []
