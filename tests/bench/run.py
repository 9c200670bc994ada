"""What reading, counting and building cost: `make bench` runs this and writes the page.

Nothing fails because something was slow; a command that fails stops the run, and the page stays as
it was. `--quick` leaves the build out, and the page too.
"""

import argparse
import os
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from tests.bench.corpus import Corpus, make
from tests.bench.measure import ROOT, congtac, in_turn, python
from tests.bench.report import BUILD, CHECK, ONE_FILE, SUMMARY, Report

MakeCorpus = Callable[[int], Corpus]

LARGE: Final = 3_500
SMALL: Final = 1_000
ROUNDS: Final = 5
BUILD_ROUNDS: Final = 3
CSAFE_ALONE: Final = """
import sys, yaml
from pathlib import Path
for path in Path(sys.argv[1]).rglob("*.yml"):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)
"""


def main() -> None:
    """Measure everything, one after the other, and write the page when all of it ran."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave the build and the page out")
    quick: bool = parser.parse_args().quick
    with tempfile.TemporaryDirectory() as folder:
        # The commands keep what Python compiled, as an installation does, in a new folder.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder, "bytecode"))

        @cache
        def corpus(visits: int) -> Corpus:
            return make(Path(folder, f"visits-{visits}"), ROOT / "records", visits)

        files = list(corpus(LARGE).records.glob("visits/*/*.yml"))
        report = Report(sum(path.stat().st_size for path in files) // len(files))
        for measure in (
            (everything, one_file, summary) if quick else (everything, one_file, summary, site)
        ):
            measure(corpus, report)
        if not quick:
            report.write()


def everything(corpus: MakeCorpus, report: Report) -> None:
    """Measure the check of everything against reading alone."""
    records = corpus(LARGE).records
    took = in_turn(
        {
            "check": congtac("--records", records, "check"),
            "bare": python(CSAFE_ALONE, records),
        },
        ROUNDS,
    )
    report.add(CHECK, "`congtac check`, nothing cached", took["check"])
    report.add(CHECK, "CSafeLoader alone over the same files", took["bare"])
    report.add(CHECK, "ratio of the two", took["check"].over(took["bare"]), "×")


def one_file(corpus: MakeCorpus, report: Report) -> None:
    """Measure the check of one file, in a large and in a small repository."""
    large, small = corpus(LARGE), corpus(SMALL)
    took = in_turn(
        {
            "large": congtac("--records", large.records, "check", large.one_file),
            "small": congtac("--records", small.records, "check", small.one_file),
            "empty": python("import pydantic, yaml"),
        },
        ROUNDS,
    )
    report.add(ONE_FILE, "`congtac check FILE` among 3,500 visits", took["large"])
    report.add(ONE_FILE, "`congtac check FILE` among 1,000 visits", took["small"])
    report.add(ONE_FILE, "an empty start", took["empty"])
    report.add(ONE_FILE, "among 3,500 ÷ among 1,000", took["large"].over(took["small"]), "×")
    report.add(ONE_FILE, "among 3,500 ÷ an empty start", took["large"].over(took["empty"]), "×")


def summary(corpus: MakeCorpus, report: Report) -> None:
    """Measure the summary against the check that it begins with."""
    records = corpus(LARGE).records
    took = in_turn(
        {
            "summary": congtac("--records", records, "summary", "--format", "json"),
            "check": congtac("--records", records, "check"),
        },
        ROUNDS,
    )
    report.add(SUMMARY, "`congtac summary --format json`, nothing cached", took["summary"])
    report.add(SUMMARY, "ratio to `congtac check`", took["summary"].over(took["check"]), "×")


def site(corpus: MakeCorpus, report: Report) -> None:
    """Measure the public site."""
    out = corpus(LARGE).records.parent / "site"
    build = congtac("--records", corpus(LARGE).records, "build", "--out", out)
    took = in_turn(
        {"build": build}, BUILD_ROUNDS, before=lambda: shutil.rmtree(out, ignore_errors=True)
    )["build"]
    pages = sum(1 for _ in out.rglob("*.html"))
    report.add(BUILD, "`congtac build --audience public`", took)
    report.count(BUILD, "pages", pages)
    report.add(BUILD, "for each page", took.per(pages), "CPU ms")


if __name__ == "__main__":
    main()
