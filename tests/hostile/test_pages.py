"""Rows 25, 26 and 49: no text of a record runs, reckons, fetches or disappears on any page.

Source: issue *Trust*, "It is done when", 2; research/reliability.md, section 4.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from tests.hostile.conftest import Built
from tests.hostile.fields import places
from tests.hostile.seen import Seen, SeenPage, shown, walk
from tests.hostile.texts import EVALUATED, TEXTS
from tests.hostile.world import World, packed

pytestmark = pytest.mark.browser

Record = Callable[[str, object], None]
BOTH: Final = ("public", "internal")
NOWHERE: Final = frozenset(
    {
        # Whence a word of the vocabulary is, is for whoever edits it.
        "activities.kinds[].source",
        "activities.topics[].source",
        "activities.programmes[].source",
        # Heads of documents.
        "organisation.document_issuer",
        "organisation.place",
        # The editor writes to it.
        "organisation.repository.branch",
    }
)
"""Places whose texts stand on no page."""

KEPT_IN: Final = frozenset(
    {
        "members.leave[].reason",
        "members.contact.email",
        "members.contact.phone",
        "visits.issues[].text",
        "visits.issues[].outcome",
        "visits.report.number",
        "visits.report.addressee",
        "visits.assignment.number",
        "visits.internal.note",
        "visits.internal.assessment",
    }
)
"""Places whose texts stand on pages of the internal edition alone."""

FIELDS: Final = tuple(each for each in places() if not each.path.startswith("organisation."))
"""Places that hold every text here; for those of the organisation see test_organisation.py."""

LINKS: Final = {"https://hostile.example/67", "https://hostile.example/70"}
"""What an author may do: link to the web from the body of an article."""

_OWN: Final = {"https://example.vn/", "https://creativecommons.org/licenses/by/4.0/deed.vi"}
_GUIDE: Final = "http://127.0.0.1:8000/"


@pytest.fixture(scope="module")
def seen(browser: Browser, hostile_site: Built) -> Mapping[str, Seen]:
    class _Once(dict[str, Seen]):
        def __missing__(self, audience: str) -> Seen:
            self[audience] = walk(browser, hostile_site(audience))
            return self[audience]

    return _Once()


def led_away(page: SeenPage) -> set[str]:
    """The addresses on a page that lead from the site."""
    own = _OWN | ({_GUIDE} if page.address.startswith("huong-dan/") else set())
    return {to for _, to in page.addresses if to not in own}


@pytest.mark.parametrize("audience", BOTH)
def test_row_25_no_text_of_any_field_runs_on_any_page(
    audience: str, seen: Mapping[str, Seen], record_property: Record
) -> None:
    found = seen[audience]
    assert len(found.pages) > 200
    assert found.dialogs == []
    assert found.ran == []
    assert found.made == []
    away = {to for page in found.pages for to in led_away(page)}
    assert away == LINKS
    assert {page.address[:8] for page in found.pages if led_away(page)} == {"tin-tuc/"}
    record_property(
        "figure",
        f"{audience}: {len(TEXTS)} texts × {len(FIELDS)} fields, {len(found.pages)} pages, "
        f"{len(found.dialogs)} dialogs, {len(found.made)} elements",
    )


@pytest.mark.parametrize("audience", BOTH)
def test_row_25_every_text_is_read_as_it_was_written(
    audience: str, seen: Mapping[str, Seen], record_property: Record, tmp_path: Path
) -> None:
    world = World(packed())
    world.write(tmp_path / "records")
    hidden = NOWHERE if audience == "internal" else NOWHERE | KEPT_IN
    whole, otherwise = shown(seen[audience].texts())
    assert otherwise == {}
    assert {(text, path) for text, path in world.written if path not in hidden} == whole
    record_property("figure", f"{audience}: {len(whole)} of {len(whole)} texts read as written")


@pytest.mark.parametrize("audience", BOTH)
def test_row_26_no_template_of_a_text_is_reckoned(
    audience: str, hostile_site: Built, record_property: Record
) -> None:
    files = [path for path in hostile_site(audience).rglob("*") if path.is_file()]
    held = [path for path in files if EVALUATED.encode() in path.read_bytes()]
    assert held == []
    record_property("figure", f"{audience}: {len(files)} files, 0 evaluated")


@pytest.mark.parametrize("audience", BOTH)
def test_row_49_no_text_makes_a_page_ask_anyone(
    audience: str, seen: Mapping[str, Seen], record_property: Record
) -> None:
    found = seen[audience]
    assert found.strangers == []
    assert found.lost == []
    assert found.complaints == []
    record_property(
        "figure",
        f"{audience}: {len(found.pages)} pages, 0 requests off the site, 0 lost, 0 complaints",
    )


def test_no_place_is_called_hidden_that_there_is_not() -> None:
    assert {place.path for place in places()} >= NOWHERE | KEPT_IN
