"""What is seen of a website and an account before anything is written."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from generator.publish.wordpress.preflight import Preflight, preflight
from generator.publish.wordpress.site import WordPress
from tests.unit.publish.wordpress.website import Website, visited

RIGHTS = (
    *("edit_posts", "edit_others_posts", "upload_files", "manage_categories", "unfiltered_html"),
    *("publish_posts", "delete_posts", "delete_others_posts", "delete_published_posts"),
)
INDEX = {
    "name": "Tỉnh đoàn",
    "namespaces": [],
    "timezone_string": "Asia/Ho_Chi_Minh",
    "gmt_offset": "7",
}


@pytest.fixture
def website() -> Website:
    website = Website().says("GET", "/", INDEX).says("GET", "feed", feed("6.5.5"))
    return website.says("GET", "users/me", account(*RIGHTS))


@pytest.fixture
def site(website: Website) -> Iterator[WordPress]:
    with visited(website) as wordpress:
        yield wordpress


def feed(version: str) -> httpx.Response:
    told = f"<generator>https://wordpress.org/?v={version}</generator>"
    return httpx.Response(200, text=f"<rss>{told}</rss>")


def account(*rights: str) -> dict[str, Any]:
    return {"slug": "bien-tap", "capabilities": dict.fromkeys(rights, True)}


def seen(site: WordPress, *, live: bool = False, withdrawing: bool = False) -> Preflight:
    return preflight(site, live=live, withdrawing=withdrawing)


def test_a_website_as_it_should_be(site: WordPress) -> None:
    assert seen(site, live=True, withdrawing=True) == Preflight(
        "Tỉnh đoàn", "6.5.5", "Asia/Ho_Chi_Minh", "bien-tap", (), ()
    )


@pytest.mark.parametrize(
    ("index", "zone", "right"),
    [
        ({"timezone_string": "", "gmt_offset": 7}, "UTC+7", True),
        ({"timezone_string": "Asia/Bangkok", "gmt_offset": 7}, "Asia/Bangkok", True),
        ({"timezone_string": "", "gmt_offset": "-3.5"}, "UTC-3.5", False),
        ({"timezone_string": "UTC", "gmt_offset": 0}, "UTC", False),
        ({"timezone_string": None, "gmt_offset": "lạ"}, "UTC+0", False),
        ({"timezone_string": None, "gmt_offset": []}, "UTC+0", False),
        ({"timezone_string": None, "gmt_offset": {"a": 1}}, "UTC+0", False),
    ],
)
def test_another_clock_is_a_warning(
    website: Website, site: WordPress, index: dict[str, Any], zone: str, *, right: bool
) -> None:
    website.says("GET", "/", INDEX | index)
    found = seen(site)
    told = f"Trang web dùng múi giờ {zone}, không phải Asia/Ho_Chi_Minh: giờ hiện trên bài sẽ lệch."
    assert (found.zone, found.warnings) == (zone, () if right else (told,))
    assert found.faults == ()


@pytest.mark.parametrize(
    ("version", "told"),
    [
        ("5.5.3", ("WordPress 5.5.3 quá cũ: cần từ 5.6.",)),
        ("4", ("WordPress 4 quá cũ: cần từ 5.6.",)),
        ("5.6", ()),
        ("6", ()),
        ("10.0", ()),
    ],
)
def test_a_wordpress_without_application_passwords_is_too_old(
    website: Website, site: WordPress, version: str, told: tuple[str, ...]
) -> None:
    website.says("GET", "feed", feed(version))
    assert (seen(site).version, seen(site).faults) == (version, told)


@pytest.mark.parametrize("answer", [httpx.Response(200, text="<rss/>"), httpx.Response(404)])
def test_a_version_that_is_hidden_is_no_fault(
    website: Website, site: WordPress, answer: httpx.Response
) -> None:
    website.says("GET", "feed", answer)
    assert (seen(site).version, seen(site).faults) == ("", ())


@pytest.mark.parametrize(
    ("held", "wish", "lacking"),
    [
        (RIGHTS[:5], {}, ""),
        (RIGHTS[:5], {"live": True}, "đăng bài"),
        (
            RIGHTS[:6],
            {"live": True, "withdrawing": True},
            "gỡ bài, gỡ bài của người khác, gỡ bài đã đăng",
        ),
        (
            (),
            {},
            (
                "viết bài, sửa bài của người khác, tải ảnh lên, tạo chuyên mục, từ khóa, giữ nguyên nội "
                "dung đã định dạng"
            ),
        ),
    ],
)
def test_rights_are_asked_for_as_far_as_they_are_needed(
    website: Website, site: WordPress, held: tuple[str, ...], wish: dict[str, bool], lacking: str
) -> None:
    website.says("GET", "users/me", account(*held))
    told = f"Tài khoản “bien-tap” chưa có quyền: {lacking}. Cần vai trò Biên tập viên (Editor)."
    assert seen(site, **wish).faults == ((told,) if lacking else ())


def test_an_account_of_which_nothing_is_told_may_nothing(website: Website, site: WordPress) -> None:
    website.says("GET", "users/me", {"slug": "bien-tap", "capabilities": ["edit_posts"]})
    assert len(seen(site).faults) == 1
