"""Which edition a folder holds: one never takes the place of the other by a mistyped name.

The internal one says to people, search engines and hosts that it is not for the outside. Source:
issue *Trust*, Two audiences.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.build.swap import MARK as BUILT
from generator.domain.fields import Audience
from generator.errors import RefusedError
from generator.present.page import Artifact

MARK: Final = "noi-bo.txt"
EDITIONS: Final = {"public": "công khai", "internal": "NỘI BỘ"}
_INTERNAL_FILES: Final = {
    MARK: "NỘI BỘ\n\nThư mục này là bản nội bộ: chỉ dùng trong cơ quan, không phổ biến ra ngoài, "
    "không đặt lên máy chủ mà ai cũng vào được.\n",
    # Asks only; who must not come in is kept out by the host's password.
    "robots.txt": "# NỘI BỘ\nUser-agent: *\nDisallow: /\n",
    # Static hosts that know this file send the header; docs/developers/gate.md has it for others.
    "_headers": "# NỘI BỘ\n/*\n  X-Robots-Tag: noindex, nofollow, noarchive\n"
    "  Cache-Control: private, no-store\n",
}


def edition_files(audience: Audience) -> Iterator[Artifact]:
    """Yield what marks the whole folder; the public one has no mark."""
    if audience == "internal":
        for path, text in _INTERNAL_FILES.items():
            yield Artifact(path, text.encode())


def edition_of(folder: Path) -> Audience | None:
    """Return the edition of the site in the folder; None if there is no site."""
    if not (folder / BUILT).is_file():
        return None
    return "internal" if (folder / MARK).is_file() else "public"


def require_same_edition(out: Path, audience: Audience) -> None:
    """Refuse to put an edition where the other one stands.

    Raises:
        RefusedError: the other one stands there.
    """
    standing = edition_of(out)
    if standing and standing != audience:
        message = (
            f"{out} đang giữ bản {EDITIONS[standing]}, không thay bằng bản {EDITIONS[audience]}. "
            "Chọn thư mục khác; đúng là muốn thay thì thêm --other-edition."
        )
        raise RefusedError(message)
