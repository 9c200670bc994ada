"""Two provinces: the sample records, and made-up ones of other years; published once for a run."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from generator.audience import project
from generator.build.figures import figures, sound_records
from generator.present.tables.package import data_package
from tests.bench.corpus import make
from tests.commands import ROOT
from tests.national.packages import DESCRIPTION, publish_samples


@dataclass(frozen=True)
class Published:
    """Where the records of a province are, and the description of its package."""

    records: Path
    package: Path


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The sample records: 2019 over, 2020 running."""
    return Published(ROOT / "records", publish_samples(tmp_path_factory.mktemp("samples")))


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Nine hundred visits of 2018 and 2019, both over."""
    folder = tmp_path_factory.mktemp("made-up")
    corpus = make(folder, ROOT / "records", 900)
    records = sound_records(corpus.records)
    day = date(2020, 1, 31)
    for artifact in data_package(project(records, figures(records, day, day), "public")):
        target = folder / artifact.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(artifact.content)
    return Published(corpus.records, folder / DESCRIPTION)
