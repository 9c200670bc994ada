"""Let atheris look for bytes that break the reader: `python tests/soak/fuzz_reader.py -runs=1000`.

It follows the branches that its inputs take. The first byte of an input says of what kind of record
the rest is the file. What is accepted is read again in canonical form and goes through the rules; one
in eight, chosen by its bytes, is held against the other reader too, which takes longer than all the
rest. `tests/soak/reader_rounds.py` runs it in rounds that can be stopped and gone on with, and holds
whatever reached a new branch against the other reader.
"""

import sys
import zlib
from pathlib import Path
from time import process_time
from typing import Final

import atheris

sys.path.insert(0, str(Path(__file__).parents[2]))

with atheris.instrument_imports(include=["generator.domain", "generator.load", "generator.rules"]):
    from tests.fuzz.trial import tried

from tests.soak.reader_seeds import seed_of

LONGEST: Final = 1.0
"""Seconds of the processor that one file may take; those of the clock go to whoever else computes."""


class SlowError(Exception):
    """A file took too long, though it came to an end."""


def try_bytes(data: bytes) -> None:
    """Take the first byte for the kind of record, and the rest for its file.

    Raises:
        SlowError: it took more than a second.
    """
    if not data:
        return
    began = process_time()
    tried(seed_of(data), against_the_other=zlib.crc32(data) % 8 == 0)
    took = process_time() - began
    if took > LONGEST:
        message = f"{took:.1f} s"
        raise SlowError(message)


if __name__ == "__main__":
    # libFuzzer starts itself anew to thin out a corpus, by what it takes for its own name.
    atheris.Setup([f"{sys.executable} {sys.argv[0]}", *sys.argv[1:]], try_bytes)
    atheris.Fuzz()
