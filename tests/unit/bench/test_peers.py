"""What peers are given: the articles of finished pages, in a frame with slots, in their languages."""

import json
import re
from pathlib import Path

import pytest

from tests.bench import finished
from tests.bench.finished import Finished
from tests.bench.pages import same_words
from tests.bench.peers import eleventy, gen_files, hugo
from tests.bench.peers.inputs import layout

PAGE = """<html><head><title>Ấp 3 &amp; ấp 4 - Sổ</title>
<meta name="description" content="Một &quot;chuyến&quot;"><link href="../../assets/a.css"></head>
<body><a href="../..">Trang chủ</a><div data-md-component="header-topic">
<span class="md-ellipsis"> Ấp 3 &amp; ấp 4 </span></div>
<article class="md-content__inner md-typeset"><h1>Ấp 3</h1><p>Một <b>hai</b> ba</p></article>
<a href="../../don-vi/">Đơn vị</a></body></html>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "chuyen-di/ap-3/index.html": PAGE,
        "admin/index.html": "<html>no article</html>",
        "404.html": PAGE,
        "assets/a.css": "a{}",
        "search/search_index.json": "{}",
        "sitemap.xml": "<a/>",
    }
    for name, text in files.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "site"


@pytest.fixture
def pages(site: Path) -> list[Finished]:
    return list(finished.pages(site))


def test_a_page_is_what_its_article_holds(pages: list[Finished]) -> None:
    assert pages == [
        Finished(
            "chuyen-di/ap-3/",
            "Ấp 3 & ấp 4 - Sổ",
            'Một "chuyến"',
            "<h1>Ấp 3</h1><p>Một <b>hai</b> ba</p>",
        )
    ]


def test_everything_but_pages_index_and_sitemap_is_copied(site: Path) -> None:
    names = [path.relative_to(site).as_posix() for path in finished.files(site)]
    assert names == ["404.html", "admin/index.html", "assets/a.css"]


def test_the_frame_has_slots_and_counts_from_the_root(site: Path) -> None:
    frame = finished.frame(site, "chuyen-di/ap-3/")
    assert frame.count(finished.TITLE_SLOT) == 2
    assert frame.count(finished.DESCRIPTION_SLOT) == 1
    assert frame.count(finished.CONTENT_SLOT) == 1
    assert 'href="/assets/a.css"' in frame
    assert '<a href="/">Trang chủ</a>' in frame
    assert '<a href="/don-vi/">' in frame
    assert "Ấp 3" not in frame


def test_a_page_without_an_article_is_no_frame(site: Path) -> None:
    with pytest.raises(ValueError, match=r"^admin/: no title, heading, description or article"):
        finished.frame(site, "admin/")


def test_a_frame_that_looks_like_code_is_refused() -> None:
    with pytest.raises(ValueError, match=re.escape("the frame holds one of {{ {%")):
        layout("a {{ b", "t", "d", "c", "{{ {%")


def test_what_hugo_reads(site: Path, pages: list[Finished], tmp_path: Path) -> None:
    hugo.prepare(tmp_path / "hugo", site, pages, finished.frame(site, "chuyen-di/ap-3/"), ".html")
    assert (tmp_path / "hugo/content/000/000000.html").read_text("utf-8") == (
        '---\ntitle: "Ấp 3 & ấp 4 - Sổ"\ndescription: "Một \\"chuyến\\""\n'
        'url: "/chuyen-di/ap-3/"\n---\n\n<h1>Ấp 3</h1><p>Một <b>hai</b> ba</p>\n'
    )
    template = (tmp_path / "hugo/layouts/single.html").read_text("utf-8")
    assert "<title>{{ .Title }}</title>" in template
    assert 'md-typeset">{{ .Content }}</article>' in template
    assert (tmp_path / "hugo/static/assets/a.css").read_text("utf-8") == "a{}"


def test_hugo_is_looked_for_beside_the_peers_python(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no Hugo beside"):
        hugo.run(tmp_path / "bin/python", tmp_path, tmp_path)
    program = tmp_path / "lib/python3.11/site-packages/hugo/binaries/hugo-1"
    program.parent.mkdir(parents=True)
    program.touch()
    run = hugo.run(tmp_path / "bin/python", tmp_path / "in", tmp_path / "out")
    assert run.command[0] == str(program)


def test_what_eleventy_reads(site: Path, pages: list[Finished], tmp_path: Path) -> None:
    folder = tmp_path / "eleventy"
    folder.mkdir()
    eleventy.prepare(folder, site, pages, finished.frame(site, "chuyen-di/ap-3/"))
    text = (folder / "pages/000/000000.md").read_text("utf-8")
    assert 'permalink: "/chuyen-di/ap-3/index.html"\nlayout: "page.liquid"\n' in text
    assert "<title>{{ title | escape }}</title>" in (folder / "frame/page.liquid").read_text(
        "utf-8"
    )
    assert (folder / "files/404.html").is_file()


def test_what_mkdocs_reads(site: Path, pages: list[Finished], tmp_path: Path) -> None:
    folder = tmp_path / "mkdocs"
    folder.mkdir()
    gen_files.prepare(folder, site, pages, tmp_path / "records")
    script = (folder / "pages.py").read_text("utf-8")
    compile(script, "pages.py", "exec")
    assert repr(str(tmp_path / "records")) in script
    (line,) = (folder / "pages.jsonl").read_text("utf-8").splitlines()
    assert line.startswith('["chuyen-di/ap-3/index.md", "---\\ntitle: ')
    assert not (folder / "docs/404.html").exists()


def test_words_are_what_is_seen() -> None:
    chart = '<p>Một</p><script type="application/json">{"x": [1]}</script><p>hai</p>'
    assert finished.words(chart) == ["Một", "hai"]


def test_other_words_than_ours_are_refused(site: Path, pages: list[Finished]) -> None:
    assert same_words("peer", pages, site) == 5
    path = site / "chuyen-di/ap-3/index.html"
    path.write_text(PAGE.replace("hai</b>", "hai</b> bốn"), encoding="utf-8")
    with pytest.raises(ValueError, match="peer shows 6 words, and not 5"):
        same_words("peer", pages, site)
    path.unlink()
    with pytest.raises(ValueError, match="peer has no page /chuyen-di/ap-3/"):
        same_words("peer", pages, site)


def test_the_lock_holds_hashes_and_no_addresses() -> None:
    lock = json.loads((eleventy.PROGRAM.parents[3] / "package-lock.json").read_text("utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert "node_modules/@11ty/eleventy" in packages
    for name, entry in packages.items():
        assert entry["integrity"].startswith("sha512-"), name
        assert "resolved" not in entry, name
