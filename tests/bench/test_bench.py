"""What reading, counting and building cost; nothing here fails because something was slow."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.bench.corpus import Corpus
from tests.bench.measure import congtac, in_turn, python
from tests.bench.report import BUILD, CHECK, ONE_FILE, SUMMARY, Report

MakeCorpus = Callable[[int], Corpus]

ROUNDS: Final = 5
BUILD_ROUNDS: Final = 3
CSAFE_ALONE: Final = """
import sys, yaml
from pathlib import Path
for path in Path(sys.argv[1]).rglob("*.yml"):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)
"""


def test_check(corpus: MakeCorpus, report: Report) -> None:
    records = corpus(3500).records
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


def test_check_one_file(corpus: MakeCorpus, report: Report) -> None:
    large, small = corpus(3500), corpus(1000)
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


def test_summary(corpus: MakeCorpus, report: Report) -> None:
    records = corpus(3500).records
    took = in_turn(
        {
            "summary": congtac("--records", records, "summary", "--format", "json"),
            "check": congtac("--records", records, "check"),
        },
        ROUNDS,
    )
    report.add(SUMMARY, "`congtac summary --format json`, nothing cached", took["summary"])
    report.add(SUMMARY, "ratio to `congtac check`", took["summary"].over(took["check"]), "×")


@pytest.mark.skipif(bool(os.environ.get("QUICK")), reason="QUICK leaves the build out")
def test_build(corpus: MakeCorpus, report: Report, tmp_path: Path) -> None:
    out = tmp_path / "site"
    build = congtac("--records", corpus(3500).records, "build", "--out", out)
    took = in_turn(
        {"build": build}, BUILD_ROUNDS, before=lambda: shutil.rmtree(out, ignore_errors=True)
    )["build"]
    pages = sum(1 for _ in out.rglob("*.html"))
    report.add(BUILD, "`congtac build --audience public`", took)
    report.count(BUILD, "pages", pages)
    report.add(BUILD, "for each page", took.per(pages), "CPU ms")
