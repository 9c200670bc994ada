"""What each kind of file of a built site leads to: pages, style sheets, feeds, lists, calendars.

Source: HTML, sections 4.8.4.2 (`srcset`) and 4.2.5.3 (refresh); CSS Values 4, section 4.5;
sitemaps.org; RFC 4287 and RSS 2.0; RFC 5545, section 3.1 (folded lines); Data Package 2.0 (`path`).
"""

import gzip
import json
import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from pathlib import Path, PurePosixPath
from typing import Any, Final

_TAG: Final = re.compile(r"<[a-zA-Z][^<>\"']*+(?:(?:\"[^\"]*\"|'[^']*')[^<>\"']*+)*+>")
_BEGINNING: Final = re.compile(r"<[a-zA-Z]")
_VALUE: Final = r"=(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))"
# Every attribute is taken whole, for what stands in the text of one is no link.
_ATTRIBUTE: Final = re.compile(r"\s([^\s=\"'<>/]+)(?:" + _VALUE + ")?")
_LEADING: Final = frozenset({"href", "src", "srcset", "imagesrcset", "poster", "action", "content"})
# An address may hold commas, but neither begins nor ends with one.
_CANDIDATE: Final = re.compile(r"\s*([^\s,](?:\S*[^\s,])?)(?:\s[^,]*)?(?:,|$)")
_LINKED_DATA: Final = re.compile(r"<script type=\"application/ld\+json\">(.*?)</script>", re.DOTALL)
_REFRESH: Final = re.compile(r"<meta\s[^<>]*\burl=([^\"'<>]+)")
_STYLE: Final = re.compile(r"url\(\s*[\"']?([^\"')]*)[\"']?\s*\)|@import\s+[\"']([^\"']*)[\"']")
_IN_XML: Final = re.compile(r"<(?:loc|link)>([^<]*)<|\s(?:href|url)=\"([^\"]*)\"")
_WORKER: Final = "self.congtacForm = "
_LOADED: Final = re.compile(r"^importScripts\((\".*?\")\)$", re.MULTILINE)
_FOLD: Final = "\r\n "


def links(file: Path, name: str, base: str = "") -> Iterator[str]:
    """Yield the links of the file called `name`, as they are written, each once.

    `base` is the address of the site. Where it is known, an address of the site in what is written
    for machines (linked data, a preview, JSON) is a link too.
    """
    whole = PurePosixPath(name)
    reader = _BY_NAME.get(whole.name) or _BY_KIND.get(whole.suffix)
    if reader is None:
        return
    data = file.read_bytes()
    # What others wrote lies among the files too; what cannot be read leads nowhere.
    text = (gzip.decompress(data) if whole.suffix == ".gz" else data).decode(errors="replace")
    yield from dict.fromkeys(link.strip() for link in reader(text, base))


def _of_page(text: str, base: str) -> Iterator[str]:
    for tag in tags(text):
        yield from of_tag(tag, base)
    yield from beside_tags(text, base)


def tags(text: str) -> list[str]:
    """Return the tags of a page as they are written."""
    return _TAG.findall(text)


def links_of_line(line: str, base: str) -> list[str] | None:
    """Return the links in the tags of one line; None if one of its tags may end on another.

    If all lines of a page hold whole tags only, the page has those of its lines.
    """
    if "<" not in line:
        return []
    found = tags(line)
    if len(found) != len(_BEGINNING.findall(line)):
        return None
    return [link.strip() for tag in found for link in of_tag(tag, base)]


def of_tag(tag: str, base: str) -> Iterator[str]:
    """Yield the links of one tag."""
    for attribute, *values in _ATTRIBUTE.findall(tag):
        if attribute not in _LEADING:
            continue
        value = unescape("".join(values))
        if attribute.endswith("srcset"):
            yield from _candidates(value)
        elif attribute != "content" or (base and value.startswith(base)):
            yield value


def beside_tags(text: str, base: str) -> Iterator[str]:
    """Yield the links of a page that do not stand as the value of an attribute."""
    if "url=" in text:
        for address in _REFRESH.findall(text):
            yield unescape(address)
    for held in _LINKED_DATA.findall(text):
        yield from _of_json(held, base)


def _addresses(held: Any, base: str) -> Iterator[str]:  # noqa: ANN401  (whatever JSON holds)
    """Yield the texts that are addresses of the site."""
    if isinstance(held, str):
        if held.startswith(base):
            yield held
    elif isinstance(held, Mapping):
        for each in held.values():
            yield from _addresses(each, base)
    elif isinstance(held, list):
        for each in held:
            yield from _addresses(each, base)


def _candidates(value: str) -> Iterator[str]:
    """Yield the addresses among which a browser chooses; what follows one tells its width."""
    yield from _CANDIDATE.findall(value)


def _of_style(text: str, _: str) -> Iterator[str]:
    for groups in _STYLE.findall(text):
        yield "".join(groups)


def _of_xml(text: str, _: str) -> Iterator[str]:
    for groups in _IN_XML.findall(text):
        yield unescape("".join(groups))


def _of_json(text: str, base: str) -> Iterator[str]:
    if base:
        yield from _addresses(_read(text), base)


def _of_package(text: str, base: str) -> Iterator[str]:
    yield from _listed(text, "resources", "path")
    yield from _of_json(text, base)


def _of_search(text: str, _: str) -> Iterator[str]:
    # They count from the root of the site, one folder up.
    yield from (f"../{location}" for location in _listed(text, "docs", "location"))


def _listed(text: str, many: str, key: str) -> Iterator[str]:
    held = _read(text)
    entries = held.get(many) if isinstance(held, Mapping) else None
    for entry in entries if isinstance(entries, list) else ():
        value = entry.get(key) if isinstance(entry, Mapping) else None
        if isinstance(value, str):
            yield value


def _read(text: str) -> Any:  # noqa: ANN401  (whatever JSON holds)
    try:
        return json.loads(text)
    except ValueError:
        return None


def _of_calendar(text: str, _: str) -> Iterator[str]:
    for line in text.replace(_FOLD, "").splitlines():
        name, _, value = line.partition(":")
        if name.partition(";")[0] in ("URL", "ATTACH", "IMAGE"):
            yield value


def _of_worker(text: str, _: str) -> Iterator[str]:
    if not text.startswith(_WORKER):
        return
    kept, end = json.JSONDecoder().raw_decode(text, len(_WORKER))
    yield from kept["files"]
    yield from map(json.loads, _LOADED.findall(text, end))


_Reader = Callable[[str, str], Iterator[str]]

_BY_NAME: Final[Mapping[str, _Reader]] = {
    "datapackage.json": _of_package,
    "search_index.json": _of_search,
    "sitemap.xml.gz": _of_xml,
}
_BY_KIND: Final[Mapping[str, _Reader]] = {
    ".html": _of_page,
    ".css": _of_style,
    ".xml": _of_xml,
    ".json": _of_json,
    ".ics": _of_calendar,
    ".js": _of_worker,
}
