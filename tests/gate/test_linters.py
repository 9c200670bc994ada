"""zizmor and actionlint find nothing in the workflows, and find what is planted into a copy."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from tests.gate.linters import ROOT, Found, actionlint, workflows, zizmor

Figure = Callable[[str, object], None]
JUDGE: Final = ".github/workflows/pull-request.yml"
MAIN: Final = ".github/workflows/main.yml"
NEWS: Final = ".github/workflows/news.yml"
WEEKLY: Final = ".github/workflows/weekly.yml"
FORGEJO: Final = ".forgejo/workflows/pull-request.yml"
CHECKOUT: Final = "actions/checkout@9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0 # v7.0.0"


class Fault(NamedTuple):
    """A fault to plant: in this file, this becomes that, and this rule is to find it."""

    file: str
    old: str
    new: str
    rule: str
    besides: str = ""
    becomes: str = ""


BY_ZIZMOR: Final = {
    "text of a change in a script": Fault(
        JUDGE,
        "make judge BASE=HEAD^1",
        "make judge BASE=${{ github.event.pull_request.base.ref }}",
        "template-injection",
    ),
    "text of a change in a script of Forgejo": Fault(
        FORGEJO,
        "make judge BASE=refs/gate/target",
        "make judge BASE=${{ github.event.pull_request.base.ref }}",
        "template-injection",
    ),
    "an action by its tag": Fault(JUDGE, CHECKOUT, "actions/checkout@v7", "unpinned-uses"),
    "a trigger that holds secrets": Fault(
        JUDGE, "  pull_request:\n", "  pull_request_target:\n", "dangerous-triggers"
    ),
    "a token that may write all": Fault(
        JUDGE, "permissions: {}", "permissions: write-all", "excessive-permissions"
    ),
    "nothing said of permissions": Fault(JUDGE, "permissions: {}\n", "", "excessive-permissions"),
    "a token left in the checkout": Fault(
        JUDGE, "          persist-credentials: false\n", "", "artipacked"
    ),
    "a cache that a change could have filled": Fault(
        MAIN,
        "    branches: [main]\n",
        '    tags: ["v*"]\n',
        "cache-poisoning",
        "      - run: .ci/prepare\n",
        "      - uses: actions/cache@55cc8345863c7cc4c66a329aec7e433d2d1c52a9 # v6.1.0\n"
        "        with:\n          path: .venv\n          key: venv\n",
    ),
    "all secrets handed on": Fault(
        WEEKLY,
        "    runs-on: ubuntu-24.04\n",
        "    uses: ./.github/workflows/main.yml\n    secrets: inherit\n",
        "secrets-inherit",
    ),
    "commands that set the environment": Fault(
        JUDGE,
        "      - run: .ci/prepare\n",
        "      - run: .ci/prepare\n        env:\n          ACTIONS_ALLOW_UNSECURE_COMMANDS: true\n",
        "insecure-commands",
    ),
    "every secret at once": Fault(
        WEEKLY,
        "${{ secrets.CONGTAC_SMTP_PASSWORD }}",
        "${{ toJSON(secrets) }}",
        "overprovisioned-secrets",
    ),
    "a right to write that nothing explains": Fault(
        NEWS,
        "contents: write # to fetch main, and to push the ledger to its branch\n",
        "contents: write\n",
        "undocumented-permissions",
    ),
    "a right to write for every job": Fault(
        NEWS, "permissions: {}", "permissions:\n  contents: write", "excessive-permissions"
    ),
    "a permission that nothing explains": Fault(
        MAIN, "      pages: write # to deploy\n", "      pages: write\n", "undocumented-permissions"
    ),
}
BY_ACTIONLINT: Final = {
    "a key that there is not": Fault(
        JUDGE, "      - run: .ci/prepare\n", "      - runs: .ci/prepare\n", "syntax-check"
    ),
    "a job that there is not": Fault(MAIN, "    needs: build\n", "    needs: built\n", "job-needs"),
    "an expression of nothing": Fault(
        MAIN,
        "${{ vars.CONGTAC_PAGES == 'true' }}",
        "${{ var.CONGTAC_PAGES == 'true' }}",
        "expression",
    ),
    "a step that there is not": Fault(
        MAIN, "steps.deploy.outputs.page_url", "steps.deployed.outputs.page_url", "expression"
    ),
    "words of a stranger in a script": Fault(
        FORGEJO,
        "make judge BASE=refs/gate/target",
        "make judge BASE=${{ github.head_ref }}",
        "expression",
    ),
    "a function that there is not": Fault(
        NEWS, "${{ always() }}", "${{ forever() }}", "expression"
    ),
    "an event that there is not": Fault(JUDGE, "  merge_group:\n", "  merge_groups:\n", "events"),
    "a day that there is not": Fault(WEEKLY, '"0 0 * * 1"', '"0 0 * * 9"', "events"),
    "a runner that there is not": Fault(
        JUDGE, "runs-on: ubuntu-24.04", "runs-on: ubuntu-24.05", "runner-label"
    ),
    "a permission that there is not": Fault(
        JUDGE, "contents: read #", "content: read #", "permissions"
    ),
}


def copy(folder: Path) -> Path:
    for file in workflows(ROOT):
        into = folder / file.relative_to(ROOT)
        into.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, into)
    return folder


def planted(folder: Path, fault: Fault) -> str:
    """Plant the fault into a copy of the workflows; return the file that has it."""
    file = copy(folder) / fault.file
    text = file.read_text(encoding="utf-8")
    for old, new in ((fault.old, fault.new), (fault.besides, fault.becomes)):
        assert old in text
        text = text.replace(old, new) if old else text
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_all_workflows_are_looked_at() -> None:
    assert [str(file.relative_to(ROOT)) for file in workflows(ROOT)] == [
        f".{forge}/workflows/{name}.yml"
        for forge in ("forgejo", "github")
        for name in (
            *("advisories", "main", "news", "program"),
            # On GitHub alone: its matrix is made from what another job found.
            *(("provinces",) if forge == "github" else ()),
            *("pull-request", "weekly"),
        )
    ]


def test_row_47_zizmor_finds_nothing(record_property: Figure) -> None:
    assert zizmor(ROOT) == []
    record_property("figure", f"{len(workflows(ROOT))} workflows, 0 findings of zizmor")


def test_row_47_actionlint_finds_nothing(record_property: Figure) -> None:
    assert actionlint(ROOT) == []
    record_property("figure", f"{len(workflows(ROOT))} workflows, 0 findings of actionlint")


@pytest.mark.parametrize("name", BY_ZIZMOR)
def test_row_47_zizmor_finds_what_is_planted(
    name: str, tmp_path: Path, record_property: Figure
) -> None:
    fault = BY_ZIZMOR[name]
    planted(tmp_path, fault)
    assert Found(fault.file, fault.rule) in zizmor(tmp_path)
    record_property("figure", f"{name}: found as {fault.rule}")


def test_row_47_actionlint_finds_what_is_planted(tmp_path: Path, record_property: Figure) -> None:
    # One run for all: what takes its time is the start.
    together = tmp_path / ".all/workflows"
    together.mkdir(parents=True)
    expected = []
    for number, fault in enumerate(BY_ACTIONLINT.values()):
        file = Path(planted(tmp_path / "copy", fault)).rename(together / f"{number}.yml")
        expected.append(Found(str(file.relative_to(tmp_path)), fault.rule))
    assert set(expected) <= set(actionlint(tmp_path))
    record_property("figure", f"{len(expected)} planted, {len(expected)} found by actionlint")
