"""Where a reader reports a mistake: the forge's form for a new issue, else the website.

Source: issue *Site*, "*Báo sai sót* on every page". The forges take title and text in the address:
GitHub, "Creating an issue from a URL query"; GitLab, "Create an issue, using a URL with
prefilled values"; Forgejo takes those of GitHub.
"""

from typing import Final, TypedDict

from generator.domain.organisation import Organisation

_FORMS: Final = {
    "github": ("/issues/new", "title", "body"),
    "gitlab": ("/-/issues/new", "issue[title]", "issue[description]"),
    "forgejo": ("/issues/new", "title", "body"),
}


class MistakeForm(TypedDict):
    """An address, and the names under which it takes a title and a text; empty if it takes none."""

    url: str
    title: str
    text: str


def mistake_form(organisation: Organisation | None) -> MistakeForm | None:
    """Return where mistakes are reported; None if the records name no place that all can reach.

    A private repository would answer outsiders that there is no such page.
    """
    if organisation is None:
        return None
    repository, website = organisation.repository, organisation.website
    if repository and repository.public and _is_web(repository.url):
        path, title, text = _FORMS[repository.forge]
        return {"url": repository.url.rstrip("/") + path, "title": title, "text": text}
    if website and _is_web(website.url):
        return {"url": website.url, "title": "", "text": ""}
    return None


def _is_web(url: str) -> bool:
    return url.startswith(("https://", "http://"))
