"""A branch becomes a proposal to merge: what to ask of each forge, and a thin client that asks.

GitLab opens one by options of the push itself; GitHub and Forgejo by their REST interfaces, with a
token, else a person does it at an address. One branch has at most one open proposal: the forges see
to it (422 and 409), so sending again makes no second one. Sources: GitHub, *REST API, Pulls*;
Forgejo, *API, repoCreatePullRequest*; GitLab, *Push options for merge requests*.
"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import quote, urlencode, urlsplit

import httpx

from generator.domain.organisation import FORGES, Repository
from generator.errors import UsageError
from generator.publish.hosts import is_loopback

TIMEOUT: Final = 30.0
TOKEN_VARIABLE: Final = "CONGTAC_FORGE_TOKEN"  # noqa: S105  (the name of the variable)
# Git refuses longer options.
_OPTION_LIMIT: Final = 20_000
_THERE_ALREADY: Final = (HTTPStatus.CONFLICT, HTTPStatus.UNPROCESSABLE_ENTITY)
_NOT_ALLOWED: Final = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND)
_MERGE_REQUEST: Final = re.compile(r"https?://[^\s\x00-\x1f]+/-/merge_requests/\d+")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed: that `branch` be merged into `base`; the lines are for whoever decides."""

    branch: str
    base: str
    title: str
    lines: tuple[str, ...]

    @property
    def body(self) -> str:
        """The lines as Markdown in which nothing is a command, a mention or a link."""
        text = "\n".join(self.lines)
        longest = max(map(len, re.findall("`+", text)), default=0)
        fence = "`" * max(3, longest + 1)
        return f"{fence}text\n{text}\n{fence}\n"


@dataclass(frozen=True, slots=True)
class Opened:
    """Where the proposal stands; `new` if this very call opened it."""

    address: str
    new: bool


@dataclass(frozen=True, slots=True)
class Request:
    """One request to a forge's interface."""

    method: str
    url: str
    query: Mapping[str, str]
    body: Mapping[str, str]


def push_options(repository: Repository | None, proposal: Proposal) -> tuple[str, ...]:
    """Return what the push itself asks of GitLab; the other forges take no such options.

    An option is one line, so the lines travel as one element of HTML.
    """
    if repository is None or repository.forge != "gitlab":
        return ()
    shown = "&#10;".join(html.escape(line) for line in proposal.lines)
    options = {
        "target": proposal.base,
        "title": proposal.title,
        "description": f"<pre>{shown}</pre>",
    }
    kept = {key: value for key, value in options.items() if len(value) <= _OPTION_LIMIT}
    return ("merge_request.create", *(f"merge_request.{key}={kept[key]}" for key in kept))


def merge_request_in(told: str) -> str:
    """Return the address of the merge request in what GitLab says to a push, or the empty text."""
    found = _MERGE_REQUEST.search(told)
    return found.group() if found else ""


def takes_requests(repository: Repository | None) -> bool:
    """Whether the forge has an interface through which a proposal is opened."""
    return repository is not None and repository.forge in ("github", "forgejo")


def address_to_open(repository: Repository, proposal: Proposal) -> str:
    """Return the page at which a person opens the proposal.

    It bears the title alone: a browser remembers addresses, and the body tells what is internal.
    """
    home = _home(repository)
    if repository.forge == "gitlab":
        chosen = {"source_branch": proposal.branch, "target_branch": proposal.base}
        named = {f"merge_request[{key}]": value for key, value in chosen.items()}
        return f"{home}/-/merge_requests/new?{urlencode(named)}"
    page = f"{home}/compare/{quote(proposal.base)}...{quote(proposal.branch)}"
    if repository.forge == "forgejo":
        return page
    told = {"expand": "1", "title": proposal.title}
    return f"{page}?{urlencode(told, quote_via=quote)}"


def to_open(repository: Repository, proposal: Proposal) -> Request:
    """Return the request that opens the proposal."""
    body = {
        "title": proposal.title,
        "head": proposal.branch,
        "base": proposal.base,
        "body": proposal.body,
    }
    return Request("POST", f"{_interface(repository)}/pulls", {}, body)


