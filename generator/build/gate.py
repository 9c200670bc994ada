"""A site goes out only if it is whole: no dead link within it, no sudden loss of pages.

Source: research/records-in-git.md, lesson 9; issue *Trust* (5 % of the pages).
"""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from generator.build.links import links

SMALLEST_SHARE: Final = 0.95
_ANCHOR: Final = re.compile(r"\s(?:id|name)=[\"']?([^\"'\s>]+)")


def objections(stage: Path, standing: Path | None, base: str = "") -> Iterator[str]:
    """Yield, as sentences, why the staged site must not replace the standing one.

    `base` is the address at which a host serves the site, ending in a slash; empty if it is not
    known.
    """
    files = sorted(each for each in stage.rglob("*") if each.is_file())
    names = {each.relative_to(stage).as_posix(): each for each in files}
    pages = [name for name in names if name.endswith(".html")]
    if standing is not None and standing.is_dir():
        before = sum(1 for _ in standing.rglob("*.html"))
        if len(pages) < before * SMALLEST_SHARE:
            yield f"Trang mới chỉ có {len(pages)} trang, trang đang có {before}."
    anchors: dict[str, frozenset[str]] = {}
    for name, file in names.items():
        for link in links(file, name, base):
            target = _target(name, link, base)
            if target is None:
                continue
            path, anchor = target
            if path not in names:
                yield f"{name}: liên kết {link} không dẫn đến đâu."
            elif anchor and path.endswith(".html"):
                if path not in anchors:
                    text = names[path].read_text(encoding="utf-8", errors="replace")
                    anchors[path] = frozenset(_ANCHOR.findall(text))
                if anchor not in anchors[path]:
                    yield f"{name}: liên kết {link} dẫn đến một mục không có."


def _target(name: str, link: str, base: str) -> tuple[str, str] | None:
    """Return file and anchor that a link within the site leads to; None for any other link."""
    folder = urlsplit(base).path or "/"
    parts = urlsplit(folder + link.removeprefix(base) if base and link.startswith(base) else link)
    if parts.scheme or parts.netloc or (not parts.path and not parts.fragment):
        return None
    if not parts.path:
        return name, unquote(parts.fragment)
    start = "" if parts.path.startswith("/") else posixpath.dirname(name)
    within = unquote(parts.path).removeprefix(folder).lstrip("/")
    path = posixpath.normpath(posixpath.join(start, within))
    if parts.path.endswith(("/", "/.", "/..")) or parts.path in (".", ".."):
        path = posixpath.join(path, "index.html")
    return path.removeprefix("./"), unquote(parts.fragment)
