"""Figures that nobody measured, to try the arithmetic, the page and the chart on."""

from collections.abc import Mapping, Sequence

from tests.bench.ground import Sizes
from tests.bench.kept import Conditions, Kept
from tests.bench.measure import Usage

SIZES = Sizes()
CONDITIONS = Conditions(
    "2 × Z80", "CPython 3.11.7", "c" * 40, "2022-12-31T12:00:00+07:00", changed=False, load=0.5
)


def kept(section: str, counts: Mapping[str, int] | None = None, **seconds: Sequence[float]) -> Kept:
    """Return figures of a section; commands are named with `_` for `-`, and take 100 MB."""
    runs = {
        name.replace("_", "-"): [Usage(value, 1e8) for value in values]
        for name, values in seconds.items()
    }
    return Kept(section, CONDITIONS, runs, counts or {})
