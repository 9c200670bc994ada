"""What each further visit costs: the table of `docs/developers/scale.md`, measured, never typed.

`make scale` makes records of one, ten and 36 provinces in one folder, runs the commands on all in
turn, and writes CPU seconds, peak memory and their slopes between the marks of that page.
"""

import os
import platform
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from tests.bench.corpus import MEMBER_IDS, Corpus, make
from tests.bench.ground import cache_of, forget
from tests.bench.measure import ROOT, Run, Usage, congtac, in_turn, peak, python, seconds, usage
from tests.bench.report import shown

PAGE: Final = ROOT / "docs" / "developers" / "scale.md"
PROVINCE: Final = 3_500
"""The visits of a province in five years, and the size whose site is built and weighed."""

TIMES: Final = (1, 10, 36)
"""36 provinces in one folder of records: 126,000 visits."""

ROUNDS: Final = 3

BEGIN: Final = "<!-- measured: make scale -->"
END: Final = "<!-- /measured -->"

_PACKAGE: Final = """
import sys
from datetime import date
from pathlib import Path
from generator.build.figures import view_of
from generator.present.tables.package import data_package
view = view_of(Path(sys.argv[1]), "public", None, date(2022, 12, 31))
for artifact in data_package(view):
    Path(sys.argv[2], artifact.path.replace("/", "-")).write_bytes(artifact.content)
"""


def main() -> None:
    """Measure all sizes in turn, and write the page."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
        one = make(folder / "1", ROOT / "records", PROVINCE)
        corpora = [grown(one, folder / str(times * PROVINCE), times) for times in TIMES]
        out = folder / "out"
        out.mkdir()
        runs = [_runs(corpus, out) for corpus in corpora]
        for first in runs[0].values():
            usage(first)
        named = {
            f"{what}, {corpus.visits:,}": run
            for corpus, each in zip(corpora, runs, strict=True)
            for what, run in each.items()
        }
        used = in_turn(named, ROUNDS, _told)
        weights = list(_weigh(one, folder / "site"))
    sizes = [corpus.visits for corpus in corpora]
    costs = {what: [used[f"{what}, {size:,}"] for size in sizes] for what in runs[0]}
    method = (
        f"CPU seconds of whole processes and their peak memory, medians of {ROUNDS} rounds in "
        "turn after one run to warm up, with nothing kept in `.cache`; ratios are taken round by "
        "round, with the smallest and the largest."
    )
    text = "\n".join([*_costs(sizes, costs), "", *weights, "", f"{machine()} {method}"])
    write_between(BEGIN, END, text)


def write_between(begin: str, end: str, text: str) -> None:
    """Put the text between two marks of the page, in place of what stands there."""
    page = PAGE.read_text(encoding="utf-8")
    between = re.compile(f"(?<={re.escape(begin)}\n).*(?=\n{re.escape(end)})", re.DOTALL)
    PAGE.write_text(between.sub(lambda _: text, page), encoding="utf-8", newline="\n")


def grown(one: Corpus, folder: Path, times: int) -> Corpus:
    """Return as many provinces in one folder of records: the same visits by other members."""
    records = folder / "records"
    shutil.copytree(one.records, records)
    ids = re.compile("|".join(MEMBER_IDS))
    for number in range(1, times):

        def other(found: re.Match[str], number: int = number) -> str:
            return f"{found[0]}-{number}"

        for kind in ("members", "visits"):
            for path in one.records.glob(f"{kind}/**/*.yml"):
                inside = path.relative_to(one.records).with_stem(f"{path.stem}-{number}")
                text = path.read_text(encoding="utf-8")
                (records / inside).write_text(ids.sub(other, text), encoding="utf-8", newline="\n")
    return Corpus(records, one.visits * times, records / one.one_file.relative_to(one.records))


def _runs(corpus: Corpus, out: Path) -> Mapping[str, Run]:
    common = ("--records", corpus.records)
    commands = {
        "`check`": congtac(*common, "check"),
        "`check` of one file": congtac(*common, "check", corpus.one_file),
        "`summary --format json`": congtac(*common, "summary", "--format", "json"),
        "`export csv` of a year": congtac(
            *common, "export", "csv", "--period", "2019", "--out", out / "2019.csv"
        ),
        "the whole data package": python(_PACKAGE, corpus.records, out),
    }
    begin = forget(cache_of(corpus.records))
    return {what: Run(command, begin) for what, command in commands.items()}


def _costs(sizes: Sequence[int], costs: Mapping[str, Sequence[list[Usage]]]) -> Iterator[str]:
    """Yield the table of CPU seconds and memory, how CPU grew, and what each visit more costs."""
    heads = [f"{size:,} visits" for size in sizes]
    grew = f"CPU, {sizes[-1]:,} ÷ {sizes[-2]:,}"
    yield f"| What | {' | '.join(heads)} | {grew} | for each visit more |"
    yield "|---" * (len(sizes) + 3) + "|"
    for what, held in costs.items():
        took = [seconds(used) for used in held]
        most = [peak(used) for used in held]
        cells = [
            f"{cpu.median:.2f} s · {memory.median / 1e6:,.0f} MB"
            for cpu, memory in zip(took, most, strict=True)
        ]
        more = sizes[-1] - sizes[0]
        micros = (took[-1].median - took[0].median) / more * 1e6
        kilobytes = (most[-1].median - most[0].median) / more / 1e3
        slope = f"{micros:,.1f} µs · {kilobytes:.1f} kB"
        yield f"| {what} | {' | '.join(cells)} | {shown(took[-1].over(took[-2]))} | {slope} |"


def _weigh(corpus: Corpus, site: Path) -> Iterator[str]:
    """Yield the weight of a public site: files and bytes, by kind, and for each visit."""
    usage(Run(congtac("--records", corpus.records, "build", "--out", site)))
    kinds: dict[str, list[int]] = {}
    for file in site.rglob("*"):
        if file.is_file():
            path = file.relative_to(site)
            kind = "search index" if path.parts[0] == "search" else _KINDS.get(file.suffix, "other")
            kinds.setdefault(kind, []).append(file.stat().st_size)
    records = [path.stat().st_size for path in corpus.records.rglob("*.yml")]
    yield f"| Public site of {corpus.visits:,} visits | files | MB | kB a visit |"
    yield "|---|---|---|---|"
    yield _weight("records, for comparison", records, corpus.visits)
    for kind, sizes in sorted(kinds.items(), key=lambda item: -sum(item[1])):
        yield _weight(kind, sizes, corpus.visits)
    whole = [size for sizes in kinds.values() for size in sizes]
    yield _weight("**together**", whole, corpus.visits)


_KINDS: Final = {
    ".html": "pages",
    ".csv": "tables (CSV)",
    ".xlsx": "workbooks (XLSX)",
    ".docx": "documents (DOCX)",
    ".ics": "calendars (ICS)",
    ".json": "JSON",
}


def _weight(what: str, sizes: Sequence[int], visits: int) -> str:
    return (
        f"| {what} | {len(sizes):,} | {sum(sizes) / 1e6:,.1f} | {sum(sizes) / visits / 1e3:.2f} |"
    )


def machine() -> str:
    """Return the sentence that says where and of what it was measured."""
    git = ("git", "-C", str(ROOT), "log", "-1", "--format=%h of %cs")
    commit = subprocess.run(git, capture_output=True, text=True, check=True).stdout.strip()
    return (
        f"Measured at commit {commit}, CPython {platform.python_version()}, "
        f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}."
    )


def _told(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main()
