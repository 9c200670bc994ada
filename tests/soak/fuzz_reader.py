"""Let atheris look for bytes that break the reader: `python tests/soak/fuzz_reader.py -runs=1000`.

It follows the branches that its inputs take, and begins with the examples. Every input that is
accepted is held against the other reader, as the mutants of `tests/fuzz` are.
"""

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[2]))

with atheris.instrument_imports(include=["generator.load", "generator.rules"]):
    from tests.fuzz.trial import tried

from tests.fuzz.mutants import Seed, seeds

PLACES = sorted({seed.inside for seed in seeds()})
PLACE_BY_FOLDER = {place.partition("/")[0]: place for place in PLACES}
PLACES_TRIED = sorted(PLACE_BY_FOLDER.values())


def try_bytes(data: bytes) -> None:
    """Take the first byte for the kind of record, and the rest for its file."""
    if data:
        tried(Seed(PLACES_TRIED[data[0] % len(PLACES_TRIED)], data[1:]))


def write_corpus(folder: Path) -> None:
    """Write the examples, each behind the byte of its kind."""
    for number, seed in enumerate(seeds()):
        kind = PLACES_TRIED.index(PLACE_BY_FOLDER[seed.inside.partition("/")[0]])
        (folder / str(number)).write_bytes(bytes([kind]) + seed.data)


if __name__ == "__main__":
    folders = [Path(argument) for argument in sys.argv[1:] if not argument.startswith("-")]
    for folder in folders:
        write_corpus(folder)
    atheris.Setup(sys.argv, try_bytes)
    atheris.Fuzz()
