"""The sets of records, and the report that is written when everything was measured."""

from collections.abc import Callable, Iterator
from functools import cache

import pytest

from tests.bench.corpus import Corpus, make
from tests.bench.measure import ROOT
from tests.bench.report import Report

MakeCorpus = Callable[[int], Corpus]


@pytest.fixture(scope="session", autouse=True)
def bytecode(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let the commands keep what Python compiled, as an installation does, in a new folder."""
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        environment.setenv("PYTHONPYCACHEPREFIX", str(tmp_path_factory.mktemp("bytecode")))
        yield


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> MakeCorpus:
    """Return the records with so many visits, made once."""

    def made(visits: int) -> Corpus:
        return make(tmp_path_factory.mktemp(f"visits-{visits}"), ROOT / "records", visits)

    return cache(made)


@pytest.fixture(scope="session")
def report(request: pytest.FixtureRequest, corpus: MakeCorpus) -> Iterator[Report]:
    """Gather the figures; write the page if every measurement ran and succeeded."""
    visits = list(corpus(3500).records.glob("visits/*/*.yml"))
    gathered = Report(sum(path.stat().st_size for path in visits) // len(visits))
    yield gathered
    if gathered.complete and not request.session.testsfailed:
        gathered.write()
