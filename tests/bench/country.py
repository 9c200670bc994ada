"""What the page of the whole country costs against reading its packages once.

`make scale` runs it and writes the ratios between the marks of `docs/developers/scale.md`.
"""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.bench.measure import Run, Spread, congtac, in_turn, python, seconds
from tests.bench.provinces import COUNT, VISITS, make_packages
from tests.bench.report import shown
from tests.bench.scale import machine, write_between

ROUNDS: Final = 5
BEGIN: Final = "<!-- national: make scale -->"
END: Final = "<!-- /national -->"

_FILES: Final = """
import csv, json, sys
from pathlib import Path
for path in sorted(Path(sys.argv[1]).glob("tinh-*/du-lieu/*")):
"""
READINGS: Final = {
    "bytes": "    path.read_bytes()",
    "text": "    path.open(encoding='utf-8', newline='').read()",
    "rows": """
    with path.open(encoding="utf-8", newline="") as file:
        if path.suffix == ".json":
            json.load(file)
        else:
            for row in csv.reader(file):
                pass
""",
}


def main() -> None:
    """Make the packages, measure, and write the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
        listed = make_packages(folder)
        files = [each for each in folder.glob("tinh-*/du-lieu/*") if each.is_file()]
        size = sum(each.stat().st_size for each in files)
        used = in_turn(_runs(listed, folder), ROUNDS)
        took = {name: seconds(one) for name, one in used.items()}
    write_between(BEGIN, END, "\n".join(_table(took, len(files), size)))


def _runs(listed: Path, folder: Path) -> dict[str, Run]:
    return {
        "national": Run(congtac("national", listed, "--out", folder / "out")),
        **readings(folder),
    }


def readings(folder: Path) -> dict[str, Run]:
    """Return what reads every file of the packages below `folder` once, by the way it reads."""
    return {each: Run(python(_FILES + code, folder)) for each, code in READINGS.items()}


def _table(took: dict[str, Spread], files: int, size: int) -> Iterator[str]:
    yield "| What | CPU seconds, median (min – max) | the page ÷ it |"
    yield "|---|---|---|"
    page = took["national"]
    yield f"| `congtac national`, {COUNT} packages of {VISITS:,} visits | {shown(page)} | |"
    for each in READINGS:
        yield f"| reading: {each} | {shown(took[each])} | {shown(page.over(took[each]))} |"
    yield ""
    yield f"{files} files of {size / 1e6:,.0f} MB; {ROUNDS} rounds in turn. {machine()}"


if __name__ == "__main__":
    main()
