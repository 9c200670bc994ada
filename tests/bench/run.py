"""What things cost, ours and the peers': `make bench` runs this and writes the page and its chart.

A section that was measured on this commit is not measured again: its figures are kept, and a run
that was broken off goes on. Nothing fails because something was slow; a command that fails stops
the run, and what was kept stays.
"""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from tests.bench import kept, report
from tests.bench.ground import QUICK, Ground, Sizes, use
from tests.bench.kept import Conditions, Kept
from tests.bench.measure import ROOT, Run, congtac, usage
from tests.bench.sections import SECTIONS

HOME = ROOT / "build" / "bench"
FIGURES = Path(__file__).parent / "figures"
"""Committed with the page: another machine measures one section and keeps the others."""


def main() -> None:
    """Measure what is asked for, and write the page anew from all that is kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sets, two rounds; only print")
    parser.add_argument("--only", action="append", choices=SECTIONS, help="only this, and anew")
    parser.add_argument("--fresh", action="store_true", help="everything anew")
    parser.add_argument("--write", action="store_true", help="measure nothing, write the page")
    parser.add_argument("--peers", type=Path, required=True, help="the Python of the peers")
    asked = parser.parse_args()
    home = HOME / "quick" if asked.quick else HOME
    figures = home if asked.quick else FIGURES
    sizes = QUICK if asked.quick else Sizes()
    # The path of a virtual environment's Python is a link that must not be followed.
    ground = Ground(home, sizes, asked.peers.absolute(), _told)
    wanted = [] if asked.write else asked.only or list(SECTIONS)
    if not (asked.only or asked.fresh or asked.quick):
        wanted = [name for name in wanted if not _stands(kept.read(figures, name))]
    measure(ground, wanted, figures)
    found = {name: each for name in SECTIONS if (each := kept.read(figures, name))}
    if asked.quick:
        print("\n".join(report.page_lines(found, sizes)))
    else:
        report.write(found, sizes)


def measure(ground: Ground, wanted: list[str], figures: Path) -> None:
    """Measure these sections one after the other, and keep each as soon as it is done."""
    use(ground.folder)
    if wanted:
        _compile(ground)
    for name in wanted:
        kept.write(figures, SECTIONS[name](ground))
        ground.tidy()


def _stands(found: Kept | None) -> bool:
    """Whether figures need not be taken again: they are of this commit and nothing was changed."""
    if found is None:
        return False
    now = Conditions.now()
    held = replace(found.conditions, load=now.load)
    return held == now and not now.changed


def _compile(ground: Ground) -> None:
    """Run what is measured once, so that no clock counts the compiling of Python."""
    records, out = ground.corpus(ground.sizes.small).records, ground.out("compiled")
    usage(Run(congtac("--records", records, "build", "--out", out)))


def _told(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
