"""Articles go out with a ledger that outlives the machine: fetched before, saved however it ends."""

import os
import re
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
import yaml

from tests.commands import Ended
from tests.gate.linters import ROOT
from tests.gate.repository import Repository, environment, ran
from tests.gate.served import basic, serving

NEWS: Final = ROOT / ".ci/news"
BRANCH: Final = "congtac-ledger"
FILE: Final = "news-ledger.json"
LEFT: Final = "build/news"
CALL: Final = f"publish --records records --ledger {LEFT}/{FILE}"
SAVED: Final = f"Đã lưu sổ đăng tin vào nhánh {BRANCH}.\n"
OVERTAKEN: Final = (
    "Một lượt khác đã lưu sổ đăng tin trước lượt này, nên dùng sổ của lượt ấy.\n"
    "Bài mà lượt này đã đăng được nhận lại theo dấu trong bài.\n"
)
# Seconds after which a run that should have ended is taken to hang.
LONG: Final = 60
FOR_ORIGIN: Final = "chi-de-ghi-vao-kho"
FOR_WEBSITE: Final = "abcd efgh ijkl mnop"
# Notes how it is called, then does what the case wants with "$ledger".
STAND_IN: Final = """\
#!/bin/sh
printf '%s\\n' "$*" >>'{noted}/calls'
tr '\\0' '\\n' </proc/$$/environ >'{noted}/environment'
echo $$ >'{noted}/pid'
for each in "$@"; do [ "$before" = --ledger ] && ledger=$each; before=$each; done
if [ -e "$ledger" ]; then cat "$ledger" >>'{noted}/fetched'; fi
{does}
"""


@dataclass(frozen=True)
class Desk:
    """A clone in which articles are published, by a command of the test's own."""

    made: Repository
    noted: Path

    def given(self, does: str, **more: str) -> dict[str, str]:
        """Return the environment in which the command does this."""
        script = self.noted / "congtac"
        script.write_text(STAND_IN.format(noted=self.noted, does=does), encoding="utf-8")
        script.chmod(0o755)
        given = {
            "CONGTAC": str(script),
            "RECORDS": "records",
            "CONGTAC_WORDPRESS_URL": "https://tin.example.org",
            "CONGTAC_WORDPRESS_PASSWORD": FOR_WEBSITE,
        }
        return {**given, **more}

    def published(self, does: str, *arguments: str, **more: str) -> Ended:
        return ran(NEWS, *arguments, cwd=self.made.folder, **self.given(does, **more))

    def saved(self) -> Ended:
        return ran(NEWS, "save", cwd=self.made.folder)

    @contextmanager
    def begun(self, does: str) -> Iterator["subprocess.Popen[str]"]:
        """Start a run and wait until the command has begun; nothing of it outlives the block."""
        hold = self.noted / "hold"
        os.mkfifo(hold)
        with subprocess.Popen(
            [NEWS],
            cwd=self.made.folder,
            env=environment(**self.given(f"{does}\necho begun\ncat <'{hold}'")),
            stdout=subprocess.PIPE,
            encoding="utf-8",
        ) as run:
            assert run.stdout
            assert run.stdout.readline() == "begun\n"
            try:
                yield run
            finally:
                run.kill()
                self.kill()

    def runs(self) -> bool:
        """Whether the command still runs."""
        line = Path("/proc", self.read("pid").strip(), "cmdline")
        return line.exists() and str(self.noted).encode() in line.read_bytes()

    def kill(self) -> None:
        if self.runs():
            os.kill(int(self.read("pid")), signal.SIGKILL)

    def read(self, name: str) -> str:
        file = self.noted / name
        return file.read_text(encoding="utf-8") if file.exists() else ""

    @property
    def calls(self) -> list[str]:
        return self.read("calls").splitlines()

    def ledgers(self) -> list[str]:
        """Return the ledgers that the branch had in origin, the newest first."""
        listed = ran("git", "branch", "--list", BRANCH, cwd=self.origin)
        if not listed.out:
            return []
        commits = ran("git", "rev-list", "--first-parent", BRANCH, cwd=self.origin).out.split()
        return [ran("git", "show", f"{each}:{FILE}", cwd=self.origin).out for each in commits]

    @property
    def origin(self) -> Path:
        return self.made.folder.with_name("origin.git")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Repository(tmp_path / "clone")
    noted = tmp_path / "noted"
    made.folder.mkdir()
    noted.mkdir()
    bare = ("git", "init", "--quiet", "--bare", "--initial-branch=main", "origin.git")
    assert ran(*bare, cwd=tmp_path).code == 0
    made.git("init", "--quiet", "--initial-branch=main", ".")
    made.git("remote", "add", "origin", str(tmp_path / "origin.git"))
    made.commit("Sổ mới", **{".gitignore": "/build/\n", "bai.md": "bài\n"})
    made.git("push", "--quiet", "--set-upstream", "origin", "main")
    return Desk(made, noted)


