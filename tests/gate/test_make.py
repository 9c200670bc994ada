"""The targets of make that the workflows call: red for every broken example, nothing out when red."""

import re
from pathlib import Path
from typing import Final

import pytest
import yaml

from tests.commands import called
from tests.examples.test_examples import NAMES, build
from tests.gate.linters import ROOT
from tests.gate.repository import ran, repository

# The style of the program is not tried again: `check` counts as done, and only what it needs of
# the records is made.
AS_CHECKED: Final = (
    "--old-file=check",
    "--old-file=install",
    "--old-file=install-dev",
    "--old-file=web",
)


def recipe(target: str, **variables: str) -> list[str]:
    """Return what make would run for a target."""
    given = [f"{name}={value}" for name, value in variables.items()]
    planned = ran("make", "--dry-run", "--no-print-directory", target, *given, cwd=ROOT)
    assert planned.code == 0, planned.err
    return planned.out.splitlines()


def on_records(folder: object) -> list[str]:
    return [
        f".venv/bin/python -m generator check --records {folder}",
        f".venv/bin/python -m generator fmt --check --records {folder}",
    ]


@pytest.mark.parametrize(
    "target",
    ["check", "test", "publish-site", "publish-internal", "publish-news", "send-notes"],
)
def test_what_workflows_call_checks_first(target: str) -> None:
    lines = recipe(target)
    gate = recipe("check")
    done = [line for line in lines if line in gate and "python -m" in line]
    assert done == [line for line in gate if "python -m" in line]
    assert set(on_records("records")) <= set(done)
    assert lines.index(done[-1]) <= min(
        (at for at, line in enumerate(lines) if re.search(r"\.ci/|digest|generator build", line)),
        default=len(lines),
    )


def test_articles_go_out_after_both_sites_were_built() -> None:
    lines = recipe("publish-news", ARGS="--dry-run")
    built = [line for line in lines if "generator build" in line]
    assert len(built) == 2
    assert lines.index(built[-1]) < lines.index(".ci/news --dry-run")


def test_a_change_is_judged_by_the_gate_too() -> None:
    script = (ROOT / ".ci/judge").read_text(encoding="utf-8")
    assert '"$MAKE" --no-print-directory check; then' in script


@pytest.fixture(scope="module")
def planned_check() -> str:
    """The very command by which make checks the records at HERE."""
    (line,) = (
        line for line in recipe("check-records", RECORDS="HERE") if "generator check" in line
    )
    assert [line, line.replace("check ", "fmt --check ", 1)] == on_records("HERE")
    return line


@pytest.mark.parametrize("code", NAMES)
def test_the_gate_is_red_for_every_broken_example(
    code: str, planned_check: str, tmp_path: Path
) -> None:
    records = build(code, "broken", tmp_path)
    check = planned_check.removeprefix(".venv/bin/python -m generator ")
    ended = called(*(str(records) if part == "HERE" else part for part in check.split()), cwd=ROOT)
    # A warning is told and stops nobody; everything else does.
    assert ended.code == (0 if code.startswith("T") else 1)
    assert f" {code} " in ended.out


@pytest.mark.parametrize("code", ["Y003", "S004", "R002", "D009", "M001", "P001"])
def test_make_ends_red(code: str, tmp_path: Path) -> None:
    records = build(code, "broken", tmp_path)
    ended = ran("make", "--no-print-directory", "check-records", f"RECORDS={records}", cwd=ROOT)
    assert ended.code == 2
    assert f" {code} " in ended.out
    assert "check-records] Error 1" in ended.err


@pytest.mark.slow
def test_row_20_two_changes_green_apart_and_wrong_together_publish_nothing(tmp_path: Path) -> None:
    made = repository(tmp_path)
    text = (made.folder / "records/visits/2019/2019-05-20-ap-3.yml").read_text(encoding="utf-8")
    text = text.split("photos:")[0].replace("2019-05-2", "2019-06-2")
    made.branch("mot")
    made.commit("Một", **{"records/visits/2019/2019-06-20-mot.yml": text})
    elsewhere = text.replace("29272-an-truong-a", "29302-nhi-long").replace("ấp 3", "ấp 4")
    made.branch("hai", "main")
    made.commit("Hai", **{"records/visits/2019/2019-06-20-hai.yml": elsewhere})
    published = tmp_path / "published"
    built = tmp_path / "built"
    given = (
        f"RECORDS={made.folder / 'records'}",
        f"SITE={built / 'site'}",
        f"SITE_INTERNAL={built / 'internal'}",
    )
    publish = ("make", "--no-print-directory", *AS_CHECKED, "publish-site", *given)

    for branch in ("mot", "hai"):
        made.git("switch", "--quiet", branch)
        checked = ran("make", "--no-print-directory", "check-records", given[0], cwd=ROOT)
        assert checked.code == 0, checked.out
    made.git("switch", "--quiet", "main")
    made.git("merge", "--quiet", "--no-ff", "--no-edit", "mot")
    done = ran(*publish, cwd=ROOT, CONGTAC_DEPLOY_TO=str(published))
    assert done.code == 0, done.err
    assert (published / "chuyen-di/2019/2019-06-20-mot/index.html").is_file()
    standing = {path: path.read_bytes() for path in published.rglob("*") if path.is_file()}

    made.git("merge", "--quiet", "--no-ff", "--no-edit", "hai")
    checked = ran("make", "--no-print-directory", "check-records", given[0], cwd=ROOT)
    assert checked.code == 2
    assert re.search(r"2019-06-20-(hai|mot)\.yml:\d+:\d+ D\d{3} ", checked.out)
    # Even if nobody had checked: what is unsound is not built, and what is not built not sent.
    done = ran(*publish, cwd=ROOT, CONGTAC_DEPLOY_TO=str(published))
    assert done.code == 2
    assert "Đã đưa" not in done.out
    now = {path: path.read_bytes() for path in published.rglob("*") if path.is_file()}
    assert now == standing


def test_forgejo_judges_the_change_as_it_would_be_merged(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.branch("thay-doi")
    made.commit("Thay đổi", **{"moi.txt": "mới"})
    made.git("push", "--quiet", "origin", "thay-doi:refs/pull/7/head")
    made.git("switch", "--quiet", "main")
    made.commit("Việc khác", **{"khac.txt": "khác"})
    made.git("push", "--quiet", "origin", "main")
    workflow = yaml.safe_load((ROOT / ".forgejo/workflows/pull-request.yml").read_text("utf-8"))
    script = workflow["jobs"]["judge"]["steps"][0]["run"]
    clean = tmp_path / "runner"
    alone = "of-this-job-alone"
    clean.mkdir()
    ended = ran(
        *("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script),
        cwd=clean,
        TOKEN=alone,
        GITHUB_SERVER_URL=f"file://{tmp_path}",
        GITHUB_REPOSITORY="origin.git",
        GITHUB_BASE_REF="main",
        GITHUB_REF="refs/pull/7/head",
    )
    assert ended.code == 0, ended.err
    assert (clean / "moi.txt").read_text("utf-8") == "mới"
    assert (clean / "khac.txt").read_text("utf-8") == "khác"
    changed = ran("git", "diff", "--name-only", "refs/gate/target", "HEAD", cwd=clean)
    assert changed.out == "moi.txt\n"
    # The token is nowhere in what stays.
    kept = [path for path in clean.rglob("*") if path.is_file()]
    assert not [path for path in kept if alone.encode() in path.read_bytes()]
