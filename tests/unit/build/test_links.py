"""The gate follows the links of every kind of file, and names the file and the link that is dead."""

import gzip
import json
from pathlib import Path
from typing import Final

import pytest

from generator.build.gate import objections

BASE: Final = "https://doan.test/cong-tac/"
WORKER: Final = (
    'self.congtacForm = {\n "version": "1",\n "files": [\n  "../a.css",\n  "%s"\n ]\n}\n'
    'importScripts("../a.js")\n'
)

DEAD: Final[dict[str, tuple[str, str, str]]] = {
    "a second link of one tag": ("a.html", '<img src="a.png" srcset="het.webp 2x">', "het.webp"),
    "the last width of a picture": (
        "a.html",
        '<source srcset="a.png 400w, b/het.webp 800w">',
        "b/het.webp",
    ),
    "a picture fetched early": ("a.html", '<link imagesrcset="a.png 1x, het.png 2x">', "het.png"),
    "a film's first picture": ("a.html", '<video poster="het.png">', "het.png"),
    "where a form goes": ("a.html", '<form action="het/">', "het/"),
    "an address without quotes": ("a.html", "<a class=x href=het/>x</a>", "het/"),
    "an address in single quotes": ("a.html", "<a href='het/'>x</a>", "het/"),
    "a page that has moved": (
        "gui/b.html",
        '<meta http-equiv="refresh" content="0; url=../het/">',
        "../het/",
    ),
    "its own whole address": ("a.html", f'<a href="{BASE}het/">x</a>', f"{BASE}het/"),
    "a preview": (
        "a.html",
        f'<meta property="og:image" content="{BASE}het.png">',
        f"{BASE}het.png",
    ),
    "linked data": (
        "a.html",
        f'<script type="application/ld+json">{{"image": [{{"url": "{BASE}het.png"}}]}}</script>',
        f"{BASE}het.png",
    ),
    "a typeface": ("a.css", '@font-face{src:url("het.woff2")}', "het.woff2"),
    "a picture of a style": ("css/a.css", "a{background:url(../het.svg)}", "../het.svg"),
    "a style of a style": ("a.css", '@import "het.css";', "het.css"),
    "the sitemap": ("sitemap.xml", f"<loc>{BASE}het/</loc>", f"{BASE}het/"),
    "the packed sitemap": ("sitemap.xml.gz", f"<loc>{BASE}het/</loc>", f"{BASE}het/"),
    "a page of a feed": ("tin/feed.xml", "<link>het/</link>", "het/"),
    "a picture of a feed": ("tin/feed.xml", f'<enclosure url="{BASE}het.png"/>', f"{BASE}het.png"),
    "a page of Atom": ("tin/atom.xml", '<link rel="alternate" href="het/"/>', "het/"),
    "a table": ("dl/datapackage.json", '{"resources": [{"path": "het.csv"}]}', "het.csv"),
    "an address in data": ("dl/summary.json", f'{{"a": ["{BASE}het/"]}}', f"{BASE}het/"),
    "what is searched": (
        "search/search_index.json",
        '{"docs": [{"location": "a.html"}, {"location": "het/"}]}',
        "../het/",
    ),
    "an event": ("lich/a.ics", f"DESCRIPTION:x\r\nURL:{BASE}h\r\n et/\r\n", f"{BASE}het/"),
    "a picture of an event": ("a.ics", "ATTACH;FMTTYPE=image/png:het.png\r\n", "het.png"),
    "what opens offline": ("gui/worker.js", WORKER % "../het.css", "../het.css"),
    "what the worker loads": (
        "gui/worker.js",
        WORKER.replace("a.js", "het.js") % "./",
        "../het.js",
    ),
}


def site(folder: Path, name: str, text: str) -> Path:
    """Return a site with the file, and with what else it leads to."""
    (folder / "gui").mkdir()
    there = {"a.html": "", "gui/index.html": "", "a.css": "", "a.js": "", "a.png": ""}
    for path, content in {**there, name: text}.items():
        file = folder / path
        file.parent.mkdir(exist_ok=True)
        data = content.encode()
        file.write_bytes(gzip.compress(data) if path.endswith(".gz") else data)
    return folder


@pytest.mark.parametrize("case", DEAD)
def test_a_dead_link_is_named_with_its_file(case: str, tmp_path: Path) -> None:
    name, text, link = DEAD[case]
    built = site(tmp_path, name, text)
    assert list(objections(built, None, BASE)) == [f"{name}: liên kết {link} không dẫn đến đâu."]


@pytest.mark.parametrize("case", DEAD)
def test_what_it_leads_to_is_all_that_was_missing(case: str, tmp_path: Path) -> None:
    name, text, link = DEAD[case]
    built = site(tmp_path, name, text)
    target = built / name.rpartition("/")[0] / link.replace(BASE, f"{built}/")
    if link.endswith("/"):
        target /= "index.html"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(b"")
    assert list(objections(built, None, BASE)) == []


ELSEWHERE: Final = {
    "a.html": '<a href="https://vi.du/het/">x</a><a href="mailto:a@vi.du">x</a><img srcset="data:,x 2x">'
    '<meta name="description" content="het/"><p>href="het/"</p>'
    '<script type="application/ld+json">{"url": "https://vi.du/het/", "n": 1}</script>',
    "a.css": "a{background:url(data:image/png;base64,AA==)}b{fill:url(#c)}",
    "feed.xml": "<title>link: het/</title><guid>urn:uuid:1</guid>",
    "a.ics": "DESCRIPTION:URL:het/\r\n",
    "datapackage.json": '{"resources": [{"path": "https://vi.du/het.csv"}]}',
}
OF_OTHERS: Final = {
    "het.json": "{",
    "datapackage.json": json.dumps({"resources": [1, {"path": ["het.csv"]}]}),
    "search_index.json": json.dumps(["docs"]),
    "a.gz": "nén",
    "a.html": '<script type="application/ld+json">{"</script>',
    "a.js": "export const a = 'het/'\n",
}


@pytest.mark.parametrize("name", ELSEWHERE)
def test_what_leads_out_of_the_site_is_not_followed(name: str, tmp_path: Path) -> None:
    built = site(tmp_path, name, ELSEWHERE[name])
    assert list(objections(built, None, BASE)) == []


@pytest.mark.parametrize("name", OF_OTHERS)
def test_what_others_wrote_among_the_files_leads_nowhere(name: str, tmp_path: Path) -> None:
    assert list(objections(site(tmp_path, name, OF_OTHERS[name]), None, BASE)) == []


def test_bytes_of_another_encoding_are_followed_as_far_as_they_can_be_read(tmp_path: Path) -> None:
    built = site(tmp_path, "b.html", "")
    (built / "b.html").write_bytes(b'\xff<a href="het/">\xe1</a>')
    (built / "c.html").write_bytes(b'<a href="b.html#\xff">x</a><a href="b.html#muc">x</a>')
    assert list(objections(built, None)) == [
        "b.html: liên kết het/ không dẫn đến đâu.",
        "c.html: liên kết b.html#\ufffd dẫn đến một mục không có.",
        "c.html: liên kết b.html#muc dẫn đến một mục không có.",
    ]


def test_a_page_that_an_event_leads_to_must_have_its_place(tmp_path: Path) -> None:
    built = site(tmp_path, "a.ics", f"URL:{BASE}gui/#het\r\n")
    assert list(objections(built, None, BASE)) == [
        f"a.ics: liên kết {BASE}gui/#het dẫn đến một mục không có."
    ]