def writes(text: str, code: int = 0) -> str:
    return f"echo '{text}' >\"$ledger\"\nexit {code}"


def overtakes(desk: Desk, text: str) -> str:
    """Return what another run does meanwhile: its ledger is saved first."""
    other = desk.noted / "other"
    return (
        f"[ -e '{other}' ] || git init --quiet '{other}'\n"
        f"(cd '{other}' && git fetch --quiet '{desk.origin}' '+refs/heads/*:refs/heads/*' && "
        f"tree=$(printf '100644 blob %s\\t{FILE}\\n' "
        f"\"$(echo '{text}' | git hash-object -w --stdin)\" | git mktree) && "
        f"git push --quiet '{desk.origin}' \"$(git commit-tree "
        f'$(git rev-parse --verify --quiet {BRANCH} | sed "s/^/-p /") -m "Lượt khác" $tree)'
        f':refs/heads/{BRANCH}")\n'
    )


def test_nothing_goes_out_until_it_is_said_where_to(desk: Desk) -> None:
    ended = desk.published(writes("một"), CONGTAC_WORDPRESS_URL="")
    message = "Chưa đặt CONGTAC_WORDPRESS_URL: không đăng tin lên đâu.\n"
    assert ended == Ended(0, message, "")
    assert desk.calls == []
    assert desk.ledgers() == []


def test_drafts_go_out_and_the_ledger_is_saved(desk: Desk) -> None:
    assert desk.published(writes("một")) == Ended(0, SAVED, "")
    assert desk.calls == [CALL]
    assert desk.ledgers() == ["một\n"]
    assert desk.published(writes("hai")) == Ended(0, SAVED, "")
    assert desk.read("fetched") == "một\n"
    assert desk.ledgers() == ["hai\n", "một\n"]
    shown = ran("git", "log", "-1", "--format=%an <%ae>%n%s", "--raw", BRANCH, cwd=desk.origin)
    head = desk.made.git("rev-parse", "--short", "HEAD")
    who, subject, *changed = shown.out.splitlines()
    assert who == "congtac <congtac@localhost>"
    assert subject == f"Sổ đăng tin khi bản ghi ở {head}"
    assert [line.split("\t")[1] for line in changed if line] == [FILE]
    assert not (desk.made.folder / LEFT).exists()


def test_whoever_runs_it_finds_the_desk_as_it_was(desk: Desk) -> None:
    desk.published(writes("một"))
    (desk.made.folder / "bai.md").write_text("đang sửa\n", encoding="utf-8")
    (desk.made.folder / "them.md").write_text("thêm\n", encoding="utf-8")
    desk.made.git("add", "them.md")
    kept = ("HEAD", "index", "config", "FETCH_HEAD")
    folder = desk.made.folder / ".git"

    def state() -> list[object]:
        files = [(folder / name).read_bytes() for name in kept if (folder / name).exists()]
        return [*files, desk.made.git("status", "--short"), desk.made.git("branch", "--list")]

    before = state()
    assert desk.published(writes("hai")).code == 0
    assert desk.ledgers() == ["hai\n", "một\n"]
    assert state() == before


@pytest.mark.parametrize("code", [0, 1, 2, 137])
def test_the_ledger_is_saved_however_publishing_ends(code: int, desk: Desk) -> None:
    ended = desk.published(f"echo 'Bài này cần người xem.'\n{writes('một', code)}")
    assert ended == Ended(code, f"Bài này cần người xem.\n{SAVED}", "")
    assert desk.ledgers() == ["một\n"]


