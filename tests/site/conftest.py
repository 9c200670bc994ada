"""The sample records built as the user builds them, once for all tests of a run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).parents[2]


def congtac(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does, and return what it said."""
    environment = {**os.environ, "PYTHONHASHSEED": "random"}
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def _built(audience: str, factory: pytest.TempPathFactory, worker: str) -> Path:
    # Workers share the folder above their own; the first builds, the others wait and use it. A run
    # without workers has that folder in common with earlier runs, so it takes its own.
    own = factory.getbasetemp()
    shared = own if worker == "master" else own.parent
    out = shared / f"site-{audience}"
    with FileLock(shared / f"{audience}.lock"):
        if not out.exists():
            done = congtac("build", "--out", str(out), "--audience", audience)
            assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="session")
def public_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the public site."""
    return _built("public", tmp_path_factory, worker_id)


@pytest.fixture(scope="session")
def internal_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the internal site."""
    return _built("internal", tmp_path_factory, worker_id)
