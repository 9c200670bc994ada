"""A new organisation has the same gate: its package installs, its workflows are sound, it judges."""

import os
import zipfile
from pathlib import Path
from typing import Final

import pytest
import yaml

from tests.commands import congtac
from tests.gate.linters import ROOT, actionlint, workflows, zizmor
from tests.gate.repository import CONGTAC, Repository, ran

MEMBER: Final = """\
name: Lê Văn Ba
terms:
  - position: Ủy viên
    department: Ban Phong trào
    full_time: true
    from: 2026-01-05
"""


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    """A new organisation, committed and pushed to a bare origin."""
    assert congtac("init", "so", "--name", "Tỉnh đoàn Mẫu", cwd=tmp_path).code == 0
    made = Repository(tmp_path / "so")
    ended = ran("git", "init", "--quiet", "--bare", "--initial-branch=main", "so.git", cwd=tmp_path)
    assert ended.code == 0
    made.git("init", "--quiet", "--initial-branch=main", ".")
    made.git("remote", "add", "origin", str(tmp_path / "so.git"))
    made.commit("Sổ mới")
    made.git("push", "--quiet", "--set-upstream", "origin", "main")
    return made


def make(made: Repository, *arguments: str, **more: str) -> tuple[int, str]:
    """Run make with this checkout in place of the package, as if it were installed already."""
    wheel = "wheels/congtac.whl"
    installed = made.folder / ".venv/installed"
    installed.parent.mkdir(exist_ok=True)
    installed.write_bytes(f"{wheel}\n".encode() + (made.folder / "requirements.txt").read_bytes())
    given = (f"WHEEL={wheel}", f"CONGTAC={CONGTAC}", *arguments)
    ended = ran("make", "--no-print-directory", *given, cwd=made.folder, **more)
    return ended.code, ended.out + ended.err


def test_its_workflows_are_this_project_s_for_one_set_of_records(made: Repository) -> None:
    assert {str(file.relative_to(made.folder)) for file in workflows(made.folder)} == {
        str(file.relative_to(ROOT))
        for file in workflows(ROOT)
        if file.stem not in ("advisories", "program", "provinces")
    }
    assert zizmor(made.folder) == []
    assert actionlint(made.folder) == []
    theirs, ours = (
        yaml.safe_load((root / ".gitlab-ci.yml").read_text(encoding="utf-8"))
        for root in (made.folder, ROOT)
    )
    del ours["advisories"], ours["test"]
    assert theirs == ours


def test_every_target_that_its_workflows_call_is_there(made: Repository) -> None:
    publishing = {"publish-site", "publish-internal", "publish-news", "send-notes"}
    for target in {"check", "site", "judge"} | publishing:
        code, said = make(made, "--dry-run", target)
        assert code == 0, said
    for script in ("prepare", "judge", "deliver", "seal", "news"):
        file = made.folder / ".ci" / script
        assert os.access(file, os.X_OK)
        assert file.read_bytes() == (ROOT / ".ci" / script).read_bytes().replace(
            b"docs/developers/gate.md", b"docs/developers/gate.md of congtac"
        )


def test_its_articles_go_nowhere_until_it_is_said_where_to(made: Repository) -> None:
    as_built = ("--old-file=check", "--old-file=site", "publish-news")
    message = "Chưa đặt CONGTAC_WORDPRESS_URL: không đăng tin lên đâu.\n"
    assert make(made, *as_built) == (0, message)


@pytest.mark.slow
def test_it_judges_and_publishes(made: Repository, tmp_path: Path) -> None:
    made.branch("them")
    made.commit("Thêm", **{"records/members/le-van-ba.yml": MEMBER})
    code, said = make(made, "judge", GITHUB_ACTIONS="true")
    assert code == 0, said
    summary = (made.folder / "build/gate/summary.md").read_text(encoding="utf-8")
    assert summary.startswith("## Cổng kiểm tra: đạt\n")
    assert "Ngoài bản ghi" not in summary
    assert made.git("status", "--short") == "", "what is built is ignored"
    made.commit("Sai", **{"records/members/le-van-ba.yml": MEMBER.replace("full_time", "full")})
    code, said = make(made, "judge", GITHUB_ACTIONS="true")
    assert code == 2
    assert "::error file=records/members/le-van-ba.yml,line=5," in said
    made.git("switch", "--quiet", "main")
    there = tmp_path / "published"
    code, said = make(made, "publish-site", CONGTAC_DEPLOY_TO=str(there))
    assert code == 0, said
    assert (there / "index.html").is_file()
    assert not (there / "can-lam").exists()


def test_without_its_package_it_says_what_is_missing(made: Repository) -> None:
    ended = ran("make", "check", cwd=made.folder)
    assert ended.code == 2
    assert ended.err.startswith(
        "Chưa có gói congtac: đặt tệp .whl vào wheels/, hoặc ghi địa chỉ vào dòng WHEEL của Makefile.\n"
    )


@pytest.mark.slow
def test_the_package_holds_all_that_it_needs(made: Repository, tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    ended = ran("make", "--no-print-directory", "wheel", f"WHEELS={wheels}", cwd=ROOT)
    assert ended.code == 0, ended.err
    (wheel,) = wheels.iterdir()
    apart = tmp_path / "apart"
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(apart)
    # Another folder, and no way back to this one: only the locked packages are shared.
    ended = ran(
        *CONGTAC.split()[:1],
        *("-P", "-m", "generator", "init", "lai", "--name", "Tỉnh đoàn Mẫu"),
        cwd=tmp_path,
        PYTHONPATH=str(apart),
    )
    assert ended.code == 0, ended.err
    kept = [".git/", "build/", "site"]
    again, before = (
        {
            name: file.read_bytes()
            for file in folder.rglob("*")
            if file.is_file()
            and not (name := file.relative_to(folder).as_posix()).startswith(tuple(kept))
        }
        for folder in (tmp_path / "lai", made.folder)
    )
    assert again == before
    assert (apart / "generator/web/dist").is_dir()