@pytest.mark.parametrize("code", [0, 1, 2])
def test_nothing_is_saved_if_nothing_changed(code: int, desk: Desk) -> None:
    assert desk.published(f"exit {code}") == Ended(code, "", "")
    assert desk.ledgers() == []
    desk.published(writes("một"))
    assert desk.published(f"exit {code}") == Ended(code, "", "")
    assert desk.published(writes("một", code)) == Ended(code, "", "")
    assert desk.ledgers() == ["một\n"]


def test_articles_go_live_only_if_it_is_said(desk: Desk) -> None:
    desk.published("", CONGTAC_NEWS_LIVE="false")
    desk.published("", CONGTAC_NEWS_LIVE="true")
    desk.published("", "--dry-run")
    desk.published("", "--force", "2019-12-31-bai", "2019-12-31-bai", CONGTAC_NEWS_LIVE="true")
    assert desk.calls == [
        CALL,
        f"{CALL} --publish",
        f"{CALL} --dry-run",
        f"{CALL} --publish --force 2019-12-31-bai 2019-12-31-bai",
    ]


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_run_that_is_stopped_midway_saves_what_it_has_done(
    sent: signal.Signals, desk: Desk
) -> None:
    desk.published(writes("một"))
    with desk.begun("echo 'dở dang' >\"$ledger\"") as run:
        run.send_signal(sent)
        assert run.wait(LONG) == 128 + sent
        assert not desk.runs()
        assert run.stdout
        assert run.stdout.read() == f"Bị ngắt giữa chừng; lưu lại những gì đã làm.\n{SAVED}"
    assert desk.ledgers() == ["dở dang\n", "một\n"]


def killed(desk: Desk) -> None:
    """Kill a run, and the command with it, after the first line of the ledger."""
    with desk.begun("echo 'dở dang' >\"$ledger\"") as run:
        run.kill()
        desk.kill()


def test_what_a_killed_run_left_is_saved_afterwards(desk: Desk) -> None:
    desk.published(writes("một"))
    killed(desk)
    assert desk.ledgers() == ["một\n"]
    assert desk.saved() == Ended(0, SAVED, "")
    assert desk.ledgers() == ["dở dang\n", "một\n"]
    assert desk.saved() == Ended(0, "Không có sổ đăng tin nào chờ lưu.\n", "")


def test_what_a_killed_run_left_is_saved_by_the_next(desk: Desk) -> None:
    killed(desk)
    told = "Lượt trước bị ngắt trước khi lưu sổ đăng tin; lưu phần còn lại.\n"
    assert desk.published(writes("xong")) == Ended(0, f"{told}{SAVED}{SAVED}", "")
    assert desk.read("fetched") == "dở dang\n"
    assert desk.ledgers() == ["xong\n", "dở dang\n"]


def test_what_a_killed_run_left_takes_no_one_s_place(desk: Desk) -> None:
    killed(desk)
    ended = ran("sh", "-c", overtakes(desk, "của lượt khác"), cwd=desk.noted)
    assert ended.code == 0, ended.err
    assert desk.saved() == Ended(1, OVERTAKEN, "")
    assert desk.ledgers() == ["của lượt khác\n"]


def test_what_arrived_before_the_run_was_killed_is_not_taken_for_another_s(desk: Desk) -> None:
    killed(desk)
    ended = ran("sh", "-c", overtakes(desk, "dở dang"), cwd=desk.noted)
    assert ended.code == 0, ended.err
    assert desk.saved() == Ended(0, SAVED, "")
    assert desk.ledgers() == ["dở dang\n"]


@pytest.mark.parametrize("before", [[], ["một\n"]])
def test_a_run_that_is_overtaken_goes_on_from_the_other_s_ledger(
    before: list[str], desk: Desk
) -> None:
    for each in before:
        desk.published(writes(each.strip()))
    first = f"{overtakes(desk, 'của lượt khác')}echo 'của lượt này' >\"$ledger\"\n"
    again = writes("của cả hai", 1)
    does = f'if grep -qs khác "$ledger"; then\n{again}\nfi\n{first}'
    assert desk.published(does) == Ended(1, f"{OVERTAKEN}{SAVED}", "")
    assert desk.ledgers() == ["của cả hai\n", "của lượt khác\n", *before]


