"""Files as they come out of accidents and malice: mutated examples and samples, the same by seed."""

import random
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from generator.load.layout import kind_of
from tests.unit.load.old_encodings import OLD_ENCODINGS

TESTS: Final = Path(__file__).parents[1]
EXAMPLES: Final = TESTS / "examples"
SAMPLES: Final = TESTS.parent / "records"
LARGEST: Final = 6_000
SAMPLE_STEP: Final = 12

SIGNS: Final[tuple[str, ...]] = (
    *":-#?[]{}&*!|>'\"%@`,.\\~=<\t\n\r ", ": ", "- ", " #", "\n---\n", "...\n", "<<: ", "{{ ", " }}",
    "\u200b", "\u202e", "\ufeff", "\u00ad", "\u0301", "\u00a0", "\u2028", "\x00", "\x1b", "\x85",
    "\u1100\u1161", "😀", "ﬁ", "Å", "\ud7ff", "\ue000", "&a ", "*a", "!!python/name:os.system ",
    "%YAML 1.1\n", "? ", "|\n", ">-\n", "|2\n", "\\u0000", "\\ud800", "\r\n", "\t\t",
)  # fmt: skip
VALUES: Final = (
    "", "~", "null", "no", "010", "12:30", "1e3", ".inf", "-1", "99999999999999999999", "true",
    "2019-02-30", "0000-00-00", "9999-12-31", "2019-05-20", "20/5/2019", "[]", "{}", "[a, b]",
    "{a: b}", '"', "'", '"a" b', "a: b", "|\n  a\n  b", ">\n  a", "../../../etc/passwd", "C:\\Windows",
    "le-van-ba", "2019/le-van-ba/t05-1", "29272-an-truong-a", "{{ year(2019).days }}", "&a b", "*a",
    "!!int 3", "Lê Văn Ba", "a" * 600, "- a\n- b", "# a", "a # b", "javascript:alert(1)",
)  # fmt: skip
KEYS: Final = (
    "date", "end_date", "unit", "members", "kind", "content", "issues", "photos", "attendance", "id",
    "terms", "from", "to", "rules", "value", "items", "units", "parent", "path", "body", "<<", "kìnd",
    "Date", "note", "title", "lead", "schema_version", "public",
)  # fmt: skip


Change = Callable[[bytes, random.Random], bytes]


@dataclass(frozen=True, slots=True)
class Seed:
    """A file to begin with: its path inside the records, and its bytes."""

    inside: str
    data: bytes


@cache
def seeds() -> tuple[Seed, ...]:
    """Return every record of the examples, and one in twelve of the samples."""
    files = [
        (file.relative_to(root).as_posix(), file)
        for root in (EXAMPLES / "base/records", *sorted(EXAMPLES.glob("*/*")))
        for file in sorted(root.rglob("*.*"))
    ]
    samples = sorted(SAMPLES.glob("[pva]*/*/*.*")) + sorted(SAMPLES.glob("members/*"))
    files += [(file.relative_to(SAMPLES).as_posix(), file) for file in samples[::SAMPLE_STEP]]
    return tuple(
        Seed(inside, file.read_bytes())
        for inside, file in files
        if kind_of(inside) and file.stat().st_size <= LARGEST
    )


def mutants(number: int, count: int) -> Iterator[Seed]:
    """Yield mutated files; the same for the same number."""
    chance = random.Random(number)  # noqa: S311  (repeatable, not secret)
    for _ in range(count):
        seed = chance.choice(seeds())
        data = seed.data
        for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5))):
            change = chance.choice(CHANGES)
            data = change(data, chance)
        yield Seed(seed.inside, data)


def mutated_texts(change: Callable[[str, random.Random], str]) -> Change:
    """Let a change of text be one of bytes; what is no text stays as it is."""

    def changed(data: bytes, chance: random.Random) -> bytes:
        try:
            text = data.decode()
        except UnicodeDecodeError:
            return data
        return change(text, chance).encode("utf-8", "replace")

    return changed


def _flip_bytes(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data or b"\n")
    for _ in range(chance.randint(1, 4)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.choice((1, 1, 2, 8, 40)) :]


def _truncate(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    piece = data[start : start + chance.choice((1, 4, 30))]
    return data[:start] + piece * chance.choice((2, 3, 50)) + data[start + len(piece) :]


@mutated_texts
def _insert_sign(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(SIGNS) + text[at:]


@mutated_texts
def _insert_character(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    number = chance.choice((0x80, 0x250, 0x2100, 0xD800, 0x11_0000))
    return text[:at] + chr(min(chance.randrange(number), 0xD7FF)) + text[at:]


@mutated_texts
def _duplicate_line(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    line = chance.choice(lines)
    lines.insert(chance.randrange(len(lines) + 1), line)
    return "".join(lines)


@mutated_texts
def _swap_lines(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "".join(lines)


@mutated_texts
def _swap_words(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    one, other = chance.randrange(len(words)), chance.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


@mutated_texts
def _shift_line(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((" ", "  ", "\t", "- ", "    ")) + lines[at]
    return "".join(lines)


@mutated_texts
def _unshift_line(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = chance.randrange(len(lines))
    lines[at] = lines[at].removeprefix(chance.choice((" ", "  ", "- ")))
    return "".join(lines)


@mutated_texts
def _nest(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    opening, closing = chance.choice((("[", "]"), ("{a: ", "}"), ("- ", ""), ("\n ", "")))
    depth = chance.choice((1, 2, 12, 13, 500))
    return text[:at] + opening * depth + closing * depth + text[at:]


@mutated_texts
def _edit_key(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = chance.randrange(len(lines))
    key, colon, rest = lines[at].partition(":")
    blank = key[: len(key) - len(key.lstrip(" -"))]
    lines[at] = blank + chance.choice(KEYS) + colon + rest
    return "".join(lines)


@mutated_texts
def _edit_value(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = chance.randrange(len(lines))
    key, colon, _ = lines[at].partition(": ")
    lines[at] = f"{key}{colon or '- '}{chance.choice(VALUES)}\n"
    return "".join(lines)


@mutated_texts
def _change_line_ends(text: str, chance: random.Random) -> str:
    return text.replace("\n", chance.choice(("\r\n", "\r", "\n\n", "\n\r")))


@mutated_texts
def _take_apart(text: str, _chance: random.Random) -> str:
    return unicodedata.normalize("NFD", text)


@mutated_texts
def _splice(text: str, chance: random.Random) -> str:
    other = chance.choice(seeds()).data.decode("utf-8", "replace")
    at, there = chance.randrange(len(text) + 1), chance.randrange(len(other) + 1)
    return text[:at] + other[there : there + 200]


def _utf16(text: str) -> bytes:
    return text.encode("utf-16")


def _encode(data: bytes, chance: random.Random) -> bytes:
    encode = chance.choice((*OLD_ENCODINGS.values(), _utf16))
    try:
        return encode(data.decode())
    except UnicodeError:
        return data


CHANGES: Final[tuple[Change, ...]] = (
    _flip_bytes, _cut, _cut, _truncate, _repeat, _insert_sign, _insert_sign, _insert_sign,
    _insert_character, _duplicate_line, _duplicate_line, _swap_lines, _swap_lines, _swap_words,
    _swap_words, _shift_line, _unshift_line, _nest, _edit_key, _edit_key, _edit_value, _edit_value,
    _edit_value, _change_line_ends, _take_apart, _splice, _encode,
)  # fmt: skip
