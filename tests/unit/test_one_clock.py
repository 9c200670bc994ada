"""Nobody asks what day it is but the clock at the face: not by any name, in no language.

Source: research/reliability.md, section 4, row 24; design, section 5 ("today" enters once).
"""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
CLOCK: Final = "generator/host/clock.py"
ASKING: Final = {
    "time": {"time", "time_ns", "localtime", "gmtime", "ctime", "asctime", "strftime",
             "clock_gettime", "clock_gettime_ns"},
    "datetime": {"now", "today", "utcnow"},
    "date": {"today"},
    "datetime.datetime": {"now", "today", "utcnow"},
    "datetime.date": {"today"},
    "email.utils": {"localtime", "formatdate", "make_msgid"},
    "os.path": {"getmtime", "getctime", "getatime"},
    "uuid": {"uuid1"},
}  # fmt: skip
"""What tells the time, by module or class; what takes a moment as an argument does not."""
TELLING: Final = {"fromtimestamp", "utcfromtimestamp", "st_mtime", "st_ctime", "st_atime",
                  "st_mtime_ns", "st_ctime_ns"}  # fmt: skip
"""Names that turn the machine's clock, or that of its disk, into a day, wherever they stand."""

# In the browser the form needs the day on which somebody writes; it is told in Vietnam's zone. A
# draft notes when it was kept. Neither makes a figure.
BROWSERS: Final = {
    "generator/web/src/form/days.js": 1,
    "generator/web/src/form/store.js": 1,
}


def asked(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the name of everything in the source that asks the time."""
    tree = ast.parse(source)
    known = dict(_names(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            whole = _whole(node, known)
            owner, _, last = whole.rpartition(".")
            if last in TELLING or last in ASKING.get(owner, ()):
                yield node.lineno, whole
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            owner, _, last = known.get(node.id, "").rpartition(".")
            if last in ASKING.get(owner, ()):
                yield node.lineno, f"{owner}.{last}"


def _names(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield what each imported name stands for: `d`, `datetime.date`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for each in node.names:
                first = each.name.partition(".")[0]
                yield (each.asname, each.name) if each.asname else (first, first)
        elif isinstance(node, ast.ImportFrom):
            for each in node.names:
                yield each.asname or each.name, f"{node.module}.{each.name}"


def _whole(node: ast.expr, known: dict[str, str]) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_whole(node.value, known)}.{node.attr}"
    return known.get(node.id, node.id) if isinstance(node, ast.Name) else ""


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import datetime\ndatetime.date.today()", ["datetime.date.today"]),
        ("from datetime import date as d\nd.today()", ["datetime.date.today"]),
        ("from datetime import datetime\ndatetime.utcnow()", ["datetime.datetime.utcnow"]),
        ("import time as t\nt.time()", ["time.time"]),
        ("from time import time_ns\nkey = time_ns", ["time.time_ns"]),
        ("from datetime import date\ndate.fromtimestamp(0)", ["datetime.date.fromtimestamp"]),
        ("path.stat().st_mtime", [".st_mtime"]),
        ("import email.utils\nemail.utils.formatdate()", ["email.utils.formatdate"]),
        ("import time\ntime.monotonic(); time.perf_counter()", []),
        ("from datetime import date\ndate(2019, 1, 1)", []),
    ],
)
def test_every_way_to_ask_is_seen(source: str, found: list[str]) -> None:
    assert [name for _, name in asked(source)] == found


def test_row_24_only_the_clock_asks_the_time(
    record_property: Callable[[str, object], None],
) -> None:
    files = sorted((ROOT / "generator").rglob("*.py"))
    told = {
        f"{path.relative_to(ROOT).as_posix()}: {name}"
        for path in files
        if "node_modules" not in path.parts
        for _, name in asked(path.read_text(encoding="utf-8"))
    }
    assert told == {f"{CLOCK}: datetime.datetime.now"}
    record_property("figure", f"{len(files)} files, 1 of them asks the time")


def test_row_24_no_figure_in_the_browser_depends_on_its_clock() -> None:
    folders = (ROOT / "generator/web/src", ROOT / "generator/host/theme/assets/javascripts")
    asking = {
        path.relative_to(ROOT).as_posix(): len(found)
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".js", ".jsx", ".mjs")
        for found in [
            re.findall(r"new Date\(\s*\)|Date\.now|(?<!new )\bDate\(\)", path.read_text())
        ]
        if found
    }
    assert asking == BROWSERS
    days = (ROOT / "generator/web/src/form/days.js").read_text(encoding="utf-8")
    assert 'ZONE = "Asia/Ho_Chi_Minh"' in days
    assert "timeZone: ZONE }).format(new Date())" in days
