"""A site goes out only if it is whole: no dead link within it, no sudden loss of pages.

Source: research/records-in-git.md, lesson 9; issue *Trust* (5 % of the pages).
"""

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

SMALLEST_SHARE: Final = 0.95
_LINK: Final = re.compile(r"<(?:a|img|link|script|source)\b[^>]*?\s(?:href|src)=[\"']?([^\"'\s>]+)")
_ANCHOR: Final = re.compile(r"\s(?:id|name)=[\"']?([^\"'\s>]+)")


def objections(stage: Path, standing: Path | None, folder: str = "/") -> Iterator[str]:
    """Yield, as sentences, why the staged site must not replace the standing one.

    `folder` is the path at which a host serves the site, from slash to slash.
    """
    pages = sorted(path.relative_to(stage).as_posix() for path in stage.rglob("*.html"))
    if standing is not None and standing.is_dir():
        before = sum(1 for _ in standing.rglob("*.html"))
        if len(pages) < before * SMALLEST_SHARE:
            yield f"Trang mới chỉ có {len(pages)} trang, trang đang có {before}."
    texts = {page: (stage / page).read_text(encoding="utf-8") for page in pages}
    anchors = {page: frozenset(_ANCHOR.findall(text)) for page, text in texts.items()}
    known: dict[str, bool] = {}
    for page, text in texts.items():
        for link in dict.fromkeys(_LINK.findall(text)):
            target = _target(page, unescape(link), folder)
            if target is None:
                continue
            path, anchor = target
            if path not in known:
                known[path] = (stage / path).is_file()
            if not known[path]:
                yield f"{page}: liên kết {link} không dẫn đến đâu."
            elif anchor and path in anchors and anchor not in anchors[path]:
                yield f"{page}: liên kết {link} dẫn đến một mục không có."


def _target(page: str, link: str, folder: str) -> tuple[str, str] | None:
    """Return file and anchor that a link within the site leads to; None for any other link."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or (not parts.path and not parts.fragment):
        return None
    if not parts.path:
        return page, unquote(parts.fragment)
    start = "" if parts.path.startswith("/") else posixpath.dirname(page)
    within = unquote(parts.path).removeprefix(folder).lstrip("/")
    path = posixpath.normpath(posixpath.join(start, within))
    if parts.path.endswith(("/", "/.", "/..")) or parts.path in (".", ".."):
        path = posixpath.join(path, "index.html")
    return path.removeprefix("./"), unquote(parts.fragment)
