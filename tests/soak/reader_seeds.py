"""What the fuzzing of the reader begins with: every record of the samples and the examples, and words.

An input is a byte that stands for the kind of record, then the file.
"""

from hashlib import sha256
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from generator.domain.fields import shape_within, written_fields
from generator.load.layout import KINDS, kind_of
from tests.fuzz.mutants import EXAMPLES, SAMPLES, SIGNS, VALUES, Seed

# One place for each kind of record, in the order of their folders: a byte chooses among them.
PLACES: Final = tuple(sorted(kind.example for kind in KINDS))
LONGEST: Final = 4096
"""Bytes of an input: of the two lists, units and activities, the beginning."""
LONGEST_WORD: Final = 60
"""Bytes of a word of the dictionary; libFuzzer takes up to 64."""


def seed_of(data: bytes) -> Seed:
    """Return the file that an input stands for; the input is not empty."""
    return Seed(PLACES[data[0] % len(PLACES)], data[1:])


def write_seeds(folder: Path) -> int:
    """Write each record once, named after what it holds; return how many."""
    folder.mkdir(parents=True, exist_ok=True)
    seeds = {sha256(seed).hexdigest()[:40]: seed for seed in _seeds()}
    for name, seed in seeds.items():
        (folder / name).write_bytes(seed)
    return len(seeds)


def _seeds() -> list[bytes]:
    by_kind = {_kind_name(place): number for number, place in enumerate(PLACES)}
    roots = (SAMPLES, EXAMPLES / "base/records", *sorted(EXAMPLES.glob("*/*")))
    files = [
        (file, file.relative_to(root).as_posix()) for root in roots for file in root.rglob("*")
    ]
    return [
        (bytes([by_kind[_kind_name(inside)]]) + file.read_bytes())[:LONGEST]
        for file, inside in sorted(files)
        if file.is_file() and kind_of(inside)
    ]


def _kind_name(place: str) -> str:
    placed = kind_of(place)
    assert placed
    return placed[0].name


def dictionary() -> str:
    """Return YAML's signs, odd values and all our keys, as libFuzzer wants words: one a line."""
    keys = {key for kind in KINDS for key in _keys(kind.model)}
    words = [*SIGNS, *VALUES, *(f"{key}: " for key in sorted(keys))]
    encoded = dict.fromkeys(word.encode("utf-8", "surrogatepass") for word in words if word)
    return "".join(f'"{_escaped(word)}"\n' for word in encoded if len(word) <= LONGEST_WORD)


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)


def _keys(model: type[BaseModel]) -> set[str]:
    """Return the keys of a record and of all shapes within it."""
    keys: set[str] = set()
    for name, field in written_fields(model):
        keys.add(field.alias or name)
        inner = shape_within(field.annotation)
        if inner:
            keys |= _keys(inner)
    return keys
