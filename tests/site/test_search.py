"""Search over the real public site: what a reader looks for stands first, however it is typed.

Source: issue 3, *Search*.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.web import harness
from tests.web.test_search import ask, spellings

pytestmark = pytest.mark.browser

Search = Callable[[str], list[str]]

# What is typed, and the last part of the address of the page that must come first.
QUERIES = {
    # Members, whole and in part.
    "Dương Thị Mỹ Xuyên": "duong-thi-my-xuyen",
    "Nguyễn Hoài Vẹn": "nguyen-hoai-ven",
    "Châu Thị Yến Ngân": "chau-thi-yen-ngan",
    "Thạch Minh Khôi": "thach-minh-khoi",
    "Diệp Hữu Phước": "diep-huu-phuoc",
    "Huỳnh Nhựt Tân": "huynh-nhut-tan",
    "Lý Thị Cẩm Loan": "ly-thi-cam-loan",
    "Võ Thị Trúc Phương": "vo-thi-truc-phuong",
    "Tăng Quốc Hiển": "tang-quoc-hien",
    "Kim Hoàng Rạng": "kim-hoang-rang",
    "Sơn Thị Bích Tuyền": "son-thi-bich-tuyen",
    "Mỹ Xuyên": "duong-thi-my-xuyen",
    "Hoài Vẹn": "nguyen-hoai-ven",
    # Places; some have names that begin as others do.
    "Xã An Trường, huyện Càng Long": "29275-an-truong",
    "Xã An Trường A": "29272-an-truong-a",
    "Xã Đức Mỹ": "29305-duc-my",
    "Xã Đại Phước": "29296-dai-phuoc",
    "Xã Đa Lộc": "29377-da-loc",
    "Xã Lương Hòa": "29389-luong-hoa",
    "Xã Lương Hòa A": "29386-luong-hoa-a",
    "Xã Nguyệt Hóa": "29395-nguyet-hoa",
    "Xã Hòa Thuận": "29398-hoa-thuan",
    "Xã Hòa Minh, huyện Châu Thành": "29410-hoa-minh",
    "Xã Mỹ Long Bắc": "29422-my-long-bac",
    "Xã Lưu Nghiệp Anh, huyện Trà Cú": "29476-luu-nghiep-anh",
    "Xã Thông Hòa": "29335-thong-hoa",
    "Phường 2": "29245-phuong-2",
    "Thị trấn Cầu Kè": "29308-cau-ke",
    "Huyện Càng Long": "844-cang-long",
    "Huyện Trà Cú": "849-tra-cu",
    "Thành phố Trà Vinh": "842-tra-vinh",
    "Tỉnh Vĩnh Long": "86-2025-vinh-long",
    # Results, lists and the guide.
    "Kết quả năm 2019": "2019",
    "Tháng 6 năm 2019": "06",
    "Ghi một chuyến đi": "ghi-chuyen-di",
    "Duyệt chuyến đi": "duyet",
    "Cách tính": "cach-tinh",
    "Dành cho bạn đọc": "ban-doc",
    # Finding codes, and what they say.
    "S001": "s001",
    "R016": "r016",
    "D004": "d004",
    "T002": "t002",
    "Ngày về trước ngày đi": "d004",
    "Thiếu khóa bắt buộc": "s001",
    # What was done, where and when.
    "An Trường 07/01/2019": "2019-01-07-an-truong",
    "vé xe về quê": "2019-01-15-dai-phuoc",
}
# The two places of the tone mark; official names themselves have both.
TONES = {"Hòa": "Hoà", "hòa": "hoà", "Hóa": "Hoá", "hóa": "hoá"}


def typed(query: str) -> list[str]:
    """All spellings of the query, and with the tone mark on the other vowel, each once."""
    other = query
    for old, new in TONES.items():
        other = other.replace(old, new)
    # What is asked again at once is not searched again, so no answer would come.
    asked = {
        text.strip(): text for text in (*spellings(query).values(), *spellings(other).values())
    }
    return list(asked.values())


@pytest.fixture(scope="module")
def search(browser: Browser, public_site: Path) -> Iterator[Search]:
    with harness.serve(public_site) as address, harness.visit(browser) as visitor:
        visitor.page.goto(address)
        yield lambda query: ask(visitor, query)


def test_there_are_enough_queries() -> None:
    assert len(QUERIES) >= 40


@pytest.mark.parametrize("query", QUERIES)
def test_every_spelling_finds_the_same_and_what_is_meant_stands_first(
    search: Search, query: str
) -> None:
    found = {text: search(text) for text in typed(query)}
    best = next(iter(found.values()))
    assert found == dict.fromkeys(found, best)
    assert best[0] == QUERIES[query], best
