"""What a reader's browser makes of a site full of hostile texts, page by page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, Dialog, Response

from tests.hostile.texts import AS_MARKDOWN, TEXTS
from tests.hostile.world import PLACES, TOKEN
from tests.site.kinds import pages
from tests.web import harness
from tests.web.test_charts import see_charts

_PATHS: Final = tuple(PLACES)
LOOK: Final = """() => {
  const SPOKEN = ['alt', 'title', 'aria-label', 'content', 'label', 'placeholder', 'value']
  const found = {attributes: [], made: [], addresses: []}
  for (const each of document.querySelectorAll('details')) each.open = true
  for (const each of document.querySelectorAll('*')) {
    const name = each.localName
    if (each.hasAttribute('hostile') || ['iframe', 'object', 'embed', 'base', 'math'].includes(name))
      found.made.push(each.outerHTML.slice(0, 200))
    for (const {name: key, value} of each.attributes) {
      if (key.startsWith('on')) found.made.push(each.outerHTML.slice(0, 200))
      if (SPOKEN.includes(key) && /h\\d{3}f\\d{3}/.test(value)) found.attributes.push(value)
    }
    for (const key of ['href', 'src', 'action', 'formAction', 'data', 'poster']) {
      const to = typeof each[key] === 'string' ? each[key] : ''
      if (to && !to.startsWith(location.origin + '/')) found.addresses.push([name, to])
    }
  }
  return {...found, text: document.body.innerText, title: document.title, ran: window.hostile ?? null}
}"""


@dataclass(frozen=True)
class SeenPage:
    """One page: its text and title, and the attributes that hold a text of the records."""

    address: str
    text: str
    attributes: tuple[str, ...]
    addresses: tuple[tuple[str, str], ...]


@dataclass
class Seen:
    """All pages of an edition, and whatever must not have happened."""

    pages: list[SeenPage] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    ran: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def texts(self) -> Iterator[str]:
        """Yield all that a reader reads or is read to, piece by piece."""
        for page in self.pages:
            yield page.text
            yield from page.attributes


def walk(
    browser: Browser, site: Path, addresses: Iterable[str] = (), into: Seen | None = None
) -> Seen:
    """Open every page of the site in turn, or some; what was seen is added to `into`."""
    seen = into or Seen()
    with harness.serve(site, at_root=True) as base, harness.visit(browser) as visitor:

        def on_dialog(dialog: Dialog) -> None:
            seen.dialogs.append(dialog.message)
            dialog.dismiss()

        def on_response(response: Response) -> None:
            if not response.ok and response.status != 304:
                seen.lost.append(f"{response.status} {response.url}")

        visitor.page.on("dialog", on_dialog)
        visitor.page.on("response", on_response)
        for address in addresses or pages(site):
            visitor.page.goto(base + address, wait_until="load")
            see_charts(visitor.page)
            _look(visitor.page.evaluate(LOOK), address, seen)
        seen.complaints += visitor.complaints
        seen.strangers += visitor.strangers(base)
    return seen


def _look(found: dict[str, Any], address: str, seen: Seen) -> None:
    attributes = (*found["attributes"], found["title"])
    addresses = tuple((name, to) for name, to in found["addresses"])
    seen.pages.append(SeenPage(address, found["text"], attributes, addresses))
    seen.made += [f"{address}: {each}" for each in found["made"]]
    if found["ran"] is not None:
        seen.ran.append(f"{address}: {found['ran']}")


def read(text: str) -> str:
    """Return the text as a reader reads it: white space is one space."""
    return " ".join(text.split())


def shown(pieces: Iterator[str]) -> tuple[set[tuple[str, str]], dict[tuple[str, str], str]]:
    """Return which texts stand somewhere whole, as (text, path), and how others end instead.

    A text that begins a line or a sentence may have been given a capital.
    """
    whole: set[tuple[str, str]] = set()
    otherwise: dict[tuple[str, str], str] = {}
    for piece in pieces:
        line = read(piece)
        for found in TOKEN.finditer(line):
            text, path = TEXTS[int(found[1])], _PATHS[int(found[2])]
            wanted = read(AS_MARKDOWN.get(text, text) if path == "articles.body" else text)
            before = line[: found.start()].rstrip(" ")
            if before.endswith((wanted, wanted[:1].upper() + wanted[1:])):
                whole.add((text, path))
            else:
                otherwise[text, path] = before[-len(wanted) - 20 :]
    return whole, otherwise
