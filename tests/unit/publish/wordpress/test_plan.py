"""Which post is an article's, and what is to be done with it: each state against what it asks for."""

from dataclasses import replace
from typing import Any

import pytest

from generator.publish.wordpress.ledger import PostEntry
from generator.publish.wordpress.plan import Decision, Found, Identity, decide, identify
from generator.publish.wordpress.post import Fields, Marker
from generator.publish.wordpress.remote import RemotePost

ARTICLE, SLUG = "2019-05-21-hop-le", "hop-le"
SENT = Fields("Họp lệ", "<p>Một.</p>", "Mở đầu.", "2019-05-21T00:00:00", (3,), (7, 9), 12)
HERE = replace(SENT, title="Tên mới ở đây")
THERE = replace(SENT, excerpt="Mở đầu mới ở đó.")


def post(number: int = 5, fields: Fields = SENT, **keys: Any) -> RemotePost:
    """A post of ours, as it was when it was sent."""
    plain: dict[str, Any] = {
        "number": number,
        "slug": SLUG,
        "status": "draft",
        "link": "http://127.0.0.1/?p=5",
        "fields": fields,
        "marker": Marker(ARTICLE, SENT.digest),
    }
    return RemotePost(**plain | keys)


def entry(**keys: Any) -> PostEntry:
    """What the ledger holds of a post that was sent."""
    plain: dict[str, Any] = {"number": 5, "sent": SENT.digest, "base": SENT.digests()}
    return PostEntry(**plain | keys)


@pytest.mark.parametrize(
    ("held", "found", "expected"),
    [
        (None, Found(), Identity("new")),
        (PostEntry(intent="create"), Found(), Identity("new")),
        (entry(), Found(post()), Identity("found", post(), (5,))),
        (entry(), Found(post(status="trash")), Identity("trashed", post(status="trash"), (5,))),
        (entry(), Found(None, (post(),)), Identity("deleted", numbers=(5,))),
        (None, Found(None, (post(),)), Identity("found", post(), (5,))),
        (None, Found(None, (), (post(),)), Identity("found", post(), (5,))),
        (None, Found(None, (post(),), (post(),)), Identity("found", post(), (5,))),
        (None, Found(None, (post(5),), (post(6),)), Identity("duplicate", numbers=(5, 6))),
        (None, Found(None, (post(marker=None),)), Identity("foreign", numbers=(5,))),
        (
            None,
            Found(None, (post(marker=Marker("2019-01-01-khac", "0" * 64)),)),
            Identity("foreign", numbers=(5,)),
        ),
        (None, Found(None, (post(slug="hop-le__trashed", marker=None),)), Identity("new")),
        (
            None,
            Found(None, (post(4, marker=None),), (post(6, slug="hop-le-2"),)),
            Identity("found", post(6, slug="hop-le-2"), (6,)),
        ),
    ],
)
def test_the_post_of_an_article(held: PostEntry | None, found: Found, expected: Identity) -> None:
    assert identify(ARTICLE, SLUG, held, found) == expected


@pytest.mark.parametrize("verdict", ["new", "deleted", "foreign", "duplicate"])
def test_without_a_post_the_reason_is_the_decision(verdict: Any) -> None:
    assert decide(SENT, None, Identity(verdict, numbers=(5,))) == Decision(verdict, numbers=(5,))


def test_a_post_in_the_trash_is_left_there() -> None:
    lying = post(status="trash")
    decided = decide(HERE, entry(), Identity("trashed", lying, (5,)))
    assert decided == Decision("trashed", lying, numbers=(5,))


@pytest.mark.parametrize(
    ("wanted", "standing", "held", "expected"),
    [
        # With a ledger.
        (SENT, SENT, entry(), ("unchanged", (), ())),
        (HERE, SENT, entry(), ("ours", ("title",), ())),
        (SENT, THERE, entry(), ("theirs", ("excerpt",), ("excerpt",))),
        (HERE, THERE, entry(), ("both", ("title", "excerpt"), ("excerpt",))),
        (THERE, THERE, entry(), ("unchanged", (), ())),
        # The website altered what it was sent, as it does for accounts with fewer rights.
        (HERE, SENT, entry(sent=HERE.digest), ("unchanged", (), ())),
        # A restored older version bears its own marker, and is a person's doing all the same.
        (
            HERE,
            SENT,
            entry(sent=HERE.digest, base=HERE.digests()),
            ("theirs", ("title",), ("title",)),
        ),
        # Without a ledger: the marker tells.
        (SENT, SENT, None, ("unchanged", (), ())),
        (HERE, SENT, None, ("ours", ("title",), ())),
        (SENT, THERE, None, ("theirs", ("excerpt",), ("excerpt",))),
        (HERE, THERE, None, ("both", ("title", "excerpt"), ("title", "excerpt"))),
        # A write that was begun and never confirmed: it arrived, or it did not.
        (SENT, SENT, entry(sent="", base=HERE.digests(), intent="update"), ("unchanged", (), ())),
        (
            HERE,
            SENT,
            entry(sent="", base=THERE.digests(), intent="update"),
            ("ours", ("title",), ()),
        ),
        (HERE, SENT, PostEntry(5, intent="create"), ("ours", ("title",), ())),
    ],
)
def test_what_is_done_follows_from_what_changed_where(
    wanted: Fields,
    standing: Fields,
    held: PostEntry | None,
    expected: tuple[str, tuple[str, ...], tuple[str, ...]],
) -> None:
    remote = post(fields=standing)
    decided = decide(wanted, held, Identity("found", remote, (5,)))
    assert (decided.verdict, decided.ours, decided.theirs) == expected
    assert decided.post == remote


def test_a_post_that_lost_its_marker_and_its_ledger_is_not_overwritten() -> None:
    remote = post(fields=THERE, marker=None)
    decided = decide(HERE, None, Identity("found", remote, (5,)))
    assert decided.verdict == "both"


@pytest.mark.parametrize(
    ("verdict", "unasked", "forced"),
    [
        ("new", True, True),
        ("unchanged", True, True),
        ("ours", True, True),
        ("theirs", False, True),
        ("both", False, True),
        ("trashed", False, True),
        ("deleted", False, True),
        ("foreign", False, False),
        ("duplicate", False, False),
    ],
)
def test_what_may_be_written(verdict: Any, *, unasked: bool, forced: bool) -> None:
    decided = Decision(verdict)
    assert decided.may_write(forced=False) is unasked
    assert decided.may_write(forced=True) is forced
