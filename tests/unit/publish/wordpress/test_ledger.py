"""The ledger comes back as it was written, and what is no ledger is not taken for one."""

import json

import pytest

from generator.publish.wordpress.ledger import (
    Ledger,
    PhotoEntry,
    PostEntry,
    UnreadableLedgerError,
    ledgers_of,
    ledgers_text,
)

LEDGER = (
    Ledger()
    .with_post("2019-05-21-hop-le", PostEntry(5, "ab", {"title": "cd"}, "ef", "draft", "update"))
    .with_photo("ab" * 32, PhotoEntry(12, "ab", "cd"))
)


def test_it_comes_back_as_it_was() -> None:
    text = ledgers_text({"https://x.vn/": LEDGER, "https://y.vn/": Ledger()})
    assert ledgers_of(text) == {"https://x.vn/": LEDGER, "https://y.vn/": Ledger()}
    assert ledgers_text(ledgers_of(text)) == text


def test_the_order_of_events_does_not_show() -> None:
    one = Ledger().with_post("a", PostEntry(1)).with_post("b", PostEntry(2))
    other = Ledger().with_post("b", PostEntry(2)).with_post("a", PostEntry(1))
    assert ledgers_text({"https://x.vn/": one}) == ledgers_text({"https://x.vn/": other})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"version": 2, "sites": {}}',
        '{"version": 1}',
        '{"version": 1, "sites": []}',
        '{"version": 1, "sites": {"https://x.vn/": {"posts": []}}}',
        json.dumps({"version": 1, "sites": {"x": {"posts": {"a": {"other": 1}}, "photos": {}}}}),
    ],
)
def test_what_is_no_ledger_is_refused(text: str) -> None:
    with pytest.raises(UnreadableLedgerError):
        ledgers_of(text)
