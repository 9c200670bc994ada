"""Of a withdrawn article a site keeps the address, which says that it is gone, and nothing else.

Source: issue *News*, Idempotent and safe: withdrawal takes an article down everywhere.
"""

import gzip
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZipFile, is_zipfile

import pytest
from PIL import Image

from tests.site.conftest import congtac
from tests.site.test_building import small_records

# Words of plain letters, so that no way of writing them in a file hides them from the search.
FIELDS: Final = (
    "title",
    "lead",
    "author",
    "department",
    "photo_credit",
    "category",
    "tags",
    "body",
)


def word(state: str, field: str) -> str:
    return f"zq{state}{field.replace('_', '')}qz"


def write(records: Path, state: str) -> None:
    """Write an article whose every text is a word of its own, with a picture that only it shows."""
    words = {field: word(state, field) for field in FIELDS}
    lines = [f"{field}: {words[field]}" for field in FIELDS if field not in ("tags", "body")]
    lines += ["date: 2019-05-06", f"tags: [{words['tags']}]", f"cover: 2019/zq{state}coverqz.png"]
    lines += [f"status: {state}"]
    text = "\n".join(["---", *lines, "---", "", words["body"], ""])
    folder = records / "articles" / "2019"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"2019-05-06-zq{state}idqz.md").write_text(text, encoding="utf-8")
    Image.new("RGB", (40, 30)).save(records / "media" / "2019" / f"zq{state}coverqz.png")


def texts(content: bytes) -> Iterator[bytes]:
    """Yield what a file holds, and all that is packed in it."""
    yield content
    if content[:2] == b"\x1f\x8b":
        yield from texts(gzip.decompress(content))
    elif is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as packed:
            for name in packed.namelist():
                yield name.encode()
                yield from texts(packed.read(name))


def telling(site: Path, said: str) -> set[str]:
    """Return the files whose name or content holds the word."""
    return {
        name
        for path in site.rglob("*")
        if path.is_file()
        for name in [path.relative_to(site).as_posix()]
        if said in name or any(said.encode() in text for text in texts(path.read_bytes()))
    }


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_nothing_is_left_of_a_withdrawn_article_but_that_it_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, audience: str
) -> None:
    # A site that knows its address has a map of itself.
    monkeypatch.setenv("CONGTAC_SITE_URL", "https://doan.test/")
    records, site = small_records(tmp_path), tmp_path / "site"
    write(records, "ready")
    write(records, "withdrawn")
    done = congtac("build", "--records", str(records), "--out", str(site), "--audience", audience)
    assert done.returncode == 0, done.stderr

    page = "tin-tuc/2019/2019-05-06-zqreadyidqz/index.html"
    for field in FIELDS:
        assert page in telling(site, word("ready", field)), field
    assert telling(site, word("ready", "title")) >= {
        page,
        *("index.html", "tin-tuc/index.html", "tin-tuc/feed.xml", "tin-tuc/atom.xml"),
        "search/search_index.json",
    }
    assert {"sitemap.xml", "sitemap.xml.gz"} <= telling(site, word("ready", "id"))
    assert "anh/2019/zqreadycoverqz.png" in telling(site, word("ready", "cover"))

    gone = "tin-tuc/2019/2019-05-06-zqwithdrawnidqz/index.html"
    assert telling(site, "zqwithdrawn") == {gone}
    assert "Bài này đã được gỡ." in (site / gone).read_text(encoding="utf-8")
