"""The Nu HTML checker accepts one page of every kind. Source: issue 3, "It is done when", 2."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.site.kinds import examples
from tests.web.harness import WEB

CHECKER = WEB / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# What Material writes, and nothing of ours can change; a fault that no longer occurs fails too.
# - The check boxes that open its drawer and its search keep browsers from restoring them by
#   `autocomplete`, which HTML allows for fields of text only.
# - The label that folds a section of the navigation has a `tabindex` that is left empty where the
#   section stands open; browsers read that as none.
# - The heading of the list of contents is a label for a check box that Material writes only where
#   there is a drawer to open; it is then plain text.
OF_THE_THEME = {
    ("Attribute “autocomplete” is only allowed when the input type", 'id="__drawer"'),
    ("Attribute “autocomplete” is only allowed when the input type", 'id="__search"'),
    ("Bad value “” for attribute “tabindex” on element “label”", 'class="md-nav__link '),
    ("The value of the “for” attribute of the “label” element must be", 'for="__toc"'),
}

Told = tuple[str, str, str]


@pytest.fixture(scope="module")
def told(public_site: Path, internal_site: Path) -> list[Told]:
    """What the checker says of each example, of both editions: page, message, extract."""
    java = shutil.which("java")
    assert java, "java is missing: `make test` sets it up"
    files = [
        site / address / "index.html" if not address.endswith(".html") else site / address
        for audience, site in (("public", public_site), ("internal", internal_site))
        for address in examples(site, audience).values()
    ]
    command = [
        java,
        "-Xss8m",
        "-jar",
        str(CHECKER),
        "--format",
        "json",
        "--stdout",
        "--exit-zero-always",
    ]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=True)
    messages = json.loads(done.stdout)["messages"]
    return [
        (one["url"].split("/", 5)[-1], one["message"], one.get("extract", ""))
        for one in messages
        # Notes are advice, or rest on reading files: a policy's 'self' is then no place at all.
        if one["type"] == "error"
    ]


def listed(message: str, extract: str) -> bool:
    return any(message.startswith(start) and part in extract for start, part in OF_THE_THEME)


def test_no_page_has_a_fault_of_ours(told: list[Told]) -> None:
    assert [one for one in told if not listed(one[1], one[2])] == []


def test_each_listed_fault_of_the_theme_still_occurs(told: list[Told]) -> None:
    for start, part in OF_THE_THEME:
        assert any(one[1].startswith(start) and part in one[2] for one in told), (start, part)
