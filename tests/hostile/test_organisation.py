"""Rows 25 and 49: the organisation is one, so its texts are built pack after pack, on few pages.

Source: issue *Trust*, "It is done when", 2; research/reliability.md, section 4.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from generator.build.prepare import prepare
from generator.host.mkdocs_host import MkDocsHost
from tests.commands import ROOT
from tests.hostile.seen import Seen, shown, walk
from tests.hostile.world import AS_OF, World, packed

pytestmark = pytest.mark.browser

Record = Callable[[str, object], None]
ARTICLE: Final = "tin-tuc/2019/2019-01-07-bai/"
GENERATED: Final = ("", "gui-chuyen-di/", ARTICLE)
OPENED: Final = (*GENERATED, "admin/", "404.html")
"""Pages that the organisation's texts may stand on; around all others is the same frame."""


def frame(folder: Path) -> Path:
    """Write a configuration as this project's, for a site without hand-written pages."""
    written = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    written = re.sub(r"(?m)^(exclude_docs|not_in_nav): \|\n(  .*\n)+", "", written)
    written = re.sub(r"(?ms)^nav:\n.*?(?=^theme:)", "nav: []\n", written)
    (folder / "docs").mkdir()
    config = folder / "mkdocs.yml"
    theme = f"custom_dir: {ROOT / 'generator'}"
    config.write_text(written.replace("custom_dir: generator", theme), encoding="utf-8")
    return config


def built(pack: tuple[str, ...], next_one: tuple[str, ...], folder: Path) -> Path:
    """Build the few pages of an organisation that holds the pack, with two records of each kind."""
    folder.mkdir()
    records = World([pack, next_one]).write(folder / "records")
    whole = prepare(records, "internal", None, AS_OF)
    pages = tuple(page for page in whole.site.pages if page.address in GENERATED)
    few = replace(whole, site=replace(whole.site, pages=pages))
    MkDocsHost(frame(folder)).write(few, folder / "site")
    return folder / "site"


def test_row_25_no_text_of_the_organisation_runs(
    browser: Browser, record_property: Record, tmp_path: Path
) -> None:
    packs, seen = packed(), Seen()
    for number, pack in enumerate(packs):
        site = built(pack, packs[number - 1], tmp_path / str(number))
        walk(browser, site, OPENED, into=seen)
    assert len(seen.pages) == len(packs) * len(OPENED)
    assert (seen.dialogs, seen.ran, seen.made) == ([], [], [])
    assert (seen.strangers, seen.lost, seen.complaints) == ([], [], [])
    whole, otherwise = shown(seen.texts())
    assert otherwise == {}
    read = {path: {text for text, at in whole if at == path} for _, path in whole}
    lines = {text for pack in packs for text in pack if "\n" not in text and "\r" not in text}
    assert read["organisation.name"] == lines
    assert read["organisation.full_name"] == lines
    record_property("figure", f"organisation: {len(lines)} texts, {len(seen.pages)} pages, 0 run")
