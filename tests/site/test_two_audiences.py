"""Canaries in every internal field, of records and results, through a whole build of each edition.

Source: issue *Trust*, It is done when 1; research/reliability.md, section 4, rows 34, 35 and 45.
"""

import base64
import gzip
import json
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from unicodedata import normalize
from unittest import mock
from urllib.parse import quote
from zipfile import ZipFile, is_zipfile

import pytest

from generator.build import prepare as preparing
from generator.build.prepare import prepare
from generator.build.schema import models
from generator.build.site import build_site
from generator.compliance.results import Results, assess
from generator.domain.fields import Audience, audience_of, shape_within
from generator.domain.records import Records
from generator.host.mkdocs_host import MkDocsHost
from tests.site.conftest import ROOT
from tests.site.secret_world import (
    AS_OF,
    DAYS,
    KEPT,
    LEADING,
    TAKEN_BACK,
    Canaries,
    Figures,
    spelt,
    write_world,
)

# Stands in no result: it is counted when a page asks for it.
COUNTED_LATER: Final = {"IssueTotals.ages"}


@dataclass(frozen=True)
class Built:
    """Both editions of the world, and what they were filled with."""

    public: Path
    internal: Path
    canaries: Canaries
    figures: Figures


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Both editions, built by MkDocs from the same records, results filled with canaries."""
    folder = tmp_path_factory.mktemp("audiences")
    canaries, figures = write_world(folder / "records"), Figures()
    for command in ("init --quiet", "add .", "commit --quiet --message=x"):
        named = ("-c", "user.name=x", "-c", "user.email=x@x.test")
        subprocess.run(["git", "-C", str(folder), *named, *command.split()], check=True)

    def assessed(records: Records, as_of: date) -> Results:
        figures.held.clear()
        figures.count = 0
        filled: Results = figures.fill(assess(records, as_of))
        return filled

    editions: tuple[Audience, ...] = ("public", "internal")
    for audience in editions:
        with (
            mock.patch.object(preparing, "assess", assessed),
            mock.patch.dict("os.environ", {"CONGTAC_SITE_URL": "https://doan.test/"}),
        ):
            prepared = prepare(folder / "records", audience, None, AS_OF)
            build_site(prepared, MkDocsHost(ROOT / "mkdocs.yml"), folder / audience)
    return Built(folder / "public", folder / "internal", canaries, figures)


def parts(content: bytes) -> Iterator[bytes]:
    """Yield what a file holds, and all that is packed in it or stands in it as a data link."""
    yield content
    if content[:2] == b"\x1f\x8b":
        yield from parts(gzip.decompress(content))
    elif is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as packed:
            for name in packed.namelist():
                yield name.encode()
                yield from parts(packed.read(name))
    for link in re.findall(rb"base64,([A-Za-z0-9+/]{8,})", content):
        yield from parts(base64.b64decode(link[: len(link) // 4 * 4]))


def everything(site: Path) -> dict[str, bytes]:
    """Return all that each file says, the file's name included, calendars unfolded."""
    return {
        name: name.encode() + b"\n" + b"\n".join(parts(path.read_bytes())).replace(b"\r\n ", b"")
        for path in sorted(site.rglob("*"))
        if path.is_file()
        for name in [path.relative_to(site).as_posix()]
    }


