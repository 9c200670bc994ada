"""A repository with an origin, Decap's server before it, and the editor that is open on it."""

import contextlib
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from generator.build.figures import view_of
from generator.domain.activity import Activities
from generator.domain.organisation import Repository
from generator.submit.editor.forge import SignIn
from generator.submit.editor.page import editor_files
from tests.builders import item, member, organisation, plan, policy, records, unit, visit, write
from tests.commands import congtac
from tests.web import harness

TODAY: Final = "2020-03-15"
MAIN: Final = "main"
UNITS: Final = (
    unit("tinh", level="province", name="Tỉnh Trà Vinh"),
    unit("thanh-pho", "tinh", level="district", name="Thành phố Trà Vinh"),
    unit("thi-xa", "tinh", level="district", name="Thị xã Duyên Hải"),
    unit("29236-phuong-1", "thanh-pho", name="Phường 1"),
    unit("29512-phuong-1", "thi-xa", name="Phường 1"),
)
KINDS: Final = [
    {"id": "hop-le", "label": "Dự sinh hoạt chi đoàn", "counts": True, "branch_meeting": True},
    {"id": "khao-sat", "label": "Khảo sát cơ sở", "counts": True, "branch_meeting": False},
]
RAISED: Final = "2020-02-10-phuong-1"
ARTICLE: Final = "articles/2020/2020-02-12-mot-ngay-o-phuong-1.md"
_ARTICLE_TEXT: Final = """---
title: Một ngày ở Phường 1
date: 2020-02-12
lead: Chi đoàn khóm họp lệ.
author: Lê Văn Ba
category: Tin cơ sở
status: draft
---

Ngày {{ visit(2020-02-10-phuong-1).date }}, chi đoàn họp.

Hết.
"""
# Decap's server commits; the forge's part, to have the branches, is played by a hook.
_HOOK: Final = """#!/bin/sh
branch=$(git symbolic-ref --short HEAD)
test "$branch" = main || git push --quiet --force origin "$branch"
"""


@dataclass(frozen=True)
class Desk:
    """The address of the open editor, and the repositories behind it."""

    address: str
    origin: Path
    server: str

    def branches(self) -> tuple[str, ...]:
        """The branches of the origin."""
        return tuple(_git(self.origin, "branch", "--format=%(refname:short)").split())

    def changed(self, branch: str) -> dict[str, str]:
        """What a branch of the origin changes: a letter by path."""
        told = _git(self.origin, "diff", "--name-status", "--no-renames", f"{MAIN}...{branch}")
        return {path: letter for letter, path in map(str.split, told.splitlines())}

    def read(self, branch: str, path: str) -> bytes:
        """A file on a branch of the origin."""
        command = ["git", "-C", str(self.origin), "show", f"{branch}:{path}"]
        return subprocess.run(command, capture_output=True, check=True).stdout

    def main(self) -> str:
        """The commit that main of the origin stands at."""
        return _git(self.origin, "rev-parse", MAIN).strip()

    def judged(self, branch: str, folder: Path, *paths: str) -> None:
        """Check out a branch of the origin: it is canonical, and each path passes the check."""
        shutil.rmtree(folder, ignore_errors=True)
        _git(self.origin, "worktree", "prune")
        _git(self.origin, "worktree", "add", "--quiet", "--detach", str(folder), branch)
        held = ("--records", folder / "records")
        formatted = congtac("fmt", "--check", *held)
        assert formatted.code == 0, formatted.out
        checked = congtac("check", *held, *(folder / path for path in paths))
        assert (checked.code, checked.err) == (0, ""), checked.out


@contextlib.contextmanager
def desk(folder: Path, web: Path) -> Iterator[Desk]:
    """Open the editor on a small organisation's records below `folder`; `web` is what was built."""
    origin, work = folder / "origin.git", folder / "work"
    _write_records(work / "records", None)
    _publish(work, origin)
    with _decap_server(work) as server:
        site = folder / "site"
        _write_files(site, work / "records", web, SignIn(local=server))
        with harness.serve(site) as address:
            yield Desk(f"{address}admin/", origin, server)


