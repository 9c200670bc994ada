"""What no linter knows of: the workflows are thin, hold no secret before a merge, and publish last."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from tests.gate.linters import ROOT, workflows
from tests.gate.repository import CONGTAC, ran, repository

FILES: Final = workflows(ROOT)
NAMES: Final = [str(file.relative_to(ROOT)) for file in FILES]
BEFORE_MERGE: Final = [name for name in NAMES if re.search(r"/(program|pull-request)\.yml$", name)]
ENVIRONMENTS: Final = {"public-site", "internal-site", "weekly-notes", "wordpress"}
FETCH: Final = re.compile(
    r"login=\$\(printf 'x-access-token:%s' \"\$TOKEN\" \| base64 -w 0\)\n"
    r"export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=http\.extraHeader\n"
    r"export GIT_CONFIG_VALUE_0=\"Authorization: Basic \$login\"\n"
    r"git init --quiet \.\n"
)


def read(name: str) -> dict[str, Any]:
    """Return a workflow with every value as text, so that `on` stays a word."""
    return dict(yaml.load((ROOT / name).read_text(encoding="utf-8"), yaml.BaseLoader))


def steps(name: str) -> list[dict[str, Any]]:
    return [step for job in read(name)["jobs"].values() for step in job["steps"]]


def scripts(name: str) -> list[str]:
    return [step["run"] for step in steps(name) if "run" in step]


@pytest.mark.parametrize("name", NAMES)
def test_no_expression_reaches_a_shell(name: str) -> None:
    assert not [script for script in scripts(name) if "${{" in script]


@pytest.mark.parametrize("name", NAMES)
def test_every_step_is_a_target_of_make(name: str) -> None:
    targets = {
        "advisories": {"make ask-advisories"},
        "main": {"make publish-site", "make publish-internal"},
        "news": {"make publish-news", ".ci/news save"},
        "program": {"make install-dev", "sudo make tools", "make test", ".ci/run"},
        "provinces": {"make list-provinces", "make publish-province", "make publish-national"},
        "pull-request": {"make judge BASE=HEAD^1", "make judge BASE=refs/gate/target"},
        "weekly": {"make send-notes"},
    }[Path(name).stem]
    for script in scripts(name):
        # On Forgejo plain git fetches what an action fetches on GitHub.
        prepares = re.fullmatch(r"\.ci/prepare( [a-z]+=[a-z-]+)*", script)
        assert script in targets or prepares or FETCH.match(script), script


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_permitted_but_what_a_job_says(name: str) -> None:
    workflow = read(name)
    assert workflow["permissions"] == {}
    for title, job in workflow["jobs"].items():
        more = {
            "pages": {"pages": "write", "id-token": "write"},
            "wordpress": {"contents": "write"},
        }
        assert job["permissions"] == more.get(title, {"contents": "read"})


@pytest.mark.parametrize("name", NAMES)
def test_actions_are_those_that_were_looked_up(name: str) -> None:
    table = (ROOT / "docs/developers/gate.md").read_text(encoding="utf-8")
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if "uses:" in line:
            used = re.fullmatch(
                r"\s+(?:- )?uses: ([a-z/-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)", line
            )
            assert used, line
            assert f"| `{used[1]}` | {used[3]} | `{used[2]}` |" in table


@pytest.mark.parametrize("name", NAMES)
def test_no_token_stays_in_a_checkout(name: str) -> None:
    fetched = [step["with"] for step in steps(name) if "checkout@" in step.get("uses", "")]
    assert {given["persist-credentials"] for given in fetched} <= {"false"}
    # git keeps nothing of its environment.
    assert not [script for script in scripts(name) if "git config" in script]


@pytest.mark.parametrize("name", BEFORE_MERGE)
def test_row_48_before_a_merge_there_is_no_secret(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert set(read(name)["on"]) <= {"pull_request", "merge_group"}
    assert not re.search(r"secrets\s*[.\[:]|environment:|toJSON", text)
    # What is kept of the run: the public site, and what the change does.
    kept = [step["with"]["path"].split() for step in steps(name) if "path" in step.get("with", {})]
    assert kept in ([], [["site"]], [["build/gate/summary.md", "site"]])


SECRETS: Final = {
    secret
    for file in (*FILES, ROOT / ".gitlab-ci.yml", *(ROOT / ".ci").iterdir())
    for secret in re.findall(
        r"\bCONGTAC_\w*(?:KEY|PASSPHRASE|PASSWORD|SMTP|TOKEN)\b", file.read_text(encoding="utf-8")
    )
}


def test_row_48_a_change_of_the_program_finds_no_secret_where_it_is_judged(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    # What a job before a merge is given, by whatever step; every value is a member here.
    given = {
        variable: re.sub(r"\$\{\{.*?\}\}", "le-van-ba", value)
        for name in BEFORE_MERGE
        for step in steps(name)
        for variable, value in step.get("env", {}).items()
    }
    curious = "check:\n\t@env | sort >>seen.txt\nsite:\n\t@env | sort >>seen.txt\n"
    made = repository(tmp_path, curious)
    made.branch("tu-ben-ngoai")
    made.commit("Tò mò", Makefile=f"# Lấy hết.\n{curious}")
    told = {"BASE": "origin/main", "CONGTAC": CONGTAC, "MAKE": "make", "RECORDS": "records"}
    ended = ran(ROOT / ".ci/judge", cwd=made.folder, **told, **given)
    assert ended.code == 0, ended.out
    seen = (made.folder / "seen.txt").read_text(encoding="utf-8")
    names = set(re.findall(r"^(\w+)=", seen, re.MULTILINE))
    assert "CONGTAC_REVIEWERS" in names
    assert {"CONGTAC_WORDPRESS_PASSWORD", "CONGTAC_SMTP_PASSWORD", "CONGTAC_DEPLOY_KEY"} <= SECRETS
    assert names & SECRETS == set()
    record_property(
        "figure", f"{len(SECRETS)} secrets looked for in {len(names)} variables, 0 found"
    )


@pytest.mark.parametrize("name", [name for name in NAMES if name not in BEFORE_MERGE])
def test_a_secret_is_held_by_a_job_of_an_environment_alone(name: str) -> None:
    for title, job in read(name)["jobs"].items():
        if "secrets." in str(job):
            assert job["environment"] in ENVIRONMENTS, title


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith("/main.yml")])
def test_nothing_is_published_before_main_is_built(name: str) -> None:
    workflow = read(name)
    assert set(workflow["on"]) == {"push", "workflow_dispatch"}
    assert workflow["on"]["push"] == {"branches": ["main"]}
    assert workflow["concurrency"] == {"group": "main", "cancel-in-progress": "false"}
    for title, job in workflow["jobs"].items():
        if title != "build":
            assert job["needs"] == "build"
            assert re.fullmatch(r"\$\{\{ vars\.[A-Z_]+ == 'true' \}\}", job["if"])
    kept = [step["with"]["path"] for step in steps(name) if "path" in step.get("with", {})]
    assert set(kept) <= {"site", "build/site-internal.tar.gz.gpg"}


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith("/news.yml")])
def test_articles_go_out_after_a_merge_in_an_environment_of_their_own(name: str) -> None:
    workflow = read(name)
    assert workflow["on"] == {"push": {"branches": ["main"]}, "workflow_dispatch": ""}
    # Apart from the sites: whoever must approve the news holds up nothing else.
    assert workflow["concurrency"] == {"group": "news", "cancel-in-progress": "false"}
    ((title, job),) = workflow["jobs"].items()
    assert title == job["environment"] == "wordpress"
    assert job["if"] == "${{ vars.CONGTAC_NEWS == 'true' }}"
    secret = [step for step in job["steps"] if "secrets." in str(step)]
    assert [step["run"] for step in secret] == ["make publish-news"]
    assert re.findall(r"secrets\.(\w+)", str(secret)) == ["CONGTAC_WORDPRESS_PASSWORD"]
    assert "upload" not in str(job["steps"])


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith("/news.yml")])
def test_the_ledger_is_saved_though_the_run_was_killed(name: str) -> None:
    (job,) = read(name)["jobs"].values()
    *_, publishing, last = job["steps"]
    assert last["if"] == "${{ always() }}"
    assert last["run"] == ".ci/news save"
    token = {"CONGTAC_FORGE_TOKEN": "${{ github.token }}"}
    assert last["env"] == token
    assert token.items() <= publishing["env"].items()
    assert int(publishing["timeout-minutes"]) < int(job["timeout-minutes"])


@pytest.mark.parametrize("name", NAMES)
def test_the_ledger_s_branch_starts_nothing(name: str) -> None:
    pushed = read(name)["on"].get("push", {"branches": []})
    assert pushed["branches"] in ([], ["main"])
    assert set(pushed) == {"branches"}


def gitlab() -> dict[str, Any]:
    return dict(yaml.load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"), yaml.BaseLoader))


SCHEDULED: Final = {"if": '$CI_PIPELINE_SOURCE == "schedule"', "when": "never"}
MAIN: Final = "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"
MERGE_REQUEST: Final = '$CI_PIPELINE_SOURCE == "merge_request_event"'


def test_gitlab_judges_merge_requests_and_builds_main() -> None:
    ci = gitlab()
    assert ci["workflow"]["rules"] == [{"if": MERGE_REQUEST}, {"if": MAIN}]
    assert ci["stages"] == ["judge", "build", "publish"]
    assert ci["judge"]["rules"] == [{"if": MERGE_REQUEST}]
    assert ci["judge"]["script"][-1] == 'make judge BASE="$CI_MERGE_REQUEST_DIFF_BASE_SHA"'
    assert ci["judge"]["artifacts"]["paths"] == ["build/gate/summary.md", "site/"]
    # As GitLab's own EXPOSE_AS_REGEX has it; no schema of it tells.
    assert re.fullmatch(r"\w[-\w ]*", ci["judge"]["artifacts"]["expose_as"], re.ASCII)
    assert ci["judge"]["artifacts"]["reports"] == {"codequality": "build/gate/code-quality.json"}
    assert ci["build"]["rules"] == [SCHEDULED, {"if": MAIN}]


@pytest.mark.parametrize(
    ("job", "variable", "target"),
    [
        ("pages", "CONGTAC_PAGES", "CONGTAC_DEPLOY_TO= make publish-site"),
        ("host", "CONGTAC_HOST", "make publish-site"),
        ("internal", "CONGTAC_INTERNAL", "make publish-internal"),
        ("news", "CONGTAC_NEWS", "make publish-news"),
    ],
)
def test_gitlab_publishes_what_is_turned_on_after_the_build(
    job: str, variable: str, target: str
) -> None:
    publishing = gitlab()[job]
    assert publishing["needs"] == ["build"]
    assert publishing["rules"] == [SCHEDULED, {"if": f'{MAIN} && ${variable} == "true"'}]
    assert publishing["resource_group"]
    assert target in publishing["script"]


def test_gitlab_keeps_no_internal_site_open() -> None:
    ci = gitlab()
    assert ci["pages"]["artifacts"] == {"paths": ["public"]}
    assert ci["internal"]["artifacts"]["paths"] == ["build/site-internal.tar.gz.gpg"]
    assert "artifacts" not in ci["host"]


def test_gitlab_saves_the_ledger_though_the_run_was_killed() -> None:
    news = gitlab()["news"]
    assert news["environment"] == news["resource_group"] == "wordpress"
    # What the job installed may be gone by then.
    assert news["after_script"] == [".ci/prepare", ".ci/news save"]
    assert news["variables"] == {"RUNNER_SCRIPT_TIMEOUT": "20m"}
    assert "interruptible" not in news
    assert "artifacts" not in news


def test_gitlab_sends_notes_by_schedule_alone() -> None:
    notes = gitlab()["notes"]
    assert notes["rules"] == [
        {"if": '$CI_PIPELINE_SOURCE == "schedule" && $CONGTAC_DIGEST == "true"'}
    ]
    assert notes["script"][-1] == "make send-notes"


def test_gitlab_asks_for_weaknesses_by_schedule_alone() -> None:
    asking = gitlab()["advisories"]
    assert asking["rules"] == [
        {"if": '$CI_PIPELINE_SOURCE == "schedule" && $CONGTAC_ADVISORIES == "true"'}
    ]
    assert asking["script"][-1] == "make ask-advisories"
    assert "environment" not in asking


def test_no_job_of_gitlab_hands_text_of_a_change_to_a_shell() -> None:
    told = {"CI_COMMIT_MESSAGE", "CI_COMMIT_TITLE", "CI_MERGE_REQUEST_TITLE", "CI_COMMIT_REF_NAME"}
    text = (ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8")
    assert not told & set(re.findall(r"CI_[A-Z_]+", text))
    assert not re.search(r"\beval\b|sh -c", text)
