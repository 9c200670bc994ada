"""`python -m samples --out records` makes the sample records anew."""

from __future__ import annotations

import argparse
from pathlib import Path

from samples.tree import write


def main() -> None:
    """Writes the records and says how many files there are."""
    parser = argparse.ArgumentParser(prog="samples", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("records"))
    out: Path = parser.parse_args().out
    print(f"{write(out)} tệp trong {out}")


if __name__ == "__main__":
    main()
