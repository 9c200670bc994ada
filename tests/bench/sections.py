"""What is measured: each section runs its commands in turn, and returns the raw figures."""

from collections.abc import Callable, Mapping
from typing import Final

from tests.bench.country import readings
from tests.bench.ground import Ground, cache_of, forget
from tests.bench.kept import Conditions, Kept
from tests.bench.measure import Run, congtac, in_turn, python
from tests.bench.pages import pages, parts
from tests.bench.provinces import make_packages
from tests.bench.rebuild import rebuild

CSAFE_ALONE: Final = """
import sys, yaml
from pathlib import Path
for path in Path(sys.argv[1]).rglob("*.yml"):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)
"""
EMPTY_START: Final = "import pydantic, yaml"


def one_file(ground: Ground) -> Kept:
    """Measure the check of one file, in the largest and in the smallest repository."""
    large, small = ground.corpus(ground.sizes.country), ground.corpus(ground.sizes.small)
    runs = {
        name: Run(
            congtac("--records", made.records, "check", made.one_file),
            forget(cache_of(made.records)),
        )
        for name, made in (("large", large), ("small", small))
    }
    runs["empty"] = Run(python(EMPTY_START))
    return _measured(ground, "one-file", runs)


def check(ground: Ground) -> Kept:
    """Measure the check of everything: nothing kept, all kept, and against reading alone.

    Beside it what it takes to see that nothing changed since a commit, without anything kept.
    """
    records = ground.corpus(ground.sizes.country).records
    small = ground.corpus(ground.sizes.small).records
    call = congtac("--records", records, "check")
    runs = {
        "small": Run(congtac("--records", small, "check"), forget(cache_of(small))),
        "cold": Run(call, forget(cache_of(records))),
        "warm": Run(call),
        "since": Run((*call, "--since", "HEAD"), forget(cache_of(records))),
        "bare": Run(python(CSAFE_ALONE, records)),
    }
    files = sum(1 for _ in records.rglob("*.yml"))
    return _measured(ground, "check", runs, {"files": files})


def summary(ground: Ground) -> Kept:
    """Measure the summary beside the check that it begins with."""
    records = ground.corpus(ground.sizes.site).records
    begin = forget(cache_of(records))
    runs = {
        "check": Run(congtac("--records", records, "check"), begin),
        "summary": Run(congtac("--records", records, "summary", "--format", "json"), begin),
    }
    return _measured(ground, "summary", runs)


def growth(ground: Ground) -> Kept:
    """Measure the full build of three sizes, with nothing kept."""
    runs, outs = {}, {}
    for name in ("small", "site", "large"):
        records = ground.corpus(getattr(ground.sizes, name)).records
        outs[name] = ground.out(f"growth-{name}")
        call = congtac("--records", records, "build", "--out", outs[name])
        runs[name] = Run(call, forget(cache_of(records), outs[name]))
    used = _measured(ground, "growth", runs)
    counted = {name: sum(1 for _ in out.rglob("*.html")) for name, out in outs.items()}
    return Kept(used.section, used.conditions, used.runs, counted)


def national(ground: Ground) -> Kept:
    """Measure the page of the whole country against reading the provinces' files once."""
    folder, out = ground.out("provinces"), ground.out("national")
    listed = make_packages(folder, visits=ground.sizes.site)
    runs = {
        "page": Run(congtac("national", listed, "--out", out), forget(out)),
        **readings(folder),
    }
    files = [path for path in folder.glob("tinh-*/du-lieu/*") if path.is_file()]
    counts = {"files": len(files), "bytes": sum(path.stat().st_size for path in files)}
    return _measured(ground, "national", runs, counts)


def _measured(
    ground: Ground,
    section: str,
    runs: Mapping[str, Run],
    counts: Mapping[str, int] | None = None,
) -> Kept:
    conditions = Conditions.now()
    used = in_turn(runs, ground.sizes.rounds, lambda line: ground.told(f"{section} {line}"))
    return Kept(section, conditions, used, counts or {})


SECTIONS: Final[Mapping[str, Callable[[Ground], Kept]]] = {
    "one-file": one_file,
    "check": check,
    "summary": summary,
    "pages": pages,
    "parts": parts,
    "rebuild": rebuild,
    "growth": growth,
    "national": national,
}
