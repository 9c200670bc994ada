"""The worker that keeps one page of the built site ready, so that it opens without a network.

Only the host knows the names that the theme's files were given, so that the list is made of the
page as it was written. Source: issue *Submission*, Door 1 (*works offline after the first visit*);
W3C, Service Workers, section 3.1 (scope).
"""

import hashlib
import json
import posixpath
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

SCRIPT: Final = "assets/form-worker.js"

_LOADED: Final = re.compile(
    r"<(?:script|img|link\b[^>]*?\brel=[\"']?(?:stylesheet|icon|preload))\b[^>]*>"
)
_ADDRESS: Final = re.compile(r"\b(?:src|href)=(?:\"([^\"]+)\"|'([^']+)'|([^\s>\"']+))")
_IN_STYLE: Final = re.compile(r"url\([\"']?([^\"')]+)[\"']?\)")


def worker(site: Path, page: str, *others: str, kept: bool = True) -> str:
    """Return the worker of the page at `page`, which stands beside it.

    It keeps the page, what that loads, and `others`, all under a version that changes with any
    of them; nothing if `kept` is false. Paths count from the site's root, without a leading slash.
    """
    files = [page, *_needed(site, page), *others] if kept else []
    named = sorted(dict.fromkeys(files))
    digest = hashlib.sha256()
    for name in (*named, SCRIPT):
        digest.update(name.encode())
        digest.update(_file(site, name).read_bytes())
    known = {
        "version": digest.hexdigest()[:16],
        "files": [_way(name, page) for name in named],
    }
    return (
        f"self.congtacForm = {json.dumps(known, indent=1)}\n"
        f"importScripts({json.dumps(_way(SCRIPT, page))})\n"
    )


def _needed(site: Path, page: str) -> Iterator[str]:
    """Yield the files of the site that the page loads by itself, and those of its style sheets."""
    for tag in _LOADED.findall(_file(site, page).read_text(encoding="utf-8")):
        for groups in _ADDRESS.findall(tag):
            name = _inside(unescape("".join(groups)), page)
            if name and _file(site, name).is_file():
                yield name
                yield from _of_style(site, name)


def _of_style(site: Path, name: str) -> Iterator[str]:
    if name.endswith(".css"):
        for link in _IN_STYLE.findall((site / name).read_text(encoding="utf-8")):
            inner = _inside(link, name)
            if inner and (site / inner).is_file():
                yield inner


def _inside(link: str, origin: str) -> str:
    """Return the path within the site that a link from `origin` leads to; nothing if elsewhere."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return ""
    path = posixpath.normpath(posixpath.join(posixpath.dirname(origin), parts.path))
    return "" if path.startswith("..") else path


def _file(site: Path, name: str) -> Path:
    return site / (f"{name}index.html" if name.endswith("/") else name)


def _way(name: str, page: str) -> str:
    folder = posixpath.dirname(page)
    way = posixpath.relpath(name, folder)
    return f"{way}/" if name.endswith("/") else way
