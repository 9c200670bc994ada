"""Whether the website can be published to: its version, its clock, and what the account may do.

Source: research/wordpress.md, section 3 (*Order*, preflight); issue *News*, Publishing.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from generator.publish.wordpress.site import WordPress

OLDEST: Final = (5, 6)
"""The first WordPress with application passwords."""

_HOURS: Final = 7
_ZONE: Final = "Asia/Ho_Chi_Minh"
_GENERATOR: Final = re.compile(r"<generator>[^<]*\?v=(\d+(?:\.\d+)*)")
_RIGHTS: Final = {
    "edit_posts": "viết bài",
    "edit_others_posts": "sửa bài của người khác",
    "upload_files": "tải ảnh lên",
    "manage_categories": "tạo chuyên mục, từ khóa",
    "unfiltered_html": "giữ nguyên nội dung đã định dạng",
}
_TO_GO_LIVE: Final = {"publish_posts": "đăng bài"}
_TO_WITHDRAW: Final = {
    "delete_posts": "gỡ bài",
    "delete_others_posts": "gỡ bài của người khác",
    "delete_published_posts": "gỡ bài đã đăng",
}


@dataclass(frozen=True, slots=True)
class Preflight:
    """What was seen; with a fault nothing may be written, a warning says what will look odd."""

    name: str
    version: str
    zone: str
    user: str
    faults: tuple[str, ...]
    warnings: tuple[str, ...]


def preflight(site: WordPress, *, live: bool, withdrawing: bool) -> Preflight:
    """Look at the website and the account, for what is going to be done.

    Raises:
        StoppedError: the website cannot be spoken to, or does not let the account in.
    """
    index = site.index()
    me = site.me()
    version = _version(site.generator())
    wanted = _RIGHTS | (_TO_GO_LIVE if live else {}) | (_TO_WITHDRAW if withdrawing else {})
    zone, right_zone = _zone(index)
    faults = [*_lacking(me, wanted)]
    if version and tuple(map(int, version.split(".")))[:2] < OLDEST:
        faults.append(f"WordPress {version} quá cũ: cần từ {OLDEST[0]}.{OLDEST[1]}.")
    warnings = [] if right_zone else [
        f"Trang web dùng múi giờ {zone}, không phải {_ZONE}: giờ hiện trên bài sẽ lệch."
    ]  # fmt: skip
    return Preflight(
        name=str(index.get("name", "")),
        version=version,
        zone=zone,
        user=str(me.get("slug", "")),
        faults=tuple(faults),
        warnings=tuple(warnings),
    )


def _lacking(me: Mapping[str, Any], wanted: Mapping[str, str]) -> Iterable[str]:
    held = me.get("capabilities")
    held = held if isinstance(held, dict) else {}
    lacking = [told for right, told in wanted.items() if not held.get(right)]
    if lacking == [_RIGHTS["unfiltered_html"]]:
        yield (
            "Trang web này không cho biên tập viên giữ nguyên nội dung đã định dạng (mạng nhiều "
            "trang, hoặc DISALLOW_UNFILTERED_HTML). Hỏi người quản trị, hoặc đăng bằng --to-files."
        )
    elif lacking:
        yield (
            f"Tài khoản “{me.get('slug', '')}” chưa có quyền: {', '.join(lacking)}. "
            "Cần vai trò Biên tập viên (Editor)."
        )


def _zone(index: Mapping[str, Any]) -> tuple[str, bool]:
    """Return the website's time zone as it calls it, and whether it is that of Việt Nam."""
    name = str(index.get("timezone_string") or "")
    try:
        hours = float(index.get("gmt_offset") or 0)
    except (TypeError, ValueError):
        hours = 0.0
    return name or f"UTC{hours:+g}", hours == _HOURS


def _version(feed: str) -> str:
    found = _GENERATOR.search(feed)
    return found[1] if found else ""
