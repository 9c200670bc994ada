"""One world of hostile texts, built as a user builds it, in both editions."""

from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from tests.commands import congtac
from tests.hostile.world import World, packed

Built = Callable[[str], Path]


@pytest.fixture(scope="session")
def hostile_records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The records, many texts to a place."""
    return World(packed()).write(tmp_path_factory.mktemp("hostile") / "records")


@pytest.fixture(scope="session")
def hostile_site(
    hostile_records: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Built:
    """Gives the folder of an edition; workers share it, and the first builds."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent

    def built(audience: str) -> Path:
        out = shared / f"hostile-{audience}"
        with FileLock(shared / f"hostile-{audience}.lock"):
            if not out.exists():
                given = ("--records", hostile_records, "--out", out, "--audience", audience)
                done = congtac("build", *given)
                assert done.code == 0, done.err
        return out

    return built
