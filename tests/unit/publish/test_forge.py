"""What is asked of each forge, and what is made of its answers; no forge is asked here.

tests/acceptance/test_receive.py lets a server on loopback note the requests.
"""

from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from generator.domain.organisation import Repository
from generator.errors import UsageError
from generator.publish import forge
from generator.publish.forge import (
    Opened,
    Proposal,
    Request,
    address_to_open,
    merge_request_in,
    open_proposal,
    push_options,
    takes_requests,
    to_find,
    to_open,
)

PROPOSAL = Proposal("gui/2020-03-16-a", "main", "Chuyến đi", ("Dòng 1", "```", "<b>@ai</b> #3"))


def repository(kind: str, url: str = "https://example.org/to-chuc/so") -> Repository:
    return Repository.model_validate({"forge": kind, "url": url, "public": "false"})


def test_the_body_is_text_in_which_nothing_is_a_command() -> None:
    assert PROPOSAL.body == "````text\nDòng 1\n```\n<b>@ai</b> #3\n````\n"


@pytest.mark.parametrize(
    ("kind", "url", "interface"),
    [
        ("github", "https://github.com/a/b", "https://api.github.com/repos/a/b"),
        ("github", "https://github.com/a/b.git", "https://api.github.com/repos/a/b"),
        ("github", "https://git.example.org/a/b/", "https://git.example.org/api/v3/repos/a/b"),
        ("forgejo", "https://codeberg.org/a/b", "https://codeberg.org/api/v1/repos/a/b"),
        ("forgejo", "https://example.org/git/a/b", "https://example.org/git/api/v1/repos/a/b"),
    ],
)
def test_each_forge_is_asked_at_its_interface(kind: str, url: str, interface: str) -> None:
    body = {"title": "Chuyến đi", "head": PROPOSAL.branch, "base": "main", "body": PROPOSAL.body}
    place = repository(kind, url)
    assert to_open(place, PROPOSAL) == Request("POST", f"{interface}/pulls", {}, body)
    head = "a:gui/2020-03-16-a" if kind == "github" else "gui/2020-03-16-a"
    query = {"state": "open", "head": head, "base": "main"}
    assert to_find(place, PROPOSAL) == Request("GET", f"{interface}/pulls", query, {})


def test_only_gitlab_is_asked_by_the_push() -> None:
    assert push_options(repository("gitlab"), PROPOSAL) == (
        "merge_request.create",
        "merge_request.target=main",
        "merge_request.title=Chuyến đi",
        "merge_request.description=<pre>Dòng 1&#10;```&#10;&lt;b&gt;@ai&lt;/b&gt; #3</pre>",
    )
    assert push_options(repository("github"), PROPOSAL) == ()
    assert push_options(None, PROPOSAL) == ()
    assert [takes_requests(each) for each in (None, repository("gitlab"))] == [False, False]


def test_a_description_too_long_for_an_option_stays_behind() -> None:
    long = Proposal("b", "main", "Chuyến đi", ("a" * 20_000,))
    assert [each.partition("=")[0] for each in push_options(repository("gitlab"), long)] == [
        "merge_request.create", "merge_request.target", "merge_request.title",
    ]  # fmt: skip


def test_the_address_of_a_merge_request_is_found_in_what_gitlab_says() -> None:
    said = "remote: View merge request for gui/x:\nremote:   https://a.vn/t/s/-/merge_requests/12\n"
    assert merge_request_in(said) == "https://a.vn/t/s/-/merge_requests/12"
    assert merge_request_in("remote: https://a.vn/t/s/-/merge_requests/new?x=1") == ""


def test_a_person_opens_a_proposal_at_an_address() -> None:
    page = urlsplit(address_to_open(repository("github"), PROPOSAL))
    assert page.path == "/to-chuc/so/compare/main...gui/2020-03-16-a"
    # What the visit says may be internal, and a browser remembers addresses.
    assert parse_qs(page.query) == {"expand": ["1"], "title": ["Chuyến đi"]}


def test_a_token_goes_over_no_open_wire() -> None:
    with pytest.raises(UsageError) as caught:
        open_proposal(repository("github", "http://example.org/a/b"), PROPOSAL, "bimat")
    assert str(caught.value) == (
        "Địa chỉ kho http://example.org/a/b không mã hóa, nên không gửi mã truy cập đến đó."
    )


def test_a_forge_out_of_reach_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with pytest.raises(UsageError) as caught:
        open_proposal(repository("forgejo", "http://127.0.0.1:1/a/b"), PROPOSAL, "bimat")
    assert str(caught.value) == "Không liên lạc được với Forgejo (127.0.0.1)."


@pytest.mark.parametrize(
    ("answers", "opened"),
    [
        ([httpx.Response(201, text="?")], Opened("https://example.org/to-chuc/so/pulls", new=True)),
        (
            [httpx.Response(201, json={"html_url": "javascript:x"})],
            Opened("https://example.org/to-chuc/so/pulls", new=True),
        ),
        (
            [httpx.Response(409), httpx.Response(200, json=["x", {"head": "y"}])],
            Opened("https://example.org/to-chuc/so/pulls", new=False),
        ),
    ],
)
def test_an_answer_that_says_nothing_usable_leads_to_the_list(
    monkeypatch: pytest.MonkeyPatch, answers: list[httpx.Response], opened: Opened
) -> None:
    left = iter(answers)
    monkeypatch.setattr(forge, "_asked", lambda *_: next(left))
    assert open_proposal(repository("forgejo"), PROPOSAL, "bimat") == opened