def test_a_run_that_is_always_overtaken_gives_up(desk: Desk) -> None:
    does = f"{overtakes(desk, 'khác $(wc -l <calls)')}{writes('này')}"
    ended = desk.published(does)
    message = "Cả 3 lần đều có lượt khác lưu trước. Chờ lượt ấy xong rồi chạy lại.\n"
    assert ended == Ended(2, OVERTAKEN * 3 + message, "")
    assert desk.calls == [CALL] * 3
    assert "này\n" not in desk.ledgers()


def test_without_the_ledger_nothing_goes_out(desk: Desk) -> None:
    desk.made.git("push", "--quiet", "origin", f"main:refs/heads/{BRANCH}")
    message = f"Nhánh {BRANCH} không có tệp {FILE}, nên chưa đăng gì.\n"
    assert desk.published(writes("một")) == Ended(2, message, "")
    desk.origin.rename(desk.origin.with_name("away"))
    ended = desk.published(writes("một"))
    assert ended.code == 2
    assert ended.out.startswith(f"Không hỏi được kho gốc về nhánh {BRANCH}. git: ")
    assert desk.calls == []


def test_a_ledger_that_origin_does_not_take_is_kept(desk: Desk) -> None:
    hook = desk.origin / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    ended = desk.published(writes("một"))
    assert ended.code == 2
    assert ended.out.startswith(
        f"Chưa lưu được sổ đăng tin vào nhánh {BRANCH}; sổ còn ở {LEFT}/{FILE}. git: "
    )
    hook.unlink()
    assert desk.saved() == Ended(0, SAVED, "")
    assert desk.ledgers() == ["một\n"]


def test_a_runner_obeys_nothing_that_is_printed(desk: Desk) -> None:
    order = "::add-mask::một bài"
    ended = desk.published(f"echo '{order}'\n{writes('một')}", GITHUB_ACTIONS="true")
    fences = re.fullmatch(
        rf"::stop-commands::([0-9a-f]{{32}})\n{order}\n::([0-9a-f]{{32}})::\n{SAVED}", ended.out
    )
    assert fences
    assert fences[1] == fences[2]
    again = desk.published("", GITHUB_ACTIONS="true")
    assert fences[1] not in again.out


def noting_git(desk: Desk) -> dict[str, str]:
    """Return an environment in which git notes what it, and what it starts, is called with."""
    return {
        "GIT_TRACE2_EVENT": str(desk.noted / "git"),
        "GIT_TRACE2_ENV_VARS": "CONGTAC_WORDPRESS_PASSWORD,CONGTAC_FORGE_TOKEN",
    }


def shown_anywhere(desk: Desk, ended: Ended) -> set[str]:
    """Return which of the secrets stand where they should not."""
    secrets = {FOR_ORIGIN, basic(FOR_ORIGIN).split()[1], FOR_WEBSITE}
    places = [ended.out, ended.err, desk.read("git")]
    files = [path for path in desk.made.folder.rglob("*") if path.is_file()]
    texts = [*places, *(path.read_bytes().decode(errors="replace") for path in files)]
    return {secret for secret in secrets for text in texts if secret in text}


@pytest.mark.parametrize("user", ["", "gitlab-ci-token:da-het-han@"])
def test_the_token_goes_to_origin_and_nowhere_else(user: str, desk: Desk) -> None:
    ran("git", "config", "http.receivepack", "true", cwd=desk.origin)
    with serving(desk.origin.parent, FOR_ORIGIN) as served:
        address = served.address.replace("://", f"://{user}")
        desk.made.git("remote", "set-url", "origin", f"{address}/origin.git")
        given = {"CONGTAC_FORGE_TOKEN": FOR_ORIGIN, **noting_git(desk)}
        first = desk.published(writes("một"), **given)
        second = desk.published(writes("hai"), **given)
    assert (first, second) == (Ended(0, SAVED, ""), Ended(0, SAVED, ""))
    assert desk.read("fetched") == "một\n"
    assert desk.ledgers() == ["hai\n", "một\n"]
    assert set(served.shown) == {basic(FOR_ORIGIN)}
    # What git started was seen, and neither there nor anywhere else is a secret.
    assert "remote-http" in desk.read("git")
    assert shown_anywhere(desk, second) == set()
    environ = desk.read("environment")
    assert f"CONGTAC_WORDPRESS_PASSWORD={FOR_WEBSITE}\n" in environ
    assert FOR_ORIGIN not in environ
    assert basic(FOR_ORIGIN) not in environ


