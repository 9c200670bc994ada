"""The worker that keeps a page ready, made of the page as it was written."""

import json
from pathlib import Path

import pytest

from generator.host.offline import worker

PAGE = """<html><head>
<link rel="canonical" href="https://example.org/form/">
<link rel="stylesheet" href="../look.css">
<link rel=icon href=../icon.svg>
<link rel="preload" as="font" href="../fonts/one.woff2">
<link rel="alternate" href="../feed.xml">
</head><body>
<a href="../other/">Khác</a>
<img src="../picture.png?size=1" alt="">
<img src="data:image/png;base64,AA" alt=""><img src="/root.png" alt=""><img src="../../out.png" alt="">
<script src="../run.js" defer></script><script src="missing.js"></script>
</body></html>"""
STYLE = """@font-face{src:url(fonts/one.woff2),url("fonts/two.woff2")}
a{background:url('data:image/svg+xml,x')} b{background:url(missing.png)}"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "form/index.html": PAGE,
        "form/choices.json": "{}",
        "look.css": STYLE,
        "icon.svg": "<svg/>",
        "fonts/one.woff2": "1",
        "fonts/two.woff2": "2",
        "feed.xml": "<rss/>",
        "other/index.html": "",
        "picture.png": "p",
        "root.png": "r",
        "run.js": "run()",
        "assets/form-worker.js": "listen()",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def told(text: str) -> tuple[str, list[str]]:
    """The version and the files that a worker names."""
    first, last = text.rsplit("\n", 2)[:2]
    assert last == 'importScripts("../assets/form-worker.js")'
    known = json.loads(first.removeprefix("self.congtacForm = "))
    assert set(known) == {"version", "files"}
    return known["version"], known["files"]


def test_the_page_and_all_that_it_loads_from_the_site_are_kept(site: Path) -> None:
    _, files = told(worker(site, "form/", "form/choices.json"))
    assert files == [
        "../fonts/one.woff2",
        "../fonts/two.woff2",
        "./",
        "choices.json",
        "../icon.svg",
        "../look.css",
        "../picture.png",
        "../run.js",
    ]


def test_the_same_site_gives_the_same_worker(site: Path) -> None:
    assert worker(site, "form/") == worker(site, "form/")


@pytest.mark.parametrize(
    "name", ["form/index.html", "run.js", "fonts/two.woff2", "assets/form-worker.js"]
)
def test_any_change_gives_another_version(site: Path, name: str) -> None:
    before, _ = told(worker(site, "form/"))
    with (site / name).open("a", encoding="utf-8") as file:
        file.write(" ")
    after, _ = told(worker(site, "form/"))
    assert after != before


def test_a_preview_keeps_nothing(site: Path) -> None:
    assert told(worker(site, "form/", kept=False))[1] == []
