"""How the editor reaches the repository: the backend of each forge, and the hosts it talks to.

Source: Decap CMS 3.16, backends `github`, `gitlab` and `forgejo`; design, section 2, `repository`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import urlsplit

from generator.domain.organisation import Repository

_GITHUB: Final = "github.com"
# Decap names the branch of an entry after its collection and file; these name the commit.
_COMMITS: Final = {
    "create": "{{collection}}: thêm {{slug}}",
    "update": "{{collection}}: sửa {{slug}}",
    "delete": "{{collection}}: bỏ {{slug}}",
    "uploadMedia": "Thêm ảnh {{path}}",
    "deleteMedia": "Bỏ ảnh {{path}}",
}


@dataclass(frozen=True, slots=True)
class SignIn:
    """What the site knows of signing in; source: `extra.editor` of the host's settings.

    `service` is the address of the service that holds the secret of a GitHub application; `app_id`
    the public id of a GitLab or Forgejo application. `local` is the address of a decap-server on
    this machine, which takes the place of the forge.
    """

    service: str = ""
    app_id: str = ""
    local: str = ""


_WITHOUT_EDITOR: Final = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
)
_ALWAYS: Final = ("base-uri 'none'", "form-action 'none'")

NOWHERE: Final = SignIn()


def is_ready(repository: Repository | None, sign_in: SignIn) -> bool:
    """Whether somebody can sign in: the forge is known, and what it needs for that is given."""
    if repository is None:
        return bool(sign_in.local)
    given = sign_in.service if repository.forge == "github" else sign_in.app_id
    return bool(given or sign_in.local)


def backend(repository: Repository | None, sign_in: SignIn) -> dict[str, Any]:
    """Return the backend of Decap's configuration; without a forge, the one on this machine.

    People without write access work in a fork of theirs where the forge has that in the editor:
    GitHub and Forgejo.
    """
    if repository is None:
        return {"name": "proxy", "proxy_url": sign_in.local, "branch": "main"}
    shared = {
        "name": repository.forge,
        "repo": _path(repository.url),
        "branch": repository.branch,
        "squash_merges": True,
        "commit_messages": _COMMITS,
    }
    return shared | _BACKENDS[repository.forge](repository, sign_in)


def _github(repository: Repository, sign_in: SignIn) -> dict[str, Any]:
    return {
        "api_root": api(repository),
        "base_url": sign_in.service,
        # A fork of a private repository is private too: reading it takes the wider scope.
        "auth_scope": "public_repo" if repository.public else "repo",
        "open_authoring": True,
    }


def _gitlab(repository: Repository, sign_in: SignIn) -> dict[str, Any]:
    return {
        "api_root": api(repository),
        "base_url": _origin(repository.url),
        "auth_type": "pkce",
        "app_id": sign_in.app_id,
    }


def _forgejo(repository: Repository, sign_in: SignIn) -> dict[str, Any]:
    return {
        "api_root": api(repository),
        "base_url": _origin(repository.url),
        "app_id": sign_in.app_id,
        "open_authoring": True,
    }


_BACKENDS: Final[Mapping[str, Callable[[Repository, SignIn], dict[str, Any]]]] = MappingProxyType(
    {"github": _github, "gitlab": _gitlab, "forgejo": _forgejo}
)


def api(repository: Repository) -> str:
    """Return the address of the forge's programming interface; GitHub's own has a host of its own.

    Source: GitHub, "About the REST API" (and "GitHub Enterprise Server"); GitLab and Forgejo, the
    same.
    """
    origin = _origin(repository.url)
    if repository.forge == "gitlab":
        return f"{origin}/api/v4"
    if repository.forge == "forgejo":
        return f"{origin}/api/v1"
    return f"https://api.{_GITHUB}" if _host(repository.url) == _GITHUB else f"{origin}/api/v3"


def policy(repository: Repository | None, sign_in: SignIn) -> str:
    """Return the page's own Content-Security-Policy: own files, the forge, nothing else.

    As long as nobody can sign in, no script at all. Decap compiles the check of its configuration,
    so that evaluation is allowed: on this page alone. Source: W3C, Content Security Policy Level
    3; issue *Submission*, Door 3.
    """
    if not is_ready(repository, sign_in):
        return "; ".join((*_WITHOUT_EDITOR, *_ALWAYS))
    asked = {_origin(api(repository)), _origin(repository.url)} if repository else set()
    if sign_in.local:
        asked.add(_origin(sign_in.local))
    hosts = " ".join(sorted(asked))
    # GitHub keeps the small pictures of its users elsewhere.
    faces = " https://avatars.githubusercontent.com" if _is_github(repository) else ""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            f"img-src 'self' data: blob:{faces} {hosts}".rstrip(),
            "font-src 'self'",
            f"connect-src 'self' blob: {hosts}".rstrip(),
            *_ALWAYS,
        )
    )


def _is_github(repository: Repository | None) -> bool:
    return repository is not None and _host(repository.url) == _GITHUB


def _path(url: str) -> str:
    return urlsplit(url).path.strip("/").removesuffix(".git")


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