def test_a_token_that_may_not_write_publishes_nothing(desk: Desk) -> None:
    ran("git", "config", "http.receivepack", "false", cwd=desk.origin)
    with serving(desk.origin.parent, FOR_ORIGIN) as served:
        desk.made.git("remote", "set-url", "origin", f"{served.address}/origin.git")
        ended = desk.published(writes("một"), CONGTAC_FORGE_TOKEN=FOR_ORIGIN, **noting_git(desk))
    assert ended.code == 2
    assert ended.out.startswith(
        "Không ghi được vào kho gốc để lưu sổ đăng tin, nên chưa đăng gì. git: fatal: "
    )
    assert "403" in ended.out
    assert desk.calls == []
    assert shown_anywhere(desk, ended) == set()


def test_a_token_that_is_not_let_in_is_not_told(desk: Desk) -> None:
    with serving(desk.origin.parent, "mã khác") as served:
        address = served.address.replace("://", "://ba:da-het-han@")
        desk.made.git("remote", "set-url", "origin", f"{address}/origin.git")
        ended = desk.published(writes("một"), CONGTAC_FORGE_TOKEN=FOR_ORIGIN, **noting_git(desk))
    assert ended.code == 2
    assert ended.out.startswith(f"Không hỏi được kho gốc về nhánh {BRANCH}. git: ")
    assert "da-het-han" not in ended.out
    assert desk.calls == []
    assert shown_anywhere(desk, ended) == set()


def test_the_token_does_not_follow_origin_elsewhere(desk: Desk) -> None:
    with (
        serving(desk.origin.parent, FOR_ORIGIN) as elsewhere,
        serving(desk.origin.parent, FOR_ORIGIN, moved_to=elsewhere.address) as served,
    ):
        desk.made.git("remote", "set-url", "origin", f"{served.address}/origin.git")
        ended = desk.published(writes("một"), CONGTAC_FORGE_TOKEN=FOR_ORIGIN)
    assert ended.code == 2
    assert served.shown == [basic(FOR_ORIGIN)]
    assert elsewhere.asked == []


def test_what_forgejo_fetches_is_enough(desk: Desk) -> None:
    workflow = yaml.safe_load((ROOT / ".forgejo/workflows/news.yml").read_text("utf-8"))
    script = workflow["jobs"]["wordpress"]["steps"][0]["run"]
    desk.made.commit("Thêm", **{"them.md": "thêm\n"})
    desk.made.git("push", "--quiet", "origin", "main")
    runner = Repository(desk.made.folder.with_name("runner"))
    runner.folder.mkdir()
    fetched = ran(
        *("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script),
        cwd=runner.folder,
        TOKEN=FOR_ORIGIN,
        GITHUB_SERVER_URL=f"file://{desk.origin.parent}",
        GITHUB_REPOSITORY=desk.origin.name,
        GITHUB_SHA=desk.made.git("rev-parse", "HEAD"),
    )
    assert fetched.code == 0, fetched.err
    assert runner.git("rev-list", "--count", "HEAD") == "1"
    there = Desk(runner, desk.noted)
    assert there.published(writes("một")) == Ended(0, SAVED, "")
    assert there.published(writes("hai")) == Ended(0, SAVED, "")
    assert desk.ledgers() == ["hai\n", "một\n"]


@pytest.mark.parametrize("missing", ["CONGTAC", "RECORDS"])
def test_it_is_called_by_make_alone(missing: str, desk: Desk) -> None:
    given = {name: value for name, value in desk.given("").items() if name != missing}
    ended = ran(NEWS, cwd=desk.made.folder, **given)
    # Each shell has a code of its own for that.
    assert ended.code != 0
    assert missing in ended.out
    assert desk.calls == []
