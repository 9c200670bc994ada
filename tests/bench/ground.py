"""Where a run of the benchmarks works: the corpora that it keeps, and what it throws away."""

import hashlib
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bench import corpus
from tests.bench.corpus import Corpus
from tests.bench.measure import ROOT

SAMPLES: Final = ROOT / "records"
_SOURCES: Final = ("corpus.py", "pictures.py", "sentences.py")


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many visits the sets of records have, and how often each command runs."""

    small: int = 1_000
    site: int = 3_500
    large: int = 35_000
    country: int = 125_000
    rounds: int = 5


QUICK: Final = Sizes(320, 400, 600, 800, 2)
"""To see that everything runs: the figures say little."""


@dataclass(frozen=True)
class Ground:
    """`folder` is where everything lies; `peers` is the Python of the other generators."""

    folder: Path
    sizes: Sizes
    peers: Path
    told: Callable[[str], None]

    def corpus(self, visits: int, *, photos: bool = False) -> Corpus:
        """Return a set of records in a repository of its own, made now or by an earlier run."""
        home = self.folder / "corpora" / f"{visits}{'-photos' if photos else ''}"
        mark, made_of = home / ".made", _digest()
        if not mark.is_file() or mark.read_text(encoding="utf-8") != made_of:
            self.told(f"making {visits:,} visits{' with photos' if photos else ''}")
            shutil.rmtree(home, ignore_errors=True)
            corpus.make(home, SAMPLES, visits, photos=photos)
            corpus.commit(home)
            mark.write_text(made_of, encoding="utf-8")
        listed = sorted(home.glob("records/visits/*/*.yml"))
        return Corpus(home / "records", visits, listed[corpus.IN_THE_MIDST])

    def out(self, name: str) -> Path:
        """Return a place for something built, empty; `tidy` removes it."""
        path = self.folder / "out" / name
        shutil.rmtree(path, ignore_errors=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def tidy(self) -> None:
        """Remove what the sections built."""
        shutil.rmtree(self.folder / "out", ignore_errors=True)


def use(folder: Path) -> None:
    """Let the commands keep what Python compiled, as an installation does, below `folder`."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    # Notices of the themes, which say nothing of what is measured.
    os.environ["NO_MKDOCS_2_WARNING"] = os.environ["DISABLE_MKDOCS_2_WARNING"] = "1"


def forget(*paths: Path) -> Callable[[], None]:
    """Return what removes these folders, before a clock begins."""

    def removed() -> None:
        for path in paths:
            shutil.rmtree(path, ignore_errors=True)

    return removed


def cache_of(records: Path) -> Path:
    """Return where the program keeps what it read and drew: beside the records."""
    return records.parent / ".cache"


def _digest() -> str:
    """Return what tells one version of the corpora from another."""
    hashed = hashlib.sha256(sys.version.encode())
    for path in (
        *(Path(__file__).with_name(name) for name in _SOURCES),
        *(SAMPLES / f"{name}.yml" for name in ("activities", "organisation", "units")),
        *sorted(SAMPLES.glob("policies/*.yml")),
    ):
        hashed.update(path.read_bytes())
    return hashed.hexdigest()
