"""An article on A4 is a clipping: what the newspaper printed, and nothing to click.

Source: issue *News*, On our own site: print.
"""

import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.kinds import KINDS, pages
from tests.web import harness
from tests.web.test_letters import printed

pytestmark = pytest.mark.browser

MEETING = "tin-tuc/2019/2019-04-15-hop-le-theo-cum-o-an-truong-a/"
LAST = "Tỉnh đoàn Trà Vinh, /" + MEETING
PRINTED = [
    "DỮ LIỆU MẪU",
    "Tin cơ sở",
    "Một buổi họp lệ theo cụm ở An Trường A",
    "Thứ Hai, 15/04/2019",
    "Ba chi đoàn cùng họp một buổi",
    "Chị Dương Thị Mỹ Xuyên – Bí thư Tỉnh đoàn đến dự sinh hoạt chi đoàn",
    "Tối 12/04/2019",
    "Tin: Lâm Hồng Đào (TC-KT) – Ảnh: Văn phòng Tỉnh đoàn, minh họa",
    LAST,
]
CLICKED = [
    "Tìm kiếm",
    "Trang chủ",
    "Tin cùng mục",
    "Tin mới nhất",
    "Người đi",
    "Từ khóa",
    "Báo sai",
]
# Millimetres above the photo: from where all of it is on the first sheet to where nothing is.
HEIGHTS = range(146, 166, 2)
MAKE_ROOM = """(height) => {
    document.querySelector('.ct-article figure').style.marginTop = `${height}mm`;
}"""


@pytest.fixture
def paper(browser: Browser, public_site: Path) -> Iterator[tuple[str, Page]]:
    with harness.serve(public_site) as base, harness.visit(browser) as visitor:
        yield base, visitor.page


def told(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return unicodedata.normalize("NFC", done.stdout)


def sheets(target: Path) -> int:
    (line,) = [each for each in told("pdfinfo", str(target)).splitlines() if "Pages:" in each]
    return int(line.split()[-1])


def test_what_a_newspaper_prints_is_printed_in_its_order(
    visitor: harness.Visitor, public_site: Path, tmp_path: Path
) -> None:
    with harness.serve(public_site) as base:
        text = printed(visitor, base + MEETING, tmp_path / "tin.pdf")
    places = [text.find(each) for each in PRINTED]
    assert -1 not in places
    assert places == sorted(places)
    assert [each for each in CLICKED if each in text] == []
    assert text.strip().endswith(LAST)


def test_every_article_of_the_samples_is_one_sheet(
    paper: tuple[str, Page], public_site: Path, tmp_path: Path
) -> None:
    base, page = paper
    kind = next(each for each in KINDS if each.name == "article")
    held = {each: path.read_text(encoding="utf-8") for each, path in pages(public_site).items()}
    articles = [address for address, html in held.items() if kind.holds(address, html)]
    assert len(articles) > 10
    target = tmp_path / "tin.pdf"
    for address in articles:
        page.goto(base + address)
        page.pdf(path=target, format="A4")
        assert sheets(target) == 1, address


def test_a_photo_stays_with_its_caption_wherever_the_sheet_ends(
    paper: tuple[str, Page], tmp_path: Path
) -> None:
    base, page = paper
    page.goto(base + MEETING)
    target = tmp_path / "tin.pdf"
    seen = set()
    for height in HEIGHTS:
        page.evaluate(MAKE_ROOM, height)
        page.pdf(path=target, format="A4")
        listed = told("pdfimages", "-list", str(target)).splitlines()[2:]
        on = {line.split()[0] for line in listed}
        assert len(on) == 1, height
        (sheet,) = on
        text = told("pdftotext", "-f", sheet, "-l", sheet, str(target), "-")
        assert "đến dự sinh hoạt chi đoàn ấp" in text, height
        seen.add(sheet)
    assert seen == {"1", "2"}
