"""Where mistakes are reported. Source: issue *Site*, "*Báo sai sót* on every page"."""

from typing import Any

import pytest

from generator.domain.organisation import Organisation, Repository, Website
from generator.present.mistakes import MistakeForm, mistake_form
from tests.builders import organisation


def held(**keys: Any) -> Organisation:
    return organisation().model_copy(update={"website": None, "repository": None, **keys})


def repository(
    forge: str, *, public: bool, url: str = "https://kho.example/doan/so/"
) -> Repository:
    return Repository.model_validate(
        {"forge": forge, "url": url, "public": "true" if public else "false"}
    )


WEBSITE = Website(url="https://doan.example")


@pytest.mark.parametrize(
    ("forge", "form"),
    [
        (
            "github",
            MistakeForm(url="https://kho.example/doan/so/issues/new", title="title", text="body"),
        ),
        (
            "gitlab",
            MistakeForm(
                url="https://kho.example/doan/so/-/issues/new",
                title="issue[title]",
                text="issue[description]",
            ),
        ),
        (
            "forgejo",
            MistakeForm(url="https://kho.example/doan/so/issues/new", title="title", text="body"),
        ),
    ],
)
def test_a_public_repository_has_a_form(forge: str, form: MistakeForm) -> None:
    told = mistake_form(held(repository=repository(forge, public=True), website=WEBSITE))
    assert told == form


def test_a_private_repository_is_no_place_for_readers() -> None:
    private = repository("github", public=False)
    assert mistake_form(held(repository=private)) is None
    told = mistake_form(held(repository=private, website=WEBSITE))
    assert told == {"url": "https://doan.example", "title": "", "text": ""}


@pytest.mark.parametrize("home", [None, Website.model_construct(url="javascript:alert(1)")])
def test_without_a_place_there_is_no_link(home: Website | None) -> None:
    assert mistake_form(held(website=home)) is None
    assert mistake_form(None) is None