def _base64(text: str) -> Iterator[bytes]:
    """Yield the letters that the text has in base64 wherever it begins, for all three alignments."""
    for before in range(3):
        code = base64.b64encode(b"\0" * before + text.encode() + b"\0" * 3)
        yield code[(before * 8 + 5) // 6 : len(code) - 8]


def forms(word: str) -> set[bytes]:
    """Return every way in which a file may write the word; letters without case for some."""
    plain = "".join(
        letter for letter in normalize("NFD", word.replace("đ", "d")) if ord(letter) < 0x80
    )
    written = {word, word.upper(), word.lower(), normalize("NFD", word), plain}
    written |= {plain.lower(), plain.upper()}
    told = {each.encode(code) for each in written for code in ("utf-8", "utf-16-le", "utf-16-be")}
    told |= {code for each in written for code in _base64(each)}
    for each in (word, normalize("NFD", word)):
        odd = [letter if letter.isascii() else None for letter in each]
        pairs = list(zip(each, odd, strict=True))
        told.add(quote(each).encode())
        told.add(quote(each).lower().encode())
        for escape in ("&#{:d};", "&#x{:x};", "&#x{:X};", "\\u{:04x}", "\\u{:04X}"):
            told.add("".join(own or escape.format(ord(c)) for c, own in pairs).encode())
    return told


def holding(files: dict[str, bytes], word: str) -> set[str]:
    told = forms(word)
    return {name for name, content in files.items() if any(each in content for each in told)}


def figure_told(files: dict[str, bytes], value: Any) -> set[str]:
    """Return the files that write the figure or the day in any way, as a word of its own."""
    ways = "|".join(map(re.escape, spelt(value)))
    pattern = re.compile(rf"(?<![\w.])(?:{ways})(?![\w])".encode())
    own = {name: content for name, content in files.items() if not name.startswith("assets/")}
    return {name for name, content in own.items() if pattern.search(content)}


@pytest.fixture(scope="module")
def public(built: Built) -> dict[str, bytes]:
    """All that the public edition says."""
    return everything(built.public)


@pytest.fixture(scope="module")
def internal(built: Built) -> dict[str, bytes]:
    """All that the internal edition says."""
    return everything(built.internal)


def test_row_34_no_canary_is_in_any_file_of_the_public(
    built: Built, public: dict[str, bytes], record_property: Callable[[str, object], None]
) -> None:
    assert holding(public, KEPT) == set()
    assert [name for name in public if "chimandohot" in name] == []
    told = {
        place: figure_told(public, value)
        for place, values in [*((k, [v]) for k, v in DAYS.items()), *built.figures.held.items()]
        for value in values
    }
    assert {place: names for place, names in told.items() if names} == {}
    count = len(built.canaries.places) + len(told)
    figure = f"{count} internal fields × {len(public)} files × {len(forms(KEPT))} spellings, 0 hits"
    record_property("figure", figure)


def test_row_34_every_canary_is_in_the_internal_edition(
    built: Built, internal: dict[str, bytes]
) -> None:
    whole = normalize("NFC", unescape(b"\n".join(internal.values()).decode("utf-8", "ignore")))
    shown = {int(each) for each in re.findall(rf"{KEPT}(\d{{3}})", whole)}
    missing = {p for number, p in enumerate(built.canaries.places) if number not in shown}
    for place, values in [*((k, [v]) for k, v in DAYS.items()), *built.figures.held.items()]:
        if not any(figure_told(internal, value) for value in values):
            missing.add(place)
    assert missing == set()


def test_row_34_every_internal_field_has_its_canary(built: Built) -> None:
    places = {*built.canaries.places, *DAYS, *built.figures.held}
    leaves = {
        f"{model.__name__}.{name}"
        for model in models()
        for name, spec in model.model_fields.items()
        if audience_of(spec) == "internal" and shape_within(spec.annotation) is None
        if not (model.__module__.startswith("generator.compliance") and name in LEADING)
    }
    assert leaves - places == COUNTED_LATER


def test_row_45_what_was_withdrawn_is_in_no_file_of_either_edition(
    public: dict[str, bytes],
    internal: dict[str, bytes],
    record_property: Callable[[str, object], None],
) -> None:
    found = {name for files in (public, internal) for name in holding(files, TAKEN_BACK)}
    assert found == set()
    gone = {"chuyen-di/2019/2019-04-02-mat/index.html", "tin-tuc/2019/2019-09-02-go/index.html"}
    assert gone <= public.keys()
    assert gone <= internal.keys()
    count = len(public) + len(internal)
    record_property("figure", f"9 texts of a visit, 8 of an article × {count} files, 0 bytes left")


# Of the internal edition: written by the host for programs; no page leads to them.
UNMARKED: Final = {
    "search/search_index.json", "sitemap.xml", "sitemap.xml.gz", "gui-chuyen-di/worker.js",
}  # fmt: skip


def test_row_35_every_page_and_file_of_the_internal_edition_says_so(
    public: dict[str, bytes],
    internal: dict[str, bytes],
    record_property: Callable[[str, object], None],
) -> None:
    """A file that is the public one's, byte for byte, tells nothing that is not public."""
    mark = "NỘI BỘ".encode()
    own = {name for name, held in internal.items() if public.get(name) != held}
    pictures = {name for name in own if name.startswith("anh/")}
    assert {name for name in own - pictures if mark not in internal[name]} == UNMARKED
    pages = {name: held for name, held in internal.items() if name.endswith(".html")}
    for name, held in pages.items():
        assert mark in held, name
        assert re.search(rb'<meta name="robots" content="noindex', held), name
    assert {"robots.txt", "_headers", "noi-bo.txt"} <= own
    assert not {"robots.txt", "_headers", "noi-bo.txt", "can-lam/index.html"} & public.keys()
    record_property("figure", f"{len(pages)} pages, {len(own)} files of its own, each marked")


def test_row_35_no_page_of_the_public_names_a_commit_or_leads_into_the_repository(
    built: Built, public: dict[str, bytes], record_property: Callable[[str, object], None]
) -> None:
    """The repository is private: the form's way to a new file is all that names it."""
    command = ["git", "-C", str(built.public.parent), "rev-parse", "HEAD"]
    commit = subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip()
    assert json.loads((built.public / "build.json").read_text())["commit"] == commit
    assert {name for name, held in public.items() if commit[:7].encode() in held} == {"build.json"}
    naming = {name for name, held in public.items() if b"example.vn/congtac" in held}
    assert naming == {"gui-chuyen-di/form.json"}
    ways = re.compile(rb"/(?:commits?|blame|blob|raw|compare|pulls?|src)/[\w%.-]+")
    html = {name: held for name, held in public.items() if name.endswith(".html")}
    links = {
        link
        for held in html.values()
        for link in re.findall(rb'(?:href|src)="(https?://[^"]+)"', held)
    }
    assert {link for link in links if ways.search(link)} == set()
    record_property("figure", f"{len(html)} pages, {len(links)} links away, 0 into the repository")