def to_find(repository: Repository, proposal: Proposal) -> Request:
    """Return the request for the open proposals of the branch; old Forgejos tell of others too."""
    owner = _home(repository).split("/")[-2]
    head = f"{owner}:{proposal.branch}" if repository.forge == "github" else proposal.branch
    query = {"state": "open", "head": head, "base": proposal.base}
    return Request("GET", f"{_interface(repository)}/pulls", query, {})


def open_proposal(repository: Repository, proposal: Proposal, token: str) -> Opened:
    """Open the proposal, or find the one that is open.

    Raises:
        UsageError: the forge cannot be reached, or does not do it; the message holds no token.
    """
    name, host = FORGES[repository.forge], urlsplit(repository.url).hostname or ""
    if not repository.url.startswith("https://") and not is_loopback(host):
        message = f"Địa chỉ kho {repository.url} không mã hóa, nên không gửi mã truy cập đến đó."
        raise UsageError(message)
    scheme = "Bearer" if repository.forge == "github" else "token"
    headers = {"Authorization": f"{scheme} {token}", "Accept": "application/json"}
    try:
        with httpx.Client(timeout=TIMEOUT, headers=headers) as client:
            made = _asked(client, to_open(repository, proposal))
            if made.status_code == HTTPStatus.CREATED:
                return Opened(_address_in(_held(made)) or f"{_home(repository)}/pulls", new=True)
            if made.status_code in _THERE_ALREADY:
                found = _asked(client, to_find(repository, proposal))
                address = _address_of(proposal, _held(found))
                if address or made.status_code == HTTPStatus.CONFLICT:
                    return Opened(address or f"{_home(repository)}/pulls", new=False)
    except (httpx.HTTPError, httpx.InvalidURL, ValueError):
        message = f"Không liên lạc được với {name} ({host})."
        raise UsageError(message) from None
    raise UsageError(_refusal(name, made))


def _refusal(name: str, answer: httpx.Response) -> str:
    if answer.status_code in _NOT_ALLOWED:
        return (
            f"{name} không cho mở đề nghị thay đổi ({answer.status_code}). Xem lại mã truy cập "
            f"trong {TOKEN_VARIABLE}: còn hạn, có quyền ghi vào kho này."
        )
    return f"{name} không mở được đề nghị thay đổi ({answer.status_code})."


def _asked(client: httpx.Client, request: Request) -> httpx.Response:
    return client.request(
        request.method, request.url, params=request.query or None, json=request.body or None
    )


def _held(answer: httpx.Response) -> Any:  # noqa: ANN401
    """Return the JSON of an answer, or nothing where there is none."""
    try:
        return answer.json()
    except ValueError:
        return None


def _address_of(proposal: Proposal, found: Any) -> str:  # noqa: ANN401
    """Return the address of the proposal among those found."""
    for each in found if isinstance(found, list) else ():
        if isinstance(each, dict) and [_ref(each, "head"), _ref(each, "base")] == [
            proposal.branch,
            proposal.base,
        ]:
            return _address_in(each)
    return ""


def _ref(proposal: Mapping[str, Any], end: str) -> object:
    held = proposal.get(end)
    return held.get("ref") if isinstance(held, dict) else None


def _address_in(held: Any) -> str:  # noqa: ANN401
    """Return the address in an answer, if it is one that can be shown."""
    address = held.get("html_url") if isinstance(held, dict) else None
    plain = isinstance(address, str) and address.isprintable() and address.startswith("http")
    return str(address) if plain else ""


def _interface(repository: Repository) -> str:
    """Return where the interface has the repository: of GitHub's own site on another host."""
    place, owner, name = _home(repository).rsplit("/", 2)
    if repository.forge == "forgejo":
        return f"{place}/api/v1/repos/{owner}/{name}"
    if place == "https://github.com":
        return f"https://api.github.com/repos/{owner}/{name}"
    return f"{place}/api/v3/repos/{owner}/{name}"


def _home(repository: Repository) -> str:
    """Return the repository's page, without what people add to its address."""
    return repository.url.rstrip("/").removesuffix(".git")
