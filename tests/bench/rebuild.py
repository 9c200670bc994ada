"""The build after one record was changed, against the build of everything."""

import re
import shutil
from itertools import count
from pathlib import Path

from tests.bench.ground import Ground, cache_of, forget
from tests.bench.kept import Conditions, Kept
from tests.bench.measure import Run, congtac, in_turn


def rebuild(ground: Ground) -> Kept:
    """Measure three builds into one folder: of everything, with one record changed, with none.

    Before the first, the folder and all that the program kept are removed; the others find what
    the one before them left.
    """
    corpus = ground.corpus(ground.sizes.site)
    home = ground.out("rebuild-records")
    shutil.copytree(corpus.records.parent, home, symlinks=True)
    records = home / corpus.records.name
    changed = records / corpus.one_file.relative_to(corpus.records)
    out = ground.out("rebuild")
    build = congtac("--records", records, "build", "--out", out)
    numbers = count(1)
    runs = {
        "full": Run(build, forget(cache_of(records), out)),
        "changed": Run(build, lambda: change(changed, next(numbers))),
        "unchanged": Run(build),
    }
    conditions = Conditions.now()
    used = in_turn(runs, ground.sizes.rounds, lambda line: ground.told(f"rebuild {line}"))
    return Kept("rebuild", conditions, used, {"pages": sum(1 for _ in out.rglob("*.html"))})


def change(visit: Path, number: int) -> None:
    """Let the visit's text say a number that it did not say before."""
    text = visit.read_text(encoding="utf-8")
    said = re.sub(r"(?m)^(results: .*?)(?: Lần sửa \d+\.)?$", rf"\1 Lần sửa {number}.", text)
    visit.write_text(said, encoding="utf-8", newline="\n")