def write_site(site: Path, web: Path, repository: Repository | None, sign_in: SignIn) -> None:
    """Write the editor's part of the site of the same organisation, kept at a forge or nowhere."""
    root = site.with_name("records")
    _write_records(root, repository)
    _write_files(site, root, web, sign_in)


def _write_records(root: Path, repository: Repository | None) -> None:
    raised = visit(
        "2020-02-10",
        "phuong-1",
        unit="29236-phuong-1",
        kind="hop-le",
        members=("le-van-ba",),
        recorded_on="2020-02-10",
        issues=[
            {"id": "kn-1", "text": "Nhà văn hóa dột.", "status": "open"},
            {"id": "kn-2", "text": "Thiếu loa.", "status": "referred", "referred_to": "Thành đoàn"},
        ],
    )
    settled = visit(
        "2020-02-11",
        "phuong-1",
        unit="29512-phuong-1",
        kind="khao-sat",
        members=("tran-thi-hai",),
        recorded_on="2020-02-11",
    )
    planned = plan(2020, "le-van-ba", item("t03-1", 3, unit="29236-phuong-1", kind="khao-sat"))
    parts = records(
        organisation(as_of=TODAY, repository=repository),
        policy(),
        *UNITS,
        member("le-van-ba", name="Lê Văn Ba"),
        member("tran-thi-hai", name="Trần Thị Hai"),
        raised,
        settled,
        planned,
    )
    kinds = {"id": "activities", "path": "records/activities.yml", "kinds": KINDS}
    write(replace(parts, activities=Activities.model_validate(kinds)), root)
    article = root / ARTICLE
    article.parent.mkdir(parents=True)
    article.write_text(_ARTICLE_TEXT, encoding="utf-8")
    formatted = congtac("fmt", "--records", root)
    assert formatted.code == 0, formatted.out


def _publish(work: Path, origin: Path) -> None:
    """Make the folder a repository with an origin that has its main branch."""
    subprocess.run(["git", "init", "--quiet", "--bare", "-b", MAIN, str(origin)], check=True)
    _git(work, "init", "--quiet", "-b", MAIN)
    _git(work, "config", "user.name", "An")
    _git(work, "config", "user.email", "an@example.org")
    _git(work, "remote", "add", "origin", str(origin))
    _git(work, "add", "records")
    _git(work, "commit", "--quiet", "--message", "Bản ghi")
    _git(work, "push", "--quiet", "origin", MAIN)
    hook = work / ".git" / "hooks" / "post-commit"
    hook.write_text(_HOOK, encoding="utf-8")
    hook.chmod(0o755)


@contextlib.contextmanager
def _decap_server(work: Path) -> Iterator[str]:
    """Run Decap's server on the loopback; yield its address."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    program = harness.WEB / "node_modules" / "decap-server" / "dist" / "index.js"
    settings = {
        "MODE": "git",
        "BIND_HOST": "127.0.0.1",
        "PORT": str(port),
        "GIT_REPO_DIRECTORY": str(work),
    }
    command = [harness.find_node(), str(program)]
    log = work.parent / "decap-server.log"
    with (
        log.open("wb") as errors,
        subprocess.Popen(
            command, cwd=work, env={**os.environ, **settings}, stdout=subprocess.PIPE, stderr=errors
        ) as server,
    ):
        try:
            assert server.stdout is not None
            for line in server.stdout:
                if b"listening" in line:
                    break
            yield f"http://127.0.0.1:{port}/api/v1"
        finally:
            server.terminate()


def _write_files(site: Path, root: Path, web: Path, sign_in: SignIn) -> None:
    """Write what the editor needs of a site, by the function that the build calls."""
    view = view_of(root, "internal", None, date.fromisoformat(TODAY))
    for file in editor_files(view, sign_in):
        target = site / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
    shutil.copytree(web / "assets", site / "assets")
    shutil.copytree(harness.THEME / "assets" / "images", site / "assets" / "images")


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
