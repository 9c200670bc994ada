"""`congtac` on a machine that lists folders in another order: `disordered.py SEED ARGUMENT…`."""

import os
import random
import sys
from collections.abc import Iterator
from typing import Any, Self


def disorder(seed: int) -> None:
    """Let every list of a folder's names come in an order drawn from the seed."""
    chance = random.Random(seed)  # noqa: S311  (chosen, not secret)
    listdir, scandir = os.listdir, os.scandir

    def listed(*given: Any) -> list[str]:
        return chance.sample(names := listdir(*given), len(names))

    class Scanned:
        """What `os.scandir` gives: entries, that may be closed."""

        def __init__(self, *given: Any) -> None:
            with scandir(*given) as found:
                entries = list(found)
            self._entries = iter(chance.sample(entries, len(entries)))

        def __iter__(self) -> Iterator[Any]:
            return self._entries

        def __next__(self) -> Any:
            return next(self._entries)

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            """Nothing is open."""

        def close(self) -> None:
            """Nothing is open."""

    os.listdir, os.scandir = listed, Scanned  # type: ignore[assignment]


if __name__ == "__main__":
    from generator.cli import main

    disorder(int(sys.argv[1]))
    sys.argv = ["congtac", *sys.argv[2:]]
    main()
