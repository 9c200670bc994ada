"""Random faults and kills in runs of several articles; `CONGTAC_SOAK_TRIALS` says how many, else 200.

A trial is up to three runs in each of which something goes wrong, some with a lost ledger between
them, and then one without faults: that must end with one post an article and one of each photo.
"""

import os
import random
import subprocess
import time
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from tests.soak.figures import tell
from tests.wordpress.behind import Site
from tests.wordpress.installation import KINDS, running
from tests.wordpress.judging import no_secret, nothing_half_done_is_live, whole
from tests.wordpress.newsroom import Newsroom, newsroom
from tests.wordpress.proxy import FAULTS, Proxy, Request

TRIALS = int(os.environ.get("CONGTAC_SOAK_TRIALS", "200"))
LONGEST_RUN = 30
"""About how many requests a run of three articles sends."""


def killed(started: list[subprocess.Popen[str]], _: Request) -> None:
    started[0].kill()


def broken_run(room: Newsroom, proxy: Proxy, chance: random.Random) -> str:
    """Run once with something going wrong at some request; return what it was."""
    proxy.forget()
    at = chance.randint(1, LONGEST_RUN)
    what = chance.choice((*FAULTS, "kill before", "kill after"))
    if not what.startswith("kill"):
        proxy.fail(what, at=at)
        ended = room.publish(
            "--publish", *(("--timeout", "0.4") if what in ("slow", "late") else ())
        )
        assert "Traceback" not in ended.out + ended.err
        no_secret(room, ended.out + ended.err)
        return what
    started: list[subprocess.Popen[str]] = []
    hook = proxy.before if what == "kill before" else proxy.after
    hook(partial(killed, started), at=at)
    started.append(room.begin("--publish"))
    out, _ = started[0].communicate()
    assert "Traceback" not in out
    no_secret(room, out)
    return what


def trial(room: Newsroom, site: Site, proxy: Proxy, chance: random.Random) -> list[str]:
    """Break some runs, then let one end; return what went wrong."""
    site.reset()
    room.ledger.unlink(missing_ok=True)
    articles = chance.randint(1, 3)
    for number in range(3):
        file = room.article(f"2019-06-0{number + 1}-bai-{'abc'[number]}")
        if number >= articles:
            file.unlink()
    happened = []
    for _ in range(chance.randint(1, 3)):
        happened.append(broken_run(room, proxy, chance))
        nothing_half_done_is_live(site)
        if chance.random() < 0.1:
            room.ledger.unlink(missing_ok=True)
    proxy.forget()
    ended = room.publish("--publish")
    assert (ended.code, ended.err) == (0, ""), (happened, ended)
    whole(site, articles)
    return happened


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_random_faults_and_kills_leave_one_of_each(kind: str, tmp_path: Path) -> None:
    chance = random.Random(2019)  # noqa: S311  (chosen, not secret)
    counted: Counter[str] = Counter()
    began = time.monotonic()
    (tmp_path / "site").mkdir()
    (tmp_path / "room").mkdir()
    with running(KINDS[kind], tmp_path / "site") as site, Proxy(site.url) as proxy:
        editor = site.accounts["editor"]
        room = newsroom(tmp_path / "room", proxy.url, editor.user, editor.password)
        for number in range(TRIALS):
            if number % 20 == 0:
                print(f"\n{kind}: trial {number} of {TRIALS}", end="", flush=True)
            counted.update(trial(room, site, proxy, chance))
        version = site.version
    took = time.monotonic() - began
    assert counted.total() >= TRIALS
    told = ", ".join(f"{what} {count}" for what, count in sorted(counted.items()))
    runs = f"{TRIALS} trials in {took:.0f} s; runs that went wrong: {told}"
    tell(f"publish to {kind}", f"WordPress {version}: {runs}")
