"""A small site that is quick to build, and processes that build it while something goes wrong.

The processes come from one that has the program loaded already, so that a build takes less than a
second; each has a memory of its own and can be killed.
"""

import hashlib
import multiprocessing
import os
import shutil
import sys
from dataclasses import dataclass
from functools import cache
from multiprocessing.context import ForkServerContext, ForkServerProcess
from multiprocessing.forkserver import ensure_running
from pathlib import Path
from typing import Any, Final
from unittest import mock

from tests.builders import member, organisation, policy, records, visit, write
from tests.building.faults import Plan, install

ROOT: Final = Path(__file__).parents[2]
FRAME: Final = """\
site_name: Thử
use_directory_urls: true
theme: {name: null, custom_dir: giao-dien}
plugins:
  - congtac
"""
PAGE: Final = "<!doctype html><html><head><title>{{ page.title }}</title></head><body>{{ page.content }}</body></html>"


@dataclass(frozen=True)
class Running:
    """A command that runs in a process of its own, and what it says."""

    process: ForkServerProcess
    told: Path

    def end(self) -> int:
        """Wait for its end; return its exit code, or the signal that ended it, negative."""
        self.process.join()
        code = self.process.exitcode
        assert code is not None
        return code

    @property
    def said(self) -> str:
        """What it printed, on either stream."""
        return self.told.read_text(encoding="utf-8")

    @property
    def steps(self) -> list[str]:
        """What it did below the folder of its plan, step by step; of a process that lived on."""
        return self.told.with_suffix(".steps").read_text(encoding="utf-8").splitlines()


@cache
def _context() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.building.loaded"])
    # Who is killed leaves a broken file of coverage, so none is measured here.
    measured = (name for name in os.environ if name.startswith("COVERAGE_PROCESS"))
    with mock.patch.dict(os.environ):
        for name in list(measured):
            del os.environ[name]
        ensure_running()
    return context


def begin(folder: Path, *arguments: object, plan: Plan | None = None) -> Running:
    """Begin `congtac` in the folder, with something that goes wrong at some step."""
    told = folder.parent / f"{folder.name}-said-{os.urandom(4).hex()}.txt"
    given = [str(each) for each in arguments]
    process = _context().Process(target=_run, args=(folder, given, told, plan))
    process.start()
    return Running(process, told)


def _run(folder: Path, arguments: list[str], told: Path, plan: Plan | None) -> None:
    from generator.build import site
    from generator.cli import main

    # As in a large site, a copy of the process follows the links.
    site.MANY = 1  # type: ignore[misc]
    stream = os.open(told, os.O_WRONLY | os.O_CREAT)
    os.dup2(stream, 1)
    os.dup2(stream, 2)
    os.chdir(folder)
    sys.argv = ["congtac", *arguments]
    faults = install(plan) if plan else None
    try:
        main()
    finally:
        if faults:
            _note(told, faults.steps)


def _note(told: Path, steps: list[str]) -> None:
    told.with_suffix(".steps").write_text("\n".join(steps), encoding="utf-8")


def fingerprint(site: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of a site, by its path."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def workshop(folder: Path) -> Path:
    """Return a folder with the frame of a site and two states of its records: `mot`, `hai`."""
    (folder / "docs/huong-dan").mkdir(parents=True)
    (folder / "docs/huong-dan/index.md").write_text("# Hướng dẫn\n", encoding="utf-8")
    (folder / "giao-dien").mkdir()
    (folder / "giao-dien/main.html").write_text(PAGE, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(FRAME, encoding="utf-8")
    for name, held in STATES.items():
        write(
            records(organisation(as_of="2020-03-15"), member("an"), policy(), *held), folder / name
        )
        photo = folder / name / "media" / PHOTO["file"]
        photo.parent.mkdir(parents=True)
        shutil.copy(PICTURE, photo)
    return folder


PICTURE: Final = ROOT / "tests/examples/base/records/media/2019/ap-3.jpg"
PHOTO: Final[dict[str, Any]] = {"file": "2019/ap-3.jpg", "caption": "Họp lệ", "consent": True}
STATES: Final[dict[str, tuple[Any, ...]]] = {
    "mot": (visit("2019-03-05", photos=[PHOTO]),),
    "hai": (visit("2019-03-05", content="Làm việc lại.", photos=[PHOTO]), visit("2019-04-02")),
}
