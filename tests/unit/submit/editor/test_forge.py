"""How the editor reaches each forge, and what its page may ask. Source: issue *Submission*, Door 3."""

from typing import Any

import pytest

from generator.domain.organisation import Repository
from generator.submit.editor.forge import SignIn, api, backend, is_ready, policy

SIGN_IN = SignIn(service="https://dang-nhap.example.org", app_id="ung-dung")
LOCAL = SignIn(local="http://127.0.0.1:9000/api/v1")


def repository(forge: str, url: str, *, public: bool = False) -> Repository:
    told = {"forge": forge, "url": url, "branch": "chinh", "public": public}
    return Repository.model_validate(told)


GITHUB = repository("github", "https://github.com/tinh-doan/ban-ghi.git")
GITLAB = repository("gitlab", "https://gitlab.example.org/tinh/doan/ban-ghi/")
FORGEJO = repository("forgejo", "https://kho.example.org:3000/tinh-doan/ban-ghi")


def own(told: dict[str, Any]) -> dict[str, Any]:
    """What a backend has besides what all have."""
    shared = {"name", "branch", "squash_merges", "commit_messages"}
    assert told["branch"] == "chinh"
    assert told["squash_merges"] is True
    return {key: value for key, value in told.items() if key not in shared}


def test_github_signs_in_by_a_service_and_works_in_forks() -> None:
    assert own(backend(GITHUB, SIGN_IN)) == {
        "repo": "tinh-doan/ban-ghi",
        "api_root": "https://api.github.com",
        "base_url": "https://dang-nhap.example.org",
        "auth_scope": "repo",
        "open_authoring": True,
    }
    public = repository("github", "https://github.com/tinh-doan/ban-ghi", public=True)
    assert backend(public, SIGN_IN)["auth_scope"] == "public_repo"


def test_gitlab_signs_in_by_pkce_and_knows_subgroups() -> None:
    assert own(backend(GITLAB, SIGN_IN)) == {
        "repo": "tinh/doan/ban-ghi",
        "api_root": "https://gitlab.example.org/api/v4",
        "base_url": "https://gitlab.example.org",
        "auth_type": "pkce",
        "app_id": "ung-dung",
    }


def test_forgejo_signs_in_by_pkce_and_works_in_forks() -> None:
    assert own(backend(FORGEJO, SIGN_IN)) == {
        "repo": "tinh-doan/ban-ghi",
        "api_root": "https://kho.example.org:3000/api/v1",
        "base_url": "https://kho.example.org:3000",
        "app_id": "ung-dung",
        "open_authoring": True,
    }


def test_a_github_of_ones_own_has_its_interface_on_its_own_host() -> None:
    own_host = repository("github", "https://git.example.org/tinh-doan/ban-ghi")
    assert api(own_host) == "https://git.example.org/api/v3"
    assert "githubusercontent" not in policy(own_host, SIGN_IN)


def test_without_a_forge_there_is_only_the_server_on_this_machine() -> None:
    assert backend(None, LOCAL) == {
        "name": "proxy",
        "proxy_url": "http://127.0.0.1:9000/api/v1",
        "branch": "main",
    }


@pytest.mark.parametrize(
    ("where", "sign_in", "ready"),
    [
        (None, SIGN_IN, False),
        (None, LOCAL, True),
        (GITHUB, SignIn(app_id="ung-dung"), False),
        (GITHUB, SIGN_IN, True),
        (GITLAB, SignIn(service="https://dang-nhap.example.org"), False),
        (GITLAB, SIGN_IN, True),
        (FORGEJO, LOCAL, True),
    ],
)
def test_the_editor_opens_where_somebody_can_sign_in(
    where: Repository | None, sign_in: SignIn, *, ready: bool
) -> None:
    assert is_ready(where, sign_in) is ready


def test_the_page_asks_its_forge_and_nobody_else() -> None:
    assert policy(FORGEJO, SIGN_IN) == (
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob: https://kho.example.org:3000; font-src 'self'; "
        "connect-src 'self' blob: https://kho.example.org:3000; "
        "base-uri 'none'; form-action 'none'"
    )
    assert "connect-src 'self' blob: https://api.github.com https://github.com;" in policy(
        GITHUB, SIGN_IN
    )
    assert "connect-src 'self' blob: http://127.0.0.1:9000;" in policy(None, LOCAL)


def test_a_page_without_an_editor_runs_nothing() -> None:
    assert policy(GITHUB, SignIn()) == (
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "base-uri 'none'; form-action 'none'"
    )
