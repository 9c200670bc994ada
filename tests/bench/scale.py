"""What each further visit costs: the table of `docs/developers/scale.md`, measured, never typed.

`make scale` makes records of one, ten and 36 provinces in one folder, runs each command on each,
and writes CPU seconds, peak memory and their slopes between the marks of that page.
"""

import os
import platform
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bench.corpus import MEMBER_IDS, Corpus, make
from tests.bench.ground import cache_of, forget
from tests.bench.measure import ROOT, Command, congtac, python

PAGE: Final = ROOT / "docs" / "developers" / "scale.md"
PROVINCE: Final = 3_500
"""The visits of a province in five years, and the size whose site is built and weighed."""

TIMES: Final = (1, 10, 36)
"""36 provinces in one folder of records: 126,000 visits."""

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


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds and peak memory, in bytes, of one process."""

    seconds: float
    peak: int


def main() -> None:
    """Measure every size, smallest first, and write the page."""
    sizes = [times * PROVINCE for times in TIMES]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
        costs: dict[str, list[Cost]] = {}
        one = make(folder / "1", ROOT / "records", PROVINCE)
        for times, size in zip(TIMES, sizes, strict=True):
            corpus = grown(one, folder / str(size), times)
            begin = forget(cache_of(corpus.records))
            for what, command in _commands(corpus, folder).items():
                if size == sizes[0]:
                    _run(command)
                begin()
                costs.setdefault(what, []).append(_run(command))
                print(size, what, costs[what][-1], flush=True)
        weights = list(_weigh(one, folder / "site"))
    method = (
        "CPU seconds of whole processes and their peak memory, one run each after one to warm up, "
        "with nothing kept in `.cache`."
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


def _commands(corpus: Corpus, folder: Path) -> Mapping[str, Command]:
    out = folder / "out"
    out.mkdir(exist_ok=True)
    common = ("--records", corpus.records)
    return {
        "`check`": congtac(*common, "check"),
        "`check` of one file": congtac(*common, "check", corpus.one_file),
        "`summary --format json`": congtac(*common, "summary", "--format", "json"),
        "`export csv` of a year": congtac(
            *common, "export", "csv", "--period", "2019", "--out", out / "2019.csv"
        ),
        "the whole data package": python(_PACKAGE, corpus.records, out),
    }


def _run(command: Sequence[str]) -> Cost:
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as child:
        assert child.stderr is not None
        told = child.stderr.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, told.decode()
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def _costs(sizes: Sequence[int], costs: Mapping[str, Sequence[Cost]]) -> Iterator[str]:
    """Yield the table of CPU seconds and memory, and what each visit more costs."""
    heads = [f"{size:,} visits" for size in sizes]
    yield f"| What | {' | '.join(heads)} | for each visit more |"
    yield "|---" * (len(sizes) + 2) + "|"
    for what, held in costs.items():
        cells = [f"{each.seconds:.1f} s · {each.peak / 1e6:,.0f} MB" for each in held]
        yield f"| {what} | {' | '.join(cells)} | {_slope(sizes, held)} |"


def _slope(sizes: Sequence[int], held: Sequence[Cost]) -> str:
    more = sizes[-1] - sizes[0]
    if not more:
        return "–"
    micros = (held[-1].seconds - held[0].seconds) / more * 1e6
    kilobytes = (held[-1].peak - held[0].peak) / more / 1e3
    return f"{micros:,.0f} µs · {kilobytes:.1f} kB"


def _weigh(corpus: Corpus, site: Path) -> Iterator[str]:
    """Yield the weight of a public site: files and bytes, by kind, and for each visit."""
    cost = _run(congtac("--records", corpus.records, "build", "--out", site))
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
    yield ""
    yield f"Building it took {cost.seconds:.1f} CPU seconds and {cost.peak / 1e6:,.0f} MB."


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


if __name__ == "__main__":
    main()
