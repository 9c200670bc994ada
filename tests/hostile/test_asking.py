"""Rows 25 and 49: what readers type, share as an address or choose from lists is text as well.

Source: issue *Trust*, "It is done when", 2.
"""

import json
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Dialog, Page

from generator.present.addresses import FILTERS
from tests.hostile.conftest import Built
from tests.hostile.seen import read
from tests.hostile.texts import EVALUATED, GROUPS
from tests.web import harness
from tests.web.form_site import open_form
from tests.web.test_search import ask

pytestmark = pytest.mark.browser

Record = Callable[[str, object], None]
TRIED: Final = tuple(
    text for group in ("html", "attributes", "templates") for text in GROUPS[group]
)
LISTS: Final = ("chuyen-di/", "kien-nghi/", "ke-hoach/2019/", "don-vi/")
STAYED: Final = """() => [
  document.querySelectorAll('[hostile], iframe, object, embed, base').length,
  [...document.querySelectorAll('*')].filter(
    each => [...each.attributes].some(({name}) => name.startsWith('on'))).length,
  window.hostile ?? null,
]"""
"""What must have stayed as it was: no element of a text, no handler, nothing run."""


def untouched(page: Page) -> bool:
    """Whether the page holds nothing that a text made."""
    stayed: list[Any] = page.evaluate(STAYED)
    return stayed == [0, 0, None] and EVALUATED not in page.locator("body").inner_text()


def watched(visitor: harness.Visitor) -> list[str]:
    """Return the list that dialogs of the page will be in."""
    dialogs: list[str] = []

    def on_dialog(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    visitor.page.on("dialog", on_dialog)
    return dialogs


NO_QUESTION: Final = "warning: Invalid query: "
"""How the search begins to tell the console of a question it cannot read; then comes why."""


def objections(visitor: harness.Visitor) -> list[str]:
    """Return what the browser complained of, but for questions that the search cannot read."""
    told = visitor.complaints
    return [
        each
        for before, each in zip(("", *told), told, strict=False)
        if not each.startswith(NO_QUESTION)
        and not (before.startswith(NO_QUESTION) and each.startswith("warning: "))
    ]


def test_row_25_whatever_is_sought_is_found_as_text(
    browser: Browser, hostile_site: Built, record_property: Record
) -> None:
    with harness.serve(hostile_site("public")) as base, harness.visit(browser) as visitor:
        dialogs = watched(visitor)
        visitor.page.goto(base)
        for text in TRIED:
            ask(visitor, text)
            assert untouched(visitor.page), text
        found = ask(visitor, "hostile")
        assert len(found) >= 10
        shown = read(visitor.page.locator(".md-search-result__list").inner_text())
        assert "<script hostile>" in shown
        assert untouched(visitor.page)
        assert (dialogs, visitor.strangers(base), objections(visitor)) == ([], [], [])
    record_property("figure", f"search: {len(TRIED)} texts sought, 0 dialogs, 0 elements")


def test_row_25_an_address_is_no_way_in(
    browser: Browser, hostile_site: Built, record_property: Record
) -> None:
    tried = GROUPS["html"] + GROUPS["attributes"]
    with harness.serve(hostile_site("internal")) as base, harness.visit(browser) as visitor:
        dialogs = watched(visitor)
        for number, text in enumerate(tried):
            names = ("tu", "xep", "q", "h", *FILTERS.values())
            query = urlencode(dict.fromkeys(names, text))
            address = f"{base}{LISTS[number % len(LISTS)]}?{query}#{urlencode({'a': text})}"
            visitor.page.goto(address, wait_until="load")
            assert untouched(visitor.page), address
        assert (dialogs, visitor.strangers(base), objections(visitor)) == ([], [], [])
    record_property("figure", f"addresses: {len(tried)} texts × {len(names)} parameters, 0 run")


def test_row_25_the_form_offers_names_as_text(
    browser: Browser, hostile_site: Built, record_property: Record
) -> None:
    site = hostile_site("internal")
    known = json.loads((site / "gui-chuyen-di/form.json").read_text(encoding="utf-8"))
    names = {read(each["name"]) for kind in ("kinds", "members") for each in known["choices"][kind]}
    with harness.serve(site) as base, harness.visit(browser) as visitor:
        dialogs = watched(visitor)
        open_form(visitor.page, base)
        page = visitor.page
        page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true })")
        offered = {read(text) for text in page.locator("option, button, label").all_inner_texts()}
        assert names <= offered
        content = page.get_by_label("Tóm tắt nội dung làm việc").first
        for text in TRIED:
            content.fill(text)
            assert untouched(page), text
        assert (dialogs, visitor.strangers(base), visitor.complaints) == ([], [], [])
    record_property("figure", f"form: {len(names)} names offered, {len(TRIED)} texts typed, 0 run")
